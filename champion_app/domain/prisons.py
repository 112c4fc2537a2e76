"""Prisons, and what a family has to know before a visit. Facts are only as good as the day they were checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months

# Visiting rules change more often than telephone numbers do.
CHECK_LASTS_MONTHS = 6

# What each field is called, on screen, on paper and in a message that names it.
FIELD_WORDS = {
    "name": "The prison's name",
    "town": "Town",
    "county": "County",
    "region": "Region",
    "nation": "Nation",
    "holds": "Who is held there",
    "types": "Kind of prison",
    "booking": "How to book a visit",
    "proof_of_identity": "What proof of identity to bring",
    "dress": "What to wear",
    "children_may_bring": "What children may bring",
    "good_to_know": "Good to know",
    "visits_page": "Web page about visits",
    "phone": "Telephone for visits",
    "note": "Our own note",
}
# What a family needs to know before they set out, in the order they ask.
VISIT_FACTS = ("booking", "proof_of_identity", "dress", "children_may_bring", "good_to_know", "visits_page", "phone")


class PrisonStatus(StrEnum):
    """Whether the prison is open."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class PrisonFields:
    """What is known of a prison. Visiting facts start empty: nothing is printed that nobody has looked up."""

    name: str
    town: str = ""
    county: str = ""
    region: str = ""
    nation: str = ""
    holds: str = ""
    types: tuple[str, ...] = ()
    booking: str = ""
    proof_of_identity: str = ""
    dress: str = ""
    children_may_bring: str = ""
    good_to_know: str = ""
    visits_page: str = ""
    phone: str = ""
    note: str = ""
    status: PrisonStatus = PrisonStatus.OPEN


@dataclass(frozen=True)
class Prison:
    """One prison; ``key`` is its id in the starter list or a pack, or empty for the champion's own."""

    id: int
    fields: PrisonFields
    key: str = ""
    checked_on: date | None = None
    checked_by: str = ""


def facts_are_fresh(prison: Prison, today: date) -> bool:
    """Whether somebody looked the visiting facts up within six months."""
    return prison.checked_on is not None and add_months(prison.checked_on, CHECK_LASTS_MONTHS) >= today


def visit_facts_changed(before: PrisonFields, after: PrisonFields) -> bool:
    """Whether an edit touched what a check vouches for: then it is unchecked again."""
    return any(getattr(before, name) != getattr(after, name) for name in VISIT_FACTS)
