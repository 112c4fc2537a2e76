"""The card about the backups on this computer: the newest, where they are, making one, and reading them all again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.backup_words import how_many, moment, why
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label, set_role
from champion_app.desktop.widgets.progress_strip import ProgressStrip, Steps
from champion_app.desktop.words import tr, trn
from champion_app.domain.backups import Backup
from champion_app.domain.dates import british
from champion_app.faults import Fault
from champion_app.tasks import backups, found_backups
from champion_app.tasks.backups import Made

# So many damaged ones are named; the rest is counted.
_MOST = 5


class BackupStateCard(QFrame):
    """``made`` is emitted after a new backup; ``checked`` carries what is wrong with each, by its file."""

    made = Signal()
    checked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self._backups: list[Backup] = []
        self.newest = label("", "strong")
        self.counted = label("", "muted")
        self.where = label(breakable(str(found_backups.home_of(desk.binder.path))))
        self.copy = button(desk.theme, tr("Copy the place"), self._copy, "link", "copy")
        self.now = button(desk.theme, tr("Back up now"), self.back_up, "primary", "save")
        self.check = button(desk.theme, tr("Check my backups now"), self.check_all, "", "checked")
        self.strip = ProgressStrip(desk)
        self.result = label("")
        self._build()
        self.strip.given_up.connect(partial(self._say, tr("Stopped. Nothing was changed."), "muted"))

    def show_backups(self, there: Sequence[Backup]) -> None:
        """Says what there is."""
        self._backups = list(there)
        newest = next((one for one in there if one.checked), None)
        if newest is not None:
            words = tr("Your newest backup was made on {when}, {why}. It was opened and checked.",
                       when=moment(newest.made_at), why=why(newest))  # fmt: skip
        elif there:
            words = tr("There are backups, but none of them is known to be whole. Check them, or make a new one.")
        else:
            words = tr("There is no backup yet. One is made by itself when you close Champion, and as you work.")
        self.newest.setText(words)
        set_role(self.newest, "strong" if newest is not None else "warning")
        oldest = tr("The oldest is of {day}.", day=british(there[-1].made_at.date())) if len(there) > 1 else ""
        self.counted.setText(f"{how_many(self._backups)}. {oldest}".strip() if there else "")
        self.counted.setVisible(bool(there))
        self.check.setVisible(bool(there))

    def back_up(self) -> None:
        """Makes a backup on a worker."""
        if not self.strip.busy:
            self._begin()
            work = partial(backups.back_up_now, self._desk.binder)
            self.strip.do(tr("Making a backup and checking it…"), work, self._made, self._failed)

    def check_all(self) -> None:
        """Reads every backup on a worker."""
        if self.strip.busy or not self._backups:
            return
        self._begin()
        steps = Steps()
        work = partial(_problems, list(self._backups), self._desk.binder.key, steps)
        self.strip.do(tr("Opening and reading every backup…"), work, self._checked, self._failed, steps)

    def _made(self, came: Made) -> None:
        words = tr("Done: a new backup is there. It was opened and checked.")
        if came.second is not None:
            words += " " + tr("A copy is in the second place too.")
        if came.trouble is not None:
            words += " " + fault_words(came.trouble)
        self._say(words, "warning" if came.trouble is not None else "ok")
        self.made.emit()

    def _checked(self, problems: dict[Path, str]) -> None:
        count, bad = len(problems), [one for one in self._backups if problems.get(one.path)]
        if not bad:
            words = trn("{n} backup was read: it is whole.", "{n} backups were read: every one is whole.", count)
        else:
            words = tr("{good} of {count} are whole.", good=count - len(bad), count=count)
            for one in bad[:_MOST]:
                reason = tr(problems[one.path])
                words += " " + tr("Damaged: the backup of {when} ({reason}).", when=moment(one.made_at), reason=reason)
            if len(bad) > _MOST:
                words += " " + trn("and {n} more", "and {n} more", len(bad) - _MOST)
            words += " " + tr("“Back up now” makes a good one.")
        self._say(words, "warning" if bad else "ok")
        self.checked.emit(problems)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            self._say("", "muted")
            raise error
        self._say(fault_words(error), "problem")

    def _begin(self) -> None:
        self.result.hide()
        for made in (self.now, self.check):
            made.setEnabled(False)

    def _say(self, words: str, role: str) -> None:
        for made in (self.now, self.check):
            made.setEnabled(True)
        set_role(self.result, role)
        self.result.setText(words)
        self.result.setVisible(bool(words))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(found_backups.home_of(self._desk.binder.path)))
        self._desk.messages.inform(tr("Copied: the place of your backups."))

    def _build(self) -> None:
        self.where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.where.setAccessibleName(tr("Where your backups are: {place}", place=self.where.text()))
        acts = Flow(gap=12)
        for made in (self.now, self.check):
            acts.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(tr("On this computer"), "section"))
        for part in (self.newest, self.counted, self.where):
            column.addWidget(part)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(acts)
        column.addWidget(self.strip)
        column.addWidget(self.result)
        column.addStretch(1)
        self.result.hide()


def _problems(there: list[Backup], key: bytes | None, steps: Steps) -> dict[Path, str]:
    found = {}
    for place, one in enumerate(there):
        steps.told(place, len(there))
        found[one.path] = found_backups.problem(one, key)
    return found
