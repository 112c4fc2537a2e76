"""The items of the pack."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from champion_app.domain.dates import first_day_reaching
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import (
    AGE_BANDS,
    CHECK_LASTS_MONTHS,
    Resource,
    ResourceFields,
    age_range,
    audience_groups,
)
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

_LISTS = ("stages", "statements", "criteria", "nations", "tags")
_BY_TITLE = "ORDER BY title COLLATE NOCASE, id"
# One condition for each choice of a filter; its named values are filled in by ``_values``.
_CONDITIONS = {
    "kind": "kind = :kind",
    "audience": "audiences LIKE '%\"' || :audience || '\"%'",
    "age": "age_min <= :oldest AND age_max >= :youngest",
    "stage": "stages LIKE '%\"' || :stage || '\"%'",
    "statement": "EXISTS (SELECT 1 FROM json_each(statements) WHERE value = :statement)",
    "criterion": "criteria LIKE '%\"' || :criterion || '\"%'",
    "language": "language = :language",
    "shelf": "id IN (SELECT resource FROM shelf_items WHERE shelf = :shelf)",
}
_WHOSE = {
    "mine": "key = '' AND retired = 0",
    "due": "retired = 0 AND (checked_on IS NULL OR checked_on < :due_before)",
    "retired": "retired = 1",
}


def all_resources(binder: Binder) -> list[Resource]:
    """Every resource by title."""
    return [_resource(row) for row in binder.rows(f"SELECT * FROM resources {_BY_TITLE}")]


def numbers(binder: Binder, wanted: ResourceFilter, today: date) -> list[int]:
    """The ids of the resources a filter lets through, by title; retired ones only when they are asked for."""
    condition, values = where(wanted, today)
    return [row[0] for row in binder.rows(f"SELECT id FROM resources WHERE {condition} {_BY_TITLE}", values)]


def some(binder: Binder, wanted: Sequence[int]) -> list[Resource]:
    """The resources with these ids, in the order of the ids; those that are gone are left out."""
    marks = ", ".join("?" * len(wanted))
    found = {row["id"]: _resource(row) for row in binder.rows(f"SELECT * FROM resources WHERE id IN ({marks})", wanted)}
    return [found[number] for number in wanted if number in found]


def one(binder: Binder, resource_id: int) -> Resource | None:
    """One resource, or None."""
    row = binder.row("SELECT * FROM resources WHERE id = ?", (resource_id,))
    return _resource(row) if row is not None else None


def for_criterion(binder: Binder, criterion: str) -> list[Resource]:
    """Resources that belong to a criterion, by title; retired ones are left out."""
    rows = binder.rows(
        f"SELECT * FROM resources WHERE retired = 0 AND {_CONDITIONS['criterion']} {_BY_TITLE}",
        {"criterion": criterion},
    )
    return [_resource(row) for row in rows]


def values_used(binder: Binder, column: str) -> list[str]:
    """The different values of ``kind`` or ``language``, most used first, so that a chip offers what is there."""
    if column not in ("kind", "language"):
        raise ValueError(column)
    rows = binder.rows(
        f"SELECT {column} FROM resources WHERE {column} <> '' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 40"
    )
    return [row[0] for row in rows]


def look_alikes(binder: Binder, title: str, link: str, own_id: int = 0) -> list[Resource]:
    """Resources with the same title (capitals aside) or the same web address."""
    rows = binder.rows(
        "SELECT * FROM resources WHERE id <> ? AND (title = ? COLLATE NOCASE OR (link <> '' AND link = ?))"
        f" {_BY_TITLE} LIMIT 5",
        (own_id, title, link),
    )
    return [_resource(row) for row in rows]


def count(binder: Binder) -> int:
    """How many resources there are."""
    row = binder.row("SELECT count(*) FROM resources")
    return int(row[0]) if row else 0


def times_given_out(binder: Binder, resource_id: int) -> tuple[int, int]:
    """How often a resource was given out, and how many copies in all, as the log has it."""
    row = binder.row("SELECT count(*), coalesce(sum(reached), 0) FROM log_entries WHERE resource = ?", (resource_id,))
    return (int(row[0]), int(row[1])) if row else (0, 0)


def add(binder: Binder, fields: ResourceFields, key: str = "", sheet: str = "") -> int:
    """A new resource's id."""
    return binder.insert("resources", {**_columns(fields), "key": key, "sheet": sheet})


def change(binder: Binder, resource_id: int, fields: ResourceFields) -> None:
    """Replaces a resource's fields, not its check. Raises NoLongerThere."""
    binder.change("resources", resource_id, _columns(fields))


def set_checked(binder: Binder, resource_id: int, day: date | None, by: str) -> None:
    """Marks a resource as looked at on a day, or not looked at with None. Raises NoLongerThere."""
    binder.change("resources", resource_id, {"checked_on": day.isoformat() if day else None, "checked_by": by})


def set_retired(binder: Binder, resource_id: int, retired: bool) -> None:
    """Takes a resource out of use, or back into it. Raises NoLongerThere."""
    binder.change("resources", resource_id, {"retired": int(retired)})


def remove(binder: Binder, resource_id: int) -> None:
    """Removes a resource with its place on shelves and its attachments; undo brings them back. Raises NoLongerThere."""
    binder.remove("resources", resource_id)


def where(wanted: ResourceFilter, today: date) -> tuple[str, dict[str, Any]]:
    """A filter as a condition on the table, with its named values."""
    conditions = [condition for name, condition in _CONDITIONS.items() if getattr(wanted, name)]
    conditions.append(_WHOSE[wanted.whose] if wanted.whose else "retired = 0")
    youngest, oldest = AGE_BANDS.get(wanted.age, (0, 0))
    due_before = first_day_reaching(today, CHECK_LASTS_MONTHS).isoformat()
    values = {**asdict(wanted), "youngest": youngest, "oldest": oldest, "due_before": due_before}
    return " AND ".join(conditions), values


def _columns(fields: ResourceFields) -> dict[str, object]:
    low, high = age_range(fields.ages) or (None, None)
    lists = {name: json.dumps(list(getattr(fields, name)), ensure_ascii=False) for name in _LISTS}
    groups = json.dumps(audience_groups(fields.audience))
    return {**asdict(fields), **lists, "age_min": low, "age_max": high, "audiences": groups}


def _resource(row: Row) -> Resource:
    names = ResourceFields.__dataclass_fields__.keys() - set(_LISTS)
    lists: dict[str, Any] = {name: tuple(json.loads(row[name])) for name in _LISTS}
    fields = ResourceFields(**{name: row[name] for name in names}, **lists)
    checked = date.fromisoformat(row["checked_on"]) if row["checked_on"] else None
    return Resource(row["id"], fields, row["key"], row["sheet"], checked, row["checked_by"], bool(row["retired"]))
