"""Backups that nobody has to think of: after half an hour of work, and as Champion closes. Owned by ``app.Champion``.

Quiet as long as they succeed. When one does not, a banner says since when there is none, until the next one does.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.closing_dialog import ClosingDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.backup_banner import BackupBanner
from champion_app.desktop.widgets.backup_words import moment
from champion_app.desktop.words import tr
from champion_app.domain.backups import Reason
from champion_app.domain.dates import british
from champion_app.faults import BackupFull, Fault
from champion_app.store.binder import Binder
from champion_app.tasks import backups
from champion_app.tasks.backups import Made, Work

LOOK_MS = 60_000
# So long nothing is typed before one is begun: it takes the disk for a moment.
QUIET_MS = 4_000
_TYPING = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod})


class BackingUp(QObject):
    """The application calls ``guard`` for every main window it shows, and ``last`` before it closes a binder."""

    def __init__(self) -> None:
        super().__init__()
        self._window: MainWindow | None = None
        self._desk: Desk | None = None
        self._work: Work | None = None
        self._running = self._let = False
        self.banner: BackupBanner | None = None
        self.closing: ClosingDialog | None = None
        self._timer, self._quiet = QTimer(self), QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._begin)

    def guard(self, window: MainWindow, desk: Desk) -> None:
        """Looks after the binder of a main window that is about to be shown."""
        self._window, self._desk, self._work = window, desk, Work(desk.binder)
        self._running = self._let = False
        self.closing = None
        self.banner = BackupBanner(desk.theme)
        _place(self.banner, window)
        window.installEventFilter(self)
        self._timer.start()
        QTimer.singleShot(0, window, partial(self._say_at_start, desk))

    def look(self) -> None:
        """Every minute: when a backup is due, it is begun as soon as nothing is being typed."""
        if self._work is None or self._running or not self._work.due() or self._quiet.isActive():
            return
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._quiet.start()

    def back_up(self, reason: Reason = Reason.ASKED) -> None:
        """Makes one now, on a worker."""
        desk, work = self._desk, self._work
        if desk is None or work is None or self._running:
            return
        self._running = True
        work.backed_up()
        desk.jobs.start(partial(backups.back_up_now, desk.binder, reason), self._made, self._failed)

    def last(self, binder: Binder) -> None:
        """A last backup before the binder is closed for its lock or for good, unless that was dealt with.

        Raises as ``tasks.backups.on_close`` does: the binder can be closed all the same.
        """
        if self._desk is not None:
            self._desk.jobs.wait()  # one may be in the making
        dealt_with = self._let
        self._timer.stop()
        self._rest()
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = self._desk = self._work = self.banner = None
        if not dealt_with:
            backups.on_close(binder)

    def let_go(self) -> None:
        """The binder is about to be erased: no last backup is made of it."""
        self._let = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Closing waits for a last backup; typing puts the one that is due off for a few seconds."""
        if event.type() in _TYPING and self._quiet.isActive():
            self._quiet.start()
        elif event.type() == QEvent.Type.Close and watched is self._window and not self._let and self._hold():
            event.ignore()
            return True
        return False

    # ---------------------------------------------------------------- as one works

    def _begin(self) -> None:
        self._rest()
        self.back_up(Reason.TIMER)

    def _rest(self) -> None:
        self._quiet.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _made(self, came: Made) -> None:
        self._running = False
        if self.banner is not None and self.banner.lasting:
            self.banner.clear()
            if self._desk is not None:
                self._desk.messages.inform(tr("A backup is made again, and it was checked."))

    def _failed(self, error: Exception) -> None:
        self._running = False
        if not isinstance(error, Fault):
            raise error
        self._say_none(error)

    def _say_none(self, fault: Fault) -> None:
        if self._desk is None or self.banner is None:
            return
        newest = next((one for one in backups.known_backups(self._desk.binder.path) if one.checked), None)
        why = tr("the disk is full") if isinstance(fault, BackupFull) else tr("it could not be made")
        words = (
            tr("No backup since {day}: {why}.", day=british(newest.made_at.date()), why=why)
            if newest is not None
            else tr("There is no backup yet: {why}.", why=why)
        )
        what_next = tr("Empty the recycle bin or delete a large file you do not need.")
        if not isinstance(fault, BackupFull):
            what_next = tr(fault.next_step).format(**fault.details)
        safe = tr("Your work is saved, and every earlier backup is as it was.")
        self.banner.say(f"{words} {safe} {what_next}", tr("Make a backup now"), self.back_up, lasting=True)

    def _say_at_start(self, desk: Desk) -> None:
        """A file that changed while it was closed (F18, F21), and backups that lie on this laptop only."""
        if desk is not self._desk or self.banner is None:
            return
        if desk.binder.outside:
            written = moment(datetime.fromtimestamp(desk.binder.path.stat().st_mtime))
            desk.messages.warn(
                tr(
                    "Your binder was changed outside Champion since you closed it. Its file was last written on {when}."
                    " It was checked and opens. Compare it with your newest backup.",
                    when=written,
                ),
                tr("See what is different"),
                partial(desk.navigation.go_to, "backups", "different"),
            )
        elif backups.second_place_overdue(desk.binder.path):
            self.banner.say(
                tr("Your backups are all on this laptop."),
                tr("Choose a second place"),
                partial(desk.navigation.go_to, "backups", "place"),
            )

    # ---------------------------------------------------------------- as one leaves

    def _hold(self) -> bool:
        """Whether closing has to wait. Words that cannot be saved come first: the window asks about those, once."""
        window, desk = self._window, self._desk
        if window is None or desk is None:
            return False
        if self.closing is not None:
            return True
        try:
            if window.page is not None:
                window.page.flush()
        except Fault:
            if not window.leaving:
                return False
        self.closing = ClosingDialog(desk.theme, _in_front(window))
        self.closing.go.connect(self._leave)
        self.closing.again.connect(self._try)
        self.closing.stay.connect(self._stay)
        self._try()
        return True

    def _try(self) -> None:
        desk, closing = self._desk, self.closing
        if desk is not None and closing is not None:
            closing.wait()
            asked = partial(self._ready, closing)
            desk.jobs.start(partial(backups.on_close, desk.binder), asked, partial(self._not_ready, closing))

    def _ready(self, closing: ClosingDialog, _: object) -> None:
        if closing is self.closing:
            self._leave()

    def _not_ready(self, closing: ClosingDialog, error: Exception) -> None:
        if not isinstance(error, Fault):
            if closing is self.closing:
                self._leave()  # a mistake of ours keeps nobody from closing
            raise error
        if closing is self.closing:
            closing.fail(error)

    def _stay(self) -> None:
        if self._window is not None:
            self._window.stay()
        if self.closing is not None:
            self.closing.deleteLater()
            self.closing = None

    def _leave(self) -> None:
        """Closes what was to be closed: the window, and what covers it."""
        self._let = True
        window, closing = self._window, self.closing
        self.closing = None
        if closing is not None:
            closing.finish()
            closing.deleteLater()
        if window is not None:
            front = _in_front(window)
            if not (front.close() if front is not window else window.close()):
                self._let = False


def _in_front(window: QMainWindow) -> QMainWindow:
    """The window itself, or the one that covers it while it is hidden."""
    if not window.isHidden():
        return window
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow) and one.isVisible()]
    return shown[0] if shown else window


def _place(banner: BackupBanner, window: MainWindow) -> None:
    """Puts the banner under the top bar."""
    middle = window.centralWidget()
    for column in middle.findChildren(QVBoxLayout) if middle is not None else ():
        if column.indexOf(window.top_bar) >= 0:
            column.insertWidget(column.indexOf(window.top_bar) + 1, banner)
            return
