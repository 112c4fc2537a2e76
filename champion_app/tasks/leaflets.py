"""Leaflets and posters: the shipped templates, the contacts on them, saving and remembering what was printed."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache
from typing import Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, LeafletPaper, Size, Template, compose
from champion_app.domain.leaflets import cautions as look_over
from champion_app.domain.listings import Listing, may_be_printed
from champion_app.domain.packs import Figure, LeafletText
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.faults import UnknownName
from champion_app.store import listings, pack_texts, prints, service
from champion_app.store.binder import Binder

# A family meets the stages in this order.
_STAGES = ("arrest", "court", "imprisonment", "visiting", "keeping_in_touch", "money", "release", "any")
_SWITCHES = ("large_print", "discreet", "simple")


@cache
def _shipped() -> tuple[dict[str, Any], ...]:
    files = sorted(resource("leaflets").glob("*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)


def templates(binder: Binder | None = None) -> tuple[Template, ...]:
    """Every template, families first and in the order of their stages, posters last.

    With a binder those that came in packs are among them (one with the name and language of a shipped one stands in its
    place), and figures are the binder's, which a pack may have brought up to date.
    """
    order = {"families": 0, "carers": 1, "children": 2, "staff": 3}
    stage = {name: place for place, name in enumerate(_STAGES)}
    tables = {template_key(table): table for table in _shipped()}
    figures = dict(_figures())
    if binder is not None:
        figures |= pack_texts.figures(binder)
        for text in pack_texts.leaflet_texts(binder):
            tables[template_key(text.template)] = with_doubts(text)
    sentences = {key: f"{one.text} (Source: {one.source}, {one.year}.)" for key, one in figures.items()}
    found = [_template(key, table, sentences) for key, table in tables.items()]
    return tuple(sorted(found, key=lambda item: _place(item, order, stage)))


def template_key(table: dict[str, Any]) -> str:
    """What a template is called: its id, and its language where that is not English ("family-arrest.pl")."""
    return str(table["id"]) if table["language"] == "en" else f"{table['id']}.{table['language']}"


def with_doubts(text: LeafletText) -> dict[str, Any]:
    """A leaflet text from a pack; one in another language says so until a named speaker has read it."""
    if text.checked_by or text.template["language"] == "en":
        return text.template
    return {**text.template, "draft": f"Not yet checked by a speaker. {text.template['draft']}".strip()}


def _place(item: Template, order: dict[str, int], stage: dict[str, int]) -> tuple[bool, int, int, tuple[int, int], str]:
    """Where a template stands in the list; sheets for children go from the youngest up."""
    age = item.reading_age if item.audience == "children" and item.reading_age else (0, 0)
    return item.kind == "poster", order.get(item.audience, 9), stage.get(item.stage, 9), age, item.id


def template(name: str, binder: Binder | None = None) -> Template:
    """One template by its id. Raises UnknownName with the names there are."""
    known = {item.id: item for item in templates(binder)}
    if name not in known:
        raise UnknownName(kind="leaflet", name=name, choices=", ".join(known))
    return known[name]


def chosen_contacts(binder: Binder, wanted: Template) -> tuple[int, ...]:
    """The listings last chosen for this leaflet; the first time, those it suggests, checked ones and our own first."""
    kept = binder.recall(f"contacts {wanted.id}")
    known = {listing.id: listing for listing in listings.all_listings(binder)}
    if kept:
        remembered = [known[number] for number in json.loads(kept) if number in known]
    else:
        remembered = [item for key in wanted.suggested_listings for item in known.values() if item.key == key]
    return tuple(item.id for item in remembered if may_be_printed(item, clock.today()))


def choose_contacts(binder: Binder, wanted: Template, chosen: tuple[int, ...]) -> None:
    """Remembers which listings this service puts on a leaflet."""
    with binder.atomic("choose_contacts"):
        binder.remember(f"contacts {wanted.id}", json.dumps(list(chosen)))


def remembered_choices(binder: Binder, wanted: Template) -> LeafletChoices:
    """The size and switches this leaflet was last made with."""
    kept = json.loads(binder.recall(f"choices {wanted.id}", "{}"))
    size = Size(kept["size"]) if kept.get("size") in {size.value for size in wanted.sizes} else wanted.sizes[0]
    return LeafletChoices(size=size, **{name: bool(kept.get(name)) for name in _SWITCHES})


def remember_choices(binder: Binder, wanted: Template, choices: LeafletChoices) -> None:
    """Remembers the size and switches of a leaflet for the next time; not something to undo."""
    kept = {"size": choices.size.value if choices.size else "", **{name: getattr(choices, name) for name in _SWITCHES}}
    with binder.atomic("remember_choices"):
        binder.remember(f"choices {wanted.id}", json.dumps(kept))


def printed_again(binder: Binder, record: PrintRecord) -> str:
    """The id of the template a print was made from, or of one with its title; empty when there is neither."""
    known = templates(binder)
    same = [item.id for item in known if item.id == record.template]
    return next(iter([*same, *(item.id for item in known if item.title == record.title)]), "")


def take_up_choices(binder: Binder, template: str, record: PrintRecord) -> None:
    """The size and switches of an earlier print are those of the leaflet again; not something to undo."""
    if record.choices:
        with binder.atomic("remember_choices"):
            binder.remember(f"choices {template}", record.choices)


def offered_contacts(binder: Binder) -> list[Listing]:
    """Listings that may go on a family leaflet: running, and not kept off by their print rule."""
    return [listing for listing in listings.all_listings(binder) if may_be_printed(listing, clock.today())]


def compose_leaflet(
    binder: Binder, wanted: Template, choices: LeafletChoices, chosen: tuple[int, ...], today: date | None = None
) -> LeafletPaper:
    """The leaflet as it will stand on paper, with the contacts in the order chosen."""
    known = {listing.id: listing for listing in listings.all_listings(binder)}
    contacts = [known[number] for number in chosen if number in known]
    return compose(wanted, choices, service.load(binder), contacts, today or clock.today())


def cautions(wanted: Template, paper: LeafletPaper, today: date | None = None) -> list[str]:
    """What to know about a leaflet just made, a sentence each: numbers left off, nobody named, facts grown old."""
    found, said = look_over(wanted, paper, today or clock.today()), []
    if unchecked := [contact.name for contact in paper.contacts if contact.unchecked]:
        said.append(f"Not checked within six months, so printed without a number: {', '.join(unchecked)}.")
    if found.no_contacts:
        said.append("No contact is on it: it says where to get help, and names nobody.")
    if not paper.champion.known:
        said.append("It names nobody to ask for. Say who you are and where families can find you.")
    elif found.no_champion or found.no_place:
        said.append("It does not say who your champion is, or where and when to find them.")
    if days := [block.review_by for block in found.past_review if block.review_by]:
        said.append(f"Facts in it that should have been looked at again by {british(min(days))} or later: {len(days)}.")
    return said


def note_print(binder: Binder, wanted: Template, paper: LeafletPaper, choices: LeafletChoices, copies: int) -> int:
    """Writes a print into the history with the contacts exactly as they stood on the paper; returns its id."""
    words = [paper.size.value]
    words += [name for name in _SWITCHES if getattr(choices, name)]
    again = {"size": paper.size.value, **{name: getattr(choices, name) for name in _SWITCHES}}
    record = PrintRecord(
        id=0,
        day=clock.today(),
        kind=wanted.kind,
        title=wanted.title,
        edition=wanted.edition,
        options=", ".join(words),
        copies=copies,
        template=wanted.id,
        choices=json.dumps(again),
        contacts=tuple(PrintedContact(c.listing, c.name, c.number, c.checked_on) for c in paper.contacts),
    )
    with binder.atomic("note_print", also=frozenset({"prints"})):
        return prints.add(binder, record)


def print_history(binder: Binder) -> list[PrintRecord]:
    """Everything printed or saved, newest first."""
    return prints.all_prints(binder)


def _template(key: str, table: dict[str, Any], figures: dict[str, str]) -> Template:
    age = table.get("reading_age")
    return Template(
        id=key,
        edition=table["edition"],
        kind=table["kind"],
        title=table["title"],
        discreet_title=table["discreet_title"],
        subtitle=table["subtitle"],
        discreet_subtitle=table["discreet_subtitle"],
        audience=table["audience"],
        stage=table["stage"],
        language=table["language"],
        nations=tuple(table["nations"]),
        reading_age=(age[0], age[1]) if age else None,
        sizes=tuple(Size(size) for size in table["sizes"]),
        draft=table["draft"],
        summary=table["summary"],
        blocks=tuple(_block(item, figures) for item in table["blocks"]),
    )


@cache
def _figures() -> tuple[tuple[str, Figure], ...]:
    table = tomllib.loads(resource("figures", "figures.toml").read_text(encoding="utf-8"))
    return tuple((item["id"], Figure(item["text"], item["source"], item["year"])) for item in table["figures"])


def _block(table: dict[str, Any], figures: dict[str, str]) -> Block:
    figure = table.get("figure", "")
    return Block(
        id=table["id"],
        kind=BlockKind(table["kind"]),
        text=" ".join(part for part in (table.get("text", ""), figures.get(figure, "")) if part),
        figure=figure,
        items=tuple(table.get("items", ())),
        simple=table.get("simple", ""),
        simple_items=tuple(table.get("simple_items", ())),
        discreet=table.get("discreet", ""),
        suggest=tuple(table.get("suggest", ())),
        fact_ids=tuple(table.get("fact_ids", ())),
        source=table.get("source", ""),
        review_by=_day(table.get("review_by")),
        volatile=table.get("volatile", False),
    )


def _day(value: object) -> date | None:
    """A day as TOML reads it, or as a pack's JSON writes it."""
    return date.fromisoformat(value) if isinstance(value, str) and value else value if isinstance(value, date) else None
