"""What to know before a leaflet or poster is printed, in words. Nothing here forbids printing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from champion_app.domain.dates import british
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, Size, Template
from champion_app.domain.typed_text import first_line

# Whoever reads these should find somebody to turn to.
_FOR_THEM = frozenset({"families", "carers", "children"})
_NAMED = 4


@dataclass(frozen=True)
class Cautions:
    """What a champion should know before a leaflet is printed."""

    unchecked: tuple[str, ...] = ()
    no_contacts: bool = False
    past_review: tuple[Block, ...] = ()
    draft: bool = False
    no_champion: bool = False
    unspoken: bool = False
    no_prison: bool = False
    prison_unchecked: str = ""
    no_lead: bool = False
    nobody: bool = False
    empty: bool = False
    only_title_discreet: bool = False


@dataclass(frozen=True)
class Said:
    """A caution as a sentence whose gaps are filled in after it is translated: ``{n}`` with ``count``.

    ``many`` is the sentence for any count but one. ``first`` is whom to tell and whom to turn to: before all else.
    """

    words: str
    many: str = ""
    count: int = 0
    details: Mapping[str, str] = field(default_factory=dict)
    first: bool = False


def cautions(template: Template, paper: LeafletPaper, today: date) -> Cautions:
    """What to look at before printing; ``unchecked`` names the contacts whose number is left off."""
    on_it = {block.id for block in paper.blocks}
    box, champion = template.has(BlockKind.CHAMPION), paper.champion
    return Cautions(
        unchecked=tuple(contact.name for contact in paper.contacts if contact.unchecked),
        no_contacts=template.takes_contacts and not paper.contacts,
        past_review=tuple(block for block in template.past_review(today) if block.id in on_it),
        draft=bool(template.draft),
        no_champion=box and not (champion.name and (champion.where_found or champion.when_found)),
        unspoken=template.unspoken,
        no_prison=template.has(BlockKind.PRISON) and paper.prison is None,
        prison_unchecked=paper.prison.name if paper.prison is not None and paper.prison.unchecked else "",
        no_lead=template.has(BlockKind.SAFEGUARDING) and not (paper.safeguarding.lead and paper.safeguarding.phone),
        nobody=template.audience in _FOR_THEM
        and template.kind == "leaflet"
        and not template.takes_contacts
        and not box,
        empty=not paper.blocks,
        only_title_discreet=paper.discreet and template.kind == "leaflet" and paper.size in (Size.A4, Size.A5),
    )


def said(found: Cautions, left_out: str = "") -> tuple[Said, ...]:
    """Each caution as a sentence to act on, the most important first. ``left_out``: what cannot be printed."""
    return (*_whom_to_turn_to(found), *_what_is_left_off(found, left_out), *_doubts(found))


def in_english(one: Said) -> str:
    """The sentence as it is, its gaps filled in."""
    if one.many:
        return (one.words if one.count == 1 else one.many).format(n=one.count, **one.details)
    return one.words.format(**one.details) if one.details else one.words


def _whom_to_turn_to(found: Cautions) -> Iterator[Said]:
    if found.no_lead:
        yield Said(
            "It does not name your safeguarding lead and their number. Fill them in in Settings.",
            first=True,
        )
    if found.nobody:
        yield Said("Nobody to turn to stands on it: its contacts and its champion are hidden.", first=True)
    if found.empty:
        yield Said("Nothing stands on it but its title.", first=True)


def _what_is_left_off(found: Cautions, left_out: str) -> Iterator[Said]:
    if found.only_title_discreet:
        yield Said("Flat, it has no cover: only its title is discreet. Fold it to keep the rest inside.")
    if found.unchecked:
        yield Said(
            "Not checked within six months, so printed without its number: {names}.",
            "{n} contacts were not checked within six months and are printed without their numbers: {names}."
            if len(found.unchecked) <= _NAMED
            else "{n} contacts were not checked within six months and are printed without their numbers, "
            "among them {names}.",
            len(found.unchecked),
            {"names": ", ".join(first_line(name, 50) for name in found.unchecked[:_NAMED])},
        )
    if found.no_contacts:
        yield Said("No contact is on it: it says where to get help, and names nobody.")
    if found.no_prison:
        yield Said("No prison is chosen: it says nothing about visiting a particular one.")
    if found.prison_unchecked:
        yield Said(
            "Nobody has looked up the visiting facts of {name} within six months: they stay off the paper.",
            details={"name": first_line(found.prison_unchecked, 60)},
        )
    if found.no_champion:
        yield Said("It does not say who your champion is, or where and when to find them.")
    if left_out:
        yield Said(
            "These characters cannot be printed and are left out: {characters}.", details={"characters": left_out}
        )


def _doubts(found: Cautions) -> Iterator[Said]:
    days = [block.review_by for block in found.past_review if block.review_by is not None]
    if days:
        oldest = found.past_review[0]
        yield Said(
            "A fact in it should have been looked at again by {date}: “{words}”.",
            "{n} facts in it should have been looked at again by {date}, the first is: “{words}”.",
            len(days),
            {"date": british(min(days)), "words": first_line(oldest.text or " ".join(oldest.items), 60)},
        )
    if found.unspoken:
        yield Said("Not yet checked by a speaker of its language. It says so on the paper.")
    if found.draft:
        yield Said("Draft: nobody here has noted that they have read these words. It says so on the paper.")
