"""Home: ten minutes today, where we are, what is due next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.card_button import CardButton
from champion_app.desktop.widgets.charts import StatementBars
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.home_words import day_words, due_card, greeting, step_card
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.services import SERVICE_TYPE_WORDS
from champion_app.domain.typed_text import first_line
from champion_app.tasks import settings
from champion_app.tasks.home import DUE_LINES, MOST_STEPS, Home, Step, StepKind, home, part_of_day

# Often enough for "good afternoon" and a new day to come by themselves.
LOOK_AGAIN_MS = 60_000


class HomePage(Page):
    """At most three suggestions, the picture of the round in hand, five lines of the work plan."""

    kinds = frozenset(
        {"service", "rounds", "answers", "actions", "action_updates", "listings", "log_entries", "prints"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Home"))
        self._home: Home | None = None
        self.title.setWordWrap(True)
        self.header.setStretchFactor(self.title, 100)
        self.day = label("", "muted")
        self.today_words = label(tr("Ten minutes today"), "section")
        self.steps = [CardButton(desk.theme, partial(self._take, place)) for place in range(MOST_STEPS)]
        self.no_steps = label(tr("Nothing presses today. Thank you for keeping this alive."), "muted")
        self.bars = StatementBars(desk.theme, tr("Where we are, statement by statement"))
        self.number = label("", "number")
        self.number_words = label("", "muted")
        self.differs = label("", "warning")
        self.teach = label("", "")
        self.begin = button(desk.theme, tr("Start the self-assessment"), self._assess, "primary", "assessment")
        self.due = [CardButton(desk.theme, partial(self._open, place), "line") for place in range(DUE_LINES)]
        self.due_count = label("", "muted")
        self.whole_plan = button(desk.theme, tr("Open the work plan"), partial(self._go, "work_plan"), "link")
        self.latest = label("", "")
        self.whole_log = button(desk.theme, tr("Open the action log"), partial(self._go, "action_log"), "link")
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def reload(self) -> None:
        """Asks for everything on the page in one go."""
        found = home(self.desk.binder, self.desk.toolkit)
        self._home = found
        self.title.setText(breakable(greeting(found)))
        sample = tr("a made-up sample to look round in") if settings.is_a_sample(self.desk.binder) else ""
        parts = (day_words(found.today), first_line(found.service.name, 90), sample)
        self.day.setText(breakable(" · ".join(part for part in parts if part)))
        self._show_steps(found)
        self._show_round(found)
        self._show_due(found)
        self._show_latest(found)

    def refresh(self) -> None:
        """Another day, or another part of it, is a reason to ask again too."""
        now, known = clock.now(), self._home
        if known is not None and (known.today, known.part_of_day) != (now.date(), part_of_day(now.hour)):
            self._stale = True
        super().refresh()

    def _build(self) -> None:
        today = QVBoxLayout()
        today.setSpacing(8)
        today.addWidget(self.today_words)
        cards = Columns(self.desk.theme, least=250, most=MOST_STEPS)
        for made in self.steps:
            cards.addWidget(made)
        today.addLayout(cards)
        today.addWidget(self.no_steps)
        self.body.addWidget(self.day)
        self.body.addLayout(today)
        self.body.addLayout(self._big_buttons())
        sides = Columns(self.desk.theme, least=420, most=2)
        sides.addWidget(self._round_card())
        sides.addWidget(self._right())
        self.body.addLayout(sides)

    def _big_buttons(self) -> Columns:
        made = Columns(self.desk.theme, least=180, most=3)
        buttons = (
            (tr("Print a leaflet"), "leaflets", "print"),
            (tr("Find help"), "find_help", "find-help"),
            (tr("Log something"), "action_log", "action-log"),
        )
        for words, page, icon in buttons:
            made.addWidget(button(self.desk.theme, words, partial(self._go, page), "big", icon))
        return made

    def _round_card(self) -> QFrame:
        made, inside = _titled(tr("Where we are"))
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self.number)
        number.addWidget(self.number_words)
        inside.addLayout(number)
        inside.addWidget(self.differs)
        inside.addWidget(self.teach)
        inside.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(4)
        inside.addWidget(self.bars)
        inside.addStretch(1)
        return made

    def _right(self) -> QWidget:
        due, lines = _titled(tr("Due next"))
        lines.addWidget(self.due_count)
        for line in self.due:
            lines.addWidget(line)
        lines.addWidget(self.whole_plan, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(1)
        log, said = _titled(tr("Last in the log"))
        said.addWidget(self.latest)
        said.addWidget(self.whole_log, 0, Qt.AlignmentFlag.AlignLeft)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(due, 1)
        column.addWidget(log)
        return made

    def _show_steps(self, found: Home) -> None:
        for place, made in enumerate(self.steps):
            made.setVisible(place < len(found.steps))
            if place < len(found.steps):
                shown = step_card(found.steps[place], self.desk.toolkit, found)
                made.say(shown.icon, shown.words, shown.second, shown.token)
        self.no_steps.setVisible(not found.steps)

    def _show_round(self, found: Home) -> None:
        current = found.assessment
        kind = tr(SERVICE_TYPE_WORDS[found.service.type])
        self.bars.setVisible(current is not None)
        self.teach.setVisible(current is None)
        self.begin.setVisible(current is None)
        self.differs.hide()
        if current is None:
            self.number.setText(str(found.criteria))
            self.number_words.setText(tr("criteria are for you ({type})", type=kind))
            self.teach.setText(
                tr(
                    "Eight statements say what good support looks like. Answer one criterion at a time: not yet, in "
                    "progress, in place, or not for us. Each answer is saved at once, and you can stop anywhere."
                )
            )
            return
        self.bars.show_progress(current.progress)
        self.number.setText(tr("{n} of {all} answered", n=current.answered, all=found.asked))
        begun = tr("{round}, begun {day}", round=first_line(current.round.name, 60), day=british(current.round.started))
        then = tr(SERVICE_TYPE_WORDS[current.round.service_type])
        words = tr("{type}: {n} criteria. {begun}.", type=then, n=found.asked, begun=begun)
        self.number_words.setText(breakable(words))
        if current.round.service_type is not found.service.type:
            self.differs.setText(
                tr(
                    "This round was begun as: {then}. The next one will ask {n} criteria ({now}).",
                    then=tr(SERVICE_TYPE_WORDS[current.round.service_type]),
                    n=found.criteria,
                    now=kind,
                )
            )
            self.differs.show()

    def _show_due(self, found: Home) -> None:
        for place, made in enumerate(self.due):
            made.setVisible(place < len(found.due_next))
            if place < len(found.due_next):
                shown = due_card(found.due_next[place], found.today)
                made.say(shown.icon, shown.words, shown.second, shown.token)
        if found.open_actions:
            words = trn("{n} open action", "{n} open actions", found.open_actions)
            late = trn("{n} overdue", "{n} overdue", found.overdue) if found.overdue else tr("none overdue")
            self.due_count.setText(tr("{open}, {late}", open=words, late=late))
        else:
            self.due_count.setText(
                tr("No open actions. An action says what you will do about a gap, by when, and who leads.")
            )

    def _show_latest(self, found: Home) -> None:
        if found.latest is None:
            words = tr("Nothing yet. A line takes ten seconds: what you did, when, and how many it reached.")
        else:
            fields = found.latest.fields
            words = tr("{day}: {what}", day=british(fields.day), what=first_line(fields.what, 160))
        self.latest.setText(breakable(words))

    def _take(self, place: int) -> None:
        """Straight to where a suggestion is done."""
        if self._home is None or place >= len(self._home.steps):
            return
        step = self._home.steps[place]
        page, what = _where(step)
        self.desk.navigation.go_to(page, what)

    def _open(self, place: int) -> None:
        if self._home is not None and place < len(self._home.due_next):
            self.desk.navigation.go_to("work_plan", self._home.due_next[place].id)

    def _assess(self) -> None:
        self._go("assessment")

    def _go(self, page: str) -> None:
        self.desk.navigation.go_to(page)

    def _tick(self) -> None:
        if self.isVisible():
            self.refresh()


def _where(step: Step) -> tuple[str, object]:
    """The page where a suggestion is done, and what to show there."""
    return {
        StepKind.SET_UP: ("first_run", None),
        StepKind.UPDATE_ACTION: ("work_plan", step.action.id if step.action else None),
        StepKind.START_ROUND: ("assessment", None),
        StepKind.ANSWER: ("assessment", step.criterion),
        StepKind.LOOK_AGAIN: ("assessment", None),
        StepKind.FIRST_ACTION: ("assessment", step.criterion),
        StepKind.GAP: ("assessment", step.criterion),
        StepKind.CHECK_LISTINGS: ("find_help", step.listing),
        StepKind.DETAILS: ("settings", step.field),
        StepKind.FIRST_LEAFLET: ("leaflets", None),
        StepKind.LOG: ("action_log", None),
    }[step.kind]


def _titled(words: str) -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading."""
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(24, GAP, 24, GAP)
    inside.setSpacing(8)
    inside.addWidget(label(words, "section"))
    return made, inside
