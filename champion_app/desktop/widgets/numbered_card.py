"""A card for one step of several: its number and title, and what is to be done in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr


class NumberedCard(QFrame):
    """``done`` says at its foot what came of the step."""

    def __init__(self, number: int, title: str, words: str, *parts: QWidget | QLayout) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.done = label("", "ok")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(label(tr("{n}. {title}", n=number, title=title), "section"))
        if words:
            layout.addWidget(label(words, "muted"))
        for part in parts:
            if isinstance(part, QLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)
        layout.addWidget(self.done)
        self.done.hide()

    def say_done(self, words: str) -> None:
        """Says what was done in this step, or nothing."""
        self.done.setText(words)
        self.done.setVisible(bool(words))
