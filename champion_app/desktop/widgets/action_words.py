"""What is said about an action in the work plan: its state, its second line, and the choices it is filed under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import HORIZON_WORDS, Action, DueState, days_overdue, due_state
from champion_app.domain.dates import british
from champion_app.domain.plan_filter import PlanCounts
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Toolkit

# What a list to choose from holds: groups of a heading and (words, value) pairs.
Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True)
class StateWords:
    """A state in a few words, with the icon and the colour token that go with them."""

    words: str
    icon: str
    token: str


def state_words(action: Action, today: date) -> StateWords:
    """Where an action stands: "5 days overdue", "Due in 6 days", "Open", "Closed 3 March 2026"."""
    state, due = due_state(action, today), action.fields.due
    if action.closed_on is not None:
        return StateWords(tr("Closed {date}", date=british(action.closed_on)), "done", "ok")
    if state is DueState.OVERDUE:
        late = trn("{n} day overdue", "{n} days overdue", days_overdue(action, today))
        return StateWords(late, "overdue", "overdue")
    if state is DueState.SOON and due is not None:
        left = (due - today).days
        words = trn("Due in {n} day", "Due in {n} days", left) if left else tr("Due today")
        return StateWords(words, "due-soon", "warn")
    return StateWords(tr("Open"), "in-progress", "muted")


def action_row(action: Action, today: date) -> Row:
    """An action as a line of a list: "4.2 · Admin lead · by 30 November 2026" under its title."""
    state, fields = state_words(action, today), action.fields
    about = fields.criterion or (tr("Statement {n}", n=fields.statement) if fields.statement else "")
    by = tr("by {date}", date=british(fields.due)) if fields.due and action.open else ""
    second = " · ".join(part for part in (about, fields.lead, by) if part)
    return Row(action.id, fields.title, second, state.words, state.icon, state.token)


def counts_words(counts: PlanCounts) -> str:
    """How many there are of each sort: "7 open, 2 overdue, 3 closed"."""
    return tr("{open} open, {overdue} overdue, {closed} closed", open=counts.open, overdue=counts.overdue,
              closed=counts.closed)  # fmt: skip


def statement_choices(toolkit: Toolkit) -> list[tuple[str, str]]:
    """The eight statements as (words, value) pairs."""
    return [(f"{statement.number}. {statement.title}", str(statement.number)) for statement in toolkit.statements]


def criterion_choices(toolkit: Toolkit, service: ServiceType) -> Choices:
    """The criteria of one type of service under their statements."""
    return [
        (
            f"{statement.number}. {statement.title}",
            [(f"{item.number} {item.wording(service)}", item.number) for item in statement.criteria_for(service)],
        )
        for statement in toolkit.statements
    ]


def horizon_choices() -> list[tuple[str, str]]:
    """The toolkit's three spans of planning as (value, words) pairs, for chips."""
    return [(horizon.value, tr(words)) for horizon, words in HORIZON_WORDS.items()]
