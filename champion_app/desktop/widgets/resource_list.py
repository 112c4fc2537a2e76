"""The left side of the resource pack: what is typed, the filters, what was found in words, and the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.resource_filters import ResourceFilters
from champion_app.desktop.widgets.resource_words import found_words, resource_row, shown_words
from champion_app.desktop.widgets.rows import LongRowModel, row_list
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.search_words import words_of
from champion_app.tasks import resources
from champion_app.tasks.search import Finder, Found

# As many as anybody looks through; the filters narrow the rest.
MOST = 200

# Lower than this at 100 % text, all the filters would leave no room for the list.
_TIGHT = 340

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class ResourceList(QWidget):
    """``chosen`` carries the id of the resource to read, or 0. Arrow keys walk through the list while typing."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = clock.today()
        self._finder = Finder(desk.binder, desk.toolkit)
        self._snippets: dict[int, str] = {}
        self._everything = -1  # how many there are in all, once somebody asks
        self._filling = False
        self._told = 0
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the resource pack"))
        self.search.setPlaceholderText(tr("Title, what it is about, a tag, a word in a file"))
        self.search.setClearButtonEnabled(True)
        self.filters = ResourceFilters(desk)
        self.said = label("", "small")
        self.model = LongRowModel(self._rows_of)
        self.rows = row_list(desk.theme, tr("Resources"), self.model)
        self.nothing = label("", "muted")
        self._room = QWidget()  # takes the place of a list that is not there
        self._build()
        self.search.textChanged.connect(lambda text: self.ask(best=True))
        self.search.returnPressed.connect(lambda: self.rows.setFocus(Qt.FocusReason.OtherFocusReason))
        self.search.installEventFilter(self)
        self.filters.changed.connect(lambda: self.ask(best=bool(self.typed)))
        self.filters.turned.connect(self._turn)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._tell())

    @property
    def typed(self) -> str:
        """What is searched for, without the spaces around it."""
        return self.search.text().strip()

    @property
    def resource_id(self) -> int:
        """The resource chosen, or 0."""
        return self.model.id_at(self.rows.currentIndex())

    @property
    def everything(self) -> int:
        """How many resources are in use."""
        if self._everything < 0:
            self._everything = len(resources.numbers(self._desk.binder, ResourceFilter(), self._today))
        return self._everything

    def ask(self, wanted: int = 0, *, best: bool = False, anew: bool = False) -> None:
        """Asks for what the words and filters let through; ``anew`` when the pack itself has changed.

        ``wanted`` is chosen if it is there; ``best`` chooses the first one; else the one chosen before stays chosen, or
        the one that has taken its place.
        """
        self._today = clock.today()
        if anew:
            self._everything = -1
            self.filters.refresh()
        found, ids = self._find() if self.typed else (None, self._by_title())
        self._fill(ids, wanted or (0 if best else self.resource_id), best=best)
        self._say(found, len(ids))

    def choose(self, resource_id: int) -> None:
        """Chooses a resource, whatever was typed or filtered before; a retired one is looked for among the retired."""
        if not self.model.place_of(resource_id).isValid():
            known = resources.resource(self._desk.binder, resource_id)
            self.look_for(ResourceFilter(whose="retired" if known is not None and known.retired else ""))
        self.ask(resource_id)

    def look_for(self, wanted: ResourceFilter) -> None:
        """Shows what a filter lets through, with nothing typed."""
        blocked = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(blocked)
        self.filters.show_filter(wanted)
        self.ask(best=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys in the search field walk through the list; Escape takes the words away."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.walk(step)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With little room the filters fold together."""
        super().resizeEvent(event)
        self._fit()

    def walk(self, step: int) -> None:
        """Chooses the next or an earlier row."""
        place = min(max(self.rows.currentIndex().row() + step, 0), self.model.rowCount() - 1)
        if place >= 0:
            self.rows.setCurrentIndex(self.model.index(place))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.filters)
        column.addWidget(self.said)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        column.addWidget(self._room, 1)
        self._desk.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.filters.fit(self.height() < self._desk.theme.px(_TIGHT))
        self._turn()

    def _turn(self) -> None:
        listed = self.model.rowCount() > 0 and not self.filters.covering
        self.rows.setVisible(listed)
        self._room.setVisible(not listed)

    def _by_title(self) -> list[int]:
        self._snippets = {}
        ids = resources.numbers(self._desk.binder, self.filters.wanted, self._today)
        if not self.filters.wanted.chosen:
            self._everything = len(ids)
        return ids

    def _find(self) -> tuple[tuple[Found, int], list[int]]:
        among = resources.among(self.filters.wanted, self._today)
        found = self._finder.find(self.typed, MOST, among)
        self._snippets = {int(hit.id): hit.snippet for hit in found.hits}
        meant = dict(found.corrected)
        typed = " ".join(meant.get(word, word) for word in words_of(self.typed)) if meant else self.typed
        matching = self._finder.count(typed, among) if found.hits else 0
        return (found, matching), list(self._snippets)

    def _rows_of(self, ids: Sequence[int]) -> list[Row]:
        found = resources.some(self._desk.binder, ids)
        return [resource_row(one, self._today, self._snippets.get(one.id, "")) for one in found]

    def _fill(self, ids: list[int], keep: int, *, best: bool) -> None:
        place, before = self.rows.currentIndex().row(), self.resource_id
        scrolled = self.rows.verticalScrollBar().value()
        self._filling = True
        self.model.show_ids(ids)
        index = self.model.place_of(keep) if keep else QModelIndex()
        if not index.isValid() and ids:
            index = self.model.index(0 if best else min(max(place, 0), len(ids) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        self._filling = False
        self._turn()
        if best:
            self.rows.scrollToTop()
        elif self.resource_id == before:
            self.rows.verticalScrollBar().setValue(scrolled)  # where the reader's eye is
        else:
            self.rows.scrollTo(index)
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.resource_id)

    def _say(self, found: tuple[Found, int] | None, shown: int) -> None:
        words = found_words(*found) if found is not None else shown_words(shown, self.everything)
        if found is not None and found[0].hits and self.filters.wanted.chosen:
            words = f"{words} · {tr('with these filters')}"
        self.said.setText(words)
        self.said.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(self._nothing())

    def _nothing(self) -> str:
        if self.typed and self.filters.wanted.chosen:
            return tr("Nothing found with these filters. Clear one of them, or try fewer or shorter words.")
        if self.typed:
            return tr("Nothing found. Try fewer or shorter words.")
        if self.filters.wanted == ResourceFilter(whose="due"):
            return tr("Nothing is due: everything here was looked at within the last year.")
        return tr("Nothing fits these filters. Clear one of them.")
