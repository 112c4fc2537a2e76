"""The card about binders that were set aside when somebody went back: how large, bringing one back, letting it go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, hairline, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.tasks import backups, found_backups
from champion_app.tasks.backups import SetAside


class BackupAsideCard(QFrame):
    """Hidden while nothing is aside. ``wanted`` carries the one that should take its place again."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self.count = label("", "muted")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(tr("Set aside"), "section"))
        column.addWidget(
            label(
                tr(
                    "When you go back to a backup, the binder you had is not thrown away: it lies here until you let go"
                    " of it. You can bring it back."
                )
            )
        )
        column.addWidget(self.count)
        column.addLayout(self.lines)

    def refresh(self) -> None:
        """Shows what is aside."""
        there = backups.set_asides(self._desk.binder.path)
        empty(self.lines)
        self.setVisible(bool(there))
        size = size_words(sum(found_backups.size_of(one) for one in there))
        self.count.setText(trn("{n} binder, {size}", "{n} binders, {size} together", len(there), size=size))
        for place, one in enumerate(there):
            if place:
                self.lines.addWidget(hairline())
            self.lines.addWidget(self._line(one))

    def _line(self, one: SetAside) -> QWidget:
        when, size = found_backups.set_aside_words(one), size_words(found_backups.size_of(one))
        theme = self._desk.theme
        line = QWidget()
        inside = QVBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(label(tr("Set aside on {day}, {size}", day=when, size=size), "strong"))
        known = tr("All that is in it is in a backup too.") if one.backed_up else tr("Kept as it was found.")
        inside.addWidget(label(known, "muted"))
        inside.addWidget(label(breakable(one.path.name), "small"))
        back = button(theme, tr("Bring it back…"), partial(self._ask_back, one, when), "", "undo")
        back.setAccessibleName(tr("Bring back what was set aside on {day}", day=when))
        go = button(theme, tr("Let go of it…"), partial(self._ask_letting_go, one, when, size), "", "remove")
        go.setAccessibleName(tr("Let go of what was set aside on {day}", day=when))
        acts = Flow(gap=12)
        acts.addWidget(back)
        acts.addWidget(go)
        inside.addLayout(acts)
        return line

    def _ask_back(self, one: SetAside, when: str) -> None:
        self._desk.messages.ask(
            tr("Bring back what was set aside?"),
            tr(
                "The binder set aside on {day} takes its place again. What you have now is backed up first and set"
                " aside in its turn, so you can come back.",
                day=when,
            ),
            tr("Bring it back"),
            tr("Stay with what you have"),
            partial(self.wanted.emit, one),
        )

    def _ask_letting_go(self, one: SetAside, when: str, size: str) -> None:
        safe = (
            tr("All that is in it is in a backup too.")
            if one.backed_up
            else tr("It is in no backup: after this nobody can look into it again.")
        )
        self._desk.messages.ask(
            tr("Let go of it for good?"),
            tr("The binder set aside on {day} ({size}) is removed. {safe} This cannot be undone.", day=when, size=size,
               safe=safe),
            tr("Let go of it"),
            tr("Keep it"),
            partial(self._let_go, one),
        )  # fmt: skip

    def _let_go(self, one: SetAside) -> None:
        if found_backups.let_go(one):
            self._desk.messages.inform(tr("It is gone."))
        else:
            self._desk.messages.warn(
                tr("It could not be removed and is still there: another program may have it open.")
            )
        self.refresh()
