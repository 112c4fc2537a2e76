"""The list of prisons: search as you type, chips with counts, ours first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.prison_words import prison_row
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.widgets.search_box import found_words
from champion_app.desktop.words import tr, trn
from champion_app.domain import clock
from champion_app.domain.prisons import Prison, PrisonStatus, facts_are_fresh
from champion_app.tasks import prisons
from champion_app.tasks.search import NOTHING, Finder, Found

_MOST = 200
_WORDS = {"all": "All", "ours": "Ours", "to_check": "To look up", "closed": "Closed"}
FILTERS = tuple(_WORDS)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class PrisonList(QWidget):
    """``chosen`` carries the id of the prison to read, or 0. Arrow keys walk through the list while typing."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = "all"
        self._today = clock.today()
        self._finder = Finder(desk.binder, desk.toolkit)
        self._filling = False
        self.prisons: dict[int, Prison] = {}
        self.ours = 0
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the prisons"))
        self.search.setPlaceholderText(tr("Name, town, county or kind"))
        self.search.setClearButtonEnabled(True)
        self.chips = Chips(tr("Which prisons"), self._choose_filter)
        self.count = label("", "small")
        self.said = label("", "small")
        self.nothing = label("", "muted")
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Prisons"), self.model)
        self._build()
        self.search.textChanged.connect(lambda text: self._ask(best=True))
        self.search.returnPressed.connect(lambda: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.search.installEventFilter(self)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._tell())

    @property
    def prison_id(self) -> int:
        """The prison chosen, or 0."""
        row = self.model.row_at(self.rows.currentIndex())
        return row.id if row is not None else 0

    def reload(self) -> None:
        """The list has changed: asks for it again; the prison chosen stays chosen."""
        self._today = clock.today()
        ours = prisons.our_prison(self._desk.binder)
        self.ours = ours.id if ours is not None else 0
        found = prisons.all_prisons(self._desk.binder)
        self.prisons = {one.id: one for one in sorted(found, key=lambda one: one.id != self.ours)}
        self._ask()

    def choose(self, prison_id: int) -> None:
        """Chooses a prison, whatever was typed or filtered before."""
        self._clear("all")
        self._ask(prison_id)

    def look_for(self, wanted: str) -> None:
        """Shows all of one kind, with nothing typed: "all", "ours", "to_check" or "closed"."""
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

    def _within(self, name: str) -> list[Prison]:
        return [one for one in self.prisons.values() if self._fits(one, name)]

    def _fits(self, one: Prison, name: str) -> bool:
        if name == "ours":
            return one.id == self.ours
        closed = one.fields.status is PrisonStatus.CLOSED
        if name == "closed":
            return closed
        return name == "all" or not (closed or facts_are_fresh(one, self._today))

    def _ask(self, wanted: int = 0, *, best: bool = False) -> None:
        """Fills the list. ``wanted`` is chosen in it; ``best`` chooses the first; else what was chosen stays."""
        typed, within = self.search.text().strip(), self._within(self._filter)
        shown, found = prisons.find(within, typed), NOTHING
        if typed and not shown:  # a slip of the hand, or a name it had before
            found = self._finder.find(typed, _MOST, prisons.among())
            inside = {one.id: one for one in within}
            shown = [inside[int(hit.id)] for hit in found.hits if hit.id in inside]
        self._fill(shown, wanted or (0 if best else self.prison_id), best=best)
        self._say(found, len(shown))

    def _fill(self, shown: list[Prison], keep: int, *, best: bool) -> None:
        place = self.rows.currentIndex().row()
        self._filling = True
        self.model.show_rows([prison_row(one, self._today, ours=one.id == self.ours) for one in shown])
        index = self.model.place_of(keep) if keep else QModelIndex()
        if not index.isValid() and shown:
            index = self.model.index(0 if best else min(max(place, 0), len(shown) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        self._filling = False
        self.rows.setVisible(bool(shown))
        if best:
            self.rows.scrollToTop()
        else:
            self.rows.scrollTo(index)
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.prison_id)

    def _say(self, found: Found, shown: int) -> None:
        totals = {name: len(self._within(name)) for name in FILTERS}
        self.chips.show_chips([(name, f"{tr(_WORDS[name])} {count}") for name, count in totals.items()], self._filter)
        everything = len(self.prisons)
        whole = trn("{n} prison", "{n} prisons", everything)
        part = trn("{shown} of {n} prison shown", "{shown} of {n} prisons shown", everything, shown=shown)
        typed = bool(self.search.text().strip())
        self.count.setText(whole if shown == everything and not typed else part)
        helped = bool(shown) and bool(found.corrected or found.loose or found.notes)
        self.said.setText(found_words(found) if helped else "")
        self.said.setVisible(helped)
        self.nothing.setVisible(not shown)
        self.nothing.setText(self._nothing(typed))

    def _nothing(self, typed: bool) -> str:
        if typed:
            return tr("No prison here for that search. Try fewer letters, another button above, or add it.")
        if self._filter == "ours":
            return tr("No prison is marked as ours yet. Choose one under “All” and press “Make it ours”.")
        if self._filter == "closed":
            return tr("No prison is marked as closed.")
        return tr("Nothing to look up: the facts of every prison were looked up within six months.")
