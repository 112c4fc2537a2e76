"""The question after an erasing: older backups still hold it. Make a new one and remove them, or keep them for now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label, set_role
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.faults import Fault
from champion_app.tasks import old_copies
from champion_app.tasks.old_copies import Renewed

MOST = 8  # named; the rest is counted


class OldCopiesBox(QFrame):
    """``dealt`` is emitted when a new backup was made and the older copies went."""

    dealt = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._working = False
        self.setProperty("role", "warning")
        self.said = label("", "strong")
        self.copies = label("")
        self.until = label("", "muted")
        self.problem = label("", "problem")
        self.renew = button(desk.theme, tr("Replace the older copies"), self._renew, "", "save")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for part in (self.said, self.copies, self.until, self.problem):
            layout.addWidget(part)
        layout.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.hide()

    @property
    def working(self) -> bool:
        """Whether a backup is being made."""
        return self._working

    def refresh(self) -> bool:
        """Shows what is there now. False, and hidden, when no older copy holds anything that was erased."""
        if self._working:
            return True
        binder = self._desk.binder
        found = self._desk.attempt(partial(old_copies.old_copies, binder)) or []
        day, remind = old_copies.erased_on(binder), old_copies.remind_on(binder)
        self.setVisible(bool(found))
        if not found or day is None or remind is None:
            return False
        words = trn(
            "{n} older copy may still hold what was erased on {day}.",
            "{n} older copies may still hold what was erased on {day}.",
            len(found),
            day=british(day),
        )
        self.said.setText(words)
        lines = [f"{british(one.made_on)}: {tr(one.what)} ({one.path.name})" for one in found[:MOST]]
        if len(found) > MOST:
            lines.append(trn("and {n} more", "and {n} more", len(found) - MOST))
        self.copies.setText(breakable("\n".join(lines)))
        self.copies.show()
        self.until.setText(
            tr(
                "They stay until you remove them, and Champion asks again on {day}. To replace them, a new backup is"
                " made and checked before any older one goes.",
                day=british(remind),
            )
        )
        self.renew.show()
        set_role(self.said, "strong")
        return True

    def _renew(self) -> None:
        self._working = True
        self.problem.hide()
        self.renew.setEnabled(False)
        self.until.setText(tr("Making a backup and checking it…"))
        self._desk.jobs.start(partial(old_copies.renew, self._desk.binder), self._renewed, self._failed)

    def _renewed(self, came: Renewed) -> None:
        self._working = False
        self.renew.setEnabled(True)
        if came.left:
            self.refresh()
            where = ", ".join(str(path) for path in came.left[:MOST])
            self.problem.setText(tr("A new backup is there. These could not be removed: {where}.", where=where))
            self.problem.show()
            return
        words = trn("{n} older copy is gone.", "{n} older copies are gone.", came.removed)
        self.said.setText(tr("{copies} The new backup is checked.", copies=words))
        set_role(self.said, "ok")
        self.copies.hide()
        self.until.setText(tr("Copies that you made by hand, and what your IT copies, are yours to see to."))
        self.renew.hide()
        self.dealt.emit()

    def _failed(self, error: Exception) -> None:
        self._working = False
        self.renew.setEnabled(True)
        if not isinstance(error, Fault):
            raise error
        self.refresh()
        self.problem.setText(fault_words(error))
        self.problem.show()
