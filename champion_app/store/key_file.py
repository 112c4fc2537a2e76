"""What a key file says and how it is kept: JSON with a checksum over the whole of it, taken only as it was written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PASSPHRASE, CODE = "passphrase", "code"
_WHAT, _VERSION = "Champion key file", 1
_LARGEST = 20_000  # bytes
_DEAREST = 2**21  # n times r: 256 MB for one guess, which every computer has that runs this


@dataclass(frozen=True)
class Cost:
    """What one guess costs (scrypt): 2**16 and 8 take 64 MB and about a quarter of a second."""

    n: int = 2**16
    r: int = 8
    p: int = 1


@dataclass(frozen=True)
class Slot:
    """The key as wrapped by one secret; all in hexadecimal."""

    cost: Cost
    salt: str
    nonce: str
    wrapped: str = field(repr=False)


@dataclass(frozen=True)
class KeyFile:
    """What a key file says. ``key_id`` names the key and gives nothing away; ``edition`` grows with every change."""

    key_id: str
    slots: Mapping[str, Slot]
    hint: str = ""
    edition: int = 1
    changed: str = ""


def as_bytes(key_file: KeyFile) -> bytes:
    """Exactly what lies on the disk."""
    said: dict[str, Any] = {"what": _WHAT, "version": _VERSION, **asdict(key_file)}
    return json.dumps({**said, "checksum": _checksum(said)}, indent=1).encode("ascii")


def _checksum(said: Mapping[str, object]) -> str:
    import hashlib  # late: it takes a few milliseconds, and most binders are not locked

    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()


def read_one(place: Path) -> KeyFile | None:
    """One copy, or None when it is missing or not exactly what was written."""
    try:
        content = content_of(place)
        said = json.loads(content.decode("ascii"))
        checksum = said.pop("checksum")
        # The bytes are compared too: a flip that JSON does not mind (a space, a capital in \\u00E9) is a flip.
        if len(content) > _LARGEST or checksum != _checksum(said) or said.pop("what") != _WHAT:
            return None
        if said.pop("version") != _VERSION:
            return None
        slots = {str(name): Slot(**{**slot, "cost": Cost(**slot["cost"])}) for name, slot in said.pop("slots").items()}
        key_file = KeyFile(slots=slots, **said)
        return key_file if as_bytes(key_file) == content and _sensible(key_file) else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def content_of(place: Path) -> bytes:
    """What lies there, or the beginning of it. Raises OSError."""
    with place.open("rb") as file:
        return file.read(_LARGEST + 1)


def _sensible(key_file: KeyFile) -> bool:
    """Whether it holds what it should, and would not take all the memory there is. Raises ValueError or TypeError."""
    words = (key_file.key_id, key_file.hint, key_file.changed)
    if not all(isinstance(one, str) for one in words) or not isinstance(key_file.edition, int):
        return False
    known = key_file.key_id.isalnum() and key_file.key_id.isascii() and set(key_file.slots) == {PASSPHRASE, CODE}
    return known and all(map(_usable, key_file.slots.values()))


def _usable(slot: Slot) -> bool:
    cost = slot.cost
    lengths = [len(bytes.fromhex(text)) for text in (slot.salt, slot.nonce, slot.wrapped)]
    if not all(isinstance(one, int) for one in asdict(cost).values()) or not (1 <= cost.r <= 16 and 1 <= cost.p <= 4):
        return False
    power = cost.n & (cost.n - 1) == 0 and 2 <= cost.n < 2 ** (16 * cost.r)  # as RFC 7914 has it
    return power and cost.n * cost.r <= _DEAREST and lengths == [16, 12, 48]
