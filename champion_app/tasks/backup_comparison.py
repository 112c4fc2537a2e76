"""What is different between the open binder and a backup, row by row, and what was done since. None of it is kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from champion_app.domain.backups import TABLE_WORDS, Backup
from champion_app.faults import BackupDamaged
from champion_app.store.backups import when
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, DatabaseError, glance
from champion_app.store.work_since import work_since
from champion_app.tasks.history import TASK_WORDS

# So many names are told of each kind; the rest is counted.
MOST = 4
# What a row is called, in this order.
_NAMES = ("title", "name", "what", "criterion", "text")
_LONGEST = 60


@dataclass(frozen=True)
class Done:
    """One thing that was done, in words, and when."""

    words: str
    at: datetime


@dataclass(frozen=True)
class Difference:
    """Of one kind of thing: how many are new, gone or changed since a backup, and what some of them are called."""

    table: str
    new: int
    gone: int
    changed: int
    names: tuple[str, ...] = ()


def done_since(binder: Binder, backup: Backup, most: int = 6) -> list[Done]:
    """The last things done since a backup, newest first; small things that nobody would name are left out."""
    if not backup.checked:
        return []
    since = {step.number for step in work_since(binder.rows, backup, binder.key) or ()}
    found = binder.rows("SELECT seq, task, at FROM changes WHERE undone = 0 ORDER BY seq DESC")
    named = [row for row in found if row["seq"] in since and row["task"] in TASK_WORDS]
    return [Done(TASK_WORDS[row["task"]], datetime.fromisoformat(row["at"])) for row in named[:most]]


def compare(binder: Binder, backup: Backup, key: bytes | None = None) -> list[Difference]:
    """What an open binder and a backup have different; nothing for what the backup's version had no table for.

    Raises BackupDamaged.
    """
    found = []
    try:
        with closing(glance(backup.path, key if backup.encrypted else None)) as connection:
            for table in TABLE_WORDS:
                then = _rows(connection, table)
                if then is None:
                    continue
                now = {int(row["id"]): dict(row) for row in binder.rows(f"SELECT * FROM {table}")}
                difference = _of(table, then, now)
                if difference is not None:
                    found.append(difference)
    except (DatabaseError, OSError) as error:
        raise BackupDamaged(when=when(backup), reason="it could not be read") from error
    return found


def _rows(connection: Connection, table: str) -> dict[int, dict[str, object]] | None:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return None
    return {int(row["id"]): dict(row) for row in connection.execute(f"SELECT * FROM {table}")}


def _of(table: str, then: dict[int, dict[str, object]], now: dict[int, dict[str, object]]) -> Difference | None:
    new, gone = [now[one] for one in now.keys() - then.keys()], [then[one] for one in then.keys() - now.keys()]
    changed = [now[one] for one in sorted(now.keys() & then.keys()) if _differ(then[one], now[one])]
    if not (new or gone or changed):
        return None
    names = [name for row in (*changed, *gone, *new) if (name := _name(row))]
    return Difference(table, len(new), len(gone), len(changed), tuple(names[:MOST]))


def _differ(then: dict[str, object], now: dict[str, object]) -> bool:
    """Columns that only one of the two versions has do not count."""
    return any(then[column] != now[column] for column in then.keys() & now.keys())


def _name(row: dict[str, object]) -> str:
    words = next((str(row[column]) for column in _NAMES if row.get(column)), "")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
