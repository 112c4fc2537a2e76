"""A note that is as high as what is written in it, up to a limit; a key can say "that is it"."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from champion_app.desktop.widgets.fields import NoteField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingNote(NoteField):
    """A ``NoteField`` from ``lines`` to ``most`` lines high. ``entered`` is emitted by Ctrl and Enter.

    With ``one_line`` Enter alone does it too, and Shift and Enter begin a new line: for a title that may wrap.
    """

    entered = Signal()

    def __init__(self, name: str, lines: int = 2, most: int = 12, hint: str = "", *, one_line: bool = False) -> None:
        self._most = most
        self._one_line = one_line
        self._later = QTimer()
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        super().__init__(name, lines, hint)
        self._later.setParent(self)  # and goes with it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and Enter, and in a title Enter, say that the words are done."""
        held = event.modifiers()
        done = bool(held & Qt.KeyboardModifier.ControlModifier)
        done = done or (self._one_line and not held & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and done:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width wraps the words anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._later.start()  # not while the words are being wrapped: a bar coming or going would upset that

    def _fit(self) -> None:
        # A plain document's height is counted in lines.
        written = round(self.document().size().height())
        lines = min(max(written, self._lines), self._most)
        fits = written <= lines
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)
