"""The facts on a print, and whether they are still right: so that sheets already given out can be recalled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import add_months
from champion_app.domain.leaflet_paper import LeafletPaper, PrisonOnPaper
from champion_app.domain.leaflets import Block
from champion_app.domain.prints import PrintedFact, PrintRecord
from champion_app.domain.prisons import CHECK_LASTS_MONTHS


class Why(StrEnum):
    """What is wrong with a sheet that was given out."""

    CONTACT = "contact"
    FACT = "fact"
    PAST_REVIEW = "past_review"
    EDITION = "edition"


@dataclass(frozen=True)
class Outdated:
    """A print that should not be handed out any more: why, and the words of the first thing that is wrong."""

    record: PrintRecord
    why: tuple[Why, ...]
    words: str = ""


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


def facts_changed(record: PrintRecord, now: LeafletPaper) -> tuple[PrintedFact, ...]:
    """The facts of a print that read differently in the same leaflet today; those dealt with are left out.

    A fact that does not stand on it today has not become wrong by that.
    """
    today = {fact.key: fact.words for fact in facts_on(now) if fact.kind == "block"}
    prison = {str(now.prison.prison): prison_words(now.prison)} if now.prison is not None and now.prison.facts else {}
    return tuple(
        fact
        for fact in record.facts
        if fact.dealt_on is None
        and (prison if fact.kind == "prison" else today).get(fact.key, fact.words) != fact.words
    )


def past_review(record: PrintRecord, today: date) -> tuple[PrintedFact, ...]:
    """The facts of a print that should have been looked at again by now; those dealt with are left out."""
    return tuple(
        fact for fact in record.facts if fact.dealt_on is None and fact.review_by is not None and fact.review_by < today
    )
