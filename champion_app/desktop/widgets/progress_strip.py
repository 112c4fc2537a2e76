"""A line that says what is being done and how far it is, and lets a person stop it. It waits before it appears."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr

# What takes less than this is over before anybody has read a line about it.
PATIENCE_MS = 300
_LOOK_MS = 100


class GivenUp(Exception):
    """The person has stopped the work: whatever was begun is taken back."""


class Steps:
    """How far a worker is. The worker writes to it and the window reads it: plain values, no signal in between."""

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        self.stopped = False

    def told(self, done: int, of: int) -> None:
        """Called by the worker now and then. Raises GivenUp once somebody has pressed Cancel."""
        self.done, self.of = done, of
        if self.stopped:
            raise GivenUp


class ProgressStrip(QWidget):
    """Does one thing at a time on a worker. ``begun`` and ``over`` are emitted before and after.

    ``given_up`` is emitted when a person has stopped it.
    """

    begun = Signal()
    over = Signal()
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._jobs = desk.jobs
        self._job = 0
        self.busy = False
        self._steps: Steps | None = None
        self.words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = button(desk.theme, tr("Stop"), self.stop)
        self.stop_button.setAutoDefault(False)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.stop_button)
        self._patience, self._look = QTimer(self), QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_steps)
        self.hide()

    @property
    def writing(self) -> bool:
        """Whether something is being written just now: then it can only be stopped by the worker itself."""
        return self.busy and self._steps is not None

    def do(
        self,
        words: str,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        steps: Steps | None = None,
    ) -> None:
        """Does something on a worker; what was begun before is not wanted any more.

        ``steps`` are for what writes, and what tells it how far it is and when to stop.
        """
        self.forget()
        self._steps, self.busy = steps, True
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self._patience.start()
        self._look.start()
        self.begun.emit()

        def finished(result: Any) -> None:
            self._end()
            done(result)

        def went_wrong(error: Exception) -> None:
            self._end()
            if isinstance(error, GivenUp):
                self.given_up.emit()
            else:
                failed(error)

        self._job = self._jobs.start(work, finished, went_wrong)

    def forget(self) -> None:
        """Nobody waits for what was begun any more."""
        if self.busy:
            self._jobs.forget(self._job)
            self._end()

    def stop(self) -> None:
        """What only reads is dropped; what writes is told to stop, and takes back what it has begun."""
        if self._steps is not None and self.busy:
            self._steps.stopped = True
            self.stop_button.setEnabled(False)
        elif self.busy:
            self.forget()
            self.given_up.emit()

    def _end(self) -> None:
        self.busy = False
        self._patience.stop()
        self._look.stop()
        self.hide()
        self.over.emit()

    def _show_steps(self) -> None:
        if self._steps is not None and self._steps.of:
            self.bar.setRange(0, self._steps.of)
            self.bar.setValue(self._steps.done)
