"""Fields that save what is typed: after a short pause, when left, and whenever the page is asked to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.saver import Saver
from champion_app.domain.dates import british, read_date
from champion_app.faults import BadDate


class NoteField(QPlainTextEdit):
    """Many lines of plain text. ``paused`` carries the words after a pause or when the field is left.

    Tab moves on to the next field; pasted pictures and formatting are left behind.
    """

    paused = Signal(str)

    def __init__(self, name: str, lines: int = 4, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        self._saver = Saver(self, lambda: self.paused.emit(self.toPlainText()))
        self.textChanged.connect(self._saver.touch)

    def show_text(self, text: str) -> None:
        """Puts words in without saving them again. Words being typed are kept when they are the same."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self._saver.forget()

    def flush(self) -> None:
        """Saves now what was typed since the last pause."""
        self._saver.flush()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Pastes the plain words only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving the field saves it."""
        super().focusOutEvent(event)
        self._saver.flush()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new text size makes the field taller."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_lines"):
            self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines + 24)


class LineField(QLineEdit):
    """One line of plain text. ``paused`` carries the words after a pause or when the field is left."""

    paused = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._saver = Saver(self, lambda: self.paused.emit(self.text()))
        self.textEdited.connect(lambda text: self._saver.touch())
        self.editingFinished.connect(self._saver.flush)

    def show_text(self, text: str) -> None:
        """Puts words in without saving them again."""
        if text != self.text():
            self.setText(text)
        self._saver.forget()

    def flush(self) -> None:
        """Saves now what was typed since the last pause."""
        self._saver.flush()


class DateField(QWidget):
    """A British date typed the way people type it; help in words stands under it, and the words typed stay.

    ``settled`` is emitted with the date (or None) when the field is left holding something readable. With ``past`` a
    day without a year is the last one gone by: for what was done, not for what is due.
    """

    settled = Signal(object)

    def __init__(self, name: str, today: Callable[[], date], hint: str, *, past: bool = False) -> None:
        super().__init__()
        self._today = today
        self._past = past
        self.line = LineField(name, hint)
        self.help = label("", "problem")
        self.help.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.help)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._leave)

    def show_date(self, day: date | None) -> None:
        """Shows a date in full, or an empty field."""
        self.line.show_text(british(day) if day else "")
        self._say("")

    def date(self) -> date | None:
        """The date typed, or None when empty. Raises BadDate with its words shown under the field."""
        try:
            day = read_date(self.line.text(), self._today(), past=self._past)
        except BadDate as fault:
            self._say(fault_words(fault))
            raise
        self._say("")
        return day

    def _leave(self) -> None:
        try:
            day = self.date()
        except BadDate:
            return
        if day:
            self.line.show_text(british(day))
        self.settled.emit(day)

    def _say(self, words: str) -> None:
        self.help.setText(words)
        self.help.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        self.line.setProperty("problem", bool(words))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
