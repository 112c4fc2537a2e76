"""The list of the gallery: cards of any height, reached by arrows, Home, End and first letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from champion_app.desktop.widgets.gallery_model import GalleryModel
from champion_app.desktop.words import tr

_BACK = frozenset({QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp})


class GalleryView(QListView):
    """``moved`` is emitted when other cards may have come into view."""

    moved = Signal()

    def __init__(self, cards: GalleryModel) -> None:
        super().__init__()
        self.cards = cards
        self.setModel(cards)
        self.setAccessibleName(tr("Leaflets and posters"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def in_view(self) -> list[str]:
        """The ids of the leaflets that can be seen, from the top; none while the list is hidden."""
        found: list[str] = []
        if not self.isVisible():
            return found
        for place in range(self.cards.rowCount()):
            index = self.cards.index(place)
            area = self.visualRect(index)
            if area.top() > self.viewport().height():
                break
            card = self.cards.card_at(index)
            if card is not None and area.bottom() >= 0:
                found.append(card.shown.id)
        return found

    def walk(self, event: QKeyEvent) -> None:
        """An arrow key pressed elsewhere (in the search) walks through the list."""
        self.keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where a key leads: never to a heading, but to the card before it or after it."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or self.cards.card_at(index) is not None:
            return index
        step = -1 if action in _BACK and index.row() > 0 else 1
        return self.cards.index(index.row() + step)

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Shows a card, with the heading above it where it is the first."""
        above = self.cards.index(index.row() - 1) if index.row() > 0 else QModelIndex()
        if above.isValid() and self.cards.card_at(above) is None and hint is self.ScrollHint.EnsureVisible:
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Words wrap at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.moved.emit()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Cards have been laid out again: others may be in view."""
        super().doItemsLayout()
        self.moved.emit()
