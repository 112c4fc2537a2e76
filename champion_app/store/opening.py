"""Making and opening a binder: looked at before it is touched, refused in words, never replaced by an empty one."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

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
)
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, DatabaseError, connect, fault_for, glance, pragma, refuse_long

APPLICATION_ID = 0x43686D70  # "Chmp"


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
    binder: Binder | None = None
    try:
        binder = Binder(making, connect(making, create=True))
        _migrate(binder)
        fill(binder)
        binder.close()
        _set_journal_aside(path)
        making.rename(path)
    except BaseException as error:
        if binder is not None:
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
        _refuse_damaged(connection, path)
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


def _refuse_damaged(connection: Connection, path: Path) -> None:
    """Looks through the pages of every table, those of the search index among them.

    Table by table, because a check of the whole file also looks every word of the index up again: six times as long
    (80 ms at 5,000 items) for what holds no data of its own. ``Binder.check`` does look at the whole file.
    """
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
    ).fetchall()
    for (name,) in tables:
        if connection.execute(f'PRAGMA quick_check("{name}")').fetchone()[0] != "ok":
            raise BinderDamaged(path=path, reason="a page does not add up")
    connection.execute("PRAGMA shrink_memory")  # the pages just read: 2 MB that the window can use


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

    steps.apply(binder.database)
    connection: Connection = binder.database.conn
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT OR REPLACE INTO about (name, value) VALUES ('app_version', ?)", (__version__,))
    connection.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('made_on', ?)", (str(clock.today()),))
    connection.execute("COMMIT")
