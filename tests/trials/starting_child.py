"""Run as a process of its own: for each line, two copies of it open one binder at the very same moment.

The one that gets it saves something and answers the bell; the other one is told, rings, and waits for an answer.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import sqlite_utils  # noqa: F401

from champion_app.domain.log_entries import LogFields
from champion_app.faults import BinderInUse, Fault
from champion_app.store import doorbell
from champion_app.tasks import binders, log_entries
from tests.trials.operations import NOW

_PATIENCE = 5.0


def say(path: Path, words: str) -> None:
    """One line out, in one call."""
    os.writev(1, [f"{path.parent.name} {words}\n".encode()])


def main() -> None:
    """Two copies for each line: the path and the moment on the clock that all processes share."""
    os.writev(1, [b"ready\n"])
    for line in sys.stdin:
        place, moment = line.rsplit(" ", 1)
        for number in range(2):
            if os.fork() == 0:
                start(Path(place), float(moment), number)
                os._exit(0)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def start(path: Path, moment: float, number: int) -> None:
    """One start."""
    while time.monotonic() < moment:
        pass
    until = time.monotonic() + _PATIENCE
    try:
        binder = binders.open_binder(path)
    except BinderInUse:
        doorbell.ring(path)
        while doorbell.waiting(path) and time.monotonic() < until:
            time.sleep(0.01)
        say(path, "told and answered" if not doorbell.waiting(path) else "told and not answered")
        return
    except Fault as fault:
        say(path, type(fault).__name__)
        return
    log_entries.log_it(binder, LogFields(f"Window {number}", NOW.date()))
    while not doorbell.rung(path) and time.monotonic() < until:
        time.sleep(0.01)
    binder.close()
    say(path, "open")


if __name__ == "__main__":
    main()
