"""A superuser becomes somebody else for a while, so that what a file's mode forbids is forbidden."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def bound_by_modes(folder: Path, modes: dict[Path, int]) -> Iterator[None]:
    """Everything in ``folder`` is this person's own and each of ``modes`` is as said; afterwards all is open again."""
    root = os.geteuid() == 0
    if root:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY, follow_symlinks=False)
    for path, mode in modes.items():
        path.chmod(mode)
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in modes:
            path.chmod(0o700)
