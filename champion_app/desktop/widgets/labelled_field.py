"""A field with its words above it, help below, and beneath that what is wrong, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.widgets.labels import label


class LabelledField(QWidget):
    """``words`` is the visible label and the field's accessible name; ``help`` says what to write."""

    def __init__(self, words: str, field: QWidget, help_words: str = "") -> None:
        super().__init__()
        self.field = field
        self._help = help_words
        self.words = label(words, "strong")
        self.words.setBuddy(field)
        self.help = label(help_words, "small")
        self.problem = label("", "problem")
        field.setAccessibleName(words)
        field.setAccessibleDescription(help_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.words, field, self.help, self.problem):
            layout.addWidget(part)
        layout.addStretch(1)
        # Only now: a label shown before it has a parent is a window of its own for a moment and takes the focus.
        self.help.setVisible(bool(help_words))
        self.problem.hide()

    def add_below(self, note: QWidget) -> None:
        """Puts something that belongs to the words typed right below the field."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.field) + 1, note)

    def say(self, problem: str) -> None:
        """Says what is wrong with the field, or takes that away when ``problem`` is empty."""
        if problem == self.problem.text():
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.field.setAccessibleDescription(problem or self._help)
        self.field.setProperty("problem", bool(problem))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
