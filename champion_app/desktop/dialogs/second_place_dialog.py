"""Choosing a second place for a binder without a lock: copies can be locked, since a stick is lost more easily."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.secret_steps import SecretSteps
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr
from champion_app.tasks import backups


class SecondPlaceDialog(SecretSteps):
    """``placed`` is emitted when the place was noted. Nothing is written anywhere before the last step."""

    placed = Signal()

    def __init__(self, desk: Desk, folder: Path, parent: QWidget) -> None:
        super().__init__(desk, tr("Choose a second place"), tr("Copy my backups there"), parent)
        self._folder = folder
        self.lock_it = QRadioButton(tr("Lock the copies with a passphrase"))
        self.leave_open = QRadioButton(tr("Leave the copies open"))
        self._build(parent)

    def _count(self) -> int:
        return self.steps.count() if self.lock_it.isChecked() else 1

    def _finish(self) -> None:
        locks = self.lock_it.isChecked()
        work = partial(
            backups.choose_second_place, self._desk.binder.path, self._folder,
            passphrase=self.new.passphrase if locks else "", code=self.code.text if locks else "",
        )  # fmt: skip
        self._work(work, lambda _: self._noted())

    def _noted(self) -> None:
        self.accept()
        self.placed.emit()

    def _build(self, parent: QWidget) -> None:
        self.lock_it.setChecked(True)
        self.lock_it.toggled.connect(self._turn)
        self.new.hint_box.hide()  # nobody asks for it where a copy is opened
        lock_words = tr(
            "Recommended for a stick: whoever finds it cannot read your work. You need the passphrase, or the code, to"
            " bring the copies back."
        )
        open_words = tr("For a place that is locked away, or a drive that your organisation has locked.")
        self._add(
            lambda: True,
            label(breakable(tr("Copies of your backups will go to {folder}.", folder=self._folder))),
            self.lock_it, label(lock_words, "muted"), self.leave_open, label(open_words, "muted"),
        )  # fmt: skip
        self._add(self.new.accepted, label(tr("This passphrase is only for the copies. Your binder stays as it is.")),
                  self.new)  # fmt: skip
        self._add_code(tr("Type the code from your sheet, to be sure that it can be read."))
        self._lay_out(parent, 520)
