"""Choosing a second place for a binder without a lock: copies can be locked, since a stick is lost more easily.

The passphrase and the code typed here are kept nowhere, as in the passphrase dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QRadioButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.code_groups import CodeGroups
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.new_passphrase import NewPassphrase
from champion_app.desktop.widgets.recovery_code_card import RecoveryCodeCard
from champion_app.desktop.widgets.step_frame import step_frame
from champion_app.desktop.words import tr
from champion_app.faults import CodeNotTyped, CodeSlip, Fault
from champion_app.tasks import backups, passphrase


class SecondPlaceDialog(QDialog):
    """``placed`` is emitted when the place was noted. Nothing is written anywhere before the last step."""

    placed = Signal()

    def __init__(self, desk: Desk, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._folder = desk, folder
        self._busy = False
        self.setWindowTitle(tr("Choose a second place"))
        self.lock_it = QRadioButton(tr("Lock the copies with a passphrase"))
        self.leave_open = QRadioButton(tr("Leave the copies open"))
        self.new = NewPassphrase(desk.theme)
        self.code = passphrase.begin()
        self.card = RecoveryCodeCard(desk, self.code)
        self.typed = CodeGroups(desk.theme)
        self.steps = QStackedWidget()
        self.place = label("", "small")
        self.problem = label("", "problem")
        self.back = button(desk.theme, tr("Back"), self.go_back, "", "previous")
        self.cancel = button(desk.theme, tr("Cancel"), self.reject)
        self.next = button(desk.theme, tr("Next"), self.go_on, "primary")
        self._leave: list[Callable[[], bool]] = []
        self._build(parent)
        self._show_step(0)

    def go_on(self) -> None:
        """To the next step once this one is right; at the last one it is done."""
        place = self.steps.currentIndex()
        if self._busy or not self._leave[place]():
            return
        if place + 1 < self._count():
            self._show_step(place + 1)
        else:
            self._finish()

    def go_back(self) -> None:
        """To the step before."""
        if self.steps.currentIndex() and not self._busy:
            self._show_step(self.steps.currentIndex() - 1)

    def reject(self) -> None:
        """Closes; not while it is being noted."""
        if not self._busy:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on from where one types; no button is pressed from afar."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Forgets everything typed as it closes."""
        self.new.forget()
        self.typed.clear()
        super().done(result)

    def _count(self) -> int:
        return self.steps.count() if self.lock_it.isChecked() else 1

    def _show_step(self, place: int) -> None:
        self.problem.hide()
        self.steps.setCurrentIndex(place)
        self._turn()
        wanted = {1: self.new, 3: self.typed}.get(place)
        (wanted or self.next).setFocus()

    def _turn(self) -> None:
        place, count = self.steps.currentIndex(), self._count()
        last = place + 1 == count
        self.place.setText(tr("Step {n} of {all}", n=place + 1, all=count) if count > 1 else "")
        self.back.setVisible(place > 0)
        self.next.setText(tr("Copy my backups there") if last else tr("Next"))

    def _typed_back(self) -> bool:
        try:
            passphrase.refuse_typed(self.code, self.typed.code)
        except (CodeSlip, CodeNotTyped) as fault:
            self.typed.say(fault_words(fault))
            self.typed.setFocus()
            return False
        return True

    def _finish(self) -> None:
        self._busy = True
        self.next.setEnabled(False)
        locks = self.lock_it.isChecked()
        work = partial(
            backups.choose_second_place, self._desk.binder.path, self._folder,
            passphrase=self.new.passphrase if locks else "", code=self.code.text if locks else "",
        )  # fmt: skip
        self._desk.jobs.start(work, lambda _: self._noted(), self._failed)

    def _noted(self) -> None:
        self._busy = False
        self.accept()
        self.placed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.next.setEnabled(True)
        if not isinstance(error, Fault):
            raise error
        self.problem.setText(breakable(fault_words(error)))
        self.problem.show()

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
        self._add(lambda: True, self.card)
        back = label(tr("Type the code from your sheet, to be sure that it can be read."))
        self._add(self._typed_back, back, self.typed)
        above, buttons = (label(self.windowTitle(), "section"), self.place), (self.back, self.cancel, self.next)
        step_frame(self, above, self.steps, (self.problem,), buttons)
        self.problem.hide()
        self.next.setAutoDefault(False)
        self.new.entered.connect(self.go_on)
        self.typed.entered.connect(self.go_on)
        room, px = parent.window().size(), self._desk.theme.px
        self.resize(min(px(680), room.width() - 48), min(px(520), room.height() - 48))
        self.setMinimumSize(320, 320)

    def _add(self, leave: Callable[[], bool], *parts: QWidget) -> None:
        inner = QWidget()
        inner.setObjectName("page_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        self.steps.addWidget(area)
        self._leave.append(leave)
