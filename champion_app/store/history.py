"""History: every task is one change with a number that only grows; triggers keep what each row was before.

Undo puts the last change's rows back, after a restart too. Writing to a tracked table outside a task is refused by the
triggers themselves, so no change can be missed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from champion_app.domain import clock
from champion_app.store.connection import Connection

TRACKED = (
    "service",
    "rounds",
    "answers",
    "actions",
    "action_updates",
    "log_entries",
    "log_templates",
    "listings",
    "resources",
    "prisons",
    "figures",
    "terms",
    "leaflet_texts",
    "attachments",
    "shelves",
    "shelf_items",
    "sources",
    "origins",
    "own_words",
    "text_checks",
)

# Typing in one field for a while is one change, so that Ctrl+Z takes back a thought and not half a word.
MERGE_WITHIN = timedelta(minutes=5)

# Stands where a merge name would, on changes made by Ctrl+Y: several undos can then be brought back one by one.
REDONE = "redone"


@dataclass(frozen=True)
class Change:
    """One task as the history knows it. ``task`` is the sentence's name, such as ``raise_action``."""

    seq: int
    at: str
    task: str
    undoes: int | None


def create_tables(connection: Connection) -> None:
    """The history's own tables. ``open_change`` holds a row only while a task is running."""
    connection.execute(
        """CREATE TABLE changes (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, task TEXT NOT NULL,
            merge TEXT NOT NULL DEFAULT '', undoes INTEGER REFERENCES changes(seq),
            undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))) STRICT"""
    )
    connection.execute(
        """CREATE TABLE change_rows (
            id INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES changes(seq) ON DELETE CASCADE,
            place TEXT NOT NULL, row_id INTEGER NOT NULL,
            was TEXT NOT NULL CHECK (was IN ('absent', 'changed', 'removed')), before TEXT) STRICT"""
    )
    connection.execute("CREATE INDEX change_rows_by_seq ON change_rows(seq)")
    connection.execute("CREATE INDEX change_rows_by_row ON change_rows(place, row_id)")
    connection.execute("CREATE TABLE open_change (seq INTEGER NOT NULL) STRICT")


def create_triggers(connection: Connection, table: str) -> None:
    """Triggers of one tracked table; to be put back after every ``transform()``, which drops them silently."""
    columns = [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]
    image = ", ".join(f"'{name}', OLD.{name}" for name in columns)
    refuse = "SELECT RAISE(ABORT, 'write outside a task') WHERE NOT EXISTS (SELECT 1 FROM open_change)"
    for event, row, was, before in (
        ("INSERT", "NEW", "absent", "NULL"),
        ("UPDATE", "OLD", "changed", f"json_object({image})"),
        ("DELETE", "OLD", "removed", f"json_object({image})"),
    ):
        # What a row was before a change is known after its first touch: typing on in a long note adds no more of it.
        known = (
            "WHERE NOT EXISTS (SELECT 1 FROM change_rows WHERE seq = (SELECT seq FROM open_change)"
            f" AND place = '{table}' AND row_id = OLD.id)"
        )
        connection.execute(f"DROP TRIGGER IF EXISTS {table}_history_{event.lower()}")
        connection.execute(
            f"CREATE TRIGGER {table}_history_{event.lower()} AFTER {event} ON {table} BEGIN {refuse};"
            " INSERT INTO change_rows (seq, place, row_id, was, before)"
            f" SELECT (SELECT seq FROM open_change), '{table}', {row}.id, '{was}', {before}"
            f" {known if event == 'UPDATE' else ''}; END"
        )


def begin(connection: Connection, task: str, merge: str = "", undoes: int | None = None) -> int:
    """Starts a change inside the running transaction and returns its number."""
    at = clock.now()
    seq = _mergeable(connection, merge, at) if merge not in ("", REDONE) else None
    if seq is None:
        cursor = connection.execute(
            "INSERT INTO changes (at, task, merge, undoes) VALUES (?, ?, ?, ?)", (clock.stamp(at), task, merge, undoes)
        )
        seq = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO open_change (seq) VALUES (?)", (seq,))
    return seq


def finish(connection: Connection, seq: int) -> frozenset[str]:
    """Ends a change and returns the tables it touched; one that touched nothing leaves no trace."""
    connection.execute("DELETE FROM open_change")
    rows = connection.execute("SELECT DISTINCT place FROM change_rows WHERE seq = ?", (seq,)).fetchall()
    if not rows:
        connection.execute("DELETE FROM changes WHERE seq = ?", (seq,))
    return frozenset(row["place"] for row in rows)


def stands(connection: Connection, seq: int) -> bool:
    """Whether a change is there; one that touched nothing never is."""
    return connection.execute("SELECT 1 FROM changes WHERE seq = ?", (seq,)).fetchone() is not None


def last_undoable(connection: Connection) -> Change | None:
    """The newest change that Ctrl+Z would take back."""
    return _change(connection, "undone = 0 AND undoes IS NULL")


def last_redoable(connection: Connection) -> Change | None:
    """The newest undo, if nothing new has been done since: what Ctrl+Y would bring back."""
    return _change(
        connection,
        "undone = 0 AND undoes IS NOT NULL"
        f" AND seq > (SELECT coalesce(max(seq), 0) FROM changes WHERE undoes IS NULL AND merge <> '{REDONE}')",
    )


def take_back(connection: Connection, change: Change) -> None:
    """Puts every row of a change back as it was, newest first, as part of the change now open."""
    # Rows that point at each other are put back in any order; the check comes at COMMIT.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    rows = connection.execute(
        "SELECT place, row_id, was, before FROM change_rows WHERE seq = ? ORDER BY id DESC", (change.seq,)
    ).fetchall()
    for row in rows:
        place = row["place"]
        if place not in TRACKED:
            raise ValueError(f"history names an unknown table {place!r}")
        if row["was"] == "absent":
            connection.execute(f"DELETE FROM {place} WHERE id = ?", (row["row_id"],))
            continue
        before = json.loads(row["before"])
        if row["was"] == "changed":
            pairs = ", ".join(f"{name} = :{name}" for name in before)
            connection.execute(f"UPDATE {place} SET {pairs} WHERE id = :id", before)
        else:
            names = ", ".join(before)
            marks = ", ".join(f":{name}" for name in before)
            connection.execute(f"INSERT INTO {place} ({names}) VALUES ({marks})", before)
    connection.execute("UPDATE changes SET undone = 1 WHERE seq = ?", (change.seq,))


def before_images(connection: Connection, place: str, row_id: int) -> list[tuple[str, dict[str, object]]]:
    """When a row changed and what it was before each time, oldest first ("Changed on ... from ...")."""
    rows = connection.execute(
        "SELECT changes.at, change_rows.before FROM change_rows JOIN changes USING (seq)"
        " WHERE place = ? AND row_id = ? AND was = 'changed' ORDER BY change_rows.id",
        (place, row_id),
    )
    return [(row["at"], json.loads(row["before"])) for row in rows]


def _mergeable(connection: Connection, merge: str, at: datetime) -> int | None:
    row = connection.execute("SELECT seq, at, merge, undone FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None or row["merge"] != merge or row["undone"]:
        return None
    since = at - datetime.fromisoformat(row["at"])
    return int(row["seq"]) if timedelta(0) <= since <= MERGE_WITHIN else None


def _change(connection: Connection, condition: str) -> Change | None:
    row = connection.execute(
        f"SELECT seq, at, task, undoes FROM changes WHERE {condition} ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return Change(row["seq"], row["at"], row["task"], row["undoes"]) if row is not None else None
