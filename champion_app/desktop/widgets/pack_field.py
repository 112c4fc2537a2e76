"""One field of a thing that is taken in: what it says, or yours and theirs beside each other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, card, hairline, label
from champion_app.desktop.widgets.pack_words import Pair, clipped
from champion_app.desktop.words import tr

# Narrower than this at 100 % text, theirs stands below yours.
_NARROW = 380
_LONGEST = 2_000  # letters


class PackPair(QWidget):
    """Yours and theirs, beside each other where there is room."""

    def __init__(self, theme: Theme, pair: Pair) -> None:
        super().__init__()
        self._theme = theme
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(8)
        for caption, words, role in ((tr("Yours"), pair.mine, "card"), (tr("Theirs"), pair.theirs, "soft")):
            self._sides.addWidget(_side(caption, words, role), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(label(pair.caption, "strong"))
        column.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside each other, or one below the other."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)


def pack_fact(caption: str, words: str) -> QWidget:
    """A field of something new: its name, and under it what it says."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(4)
    column.addWidget(label(caption, "small"))
    column.addWidget(label(breakable(clipped(words, _LONGEST))))
    column.addWidget(hairline())
    return made


def _side(caption: str, words: str, role: str) -> QWidget:
    made = card(role)
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(0)
    column.addWidget(label(caption, "small"))
    column.addWidget(label(breakable(clipped(words, _LONGEST)) if words else tr("Nothing"), "" if words else "muted"))
    column.addStretch(1)
    return made
