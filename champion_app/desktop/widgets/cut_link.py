"""A link with a title that somebody wrote: as wide as there is room, and cut with dots where there is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import WordButton

_EDGES = 16  # what the style sheet puts around the words of a link
_LEAST = 96


class CutLink(WordButton):
    """The whole title is spoken, and shown as a tooltip when it is cut."""

    def __init__(self, theme: Theme, words: str, press: Callable[[], object]) -> None:
        self._words = words
        super().__init__(theme, "", "link", "")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # as wide as its words, or narrower
        self.clicked.connect(lambda checked=False: press())
        self._cut()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the whole title."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + _EDGES, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a word or two."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cuts at the new width."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cuts again at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        room = max(self.width() - _EDGES, 0) + 4
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        words = shown.replace("&", "&&")
        if words != self.text():
            self.setText(words)
            self.setToolTip(plain_tip(self._words if shown != self._words else ""))
