"""A recovery code being typed: a field for each of its four groups, and the wrong one named."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr
from champion_app.domain.recovery_codes import GROUPS, LONG, group_adds_up

_NAMES = ("First group", "Second group", "Third group", "Fourth group")
_SLIPS = (
    "There is a slip in the first group.",
    "There is a slip in the second group.",
    "There is a slip in the third group.",
    "There is a slip in the fourth group.",
)
_BETWEEN = re.compile(r"[\s\W_]+")


class CodeGroups(QWidget):
    """``entered`` is emitted for Enter. A whole code may be pasted into any field."""

    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lines = [QLineEdit() for _ in range(GROUPS)]
        self.problem = label("", "problem")
        grid = Columns(theme, 110, GROUPS, gap=12)
        for place, line in enumerate(self.lines):
            grid.addWidget(self._field(place, line))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.problem)
        self.problem.hide()
        self.setFocusProxy(self.lines[0])

    @property
    def code(self) -> str:
        """The groups as typed, with a gap between them."""
        return " ".join(_plain(line.text()) or "-" for line in self.lines)

    def clear(self) -> None:
        """Forgets what was typed."""
        for line in self.lines:
            line.clear()
        self.say("")

    def say(self, problem: str) -> None:
        """Says what is wrong with the code as a whole, or takes that away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.lines[0].setAccessibleDescription(problem)

    def wrong(self) -> list[int]:
        """Which groups are whole and cannot be right (0 to 3)."""
        parts = [_plain(line.text()) for line in self.lines]
        return [place for place, part in enumerate(parts) if len(part) >= LONG and not group_adds_up(part, place)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A whole code that is pasted goes where it belongs; Backspace in an empty group leads back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            place = self.lines.index(watched)
            if event.matches(QKeySequence.StandardKey.Paste):
                return self._spread(place, QGuiApplication.clipboard().text())
            if event.key() == Qt.Key.Key_Backspace and not watched.text() and place:
                self._go_to(place - 1)
                return True
        return super().eventFilter(watched, event)

    def _spread(self, place: int, words: str) -> bool:
        """More signs than a group has go on into the next ones: whoever types on looks at the sheet, not here. A whole
        code begins in the first group wherever it was put. Says whether there were more."""
        signs = _plain(words)
        if len(signs) <= LONG:
            return False
        first = 0 if len(signs) >= GROUPS * LONG else place
        parts = [signs[start : start + LONG] for start in range(0, len(signs), LONG)][: GROUPS - first]
        for line, part in zip(self.lines[first:], parts, strict=False):
            line.setText(part)
        self.lines[first + len(parts) - 1].setFocus()
        self._changed()
        return True

    def _go_to(self, place: int) -> None:
        """What is typed now takes the place of what stands there."""
        self.lines[place].setFocus()
        self.lines[place].selectAll()

    def _field(self, place: int, line: QLineEdit) -> QWidget:
        line.setAccessibleName(tr(_NAMES[place]))
        line.setMaxLength(LONG * 3)  # room for gaps and dashes
        line.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData)
        line.installEventFilter(self)
        line.textEdited.connect(lambda text: self._edited(place))
        line.editingFinished.connect(self._look)
        line.returnPressed.connect(self.entered)
        words = label(tr(_NAMES[place]), "small")
        words.setBuddy(line)
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(words)
        inside.addWidget(line)
        return made

    def _edited(self, place: int) -> None:
        text = self.lines[place].text()
        if self._spread(place, text):
            return
        self._changed()
        full = len(_plain(text)) == LONG and self.lines[place].cursorPosition() == len(text)
        if full and place + 1 < GROUPS and place not in self.wrong():
            self._go_to(place + 1)

    def _changed(self) -> None:
        self.say("")
        self._look()

    def _look(self) -> None:
        wrong = self.wrong()
        for place, line in enumerate(self.lines):
            if bool(line.property("problem")) != (place in wrong):
                line.setProperty("problem", place in wrong)
                line.style().unpolish(line)
                line.style().polish(line)
        if wrong and not self.problem.text():
            self.say(" ".join(tr(_SLIPS[place]) for place in wrong))


def _plain(words: str) -> str:
    return _BETWEEN.sub("", words)
