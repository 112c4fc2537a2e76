"""A trial folder beside a binder, on the same disk, with nothing of the binder's own in its way."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from champion_app.faults import FolderReadOnly
from champion_app.whole_file import disk_fault


def folder_for(binder: Path) -> Path:
    """Where it is: always the same place, so that what a crash left is found again. Its name is short and tells it."""
    return binder.with_name(f".self-test-{zlib.crc32(os.fsencode(binder.name)):08x}")


def sweep(binder: Path) -> bool:
    """Takes away what an interrupted trial left. False when some of it is still held (on Windows, for a moment)."""
    folder = folder_for(binder)
    if folder.is_symlink() or not folder.is_dir():
        return not folder.exists()
    import shutil  # late: every start looks here, and nearly none finds anything

    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


@contextmanager
def trial_folder(binder: Path) -> Iterator[Path]:
    """A new, empty folder that only this person may read; gone at the end. Raises FolderReadOnly or a disk fault."""
    sweep(binder)
    folder = folder_for(binder)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.is_symlink():
            raise FolderReadOnly(folder=binder.parent)
    except OSError as error:
        if isinstance(error, FileExistsError) or not os.access(binder.parent, os.W_OK):
            raise FolderReadOnly(folder=binder.parent) from error
        raise disk_fault(error, binder.parent) from error
    try:
        yield folder
    finally:
        sweep(binder)
