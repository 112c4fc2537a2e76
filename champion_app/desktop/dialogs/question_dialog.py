"""A question that needs an answer before going on. Asked rarely: most things can be undone instead."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.messages import Question
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label


class QuestionDialog(QDialog):
    """Title, sentence, two buttons named for what they do. Escape is the second one."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setMinimumWidth(theme.px(420))
        self.yes = button(theme, question.yes, self.accept, "primary")
        self.no = button(theme, question.no, self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addWidget(label(question.title, "section"))
        layout.addWidget(label(question.text))
        layout.addLayout(buttons)
        self.accepted.connect(question.on_yes)
        if question.on_no is not None:
            self.rejected.connect(question.on_no)
        self.finished.connect(self.deleteLater)
