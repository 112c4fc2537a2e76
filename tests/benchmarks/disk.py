"""A place on a disk that forgets nothing: durable saving cannot be measured on a file system that lives in memory."""

from __future__ import annotations

import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IN_MEMORY = {"tmpfs", "ramfs", "devtmpfs"}


def real_folder() -> Path:
    """The first of the system's temporary folder, the checkout's ``.venv`` and the home folder that is on a disk."""
    offered = (Path(tempfile.gettempdir()), ROOT / ".venv", Path.home())
    return next((folder for folder in offered if folder.is_dir() and not in_memory(folder)), offered[0])


def in_memory(folder: Path) -> bool:
    """Whether a folder's file system is known to live in memory. Only Linux says."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    entries = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    here = folder.resolve()
    above = [(Path(entry[1]), entry[2]) for entry in entries if here.is_relative_to(entry[1])]
    return bool(above) and max(above, key=lambda entry: len(entry[0].parts))[1] in IN_MEMORY
