"""Sheets to put in the bin: prints whose edition, contacts or facts are not those of today, by year."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from champion_app.domain import clock
from champion_app.domain.leaflets import Template
from champion_app.domain.print_facts import Outdated, Why, facts_changed, past_review
from champion_app.domain.prints import PrintRecord
from champion_app.store import prints
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, recall


def outdated(binder: Binder, today: date | None = None) -> list[Outdated]:
    """Every print that should not be handed out any more, newest first, and why. What was dealt with is left out."""
    day = today or clock.today()
    known = {item.id: item for item in leaflets.templates(binder)}
    wrong_contacts = {one.record.id: one.contact.name for one in recall.recalls(binder)}
    found = [
        _look_at(binder, record, known, wrong_contacts, day) for record in prints.all_prints(binder) if record.template
    ]
    return [one for one in found if one is not None]


def by_year(found: list[Outdated]) -> dict[int, list[Outdated]]:
    """The same by the year they were printed in, the newest year first."""
    years = sorted({one.record.day.year for one in found}, reverse=True)
    return {year: [one for one in found if one.record.day.year == year] for year in years}


def binned(binder: Binder, record: PrintRecord, today: date | None = None) -> None:
    """The sheets of a print were thrown away or replaced. Part of the print history, which has no undo."""
    day = today or clock.today()
    with binder.atomic("deal_with", also=frozenset({"prints"})):
        for contact in record.contacts:
            prints.set_dealt(binder, contact.id, day)
        for fact in record.facts:
            prints.set_fact_dealt(binder, fact.id, day)
        prints.set_binned(binder, record.id, day)


def _look_at(
    binder: Binder, record: PrintRecord, known: Mapping[str, Template], wrong_contacts: Mapping[int, str], day: date
) -> Outdated | None:
    if record.binned_on is not None:
        return None
    why, words = [], ""
    if record.id in wrong_contacts:
        why.append(Why.CONTACT)
        words = wrong_contacts[record.id]
    template = known.get(record.template)
    if template is not None:
        choices = leaflets.as_choices(json.loads(record.choices or "{}"), template)
        if changed := facts_changed(record, leaflets.compose_leaflet(binder, template, choices, (), day)):
            why.append(Why.FACT)
            words = words or changed[0].words
        if template.edition > record.edition:
            why.append(Why.EDITION)
    if old := past_review(record, day):
        why.append(Why.PAST_REVIEW)
        words = words or old[0].words
    return Outdated(record, tuple(why), words) if why else None
