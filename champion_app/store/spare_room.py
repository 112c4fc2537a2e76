"""Four megabytes kept beside a binder for a day when the disk is full: given up, they let words be saved after all.

On a full disk even deleting fails, since SQLite writes a journal first; so there must be something that can go without
one (RELIABILITY 1.2, F7).
"""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from champion_app.store import disks

ENDING = ".spare"
SIZE = 4_000_000  # bytes


def keep(binder: Path) -> None:
    """Sets the room aside where the disk has plenty. Where it cannot be, there is none: nothing else depends on it."""
    place = _place(binder)
    with contextlib.suppress(OSError):
        if place.exists() or not disks.has_room(binder.parent, 2 * SIZE):
            return
        # Noise: a disk that packs files away would keep zeros in no room at all.
        place.write_bytes(secrets.token_bytes(SIZE))


def is_kept(binder: Path) -> bool:
    """Whether there is any to give up."""
    return _place(binder).exists()


def give_up(binder: Path) -> bool:
    """Frees the room, and says whether it could."""
    try:
        _place(binder).unlink()
    except OSError:
        return False
    return True


def _place(binder: Path) -> Path:
    return binder.with_name(binder.name + ENDING)
