"""Puts a finished PDF where it belongs: whole or not at all. A file that was there before is never harmed."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from champion_app.faults import DiskFault, DiskFull, FileInUse, FolderMissing, FolderReadOnly, NotAFile
from champion_app.paper.pictures import page_count

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST_NAMES = 99


def write_pdf(pdf: bytes, path: Path) -> Path:
    """Writes a PDF beside its place, checks it, then moves it in. Returns the path used.

    If the file is open in another program it is saved as "name (2).pdf". Raises DiskFull, DiskFault, FolderMissing,
    FolderReadOnly, NotAFile, FileInUse or PaperFailed; then nothing is left behind and an earlier file is as it was.
    """
    if path.is_dir():
        raise NotAFile(name=path.absolute().name or path)
    pages = page_count(pdf)
    temporary = path.with_name(f".{path.stem[:60]}-{secrets.token_hex(4)}.part")
    try:
        _write_through(pdf, temporary)
        if page_count(temporary.read_bytes()) != pages:
            raise DiskFault
        return _move(temporary, path)
    except OSError as error:
        raise _fault(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _write_through(pdf: bytes, temporary: Path) -> None:
    with temporary.open("xb") as file:
        file.write(pdf)
        file.flush()
        os.fsync(file.fileno())


def _move(temporary: Path, path: Path) -> Path:
    """Moves the file in. Windows refuses if the old one is open in a viewer: then the next free number is used."""
    try:
        temporary.replace(path)
    except PermissionError:
        if not path.exists():
            raise
        return _move_aside(temporary, path)
    _settle(path.parent)
    return path


def _move_aside(temporary: Path, path: Path) -> Path:
    for number in range(2, _MOST_NAMES + 1):
        other = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not other.exists():
            temporary.replace(other)
            _settle(other.parent)
            return other
    raise FileInUse(name=path.name)


def _settle(folder: Path) -> None:
    """Makes the new name survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _fault(error: OSError, path: Path) -> Exception:
    if error.errno in _FULL:
        return DiskFull()
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FolderMissing(folder=path.parent)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderReadOnly(folder=path.parent)
    return DiskFault()
