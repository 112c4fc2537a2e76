"""The action log below the entry card: period, statement, how many were reached, and the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.action_words import statement_choices
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import DateField
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.log_words import log_row, totals_words
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.log_entries import LogEntry, Period, period_start, reached_totals
from champion_app.faults import BadDate
from champion_app.tasks import log_entries

_ANY = "any"


class LogList(QWidget):
    """``chosen`` carries the id of the entry to read, or 0."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._period = Period.ALL
        self._since: date | None = None
        self._until: date | None = None
        self._filling = False
        self.entries: dict[int, LogEntry] = {}
        self.chips = Chips(tr("Period"), self._choose_period)
        self.since = DateField(tr("From"), clock.today, tr("1 September 2026"), past=True)
        self.until = DateField(tr("To"), clock.today, tr("22 December 2026"), past=True)
        self.statement = ChoiceBox()
        eight = statement_choices(desk.toolkit)
        self.statement.fill([("", [(tr("All statements"), _ANY), *eight, (tr("None of the eight"), "0")])])
        self.statement.show_value(_ANY)
        self.count = label("", "small")
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Log entries"), self.model)
        self.nothing = label(tr("Nothing was logged that fits these filters."), "muted")
        self._between = QWidget()
        self._build()
        self.statement.activated.connect(lambda place: self.ask(stays=False))
        self.since.settled.connect(lambda day: self._settle())
        self.until.settled.connect(lambda day: self._settle())
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._tell())

    @property
    def entry_id(self) -> int:
        """The entry chosen, or 0."""
        row = self.model.row_at(self.rows.currentIndex())
        return row.id if row is not None else 0

    def ask(self, wanted: int = 0, *, stays: bool = True) -> None:
        """Asks for the entries of the period and statement chosen; ``wanted`` is chosen among them if it is there.

        An entry being corrected stays in the list even if it no longer fits, unless ``stays`` is off.
        """
        statement = self.statement.value
        found = log_entries.log(
            self._desk.binder, self._since, self._until, None if statement == _ANY else int(statement)
        )
        totals = totals_words(len(found), reached_totals(found))
        keep = wanted or self.entry_id
        if stays and keep and not any(entry.id == keep for entry in found):
            kept = log_entries.entry(self._desk.binder, keep)
            found = sorted([*found, *([kept] if kept else [])], key=lambda e: (e.fields.day, e.id), reverse=True)
        self._fill(found, keep)
        self.count.setText(totals)
        self.nothing.setVisible(not found)
        self.rows.setVisible(bool(found))
        self._show_chips()

    def choose(self, entry_id: int) -> None:
        """Chooses an entry, whatever was filtered before."""
        if not self.model.place_of(entry_id).isValid():
            self._period, self._since, self._until = Period.ALL, None, None
            self.statement.show_value(_ANY)
        self.ask(entry_id, stays=False)

    def pick(self, entry_id: int) -> None:
        """Chooses an entry if it is in the list as it is filtered."""
        index = self.model.place_of(entry_id)
        if index.isValid():
            self.rows.setCurrentIndex(index)

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        statement = label(tr("Statement"), "small", wrap=False)
        statement.setBuddy(self.statement)
        self.statement.setAccessibleName(tr("Statement"))
        between = Columns(self._desk.theme, 150, 2, gap=12, parent=self._between)
        for words, field in ((tr("From"), self.since), (tr("To"), self.until)):
            frame = LabelledField(words, field)
            frame.words.setBuddy(field.line)
            set_role(frame.words, "small")
            between.addWidget(frame)
        filters.addWidget(statement)
        filters.addWidget(self.statement, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addWidget(self._between)
        column.addLayout(filters)
        column.addWidget(self.count)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        self.rows.setMinimumHeight(self._desk.theme.px(140))

    def _choose_period(self, value: str) -> None:
        self._period = Period(value)
        if self._period is Period.BETWEEN:
            self._show_chips()
            self._settle()
            self.since.setFocus()
            return
        self._since, self._until = period_start(self._period, clock.today()), None
        self.ask(stays=False)

    def _settle(self) -> None:
        try:
            self._since, self._until = self.since.date(), self.until.date()
        except BadDate:
            return  # its help stands under the field, and the list stays as it was
        self.ask(stays=False)

    def _show_chips(self) -> None:
        self._between.setVisible(self._period is Period.BETWEEN)
        self.chips.show_chips(
            [
                (Period.ALL.value, tr("All")),
                (Period.MONTH.value, tr("Last 30 days")),
                (Period.YEAR.value, tr("This year")),
                (Period.BETWEEN.value, tr("Between two dates")),
            ],
            self._period.value,
        )

    def _fill(self, found: list[LogEntry], keep: int) -> None:
        before, place = self.entry_id, self.rows.currentIndex().row()
        self.entries = {entry.id: entry for entry in found}
        self._filling = True
        self.model.show_rows([log_row(entry) for entry in found])
        index = self.model.place_of(keep)
        if not index.isValid() and found:
            index = self.model.index(min(max(place, 0), len(found) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        if self.entry_id != before:
            self.rows.scrollTo(index)
        self._filling = False
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.entry_id)
