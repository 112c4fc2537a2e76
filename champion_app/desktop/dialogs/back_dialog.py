"""Back from the family view: by the passphrase where there is one, else by one plain question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.unlock_form import UnlockForm
from champion_app.desktop.words import tr
from champion_app.faults import Fault, KeyFileDamaged, KeyFileMissing
from champion_app.tasks import passphrase


class BackDialog(QDialog):
    """``confirmed`` is emitted when the champion's own work may be shown again; Escape stays with the family."""

    confirmed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Back to your work"))
        self._locked, self._path = desk.binder.key is not None, desk.binder.path
        path = self._path
        self.form = UnlockForm(desk.theme, desk.jobs, path, partial(passphrase.confirm, path))
        self.problem = label("", "problem")
        self.yes = button(desk.theme, tr("Show my work"), self._confirm, "primary")
        self.stay = button(desk.theme, tr("Stay here"), self.reject)
        words = (
            tr("Type the passphrase. Your work will be on the screen again, with names and notes.")
            if self._locked
            else tr("Your work will be on the screen again, with names and notes. Nobody should be looking on.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(tr("Back to your work?"), "section"))
        for part in (label(words), self.form, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        acts = Flow(gap=12)
        for made in (self.yes, self.stay):
            acts.addWidget(made)
        column.addLayout(acts)
        self.problem.hide()
        self.form.setVisible(self._locked)
        self.yes.setVisible(not self._locked)
        self.form.opened.connect(lambda given, code: self._confirm())
        self.form.failed.connect(self._failed)
        self.finished.connect(self.deleteLater)
        room, px = parent.window().size(), desk.theme.px
        self.setMinimumWidth(min(px(480), room.width() - 48))
        if self._locked:
            self.form.take_focus()
        else:
            self.stay.setFocus()

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _failed(self, fault: Fault) -> None:
        words = fault_words(fault)
        if isinstance(fault, KeyFileDamaged | KeyFileMissing) and passphrase.mend_key(self._path):
            words = tr("The key file was damaged and has been brought back from a backup. Type the passphrase again.")
        self.problem.setText(words)
        self.problem.show()
