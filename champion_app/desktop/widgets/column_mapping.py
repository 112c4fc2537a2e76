"""The columns of a list: each heading with examples, and the field it goes to, which a person may change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.labels import breakable, hairline, label, set_role
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.taking_words import cut
from champion_app.desktop.words import tr
from champion_app.domain.imports import ColumnUse
from champion_app.tasks.opened_lists import FIELDS, is_unclear

# Stands for "leave it out" among the choices: an empty value is no choice at all.
_OUT = "-"
_LONGEST_HEADING = 80


class ColumnRow(QWidget):
    """One column. ``chosen`` carries its heading and the field, empty to leave it out."""

    chosen = Signal(str, str)

    def __init__(self, noun: str, column: ColumnUse) -> None:
        super().__init__()
        self.column = column
        self.heading = label(breakable(cut(column.heading, _LONGEST_HEADING)), "strong")
        self.examples = label("", "small")
        self.why = label("", "small")
        self.choice = ChoiceBox()
        fields = [(tr(words), name) for name, words in FIELDS[noun].items()]
        self.choice.fill([("", [(tr("Leave it out"), _OUT)]), (tr("It goes to"), fields)])
        self.choice.setAccessibleName(tr("What “{heading}” is", heading=cut(column.heading, _LONGEST_HEADING)))
        self.choice.activated.connect(lambda place: self._tell())
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.heading, self.examples, self.why):
            words.addWidget(part)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.addLayout(words, 0, 0)
        grid.addWidget(self.choice, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        self.show_column(column)

    def show_column(self, column: ColumnUse) -> None:
        """Shows what is done with the column now."""
        self.column = column
        examples = " · ".join(column.examples)
        self.examples.setText(breakable(tr("For instance: {examples}", examples=examples)) if examples else "")
        self.examples.setVisible(bool(examples))
        self.why.setText(tr(column.why_not) if not column.field else "")
        self.why.setVisible(bool(self.why.text()))
        set_role(self.why, "small_warning" if is_unclear(column) else "small")
        self.choice.show_value(column.field or _OUT)
        self.choice.setAccessibleDescription(" ".join((self.examples.text(), self.why.text())).strip())

    def _tell(self) -> None:
        value = "" if self.choice.value == _OUT else self.choice.value
        if value != self.column.field:
            self.chosen.emit(self.column.heading, value)


class ColumnMapping(QWidget):
    """``chosen`` carries a heading and the field its column goes to from now on, empty to leave it out."""

    chosen = Signal(str, str)

    def __init__(self, noun: str) -> None:
        super().__init__()
        self._noun = noun
        self.rows: list[ColumnRow] = []
        self._headings: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_columns(self, columns: Sequence[ColumnUse]) -> None:
        """Shows the columns. Those shown already stay where they are, with the keyboard in them."""
        headings = [column.heading for column in columns]
        if headings != self._headings:
            self._rebuild(columns)
        for row, column in zip(self.rows, columns, strict=True):
            row.show_column(column)

    def _rebuild(self, columns: Sequence[ColumnUse]) -> None:
        empty(self._column)
        self._headings = [column.heading for column in columns]
        self.rows = [ColumnRow(self._noun, column) for column in columns]
        for place, row in enumerate(self.rows):
            if place:
                self._column.addWidget(hairline())
            self._column.addWidget(row)
            row.chosen.connect(self.chosen)
