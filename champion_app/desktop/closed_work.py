"""Something done to a closed binder on a worker, while a window says wait; then the binder is opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from champion_app.desktop.desk import Desk
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.lock_window import WaitingWindow
from champion_app.faults import (
    BinderLocked,
    CodeSlip,
    Fault,
    KeyFileDamaged,
    KeyFileMissing,
    WrongCode,
    WrongPassphrase,
)
from champion_app.store.binder import Binder

# What the lock window has an answer to.
_ASKED = (BinderLocked, WrongPassphrase, WrongCode, CodeSlip, KeyFileDamaged, KeyFileMissing)


@dataclass(frozen=True)
class Ways:
    """``opened`` is given the binder afterwards and returns its desk, ``ask`` shows the lock window where nothing else
    opens it, ``problem`` says what cannot be opened at all.
    """

    opened: Callable[[Binder, str], Desk | None]
    ask: Callable[[Path], None]
    problem: Callable[[Fault | None], None]


class ClosedWork:
    """``window`` says wait; ``begin`` is called when it is in view and the binder is closed.

    A subclass does the work in ``_do``, on a worker, and says in ``_done`` what came of it. Where it failed, the binder
    is opened as ``_opened_as_before`` does it, and what was in the way is said.
    """

    def __init__(self, desk: Desk, title: str, words: str, jobs: Jobs, ways: Ways) -> None:
        self._path, self._jobs, self._ways = desk.binder.path, jobs, ways
        self.window = WaitingWindow(desk.theme, title, words)

    def begin(self) -> None:
        """Does it on a worker."""
        self._jobs.start(self._do, self._ended, self._failed)

    def _do(self) -> object:
        raise NotImplementedError

    def _done(self, came: Any) -> None:
        raise NotImplementedError

    def _opened_as_before(self) -> Binder:
        raise NotImplementedError

    def _ended(self, came: Any) -> None:
        self.window.finished = True
        self._done(came)

    def _failed(self, error: Exception) -> None:
        self.window.finished = True
        desk = None
        try:
            desk = self._ways.opened(self._opened_as_before(), "")
        except _ASKED:
            self._ways.ask(self._path)
        except Fault as fault:
            self._ways.problem(fault)
        if not isinstance(error, Fault):
            raise error
        if desk is not None:
            desk.messages.fault(error)
