"""A backup in a second place: read again from there before it counts, and locked if its champion asked for that."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from champion_app.domain.backups import Backup
from champion_app.faults import (
    BackupDamaged,
    BinderReadOnly,
    DiskFault,
    DiskFull,
    FolderReadOnly,
    LockFailed,
    SecondPlaceFailed,
    SecondPlaceFull,
    SecondPlaceMissing,
)
from champion_app.store import backup_files as files
from champion_app.store import keys
from champion_app.store.backup_copy import look_at
from champion_app.store.connection import DatabaseError, fault_for, glance
from champion_app.whole_file import disk_fault, settle_file


def copy_to(backup: Backup, folder: Path) -> Backup:
    """Copies a backup, with its note and keys, to a second place and reads it again from there.

    One that is there already is not written twice. Raises BackupDamaged, SecondPlaceMissing, SecondPlaceFull,
    SecondPlaceFailed, FolderReadOnly or BackupsUnreadable; copies that were there are as they were.
    """
    _refuse_unreadable(backup)
    with _as_faults(folder):
        there = _there_already(backup, folder, lambda one: one.sha256 == backup.sha256)
        if there:
            return there
        with _part(folder) as part:
            read = files.copy_file(backup.path, part)
            if backup.sha256 and read != backup.sha256:
                raise BackupDamaged(when=files.when(backup), reason="the file is not as it was written")
            if files.file_digest(part, from_the_disk=True) != read:
                raise SecondPlaceFailed(folder=folder)
            target = _with_a_place(replace(backup, path=folder / backup.path.name))
            files.place(part, target, backup.path)
            return target


def copy_locked(backup: Backup, folder: Path, key: bytes, key_file: keys.KeyFile) -> Backup:
    """As ``copy_to``, but a plain backup is encrypted on its way; what can be read without a key never lies there."""
    from champion_app.store import locking

    _refuse_unreadable(backup)
    with _as_faults(folder):
        there = _there_already(backup, folder, lambda one: one.encrypted and one.digest == backup.digest)
        if there:
            return there
        with _part(folder) as part:
            with closing(glance(backup.path)) as connection:
                locking.export(connection, part, key)
            settle_file(part)
            sha256 = files.file_digest(part, from_the_disk=True)
            found, problems = look_at(part, key)
            if problems or (backup.digest and found.digest != backup.digest):
                raise SecondPlaceFailed(folder=folder)
            made = replace(backup, path=folder / backup.path.name, encrypted=True, sha256=sha256)
            target = _with_a_place(replace(made, size=part.stat().st_size))
            files.place(part, target, key_file)
            return target


def _refuse_unreadable(backup: Backup) -> None:
    reason = files.unreadable(backup.path)
    if reason:
        raise BackupDamaged(when=files.when(backup), reason=reason)


def _there_already(backup: Backup, folder: Path, same: Callable[[Backup], bool]) -> Backup | None:
    """Its copy there, under whatever number, if that is as it was written."""
    of_its_time = (one for one in files.all_backups(folder) if one.made_at == backup.made_at)
    return next((one for one in of_its_time if same(one) and files.is_as_written(one)), None)


def _with_a_place(target: Backup) -> Backup:
    """Under its own name, or with the next number that is free: a backup of another binder may have the same.

    A copy of this very backup that is no longer as it was written makes way.
    """
    folder = target.path.parent
    there = next((one for one in files.all_backups(folder) if one.path == target.path), None)
    if there is None:
        return target
    if there.digest and there.digest == target.digest:
        files.remove(there)
        return target
    number = files.next_number(folder)
    return replace(target, number=number, path=folder / files.name_for(number, target.made_at, target.reason))


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    files.clear_unfinished(folder)
    part = files.part_of(folder)
    with files.removed_after(part, part.with_name(part.name + "-journal")):
        yield part


def is_there(folder: Path) -> bool:
    """Whether a folder can be reached: a stick may be in a drawer, or the folder one that nobody may look at."""
    with contextlib.suppress(OSError):
        return folder.is_dir()
    return False


@contextmanager
def _as_faults(folder: Path) -> Iterator[None]:
    try:
        try:
            yield
        except DatabaseError as error:
            raise fault_for(error, folder) from error
        except OSError as error:
            raise disk_fault(error, folder) if is_there(folder) else SecondPlaceMissing(folder=folder) from error
    except DiskFull:
        raise SecondPlaceFull(folder=folder) from None
    except (DiskFault, LockFailed):
        raise SecondPlaceFailed(folder=folder) from None
    except BinderReadOnly:
        raise FolderReadOnly(folder=folder) from None
