"""Leaflets: choose a sheet, put it in our words, choose its contacts, see it, print it. Every print is noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.print_history_dialog import PrintHistoryDialog
from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.pages.leaflet_acts import LeafletActs
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.caution_list import CautionList
from champion_app.desktop.widgets.champion_box import ChampionBox
from champion_app.desktop.widgets.contact_ticks import ContactTicks
from champion_app.desktop.widgets.hand_out_box import HandOutBox
from champion_app.desktop.widgets.history_button import HistoryButton
from champion_app.desktop.widgets.leaflet_facts import LeafletFacts
from champion_app.desktop.widgets.leaflet_head import LeafletHead
from champion_app.desktop.widgets.leaflet_options import LeafletOptions
from champion_app.desktop.widgets.leaflet_orders import LeafletOrders, Order
from champion_app.desktop.widgets.leaflet_work import Pictured
from champion_app.desktop.widgets.page import EDGE, GAP, Page
from champion_app.desktop.widgets.page_preview import PagePreview
from champion_app.desktop.widgets.template_gallery import TemplateGallery
from champion_app.desktop.widgets.text_check_box import TextCheckBox
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.widgets.words_columns import StudioColumns, one_below, titled
from champion_app.desktop.widgets.words_copies import OtherCopies
from champion_app.desktop.widgets.words_editor import WordsEditor
from champion_app.desktop.widgets.words_sections import Sections
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import LeafletChoices, Template, as_chosen
from champion_app.domain.typed_text import first_line
from champion_app.tasks import leaflets, listings, own_words

FIRST = "family-first-days"
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
# The gallery follows what is typed when the typing rests.
_REST_MS = 1_500


class LeafletsPage(Page):
    """Templates, form and live pages side by side."""

    kinds = frozenset(
        {"listings", "service", "own_words", "text_checks", "prisons", "figures", "leaflet_texts", "settings"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Leaflets"), scrolls=False)
        self._templates = {item.id: item for item in leaflets.templates(desk.binder)}
        self._template = self._templates[FIRST]
        self._pictured: Pictured | None = None
        self._section = ""  # the one somebody chose; else the one most work begins with
        self.paper: LeafletPaper | None = None
        self.save = button(desk.theme, tr("Save as PDF…"), self.save_pdf, "", "save")
        self.print = button(desk.theme, tr("Print…"), self.print_paper, "primary", "print")
        self.history = HistoryButton(desk, self.show_history)
        self.templates = TemplateGallery(desk)
        self.head = LeafletHead(desk.theme)
        self.options = LeafletOptions(desk)
        self.cautions = CautionList(desk.theme)
        self.words = WordsEditor(desk)
        self.checks = TextCheckBox(desk)
        self.contacts = ContactTicks(desk.theme)
        self.facts = LeafletFacts(desk)
        self.champion = ChampionBox(desk.theme, lambda: desk.navigation.go_to("settings"))
        self.preview = PagePreview(desk)
        self.handed_out = HandOutBox(desk)
        self.orders = LeafletOrders(desk, self, self.show_history)
        self.copies = OtherCopies(
            desk.theme, lambda: self._ask_for(self.orders.save_text), lambda: self._ask_for(self.orders.save_html)
        )
        self.acts = LeafletActs(desk, self)
        self._contact_card = titled(tr("Contacts"), self.contacts)
        self.sections = self._in_sections()
        self._list_later = QTimer(self)
        self._build()
        self.templates.show_templates(tuple(self._templates.values()))
        self.templates.choose(FIRST)
        self._connect()

    def reload(self) -> None:
        """Asks for the words, the contacts and who we are again."""
        before = [(item.id, item.title) for item in self._templates.values()]
        self._templates = {item.id: item for item in leaflets.templates(self.desk.binder)}
        if before != [(item.id, item.title) for item in self._templates.values()]:
            self._show_list()
        else:
            self._list_later.start()
        gone = self._template
        self._template = self._templates.get(gone.id) or self._templates.get(gone.base) or self._templates[FIRST]
        if self._template.id != gone.id:
            self.templates.choose(self._template.id)
        self._show_template()

    def arrive(self, what: object) -> None:
        """Shows a template by its id, with the size and switches it was last made with."""
        if isinstance(what, str):
            if what == self._template.id:
                self._show_template()
            self.templates.choose(what)

    def flush(self) -> None:
        """Keeps the words still being typed."""
        self.words.flush()
        self.facts.flush()

    def save_pdf(self) -> None:
        """Asks where, then saves and notes it."""
        self._ask_for(self.orders.save)

    def print_paper(self) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        self._ask_for(self.orders.print, self.options.copies.value())

    def show_history(self) -> None:
        """What was printed, and which contacts it carried."""
        dialog = PrintHistoryDialog(self.desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the title and the buttons do not fit side by side, they stand one under the other."""
        super().resizeEvent(event)
        self._fit_header()

    def _in_sections(self) -> Sections:
        about = one_below(self._contact_card, titled(tr("Facts"), self.facts), self.champion)
        making = one_below(
            titled("", self.options), titled(tr("Other copies"), self.copies), self.handed_out, stretch=False
        )
        return Sections(
            self.desk.theme,
            (
                ("words", tr("Words"), one_below(titled("", self.words), self.checks, stretch=False)),
                ("facts", tr("Contacts and facts"), about),
                ("making", tr("How it is made"), making),
            ),
        )

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        for made in (self.save, self.print):
            acts.addWidget(made)
        self.header.addLayout(acts)
        left = one_below(self.templates, self.history, stretch=False)
        form = one_below(self.head, self.cautions, self.sections, edge=8)
        self.columns = StudioColumns(self.desk.theme, left, form, self.preview)
        self.body.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.templates.chosen.connect(self._choose)
        self.head.language.connect(self.templates.choose)
        self.head.asked.connect(lambda act: self.acts.do(act, self._template, self._choices()))
        self.acts.made.connect(self._show_made)
        self.sections.turned.connect(self._turned)
        self.words.worded.connect(self._worded)
        self.options.changed.connect(self._options_changed)
        self.facts.changed.connect(self._options_changed)
        self.contacts.chosen_changed.connect(self._contacts_changed)
        self.contacts.checked_today.connect(self._tick)
        self.preview.made.connect(self._looked)
        self.columns.turned.connect(self._fit)
        self.desk.theme.changed.connect(self._fit_header)
        self._list_later.setSingleShot(True)
        self._list_later.setInterval(_REST_MS)
        self._list_later.timeout.connect(self._show_list)
        for keys, press in (("Ctrl+P", self.print), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press.click)
            press.setToolTip(plain_tip(keys))

    def _show_list(self) -> None:
        self._list_later.stop()
        self.templates.show_templates(tuple(self._templates.values()))

    def _choose(self, template_id: str) -> None:
        if template_id == self._template.id or template_id not in self._templates:
            return
        if not self.desk.done(self.flush):
            self.templates.choose(self._template.id)
            return
        self._template = self._templates[template_id]
        self._pictured = None
        self.columns.to_top()
        self._show_template()

    def _show_made(self, template_id: str) -> None:
        """A leaflet of our own has just been made: its words come into view."""
        self.templates.choose(template_id)
        self._turned("words")
        self.sections.show_section("words")

    def _show_template(self) -> None:
        binder, template = self.desk.binder, self._template
        same = leaflets.group_of(template.id)
        languages = [item for item in self._templates.values() if leaflets.group_of(item.id) == same]
        moved_on = any(one.moved_on for one in own_words.changes(binder, template.id))
        ours = not own_words.words_of(binder, template.id).none
        self.head.show_template(template, languages, moved_on=moved_on, ours=ours)
        choices = leaflets.remembered_choices(binder, template)
        for part in (self.options, self.facts):
            part.show_choices(template, choices)
        for box in (self.checks, self.handed_out):
            box.show_template(template)
        self._contact_card.setVisible(template.takes_contacts)
        chosen = leaflets.chosen_contacts(binder, template)
        self.contacts.show_contacts(leaflets.offered_contacts(binder), chosen, clock.today())
        # Until somebody chooses a section, the one where the work on this kind of paper begins.
        self.sections.show_section(self._section or ("facts" if template.takes_contacts else "making"))
        self._show_paper()

    def _turned(self, section: str) -> None:
        self._section = section

    def _show_paper(self) -> None:
        self.paper = self._compose()
        self.champion.show_champion(self.paper.champion)
        self.desk.attempt(lambda: self.words.show_words(self._template, self._choices()))
        self._show_cautions()
        self.preview.show_paper(self.paper)

    def _worded(self, template: Template) -> None:
        """What is being typed is on the pages before it is kept."""
        if self.paper is None or template.id != self._template.id:
            return
        choices = self._choices()
        self.paper = replace(
            self.paper,
            title=template.discreet_title if choices.discreet else template.title,
            subtitle=template.discreet_subtitle if choices.discreet else template.subtitle,
            blocks=as_chosen(template, choices),
        )
        self.head.show_title(template)
        self.preview.show_paper(self.paper)

    def _show_cautions(self) -> None:
        if self.paper is not None:
            self.cautions.show_paper(self._template, self.paper, self._pictured, self.words.keeping.own)

    def _choices(self) -> LeafletChoices:
        return self.facts.choices_over(self.options.choices())

    def _compose(self) -> LeafletPaper:
        chosen = self.contacts.chosen if self._template.takes_contacts else ()
        return leaflets.compose_leaflet(self.desk.binder, self._template, self._choices(), chosen)

    def _ask_for(self, what: Callable[[Order], None], copies: int = 1) -> None:
        """Gives an order for what is on the screen now, whatever is chosen while the printer works."""
        if self.desk.done(self.flush):
            what(Order(self._template, self._choices(), self._compose(), copies))

    def _options_changed(self) -> None:
        choices = self._choices()
        self.desk.attempt(lambda: leaflets.remember_choices(self.desk.binder, self._template, choices))
        self.templates.pictures.look_again({self._template.id})
        self._show_paper()

    def _contacts_changed(self, chosen: tuple[int, ...]) -> None:
        self.desk.attempt(lambda: leaflets.choose_contacts(self.desk.binder, self._template, chosen))
        self.templates.pictures.look_again({self._template.id})
        self._show_paper()

    def _tick(self, listing_id: int) -> None:
        binder = self.desk.binder
        known = listings.listing(binder, listing_id)
        if known is None:
            return
        if self.desk.done(lambda: listings.tick_checked(binder, listing_id, listings.who_checks(binder))):
            offer_undo(self.desk, tr("{name}: checked today.", name=first_line(known.fields.name, 60)))

    def _looked(self, pictured: Pictured) -> None:
        """The picture knows what the form cannot: characters no font has, and how many pages there are."""
        self._pictured = pictured
        self.options.show_made(pictured)
        self._show_cautions()

    def _fit_header(self) -> None:
        needed = sum(made.sizeHint().width() + GAP for made in (self.title, self.save, self.print))
        wide = needed <= self.width() - 2 * EDGE
        self.header.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _fit(self, narrow: bool) -> None:
        """In a narrow window the gallery is low and the pages have room to be read."""
        high = self.desk.theme.px(240)
        self.templates.setMinimumHeight(high if narrow else 0)
        self.templates.setMaximumHeight(high if narrow else _NO_LIMIT)
        self.templates.show_chosen()
        self.preview.setMinimumHeight(self.desk.theme.px(480) if narrow else 0)
