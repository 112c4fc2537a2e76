"""The passphrase lock: turned on with a recovery code that was printed and typed back, changed, and turned off.

Turning the lock on or off needs a closed binder (its path); everything else an open one.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.passphrases import Grade, Rating, delay_after, rated, refuse_unusable
from champion_app.domain.recovery_codes import RecoveryCode, new_code, normalised_code
from champion_app.faults import (
    BinderDamaged,
    CodeNotTyped,
    CodeSlip,
    Fault,
    KeyFileForeign,
    KeyFileMissing,
    WrongCode,
    WrongPassphrase,
)
from champion_app.places import backups_of
from champion_app.store import keys, locking, opening, service
from champion_app.store.binder import Binder
from champion_app.store.connection import in_use
from champion_app.store.keys import COST, Cost, KeyFile
from champion_app.tasks import binders
from champion_app.tasks.passphrase_tries import count_failure, failures, forget_failures, wait
from champion_app.tasks.second_place import second_place

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

__all__ = [
    "Changed", "Grade", "Rating", "RecoveryCode", "begin", "change", "change_code", "confirm", "delay_after",
    "failures", "forget_failures", "hint", "is_locked", "key_fault", "mend_key", "plan_sheet", "rated", "refuse_typed",
    "refuse_unusable", "renew", "turn_off", "turn_on", "unlock", "wait",
]  # fmt: skip


@dataclass(frozen=True)
class Changed:
    """How many backups open with the new passphrase or code too, and what Champion keeps but could not reach.

    What is ``left`` - files, and a second place that is not there - still opens with what counted before.
    """

    backups: int
    left: tuple[Path, ...] = ()


def begin() -> RecoveryCode:
    """A new recovery code to print. It is kept nowhere, and counts only once it has been typed back."""
    return RecoveryCode(new_code(), clock.today())


def plan_sheet(binder: Binder, code: RecoveryCode) -> Planned:
    """The recovery sheet, ready to be made on a worker. It becomes a file only if somebody saves it."""
    from champion_app.paper import recovery_sheet
    from champion_app.tasks.papers import Planned

    document = recovery_sheet.document(code.groups, service.load(binder).name, code.made_on)
    return Planned(document, "recovery sheet", document.title)


def refuse_typed(code: RecoveryCode, typed: str) -> None:
    """Raises CodeSlip, which names the group, or CodeNotTyped for another sheet's code."""
    if normalised_code(typed) != code.text:
        raise CodeNotTyped()


# ---------------------------------------------------------------- on, off, changed


def turn_on(path: Path, code: RecoveryCode, typed: str, passphrase: str, hint: str = "", *, cost: Cost = COST) -> bytes:
    """Locks a closed binder and returns its key, to open it with. It opens with the passphrase or the code from now on.

    Raises CodeSlip, CodeNotTyped, PassphraseShort, HintTells, LockFailed or a Binder fault; nothing has changed then.
    """
    refuse_typed(code, typed)
    refuse_unusable(passphrase, hint)
    key = keys.new_key()
    locking.turn_on(path, key, keys.new_key_file(key, passphrase, code.text, hint, cost=cost))
    forget_failures(path)
    return key


def turn_off(path: Path, secret: str) -> None:
    """Takes the lock off a closed binder. Raises what ``unlock`` raises, or LockFailed; it is still locked then."""
    locking.turn_off(path, key_of(path, secret))
    forget_failures(path)


def change(binder: Binder, secret: str, passphrase: str, hint: str = "", *, cost: Cost = COST) -> Changed:
    """A new passphrase for an open, locked binder; ``secret`` is the present one or the recovery code.

    The binder itself stays as it is. Every key file to it that Champion keeps is changed: in the backups, of binders
    that were set aside, in the second place. Raises WrongPassphrase, WrongCode, CodeSlip, PassphraseShort, HintTells or
    a disk fault; the old passphrase stands then.
    """
    refuse_unusable(passphrase, hint)
    key_file = keys.read(binder.path)
    key = keys.unlock(key_file, secret)
    return _keep(binder.path, keys.rewrap(key_file, key, passphrase=passphrase, hint=hint, cost=cost))


def change_code(binder: Binder, code: RecoveryCode, typed: str, *, cost: Cost = COST) -> Changed:
    """A new recovery code for an open, locked binder; older sheets stop working. What is changed, as by ``change``.

    Raises CodeSlip, CodeNotTyped or a disk fault; the old code stands then.
    """
    refuse_typed(code, typed)
    if binder.key is None:
        raise KeyFileMissing(path=binder.path, way_out="Turn the lock on first.")
    key_file = keys.read(binder.path)
    return _keep(binder.path, keys.rewrap(key_file, binder.key, code=code.text, cost=cost))


def renew(
    path: Path, secret: str, code: RecoveryCode, typed: str, passphrase: str, hint: str = "", *, cost: Cost = COST
) -> bytes:
    """New passphrase, code and key for a closed, locked binder, for a handover: nothing known before opens it.

    Backups made earlier still open with what opened them then. Returns the key; raises as ``turn_on`` and ``unlock``.
    """
    refuse_typed(code, typed)
    refuse_unusable(passphrase, hint)
    old, new = key_of(path, secret), keys.new_key()
    locking.re_key(path, old, new, keys.new_key_file(new, passphrase, code.text, hint, cost=cost))
    forget_failures(path)
    return new


def key_of(path: Path, secret: str) -> bytes:
    """The key that opens the binder. Raises what ``unlock`` raises."""
    with contextlib.closing(unlock(path, secret)) as binder:
        if binder.key is None:
            raise KeyFileMissing(path=path, way_out="This binder has no lock. Turn it on first.")
        return binder.key


def _keep(path: Path, key_file: KeyFile) -> Changed:
    """Writes a changed key file, and in the place of every older one: what an old passphrase opens opens the binder."""
    keys.write(path, key_file)
    ways, second = {path, path.resolve()}, second_place(path)
    kept = [(way.parent, way.name) for way in ways] + [(backups_of(way), keys.BACKUP) for way in ways]
    kept = [one for one in kept if one[0].exists()] + ([(second.folder, keys.BACKUP)] if second else [])
    changed: list[Path] = []
    left: list[Path] = []
    for folder, name in kept:
        try:
            done, not_done = keys.renew_in(folder, key_file, name)
        except OSError:
            left.append(folder)
        else:
            changed += done
            left += not_done
    return Changed(len({name for name in map(_backup_name, changed) if name}), tuple(dict.fromkeys(left)))


def _backup_name(place: Path) -> str:
    """The name of the backup that a key file lies beside, or nothing."""
    base, backup, _ = place.name.rpartition(keys.BACKUP)
    return base if backup else ""


# ---------------------------------------------------------------- unlocking


def is_locked(path: Path) -> bool:
    """Whether a binder needs a passphrase. A plain one with key files left beside it does not."""
    return path.exists() and keys.has_keys(path) and (in_use(path) or not opening.is_plain(path))


def hint(path: Path) -> str:
    """The hint of a locked binder, or nothing."""
    try:
        return keys.read(path).hint
    except Fault:
        return ""


def unlock(path: Path, secret: str) -> Binder:
    """Opens a locked binder with its passphrase or recovery code. A wrong one is counted, and nothing else changes.

    Where the key files beside it are another binder's, those inside its backups or set aside are tried, and one that
    opens it is put right. Raises WrongPassphrase, WrongCode, CodeSlip, KeyFileDamaged, KeyFileForeign, KeyFileMissing,
    TooLargeAtOnce or a Binder fault.
    """
    locking.clear_up(path)
    beside = keys.readings(path)
    tried = set[str]()
    wrong: Fault | None = None
    unfit: Fault | None = None
    for key_file in itertools.chain(beside, _in_backups(path), keys.kept_in(path.parent, path.name)):
        if key_file.key_id in tried:
            continue
        tried.add(key_file.key_id)
        try:
            key = keys.unlock(key_file, secret)
        except (WrongPassphrase, WrongCode, CodeSlip) as fault:
            wrong = wrong or fault
            continue
        try:
            binder = binders.open_binder(path, key)
        except BinderDamaged as fault:
            if key_file in beside:
                unfit = _unfit(path, key_file, fault)
            continue
        _settle(path, key_file, beside)
        forget_failures(path)
        return binder
    if unfit is not None:
        raise unfit
    count_failure(path)
    raise wrong or WrongPassphrase()


def _in_backups(path: Path) -> Iterator[KeyFile]:
    """The key files inside the backups of a binder, also of those in the second place."""
    yield from keys.in_backups(path)
    second = second_place(path)
    if second is not None:
        yield from keys.kept_in(second.folder)


def _unfit(path: Path, key_file: KeyFile, damaged: BinderDamaged) -> Fault:
    """What to say of a key that came out of its key file whole and does not open the binder."""
    known = {one.key_id for one in _in_backups(path)}
    foreign = bool(known) and key_file.key_id not in known
    return KeyFileForeign(path=path, way_out=keys.way_out(path)) if foreign else damaged


def _settle(path: Path, right: KeyFile, beside: list[KeyFile]) -> None:
    """The key file that has opened the binder takes the place of any other. Another binder's is kept under a date."""
    if beside != [right]:
        with contextlib.suppress(OSError, Fault):  # where nothing may be written it is found again next time
            (keys.write if right in beside else keys.mend_with)(path, right)


def confirm(path: Path, secret: str) -> None:
    """Whether a passphrase or recovery code is right for a binder that is open: to come back from the family view.

    A wrong one is counted. Raises what ``unlock`` raises of a secret or a key file.
    """
    wrong: Fault = WrongPassphrase()
    for key_file in keys.readings(path):
        try:
            keys.unlock(key_file, secret)
        except (WrongPassphrase, WrongCode, CodeSlip) as fault:
            wrong = fault
            continue
        forget_failures(path)
        return
    count_failure(path)
    raise wrong


def key_fault(path: Path) -> Fault | None:
    """What is wrong with the key file of a locked binder, if anything: there is no use in asking for a passphrase."""
    try:
        keys.readings(path)
    except Fault as fault:
        return fault
    return None


def mend_key(path: Path) -> bool:
    """Brings the key file of the newest locked backup back to its binder. False when there is none.

    Not one of the same key as the file that lies there: that is the one which does not open it.
    """
    try:
        names = {key_file.key_id for key_file in keys.readings(path)}
    except Fault:
        names = set()
    right = next((key_file for key_file in _in_backups(path) if key_file.key_id not in names), None)
    if right is None:
        return False
    try:
        keys.mend_with(path, right)
    except (OSError, Fault):
        return False
    return True
