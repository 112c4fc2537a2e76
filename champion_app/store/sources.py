"""Where rows came from: the lists, packs and starter content that were taken in, and what each said of a row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from champion_app.domain.taking_in import Ground
from champion_app.store.binder import Binder


@dataclass(frozen=True)
class Source:
    """A list or a pack, in the newest edition that was taken in."""

    id: int
    kind: str
    key: str
    title: str
    number: int
    day: date


@dataclass(frozen=True)
class Origin:
    """What a source said of one row. ``row_id`` is 0 when the champion never had it, or its row may have gone since."""

    id: int
    noun: str
    key: str
    row_id: int
    base: dict[str, Any]
    extra: dict[str, Any]
    gone: bool


def every(binder: Binder, kind: str) -> list[Source]:
    """The sources of a kind ("starter", "list", "pack"), last taken in first."""
    rows = binder.rows("SELECT * FROM sources WHERE kind = ? ORDER BY day DESC, id DESC", (kind,))
    return [
        Source(row["id"], row["kind"], row["key"], row["title"], row["number"], date.fromisoformat(row["day"]))
        for row in rows
    ]


def find(binder: Binder, kind: str, key: str) -> Source | None:
    """A source by its own name, or None."""
    return next((source for source in every(binder, kind) if source.key == key), None)


def note(binder: Binder, kind: str, key: str, title: str, number: int, day: date) -> int:
    """Writes down that an edition of a source is being taken in; returns the source's id."""
    values = {"title": title, "number": number, "day": day.isoformat()}
    known = find(binder, kind, key)
    if known is not None:
        if (known.title, known.number) != (title, number):
            binder.change("sources", known.id, values)
        return known.id
    return binder.insert("sources", {"kind": kind, "key": key, **values})


def origins(binder: Binder, source_id: int) -> dict[tuple[str, str], Origin]:
    """What a source said last time, by noun and key."""
    rows = binder.rows("SELECT * FROM origins WHERE source = ? ORDER BY id", (source_id,))
    return {
        (row["noun"], row["key"]): Origin(
            row["id"],
            row["noun"],
            row["key"],
            row["row_id"],
            json.loads(row["base"]),
            json.loads(row["extra"]),
            row["gone_on"] is not None,
        )
        for row in rows
    }


def ground_of(origin: Origin) -> Ground:
    """The common ground that merging starts from."""
    return Ground(origin.row_id, origin.base)


def keys(binder: Binder, source_id: int, noun: str) -> set[str]:
    """The keys a source used for a noun: how the next edition of a list is known again."""
    return {row[0] for row in binder.rows("SELECT key FROM origins WHERE source = ? AND noun = ?", (source_id, noun))}


def of_row(binder: Binder, noun: str, row_id: int) -> list[str]:
    """The titles of the sources a row came from, newest first."""
    rows = binder.rows(
        "SELECT sources.title FROM origins JOIN sources ON sources.id = origins.source"
        " WHERE noun = ? AND row_id = ? ORDER BY sources.id DESC",
        (noun, row_id),
    )
    return [row[0] for row in rows]


def add_origin(
    binder: Binder, source_id: int, noun: str, key: str, row_id: int, base: Mapping[str, Any], extra: Mapping[str, Any]
) -> None:
    """Keeps what a source says of a row it had not named before."""
    values = {"source": source_id, "noun": noun, "key": key, "row_id": row_id, "base": _json(base)}
    binder.insert("origins", {**values, "extra": _json(extra)})


def change_origin(
    binder: Binder, origin: Origin, row_id: int, base: Mapping[str, Any], extra: Mapping[str, Any]
) -> None:
    """Keeps what a source says of a row now; writes nothing when that is what it said before."""
    if (origin.row_id, origin.base, origin.extra, origin.gone) != (row_id, dict(base), dict(extra), False):
        values = {"row_id": row_id, "base": _json(base), "extra": _json(extra), "gone_on": None}
        binder.change("origins", origin.id, values)


def set_gone(binder: Binder, origin: Origin, day: date) -> None:
    """Notes that the newest edition of a source does not name a row any more. The row itself stays."""
    binder.change("origins", origin.id, {"gone_on": day.isoformat()})


def _json(table: Mapping[str, Any]) -> str:
    return json.dumps(dict(table), ensure_ascii=False, sort_keys=True)
