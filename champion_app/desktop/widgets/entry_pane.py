"""The reading pane of one log entry, corrected in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.action_words import criterion_choices, statement_choices
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import DateField, LineField
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.log_words import action_choices, reached_choices
from champion_app.desktop.widgets.privacy_note import watched
from champion_app.desktop.widgets.record_fields import RecordFields
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.actions import Action
from champion_app.domain.dates import british, read_date
from champion_app.domain.log_entries import LogEntry, LogFields, Reached, under_criterion, under_statement
from champion_app.domain.services import ServiceType
from champion_app.domain.typed_text import first_line
from champion_app.faults import WordsNeeded
from champion_app.tasks import log_entries


class EntryPane(QFrame):
    """Shows one entry and saves what is typed. Removing it is done by the page."""

    back_asked = Signal()
    remove_asked = Signal()
    move_out_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The entry you have chosen"))
        self._desk = desk
        self._entry: LogEntry | None = None
        self._fields = RecordFields(desk, "log", self._keep)
        self.back = button(desk.theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.remove = button(desk.theme, tr("Remove"), self.remove_asked.emit, "", "remove")
        self.hint = label(tr("Choose an entry to read or correct it."), "muted")
        self.what = GrowingNote(tr("What you did"), 2)
        self.day = DateField(tr("When"), clock.today, tr("For example 3 November 2026"), past=True)
        self.reached = LineField(tr("How many reached"))
        self.kind = ChoiceBox()
        self.statement, self.criterion = ChoiceBox(tr("None of the eight")), ChoiceBox(tr("No criterion"))
        self.action = ChoiceBox(tr("No action"))
        self._inner = QWidget()
        self._build()
        moves: tuple[tuple[ChoiceBox, Callable[[LogFields, str], LogFields]], ...] = (
            (self.kind, lambda fields, value: replace(fields, reached_kind=Reached(value))),
            (self.action, lambda fields, value: replace(fields, action=int(value or 0))),
            (self.statement, lambda fields, value: under_statement(fields, int(value or 0))),
            (self.criterion, under_criterion),
        )
        for box, moved in moves:
            box.activated.connect(lambda place, box=box, moved=moved: self._put(moved, box.value))

    @property
    def entry_id(self) -> int:
        """The entry in view, or 0."""
        return self._entry.id if self._entry is not None else 0

    def show_lists(self, service: ServiceType, plan: list[Action]) -> None:
        """Fills the lists to choose from."""
        toolkit = self._desk.toolkit
        self.statement.fill([("", [(tr("None of the eight"), ""), *statement_choices(toolkit)])])
        self.criterion.fill([("", [(tr("No criterion"), "")]), *criterion_choices(toolkit, service)])
        self.action.fill([("", [(tr("No action"), ""), *action_choices(plan)])])
        self._show_choices()

    def show_entry(self, entry: LogEntry | None) -> None:
        """Shows an entry; None empties the pane. Save before showing another."""
        self._entry = entry
        self._inner.setVisible(entry is not None)
        self.hint.setVisible(entry is None)
        if entry is None:
            self._fields.leave()
            return
        fields = entry.fields
        reached = "" if fields.reached is None else str(fields.reached)
        self._fields.show(entry.id, {"what": fields.what, "day": british(fields.day), "reached": reached})
        self._show_choices()

    def save(self) -> None:
        """Saves what is still being typed. Raises a disk fault."""
        self._fields.save()

    def read(self) -> None:
        """Enter or F2 on the list: the keyboard moves into the pane."""
        if self._entry is not None:
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.kind.fill([("", reached_choices())])
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.remove)
        body = QVBoxLayout(self._inner)
        body.setContentsMargins(24, 12, 24, 16)
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(
            watched(self._desk.theme, self._fields.add("what", tr("What you did"), self.what), self.move_out_asked.emit)
        )
        counted = Columns(self._desk.theme, 150, 2)
        counted.addWidget(self._fields.add("day", tr("When"), self.day))
        counted.addWidget(self._fields.add("reached", tr("How many reached"), self.reached))
        counted.addWidget(LabelledField(tr("Whom"), self.kind))
        counted.addWidget(LabelledField(tr("Action of the work plan"), self.action))
        body.addLayout(counted)
        filed = Columns(self._desk.theme, 150, 2)
        filed.addWidget(LabelledField(tr("Quality Statement"), self.statement))
        filed.addWidget(LabelledField(tr("Criterion"), self.criterion))
        body.addLayout(filed)
        body.addStretch(1)
        self._inner.setObjectName("card_body")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("role", "inside")
        area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.hint.setContentsMargins(24, 16, 24, 0)
        column.addWidget(self.hint)
        column.addWidget(area, 1)

    def _show_choices(self) -> None:
        if self._entry is None:
            return
        fields = self._entry.fields
        self.kind.show_value(fields.reached_kind.value)
        self.statement.show_value(str(fields.statement) if fields.statement else "")
        _offer(self.criterion, fields.criterion, fields.criterion)
        _offer(self.action, first_line(self._entry.action_title, 120), str(fields.action) if fields.action else "")

    def _keep(self, entry_id: int, name: str, words: str) -> str:
        value: str | date | int | None = words
        if name == "day":
            value = read_date(words, clock.today(), past=True)
            if value is None:
                raise WordsNeeded(field="When")
        elif name == "reached":
            value = log_entries.read_count(words)
        known = log_entries.entry(self._desk.binder, entry_id)
        if known is None:  # removed while its field was still being left
            return words
        changes: dict[str, object] = {name: value}
        log_entries.change_entry(self._desk.binder, entry_id, replace(known.fields, **changes))  # type: ignore[arg-type]
        after = log_entries.entry(self._desk.binder, entry_id)
        held = getattr(after.fields, name) if after else value
        return british(held) if isinstance(held, date) else "" if held is None else str(held)

    def _put(self, moved: Callable[[LogFields, str], LogFields], value: str) -> None:
        known = log_entries.entry(self._desk.binder, self.entry_id)
        if known is not None:
            fields = moved(known.fields, value)
            self._desk.done(lambda: log_entries.change_entry(self._desk.binder, known.id, fields))


def _offer(box: ChoiceBox, words: str, value: str) -> None:
    """Chooses a value; one that is not offered any more (a closed action) is put in the list."""
    if value and box.findData(value) < 0:
        box.addItem(words, value)
    box.show_value(value)
