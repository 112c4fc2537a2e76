"""A second place for backups: a stick, another drive or a folder elsewhere, so that losing this computer loses nothing.

What is known of it lies with the backups and not in the binder: going back to an old backup does not forget the stick.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.backups import Backup, overdue
from champion_app.faults import (
    BackupsNotAFolder,
    BackupsUnreadable,
    FolderMissing,
    FolderReadOnly,
    NoBackup,
    SecondPlaceMissing,
    SecondPlaceTheSame,
)
from champion_app.places import backups_of
from champion_app.store import backups, keys, second_copies
from champion_app.whole_file import disk_fault, write_whole

_NOTE = "second-place.json"
_KEYS = "second-place"  # the key file of copies that are locked though the binder is not
_KEY_BYTES = 32


@dataclass(frozen=True)
class SecondPlace:
    """``folder`` is where the copies lie; ``number`` and ``copied_on`` are of the newest one, 0 and None before it.

    ``key`` locks the copies of a binder that has no lock itself.
    """

    folder: Path
    number: int = 0
    copied_on: date | None = None
    key: bytes | None = field(default=None, repr=False)

    @property
    def is_there(self) -> bool:
        """Whether it can be reached: a stick may be in a drawer."""
        return second_copies.is_there(self.folder)

    @property
    def locked(self) -> bool:
        """Whether copies of a plain binder are locked on their way."""
        return self.key is not None


def second_place(binder_path: Path) -> SecondPlace | None:
    """The place that was chosen, or None: a note that we did not write is none."""
    try:
        said = json.loads((backups_of(binder_path) / _NOTE).read_bytes())
        copied = date.fromisoformat(said["copied_on"]) if said["copied_on"] else None
        key = bytes.fromhex(said["key"]) if said["key"] else None
        folder, number = Path(said["folder"]), said["number"]
        ours = isinstance(number, int) and (key is None or len(key) == _KEY_BYTES)
        return SecondPlace(folder, number, copied, key) if ours else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def choose_second_place(
    binder_path: Path, folder: Path, *, passphrase: str = "", code: str = "", cost: keys.Cost = keys.COST
) -> SecondPlace:
    """From now on a copy of every backup goes to a folder of its own in ``folder``.

    With a passphrase and a recovery code (``keys.new_code``), copies of a binder without a lock are locked: a stick is
    lost more easily than a computer. Raises SecondPlaceTheSame, FolderMissing, FolderReadOnly, BackupsNotAFolder,
    CodeSlip or the disk's faults.
    """
    if not SecondPlace(folder).is_there:
        raise FolderMissing(folder=folder)
    home = binder_path.parent.resolve()
    if folder.resolve() == home or home in folder.resolve().parents:
        raise SecondPlaceTheSame(folder=folder)
    own = backups_of(binder_path)
    key = keys.new_key() if passphrase else None
    name = f"Champion backups {secrets.token_hex(2).upper()}"
    try:
        own.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise BackupsNotAFolder(folder=own) from None
    except OSError as error:
        raise disk_fault(error, own.parent) from error
    try:
        (folder / name).mkdir()
    except OSError:
        raise FolderReadOnly(folder=folder) from None
    if key is not None:
        keys.write(own / _KEYS, keys.new_key_file(key, passphrase, code, cost=cost))
    chosen = SecondPlace(folder / name, key=key)
    _remember(binder_path, chosen)
    return chosen


def forget_second_place(binder_path: Path) -> None:
    """No more copies go there; those that are there stay. Raises FolderReadOnly or DiskFault."""
    own = backups_of(binder_path)
    try:
        if own.is_dir():
            (own / _NOTE).unlink(missing_ok=True)
            keys.remove(own / _KEYS)
    except OSError as error:
        raise disk_fault(error, own) from error


def forget_key(binder_path: Path) -> None:
    """A binder that has a lock itself locks its copies: no other key need lie beside it, where anybody could read it.

    What is in the second place still opens with its own passphrase, which the key files beside each copy know.
    """
    place = second_place(binder_path)
    if place is not None and place.key is not None:
        _remember(binder_path, replace(place, key=None))


def copy_elsewhere(binder_path: Path, backup: Backup, folder: Path) -> Backup:
    """Puts a copy of a backup into any folder; locked, if that was chosen for copies of this binder.

    Raises SecondPlaceMissing, SecondPlaceFull, SecondPlaceFailed, FolderReadOnly or BackupDamaged.
    """
    place = second_place(binder_path)
    if place is None or place.key is None or backup.encrypted:
        return second_copies.copy_to(backup, folder)
    return second_copies.copy_locked(backup, folder, place.key, keys.read(backups_of(binder_path) / _KEYS))


def copy_to_second_place(binder_path: Path) -> Backup | None:
    """Copies the newest checked backup there and thins what lies there. None when no place was chosen.

    Raises NoBackup, SecondPlaceMissing, SecondPlaceFull, SecondPlaceFailed, FolderReadOnly or BackupDamaged.
    """
    place = second_place(binder_path)
    if place is None:
        return None
    newest = next((one for one in backups.all_backups(backups_of(binder_path)) if one.checked), None)
    if newest is None:
        raise NoBackup
    if not place.is_there:
        raise SecondPlaceMissing(folder=place.folder)
    made = copy_elsewhere(binder_path, newest, place.folder)
    if newest.encrypted:
        with contextlib.suppress(OSError):  # pulled out meanwhile: next time
            keys.renew_in(place.folder, keys.read(newest.path))  # its passphrase may have been changed since
    key = None if newest.encrypted else place.key  # a binder with a lock keeps no other key beside it
    _remember(binder_path, SecondPlace(place.folder, newest.number, clock.today(), key))
    backups.thin(place.folder)
    return made


def second_place_overdue(binder_path: Path, today: date | None = None) -> bool:
    """Whether to say "Your backups are all on this laptop": no copy elsewhere for 14 days, and something to copy."""
    try:
        there = backups.all_backups(backups_of(binder_path))
    except BackupsUnreadable:
        return False  # that is said where backups are made and shown
    if not there:
        return False
    today, place = today or clock.today(), second_place(binder_path)
    if place is None or place.copied_on is None:
        return overdue(there[-1].made_at.date(), today)
    return place.number != there[0].number and overdue(place.copied_on, today)


def _remember(binder_path: Path, place: SecondPlace) -> None:
    said = {
        "folder": str(place.folder),
        "number": place.number,
        "copied_on": place.copied_on.isoformat() if place.copied_on else "",
        "key": place.key.hex() if place.key else "",
    }
    write_whole(json.dumps(said, indent=1).encode("ascii"), backups_of(binder_path) / _NOTE)
