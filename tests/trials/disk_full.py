"""A small disk in memory that can be filled to the last byte. Needs root: only root may make one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

SIZE = 24_000_000
_FILLER = "filler"
_PIECE = 4096


@cache
def why_not() -> str:
    """Why there can be no such disk here, or nothing."""
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        return "small disks are made with Linux's mount"
    if os.geteuid() != 0:
        return "only root may make a small disk"
    return ""


@contextmanager
def small_disk(within: Path) -> Iterator[Path]:
    """The folder of an empty disk of 24 MB. Raises OSError when it cannot be made."""
    place = within / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},nr_inodes=10000", "trial", str(place)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        place.rmdir()
        raise OSError(made.stderr.strip())
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
        place.rmdir()


def fill(disk: Path, free: int) -> None:
    """Leaves so many bytes free, and no more."""
    there = os.statvfs(disk)
    with disk.joinpath(_FILLER).open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(_PIECE, there.f_bavail * there.f_frsize - free))


def make_room(disk: Path) -> None:
    """The recycle bin is emptied."""
    disk.joinpath(_FILLER).unlink()
