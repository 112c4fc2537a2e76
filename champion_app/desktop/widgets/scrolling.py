"""The scroll area around a part that may be higher than its room, and bringing something in it into sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """A scroll area that goes up and down, never sideways, and is no stop of the Tab key."""
    inside.setObjectName("page_body")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def bring_into_sight(first: QWidget, words: QWidget, last: QWidget) -> None:
    """Scrolls so that ``words`` can be seen; where ``last`` does not fit as well, ``first`` comes to the top."""
    above = first.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is None or inside is None or not first.isVisible():
        return
    above.ensureWidgetVisible(words, 0, 48)
    low = last.mapTo(inside, QPoint(0, last.height())).y()
    bar = above.verticalScrollBar()
    if low > bar.value() + above.viewport().height():
        bar.setValue(first.mapTo(inside, QPoint(0, 0)).y())
