"""The action log: what was done, when, for which statement, and how many it reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Reached(StrEnum):
    """Whom a count in the log is about."""

    STAFF = "staff"
    FAMILIES = "families"
    CHILDREN = "children"
    PROFESSIONALS = "professionals"
    COPIES = "copies"


REACHED_WORDS = {
    Reached.STAFF: "staff",
    Reached.FAMILIES: "families",
    Reached.CHILDREN: "children",
    Reached.PROFESSIONALS: "people from other services",
    Reached.COPIES: "copies given out",
}


class Period(StrEnum):
    """Which part of the log is looked at. There are no built-in terms: every council has its own."""

    ALL = "all"
    MONTH = "month"
    YEAR = "year"
    BETWEEN = "between"


PERIOD_DAYS = 30


def period_start(period: Period, today: date) -> date | None:
    """The first day of the last 30 days or of this calendar year; None where there is none."""
    if period is Period.MONTH:
        return today - timedelta(days=PERIOD_DAYS)
    return date(today.year, 1, 1) if period is Period.YEAR else None


@dataclass(frozen=True)
class LogFields:
    """What a champion fills in. ``statement``, ``action``, ``resource`` 0, ``criterion``, ``leaflet`` "" mean none.

    ``leaflet`` is the id of the template of the leaflet that was handed out.
    """

    what: str
    day: date
    statement: int = 0
    criterion: str = ""
    action: int = 0
    reached: int | None = None
    reached_kind: Reached = Reached.STAFF
    resource: int = 0
    leaflet: str = ""


@dataclass(frozen=True)
class LogEntry:
    """A line of the log."""

    id: int
    fields: LogFields
    action_title: str = ""


@dataclass(frozen=True)
class LogTemplate:
    """Words a champion uses again and again ("Gave out leaflets at parents' evening")."""

    id: int
    name: str
    what: str
    statement: int = 0
    reached_kind: Reached = Reached.STAFF


def under_criterion(fields: LogFields, criterion: str) -> LogFields:
    """The fields moved under a criterion (or none): its statement comes along."""
    statement = int(criterion.partition(".")[0]) if criterion else fields.statement
    return replace(fields, criterion=criterion, statement=statement)


def under_statement(fields: LogFields, statement: int) -> LogFields:
    """The fields moved under a statement (0 for none): a criterion of another statement is let go."""
    stays = fields.criterion.partition(".")[0] == str(statement)
    return replace(fields, statement=statement, criterion=fields.criterion if stays else "")


def reached_totals(entries: Iterable[LogEntry]) -> dict[Reached, int]:
    """How many were reached of each kind, for kinds that were counted at all. For the screen: paper suppresses."""
    totals: dict[Reached, int] = {}
    for entry in entries:
        if entry.fields.reached is not None:
            kind = entry.fields.reached_kind
            totals[kind] = totals.get(kind, 0) + entry.fields.reached
    return {kind: totals[kind] for kind in Reached if kind in totals}
