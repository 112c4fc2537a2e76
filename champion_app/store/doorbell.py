"""A second start asks the window that is already open to come forward, through a small file beside the binder.

The exclusive lock on the binder is the truth about who has it; this file only carries the request.
"""

from __future__ import annotations

from pathlib import Path


def _request(binder: Path) -> Path:
    return binder.with_name(binder.name + ".come-forward")


def ring(binder: Path) -> None:
    """Leaves the request. A folder we may not write to is no reason to complain: nobody would hear it there either."""
    try:
        _request(binder).touch()
    except OSError:
        return


def rung(binder: Path) -> bool:
    """Whether somebody asked since the last time; the request is taken away."""
    try:
        _request(binder).unlink()
    except OSError:
        return False
    return True


def waiting(binder: Path) -> bool:
    """Whether the request still lies there, because no window has answered it."""
    return _request(binder).exists()
