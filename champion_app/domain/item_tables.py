"""The fields of any item as a plain table and back: what is kept as the common ground of two editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.packs import Figure, ItemFields, LeafletText, Term
from champion_app.domain.prisons import PrisonFields, PrisonStatus
from champion_app.domain.resources import ResourceFields

KINDS: dict[str, type] = {
    "resources": ResourceFields,
    "listings": ListingFields,
    "prisons": PrisonFields,
    "figures": Figure,
    "terms": Term,
    "leaflet_texts": LeafletText,
}


def field_names(noun: str) -> tuple[str, ...]:
    """The names of a noun's fields."""
    return tuple(field.name for field in fields(KINDS[noun]))


def to_table(item: ItemFields) -> dict[str, Any]:
    """The fields as JSON can hold them: tuples are lists, days are ISO text."""
    return {name: _plain(value) for name, value in asdict(item).items()}


def from_table(noun: str, table: Mapping[str, Any]) -> ItemFields:
    """The fields of a noun from their table; names this version does not know are left out."""
    made: type = KINDS[noun]
    values = {field.name: table[field.name] for field in fields(made) if field.name in table}
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    if "phones" in values:
        values["phones"] = tuple(Phone(**phone) for phone in values["phones"])
    if noun == "listings" and "status" in values:
        values["status"] = ListingStatus(values["status"])
    if noun == "prisons" and "status" in values:
        values["status"] = PrisonStatus(values["status"])
    if values.get("review_by"):
        values["review_by"] = date.fromisoformat(values["review_by"])
    item: ItemFields = made(**values)
    return item


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value.value if isinstance(value, ListingStatus | PrisonStatus) else value
