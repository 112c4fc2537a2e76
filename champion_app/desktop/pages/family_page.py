"""Beside a family: leaflets and what is made for families and children, to look at together. Nothing else.

No search of everything, no list of pages, no name of ours, no notice about anything but a print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import Messages, Notice, Tone
from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.family_cards import FamilyCards
from champion_app.desktop.widgets.family_reading import FamilyReading
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.leaflet_orders import LeafletOrders, Order
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.resource_words import about_words, byline
from champion_app.desktop.widgets.rows import LongRowModel, row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.leaflets import Template
from champion_app.tasks import family_view, leaflets, resources
from champion_app.tasks.leaflets import group_of

_WHOM = {
    "": "All",
    "families": "For families",
    "carers": "For parents and carers",
    "children": "For children and young people",
    "resources": "To read and watch",
}
RESOURCES = "resources"


class FamilyPage(Page):
    """``back_asked`` is emitted when somebody wants to go back to the champion's own work."""

    kinds = frozenset({"own_words", "text_checks", "listings", "service", "prisons", "leaflet_texts", "resources"})
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        # What the orders say is heard here alone, and said in words without a name or a place on this computer.
        self._outside = desk.messages
        desk = replace(desk, messages=Messages())
        super().__init__(desk, tr("For families"), scrolls=False)
        self._templates: list[Template] = []
        self._open: Template | None = None
        self.back = button(desk.theme, tr("Back to work"), self.back_asked.emit, "", "lock")
        self.whom = Chips(tr("For whom"), self.show_whom)
        self.count = label("", "small")
        self.cards = FamilyCards(desk)
        self.model = LongRowModel(self._rows_of)
        self.rows = row_list(desk.theme, tr("To read and watch"), self.model)
        self.nothing = label(tr("There is nothing of this kind here yet."), "muted")
        self.reading = FamilyReading(desk.theme, self.print_it)
        self.said = label("")
        self.orders = LeafletOrders(desk, self, lambda: None)
        self._stack = QStackedWidget()
        self._build()
        self.cards.opened.connect(self.read)
        self.reading.language.connect(self.read)
        self.reading.closed.connect(self.show_all)
        self.rows.clicked.connect(self._read_row)
        self.rows.activated.connect(self._read_row)
        desk.messages.said.connect(self._said)

    def reload(self) -> None:
        """Asks for the leaflets and resources again; what is being read stays."""
        found = self.desk.attempt(lambda: family_view.family_leaflets(self.desk.binder))
        self._templates = found or []
        self.show_whom(self.whom.chosen)

    def show_whom(self, whom: str) -> None:
        """Shows those for one audience, or what there is to read and watch, or every leaflet."""
        self.whom.show_chips([(value, tr(words)) for value, words in _WHOM.items()], whom)
        if whom == RESOURCES:
            ids = self.desk.attempt(lambda: family_view.family_resources(self.desk.binder)) or []
            self.model.show_ids(ids)
            count, words = len(ids), trn("{n} thing to read or watch", "{n} things to read or watch", len(ids))
        else:
            shown = [one for one in self._templates if whom in ("", one.audience)]
            self.cards.show_templates(shown)
            count = len({group_of(one.id) for one in shown})
            words = trn("{n} leaflet", "{n} leaflets", count)
        self.count.setText(words)
        self.cards.setVisible(whom != RESOURCES and count > 0)
        self.rows.setVisible(whom == RESOURCES and count > 0)
        self.nothing.setVisible(count == 0)

    def read(self, template_id: str) -> None:
        """Opens a leaflet to read, with the contacts and the facts it would be printed with."""
        shown = next((one for one in self._templates if one.id == template_id), None)
        if shown is None:
            return
        order = self.desk.attempt(lambda: self._order(shown))
        if order is None:
            return
        self._open = shown
        same = [one for one in self._templates if group_of(one.id) == group_of(shown.id)]
        self.reading.show_leaflet(order.paper, shown, same)
        self._turn(reading=True)

    def show_all(self) -> None:
        """Back to the cards, where one was."""
        self._open = None
        self._turn(reading=False)
        (self.rows if self.whom.chosen == RESOURCES else self.cards).setFocus(Qt.FocusReason.OtherFocusReason)

    def print_it(self) -> None:
        """Prints the leaflet being read: one copy unless the printer's own dialog says more. It is noted."""
        shown = self._open
        order = self.desk.attempt(lambda: self._order(shown)) if shown is not None else None
        if order is not None:
            self.orders.print(order)

    def _order(self, shown: Template) -> Order:
        binder = self.desk.binder
        choices = leaflets.remembered_choices(binder, shown)
        chosen = leaflets.chosen_contacts(binder, shown) if shown.takes_contacts else ()
        return Order(shown, choices, leaflets.compose_leaflet(binder, shown, choices, chosen), copies=1)

    def _read_row(self, index: QModelIndex) -> None:
        found = resources.resource(self.desk.binder, self.model.id_at(index))
        if found is not None:
            self.reading.show_resource(found)
            self._turn(reading=True)

    def _rows_of(self, ids: Sequence[int]) -> list[Row]:
        found = resources.some(self.desk.binder, ids)
        return [
            Row(
                one.id,
                one.fields.title,
                " · ".join(part for part in (byline(one.fields), about_words(one.fields)) if part),
            )
            for one in found
        ]

    def _turn(self, *, reading: bool) -> None:
        self._stack.setCurrentIndex(1 if reading else 0)
        self.said.hide()

    def _said(self, notice: Notice) -> None:
        """A print went well or not. The whole of it, with places and names, is said when the champion is back."""
        quiet = notice.tone is Tone.QUIET
        self.said.setText(
            tr("It is being printed.") if quiet else tr("It could not be printed here. Your worker is told more later.")
        )
        set_role(self.said, "ok" if quiet else "warning")
        self.said.show()
        if not quiet:
            self._outside.warn(notice.text)

    def _build(self) -> None:
        self.header.addWidget(self.back)
        choosing = QWidget()
        column = QVBoxLayout(choosing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.whom)
        column.addWidget(self.count)
        column.addWidget(self.nothing)
        column.addWidget(self.cards, 1)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        self._stack.addWidget(choosing)
        self._stack.addWidget(self.reading)
        self.body.addWidget(self.said)
        self.body.addWidget(self._stack, 1)
        self.said.hide()
        self.rows.hide()
        self.nothing.hide()
