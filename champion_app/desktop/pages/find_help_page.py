"""Find help: the directory of services, with how far each number can be trusted, and ringing round."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.listing_dialog import ListingDialog
from champion_app.desktop.dialogs.lists_and_packs import ListsAndPacks
from champion_app.desktop.dialogs.recall_dialog import RecallDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.listing_list import FILTERS, ListingList
from champion_app.desktop.widgets.listing_pane import ListingPane
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.widgets.recall_note import RecallNote
from champion_app.desktop.widgets.recall_words import recall_words
from champion_app.desktop.widgets.ring_round import RingRoundPane
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.listings import Listing, ListingStatus
from champion_app.domain.typed_text import first_line
from champion_app.tasks import listings, recall, resources
from champion_app.tasks.recall import Recall


class FindHelpPage(Page):
    """Search, chips, a list of services and a reading pane; or one service at a time while ringing round."""

    kinds = frozenset({"listings", "service", "prints"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Find help"), scrolls=False)
        self._dialog: ListingDialog | None = None
        self._recall_dialog: RecallDialog | None = None
        self._wrong: list[Recall] = []
        self._wrong_before: set[Recall] = set()
        self.ringing = False
        self.add = button(desk.theme, tr("Add a service"), self.add_service, "primary", "add")
        self.ring = button(desk.theme, "", self.start_ringing, "", "phone")
        self.exchange = ListsAndPacks(desk, self, "listings")
        self.prisons = button(desk.theme, tr("Prisons"), partial(desk.navigation.go_to, "prisons"), "", "prison")
        self.recall = RecallNote(desk.theme, self.show_recalls, of_all=True)
        self.list = ListingList(desk)
        self.pane = ListingPane(desk)
        self.split = SideBySide(desk.theme, self.list, self.pane)
        self.ring_round = RingRoundPane(desk)
        self._tools = QWidget()
        self._none = empty_state(
            desk.theme,
            "find-help",
            tr("No services yet"),
            tr("Here is who can help a family: the number, how to refer, and when somebody last checked it."),
            tr("Add the first service"),
            self.add_service,
        )
        self._build()
        self._connect()

    def reload(self) -> None:
        """Asks the binder again; the one in view stays in view, and a round that is under way goes on."""
        self._wrong = recall.recalls(self.desk.binder)
        self.recall.show_recalls(self._wrong)
        self.list.reload()
        if self.ringing:
            self.ring_round.refresh()
        self._arrange()

    def arrive(self, what: object) -> None:
        """Shows one service, all of one kind ("checked", "to_check", "closed"), or begins to ring round ("ring_round").

        Whatever was searched for before is cleared away.
        """
        if what == "ring_round":
            self.start_ringing()
        elif isinstance(what, str) and what in FILTERS:
            self._stop_ringing()
            self.list.look_for(what)
        elif isinstance(what, int) and listings.listing(self.desk.binder, what) is not None:
            self._stop_ringing()
            self.list.choose(what)
            self._read()
            self.list.rows.setFocus()

    def add_service(self) -> None:
        """Opens the dialog for a new service."""
        self._open_dialog(None)

    def edit_service(self) -> None:
        """Opens the dialog on the service in view."""
        if (listing := self.chosen) is not None:
            self._open_dialog(listing)

    def start_ringing(self) -> None:
        """Goes on with today's round, or begins one: the whole page is for one service at a time."""
        self.ringing = True
        self._arrange()
        self.ring_round.start()

    def show_recalls(self, listing_id: int = 0) -> None:
        """Opens the list of sheets that carry something wrong: of one service, or all of them."""
        if self._recall_dialog is None:
            dialog = RecallDialog(self.desk, listing_id, self)
            self._recall_dialog = dialog
            dialog.finished.connect(self._recall_dialog_gone)
            dialog.open()

    @property
    def chosen(self) -> Listing | None:
        """The service in view."""
        return listings.listing(self.desk.binder, self.list.listing_id) if self.list.listing_id else None

    def flush(self) -> None:
        """Keeps what is being typed into the dialog or the round. Raises a disk fault."""
        if self._dialog is not None:
            self._dialog.keep_draft()
        if self.ringing:
            self.ring_round.flush()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Typing searches from the first moment."""
        super().showEvent(event)
        if not event.spontaneous() and not self.split.isHidden():
            self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons stand beside the title where there is room, else below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        made = [one for one in (self.ring, self.prisons, self.exchange.button) if not one.isHidden()]
        needed = sum(one.sizeHint().width() + GAP for one in made)
        beside = self.title.sizeHint().width() + needed + self.add.sizeHint().width() + 4 * GAP <= self.width()
        inside: QBoxLayout = self.header if beside else self.body
        if inside.indexOf(self._tools) < 0:
            (self.body if beside else self.header).removeWidget(self._tools)
            inside.insertWidget(2 if beside else 0, self._tools)
        self._tools.setMinimumWidth(needed if beside else 0)

    def _build(self) -> None:
        self.header.addWidget(self.add)
        tools = Flow(self._tools)
        tools.addWidget(self.ring)
        tools.addWidget(self.prisons)
        tools.addWidget(self.exchange.button)
        self.header.insertWidget(2, self._tools)
        self.body.addWidget(self.recall)
        self.body.addWidget(self._none)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.ring_round, 1)
        self.body.addStretch(0)
        self._none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ring_round.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.rows.clicked.connect(lambda index: self._read())
        self.list.rows.activated.connect(self._activated)
        self.pane.back_asked.connect(self._back)
        self.split.turned.connect(lambda: self.pane.back.setVisible(self.split.narrow))
        self.pane.check_asked.connect(self._tick)
        self.pane.doubt_asked.connect(self._untick)
        self.pane.edit_asked.connect(self.edit_service)
        self.pane.status_asked.connect(self._turn)
        self.pane.remove_asked.connect(self._remove)
        self.pane.recall_asked.connect(lambda: self.show_recalls(self.list.listing_id))
        self.ring_round.left.connect(self._leave_round)
        self.ring_round.recall_asked.connect(self.show_recalls)
        self.desk.theme.changed.connect(self._fit)
        for keys, act in (("F2", self.edit_service), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.list.rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _arrange(self) -> None:
        """What there is room for: the round, the list with its pane, or the card that teaches."""
        anything = bool(self.list.everything)
        self.title.setVisible(not self.ringing)
        self.add.setVisible(not self.ringing)
        self._tools.setVisible(not self.ringing)
        self.recall.setVisible(not self.ringing and bool(self._wrong))
        self._none.setVisible(not anything and not self.ringing)
        self.split.setVisible(anything and not self.ringing)
        self.ring_round.setVisible(self.ringing)
        self.ring.setText(self._ring_words())
        self.ring.setVisible(anything)
        self._fit()

    def _ring_words(self) -> str:
        known = recall.round_of_today(self.desk.binder)
        if known is not None and known.current and known.done:
            left = len(known.services) - known.done
            return trn("Go on ringing round: {n} left", "Go on ringing round: {n} left", left)
        due = recall.due_count(self.desk.binder)
        return tr("Ring round: {n} due", n=due) if due else tr("Ring round: none due")

    def _show(self, listing_id: int) -> None:
        """Shows a service in the pane, with where it came from and which sheets carry something wrong."""
        listing = listings.listing(self.desk.binder, listing_id) if listing_id else None
        self.pane.show_listing(listing, clock.today())
        if listing is not None:
            sources = resources.where_from(self.desk.binder, "listings", listing_id)
            self.pane.show_background(sources, [one for one in self._wrong if one.contact.listing == listing_id])

    def _tick(self) -> None:
        if (listing := self.chosen) is not None:
            by = listings.who_checks(self.desk.binder)
            self._do(
                listing, partial(listings.tick_checked, self.desk.binder, listing.id, by), tr("{name}: checked today.")
            )

    def _untick(self) -> None:
        if (listing := self.chosen) is not None:
            self._do(
                listing,
                partial(listings.untick_checked, self.desk.binder, listing.id),
                tr("{name}: to be checked again. Its number is not printed until then."),
            )

    def _turn(self) -> None:
        if (listing := self.chosen) is None:
            return
        closed = listing.fields.status is ListingStatus.CLOSED
        words = tr("{name} is open again.") if closed else tr("{name} is marked as closed.")
        status = ListingStatus.ACTIVE if closed else ListingStatus.CLOSED
        self._do(listing, partial(listings.set_status, self.desk.binder, listing.id, status), words)

    def _remove(self) -> None:
        if (listing := self.chosen) is not None:
            self._do(listing, partial(listings.remove_listing, self.desk.binder, listing.id), tr("{name} was removed."))

    def _do(self, listing: Listing, work: Callable[[], None], words: str) -> None:
        before = set(recall.recalls(self.desk.binder, listing.id))
        if self.desk.done(work):
            self._say(listing.id, words.replace("{name}", first_line(listing.fields.name, 60)), before)

    def _say(self, listing_id: int, words: str, before: set[Recall]) -> None:
        """Says what was done, with Undo beside it; or, when sheets are wrong by it now, with the way to them."""
        wrong = recall.recalls(self.desk.binder, listing_id)
        if set(wrong) - before:
            self.desk.messages.inform(
                f"{words} {recall_words(wrong)}", tr("See which sheets"), partial(self.show_recalls, listing_id)
            )
        else:
            offer_undo(self.desk, words)

    def _open_dialog(self, listing: Listing | None) -> None:
        if self._dialog is not None:
            return
        self._wrong_before = set(recall.recalls(self.desk.binder, listing.id)) if listing is not None else set()
        dialog = ListingDialog(self.desk, listing, self)
        self._dialog = dialog
        dialog.saved.connect(self._saved)
        dialog.other_asked.connect(self.arrive)
        dialog.finished.connect(self._dialog_gone)
        dialog.open()

    def _saved(self, listing_id: int, words: str) -> None:
        self.arrive(listing_id)
        self._say(listing_id, words, self._wrong_before)

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _recall_dialog_gone(self) -> None:
        dialog, self._recall_dialog = self._recall_dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if self.ringing:
            self.ring_round.take_keyboard()

    def _stop_ringing(self) -> None:
        self.ringing = False
        self._arrange()

    def _leave_round(self) -> None:
        self._stop_ringing()
        self.list.rows.setFocus()

    def _activated(self, index: QModelIndex) -> None:
        self._read()
        self.pane.edit.setFocus()

    def _read(self) -> None:
        """The pane is wanted."""
        self.split.read()

    def _back(self) -> None:
        self.split.back()
        self.list.rows.setFocus()
