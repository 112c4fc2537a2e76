"""Binders of a size that years of work leave behind. Made once for a run, copied for whoever writes in them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.actions import Horizon
from champion_app.domain.listings import Listing, ListingFields
from champion_app.domain.log_entries import LogFields, Reached
from champion_app.domain.resources import Resource, ResourceFields
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import Service
from champion_app.store import listings as listing_store
from champion_app.store import resources as resource_store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, binders, listings, log_entries, resources, service
from champion_app.tasks.toolkit import load_toolkit

RESOURCES, LISTINGS, ACTIONS, LOG_ENTRIES, ROUNDS = 500, 150, 40, 400, 3
YEARS = 3
WE = Service(
    name="Marlow Road Primary School",
    champion="Priya Nair",
    role="Pastoral lead",
    where_found="The Rainbow Room, past the library",
    when_found="Tuesday and Thursday, 8.30 to 10",
    phone="0117 496 0123",
    email="p.nair@marlowroad.example",
    council="Bristol",
    prison="Bristol",
    safeguarding_lead="Tom Okafor",
    safeguarding_phone="0117 496 0124",
)


def three_years(folder: Path, name: str) -> Path:
    """A binder of this name with 500 resources, 150 listings and three years of history, closed."""
    kept = folder / "three-years.champion"
    if not kept.exists():
        _make_three_years(kept)
    return Path(shutil.copy(kept, folder / name))


def _make_three_years(path: Path) -> None:
    chance = random.Random(2_026)
    binder = binders.make_binder(path)
    service.say_who_we_are(binder, WE)
    with binder.atomic("import"):
        _more(binder, chance, RESOURCES, LISTINGS)
    _check_some(binder)
    _rounds(binder, chance)
    _plan(binder, chance)
    _log(binder, chance)
    binder.close()


def of_items(path: Path, items: int) -> Path:
    """A binder with so many resources and listings (three to one) for searching, closed."""
    binder = binders.make_binder(path)
    with binder.atomic("import"):
        _more(binder, random.Random(items), items * 3 // 4, items - items * 3 // 4)
        binder.forget_history()
    binder.close()
    return path


def _more(binder: Binder, chance: random.Random, resource_count: int, listing_count: int) -> None:
    """Fills the pack and the directory up, with words of the starter content in a new order."""
    pack, directory = resources.pack(binder), listings.directory(binder)
    for fields in _resources(pack, chance, resource_count - len(pack)):
        resource_store.add(binder, fields)
    for entry in _listings(directory, chance, listing_count - len(directory)):
        listing_store.add(binder, entry)


def _resources(pack: list[Resource], chance: random.Random, count: int) -> Iterator[ResourceFields]:
    titles = [word for item in pack for word in item.fields.title.split()]
    words = [word for item in pack for word in item.fields.description.split()]
    for _ in range(count):
        like = chance.choice(pack).fields
        yield replace(like, title=_some(titles, chance, 3, 8), description=_some(words, chance, 20, 60))


def _listings(directory: list[Listing], chance: random.Random, count: int) -> Iterator[ListingFields]:
    names = [word for item in directory for word in item.fields.name.split()]
    words = [word for item in directory for word in item.fields.description.split()]
    for _ in range(count):
        like = chance.choice(directory).fields
        yield replace(like, name=_some(names, chance, 2, 5), description=_some(words, chance, 15, 50))


def _some(words: list[str], chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(words, k=chance.randint(least, most)))


def _check_some(binder: Binder) -> None:
    today = clock.today()
    for place, listing in enumerate(listings.directory(binder)):
        if place % 2:
            listings.tick_checked(binder, listing.id, WE.champion, today - timedelta(days=3 * place))


def _rounds(binder: Binder, chance: random.Random) -> None:
    toolkit = load_toolkit()
    wanted = toolkit.criteria_for(WE.type)
    for place, day in enumerate(_days(ROUNDS)):
        number = assessment.start_round(binder, toolkit, today=day)
        last = place == ROUNDS - 1
        for criterion in wanted[:25] if last else wanted:
            answer = chance.choice([Answer.NOT_YET, Answer.IN_PROGRESS, Answer.IN_PLACE])
            assessment.answer_criterion(binder, number, criterion.number, answer, today=day)
            assessment.note_evidence(binder, number, criterion.number, criterion.evidence[0])
        if not last:
            assessment.finish_round(binder, number, day + timedelta(days=30))


def _plan(binder: Binder, chance: random.Random) -> None:
    wanted = load_toolkit().criteria_for(WE.type)
    for place, day in enumerate(_days(ACTIONS)):
        criterion = wanted[place % len(wanted)]
        fields = actions.from_criterion(criterion, WE.type, AnswerRecord(criterion.number, None), WE.champion, day)
        number = actions.raise_action(binder, replace(fields, horizon=chance.choice(list(Horizon))), today=day)
        for told in range(3):
            note = f"Spoke to the team; {criterion.first_step}"
            actions.add_update(binder, number, note, day + timedelta(days=20 * (told + 1)))
        if place < ACTIONS * 2 // 3:
            actions.close_action(binder, number, day + timedelta(days=90))


def _log(binder: Binder, chance: random.Random) -> None:
    words = [word for item in resources.pack(binder) for word in item.fields.title.split()]
    for day in _days(LOG_ENTRIES):
        what = f"Talked about {_some(words, chance, 4, 12)}"
        reached = chance.randint(5, 60)
        log_entries.log_it(binder, LogFields(what, day, chance.randint(1, 8), "", 0, reached, Reached.STAFF))


def _days(count: int) -> list[date]:
    """So many days spread over three years, the last one a week ago."""
    first = clock.today() - timedelta(days=365 * YEARS)
    return [first + timedelta(days=(365 * YEARS - 7) * place // max(count - 1, 1)) for place in range(count)]
