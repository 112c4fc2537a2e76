"""One criterion in focus: its number and wording, the four answers, why it is not for us, and the evidence notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.answer_buttons import AnswerButtons
from champion_app.desktop.widgets.answer_words import answer_words
from champion_app.desktop.widgets.attachment_list import AttachmentList
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.kept_note import KeptNote
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.privacy_note import watch
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import SERVICE_TYPE_WORDS, ServiceType
from champion_app.domain.toolkit import Criterion
from champion_app.tasks.assessment import Assessment

_GROUPS = {
    ServiceType.UNIVERSAL: "universal",
    ServiceType.SPECIALIST: "specialist",
    ServiceType.CRIMINAL_JUSTICE: "criminal justice",
}


class Acts(NamedTuple):
    """What the card asks of the view it stands in. ``move_out`` is given the noun of the words: evidence, or reason."""

    answer: Callable[[Answer], None]
    settle_reason: Callable[[], None]
    keep_reason: Callable[[str], str]
    keep_notes: Callable[[str], str]
    move_out: Callable[[str], None]
    turn: Callable[[int], None]


class CriterionCard(QFrame):
    """The left side of the page. It takes the focus itself, so that the number keys work from the first moment."""

    def __init__(self, desk: Desk, acts: Acts) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("asks", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme = desk.theme
        self.number = label("", "section", wrap=False)
        self.concerns = label("", "muted", wrap=True)
        self.previous = button(theme, tr("Previous"), lambda: acts.turn(-1), "", "previous")
        self.next = button(theme, tr("Next"), lambda: acts.turn(1), "", "next")
        self.previous.setToolTip(tr("Previous criterion (P or Page up)"))
        self.next.setToolTip(tr("Next criterion (N or Page down)"))
        self.wording = label("", "section")
        self.carried = label("", "strong")
        self.answers = AnswerButtons(theme, acts.answer)
        ask, few = tr("Why is this one not for us?"), tr("A few words, then Enter")
        self.reason = KeptNote(desk, ask, acts.keep_reason, hint=few, one_line=True)
        self.reason.entered.connect(acts.settle_reason)
        self.settle = button(theme, tr("Not for us: save and go on"), acts.settle_reason)
        reason_note = watch(theme, self.reason, partial(acts.move_out, "reason"))
        self.reason_box = _reason_box(self.reason, reason_note, self.settle)
        self.held_elsewhere = label(
            tr("Keep names in your safeguarding system. Here: held in ..., seen on ..."), "warning"
        )
        hint = tr("What shows it, and where it is kept. Saved as you type.")
        self.notes = KeptNote(desk, tr("Evidence"), acts.keep_notes, hint=hint)
        leave_out = tr("No files yet. Papers that name a child or a family stay where they are kept: note that above.")
        self.files = AttachmentList(desk, tr("Files that show it"), leave_out)
        self._build(watch(theme, self.notes, partial(acts.move_out, "evidence")))

    def show_criterion(self, view: Assessment, criterion: Criterion, *, anew: bool, asking: bool) -> None:
        """Shows a criterion; ``anew`` when another one was shown before, ``asking`` to keep the reason open."""
        record = view.record(criterion.number)
        place = view.criteria.index(criterion) + 1
        wording = criterion.wording(view.round.service_type)
        self.number.setText(criterion.number)
        self.concerns.setText(
            tr("{who}   {n} of {total}", who=concerns_words(criterion), n=place, total=len(view.criteria))
        )
        self.wording.setText(wording)
        self.setAccessibleName(tr("Criterion {number}: {wording}", number=criterion.number, wording=wording))
        self.setAccessibleDescription(_standing(record))
        self._show_carried(record)
        self.answers.show_answers(criterion, record.answer, carried=record.carried)
        self.previous.setEnabled(place > 1)
        self.next.setEnabled(place < len(view.criteria))
        self.reason.show_kept(record.why_not, anew=anew)
        stands = record.answer is Answer.NOT_APPLICABLE
        self.reason_box.setVisible(asking or stands or (record.answer is None and bool(record.why_not)))
        self.settle.setVisible(not stands or record.carried)
        self.held_elsewhere.setVisible(criterion.held_elsewhere)
        self.notes.show_kept(record.notes, anew=anew)
        self.notes.setAccessibleName(tr("Evidence for {number}", number=criterion.number))
        self.files.show_criterion(criterion.number)
        if anew and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def save(self) -> None:
        """Keeps what is being typed in both fields. Raises a Fault."""
        self.reason.save()
        self.notes.save()

    def _show_carried(self, record: AnswerRecord) -> None:
        self.carried.setVisible(record.carried)
        if record.carried:
            answer = answer_words(record.answer)
            key = next(k for k, made in enumerate(self.answers.buttons, start=1) if made.answer == record.answer)
            words = tr("From last time: {answer}. Press {key} to keep it, or another key to change it.")
            self.carried.setText(words.format(answer=answer, key=key))

    def _build(self, notes_note: QWidget) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.number)
        top.addWidget(self.concerns, 1)
        top.addWidget(self.previous)
        top.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.wording)
        layout.addWidget(self.carried)
        layout.addWidget(self.answers)
        layout.addWidget(self.reason_box)
        layout.addWidget(label(tr("Keys: 1 to 4 answer and go on, N next, P previous."), "small"))
        evidence = label(tr("Evidence"), "strong")
        evidence.setBuddy(self.notes)
        layout.addWidget(evidence)
        layout.addWidget(self.held_elsewhere)
        layout.addWidget(self.notes)
        layout.addWidget(notes_note)
        layout.addWidget(self.files)
        layout.addStretch(1)


def concerns_words(criterion: Criterion) -> str:
    """Whom a criterion concerns: "All services", "Universal and specialist services"..."""
    if criterion.concerns == frozenset(ServiceType):
        return tr("All services")
    named = [tr(_GROUPS[kind]) for kind in SERVICE_TYPE_WORDS if kind in criterion.concerns]
    words = tr("{kinds} services", kinds=tr(" and ").join(named))
    return words[:1].upper() + words[1:]


def _standing(record: AnswerRecord) -> str:
    if record.carried:
        return tr("From last time: {answer}, not confirmed yet", answer=answer_words(record.answer))
    return answer_words(record.answer)


def _reason_box(reason: KeptNote, note: QWidget, settle: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    ask = label(tr("Why is this one not for us?"), "strong")
    ask.setBuddy(reason)
    layout.addWidget(ask)
    layout.addWidget(reason)
    layout.addWidget(note)
    layout.addWidget(settle, 0, Qt.AlignmentFlag.AlignLeft)
    return box
