"""Puts a finished file where it belongs: whole or not at all. A file that was there before is never harmed."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from pathlib import Path

from champion_app.faults import (
    BinderExists,
    DiskFault,
    DiskFull,
    Fault,
    FileInUse,
    FolderMissing,
    FolderReadOnly,
    NameRefused,
    NotAFile,
)
from champion_app.places import BINDER_SUFFIX

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_MOST_NAMES = 99
_LONGEST_PART_NAME = 60
# A virus scanner holds a new file for a moment (Windows): so often and so many seconds apart it is tried again.
_TRIES, _PAUSE = 5, 0.1


def write_whole(content: bytes, path: Path, *, aside: bool = False) -> Path:
    """Writes a file beside its place, reads it again, then moves it in. Returns the path used.

    If the old file is open in another program, ``aside`` saves the new one as "name (2)" beside it. Raises DiskFull,
    DiskFault, FolderMissing, FolderReadOnly, NotAFile or FileInUse; then nothing is left behind and an earlier file is
    as it was. A binder is never written over: BinderExists.
    """
    _refuse_unusable(path)
    if path.suffix.lower() == BINDER_SUFFIX and path.exists():
        # By its name alone: to read a binder that is open would drop its lock.
        raise BinderExists(path=path)
    temporary = path.with_name(f".{path.stem[:_LONGEST_PART_NAME]}-{secrets.token_hex(4)}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != content:
            raise DiskFault
        return _move(temporary, path, aside=aside)
    except OSError as error:
        raise _fault(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse_unusable(path: Path) -> None:
    """A folder, a device or a name that no disk takes. A device would be replaced by an ordinary file."""
    try:
        if path.is_dir() or (path.exists() and not path.is_file()):
            raise NotAFile(name=path.absolute().name or path)
        if path.name != path.name.encode("utf-8", "replace").decode("utf-8") or "\0" in str(path):
            raise NameRefused
    except ValueError as error:  # a NUL in it
        raise NameRefused from error
    except OSError as error:
        raise _fault(error, path) from error


def _move(temporary: Path, path: Path, *, aside: bool) -> Path:
    try:
        _replace(temporary, path)
    except PermissionError as error:
        if not path.exists():
            raise
        # Windows refuses while another program has the old one open.
        if not aside:
            raise FileInUse(name=path.name) from error
        return _move_aside(temporary, path)
    settle_folder(path.parent)
    return path


def _replace(temporary: Path, path: Path) -> None:
    for _ in range(_TRIES - 1):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not path.exists():
                raise  # it is the folder that does not allow it
            time.sleep(_PAUSE)
    temporary.replace(path)


def _move_aside(temporary: Path, path: Path) -> Path:
    for number in range(2, _MOST_NAMES + 1):
        other = path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not other.exists():
            temporary.replace(other)
            settle_folder(other.parent)
            return other
    raise FileInUse(name=path.name)


def half_written(name: str) -> str:
    """A pattern for what a crash leaves of files in the writing whose names, without their endings, begin so."""
    return rf"\.{re.escape(name[:_LONGEST_PART_NAME])}-[0-9a-f]{{8}}\.part"


def settle_file(path: Path) -> None:
    """Makes a closed file's content survive a power cut. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_folder(folder: Path) -> None:
    """Makes new names survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, where they are not there yet. Raises FolderReadOnly."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FolderReadOnly(folder=folder) from None


def is_full(error: OSError) -> bool:
    """Whether the disk had no room."""
    return error.errno in _FULL


def disk_fault(error: OSError, folder: Path) -> DiskFull | FolderReadOnly | DiskFault:
    """What a disk or a folder that refused says of itself."""
    if is_full(error):
        return DiskFull()
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderReadOnly(folder=folder)
    return DiskFault()


def _fault(error: OSError, path: Path) -> Fault:
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return NameRefused()
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FolderMissing(folder=path.parent)
    return disk_fault(error, path.parent)
