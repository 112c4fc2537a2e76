"""Ringing round, and what to do when a number turns out to be wrong: which sheets carry it, when and how many."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from champion_app.domain import clock
from champion_app.domain.listings import CheckState, Listing, ListingStatus, check_state, dialled
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.domain.ring_round import AT_A_TIME, Outcome, RingRound, as_it_stands
from champion_app.store import listings, prints
from champion_app.store.binder import Binder

DUE = (CheckState.STALE, CheckState.UNCHECKED)
_LAST = ("no", "champion-only")  # print rules of services no family has a sheet of
_KEPT = "ring_round"
_BLOCK = 500


@dataclass(frozen=True)
class Recall:
    """A print whose sheets carry something that is not right any more. ``now`` is the number today, or empty."""

    record: PrintRecord
    contact: PrintedContact
    now: str
    closed: bool


def due_count(binder: Binder, today: date | None = None) -> int:
    """How many services are to be rung or looked up."""
    found = listings.how_many(binder, today or clock.today())
    return sum(found[state] for state in DUE)


def ring_round(binder: Binder, today: date | None = None, most: int = -1) -> list[Listing]:
    """Services to ring or look up: those on sheets already given out first, then the longest unchecked.

    At most ``most`` of them; all without it.
    """
    printed = {contact.listing for record in prints.all_prints(binder) for contact in record.contacts}
    return _some(binder, listings.to_ring(binder, printed, _LAST, today or clock.today(), most))


def round_of_today(binder: Binder, today: date | None = None) -> RingRound | None:
    """The round that was begun today, as the directory has it now; None when there is none."""
    day = today or clock.today()
    kept = json.loads(binder.recall(_KEPT, "{}"))
    if kept.get("day") != day.isoformat():
        return None
    came_of = {int(number): Outcome(what) for number, what in kept["came_of"].items()}
    found = RingRound(day, tuple(kept["services"]), came_of, tuple(kept["tried"]))
    return as_it_stands(found, {listing.id: listing for listing in _some(binder, found.services)})


def begin_round(binder: Binder, today: date | None = None) -> RingRound:
    """The next handful of services to ring. Those nobody answered at today come again when no others are left."""
    day = today or clock.today()
    before = round_of_today(binder, day)
    tried = (*before.tried, *before.unanswered) if before is not None else ()
    due = [one.id for one in ring_round(binder, day, AT_A_TIME + len(tried))]
    fresh = [number for number in due if number not in tried][:AT_A_TIME]
    begun = RingRound(day, tuple(fresh), tried=tried) if fresh else RingRound(day, tuple(due[:AT_A_TIME]))
    keep_round(binder, begun)
    return begun


def keep_round(binder: Binder, kept: RingRound) -> None:
    """Remembers a round, so that it goes on where it stopped; not something to undo."""
    words = {"day": kept.day.isoformat(), "services": kept.services, "came_of": kept.came_of, "tried": kept.tried}
    with binder.atomic("keep_setting"):
        binder.remember(_KEPT, json.dumps(words))


def still_due(binder: Binder, done: RingRound, today: date | None = None) -> int:
    """How many services are due a check besides those that were rung in vain today."""
    day = today or clock.today()
    in_vain = _some(binder, {*done.tried, *done.unanswered})
    return due_count(binder, day) - sum(check_state(listing, day) in DUE for listing in in_vain)


def recalls(binder: Binder, listing_id: int = 0) -> list[Recall]:
    """Prints that carry a number or a service that is not right any more, newest first; of one listing, or of all.

    A service that was removed counts as closed. What somebody has dealt with is left out.
    """
    carried = [
        (record, contact)
        for record in prints.all_prints(binder)
        for contact in record.contacts
        if contact.listing and contact.dealt_on is None and listing_id in (0, contact.listing)
    ]
    known = {one.id: one for one in _some(binder, sorted({contact.listing for _, contact in carried}))}
    found = [_wrong(record, contact, known.get(contact.listing)) for record, contact in carried]
    return [recall for recall in found if recall is not None]


def given_out(binder: Binder, listing_id: int) -> list[PrintRecord]:
    """Prints that carry a service and that nobody has dealt with, newest first."""
    return [
        record
        for record in prints.all_prints(binder)
        if any(contact.listing == listing_id and contact.dealt_on is None for contact in record.contacts)
    ]


def sheets(records: Iterable[PrintRecord]) -> int:
    """How many copies some prints were in all; a print named twice counts once."""
    return sum({record.id: record.copies for record in records}.values())


def deal_with(binder: Binder, contact_id: int, today: date | None = None) -> None:
    """The sheets were replaced or thrown away. Part of the print history, which has no undo."""
    with binder.atomic("deal_with", also=frozenset({"prints"})):
        prints.set_dealt(binder, contact_id, today or clock.today())


def _some(binder: Binder, wanted: Iterable[int]) -> list[Listing]:
    """Any number of services by their ids, in that order."""
    numbers = list(wanted)
    blocks = range(0, len(numbers), _BLOCK)
    return [listing for start in blocks for listing in listings.some(binder, numbers[start : start + _BLOCK])]


def _wrong(record: PrintRecord, contact: PrintedContact, listing: Listing | None) -> Recall | None:
    if listing is None or listing.fields.status is ListingStatus.CLOSED:
        return Recall(record, contact, "", closed=True)
    numbers = {dialled(phone.number) for phone in listing.fields.phones}
    if contact.number and dialled(contact.number) not in numbers:
        return Recall(record, contact, listing.phone, closed=False)
    return None
