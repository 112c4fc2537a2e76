"""How much memory a process has taken. Imports next to nothing, so that it can be asked inside what is measured."""

from __future__ import annotations

import sys
from pathlib import Path


def peak_memory() -> float:
    """The most this process ever held, in MB.

    ``ru_maxrss`` would do, but on Linux a child's begins with its parent's peak; ``VmHWM`` is its own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource  # not on Windows, where nobody measures

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
