"""A field for a passphrase: hidden unless asked, with a word about Caps Lock. What is typed here is kept nowhere."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr

LONGEST = 1_000
_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseField(QWidget):
    """``words`` stand above the field and name it; ``typed`` is emitted with every letter, ``entered`` for Enter."""

    typed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, words: str, help_words: str = "") -> None:
        super().__init__()
        self._theme, self._named, self._help = theme, words, help_words
        self._caps = False
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS)
        self.line.setAccessibleName(words)
        self.line.setAccessibleDescription(help_words)
        self.show_it = self._show_button()
        self.caps = label(tr("Caps Lock is on."), "small_warning")
        self.help = label(help_words, "small")
        self.problem = label("", "problem")
        self._build(words)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda text: self._changed())
        self.line.returnPressed.connect(self.entered)

    def text(self) -> str:
        """What was typed, every letter of it."""
        return self.line.text()

    def clear(self) -> None:
        """Forgets what was typed, and hides what comes next."""
        self.line.clear()
        self.show_it.setChecked(False)
        self._show()

    def say(self, problem: str) -> None:
        """Says what is wrong with it, or takes that away when ``problem`` is empty."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem or self._help)
        self.line.setProperty("problem", bool(problem))
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Every letter tells whether Caps Lock is on; Qt itself does not."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._listen(event)
        elif event.type() == QEvent.Type.FocusIn:
            self._show_caps(on=_caps_lock_known_on())
        elif event.type() == QEvent.Type.FocusOut:
            self._show_caps(on=False)
        return super().eventFilter(watched, event)

    def _listen(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._show_caps(on=not self._caps)
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._show_caps(on=letter.isupper() is not shift)

    def _show_caps(self, *, on: bool) -> None:
        if on and not self._caps:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, self.caps.text()))
        self._caps = on
        self.caps.setVisible(on)

    def _changed(self) -> None:
        if self.problem.text():
            self.say("")
        self.typed.emit()

    def _show_button(self) -> QPushButton:
        made = button(self._theme, tr("Show"), self._show, "", "show")
        made.setCheckable(True)
        made.setAutoDefault(False)  # Enter in the field is no press on it
        made.setAccessibleName(tr("Show what is typed in {field}", field=self._named))
        return made

    def _show(self) -> None:
        shown = self.show_it.isChecked()
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(_HINTS)

    def _build(self, words: str) -> None:
        above = label(words, "strong")
        above.setBuddy(self.line)
        self.setFocusProxy(self.line)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(above)
        column.addLayout(row)
        for part in (self.caps, self.help, self.problem):
            column.addWidget(part)
            part.setVisible(part is self.help and bool(self._help))


def _caps_lock_known_on() -> bool:
    """Whether Caps Lock is known to be on before a letter is typed: only Windows says so without being asked nicely."""
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.user32.GetKeyState(0x14) & 1)
