"""A pack: resources, listings, leaflet texts, figures, prisons, terms and files that travel together on a stick."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from champion_app.domain.listings import ListingFields
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields


@dataclass(frozen=True)
class Figure:
    """A statistic: the sentence that may be printed, its source and year, and the day to look it up again."""

    text: str
    source: str
    year: str
    value: str = ""
    counts: str = ""
    source_url: str = ""
    review_by: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Term:
    """The current word for something, and the older or other words that people use for it."""

    use: str
    also: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class LeafletText:
    """A leaflet or poster text in one language: the same table as a file of resources/leaflets holds.

    ``checked_by`` names the speaker who has read it; empty means "not yet checked by a speaker".
    """

    template: dict[str, Any]
    checked_by: str = ""


ItemFields = ResourceFields | ListingFields | PrisonFields | Figure | Term | LeafletText


@dataclass(frozen=True)
class PackFile:
    """A file that belongs to a resource of the pack; ``content`` is found by ``sha256`` in ``PackContents.files``."""

    name: str
    sha256: str
    note: str = ""


@dataclass(frozen=True)
class PackItem:
    """One named thing of a pack. ``noun`` is one of NOUNS; ``key`` is its name for ever, in every edition.

    ``extra`` holds fields that a newer Champion wrote and this one does not know: kept, and written out again.
    """

    noun: str
    key: str
    fields: ItemFields
    files: tuple[PackFile, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Retired:
    """A thing of an earlier edition that should not be used any more, and why in plain words."""

    noun: str
    key: str
    reason: str = ""


@dataclass(frozen=True)
class PackAbout:
    """Which pack this is. ``number`` grows with each edition of the same ``id``."""

    id: str
    title: str
    publisher: str
    number: int
    made_on: date
    note: str = ""
    language: str = "en"


@dataclass(frozen=True)
class PackContents:
    """A whole pack as read or as it will be written. ``files`` are contents by their SHA-256 in hexadecimal."""

    about: PackAbout
    items: tuple[PackItem, ...] = ()
    retired: tuple[Retired, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    notes: tuple[str, ...] = ()


# In the order in which a preview names them. The word is the noun's table in the binder, and its file in the pack.
NOUNS = ("resources", "listings", "leaflet_texts", "figures", "prisons", "terms")
NOUN_WORDS = {
    "resources": "Resources",
    "listings": "Services",
    "leaflet_texts": "Leaflet texts",
    "figures": "Figures",
    "prisons": "Prisons",
    "terms": "Old and new words",
}


def item_name(fields: ItemFields) -> str:
    """What an item is called in a preview."""
    match fields:
        case ResourceFields(title=name) | ListingFields(name=name) | PrisonFields(name=name) | Term(use=name):
            return name
        case Figure(text=name):
            return name
        case LeafletText(template=table):
            return f"{table.get('title', '')} ({table.get('language', '')})"
