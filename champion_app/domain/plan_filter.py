"""Which actions of the work plan a list shows, and how many there are of each sort."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from champion_app.domain.actions import Action, DueState, due_state


class Showing(StrEnum):
    """The four views of the plan."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True)
class PlanFilter:
    """What is looked at. ``statement`` None is any, 0 is "none of the eight"; ``lead`` None is any, "" is "no lead"."""

    showing: Showing = Showing.OPEN
    statement: int | None = None
    lead: str | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but the usual view was asked for."""
        return self != PlanFilter()


@dataclass(frozen=True)
class PlanCounts:
    """How many actions there are. Overdue ones are open ones too."""

    open: int
    overdue: int
    closed: int

    @property
    def all(self) -> int:
        return self.open + self.closed


def counts(actions: list[Action], today: date) -> PlanCounts:
    """How many are open, overdue and closed."""
    states = [due_state(action, today) for action in actions]
    closed = states.count(DueState.CLOSED)
    return PlanCounts(len(states) - closed, states.count(DueState.OVERDUE), closed)


def chosen(actions: list[Action], wanted: PlanFilter, today: date) -> list[Action]:
    """The actions a filter lets through, in the order given."""
    return [action for action in actions if _fits(action, wanted, today)]


def leads(actions: list[Action]) -> list[str]:
    """Everyone who leads an action, each once, by name; the spelling met first is kept."""
    known: dict[str, str] = {}
    for action in actions:
        if action.fields.lead:
            known.setdefault(action.fields.lead.casefold(), action.fields.lead)
    return [known[name] for name in sorted(known)]


def _fits(action: Action, wanted: PlanFilter, today: date) -> bool:
    if wanted.statement is not None and action.fields.statement != wanted.statement:
        return False
    if wanted.lead is not None and action.fields.lead.casefold() != wanted.lead.casefold():
        return False
    state = due_state(action, today)
    return {
        Showing.OPEN: state is not DueState.CLOSED,
        Showing.OVERDUE: state is DueState.OVERDUE,
        Showing.CLOSED: state is DueState.CLOSED,
        Showing.ALL: True,
    }[wanted.showing]
