"""The facts on a print, and whether they are still right: so that sheets already given out can be recalled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months, british
from champion_app.domain.leaflet_paper import LeafletPaper, PrisonOnPaper
from champion_app.domain.leaflets import Block
from champion_app.domain.prints import PrintedFact, PrintRecord
from champion_app.domain.prisons import CHECK_LASTS_MONTHS
from champion_app.domain.typed_text import first_line

_NUMBERS = re.compile(r"\d+")
_SHOWN = 90  # letters of a fact, where it is named
_QUOTES = '“”"'


class Why(StrEnum):
    """What is wrong with a sheet that was given out."""

    CONTACT = "contact"
    FACT = "fact"
    PAST_REVIEW = "past_review"
    EDITION = "edition"


@dataclass(frozen=True)
class Reason:
    """One thing that is wrong with a sheet.

    ``about`` is the contact's name or the fact's words as they stand on it; ``then`` and ``now`` are the number or the
    edition on it and that of today. ``closed``: the service is not there any more. ``prison``: it is about visiting
    facts. ``review_by`` is the day that has passed. ``count`` facts are told as one.
    """

    why: Why
    about: str
    then: str = ""
    now: str = ""
    closed: bool = False
    prison: bool = False
    review_by: date | None = None
    count: int = 1


@dataclass(frozen=True)
class Outdated:
    """A print that should not be handed out any more, and everything that is wrong with it."""

    record: PrintRecord
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> tuple[Why, ...]:
        """What kinds of things are wrong, each named once."""
        return tuple(dict.fromkeys(reason.why for reason in self.reasons))

    @property
    def words(self) -> str:
        """The words on the sheet that the first thing is about."""
        return next((reason.about for reason in self.reasons if reason.about), "")


def facts_on(paper: LeafletPaper) -> tuple[PrintedFact, ...]:
    """Every fact that stands on a leaflet: blocks that name facts or a figure, and the prison's."""
    found = [
        PrintedFact("block", block.id, fact_words(block), block.review_by)
        for block in paper.blocks
        if block.fact_ids or block.figure
    ]
    if paper.prison is not None and paper.prison.facts:
        checked = paper.prison.checked_on
        review_by = add_months(checked, CHECK_LASTS_MONTHS) if checked else None
        found.append(PrintedFact("prison", str(paper.prison.prison), prison_words(paper.prison), review_by))
    return tuple(found)


def fact_words(block: Block) -> str:
    """The words of a block, a line for each of its items."""
    return "\n".join((*([block.text] if block.text else []), *block.items))


def prison_words(prison: PrisonOnPaper) -> str:
    """The facts of a prison without their labels, a line each."""
    return "\n".join((prison.name, *(words for _, words in prison.facts)))


def first_words(words: str) -> str:
    """The first words of a fact, to be named by in quotation marks: its own are left out."""
    return first_line(words, _SHOWN).strip(_QUOTES)


def facts_changed(record: PrintRecord, now: Iterable[PrintedFact]) -> tuple[PrintedFact, ...]:
    """The facts of a print that read differently in the same leaflet today; those dealt with are left out.

    A fact that does not stand on it today has not become wrong by that.
    """
    today = {(fact.kind, fact.key): fact.words for fact in now}
    return tuple(
        fact
        for fact in record.facts
        if fact.dealt_on is None and today.get((fact.kind, fact.key), fact.words) != fact.words
    )


def past_review(record: PrintRecord, today: date, now: Iterable[PrintedFact] = ()) -> tuple[PrintedFact, ...]:
    """The facts of a print that should have been looked at again by now; those dealt with are left out.

    One that reads the same in the leaflet of today (``now``), and that somebody has looked at since, is still right.
    """
    fresh = {
        (fact.kind, fact.key, fact.words) for fact in now if fact.review_by is not None and fact.review_by >= today
    }
    return tuple(
        fact
        for fact in record.facts
        if fact.dealt_on is None
        and fact.review_by is not None
        and fact.review_by < today
        and (fact.kind, fact.key, fact.words) not in fresh
    )


def newer(edition: str, than: str) -> bool:
    """Whether an edition came after another: 2027-02 after 2026-11, 10 after 9. Without a number nobody can tell."""
    one, other = ([int(part) for part in _NUMBERS.findall(named)] for named in (edition, than))
    return bool(one and other) and one > other


def together(reasons: Iterable[Reason]) -> list[Reason]:
    """Facts that should have been looked at again by the same day as one reason: a page of them tells nobody more."""
    found: list[Reason] = []
    places: dict[date | None, int] = {}
    for reason in reasons:
        place = places.get(reason.review_by) if reason.why is Why.PAST_REVIEW and not reason.prison else None
        if place is not None:
            found[place] = replace(found[place], count=found[place].count + 1)
            continue
        if reason.why is Why.PAST_REVIEW and not reason.prison:
            places[reason.review_by] = len(found)
        found.append(reason)
    return found


def why_words(reason: Reason) -> tuple[str, dict[str, str]]:
    """What is wrong as a sentence with gaps, and what goes into them."""
    words = first_words(reason.about)
    day = british(reason.review_by) if reason.review_by is not None else ""
    match reason.why:
        case Why.CONTACT if reason.closed:
            return "{name} has closed, or is not in your directory any more.", {"name": words}
        case Why.CONTACT if not reason.now:
            return "{name} has no telephone number now: {then} is on the paper.", {"name": words, "then": reason.then}
        case Why.CONTACT:
            sentence = "The number of {name} has changed: {then} is on the paper, {now} is right."
            return sentence, {"name": words, "then": reason.then, "now": reason.now}
        case Why.FACT if reason.prison:
            return "The visiting facts of {name} have changed.", {"name": words}
        case Why.FACT:
            return "This has changed since: “{words}”", {"words": words}
        case Why.PAST_REVIEW if reason.prison:
            return "The visiting facts of {name} should have been checked again by {day}.", {"name": words, "day": day}
        case Why.PAST_REVIEW if reason.count > 1:
            sentence = "{n} facts should have been looked at again by {day}, the first is: “{words}”"
            return sentence, {"n": str(reason.count), "words": words, "day": day}
        case Why.PAST_REVIEW:
            return "Should have been looked at again by {day}: “{words}”", {"words": words, "day": day}
        case Why.EDITION:
            return "There is a newer edition: {now}. This is {then}.", {"now": reason.now, "then": reason.then}


def why_said(reason: Reason) -> str:
    """The same in English, its gaps filled: for paper."""
    sentence, named = why_words(reason)
    return sentence.format(**named)
