"""Editions of lists and packs for the tests, made in memory, and the whole of a binder as plain rows."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from champion_app.domain.imports import Outcome, Place, Reading, Record
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.packs import PackAbout, PackContents, PackFile, PackItem, Retired, item_name
from champion_app.domain.resources import ResourceFields
from champion_app.store.binder import Binder
from champion_app.store.history import TRACKED
from champion_app.tasks.packs import ReadPack

Rows = dict[str, list[tuple[object, ...]]]


def tracked(binder: Binder) -> Rows:
    """Everything that undo answers for."""
    return {table: _rows(binder, table) for table in TRACKED}


def everything(binder: Binder) -> Rows:
    """Every row of every table, the history and the search's own tables too."""
    names = binder.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {row[0]: _rows(binder, row[0]) for row in names}


def _rows(binder: Binder, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in binder.rows(f'SELECT * FROM "{table}" ORDER BY 1')]


def service(name: str, phone: str = "", **more: Any) -> ListingFields:
    """A service with one number."""
    return ListingFields(name, phones=(Phone(phone),) if phone else (), **more)


def reading(services: Mapping[str, ListingFields | ResourceFields], doubtful: Iterable[str] = ()) -> Reading:
    """A list that was read: what each thing is called in it, and its fields."""
    doubts = set(doubtful)
    return Reading(
        tuple(
            Record(Place(line), item_name(fields), Outcome.ASK if key in doubts else Outcome.TAKEN, (), fields, key)
            for line, (key, fields) in enumerate(services.items(), start=2)
        )
    )


def pack(
    *items: PackItem, number: int = 1, retired: tuple[Retired, ...] = (), files: Iterable[bytes] = (), **about: Any
) -> ReadPack:
    """A pack as it comes out of its file."""
    known = {hashlib.sha256(data).hexdigest(): data for data in files}
    made = replace(PackAbout("area", "Area pack", "Area team", number, date(2026, 11, 22)), **about)
    contents = PackContents(made, items, retired, known)
    return ReadPack(contents, {sha256: (data, "application/pdf", "words") for sha256, data in known.items()})


def attached(name: str, content: bytes) -> PackFile:
    """A file of a pack."""
    return PackFile(name, hashlib.sha256(content).hexdigest())


def write_csv(path: Path, rows: Iterable[Iterable[str]], *, encoding: str = "utf-8", separator: str = ",") -> Path:
    """A list as an office makes it, without our own writer."""
    out = io.StringIO()
    for row in rows:
        cells = ['"' + cell.replace('"', '""') + '"' if set(cell) & {separator, '"', "\n"} else cell for cell in row]
        out.write(separator.join(cells) + "\r\n")
    path.write_bytes(out.getvalue().encode(encoding))
    return path
