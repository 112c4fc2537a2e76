"""The way to the print history, which says when sheets out there should be put in the bin."""

from __future__ import annotations

from collections.abc import Callable

from champion_app.desktop.desk import Desk
from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.widgets.buttons import WordButton
from champion_app.desktop.words import tr, trn
from champion_app.tasks import old_sheets

# What can make a sheet that was given out wrong.
_KINDS = frozenset({"prints", "listings", "own_words", "prisons", "leaflet_texts", "figures"})


class HistoryButton(WordButton):
    """``press`` opens the history. The count follows the binder."""

    def __init__(self, desk: Desk, press: Callable[[], object]) -> None:
        super().__init__(desk.theme, "", "", "reports")
        self._desk = desk
        self.clicked.connect(lambda checked=False: press())
        desk.changes.changed.connect(self._heard)
        self._show()

    def _heard(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._show()

    def _show(self) -> None:
        count = old_sheets.count(self._desk.binder)
        words = trn("{n} old sheet to put in the bin", "{n} old sheets to put in the bin", count) if count else ""
        self.setText(tr("Print history ({n} old)", n=count) if count else tr("Print history"))
        self.setToolTip(plain_tip(words))
        self.setAccessibleDescription(words)
