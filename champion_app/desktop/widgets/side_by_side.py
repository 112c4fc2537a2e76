"""A list and a reading pane beside each other; in a narrow window, or with large text, they take turns."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from champion_app.desktop.theme import Theme

# Narrower than this at 100 % text there is room for one of the two only.
NARROW = 780


class SideBySide(QWidget):
    """``turned`` is emitted when the two begin to take turns, stop doing so, or change places."""

    turned = Signal()

    def __init__(self, theme: Theme, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._theme, self._left, self._right = theme, left, right
        self.reading = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 5)
        row.addWidget(right, 6)
        theme.changed.connect(self._fit)

    @property
    def narrow(self) -> bool:
        """Whether the two take turns."""
        return self.width() < self._theme.px(NARROW)

    def read(self) -> None:
        """The pane is wanted."""
        self._turn(True)

    def back(self) -> None:
        """The list is wanted."""
        self._turn(False)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Both sides scroll, so no width asks for a height."""
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for every line of help that stands under a field just now."""
        least = super().minimumSizeHint()
        for side in (self._left, self._right):
            layout = side.layout()
            if layout is not None and not side.isHidden():
                least.setHeight(max(least.height(), layout.minimumHeightForWidth(side.width())))
        return least

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As little as it can live with; it takes whatever room there is."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or less room may change who is seen."""
        super().resizeEvent(event)
        self._fit()

    def _turn(self, reading: bool) -> None:
        self.reading = reading
        self._fit()

    def _fit(self) -> None:
        self._left.setVisible(not (self.narrow and self.reading))
        self._right.setVisible(self.reading or not self.narrow)
        self.turned.emit()
