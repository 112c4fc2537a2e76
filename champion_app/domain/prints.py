"""What was printed, when, and which contacts were on it: so that a wrong number can be recalled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class PrintedContact:
    """A contact exactly as it stood on the paper. ``number`` is empty when it was printed without one."""

    listing: int
    name: str
    number: str
    checked_on: date | None


@dataclass(frozen=True)
class PrintRecord:
    """One print or save of a document."""

    id: int
    day: date
    kind: str
    title: str
    edition: str
    options: str
    copies: int
    contacts: tuple[PrintedContact, ...] = field(default=())
