"""The card for a binder that was changed while Champion was closed: what is different from the newest backup."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.backup_words import moment
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label, set_role
from champion_app.desktop.words import tr, trn
from champion_app.domain.backups import TABLE_WORDS, Backup
from champion_app.faults import Fault
from champion_app.tasks import backup_comparison, backups
from champion_app.tasks.backup_comparison import Difference


class BackupDifference(QFrame):
    """``wanted`` carries the newest backup, to go back to."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._desk = desk
        self._newest: Backup | None = None
        self._comparing = False
        self.title = label("", "section")
        self.words = label("")
        self.found = label("")
        self.go = button(desk.theme, tr("Go back to the newest backup…"), self._go, "", "undo")
        self.carry_on = button(desk.theme, tr("Carry on with what is here"), self._carry_on)
        acts = Flow(gap=12)
        for made in (self.go, self.carry_on):
            acts.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        for part in (self.title, self.words, self.found):
            column.addWidget(part)
        column.addLayout(acts)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def compare(self) -> None:
        """Compares the open binder with the newest backup, on a worker."""
        if self._comparing:
            return
        binder = self._desk.binder
        outside = binder.outside
        self._newest = next((one for one in backups.known_backups(binder.path) if one.checked), None)
        self.title.setText(tr("Changed outside Champion") if outside else tr("Compared with the newest backup"))
        self.words.setText(
            tr(
                "The file is not as it was when you closed Champion. Another program may have written to it, or the"
                " disk has lost something. The file was checked as it was opened, and it opens."
            )
        )
        self.words.setVisible(outside)
        self.go.setVisible(False)
        self.carry_on.setVisible(outside)
        self.show()
        if self._newest is None:
            self._say(tr("There is no backup to compare it with. “Back up now” makes one of what is here."), "muted")
            return
        self._say(tr("Comparing it with the backup of {when}…", when=moment(self._newest.made_at)), "muted")
        self._comparing = True
        work = partial(backup_comparison.compare, binder, self._newest, binder.key)
        self._desk.jobs.start(work, partial(self._compared, self._newest), self._failed)

    def _compared(self, newest: Backup, found: list[Difference]) -> None:
        self._comparing = False
        when = moment(newest.made_at)
        if not found:
            self._say(tr("Everything you can see is the same as in the backup of {when}.", when=when), "ok")
            return
        lines = [tr("Different from the backup of {when}:", when=when)]
        for one in found:
            names = f" ({', '.join(one.names)})" if one.names else ""
            lines.append(f"•  {_words(one)}{names}")
        self._say("\n".join(lines), "strong")
        self.go.setVisible(True)

    def _failed(self, error: Exception) -> None:
        self._comparing = False
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error), "problem")

    def _say(self, words: str, role: str) -> None:
        set_role(self.found, role)
        self.found.setText(breakable(words))

    def _go(self) -> None:
        if self._newest is not None:
            self.wanted.emit(self._newest)

    def _carry_on(self) -> None:
        """The champion has seen it: said once, not again until the file changes again."""
        self._desk.binder.outside = False
        self.hide()


def _words(one: Difference) -> str:
    """ "services: 1 changed, 2 new" """
    parts = [
        trn("{n} changed", "{n} changed", one.changed) if one.changed else "",
        trn("{n} new", "{n} new", one.new) if one.new else "",
        trn("{n} gone", "{n} gone", one.gone) if one.gone else "",
    ]
    return f"{tr(TABLE_WORDS[one.table][1])}: {', '.join(part for part in parts if part)}"
