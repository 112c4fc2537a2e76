"""The reading pane of one action: every field of the toolkit's Appendix A and of a strategy plan, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.action_words import (
    criterion_choices,
    horizon_choices,
    state_words,
    statement_choices,
)
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import DateField
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import hairline, label, picture
from champion_app.desktop.widgets.privacy_note import watched
from champion_app.desktop.widgets.record_fields import RecordFields
from champion_app.desktop.widgets.update_notes import AddUpdate, UpdateList
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.actions import Action, ActionFields, Horizon, under_criterion, under_statement
from champion_app.domain.dates import british, read_date
from champion_app.domain.services import ServiceType
from champion_app.tasks import actions

EDGE = 24
# Lower than this at 100 % text, everything in the pane scrolls.
_SHORT = 420


class ActionPane(QFrame):
    """Shows one action and saves what is typed. What its buttons ask for is done by the page."""

    back_asked = Signal()
    close_asked = Signal()
    remove_asked = Signal()
    move_out_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The action you have chosen"))
        self._desk = desk
        self._action: Action | None = None
        self._today = clock.today()
        self._service: ServiceType | None = None
        self._fields = RecordFields(desk, "action", self._keep)
        self.back = button(desk.theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.mark, self.state, self.raised = picture(""), label("", "strong"), label("", "small")
        self.close_button = button(desk.theme, tr("Close action"), self.close_asked.emit, "", "done")
        self.remove = button(desk.theme, tr("Remove"), self.remove_asked.emit, "", "remove")
        self.title = GrowingNote(tr("What you want to do"), 1, 8, one_line=True)
        self.statement, self.criterion = ChoiceBox(tr("None of the eight")), ChoiceBox(tr("No criterion"))
        self.horizon = Chips(tr("Plan"), self._choose_horizon)
        self.due = DateField(tr("Completion date"), clock.today, tr("For example 30 November 2026"))
        self.lead = GrowingNote(tr("Lead"), 1, 4, tr("A role is enough"), one_line=True)
        self.next_step, self.evidence = GrowingNote(tr("Next step")), GrowingNote(tr("Evidence and comments"), 3)
        self.budget, self.success = GrowingNote(tr("Budget"), 1), GrowingNote(tr("How we will know it worked"))
        self.target, self.actual = GrowingNote(tr("Target"), 1), GrowingNote(tr("So far"), 1)
        self.add_update, self.updates = AddUpdate(desk), UpdateList(desk)
        self.area = QScrollArea()
        self._head = self._make_head()
        self._column = QVBoxLayout(self)
        self._short: bool | None = None
        self._build()
        self.statement.activated.connect(lambda place: self._choose_statement())
        self.criterion.activated.connect(lambda place: self._choose_criterion())
        self.title.entered.connect(self.due.setFocus)
        self.lead.entered.connect(self.next_step.setFocus)
        desk.theme.changed.connect(self._dress)
        desk.theme.changed.connect(self._fit)

    def show_action(self, action: Action | None, today: date, service: ServiceType) -> None:
        """Shows an action as it is today; None empties the pane. Save before showing another."""
        another = self.action_id != (action.id if action else 0)
        self._action, self._today = action, today
        for part in (self.area, self.close_button, self.remove, self.mark, self.raised, self.add_update):
            part.setVisible(action is not None)
        self.state.setText(tr("Choose an action to read it."))
        if action is None:
            self._fields.leave()
            return
        self._fill_choices(service)
        self._show_fields(action)
        self._dress()
        self.add_update.show_action(action)
        self.updates.show_updates(action.updates)
        if another:
            self.area.verticalScrollBar().setValue(0)

    @property
    def action_id(self) -> int:
        """The action in view, or 0."""
        return self._action.id if self._action is not None else 0

    def save(self) -> None:
        """Saves what is still being typed. Raises a disk fault."""
        self._fields.save()
        self.add_update.keep_draft()

    def read(self) -> None:
        """Enter on the list: the keyboard moves into the pane."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_title(self) -> None:
        """F2: ready to type over the title."""
        if self._action is not None:
            self.area.ensureWidgetVisible(self.title)
            self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.title.selectAll()

    def write_update(self) -> None:
        """U: ready to type an update."""
        if self._action is not None:
            self.add_update.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or less room."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        inside = QWidget()
        inside.setObjectName("card_body")
        self._scrolled = QVBoxLayout(inside)
        self._scrolled.setContentsMargins(0, 0, 0, 0)
        self._scrolled.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(EDGE, 16, EDGE, 16)
        body.setSpacing(12)
        self._add_appendix_a(body)
        body.addWidget(hairline())
        self._add_strategy(body)
        body.addWidget(hairline())
        body.addWidget(self.updates)
        body.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setProperty("role", "inside")
        self.area.setWidget(inside)
        self._scrolled.addLayout(body)
        self._column.addWidget(self.area, 1)
        self.add_update.setContentsMargins(EDGE, 0, EDGE, 12)
        self._fit()

    def _fit(self) -> None:
        """With little room the head and the field for updates scroll with the rest; else they stay in view."""
        short = self.height() < self._desk.theme.px(_SHORT)
        if short == self._short:
            return
        self._short = short
        typing = self.focusWidget()
        if short:
            self._scrolled.insertWidget(0, self._head)
            self._scrolled.insertWidget(1, self.add_update)
        else:
            self._column.insertWidget(0, self._head)
            self._column.addWidget(self.add_update)
        self._head.show()
        self.add_update.setVisible(self._action is not None)
        if typing is not None and self.isActiveWindow():
            typing.setFocus()

    def _make_head(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(EDGE, 12, EDGE, 0)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.state)
        said.addWidget(self.raised)
        said.addStretch(1)
        acts = Flow()
        for press in (self.close_button, self.remove):
            acts.addWidget(press)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addLayout(acts, 2)
        column.addLayout(row)
        column.addWidget(hairline())
        return made

    def _add_appendix_a(self, body: QVBoxLayout) -> None:
        body.addWidget(self._watched("title", tr("What you want to do"), self.title))
        filed = Columns(self._desk.theme, 220, 2)
        filed.addWidget(LabelledField(tr("Quality Statement"), self.statement))
        filed.addWidget(LabelledField(tr("Criterion"), self.criterion))
        body.addLayout(filed)
        body.addWidget(LabelledField(tr("Plan"), self.horizon))
        when = Columns(self._desk.theme, 220, 2)
        when.addWidget(self._fields.add("due", tr("Completion date"), self.due))
        when.addWidget(self._fields.add("lead", tr("Lead"), self.lead))
        body.addLayout(when)
        body.addWidget(self._watched("next_step", tr("Next step"), self.next_step))
        body.addWidget(self._watched("evidence", tr("Evidence and comments"), self.evidence))

    def _watched(self, name: str, words: str, note: GrowingNote) -> LabelledField:
        """A field whose words are looked at for personal details."""
        return watched(self._desk.theme, self._fields.add(name, words, note), self.move_out_asked.emit)

    def _add_strategy(self, body: QVBoxLayout) -> None:
        body.addWidget(label(tr("For a strategy plan"), "section"))
        body.addWidget(self._watched("budget", tr("Budget"), self.budget))
        body.addWidget(self._watched("success", tr("How we will know it worked"), self.success))
        counted = Columns(self._desk.theme, 220, 2)
        counted.addWidget(self._fields.add("target", tr("Target"), self.target))
        counted.addWidget(self._fields.add("actual", tr("So far"), self.actual))
        body.addLayout(counted)

    def _fill_choices(self, service: ServiceType) -> None:
        if service == self._service:
            return
        self._service = service
        self.statement.fill([("", [(tr("None of the eight"), ""), *statement_choices(self._desk.toolkit)])])
        self.criterion.fill([("", [(tr("No criterion"), "")]), *criterion_choices(self._desk.toolkit, service)])

    def _show_fields(self, action: Action) -> None:
        fields = action.fields
        texts = ("title", "lead", "next_step", "evidence", "budget", "success", "target", "actual")
        values = {name: str(getattr(fields, name)) for name in texts}
        self._fields.show(action.id, {**values, "due": british(fields.due) if fields.due else ""})
        self.statement.show_value(str(fields.statement) if fields.statement else "")
        if fields.criterion and self.criterion.findData(fields.criterion) < 0:  # of another type of service
            self.criterion.addItem(fields.criterion, fields.criterion)
        self.criterion.show_value(fields.criterion)
        self.horizon.show_chips(horizon_choices(), fields.horizon.value)
        self.close_button.setText(tr("Close action") if action.open else tr("Reopen action"))
        self.raised.setText(tr("Raised {date}", date=british(action.raised_on)))

    def _dress(self) -> None:
        if self._action is None:
            return
        state = state_words(self._action, self._today)
        self.state.setText(state.words)
        self.mark.setPixmap(self._desk.theme.pixmap(state.icon, state.token))
        self.close_button.setIcon(self._desk.theme.icon("done" if self._action.open else "reopen"))

    def _keep(self, action_id: int, name: str, words: str) -> str:
        value = read_date(words, clock.today()) if name == "due" else words
        return self._change(action_id, name, value)

    def _change(self, action_id: int, name: str, value: object) -> str:
        known = actions.action(self._desk.binder, action_id)
        if known is None:  # removed while its field was still being left: undo brings both back
            return str(value or "")
        changes: dict[str, object] = {name: value}
        actions.change_action(self._desk.binder, action_id, replace(known.fields, **changes))  # type: ignore[arg-type]
        after = actions.action(self._desk.binder, action_id)
        held = getattr(after.fields, name) if after else value
        return british(held) if isinstance(held, date) else str(held or "")

    def _choose_statement(self) -> None:
        number = int(self.statement.value or 0)
        self._put(lambda fields: under_statement(fields, number))

    def _choose_criterion(self) -> None:
        number = self.criterion.value
        self._put(lambda fields: under_criterion(fields, number))

    def _choose_horizon(self, value: str) -> None:
        self._put(lambda fields: replace(fields, horizon=Horizon(value)))

    def _put(self, moved: Callable[[ActionFields], ActionFields]) -> None:
        known = actions.action(self._desk.binder, self.action_id)
        if known is not None:
            self._desk.attempt(lambda: actions.change_action(self._desk.binder, known.id, moved(known.fields)))
