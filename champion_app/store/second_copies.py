"""A backup in a second place: read again from there before it counts, and locked if its champion asked for that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from champion_app.domain.backups import Backup
from champion_app.faults import (
    BackupDamaged,
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
from champion_app.whole_file import is_full, settle_file


def copy_to(backup: Backup, folder: Path) -> Backup:
    """Copies a backup, with its note and keys, to a second place and reads it again from there.

    One that is there already is not written twice. Raises BackupDamaged, SecondPlaceMissing, SecondPlaceFull,
    SecondPlaceFailed or FolderReadOnly; copies that were there are as they were.
    """
    target = replace(backup, path=folder / backup.path.name)
    with _as_faults(folder):
        there = _there_already(target)
        if there and there.sha256 == backup.sha256:
            return there
        with _part(folder) as part:
            read = files.copy_file(backup.path, part)
            if backup.sha256 and read != backup.sha256:
                raise BackupDamaged(when=files.when(backup), reason="the file is not as it was written")
            if files.file_digest(part, from_the_disk=True) != read:
                raise SecondPlaceFailed(folder=folder)
            files.place(part, target, backup.path)
    return target


def copy_locked(backup: Backup, folder: Path, key: bytes, key_file: keys.KeyFile) -> Backup:
    """As ``copy_to``, but a plain backup is encrypted on its way; what can be read without a key never lies there."""
    from champion_app.store import locking

    target = replace(backup, path=folder / backup.path.name, encrypted=True)
    with _as_faults(folder):
        there = _there_already(target)
        if there and there.digest == backup.digest and there.encrypted:
            return there
        with _part(folder) as part:
            with closing(glance(backup.path)) as connection:
                locking.export(connection, part, key)
            settle_file(part)
            sha256 = files.file_digest(part, from_the_disk=True)
            found, problems = look_at(part, key)
            if problems or (backup.digest and found.digest != backup.digest):
                raise SecondPlaceFailed(folder=folder)
            target = replace(target, sha256=sha256, size=part.stat().st_size)
            files.place(part, target, key_file)
    return target


def _there_already(target: Backup) -> Backup | None:
    there = next((one for one in files.all_backups(target.path.parent) if one.path == target.path), None)
    return there if there and files.is_as_written(there) else None


@contextmanager
def _part(folder: Path) -> Iterator[Path]:
    files.clear_unfinished(folder)
    part = files.part_of(folder)
    with files.removed_after(part, part.with_name(part.name + "-journal")):
        yield part


@contextmanager
def _as_faults(folder: Path) -> Iterator[None]:
    try:
        try:
            yield
        except DatabaseError as error:
            raise fault_for(error, folder) from error
    except DiskFull:
        raise SecondPlaceFull(folder=folder) from None
    except (DiskFault, LockFailed):
        raise SecondPlaceFailed(folder=folder) from None
    except OSError as error:
        if is_full(error):
            raise SecondPlaceFull(folder=folder) from error
        if isinstance(error, PermissionError):
            raise FolderReadOnly(folder=folder) from error
        raise SecondPlaceMissing(folder=folder) from error
