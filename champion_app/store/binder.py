"""The binder: one file, one connection, one door for writing.

Reads go straight to SQLite, so that the window opens fast; sqlite-utils (0.2 s to import) is loaded when something is
first written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app import __version__
from champion_app.domain import clock
from champion_app.faults import (
    BinderDamaged,
    BinderExists,
    BinderMissing,
    BinderNewer,
    BinderNotOurs,
    BinderReadOnly,
    FolderMissing,
    FolderReadOnly,
    NothingToUndo,
)
from champion_app.store import history
from champion_app.store.connection import (
    Connection,
    DatabaseError,
    Row,
    connect,
    fault_for,
    glance,
    pragma,
    refuse_long,
)

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

APPLICATION_ID = 0x43686D70  # "Chmp"

Listener = Callable[[frozenset[str]], None]


class Binder:
    """An open binder. Made by ``open_binder`` or ``create_binder``; closed by ``close``."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection
        self._listeners: list[Listener] = []
        self._writing = False

    @cached_property
    def _db(self) -> Database:
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False)

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Every row of a query. Raises BinderDamaged or DiskFault when it cannot be read."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except DatabaseError as error:
            raise fault_for(error, self.path) from error

    def row(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, values)), None)

    def table(self, name: str) -> Table:
        """A table to write to, inside ``atomic`` only."""
        if not self._writing:
            raise RuntimeError("a write outside a task")
        return self._db.table(name)

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Adds a row inside ``atomic`` and returns its id."""
        return int(str(self.table(table).insert(dict(values)).last_pk))

    @contextmanager
    def atomic(self, task: str, merge: str = "", also: frozenset[str] = frozenset()) -> Iterator[None]:
        """One change: all of it or none of it, on disk when the block has ended.

        ``task`` names the sentence for the history; changes with the same ``merge`` made one after the other within
        five minutes count as one for undo; ``also`` names tables without history that listeners should hear of. A block
        inside a block joins it. Raises DiskFull, DiskFault or BinderReadOnly.
        """
        if self._writing:
            yield
            return
        touched: frozenset[str] = frozenset()
        self._writing = True
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            seq = history.begin(self._connection, task, merge)
            yield
            touched = history.finish(self._connection, seq) | also
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, DatabaseError):
                raise fault_for(error, self.path) from error
            raise
        finally:
            self._writing = False
        self._tell(touched)

    def remember(self, name: str, value: str) -> None:
        """Keeps a small text by name, inside ``atomic``: how this champion likes to work. Not part of the history."""
        self.table("settings").upsert({"name": name, "value": value}, pk="name")

    def recall(self, name: str, otherwise: str = "") -> str:
        """The text kept under a name, or ``otherwise``."""
        row = self.row("SELECT value FROM settings WHERE name = ?", (name,))
        return str(row["value"]) if row is not None else otherwise

    def undo(self) -> history.Change:
        """Takes back the last change and returns it. Raises NothingToUndo."""
        return self._take_back(history.last_undoable(self._connection), redo=False)

    def redo(self) -> history.Change:
        """Brings back what the last undo took away. Raises NothingToUndo."""
        return self._take_back(history.last_redoable(self._connection), redo=True)

    def last_change(self) -> history.Change | None:
        """What Ctrl+Z would take back."""
        return history.last_undoable(self._connection)

    def changes_of(self, table: str, row_id: int) -> list[tuple[str, dict[str, object]]]:
        """When a row changed and what it was before, oldest first."""
        return history.before_images(self._connection, table, row_id)

    def forget_history(self) -> None:
        """Empties the history, inside ``atomic``: for what a new binder begins with."""
        self._connection.execute("DELETE FROM change_rows")

    def listen(self, listener: Listener) -> None:
        """Calls ``listener`` with the names of the tables touched, after each COMMIT."""
        self._listeners.append(listener)

    def check(self) -> dict[str, object]:
        """What ``champion-app check`` reports: integrity, pragmas, versions."""
        problems = [row[0] for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"row {row[1]} of {row[0]} points nowhere" for row in self.rows("PRAGMA foreign_key_check")]
        names = ("journal_mode", "locking_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema")
        sqlite = self.row("SELECT sqlite_version()")
        return {
            "path": str(self.path),
            "problems": problems,
            "pragmas": {name: pragma(self._connection, name) for name in names},
            "sqlite": sqlite[0] if sqlite else "",
            "cipher": pragma(self._connection, "cipher_version"),
            "steps": sorted(_applied(self._connection)),
        }

    def close(self) -> None:
        """Lets go of the file. Everything saved is already on disk."""
        self._listeners.clear()
        self._connection.close()

    def _take_back(self, change: history.Change | None, *, redo: bool) -> history.Change:
        if change is None:
            raise NothingToUndo
        touched: frozenset[str] = frozenset()
        self._writing = True
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            # An undo is kept as a change that undoes; a redo is an ordinary change again, so that it can be undone.
            seq = history.begin(
                self._connection, change.task, history.REDONE if redo else "", None if redo else change.seq
            )
            history.take_back(self._connection, change)
            touched = history.finish(self._connection, seq)
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, DatabaseError):
                raise fault_for(error, self.path) from error
            raise
        finally:
            self._writing = False
        self._tell(touched)
        return change

    def _tell(self, touched: frozenset[str]) -> None:
        if touched:
            for listener in list(self._listeners):
                listener(touched)


def create_binder(path: Path, fill: Callable[[Binder], None] = lambda binder: None) -> Binder:
    """A new binder with whatever ``fill`` puts in; it gets its name only when it is whole, then is opened.

    Raises BinderExists, FolderMissing, FolderReadOnly, PathTooLong or a disk fault; then no file is left.
    """
    refuse_long(path)
    if path.exists():
        raise BinderExists(path=path)
    if not path.parent.is_dir():
        raise FolderMissing(folder=path.parent)
    if not os.access(path.parent, os.W_OK):
        raise FolderReadOnly(folder=path.parent)
    making = path.with_name(path.name + ".making")
    making.unlink(missing_ok=True)
    binder = Binder(making, connect(making, create=True))
    try:
        _migrate(binder)
        fill(binder)
        binder.close()
        _set_journal_aside(path)
        making.rename(path)
    except BaseException as error:
        binder.close()
        for leftover in (making, making.with_name(making.name + "-journal")):
            leftover.unlink(missing_ok=True)
        if isinstance(error, DatabaseError):
            raise fault_for(error, path) from error
        raise
    making.with_name(making.name + "-journal").unlink(missing_ok=True)
    return open_binder(path)


def open_binder(path: Path) -> Binder:
    """An existing binder, checked before anything is written to it.

    Raises BinderMissing, BinderNotOurs, BinderNewer, BinderDamaged, BinderInUse, BinderReadOnly or PathTooLong; the
    file is then unchanged, byte for byte.
    """
    refuse_long(path)
    if not path.exists():
        raise BinderMissing(path=path)
    if path.is_dir():
        raise BinderNotOurs(path=path, reason="it is a folder")
    if path.stat().st_size == 0:
        raise BinderNotOurs(path=path, reason="it is empty")
    # A stranger's file is only glanced at: a real opening could play back or tidy away its journal.
    _refuse_at_a_glance(path)
    connection = connect(path, create=False)
    try:
        _refuse_strangers(connection, path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise BinderDamaged(path=path, reason="a page does not add up")
        _refuse_read_only(connection, path)
        binder = Binder(path, connection)
        if not _applied(connection) >= _known():
            _migrate(binder)
    except BaseException as error:
        connection.close()
        if isinstance(error, DatabaseError):
            raise fault_for(error, path) from error
        raise
    return binder


def _refuse_strangers(connection: Connection, path: Path) -> None:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise BinderNotOurs(path=path, reason="another program made it")
    newer = _applied(connection) - _known()
    if newer:
        row = connection.execute("SELECT value FROM about WHERE name = 'app_version'").fetchone()
        raise BinderNewer(version=row[0] if row else "unknown")


def _refuse_at_a_glance(path: Path) -> None:
    try:
        connection = glance(path)
        try:
            _refuse_strangers(connection, path)
        finally:
            connection.close()
    except DatabaseError as error:
        fault = fault_for(error, path)
        if isinstance(fault, BinderNotOurs):
            raise fault from error  # anything else may be a page torn by another window: connect() will tell


def _refuse_read_only(connection: Connection, path: Path) -> None:
    """SQLite opens a file it may not write to without a word, and complains when something has been typed (F24)."""
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise BinderReadOnly(path=path)
    connection.execute("DELETE FROM about WHERE 0")  # writes nothing; asks whether we could


def _set_journal_aside(path: Path) -> None:
    """A journal left by a binder that is gone would be played back into the new one (F20): it is kept under a date."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        journal.rename(journal.with_name(f"{journal.name}-{clock.utc_stamp()}"))
    else:
        journal.unlink(missing_ok=True)


def _known() -> frozenset[str]:
    # Names only: the steps themselves import sqlite-utils, which a start without anything to migrate can do without.
    from champion_app.store.steps import NAMES

    return NAMES


def _applied(connection: Connection) -> frozenset[str]:
    exists = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'").fetchone()
    if not exists:
        return frozenset()
    return frozenset(row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations"))


def _migrate(binder: Binder) -> None:
    from champion_app.store.migrations import steps

    steps.apply(binder._db)
    connection = binder._connection
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT OR REPLACE INTO about (name, value) VALUES ('app_version', ?)", (__version__,))
    connection.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('made_on', ?)", (str(clock.today()),))
    connection.execute("COMMIT")
