"""The passphrase: set, changed, taken off, and its recovery code. Nothing changes before the last step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from PySide6.QtWidgets import QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.secret_steps import SecretSteps
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.passphrase_field import PassphraseField
from champion_app.desktop.words import tr, trn
from champion_app.faults import CodeSlip, Fault, WrongCode, WrongPassphrase
from champion_app.tasks import passphrase
from champion_app.tasks.passphrase import Changed, RecoveryCode
from champion_app.tasks.second_place import second_place


class Way(Enum):
    """What the dialog is opened for."""

    TURN_ON = "turn_on"
    CHANGE = "change"
    FORGOTTEN = "forgotten"  # a new one, after the recovery code opened the binder
    NEW_CODE = "new_code"
    HAND_OVER = "hand_over"  # passphrase, code and key anew: nothing the champion before knows opens it
    TURN_OFF = "turn_off"


@dataclass(frozen=True)
class TurnOn:
    """Everything needed to lock a binder; asked of whoever can close it first."""

    code: RecoveryCode
    typed: str = field(repr=False)
    passphrase: str = field(repr=False)
    hint: str = field(default="", repr=False)


@dataclass(frozen=True)
class HandOver(TurnOn):
    """The same for a binder that has a lock, and the secret that opens it now."""

    secret: str = field(default="", repr=False)


@dataclass(frozen=True)
class TurnOff:
    """The secret that takes the lock off."""

    secret: str = field(repr=False)


_TITLES = {
    Way.TURN_ON: "Set a passphrase",
    Way.CHANGE: "Change the passphrase",
    Way.FORGOTTEN: "Choose a new passphrase",
    Way.NEW_CODE: "Make a new recovery code",
    Way.HAND_OVER: "A new passphrase and recovery code",
    Way.TURN_OFF: "Turn the lock off",
}
_LAST = {
    Way.TURN_ON: "Turn on the lock",
    Way.CHANGE: "Change it",
    Way.FORGOTTEN: "Use this passphrase",
    Way.NEW_CODE: "Use this code",
    Way.HAND_OVER: "Use them from now on",
    Way.TURN_OFF: "Turn the lock off",
}


class PassphraseDialog(SecretSteps):
    """One step after the other. ``secret`` is the recovery code that has just opened the binder, if one has."""

    def __init__(self, desk: Desk, way: Way, parent: QWidget, secret: str = "") -> None:
        super().__init__(desk, tr(_TITLES[way]), tr(_LAST[way]), parent)
        self._way, self._secret = way, secret
        self.present = PassphraseField(desk.theme, tr("Your passphrase now"))
        self.present.entered.connect(self.go_on)
        self._build(parent)

    def done(self, result: int) -> None:
        """Forgets everything typed as it closes."""
        self.present.clear()
        self._secret = ""
        super().done(result)

    # ---- the steps

    def _build(self, parent: QWidget) -> None:
        steps: dict[Way, Callable[[], None]] = {
            Way.TURN_ON: self._turn_on_steps,
            Way.CHANGE: lambda: self._add(self._choose_new, self.present, self.new),
            Way.FORGOTTEN: lambda: self._add(self.new.accepted, label(tr(_AFTER_CODE)), self.new),
            Way.NEW_CODE: lambda: self._add_code(tr(_BACK)),
            Way.HAND_OVER: self._hand_over_steps,
            Way.TURN_OFF: lambda: self._add(self._given, label(tr(_OFF)), self.present),
        }
        steps[self._way]()
        for unused in (self.present, self.new, self.card, self.typed):
            if unused.parentWidget() is None:
                unused.setParent(self)
                unused.hide()
        self._lay_out(parent, _HEIGHTS.get(self._way, 560))

    def _turn_on_steps(self) -> None:
        self._add(self.new.accepted, label(tr(_ON)), self.new)
        self._add_code(tr(_BACK))

    def _hand_over_steps(self) -> None:
        self._add(self._choose_new, label(tr(_HANDING)), self.present, self.new)
        self._add_code(tr(_BACK))

    def _fields(self) -> tuple[QWidget, ...]:
        return self.present, self.new, self.typed

    # ---- what is asked of each step

    def _given(self) -> bool:
        given = bool(self.present.text())
        if not given:
            self.present.say(tr("Type the passphrase first."))
            self.present.setFocus()
        return given

    def _choose_new(self) -> bool:
        return self._given() and self.new.accepted()

    # ---- the end

    def _finish(self) -> None:
        binder = self._desk.binder
        new, hint = self.new.passphrase, self.new.hint
        match self._way:
            case Way.TURN_ON:
                self._hand_over(TurnOn(self.code, self.typed.code, new, hint))
            case Way.TURN_OFF:
                self._once_confirmed(TurnOff(self.present.text()))
            case Way.HAND_OVER:
                secret = self.present.text()
                self._once_confirmed(HandOver(self.code, self.typed.code, new, hint, secret))
            case Way.NEW_CODE:
                self._work(partial(passphrase.change_code, binder, self.code, self.typed.code), self._new_code_done)
            case Way.CHANGE | Way.FORGOTTEN:
                secret = self._secret or self.present.text()
                self._work(partial(passphrase.change, binder, secret, new, hint), self._changed)

    def _say(self, fault: Fault) -> None:
        if isinstance(fault, WrongPassphrase | WrongCode | CodeSlip) and not self.present.isHidden():
            self._show_step(0)
            self.present.say(fault_words(fault))
            self.present.line.selectAll()
            self.present.setFocus()
        else:
            super()._say(fault)

    def _once_confirmed(self, order: HandOver | TurnOff) -> None:
        path = self._desk.binder.path
        self._work(partial(passphrase.confirm, path, order.secret), lambda _: self._hand_over(order))

    def _hand_over(self, order: TurnOn | TurnOff) -> None:
        """The binder has to be closed for this: the application does it."""
        self.accept()
        self._desk.navigation.lock_asked.emit(order)

    def _changed(self, changed: Changed) -> None:
        self._say_done(tr("The passphrase is changed."), changed)

    def _new_code_done(self, changed: Changed) -> None:
        self._say_done(tr("The new recovery code counts from now on. Destroy older sheets."), changed)

    def _say_done(self, words: str, changed: Changed) -> None:
        self.accept()
        if changed.backups:
            words += " " + trn("{n} backup has it too.", "{n} backups have it too.", changed.backups)
        if not changed.left:
            self._desk.messages.inform(words)
            return
        where = ", ".join(str(path) for path in changed.left)
        words += " " + tr("Not reached, and still open with what counted before: {where}.", where=where)
        place = second_place(self._desk.binder.path)
        if place is not None and place.folder in changed.left:
            words += " " + tr("Plug it in and press “Make a backup and copy it there”: its copies take the new one.")
        self._desk.messages.warn(breakable(words))


# In pixels at 100 % text.
_HEIGHTS = {Way.TURN_OFF: 320, Way.NEW_CODE: 440, Way.FORGOTTEN: 480}
_ON = (
    "Without the passphrase nobody can read this binder, nor the backups made from now on. You type it when Champion "
    "starts, and when it has locked itself after a while."
)
_HANDING = (
    "The binder gets a new key as well: neither the passphrase nor the recovery code that you know opens it "
    "afterwards. Backups made before still open with them."
)
_AFTER_CODE = "The recovery code has opened your binder. Choose a new passphrase now; your sheet stays good."
_BACK = "Type the code from your sheet, to be sure that it can be read. Nothing changes before it is right."
_OFF = (
    "Without the lock, whoever can use this laptop can open the binder and read it. Backups made from now on are not "
    "locked either; older ones still open with the passphrase."
)
