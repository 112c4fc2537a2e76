"""When what is typed is saved: after a short pause, and every so often while somebody types on without one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QWidget

# Long enough not to save every letter, short enough for the promise "saved within two seconds".
PAUSE_MS = 600
LONGEST_MS = 1_400


class Saver(QObject):
    """Calls ``save`` after a pause in typing, after 1.4 seconds of typing without one, or at once when flushed."""

    def __init__(self, owner: QWidget, save: Callable[[], object]) -> None:
        super().__init__(owner)
        self._save = save
        self._typing = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(lambda: self._save())

    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._typing.start()
        left = LONGEST_MS - self._typing.elapsed()
        if left <= 0:
            self._timer.stop()
            self._save()
        else:
            self._timer.start(min(PAUSE_MS, left))

    def flush(self) -> None:
        """Saves now what was typed since the last time."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    def forget(self) -> None:
        """There is nothing to save any more."""
        self._timer.stop()
