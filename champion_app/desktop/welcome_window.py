"""The window before there is a binder: a first start, or one that cannot be opened (never an empty one instead)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QPushButton

from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.backup_rescue import BackupRescue
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.centred_card import centred_card
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr
from champion_app.faults import (
    BackupsUnreadable,
    BinderDamaged,
    BinderLocked,
    BinderMissing,
    BinderNewer,
    BinderNotOurs,
    BinderReadOnly,
    DiskFault,
    Fault,
    KeyFileDamaged,
    KeyFileMissing,
    RestoreUnfinished,
)
from champion_app.places import BINDER_SUFFIX, Places
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, sample

# What going back to a backup helps against.
_HELPED = (BinderMissing, BinderNotOurs, BinderDamaged, DiskFault, KeyFileDamaged, KeyFileMissing)


class WelcomeWindow(QMainWindow):
    """Offers a way on: go back to a backup, open, look round, start new. ``go_on`` is given the binder that is open.

    ``ask`` shows the window of a binder that is locked.
    """

    def __init__(
        self, theme: Theme, path: Path, fault: Fault | None, places: Places, go_on: Callable[[Binder], None],
        ask: Callable[[Path], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Champion"))
        self.setMinimumSize(480, 360)
        self.resize(900, 720)
        self._theme, self._path, self._places, self._go_on, self._ask = theme, path, places, go_on, ask
        self._jobs = Jobs()
        if fault is None:
            fault = _was_one_here(path)
        theme.apply()
        self.title, self.words = label(_title(fault), "title"), label(breakable(_words(fault)))
        self.problem = label("", "warning")
        self.rescue = BackupRescue(theme, self._jobs, path)
        first = fault is None
        role = "primary" if first else ""
        self.start_new = button(theme, tr("Start a new binder"), self._start, role, "add")
        self.look_round = button(theme, tr("Look round with a sample service"), self._look_round, "", "home")
        self.elsewhere = button(theme, tr("Open a binder I have"), self._browse, "", "search")
        self.from_backup = button(theme, tr("I have a backup of another computer"), self._from_backup, "", "undo")
        self.again = button(theme, tr("Try again"), lambda: self._open(path), "", "redo")
        self.finish = button(theme, tr("Finish going back"), lambda: self._settle(finish=True), "primary", "undo")
        self.keep = button(theme, tr("Keep what you had"), lambda: self._settle(finish=False))
        self.go_in = button(theme, tr("Open my work"), self._go_in, "primary", "next")
        self._foot = label(tr("Nothing you write here ever leaves this computer by itself."), "muted")
        self._binder: Binder | None = None
        self._ways = self._offered(fault)
        self._build(first)
        self.rescue.opened.connect(self._restored)
        self.rescue.back.connect(self._to_start)
        self.rescue.turned.connect(lambda ways: self._show_ways(self._ways if ways else ()))
        if isinstance(fault, _HELPED):
            self.rescue.show()
            self.rescue.find_newest()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Not while a backup takes its place; and a binder that nobody went into is closed again."""
        if self.rescue.busy and self._binder is None:
            event.ignore()
            return
        if self._binder is not None:
            self._binder.close()
            self._binder = None
        self._jobs.wait()
        super().closeEvent(event)

    def _offered(self, fault: Fault | None) -> tuple[QPushButton, ...]:
        """Which ways there are, the likeliest first."""
        if fault is None:
            return self.start_new, self.look_round, self.elsewhere, self.from_backup
        if isinstance(fault, RestoreUnfinished):
            return self.finish, self.keep
        ways = (self.again, self.elsewhere, self.look_round)
        return (*ways, self.start_new) if isinstance(fault, BinderMissing) else ways

    def _build(self, first: bool) -> None:
        area, inner = centred_card(self._theme, "champion" if first else "warning", 640)
        for part in (self.title, self.words, self.rescue):
            inner.addWidget(part)
        for made in self._all():
            inner.addWidget(made)
        inner.addWidget(self.problem)
        inner.addWidget(self._foot)
        self.setCentralWidget(area)
        go = self.rescue.list.go
        self.rescue.list.shown.connect(lambda: QTimer.singleShot(0, go, lambda: area.ensureWidgetVisible(go)))
        self.rescue.hide()
        self.problem.hide()
        self._show_ways(self._ways)
        self._foot.setVisible(first)

    def _all(self) -> tuple[QPushButton, ...]:
        others = (
            self.finish, self.keep, self.again, self.start_new, self.look_round, self.elsewhere, self.from_backup,
            self.go_in,
        )  # fmt: skip
        return (*self._ways, *(made for made in others if made not in self._ways))

    def _show_ways(self, ways: tuple[QPushButton, ...]) -> None:
        for made in self._all():
            made.setVisible(made in ways)

    # ---------------------------------------------------------------- ways on

    def _start(self) -> None:
        self._try(lambda: binders.make_binder_here(self._path))

    def _look_round(self) -> None:
        self._try(lambda: sample.open_sample(self._places))

    def _open(self, path: Path) -> None:
        self._try(lambda: _opened(path), path)

    def _browse(self) -> None:
        chooser = QFileDialog(self, tr("Open a binder"), str(self._path.parent), f"Champion (*{BINDER_SUFFIX})")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda chosen: self._open(Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _from_backup(self) -> None:
        self.title.setText(tr("Bring your work to this computer"))
        self.words.setText(
            tr("A backup holds everything: answers, plan, log, services, leaflets and files. It is only copied.")
        )
        self._show_ways(())
        self._foot.hide()
        self.problem.hide()
        self.rescue.show()
        self.rescue.look_elsewhere()

    def _to_start(self) -> None:
        self.title.setText(_title(None))
        self.words.setText(_words(None))
        self.rescue.hide()
        self._show_ways(self._ways)
        self._foot.show()

    def _settle(self, *, finish: bool) -> None:
        """Finishes an interrupted going back, or turns it round, and opens what is there then (F5)."""
        try:
            (backups.finish if finish else backups.keep)(self._path)
        except Fault as fault:
            self._say(fault)
            return
        self._open(self._path)

    # ---------------------------------------------------------------- and in

    def _restored(self, binder: Binder, words: str) -> None:
        """Says what was done, and where the file is that was there before, until somebody has read it."""
        self._binder = binder
        self.title.setText(tr("Your work is back"))
        self.words.setText(breakable(words))
        self.rescue.hide()
        self.problem.hide()
        self._show_ways((self.go_in,))
        self.go_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_in(self) -> None:
        binder, self._binder = self._binder, None
        if binder is not None:
            self._go_on(binder)

    def _try(self, work: Callable[[], Binder], path: Path | None = None) -> None:
        try:
            binder = work()
        except (BinderLocked, KeyFileDamaged, KeyFileMissing) as fault:
            if self._ask is None or path is None:
                self._say(fault)
            else:
                self._ask(path)
            return
        except Fault as fault:
            self._say(fault)
            return
        self._go_on(binder)

    def _say(self, fault: Fault) -> None:
        self.problem.setText(breakable(fault_words(fault)))
        self.problem.setVisible(True)


def _opened(path: Path) -> Binder:
    backups.refuse_unfinished(path)
    return binders.open_binder(path)


def _title(fault: Fault | None) -> str:
    if fault is None:
        return tr("Welcome to Champion")
    if isinstance(fault, BinderMissing | BinderNotOurs):
        return tr("We cannot find your work")
    if isinstance(fault, BinderDamaged | DiskFault):
        return tr("Part of your work is damaged")
    if isinstance(fault, RestoreUnfinished):
        return tr("Going back was interrupted")
    if isinstance(fault, BinderNewer):
        return tr("Your binder is newer than this Champion")
    if isinstance(fault, BinderReadOnly):
        return tr("Champion may not write to your binder")
    return tr("Your binder cannot be opened")


def _was_one_here(path: Path) -> Fault | None:
    """Where there are backups, or nobody can tell, there was a binder: nothing is made in its place unasked."""
    try:
        return BinderMissing(path=path) if backups.all_backups(path) else None
    except BackupsUnreadable as unreadable:
        return unreadable


def _words(fault: Fault | None) -> str:
    if fault is not None:
        return fault_words(fault)
    return tr(
        "Your desk for standing beside children with a parent in prison: the right leaflet, the right help, and a "
        "plan that stays alive. Everything is kept in one file on this computer, called a binder."
    )
