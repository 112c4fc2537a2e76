"""How often in a row a wrong passphrase was typed, and how long whoever types must wait: kept beside the binder."""

from __future__ import annotations

import contextlib
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.passphrases import delay_after
from champion_app.faults import TooSoon


def failures(path: Path) -> int:
    """How often in a row a wrong passphrase was typed, before the last start too."""
    try:
        said = _tries(path).read_text(encoding="ascii", errors="replace")[:9]
    except OSError:
        return 0
    return int(said) if said.isascii() and said.isdigit() else 0


def wait(path: Path) -> int:
    """Seconds to wait before the next try is taken."""
    return delay_after(failures(path))


def refuse_haste(path: Path) -> None:
    """Where nothing counts down for who types: raises TooSoon, with the seconds left since the last slip."""
    seconds = wait(path)
    with contextlib.suppress(OSError):
        since = clock.now().timestamp() - _tries(path).stat().st_mtime
        seconds -= int(since) if since > 0 else 0  # a clock that was put back spares nobody the wait
    if seconds > 0:
        raise TooSoon(seconds=seconds)


def forget_failures(path: Path) -> None:
    """Starts counting afresh."""
    with contextlib.suppress(OSError):
        _tries(path).unlink(missing_ok=True)


def count_failure(path: Path) -> None:
    """One more wrong passphrase in a row."""
    with contextlib.suppress(OSError):  # where nothing may be written, waiting is for this start only
        _tries(path).write_text(str(failures(path) + 1), encoding="ascii")


def _tries(path: Path) -> Path:
    real = path.resolve()  # the same count, whatever points at it
    return real.with_name(real.name + ".key-tries")
