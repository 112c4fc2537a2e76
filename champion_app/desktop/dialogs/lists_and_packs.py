"""The button that takes lists and packs in, makes a pack, and saves what is here as a file for somebody else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british

_TAKE_IN = {"listings": "Take in a list of services…", "resources": "Take in a list of resources…"}
_SAVE = {"listings": "Save the services as a file…", "resources": "Save the resources as a file…"}
_KINDS = {
    "listings": "Excel (*.xlsx);;CSV (*.csv);;Open Referral UK 3.0 (*.json)",
    "resources": "Excel (*.xlsx);;CSV (*.csv)",
}
_NAMES = {"listings": "Services", "resources": "Resources"}


class ListsAndPacks(QObject):
    """A button with a menu, for the page of one noun: "listings" or "resources".

    Each dialog loads when it is asked for; ``dialog`` and ``file_dialog`` are the ones last opened.
    """

    def __init__(self, desk: Desk, page: QWidget, noun: str) -> None:
        super().__init__(page)
        self._desk, self._page, self._noun = desk, page, noun
        self.dialog: QDialog | None = None
        self.file_dialog: QFileDialog | None = None
        self.menu = QMenu(page)
        self.button: QPushButton = button(desk.theme, tr("Lists and packs"), self._open, "", "exchange")
        self.button.setAccessibleName(tr("Lists and packs"))
        self.button.setToolTip(tr("Take in a list or a pack, make a pack, save what is here as a file"))
        for words, act in (
            (tr(_TAKE_IN[noun]), self.take_in_list),
            (tr("Take in a pack…"), self.take_in_pack),
            (tr("Make a pack…"), self.make_pack),
            (tr(_SAVE[noun]), self.save),
        ):
            self.menu.addAction(words, act)

    def take_in_list(self) -> None:
        """Opens the dialog that takes in somebody else's list."""
        from champion_app.desktop.dialogs.list_dialog import open_list_dialog

        self.dialog = open_list_dialog(self._desk, self._noun, self._page)

    def take_in_pack(self) -> None:
        """Opens the dialog that takes in a pack."""
        from champion_app.desktop.dialogs.pack_dialog import open_pack_dialog

        self.dialog = open_pack_dialog(self._desk, self._page)

    def make_pack(self) -> None:
        """Opens the dialog that makes a pack."""
        from champion_app.desktop.dialogs.make_pack_dialog import open_make_pack_dialog

        self.dialog = open_make_pack_dialog(self._desk, self._page)

    def save(self) -> None:
        """Asks where, then saves every service or resource as a table, or as Open Referral."""
        name = f"{tr(_NAMES[self._noun])}, {british(clock.today())}.xlsx"
        title = tr(_SAVE[self._noun]).removesuffix("…")
        self.file_dialog = ask_where(
            self._page, places.prints() / name, self.save_to, title=title, kinds=tr(_KINDS[self._noun])
        )

    def save_to(self, path: Path) -> None:
        """Saves as the ending of the name says."""
        from champion_app.tasks import exports

        work = exports.save_services if self._noun == "listings" else exports.save_resources
        saved = self._desk.attempt(partial(work, self._desk.binder, path))
        if saved is not None:
            words = tr("Saved: {path}. Our own notes and our rules for leaflets are not in it.")
            self._desk.messages.inform(words.format(path=saved))

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
