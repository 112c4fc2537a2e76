"""The left side of the directory: what is typed, the chips, what was found in words, and the list of services."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.listing_words import listing_row
from champion_app.desktop.widgets.rows import LongRowModel, row_list
from champion_app.desktop.widgets.search_box import found_words
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.listings import CheckState
from champion_app.tasks import listings, recall
from champion_app.tasks.search import IN_TITLES, NOTHING, Finder, Found

# As many as anybody looks through; the chips and another word narrow the rest.
MOST = 200

FILTERS = {
    "all": tuple(CheckState),
    "checked": (CheckState.CHECKED,),
    "to_check": recall.DUE,
    "closed": (CheckState.CLOSED,),
}
_FILTER_WORDS = {"all": "All", "checked": "Checked", "to_check": "To check", "closed": "Closed"}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ListingList(QWidget):
    """``chosen`` carries the id of the service to read, or 0. Arrow keys walk through the list while typing."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = "all"
        self._today = clock.today()
        self._totals: dict[str, int] = {}
        self._finder = Finder(desk.binder, desk.toolkit)
        self._filling = False
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the services"))
        self.search.setPlaceholderText(tr("Name, what it offers, area or number"))
        self.search.setClearButtonEnabled(True)
        self.chips = Chips(tr("Which services"), self._choose_filter)
        self.count = label("", "small")
        self.said = label("", "small")
        self.nothing = label("", "muted")
        self.model = LongRowModel(self._rows_of)
        self.rows = row_list(desk.theme, tr("Services"), self.model)
        self._build()
        self.search.textChanged.connect(lambda text: self._ask(best=True))
        self.search.returnPressed.connect(lambda: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.search.installEventFilter(self)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._tell())

    @property
    def listing_id(self) -> int:
        """The service chosen, or 0."""
        return self.model.id_at(self.rows.currentIndex())

    @property
    def everything(self) -> int:
        """How many services there are in all, whatever is typed or pressed."""
        return self._totals.get("all", 0)

    def reload(self) -> None:
        """The directory has changed: asks for everything again; the service chosen stays chosen."""
        self._today = clock.today()
        states = listings.how_many(self._desk.binder, self._today)
        self._totals = {name: sum(states[state] for state in within) for name, within in FILTERS.items()}
        self._ask()

    def choose(self, listing_id: int) -> None:
        """Chooses a service, whatever was typed or filtered before."""
        self._clear("all")
        self._ask(listing_id)

    def look_for(self, wanted: str) -> None:
        """Shows all of one kind, with nothing typed: "all", "checked", "to_check" or "closed"."""
        self._clear(wanted)
        self._ask(best=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys in the search field walk through the list; Escape takes the words away."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._walk(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for made in (self.search, self.chips, self.count, self.said, self.nothing):
            column.addWidget(made)
        column.addWidget(self.rows, 1)
        self.said.hide()
        self.nothing.hide()
        self.rows.setMinimumHeight(self._desk.theme.px(140))

    def _choose_filter(self, value: str) -> None:
        self._filter = value
        self._ask()

    def _clear(self, wanted: str) -> None:
        blocked = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(blocked)
        self._filter = wanted

    def _walk(self, step: int) -> None:
        place = min(max(self.rows.currentIndex().row() + step, 0), self.model.rowCount() - 1)
        if place >= 0:
            self.rows.setCurrentIndex(self.model.index(place))

    def _ask(self, wanted: int = 0, *, best: bool = False) -> None:
        """Fills the list. ``wanted`` is chosen in it; ``best`` chooses the first; else what was chosen stays."""
        ids, found = self._found()
        self._fill(ids, wanted or (0 if best else self.listing_id), best=best)
        self._say(found, len(ids))

    def _found(self) -> tuple[list[int], Found]:
        """A number is looked for as it is dialled; words as the search box does it."""
        binder, typed, states = self._desk.binder, self.search.text(), FILTERS[self._filter]
        if not typed.strip():
            return listings.numbers(binder, states, self._today), NOTHING
        numbered = listings.by_number(binder, typed, states, self._today, MOST)
        found = self._finder.find(typed, MOST, listings.among(states, self._today))
        if numbered and (found.loose or found.corrected):
            found = NOTHING  # the number is there: what comes near it is not asked for
        return list(dict.fromkeys((*numbered, *(int(hit.id) for hit in found.hits)))), found

    def _rows_of(self, ids: Sequence[int]) -> list[Row]:
        return [listing_row(one, self._today) for one in listings.some(self._desk.binder, ids)]

    def _fill(self, ids: list[int], keep: int, *, best: bool) -> None:
        before, place = self.listing_id, self.rows.currentIndex().row()
        scrolled = self.rows.verticalScrollBar().value()
        self._filling = True
        self.model.show_ids(ids)
        index = self.model.place_of(keep) if keep else QModelIndex()
        if not index.isValid() and ids:
            index = self.model.index(0 if best else min(max(place, 0), len(ids) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        self._filling = False
        self.rows.setVisible(bool(ids))
        if best:
            self.rows.scrollToTop()
        elif self.listing_id == before:
            self.rows.verticalScrollBar().setValue(scrolled)  # where the reader's eye is
        if not best:
            self.rows.scrollTo(index)
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.listing_id)

    def _say(self, found: Found, shown: int) -> None:
        words = [(name, f"{tr(_FILTER_WORDS[name])} {count}") for name, count in self._totals.items()]
        self.chips.show_chips(words, self._filter)
        everything, checked = self.everything, self._totals.get("checked", 0)
        whole = trn("{n} service, {checked} checked", "{n} services, {checked} checked", everything, checked=checked)
        part = trn("{shown} of {n} service shown", "{shown} of {n} services shown", everything, shown=shown)
        typed = bool(self.search.text().strip())
        self.count.setText(whole if shown == everything and not typed else part)
        self.said.setText(self._help(found))
        self.said.setVisible(bool(self.said.text()))
        self.nothing.setVisible(not shown)
        self.nothing.setText(self._nothing(typed))

    def _help(self, found: Found) -> str:
        """What was done to find them, and that a search gives the best of many."""
        if not found.hits:
            return ""
        said = [found_words(found)] if found.corrected or found.loose or found.notes else []
        if len(found.hits) >= IN_TITLES:
            among = listings.among(FILTERS[self._filter], self._today)
            if self._finder.count(self.search.text(), among) > len(found.hits):
                said.append(tr("These are the best of many: another word narrows them down."))
        return " · ".join(said)

    def _nothing(self, typed: bool) -> str:
        if typed:
            return tr("Nothing here for that search. Try fewer letters, or another of the buttons above.")
        if self._filter == "to_check":
            return tr("Nothing to check: every service was rung or looked up within six months.")
        return tr("No service is marked as closed.") if self._filter == "closed" else tr("No service was checked yet.")
