"""Two-line list rows: a title, a quieter second line, and a state chip at the right with an icon and a word.

A delegate paints them; the model hands out one ``Row`` per line, so that 10,000 rows stay quick.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from champion_app.desktop.models.long_row_model import LongRowModel
from champion_app.desktop.models.row_model import ROW, Row, RowModel
from champion_app.desktop.theme import Theme

__all__ = ["LongRowModel", "Row", "RowModel", "row_list"]


@dataclass(frozen=True)
class _Fonts:
    title: QFont
    second: QFont


class RowDelegate(QStyledItemDelegate):
    """Paints a ``Row``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Two lines and some air."""
        fonts = self._fonts(option)
        height = QFontMetrics(fonts.title).height() + QFontMetrics(fonts.second).height() + 4 + 20
        return QSize(200, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws background, focus ring, words and chip."""
        row: Row = index.data(ROW)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour("accent_soft"))
            painter.fillRect(QRect(area.left(), area.top(), 4, area.height()), self._theme.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(2, 2, -2, -2))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        fonts = self._fonts(option)
        chip = self._paint_chip(painter, area, row, fonts.second)
        inner = area.adjusted(16, 10, -(chip + 24), -10)
        self._paint_words(painter, inner, row, fonts)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRect, row: Row, fonts: _Fonts) -> None:
        title = QFontMetrics(fonts.title)
        painter.setFont(fonts.title)
        painter.setPen(self._theme.colour("text"))
        line = QRect(inner.left(), inner.top(), inner.width(), title.height())
        painter.drawText(
            line, Qt.AlignmentFlag.AlignLeft, title.elidedText(row.title, Qt.TextElideMode.ElideRight, line.width())
        )
        second = QFontMetrics(fonts.second)
        painter.setFont(fonts.second)
        painter.setPen(self._theme.colour("muted"))
        line = QRect(inner.left(), inner.top() + title.height() + 4, inner.width(), second.height())
        painter.drawText(
            line, Qt.AlignmentFlag.AlignLeft, second.elidedText(row.second, Qt.TextElideMode.ElideRight, line.width())
        )

    def _paint_chip(self, painter: QPainter, area: QRect, row: Row, font: QFont) -> int:
        if not row.state:
            return 0
        metrics = QFontMetrics(font)
        icon = self._theme.px(16)
        width = metrics.horizontalAdvance(row.state) + icon + 28
        height = metrics.height() + 8
        box = QRect(area.right() - width - 12, area.center().y() - height // 2, width, height)
        soft = {"overdue": "overdue_soft", "warn": "warn_soft", "ok": "ok_soft", "accent": "accent_soft"}
        painter.setPen(self._theme.colour(row.token if row.token in soft else "line"))
        painter.setBrush(self._theme.colour(soft.get(row.token, "bg")))
        painter.drawRoundedRect(box, height / 2, height / 2)
        if row.icon:
            picture = self._theme.pixmap(row.icon, row.token, 16)
            painter.drawPixmap(box.left() + 10, box.center().y() - icon // 2 + 1, picture)
        painter.setFont(font)
        painter.setPen(self._theme.colour(row.token))
        words = QRect(box.left() + icon + 16, box.top(), box.width() - icon - 20, box.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row.state)
        return width

    def _fonts(self, option: QStyleOptionViewItem) -> _Fonts:
        title = QFont(option.font)
        title.setPixelSize(self._theme.px(15))
        title.setWeight(QFont.Weight.DemiBold)
        second = QFont(title)
        second.setPixelSize(self._theme.px(13))
        second.setWeight(QFont.Weight.Normal)
        return _Fonts(title, second)


def row_list(theme: Theme, name: str, model: QAbstractItemModel) -> QListView:
    """A list of two-line rows, one chosen at a time. The model hands out a ``Row`` for each."""
    view = QListView()
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(theme))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    theme.changed.connect(view.scheduleDelayedItemsLayout)
    return view
