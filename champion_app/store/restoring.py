"""Going back to a backup, and back again. At every moment both the binder as it was and the copy are on the disk.

The copy is made and checked under a name of its own; then a plan is written down, the binder is moved aside with its
journal and its key files, and the copy takes the name. Whoever finds the plan at a start can finish or turn back (F5).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.backups import Backup, Reason
from champion_app.faults import (
    BackupDamaged,
    BackupFailed,
    BinderDamaged,
    BinderInUse,
    BinderLocked,
    BinderNewer,
    BinderNotOurs,
    DiskFault,
    DiskFull,
    KeyFileDamaged,
    KeyFileMissing,
    NothingToUndo,
    RestoreFailed,
    RestoreFull,
    RestoreUnfinished,
)
from champion_app.places import backups_of
from champion_app.store import backup_files as files
from champion_app.store import backups, disks, keys, moving, opening
from champion_app.store.backup_copy import look_at
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, connect, fault_for, in_use
from champion_app.store.moving import BESIDE, INCOMING, Plan, clear_parts, read_plan
from champion_app.store.steps import NAMES
from champion_app.whole_file import disk_fault, settle_folder

ASIDE = moving.ASIDE
_BACKED_UP = "-backed-up"
# So many of those are kept: going back, and back again, is done at once or never.
_KEPT_ASIDE = 2
# Why a binder cannot be opened, though it may be moved aside: it is kept as it is.
_KEPT_AS_IT_IS = (BackupFailed, BinderDamaged, BinderLocked, BinderNotOurs, DiskFault, KeyFileDamaged, KeyFileMissing)


@dataclass(frozen=True)
class SetAside:
    """The binder that was there before: its file, which a journal and key files may lie beside.

    ``backup`` is the backup made of it just before, if it could be opened; later only the name tells there was one.
    """

    path: Path
    backup: Backup | None = None

    @property
    def backed_up(self) -> bool:
        """Whether all that is in it was in a checked backup too when it was set aside."""
        return self.path.name.endswith(_BACKED_UP)


@dataclass(frozen=True)
class Unfinished:
    """A going back that was interrupted. ``placed`` tells whether the copy has the name already."""

    path: Path
    aside: Path
    placed: bool


def restore(
    binder_path: Path, backup: Backup, key: bytes | None = None, *, present_key: bytes | None = None
) -> SetAside:
    """Puts a backup in the place of a closed binder; what was there is backed up if it opens, and set aside.

    ``key`` opens the backup if it is encrypted; ``present_key`` the present binder, if that has another. Raises
    BackupDamaged, BinderInUse, BinderLocked (the backup, with this key), BinderNewer, RestoreUnfinished, RestoreFull,
    RestoreFailed, BackupFull or FolderReadOnly; the binder is then as it was.
    """
    refuse_unfinished(binder_path)
    with _as_faults(binder_path):
        if binder_path.exists() and in_use(binder_path):
            raise BinderInUse
        refuse_unusable(backup, key)
        if not disks.has_room(binder_path.parent, backup.size):
            raise RestoreFull
        made = _back_up_the_present(binder_path, present_key or key)
        plan = Plan(binder_path, INCOMING, _aside_name(binder_path, made))
        plan.clear_incoming()
        try:
            _copy_in(backup, plan, key)
            plan.carry_out()
        except BaseException:
            if read_plan(binder_path) is None:
                plan.clear_incoming()
            raise
    return SetAside(plan.aside, made)


def undo_restore(binder_path: Path, set_aside: SetAside, present_key: bytes | None = None) -> SetAside:
    """Puts the binder that was set aside back in its place; what is there now is backed up and set aside in its turn.

    Raises NothingToUndo when there is nothing aside, or as ``restore`` does.
    """
    refuse_unfinished(binder_path)
    with _as_faults(binder_path):
        if not set_aside.path.exists():
            raise NothingToUndo
        if binder_path.exists() and in_use(binder_path):
            raise BinderInUse
        made = _back_up_the_present(binder_path, present_key)
        incoming = set_aside.path.name.removeprefix(binder_path.name)
        plan = Plan(binder_path, incoming, _aside_name(binder_path, made))
        plan.carry_out()
    return SetAside(plan.aside, made)


def set_asides(binder_path: Path) -> list[SetAside]:
    """What was set aside, newest first: each can be brought back with ``undo_restore``."""
    start = binder_path.name + ASIDE
    found = [path for path in binder_path.parent.glob("*") if path.name.startswith(start)]
    whole = [path for path in found if not path.name.endswith(BESIDE)]
    return [SetAside(path) for path in sorted(whole, key=lambda path: path.name, reverse=True)]


def forget(set_aside: SetAside) -> None:
    """Removes what was set aside, for good."""
    for ending in BESIDE:
        set_aside.path.with_name(set_aside.path.name + ending).unlink(missing_ok=True)
    set_aside.path.unlink(missing_ok=True)


def tidy(binder_path: Path) -> None:
    """Removes all but the newest of what was set aside and is in a backup. A damaged binder is never removed."""
    for one in [one for one in set_asides(binder_path) if one.backed_up][_KEPT_ASIDE:]:
        with contextlib.suppress(OSError):  # it goes next time
            forget(one)


def unfinished(binder_path: Path) -> Unfinished | None:
    """The interrupted going back that is to be finished or turned back before the binder is opened (F5), or None.

    What a crash left before anything was moved is forgotten here.
    """
    plan = read_plan(binder_path)
    if plan is None:
        with contextlib.suppress(OSError):
            Plan(binder_path, INCOMING, "").clear_incoming()
            clear_parts(binder_path)
        return None
    return Unfinished(binder_path, plan.aside, plan.is_placed())


def refuse_unfinished(binder_path: Path) -> None:
    """Raises RestoreUnfinished when there is something to finish or to turn back."""
    if unfinished(binder_path) is not None:
        raise RestoreUnfinished


def finish(binder_path: Path) -> SetAside:
    """Finishes an interrupted going back. Raises NothingToUndo when there is none, RestoreFailed or a disk's fault."""
    with _as_faults(binder_path):
        plan = _plan(binder_path)
        plan.carry_out()
        return SetAside(plan.aside)


def keep(binder_path: Path) -> None:
    """Turns an interrupted going back round: the binder is as it was before. Raises as ``finish`` does."""
    with _as_faults(binder_path):
        _plan(binder_path).turn_back()


def _plan(binder_path: Path) -> Plan:
    plan = read_plan(binder_path)
    if plan is None:
        raise NothingToUndo
    return plan


def _back_up_the_present(path: Path, key: bytes | None) -> Backup | None:
    """A last backup of what is there now; None when it cannot be opened (it is kept as it is all the same)."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with closing(_open_as_it_is(path, key)) as binder:
            return backups.make(binder, backups_of(path), Reason.RESTORE)
    except _KEPT_AS_IT_IS:
        return None


def _open_as_it_is(path: Path, key: bytes | None) -> Binder:
    """Opened without bringing it up to date: an older binder is kept as an older binder."""
    if opening.is_plain(path):
        key = None
    elif key is None:
        raise BinderLocked(path=path)
    connection = connect(path, create=False, key=key)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != opening.APPLICATION_ID:
            raise BinderNotOurs(path=path, reason="another program made it")
    except BaseException as error:
        connection.close()
        if isinstance(error, DatabaseError):
            raise fault_for(error, path) from error
        raise
    return Binder(path, connection, key)


def refuse_unusable(backup: Backup, key: bytes | None) -> None:
    """Raises BackupDamaged, BinderLocked (with this key) or BinderNewer for what cannot be gone back to."""
    if backup.encrypted and not backups.opens_with(backup, key) and not backups.verify(backup):
        raise BinderLocked(path=backup.path)  # whole, but of another key
    backups.refuse_damaged(backup, key)
    try:
        newer = backups.steps_of(backup, key) - NAMES
    except DatabaseError as error:
        raise BackupDamaged(when=backups.when(backup), reason="it is not of a binder") from error
    if newer:
        raise BinderNewer(version=backup.version or "unknown")


def _copy_in(backup: Backup, plan: Plan, key: bytes | None) -> None:
    """The copy under its own name, with the key files it needs, read again and found to be what was backed up."""
    copy = plan.incoming
    read = files.copy_file(backup.path, copy)
    if files.file_digest(copy) != read or (backup.sha256 and read != backup.sha256):
        raise BackupDamaged(when=backups.when(backup), reason="it could not be copied whole")
    try:
        found, problems = look_at(copy, key if backup.encrypted else None)
    except DatabaseError as error:
        raise BackupDamaged(when=backups.when(backup), reason="it does not open") from error
    if problems or (backup.digest and found.digest != backup.digest):
        raise BackupDamaged(when=backups.when(backup), reason="its contents are not what was backed up")
    if backup.encrypted:
        _bring_keys(plan.path, backup, copy)
    settle_folder(copy.parent)


def _bring_keys(present: Path, backup: Backup, copy: Path) -> None:
    """The key file of the present binder if it is of the same key: the passphrase may have been changed since."""
    try:
        key_file = keys.read(present)
        if key_file.key_id != keys.read(backup.path).key_id:
            key_file = keys.read(backup.path)
    except (KeyFileDamaged, KeyFileMissing):
        key_file = keys.read(backup.path if keys.has_keys(backup.path) else present)
    keys.write(copy, key_file)


def _aside_name(path: Path, made: Backup | None) -> str:
    """An ending that sorts by its place in time and is nobody's yet, whatever the clock says."""
    taken = [one.path.name.removeprefix(path.name + ASIDE).split("-")[0] for one in set_asides(path)]
    number = max([int(name) for name in taken if name.isdigit()], default=0) + 1
    return f"{ASIDE}{number:04}-{clock.utc_stamp()}{_BACKED_UP if made else ''}"


@contextmanager
def _as_faults(path: Path) -> Iterator[None]:
    try:
        try:
            yield
        except OSError as error:
            raise disk_fault(error, path.parent) from error
    except DiskFull as fault:
        raise RestoreFull from fault
    except DiskFault as fault:
        raise RestoreFailed(reason="the disk reported a fault") from fault
