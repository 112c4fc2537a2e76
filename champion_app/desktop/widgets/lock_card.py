"""The card about the lock in Settings: whether there is one, who decided that and when, and what can be done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.disk_question import DiskQuestion
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.tasks import disk_question, settings

if TYPE_CHECKING:
    from champion_app.tasks.plain_leftovers import Leftover


class LockCard(QFrame):
    """``asked`` carries what the passphrase dialog is to be opened for: "turn_on", "change", "new_code", "turn_off"."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._found: list[Leftover] = []
        theme = desk.theme
        self.state = label("", "strong")
        self.decided = label("", "muted")
        self.disk = label("", "muted")
        self.left = card("warning")
        self.left_words = label("")
        self.set_it = button(theme, tr("Set a passphrase"), lambda: self.asked.emit("turn_on"), "", "lock")
        self.change = button(theme, tr("Change the passphrase"), lambda: self.asked.emit("change"), "", "edit")
        self.new_code = button(theme, tr("New recovery code"), lambda: self.asked.emit("new_code"), "", "print")
        self.turn_off = button(theme, tr("Turn the lock off"), lambda: self.asked.emit("turn_off"))
        self.lock_now = button(theme, tr("Lock now"), lambda: desk.navigation.lock_asked.emit("lock"), "", "lock")
        self.family = button(
            theme, tr("Family view"), lambda: desk.navigation.lock_asked.emit("family"), "", "family-view"
        )
        self.remove = button(theme, tr("Remove them"), self._ask_removing, "", "remove")
        self.after = ChoiceBox()
        self.question = DiskQuestion(desk)
        self._after_box = LabelledField(
            tr("Lock by itself"), self.after, tr("It also locks when the laptop goes to sleep. Ctrl+L locks at once.")
        )
        self._build()
        self.show_state()
        self.after.activated.connect(lambda place: self._keep_after())
        self.question.answered.connect(self.show_state)
        self.question.passphrase_asked.connect(lambda: self.asked.emit("turn_on"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Looks again for files that need no passphrase."""
        super().showEvent(event)
        self._show_left()

    def show_state(self) -> None:
        """Shows how things stand."""
        binder = self._desk.binder
        locked = binder.key is not None
        self.state.setText(
            tr("Your binder is locked with a passphrase.")
            if locked
            else tr("Your binder has no passphrase: whoever can use this laptop can open it.")
        )
        turned = disk_question.turned(binder)
        said = tr("Turned on by {name} on {date}.") if locked else tr("Turned off by {name} on {date}.")
        known = turned is not None and turned.on is locked
        self.decided.setText(said.format(name=turned.by, date=british(turned.day)) if turned and known else "")
        self.decided.setVisible(known)
        self.disk.setText(tr(disk_question.in_words(disk_question.answered(binder), locked=binder.key is not None)))
        for made in (self.change, self.new_code, self.turn_off, self.lock_now, self._after_box):
            made.setVisible(locked)
        self.set_it.setVisible(not locked)
        self.after.show_value(str(disk_question.lock_after(binder)))

    def _show_left(self) -> None:
        """Looks for files from before the lock, on a worker: a stick may be slow."""
        binder = self._desk.binder
        if binder.key is None:
            self.left.hide()
        else:
            self._desk.jobs.start(partial(_look, binder.path, binder.key), self._say_left, _unexpected)

    def _say_left(self, found: list[Leftover]) -> None:
        self._found = found
        self.left.setVisible(bool(found))
        self.left_words.setText(
            trn(
                "{n} file from before the lock can still be read without the passphrase: a backup, or a copy that is "
                "open.",
                "{n} files from before the lock can still be read without the passphrase: backups, or copies that are "
                "open.",
                len(found),
            )
        )

    def _ask_removing(self) -> None:
        found = self._found
        self._desk.messages.ask(
            tr("Remove files from before the lock?"),
            trn(
                "{n} file that needs no passphrase is removed from where Champion keeps it. This cannot be undone. "
                "Backups made since the lock was turned on stay.",
                "{n} files that need no passphrase are removed from where Champion keeps them. This cannot be undone. "
                "Backups made since the lock was turned on stay.",
                len(found),
            ),
            tr("Remove them"),
            tr("Keep them"),
            partial(self._remove, found),
        )

    def _remove(self, found: list[Leftover]) -> None:
        binder = self._desk.binder
        self._desk.jobs.start(partial(_remove, found, binder.path, binder.key), self._removed, _unexpected)

    def _removed(self, came: tuple[list[Leftover], Path | None]) -> None:
        staying, away = came
        self._say_left(staying)
        if staying:
            names = ", ".join(str(one.path) for one in staying)
            self._desk.messages.warn(
                breakable(tr("Some would not go; another program may have them open: {names}.", names=names))
            )
            return
        words = tr("Removed. What Champion keeps needs the passphrase now. Copies made by hand are yours to see to.")
        if away is None:
            self._desk.messages.inform(words)
        else:
            also = tr("Not looked at, for it is not there now: {folder}. Plug it in and look here again.", folder=away)
            self._desk.messages.warn(breakable(f"{words} {also}"))

    def _keep_after(self) -> None:
        minutes = self.after.value
        self._desk.attempt(lambda: settings.keep_setting(self._desk.binder, disk_question.LOCK_AFTER_SETTING, minutes))
        self._desk.navigation.lock_asked.emit("minutes")

    def _build(self) -> None:
        self.after.fill(
            [("", [(tr("After {n} minutes", n=minutes), str(minutes)) for minutes in disk_question.LOCK_AFTER])]
        )
        acts = Flow(gap=12)
        for made in (self.set_it, self.lock_now, self.change, self.new_code, self.turn_off, self.family):
            acts.addWidget(made)
        beside = QVBoxLayout(self.left)
        beside.setContentsMargins(16, 12, 16, 12)
        beside.setSpacing(8)
        beside.addWidget(self.left_words)
        row = Flow()
        row.addWidget(self.remove)
        beside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(tr("Passphrase and family view"), "section"))
        for part in (self.state, self.decided, self.left):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(self._after_box)
        column.addWidget(self.disk)
        column.addWidget(Fold(self._desk.theme, tr("Answer again"), self.question))
        about = tr("Family view (F8) shows only leaflets and what is made for families, to look at together.")
        column.addWidget(label(about, "small"))
        self.left.hide()


def _look(path: Path, key: bytes | None) -> list[Leftover]:
    from champion_app.tasks import plain_leftovers  # late: only a locked binder has any

    return plain_leftovers.plain_leftovers(path, key)


def _remove(found: list[Leftover], path: Path, key: bytes | None) -> tuple[list[Leftover], Path | None]:
    """What is left after removing, and a second place that could not be looked at."""
    from champion_app.tasks import plain_leftovers

    plain_leftovers.remove_leftovers(found)
    return plain_leftovers.plain_leftovers(path, key), plain_leftovers.out_of_reach(path)


def _unexpected(error: Exception) -> None:
    raise error
