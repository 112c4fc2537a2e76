"""What stands on the paper of a leaflet or poster once every choice is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from champion_app.domain.dates import british
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size, Template, as_chosen, size_of
from champion_app.domain.listings import CheckState, Listing, check_state, may_be_printed, printed_number
from champion_app.domain.paper_words import ENGLISH, PaperWords
from champion_app.domain.prisons import VISIT_FACTS, Prison, facts_are_fresh
from champion_app.domain.services import Service


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
class PrisonOnPaper:
    """A prison's visiting facts as they will stand on the paper: label and words of each.

    Nobody having looked them up within six months, there are none but its web page, and the paper says so.
    """

    prison: int
    name: str
    facts: tuple[tuple[str, str], ...]
    checked: str
    checked_on: date | None

    @property
    def unchecked(self) -> bool:
        """Whether its facts were left off because nobody has looked them up lately."""
        return self.checked_on is None


@dataclass(frozen=True)
class SafeguardingOnPaper:
    """Who a member of staff tells, and their number; empty lines to write on when Settings does not say."""

    lead: str = ""
    phone: str = ""


NOBODY = SafeguardingOnPaper()


@dataclass(frozen=True)
class CarriedSheet:
    """A line of the list of sheets this service carries."""

    title: str
    audience: str
    language: str
    edition: str


@dataclass(frozen=True)
class Additions:
    """What the program adds to a leaflet beside its words and contacts."""

    prison: Prison | None = None
    logo: bytes = field(default=b"", repr=False)
    carried: tuple[CarriedSheet, ...] = ()
    words: PaperWords = ENGLISH


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
    nations: tuple[str, ...] = ()
    draft: bool = False
    unspoken: bool = False
    prison: PrisonOnPaper | None = None
    safeguarding: SafeguardingOnPaper = NOBODY
    carried: tuple[CarriedSheet, ...] = ()
    qr: str = ""
    logo: bytes = field(default=b"", repr=False)
    words: PaperWords = ENGLISH

    @property
    def imprint(self) -> str:
        """The last line: which nations it is for, its edition, and the doubts that are left."""
        words = self.words
        where = words.for_nations.format(nations=words.these(self.nations)) if self.nations else ""
        edition = words.edition.format(edition=self.edition)
        doubts = (words.draft if self.draft else "", words.not_checked_by_speaker if self.unspoken else "")
        return " ".join(part for part in (where, edition, *doubts) if part)

    @property
    def short_imprint(self) -> str:
        """The same in few enough words for the foot of a small page."""
        words = self.words
        doubt = words.not_checked_short if self.unspoken else words.draft_short if self.draft else ""
        return ". ".join(part for part in (words.these(self.nations), self.edition, doubt) if part) + "."


def compose(
    template: Template,
    choices: LeafletChoices,
    service: Service,
    contacts: Iterable[Listing],
    today: date,
    added: Additions | None = None,
) -> LeafletPaper:
    """The leaflet as it will be printed. Closed services are left out; unchecked numbers and facts are left off."""
    more = added or Additions()
    words = more.words
    on_paper = tuple(contact_on_paper(listing, today, words) for listing in contacts if may_be_printed(listing, today))
    dates = [contact.checked_on for contact in on_paper if contact.number and contact.checked_on]
    return LeafletPaper(
        kind=template.kind,
        title=template.discreet_title if choices.discreet else template.title,
        subtitle=template.discreet_subtitle if choices.discreet else template.subtitle,
        language=template.language,
        size=size_of(template, choices),
        large_print=choices.large_print,
        discreet=choices.discreet,
        blocks=as_chosen(template, choices),
        contacts=on_paper,
        champion=champion_on_paper(service),
        footer=service.name,
        edition=template.edition,
        contacts_checked=words.month_of(min(dates)) if dates else "",
        nations=template.nations,
        draft=bool(template.draft),
        unspoken=template.unspoken,
        prison=prison_on_paper(more.prison, today, words) if more.prison and template.has(BlockKind.PRISON) else None,
        safeguarding=safeguarding_on_paper(service) if template.has(BlockKind.SAFEGUARDING) else NOBODY,
        carried=more.carried if template.has(BlockKind.CARRIED) else (),
        qr=choices.qr if template.has(BlockKind.QR) else "",
        logo=more.logo if choices.logo else b"",
        words=words,
    )


_SENTENCES = re.compile(r"(?<=[.!?])\s+")
# Six digits or more in a row, however they are spaced: "116 123" is the shortest helpline.
_NUMBER = re.compile(r"\d(?:[\s()./-]?\d){5}")

# What Windows refuses in the name of a file.
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))


def file_name(paper: LeafletPaper, today: date, use: str = "") -> str:
    """A name a person finds again: the title as printed (discreet if the cover is) and the day, without a suffix."""
    words = paper.title.translate(_NOT_IN_A_NAME).replace("- ", " - ").strip(" .")
    return f"{words[:80].rstrip(' .')}, {british(today)}{use}"


def contact_on_paper(listing: Listing, today: date, words: PaperWords = ENGLISH) -> ContactOnPaper:
    """A listing as a contact card, its number left off unless checked within six months."""
    checked = check_state(listing, today) is CheckState.CHECKED and listing.checked_on is not None
    number = printed_number(listing, today)
    return ContactOnPaper(
        listing=listing.id,
        name=listing.fields.name,
        about=listing.fields.description if checked else without_numbers(listing.fields.description),
        number=number,
        website=listing.fields.website,
        hours=listing.fields.hours if checked else "",
        checked=words.month_of(listing.checked_on) if checked and listing.checked_on else "",
        checked_on=listing.checked_on if checked else None,
        unchecked=bool(listing.phone) and not checked,
    )


def without_numbers(text: str) -> str:
    """A description without the sentences that hold a telephone number: unchecked, none is printed (DESIGN 4)."""
    return " ".join(sentence for sentence in _SENTENCES.split(text) if not _NUMBER.search(sentence))


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


def prison_on_paper(prison: Prison, today: date, words: PaperWords = ENGLISH) -> PrisonOnPaper:
    """A prison's visiting facts, each under what a family calls it; only its web page if nobody has looked lately."""
    fresh = facts_are_fresh(prison, today) and prison.checked_on is not None
    kept = [name for name in VISIT_FACTS if getattr(prison.fields, name) and (fresh or name == "visits_page")]
    return PrisonOnPaper(
        prison=prison.id,
        name=prison.fields.name,
        facts=tuple((getattr(words, name), getattr(prison.fields, name)) for name in kept),
        checked=words.month_of(prison.checked_on) if fresh and prison.checked_on else "",
        checked_on=prison.checked_on if fresh else None,
    )


def safeguarding_on_paper(service: Service) -> SafeguardingOnPaper:
    """Whom a member of staff tells. Only a sheet for staff has a place for it."""
    return SafeguardingOnPaper(service.safeguarding_lead, service.safeguarding_phone)
