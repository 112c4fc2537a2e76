"""Listings: organisations and local services that can help. A number is only as good as the day it was checked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
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


# What each field is called, on screen and in a message that names it.
FIELD_WORDS = {
    "name": "The name of the service",
    "also_known_as": "Other names",
    "description": "What it offers",
    "organisation": "Who runs it",
    "phones": "Telephone",
    "email": "E-mail",
    "website": "Website",
    "hours": "When it is open",
    "address": "Address",
    "area": "Area it covers",
    "eligibility": "Who it is for",
    "ages": "Ages",
    "languages": "Languages",
    "cost": "What it costs",
    "how_to_refer": "How to refer",
    "audience": "Who would ask for it",
    "kind": "Kind of service",
    "note": "Our own note",
    "print_rule": "On leaflets",
}

# The first one is what a new service gets. On paper none of them prints a number nobody has checked.
PRINT_RULE_WORDS = {
    "yes": "May go on leaflets",
    "check-first": "May go on leaflets once somebody has rung it",
    "web-only": "On leaflets by name and web address only",
    "helpline-only": "On leaflets only as a helpline",
    "email-only": "On leaflets by name and web address only: it answers by e-mail",
    "champion-only": "Never on leaflets: for the champion's own use",
    "no": "Never on leaflets",
}
_NEVER_PRINTED = frozenset({"no", "champion-only"})
_NUMBER_NOT_PRINTED = frozenset({"web-only", "email-only"})


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
    also_known_as: str = ""


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
    return CheckState.CHECKED if trusted_until(listing.checked_on) >= today else CheckState.STALE


def trusted_until(checked_on: date) -> date:
    """The last day on which a check still counts."""
    return add_months(checked_on, CHECK_LASTS_MONTHS)


def may_be_printed(listing: Listing, today: date) -> bool:
    """Whether a listing may stand on a family leaflet at all: it still runs, and is not kept off by its print rule."""
    return listing.fields.print_rule not in _NEVER_PRINTED and check_state(listing, today) is not CheckState.CLOSED


def printed_number(listing: Listing, today: date) -> str:
    """The number that goes on paper: the first one if it was checked within six months, else none."""
    if listing.fields.print_rule in _NUMBER_NOT_PRINTED or not may_be_printed(listing, today):
        return ""
    return listing.phone if check_state(listing, today) is CheckState.CHECKED else ""


def dialled(number: str) -> str:
    """Only the digits, with +44, 0044 and +44 (0) turned into 0: two spellings of one number compare equal."""
    digits = re.sub(r"\D", "", number)
    abroad = re.match(r"(?:00)?44", digits) if number.strip(" (").startswith(("+", "00")) else None
    return "0" + digits[abroad.end() :].lstrip("0") if abroad else digits


def look_alikes(fields: ListingFields, others: list[Listing], own_id: int = 0) -> list[Listing]:
    """Listings that share a number or a name with this one, so that the same service is not added twice."""
    numbers = {dialled(phone.number) for phone in fields.phones} - {""}
    name = plain_name(fields.name)
    return [
        other
        for other in others
        if other.id != own_id
        and (
            (name and plain_name(other.fields.name) == name)
            or numbers & {dialled(phone.number) for phone in other.fields.phones}
        )
    ]


def searched_text(fields: ListingFields) -> str:
    """Every word and number of a listing, folded for ``mentions``: made once, looked through at each letter typed."""
    kept = (
        "name",
        "also_known_as",
        "organisation",
        "description",
        "area",
        "eligibility",
        "audience",
        "kind",
        "ages",
        "languages",
    )
    words = [getattr(fields, name) for name in (*kept, "how_to_refer", "address", "email", "website", "note")]
    for phone in fields.phones:
        words += [phone.number, dialled(phone.number), phone.label]
    return _folded("\n".join(words))


def mentions(searched: str, typed: str) -> bool:
    """Whether every word typed stands in a listing's ``searched_text``; accents and capitals do not matter."""
    return all(word in searched for word in _folded(typed).split())


def number_changed(before: ListingFields, after: ListingFields) -> bool:
    """Whether an edit touched what a check vouches for: then it is unchecked again."""
    old = [dialled(phone.number) for phone in before.phones]
    return old != [dialled(phone.number) for phone in after.phones]


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold().replace("\u2019", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def plain_name(name: str) -> str:
    """A name without capitals and punctuation: two spellings of one name compare equal."""
    return re.sub(r"[^\w]+", " ", name.casefold()).strip()
