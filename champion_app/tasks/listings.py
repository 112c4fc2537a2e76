"""The directory of help: adding, changing, checking and closing listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from typing import Any

from champion_app.domain import clock
from champion_app.domain.listings import (
    FIELD_WORDS,
    CheckState,
    Listing,
    ListingFields,
    ListingStatus,
    Phone,
    dialled,
    number_changed,
    plain_name,
)
from champion_app.domain.listings import look_alikes as alike
from champion_app.domain.typed_text import LONGEST_LINE, clean, clean_line, clean_note
from champion_app.store import listings, service
from champion_app.store.binder import Binder
from champion_app.store.search import Among

_NOTES = {"description", "address", "eligibility", "how_to_refer", "hours", "note"}
_OTHER = {"phones", "status"}
# What a telephone number is written with. From three digits on it says which numbers are meant.
_NUMBER = re.compile(r"[\d\s()+./-]+")
_FEWEST_DIGITS, _LONGEST_NUMBER = 3, 40
_MOST_TWINS = 50


def directory(binder: Binder) -> list[Listing]:
    """Every listing by name, closed ones last."""
    return listings.all_listings(binder)


def numbers(binder: Binder, states: Iterable[CheckState], today: date | None = None) -> list[int]:
    """The ids of the services in one of these states, by name, closed ones last."""
    return listings.numbers(binder, states, today or clock.today())


def some(binder: Binder, wanted: Sequence[int]) -> list[Listing]:
    """The services with these ids, in their order."""
    return listings.some(binder, wanted)


def how_many(binder: Binder, today: date | None = None) -> dict[CheckState, int]:
    """How many services are in each state."""
    return listings.how_many(binder, today or clock.today())


def among(states: Iterable[CheckState], today: date | None = None) -> Among:
    """What a search for services of these states looks through."""
    wanted = tuple(states)
    everything = set(wanted) == set(CheckState)
    return Among("listing") if everything else Among("listing", *listings.where(wanted, today or clock.today()))


def by_number(
    binder: Binder, typed: str, states: Iterable[CheckState], today: date | None = None, most: int = 200
) -> list[int]:
    """The ids of services in whose numbers these digits stand, with or without spaces, by name, closed ones last.

    Nothing for what is no number: fewer than three digits, or letters among them.
    """
    if len(typed) > _LONGEST_NUMBER or not _NUMBER.fullmatch(typed):
        return []
    digits = dialled(typed)
    if len(digits) < _FEWEST_DIGITS:
        return []
    return listings.with_digits(binder, digits, states, today or clock.today(), most)


def look_alikes(binder: Binder, fields: ListingFields, own_id: int = 0) -> list[Listing]:
    """Services that share a number or a name with this one, so that the same service is not added twice."""
    # Without capitals and punctuation names are compared in Python: the pattern only finds what may be alike.
    found, name = list[int](), plain_name(fields.name)
    if name and len(fields.name) <= LONGEST_LINE:
        parts = re.findall("[a-z0-9]+", fields.name.lower())
        pattern = f"%{'%'.join(parts)}%" if parts else ""
        named = listings.named_like(binder, clean(fields.name).strip(), pattern)
        found += [number for number, other in named if plain_name(other) == name]
    for digits in {dialled(phone.number) for phone in fields.phones if len(phone.number) <= _LONGEST_NUMBER} - {""}:
        found += listings.with_digits(binder, digits, CheckState, clock.today(), _MOST_TWINS, whole=True)
    return alike(fields, listings.some(binder, sorted(set(found))[:_MOST_TWINS]), own_id)


def listing(binder: Binder, listing_id: int) -> Listing | None:
    """One listing, or None when it is gone."""
    return listings.one(binder, listing_id)


def add_listing(binder: Binder, fields: ListingFields, checked_by: str = "", today: date | None = None) -> int:
    """Adds a service and returns its id. With ``checked_by`` it counts as checked today (added while on the phone)."""
    tidied, by = tidy(fields), clean_line(checked_by, "Checked by")
    day = (today or clock.today()) if by else None
    with binder.atomic("add_listing"):
        return listings.add(binder, tidied, checked_on=day, checked_by=by)


def change_listing(
    binder: Binder, listing_id: int, fields: ListingFields, checked_by: str = "", today: date | None = None
) -> bool:
    """Saves a listing. A changed number is unchecked again (and True returned) unless ``checked_by`` just rang it."""
    tidied, by = tidy(fields), clean_line(checked_by, "Checked by")
    known = listings.one(binder, listing_id)
    if known is None or (known.fields == tidied and not by):
        return False
    recheck = not by and known.checked_on is not None and number_changed(known.fields, tidied)
    with binder.atomic("change_listing", merge="" if recheck or by else f"listing {listing_id}"):
        listings.change(binder, listing_id, tidied)
        if by:
            listings.set_checked(binder, listing_id, today or clock.today(), by)
        elif recheck:
            listings.set_checked(binder, listing_id, None, "")
    return recheck


def who_checks(binder: Binder) -> str:
    """Whose name stands beside a check: the champion's, or their part in it while they have not said who they are."""
    return service.load(binder).champion or "our champion"


def tick_checked(binder: Binder, listing_id: int, by: str, today: date | None = None) -> None:
    """Somebody rang or looked it up today and it is right."""
    with binder.atomic("tick_checked"):
        listings.set_checked(binder, listing_id, today or clock.today(), clean_line(by, "Checked by"))


def untick_checked(binder: Binder, listing_id: int) -> None:
    """The listing is not known to be right any more."""
    with binder.atomic("untick_checked"):
        listings.set_checked(binder, listing_id, None, "")


def set_status(binder: Binder, listing_id: int, status: ListingStatus) -> None:
    """Marks a service as closed, or as running again."""
    known = listings.one(binder, listing_id)
    if known is not None and known.fields.status is not status:
        with binder.atomic("close_listing" if status is ListingStatus.CLOSED else "reopen_listing"):
            listings.change(binder, listing_id, replace(known.fields, status=status))


def remove_listing(binder: Binder, listing_id: int) -> None:
    """Removes a listing; undo brings it back."""
    with binder.atomic("remove_listing"):
        listings.remove(binder, listing_id)


def tidy(fields: ListingFields) -> ListingFields:
    """The fields as they are kept. Raises WordsNeeded without a name."""
    texts: dict[str, Any] = {
        field.name: clean_note(getattr(fields, field.name), FIELD_WORDS[field.name])
        if field.name in _NOTES
        else clean_line(getattr(fields, field.name), FIELD_WORDS[field.name], needed=field.name == "name")
        for field in fields_of(fields)
        if field.name not in _OTHER
    }
    phones = tuple(
        Phone(*(clean_line(words, FIELD_WORDS["phones"]) for words in (phone.number, phone.label, phone.cost)))
        for phone in fields.phones
        if phone.number.strip()
    )
    return replace(fields, phones=phones, **texts)
