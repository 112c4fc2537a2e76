"""The lines of the gallery: headings, which nobody can choose, and the cards under them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from champion_app.desktop.widgets.gallery_cards import Card, heading_words

CARD = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class GalleryModel(QAbstractListModel):
    """Cards replaced in one go; a heading stands above the first card of its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Card | str] = []

    def show_cards(self, cards: Sequence[Card]) -> bool:
        """Replaces every card and says whether other lines stand there now; the same ones only change their words."""
        lines: list[Card | str] = []
        heading = ""
        for card in cards:
            if card.heading != heading:
                heading = card.heading
                lines.append(heading)
            lines.append(card)
        if [_name(line) for line in lines] == [_name(line) for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many lines there are, headings counted."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A heading can be neither chosen nor reached."""
        return _CHOOSABLE if self.card_at(index) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card itself for the delegate, its words for the keyboard and a screen reader."""
        line = self._lines[index.row()]
        if role == CARD:
            return line if isinstance(line, Card) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, Card) else heading_words(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, Card) else heading_words(line)
        return None

    def card_at(self, index: QModelIndex | QPersistentModelIndex) -> Card | None:
        """The card at a place, or None."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Card) else None

    def place_of(self, template_id: str) -> QModelIndex:
        """Where the card stands that has this leaflet among its languages, or an invalid index."""
        for place, line in enumerate(self._lines):
            if isinstance(line, Card) and template_id in line.ids:
                return self.index(place)
        return QModelIndex()


def _name(line: Card | str) -> str:
    return line.group if isinstance(line, Card) else f"{line}."
