"""Notices that nobody is at the laptop: no key and no mouse for ten minutes, or it has been asleep meanwhile.

Only used while a passphrase is set. What is pressed is never looked at, only that something was.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

# Nobody is locked out without a warning, and whoever is still there only has to move (WCAG 2.2.1).
WARNING_SECONDS = 30
_TICK_SECONDS = 5
# A tick that comes so much too late was slept through. On some systems only the wall clock goes on meanwhile.
_SLEPT_SECONDS = 20
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove, QEvent.Type.InputMethod,
    }
)  # fmt: skip


class IdleLock(QObject):
    """``due`` says that nobody has been there long enough to lock, ``warned`` that half a minute is left, ``slept``
    that the laptop was asleep.

    ``steady`` and ``wall`` are clocks in seconds: one that cannot be set, and the one on the wall.
    """

    due = Signal()
    slept = Signal()
    warned = Signal()

    def __init__(
        self, minutes: int, parent: QObject | None = None, *,
        steady: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.minutes = minutes
        self._steady, self._wall = steady, wall
        self._touched = self._seen = steady()
        self._seen_wall = wall()
        self._told = self._on = False
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_TICK_SECONDS * 1_000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watches every window of ours from now on."""
        if self._on:
            return
        self._on = True
        self.touch()
        self._seen, self._seen_wall = self._steady(), self._wall()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            application.applicationStateChanged.connect(self._state)
            for window in QGuiApplication.topLevelWindows():
                self._watch(window)
        self._timer.start()

    def stop(self) -> None:
        """Watches nothing any more."""
        if not self._on:
            return
        self._on = False
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)
            application.applicationStateChanged.disconnect(self._state)
        for window in self._watched:
            window.removeEventFilter(self)
        self._watched.clear()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched, self._told = self._steady(), False

    def look(self) -> None:
        """Looks at the clocks: time to lock, to warn, or neither."""
        steady, wall = self._steady(), self._wall()
        late = max(steady - self._seen, wall - self._seen_wall) - _TICK_SECONDS
        self._seen, self._seen_wall = steady, wall
        left = self.minutes * 60 - (steady - self._touched)
        if late >= _SLEPT_SECONDS:
            self.slept.emit()
        elif left <= 0:
            self.due.emit()
        elif left <= WARNING_SECONDS and not self._told:
            self._told = True
            self.warned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Any key or movement in one of our windows; it goes on to whom it is meant for."""
        if event.type() in _SIGNS_OF_LIFE:
            self.touch()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window not in self._watched:
            self._watched.append(window)
            window.installEventFilter(self)
            window.destroyed.connect(lambda gone=None: self._forget(window))

    def _forget(self, window: QWindow) -> None:
        if window in self._watched:
            self._watched.remove(window)

    def _state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.slept.emit()
        elif state == Qt.ApplicationState.ApplicationActive:
            self.look()  # it may have just woken up
