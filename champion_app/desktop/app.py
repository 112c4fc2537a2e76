"""Starts the application: dresses it, finds the binder, opens the window or says in words why it cannot."""

from __future__ import annotations

import contextlib
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

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
from champion_app.desktop.words import tr
from champion_app.faults import BinderInUse, BinderLocked, BinderMissing, Fault, KeyFileDamaged, KeyFileMissing
from champion_app.places import Places, copies_folder
from champion_app.store import doorbell, scratch, spare_room
from champion_app.store.binder import Binder, load_writing
from champion_app.tasks import binders, settings, toolkit, unfinished

if TYPE_CHECKING:
    from champion_app.desktop.backing_up import BackingUp

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
        self.lock = Lock(self._replace, self.show_binder, self.stop, self.show_welcome, self._dressed)
        self.backing_up: BackingUp | None = None

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
        self._remember(desk.theme)
        desk.theme.changed.connect(partial(self._remember, desk.theme))
        window = MainWindow(desk)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self._watch(window)
        self.lock.guard(window, desk)
        desk.navigation.erase_asked.connect(self._erase)
        window.open_first_page()  # before it is shown: laid out and painted once, not twice
        self._replace(window)
        # Should it fail, the first change will say so.
        QTimer.singleShot(READY_MS, window, lambda: desk.jobs.start(load_writing, lambda _: None, lambda _: None))
        if self.backing_up is None:
            QTimer.singleShot(READY_MS, window, partial(self._look_after, window, desk))
        else:
            self._look_after(window, desk)  # it costs nothing any more, and closing at once is told what is in the way

    def _look_after(self, window: MainWindow, desk: Desk) -> None:
        """From now on backups are made by themselves."""
        from champion_app.desktop.backing_up import BackingUp  # late: 60 ms, and nothing is due yet

        if window is not self.window or self._binder is None:
            return
        desk.jobs.start(partial(spare_room.keep, self._path), lambda _: None, _unexpected)
        _say_what_came_back(desk)
        if self.backing_up is None:
            self.backing_up = BackingUp()
        self.backing_up.guard(window, desk)

    def show_welcome(self, fault: Fault | None) -> None:
        """The page for a first start (no fault) or for a binder that cannot be opened."""
        from champion_app.desktop.welcome_window import WelcomeWindow  # late: nearly every start does without

        self._replace(WelcomeWindow(self._dressed(), self._path, fault, self._places, self.show_binder, self.lock.ask))

    def stop(self) -> None:
        """Closes the binder after a last backup; everything saved is already on disk. In the first moments after a
        start nobody looks after backups yet, nor has anything been written that one would hold.

        Raises what was in the way of that backup, once the binder is closed all the same.
        """
        self._watcher = None
        binder, self._binder = self._binder, None
        if binder is not None:
            with contextlib.suppress(Fault):  # then the next start looks for half-typed words, and finds none
                unfinished.end(binder)
            try:
                if self.backing_up is not None:
                    self.backing_up.last(binder)
            finally:
                self._remove_copies(binder)
                binder.close()

    def _erase(self, order: object) -> None:
        """Everything goes: nothing is backed up, and nothing is written to the folder after this."""
        from champion_app.desktop.dialogs.erase_dialog import ErasedDialog, EraseOrder  # late: it is done once, if ever
        from champion_app.tasks import erase_everything

        if not isinstance(order, EraseOrder) or self._binder is None:
            return
        if self.backing_up is not None:
            self.backing_up.let_go()
        self.lock.let_go()
        self.stop()
        try:
            went = erase_everything.carry_out(order.about, order.typed, order.certificate, self._places)
        except Fault as fault:
            self.show_welcome(fault)
            return
        self.show_welcome(None)
        if self.window is not None:
            told = ErasedDialog(self._dressed(), went, order.certificate, self.window)
            told.accepted.connect(self.window.close)
            told.open()

    def _remove_copies(self, binder: Binder) -> None:
        """Takes away the copies of attached files that were opened, and what a self-test left that was cut off."""
        scratch.sweep(binder.path)
        if copies_folder(binder.path).exists():
            from champion_app.tasks import attachments  # late: on most days nobody opened one

            attachments.remove_copies(binder)

    def _remember(self, theme: Theme) -> None:
        settings.keep_last_look(self._places, theme.look, theme.text_size)

    def _dressed(self) -> Theme:
        """The look of the last binder, where none is open: large letters help most at a lock."""
        look, size = settings.last_look(self._places)
        theme = Theme(look if look in LOOKS else "system", size)
        theme.apply()
        return theme

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


def _say_what_came_back(desk: Desk) -> None:
    """After a crash or an empty battery (F1)."""
    back = desk.attempt(partial(unfinished.begin, desk.binder)) or ()
    if back:
        words = ", ".join(tr(one.words) for one in back)
        said = tr("We got back what you were typing: {words}.", words=words)
        desk.messages.warn(said, tr("Go there"), partial(desk.navigation.go_to, back[0].page))


def _unexpected(error: Exception) -> None:
    raise error


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
        with contextlib.suppress(Fault):  # the window has said what was in the way of the last backup
            champion.stop()
