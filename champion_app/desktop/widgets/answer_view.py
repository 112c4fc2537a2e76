"""Answering: eight steps along the top, one criterion in focus, what helps beside it. One key answers and moves on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.criterion_beside import CriterionBeside
from champion_app.desktop.widgets.criterion_card import Acts, CriterionCard
from champion_app.desktop.widgets.last_one import LastOne
from champion_app.desktop.widgets.make_action import make_action
from champion_app.desktop.widgets.scrolling import bring_into_sight
from champion_app.desktop.widgets.statement_steps import StatementSteps
from champion_app.desktop.words import tr
from champion_app.domain.rounds import ANSWER_KEYS, Answer, AnswerRecord, next_to_answer, settled
from champion_app.faults import Fault, ReasonNeeded
from champion_app.tasks import assessment
from champion_app.tasks.assessment import Assessment

# From this width at 100 % text what helps stands beside the question; below it, underneath.
TWO_COLUMNS = 820
# Wider than this at 100 % text, lines would be too long to read.
WIDEST = 1400

_ANSWERS: dict[int, Answer] = dict(
    zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), ANSWER_KEYS, strict=True)
)
_TURNS: dict[int, int] = {Qt.Key.Key_N: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_P: -1, Qt.Key.Key_PageUp: -1}


class AnswerView(QWidget):
    """Shows one round. ``results`` is asked for when the last criterion has been answered.

    ``move_out_asked`` carries the noun and the id of words that belong into the safeguarding system.
    """

    results = Signal()
    move_out_asked = Signal(str, int)

    def __init__(self, desk: Desk, finish: Callable[[], object], start_another: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._view: Assessment | None = None
        self._number = ""
        self._asking = False  # the reason field is open because "not for us" was pressed
        self._ours = False  # a change is being made here: not an undo
        self._unseen = False  # ... and what came of it is not on the screen yet
        self.steps = StatementSteps(desk.theme, len(desk.toolkit.statements), self._go_to_statement)
        acts = Acts(
            self.choose, self._settle_reason, self._keep_reason, self._keep_notes, self._move_out, self.turn
        )  # fmt: skip
        self.card = CriterionCard(desk, acts)
        self.beside = CriterionBeside(desk, self._make_action)
        self.last_one = LastOne(desk.theme, self.results.emit, self._back, finish, start_another)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(16)
        self._columns.addWidget(self.card, 3, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self.beside, 2, Qt.AlignmentFlag.AlignTop)
        layout = self._all = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.steps)
        layout.addLayout(self._columns)
        layout.addWidget(self.last_one)
        self.last_one.hide()
        desk.theme.changed.connect(self._dress)

    @property
    def number(self) -> str:
        """The criterion in focus."""
        return self._number

    def show_view(self, view: Assessment) -> None:
        """Shows a round as the binder has it now, at the criterion where the champion is."""
        earlier, self._view = self._view, view
        if earlier is None or earlier.round.id != view.round.id or not view.has(self._number):
            self._number, self._asking = "", False
            self._show(assessment.where_to_begin(self._desk.binder, view))
        elif self._ours:
            self._unseen = True
        elif (undone := _changed_in(earlier, view)) and undone != self._number:
            self.go_to(undone)
        else:
            self._show(self._number)

    def go_to(self, number: str) -> bool:
        """Turns to a criterion of this round and remembers it. False when what is typed here could not be kept."""
        if not self.kept():
            return False
        round_id = self._known().round.id
        with self._our_change():
            self._desk.attempt(lambda: assessment.turn_to(self._desk.binder, round_id, number))
        self._turned_to(number)
        return True

    def turn(self, by: int) -> None:
        """Next or previous criterion."""
        numbers = [item.number for item in self._known().criteria]
        if not self.last_one.isHidden():
            self._back()
        elif 0 <= (place := numbers.index(self._number) + by) < len(numbers):
            self.go_to(numbers[place])

    def choose(self, answer: Answer, *, go_on: bool = False) -> None:
        """Saves an answer at once. "Not for us" without a reason opens the field that asks why."""
        if not self._kept(self.card.save):
            return
        number, round_id = self._number, self._known().round.id
        following = self._following(answer) if go_on else number
        there = following if following != number else ""
        try:
            with self._our_change(show=False):
                assessment.answer_criterion(self._desk.binder, round_id, number, answer, go_on_to=there)
        except ReasonNeeded:
            self._asking = True
            self._show(number)
            self.card.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        except Fault as fault:
            self._show(number)
            self._desk.messages.fault(fault)
            return
        self._asking = False
        if not following:
            self._show_last()
        elif there:
            self._say_what_is_left(there)
            self._turned_to(there)
        else:
            self._show(number)

    def save(self) -> None:
        """Keeps everything typed here; a reason given for "not for us" gives the answer too. Raises a Fault."""
        if not self._number:
            return
        with self._our_change():
            self.card.save()
            if self._asking and self.card.reason.toPlainText().strip():
                self._asking = False
                view = self._known()
                assessment.answer_criterion(self._desk.binder, view.round.id, self._number, Answer.NOT_APPLICABLE)

    def kept(self) -> bool:
        """Keeps everything typed here, or says why it could not be kept."""
        return self._kept(self.save)

    def take_focus(self) -> None:
        """Ready for the number keys."""
        (self.last_one if self.card.isHidden() else self.card).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1 to 4 answer and move on, N and P or Page down and up turn. Fields being typed in keep their keys."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what a key means here, if it means something. A key held down answers once."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        key = event.key()
        if not plain or event.isAutoRepeat() or self._view is None:
            return False
        if key in _ANSWERS and self.last_one.isHidden():
            self.choose(_ANSWERS[key], go_on=True)
            return True
        if key in _TURNS:
            self.turn(_TURNS[key])
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow window folds what helps below the question."""
        super().resizeEvent(event)
        self._fold()

    def _show(self, number: str) -> None:
        view, anew = self._known(), number != self._number
        self._number = number
        criterion = self._desk.toolkit.criterion(number)
        for part in (self.card, self.beside):
            part.setVisible(True)
        self.last_one.setVisible(False)
        self.steps.show_progress(view.progress, criterion.statement)
        self.card.show_criterion(view, criterion, anew=anew, asking=self._asking)
        self.beside.show_criterion(view, criterion, anew=anew)

    def _following(self, answer: Answer) -> str:
        """Where the champion goes on after an answer; nowhere when it completes the round."""
        view = self._known()
        given = {**view.answers, self._number: AnswerRecord(self._number, answer)}
        done = all(settled(given.get(item.number)) for item in view.criteria)
        return "" if done and not view.complete else next_to_answer(view.criteria, given, self._number)

    def _say_what_is_left(self, there: str) -> None:
        view = self._known()
        numbers = [item.number for item in view.criteria]
        if numbers.index(there) < numbers.index(self._number):
            left = len(view.criteria) - view.answered
            self._desk.messages.inform(tr("{n} not answered yet. Here is the first of them.", n=left))

    def _turned_to(self, number: str) -> None:
        typing = self.card.reason.hasFocus()
        self._asking = False
        self._show(number)
        if typing:
            self.take_focus()
        QTimer.singleShot(0, self._bring_into_sight)  # when everything has found its place

    def _bring_into_sight(self) -> None:
        bring_into_sight(self.card, self.card.wording, self.card.answers)

    def _show_last(self) -> None:
        view = self._known()
        self.card.hide()
        self.beside.hide()
        self.last_one.show_round(view)
        self.last_one.show()
        self.last_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._show(self._number)
        self.take_focus()

    def _go_to_statement(self, number: int) -> None:
        view = self._known()
        mine = [item.number for item in view.criteria if item.statement == number]
        if mine and not (self._number in mine and self.last_one.isHidden()):
            waiting = (item for item in mine if settled(view.answers.get(item)) is None)
            self.go_to(next(waiting, mine[0]))
        self._show(self._number)

    def _settle_reason(self) -> None:
        if not self._kept(self.card.save):
            return
        if not self.card.reason.toPlainText().strip():
            self._desk.messages.fault(ReasonNeeded())
            self.card.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.choose(Answer.NOT_APPLICABLE, go_on=True)

    def _make_action(self) -> None:
        if self.kept():
            make_action(self._desk, self._known(), self._desk.toolkit.criterion(self._number))

    def _keep_notes(self, words: str) -> str:
        view = self._known()
        with self._our_change():
            assessment.note_evidence(self._desk.binder, view.round.id, self._number, words)
        return assessment.record_of(self._desk.binder, view.round.id, self._number).notes

    def _keep_reason(self, words: str) -> str:
        view = self._known()
        with self._our_change():
            assessment.note_reason(self._desk.binder, view.round.id, self._number, words)
        return assessment.record_of(self._desk.binder, view.round.id, self._number).why_not

    def _move_out(self, noun: str) -> None:
        if not self.kept():
            return
        row_id = self._desk.attempt(
            partial(assessment.answer_id, self._desk.binder, self._known().round.id, self._number)
        )
        if row_id is not None:
            self.move_out_asked.emit(noun, row_id)

    def _kept(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except Fault as fault:
            self._desk.messages.fault(fault)
            return False
        return True

    @contextmanager
    def _our_change(self, *, show: bool = True) -> Iterator[None]:
        """A change made here is no undo, and is shown when it is done (or by whoever makes it)."""
        before, self._ours = self._ours, True
        try:
            yield
        finally:
            self._ours = before
            if self._unseen and not before:
                self._unseen = False
                if show and self.last_one.isHidden():
                    self._show(self._number)

    def _known(self) -> Assessment:
        assert self._view is not None
        return self._view

    def _dress(self) -> None:
        self._fold()
        if self._view is not None and self.last_one.isHidden():
            self._show(self._number)

    def _fold(self) -> None:
        spare = max(self.width() - self._desk.theme.px(WIDEST), 0)
        self._all.setContentsMargins(0, 0, spare, 0)
        wide = self.width() >= self._desk.theme.px(TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._columns.direction():
            self._columns.setDirection(direction)


def _changed_in(earlier: Assessment, view: Assessment) -> str:
    """The one criterion whose record differs between two looks at a round; empty when none or several do."""
    changed = [item.number for item in view.criteria if earlier.record(item.number) != view.record(item.number)]
    return changed[0] if len(changed) == 1 else ""
