"""Listings: organisations and local services that can help. A number is only as good as the day it was checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months

# A contact on a family leaflet is trusted for six months after somebody rang or looked it up (SCENARIOS T03).
CHECK_LASTS_MONTHS = 6


class ListingStatus(StrEnum):
    """Whether the service still runs. A closed one never goes on a leaflet."""

    ACTIVE = "active"
    CLOSED = "closed"


class CheckState(StrEnum):
    """How far a listing's number can be trusted today."""

    CHECKED = "checked"
    STALE = "stale"
    UNCHECKED = "unchecked"
    CLOSED = "closed"


@dataclass(frozen=True)
class Phone:
    """A telephone number as it is dialled, with what it is for and what it costs."""

    number: str
    label: str = ""
    cost: str = ""


@dataclass(frozen=True)
class ListingFields:
    """What a champion fills in; names follow Open Referral UK where it has one."""

    name: str
    description: str = ""
    organisation: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    website: str = ""
    hours: str = ""
    address: str = ""
    area: str = ""
    eligibility: str = ""
    ages: str = ""
    languages: str = ""
    cost: str = ""
    how_to_refer: str = ""
    audience: str = ""
    kind: str = ""
    note: str = ""
    print_rule: str = "yes"
    status: ListingStatus = ListingStatus.ACTIVE


@dataclass(frozen=True)
class Listing:
    """One service, with when and by whom its contact was last checked. ``key`` is the starter data's id, or empty."""

    id: int
    fields: ListingFields
    key: str = ""
    checked_on: date | None = None
    checked_by: str = ""

    @property
    def phone(self) -> str:
        """The first number, or an empty string."""
        return self.fields.phones[0].number if self.fields.phones else ""


def check_state(listing: Listing, today: date) -> CheckState:
    """Closed, checked within six months, checked too long ago, or never checked."""
    if listing.fields.status is ListingStatus.CLOSED:
        return CheckState.CLOSED
    if listing.checked_on is None:
        return CheckState.UNCHECKED
    return CheckState.CHECKED if add_months(listing.checked_on, CHECK_LASTS_MONTHS) >= today else CheckState.STALE


def dialled(number: str) -> str:
    """Only the digits, with +44, 0044 and +44 (0) turned into 0: two spellings of one number compare equal."""
    digits = re.sub(r"\D", "", number)
    abroad = re.match(r"(?:00)?44", digits) if number.strip(" (").startswith(("+", "00")) else None
    return "0" + digits[abroad.end() :].lstrip("0") if abroad else digits


def look_alikes(fields: ListingFields, others: list[Listing], own_id: int = 0) -> list[Listing]:
    """Listings that share a number or a name with this one, so that the same service is not added twice."""
    numbers = {dialled(phone.number) for phone in fields.phones} - {""}
    name = _plain(fields.name)
    return [
        other
        for other in others
        if other.id != own_id
        and (
            (name and _plain(other.fields.name) == name)
            or numbers & {dialled(phone.number) for phone in other.fields.phones}
        )
    ]


def number_changed(before: ListingFields, after: ListingFields) -> bool:
    """Whether an edit touched what a check vouches for: then it is unchecked again."""
    old = [dialled(phone.number) for phone in before.phones]
    return old != [dialled(phone.number) for phone in after.phones]


def without_numbers(fields: ListingFields) -> ListingFields:
    """The same listing with its numbers left out, as printed while unchecked."""
    return replace(fields, phones=())


def _plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.casefold()).strip()
