"""Notices a binder that was changed while it was closed: by another program, or by a disk that forgets (F18, F21).

SQLite's own check says "ok" to half of all changed letters. So a clean close leaves a seal beside the binder:
the SHA-256 of the file. The next opening compares and takes the seal away before anything is written, so that a
crash leaves none and nobody is frightened for nothing. A locked binder needs none: each of its pages has its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from champion_app.faults import Fault
from champion_app.store.connection import in_use
from champion_app.whole_file import write_whole

ENDING = ".seal"


def put_on(path: Path) -> None:
    """Seals a binder that has just been closed. Without room for a seal there is none, which is no fault."""
    try:
        words = json.dumps({"size": path.stat().st_size, "sha256": _digest(path)})
        write_whole(words.encode("ascii"), _place(path))
    except (OSError, Fault):
        take_off(path)


def take_off(path: Path) -> None:
    """Takes the seal away: the binder is about to be written to, or another one is about to stand in its place."""
    with contextlib.suppress(OSError):
        _place(path).unlink(missing_ok=True)


def is_on(path: Path) -> bool:
    """Whether a seal lies beside the binder, as a clean close leaves it."""
    return _place(path).exists()


def broken(path: Path) -> bool:
    """Whether a closed binder is not as it was left. False without a seal, and for one that is open somewhere.

    Reads the file, so it must not be open in this process: reading it would drop its lock (RELIABILITY 1.1).
    """
    try:
        kept = json.loads(_place(path).read_text(encoding="ascii"))
        wanted = (int(kept["size"]), str(kept["sha256"]))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return False
    if in_use(path):
        return False
    try:
        return wanted != (path.stat().st_size, _digest(path))
    except OSError:
        return False  # whoever opens it next will be told why it cannot be read


def _place(path: Path) -> Path:
    return path.with_name(path.name + ENDING)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
