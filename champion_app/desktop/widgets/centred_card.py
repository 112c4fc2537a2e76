"""The one card in the middle of a window that shows nothing else; where it does not fit, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import card, picture
from champion_app.desktop.widgets.scrolling import scrolling


def centred_card(theme: Theme, icon: str, width: int = 560) -> tuple[QScrollArea, QVBoxLayout]:
    """The scrolling middle of a window, and the layout of its card, which has an icon at the top."""
    box = card()
    inner = QVBoxLayout(box)
    inner.setContentsMargins(32, 32, 32, 32)
    inner.setSpacing(16)
    mark = picture("")
    mark.setPixmap(theme.pixmap(icon, "accent", 48))
    inner.addWidget(mark)
    theme.changed.connect(lambda: mark.setPixmap(theme.pixmap(icon, "accent", 48)))
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(24, 24, 24, 24)
    row.addStretch(1)
    row.addWidget(box, 100, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)

    def fit() -> None:
        box.setMaximumWidth(theme.px(width))

    theme.changed.connect(fit)
    fit()
    return scrolling(middle), inner
