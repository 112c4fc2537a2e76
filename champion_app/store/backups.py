"""Backups: nothing counts as one before it has been opened again and compared with the binder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from champion_app import __version__
from champion_app.domain import clock
from champion_app.domain.backups import Backup, Reason, newest_first, to_keep
from champion_app.faults import (
    BackupDamaged,
    BackupFailed,
    BackupFull,
    BackupsNotAFolder,
    BackupsReadOnly,
    BinderMoved,
    BinderReadOnly,
    DiskFault,
    DiskFull,
    FolderReadOnly,
)
from champion_app.store import backup_files as files
from champion_app.store import disks
from champion_app.store.backup_copy import checked_copy, look_at
from champion_app.store.backup_files import all_backups, when
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, fault_for, glance
from champion_app.store.second_copies import copy_to
from champion_app.whole_file import disk_fault, settle_folder

__all__ = [
    "all_backups",
    "copy_to",
    "make",
    "opens_with",
    "refuse_damaged",
    "remove_older",
    "steps_of",
    "thin",
    "verify",
    "when",
]


def make(binder: Binder, folder: Path, reason: Reason) -> Backup:
    """A new backup of an open binder, whole and compared with it. The folder is made if need be.

    May run on a worker while the window is used; one made by the timer never keeps a save waiting. Earlier backups are
    never touched. Raises BackupFull, BackupFailed, BackupsReadOnly, BackupsUnreadable, or BinderDamaged when the binder
    cannot be read.
    """
    with _as_faults(folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise BackupsNotAFolder(folder=folder) from None
        settle_folder(folder.parent)
        files.clear_unfinished(folder)
        _refuse_without_room(binder, folder)
        part = files.part_of(folder)
        with files.removed_after(part, part.with_name(part.name + "-journal")):
            found, sha256 = checked_copy(binder, part, may_hold=reason is not Reason.TIMER)
            number, made_at = files.next_number(folder), clock.now().replace(microsecond=0)
            path = folder / files.name_for(number, made_at, reason)
            backup = Backup(
                number, made_at, reason, part.stat().st_size, found.digest, found.counts, _version(binder, reason),
                binder.key is not None, path, found.last_change, sha256,
            )  # fmt: skip
            files.place(part, backup, binder.path)
            return backup


def verify(backup: Backup, key: bytes | None = None) -> list[str]:
    """What is wrong with a backup, each as the end of a sentence; empty when it is whole.

    The file must be the one that was written; it is opened too, unless it is encrypted and there is no key. Never
    changes or even locks it, and no journal beside it is played back.
    """
    unreadable = files.unreadable(backup.path)
    if unreadable:
        return [unreadable]
    try:
        if backup.path.stat().st_size == 0:
            return ["it is empty"]
        if backup.sha256 and files.file_digest(backup.path) != backup.sha256:
            return ["the file is not as it was written"]
        if backup.encrypted and key is None:
            return [] if backup.sha256 else ["it is locked, and the note beside it is lost"]
        found, problems = look_at(backup.path, key if backup.encrypted else None)
    except FileNotFoundError:
        return ["the file is gone"]
    except OSError:
        return ["the disk could not read it"]
    except DatabaseError:
        if backup.encrypted and backup.sha256:
            return ["it is locked with another passphrase than this binder"]
        return ["it does not open, or a part of it cannot be read"]
    if not problems and backup.digest and (found.digest != backup.digest or found.counts != backup.counts):
        problems = ["its contents are not what was backed up"]
    return problems


def refuse_damaged(backup: Backup, key: bytes | None = None) -> None:
    """Raises BackupDamaged, with the reason, unless the backup is whole."""
    problems = verify(backup, key)
    if problems:
        raise BackupDamaged(when=when(backup), reason=problems[0])


def opens_with(backup: Backup, key: bytes | None) -> bool:
    """Whether this key opens it (any opens a plain one)."""
    try:
        return bool(steps_of(backup, key))
    except DatabaseError:
        return False


def steps_of(backup: Backup, key: bytes | None) -> frozenset[str]:
    """The names of the steps its tables were made by. Raises a database error."""
    with closing(glance(backup.path, key if backup.encrypted else None)) as connection:
        return frozenset(row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations"))


def thin(folder: Path) -> list[Backup]:
    """Removes the backups that no longer stand for anything (domain.backups.to_keep) and returns them.

    Nothing is removed unless one that stays has just been read and found whole.
    """
    there = all_backups(folder)
    kept = to_keep(there)
    paths = {one.path for one in kept}
    gone = [one for one in there if one.path not in paths]
    if not gone or not any(one.checked and files.is_as_written(one) for one in kept):
        return []
    for one in reversed(gone):
        with contextlib.suppress(OSError):  # it goes next time
            files.remove(one)
    settle_folder(folder)
    return gone


def remove_older(folder: Path, than: Backup) -> list[Backup]:
    """Removes every backup made before this one, which must be whole: for an erasing that leaves no copy.

    A link is left alone: what it points at would stay. Raises BackupDamaged; then nothing is removed.
    """
    if not files.is_as_written(than):
        raise BackupDamaged(when=when(than), reason="the file is not as it was written")
    gone = [one for one in all_backups(folder) if one.number < than.number and not one.path.is_symlink()]
    for one in gone:
        with contextlib.suppress(OSError):  # whoever asks for what is still there is told
            files.remove(one)
    settle_folder(folder)
    return [one for one in gone if not one.path.exists()]


def _version(binder: Binder, reason: Reason) -> str:
    """The version of Champion the contents are of: before an update, the old one."""
    if reason is Reason.MIGRATION:
        row = binder.row("SELECT value FROM about WHERE name = 'app_version'")
        return str(row["value"]) if row is not None else ""
    return __version__


def _refuse_without_room(binder: Binder, folder: Path) -> None:
    pages, size = (int(binder.rows(f"PRAGMA {name}")[0][0]) for name in ("page_count", "page_size"))
    if not disks.has_room(folder, pages * size):
        raise BackupFull(newest=_newest(folder))


@contextmanager
def _as_faults(folder: Path) -> Iterator[None]:
    """A full or failing disk in the sentences of a backup (F8)."""
    try:
        try:
            yield
        except DatabaseError as error:
            raise fault_for(error, folder) from error
        except OSError as error:
            raise disk_fault(error, folder) from error
    except DiskFull as fault:
        raise BackupFull(newest=_newest(folder)) from fault
    except (BinderMoved, BinderReadOnly, FolderReadOnly) as fault:  # what is written to is the folder alone
        raise BackupsReadOnly(folder=folder) from fault
    except DiskFault as fault:
        raise BackupFailed(reason="the disk reported a fault") from fault


def _newest(folder: Path) -> str:
    good = [one for one in all_backups(folder) if one.checked]
    return when(newest_first(good)[0]) if good else "none yet"
