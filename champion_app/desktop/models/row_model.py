"""Rows of any list page: what each line says, and which record it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole

_NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Row:
    """One line: the record's id, title, second line, and a state in words with its icon and colour token."""

    id: int
    title: str
    second: str = ""
    state: str = ""
    icon: str = ""
    token: str = "muted"

    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.title, self.state, self.second) if part)


class RowModel(QAbstractListModel):
    """Rows replaced in one go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Replaces every row."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself for the delegate, its words for the keyboard and a screen reader."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None
        return None

    def place_of(self, row_id: int) -> QModelIndex:
        """Where a record stands, or an invalid index."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                return self.index(place)
        return QModelIndex()

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row at a place, or None."""
        return self._rows[index.row()] if index.isValid() else None
