"""The items of the pack."""

from __future__ import annotations

import json
from dataclasses import asdict

from champion_app.domain.resources import Resource, ResourceFields
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

_LISTS = ("stages", "statements", "criteria")


def all_resources(binder: Binder) -> list[Resource]:
    """Every resource by title."""
    return [_resource(row) for row in binder.rows("SELECT * FROM resources ORDER BY title COLLATE NOCASE, id")]


def one(binder: Binder, resource_id: int) -> Resource | None:
    """One resource, or None."""
    row = binder.row("SELECT * FROM resources WHERE id = ?", (resource_id,))
    return _resource(row) if row is not None else None


def for_criterion(binder: Binder, criterion: str) -> list[Resource]:
    """Resources that belong to a criterion, by title."""
    rows = binder.rows(
        "SELECT * FROM resources WHERE EXISTS (SELECT 1 FROM json_each(criteria) WHERE value = ?)"
        " ORDER BY title COLLATE NOCASE, id",
        (criterion,),
    )
    return [_resource(row) for row in rows]


def count(binder: Binder) -> int:
    """How many resources there are."""
    row = binder.row("SELECT count(*) FROM resources")
    return int(row[0]) if row else 0


def add(binder: Binder, fields: ResourceFields, key: str = "") -> int:
    """A new resource's id."""
    values = asdict(fields) | {name: json.dumps(list(getattr(fields, name))) for name in _LISTS}
    return binder.insert("resources", {**values, "key": key})


def _resource(row: Row) -> Resource:
    names = ResourceFields.__dataclass_fields__.keys() - set(_LISTS)
    fields = ResourceFields(
        **{name: row[name] for name in names},
        stages=tuple(json.loads(row["stages"])),
        statements=tuple(json.loads(row["statements"])),
        criteria=tuple(json.loads(row["criteria"])),
    )
    return Resource(row["id"], fields, row["key"])
