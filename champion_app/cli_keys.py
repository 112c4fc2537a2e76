"""The passphrase on the command line: asked for once, and tried on key files, so that no binder need open for it."""

from __future__ import annotations

import getpass
import itertools
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.faults import CodeSlip, Fault, KeyFileDamaged, KeyFileMissing, WrongCode, WrongPassphrase

if TYPE_CHECKING:
    from champion_app.domain.backups import Backup
    from champion_app.store.keys import KeyFile

_WRONG = (WrongPassphrase, WrongCode, CodeSlip)


def ask_here(prompt: str) -> str:
    """What somebody types without its being shown; nothing where nobody can be asked."""
    return getpass.getpass(prompt) if sys.stdin is not None and sys.stdin.isatty() else ""


class Keys:
    """What opens a binder and its backups. ``ask`` gets the passphrase, or nothing where nobody can be asked."""

    def __init__(self, path: Path, ask: Callable[[str], str] = ask_here) -> None:
        self._path, self._ask = path, ask
        self._secret = ""

    def secret(self) -> str:
        """The passphrase of a locked binder; nothing for a plain one, or where nobody can be asked. Raises TooSoon."""
        from champion_app.store import opening

        if not opening.has_to_do_with_a_lock(self._path):
            return ""  # before anything of the lock is loaded: most binders have none
        from champion_app.tasks import passphrase

        return self._typed("Passphrase: ") if passphrase.is_locked(self._path) else ""

    def of_binder(self) -> bytes | None:
        """The key to the locked binder that is there now, whole or damaged, from the key files beside it and in its
        backups; None for a plain, empty or missing one. Raises WrongPassphrase, WrongCode, CodeSlip or TooSoon."""
        try:
            if not self._path.is_file() or self._path.stat().st_size == 0:
                return None
        except OSError:
            return None  # its folder does not even let us look
        if not self.secret():
            return None
        from champion_app.store import keys

        return self._unlocked(itertools.chain(_beside(self._path), keys.in_backups(self._path)))

    def of(self, backup: Backup) -> bytes | None:
        """The key to a backup: None for a plain one, or where nobody can be asked. Asks again if it has a key of its
        own. Raises WrongPassphrase, WrongCode, CodeSlip, KeyFileDamaged, KeyFileMissing or TooSoon."""
        if not backup.encrypted:
            return None
        fitting = self._fitting(backup)
        if self._secret:
            with suppress(*_WRONG):
                return self._unlocked(fitting, counted=False)
        prompt = f"Passphrase of backup {backup.number}: " if self._secret else "Passphrase: "
        return self._unlocked(fitting) if self._typed(prompt) else None

    def _fitting(self, backup: Backup) -> list[KeyFile]:
        """The key files that may open it, those of the binder first: its passphrase may have been changed since."""
        beside, inside = _beside(self._path), _beside(backup.path)
        ids = {one.key_id for one in inside}
        found = [one for one in beside if not ids or one.key_id in ids] or inside
        if not found:
            from champion_app.store import keys

            keys.read(backup.path)  # raises what is wrong with it
        return found

    def _typed(self, prompt: str) -> str:
        from champion_app.tasks.passphrase_tries import refuse_haste

        refuse_haste(self._path)
        self._secret = self._ask(prompt)
        return self._secret

    def _unlocked(self, key_files: Iterable[KeyFile], *, counted: bool = True) -> bytes:
        from champion_app.store import keys
        from champion_app.tasks import passphrase_tries

        wrong: Fault | None = None
        tried = set[str]()
        for key_file in key_files:
            if key_file.key_id in tried:
                continue
            tried.add(key_file.key_id)
            try:
                key = keys.unlock(key_file, self._secret)
            except _WRONG as fault:
                wrong = wrong or fault
            else:
                passphrase_tries.forget_failures(self._path)
                return key
        if counted:
            passphrase_tries.count_failure(self._path)
        raise wrong or WrongPassphrase()


def _beside(path: Path) -> list[KeyFile]:
    """The key files of a binder or a backup that can be read."""
    from champion_app.store import keys

    with suppress(KeyFileDamaged, KeyFileMissing):
        return keys.readings(path)
    return []
