"""What can be done with a whole leaflet: a copy of our own, its title, its end, and the shipped words back again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.leaflet_name_dialog import LeafletNameDialog
from champion_app.desktop.dialogs.own_words_dialog import OwnWordsDialog
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import LeafletChoices, Template
from champion_app.domain.typed_text import LONGEST_LINE, first_line
from champion_app.tasks import leaflets, own_words


class LeafletActs(QObject):
    """``made`` carries the id of a leaflet to show. Nothing asks what can be undone."""

    made = Signal(str)

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def do(self, act: str, template: Template, choices: LeafletChoices) -> None:
        """Does one of the acts of the leaflet's menu, once everything typed is kept."""
        if not self._desk.done(self._page.flush):
            return
        acts: dict[str, Callable[[], None]] = {
            "save_as_own": lambda: self._name(template, choices),
            "duplicate": lambda: self._duplicate(template, choices),
            "rename": lambda: self._open(LeafletNameDialog(self._desk, self._page, template, rename=True)),
            "remove": lambda: self._remove(template),
            "what_is_yours": lambda: self._open(OwnWordsDialog(self._desk, template, self._page)),
            "as_shipped": lambda: self._as_shipped(template),
        }
        acts[act]()

    def _name(self, template: Template, choices: LeafletChoices) -> None:
        dialog = LeafletNameDialog(self._desk, self._page, template)
        dialog.saved.connect(lambda key: self._show_new(key, template, choices))
        self._open(dialog)

    def _duplicate(self, template: Template, choices: LeafletChoices) -> None:
        title = tr("Copy of {title}", title=template.title)[:LONGEST_LINE]
        key = self._desk.attempt(lambda: own_words.save_as_own(self._desk.binder, template.id, title))
        if key is not None:
            self._show_new(key, template, choices)

    def _show_new(self, key: str, template: Template, choices: LeafletChoices) -> None:
        """The new one has the switches and the contacts of the one it was made from."""
        binder = self._desk.binder
        made = leaflets.template(key, binder)
        chosen = leaflets.chosen_contacts(binder, template)
        self._desk.attempt(lambda: leaflets.remember_choices(binder, made, choices))
        self._desk.attempt(lambda: leaflets.choose_contacts(binder, made, chosen))
        self.made.emit(key)
        offer_undo(self._desk, tr("Made: {title}.", title=first_line(made.title, 60)))

    def _remove(self, template: Template) -> None:
        if self._desk.done(lambda: own_words.remove_own(self._desk.binder, template.id)):
            offer_undo(self._desk, tr("Removed: {title}.", title=first_line(template.title, 60)))

    def _as_shipped(self, template: Template) -> None:
        if self._desk.done(lambda: own_words.as_shipped(self._desk.binder, template.id)):
            offer_undo(self._desk, tr("The shipped words are back everywhere in this leaflet."))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
