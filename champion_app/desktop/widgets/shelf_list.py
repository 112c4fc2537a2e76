"""On which of our shelves a resource stands: a tick for each, and a button that makes another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr, trn
from champion_app.domain.shelves import Shelf


class ShelfList(QWidget):
    """``turned`` carries a shelf's id and whether it is to hold the resource; ``new_asked`` wants another shelf."""

    turned = Signal(int, bool)
    new_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._named: list[tuple[int, str]] = []
        self.ticks: dict[int, WrappingTick] = {}
        self.heading = label(tr("Shelves"), "strong")
        self.hint = label(tr("A shelf keeps together what belongs together: “For the staff room”, “Year 6”."), "small")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.new = button(theme, tr("Put it on a new shelf…"), self.new_asked.emit, "", "shelf")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addLayout(self._column)
        layout.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)

    def show_shelves(self, shelves: Sequence[Shelf], standing_on: Sequence[int]) -> None:
        """Shows every shelf, ticked where the resource stands on it. Ticks stay where the keyboard is."""
        named = [(shelf.id, shelf.name) for shelf in shelves]
        if named != self._named:
            self._named = named
            self._rebuild()
        for shelf in shelves:
            tick = self.ticks[shelf.id]
            tick.setChecked(shelf.id in standing_on)
            tick.setAccessibleName(
                trn("{shelf}, {n} resource", "{shelf}, {n} resources", shelf.items, shelf=shelf.name)
            )
        self.hint.setVisible(not shelves)

    def _rebuild(self) -> None:
        empty(self._column)
        self.ticks = {}
        for shelf_id, name in self._named:
            tick = WrappingTick()
            tick.show_words(name)
            tick.clicked.connect(lambda checked, shelf_id=shelf_id: self.turned.emit(shelf_id, checked))
            self._column.addWidget(tick)
            self.ticks[shelf_id] = tick
