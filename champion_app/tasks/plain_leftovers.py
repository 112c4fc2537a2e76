"""After the lock was turned on: what still lies on this computer in plain, and getting rid of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from champion_app.domain.backups import Reason
from champion_app.places import backups_of, copies_folder
from champion_app.store import backup_files, backups, locked_backups
from champion_app.store.binder import Binder
from champion_app.store.restoring import ASIDE


@dataclass(frozen=True)
class Leftover:
    """One file that can be read without the passphrase: where it lies, and what it is in plain words."""

    path: Path
    what: str
    size: int


def lock_backups(binder: Binder) -> list[Leftover]:
    """After turning the lock on: a locked copy of every whole backup and one of today, then what is still plain.

    Long for many backups; may run on a worker. Raises the faults of making a backup.
    """
    folder = backups_of(binder.path)
    locked_backups.lock_backups(binder, folder)
    backups.make(binder, folder, Reason.LOCK)
    return plain_leftovers(binder.path)


def plain_leftovers(path: Path, places: Iterable[Path] = ()) -> list[Leftover]:
    """Every file of this binder that needs no passphrase: old backups (also in other ``places``), binders that were set
    aside, and attached files that are open. The binder itself is not looked at."""
    return list(_found(path, places))


def remove_leftovers(leftovers: Iterable[Leftover]) -> list[Leftover]:
    """Deletes them and returns those that would not go. What was on the disk may still be found by an expert."""
    staying = []
    for one in leftovers:
        try:
            for place in (one.path, *([backup_files.note_of(one.path)] if _is_backup(one.path) else [])):
                place.unlink(missing_ok=True)
        except OSError:
            staying.append(one)
    return staying


def _found(path: Path, places: Iterable[Path]) -> Iterator[Leftover]:
    for folder in (backups_of(path), *places):
        for backup in backup_files.all_backups(folder):
            if not backup.encrypted:
                yield Leftover(backup.path, "backup", backup.size)
    for place in _files(path.parent):
        aside = place.name.startswith(f"{path.name}{ASIDE}")
        if aside and _starts_plain(place):
            yield Leftover(place, "binder that was set aside", place.stat().st_size)
        elif place.name.startswith(f"{path.name}-journal-"):
            yield Leftover(place, "unfinished save that was set aside", place.stat().st_size)
    for place in _files(copies_folder(path)):
        yield Leftover(place, "attached file that is open", place.stat().st_size)


def _files(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(place for place in folder.iterdir() if place.is_file())
    return []


def _starts_plain(place: Path) -> bool:
    with contextlib.suppress(OSError):
        return backup_files.starts_plain(place)
    return False


def _is_backup(path: Path) -> bool:
    return path.suffix == backup_files.SUFFIX
