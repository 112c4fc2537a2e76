"""Putting the lock on a closed binder or taking it off, on a worker; and what is said and done afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from champion_app.desktop.closed_work import ClosedWork, Ways
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.passphrase_dialog import HandOver, TurnOff, TurnOn
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import Notice, Tone
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.words import tr, trn
from champion_app.faults import Fault, WrongPassphrase
from champion_app.store.binder import Binder
from champion_app.tasks import binders, disk_question, passphrase
from champion_app.tasks.second_place import second_place

if TYPE_CHECKING:
    from champion_app.tasks.plain_leftovers import Leftover


_TITLES = {
    TurnOn: "Putting the lock on",
    TurnOff: "Taking the lock off",
    HandOver: "Handing the lock over",
}


class LockChange(ClosedWork):
    """One turning of the lock."""

    def __init__(self, desk: Desk, order: TurnOn | TurnOff, jobs: Jobs, ways: Ways) -> None:
        title = tr(_TITLES[type(order)])
        words = tr("Your binder is being written anew and compared word for word. Please leave the computer on.")
        super().__init__(desk, title, words, jobs, ways)
        self._order = order

    def _do(self) -> Binder:
        path, order = self._path, self._order
        if isinstance(order, TurnOff):
            passphrase.turn_off(path, order.secret)
            return binders.open_binder(path)
        if isinstance(order, HandOver):
            given = (order.secret, order.code, order.typed, order.passphrase, order.hint)
            return binders.open_binder(path, passphrase.renew(path, *given))
        key = passphrase.turn_on(path, order.code, order.typed, order.passphrase, order.hint)
        return binders.open_binder(path, key)

    def _done(self, came: Binder) -> None:
        desk = self._ways.opened(came, "")
        if desk is None:
            return
        if isinstance(self._order, HandOver):
            _after_handing_over(desk)
        else:
            _after_turning(desk, on=isinstance(self._order, TurnOn))

    def _opened_as_before(self) -> Binder:
        """Whichever way the lock is now."""
        if not passphrase.is_locked(self._path):
            return binders.open_binder(self._path)
        order = self._order
        if isinstance(order, HandOver):
            try:
                return passphrase.unlock(self._path, order.secret)
            except WrongPassphrase:
                return passphrase.unlock(self._path, order.passphrase)  # it had been done
        return passphrase.unlock(self._path, order.passphrase if isinstance(order, TurnOn) else order.secret)


def _after_handing_over(desk: Desk) -> None:
    """A first backup with the new key; the older ones still open with what counted before."""
    desk.messages.inform(tr("The new passphrase and recovery code count. A backup is being made with them."))
    desk.jobs.start(partial(_first_backup, desk.binder), partial(_say_older, desk), partial(_say_fault, desk))


def _first_backup(binder: Binder) -> int:
    from champion_app.tasks import backups

    new = backups.back_up_now(binder).backup
    return sum(one.path != new.path for one in backups.known_backups(binder.path))


def _say_older(desk: Desk, older: int) -> None:
    said = tr("The new passphrase and recovery code count, and a backup has been made with them.")
    if not older:
        desk.messages.inform(said)
        return
    more = trn(
        "{n} older backup still opens with the old ones: remove it once you need it no more.",
        "{n} older backups still open with the old ones: remove them once you need them no more.",
        older,
    )
    desk.messages.warn(f"{said} {more}", tr("See the backups"), lambda: desk.navigation.go_to("backups"))


def _after_turning(desk: Desk, *, on: bool) -> None:
    """Notes who decided it, and locks the backups made before."""
    desk.attempt(lambda: disk_question.note_turned(desk.binder, on=on))
    if on:
        desk.messages.inform(tr("The lock is on. Older backups are being locked too."))
        desk.jobs.start(partial(_lock_backups, desk.binder), partial(_say_left, desk), partial(_say_fault, desk))
    else:
        _say_off(desk)


def _say_off(desk: Desk) -> None:
    off = tr("The lock is off. Whoever can use this laptop can open your binder.")
    place = second_place(desk.binder.path)
    if place is None:
        desk.messages.inform(off)
        return
    also = tr("Copies that go to {folder} are not locked any more either.", folder=place.folder)
    desk.messages.warn(breakable(f"{off} {also}"), tr("See the backups"), lambda: desk.navigation.go_to("backups"))


def say_again(desk: Desk, heard: Sequence[Notice]) -> None:
    """What was said while the binder was being closed, in one notice; what its buttons did belonged to that binder."""
    words = " ".join(notice.text for notice in heard)
    if any(notice.tone is Tone.WARNING for notice in heard):
        desk.messages.warn(words)
    elif words:
        desk.messages.inform(words)


def _lock_backups(binder: Binder) -> list[Leftover]:
    from champion_app.tasks import plain_leftovers

    return plain_leftovers.lock_backups(binder)


def _say_left(desk: Desk, left: list[Leftover]) -> None:
    if not left:
        _say_locked(desk)
        return
    words = trn(
        "The lock is on. {n} file from before can still be read without the passphrase.",
        "The lock is on. {n} files from before can still be read without the passphrase.",
        len(left),
    )
    desk.messages.warn(words, tr("See in Settings"), lambda: desk.navigation.go_to("settings"))


def _say_locked(desk: Desk) -> None:
    from champion_app.tasks import plain_leftovers

    words = tr("The lock is on, and every backup on this computer needs the passphrase.")
    away = plain_leftovers.out_of_reach(desk.binder.path)
    if away is None:
        desk.messages.inform(words)
    else:
        also = tr("Copies in {folder} may not: plug it in, then see in Settings.", folder=away)
        desk.messages.warn(breakable(f"{words} {also}"))


def _say_fault(desk: Desk, error: Exception) -> None:
    if not isinstance(error, Fault):
        raise error
    desk.messages.fault(error)
