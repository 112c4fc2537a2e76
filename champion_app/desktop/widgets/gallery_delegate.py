"""Paints the gallery: a heading, or a card with its page, its title, a line about it and its marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.gallery_cards import Card, Mark
from champion_app.desktop.widgets.gallery_model import CARD
from champion_app.desktop.widgets.gallery_work import PAGES
from champion_app.domain.leaflets import Size

# A page on the list at 100 % text; other shapes stand in the same room.
PAGE_ROOM = QSize(72, 102)
_LOW_ROOM = QSize(40, 57)
_EDGE, _ABOVE, _BESIDE = 10, 10, 10
# So many lines of a title and of what is said about it, in a list with room and in a low one.
_LINES, _LOW_LINES = (5, 2), (2, 1)
_ICON = 14
# No title is longer; the rest of one would not be read here.
_LONGEST = 400


@dataclass(frozen=True)
class Thumb:
    """The picture of a leaflet's first page, if it is made yet, and the size it is printed in."""

    picture: QPixmap | None
    size: Size


@dataclass(frozen=True)
class _Words:
    """Words laid out at a place inside a card, and the colour they are painted in."""

    at: QPoint
    layout: QTextLayout
    token: str
    icon: str = ""


@dataclass(frozen=True)
class _Laid:
    page: QRect
    words: tuple[_Words, ...]
    height: int


class GalleryDelegate(QStyledItemDelegate):
    """Each card is as high as its words need at the list's width. ``low`` is for a list with little height."""

    def __init__(self, theme: Theme, view: QListView, thumb: Callable[[Card], Thumb]) -> None:
        super().__init__(view)
        self._theme, self._view, self._thumb = theme, view, thumb
        self._low = False
        self._laid: dict[tuple[object, int], _Laid] = {}

    def forget(self, *, low: bool | None = None) -> None:
        """Cards, text size or room have changed: everything is laid out again."""
        self._laid.clear()
        self._low = self._low if low is None else low

    @property
    def low(self) -> bool:
        """Whether cards are laid out for a list with little height."""
        return self._low

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """As high as its words at the list's width."""
        return QSize(self._view.viewport().width(), self._lay(index).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one line."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        laid, card = self._lay(index), index.data(CARD)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if card is not None:
            self._paint_ground(painter, area, state)
            self._paint_page(painter, laid.page.translated(area.topLeft()), self._thumb(card))
        for words in laid.words:
            at = area.topLeft() + words.at
            if words.icon:
                line = words.layout.lineAt(0).height()
                drop = round((line - self._theme.px(_ICON)) / 2)
                icon = at - QPoint(self._theme.px(_ICON + 3), -drop)
                painter.drawPixmap(icon, self._theme.pixmap(words.icon, words.token, _ICON))
            painter.setPen(self._theme.colour(words.token))
            words.layout.draw(painter, QPointF(at))
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._theme.colour("bg"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), self._theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))

    def _paint_page(self, painter: QPainter, room: QRect, thumb: Thumb) -> None:
        """The page as it will be printed; until it is there, a blank one of its shape."""
        picture = thumb.picture
        shape = QSizeF(*PAGES[thumb.size]) if picture is None else picture.deviceIndependentSize()
        if picture is None or shape.width() > room.width() or shape.height() > room.height():
            shape = shape.scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + round((room.width() - shape.width()) / 2)
        page = QRectF(left, room.top(), shape.width(), shape.height())
        if picture is None:
            painter.fillRect(page, self._theme.colour("bg"))
        else:
            painter.drawPixmap(page, picture, QRectF(picture.rect()))
        painter.setPen(QPen(self._theme.colour("strong"), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _lay(self, index: QModelIndex | QPersistentModelIndex) -> _Laid:
        card, width = index.data(CARD), self._view.viewport().width()
        line: object = card if card is not None else index.data()
        laid = self._laid.get((line, width))
        if laid is None:
            if len(self._laid) > 1_000:  # a window being drawn wider and wider
                self._laid.clear()
            laid = self._lay_heading(index.data(), width) if card is None else self._lay_card(card, width)
            self._laid[line, width] = laid
        return laid

    def _lay_heading(self, heading: str, width: int) -> _Laid:
        words = _Words(QPoint(_EDGE, 14), laid_out(heading, self._font(13, bold=True), width - 2 * _EDGE, 3), "muted")
        return _Laid(QRect(), (words,), 14 + _height(words.layout) + 6)

    def _lay_card(self, card: Card, width: int) -> _Laid:
        room = self._page_room(width)
        left = _EDGE + room.width() + _BESIDE
        across = max(width - left - _EDGE, 40)
        titled, told = _LOW_LINES if self._low else _LINES
        title = laid_out(card.title, self._font(15, bold=True), across, titled)
        words, down = [_Words(QPoint(left, _ABOVE), title, "text")], _ABOVE + _height(title)
        if card.summary:
            summary = laid_out(card.summary, self._font(13), across, told)
            words.append(_Words(QPoint(left, down + 2), summary, "muted"))
            down += 2 + _height(summary)
        marks, down = self._lay_marks(card.marks, left, down, across)
        page = QRect(QPoint(_EDGE, _ABOVE + 2), room)
        return _Laid(page, (*words, *marks), max(down, page.bottom() + 1) + _ABOVE + 2)

    def _lay_marks(self, marks: tuple[Mark, ...], left: int, down: int, across: int) -> tuple[list[_Words], int]:
        """Marks one after the other, and in the next line where there is no more room."""
        font, icon, gap = self._font(13), self._theme.px(_ICON + 3), self._theme.px(8)
        made: list[_Words] = []
        at, top, line = 0, down + 4, 0
        for mark in marks:
            natural = QFontMetrics(font).horizontalAdvance(mark.words) + 2
            if at and at + icon + natural > across:
                at, top, line = 0, top + line + 2, 0
            words = laid_out(mark.words, font, min(natural, across - icon), 3)
            made.append(_Words(QPoint(left + at + icon, top), words, mark.token, mark.icon))
            at += icon + natural + gap
            line = max(line, _height(words))
        return made, top + line if made else down

    def _page_room(self, width: int) -> QSize:
        """A page takes at most a third of a narrow list."""
        room = _LOW_ROOM if self._low else PAGE_ROOM
        across = min(self._theme.px(room.width()), width // 3)
        return QSize(across, round(across * room.height() / room.width()))

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        return self._theme.letters(self._view.font(), size, bold=bold)


def laid_out(words: str, font: QFont, width: int, most: int) -> QTextLayout:
    """Words in lines of a width, at most so many; three dots stand for the rest. An endless word is broken."""
    words = words[:_LONGEST]
    layout = _lines(words, font, width, most + 1)
    if layout.lineCount() > most:
        start = layout.lineAt(most - 1).textStart()
        rest = QFontMetrics(font).elidedText(words[start:], Qt.TextElideMode.ElideRight, width - 1)
        layout = _lines(words[:start] + rest, font, width, most)
    return layout


def _lines(words: str, font: QFont, width: int, most: int) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    down = 0.0
    while layout.lineCount() < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, down))
        down += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> int:
    last = layout.lineAt(layout.lineCount() - 1)
    return round(last.y() + last.height() + 0.5) if layout.lineCount() else 0
