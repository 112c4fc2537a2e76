"""Leaflets to look at with a family: large cards side by side, each with its first page, its title and a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from champion_app.desktop.desk import Desk
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.gallery_cards import Card, cards_of
from champion_app.desktop.widgets.gallery_delegate import laid_out
from champion_app.desktop.widgets.gallery_model import CARD, GalleryModel
from champion_app.desktop.widgets.gallery_pictures import GalleryPictures
from champion_app.desktop.widgets.gallery_view import GalleryView
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Template

# At 100 % text: a page on a card, and the narrowest a card may be.
_PAGE = QSize(120, 170)
_LEAST = 380
_EDGE, _GAP = 16, 16
_TITLE_LINES, _SUMMARY_LINES = 4, 3


class FamilyCards(GalleryView):
    """``opened`` carries the id of a leaflet that was pressed, by a click or by Enter."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(GalleryModel())
        self._desk = desk
        self.cards.setParent(self)
        self.setAccessibleName(tr("Leaflets"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setProperty("role", "family")
        self.pictures = GalleryPictures(desk, self, self.in_view, _PAGE)
        self.setItemDelegate(_Delegate(desk.theme, self, self.pictures.picture_of))
        self.moved.connect(lambda: self.pictures.soon())
        self.pictures.made.connect(lambda name: self.update(self.cards.place_of(name)))
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        desk.theme.changed.connect(self._dress)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Shows these, a card for each leaflet whatever its languages; what staff need to know of them is left out."""
        cards = [replace(card, heading="", marks=()) for card in cards_of(templates, {}, set())]
        self.cards.show_cards(cards)
        self.pictures.show_templates([card.shown for card in cards])
        self.scheduleDelayedItemsLayout()

    def card_width(self) -> int:
        """How wide a card is: as many side by side as fit."""
        room = self.viewport().width() - 1
        across = max(1, room // self._desk.theme.px(_LEAST))
        return max(room // across, 200)

    def card_height(self) -> int:
        """How high every card is."""
        return self._desk.theme.px(_PAGE.height()) + 2 * _EDGE + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many cards side by side as fit."""
        self.setGridSize(QSize(self.card_width(), self.card_height()))
        super().resizeEvent(event)

    def _open(self, index: QModelIndex) -> None:
        card = self.cards.card_at(index)
        if card is not None:
            self.opened.emit(card.shown.id)

    def _dress(self) -> None:
        self.setGridSize(QSize(self.card_width(), self.card_height()))
        self.pictures.look_again()
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, theme: Theme, view: FamilyCards, picture_of: Callable[[str], QPixmap | None]) -> None:
        super().__init__(view)
        self._theme, self._view, self._picture_of = theme, view, picture_of

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Every card alike."""
        return QSize(self._view.card_width(), self._view.card_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the card, its page and its words."""
        card: Card | None = index.data(CARD)
        if card is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = QRect(area.topLeft(), QSize(self._view.card_width() - _GAP, self._view.card_height() - _GAP))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_box(painter, box, state)
        page = QRect(box.topLeft() + QPoint(_EDGE, _EDGE), self._room())
        self._paint_page(painter, page, self._picture_of(card.shown.id))
        left = page.right() + 1 + _EDGE
        self._paint_words(painter, QRect(left, page.top(), box.right() - _EDGE - left, page.height()), card)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(self._theme.colour("accent_soft" if over else "card"))
        painter.setPen(QPen(self._theme.colour("focus" if focused else "line"), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_page(self, painter: QPainter, room: QRect, picture: QPixmap | None) -> None:
        page = QRectF(room)
        if picture is not None:
            size = picture.deviceIndependentSize()
            page = QRectF(room.left() + (room.width() - size.width()) / 2, room.top(), size.width(), size.height())
            painter.drawPixmap(page, picture, QRectF(picture.rect()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(self._theme.colour("bg"))
        painter.setPen(QPen(self._theme.colour("strong"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_words(self, painter: QPainter, room: QRect, card: Card) -> None:
        down = room.top()
        for words, font, token, lines in (
            (card.title, self._font(18, bold=True), "text", _TITLE_LINES),
            (card.summary, self._font(15), "muted", _SUMMARY_LINES),
        ):
            if not words:
                continue
            layout = laid_out(words, font, max(room.width(), 60), lines)
            last = layout.lineAt(layout.lineCount() - 1)
            height = round(last.y() + last.height() + 0.5)
            if down + height > room.bottom() + _EDGE and down > room.top():
                break  # half a line says nothing
            painter.setPen(self._theme.colour(token))
            layout.draw(painter, QPointF(room.left(), down))
            down += height + 8

    def _room(self) -> QSize:
        px = self._theme.px
        across = min(px(_PAGE.width()), self._view.card_width() // 3)
        return QSize(across, round(across * _PAGE.height() / _PAGE.width()))

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        return self._theme.letters(self._view.font(), size, bold=bold)
