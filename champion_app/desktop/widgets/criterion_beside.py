"""What stands beside a criterion: why it matters, evidence to look for, a first step, last time, resources, actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.answer_words import MOVEMENT_ICONS, answer_words, record_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.cut_link import CutLink
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.rounds_compared import edition_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.rounds import MOVEMENT_WORDS, movement, settled
from champion_app.domain.toolkit import Criterion
from champion_app.domain.typed_text import first_line
from champion_app.tasks import actions, assessment, resources
from champion_app.tasks.assessment import Assessment

# As many titles of resources as fit without a scroll; the rest is one press away.
FEW = 4


class CriterionBeside(QFrame):
    """The right side of the page. ``make_action`` puts an action for the criterion shown into the plan."""

    def __init__(self, desk: Desk, make_action: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._criterion = ""
        theme = desk.theme
        self.step = label("")
        self.make = button(theme, tr("Make an action"), make_action, "", "add")
        self.plan = _column()
        self.why_words = label("")
        self.why = Fold(theme, tr("Why it matters"), self.why_words, opened=True)
        self.hints = _column()
        self.before = _column()
        self.last_time = label("")
        self.moved_icon = picture("")
        self.moved = label("", "strong")
        self.past = _column()
        self.history = button(theme, tr("History"), self._turn_history)
        self.history.setCheckable(True)
        self.resources_title = label("", "strong")
        self.resources = _column()
        self.all_resources = button(theme, "", self._show_all, "link")
        self.in_pack = button(theme, tr("Show them in the resource pack"), self._go_to_pack, "link")
        self.statement = _column()
        self.about = Fold(theme, tr("About this statement"), self.statement)
        self._build()

    def show_criterion(self, view: Assessment, criterion: Criterion, *, anew: bool) -> None:
        """Shows what goes with a criterion of a round."""
        self._criterion = criterion.number
        self._show_plan()
        self._show_last_time(view, criterion)
        if self.history.isChecked():
            self._show_history()
        if not anew:
            return
        self.why_words.setText(criterion.why)
        self.step.setText(criterion.first_step)
        _fill(self.hints, [bullets(criterion.evidence)])
        self._show_resources(FEW)
        statement = self._desk.toolkit.statement(criterion.statement)
        self.about.heading.setText(tr("About statement {n}", n=statement.number))
        told = [label(statement.text, "strong"), label(statement.why), label(tr("Done well, it means:"), "strong")]
        done = [bullets(statement.outcomes), label(tr("What others do:"), "strong"), bullets(statement.practice)]
        _fill(self.statement, [*told, *done])

    def _show_plan(self) -> None:
        known = actions.for_criterion(self._desk.binder, self._criterion)
        rows = []
        for item in known:
            due = tr("due {day}", day=british(item.fields.due)) if item.open and item.fields.due else tr("open")
            state = due if item.open else tr("done")
            words = tr("In the plan, {state}: {title}", state=state, title=item.fields.title)
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(label(breakable(words), "small"), 1)
            show = button(
                self._desk.theme, tr("Open"), partial(self._desk.navigation.go_to, "work_plan", item.id), "link"
            )
            show.setAccessibleName(tr("Open the action: {title}", title=item.fields.title))
            line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
            rows.append(row)
        _fill(self.plan, rows)
        self.plan.setVisible(bool(rows))
        self.make.setText(tr("Make another action") if any(item.open for item in known) else tr("Make an action"))

    def _show_last_time(self, view: Assessment, criterion: Criterion) -> None:
        self.before.setVisible(view.before is not None)
        if view.before is None:
            return
        then = view.answers_before.get(criterion.number)
        before = then.answer if then else None
        said = [tr("Last time: {answer} ({round})", answer=answer_words(before), round=view.before.name)]
        if (origin := view.came_from.get(criterion.number)) is not None:
            said.append(tr("Since then the toolkit has a new edition: {what}.", what=edition_words(origin)))
            said += [tr("It said: {words}", words=breakable(words)) for words in origin.old_words]
        self.last_time.setText("\n".join(said))
        how = movement(before, settled(view.answers.get(criterion.number)))
        self.moved.setText(tr(MOVEMENT_WORDS[how]) if how else tr("Not answered yet this time"))
        self.moved_icon.setVisible(how is not None)
        if how:
            self.moved_icon.setPixmap(self._desk.theme.pixmap(MOVEMENT_ICONS[how], "accent"))

    def _turn_history(self) -> None:
        self.past.setVisible(self.history.isChecked())
        self.history.setText(tr("Hide history") if self.history.isChecked() else tr("History"))
        if self.history.isChecked():
            self._show_history()

    def _show_history(self) -> None:
        lines: list[QWidget] = []
        for a_round, record in reversed(assessment.criterion_history(self._desk.binder, self._criterion)):
            lines.append(label(record_words(a_round, record), "strong"))
            notes = [first_line(words, 300) for words in (record.why_not, record.notes) if words.strip()]
            lines += [label(breakable(words), "small") for words in notes]
        _fill(self.past, lines or [label(tr("Nothing has been answered here before."), "muted")])

    def _show_resources(self, most: int) -> None:
        known = resources.for_criterion(self._desk.binder, self._criterion)
        self.resources_title.setText(tr("Resources for {number} ({n})", number=self._criterion, n=len(known)))
        go = self._desk.navigation.go_to
        titles = [
            CutLink(self._desk.theme, item.fields.title, partial(go, "resources", item.id)) for item in known[:most]
        ]
        _fill(self.resources, titles)
        self.in_pack.setVisible(bool(known))
        self.all_resources.setText(trn("Show {n} more", "Show {n} more", len(known) - most))
        self.all_resources.setVisible(len(known) > most)

    def _go_to_pack(self) -> None:
        self._desk.navigation.go_to("resources", ("criterion", self._criterion))

    def _show_all(self) -> None:
        self._show_resources(10_000)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.why)
        layout.addWidget(label(tr("Evidence you might have"), "strong"))
        layout.addWidget(self.hints)
        layout.addWidget(label(tr("A first next step"), "strong"))
        layout.addWidget(self.step)
        layout.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.plan)
        moved = QHBoxLayout()
        moved.addWidget(self.moved_icon, 0, Qt.AlignmentFlag.AlignTop)
        moved.addWidget(self.moved, 1)
        before = self.before.layout()
        assert isinstance(before, QVBoxLayout)
        before.addWidget(self.last_time)
        before.addLayout(moved)
        layout.addWidget(self.before)
        layout.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.past)
        self.past.hide()
        layout.addWidget(self.resources_title)
        layout.addWidget(self.resources)
        layout.addWidget(self.all_resources, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.in_pack, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.about)
        layout.addStretch(1)


def bullets(lines: Sequence[str]) -> QWidget:
    """Lines with a dot before each, wrapped beside it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for place, words in enumerate(lines):
        grid.addWidget(label("•", wrap=False), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(words), place, 1)
    return made


def _column() -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    return made


def _fill(column: QWidget, widgets: Sequence[QWidget]) -> None:
    layout = column.layout()
    assert layout is not None
    empty(layout)
    for made in widgets:
        layout.addWidget(made)
