"""Backups wherever they lie: on a stick, from another computer; whether one is whole, and what opens it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from champion_app.domain.backups import Backup, newest_first
from champion_app.domain.dates import british
from champion_app.faults import BackupsUnreadable, NoBackupThere
from champion_app.places import backups_of
from champion_app.store import backup_files, backups, keys, restoring
from champion_app.store.moving import BESIDE
from champion_app.store.restoring import SetAside
from champion_app.whole_file import make_folder

SUFFIX = backup_files.SUFFIX  # how a backup's file name ends


def look(place: Path) -> list[Backup]:
    """The backups in a folder, in the folders in it, or the one file; newest first.

    Raises NoBackupThere, or BackupsUnreadable for a folder that may not be looked into.
    """
    found: list[Backup] = []
    with suppress(OSError):
        if place.is_file():
            found = [one for one in backups.all_backups(place.parent) if one.path == place]
        else:
            found = backups.all_backups(place)
            inner = sorted(one for one in place.iterdir() if one.is_dir())
            found += [one for folder in inner for one in _readable(folder)]
    if not found:
        raise NoBackupThere(place=place)
    return newest_first(found)


def problem(backup: Backup, key: bytes | None = None) -> str:
    """What is wrong with a backup, as the end of a sentence; empty when it is whole. Reads all of it.

    A locked one of another passphrase is looked at without opening it.
    """
    found = backups.verify(backup, key)
    if found and backup.encrypted and key is not None:
        found = backups.verify(backup)
    return found[0] if found else ""


def key_of(backup: Backup, secret: str) -> bytes:
    """The key to a locked backup. Raises WrongPassphrase, WrongCode, CodeSlip, KeyFileDamaged or KeyFileMissing."""
    return keys.unlock(keys.read(backup.path), secret)


def when(backup: Backup) -> str:
    """The day and time it was made, in words."""
    return backups.when(backup)


# ---------------------------------------------------------------- what was set aside


def set_aside_words(set_aside: SetAside) -> str:
    """When a binder was set aside, in words: the day stands in its name."""
    parts = set_aside.path.name.rpartition(restoring.ASIDE)[2].split("-")
    with suppress(ValueError, IndexError):
        moment = datetime.strptime(parts[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone()
        return f"{british(moment.date())} at {moment:%H:%M}"
    return set_aside.path.name


def size_of(set_aside: SetAside) -> int:
    """Bytes of it and of what lies beside it."""
    names = [set_aside.path.with_name(set_aside.path.name + ending) for ending in ("", *BESIDE)]
    return sum(path.stat().st_size for path in names if path.exists())


def let_go(set_aside: SetAside) -> bool:
    """Removes for good what was set aside. False when it could not be removed."""
    try:
        restoring.forget(set_aside)
    except OSError:
        return False
    return True


def home_of(binder_path: Path) -> Path:
    """Where the backups of a binder lie."""
    return backups_of(binder_path)


def make_room(binder_path: Path) -> None:
    """Makes the folder a binder is to be put into. Raises FolderReadOnly."""
    make_folder(binder_path.parent)


def _readable(folder: Path) -> list[Backup]:
    try:
        return backups.all_backups(folder)
    except BackupsUnreadable:
        return []
