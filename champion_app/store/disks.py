"""What disk a folder is on: whether it has room, stays in this computer, can be pulled out, or is a network's."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath


class Kind(StrEnum):
    """Where a disk is. OURS is also said of one that cannot be told."""

    OURS = "ours"
    REMOVABLE = "removable"
    NETWORK = "network"


# File systems that are somewhere else, as /proc/mounts names them.
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "davfs", "fuse.sshfs", "fuse.davfs",
     "fuse.rclone", "fuse.gvfsd-fuse", "fuse.onedriver"}
)  # fmt: skip
# Where desktops of Linux put a stick or a card.
_STICKS = (PurePosixPath("/media"), PurePosixPath("/run/media"))
# Left free, in bytes, so that the binder itself can still be saved.
_ROOM = 4_000_000
_WINDOWS_KINDS = {2: Kind.REMOVABLE, 4: Kind.NETWORK, 5: Kind.REMOVABLE}  # GetDriveTypeW: stick, network, disc


def has_room(folder: Path, size: int) -> bool:
    """Whether so many bytes fit on a folder's disk, with something left over for the next save. Raises OSError."""
    return shutil.disk_usage(folder).free >= size + _ROOM


def kind_of(folder: Path) -> Kind:
    """The kind of disk a folder is on, by what the system says; nothing is written or opened."""
    if sys.platform == "win32":
        return windows_kind(str(folder.absolute()))
    where = folder.resolve()
    if sys.platform == "darwin":
        # A network's disk stands among the others; both can go away.
        return Kind.REMOVABLE if PurePosixPath("/Volumes") in PurePosixPath(where).parents else Kind.OURS
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        mounts = []
    return linux_kind(PurePosixPath(where), mounts)


def linux_kind(where: PurePosixPath, mounts: Iterable[str]) -> Kind:
    """The same from the lines of /proc/mounts: the last mount whose folder holds ``where`` is the one."""
    kind, depth = Kind.OURS, -1
    for line in mounts:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        at = PurePosixPath(parts[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if (at == where or at in where.parents) and len(at.parts) >= depth:
            depth = len(at.parts)
            stick = any(place in at.parents for place in _STICKS)
            kind = Kind.NETWORK if parts[2] in _NETWORK else Kind.REMOVABLE if stick else Kind.OURS
    return kind


def windows_kind(place: str) -> Kind:
    """The same on Windows: a share by its name, a drive by what Windows says of its letter."""
    drive = PureWindowsPath(place).drive
    if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")):
        return Kind.NETWORK
    return _WINDOWS_KINDS.get(_drive_type(drive + os.sep), Kind.OURS)


def _drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))
