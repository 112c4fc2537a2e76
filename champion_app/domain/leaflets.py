"""Leaflets and posters: shipped texts, the choices a champion makes, and what then stands on the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from champion_app.domain.dates import british, month_of
from champion_app.domain.listings import CheckState, Listing, check_state, may_be_printed, printed_number
from champion_app.domain.services import Service


class BlockKind(StrEnum):
    """The building blocks of a template. ``lead`` and ``line`` are a poster's large and small words."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    NOTE = "note"
    CONTACTS = "contacts"
    CHAMPION = "champion"
    LEAD = "lead"
    LINE = "line"


class Size(StrEnum):
    """The sheet a leaflet or poster is printed on."""

    FOLDED_A5 = "folded_a5"
    A4 = "a4"
    A3 = "a3"


SIZE_WORDS = {
    Size.FOLDED_A5: "Folded A5 (one A4 sheet, both sides)",
    Size.A4: "Flat A4",
    Size.A3: "A3",
}


@dataclass(frozen=True)
class Block:
    """One piece of a template. A block that states facts names them, their source and when to look again."""

    id: str
    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    simple: str = ""
    simple_items: tuple[str, ...] = ()
    discreet: str = ""
    suggest: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    source: str = ""
    review_by: date | None = None
    volatile: bool = False
    figure: str = ""


@dataclass(frozen=True)
class Template:
    """A shipped leaflet or poster."""

    id: str
    edition: str
    kind: str
    title: str
    discreet_title: str
    subtitle: str
    discreet_subtitle: str
    audience: str
    stage: str
    language: str
    nations: tuple[str, ...]
    reading_age: tuple[int, int] | None
    sizes: tuple[Size, ...]
    draft: str
    summary: str
    blocks: tuple[Block, ...]

    @property
    def suggested_listings(self) -> tuple[str, ...]:
        """Keys of the starter listings its contact blocks propose."""
        return tuple(key for block in self.blocks for key in block.suggest)

    @property
    def takes_contacts(self) -> bool:
        """Whether it has a place for contacts; a poster has none."""
        return any(block.kind is BlockKind.CONTACTS for block in self.blocks)

    @property
    def has_simple_words(self) -> bool:
        """Whether any of it can also be said in simple words."""
        return any(block.simple or block.simple_items for block in self.blocks)

    def past_review(self, today: date) -> tuple[Block, ...]:
        """Blocks whose facts should have been looked at again by now."""
        return tuple(block for block in self.blocks if block.review_by is not None and block.review_by < today)


@dataclass(frozen=True)
class LeafletChoices:
    """The switches of the studio. Without a size it is the template's first one."""

    size: Size | None = None
    large_print: bool = False
    discreet: bool = False
    simple: bool = False


@dataclass(frozen=True)
class ContactOnPaper:
    """A contact as it will stand on the paper. ``number`` is empty unless somebody checked it within six months."""

    listing: int
    name: str
    about: str
    number: str
    website: str
    hours: str
    checked: str
    checked_on: date | None
    unchecked: bool = False


@dataclass(frozen=True)
class ChampionOnPaper:
    """The champion box: who, where, when, how."""

    name: str
    role: str
    service: str
    where_found: str
    when_found: str
    phone: str
    email: str

    @property
    def known(self) -> bool:
        """Whether there is anybody to ask for, or anywhere to ask; without it there is no champion box."""
        return any((self.name, self.service, self.where_found, self.when_found, self.phone, self.email))


@dataclass(frozen=True)
class LeafletPaper:
    """Everything one leaflet or poster says, with every choice already made: what ``paper`` prints."""

    kind: str
    title: str
    subtitle: str
    language: str
    size: Size
    large_print: bool
    discreet: bool
    blocks: tuple[Block, ...]
    contacts: tuple[ContactOnPaper, ...]
    champion: ChampionOnPaper
    footer: str
    edition: str
    contacts_checked: str = ""
    warnings: tuple[str, ...] = field(default=())
    nations: tuple[str, ...] = ()
    draft: bool = False

    @property
    def imprint(self) -> str:
        """The last line: which nations it is for, its edition, and whether it is a draft."""
        draft = "Draft: check with your service." if self.draft else ""
        where = f"For {self._where}." if self.nations else ""
        return " ".join(part for part in (where, f"Edition {self.edition}.", draft) if part)

    @property
    def short_imprint(self) -> str:
        """The same in few enough words for the foot of a small page."""
        return ". ".join(part for part in (self._where, self.edition, "Draft" if self.draft else "") if part) + "."

    @property
    def _where(self) -> str:
        return " and ".join(part for part in (", ".join(self.nations[:-1]), *self.nations[-1:]) if part)


def compose(
    template: Template, choices: LeafletChoices, service: Service, contacts: Iterable[Listing], today: date
) -> LeafletPaper:
    """The leaflet as it will be printed. Closed services are left out; unchecked numbers are left off."""
    on_paper = tuple(contact_on_paper(listing, today) for listing in contacts if may_be_printed(listing, today))
    dates = [contact.checked_on for contact in on_paper if contact.number and contact.checked_on]
    return LeafletPaper(
        kind=template.kind,
        title=template.discreet_title if choices.discreet else template.title,
        subtitle=template.discreet_subtitle if choices.discreet else template.subtitle,
        language=template.language,
        size=choices.size if choices.size in template.sizes else template.sizes[0],
        large_print=choices.large_print,
        discreet=choices.discreet,
        blocks=tuple(_worded(block, choices) for block in template.blocks),
        contacts=on_paper,
        champion=champion_on_paper(service),
        footer=service.name,
        edition=template.edition,
        contacts_checked=month_of(min(dates)) if dates else "",
        nations=template.nations,
        draft=bool(template.draft),
    )


@dataclass(frozen=True)
class Cautions:
    """What a champion should know before a leaflet is printed. Nothing here forbids printing."""

    unchecked: tuple[str, ...] = ()
    no_contacts: bool = False
    past_review: tuple[Block, ...] = ()
    draft: str = ""
    no_champion: bool = False
    no_place: bool = False


def cautions(template: Template, paper: LeafletPaper, today: date) -> Cautions:
    """What to look at before printing; ``unchecked`` names the contacts nobody has checked within six months."""
    return Cautions(
        unchecked=tuple(contact.name for contact in paper.contacts if contact.checked_on is None),
        no_contacts=template.takes_contacts and not paper.contacts,
        past_review=template.past_review(today),
        draft=template.draft,
        no_champion=not paper.champion.name,
        no_place=not (paper.champion.where_found or paper.champion.when_found),
    )


def sheets_of(paper: LeafletPaper, pages: int) -> int:
    """How many sheets of paper one copy takes: folded, four pages make one."""
    return -(-pages // 4) if paper.size is Size.FOLDED_A5 else pages


# What Windows refuses in the name of a file.
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


def file_name(paper: LeafletPaper, today: date, use: str = "") -> str:
    """A name a person finds again: the title as printed (discreet if the cover is) and the day, without a suffix."""
    words = paper.title.translate(_NOT_IN_A_NAME).replace("- ", " - ").strip(" .")
    return f"{words[:80].rstrip(' .')}, {british(today)}{use}"


def contact_on_paper(listing: Listing, today: date) -> ContactOnPaper:
    """A listing as a contact card, its number left off unless checked within six months."""
    checked = check_state(listing, today) is CheckState.CHECKED and listing.checked_on is not None
    number = printed_number(listing, today)
    return ContactOnPaper(
        listing=listing.id,
        name=listing.fields.name,
        about=listing.fields.description,
        number=number,
        website=listing.fields.website,
        hours=listing.fields.hours if checked else "",
        checked=month_of(listing.checked_on) if checked and listing.checked_on else "",
        checked_on=listing.checked_on if checked else None,
        unchecked=bool(listing.phone) and not checked,
    )


def champion_on_paper(service: Service) -> ChampionOnPaper:
    """The champion box of a service."""
    return ChampionOnPaper(
        name=service.champion,
        role=service.role,
        service=service.name,
        where_found=service.where_found,
        when_found=service.when_found,
        phone=service.phone,
        email=service.email,
    )


def _worded(block: Block, choices: LeafletChoices) -> Block:
    """The block in the chosen words: discreet first, then simple, else as written."""
    if choices.discreet and block.discreet:
        return replace(block, text=block.discreet)
    if choices.simple and (block.simple or block.simple_items):
        return replace(block, text=block.simple or block.text, items=block.simple_items or block.items)
    return block
