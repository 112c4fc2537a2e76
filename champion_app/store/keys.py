"""The key file of a locked binder: its random key, wrapped once by the passphrase and once by the recovery code.

It lies beside the binder in two copies, and inside every backup. A wrong secret is told apart from a damaged file by
two things: a checksum over the whole file, and an authenticated cipher around the key. This is the only module that
knows the ``cryptography`` library.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.passphrases import normalised_passphrase
from champion_app.domain.recovery_codes import meant_as_code, new_code, normalised_code
from champion_app.faults import Fault, KeyFileDamaged, KeyFileMissing, TooLargeAtOnce, WrongCode, WrongPassphrase
from champion_app.places import backups_of
from champion_app.store.key_file import CODE, PASSPHRASE, Cost, KeyFile, Slot, as_bytes, content_of, read_one
from champion_app.store.opening import KEY_ENDINGS
from champion_app.whole_file import write_whole

__all__ = [
    "Cost", "KeyFile", "Slot", "has_keys", "in_backups", "kept_in", "mend_with", "new_code", "new_key", "new_key_file",
    "normalised_code", "normalised_passphrase", "places", "read", "readings", "remove", "renew_in", "rewrap",
    "set_aside", "unlock", "way_out", "write", "write_copy",
]  # fmt: skip

ENDINGS = KEY_ENDINGS
BACKUP = ".champion-backup"
COST = Cost()
_LONGEST_HINT = 200
# A key file under any name that Champion gives it: also one set aside by its date, or left half written by a crash.
_ANY_NAME = re.compile(r"\.key(-copy)?(-\d{8}T\d{6}Z(-\d+)?)?$|^\..*\.part$")


def new_key() -> bytes:
    """A random 256-bit key."""
    return secrets.token_bytes(32)


def new_key_file(key: bytes, passphrase: str, code: str, hint: str = "", *, cost: Cost = COST) -> KeyFile:
    """A key file for a new key, with both slots. Raises CodeSlip."""
    empty = KeyFile(secrets.token_hex(8), {}, edition=0)
    return rewrap(empty, key, passphrase=passphrase, code=code, hint=hint, cost=cost)


def rewrap(
    key_file: KeyFile,
    key: bytes,
    *,
    passphrase: str | None = None,
    code: str | None = None,
    hint: str | None = None,
    cost: Cost = COST,
) -> KeyFile:
    """The next edition of a key file, with a new passphrase, recovery code or hint. Raises CodeSlip."""
    slots = dict(key_file.slots)
    if passphrase is not None:
        slots[PASSPHRASE] = _wrap(key, normalised_passphrase(passphrase), f"{key_file.key_id} {PASSPHRASE}", cost)
    if code is not None:
        slots[CODE] = _wrap(key, normalised_code(code), f"{key_file.key_id} {CODE}", cost)
    kept = key_file.hint if hint is None else hint.strip()[:_LONGEST_HINT]
    return replace(key_file, slots=slots, hint=kept, edition=key_file.edition + 1, changed=clock.stamp(clock.now()))


def unlock(key_file: KeyFile, secret: str) -> bytes:
    """The key, by passphrase or by recovery code; changes nothing.

    Raises WrongPassphrase, WrongCode, CodeSlip, or TooLargeAtOnce where there is no memory for one guess.
    """
    key = _unwrap(key_file, PASSPHRASE, normalised_passphrase(secret))
    if key is None and meant_as_code(secret):
        key = _unwrap(key_file, CODE, normalised_code(secret))
        if key is None:
            raise WrongCode()
    if key is None:
        raise WrongPassphrase()
    return key


# ---------------------------------------------------------------- on the disk


def places(path: Path) -> list[Path]:
    """Where the two copies of a binder's (or a backup's) key file lie: beside the file itself, never beside a link."""
    return _beside(path.resolve() if path.is_symlink() else path)


def has_keys(path: Path) -> bool:
    """Whether a key file lies beside it, whole or not."""
    return any(place.exists() for place in _looked_at(path))


def read(path: Path) -> KeyFile:
    """The key file of a binder; a copy that is damaged, missing or older is put right from the other.

    Raises KeyFileMissing when neither is there, KeyFileDamaged when neither can be read.
    """
    return readings(path)[0]


def readings(path: Path) -> list[KeyFile]:
    """As ``read``. Two come back only when the copies are of different keys: the binder itself tells which is right."""
    found = [read_one(place) for place in _looked_at(path)]
    whole = [key_file for key_file in found if key_file is not None]
    if not whole:
        fault = KeyFileDamaged if has_keys(path) else KeyFileMissing
        raise fault(path=path, way_out=way_out(path))
    if len({key_file.key_id for key_file in whole}) > 1:
        return whole
    newest = max(whole, key=lambda key_file: key_file.edition)
    if any(said != newest for said in found):
        # A help, not a need: on a stick that may not be written to, the good one is enough.
        with contextlib.suppress(Fault):
            write(path, newest)
    return [newest]


def refuse_lost(path: Path) -> None:
    """Raises KeyFileMissing for a file without key files whose newest backup has one: it was locked (F40)."""
    if _in_newest_backup(path) is not None:
        raise KeyFileMissing(path=path, way_out=way_out(path))


def write(path: Path, key_file: KeyFile) -> None:
    """Writes both copies, one after the other, each whole or not at all. Raises the faults of the disk."""
    for place in places(path):
        _write_one(place, key_file)


def write_copy(path: Path, key_file: KeyFile) -> None:
    """Writes the second copy only, while it is not settled which of two keys is right."""
    _write_one(places(path)[1], key_file)


def remove(path: Path) -> None:
    """Takes the key files away; only when nothing is left that they would open."""
    for place in _looked_at(path):
        place.unlink(missing_ok=True)


def set_aside(path: Path) -> list[Path]:
    """Gives key files without a binder another name, by the date: what they open may turn up again."""
    stamp, moved = clock.utc_stamp(), []
    for place in _looked_at(path):
        if place.exists():
            names = (f"{place.name}-{stamp}{again}" for again in ("", *(f"-{number}" for number in range(2, 100))))
            free = next(other for name in names if not (other := place.with_name(name)).exists())
            moved.append(place.rename(free))
    return moved


def renew_in(folder: Path, key_file: KeyFile, name: str = BACKUP) -> tuple[list[Path], list[Path]]:
    """Puts a changed key file in the place of every other of the same key in a folder whose name has ``name`` in it.

    Returns those that were changed, and those that could not be read or written: they open with what counted before.
    Raises OSError for a folder that cannot be read.
    """
    changed, left = [], []
    for place in _named(folder, name):
        try:
            content_of(place)
            found = read_one(place)
            if found is not None and found.key_id == key_file.key_id and found != key_file:
                _write_one(place, key_file)
                changed.append(place)
        except (OSError, Fault):
            left.append(place)
    return changed, left


def kept_in(folder: Path, name: str = BACKUP) -> Iterator[KeyFile]:
    """The key files in a folder that can be read and have ``name`` in theirs, the newest backup's first."""
    with contextlib.suppress(OSError):
        yield from filter(None, map(read_one, _named(folder, name)))


def in_backups(path: Path) -> Iterator[KeyFile]:
    """The key files inside the backups of a binder that can be read, the newest backup's first."""
    return kept_in(backups_of(path))


def mend_with(path: Path, key_file: KeyFile) -> None:
    """Puts a key file in the place of whatever lies there, which is set aside. Raises OSError or a disk fault."""
    set_aside(path)
    write(path, key_file)


def _write_one(place: Path, key_file: KeyFile) -> None:
    content = as_bytes(key_file)
    with contextlib.suppress(OSError):
        if content_of(place) == content:
            return
    write_whole(content, place)


def way_out(path: Path) -> str:
    """What helps when no key file beside a binder does."""
    held = _in_newest_backup(path)
    if held is not None:
        return f"Use the key file inside the newest backup: {held.name} in {held.parent}."
    return (
        f"Look for {path.name}{ENDINGS[0]} where the binder came from, or for a backup in your second place:"
        " the key file is inside every backup."
    )


def _named(folder: Path, name: str) -> list[Path]:
    there = (place for place in folder.iterdir() if name in place.name and _ANY_NAME.search(place.name))
    return sorted(there, reverse=True)


def _in_newest_backup(path: Path) -> Path | None:
    """A key file that can be read of the newest backup, if that is a locked one."""
    with contextlib.suppress(OSError):
        backups = sorted(one for one in backups_of(path).iterdir() if one.name.endswith(BACKUP))
        if backups:
            return next((place for place in places(backups[-1]) if read_one(place) is not None), None)
    return None


def _beside(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ENDINGS]


def _looked_at(path: Path) -> list[Path]:
    """Also beside a link: an earlier Champion wrote them there."""
    return [*places(path), *(_beside(path) if path.is_symlink() else ())]


def _wrap(key: bytes, secret: str, about: str, cost: Cost) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_stretched(secret, salt, cost)).encrypt(nonce, key, about.encode("ascii"))
    return Slot(cost, salt.hex(), nonce.hex(), wrapped.hex())


def _unwrap(key_file: KeyFile, name: str, secret: str) -> bytes | None:
    """The key, or None when this is not the secret of that slot."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = key_file.slots[name]
    cipher = AESGCM(_stretched(secret, bytes.fromhex(slot.salt), slot.cost))
    try:
        about = f"{key_file.key_id} {name}".encode("ascii")
        return cipher.decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), about)
    except InvalidTag:
        return None


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    import hashlib

    # A lone half of a surrogate pair can come from a broken keyboard driver; it is as good a secret as any.
    said = secret.encode("utf-8", "surrogatepass")
    memory = 128 * cost.r * (cost.n + cost.p + 2) * 2
    try:
        return hashlib.scrypt(said, salt=salt, n=cost.n, r=cost.r, p=cost.p, dklen=32, maxmem=memory)
    except (MemoryError, ValueError) as error:  # a key file may only ask for what scrypt takes: the memory is not there
        raise TooLargeAtOnce from error
