"""Asks for the passphrase, or for the recovery code by whoever has forgotten it; slips are answered with patience."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.code_groups import CodeGroups
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.passphrase_field import PassphraseField
from champion_app.desktop.words import tr, trn
from champion_app.domain.recovery_codes import meant_as_code, normalised_code
from champion_app.faults import CodeSlip, Fault, WrongCode, WrongPassphrase
from champion_app.tasks import passphrase

_TICK_MS = 500


class UnlockForm(QWidget):
    """``check`` is given what was typed and runs on a worker; ``opened`` carries what it gave and the code, if by code.

    ``failed`` carries a fault that has nothing to do with what was typed. Between tries somebody who guesses waits;
    ``steady`` is the clock that wait is measured by, in seconds.
    """

    opened = Signal(object, str)
    failed = Signal(object)

    def __init__(
        self, theme: Theme, jobs: Jobs, path: Path, check: Callable[[str], object], *,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__()
        self._jobs, self._path, self._check, self._steady = jobs, path, check, steady
        self._busy, self._tries, self._until = False, 0, 0.0
        self.field = PassphraseField(theme, tr("Passphrase"))
        self.hint = label("")
        self.code = CodeGroups(theme)
        self.waiting = label("", "warning")
        self.open = button(theme, tr("Open"), self.submit, "primary", "lock")
        self.forgotten = button(theme, tr("I have forgotten it"), self._turn, "link")
        self._code_side = QWidget()
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.field.entered.connect(self.submit)
        self.code.entered.connect(self.submit)
        self._tries = passphrase.failures(path)
        self._show_hint()
        self._begin_wait()

    @property
    def by_code(self) -> bool:
        """Whether the recovery code is asked for."""
        return not self._code_side.isHidden()

    def take_focus(self) -> None:
        """Puts the cursor where one types."""
        (self.code if self.by_code else self.field).setFocus()

    def submit(self) -> None:
        """Tries what was typed, unless it is being tried or it is not time yet."""
        if self._busy or self._left() > 0:
            return
        secret = self.code.code if self.by_code else self.field.text()
        if not secret.strip():
            self.field.say(tr("Type the passphrase first."))
            return
        if self.by_code:
            try:
                normalised_code(secret)  # a slip costs no try
            except CodeSlip as fault:
                self.code.say(fault_words(fault))
                return
        self._set_busy(busy=True)
        given = secret if self.by_code or meant_as_code(secret) else ""
        self._jobs.start(partial(self._check, secret), partial(self._done, given), self._failed)

    def tick(self) -> None:
        """Counts down in words; at the end another try may be made."""
        left = self._left()
        if left > 0:
            self.waiting.setText(
                trn("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", int(left + 0.999))
            )
        else:
            self._timer.stop()
            self.waiting.hide()
            self._announce(tr("You can try again now."))
        self._enable()

    def _done(self, given: str, result: object) -> None:
        self._set_busy(busy=False)
        self.field.clear()
        self.code.clear()
        self.opened.emit(result, given)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, Fault):
            raise error
        if not isinstance(error, WrongPassphrase | WrongCode | CodeSlip):
            self.failed.emit(error)
            return
        self._tries += 1
        if self.by_code:
            self.code.say(fault_words(error))
        else:
            self.field.say(
                f"{fault_words(error)} {tr('“Show” lets you see it: another keyboard language changes letters too.')}"
            )
            self.field.line.selectAll()
        self._show_hint()
        self._begin_wait()
        self.take_focus()

    def _begin_wait(self) -> None:
        # Where the count cannot be kept on the disk, it is kept for as long as the window stands.
        seconds = max(passphrase.wait(self._path), passphrase.delay_after(self._tries))
        self._until = self._steady() + seconds
        if seconds:
            self.waiting.show()
            self.tick()
            self._timer.start()
            self._announce(self.waiting.text())

    def _left(self) -> float:
        return self._until - self._steady()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.open.setText(tr("Opening…") if busy else tr("Open"))
        self._enable()

    def _enable(self) -> None:
        self.open.setEnabled(not self._busy and self._left() <= 0)
        for line in (self.field.line, *self.code.lines):
            line.setReadOnly(self._busy)

    def _show_hint(self) -> None:
        said = passphrase.hint(self._path) if self._tries else ""
        self.hint.setText(tr("Your hint: {hint}", hint=breakable(said)) if said else "")
        self.hint.setVisible(bool(said) and not self.by_code)

    def _turn(self) -> None:
        by_code = not self.by_code
        self._code_side.setVisible(by_code)
        self.field.setVisible(not by_code)
        self.forgotten.setText(tr("Type the passphrase instead") if by_code else tr("I have forgotten it"))
        self._show_hint()
        self.take_focus()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _build(self) -> None:
        side = QVBoxLayout(self._code_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(
            label(
                tr(
                    "Take the recovery sheet out of the safe, or ask your safeguarding lead for it, and type its four "
                    "groups. Capitals, spaces and dashes do not matter."
                )
            )
        )
        side.addWidget(self.code)
        side.addWidget(
            label(tr("Without the passphrase and without the sheet nobody can open it, and nor can we."), "small")
        )
        self._code_side.hide()
        acts = Flow(gap=12)
        acts.addWidget(self.open)
        acts.addWidget(self.forgotten)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.field, self._code_side, self.hint, self.waiting):
            column.addWidget(part)
        column.addLayout(acts)
        self.waiting.hide()
