"""The one place where labels are made: always plain text, so that no word typed by anyone is ever read as markup."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

_ENDLESS = re.compile(r"\S{24}(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


def label(text: str, role: str = "", *, wrap: bool = True, parent: QWidget | None = None) -> QLabel:
    """A plain-text label. Roles: title, section, strong, muted, small, number, problem, warning, ok, brand."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    made.setText(text)
    return made


def breakable(text: str) -> str:
    """The same words to look at, but one of more than 24 letters may go on in the next line. Not for copying from."""
    return _ENDLESS.sub(lambda found: found[0] + _ZERO_WIDTH_SPACE, text)


def picture(name: str) -> QLabel:
    """An empty label for a pixmap; ``name`` is what a screen reader says, empty for decoration."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAccessibleName(name)
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Changes a widget's role and dresses it again."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def card(role: str = "card") -> QFrame:
    """An empty card. Roles: card, soft, warning."""
    made = QFrame()
    made.setProperty("role", role)
    return made


def hairline() -> QFrame:
    """A thin line between things."""
    return card("hairline")
