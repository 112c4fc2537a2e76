"""A question that needs an answer before going on. Asked rarely: most things can be undone instead."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.messages import Question
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label

EDGE = 24


class QuestionDialog(QDialog):
    """Title, sentence, two buttons named for what they do. Escape is the second one."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.yes = button(theme, question.yes, self.accept, "primary")
        self.no = button(theme, question.no, self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(16)
        layout.addWidget(label(question.title, "section"))
        words = label(question.text)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(words)
        layout.addWidget(area)
        layout.addLayout(buttons)
        self._fit(layout, area, words, theme.px(480), parent.size())
        self.accepted.connect(question.on_yes)
        if question.on_no is not None:
            self.rejected.connect(question.on_no)
        self.finished.connect(self.deleteLater)

    def _fit(self, layout: QVBoxLayout, area: QScrollArea, words: QLabel, wanted: int, behind: QSize) -> None:
        """As tall as its words, which scroll when the window behind is not tall enough: nothing is cut off."""
        words.ensurePolished()
        width = min(wanted, behind.width() - 2 * EDGE)
        bar = area.verticalScrollBar().sizeHint().width()
        tall = words.heightForWidth(width - 2 * EDGE - bar)
        area.setFixedHeight(tall)
        over = layout.totalHeightForWidth(width) - (behind.height() - 2 * EDGE)
        if over > 0:
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            area.setFixedHeight(max(tall - over, 2 * words.fontMetrics().lineSpacing()))
        self.resize(width, layout.totalHeightForWidth(width))
