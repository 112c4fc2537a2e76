"""Figures, terms and leaflet texts that came with the starter content or in a pack."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from champion_app.domain.packs import Figure, LeafletText, Term
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

TABLES = ("figures", "terms", "leaflet_texts")


def rows_of(binder: Binder, table: str) -> dict[int, tuple[str, Figure | Term | LeafletText]]:
    """Key and fields of every row of one of TABLES by id, retired ones too."""
    _refuse_unknown(table)
    return {row["id"]: (row["key"], _fields(table, row)) for row in binder.rows(f"SELECT * FROM {table} ORDER BY id")}


def figures(binder: Binder) -> dict[str, Figure]:
    """Every figure in use, by the name that templates refer to it by."""
    return {key: item for key, item in _in_use(binder, "figures").items() if isinstance(item, Figure)}


def terms(binder: Binder) -> list[Term]:
    """Every old and new name in use."""
    return [item for item in _in_use(binder, "terms").values() if isinstance(item, Term)]


def leaflet_texts(binder: Binder) -> list[LeafletText]:
    """Every leaflet text in use that came in a pack."""
    return [item for item in _in_use(binder, "leaflet_texts").values() if isinstance(item, LeafletText)]


def add(binder: Binder, table: str, fields: Figure | Term | LeafletText, key: str) -> int:
    """A new row's id."""
    _refuse_unknown(table)
    return binder.insert(table, {**_columns(fields), "key": key})


def change(binder: Binder, table: str, row_id: int, fields: Figure | Term | LeafletText) -> None:
    """Replaces a row's fields. Raises NoLongerThere."""
    _refuse_unknown(table)
    binder.change(table, row_id, _columns(fields))


def _in_use(binder: Binder, table: str) -> dict[str, Figure | Term | LeafletText]:
    rows = binder.rows(f"SELECT * FROM {table} WHERE retired = 0 ORDER BY id")
    return {row["key"]: _fields(table, row) for row in rows}


def _refuse_unknown(table: str) -> None:
    if table not in TABLES:
        raise ValueError(table)


def _columns(fields: Figure | Term | LeafletText) -> dict[str, Any]:
    match fields:
        case Figure():
            review_by = fields.review_by.isoformat() if fields.review_by else None
            names = ("text", "source", "year", "value", "counts", "source_url", "note")
            return {**{name: getattr(fields, name) for name in names}, "review_by": review_by}
        case Term():
            return {"use": fields.use, "also": json.dumps(list(fields.also), ensure_ascii=False), "note": fields.note}
        case LeafletText():
            return {"template": json.dumps(fields.template, ensure_ascii=False), "checked_by": fields.checked_by}


def _fields(table: str, row: Row) -> Figure | Term | LeafletText:
    if table == "terms":
        return Term(row["use"], tuple(json.loads(row["also"])), row["note"])
    if table == "leaflet_texts":
        return LeafletText(json.loads(row["template"]), row["checked_by"])
    return Figure(
        text=row["text"],
        source=row["source"],
        year=row["year"],
        value=row["value"],
        counts=row["counts"],
        source_url=row["source_url"],
        review_by=date.fromisoformat(row["review_by"]) if row["review_by"] else None,
        note=row["note"],
    )
