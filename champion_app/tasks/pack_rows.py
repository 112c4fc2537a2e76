"""The rows of each noun that can travel in a pack: how they are read, added, changed and taken out of use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Any, cast

from champion_app.domain.item_tables import from_table, to_table
from champion_app.domain.listings import ListingFields, ListingStatus, number_changed
from champion_app.domain.packs import Figure, ItemFields, LeafletText, Term
from champion_app.domain.prisons import PrisonFields, PrisonStatus, visit_facts_changed
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Item, Known, LookAlikes
from champion_app.store import listings, pack_texts, prisons, resources, sources
from champion_app.store.binder import Binder


@dataclass(frozen=True)
class Rows:
    """What can be done with the rows of one noun."""

    read: Callable[[Binder], dict[int, tuple[str, ItemFields]]]
    add: Callable[[Binder, Item], int]
    change: Callable[[Binder, int, ItemFields, ItemFields], None]
    retire: Callable[[Binder, int, ItemFields, bool], None]


def known_of(binder: Binder, noun: str, source_id: int, here: Set[tuple[str, str]]) -> Known:
    """What the binder holds of a noun, with what a source (0 for a new one) and other sources said of it last time.

    ``here`` are noun and key of what the new edition holds: a row of an older one that it does not name any more may be
    the same thing under another name.
    """
    found = ROWS[noun].read(binder)
    grounds = {
        key: sources.ground_of(origin) for (of, key), origin in sources.origins(binder, source_id).items() if of == noun
    }
    still = [ground for key, ground in grounds.items() if (noun, key) in here]
    taken = {row_id for ground in still for row_id in (ground.row_id, ground.beside)}
    look_alikes = LookAlikes()
    for row_id, (_, fields) in found.items():
        if row_id not in taken:
            look_alikes.add(row_id, fields)
    return Known(
        {row_id: to_table(fields) for row_id, (_, fields) in found.items()},
        {key: row_id for row_id, (key, _) in found.items() if key},
        grounds,
        look_alikes,
        _elsewhere(binder, noun, source_id),
    )


def _elsewhere(binder: Binder, noun: str, source_id: int) -> dict[int, Mapping[str, Any]]:
    """What the starter content and packs other than this source last said of a row; the one taken in last has it."""
    found: dict[int, Mapping[str, Any]] = {}
    others = [*sources.every(binder, "starter"), *reversed(sources.every(binder, "pack"))]
    for source in others:
        if source.id != source_id:
            origins = sources.origins(binder, source.id).values()
            found |= {origin.row_id: origin.base for origin in origins if origin.noun == noun and origin.row_id}
    return found


def key_of(binder: Binder, noun: str, row_id: int) -> str:
    """What a row is called in packs and templates, or nothing."""
    row = binder.row(f"SELECT key FROM {noun} WHERE id = ?", (row_id,))
    return str(row["key"]) if row is not None else ""


def out_of_use(binder: Binder, noun: str) -> set[int]:
    """The rows that are retired, or closed where that is the word for it."""
    condition = "status = 'closed'" if noun in ("listings", "prisons") else "retired = 1"
    return {row[0] for row in binder.rows(f"SELECT id FROM {noun} WHERE {condition}")}


def change_row(binder: Binder, noun: str, row_id: int, mine: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Gives a row new fields; what a check vouched for and has changed is unchecked. Raises NoLongerThere."""
    ROWS[noun].change(binder, row_id, from_table(noun, mine), from_table(noun, values))


def _read_listings(binder: Binder) -> dict[int, tuple[str, ItemFields]]:
    return {row.id: (row.key, row.fields) for row in listings.all_listings(binder)}


def _change_listing(binder: Binder, row_id: int, before: ItemFields, after: ItemFields) -> None:
    assert isinstance(before, ListingFields) and isinstance(after, ListingFields)
    listings.change(binder, row_id, after)
    if number_changed(before, after):
        listings.set_checked(binder, row_id, None, "")


def _retire_listing(binder: Binder, row_id: int, fields: ItemFields, retired: bool) -> None:
    assert isinstance(fields, ListingFields)
    status = ListingStatus.CLOSED if retired else ListingStatus.ACTIVE
    listings.change(binder, row_id, replace(fields, status=status))


def _read_resources(binder: Binder) -> dict[int, tuple[str, ItemFields]]:
    return {row.id: (row.key, row.fields) for row in resources.all_resources(binder)}


def _change_resource(binder: Binder, row_id: int, before: ItemFields, after: ItemFields) -> None:
    assert isinstance(before, ResourceFields) and isinstance(after, ResourceFields)
    resources.change(binder, row_id, after)
    if before.link != after.link:
        resources.set_checked(binder, row_id, None, "")


def _read_prisons(binder: Binder) -> dict[int, tuple[str, ItemFields]]:
    return {row.id: (row.key, row.fields) for row in prisons.all_prisons(binder)}


def _change_prison(binder: Binder, row_id: int, before: ItemFields, after: ItemFields) -> None:
    assert isinstance(before, PrisonFields) and isinstance(after, PrisonFields)
    prisons.change(binder, row_id, after)
    if visit_facts_changed(before, after):
        prisons.set_checked(binder, row_id, None, "")


def _retire_prison(binder: Binder, row_id: int, fields: ItemFields, retired: bool) -> None:
    assert isinstance(fields, PrisonFields)
    prisons.change(binder, row_id, replace(fields, status=PrisonStatus.CLOSED if retired else PrisonStatus.OPEN))


def _texts(table: str) -> Rows:
    def read(binder: Binder) -> dict[int, tuple[str, ItemFields]]:
        return {row_id: (key, fields) for row_id, (key, fields) in pack_texts.rows_of(binder, table).items()}

    def text(fields: ItemFields) -> Figure | Term | LeafletText:
        assert isinstance(fields, Figure | Term | LeafletText)
        return fields

    return Rows(
        read,
        lambda binder, item: pack_texts.add(binder, table, text(item.fields), item.row_key),
        lambda binder, row_id, before, after: pack_texts.change(binder, table, row_id, text(after)),
        lambda binder, row_id, fields, retired: binder.change(table, row_id, {"retired": int(retired)}),
    )


ROWS = {
    "resources": Rows(
        _read_resources,
        lambda binder, item: resources.add(binder, cast(ResourceFields, item.fields), item.row_key, item.sheet),
        _change_resource,
        lambda binder, row_id, fields, retired: resources.set_retired(binder, row_id, retired),
    ),
    "listings": Rows(
        _read_listings,
        lambda binder, item: listings.add(binder, cast(ListingFields, item.fields), item.row_key),
        _change_listing,
        _retire_listing,
    ),
    "leaflet_texts": _texts("leaflet_texts"),
    "figures": _texts("figures"),
    "prisons": Rows(
        _read_prisons,
        lambda binder, item: prisons.add(binder, cast(PrisonFields, item.fields), item.row_key),
        _change_prison,
        _retire_prison,
    ),
    "terms": _texts("terms"),
}
