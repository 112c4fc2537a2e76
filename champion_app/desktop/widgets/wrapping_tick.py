"""A tick box whose words go on in the next line when there is no room; Qt's own cuts them off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox

MOST_LINES = 3
_BOX = 44  # the box, its gap and the frame around both, at the least


class WrappingTick(QCheckBox):
    """``show_words`` keeps the whole text; what does not fit three lines ends in dots."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def show_words(self, words: str) -> None:
        """The words beside the box, whatever is in them."""
        self._words = " ".join(words.split())
        self._wrap()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the box and a short word; the rest wraps."""
        return QSize(_BOX + self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wraps at the new width."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Wraps again at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_words"):
            self._wrap()

    def _wrap(self) -> None:
        room = max(self.width() - _BOX - self.fontMetrics().height() // 2, 60)
        words = "\n".join(wrapped(self._words, self.fontMetrics(), room, self)).replace("&", "&&")
        if words != self.text():
            self.setText(words)


def wrapped(words: str, metrics: QFontMetrics, room: int, box: QCheckBox) -> list[str]:
    """The words in at most three lines of a width in pixels."""
    layout = QTextLayout(words, box.font())
    layout.setTextOption(_anywhere())
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
        if len(lines) == MOST_LINES:
            rest = words[line.textStart() :]
            lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
            break
    layout.endLayout()
    return lines


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
