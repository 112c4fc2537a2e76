"""A note of the binder: what is typed is kept, what the binder says anew is shown, and neither overwrites the other."""

from __future__ import annotations

from collections.abc import Callable

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.growing_note import GrowingNote


class KeptNote(GrowingNote):
    """A note that saves itself through ``keep``, after a pause, when left, and when asked.

    ``keep`` saves words and returns them as the binder holds them now; it may raise a Fault, and then the words stay
    on the screen, marked as not kept, until a later try succeeds.
    """

    def __init__(self, desk: Desk, name: str, keep: Callable[[str], str], *, hint: str, one_line: bool = False) -> None:
        super().__init__(name, lines=2 if one_line else 3, most=5 if one_line else 12, hint=hint, one_line=one_line)
        self._keep = keep
        self._held = ""
        self._saving = False
        self.paused.connect(lambda words: desk.attempt(self.save))

    def show_kept(self, words: str, *, anew: bool) -> None:
        """Shows what the binder holds: for another record (``anew``), else only if it changed there (an undo)."""
        if anew or (words != self._held and not self._saving):
            self._held = words
            self.show_text(words)
            self.document().setModified(False)

    def save(self) -> None:
        """Keeps what was typed and not kept yet. Raises a Fault with the words still on the screen."""
        if not self.document().isModified():
            return
        self._saving = True  # the page may show itself anew before ``keep`` is done
        try:
            self._held = self._keep(self.toPlainText())
            self.document().setModified(False)
        finally:
            self._saving = False
