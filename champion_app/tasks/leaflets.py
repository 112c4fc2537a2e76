"""Leaflets and posters of this service: the texts in its own words, the contacts and facts on them, ready for paper."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.leaflet_cautions import cautions as look_over
from champion_app.domain.leaflet_cautions import in_english, said
from champion_app.domain.leaflet_paper import Additions, CarriedSheet, LeafletPaper, compose
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Size, Template
from champion_app.domain.listings import Listing, may_be_printed
from champion_app.domain.paper_words import PaperWords, paper_words
from champion_app.faults import UnknownName
from champion_app.store import listings, prisons, service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflet_texts, logo, own_words, text_checks

CHILD_TELLS = leaflet_texts.CHILD_TELLS
# A family meets the stages in this order.
_STAGES = ("arrest", "court", "imprisonment", "visiting", "keeping_in_touch", "money", "release", "any")
_AUDIENCES = ("families", "carers", "children", "staff")
_KINDS = ("leaflet", "poster", "certificate")
SWITCHES = ("large_print", "discreet", "simple")
_LAST_ADDRESS = "last qr address"


def templates(binder: Binder | None = None) -> tuple[Template, ...]:
    """Every template, families first and in the order of their stages, posters last, each language after English.

    With a binder those that came in packs and leaflets of our own are among them, and each is in this service's own
    words. A doubt (draft, not checked by a speaker) stands until a named person has read the words as they are.
    """
    found = leaflet_texts.as_shipped(binder)
    if binder is not None:
        found = own_words.in_our_words(binder, found)
        found = text_checks.without_settled_doubts(binder, found)
    return tuple(sorted(found.values(), key=_place))


def template(name: str, binder: Binder | None = None) -> Template:
    """One template by its id. Raises UnknownName with the names there are."""
    known = {item.id: item for item in templates(binder)}
    alone = [item for item in known.values() if group_of(item.id) == name]
    if name not in known and alone:
        return alone[0]  # it is not there in English
    if name not in known:
        raise UnknownName(kind="leaflet", name=name, choices=", ".join(known))
    return known[name]


def catalogue(binder: Binder | None = None) -> list[dict[str, Any]]:
    """Every leaflet once, with the languages it is in: for a list, or for another program."""
    known = templates(binder)
    groups: dict[str, list[Template]] = {}
    for item in known:
        groups.setdefault(group_of(item.id), []).append(item)
    return [
        {
            "id": group,
            "title": items[0].title,
            "kind": items[0].kind,
            "audience": items[0].audience,
            "stage": items[0].stage,
            "sizes": [size.value for size in items[0].sizes],
            "languages": [item.language for item in items],
        }
        for group, items in groups.items()
    ]


def in_language(binder: Binder, wanted: Template, language: str) -> Template:
    """A leaflet in another language. Raises UnknownName with the languages there are."""
    known = {item.language: item for item in templates(binder) if group_of(item.id) == group_of(wanted.id)}
    if language not in known:
        raise UnknownName(kind=f"language of “{group_of(wanted.id)}”", name=language, choices=", ".join(known))
    return known[language]


def group_of(name: str) -> str:
    """What the languages of one leaflet have in common: its id without the language."""
    return name.partition(".")[0]


def _place(item: Template) -> tuple[object, ...]:
    """Where a template stands in the list: own ones after the one they were made from, the youngest children first."""
    age = item.reading_age if item.audience == "children" and item.reading_age else (0, 0)
    return (
        _rank(_KINDS, item.kind),
        _rank(_AUDIENCES, item.audience),
        _rank(_STAGES, item.stage),
        age,
        group_of(item.base or item.id),
        bool(item.base),
        item.language != "en",
        item.id,
    )


def _rank(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)


def chosen_contacts(binder: Binder, wanted: Template) -> tuple[int, ...]:
    """The listings last chosen for this leaflet (or for it in English); the first time, those it suggests."""
    kept = binder.recall(f"contacts {wanted.id}") or binder.recall(f"contacts {group_of(wanted.base or wanted.id)}")
    if kept:
        remembered = listings.some(binder, json.loads(kept))
    else:
        known = listings.all_listings(binder) if wanted.suggested_listings else []
        remembered = [item for key in wanted.suggested_listings for item in known if item.key == key]
    return tuple(item.id for item in remembered if may_be_printed(item, clock.today()))


def choose_contacts(binder: Binder, wanted: Template, chosen: tuple[int, ...]) -> None:
    """Remembers which listings this service puts on a leaflet."""
    with binder.atomic("choose_contacts"):
        binder.remember(f"contacts {wanted.id}", json.dumps(list(chosen)))


def remembered_choices(binder: Binder, wanted: Template) -> LeafletChoices:
    """The size and switches this leaflet was last made with; the first time our nearest prison's facts are on it."""
    kept = json.loads(binder.recall(f"choices {wanted.id}", "{}"))
    choices = as_choices(kept, wanted)
    if "prison" not in kept and wanted.has(BlockKind.PRISON):
        ours = prisons.named(binder, service.load(binder).prison)
        choices = replace(choices, prison=ours.id if ours is not None else 0)
    return choices


def remember_choices(binder: Binder, wanted: Template, choices: LeafletChoices) -> None:
    """Remembers the size and switches of a leaflet for the next time; not something to undo."""
    with binder.atomic("remember_choices"):
        binder.remember(f"choices {wanted.id}", json.dumps(choices_table(choices)))
        if choices.qr:
            binder.remember(_LAST_ADDRESS, choices.qr)


def last_address(binder: Binder) -> str:
    """The address that a QR code of ours led to last, on whichever leaflet; empty before the first."""
    return binder.recall(_LAST_ADDRESS)


def choices_table(choices: LeafletChoices) -> dict[str, object]:
    """The size and switches as the binder keeps them."""
    switches: dict[str, object] = {name: getattr(choices, name) for name in SWITCHES}
    size = choices.size.value if choices.size else ""
    return {"size": size, **switches, "prison": choices.prison, "qr": choices.qr, "logo": choices.logo}


def as_choices(kept: dict[str, object], wanted: Template) -> LeafletChoices:
    """The same, read again; a size the template does not come in gives its first one."""
    size = Size(str(kept["size"])) if kept.get("size") in {size.value for size in wanted.sizes} else wanted.sizes[0]
    prison = kept.get("prison")
    return LeafletChoices(
        size=size,
        large_print=bool(kept.get("large_print")),
        discreet=bool(kept.get("discreet")),
        simple=bool(kept.get("simple")),
        prison=prison if isinstance(prison, int) else 0,
        qr=str(kept.get("qr", "")),
        logo=bool(kept.get("logo", True)),
    )


def offered_contacts(binder: Binder) -> list[Listing]:
    """Listings that may go on a family leaflet: running, and not kept off by their print rule."""
    return [listing for listing in listings.all_listings(binder) if may_be_printed(listing, clock.today())]


def compose_leaflet(
    binder: Binder, wanted: Template, choices: LeafletChoices, chosen: tuple[int, ...], today: date | None = None
) -> LeafletPaper:
    """The leaflet as it will stand on paper, with the contacts in the order chosen."""
    contacts = listings.some(binder, chosen)
    added = Additions(
        prison=prisons.one(binder, choices.prison) if choices.prison else None,
        logo=logo.logo(binder) if choices.logo else b"",
        carried=carried_sheets(binder) if wanted.has(BlockKind.CARRIED) else (),
        words=words_in(wanted.language),
    )
    return compose(wanted, choices, service.load(binder), contacts, today or clock.today(), added)


def carried_sheets(binder: Binder) -> tuple[CarriedSheet, ...]:
    """Every leaflet and poster this service has, for the list of sheets it carries."""
    return tuple(CarriedSheet(one.title, one.audience, one.language, one.edition) for one in templates(binder))


def words_in(language: str) -> PaperWords:
    """The words the program prints around a leaflet in a language; English where we have none."""
    return _paper_words(language)


def cautions(wanted: Template, paper: LeafletPaper, today: date | None = None) -> list[str]:
    """What to know about a leaflet just made, a sentence each: numbers left off, nobody named, facts grown old."""
    return [in_english(one) for one in said(look_over(wanted, paper, today or clock.today()))]


@cache
def _paper_words(language: str) -> PaperWords:
    file = resource("paper_words") / f"{language.partition('-')[0].casefold()}.toml"
    if not file.is_file():
        return PaperWords()
    return paper_words(tomllib.loads(file.read_text(encoding="utf-8")))
