"""Find help: the directory of services, with how far each number can be trusted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.listing_dialog import ListingDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.listing_pane import ListingPane
from champion_app.desktop.widgets.listing_words import listing_row
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.listings import CheckState, Listing, ListingStatus, check_state, mentions, searched_text
from champion_app.tasks import listings

_TO_CHECK = (CheckState.STALE, CheckState.UNCHECKED)
_FILTERS = {
    "all": tuple(CheckState),
    "checked": (CheckState.CHECKED,),
    "to_check": _TO_CHECK,
    "closed": (CheckState.CLOSED,),
}
_FILTER_WORDS = {"all": "All", "checked": "Checked", "to_check": "To check", "closed": "Closed"}


class FindHelpPage(Page):
    """Search, chips, a list of services and a reading pane."""

    kinds = frozenset({"listings", "service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Find help"), scrolls=False)
        self._listings: dict[int, Listing] = {}
        self._searched: dict[int, str] = {}
        self._filter = "all"
        self._dialog: ListingDialog | None = None
        self.count = label("", "muted", wrap=False)
        self.add = button(desk.theme, tr("Add a service"), self.add_service, "primary", "add")
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the services"))
        self.search.setPlaceholderText(tr("Name, what it offers, area or number"))
        self.search.setClearButtonEnabled(True)
        self.chips = Chips(tr("Which services"), self._choose_filter)
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Services"), self.model)
        self.nothing = label("", "muted")
        self.pane = ListingPane(desk)
        self._left = QWidget()
        self.split = SideBySide(desk.theme, self._left, self.pane)
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
        """Asks for every service again; the one in view stays in view."""
        found = listings.directory(self.desk.binder)
        kept = {} if not self._listings else self._listings
        self._listings = {listing.id: listing for listing in found}
        self._searched = {
            listing.id: self._searched[listing.id]
            if listing.id in self._searched and kept[listing.id].fields == listing.fields
            else searched_text(listing.fields)
            for listing in found
        }
        self._none.setVisible(not found)
        self.split.setVisible(bool(found))
        self._show()

    def arrive(self, what: object) -> None:
        """Shows one service, whatever was searched for before, or all of one kind: "checked", "to_check", "closed"."""
        if isinstance(what, str) and what in _FILTERS:
            self.search.clear()
            self._choose_filter(what)
        if isinstance(what, int) and what in self._listings:
            self.search.clear()
            self._filter = "all"
            self._show(what)
            self._read()
            self.rows.setFocus()

    def add_service(self) -> None:
        """Opens the dialog for a new service."""
        self._open_dialog(None)

    def edit_service(self) -> None:
        """Opens the dialog on the service in view."""
        if (listing := self.chosen) is not None:
            self._open_dialog(listing)

    @property
    def chosen(self) -> Listing | None:
        """The service in view."""
        row = self.model.row_at(self.rows.currentIndex())
        return self._listings.get(row.id) if row is not None else None

    def _build(self) -> None:
        self.header.insertWidget(1, self.count)
        self.header.addWidget(self.add)
        self.body.addWidget(self._none)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.chips)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        self.body.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self._show())
        self.search.returnPressed.connect(self.rows.setFocus)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show_chosen(now))
        self.rows.clicked.connect(lambda index: self._read())
        self.rows.activated.connect(lambda index: self._read(go=True))
        self.pane.back_asked.connect(self._back)
        self.split.turned.connect(lambda: self.pane.back.setVisible(self.split.narrow))
        self.pane.check_asked.connect(self._tick)
        self.pane.doubt_asked.connect(self._untick)
        self.pane.edit_asked.connect(self.edit_service)
        self.pane.status_asked.connect(self._turn)
        self.pane.remove_asked.connect(self._remove)
        for keys, act in (("F2", self.edit_service), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _choose_filter(self, value: str) -> None:
        self._filter = value
        self._show()

    def _show(self, wanted: int = 0) -> None:
        """Fills the list; ``wanted`` is chosen in it, or what was chosen before, or the first."""
        today = clock.today()
        states = {number: check_state(listing, today) for number, listing in self._listings.items()}
        typed = self.search.text()
        shown = [
            listing
            for number, listing in self._listings.items()
            if states[number] in _FILTERS[self._filter] and mentions(self._searched[number], typed)
        ]
        before = self.chosen
        place = self.rows.currentIndex().row()
        self.model.show_rows([listing_row(listing, today) for listing in shown])
        index = self.model.place_of(wanted or (before.id if before else 0))
        if not index.isValid():
            index = self.model.index(min(max(place, 0), len(shown) - 1)) if shown else QModelIndex()
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(index)
        self._show_chosen(index)
        self._say_counts(list(states.values()), len(shown))

    def _say_counts(self, states: list[CheckState], shown: int) -> None:
        totals = {name: sum(state in among for state in states) for name, among in _FILTERS.items()}
        words = [(name, f"{tr(_FILTER_WORDS[name])} {count}") for name, count in totals.items()]
        self.chips.show_chips(words, self._filter)
        count = trn("{n} service, {checked} checked", "{n} services, {checked} checked", len(states),
                    checked=totals["checked"])  # fmt: skip
        part = tr("{shown} of {n} services shown", shown=shown, n=len(states))
        self.count.setText(count if shown == len(states) else part)
        self.nothing.setVisible(not shown)
        self.nothing.setText(tr("Nothing here for that search. Try fewer letters, or another of the buttons above."))

    def _show_chosen(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        self.pane.show_listing(self._listings.get(row.id) if row else None, clock.today())

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
        def done() -> bool:
            work()
            return True

        if self.desk.attempt(done):
            offer_undo(self.desk, words.replace("{name}", short(listing.fields.name)))

    def flush(self) -> None:
        """Keeps what is being typed into the dialog. Raises a disk fault."""
        if self._dialog is not None:
            self._dialog.keep_draft()

    def _open_dialog(self, listing: Listing | None) -> None:
        if self._dialog is not None:
            return
        dialog = ListingDialog(self.desk, listing, self)
        self._dialog = dialog
        dialog.saved.connect(self._saved)
        dialog.other_asked.connect(self.arrive)
        dialog.finished.connect(self._dialog_gone)
        dialog.open()

    def _saved(self, listing_id: int, words: str) -> None:
        self.arrive(listing_id)
        offer_undo(self.desk, words)

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _read(self, *, go: bool = False) -> None:
        """The pane is wanted; ``go`` moves the keyboard there."""
        self.split.read()
        if go:
            self.pane.edit.setFocus()

    def _back(self) -> None:
        self.split.back()
        self.rows.setFocus()


def short(name: str) -> str:
    """A name for a notice, cut when it is very long."""
    return name if len(name) <= 60 else name[:59].rstrip() + "…"
