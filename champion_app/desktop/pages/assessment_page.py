"""Self-assessment: one statement, one question in focus; where we are; what moved since the round before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.widgets.answer_view import AnswerView
from champion_app.desktop.widgets.answer_words import round_line
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.document_orders import DocumentOrders, papers
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.page import Page, empty
from champion_app.desktop.widgets.rounds_compared import RoundsCompared
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.widgets.where_we_are import WhereWeAre
from champion_app.desktop.words import tr
from champion_app.domain.toolkit import Criterion
from champion_app.tasks import assessment, service
from champion_app.tasks.assessment import Assessment

# Narrower than this at 100 % text, the name of the round does not fit beside the title.
NARROW = 760

ANSWER, WHERE, COMPARE = "answer", "where_we_are", "compare"


class AssessmentPage(Page):
    """Three views of the newest round. ``arrive`` takes a criterion's number, or a view's name."""

    kinds = frozenset({"rounds", "answers", "actions", "service", "resources"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Self-assessment"))
        self._view: Assessment | None = None
        self._chosen = ANSWER
        self.about = label("", "muted")
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.chips = Chips(tr("Views of the self-assessment"), self.show_part)
        self.chips.hide()
        self._show_chips()
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.chips)
        middle.addStretch(1)
        self.header.addLayout(middle, 9)
        self.header.addWidget(self.about, 8)
        self.orders = DocumentOrders(desk, self, self.flush)
        self.orders.offer(tr("This round"), lambda: papers().plan_self_assessment(desk.binder))
        self.orders.offer(tr("Blank, for a meeting"), lambda: papers().plan_self_assessment(desk.binder, blank=True))
        self.orders.offer(tr("The round before"), lambda: papers().plan_round_before(desk.binder))
        self.header.addWidget(self.orders.button)
        self.about_below = label("", "muted")
        self.first = QWidget()
        self._first = QVBoxLayout(self.first)
        self._first.setContentsMargins(0, 0, 0, 0)
        self.answering = AnswerView(desk, self.finish_round, self.start_round)
        self.answering.move_out_asked.connect(self._move_out)
        self.answering.results.connect(lambda: self.show_part(WHERE))
        self.where = WhereWeAre(desk, self._show_criterion)
        self.compared = RoundsCompared(desk, self._show_criterion, self.start_round)
        self.offer = self._offer()
        desk.theme.changed.connect(self._fold)
        self._parts: dict[str, QWidget] = {ANSWER: self.answering, WHERE: self.where, COMPARE: self.compared}
        for part in (self.about_below, self.first, self.offer, *self._parts.values()):
            self.body.addWidget(part)
            part.hide()

    def reload(self) -> None:
        """Asks for the newest round and shows it in the view chosen."""
        self._view = view = assessment.assessment(self.desk.binder, self.desk.toolkit)
        self.first.setVisible(view is None)
        self.chips.setVisible(view is not None)
        self.orders.button.setVisible(view is not None)
        for made in (self.about, self.about_below):
            made.setText(self._about(view) if view else "")
        self._fold()
        self._show_chips()
        if view is None:
            empty(self._first)
            self._first.addWidget(self._empty_state())
            self.offer.hide()
            for part in self._parts.values():
                part.hide()
            return
        self._fill(view)
        self._show_parts(view)

    def show_part(self, name: str) -> None:
        """Turns to one of the three views; what is being typed is kept first."""
        if not self.answering.kept() or self._view is None:
            return
        self._chosen = name
        self.reload()
        self._take_focus()

    def start_round(self) -> None:
        """Begins a round, the first or the next; asks nothing, because undo takes it back."""
        if not self.answering.kept():
            return
        self._chosen = ANSWER
        begun = self.desk.attempt(lambda: assessment.start_round(self.desk.binder, self.desk.toolkit))
        if begun is None:
            return
        again = self._view is not None and self._view.before is not None
        words = tr("A new round has begun. Last time's answers came along: one key keeps or changes each.")
        offer_undo(self.desk, words if again else tr("Your first round has begun."))
        self.answering.take_focus()

    def finish_round(self) -> None:
        """Puts today's date on the round and shows what came of it. Answers can still be changed."""
        view = self._view
        if view is None:
            return
        self.desk.attempt(lambda: assessment.finish_round(self.desk.binder, view.round.id))
        offer_undo(self.desk, tr("The round is finished. Its answers can still be changed."))
        self.show_part(WHERE)

    def arrive(self, what: object) -> None:
        """Shows a criterion ("4.2") or a view ("where_we_are", "compare")."""
        if self._view is None or not isinstance(what, str):
            return
        if what in self._parts:
            self.show_part(what)
        elif self._view.has(what):
            self.show_part(ANSWER)
            self.answering.go_to(what)
            self.answering.take_focus()
        elif self.desk.toolkit.has(what):
            self.desk.messages.inform(tr("{number} is not asked of your kind of service.", number=what))

    def flush(self) -> None:
        """Saves what is being typed. Raises a Fault with the words still on the screen."""
        self.answering.save()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The number keys work from the first moment."""
        super().showEvent(event)
        self._take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the round is named below the title."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of the question work wherever on the page the focus is, but not in a field."""
        if self._chosen != ANSWER or not self.answering.take_key(event):
            super().keyPressEvent(event)

    def _fold(self) -> None:
        narrow = self.width() < self.desk.theme.px(NARROW)
        self.about.setVisible(self._view is not None and not narrow)
        self.about_below.setVisible(self._view is not None and narrow)

    def _take_focus(self) -> None:
        if self._view is not None and self._chosen == ANSWER:
            self.answering.take_focus()
            return
        place = self.first if self._view is None else self.chips
        buttons = place.findChildren(QPushButton)
        for made in [made for made in buttons if made.isChecked()] or buttons[:1]:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, view: Assessment) -> None:
        if self._chosen == ANSWER:
            self.answering.show_view(view)
        elif self._chosen == WHERE:
            self.where.show_view(view)
        else:
            self.compared.show_view(view)

    def _show_parts(self, view: Assessment) -> None:
        for name, part in self._parts.items():
            part.setVisible(name == self._chosen)
        self.offer.setVisible(assessment.is_old(view) and self._chosen == ANSWER)
        self.compared.another.setVisible(assessment.time_for_another(view))
        self.answering.last_one.another.setVisible(assessment.time_for_another(view))

    def _show_chips(self) -> None:
        views = [(ANSWER, tr("Answer")), (WHERE, tr("Where we are")), (COMPARE, tr("Compare rounds"))]
        self.chips.show_chips(views, self._chosen)

    def _show_criterion(self, criterion: Criterion) -> None:
        self.arrive(criterion.number)

    def _move_out(self, noun: str, row_id: int) -> None:
        """Words that belong into the safeguarding system: printed for it, then erased here for good."""
        self.show_dialog(MoveOutDialog(self.desk, self, noun, row_id))

    def _about(self, view: Assessment) -> str:
        answered = tr("{n} of {total} answered", n=view.answered, total=len(view.criteria))
        return f"{round_line(view.round)}\n{answered}"

    def _empty_state(self) -> QFrame:
        kind = service.who_we_are(self.desk.binder).type
        words = tr(
            "{n} short questions in eight statements show what is in place for children with a parent in prison, and "
            "what to do next. One key answers each. Stop whenever you like: you come back to the same question.",
            n=assessment.criteria_count(self.desk.toolkit, kind),
        )
        title = tr("See where you stand")
        return empty_state(self.desk.theme, "assessment", title, words, tr("Begin the first round"), self.start_round)

    def _offer(self) -> QFrame:
        made = card("soft")
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(label(tr("This round began more than nine months ago.")), 1)
        row.addWidget(button(self.desk.theme, tr("Start a new round"), self.start_round, "", "add"))
        return made
