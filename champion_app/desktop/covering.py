"""Covering the champion's work with the family view: the window and its dialogs go out of sight, as they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QDialog

from champion_app.desktop.desk import Desk
from champion_app.desktop.family_view import FamilyView
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.open_dialogs import open_dialogs, take_place_of


class Cover(QObject):
    """``back`` is called when the champion may see their work again. Nothing is closed, so nothing can be lost."""

    def __init__(self, desk: Desk, window: MainWindow, back: Callable[[], object]) -> None:
        super().__init__()
        self._window = window
        self.hidden: list[QDialog] = []
        self.family = FamilyView(desk, back, window.close)
        self.setParent(self.family)  # and hears of nothing any more once that is gone
        take_place_of(self.family, window)
        self._hide_dialogs()
        self.family.show()
        window.hide()
        self.family.activateWindow()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._something_came)

    def lift(self) -> None:
        """Brings everything back."""
        self._leave_alone()
        self._window.show()
        self._window.activateWindow()
        for dialog in reversed(self.hidden):
            dialog.show()
        self.family.end()

    def drop(self) -> None:
        """The family view goes and nothing comes back: something else is in front."""
        self._leave_alone()
        self.family.end()

    def _leave_alone(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._something_came)

    def _something_came(self, window: QWindow | None) -> None:
        """Work that ended meanwhile may ask something: that waits until the champion is back."""
        if window is not None:
            self._hide_dialogs()

    def _hide_dialogs(self) -> None:
        for dialog in open_dialogs():
            above: QObject | None = dialog
            while above is not None and above is not self.family:
                above = above.parent()
            if above is None and dialog not in self.hidden:
                self.hidden.append(dialog)
                dialog.finished.connect(partial(self._finished, dialog))
                dialog.setVisible(False)
                self.family.activateWindow()

    def _finished(self, dialog: QDialog, result: int) -> None:
        """One that ended while it was out of sight does not come back."""
        if dialog in self.hidden:
            self.hidden.remove(dialog)
