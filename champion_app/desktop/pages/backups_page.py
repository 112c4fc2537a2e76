"""Backups: what there is and whether it is whole, going back to one, a second place, and what was set aside."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.restore_dialog import BringBack, RestoreDialog
from champion_app.desktop.dialogs.second_place_dialog import SecondPlaceDialog
from champion_app.desktop.widgets.backup_aside_card import BackupAsideCard
from champion_app.desktop.widgets.backup_difference import BackupDifference
from champion_app.desktop.widgets.backup_list import BackupList
from champion_app.desktop.widgets.backup_place_card import BackupPlaceCard
from champion_app.desktop.widgets.backup_state_card import BackupStateCard
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.words import tr
from champion_app.domain.backups import Backup
from champion_app.tasks import backups
from champion_app.tasks.backups import SetAside


class BackupsPage(Page):
    """Reads the folder of the backups anew each time it is shown: they are made without this page, too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Backups"), up=("settings", tr("Settings")))
        self.difference = BackupDifference(desk)
        self.state = BackupStateCard(desk)
        self.place = BackupPlaceCard(desk)
        self.list = BackupList(desk.theme, desk.jobs, tr("Go back to this one…"), lambda: desk.binder.key)
        self.aside = BackupAsideCard(desk)
        self.list_card = self._list_card()
        self._build()
        self.state.made.connect(self.refresh)
        self.state.checked.connect(self.list.show_problems)
        self.list.wanted.connect(self.open_restore)
        self.difference.wanted.connect(self.open_restore)
        self.place.chosen.connect(self.choose_place)
        self.place.copied.connect(self.refresh)
        self.aside.wanted.connect(self.bring_back)

    def reload(self) -> None:
        """Looks into the folder."""
        there = self.desk.attempt(partial(backups.all_backups, self.desk.binder.path)) or []
        self.state.show_backups(there)
        self.list.show_backups(there)
        self.list_card.setVisible(bool(there))
        self.place.refresh()
        self.aside.refresh()
        if self.desk.binder.outside and self.difference.isHidden():
            self.difference.compare()

    def refresh(self) -> None:
        """What lies in a folder tells nobody when it changes."""
        self._stale = True
        super().refresh()

    def arrive(self, what: object) -> None:
        """ "different" compares the binder with the newest backup; "place" leads to the second place."""
        if what == "different":
            self.difference.compare()
        elif what == "place":
            for area in self.findChildren(QScrollArea):
                area.ensureWidgetVisible(self.place)
            self.place.choose.setFocus()

    def open_restore(self, backup: Backup) -> None:
        """Asks whether to go back to it."""
        self.show_dialog(RestoreDialog(self.desk, backup, self, self.desk.navigation.lock_asked.emit))

    def bring_back(self, set_aside: SetAside) -> None:
        """A binder that was set aside takes its place again."""
        self.desk.navigation.lock_asked.emit(BringBack(set_aside))

    def choose_place(self, folder: Path) -> None:
        """A locked binder's copies are locked anyway; for others it is asked."""
        if self.desk.binder.key is None:
            dialog = SecondPlaceDialog(self.desk, folder, self)
            dialog.placed.connect(self.place.copy_now)
            self.show_dialog(dialog)
            return
        if self.desk.done(partial(backups.choose_second_place, self.desk.binder.path, folder)):
            self.place.copy_now()

    def _list_card(self) -> QFrame:
        made = card()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(24, 16, 24, 24)
        inside.setSpacing(12)
        inside.addWidget(label(tr("Every backup"), "section"))
        inside.addWidget(self.list)
        return made

    def _build(self) -> None:
        self.body.addWidget(self.difference)
        self.difference.hide()
        self.body.addWidget(
            label(
                tr(
                    "Champion makes backups by itself: as you work, when you close it, and before anything large. Each"
                    " one is opened and compared with your binder before it counts."
                ),
                "muted",
            )
        )
        sides = Columns(self.desk.theme, least=400, most=2)
        sides.addWidget(self.state)
        sides.addWidget(self.place)
        self.body.addLayout(sides)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.aside)
        self.aside.hide()
