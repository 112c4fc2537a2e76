"""Buttons by meaning. Every button has words; an icon alone has an accessible name and a tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QToolButton

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme

_TINTS = {"primary": "on_accent", "plain": "accent", "link": "accent"}


class WordButton(QPushButton):
    """A button with words and perhaps an icon, which is tinted again when the look changes."""

    def __init__(self, theme: Theme, words: str, role: str, icon: str) -> None:
        super().__init__(words)
        self._theme, self._icon, self._tint = theme, icon, _TINTS.get(role, "text")
        self.setProperty("role", role)
        self.setAutoDefault(True)  # Enter presses it too, on a page as in a dialog
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new look or text size comes as a new style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        if self._icon:
            self.setIcon(self._theme.icon(self._icon, self._tint))
            self.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))


class IconButton(QToolButton):
    """A small button with an icon only."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setProperty("role", "plain")
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new look or text size comes as a new style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setIcon(self._theme.icon(self._icon, "accent"))
        self.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))


def button(theme: Theme, words: str, press: Callable[[], object], role: str = "", icon: str = "") -> QPushButton:
    """A button with words and, if named, an icon. Roles: primary (one a page), plain, link, chip, big, answer."""
    made = WordButton(theme, words, role, icon)
    made.clicked.connect(lambda checked=False: press())
    return made


def icon_button(theme: Theme, icon: str, name: str, press: Callable[[], object]) -> QToolButton:
    """A small button with an icon only; its name is spoken and shown as a tooltip."""
    made = IconButton(theme, icon)
    made.setAccessibleName(name)
    made.setToolTip(plain_tip(name))
    made.clicked.connect(lambda checked=False: press())
    return made
