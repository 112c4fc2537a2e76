"""Backups without being asked, going back to one, and back again: promise P3.

Everything but what is made of an open binder works on closed files, so that it can be done when nothing opens.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from champion_app.domain.backups import TABLE_WORDS, Backup, Lost, Reason, lost
from champion_app.faults import (
    BackupDamaged,
    BackupsUnreadable,
    BinderLocked,
    BinderNewer,
    Fault,
    KeyFileDamaged,
    KeyFileMissing,
    UnknownName,
)
from champion_app.places import backups_of
from champion_app.store import backups, digest, keys, opening, restoring
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, DatabaseError, glance
from champion_app.store.restoring import (
    SetAside,
    Unfinished,
    finish,
    keep,
    refuse_unfinished,
    restore,
    set_asides,
    undo_restore,
    unfinished,
)
from champion_app.store.work_since import Ask, work_since
from champion_app.tasks.second_place import (
    SecondPlace,
    choose_second_place,
    copy_elsewhere,
    copy_to_second_place,
    forget_second_place,
    second_place,
    second_place_overdue,
)

T = TypeVar("T")

__all__ = [
    "Checked", "Made", "Offer", "SecondPlace", "SetAside", "Unfinished", "Work", "all_backups", "back_up_now",
    "check_all", "choose_second_place", "copy_elsewhere", "copy_to_second_place", "finish", "forget_second_place",
    "keep", "needs_another_key", "numbered", "offer", "on_close", "refuse_unfinished", "restore", "second_place",
    "second_place_overdue", "set_asides", "summary", "undo_restore", "unfinished", "what_can_be_told",
    "what_would_be_lost",
]  # fmt: skip

# A backup is due after so much work, in seconds.
WORK_SECONDS = 30 * 60


@dataclass(frozen=True)
class Made:
    """A backup and its copy in the second place. ``trouble`` says why there is no copy, though one was asked for."""

    backup: Backup
    second: Backup | None = None
    trouble: Fault | None = None


@dataclass(frozen=True)
class Checked:
    """A backup that was looked at; ``problems`` is empty when it is whole."""

    backup: Backup
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """The newest backup that is whole, what going back to it would lose, and newer ones that are not whole."""

    backup: Backup
    lost: Lost
    passed_over: tuple[Checked, ...] = ()


class Work:
    """Knows when a backup is due: half an hour after the first thing that was done since the last one.

    Counts on a clock that only runs forward, so that setting the computer's clock changes nothing.
    """

    def __init__(self, binder: Binder, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._since: float | None = None
        binder.listen(self._something_was_done)

    def due(self) -> bool:
        """Whether to make a backup now."""
        return self._since is not None and self._now() - self._since >= WORK_SECONDS

    def backed_up(self) -> None:
        """A backup was begun: what is done from now on waits for the next."""
        self._since = None

    def _something_was_done(self, _: frozenset[str]) -> None:
        if self._since is None:
            self._since = self._now()


def all_backups(binder_path: Path) -> list[Backup]:
    """The backups of a binder, newest first. Of two that have one number, as a lock leaves them, the one comes first
    that opens as the binder does now. Raises BackupsUnreadable.
    """
    found = backups.all_backups(backups_of(binder_path))
    times = Counter(one.number for one in found)
    return sorted(found, key=lambda one: (-one.number, times[one.number] > 1 and not _fits(binder_path, one)))


def known_backups(binder_path: Path) -> list[Backup]:
    """The same for whoever says something else at the moment: a folder that cannot be read is told where backups are
    made and shown, and here there are none."""
    try:
        return all_backups(binder_path)
    except BackupsUnreadable:
        return []


def numbered(binder_path: Path, number: int) -> Backup:
    """The backup of this number; of two, the one that opens as the binder does now. Raises UnknownName."""
    there = all_backups(binder_path)
    found = next((one for one in there if one.number == number), None)
    if found is None:
        choices = ", ".join(str(one.number) for one in there) or "none yet"
        raise UnknownName(kind="backup", name=number, choices=choices)
    return found


def back_up_now(binder: Binder, reason: Reason = Reason.ASKED) -> Made:
    """Makes a backup of an open binder, thins the older ones and brings a copy to the second place.

    Takes a second for 50 MB and may run on a worker while the window is used. Raises BackupFull, BackupFailed,
    FolderReadOnly, BackupsUnreadable or BinderDamaged; trouble with the second place is no fault, but told.
    """
    made = backups.make(binder, backups_of(binder.path), reason)
    return _made(binder.path, made)


def after_a_backup(binder: Binder, work: Callable[[], T]) -> T:
    """Takes something in (a list, a pack) that can change much at once: what is there now can be gone back to.

    Raises as ``back_up_now`` and the work do; without a backup nothing is begun.
    """
    back_up_now(binder, Reason.IMPORT)
    return work()


def on_close(binder: Binder) -> Made | None:
    """A last backup before closing; None when the newest one holds all there is. Raises as ``back_up_now``."""
    restoring.tidy(binder.path)
    newest = next((one for one in all_backups(binder.path) if one.checked), None)
    if newest is not None and newest.digest == digest.digest(binder):
        place = second_place(binder.path)
        behind = place is not None and place.is_there and place.number != newest.number
        return _made(binder.path, newest) if behind else None
    return back_up_now(binder, Reason.CLOSE)


def check_all(binder_path: Path, key: bytes | None = None) -> list[Checked]:
    """Reads every backup there is and opens it, newest first: "Check my backups now". Changes nothing."""
    return [Checked(one, tuple(backups.verify(one, key))) for one in all_backups(binder_path)]


def summary(binder_path: Path, key: bytes | None = None) -> dict[str, object]:
    """For ``check --json``: how many backups, the newest, how many are whole, and the second place."""
    found, place = check_all(binder_path, key), second_place(binder_path)
    whole = [one for one in found if not one.problems]
    return {
        "number": len(found),
        "newest": whole[0].backup.made_at.isoformat(sep=" ") if whole else None,
        "verified": len(whole),
        "damaged": {str(one.backup.number): list(one.problems) for one in found if one.problems},
        "second_place": str(place.folder) if place else None,
        "second_place_overdue": second_place_overdue(binder_path),
    }


def what_would_be_lost(binder: Binder, backup: Backup) -> Lost:
    """What going back to a backup would lose of an open binder."""
    changes, last = _since(binder.rows, backup, binder.key)
    locked = binder.key is not None
    return lost(digest.counts(binder), backup, changes=changes, last_change=last, encrypted=locked)


def what_can_be_told(binder_path: Path, backup: Backup, key: bytes | None = None) -> Lost:
    """As ``what_would_be_lost``, of a closed binder that may be damaged or missing: whatever of it can be read.

    The file is only looked at: no lock, no journal played back, not a byte of it changed.
    """
    counts: dict[str, int] = {}
    changes, last = None, None
    plain = _is_plain(binder_path)
    with suppress(DatabaseError, OSError), closing(glance(binder_path, None if plain else key)) as connection:
        counts = _readable_counts(connection)
        with suppress(DatabaseError):
            changes, last = _since(connection.execute, backup, key)
    unread = [table for table in TABLE_WORDS if table not in counts]
    locked = backup.encrypted if not counts else not plain
    return lost(counts, backup, changes=changes, last_change=last, encrypted=locked, unread=unread)


def offer(binder_path: Path, key: bytes | None = None) -> Offer | None:
    """For a binder that does not open: the newest backup that can be used, or None (F15, F17). Changes nothing.

    Without a key, a locked one can be used unless the binder is plain: its own passphrase will be asked for.
    """
    passed_over: list[Checked] = []
    asks = key is None and not _is_plain(binder_path)
    for one in all_backups(binder_path):
        problem = _why_not(one, key, asks=asks)
        if not problem:
            return Offer(one, what_can_be_told(binder_path, one, key), tuple(passed_over))
        passed_over.append(Checked(one, (problem,)))
    return None


def needs_another_key(binder_path: Path, backup: Backup) -> bool:
    """Whether a locked backup was made with another key than the binder has now: its own passphrase opens it."""
    if not backup.encrypted:
        return False
    try:
        return keys.read(backup.path).key_id != keys.read(binder_path).key_id
    except (KeyFileDamaged, KeyFileMissing):
        return True


def _made(binder_path: Path, made: Backup) -> Made:
    backups.thin(backups_of(binder_path))
    try:
        return Made(made, copy_to_second_place(binder_path))
    except Fault as fault:
        return Made(made, trouble=fault)


def _readable_counts(connection: Connection) -> dict[str, int]:
    found = {}
    for table in TABLE_WORDS:
        with suppress(DatabaseError):
            # Row by row and not from an index: what is counted is what can be read.
            found[table] = sum(1 for _ in connection.execute(f"SELECT * FROM {table} NOT INDEXED"))
    return found


def _since(now: Ask, backup: Backup, key: bytes | None) -> tuple[int | None, datetime | None]:
    """How many steps of work a backup does not have, and when the last of them was."""
    steps = work_since(now, backup, key)
    if steps is None:
        return None, None
    with suppress(ValueError):  # the time of a step may stand on a damaged page
        return len(steps), max((datetime.fromisoformat(step.at) for step in steps), default=None)
    return len(steps), None


def _is_plain(binder_path: Path) -> bool:
    with suppress(OSError):
        return binder_path.is_file() and opening.is_plain(binder_path)
    return False


def _fits(binder_path: Path, backup: Backup) -> bool:
    """Whether it opens as the binder does now: with its key, or without any."""
    return backup.encrypted == keys.has_keys(binder_path) and not needs_another_key(binder_path, backup)


def _why_not(backup: Backup, key: bytes | None, *, asks: bool) -> str:
    """Why a backup cannot be gone back to, as the end of a sentence; empty when it can."""
    try:
        if backup.encrypted and asks:
            backups.refuse_damaged(backup)
        else:
            restoring.refuse_unusable(backup, key)
    except BackupDamaged as fault:
        return str(fault.details["reason"])
    except BinderLocked:
        return "it is locked with another passphrase than this binder"
    except BinderNewer:
        return "a newer version of Champion made it"
    return ""
