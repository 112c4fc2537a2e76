"""Prints as a service makes them, for tests of their history: real leaflets, composed and noted with their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.listings import Listing, Phone
from champion_app.domain.own_words import say
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, own_words, papers, print_history

HUB, OLD, NEW = "Hollin Vale Family Hub", "01632 960120", "01632 960121"
VISIT = "family-visiting"


def get(binder: Binder, name: str = HUB) -> Listing:
    """A service by its name."""
    return next(one for one in listings.directory(binder) if one.fields.name == name)


def print_it(
    binder: Binder,
    template_id: str,
    names: tuple[str, ...] = (),
    copies: int = 10,
    choices: LeafletChoices | None = None,
    day: date | None = None,
) -> int:
    """Notes a print of a leaflet with these services on it, and returns its id."""
    template = leaflets.template(template_id, binder)
    made = choices or LeafletChoices()
    chosen = tuple(get(binder, name).id for name in names)
    paper = leaflets.compose_leaflet(binder, template, made, chosen)
    number = print_history.note_print(binder, template, paper, made, copies, papers.leaflet_text(paper))
    if day is not None:
        with binder.atomic("note_print", also=frozenset({"prints"})):
            binder.change("prints", number, {"day": day.isoformat()})
    return number


def change_number(binder: Binder, number: str = NEW) -> None:
    """The family hub has another number now."""
    hub = get(binder)
    listings.change_listing(binder, hub.id, replace(hub.fields, phones=(Phone(number),)), "Sam Okafor")


def change_fact(binder: Binder, words: str = "It is different now.") -> str:
    """A fact of the visiting leaflet reads differently from now on; returns what it said before."""
    fact = next(block for block in leaflets.template(VISIT).blocks if block.fact_ids and block.text)
    under = own_words.beneath(binder, VISIT)
    own = say(own_words.words_of(binder, VISIT), under, fact.id, "text", words)
    own_words.keep_words(binder, VISIT, own)
    return fact.text


def settle_number(binder: Binder) -> None:
    """The hub's number was just rung and is right, so that it stands on paper."""
    listings.tick_checked(binder, get(binder).id, "Sam Okafor")


__all__ = ["HUB", "NEW", "OLD", "VISIT", "change_fact", "change_number", "get", "print_it", "settle_number"]
