"""The second step of taking a list in: how it was read, its first records as they would be, and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.column_mapping import ColumnMapping
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.taking_words import cut, told_fields
from champion_app.desktop.words import tr, trn
from champion_app.domain.imports import Record
from champion_app.domain.item_tables import to_table
from champion_app.tasks.opened_lists import ENCODINGS, OpenedList, is_unclear

FIRST = 5
_MOST_NOTES = 8
_LONGEST_VALUE = 120
_LONGEST_LINE = 90
_ITSELF = "itself"
_SEPARATORS = {",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Upright lines (|)"}
_LETTERS = {
    "utf-8": "UTF-8 (what most programs write today)",
    "cp1252": "Western European (Windows)",
    "iso8859-1": "Western European (ISO 8859-1)",
    "utf-16": "UTF-16 (Excel's “Unicode text”)",
    "cp1250": "Central European (Windows)",
    "cp850": "Western European (DOS)",
    "mac-roman": "Western European (old Mac)",
}


class ListLines(QScrollArea):
    """``mapping_chosen`` carries what the columns, sheet or headings should be, ``letters_chosen`` how to read it."""

    mapping_chosen = Signal(object)
    letters_chosen = Signal(str, str)

    def __init__(self, theme: Theme, noun: str) -> None:
        super().__init__()
        self._theme, self._noun = theme, noun
        self._opened: OpenedList | None = None
        self.about = label("", "muted")
        self.notes = label("", "small")
        self.unclear = label("", "warning")
        self.problem = label("", "warning")
        self._warning = QFrame()
        self._records = QVBoxLayout()
        self.letters, self.separator, self.sheet, self.heading = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._choices = {
            "letters": LabelledField(tr("Letters look odd? Read as"), self.letters),
            "separator": LabelledField(tr("What stands between the columns"), self.separator),
            "sheet": LabelledField(tr("Which sheet"), self.sheet),
            "heading": LabelledField(tr("Where the headings stand"), self.heading),
        }
        self.mapping = ColumnMapping(noun)
        self._inside = QWidget()
        self.columns = Fold(theme, "", self._inside)
        self._build()
        self._connect()

    def show_list(self, opened: OpenedList) -> None:
        """Shows a list as it was read. The part about columns is open when a person is needed there."""
        before, self._opened = self._opened, opened
        self.about.setText(_about(opened))
        self._show_notes(opened.reading.notes)
        self._show_problem(opened)
        self._show_records(opened)
        self._show_choices(opened)
        columns = opened.reading.columns
        self.mapping.show_columns(columns)
        self.columns.setVisible(bool(columns) and opened.file is not None)
        used = sum(bool(column.field) for column in columns)
        self.columns.heading.setText(tr("Columns: {used} used, {out} left out", used=used, out=len(columns) - used))
        waiting = sum(is_unclear(column) for column in columns)
        self._show_unclear(waiting if opened.problem is None else 0)
        if (
            (waiting or opened.problem is not None)
            and (before is None or before.path != opened.path)
            and not self.columns.heading.isChecked()
        ):
            self.columns.heading.click()
        if before is None or before.path != opened.path:
            self.verticalScrollBar().setValue(0)

    def first_to_place(self) -> QWidget:
        """Where the keyboard is wanted while nothing can be read yet: at the first column without a place."""
        rows = self.mapping.rows
        row = next((one for one in rows if not one.column.field), rows[0] if rows else None)
        return row.choice if row is not None else self.letters

    def _build(self) -> None:
        inside = QVBoxLayout(self._warning)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.problem)
        self._warning.setProperty("role", "warning")
        choices = Columns(self._theme, least=240, most=3)
        for name in ("letters", "separator", "sheet"):
            choices.addWidget(self._choices[name])
        within = QVBoxLayout(self._inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(12)
        within.addWidget(self._choices["heading"])
        within.addWidget(self.mapping)
        self._records.setSpacing(8)
        body = QWidget()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 8, 24, 16)
        column.setSpacing(12)
        for part in (self.about, self.unclear, self._warning):
            column.addWidget(part)
        column.addLayout(self._records)
        column.addLayout(choices)
        column.addWidget(self.notes)
        column.addWidget(self.columns)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.mapping.chosen.connect(self._column_chosen)
        self.sheet.activated.connect(lambda place: self._other_sheet())
        self.heading.activated.connect(lambda place: self._other_heading())
        for box in (self.letters, self.separator):
            box.activated.connect(lambda place: self._read_otherwise())

    def _column_chosen(self, heading: str, field: str) -> None:
        if self._opened is not None:
            columns = {**self._opened.mapping.columns, heading: field}
            self.mapping_chosen.emit(replace(self._opened.mapping, columns=columns))

    def _other_sheet(self) -> None:
        if self._opened is not None:
            sheet = "" if self.sheet.value == _ITSELF else self.sheet.value
            self.mapping_chosen.emit(replace(self._opened.mapping, sheet=sheet, heading_line=0))

    def _other_heading(self) -> None:
        if self._opened is not None:
            line = 0 if self.heading.value == _ITSELF else int(self.heading.value)
            self.mapping_chosen.emit(replace(self._opened.mapping, heading_line=line))

    def _read_otherwise(self) -> None:
        letters = "" if self.letters.value == _ITSELF else self.letters.value
        separator = "" if self.separator.value == _ITSELF else self.separator.value
        self.letters_chosen.emit(letters, separator)

    def _show_notes(self, notes: Sequence[str]) -> None:
        shown = [f"• {tr(note)}" for note in notes[:_MOST_NOTES]]
        if len(notes) > _MOST_NOTES:
            shown.append(tr("• and {n} more like these", n=len(notes) - _MOST_NOTES))
        self.notes.setText(breakable("\n".join(shown)))
        self.notes.setVisible(bool(shown))

    def _show_unclear(self, waiting: int) -> None:
        many = "We do not know what {n} of the columns are for, and leave them out. Below you can say what they are."
        self.unclear.setText(
            trn("We do not know what one of the columns is for, and leave it out. Below you can say what it is.",
                many, waiting)
        )  # fmt: skip
        self.unclear.setVisible(waiting > 0)

    def _show_problem(self, opened: OpenedList) -> None:
        refused = opened.problem
        reason = str(refused.details["reason"]) if refused is not None else ""
        words = tr("Nothing can be read from it yet: {reason}. Choose below which column holds the names.",
                   reason=tr(reason))  # fmt: skip
        self.problem.setText(breakable(words) if refused is not None else "")
        self._warning.setVisible(refused is not None)

    def _show_records(self, opened: OpenedList) -> None:
        empty(self._records)
        first = [record for record in opened.reading.records if record.fields is not None][:FIRST]
        if first:
            heading = trn("The first one would be:", "The first {n} would be:", len(first))
            self._records.addWidget(label(heading, "strong"))
        elif opened.problem is None:
            self._records.addWidget(label(tr("There is nothing in it that could be taken in."), "strong"))
        for record in first:
            self._records.addWidget(_record_card(self._noun, record))

    def _show_choices(self, opened: OpenedList) -> None:
        file, mapping = opened.file, opened.mapping
        text = file is not None and bool(file.encoding)
        for name, shown in (("letters", text), ("separator", text), ("sheet", len(opened.sheets) > 1)):
            self._choices[name].setVisible(shown)
        if file is not None and text:
            known = dict.fromkeys((*_LETTERS, *ENCODINGS, file.encoding))
            letters = [(tr(_LETTERS.get(name, name)), name) for name in known]
            self.letters.fill([("", [(tr("Let the file decide"), _ITSELF), *letters])])
            self.letters.show_value(file.encoding)
            known = dict.fromkeys((*_SEPARATORS, file.separator))
            marks = [(tr(_SEPARATORS.get(mark, mark)), mark) for mark in known if mark]
            self.separator.fill([("", [(tr("Let the file decide"), _ITSELF), *marks])])
            self.separator.show_value(file.separator)
        self.sheet.fill([("", [(tr("All of them"), _ITSELF), *((cut(one, 60), one) for one in opened.sheets)])])
        self.sheet.show_value(mapping.sheet or _ITSELF)
        lines = [(cut(tr("Line {n}: {words}", n=line, words=words), _LONGEST_LINE), str(line))
                 for line, words in opened.first_lines]  # fmt: skip
        self.heading.fill([("", [(tr("Let us find them"), _ITSELF), *lines])])
        self.heading.show_value(str(mapping.heading_line) if mapping.heading_line else _ITSELF)


def _record_card(noun: str, record: Record) -> QFrame:
    """A record as it would come in: its name, and under it every field that says something."""
    made = card()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(16, 8, 16, 8)
    layout.setSpacing(2)
    layout.addWidget(label(breakable(cut(record.name, _LONGEST_VALUE)), "strong"))
    assert record.fields is not None
    told = [
        f"{name}: {' '.join(words.split())}"
        for name, words in told_fields(noun, to_table(record.fields), _LONGEST_VALUE)
    ]
    layout.addWidget(label(breakable(" · ".join(told)) if told else tr("Nothing but its name."), "muted"))
    return made


def _about(opened: OpenedList) -> str:
    """Which file it is, how many lines it has, and how it was read."""
    lines = trn("{n} line", "{n} lines", len(opened.reading.records))
    if opened.file is None:
        services = trn("{n} service", "{n} services", len(opened.reading.records))
        return tr("{name}: {n} in the form of Open Referral.", name=breakable(opened.path.name), n=services)
    file = opened.file
    said = [tr("{name}: {lines}.", name=breakable(opened.path.name), lines=lines) if opened.problem is None
            else tr("{name}.", name=breakable(opened.path.name))]  # fmt: skip
    if file.encoding:
        letters = tr(_LETTERS.get(file.encoding, file.encoding)).split(" (")[0]
        said.append(tr("Read as {letters}, with {marks} between the columns.", letters=letters,
                       marks=tr(_SEPARATORS.get(file.separator, file.separator)).lower()))  # fmt: skip
    return " ".join(said)
