"""Actions of the work plan: the toolkit's Appendix A fields and the strategy fields side by side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months


class Horizon(StrEnum):
    """The toolkit's "Plan" column (Toolkit, Appendix A)."""

    THIS_MONTH = "this_month"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"


HORIZON_WORDS = {
    Horizon.THIS_MONTH: "This month",
    Horizon.THREE_MONTHS: "Within three months",
    Horizon.SIX_MONTHS: "Within six months",
}
_HORIZON_MONTHS = {Horizon.THIS_MONTH: 1, Horizon.THREE_MONTHS: 3, Horizon.SIX_MONTHS: 6}

# How near a due date has to be before it is called "due soon".
SOON_DAYS = 14


class DueState(StrEnum):
    """Where an action stands today. Said in words, never by colour alone."""

    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Update:
    """A dated note on an action. Updates are added, never changed."""

    id: int
    day: date
    text: str


@dataclass(frozen=True)
class ActionFields:
    """What a champion fills in. ``statement`` 0 means "none of the eight"."""

    title: str
    statement: int = 0
    criterion: str = ""
    next_step: str = ""
    evidence: str = ""
    horizon: Horizon = Horizon.THREE_MONTHS
    due: date | None = None
    lead: str = ""
    budget: str = ""
    success: str = ""
    target: str = ""
    actual: str = ""


@dataclass(frozen=True)
class Action:
    """A line of the work plan with its updates, oldest first."""

    id: int
    fields: ActionFields
    raised_on: date
    closed_on: date | None = None
    updates: tuple[Update, ...] = field(default=())

    @property
    def open(self) -> bool:
        return self.closed_on is None

    @property
    def latest_update(self) -> Update | None:
        return self.updates[-1] if self.updates else None


def due_state(action: Action, today: date) -> DueState:
    """Closed, overdue, due within a fortnight, or simply open."""
    if action.closed_on is not None:
        return DueState.CLOSED
    due = action.fields.due
    if due is None:
        return DueState.OPEN
    if due < today:
        return DueState.OVERDUE
    return DueState.SOON if (due - today).days <= SOON_DAYS else DueState.OPEN


def days_overdue(action: Action, today: date) -> int:
    """How many days past its date an open action is; 0 when it is not."""
    due = action.fields.due
    return (today - due).days if action.open and due is not None and due < today else 0


def suggested_due(horizon: Horizon, today: date) -> date:
    """A date for a horizon: one, three or six months on."""
    return add_months(today, _HORIZON_MONTHS[horizon])


def under_criterion(fields: ActionFields, criterion: str) -> ActionFields:
    """The fields moved under a criterion (or none): its statement comes along."""
    statement = int(criterion.partition(".")[0]) if criterion else fields.statement
    return replace(fields, criterion=criterion, statement=statement)


def under_statement(fields: ActionFields, statement: int) -> ActionFields:
    """The fields moved under a statement (0 for none): a criterion of another statement is let go."""
    stays = fields.criterion.partition(".")[0] == str(statement)
    return replace(fields, statement=statement, criterion=fields.criterion if stays else "")


def in_order(actions: list[Action], today: date) -> list[Action]:
    """Overdue first (longest first), then by date, then those without a date, closed last (newest first)."""

    def key(action: Action) -> tuple[int, int, int]:
        if action.closed_on is not None:
            return (2, -action.closed_on.toordinal(), -action.id)
        due = action.fields.due
        return (0, due.toordinal(), action.id) if due else (1, 0, action.id)

    return sorted(actions, key=key)
