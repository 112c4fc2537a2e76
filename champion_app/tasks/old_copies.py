"""After an erasing: which files may still hold the words, and making new backups in place of the older ones."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.backups import REASON_WORDS, Backup, Reason
from champion_app.domain.holdings import OldCopy
from champion_app.faults import Fault
from champion_app.places import backups_of
from champion_app.store import backup_files, backups, footprint
from champion_app.store.binder import Binder
from champion_app.tasks import attachments
from champion_app.tasks.holdings import backup_folders
from champion_app.tasks.second_place import copy_to_second_place, second_place

# When Champion asks again whether older copies may go (RELIABILITY 6.4).
REMIND_DAYS = 30
_ERASED = "erased"


@dataclass(frozen=True)
class Renewed:
    """The new backup, how many older copies went, and which files would not go."""

    backup: Backup
    removed: int
    left: tuple[Path, ...]


def note_erasing(binder: Binder) -> None:
    """Notes, inside the erasing's own task, which backups were made before it."""
    numbers = [one.number for one in backup_files.all_backups(backups_of(binder.path))]
    said = {"day": clock.today().isoformat(), "number": max(numbers, default=0)}
    binder.remember(_ERASED, json.dumps(said))


def erased_on(binder: Binder) -> date | None:
    """The day of the last erasing after which older copies have not been dealt with."""
    said = _noted(binder)
    return date.fromisoformat(said["day"]) if said else None


def remind_on(binder: Binder) -> date | None:
    """The day from which Champion asks again about older copies."""
    day = erased_on(binder)
    return day + timedelta(days=REMIND_DAYS) if day else None


def old_copies(binder: Binder) -> list[OldCopy]:
    """Every file that we know of and that may still hold what was erased last, the oldest first."""
    said = _noted(binder)
    if not said:
        return []
    found = [
        OldCopy(one.path, f"Backup made {REASON_WORDS[one.reason]}", one.made_at.date(), one.size)
        for folder in backup_folders(binder.path)
        for one in backup_files.all_backups(folder)
        if one.number <= int(said["number"])
    ]
    for path in _asides(binder):
        day = footprint.day_of(path) or clock.today()
        found.append(OldCopy(path, "Binder or part of one that was set aside", day, footprint.size_of(path)))
    return sorted(found, key=lambda one: (one.made_on, one.path.name))


def renew(binder: Binder) -> Renewed:
    """A new, checked backup, also in the second place; then every older one goes, and what was set aside.

    An older copy goes only when the new one is there and whole. A place that cannot be reached is named in ``left``.
    Raises BackupFull, BackupFailed or FolderReadOnly; then nothing is removed.
    """
    before = len(old_copies(binder))
    new = backups.make(binder, backups_of(binder.path), Reason.ERASE)
    backups.remove_older(new.path.parent, new)
    left: list[Path] = []
    second = second_place(binder.path)
    if second is not None:
        try:
            copied = copy_to_second_place(binder.path)
            if copied is not None:
                backups.remove_older(second.folder, copied)
        except Fault:
            left.append(second.folder)
    attachments.remove_copies(binder)
    for path in _asides(binder):
        with contextlib.suppress(OSError):
            path.unlink()
    after = [one.path for one in old_copies(binder)]
    left += [*after, *footprint.files_of(binder.path, "copies")]
    if not left:
        with binder.atomic("keep_setting"):
            binder.remember(_ERASED, "")
    return Renewed(new, before - len(after), tuple(dict.fromkeys(left)))


def _asides(binder: Binder) -> list[Path]:
    return [path for path in footprint.files_of(binder.path, "aside") if not path.name.endswith(".come-forward")]


def _noted(binder: Binder) -> dict[str, str]:
    said: dict[str, str] = json.loads(binder.recall(_ERASED) or "{}")
    return said
