"""Locking and unlocking the running application, and covering it with the family view. Owned by ``app.Champion``.

Before anything goes, what is being typed is saved and what stands in open dialogs is kept as a draft, in the binder.
If that cannot be done (a full disk) nothing is locked: the window is covered instead, and the champion is told.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QMainWindow

from champion_app.desktop.desk import Desk
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.messages import Notice
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.everywhere_key import EverywhereKey
from champion_app.desktop.widgets.no_keys import FAMILY_KEY, LOCK_KEY
from champion_app.desktop.widgets.open_dialogs import close_popups, close_quietly, open_dialogs, take_place_of
from champion_app.desktop.words import tr
from champion_app.faults import Fault
from champion_app.store.binder import Binder
from champion_app.tasks import disk_question

if TYPE_CHECKING:  # loaded when they are needed: on most days nobody locks anything, and a start must be quick
    from champion_app.desktop.closed_work import ClosedWork, Ways
    from champion_app.desktop.covering import Cover
    from champion_app.desktop.family_view import FamilyView
    from champion_app.desktop.idle_lock import IdleLock
    from champion_app.desktop.lock_window import LockWindow


class Lock(QObject):
    """``show`` puts a window in the place of the one in view, ``go_on`` shows an open binder, ``let_go`` closes it,
    ``problem`` shows what cannot be opened, ``dress`` gives the look from before.

    The application calls ``guard`` for every main window it shows.
    """

    def __init__(
        self,
        show: Callable[[QMainWindow], None],
        go_on: Callable[[Binder], None],
        let_go: Callable[[], None],
        problem: Callable[[Fault | None], None],
        dress: Callable[[], Theme],
    ) -> None:
        super().__init__()
        self._show, self._go_on, self._let_go, self._problem, self._dress = show, go_on, let_go, problem, dress
        self._jobs = Jobs()
        self._window: MainWindow | None = None
        self._desk: Desk | None = None
        self._page = ""  # where the champion is, to come back to
        self._closing = False
        self._no_backup = False  # the last one could not be made
        self._heard: list[Notice] = []
        self._waited_for: list[QDialog] = []
        self._kept_back = ""  # why the window was covered and not locked
        self.idle: IdleLock | None = None
        self._cover: Cover | None = None

    @property
    def family(self) -> FamilyView | None:
        """The family view while it covers the window."""
        return self._cover.family if self._cover is not None else None

    @property
    def locked(self) -> bool:
        """Whether no binder is open because of the lock."""
        return self._desk is None

    def guard(self, window: MainWindow, desk: Desk) -> None:
        """Watches over a main window that is about to be shown."""
        self._window, self._desk, self._page, self._closing = window, desk, "", False
        desk.navigation.asked.connect(self._went)
        desk.navigation.lock_asked.connect(self._asked)
        EverywhereKey(LOCK_KEY, lambda over: self.lock_now(), window)
        EverywhereKey(FAMILY_KEY, lambda over: self.show_family(), window)
        self._watch()

    def let_go(self) -> None:
        """The binder is closed: nobody is waited for, and nothing can be locked or covered."""
        if self.idle is not None:
            self.idle.stop()
        self._window = self._desk = self.idle = None

    def ask(self, path: Path) -> None:
        """The window of a locked binder, at the start of the application."""
        self._show(self._lock_window(self._dress(), path))

    # ---------------------------------------------------------------- locking

    def lock_now(self) -> None:
        """Locks at once, words kept first. Without a passphrase the window is covered by the family view."""
        if self._desk is None or self._closing:
            return
        if self._desk.binder.key is None:
            self.show_family()
            return
        self._heard = []
        if not self._put_away():
            words = tr(
                "Champion was not locked, only covered: something on the screen could not be put away safely. Your "
                "words are still there."
            )
            self._kept_back = " ".join([words, *(notice.text for notice in self._heard)])
            self.show_family()
            return
        window = self._lock_window(self._desk.theme, self._desk.binder.path, closing=True)
        self._close_for(window, lambda: window.look(no_backup=self._no_backup))

    def _lock_window(self, theme: Theme, path: Path, *, closing: bool = False) -> LockWindow:
        from champion_app.desktop.lock_window import LockWindow

        return LockWindow(theme, path, self._unlocked, self._problem, closing=closing)

    def _close_for(self, window: QMainWindow, then: Callable[[], object]) -> None:
        """Shows a window in front at once; the binder is closed when everything that was begun has ended."""
        desk, main = self._desk, self._window
        assert desk is not None and main is not None
        self._closing, self._kept_back, self._no_backup = True, "", False
        if self.idle is not None:
            self.idle.stop()
        take_place_of(window, main)
        window.show()
        main.hide()
        if self._cover is not None:
            self._cover.drop()
            self._cover = None
        # Work is done one after the other: when this empty piece comes back, everything before it has.
        desk.jobs.start(lambda: None, lambda _: self._closed(window, then), lambda _: self._closed(window, then))

    def _closed(self, window: QMainWindow, then: Callable[[], object]) -> None:
        desk = self._desk
        if desk is None:
            return
        close_quietly(open_dialogs())  # asked by work that ended meanwhile
        desk.jobs.wait()
        try:
            self._let_go()
        except Fault as fault:
            desk.messages.fault(fault)  # said in full once somebody is back
            self._no_backup = True
        desk.messages.said.disconnect(self._hear)
        desk.binder.key = None
        self.let_go()
        self._show(window)
        QTimer.singleShot(0, window, lambda: gc.collect())  # what was on the pages goes from the memory too
        then()

    def _put_away(self) -> bool:
        """Saves what is being typed and closes open dialogs, their words kept. False when something would be lost."""
        desk, window = self._desk, self._window
        assert desk is not None and window is not None
        desk.messages.said.connect(self._hear)
        close_popups()
        hidden = list(self._cover.hidden) if self._cover is not None else []
        left = close_quietly([*hidden, *open_dialogs()])
        self._wait_for(left)
        kept = not left
        try:
            if window.page is not None:
                window.page.flush()
        except Fault as fault:
            desk.messages.fault(fault)
            kept = False
        if not kept:
            desk.messages.said.disconnect(self._hear)
        return kept

    def _wait_for(self, dialogs: list[QDialog]) -> None:
        """Something is being taken in and is being stopped: as soon as that is done, it is locked after all."""
        for dialog in dialogs:
            if dialog not in self._waited_for:
                self._waited_for.append(dialog)
                dialog.finished.connect(partial(self._ended, dialog))

    def _ended(self, dialog: QDialog, result: int) -> None:
        if dialog in self._waited_for:
            self._waited_for.remove(dialog)
        if self._cover is not None and self._kept_back and not self._waited_for:
            QTimer.singleShot(0, self, self.lock_now)

    def _hear(self, notice: Notice) -> None:
        self._heard.append(notice)

    # ---------------------------------------------------------------- and open again

    def _unlocked(self, binder: Binder, code: str) -> Desk | None:
        """The same page comes back; what was said while it was closing is said now."""
        from champion_app.desktop.lock_change import say_again

        page, heard = self._page, self._heard
        self._heard = []
        self._go_on(binder)
        desk, window = self._desk, self._window
        if desk is None or window is None:
            return None
        if page:
            desk.navigation.go_to(page)
        say_again(desk, heard)
        if code:
            from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog, Way

            dialog = PassphraseDialog(desk, Way.FORGOTTEN, window, code)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        return desk

    # ---------------------------------------------------------------- the family view

    def show_family(self) -> None:
        """Covers everything with the family view; dialogs stay as they are behind it."""
        desk, window = self._desk, self._window
        if desk is None or window is None or self._cover is not None or self._closing:
            return
        try:
            if window.page is not None:
                window.page.flush()
        except Fault as fault:
            desk.messages.fault(fault)  # the words stay on the page, and what is said beside them too
        close_popups()
        from champion_app.desktop.covering import Cover

        self._cover = Cover(desk, window, self._come_back)
        EverywhereKey(LOCK_KEY, lambda over: self.lock_now(), self._cover.family)

    def _come_back(self) -> None:
        desk, cover = self._desk, self._cover
        if desk is None or cover is None:
            return
        self._cover = None
        cover.lift()
        if self.idle is not None:
            self.idle.touch()
        if self._kept_back:
            desk.messages.warn(self._kept_back)
            self._kept_back = ""

    # ---------------------------------------------------------------- the lock itself

    def _asked(self, order: object) -> None:
        from champion_app.desktop.dialogs.passphrase_dialog import TurnOff, TurnOn
        from champion_app.desktop.dialogs.restore_dialog import BringBack, GoBack

        if isinstance(order, TurnOn | TurnOff):
            from champion_app.desktop.lock_change import LockChange

            self._close_and(lambda desk: LockChange(desk, order, self._jobs, self._ways()))
        elif isinstance(order, GoBack | BringBack):
            from champion_app.desktop.going_back import GoingBack

            self._close_and(lambda desk: GoingBack(desk, order, self._jobs, self._ways()))
        elif order == "lock":
            self.lock_now()
        elif order == "family":
            self.show_family()
        elif order == "minutes":
            self._watch()

    def _ways(self) -> Ways:
        from champion_app.desktop.closed_work import Ways

        return Ways(self._unlocked, self.ask, self._problem)

    def _close_and(self, make: Callable[[Desk], ClosedWork]) -> None:
        """Closes the binder for something that is done to it while it is closed, and opens it again."""
        desk = self._desk
        if desk is None or self._closing:
            return
        self._heard = []
        if self._put_away():  # if not, what is in the way has been said
            work = make(desk)
            self._close_for(work.window, work.begin)

    # ---------------------------------------------------------------- nobody is there

    def _watch(self) -> None:
        if self.idle is not None:
            self.idle.stop()
            self.idle = None
        if self._desk is not None and self._desk.binder.key is not None:
            from champion_app.desktop.idle_lock import IdleLock

            self.idle = IdleLock(disk_question.lock_after(self._desk.binder), self._window)
            self.idle.due.connect(self._left_alone)
            self.idle.slept.connect(self.lock_now)
            self.idle.warned.connect(self._warn)
            self.idle.start()

    def _left_alone(self) -> None:
        """The family view stays however long nobody touches it: nothing private is on it, and the way back is shut."""
        if self._cover is None:
            self.lock_now()

    def _warn(self) -> None:
        if self._desk is not None and self._cover is None:
            self._desk.messages.inform(
                tr("Champion locks in half a minute. Press a key or move the mouse to go on; your words are kept.")
            )

    def _went(self, page: str, what: object) -> None:
        self._page = page
