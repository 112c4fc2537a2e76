"""Turning the lock of a closed binder on and off, so that every interruption leaves one whole binder.

The binder is written anew beside itself, with the key or without it, compared row by row with the one that is there,
and takes its place by one renaming. Until then the old one opens in the old way; after it, the new one in the new.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from champion_app.faults import DiskFault, DiskFull, Fault, LockFailed
from champion_app.store import disks, keys, seal
from champion_app.store.binder import Binder
from champion_app.store.connection import (
    Connection,
    DatabaseError,
    connect,
    fault_for,
    in_use,
    key_words,
    pragma,
    uri,
)
from champion_app.store.digest import contents
from champion_app.store.keys import KeyFile
from champion_app.store.opening import MAKING_LOCK, is_plain, open_binder
from champion_app.whole_file import disk_fault, half_written, settle_file, settle_folder

# What a copy does not bring along by itself.
_KEPT = ("application_id", "user_version")
_TRY_AGAIN = "Try again. If it happens again, leave the lock as it is and tell whoever looks after Champion."


def turn_on(path: Path, key: bytes, key_file: KeyFile) -> None:
    """Encrypts a plain, closed binder. The key files are on the disk before the old binder goes.

    Raises LockFailed, or what ``open_binder`` raises; the binder is then as it was and opens without a key.
    """
    with _remade(path, None, key) as swap:
        keys.set_aside(path)
        try:
            keys.write(path, key_file)
            swap()
        except BaseException:
            if _making(path).exists():  # it did not take its place, so there is nothing that this key would open
                keys.remove(path)
            raise


def re_key(path: Path, old: bytes, new: bytes, key_file: KeyFile) -> None:
    """Encrypts a locked, closed binder with another key. What is written in old backups stays under the old one.

    Meanwhile one key file is the old one and one the new, and whoever unlocks finds out which is right. Raises
    LockFailed, or what ``open_binder`` raises; the binder is then as it was and opens with its old key.
    """
    before = keys.read(path)
    with _remade(path, old, new) as swap:
        try:
            keys.write_copy(path, key_file)
            swap()
        except BaseException:
            if _making(path).exists():
                keys.write(path, before)
            raise
    with contextlib.suppress(Fault):  # the copy is there, and the next unlocking settles it
        keys.write(path, key_file)


def turn_off(path: Path, key: bytes) -> None:
    """Writes a locked, closed binder in plain. The key files go last, when nothing is left that needs them.

    Raises LockFailed, or what ``open_binder`` raises; the binder is then as it was and opens with its key.
    """
    with _remade(path, key, None) as swap:
        swap()
    with contextlib.suppress(OSError):  # the next start sets aside what would not go
        if os.name == "nt":
            keys.set_aside(path)  # no way there to be sure that the renaming is on the disk before the removal
        else:
            keys.remove(path)


def clear_up(path: Path) -> None:
    """Finishes or forgets what an interruption left half done; before a binder is opened, and never while it is open.

    A key file that is of no use any more is set aside and never removed.
    """
    if not path.exists() or in_use(path):
        return
    with contextlib.suppress(OSError, Fault):
        _clear(path)
        for leftover in _half_written_keys(path):
            leftover.unlink(missing_ok=True)
        if keys.has_keys(path):
            if is_plain(path):
                keys.set_aside(path)
            else:
                keys.read(path)  # puts a copy right from the other


@contextmanager
def _remade(path: Path, old: bytes | None, new: bytes | None) -> Iterator[Callable[[], None]]:
    """The binder written anew under another name and found to be the same; what is yielded puts it in its place."""
    binder = open_binder(path, old)  # holds the lock until the end, so that nobody saves into what is about to go
    try:
        if binder.key != old:
            raise LockFailed(reason="its lock is not as it was expected", way_out="Close the binder and open it again.")
        with as_faults(path):
            _clear(path)
            _refuse_without_room(path)
            export(binder.database.conn, _making(path), new)
            _compare(binder, _making(path), new)
            settle_file(_making(path))
            yield lambda: _swap(binder, path)
    except BaseException:
        with contextlib.suppress(OSError):
            _clear(path)
        raise
    finally:
        binder.close()


def export(connection: Connection, making: Path, key: bytes | None) -> None:
    """Writes every table, index, trigger and row, the search index with them, into a new file with another key."""
    connection.execute(f"ATTACH DATABASE ? AS remade KEY {key_words(key)}", (uri(making, "mode=rwc"),))
    # What is half written is thrown away, and what is whole is made durable once, before anybody relies on it.
    for name in ("journal_mode", "synchronous"):
        connection.execute(f"PRAGMA remade.{name} = OFF").fetchall()
    connection.execute("BEGIN")
    connection.execute("SELECT sqlcipher_export('remade')").fetchall()
    connection.execute("COMMIT")
    for name in _KEPT:
        connection.execute(f"PRAGMA remade.{name} = {pragma(connection, name)}")
    connection.execute("DETACH DATABASE remade")


def _compare(binder: Binder, making: Path, key: bytes | None) -> None:
    """Opens what was written, with its key alone. Raises LockFailed unless it holds the same to the last row."""
    old: Connection = binder.database.conn
    with closing(connect(making, create=False, key=key)) as new:
        same = _shape(old) == _shape(new) and contents(old) == contents(new)
        if not same or new.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise not_the_same()


def not_the_same() -> LockFailed:
    """What is said of a copy that does not hold what it should."""
    return LockFailed(reason="the new copy was not the same as the binder", way_out=_TRY_AGAIN)


def _shape(connection: Connection) -> tuple[object, ...]:
    made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    return (*(pragma(connection, name) for name in _KEPT), *(tuple(row) for row in made))


def _swap(binder: Binder, path: Path) -> None:
    """The one moment: before it the old binder is there, after it the new."""
    making = _making(path)
    shutil.copymode(path, making)
    if os.name == "nt":
        binder.close()  # Windows renames nothing over a file that is open
    seal.take_off(path)
    making.replace(path.resolve())
    settle_folder(path.resolve().parent)


def _making(path: Path) -> Path:
    real = path.resolve()  # a renaming goes to the file itself, whatever points at it
    return real.with_name(real.name + MAKING_LOCK)


def _clear(path: Path) -> None:
    making = _making(path)
    for leftover in (making, making.with_name(making.name + "-journal")):
        leftover.unlink(missing_ok=True)


def _half_written_keys(path: Path) -> list[Path]:
    """What a crash left of a key file in the writing."""
    real = path.resolve()
    begun = re.compile(half_written(real.name))
    return [place for place in real.parent.iterdir() if begun.fullmatch(place.name)]


def _refuse_without_room(path: Path) -> None:
    if not disks.has_room(_making(path).parent, path.stat().st_size):
        raise DiskFull()


@contextmanager
def as_faults(path: Path) -> Iterator[None]:
    """Whatever the disk says, in the sentences of the lock."""
    try:
        try:
            yield
        except DatabaseError as error:
            raise fault_for(error, path) from error
        except PermissionError as error:
            raise LockFailed(reason="another program has the binder open", way_out=_TRY_AGAIN) from error
        except OSError as error:
            raise disk_fault(error, path.parent) from error
    except DiskFull as fault:
        way_out = "Empty the recycle bin or delete a large file you do not need, then try again."
        raise LockFailed(reason="the disk has no room for a second copy of it", way_out=way_out) from fault
    except DiskFault as fault:
        way_out = "Make a backup to another place now, and ask IT to look at this computer."
        raise LockFailed(reason="the disk reported a fault", way_out=way_out) from fault
