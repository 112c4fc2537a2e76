"""A text to read that somebody typed: plain, selectable, and in a field that scrolls when it is very long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, label

# Longer than this, a text scrolls in a field of its own: a label of 10,000 lines holds the window up.
LONG = 2_000
_HEIGHT = 240


class ReadingText(QWidget):
    """``caption`` stands above in small letters; with no words the whole is hidden."""

    def __init__(self, theme: Theme, caption: str = "", role: str = "") -> None:
        super().__init__()
        self._theme, self._caption = theme, caption
        self._text = ""
        self._field: QPlainTextEdit | None = None
        self.caption = label(caption, "small")
        self.words = label("", role)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.caption)
        self._column.addWidget(self.words)
        self._column.addStretch(1)
        self.caption.setVisible(bool(caption))
        self.hide()

    def show_text(self, text: str) -> None:
        """Shows the words, or nothing at all."""
        if text == self._text:
            return
        self._text = text
        long = len(text) > LONG
        self.words.setText("" if long else breakable(text))
        self.words.setVisible(not long)
        if long and self._field is None:
            self._field = self._made()
        if self._field is not None:
            self._field.setPlainText(text if long else "")
            self._field.setVisible(long)
        self.setVisible(bool(text))

    def _made(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self._caption or self.accessibleName())
        field.setFixedHeight(self._theme.px(_HEIGHT))
        self._column.insertWidget(self._column.count() - 1, field)
        return field
