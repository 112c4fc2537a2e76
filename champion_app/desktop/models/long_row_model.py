"""Rows of a list that may be 50,000 long: it knows every record's id, and asks for the words of those that are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from champion_app.desktop.models.row_model import ROW, Row

# How many rows are asked for at once: more than fit on any screen.
BLOCK = 100

_NO_PARENT = QModelIndex()
_GONE = Row(0, "")


class LongRowModel(QAbstractListModel):
    """Ids replaced in one go; ``fetch`` gives the rows of some ids, in their order, leaving out those that are gone."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: list[int] = []
        self._places: dict[int, int] = {}
        self._known: dict[int, Row] = {}

    def show_ids(self, ids: Sequence[int]) -> None:
        """Replaces every row, and forgets what was fetched."""
        self.beginResetModel()
        self._ids = list(ids)
        self._places = {}
        self._known = {}
        self.endResetModel()

    @property
    def ids(self) -> list[int]:
        """Every record's id, in the order shown."""
        return list(self._ids)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, its words for the keyboard and a screen reader."""
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if role == ROW:
            return row
        return row.title if role == Qt.ItemDataRole.DisplayRole else row.spoken()

    def place_of(self, row_id: int) -> QModelIndex:
        """Where a record stands, or an invalid index."""
        if not self._places:
            self._places = {number: place for place, number in enumerate(self._ids)}
        place = self._places.get(row_id)
        return self.index(place) if place is not None else QModelIndex()

    def id_at(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """The id of the record at a place, or 0."""
        return self._ids[index.row()] if index.isValid() else 0

    def _row(self, place: int) -> Row:
        number = self._ids[place]
        if number not in self._known:
            start = place - place % BLOCK
            wanted = self._ids[start : start + BLOCK]
            self._known |= dict.fromkeys(wanted, _GONE)
            self._known |= {row.id: row for row in self._fetch(wanted)}
        return self._known[number]
