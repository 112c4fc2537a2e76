"""Starts the application: dresses it, finds the binder, opens the window or says in words why it cannot."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMainWindow

from champion_app.assets import resource
from champion_app.desktop.changes import Changes
from champion_app.desktop.desk import Desk, Navigation
from champion_app.desktop.drafts import Drafts
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.last_resort import LastResort
from champion_app.desktop.locking import Lock
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.messages import Messages
from champion_app.desktop.theme import LOOKS, Theme
from champion_app.faults import BinderInUse, BinderLocked, BinderMissing, Fault, KeyFileDamaged, KeyFileMissing
from champion_app.places import Places, copies_folder
from champion_app.store import doorbell
from champion_app.store.binder import Binder, load_writing
from champion_app.tasks import binders, settings, toolkit

# How long a second start waits for the first window to come forward.
RING_SECONDS = 3.0
# How long after the window is shown to load what the first change needs: Home is painted by then, nobody has typed.
READY_MS = 400


def application() -> QApplication:
    """The one QApplication, in Fusion style so that it looks the same on every computer."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        made = QApplication(sys.argv[:1])
        made.setApplicationName("Champion")
        made.setStyle("Fusion")
    return made


def load_fonts() -> None:
    """Loads the faces of other scripts, so that no letter is a box; the system's face stays in front."""
    for font in sorted(resource("fonts").glob("noto*/*.ttf")):
        QFontDatabase.addApplicationFont(str(font))


def make_desk(binder: Binder) -> Desk:
    """Everything a page needs, for one open binder, in the look its champion chose."""
    look = settings.setting(binder, "look", "system")
    size = settings.setting(binder, "text_size", "100")
    theme = Theme(look if look in LOOKS else "system", int(size) if size.isdigit() else 100)
    theme.apply()
    changes, words = Changes(binder), toolkit.load_toolkit()
    return Desk(binder, words, changes, Messages(), Jobs(), Drafts(binder), theme, Navigation())


class Champion:
    """The running application: the window in view and the binder it has open."""

    def __init__(self, places: Places, path: Path) -> None:
        self._places = places
        self._path = path
        self.window: QMainWindow | None = None
        self._binder: Binder | None = None
        self._watcher: QFileSystemWatcher | None = None
        self.last_resort = LastResort(places.log)
        self.lock = Lock(self._replace, self.show_binder, self.stop, self.show_welcome)

    def start(self) -> bool:
        """Opens the binder, or the page that says why not. False when another window has it and came forward."""
        try:
            self.show_binder(binders.open_binder(self._path))
        except BinderInUse as fault:
            if _another_came_forward(self._path):
                return False
            self.show_welcome(fault)
        except BinderMissing as fault:
            self.show_welcome(fault if binders.was_here(self._places, self._path) else None)
        except (BinderLocked, KeyFileDamaged, KeyFileMissing):
            self.lock.ask(self._path)
        except Fault as fault:
            self.show_welcome(fault)
        return True

    def show_binder(self, binder: Binder) -> None:
        """The main window on an open binder."""
        binders.remember_place(self._places, binder.path)
        self._path, self._binder = binder.path, binder
        self._remove_copies(binder)  # what a crash may have left
        desk = make_desk(binder)
        self.last_resort.speak_through(desk.messages)
        window = MainWindow(desk)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._watch(window)
        self.lock.guard(window, desk)
        window.open_first_page()  # before it is shown: laid out and painted once, not twice
        self._replace(window)
        # Should it fail, the first change will say so.
        QTimer.singleShot(READY_MS, window, lambda: desk.jobs.start(load_writing, lambda _: None, lambda _: None))

    def show_welcome(self, fault: Fault | None) -> None:
        """The page for a first start (no fault) or for a binder that cannot be opened."""
        from champion_app.desktop.welcome_window import WelcomeWindow  # late: nearly every start does without

        Theme().apply()
        self._replace(WelcomeWindow(Theme(), self._path, fault, self._places, self.show_binder, self.lock.ask))

    def stop(self) -> None:
        """Closes the binder; everything saved is already on disk."""
        self._watcher = None
        if self._binder is not None:
            self._remove_copies(self._binder)
            self._binder.close()
            self._binder = None

    def _remove_copies(self, binder: Binder) -> None:
        """Takes away the copies of attached files that were opened."""
        if copies_folder(binder.path).exists():
            from champion_app.tasks import attachments  # late: on most days nobody opened one

            attachments.remove_copies(binder)

    def _replace(self, window: QMainWindow) -> None:
        before, self.window = self.window, window
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _watch(self, window: MainWindow) -> None:
        self._watcher = QFileSystemWatcher([str(self._path.parent)])

        def look() -> None:
            if doorbell.rung(self._path):
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
                window.raise_()
                window.activateWindow()

        self._watcher.directoryChanged.connect(look)


def _another_came_forward(path: Path) -> bool:
    doorbell.ring(path)
    until = time.monotonic() + RING_SECONDS
    while time.monotonic() < until:
        if not doorbell.waiting(path):
            return True
        time.sleep(0.05)
    doorbell.rung(path)
    return False


def run(places: Places, path: Path) -> int:
    """Opens the window and stays until it is closed. Returns the exit code."""
    qt = application()
    load_fonts()
    champion = Champion(places, path)
    champion.last_resort.install()
    if not champion.start():
        return 0
    try:
        return qt.exec()
    finally:
        champion.stop()
