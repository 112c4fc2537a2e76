"""Slow work off the window's thread: a pure function with plain data in, its result or its error always back.

One long-lived object owns the signal; a signal inside each job loses results (about half, when tried).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from champion_app.faults import Fault, TooLargeAtOnce


@dataclass
class _Waiting:
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], back: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._number, self._work, self._back = number, work, back

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except MemoryError:
            error = TooLargeAtOnce()
        except Exception as caught:  # handed back to the window's thread, which tells the champion
            error = caught
        self._back(self._number, result, error)


class Jobs(QObject):
    """Starts work and brings back what came of it, on the window's thread."""

    _finished = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        # One at a time: a preview never races a print, and two cores stay free for the window.
        self._pool.setMaxThreadCount(1)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._finished.connect(self._give_back)

    def start(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> int:
        """Runs ``work`` on a worker and calls ``done`` or ``failed`` with what came of it. Returns the job's number."""
        number = next(self._numbers)
        self._waiting[number] = _Waiting(done, failed)
        self._pool.start(_Run(number, work, self._finished.emit))
        return number

    def forget(self, number: int) -> None:
        """Nobody wants this job's result any more."""
        self._waiting.pop(number, None)

    def wait(self) -> None:
        """Lets work that was asked for end, and tells what came of it, before the window closes."""
        self._pool.waitForDone(10_000)
        QCoreApplication.sendPostedEvents(self)
        self._waiting.clear()
        self._pool.clear()

    def _give_back(self, number: int, result: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return
        if error is not None:
            if not _gone(waiting.failed):
                waiting.failed(error)
            elif not isinstance(error, Fault):
                raise error
        elif not _gone(waiting.done):
            waiting.done(result)


def _gone(call: Callable[..., object]) -> bool:
    """Whether the dialog or page that a result was meant for has been closed and let go of meanwhile."""
    while isinstance(call, partial):
        call = call.func
    asked_for = getattr(call, "__self__", None)
    return isinstance(asked_for, QObject) and not isValid(asked_for)
