"""The contacts of a leaflet: those on it first and in order, the others under a search box."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.contact_tick import ContactTick
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr, trn
from champion_app.domain.listings import Listing, mentions, searched_text

# How many of the services that are not on the leaflet are shown at a time; the rest are found by typing.
OFFERED_AT_ONCE = 6


class ContactTicks(QWidget):
    """``chosen_changed`` carries the ids on the leaflet, in order; ``checked_today`` the id of one just checked."""

    chosen_changed = Signal(object)
    checked_today = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._offered: dict[int, Listing] = {}
        self._searched: dict[int, str] = {}
        self._chosen: tuple[int, ...] = ()
        self._today = date.min
        self._ticks: dict[int, ContactTick] = {}
        self.said = label("", "small")
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Find another service for this leaflet"))
        self.search.setPlaceholderText(tr("Find another service"))
        self.search.setClearButtonEnabled(True)
        self.more = label("", "small")
        self._on, self._off = QVBoxLayout(), QVBoxLayout()
        for column in (self._on, self._off):
            column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        layout.addLayout(self._on)
        layout.addWidget(self.search)
        layout.addLayout(self._off)
        layout.addWidget(self.more)
        self.search.textChanged.connect(lambda text: self._arrange())

    def show_contacts(self, offered: Sequence[Listing], chosen: tuple[int, ...], today: date) -> None:
        """Shows the services that may be on a leaflet and which of them are."""
        self._offered = {listing.id: listing for listing in offered}
        self._searched = {listing.id: searched_text(listing.fields) for listing in offered}
        self._chosen = tuple(number for number in chosen if number in self._offered)
        self._today = today
        self._arrange()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The services on the leaflet, in order."""
        return self._chosen

    def tick(self, listing_id: int) -> ContactTick | None:
        """The row of a service, if it is in view."""
        return self._ticks.get(listing_id)

    def _arrange(self) -> None:
        typed = self.search.text()
        others = [
            number for number in self._offered if number not in self._chosen and mentions(self._searched[number], typed)
        ]
        shown = others[:OFFERED_AT_ONCE]
        for number in set(self._ticks) - {*self._chosen, *shown}:
            self._drop(number)
        for place, number in enumerate(self._chosen):
            self._put(self._on, number, place, place)
        for place, number in enumerate(shown):
            self._put(self._off, number, place, -1)
        count = len(self._chosen)
        self.said.setText(trn("{n} contact on the leaflet", "{n} contacts on the leaflet", count))
        self.search.setVisible(len(self._offered) > count)
        hidden = len(others) - len(shown)
        said = trn("{n} more: type to find it", "{n} more: type to find them", hidden) if hidden else ""
        self.more.setText(said if others or not typed.strip() else tr("No other service has these words."))
        self.more.setVisible(bool(self.more.text()))

    def _put(self, column: QVBoxLayout, number: int, row: int, place: int) -> None:
        """Shows a service at a row of a column. A row that is there already is moved, so that it keeps the keyboard."""
        tick = self._ticks.get(number)
        if tick is None:
            tick = ContactTick(self._theme, number)
            tick.ticked.connect(self._ticked)
            tick.moved.connect(self._moved)
            tick.checked_today.connect(self.checked_today)
            self._ticks[number] = tick
        if column.indexOf(tick) != row:
            for other in (self._on, self._off):
                other.removeWidget(tick)
            column.insertWidget(row, tick)
        tick.show_listing(self._offered[number], self._today, place, len(self._chosen))

    def _drop(self, number: int) -> None:
        tick = self._ticks.pop(number)
        for column in (self._on, self._off):
            column.removeWidget(tick)
        tick.hide()
        tick.deleteLater()

    def _ticked(self, number: int, on: bool) -> None:
        kept = tuple(other for other in self._chosen if other != number)
        self._choose((*kept, number) if on else kept)

    def _moved(self, number: int, step: int) -> None:
        order = list(self._chosen)
        place = order.index(number)
        to = min(max(place + step, 0), len(order) - 1)
        order.insert(to, order.pop(place))
        self._choose(tuple(order))

    def _choose(self, chosen: tuple[int, ...]) -> None:
        self._chosen = chosen
        self._arrange()
        self.chosen_changed.emit(chosen)
