"""The studio's three columns: gallery, form and live pages side by side; in a narrow window one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.page import GAP

# Narrower than this at 100 % text, the three columns stand one under the other.
_NARROW = 940
# How the room is shared out.
_SHARES = (5, 8, 8)


class StudioColumns(QScrollArea):
    """Three columns with a scroll bar each, or one column with one. ``turned`` says whether it is one now."""

    turned = Signal(bool)

    def __init__(self, theme: Theme, left: QWidget, form: QWidget, right: QWidget) -> None:
        super().__init__()
        self._theme, self._form = theme, form
        self.form_area = _scrolling(QScrollArea(), form)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.setContentsMargins(0, 0, 0, 0)
        for widget, share in zip((left, self.form_area, right), _SHARES, strict=True):
            self._columns.addWidget(widget, share)
        inner = QWidget()
        inner.setLayout(self._columns)
        _scrolling(self, inner)
        theme.changed.connect(self._fit)

    @property
    def narrow(self) -> bool:
        """Whether the columns stand one under the other."""
        return self._columns.direction() is QBoxLayout.Direction.TopToBottom

    def to_top(self) -> None:
        """Shows the form from its beginning, for another leaflet."""
        self.form_area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may have room for one column only."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow == self.narrow:
            return
        if narrow:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            self.form_area.takeWidget()
            self.form_area.hide()
            self._columns.insertWidget(1, self._form)
        else:
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._columns.removeWidget(self._form)
            self.form_area.setWidget(self._form)
            self.form_area.show()
        self._form.show()
        self.turned.emit(narrow)


def _scrolling(area: QScrollArea, inside: QWidget) -> QScrollArea:
    inside.setObjectName("page_body")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def one_below(*widgets: QWidget, edge: int = 0, stretch: bool = True) -> QWidget:
    """Widgets one under the other; ``edge`` keeps them off a scroll bar at the right."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, edge, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    if stretch:
        column.addStretch(1)
    return made


def titled(title: str, inside: QWidget) -> QWidget:
    """A card with something in it, under a title if it has one."""
    made = card()
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    if title:
        column.addWidget(label(title, "strong"))
    column.addWidget(inside)
    return made
