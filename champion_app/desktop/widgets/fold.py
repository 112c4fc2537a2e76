"""A heading that opens and closes what stands under it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button


class Fold(QWidget):
    """The heading is a button; the arrow and the spoken state say whether it is open."""

    def __init__(self, theme: Theme, words: str, inside: QWidget, *, opened: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.heading = button(theme, words, self._turned, "fold")
        self.heading.setCheckable(True)
        self.heading.setChecked(opened)
        self.inside = inside
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(inside)
        inside.setVisible(opened)  # not before it has a parent: it would be a window of its own
        theme.changed.connect(self._dress)
        self._dress()

    def _turned(self) -> None:
        self.inside.setVisible(self.heading.isChecked())
        self._dress()

    def _dress(self) -> None:
        self.heading.setIcon(self._theme.icon("unfold" if self.heading.isChecked() else "next", "accent"))
        self.heading.setIconSize(QSize(self._theme.px(15), self._theme.px(15)))
