"""The passphrase: set, changed, taken off, and its recovery code. Nothing changes before the last step.

What is typed here is the one thing in Champion that is never kept as a draft: a secret in a file would be none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.code_groups import CodeGroups
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.new_passphrase import NewPassphrase
from champion_app.desktop.widgets.passphrase_field import PassphraseField
from champion_app.desktop.widgets.recovery_code_card import RecoveryCodeCard
from champion_app.desktop.widgets.step_frame import step_frame
from champion_app.desktop.words import tr, trn
from champion_app.faults import CodeNotTyped, CodeSlip, Fault, WrongCode, WrongPassphrase
from champion_app.tasks import passphrase
from champion_app.tasks.passphrase import RecoveryCode


class Way(Enum):
    """What the dialog is opened for."""

    TURN_ON = "turn_on"
    CHANGE = "change"
    FORGOTTEN = "forgotten"  # a new one, after the recovery code opened the binder
    NEW_CODE = "new_code"
    TURN_OFF = "turn_off"


@dataclass(frozen=True)
class TurnOn:
    """Everything needed to lock a binder; asked of whoever can close it first."""

    code: RecoveryCode
    typed: str = field(repr=False)
    passphrase: str = field(repr=False)
    hint: str = field(default="", repr=False)


@dataclass(frozen=True)
class TurnOff:
    """The secret that takes the lock off."""

    secret: str = field(repr=False)


_TITLES = {
    Way.TURN_ON: "Set a passphrase",
    Way.CHANGE: "Change the passphrase",
    Way.FORGOTTEN: "Choose a new passphrase",
    Way.NEW_CODE: "Make a new recovery code",
    Way.TURN_OFF: "Turn the lock off",
}
_LAST = {
    Way.TURN_ON: "Turn on the lock",
    Way.CHANGE: "Change it",
    Way.FORGOTTEN: "Use this passphrase",
    Way.NEW_CODE: "Use this code",
    Way.TURN_OFF: "Turn the lock off",
}


class PassphraseDialog(QDialog):
    """One step after the other. ``secret`` is the recovery code that has just opened the binder, if one has."""

    def __init__(self, desk: Desk, way: Way, parent: QWidget, secret: str = "") -> None:
        super().__init__(parent)
        self._desk, self._way, self._secret = desk, way, secret
        self._busy = False
        self.code = passphrase.begin()
        self.present = PassphraseField(desk.theme, tr("Your passphrase now"))
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
        self._build(parent)
        self._show_step(0)

    def go_on(self) -> None:
        """To the next step once this one is right; at the last one it is done."""
        place = self.steps.currentIndex()
        if self._busy or not self._leave[place]():
            return
        if place + 1 < self.steps.count():
            self._show_step(place + 1)
        else:
            self._finish()

    def go_back(self) -> None:
        """To the step before; what was typed stays."""
        if self.steps.currentIndex():
            self._show_step(self.steps.currentIndex() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on from where one types; no button is pressed from afar."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Forgets everything typed as it closes."""
        self.present.clear()
        self.new.forget()
        self.typed.clear()
        self._secret = ""
        super().done(result)

    # ---- the steps

    def _build(self, parent: QWidget) -> None:
        title = tr(_TITLES[self._way])
        self.setWindowTitle(title)
        steps: dict[Way, Callable[[], None]] = {
            Way.TURN_ON: self._turn_on_steps,
            Way.CHANGE: lambda: self._add(self._choose_new, self.present, self.new),
            Way.FORGOTTEN: lambda: self._add(self.new.accepted, self._words(_AFTER_CODE), self.new),
            Way.NEW_CODE: self._code_steps,
            Way.TURN_OFF: lambda: self._add(lambda: self._given(self.present), self._words(_OFF), self.present),
        }
        steps[self._way]()
        for unused in (self.present, self.new, self.card, self.typed):
            if unused.parentWidget() is None:
                unused.setParent(self)
                unused.hide()
        above, buttons = (label(title, "section"), self.place), (self.back, self.cancel, self.next)
        step_frame(self, above, self.steps, (self.problem,), buttons)
        self.problem.hide()
        self.present.entered.connect(self.go_on)
        self.new.entered.connect(self.go_on)
        self.typed.entered.connect(self.go_on)
        room, px = parent.window().size(), self._desk.theme.px
        self.resize(min(px(680), room.width() - 48), min(px(_HEIGHTS.get(self._way, 560)), room.height() - 48))
        self.setMinimumSize(320, 320)

    def _turn_on_steps(self) -> None:
        self._add(self.new.accepted, self._words(_ON), self.new)
        self._code_steps()

    def _code_steps(self) -> None:
        self._add(lambda: True, self.card)
        self._add(self._typed_back, self._words(_BACK), self.typed)

    def _words(self, words: str) -> QWidget:
        return label(tr(words))

    def _add(self, leave: Callable[[], bool], *parts: QWidget) -> None:
        inner = QWidget()
        inner.setObjectName("page_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(16)
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

    def _show_step(self, place: int) -> None:
        self.problem.hide()
        self.steps.setCurrentIndex(place)
        count, last = self.steps.count(), place + 1 == self.steps.count()
        self.place.setText(tr("Step {n} of {all}", n=place + 1, all=count) if count > 1 else "")
        self.back.setVisible(place > 0)
        self.next.setText(tr(_LAST[self._way]) if last else tr("Next"))
        self.next.setAutoDefault(False)
        fields: tuple[QWidget, ...] = (self.present, self.new, self.typed)
        next((part for part in fields if part.isVisibleTo(self)), self.next).setFocus()

    # ---- what is asked of each step

    def _given(self, given: PassphraseField) -> bool:
        if not given.text():
            given.say(tr("Type the passphrase first."))
            given.setFocus()
        return bool(given.text())

    def _choose_new(self) -> bool:
        return self._given(self.present) and self.new.accepted()

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
        binder = self._desk.binder
        new, hint = self.new.passphrase, self.new.hint
        match self._way:
            case Way.TURN_ON:
                self._hand_over(TurnOn(self.code, self.typed.code, new, hint))
            case Way.TURN_OFF:
                secret = self.present.text()
                self._work(lambda: passphrase.confirm(binder.path, secret), lambda _: self._hand_over(TurnOff(secret)))
            case Way.NEW_CODE:
                self._work(partial(passphrase.change_code, binder, self.code, self.typed.code), self._new_code_done)
            case Way.CHANGE | Way.FORGOTTEN:
                secret = self._secret or self.present.text()
                self._work(partial(passphrase.change, binder, secret, new, hint), self._changed)

    def _work(self, work: Callable[[], object], then: Callable[[int], None]) -> None:
        self._busy = True
        self.next.setEnabled(False)
        self._desk.jobs.start(work, lambda result: self._worked(then, result), self._failed)

    def _worked(self, then: Callable[[int], None], result: int) -> None:
        self._busy = False
        then(result)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self.next.setEnabled(True)
        if not isinstance(error, Fault):
            raise error
        if isinstance(error, WrongPassphrase | WrongCode | CodeSlip) and not self.present.isHidden():
            self.present.say(fault_words(error))
            self.present.line.selectAll()
            self.present.setFocus()
        else:
            self.problem.setText(fault_words(error))
            self.problem.show()

    def _hand_over(self, order: TurnOn | TurnOff) -> None:
        """The binder has to be closed for this: the application does it."""
        self.accept()
        self._desk.navigation.lock_asked.emit(order)

    def _changed(self, backups: int) -> None:
        words = tr("The passphrase is changed.")
        self._say_done(words, backups)

    def _new_code_done(self, backups: int) -> None:
        self._say_done(tr("The new recovery code counts from now on. Destroy older sheets."), backups)

    def _say_done(self, words: str, backups: int) -> None:
        self.accept()
        also = trn("{n} backup has it too.", "{n} backups have it too.", backups) if backups else ""
        self._desk.messages.inform(f"{words} {also}".strip())


# In pixels at 100 % text.
_HEIGHTS = {Way.TURN_OFF: 320, Way.NEW_CODE: 440, Way.FORGOTTEN: 480}
_ON = (
    "Without the passphrase nobody can read this binder, nor the backups made from now on. You type it when Champion "
    "starts, and when it has locked itself after a while."
)
_AFTER_CODE = "The recovery code has opened your binder. Choose a new passphrase now; your sheet stays good."
_BACK = "Type the code from your sheet, to be sure that it can be read. Nothing changes before it is right."
_OFF = (
    "Without the lock, whoever can use this laptop can open the binder and read it. Backups made from now on are not "
    "locked either; older ones still open with the passphrase."
)
