"""Prisons and their visiting facts."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from champion_app.domain.prisons import Prison, PrisonFields, PrisonStatus
from champion_app.store.binder import Binder
from champion_app.store.connection import Row


def all_prisons(binder: Binder) -> list[Prison]:
    """Every prison by name; closed ones last."""
    rows = binder.rows("SELECT * FROM prisons ORDER BY status = 'closed', name COLLATE NOCASE, id")
    return [_prison(row) for row in rows]


def one(binder: Binder, prison_id: int) -> Prison | None:
    """One prison, or None."""
    row = binder.row("SELECT * FROM prisons WHERE id = ?", (prison_id,))
    return _prison(row) if row is not None else None


def named(binder: Binder, name: str) -> Prison | None:
    """The prison of this name (capitals aside), or None."""
    row = binder.row("SELECT * FROM prisons WHERE name = ? COLLATE NOCASE ORDER BY id LIMIT 1", (name,))
    return _prison(row) if row is not None else None


def add(binder: Binder, fields: PrisonFields, key: str = "") -> int:
    """A new prison's id."""
    return binder.insert("prisons", {**_columns(fields), "key": key})


def change(binder: Binder, prison_id: int, fields: PrisonFields) -> None:
    """Replaces a prison's fields, not its check. Raises NoLongerThere."""
    binder.change("prisons", prison_id, _columns(fields))


def set_checked(binder: Binder, prison_id: int, day: date | None, by: str) -> None:
    """Marks the visiting facts as looked up on a day, or not with None. Raises NoLongerThere."""
    binder.change("prisons", prison_id, {"checked_on": day.isoformat() if day else None, "checked_by": by})


def remove(binder: Binder, prison_id: int) -> None:
    """Removes a prison; undo brings it back. Raises NoLongerThere."""
    binder.remove("prisons", prison_id)


def _columns(fields: PrisonFields) -> dict[str, object]:
    types = json.dumps(list(fields.types), ensure_ascii=False)
    return {**asdict(fields), "types": types, "status": fields.status.value}


def _prison(row: Row) -> Prison:
    names = PrisonFields.__dataclass_fields__.keys() - {"types", "status"}
    fields = PrisonFields(
        **{name: row[name] for name in names},
        types=tuple(json.loads(row["types"])),
        status=PrisonStatus(row["status"]),
    )
    checked = date.fromisoformat(row["checked_on"]) if row["checked_on"] else None
    return Prison(row["id"], fields, row["key"], checked, row["checked_by"])
