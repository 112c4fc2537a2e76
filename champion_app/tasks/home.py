"""What Home shows: where this service stands, what is due next, and at most three things that fit into ten minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from champion_app.domain import clock
from champion_app.domain.actions import Action, DueState, days_overdue, due_state
from champion_app.domain.dates import add_months
from champion_app.domain.listings import CheckState, check_state
from champion_app.domain.log_entries import LogEntry
from champion_app.domain.rounds import Answer, grown_old, next_unanswered, settled
from champion_app.domain.services import Service
from champion_app.domain.toolkit import Toolkit
from champion_app.store import listings, prints
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, log_entries, service
from champion_app.tasks.assessment import Assessment

MINUTES = 10
MOST_STEPS = 3
DUE_LINES = 5
# How many numbers to ring in one sitting; a minute each.
AT_ONCE = 3
# An action that was told about within a week is not asked about again.
QUIET_DAYS = 7
# Nothing in the log for so long: time to write something down.
LOG_DAYS = 30
LOOK_BACK_MONTHS = 3


class StepKind(StrEnum):
    """What a suggestion is about."""

    SET_UP = "set_up"
    UPDATE_ACTION = "update_action"
    START_ROUND = "start_round"
    ANSWER = "answer"
    LOOK_AGAIN = "look_again"
    FIRST_ACTION = "first_action"
    CHECK_LISTINGS = "check_listings"
    DETAILS = "details"
    FIRST_LEAFLET = "first_leaflet"
    GAP = "gap"
    LOG = "log"


class PartOfDay(StrEnum):
    """Which greeting fits."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True)
class Step:
    """Something worth doing now. Which fields are filled depends on the kind."""

    kind: StepKind
    minutes: int
    count: int = 0
    action: Action | None = None
    criterion: str = ""
    statement: int = 0
    listing: int = 0
    field: str = ""


@dataclass(frozen=True)
class Home:
    """Everything on the page. ``criteria`` is for the service's type of today; a round keeps the type it began with."""

    service: Service
    today: date
    part_of_day: PartOfDay
    criteria: int
    assessment: Assessment | None
    steps: tuple[Step, ...]
    due_next: tuple[Action, ...]
    open_actions: int
    overdue: int
    latest: LogEntry | None

    @property
    def asked(self) -> int:
        """How many criteria the round in hand asks about."""
        return len(self.assessment.criteria) if self.assessment else self.criteria


def home(binder: Binder, toolkit: Toolkit, now: datetime | None = None) -> Home:
    """What Home shows at a moment."""
    moment = now or clock.now()
    today = moment.date()
    ours = service.who_we_are(binder)
    current = assessment.assessment(binder, toolkit)
    everything = actions.plan(binder, today)
    plan = [action for action in everything if action.open]
    recent = log_entries.log(binder, since=add_months(today, -LOOK_BACK_MONTHS), until=today)
    latest = recent[0] if recent else None
    offered = _steps(binder, ours, current, everything, latest, today)
    return Home(
        service=ours,
        today=today,
        part_of_day=part_of_day(moment.hour),
        criteria=assessment.criteria_count(toolkit, ours.type),
        assessment=current,
        steps=_fitting(offered),
        due_next=tuple(plan[:DUE_LINES]),
        open_actions=len(plan),
        overdue=sum(1 for action in plan if days_overdue(action, today)),
        latest=latest,
    )


def part_of_day(hour: int) -> PartOfDay:
    """Morning until noon, afternoon until five, then evening."""
    if hour < 12:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if hour < 17 else PartOfDay.EVENING


def _fitting(offered: Iterator[Step]) -> tuple[Step, ...]:
    """The first three that fit into ten minutes together; the rest is not even looked up."""
    chosen: list[Step] = []
    for step in offered:
        if sum(item.minutes for item in chosen) + step.minutes <= MINUTES:
            chosen.append(step)
        if len(chosen) == MOST_STEPS:
            break
    return tuple(chosen)


def _steps(
    binder: Binder,
    ours: Service,
    current: Assessment | None,
    everything: list[Action],
    latest: LogEntry | None,
    today: date,
) -> Iterator[Step]:
    """Every suggestion, the most pressing first."""
    gaps = _gaps(current, everything)
    if not ours.named:
        yield Step(StepKind.SET_UP, 3)
    yield from _told_about(everything, today)
    yield from _round(binder, current, today)
    if gaps and not everything:
        yield Step(StepKind.FIRST_ACTION, 2, count=len(gaps), criterion=gaps[0])
    yield from _checks(binder, today)
    if ours.named and (missing := _missing(ours)):
        yield Step(StepKind.DETAILS, 2, field=missing)
    if not prints.any_prints(binder):
        yield Step(StepKind.FIRST_LEAFLET, 2)
    if gaps and everything:
        yield Step(StepKind.GAP, 2, count=len(gaps), criterion=gaps[0])
    if latest is None or latest.fields.day < today - timedelta(days=LOG_DAYS):
        yield Step(StepKind.LOG, 1)


def _told_about(everything: list[Action], today: date) -> Iterator[Step]:
    """The action that most needs a word: overdue or due soon, and not told about this week."""
    for action in everything:
        told = action.latest_update.day if action.latest_update else date.min
        pressing = due_state(action, today) in (DueState.OVERDUE, DueState.SOON)
        if pressing and told < today - timedelta(days=QUIET_DAYS):
            yield Step(StepKind.UPDATE_ACTION, 2, count=days_overdue(action, today), action=action)
            return


def _round(binder: Binder, current: Assessment | None, today: date) -> Iterator[Step]:
    """Begin the self-assessment, go on where it was left, or look again when it has grown old."""
    if current is None:
        yield Step(StepKind.START_ROUND, 5)
        return
    left = assessment.where_left(binder, current.round.id)
    # The champion may have stopped on a criterion that is still open: then that one is next.
    before = _one_before(current, left)
    number = next_unanswered(current.criteria, current.answers, before)
    if number and current.round.finished is None:
        statement = int(number.partition(".")[0])
        here = next(item for item in current.progress if item.number == statement)
        first = next(
            item.number
            for item in current.criteria
            if item.statement == statement and settled(current.answers.get(item.number)) is None
        )
        yield Step(StepKind.ANSWER, -(-here.unanswered // 2), here.unanswered, criterion=first, statement=statement)
    elif grown_old(current.round, today):
        yield Step(StepKind.LOOK_AGAIN, 5)


def _one_before(current: Assessment, left: str) -> str:
    numbers = [criterion.number for criterion in current.criteria]
    return numbers[numbers.index(left) - 1] if left in numbers else ""


def _gaps(current: Assessment | None, everything: list[Action]) -> list[str]:
    """Criteria that are not yet in place and that no action was ever raised for, in the toolkit's order."""
    if current is None:
        return []
    planned = {action.fields.criterion for action in everything}
    return [
        criterion.number
        for criterion in current.criteria
        if settled(current.answers.get(criterion.number)) is Answer.NOT_YET and criterion.number not in planned
    ]


def _checks(binder: Binder, today: date) -> Iterator[Step]:
    """Numbers that nobody has rung for six months, the longest unchecked of our own first."""
    due = [
        listing
        for listing in listings.all_listings(binder)
        if check_state(listing, today) in (CheckState.STALE, CheckState.UNCHECKED)
    ]
    if due:
        first = min(due, key=lambda item: (bool(item.key), item.checked_on or date.min))
        yield Step(StepKind.CHECK_LISTINGS, min(len(due), AT_ONCE), count=len(due), listing=first.id)


def _missing(ours: Service) -> str:
    """A detail that leaflets and the "a child has told me" sheet cannot do without, or an empty string."""
    return next((name for name in ("champion", "safeguarding_lead") if not getattr(ours, name)), "")
