"""Buttons by meaning. Every button has words; an icon alone has an accessible name and a tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton

from champion_app.desktop.theme import Theme


def button(theme: Theme, words: str, press: Callable[[], object], role: str = "", icon: str = "") -> QPushButton:
    """A button with words and, if named, an icon. Roles: primary (one a page), plain, chip, big, answer."""
    made = QPushButton(words)
    made.setProperty("role", role)
    made.clicked.connect(lambda checked=False: press())
    if icon:
        tint = {"primary": "on_accent", "plain": "accent"}.get(role, "text")

        def dress() -> None:
            made.setIcon(theme.icon(icon, tint))
            made.setIconSize(QSize(theme.px(20), theme.px(20)))

        dress()
        theme.changed.connect(dress)
        made.destroyed.connect(lambda: _let_go(theme, dress))
    return made


def icon_button(theme: Theme, icon: str, name: str, press: Callable[[], object]) -> QToolButton:
    """A small button with an icon only; its name is spoken and shown as a tooltip."""
    made = QToolButton()
    made.setProperty("role", "plain")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.clicked.connect(lambda checked=False: press())

    def dress() -> None:
        made.setIcon(theme.icon(icon, "accent"))
        made.setIconSize(QSize(theme.px(20), theme.px(20)))

    dress()
    theme.changed.connect(dress)
    made.destroyed.connect(lambda: _let_go(theme, dress))
    return made


def _let_go(theme: Theme, dress: Callable[[], None]) -> None:
    theme.changed.disconnect(dress)
