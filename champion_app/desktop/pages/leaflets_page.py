"""Leaflets: choose a sheet, see it, choose its contacts and switches, print it or save it. Every print is noted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.print_history_dialog import PrintHistoryDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.caution_list import CautionList
from champion_app.desktop.widgets.champion_box import ChampionBox
from champion_app.desktop.widgets.contact_ticks import ContactTicks
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.leaflet_options import LeafletOptions
from champion_app.desktop.widgets.leaflet_orders import LeafletOrders, Order
from champion_app.desktop.widgets.leaflet_work import Pictured
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.widgets.page_preview import PagePreview
from champion_app.desktop.widgets.template_list import TemplateList
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.leaflets import LeafletPaper, Size, cautions, sheets_of
from champion_app.domain.listings import Listing
from champion_app.domain.typed_text import first_line
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings

FIRST = "family-first-days"
# Narrower than this at 100 % text, the three columns stand one under the other.
_NARROW = 940
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX


class LeafletsPage(Page):
    """Templates, form and live pages side by side."""

    kinds = frozenset({"listings", "service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Leaflets"), scrolls=False)
        self._templates = {item.id: item for item in leaflets.templates(desk.binder)}
        self._template = self._templates[FIRST]
        self._pictured: Pictured | None = None
        self.paper: LeafletPaper | None = None
        self.save = button(desk.theme, tr("Save as PDF…"), self.save_pdf, "", "save")
        self.print = button(desk.theme, tr("Print…"), self.print_paper, "primary", "print")
        self.history = button(desk.theme, tr("Print history"), self.show_history, "", "reports")
        self.templates = TemplateList(desk.theme, tuple(self._templates.values()))
        self.options = LeafletOptions(desk.theme)
        self.cautions = CautionList(desk.theme)
        self.contacts = ContactTicks(desk.theme)
        self.champion = ChampionBox(desk.theme, lambda: desk.navigation.go_to("settings"))
        self.preview = PagePreview(desk)
        self.orders = LeafletOrders(desk, self, self.show_history)
        self._form = QWidget()
        self._form_area = QScrollArea()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.templates.choose(FIRST)
        self._connect()

    def reload(self) -> None:
        """Asks for the contacts and who we are again."""
        self._show_template()

    def arrive(self, what: object) -> None:
        """Shows a template by its id, with the size and switches it was last made with."""
        if isinstance(what, str):
            if what == self._template.id:
                self._show_template()
            self.templates.choose(what)

    def save_pdf(self) -> None:
        """Asks where, then saves and notes it."""
        self.orders.save(self._order(copies=1))

    def print_paper(self) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        self.orders.print(self._order(self.options.copies.value()))

    def show_history(self) -> None:
        """What was printed, and which contacts it carried."""
        dialog = PrintHistoryDialog(self.desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the columns stand one under the other."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.header.addWidget(self.save)
        self.header.addWidget(self.print)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.templates, 1)
        column.addWidget(self.history)
        self._build_form()
        self._form_area.setWidgetResizable(True)
        self._form_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns.setSpacing(GAP)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(left, 5)
        self._columns.addWidget(self._form_area, 8)
        self._columns.addWidget(self.preview, 8)
        inner = QWidget()
        inner.setObjectName("page_body")
        inner.setLayout(self._columns)
        self._all = QScrollArea()
        self._all.setWidgetResizable(True)
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.setWidget(inner)
        self.body.addWidget(self._all, 1)

    def _build_form(self) -> None:
        self._form.setObjectName("page_body")
        self._contact_card = _titled(tr("Contacts"), self.contacts)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.cautions, _titled(tr("How it is made"), self.options)):
            column.addWidget(widget)
        column.addWidget(self._contact_card)
        column.addWidget(self.champion)
        column.addStretch(1)
        self._form_area.setWidget(self._form)

    def _connect(self) -> None:
        self.templates.chosen.connect(self._choose)
        self.options.changed.connect(self._options_changed)
        self.contacts.chosen_changed.connect(self._contacts_changed)
        self.contacts.checked_today.connect(self._tick)
        self.preview.made.connect(self._looked)
        self.desk.theme.changed.connect(self._fit)
        for keys, press in (("Ctrl+P", self.print), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press.click)
            press.setToolTip(keys)

    def _choose(self, template_id: str) -> None:
        self._template = self._templates[template_id]
        self._pictured = None
        self._show_template()

    def _show_template(self) -> None:
        binder, template = self.desk.binder, self._template
        self.options.show_choices(template, leaflets.remembered_choices(binder, template))
        self._contact_card.setVisible(template.takes_contacts)
        chosen = leaflets.chosen_contacts(binder, template)
        self.contacts.show_contacts(leaflets.offered_contacts(binder), chosen, clock.today())
        self._show_paper()

    def _show_paper(self) -> None:
        self.paper = self._compose()
        self.champion.show_champion(self.paper.champion)
        self._show_cautions()
        self.preview.show_paper(self.paper)

    def _show_cautions(self) -> None:
        if self.paper is None:
            return
        left_out, folded = "", 0
        if self._pictured is not None:
            left_out = self._pictured.left_out
            if self.paper.size is Size.FOLDED_A5:
                folded = sheets_of(self.paper, self._pictured.total)
        self.cautions.show_cautions(cautions(self._template, self.paper, clock.today()), left_out, folded)

    def _compose(self) -> LeafletPaper:
        chosen = self.contacts.chosen if self._template.takes_contacts else ()
        return leaflets.compose_leaflet(self.desk.binder, self._template, self.options.choices(), chosen)

    def _order(self, copies: int) -> Order:
        """What is printed is what is on the screen now, whatever is chosen while the printer works."""
        return Order(self._template, self.options.choices(), self._compose(), copies)

    def _options_changed(self) -> None:
        choices = self.options.choices()
        self.desk.attempt(lambda: leaflets.remember_choices(self.desk.binder, self._template, choices))
        self._show_paper()

    def _contacts_changed(self, chosen: tuple[int, ...]) -> None:
        self.desk.attempt(lambda: leaflets.choose_contacts(self.desk.binder, self._template, chosen))
        self._show_paper()

    def _tick(self, listing_id: int) -> None:
        binder = self.desk.binder
        known = listings.listing(binder, listing_id)
        if known is not None and self.desk.attempt(lambda: _ticked(binder, known)):
            offer_undo(self.desk, tr("{name}: checked today.", name=first_line(known.fields.name, 60)))

    def _looked(self, pictured: Pictured) -> None:
        """The picture knows what the form cannot: characters no font has, and how many pages there are."""
        self._pictured = pictured
        self._show_cautions()

    def _fit(self) -> None:
        """Three columns with a scroll bar each, or one column with one."""
        narrow = self.width() < self.desk.theme.px(_NARROW)
        if narrow == (self._columns.direction() is QBoxLayout.Direction.TopToBottom):
            return
        if narrow:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            self._form_area.takeWidget()
            self._form_area.hide()
            self._columns.insertWidget(1, self._form)
        else:
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._columns.removeWidget(self._form)
            self._form_area.setWidget(self._form)
            self._form_area.show()
        self._form.show()
        high = self.desk.theme.px(150)
        self.templates.setMinimumHeight(high if narrow else 0)
        self.templates.setMaximumHeight(high if narrow else _NO_LIMIT)
        self.templates.show_chosen()
        self.preview.setMinimumHeight(self.desk.theme.px(480) if narrow else 0)


def _ticked(binder: Binder, known: Listing) -> bool:
    listings.tick_checked(binder, known.id, listings.who_checks(binder))
    return True


def _titled(title: str, inside: QWidget) -> QWidget:
    made = card()
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(label(title, "strong"))
    column.addWidget(inside)
    return made
