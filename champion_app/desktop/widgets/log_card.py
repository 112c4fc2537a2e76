"""The ten-second entry: what, when, which statement, how many. Enter logs it and clears the way for the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.action_words import criterion_choices, statement_choices
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import DateField, LineField
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.log_words import action_choices, reached_choices
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.privacy_note import watched
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.actions import Action
from champion_app.domain.dates import british
from champion_app.domain.log_entries import LogFields, LogTemplate, Reached
from champion_app.domain.services import ServiceType
from champion_app.domain.typed_text import first_line
from champion_app.faults import BadDate, Fault, NumberNeeded
from champion_app.tasks import log_entries

DRAFT = "log entry"
# More templates than this, and the rest is in a list beside them.
_CHIPS = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogCard(QFrame):
    """``logged`` carries the id of a new entry."""

    logged = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Log something"))
        self._desk = desk
        self._template_words = ""
        self._plan: dict[str, Action] = {}
        self._chips = Flow()
        self.what = GrowingNote(tr("What you did"), 1, 5, tr("A few words. Enter logs it."), one_line=True)
        self.day = DateField(tr("When"), clock.today, tr("Today"), past=True)
        self.statement, self.kind = ChoiceBox(tr("None")), ChoiceBox()
        self.reached = LineField(tr("How many reached"), tr("If you counted"))
        self.action, self.criterion = ChoiceBox(tr("No action")), ChoiceBox(tr("No criterion"))
        self.log_button = button(desk.theme, tr("Log it"), self.log, "primary", "add")
        more = QWidget()
        self.more = Fold(desk.theme, tr("More"), more)
        self.more.heading.setAccessibleName(tr("More: action and criterion"))
        self._frames = {
            "what": watched(desk.theme, LabelledField(tr("What you did"), self.what)),
            "reached": LabelledField(tr("How many reached"), self.reached),
        }
        self._saver = Saver(self, lambda: desk.attempt(self.keep_draft))
        self._build(more)
        self._connect()
        self._blank: dict[str, str] = {}
        self._lists: tuple[ServiceType, list[tuple[str, str]], list[LogTemplate]] | None = None

    def show_lists(self, service: ServiceType, plan: list[Action], templates: list[LogTemplate]) -> None:
        """Fills the lists to choose from; what is chosen stays."""
        lists = (service, action_choices(plan), templates)
        if lists == self._lists:
            return
        words, first = self._words(), self._lists is None
        self._lists = lists
        toolkit = self._desk.toolkit
        self._plan = {str(action.id): action for action in plan}
        self.statement.fill([("", [(tr("None"), ""), *statement_choices(toolkit)])])
        self.criterion.fill([("", [(tr("No criterion"), "")]), *criterion_choices(toolkit, service)])
        self.action.fill([("", [(tr("No action"), ""), *lists[1]])])
        self._show_templates(templates)
        if first:
            self._clear()
            self._show({**self._blank, **self._desk.drafts.find(DRAFT)})
        else:
            self._show(words)

    def begin_day(self) -> None:
        """A window left open overnight: an entry that was not dated by hand is today's."""
        today = british(clock.today())
        if self._blank and self.day.line.text() == self._blank["day"]:
            self.day.line.show_text(today)
            self._blank["day"] = today

    def log(self) -> None:
        """Logs it. A fault is said beside its field and the words stay."""
        self._say("what", "")
        self._say("reached", "")
        try:
            entry_id = log_entries.log_it(self._desk.binder, self._fields())
            self._desk.drafts.drop(DRAFT)
        except Fault as fault:
            self._refuse(fault)
            return
        self._clear()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.logged.emit(entry_id)

    def keep_draft(self) -> None:
        """Keeps words that were not logged yet. Raises a disk fault."""
        self._saver.forget()
        if self._blank:
            words = self._words()
            if words == self._blank:
                self._desk.drafts.drop(DRAFT)
            else:
                self._desk.drafts.keep(DRAFT, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter logs from any field; a button that has the keyboard is pressed by it and keeps the key to itself."""
        if event.key() in _ENTER:
            self.log()
            return
        super().keyPressEvent(event)

    def _build(self, more: QWidget) -> None:
        self.kind.fill([("", reached_choices())])
        for box in (self.statement, self.kind):
            box.setMinimumContentsLength(8)
        when = LabelledField(tr("When"), self.day)
        when.words.setBuddy(self.day.line)
        counted = Columns(self._desk.theme, 160, 6, gap=12)
        parts = (when, LabelledField(tr("Quality Statement"), self.statement), self._frames["reached"])
        whom = LabelledField(tr("Whom"), self.kind)
        for part in (*parts, whom, _level(self.more), _level(self.log_button)):
            counted.addWidget(part)
        filed = Columns(self._desk.theme, 220, 2, gap=12, parent=more)
        filed.addWidget(LabelledField(tr("Action of the work plan"), self.action))
        filed.addWidget(LabelledField(tr("Criterion"), self.criterion))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addLayout(self._chips)
        column.addWidget(self._frames["what"])
        column.addLayout(counted)
        column.addWidget(more)

    def _connect(self) -> None:
        self.what.entered.connect(self.log)
        for words in (self.what.textChanged, self.day.line.textEdited, self.reached.textEdited):
            words.connect(lambda *_: self._saver.touch())
        for box in (self.statement, self.kind, self.action, self.criterion):
            box.activated.connect(lambda place: self._saver.touch())
        self.action.activated.connect(lambda place: self._choose_action())
        self.criterion.activated.connect(lambda place: self._choose_criterion())

    def _show_templates(self, templates: list[LogTemplate]) -> None:
        empty(self._chips)
        few = templates if len(templates) <= _CHIPS else templates[: _CHIPS - 1]
        for template in few:
            words = _literal(first_line(template.name, 32))
            chip = button(self._desk.theme, words, partial(self._use, template), "chip")
            chip.setAccessibleName(tr("Template: {name}", name=template.name))
            self._chips.addWidget(chip)
        rest = templates[len(few) :]
        if rest:
            # A menu, not a list to choose from: arrow keys look round in it without filling in anything.
            others = button(self._desk.theme, tr("Other templates"), lambda: None, "chip", "unfold")
            menu = QMenu(others)
            for template in rest:
                act = menu.addAction(_literal(first_line(template.name, 60)))
                act.triggered.connect(lambda checked=False, template=template: self._use(template))
            others.setMenu(menu)
            self._chips.addWidget(others)

    def _use(self, template: LogTemplate) -> None:
        typed = self.what.toPlainText()
        own = "" if typed == self._template_words else typed
        self.what.setPlainText(f"{template.what} {own}".strip())
        self._template_words = template.what if not own else ""
        self.statement.show_value(str(template.statement) if template.statement else "")
        self.kind.show_value(template.reached_kind.value)
        self.what.moveCursor(self.what.textCursor().MoveOperation.End)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_action(self) -> None:
        action = self._plan.get(self.action.value)
        if action is not None and not self.statement.value and action.fields.statement:
            self.statement.show_value(str(action.fields.statement))

    def _choose_criterion(self) -> None:
        if self.criterion.value:
            self.statement.show_value(self.criterion.value.partition(".")[0])

    def _fields(self) -> LogFields:
        """The entry as it stands on the screen. Raises BadDate or NumberNeeded."""
        return LogFields(
            what=self.what.toPlainText(),
            day=self.day.date() or clock.today(),
            statement=int(self.statement.value or 0),
            criterion=self.criterion.value,
            action=int(self.action.value or 0),
            reached=log_entries.read_count(self.reached.text()),
            reached_kind=Reached(self.kind.value),
        )

    def _refuse(self, fault: Fault) -> None:
        if isinstance(fault, BadDate):
            self.day.setFocus()
        elif isinstance(fault, NumberNeeded):
            self._say("reached", fault_words(fault))
            self.reached.setFocus()
        else:
            self._say("what", fault_words(fault))
            self.what.setFocus()

    def _say(self, name: str, words: str) -> None:
        self._frames[name].say(words)

    def _clear(self) -> None:
        self._template_words = ""
        self._show({"kind": Reached.STAFF.value, "day": british(clock.today())})
        self._saver.forget()
        self._blank = self._words()

    def _show(self, words: dict[str, str]) -> None:
        self.what.show_text(words.get("what", ""))
        self.day.line.show_text(words.get("day", ""))
        self.reached.show_text(words.get("reached", ""))
        for name, box in self._boxes().items():
            box.show_value(words.get(name, ""))

    def _words(self) -> dict[str, str]:
        texts = {"what": self.what.toPlainText(), "day": self.day.line.text(), "reached": self.reached.text()}
        return {**texts, **{name: box.value for name, box in self._boxes().items()}}

    def _boxes(self) -> dict[str, ChoiceBox]:
        return {"statement": self.statement, "kind": self.kind, "action": self.action, "criterion": self.criterion}


def _literal(words: str) -> str:
    """Words for a button or a menu, in which an ampersand is an ampersand and not an underlined letter."""
    return words.replace("&", "&&")


def _level(made: QWidget) -> QWidget:
    """A button level with the fields beside it, under the room their labels take."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(" ", "strong"))
    column.addWidget(made)
    column.addStretch(1)
    return cell
