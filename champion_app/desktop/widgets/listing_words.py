"""What is said about a service in a list, a reading pane or the leaflet form: its state and its second line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.listings import CheckState, Listing, check_state


@dataclass(frozen=True)
class StateWords:
    """A state in a few words, with the icon and the colour token that go with them."""

    words: str
    icon: str
    token: str


def state_words(listing: Listing, today: date) -> StateWords:
    """How far the number can be trusted: "Checked 3 November 2026", "Never checked"..."""
    state = check_state(listing, today)
    if state is CheckState.CLOSED:
        return StateWords(tr("Closed"), "closed", "muted")
    if state is CheckState.UNCHECKED or listing.checked_on is None:
        return StateWords(tr("Never checked"), "unchecked", "warn")
    if state is CheckState.STALE:
        return StateWords(tr("Checked too long ago"), "due-soon", "warn")
    return StateWords(tr("Checked {date}", date=british(listing.checked_on)), "checked", "ok")


def last_checked(listing: Listing) -> str:
    """When somebody last rang or looked it up: "Last checked on 3 November 2026 by Sam"."""
    if listing.checked_on is None:
        return tr("Never checked")
    when, by = british(listing.checked_on), breakable(listing.checked_by)
    return tr("Last checked on {date} by {name}", date=when, name=by) if by else tr("Last checked on {date}", date=when)


def second_line(listing: Listing) -> str:
    """What it costs, its number, who would ask for it: "Free · 01632 960120 · families". A narrow list cuts the end."""
    fields = listing.fields
    return " · ".join(part for part in (fields.cost, listing.phone, fields.audience or fields.area) if part)


def listing_row(listing: Listing, today: date) -> Row:
    """A service as a line of a list."""
    state = state_words(listing, today)
    return Row(listing.id, listing.fields.name, second_line(listing), state.words, state.icon, state.token)
