"""A key that works in every window of the program, over an open dialog too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class EverywhereKey(QObject):
    """Calls ``press`` with the window in front. An open dialog shuts out the keys of the window behind it, so each
    window gets a shortcut of its own when it first comes to the front."""

    def __init__(self, keys: str, press: Callable[[QWidget], object], first: QWidget) -> None:
        super().__init__(first)
        self._keys, self._press, self._first = keys, press, first
        self._name = f"everywhere {keys}"
        self._add(first)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focused)

    def _focused(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_ours(now):
            self._add(now.window())

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether it is in the first window or in a box opened over it: another main window has keys of its own."""
        above: QObject | None = widget
        while above is not None and above is not self._first:
            above = above.parent()
        return above is not None

    def _add(self, window: QWidget) -> None:
        if window.findChild(QShortcut, self._name, Qt.FindChildOption.FindDirectChildrenOnly) is not None:
            return
        made = QShortcut(QKeySequence(self._keys), window)
        made.setObjectName(self._name)
        made.activated.connect(lambda: self._press(window))
