"""The reading pane of one resource: what it is, how to get at it, how far it can be trusted, and what goes with it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.attachment_list import AttachmentList
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.checked_card import CheckedCard
from champion_app.desktop.widgets.file_drop import FileDrop
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.give_out_box import GiveOutBox
from champion_app.desktop.widgets.labels import breakable, hairline, label
from champion_app.desktop.widgets.links import ask_to_open, full_address, typed_address
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.widgets.related_list import RelatedList
from champion_app.desktop.widgets.resource_facts import ResourceFacts
from champion_app.desktop.widgets.resource_words import about_words, byline, came_from_words, given_out_words
from champion_app.desktop.widgets.sheet_card import SheetCard
from champion_app.desktop.widgets.shelf_list import ShelfList
from champion_app.desktop.words import tr
from champion_app.domain.resources import Resource
from champion_app.tasks import resources, service, sheets, shelves

# How long a resource stays in view before others like it are looked for: nobody waits for those while walking by.
LATER_MS = 150


class ResourcePane(QScrollArea):
    """Shows one resource. What its buttons ask for is done by the page."""

    back_asked = Signal()
    edit_asked = Signal()
    copy_asked = Signal()
    retire_asked = Signal()
    remove_asked = Signal()
    other_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._resource: Resource | None = None
        self.setAccessibleName(tr("The resource you have chosen"))
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme = desk.theme
        self.back = button(theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.title = label("", "section")
        self.made_by = label("", "muted")
        self.about = label("", "muted")
        self.sheet = SheetCard(theme)
        self.link = button(theme, "", self.open_link, "", "open-copy")
        self.address = label("", "small")
        self.description = ReadingText(theme)
        self.give = button(theme, tr("Give out…"), self.open_give_out, "", "give-out")
        self.edit = button(theme, tr("Edit"), self.edit_asked.emit, "", "edit")
        self.more = button(theme, tr("More"), self._open_more, "", "more")
        self.menu = QMenu(self)
        self.give_out = GiveOutBox(theme)
        self.checked = CheckedCard(theme)
        hint = tr("None yet. Attach a file, or drop one here: it stays in your binder, and a search finds its words.")
        self.files = AttachmentList(desk, tr("Files"), hint)
        self.facts = ResourceFacts(desk, partial(desk.navigation.go_to, "assessment"))
        self.given = label("", "small")
        self.came_from = label("", "small")
        self.shelves = ShelfList(theme)
        self.related = RelatedList(theme, self.other_asked.emit)
        self._inner = QWidget()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._show_related)
        self._build()
        FileDrop(self.viewport(), self._dropped)

    @property
    def resource_id(self) -> int:
        """The resource in view, or 0."""
        return self._resource.id if self._resource is not None else 0

    def show_resource(self, resource: Resource | None, today: date) -> None:
        """Shows a resource and what goes with it, as it is today; None empties the pane."""
        another = resource is None or resource.id != self.resource_id
        self._resource = resource
        self._inner.setVisible(resource is not None)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if resource is not None else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if another:
            self.give_out.hide()
            self.related.show_related([])
            self.verticalScrollBar().setValue(0)
        if resource is None:
            self._later.stop()
            return
        self._show_words(resource)
        self._show_link(resource)
        self.sheet.setVisible(any(sheet.id == resource.sheet for sheet in sheets.sheets()))
        self.checked.show_state(resource, today)
        self._show_beside(resource)
        self._later.start()

    def open_link(self) -> None:
        """Shows where the link leads, and opens it if that is wanted."""
        url = typed_address(self._resource.fields.link) if self._resource is not None else None
        if url is not None:
            ask_to_open(self._desk, url)

    def open_it(self) -> None:
        """What a person most likely wants of it: the sheet on paper, else the web page, else its first file."""
        if self._resource is None:
            return
        if not self.sheet.isHidden():
            self.sheet.print_asked.emit()
        elif typed_address(self._resource.fields.link) is not None:
            self.open_link()
        elif not self.files.open_first():
            self._desk.messages.inform(tr("There is no web address and no file here to open."))

    def open_give_out(self) -> None:
        """Opens the line that says how many and to whom."""
        if self._resource is not None:
            self.give_out.open_box()
            self.ensureWidgetVisible(self.give_out)

    def _show_words(self, resource: Resource) -> None:
        fields = resource.fields
        self.title.setText(breakable(fields.title))
        for part, words in ((self.made_by, byline(fields)), (self.about, about_words(fields))):
            part.setText(breakable(words))
            part.setVisible(bool(words))
        self.description.show_text(fields.description)
        self.facts.show_fields(fields, service.who_we_are(self._desk.binder).type)

    def _show_link(self, resource: Resource) -> None:
        words = resource.fields.link
        url = typed_address(words)
        self.link.setVisible(url is not None)
        self.address.setVisible(bool(words))
        if url is None:
            self.address.setText(breakable(words))  # what we would not open is shown as it was typed
            return
        said = {"mailto": tr("Write an e-mail…"), "tel": tr("Ring the number…")}
        self.link.setText(said.get(url.scheme(), tr("Open web page…")))
        self.link.setAccessibleDescription(full_address(url))
        self.address.setText(breakable(full_address(url)))

    def _show_beside(self, resource: Resource) -> None:
        binder = self._desk.binder
        self.files.show_resource(resource.id)
        self.shelves.show_shelves(shelves.all_shelves(binder), shelves.shelves_of(binder, resource.id))
        given = given_out_words(*resources.times_given_out(binder, resource.id))
        self.given.setText(given)
        self.given.setVisible(bool(given))
        self.came_from.setText(came_from_words(resource, resources.where_from(binder, "resources", resource.id)))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody waits for related items any more, and the binder may be closed next."""
        super().hideEvent(event)
        self._later.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Related items come a moment after the rest."""
        super().showEvent(event)
        self._later.start()

    def _show_related(self) -> None:
        if self._resource is not None:
            self.related.show_related(resources.related(self._desk.binder, self._resource))

    def _open_more(self) -> None:
        if self._resource is None:
            return
        self.menu.clear()
        turn = tr("Back in use") if self._resource.retired else tr("Retire it")
        for words, icon, asked in (
            (tr("Copy as ours"), "copy", self.copy_asked),
            (turn, "reopen" if self._resource.retired else "retire", self.retire_asked),
            (tr("Remove"), "remove", self.remove_asked),
        ):
            made = self.menu.addAction(self._desk.theme.icon(icon), words)
            made.triggered.connect(lambda checked=False, asked=asked: asked.emit())
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _dropped(self, paths: list[Path]) -> None:
        if self._resource is not None:
            self.files.take(paths)

    def _build(self) -> None:
        self._inner.setObjectName("card_body")
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.back, 0, left)
        head = QVBoxLayout()
        head.setSpacing(4)
        for part in (self.title, self.made_by, self.about):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.description)
        column.addWidget(self.sheet)
        acts = Flow()
        for made in (self.link, self.give, self.edit, self.more):
            acts.addWidget(made)
        column.addLayout(acts)
        parts: tuple[QWidget, ...] = (
            self.address, self.give_out, self.checked, self.files, hairline(), self.facts, self.given, self.came_from,
            hairline(), self.shelves, self.related,
        )  # fmt: skip
        for made_part in parts:
            column.addWidget(made_part)
        column.addStretch(1)
        self._inner.hide()
        self.setWidget(self._inner)
