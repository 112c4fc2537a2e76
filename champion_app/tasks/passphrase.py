"""The passphrase lock: turned on with a recovery code that was printed and typed back, changed, and turned off.

Turning the lock on or off needs a closed binder (its path); everything else an open one.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.passphrases import Grade, Rating, delay_after, rated, refuse_unusable
from champion_app.domain.recovery_codes import RecoveryCode, new_code, normalised_code
from champion_app.faults import BinderDamaged, CodeNotTyped, CodeSlip, Fault, KeyFileMissing, WrongCode, WrongPassphrase
from champion_app.places import backups_of
from champion_app.store import keys, locking, opening, service
from champion_app.store.binder import Binder
from champion_app.store.connection import in_use
from champion_app.store.keys import COST, Cost, KeyFile
from champion_app.tasks import binders

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

__all__ = [
    "Grade", "Rating", "RecoveryCode", "begin", "change", "change_code", "confirm", "delay_after", "failures", "hint",
    "is_locked", "key_fault", "mend_key", "plan_sheet", "rated", "refuse_typed", "refuse_unusable", "renew", "turn_off",
    "turn_on", "unlock", "wait",
]  # fmt: skip


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


def change(binder: Binder, secret: str, passphrase: str, hint: str = "", *, cost: Cost = COST) -> int:
    """A new passphrase for an open, locked binder; ``secret`` is the present one or the recovery code.

    The binder itself stays as it is. Returns how many backups have the new passphrase too. Raises WrongPassphrase,
    WrongCode, CodeSlip, PassphraseShort, HintTells or a disk fault; the old passphrase stands then.
    """
    refuse_unusable(passphrase, hint)
    key_file = keys.read(binder.path)
    key = keys.unlock(key_file, secret)
    return _keep(binder.path, keys.rewrap(key_file, key, passphrase=passphrase, hint=hint, cost=cost))


def change_code(binder: Binder, code: RecoveryCode, typed: str, *, cost: Cost = COST) -> int:
    """A new recovery code for an open, locked binder; older sheets stop working. Returns as ``change`` does.

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


def _keep(path: Path, key_file: KeyFile) -> int:
    """Writes a changed key file, and into every backup of the same key: an old passphrase opens none of them either."""
    keys.write(path, key_file)
    changed = 0
    with contextlib.suppress(OSError):
        for backup in backups_of(path).glob(f"*{keys.BACKUP}"):
            with contextlib.suppress(Fault):  # one that cannot be changed still opens with the old one
                if keys.has_keys(backup) and keys.read(backup).key_id == key_file.key_id:
                    keys.write(backup, key_file)
                    changed += 1
    return changed


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

    Raises WrongPassphrase, WrongCode, CodeSlip, KeyFileDamaged, KeyFileMissing or a Binder fault.
    """
    locking.clear_up(path)
    known = keys.readings(path)
    wrong: Fault = WrongPassphrase()
    for key_file in known:
        try:
            key = keys.unlock(key_file, secret)
        except (WrongPassphrase, WrongCode, CodeSlip) as fault:
            wrong = fault
            continue
        try:
            binder = binders.open_binder(path, key)
        except BinderDamaged:
            if key_file is not known[-1]:
                continue  # of two keys this is the old one
            raise
        if len(known) > 1:
            keys.write(path, key_file)  # the right one of two
        forget_failures(path)
        return binder
    _count_failure(path)
    raise wrong


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
    _count_failure(path)
    raise wrong


def key_fault(path: Path) -> Fault | None:
    """What is wrong with the key file of a locked binder, if anything: there is no use in asking for a passphrase."""
    try:
        keys.readings(path)
    except Fault as fault:
        return fault
    return None


def mend_key(path: Path) -> bool:
    """Brings the key file of the newest locked backup back to its binder. False when there is none."""
    try:
        backups = sorted(backups_of(path).glob(f"*{keys.BACKUP}"), reverse=True)
    except OSError:
        return False
    for backup in backups:
        if keys.has_keys(backup):
            with contextlib.suppress(Fault):
                keys.mend_from(path, backup)
                return True
    return False


def failures(path: Path) -> int:
    """How often in a row a wrong passphrase was typed, before the last start too."""
    try:
        said = _tries(path).read_text(encoding="ascii", errors="replace")[:9]
    except OSError:
        return 0
    return int(said) if said.isascii() and said.isdigit() else 0


def wait(path: Path) -> int:
    """Seconds to wait before the next try is taken."""
    return delay_after(failures(path))


def forget_failures(path: Path) -> None:
    """Starts counting afresh."""
    with contextlib.suppress(OSError):
        _tries(path).unlink(missing_ok=True)


def _count_failure(path: Path) -> None:
    with contextlib.suppress(OSError):  # where nothing may be written, waiting is for this start only
        _tries(path).write_text(str(failures(path) + 1), encoding="ascii")


def _tries(path: Path) -> Path:
    return path.with_name(path.name + ".key-tries")
