"""Processes to measure: started, timed until they say they are ready, asked how much memory they took."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

PYTHON = sys.executable
_PATIENCE = 120


class ChildFailed(Exception):
    """A process that was to be measured ended badly. Carries what it said."""


def until_ready(words: Sequence[str]) -> tuple[float, dict[str, Any]]:
    """Milliseconds from starting a process to its one line of JSON, and that line. Raises ChildFailed."""
    start = time.perf_counter()
    child = subprocess.Popen([PYTHON, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    line = child.stdout.readline()
    took = (time.perf_counter() - start) * 1000
    _, said = child.communicate(timeout=_PATIENCE)
    if child.returncode or not line:
        raise ChildFailed(said.strip() or f"exit code {child.returncode}")
    told: dict[str, Any] = json.loads(line)
    return took, told


def whole_run(words: Sequence[str]) -> float:
    """Milliseconds from starting a process to its end. Raises ChildFailed."""
    start = time.perf_counter()
    ended = subprocess.run([PYTHON, *words], capture_output=True, text=True, timeout=_PATIENCE)
    took = (time.perf_counter() - start) * 1000
    if ended.returncode:
        raise ChildFailed(ended.stderr.strip())
    return took
