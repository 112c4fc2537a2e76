"""What becomes of each record of a file that is taken in: exactly one of six outcomes, with reasons in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from champion_app.domain.listings import ListingFields
from champion_app.domain.resources import ResourceFields


class Outcome(StrEnum):
    """How a record ends."""

    TAKEN = "taken"
    WARNED = "warned"  # taken, with what was odd
    REFUSED = "refused"
    DUPLICATE = "duplicate"
    ASK = "ask"  # a person decides
    IGNORED = "ignored"  # headings, blanks, totals, instructions


@dataclass(frozen=True)
class Place:
    """Where a record starts: the physical line of a text file, or a sheet and its row."""

    line: int = 0
    sheet: str = ""

    def table(self) -> dict[str, object]:
        """As it stands in a report."""
        return {"sheet": self.sheet, "row": self.line} if self.sheet else {"line": self.line}


@dataclass(frozen=True)
class Record:
    """One record as read, before it is compared with the binder.

    ``fields`` is None for a record that is refused or ignored. ``key`` is what the list itself calls it (an id column,
    else name and place), so that the next edition finds it again. ``outcome`` is what reading alone can tell: a record
    of a file that holds it twice is a DUPLICATE already.
    """

    place: Place
    name: str
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    fields: ListingFields | ResourceFields | None = None
    key: str = ""


@dataclass(frozen=True)
class ColumnUse:
    """What is done with one column: the field it fills ("" when left out) and, when left out, why."""

    heading: str
    field: str = ""
    why_not: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A whole file as read: its records in the order of the file, its columns, and what was done to read it."""

    records: tuple[Record, ...]
    columns: tuple[ColumnUse, ...] = ()
    notes: tuple[str, ...] = ()


def counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many records ended how; every outcome is there, so that the sums close."""
    return {outcome.value: sum(one is outcome for one in outcomes) for outcome in Outcome}
