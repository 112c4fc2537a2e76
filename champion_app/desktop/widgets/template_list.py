"""The leaflets and posters to choose from: titles with one line about each, under headings by who they are for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from champion_app.desktop.theme import Theme
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Template

_ID = Qt.ItemDataRole.UserRole
_SUMMARY = Qt.ItemDataRole.UserRole + 1
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_EDGE = 12
_GROUPS = {
    "families": "For families",
    "carers": "For parents and carers",
    "children": "For children and young people",
    "staff": "For staff",
    "poster": "Posters",
}


class TemplateList(QListView):
    """``chosen`` carries the id of a template when another one is chosen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, templates: Sequence[Template]) -> None:
        super().__init__()
        self._rows = QStandardItemModel(self)
        self.setAccessibleName(tr("Leaflets and posters"))
        self.setItemDelegate(_Delegate(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        group = ""
        for template in templates:
            its = "poster" if template.kind == "poster" else template.audience
            if its != group:
                group = its
                self._rows.appendRow(_heading(tr(_GROUPS.get(group, group))))
            self._rows.appendRow(_line(template))
        self.setModel(self._rows)
        self.selectionModel().currentChanged.connect(self._changed)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def choose(self, template_id: str) -> None:
        """Chooses a template by its id; an unknown one changes nothing."""
        for place in range(self._rows.rowCount()):
            index = self._rows.index(place, 0)
            if index.data(_ID) == template_id:
                self.setCurrentIndex(index)
                self.scrollTo(index)

    def show_chosen(self) -> None:
        """Brings the chosen one into view, after the list has become higher or lower."""
        QTimer.singleShot(0, lambda: self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter))

    def index_of(self, template_id: str) -> QModelIndex:
        """Where a template stands, or an invalid index."""
        found = self._rows.match(self._rows.index(0, 0), _ID, template_id, 1, Qt.MatchFlag.MatchExactly)
        return found[0] if found else QModelIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Titles wrap at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.data(_ID):
            self.chosen.emit(now.data(_ID))


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _line(template: Template) -> QStandardItem:
    item = QStandardItem(template.title)
    item.setData(template.id, _ID)
    item.setData(template.summary, _SUMMARY)
    item.setData(f"{template.title}. {template.summary}", Qt.ItemDataRole.AccessibleTextRole)
    return item


class _Delegate(QStyledItemDelegate):
    """Paints a heading, or a title with its summary, each in as many lines as it needs."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """As high as its words at the list's width."""
        width = self._view.viewport().width()
        inside = width - 2 * _EDGE
        if index.data(_ID) is None:
            return QSize(width, self._height(self._font(13, bold=True), index.data(), inside) + 24)
        title = self._height(self._font(15, bold=True), index.data(), inside)
        return QSize(width, title + self._height(self._font(13), index.data(_SUMMARY), inside) + 24)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws one row."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if index.data(_ID) is None:
            painter.setFont(self._font(13, bold=True))
            painter.setPen(self._theme.colour("muted"))
            words = area.adjusted(_EDGE, 0, -_EDGE, -4)
            painter.drawText(words, _WRAP | Qt.AlignmentFlag.AlignBottom, index.data())
        else:
            self._paint_ground(painter, area, state)
            self._paint_words(painter, area.adjusted(_EDGE, 10, -_EDGE, -10), index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), self._theme.colour("accent"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))

    def _paint_words(self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        font = self._font(15, bold=True)
        title = self._height(font, index.data(), area.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(QRect(area.left(), area.top(), area.width(), title), _WRAP, index.data())
        painter.setFont(self._font(13))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(area.adjusted(0, title + 4, 0, 0), _WRAP, index.data(_SUMMARY))

    def _height(self, font: QFont, words: str, width: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, words).height()

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._theme.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
