"""The quiet notice after something was done, with Undo beside it."""

from __future__ import annotations

from champion_app.desktop.desk import Desk
from champion_app.desktop.words import tr
from champion_app.tasks import history


def offer_undo(desk: Desk, words: str) -> None:
    """Says what was just done. Undo takes back that and nothing else: not what was done since."""
    done = desk.binder.last_change()

    def undo() -> None:
        if done is None or desk.binder.last_change() != done:
            desk.messages.inform(tr("Something else was done since then. Undo above takes back one step at a time."))
            return
        what = desk.attempt(lambda: history.undo(desk.binder))
        if what is not None:
            desk.messages.inform(tr("Undone: {what}.", what=tr(what)))

    desk.messages.inform(words, tr("Undo"), undo)
