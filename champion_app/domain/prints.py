"""What was printed, when, and which contacts were on it: so that a wrong number can be recalled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class PrintedContact:
    """A contact exactly as it stood on the paper. ``number`` is empty when it was printed without one.

    ``dealt_on`` is the day on which somebody replaced or threw away the sheets that carry it.
    """

    listing: int
    name: str
    number: str
    checked_on: date | None
    id: int = field(default=0, compare=False)
    dealt_on: date | None = None


@dataclass(frozen=True)
class PrintedFact:
    """A fact exactly as it stood on the paper. ``kind`` is "block" (``key`` its id) or "prison" (``key`` its number).

    ``review_by`` is the day by which it was to be looked at again, ``dealt_on`` when its sheets were dealt with.
    """

    kind: str
    key: str
    words: str
    review_by: date | None = None
    id: int = field(default=0, compare=False)
    dealt_on: date | None = None


@dataclass(frozen=True)
class PrintRecord:
    """One print or save of a document. ``template`` and ``choices`` (JSON) say how to make it again.

    ``words`` is everything that stood on it, as plain text; ``binned_on`` the day its sheets were thrown away.
    """

    id: int
    day: date
    kind: str
    title: str
    edition: str
    options: str
    copies: int
    contacts: tuple[PrintedContact, ...] = field(default=())
    template: str = ""
    choices: str = ""
    words: str = field(default="", repr=False)
    facts: tuple[PrintedFact, ...] = field(default=())
    binned_on: date | None = None
