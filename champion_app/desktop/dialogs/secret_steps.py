"""A dialog in steps in which secrets are typed: a passphrase, and a recovery code that is typed back from its sheet.

What is typed here is the one thing in Champion that is never kept as a draft: a secret in a file would be none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.code_groups import CodeGroups
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.new_passphrase import NewPassphrase
from champion_app.desktop.widgets.recovery_code_card import RecoveryCodeCard
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.widgets.step_frame import step_frame
from champion_app.desktop.words import tr
from champion_app.faults import CodeNotTyped, CodeSlip, Fault
from champion_app.tasks import passphrase


class SecretSteps(QDialog):
    """One step after the other; nothing changes before the last one, and it cannot be left while that is being done.

    A subclass adds its steps, lays itself out with ``_lay_out``, and says in ``_finish`` what is done at the end.
    """

    def __init__(self, desk: Desk, title: str, last: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._last, self._busy = desk, last, False
        self.setWindowTitle(title)
        self.code = passphrase.begin()
        self.new = NewPassphrase(desk.theme)
        self.card = RecoveryCodeCard(desk, self.code)
        self.typed = CodeGroups(desk.theme)
        self.steps = QStackedWidget()
        self.place = label("", "small")
        self.problem = label("", "problem")
        self.back = button(desk.theme, tr("Back"), self.go_back, "", "previous")
        self.cancel = button(desk.theme, tr("Cancel"), self.reject)
        self.next = button(desk.theme, tr("Next"), self.go_on, "primary")
        self._leave: list[Callable[[], bool]] = []
        self.new.entered.connect(self.go_on)
        self.typed.entered.connect(self.go_on)

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
        """To the step before; what was typed stays."""
        if self.steps.currentIndex() and not self._busy:
            self._show_step(self.steps.currentIndex() - 1)

    def reject(self) -> None:
        """Closes; not while it is being done."""
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

    # ---- the steps

    def _count(self) -> int:
        return self.steps.count()

    def _fields(self) -> tuple[QWidget, ...]:
        """What may be typed into, the first that is in view first."""
        return self.new, self.typed

    def _add(self, leave: Callable[[], bool], *parts: QWidget) -> None:
        """A step, and what has to be right before it is left."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.steps.addWidget(scrolling(inner))
        self._leave.append(leave)

    def _add_code(self, words: str) -> None:
        """The last two steps: the code on its card, and typed back."""
        self._add(lambda: True, self.card)
        self._add(self._typed_back, label(words), self.typed)

    def _lay_out(self, parent: QWidget, height: int) -> None:
        """Once every step is there. ``height`` in pixels at 100 % text."""
        above, buttons = (label(self.windowTitle(), "section"), self.place), (self.back, self.cancel, self.next)
        step_frame(self, above, self.steps, (self.problem,), buttons)
        self.next.setAutoDefault(False)
        room, px = parent.window().size(), self._desk.theme.px
        self.resize(min(px(680), room.width() - 48), min(px(height), room.height() - 48))
        self.setMinimumSize(320, 320)
        self._show_step(0)

    def _show_step(self, place: int) -> None:
        self.problem.hide()
        self.steps.setCurrentIndex(place)
        self._turn()
        next((part for part in self._fields() if part.isVisibleTo(self)), self.next).setFocus()

    def _turn(self) -> None:
        place, count = self.steps.currentIndex(), self._count()
        self.place.setText(tr("Step {n} of {all}", n=place + 1, all=count) if count > 1 else "")
        self.back.setVisible(place > 0)
        self.next.setText(self._last if place + 1 == count else tr("Next"))

    def _typed_back(self) -> bool:
        try:
            passphrase.refuse_typed(self.code, self.typed.code)
        except (CodeSlip, CodeNotTyped) as fault:
            self.typed.say(fault_words(fault))
            self.typed.setFocus()
            return False
        return True

    # ---- the end

    def _finish(self) -> None:
        raise NotImplementedError

    def _work(self, work: Callable[[], object], then: Callable[[Any], object]) -> None:
        """Does the last thing on a worker; ``then`` is given what came of it."""
        self._busy = True
        self.next.setEnabled(False)

        def worked(result: object) -> None:
            self._busy = False
            then(result)

        self._desk.jobs.start(work, worked, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.next.setEnabled(True)
        if not isinstance(error, Fault):
            raise error
        self._say(error)

    def _say(self, fault: Fault) -> None:
        self.problem.setText(breakable(fault_words(fault)))
        self.problem.show()
