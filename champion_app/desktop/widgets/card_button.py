"""A button that holds an icon and two texts, both of which go on in the next line when room is short."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, label, picture, set_role


class CardButton(QPushButton):
    """A whole card to press. Roles: "task" (a card of its own), "line" (a line inside a card)."""

    def __init__(self, theme: Theme, press: Callable[[], object], role: str = "task") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.clicked.connect(lambda checked=False: press())
        self._theme, self._icon, self._token = theme, "", "accent"
        self._picture = picture("")
        self.words = label("", "strong" if role == "task" else "")
        self.second = label("", "small")
        edge = 16 if role == "task" else 6
        row = QHBoxLayout(self)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.second)
        column.addStretch(1)
        row.addLayout(column, 1)
        for inside in (self._picture, self.words, self.second):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._dress)

    def say(self, icon: str, words: str, second: str, token: str = "accent") -> None:
        """Shows an icon in a colour of the theme and two texts. An overdue second line is in that colour too."""
        self._icon, self._token = icon, token
        self.words.setText(breakable(words))
        self.second.setText(breakable(second))
        self.second.setVisible(bool(second))
        set_role(self.second, "problem" if token == "overdue" else "small")
        self.setAccessibleName(". ".join(part for part in (words, second) if part))
        self._dress()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What is inside decides, not the (empty) text of the button."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()

    def _dress(self) -> None:
        if self._icon:
            self._picture.setPixmap(self._theme.pixmap(self._icon, self._token, 20))
