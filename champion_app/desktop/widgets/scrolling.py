"""Bringing something into sight in the scroll area around it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget


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
