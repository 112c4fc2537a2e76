"""Ringing round, and what to do when a number turns out to be wrong: which sheets carry it, when and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from champion_app.domain import clock
from champion_app.domain.listings import CheckState, Listing, ListingStatus, check_state, dialled
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.store import listings, prints
from champion_app.store.binder import Binder


@dataclass(frozen=True)
class Recall:
    """A print whose sheets carry something that is not right any more. ``now`` is the number today, or empty."""

    record: PrintRecord
    contact: PrintedContact
    now: str
    closed: bool


def ring_round(binder: Binder, today: date | None = None) -> list[Listing]:
    """Services to ring or look up: those on sheets already given out first, then the longest unchecked."""
    day = today or clock.today()
    due = (CheckState.STALE, CheckState.UNCHECKED)
    found = [listing for listing in listings.all_listings(binder) if check_state(listing, day) in due]
    printed = {contact.listing for record in prints.all_prints(binder) for contact in record.contacts}
    return sorted(
        found,
        key=lambda one: (
            one.id not in printed,
            one.fields.print_rule in ("no", "champion-only"),
            one.checked_on or date.min,
            one.fields.name.casefold(),
        ),
    )


def recalls(binder: Binder, listing_id: int = 0) -> list[Recall]:
    """Prints that carry a number or a service that is not right any more, newest first; of one listing, or of all.

    A service that was removed counts as closed. What somebody has dealt with is left out.
    """
    known = {listing.id: listing for listing in listings.all_listings(binder)}
    found = []
    for record in prints.all_prints(binder):
        for contact in record.contacts:
            if contact.dealt_on is None and (not listing_id or contact.listing == listing_id):
                wrong = _wrong(record, contact, known.get(contact.listing))
                if wrong is not None:
                    found.append(wrong)
    return found


def deal_with(binder: Binder, contact_id: int, today: date | None = None) -> None:
    """The sheets were replaced or thrown away. Part of the print history, which has no undo."""
    with binder.atomic("deal_with", also=frozenset({"prints"})):
        prints.set_dealt(binder, contact_id, today or clock.today())


def _wrong(record: PrintRecord, contact: PrintedContact, listing: Listing | None) -> Recall | None:
    if not contact.listing:
        return None
    if listing is None or listing.fields.status is ListingStatus.CLOSED:
        return Recall(record, contact, "", closed=True)
    numbers = {dialled(phone.number) for phone in listing.fields.phones}
    if contact.number and dialled(contact.number) not in numbers:
        return Recall(record, contact, listing.phone, closed=False)
    return None
