"""Going back to a backup: what would be lost, what was done since, and one button that names both dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.backup_words import about, moment, state_sentence
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.unlock_form import UnlockForm
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.backups import Backup, Lost
from champion_app.domain.dates import british
from champion_app.faults import Fault
from champion_app.store.binder import Binder
from champion_app.tasks import backup_comparison, backups, found_backups
from champion_app.tasks.backup_comparison import Done
from champion_app.tasks.backups import SetAside


@dataclass(frozen=True)
class GoBack:
    """A backup to go back to, and the key to it when it is locked; asked of whoever can close the binder first."""

    backup: Backup
    key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class BringBack:
    """What was set aside is to take its place again; ``key`` opens it if it is known."""

    set_aside: SetAside
    key: bytes | None = field(default=None, repr=False)
    undoes: bool = False  # whether it is the undoing of a going back


class RestoreDialog(QDialog):
    """``ask`` is called with the order once it was agreed. Escape changes nothing."""

    def __init__(self, desk: Desk, backup: Backup, parent: QWidget, ask: Callable[[GoBack], object]) -> None:
        super().__init__(parent)
        self._desk, self._backup, self._ask = desk, backup, ask
        self._key = desk.binder.key
        self._ready = False
        theme, then = desk.theme, moment(backup.made_at)
        self.setWindowTitle(tr("Go back to a backup"))
        self.title = label(tr("Go back to the backup of {when}?", when=then), "section")
        self.lost = label(tr("Looking at what would be different…"))
        self.since_title = label(tr("The last things you did since"), "strong")
        self.since = label("")
        self.problem = label("", "problem")
        self.form = UnlockForm(theme, desk.jobs, backup.path, partial(found_backups.key_of, backup))
        self.yes = button(theme, self._yes_words(), self.go, "primary", "undo")
        self.no = button(theme, tr("Stay with what you have"), self.reject)
        self._lock_box = card("soft")
        self._build(parent)
        self.form.opened.connect(self._unlocked)
        self.form.failed.connect(lambda fault: self._say(fault_words(fault)))
        desk.jobs.start(partial(_look, desk.binder, backup), self._looked, self._failed)

    def go(self) -> None:
        """Agreed: the rest is done by whoever can close the binder."""
        if self._ready and self.yes.isEnabled():
            self.accept()
            self._ask(GoBack(self._backup, self._key if self._backup.encrypted else None))

    def _yes_words(self) -> str:
        """Both dates; the times too when it is the same day."""
        now, then = clock.now(), self._backup.made_at
        if now.date() == then.date():
            return tr("Go back from now to {time} today", time=f"{then:%H:%M}")
        return tr("Go back from {now} to {then}", now=british(now.date()), then=british(then.date()))

    def _looked(self, found: tuple[str, Lost, list[Done]]) -> None:
        problem, lost, since = found
        if problem:
            self.lost.setText(state_sentence(self._backup, problem))
            self.no.setText(tr("Close"))
            self.no.setFocus()
            return
        self.lost.setText("\n".join(tr(line) for line in lost.lines()))
        self.since.setText("\n".join(f"•  {moment(one.at)}: {tr(one.words)}" for one in since))
        for part in (self.since_title, self.since):
            part.setVisible(bool(since))
        self._ready = True
        self._turn()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error))

    def _unlocked(self, key: object, code: str) -> None:
        if isinstance(key, bytes):
            self._key = key
            self._lock_box.hide()
            self._turn()
            self.yes.setFocus()

    def _say(self, words: str) -> None:
        self.problem.setText(breakable(words))
        self.problem.show()

    def _turn(self) -> None:
        self.yes.setEnabled(self._ready and self._lock_box.isHidden())

    def _build(self, parent: QWidget) -> None:
        needs = backups.needs_another_key(self._desk.binder.path, self._backup)
        box = QVBoxLayout(self._lock_box)
        box.setContentsMargins(16, 12, 16, 12)
        box.addWidget(label(tr("This backup has a passphrase of its own: the one you used when it was made.")))
        box.addWidget(self.form)
        inner = QWidget()
        inner.setObjectName("page_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(label(about(self._backup), "muted"))
        safe = tr("What you have now is backed up first and set aside. You can undo this afterwards.")
        for part in (self.lost, label(safe, "strong"), self.since_title, self.since, self._lock_box, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        acts = Flow(gap=12)
        for made in (self.yes, self.no):
            acts.addWidget(made)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(16)
        outer.addWidget(self.title)
        outer.addWidget(area, 1)
        outer.addLayout(acts)
        self._lock_box.setVisible(needs)
        for part in (self.since_title, self.since, self.problem):
            part.hide()
        self._turn()
        room, px = parent.window().size(), self._desk.theme.px
        self.resize(min(px(620), room.width() - 48), min(px(520 + 220 * needs), room.height() - 48))
        self.setMinimumSize(320, 320)


def _look(binder: Binder, backup: Backup) -> tuple[str, Lost, list[Done]]:
    """What is wrong with it, what would be lost, and what was done since."""
    problem = found_backups.problem(backup, binder.key)
    if problem:
        return problem, Lost(), []
    return "", backups.what_would_be_lost(binder, backup), backup_comparison.done_since(binder, backup)
