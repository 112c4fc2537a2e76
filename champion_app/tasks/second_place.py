"""A second place for backups: a stick, another drive or a folder elsewhere, so that losing this computer loses nothing.

What is known of it lies with the backups and not in the binder: going back to an old backup does not forget the stick.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.backups import Backup, overdue
from champion_app.faults import FolderMissing, FolderReadOnly, NoBackup, SecondPlaceMissing, SecondPlaceTheSame
from champion_app.places import backups_of
from champion_app.store import backups, keys, second_copies
from champion_app.whole_file import write_whole

_NOTE = "second-place.json"
_KEYS = "second-place"  # the key file of copies that are locked though the binder is not


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
        return self.folder.is_dir()

    @property
    def locked(self) -> bool:
        """Whether copies of a plain binder are locked on their way."""
        return self.key is not None


def second_place(binder_path: Path) -> SecondPlace | None:
    """The place that was chosen, or None."""
    try:
        said = json.loads((backups_of(binder_path) / _NOTE).read_bytes())
        copied = date.fromisoformat(said["copied_on"]) if said["copied_on"] else None
        key = bytes.fromhex(said["key"]) if said["key"] else None
        return SecondPlace(Path(said["folder"]), int(said["number"]), copied, key)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def choose_second_place(
    binder_path: Path, folder: Path, *, passphrase: str = "", code: str = "", cost: keys.Cost = keys.COST
) -> SecondPlace:
    """From now on a copy of every backup goes to a folder of its own in ``folder``.

    With a passphrase and a recovery code (``keys.new_code``), copies of a binder without a lock are locked: a stick is
    lost more easily than a computer. Raises SecondPlaceTheSame, FolderMissing, FolderReadOnly, CodeSlip or the disk's
    faults.
    """
    if not folder.is_dir():
        raise FolderMissing(folder=folder)
    home = binder_path.parent.resolve()
    if folder.resolve() == home or home in folder.resolve().parents:
        raise SecondPlaceTheSame(folder=folder)
    own = backups_of(binder_path)
    key = keys.new_key() if passphrase else None
    name = f"Champion backups {secrets.token_hex(2).upper()}"
    try:
        own.mkdir(parents=True, exist_ok=True)
        (folder / name).mkdir()
    except OSError:
        raise FolderReadOnly(folder=folder) from None
    if key is not None:
        keys.write(own / _KEYS, keys.new_key_file(key, passphrase, code, cost=cost))
    chosen = SecondPlace(folder / name, key=key)
    _remember(binder_path, chosen)
    return chosen


def forget_second_place(binder_path: Path) -> None:
    """No more copies go there; those that are there stay."""
    (backups_of(binder_path) / _NOTE).unlink(missing_ok=True)
    keys.remove(backups_of(binder_path) / _KEYS)


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
    if place.key is not None and not newest.encrypted:
        key_file = keys.read(backups_of(binder_path) / _KEYS)
        made = second_copies.copy_locked(newest, place.folder, place.key, key_file)
    else:
        made = second_copies.copy_to(newest, place.folder)
    _remember(binder_path, SecondPlace(place.folder, newest.number, clock.today(), place.key))
    backups.thin(place.folder)
    return made


def second_place_overdue(binder_path: Path, today: date | None = None) -> bool:
    """Whether to say "Your backups are all on this laptop": no copy elsewhere for 14 days, and something to copy."""
    there = backups.all_backups(backups_of(binder_path))
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
