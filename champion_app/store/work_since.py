"""Which steps of work a backup does not have: told by what is in both, since numbers begin again after a going back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import dropwhile
from typing import NamedTuple

from champion_app.domain.backups import TABLE_WORDS, Backup
from champion_app.store.connection import DatabaseError, glance

Ask = Callable[[str], Iterable[Sequence[object]]]


class Step(NamedTuple):
    """One change of the history; all three together are one of a kind."""

    number: int
    task: str
    at: str


def work_since(now: Ask, backup: Backup, key: bytes | None) -> list[Step] | None:
    """The steps that ``now``, asked in SQL, has and a backup has not, oldest first; ``key`` opens a locked backup.

    None when that cannot be told: the backup cannot be read, or it has the very same steps and still other rows, as
    after words that were joined to the last step. Raises whatever ``now`` does when it is asked.
    """
    steps = _steps(now)
    try:
        with closing(glance(backup.path, key if backup.encrypted else None)) as connection:
            known = frozenset(_steps(connection.execute))
            # From the first that it has not, all are new: numbers only grow, and two may be of one second by chance.
            since = list(dropwhile(known.__contains__, steps))
            if since or len(known) > len(steps):
                return since
            return [] if all(_same(now, connection.execute, table) for table in TABLE_WORDS) else None
    except (DatabaseError, OSError):
        return None


def _steps(ask: Ask) -> list[Step]:
    found = ask("SELECT seq, task, at FROM changes ORDER BY seq")
    return [Step(int(str(seq)), str(task), str(at)) for seq, task, at in found]


def _same(now: Ask, then: Ask, table: str) -> bool:
    """Whether a table has the same rows. Columns that only one of two versions of Champion has do not count."""
    in_both = ", ".join(sorted(_columns(now, table) & _columns(then, table)))
    if not in_both:
        return True
    rows = f"SELECT {in_both} FROM {table} ORDER BY id"
    return list(map(tuple, now(rows))) == list(map(tuple, then(rows)))


def _columns(ask: Ask, table: str) -> set[str]:
    return {str(name) for (name,) in ask(f"SELECT name FROM pragma_table_info('{table}')")}
