"""Fields for the words of a leaflet. In a list each line is an item: Enter begins one, Backspace takes one away."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.growing_note import GrowingNote

_ROOM = 26


class WordsNote(GrowingNote):
    """A growing note that shows its first line again once it has grown to hold everything."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """It has grown: nothing needs to stay scrolled away."""
        super().resizeEvent(event)
        self._to_top()

    def _fit(self) -> None:
        super()._fit()
        self._to_top()

    def _to_top(self) -> None:
        if self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            self.verticalScrollBar().setValue(0)


class ItemsField(WordsNote):
    """A list with its marks. ``marker`` stands before each item on the paper: a dot, "1", a box to tick, a line."""

    def __init__(self, theme: Theme, name: str, marker: str, hint: str) -> None:
        self._theme, self._marker = theme, marker
        super().__init__(name, lines=2, most=20, hint=hint)
        self._marks = _Marks(self)
        self.setViewportMargins(theme.px(_ROOM), 0, 0, 0)
        self.updateRequest.connect(lambda area, moved: self._marks.update())
        theme.changed.connect(self._dress)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The marks stand beside the words."""
        super().resizeEvent(event)
        self._place()

    def paint_marks(self, painter: QPainter) -> None:
        """Draws the mark of each item in sight beside its first line."""
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("muted"))
        block = self.firstVisibleBlock()
        number = self._items_above(block.blockNumber()) if self._marker == "1" else 0
        metrics, right = self.fontMetrics(), self._theme.px(_ROOM)
        while block.isValid():
            where = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if where.top() > self.viewport().height():
                break
            if block.text().strip() or block == self.textCursor().block():
                number += 1
                area = QRect(0, round(where.top()), right, metrics.lineSpacing())
                self._paint_mark(painter, area, number)
            block = block.next()

    def _paint_mark(self, painter: QPainter, area: QRect, number: int) -> None:
        if self._marker == "☐":  # drawn: not every face has it
            size = self._theme.px(12)
            painter.drawRect(QRect(area.right() - size - 4, area.y() + (area.height() - size) // 2, size, size))
            return
        words = f"{number}." if self._marker == "1" else self._marker
        painter.drawText(area.adjusted(0, 0, -4, 0), Qt.AlignmentFlag.AlignRight, words)

    def _items_above(self, place: int) -> int:
        block, count = self.document().firstBlock(), 0
        while block.isValid() and block.blockNumber() < place:
            count += bool(block.text().strip())
            block = block.next()
        return count

    def _place(self) -> None:
        seen = self.viewport().geometry()
        room = self._theme.px(_ROOM)
        self._marks.setGeometry(QRect(seen.x() - room, seen.y(), room, seen.height()))

    def _dress(self) -> None:
        self.setViewportMargins(self._theme.px(_ROOM), 0, 0, 0)
        self._place()


class _Marks(QWidget):
    """The strip beside the words."""

    def __init__(self, field: ItemsField) -> None:
        super().__init__(field)
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draws what the field says."""
        self._field.paint_marks(QPainter(self))
