"""What a binder holds, as counts and as one fingerprint: binders with the same digest hold the same rows.

An integrity check does not see a changed word or rows that are gone; this does. The search index is left out: it is
made of the other tables and can be made again.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from champion_app.faults import BinderDamaged, Fault
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, DatabaseError, fault_for

# How long the connection is kept from others while rows are read, in seconds: nobody at a window notices so little.
TURN_SECONDS = 0.01

_TABLES = """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND (name NOT LIKE 'sqlite\\_%' ESCAPE '\\' OR name = 'sqlite_sequence') ORDER BY name"""
# A blob is represented by its own fingerprint; no other value becomes an object.
_ROWS = json.JSONEncoder(separators=(",", ":"), default=lambda blob: {"sha256": hashlib.sha256(blob).hexdigest()})


@dataclass(frozen=True)
class Contents:
    """What was in a binder at one moment. ``last_change`` is the number of the newest change in its history."""

    counts: dict[str, int]
    digest: str
    last_change: int


def counts(binder: Binder) -> dict[str, int]:
    """How many rows each table holds, by its name. Raises BinderDamaged or DiskFault."""
    return {
        row["name"]: int(binder.rows(f'SELECT count(*) FROM "{row["name"]}"')[0][0]) for row in binder.rows(_TABLES)
    }


def digest(binder: Binder) -> str:
    """SHA-256 over every row of every table that holds data, in hexadecimal. Raises BinderDamaged or DiskFault."""
    try:
        return contents(binder.database.conn).digest
    except DatabaseError as error:
        raise _fault(error, binder) from error


class CopyDiffers(Exception):
    """A copy does not hold what the binder holds, or cannot be read."""


def contents(connection: Connection) -> Contents:
    """Counts and digest of what a connection sees. Raises the database's own errors."""
    found = _read(connection, None, nullcontext(), None)
    assert found is not None
    return found


def same_contents(
    binder: Connection, copy: Connection, turn: AbstractContextManager[object], since: int
) -> Contents | None:
    """Counts and digest of a binder in use and of its copy, read side by side; None when somebody wrote in between.

    ``turn`` is taken for each read of about ``TURN_SECONDS``; ``since`` is what ``total_changes`` said when the copy
    was made. Raises CopyDiffers at the first row that is not the same, or the database's own errors for the binder.
    """
    return _read(binder, copy, turn, since)


def _read(
    connection: Connection, copy: Connection | None, turn: AbstractContextManager[object], since: int | None
) -> Contents | None:
    whole, counted, change = hashlib.sha256(), {}, 0
    with turn:
        tables = _tables(connection)
        if "changes" in tables:
            change = int(connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])
    _refuse_other(tables, copy, _tables)
    for table in tables:
        with turn:
            columns = _columns(connection, table)
        _refuse_other(columns, copy, _columns, table)
        whole.update(_ROWS.encode([table, [column[0] for column in columns]]).encode("ascii"))
        counted[table], last, rows = 0, None, None
        look_after = 1 if any(column[1] == "BLOB" for column in columns) else 64
        while rows != []:
            with turn:
                if since is not None and connection.total_changes != since:
                    return None
                rows = _some_rows(connection, table, last, look_after)
            _refuse_other(rows, copy, _some_rows, table, last, look_after, max(len(rows), 1))
            if rows:
                last = rows[-1][0]
                counted[table] += len(rows)
                whole.update(_ROWS.encode([row[1:] for row in rows])[1:-1].encode("ascii") + b",")
    return Contents(counted, whole.hexdigest(), change)


def _refuse_other(said: list[Any], copy: Connection | None, ask: Callable[..., list[Any]], *words: object) -> None:
    """Raises CopyDiffers unless the copy, asked the same, says the same."""
    if copy is None:
        return
    try:
        if ask(copy, *words) != said:
            raise CopyDiffers
    except DatabaseError as error:
        raise CopyDiffers from error


def _tables(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute(_TABLES).fetchall()]


def _columns(connection: Connection, table: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))]


def _fault(error: Exception, binder: Binder) -> Fault:
    if "decode" in str(error):  # letters that are none: SQLite itself does not mind
        return BinderDamaged(path=binder.path, reason="some of its words cannot be read")
    return fault_for(error, binder.path)


def _some_rows(
    connection: Connection, table: str, last: object, look_after: int, exactly: int = 0
) -> list[tuple[object, ...]]:
    """The next rows, as many as can be read in one turn or ``exactly`` so many, each with its place in front."""
    # Rows keep their order in a copy, but not always their hidden numbers; the sequence table keeps neither.
    place = "name" if table == "sqlite_sequence" else "rowid"
    cursor = connection.cursor()
    cursor.row_factory = None
    where, values = ("", ()) if last is None else (f"WHERE {place} > ?", (last,))
    question = f'SELECT {place}, * FROM "{table}" {where} ORDER BY {place}'
    if exactly:
        return cursor.execute(f"{question} LIMIT {exactly}", values).fetchall()
    rows: list[tuple[object, ...]] = []
    end = time.monotonic() + TURN_SECONDS
    for row in cursor.execute(question, values):
        rows.append(row)
        if len(rows) % look_after == 0 and time.monotonic() > end:
            break
    cursor.close()
    return rows
