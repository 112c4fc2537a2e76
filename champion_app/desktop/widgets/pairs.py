"""A layout of pairs: a few words at the left, what belongs to them at the right. Each height is measured once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True)
class _Pair:
    left: tuple[QLayoutItem, ...]
    right: QLayoutItem | None


class Pairs(QLayout):
    """``left_width`` says how wide the left side is at a width of the whole; 0 puts the right side underneath.

    Qt's own layouts measure every label again and again: a table of 200 rows held the window up for half a second.
    """

    def __init__(self, parent: QWidget, left_width: Callable[[int], int], gap: int, between: int) -> None:
        super().__init__(parent)
        self._left_width, self._gap, self._between = left_width, gap, between
        self._pairs: list[_Pair] = []
        self._heights: dict[int, int] = {}
        self.tops: list[int] = []  # where each pair begins, once it has been placed
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def add_pair(self, left: Sequence[QWidget], right: QWidget | None) -> None:
        """One more pair; the left side may have several labels, one under the other."""
        items = [self._item(widget) for widget in (*left, *([right] if right is not None else []))]
        self._pairs.append(_Pair(tuple(items[: len(left)]), items[-1] if right is not None else None))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Called by Qt for a widget: pairs are added as pairs."""
        self._added = item

    def count(self) -> int:
        """How many widgets there are."""
        return len(self._items())

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """One of them, or None."""
        items = self._items()
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Takes one out, or None."""
        gone = self.itemAt(index)
        if gone is None:
            return None
        self._pairs = [
            _Pair(tuple(item for item in pair.left if item is not gone), pair.right if pair.right is not gone else None)
            for pair in self._pairs
        ]
        self.invalidate()
        return gone

    def invalidate(self) -> None:
        """Forgets what was measured."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Takes the whole width and no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """How high it is at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Puts everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same as the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """It lives with any width; the height follows from it."""
        return QSize(0, 0)

    def _item(self, widget: QWidget) -> QLayoutItem:
        self.addWidget(widget)
        return self._added

    def _items(self) -> list[QLayoutItem]:
        return [
            item for pair in self._pairs for item in (*pair.left, *([pair.right] if pair.right is not None else []))
        ]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        rect = rect.marginsRemoved(margins)
        left = self._left_width(rect.width())
        beside = left > 0
        x = rect.x() + left + self._gap if beside else rect.x()
        y, tops = rect.y(), []
        for pair in self._pairs:
            tops.append(y)
            low = y
            for item in pair.left:
                low = _put(item, QPoint(rect.x(), low), left if beside else rect.width(), move=move)
            if pair.right is not None:
                top = y if beside else low
                low = max(low, _put(pair.right, QPoint(x, top), rect.right() + 1 - x, move=move))
            y = low + self._between
        if move:
            self.tops = tops
        return max(y - self._between - rect.y(), 0) + margins.top() + margins.bottom()


def _put(item: QLayoutItem, at: QPoint, width: int, *, move: bool) -> int:
    """Places a widget, and returns where it ends."""
    high = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    if move:
        item.setGeometry(QRect(at, QSize(width, high)))
    return at.y() + high
