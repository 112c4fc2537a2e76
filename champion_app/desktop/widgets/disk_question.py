"""The one question about safety at first run: is the disk encrypted, and so, is a passphrase needed here?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import card, label, set_role
from champion_app.desktop.words import tr
from champion_app.tasks import disk_question
from champion_app.tasks.disk_question import Disk

_WHY = {
    Disk.YES: (
        "Then whoever finds this laptop cannot read its disk. A passphrase for Champion is a second door, which you "
        "can set at any time in Settings."
    ),
    Disk.NO: (
        "Then whoever finds or borrows this laptop can read what you write. A passphrase keeps your binder shut. You "
        "also get a recovery sheet for the safe, so that forgetting it is not the end."
    ),
    Disk.NOT_SURE: (
        "Then it is best to act as if it were not: a passphrase keeps your binder shut. You also get a recovery sheet "
        "for the safe, so that forgetting it is not the end. IT can tell you about the disk later."
    ),
    Disk.SHARED: (
        "Then whoever knows the login can open your binder. A passphrase keeps it yours. You also get a recovery sheet "
        "for the safe, so that forgetting it is not the end."
    ),
}
_NOT_NOW = "Not now is a choice too. It is remembered with today's date, and the page of what we hold shows it."


class DiskQuestion(QWidget):
    """``passphrase_asked`` is emitted when somebody wants to set one; ``answered`` whenever an answer was kept.

    An answer is kept as soon as it is given; "Not now" is part of it.
    """

    passphrase_asked = Signal()
    answered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = label(tr(disk_question.QUESTION), "strong")
        self.answers = {disk: QRadioButton(tr(disk.value)) for disk in Disk}
        self.outcome = card("soft")
        self.why = label("")
        self.reason = label(tr(_NOT_NOW), "small")
        self.set_it = button(desk.theme, tr("Set a passphrase"), self.passphrase_asked.emit, "primary", "lock")
        self.not_now = button(desk.theme, tr("Not now"), self._put_off)
        self.kept = label("", "small")
        self._group = QButtonGroup(self)
        self._build()
        self._group.buttonClicked.connect(self._chose)
        self.show_answer()

    @property
    def disk(self) -> Disk | None:
        """The answer in view, or None while there is none."""
        return next((disk for disk, made in self.answers.items() if made.isChecked()), None)

    def show_answer(self) -> None:
        """Shows the answer as it was kept, and offers what follows from it."""
        found = disk_question.answered(self._desk.binder)
        if found is not None:
            self.answers[found.disk].setChecked(True)
        self.kept.setText(
            tr(disk_question.in_words(found, locked=self._desk.binder.key is not None)) if found is not None else ""
        )
        self.kept.setVisible(found is not None)
        locked = self._desk.binder.key is not None
        self._offer(self.disk, locked=locked)
        self.not_now.setVisible(found is not None and not found.not_now and not locked)

    def _offer(self, disk: Disk | None, *, locked: bool) -> None:
        self.outcome.setVisible(disk is not None)
        if disk is None:
            return
        best = disk.wants_passphrase and not locked
        self.why.setText(tr("Your binder has a passphrase.") if locked else tr(_WHY[disk]))
        for made in (self.set_it, self.reason):
            made.setVisible(not locked)
        self.reason.setVisible(best)
        set_role(self.set_it, "primary" if best else "")
        self.set_it.setIcon(self._desk.theme.icon("lock", "on_accent" if best else "text"))

    def _chose(self, made: QAbstractButton) -> None:
        disk = next((one for one, radio in self.answers.items() if radio is made), None)
        if disk is not None and self._keep(disk, not_now=False):
            self.not_now.setVisible(self._desk.binder.key is None)

    def _put_off(self) -> None:
        if self.disk is not None:
            self._keep(self.disk, not_now=True)

    def _keep(self, disk: Disk, *, not_now: bool) -> bool:
        done = self._desk.done(lambda: disk_question.answer(self._desk.binder, disk, not_now=not_now))
        if done:
            self.show_answer()
            self.answered.emit()
        return done

    def _build(self) -> None:
        choices = QWidget()
        choices.setAccessibleName(tr(disk_question.QUESTION))
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for made in self.answers.values():
            made.setAccessibleDescription(tr(disk_question.QUESTION))
            self._group.addButton(made)
            inside.addWidget(made)
        acts = Flow(gap=12)
        acts.addWidget(self.set_it)
        acts.addWidget(self.not_now)
        said = QVBoxLayout(self.outcome)
        said.setContentsMargins(16, 12, 16, 16)
        said.setSpacing(12)
        said.addWidget(self.why)
        said.addLayout(acts)
        said.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, choices, self.outcome, self.kept):
            column.addWidget(part)
