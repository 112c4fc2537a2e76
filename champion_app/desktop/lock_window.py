"""The window of a locked binder: "Champion is locked", and nothing about whose it is. Also the one that says wait.

A wrong passphrase, a forgotten one and a damaged key file are three different things here (RELIABILITY F37-F40).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QProgressBar

from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.centred_card import centred_card
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.no_keys import FAMILY_KEY, LOCK_KEY, TELLS_KEY, no_keys
from champion_app.desktop.widgets.unlock_form import UnlockForm
from champion_app.desktop.words import tr
from champion_app.faults import BinderLocked, Fault, KeyFileDamaged, KeyFileForeign, KeyFileMissing
from champion_app.store.binder import Binder
from champion_app.tasks import passphrase
from champion_app.tasks.settings import TEXT_SIZES

# Keys that mean something while a binder is open, and nothing here.
_NO_KEYS = (FAMILY_KEY, LOCK_KEY, TELLS_KEY)


class LockWindow(QMainWindow):
    """``go_on`` is given the binder that was opened and the recovery code, if it was by that; ``problem`` the fault of
    one that cannot be opened. While ``closing``, the binder is being put away and nothing can be typed yet.
    """

    def __init__(
        self, theme: Theme, path: Path, go_on: Callable[[Binder, str], object],
        problem: Callable[[Fault | None], None], *, closing: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Champion"))
        self.setMinimumSize(480, 360)
        self.resize(900, 640)
        self._theme, self._path, self._go_on, self._problem = theme, path, go_on, problem
        self._left, self._jobs = False, Jobs()
        self.title = label(tr("Champion is locked"), "title")
        self.words = label("")
        self.no_backup = label(
            tr("The last backup could not be made. Everything you wrote is saved; you are told more once it is open."),
            "warning",
        )
        self.form = UnlockForm(theme, self._jobs, path, self._unlock)
        self.mend = button(theme, tr("Use the key from the newest backup"), self._mend, "primary", "undo")
        self.again = button(theme, tr("Try again"), self.look, "", "redo")
        self.others = button(theme, tr("Other ways to go on"), self._go_elsewhere, "link")
        self.larger = button(theme, tr("Larger letters"), self._enlarge, "link")
        self._build()
        self.form.opened.connect(self._opened)
        self.form.failed.connect(self._failed)
        self.form.forgotten.clicked.connect(lambda checked=False: self._turned())
        no_keys(self, _NO_KEYS)
        if closing:
            self._show(tr("One moment: your words are being put away safely."))
        else:
            self.look()

    def look(self, *, no_backup: bool = False) -> None:
        """Asks for the passphrase, unless no passphrase could help: then it says what is the matter.

        ``no_backup`` says that the last one could not be made: who leaves from here would never hear of it. Why may
        name a folder, so that waits until somebody is back.
        """
        if no_backup:
            self.no_backup.show()
        fault = passphrase.key_fault(self._path)
        if isinstance(fault, KeyFileDamaged | KeyFileMissing):
            self._show_key(fault)
        else:
            self._show(tr("Type the passphrase to open it."), asking=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The cursor stands where one types."""
        super().showEvent(event)
        self.form.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves; a binder that is just being opened is closed again."""
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._left = True
        self._jobs.wait()

    def _go_elsewhere(self) -> None:
        self._leave()
        self._problem(BinderLocked(path=self._path))

    def _unlock(self, secret: str) -> Binder:
        return passphrase.unlock(self._path, secret)

    def _opened(self, binder: object, code: str) -> None:
        if not isinstance(binder, Binder):
            return
        if self._left:
            binder.close()
        else:
            self._go_on(binder, code)

    def _failed(self, fault: Fault) -> None:
        if self._left:
            return
        if isinstance(fault, KeyFileDamaged | KeyFileMissing):
            self._show_key(fault)
        else:
            self._problem(fault)

    def _mend(self) -> None:
        if passphrase.mend_key(self._path):
            self.look()
        else:
            self.words.setText(
                tr("No backup on this computer holds a key file. If you keep copies on a stick, plug it in: the key "
                   "file lies beside each backup.")
            )  # fmt: skip

    def _show_key(self, fault: Fault) -> None:
        damaged, foreign = tr("The key to this binder is damaged"), tr("The key does not fit this binder")
        self.title.setText(foreign if isinstance(fault, KeyFileForeign) else damaged)
        self._show(fault_words(fault), key=True)
        self.mend.setFocus()

    def _show(self, words: str, *, asking: bool = False, key: bool = False) -> None:
        if not key:
            self.title.setText(tr("Champion is locked"))
        self.words.setText(words)
        self.words.setVisible(key or not self.form.by_code)
        self.form.setVisible(asking)
        for made in (self.mend, self.again):
            made.setVisible(key)
        self._fit()
        if asking:
            self.form.take_focus()

    def _turned(self) -> None:
        self.words.setVisible(not self.form.by_code)
        self._fit()

    def _fit(self) -> None:
        """Somebody who cannot open it at all may still go on with another binder."""
        self.others.setVisible(not self.mend.isHidden() or (not self.form.isHidden() and self.form.by_code))

    def _enlarge(self) -> None:
        sizes = (*(size for size in TEXT_SIZES if size > self._theme.text_size), TEXT_SIZES[0])
        self._theme.apply(text_size=sizes[0])

    def _build(self) -> None:
        area, inner = centred_card(self._theme, "lock")
        inner.addWidget(self.title)
        inner.addWidget(self.words)
        inner.addWidget(self.no_backup)
        inner.addWidget(self.form)
        self.no_backup.hide()
        acts = Flow(gap=12)
        for made in (self.mend, self.again):
            acts.addWidget(made)
        inner.addLayout(acts)
        left = Qt.AlignmentFlag.AlignLeft
        inner.addWidget(self.others, 0, left)
        inner.addWidget(self.larger, 0, left)
        self.setCentralWidget(area)


class WaitingWindow(QMainWindow):
    """Says what is being done to a closed binder. It cannot be closed meanwhile."""

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Champion"))
        self.resize(900, 640)
        self.finished = False
        area, inner = centred_card(theme, "lock")
        inner.addWidget(label(title, "title"))
        inner.addWidget(label(words))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        inner.addWidget(bar)
        self.setCentralWidget(area)
        no_keys(self, _NO_KEYS)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stays until it is done: half a lock is taken back at the next start, but nobody need wait for that."""
        if self.finished:
            super().closeEvent(event)
        else:
            event.ignore()
