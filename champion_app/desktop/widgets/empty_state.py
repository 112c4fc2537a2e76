"""What a page says while there is nothing on it: what it is for and the first thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import card, label, picture


def empty_state(theme: Theme, icon: str, title: str, words: str, first: str, press: Callable[[], object]) -> QFrame:
    """A card with an icon, a title, a sentence or two, and one button."""
    made = card()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(32, 32, 32, 32)
    layout.setSpacing(12)
    mark = picture("")
    mark.setPixmap(theme.pixmap(icon, "accent", 48))
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addWidget(label(title, "section"))
    layout.addWidget(label(words, "muted"))
    layout.addWidget(button(theme, first, press, "primary"), 0, Qt.AlignmentFlag.AlignLeft)
    return made
