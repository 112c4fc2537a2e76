"""How a backup is copied from a binder that is in use, and looked at again.

Page by page and in short turns, so that a window can go on reading and saving meanwhile; then the rows of the binder
and of the copy are read and must be the same. If somebody saved in between, it is done again.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from champion_app.faults import BackupFailed, BinderDamaged
from champion_app.store import backup_files as files
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, DatabaseError, connect, glance
from champion_app.store.digest import TURN_SECONDS, Contents, CopyDiffers, contents, same_contents
from champion_app.whole_file import settle_file

# Every version of Champion has had these.
_TABLES = {"_sqlite_migrations", "about", "changes"}
# Copied at a time, about 0.4 MB: a few thousandths of a second, also with a passphrase.
_PAGES = 100
# Brought to the disk at a time, about 12 MB.
_PAGES_AT_ONCE = 3_000
# Long enough for a window that waits for the binder to get it.
_LET_IN = 0.0005
_GENTLE_TRIES = 6
# The most that is kept in memory of a locked copy while it is checked.
_REMEMBERED_KB = 64_000


def checked_copy(binder: Binder, part: Path, *, may_hold: bool) -> tuple[Contents, str]:
    """Copies an open binder to a new file and compares the two; returns what is in it and the file's SHA-256.

    If somebody saves again and again meanwhile, they wait for one whole copy, or without ``may_hold`` BackupFailed is
    raised. Raises BackupFailed, BinderDamaged, and the errors of the disk and the database as they are.
    """
    for attempt in range(_GENTLE_TRIES + 1):
        if attempt == _GENTLE_TRIES and not may_hold:
            break
        with binder._turn if attempt == _GENTLE_TRIES else nullcontext():
            since = _copy(binder, part)
            with ThreadPoolExecutor(1) as beside:
                durable = beside.submit(_made_durable, part)
                found = _compared(binder, part, since)
                sha256 = durable.result()
        if found is not None:
            return found, sha256
        part.unlink()
    raise BackupFailed(reason="the binder was being changed all the while")


def _copy(binder: Binder, part: Path) -> int:
    """Copies every page; returns the connection's count of changes at that moment. What is saved meanwhile is in it."""
    source = binder.database.conn
    target = connect(part, create=True, key=binder.key)
    try:
        # No order of writes matters in a file that is nobody's yet; it is made durable as a whole.
        for setting in ("journal_mode = OFF", "synchronous = OFF"):
            target.execute(f"PRAGMA {setting}").fetchall()
        with binder._turn, part.open("r+b") as file:
            if source.in_transaction:
                raise RuntimeError("a backup inside a task")
            source.backup(target, pages=_PAGES, progress=_Turns(binder._turn, file.fileno()))
            return int(source.total_changes)
    finally:
        target.close()


class _Turns:
    """Lets whoever waits for the binder have it, now and then, while what was copied so far goes to the disk.

    Written to the disk all at the end, 50 MB would make a save wait that comes just then.
    """

    def __init__(self, turn: threading.RLock, file: int) -> None:
        self._turn, self._file = turn, file
        self._since = time.monotonic()
        self._written = -1

    def __call__(self, _: int, remaining: int, __: int) -> None:
        if not remaining or time.monotonic() - self._since < TURN_SECONDS:
            return  # after the last page nobody may write before the changes are counted
        self._turn.release()
        try:
            if self._written - remaining >= _PAGES_AT_ONCE:
                os.fsync(self._file)
            if self._written < 0 or self._written - remaining >= _PAGES_AT_ONCE:
                self._written = remaining
            time.sleep(_LET_IN)
        finally:
            self._turn.acquire()
        self._since = time.monotonic()


def _compared(binder: Binder, part: Path, since: int) -> Contents | None:
    """What is in both the binder and its copy; None when somebody saved since the copy was made."""
    with _opened(part, binder.key) as copy:
        problems = _problems(copy)
        try:
            found = same_contents(binder.database.conn, copy, binder._turn, since)
        except CopyDiffers as error:
            raise BackupFailed(reason="the copy was not the same as your binder") from error
        except DatabaseError as error:
            raise BinderDamaged(path=binder.path, reason="a part of it cannot be read") from error
    if problems and found is not None:  # the same damage in both
        raise BinderDamaged(path=binder.path, reason=problems[0])
    return found


def _made_durable(part: Path) -> str:
    settle_file(part)
    return files.file_digest(part)


def look_at(path: Path, key: bytes | None) -> tuple[Contents, list[str]]:
    """Opens a closed copy without touching it: what is in it, and what SQLite finds wrong. Raises a database error."""
    from champion_app.store.opening import APPLICATION_ID  # late: opening makes backups

    with _opened(path, key) as connection:
        problems, found = _problems(connection), contents(connection)
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not (ours and found.counts.keys() >= _TABLES):
            problems.append("it is not of a binder")
        return found, problems


@contextmanager
def _opened(path: Path, key: bytes | None) -> Iterator[Connection]:
    with closing(glance(path, key)) as connection:
        if key is not None:
            # Looked through twice, but each page deciphered once.
            connection.execute(f"PRAGMA cache_size = -{_REMEMBERED_KB}")
        yield connection


def _problems(connection: Connection) -> list[str]:
    said = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    # The search index holds nothing of its own and is made again when it does not add up (F19).
    return ["a page of it does not add up" for line in said if line != "ok" and "finder" not in line][:1]
