"""Which statements and criteria a resource helps with: eight ticks, and beside each its criteria as small buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Statement, Toolkit

# Narrower than this at 100 % text, a statement and its numbers do not fit beside each other.
_NARROW = 420

_WORDED = (QEvent.Type.FocusIn, QEvent.Type.Enter)


class CriteriaTicks(QWidget):
    """The wording of the criterion under the keyboard or the mouse stands below. ``changed`` is emitted by hand only.

    A criterion brings its statement along; a statement that is let go takes its criteria with it.
    """

    changed = Signal()

    def __init__(self, theme: Theme, toolkit: Toolkit, ours: ServiceType) -> None:
        super().__init__()
        self._kept_statements: tuple[int, ...] = ()
        self._kept_criteria: tuple[str, ...] = ()
        self.statements: dict[int, QCheckBox] = {}
        self.criteria: dict[str, QPushButton] = {}
        self._wording: dict[QObject, str] = {}
        self.wording = label("", "small")
        self._theme = theme
        self._rows: list[tuple[QWidget, QWidget]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for statement in toolkit.statements:
            self._add(statement, ours)
        self._arrange()
        self._grid.addWidget(self.wording, 2 * len(toolkit.statements), 0, 1, 2)
        self.wording.setMinimumHeight(self.wording.fontMetrics().lineSpacing() * 2)
        self._say(tr("Move to a number to read its wording."))

    def show_values(self, statements: Sequence[int], criteria: Sequence[str]) -> None:
        """Ticks what is among the values."""
        self._kept_statements, self._kept_criteria = tuple(statements), tuple(criteria)
        for statement, tick in self.statements.items():
            tick.setChecked(statement in statements)
        for criterion, made in self.criteria.items():
            made.setChecked(criterion in criteria)

    def statement_values(self) -> tuple[int, ...]:
        """The statements ticked, those known before first and in their order."""
        ticked = {number for number, tick in self.statements.items() if tick.isChecked()}
        kept = [one for one in self._kept_statements if one in ticked or one not in self.statements]
        return (*kept, *(number for number in self.statements if number in ticked and number not in kept))

    def criterion_values(self) -> tuple[str, ...]:
        """The criteria ticked, those known before first and in their order."""
        ticked = {number for number, made in self.criteria.items() if made.isChecked()}
        kept = [one for one in self._kept_criteria if one in ticked or one not in self.criteria]
        return (*kept, *(number for number in self.criteria if number in ticked and number not in kept))

    def in_order(self) -> list[QWidget]:
        """Every control in the order of the Tab key: a statement, then its criteria."""
        found: list[QWidget] = []
        for number, tick in self.statements.items():
            mine = [made for name, made in self.criteria.items() if name.partition(".")[0] == str(number)]
            found += [tick, *mine]
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Says the wording of what the keyboard or the mouse has come to."""
        if event.type() in _WORDED and watched in self._wording:
            self._say(self._wording[watched])
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room the numbers stand below their statement."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        for place, (tick, beside) in enumerate(self._rows):
            self._grid.addWidget(tick, 2 * place, 0, 1, 2 if self._narrow else 1, Qt.AlignmentFlag.AlignTop)
            down, across = (1, 0) if self._narrow else (0, 1)
            self._grid.addWidget(beside, 2 * place + down, across, 1, 2 if self._narrow else 1)

    def _add(self, statement: Statement, ours: ServiceType) -> None:
        tick = QCheckBox(f"{statement.number}. {statement.title}")
        tick.clicked.connect(lambda checked, number=statement.number: self._statement_turned(number, checked))
        self.statements[statement.number] = tick
        self._word(tick, statement.text)
        beside = QWidget()
        flow = Flow(beside, 4)
        for criterion in statement.criteria:
            made = button(self._theme, criterion.number, partial(self._criterion_turned, criterion.number), "chip")
            made.setCheckable(True)
            made.setAutoDefault(False)
            words = f"{criterion.number} {criterion.wording(ours)}"
            made.setAccessibleName(words)
            self._word(made, words)
            self.criteria[criterion.number] = made
            flow.addWidget(made)
        self._rows.append((tick, beside))

    def _word(self, control: QWidget, words: str) -> None:
        self._wording[control] = words
        control.installEventFilter(self)

    def _say(self, words: str) -> None:
        self.wording.setText(words)

    def _statement_turned(self, number: int, checked: bool) -> None:
        if not checked:
            for criterion, made in self.criteria.items():
                if criterion.partition(".")[0] == str(number):
                    made.setChecked(False)
        self.changed.emit()

    def _criterion_turned(self, number: str) -> None:
        if self.criteria[number].isChecked():
            self.statements[int(number.partition(".")[0])].setChecked(True)
        self.changed.emit()
