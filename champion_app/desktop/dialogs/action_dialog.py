"""New actions for the work plan, one after the other: Enter adds one and clears the way for the next."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_action_dialog import Ui_ActionDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.action_words import criterion_choices, horizon_choices, statement_choices
from champion_app.desktop.widgets.choice_box import ChoiceBox, SuggestBox
from champion_app.desktop.widgets.fields import DateField
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.widgets.privacy_note import watch
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.actions import ActionFields, Horizon, suggested_due
from champion_app.domain.dates import british
from champion_app.domain.plan_filter import leads
from champion_app.domain.rounds import AnswerRecord
from champion_app.domain.typed_text import first_line
from champion_app.faults import BadDate, Fault, NoSuchCriterion
from champion_app.tasks import actions, assessment, service

DRAFT = "new action"
# What an action takes over from its criterion, as long as nobody has typed there.
_GIVEN = ("title", "next_step", "evidence")


class ActionDialog(QDialog):
    """``added`` holds the ids of the actions added; ``unfinished`` says that words were left for the next time."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.added: list[int] = []
        self.unfinished = False
        self._we = service.who_we_are(desk.binder)
        self._given = dict.fromkeys(_GIVEN, "")
        self._success = ""
        self._suggested = ""
        self.ui = Ui_ActionDialog()
        self.ui.setupUi(self)
        self.criterion = SuggestBox(tr("Its number, such as 4.2, or a word of it"))
        self.title = GrowingNote(tr("What you want to do"), 1, 6, one_line=True)
        self.next_step = GrowingNote(tr("Next step"), 1, 6)
        self.evidence = GrowingNote(tr("Evidence and comments"), 2, 6)
        self.statement = ChoiceBox(tr("None of the eight"))
        self.horizon = ChoiceBox()
        self.due = DateField(tr("Completion date"), clock.today, tr("For example 30 November 2026"))
        self.lead = SuggestBox(tr("A role is enough"))
        self._saver = Saver(self, lambda: desk.attempt(self.keep_draft))
        self._build(parent)
        self._blank = self._begin()
        self._connect()

    def add(self) -> bool:
        """Adds the action and clears the fields for the next. False comes back when a fault had to be said."""
        try:
            fields = self._fields()
            self.added.append(actions.raise_action(self._desk.binder, fields))
            self._desk.drafts.drop(DRAFT)
        except Fault as fault:
            self._say(fault)
            return False
        self.ui.told.setText(
            trn("Added: {title}", "{n} added. The last one: {title}", len(self.added),
                title=breakable(first_line(fields.title, 90)))
        )  # fmt: skip
        self.ui.told.show()
        self._clear(lead=self.lead.text(), horizon=self.horizon.value)
        return True

    def keep_draft(self) -> None:
        """Keeps words that were not added yet. Raises a disk fault."""
        words = self._words()
        if words == self._blank:
            self._desk.drafts.drop(DRAFT)
        else:
            self._desk.drafts.keep(DRAFT, words)

    def reject(self) -> None:
        """Closes. Words that were not added are kept for the next time, and can be thrown away."""
        self._saver.forget()
        self.unfinished = self._words() != self._blank
        if not self._desk.done(self.keep_draft):
            return  # the disk refused: the words are still in the dialog
        if self.unfinished:
            self._desk.messages.inform(
                tr("Not added. Your words are kept: they are here when you begin an action again."),
                tr("Throw them away"),
                lambda: self._desk.attempt(partial(self._desk.drafts.drop, DRAFT)),
            )
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and Enter add from anywhere, as Enter does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
            return
        super().keyPressEvent(event)

    def _build(self, parent: QWidget) -> None:
        ui, theme, room = self.ui, self._desk.theme, parent.window().size()
        self.resize(min(theme.px(680), room.width() - 32), min(theme.px(720), room.height() - 32))
        self.setMinimumSize(320, 320)
        for cell, words, field in (
            (ui.criterion_cell, ui.criterion_label, self.criterion),
            (ui.title_cell, ui.title_label, self.title),
            (ui.next_step_cell, ui.next_step_label, self.next_step),
            (ui.evidence_cell, ui.evidence_label, self.evidence),
            (ui.statement_cell, ui.statement_label, self.statement),
            (ui.horizon_cell, ui.horizon_label, self.horizon),
            (ui.due_cell, ui.due_label, self.due),
            (ui.lead_cell, ui.lead_label, self.lead),
        ):  # fmt: skip
            cell.insertWidget(1, field)
            field.setAccessibleName(words.text())
            words.setBuddy(field)
        watched = ((ui.title_cell, self.title), (ui.next_step_cell, self.next_step), (ui.evidence_cell, self.evidence))
        for cell, note in watched:
            cell.insertWidget(2, watch(theme, note))
        ui.due_label.setBuddy(self.due.line)
        for cell in (ui.statement_cell, ui.horizon_cell, ui.due_cell, ui.lead_cell):
            cell.addStretch(1)
        order: list[QWidget] = [self.criterion, self.title, self.next_step, self.evidence, self.statement, self.horizon]
        order += [self.due.line, self.lead, ui.add, ui.add_and_close, ui.cancel]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        for words in (ui.told, ui.problem, ui.wording):
            words.hide()

    def _begin(self) -> dict[str, str]:
        """Fills the lists, shows a draft if there is one, and returns the words of an untouched dialog."""
        toolkit = self._desk.toolkit
        known = [choice for group in criterion_choices(toolkit, self._we.type) for choice in group[1]]
        self._numbers = {number for _, number in known}
        self.criterion.suggest([(words, "") for words, _ in known])
        self.lead.suggest([(name, "") for name in leads(actions.plan(self._desk.binder))])
        self.statement.fill([("", [(tr("None of the eight"), ""), *statement_choices(toolkit)])])
        self.horizon.fill([("", [(words, value) for value, words in horizon_choices()])])
        blank = self._clear(self._we.role, Horizon.THREE_MONTHS.value)
        draft = self._desk.drafts.find(DRAFT)
        if draft:
            self._show(draft)
        self.ui.draft.setVisible(bool(draft))
        return blank

    def _connect(self) -> None:
        for note in (self.title, self.next_step, self.evidence):
            note.entered.connect(self.add)
            note.textChanged.connect(self._touched)
        for box in (self.criterion, self.lead):
            box.textEdited.connect(lambda words: self._touched())
            line = box.lineEdit()
            if line is not None:
                line.returnPressed.connect(partial(self._entered, box))
        self.criterion.textEdited.connect(self._choose_criterion)
        self.due.line.textChanged.connect(lambda words: self._touched())
        self.statement.activated.connect(lambda place: self._touched())
        self.horizon.activated.connect(lambda place: self._choose_horizon())
        self.ui.add.clicked.connect(self.add)
        self.ui.add_and_close.clicked.connect(self._add_and_close)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.afresh.clicked.connect(self._start_afresh)

    def _fields(self) -> ActionFields:
        """The action as it stands on the screen. Raises BadDate, with its help under the field, or NoSuchCriterion."""
        number = self._number(self.criterion.text())
        if self.criterion.text().strip() and not number:
            raise NoSuchCriterion(words=first_line(self.criterion.text(), 60))
        return ActionFields(
            title=self.title.toPlainText(),
            statement=int(self.statement.value or 0),
            criterion=number,
            next_step=self.next_step.toPlainText(),
            evidence=self.evidence.toPlainText(),
            horizon=Horizon(self.horizon.value),
            due=self.due.date(),
            lead=self.lead.text(),
            success=self._success if number else "",
        )

    def _number(self, typed: str) -> str:
        """The criterion meant by "4.2", "4.2." or "4.2 We keep ..."; empty when there is none like it."""
        first = typed.strip().partition(" ")[0].rstrip(".:")
        return first if first in self._numbers else ""

    def _choose_criterion(self, typed: str) -> None:
        number = self._number(typed)
        self.ui.wording.setVisible(bool(number))
        if not number:
            return
        criterion = self._desk.toolkit.criterion(number)
        view = assessment.assessment(self._desk.binder, self._desk.toolkit)
        record = view.record(number) if view else AnswerRecord(number, None)
        fields = actions.from_criterion(criterion, self._we.type, record)
        self.ui.wording.setText(criterion.wording(self._we.type))
        self.statement.show_value(str(fields.statement))
        self._success = fields.success
        for name in _GIVEN:
            note: GrowingNote = getattr(self, name)
            words: str = getattr(fields, name)
            if note.toPlainText() in ("", self._given[name]):
                note.setPlainText(words)
                self._given[name] = words

    def _choose_horizon(self) -> None:
        if self.due.line.text().strip() in ("", self._suggested):
            self._suggest_due()
        self._touched()

    def _suggest_due(self) -> None:
        day = suggested_due(Horizon(self.horizon.value), clock.today())
        self._suggested = british(day)
        self.due.show_date(day)

    def _entered(self, box: SuggestBox) -> None:
        """Enter while suggestions hang open: it takes the one pointed at, or adds the action when none is."""
        finder = box.completer()
        popup = finder.popup() if finder is not None else None
        if popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()
            self.add()

    def _add_and_close(self) -> None:
        if (self.added and self._words() == self._blank) or self.add():
            self._saver.forget()
            self.accept()

    def _start_afresh(self) -> None:
        self._blank = self._clear(self._we.role, Horizon.THREE_MONTHS.value)
        self.ui.draft.hide()
        self._desk.attempt(self.keep_draft)

    def _clear(self, lead: str, horizon: str) -> dict[str, str]:
        """Empty fields, but for who leads and by when: those are often the same for the next one."""
        self._show({"lead": lead, "horizon": horizon})
        self._given, self._success = dict.fromkeys(_GIVEN, ""), ""
        self._suggest_due()
        self.ui.problem.hide()
        self.ui.wording.hide()
        self._saver.forget()
        self._blank = self._words()
        self.criterion.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._blank

    def _show(self, words: dict[str, str]) -> None:
        self.criterion.show_text(words.get("criterion", ""))
        for name in _GIVEN:
            getattr(self, name).show_text(words.get(name, ""))
        self.statement.show_value(words.get("statement", ""))
        self.horizon.show_value(words.get("horizon", Horizon.THREE_MONTHS.value))
        self.due.line.show_text(words.get("due", ""))
        self.lead.show_text(words.get("lead", ""))

    def _words(self) -> dict[str, str]:
        return {
            "criterion": self.criterion.text(),
            **{name: getattr(self, name).toPlainText() for name in _GIVEN},
            "statement": self.statement.value,
            "horizon": self.horizon.value,
            "due": self.due.line.text(),
            "lead": self.lead.text(),
        }

    def _touched(self) -> None:
        self._saver.touch()
        self.ui.problem.hide()
        self.ui.draft.hide()

    def _say(self, fault: Fault) -> None:
        if isinstance(fault, BadDate):
            self.due.setFocus()
            self.ui.scroll.ensureWidgetVisible(self.due)
            return
        about_criterion = isinstance(fault, NoSuchCriterion)
        cell, field = (self.ui.criterion_cell, self.criterion) if about_criterion else (self.ui.title_cell, self.title)
        self.ui.problem.setText(fault_words(fault))
        cell.addWidget(self.ui.problem)
        self.ui.problem.show()
        field.setAccessibleDescription(self.ui.problem.text())
        field.setFocus()
        self.ui.scroll.ensureWidgetVisible(field)
