"""A layout of equal columns: as many as fit side by side, the rest in the next row."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from champion_app.desktop.theme import Theme


class Columns(QLayout):
    """``least`` is the narrowest a column may be, in pixels at 100 % text; ``most`` is how many there are at best.

    Every row is as high as its highest item, so that cards line up. Hidden widgets leave no gap.
    """

    def __init__(self, theme: Theme, least: int, most: int, gap: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._least, self._most, self._gap = theme, least, most, gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something inside changes: Qt asks again and again
        self._smallest = QSize()
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        theme.changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Takes one more."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """One of them, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Takes one out, or None."""
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return taken

    def invalidate(self) -> None:
        """Forgets what was measured."""
        self._heights.clear()
        self._smallest = QSize()
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
        """Every column at its least width side by side."""
        across = min(len(self._shown()), self._most)
        width = max(across * (self._width() + self._gap) - self._gap, self.minimumSize().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the widest item in one column; the height follows from the width."""
        if not self._smallest.isValid():
            size = QSize(0, 0)
            for item in self._shown():
                size = size.expandedTo(item.minimumSize())
            self._smallest = size
        return self._smallest

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _width(self) -> int:
        return self._theme.px(self._least)

    def _place(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        least = max(self._width(), self.minimumSize().width())
        across = max(1, min(self._most, len(shown), (rect.width() + self._gap) // (least + self._gap)))
        width = (rect.width() - (across - 1) * self._gap) // across
        y = rect.y()
        for start in range(0, len(shown), across):
            row = shown[start : start + across]
            height = max(_height(item, width) for item in row)
            if move:
                for place, item in enumerate(row):
                    item.setGeometry(QRect(rect.x() + place * (width + self._gap), y, width, height))
            y += height + self._gap
        return y - self._gap - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
