"""Erasing for good: rows, what the history remembers of them, and their words in the search index.

All of it inside one task, which ``settle`` ends; ``compact`` then writes the file anew, so that no byte is left over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from champion_app.faults import DiskFault, DiskFull
from champion_app.store import history, holdings
from champion_app.store.binder import Binder
from champion_app.store.connection import Row

_GONE = "(SELECT value FROM json_each(:ids))"


def remove_rows(binder: Binder, place: str, ids: Iterable[int]) -> None:
    """Takes rows and all that hangs on them out of a table and out of the history, inside ``atomic``.

    What points at them and stays, points nowhere, in the history too: an undo of something else brings none of it back.
    """
    numbers = sorted(set(ids))
    if not numbers:
        return
    for child, column, on_delete in holdings.children(binder, place):
        if on_delete == "CASCADE":
            rows = _run(binder, f"SELECT id FROM {child} WHERE {column} IN {_GONE}", numbers)
            remove_rows(binder, child, [row["id"] for row in rows])
        if child not in history.TRACKED:
            continue
        held = f"json_extract(before, '$.{column}') IN {_GONE}"
        if on_delete == "SET NULL":
            change = f"UPDATE change_rows SET before = json_set(before, '$.{column}', NULL)"
        else:
            change = "DELETE FROM change_rows"
        _run(binder, f"{change} WHERE place = '{child}' AND before IS NOT NULL AND {held}", numbers)
    _run(binder, f"DELETE FROM {place} WHERE id IN {_GONE}", numbers)
    _run(binder, f"DELETE FROM change_rows WHERE place = '{place}' AND row_id IN {_GONE}", numbers)


def blank(binder: Binder, place: str, ids: Iterable[int], column: str, instead: str = "") -> None:
    """Empties one column of some rows, as they are and as the history remembers them, inside ``atomic``."""
    numbers = sorted(set(ids))
    words = {"instead": instead}
    _run(binder, f"UPDATE {place} SET {column} = :instead WHERE id IN {_GONE} AND {column} <> ''", numbers, words)
    _run(
        binder,
        f"UPDATE change_rows SET before = json_set(before, '$.{column}', :instead) WHERE place = '{place}'"
        f" AND row_id IN {_GONE} AND before IS NOT NULL AND json_extract(before, '$.{column}') <> ''",
        numbers,
        words,
    )


def forget_changes(binder: Binder, seqs: Iterable[int]) -> None:
    """Takes away what the history remembers of these changes; only that something was done is left of them."""
    _run(binder, f"DELETE FROM change_rows WHERE seq IN {_GONE}", sorted(set(seqs)))


def drop_drafts(binder: Binder, rowids: Iterable[int]) -> None:
    """Takes drafts away by their places among the settings."""
    _run(binder, f"DELETE FROM settings WHERE rowid IN {_GONE}", sorted(set(rowids)))


def drafts_with(binder: Binder, names: Iterable[str], words: Iterable[str]) -> list[int]:
    """The places of drafts that have one of these names or hold one of these texts."""
    named, held = set(names), [json.dumps(text)[1:-1] for text in words if text.strip()]
    rows = binder.rows("SELECT rowid AS place, name, value FROM settings")
    return [
        int(row["place"])
        for row in rows
        if row["name"].startswith(holdings.DRAFT)
        and (row["name"].removeprefix(holdings.DRAFT) in named or any(text in row["value"] for text in held))
    ]


def settle(binder: Binder) -> None:
    """Ends an erasing, inside its task: no trail of it in the history, no file that nobody holds, no word in the index.

    A change of which nothing is remembered can no longer be undone. A file stays while an undo could ask for it.
    """
    _run(binder, "DELETE FROM change_rows WHERE seq = (SELECT seq FROM open_change)")
    _run(
        binder,
        "UPDATE changes SET undone = 1, merge = '' WHERE seq <> (SELECT seq FROM open_change)"
        " AND NOT EXISTS (SELECT 1 FROM change_rows WHERE change_rows.seq = changes.seq)",
    )
    _run(
        binder,
        "DELETE FROM files WHERE id NOT IN (SELECT file FROM attachments) AND id NOT IN (SELECT"
        " json_extract(before, '$.file') FROM change_rows WHERE place = 'attachments' AND before IS NOT NULL)"
        " AND sha256 NOT IN (SELECT value FROM settings WHERE name = 'logo')",
    )
    _run(binder, "INSERT INTO finder (finder) VALUES ('optimize')")


def compact(binder: Binder) -> bool:
    """Writes the whole file anew without its empty pages, outside a task. False when the disk had no room for that.

    What was erased is overwritten already (secure_delete); this also takes back the room it took.
    """
    try:
        binder.rows("VACUUM")
    except (DiskFull, DiskFault):
        return False
    return True


def _run(binder: Binder, sql: str, ids: Iterable[int] = (), values: dict[str, str] | None = None) -> list[Row]:
    binder.table("settings")  # raises outside a task
    rows: list[Row] = binder.database.conn.execute(sql, {"ids": json.dumps(list(ids)), **(values or {})}).fetchall()
    return rows
