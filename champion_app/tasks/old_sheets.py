"""Sheets to put in the bin: prints whose edition, contacts or facts are not those of today, by year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.leaflets import Template
from champion_app.domain.print_facts import (
    Outdated,
    Reason,
    Why,
    facts_changed,
    facts_on,
    newer,
    past_review,
)
from champion_app.domain.prints import PrintedFact, PrintRecord
from champion_app.faults import NothingToPrint
from champion_app.store import prints, service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, recall
from champion_app.tasks.recall import Recall

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned


def outdated(binder: Binder, today: date | None = None) -> list[Outdated]:
    """Every print that should not be handed out any more, newest first, and why. What was dealt with is left out."""
    day = today or clock.today()
    records = [one for one in prints.all_prints(binder) if one.template and one.binned_on is None]
    wrong: dict[int, list[Recall]] = {}
    for found in recall.recalls(binder) if records else ():
        wrong.setdefault(found.record.id, []).append(found)
    today_facts = _FactsOfToday(binder, day)
    looked_at = [
        Outdated(record, (*map(_wrong_contact, wrong.get(record.id, ())), *_wrong_facts(record, today_facts, day)))
        for record in records
    ]
    return [one for one in looked_at if one.reasons]


def by_year(found: Iterable[Outdated]) -> dict[int, list[Outdated]]:
    """The same by the year they were printed in, the newest year first."""
    years: dict[int, list[Outdated]] = {}
    for one in sorted(found, key=lambda one: -one.record.day.year):
        years.setdefault(one.record.day.year, []).append(one)
    return years


def count(binder: Binder, today: date | None = None) -> int:
    """How many sheets there are to put in the bin: the copies of every print that is outdated."""
    return recall.sheets(one.record for one in outdated(binder, today))


def binned(binder: Binder, record: PrintRecord, today: date | None = None) -> None:
    """The sheets of a print were thrown away or replaced. Part of the print history, which has no undo.

    Raises NoLongerThere.
    """
    day = today or clock.today()
    with binder.atomic("deal_with", also=frozenset({"prints"})):
        for contact in record.contacts:
            if contact.dealt_on is None:
                prints.set_dealt(binder, contact.id, day)
        for fact in record.facts:
            if fact.dealt_on is None:
                prints.set_fact_dealt(binder, fact.id, day)
        prints.set_binned(binder, record.id, day)


def put_back(binder: Binder, record: PrintRecord) -> None:
    """The sheets of a print were not thrown away after all: whatever was wrong with them is said again.

    What was dealt with by itself on that very day counts as not dealt with either. Raises NoLongerThere.
    """
    known = next((one for one in prints.all_prints(binder) if one.id == record.id), record)
    if known.binned_on is None:
        return
    with binder.atomic("deal_with", also=frozenset({"prints"})):
        for contact in known.contacts:
            if contact.dealt_on == known.binned_on:
                binder.change("print_contacts", contact.id, {"dealt_on": None})
        for fact in known.facts:
            if fact.dealt_on == known.binned_on:
                binder.change("print_facts", fact.id, {"dealt_on": None})
        binder.change("prints", known.id, {"binned_on": None})


def plan_list(binder: Binder, today: date | None = None) -> Planned:
    """The list of sheets to put in the bin, ready to be made on a worker. Raises NothingToPrint when there are none."""
    from champion_app.paper import old_sheets as paper
    from champion_app.tasks.papers import Planned

    day = today or clock.today()
    found = outdated(binder, day)
    if not found:
        raise NothingToPrint(what="no old sheet is out", way_out="Every sheet printed so far is still right.")
    document = paper.document(by_year(found), service.load(binder).name, day)
    return Planned(document, "old sheets", document.title)


class _FactsOfToday:
    """The facts of each leaflet as it would be printed today; asked for once for each way it was made."""

    def __init__(self, binder: Binder, day: date) -> None:
        self._binder, self._day = binder, day
        self._known: dict[str, Template] | None = None
        self._facts: dict[tuple[str, str], tuple[PrintedFact, ...]] = {}

    @property
    def templates(self) -> Mapping[str, Template]:
        """Every leaflet by its id."""
        if self._known is None:
            self._known = {item.id: item for item in leaflets.templates(self._binder)}
        return self._known

    def of(self, record: PrintRecord) -> tuple[PrintedFact, ...]:
        """The facts on the same leaflet today, made as that print was; none when the leaflet is gone."""
        template = self.templates.get(record.template)
        if template is None:
            return ()
        made = (record.template, record.choices)
        if made not in self._facts:
            choices = leaflets.as_choices(json.loads(record.choices or "{}"), template)
            self._facts[made] = facts_on(leaflets.compose_leaflet(self._binder, template, choices, (), self._day))
        return self._facts[made]


def _wrong_contact(found: Recall) -> Reason:
    return Reason(Why.CONTACT, found.contact.name, found.contact.number, found.now, closed=found.closed)


def _wrong_facts(record: PrintRecord, today: _FactsOfToday, day: date) -> list[Reason]:
    now = today.of(record)
    changed = facts_changed(record, now)
    reasons = [Reason(Why.FACT, fact.words, prison=fact.kind == "prison") for fact in changed]
    template = today.templates.get(record.template)
    if template is not None and newer(template.edition, record.edition):
        reasons.append(Reason(Why.EDITION, "", record.edition, template.edition))
    reasons += [
        Reason(Why.PAST_REVIEW, fact.words, prison=fact.kind == "prison", review_by=fact.review_by)
        for fact in past_review(record, day, now)
        if fact not in changed
    ]
    return reasons
