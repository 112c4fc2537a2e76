"""One SQLite for every laptop: SQLCipher's library, opened the one safe way, its settings read back.

This is the only module that knows which SQLite is underneath. It hands sqlite-utils the same one (sqlite-utils looks
for a module called ``pysqlite3`` first), so that its exception classes are the ones raised.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2

from champion_app.faults import (
    BinderDamaged,
    BinderDiskFull,
    BinderInUse,
    BinderMoved,
    BinderNotOurs,
    BinderReadOnly,
    DiskFault,
    Fault,
    PathTooLong,
)

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

if TYPE_CHECKING:
    import sqlite3 as stdlib_names

    Connection = stdlib_names.Connection
    Row = stdlib_names.Row
else:
    Connection = dbapi2.Connection
    Row = dbapi2.Row

DatabaseError: type[Exception] = dbapi2.DatabaseError
IntegrityError: type[Exception] = dbapi2.IntegrityError

# In bytes, as the disk counts. SQLite refuses whole names over 512, most disks parts over 255 (RELIABILITY 1.1);
# what is left over is for the names we add (".making", "-journal" and a date).
LONGEST_PATH = 470
LONGEST_PART = 210

# In this order; each is read back and a connection that answers differently is refused (RELIABILITY 6.2).
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
)


def connect(path: Path, *, create: bool, key: bytes | None = None) -> Connection:
    """A connection to one file, its pragmas set and read back, holding the exclusive lock.

    ``create`` makes the file; otherwise a missing one is an error, never a fresh empty binder. ``key`` is the 256 bits
    that a locked binder is encrypted with.
    Raises BinderInUse, BinderNotOurs, BinderReadOnly, or the fault of ``fault_for``.
    """
    connection: Any = None
    try:
        connection = _connect(path, f"mode={'rwc' if create else 'rw'}", key)
        for name, value, expected in PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
            _refuse_unless(name, expected, pragma(connection, name))
        # Takes the exclusive lock now, so that a second window finds out at once. Writes nothing.
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except DatabaseError as error:
        if connection is not None:
            connection.close()
        raise fault_for(error, path) from None
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    opened: Connection = connection
    return opened


def glance(path: Path, key: bytes | None = None) -> Connection:
    """A connection that only looks: it takes no lock, and no journal is played back or tidied away.

    For finding out whose file this is. What it reads of a binder that is open elsewhere may be torn. Never for one that
    is open in this same process: closing the look would drop its lock.
    """
    opened: Connection = _connect(path, "mode=ro&immutable=1", key)
    return opened


def in_use(path: Path) -> bool:
    """Whether somebody has the file open, here or elsewhere, told without its key and without touching its journal."""
    connection = None
    try:
        connection = _connect(path, "mode=ro")
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except DatabaseError as error:
        return "locked" in str(error) or "busy" in str(error)
    finally:
        if connection is not None:
            connection.close()
    return False


def key_words(key: bytes | None) -> str:
    """A key as SQLCipher wants it written; a plain file has an empty one."""
    return f"\"x'{key.hex()}'\"" if key is not None else "''"


def uri(path: Path, how: str) -> str:
    """The name of a file as SQLite reads it, whatever letters are in it."""
    return f"file:{quote(os.fsencode(path.absolute()))}?{how}"


def refuse_long(path: Path) -> None:
    """Raises PathTooLong when SQLite or the disk would not take this name, before anybody trips over it."""
    whole = path.absolute()
    parts = [len(os.fsencode(part)) for part in whole.parts]
    if len(os.fsencode(whole)) > LONGEST_PATH or max(parts) > LONGEST_PART:
        raise PathTooLong(length=len(str(whole)))


class _Connection(dbapi2.Connection):  # type: ignore[misc]
    """Says of a damaged page that it is damaged, also when SQLite's own sentence about it cannot be read."""

    def execute(self, *words: Any) -> Any:
        try:
            return super().execute(*words)
        except UnicodeDecodeError:
            raise dbapi2.DatabaseError("malformed: letters that are none") from None


def _connect(path: Path, how: str, key: bytes | None = None) -> Any:
    # A long job borrows the connection on a worker; the binder's own lock sees to it that threads take turns.
    # Of two starts at the very same moment each holds what the other waits for: one must give up before the other.
    patience = random.uniform(0.15, 0.4)
    connection = dbapi2.connect(
        uri(path, how), uri=True, isolation_level=None, timeout=patience, check_same_thread=False, factory=_Connection
    )
    connection.row_factory = dbapi2.Row
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = {key_words(key)}")  # before anything that reads the file
    return connection


def pragma(connection: Connection, name: str) -> object:
    """What the connection answers for one pragma."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row is not None else None


def is_as_set(name: str, expected: object, answered: object) -> bool:
    """Whether a connection answers for a pragma what it was set to."""
    # An empty mmap answer means the library was built without memory mapping, which is what we ask for.
    return answered == expected or (name == "mmap_size" and answered is None)


def _refuse_unless(name: str, expected: object, answered: object) -> None:
    if not is_as_set(name, expected, answered):
        raise RuntimeError(f"SQLite answered {answered!r} for {name}, not {expected!r}")


def fault_for(error: Exception, path: Path) -> Fault:
    """The sentence for a database error. An error that is our own mistake is raised again as it is."""
    text = str(error).casefold()
    # First, because it may quote any words of the damaged file.
    if ("malformed" in text and "malformed json" not in text) or "corrupt" in text:
        return BinderDamaged(path=path, reason="SQLite could not read a page of it")
    if "locked" in text or "busy" in text:
        return BinderInUse()
    if "not a database" in text or "file is encrypted" in text:
        return BinderNotOurs(path=path, reason="it is some other kind of file")
    if "full" in text:
        return BinderDiskFull()
    if ("readonly" in text or "read-only" in text) and not path.exists():
        return BinderMoved(path=path)
    if "readonly" in text or "read-only" in text:
        return BinderReadOnly(path=path)
    if "disk i/o" in text:
        return DiskFault()
    if "unable to open" in text:
        return BinderReadOnly(path=path)
    raise error


def found_in(error: Exception, path: Path) -> Fault:
    """The sentence for an error met while a file is looked at. What we ask then is always the same and known to be
    right, so what SQLite cannot make sense of is in the file."""
    try:
        return fault_for(error, path)
    except DatabaseError:
        return BinderDamaged(path=path, reason="SQLite cannot make sense of what is in it")
