"""Reads chosen files on a worker, one after the other, and keeps them in the binder: all of them one step for undo."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.faults import Fault
from champion_app.tasks import attachments
from champion_app.tasks.attachments import ReadyFile

# Longer than this and the champion is told what is being done, and may stop it.
PATIENCE_MS = 300
# What is read is kept in the binder when it comes to so many bytes, so that many large files need little memory.
AT_ONCE = 60_000_000


@dataclass
class Run:
    """One handful of files for one resource or criterion: what waits, what was read, what came of it."""

    waiting: list[Path]
    resource: int
    criterion: str
    all: int = 0
    together: str = field(default_factory=lambda: secrets.token_hex(4))
    read: list[ReadyFile] = field(default_factory=list)
    kept: int = 0
    refused: list[str] = field(default_factory=list)
    stopped: bool = False


class Attaching(QObject):
    """``progress`` says which file is being read; ``done`` carries the finished ``Run``."""

    progress = Signal(str, int, int)
    done = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run: Run | None = None
        self._later: list[Run] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._run is not None

    def start(self, paths: Sequence[Path], *, resource: int = 0, criterion: str = "") -> None:
        """Begins; files chosen while others are being read wait their turn."""
        run = Run(list(paths), resource, criterion, len(paths))
        if self._run is not None:
            self._later.append(run)
        elif paths:
            self._run = run
            self._patience.start()
            self._next()

    def stop(self) -> None:
        """Reads no more files. Those read so far are kept: undo takes them back."""
        if self._run is not None:
            self._run.stopped = True
            self._run.waiting.clear()

    def _next(self) -> None:
        run = self._run
        if run is None:
            return
        if not run.waiting:
            self._finish(run)
            return
        path = run.waiting.pop(0)
        if not self._patience.isActive():
            self._tell(path.name)
        self._desk.jobs.start(partial(attachments.read_file, path), self._was_read, self._was_refused)

    def _was_read(self, file: ReadyFile) -> None:
        run = self._run
        if run is None:
            return
        run.read.append(file)
        if sum(len(one.content) for one in run.read) >= AT_ONCE:
            self._keep(run)
        self._next()

    def _was_refused(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            self._run = None
            self._patience.stop()
            raise error
        if self._run is not None:
            self._run.refused.append(fault_words(error))
        self._next()

    def _keep(self, run: Run) -> None:
        files, run.read = run.read, []
        if not files:
            return
        try:
            run.kept += attachments.attach_all(
                self._desk.binder, files, resource=run.resource, criterion=run.criterion, together=run.together
            )
        except Fault as fault:
            run.refused.append(fault_words(fault))
            run.waiting.clear()

    def _finish(self, run: Run) -> None:
        self._keep(run)
        self._run = None
        self._patience.stop()
        self.done.emit(run)
        if self._later and self._run is None:
            following = self._later.pop(0)
            self.start(following.waiting, resource=following.resource, criterion=following.criterion)

    def _tell(self, name: str = "") -> None:
        run = self._run
        if run is not None:
            self.progress.emit(name, run.all - len(run.waiting), run.all)
