"""Making and opening a binder: looked at before it is touched, refused in words, never replaced by an empty one."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from champion_app import __version__
from champion_app.domain import clock
from champion_app.faults import (
    BinderDamaged,
    BinderExists,
    BinderInUse,
    BinderLocked,
    BinderMissing,
    BinderNewer,
    BinderNotOurs,
    BinderReadOnly,
    FolderMissing,
    FolderReadOnly,
)
from champion_app.places import backups_of
from champion_app.store import seal
from champion_app.store.binder import Binder
from champion_app.store.connection import (
    Connection,
    DatabaseError,
    connect,
    fault_for,
    found_in,
    glance,
    in_use,
    pragma,
    refuse_long,
)

APPLICATION_ID = 0x43686D70  # "Chmp"
# Ends the name of a binder that is being written anew with or without its lock.
MAKING_LOCK = ".relocking"
# End the names of its two key files, and of the plan by which a backup takes its place.
KEY_ENDINGS = (".key", ".key-copy")
RESTORE_PLAN = ".restore-plan"


def create_binder(path: Path, fill: Callable[[Binder], None] = lambda binder: None, key: bytes | None = None) -> Binder:
    """A new binder with whatever ``fill`` puts in; it gets its name only when it is whole, then is opened.

    One with a ``key`` is encrypted; its key file is there already. Raises BinderExists, FolderMissing, FolderReadOnly,
    PathTooLong or a disk fault; then no file is left.
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
        binder = Binder(making, connect(making, create=True, key=key), key)
        _migrate(binder)
        fill(binder)
        binder.close()
        _set_journal_aside(path)
        if key is None:
            _set_keys_aside(path)
        seal.take_off(path)
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
    return open_binder(path, key)


def open_binder(path: Path, key: bytes | None = None) -> Binder:
    """An existing binder, checked before anything is written to it. A plain one opens whatever the key.

    Raises BinderMissing, BinderNotOurs, BinderNewer, BinderDamaged, BinderInUse, BinderReadOnly, PathTooLong, or
    BinderLocked without the key to a locked one (KeyFileMissing when its key file is gone too); the file is then
    unchanged, byte for byte.
    """
    refuse_long(path)
    try:
        if not path.exists():
            raise BinderMissing(path=path)
    except OSError:
        raise BinderReadOnly(path=path) from None  # its folder does not even let us look
    if path.is_dir():
        raise BinderNotOurs(path=path, reason="it is a folder")
    if path.stat().st_size == 0:
        raise BinderNotOurs(path=path, reason="it is empty")
    # A stranger's file is only glanced at: a real opening could play back or tidy away its journal.
    key = _key_needed(path, key)
    outside = key is None and seal.broken(path)
    if key is None and not outside and seal.is_on(path) and _has_journal(path):
        _keep_out_journal(path)
    connection = _connected(path, key)
    try:
        try:
            _refuse_strangers(connection, path)
            _refuse_damaged(connection, path, key)
            _refuse_read_only(connection, path)
        except DatabaseError as error:
            raise found_in(error, path) from error
        seal.take_off(path)
        binder = Binder(path, connection, key)
        binder.outside, binder.sealed = outside, key is None
        if not _applied(connection) >= _known():
            _back_up(binder)
            _migrate(binder)
    except BaseException as error:
        connection.close()
        if isinstance(error, DatabaseError):
            raise fault_for(error, path) from error
        raise
    return binder


def has_to_do_with_a_lock(path: Path) -> bool:
    """Whether key files or half-made copies lie beside it: cheap, so that every start can ask."""
    real = path.resolve()  # they lie beside the file itself, not beside a link to it
    return any(_is_there(real.with_name(real.name + ending)) for ending in (*KEY_ENDINGS, MAKING_LOCK))


def is_being_restored(path: Path) -> bool:
    """Whether the plan of a going back lies beside it: cheap, so that every start can ask."""
    return _is_there(path.with_name(path.name + RESTORE_PLAN))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def is_plain(path: Path) -> bool:
    """Whether a closed file is a binder that opens without a key. Never for one that is open in this same process."""
    try:
        with closing(glance(path)) as connection:
            return pragma(connection, "application_id") == APPLICATION_ID
    except DatabaseError:
        return False


def _refuse_strangers(connection: Connection, path: Path) -> None:
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise BinderNotOurs(path=path, reason="another program made it")
    newer = _applied(connection) - _known()
    if newer:
        row = None
        if _has_table(connection, "about"):
            row = connection.execute("SELECT value FROM about WHERE name = 'app_version'").fetchone()
        raise BinderNewer(version=row[0] if row else "unknown")


def _key_needed(path: Path, key: bytes | None) -> bytes | None:
    """The key that the file is to be opened with: none for a plain one. Raises what a look at it tells."""
    not_plain = _refuse_at_a_glance(path)
    if not_plain is None:
        return None
    if key is None:
        _refuse_locked(path)
        raise not_plain
    _refuse_at_a_glance(path, key)
    return key


def _refuse_at_a_glance(path: Path, key: bytes | None = None) -> BinderNotOurs | None:
    """Raises what is wrong with a readable file; returns what to say of one that cannot be read (with this key)."""
    try:
        with closing(glance(path, key)) as connection:
            _refuse_strangers(connection, path)
    except BinderNewer:
        if not _has_journal(path):
            raise
        # Ours, read past a journal that is still to be played back: it may only be torn. The real opening asks again.
    except DatabaseError as error:
        fault = found_in(error, path)
        if isinstance(fault, BinderNotOurs):
            return fault
        # Anything else may be a page torn by another window: connect() will tell.
    return None


def _refuse_locked(path: Path) -> None:
    """Says of a file that is no plain binder that it is locked, if it is."""
    from champion_app.store import keys  # late: a binder without a lock has no use for it

    if keys.has_keys(path):
        if in_use(path):
            raise BinderInUse()  # so that a second start need not ask for the passphrase
        raise BinderLocked(path=path)
    keys.refuse_lost(path)


def _connected(path: Path, key: bytes | None) -> Connection:
    try:
        return connect(path, create=False, key=key)
    except BinderNotOurs:
        if key is None:
            raise
        # The key came out of the key file whole, so it is the right one.
        raise BinderDamaged(path=path, reason="it cannot be read with its own key") from None


def _refuse_damaged(connection: Connection, path: Path, key: bytes | None) -> None:
    """Looks through the pages of every table, those of the search index among them.

    Table by table, because a check of the whole file also looks every word of the index up again: six times as long
    (80 ms at 5,000 items) for what holds no data of its own. ``Binder.check`` does look at the whole file.
    """
    # Every page of a locked binder carries a seal of its own: not one changed bit is missed.
    if key is not None and connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise BinderDamaged(path=path, reason="a page is not as it was written")
    tables = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
    ).fetchall()
    if not _applied(connection) or not _has_table(connection, "about"):
        raise BinderDamaged(path=path, reason="its tables are not there")
    for (name,) in tables:
        if connection.execute(f'PRAGMA quick_check("{name}")').fetchone()[0] != "ok":
            raise BinderDamaged(path=path, reason="a page does not add up")
    connection.execute("PRAGMA shrink_memory")  # the pages just read: 2 MB that the window can use


def _refuse_read_only(connection: Connection, path: Path) -> None:
    """SQLite opens a file it may not write to without a word, and complains when something has been typed (F24)."""
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise BinderReadOnly(path=path)
    connection.execute("DELETE FROM about WHERE 0")  # writes nothing; asks whether we could


def _has_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _keep_out_journal(path: Path) -> None:
    """A clean close leaves no journal, so the one beside a sealed binder is of another file (F20)."""
    try:
        _set_journal_aside(path)
    except OSError:
        raise BinderReadOnly(path=path) from None


def _set_journal_aside(path: Path) -> None:
    """A journal left by a binder that is gone would be played back into the new one (F20): it is kept under a date."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        journal.rename(journal.with_name(f"{journal.name}-{clock.utc_stamp()}"))
    else:
        journal.unlink(missing_ok=True)


def _set_keys_aside(path: Path) -> None:
    """Key files of a locked binder that is gone from here are not the new one's, and may be needed where it is now."""
    from champion_app.store import keys  # late: a binder is seldom made

    keys.set_aside(path)


def _known() -> frozenset[str]:
    # Names only: the steps themselves import sqlite-utils, which a start without anything to migrate can do without.
    from champion_app.store.steps import NAMES

    return NAMES


def _applied(connection: Connection) -> frozenset[str]:
    if not _has_table(connection, "_sqlite_migrations"):
        return frozenset()
    return frozenset(row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations"))


def _has_table(connection: Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone() is not None


def _back_up(binder: Binder) -> None:
    """What was there before an update can always be gone back to (F3, F23). Raises BackupFull or BackupFailed."""
    from champion_app.domain.backups import Reason  # late: nearly every start has nothing to bring up to date
    from champion_app.store import backups

    backups.make(binder, backups_of(binder.path), Reason.MIGRATION)


def _migrate(binder: Binder) -> None:
    from champion_app.store.migrations import steps

    steps.apply(binder.database)
    connection: Connection = binder.database.conn
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT OR REPLACE INTO about (name, value) VALUES ('app_version', ?)", (__version__,))
    connection.execute("INSERT OR IGNORE INTO about (name, value) VALUES ('made_on', ?)", (str(clock.today()),))
    connection.execute("COMMIT")
