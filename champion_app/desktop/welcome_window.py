"""The window before there is a binder: a first start, or one that cannot be opened (never an empty one instead)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import card, label, picture
from champion_app.desktop.words import tr
from champion_app.faults import BinderMissing, Fault
from champion_app.places import BINDER_SUFFIX, Places
from champion_app.store.binder import Binder
from champion_app.tasks import binders, sample


class WelcomeWindow(QMainWindow):
    """Offers a way on: open, look round, start new. ``go_on`` is given the binder that was opened or made."""

    def __init__(
        self, theme: Theme, path: Path, fault: Fault | None, places: Places, go_on: Callable[[Binder], None]
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Champion"))
        self.resize(900, 640)
        self._theme, self._path, self._places, self._go_on = theme, path, places, go_on
        theme.apply()
        self.problem = label("", "warning")
        self.problem.setVisible(False)
        start_first = fault is None
        self.start_new = button(theme, tr("Start a new binder"), self._start, "primary" if start_first else "", "add")
        self.look_round = button(theme, tr("Look round with a sample service"), self._look_round, "", "home")
        open_role = "" if start_first else "primary"
        self.elsewhere = button(theme, tr("Open a binder I have"), self._browse, open_role, "search")
        self.again = button(theme, tr("Try again"), lambda: self._open(path), "", "redo")
        self._build(fault)

    def _build(self, fault: Fault | None) -> None:
        box = card()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(32, 32, 32, 32)
        inner.setSpacing(16)
        mark = picture("")
        mark.setPixmap(self._theme.pixmap("champion" if fault is None else "warning", "accent", 48))
        inner.addWidget(mark)
        inner.addWidget(label(self._title(fault), "title"))
        inner.addWidget(label(self._words(fault)))
        inner.addWidget(self.problem)
        first = (self.start_new, self.look_round, self.elsewhere)
        for made in first if fault is None else (self.again, self.elsewhere, self.look_round, self.start_new):
            inner.addWidget(made)
        self.start_new.setVisible(fault is None or isinstance(fault, BinderMissing))
        if fault is None:
            inner.addWidget(label(tr("Nothing you write here ever leaves this computer by itself."), "muted"))
        middle = QWidget()
        middle.setObjectName("window")
        centred = QHBoxLayout(middle)
        centred.setContentsMargins(32, 32, 32, 32)
        centred.addStretch(1)
        box.setMaximumWidth(640)
        centred.addWidget(box, 4, Qt.AlignmentFlag.AlignVCenter)
        centred.addStretch(1)
        self.setCentralWidget(middle)

    def _title(self, fault: Fault | None) -> str:
        if fault is None:
            return tr("Welcome to Champion")
        missing = isinstance(fault, BinderMissing)
        return tr("We cannot find your work") if missing else tr("Your binder cannot be opened")

    def _words(self, fault: Fault | None) -> str:
        if fault is not None:
            return fault_words(fault)
        return tr(
            "Your desk for standing beside children with a parent in prison: the right leaflet, the right help, and a "
            "plan that stays alive. Everything is kept in one file on this computer, called a binder."
        )

    def _start(self) -> None:
        self._try(lambda: binders.make_binder_here(self._path))

    def _look_round(self) -> None:
        self._try(lambda: sample.open_sample(self._places))

    def _open(self, path: Path) -> None:
        self._try(lambda: binders.open_binder(path))

    def _browse(self) -> None:
        chooser = QFileDialog(self, tr("Open a binder"), str(self._path.parent), f"Champion (*{BINDER_SUFFIX})")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda chosen: self._open(Path(chosen)))
        chooser.open()

    def _try(self, work: Callable[[], Binder]) -> None:
        try:
            binder = work()
        except Fault as fault:
            self.problem.setText(fault_words(fault))
            self.problem.setVisible(True)
            return
        self._go_on(binder)
