"""The tree of what may go into a pack: a press anywhere on a line, or Space, sets its tick; both grow with the text."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from champion_app.desktop.theme import Theme

_TICK = Qt.ItemDataRole.CheckStateRole
_BOX = 18  # pixels at 100 % text
_ARROW = 15
_MARK = ((0.24, 0.52), (0.43, 0.71), (0.76, 0.3))  # a tick, in parts of its box
Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """Paints a box with its tick, and the words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """One line and some air."""
        return QSize(200, self._theme.px(32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws the line."""
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, box = self._theme, self._theme.px(_BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        square = QRect(area.left() + 8, area.center().y() - box // 2, box, box)
        self._paint_box(painter, square, Qt.CheckState(index.data(_TICK)))
        font = QFont(option.font)
        font.setPixelSize(theme.px(15))
        font.setWeight(QFont.Weight.Normal if index.parent().isValid() else QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        words = QRect(square.right() + 10, area.top(), area.right() - square.right() - 16, area.height())
        text = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def editorEvent(  # noqa: N802 - Qt's name
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A press of the mouse or of Space turns the tick."""
        space = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if event.type() is QEvent.Type.MouseButtonRelease or (space and event.type() is QEvent.Type.KeyPress):
            on = Qt.CheckState(index.data(_TICK)) is Qt.CheckState.Checked
            return model.setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)
        return False

    def _paint_box(self, painter: QPainter, square: QRect, state: Qt.CheckState) -> None:
        theme, empty = self._theme, state is Qt.CheckState.Unchecked
        painter.setPen(QPen(theme.colour("strong" if empty else "accent"), 2))
        painter.setBrush(theme.colour("card" if empty else "accent"))
        painter.drawRoundedRect(square, 4, 4)
        if state is Qt.CheckState.Checked:
            painter.setPen(QPen(theme.colour("on_accent"), max(square.width() / 9, 2)))
            marks = [QPointF(square.left() + square.width() * x, square.top() + square.height() * y) for x, y in _MARK]
            painter.drawPolyline(marks)
        elif state is Qt.CheckState.PartiallyChecked:
            inset, high = square.width() // 4, max(square.height() // 8, 2)
            bar = QRect(square.left() + inset, square.center().y() - high // 2, square.width() - 2 * inset, high)
            painter.fillRect(bar, theme.colour("on_accent"))


class TickTree(QTreeView):
    """A tree with ticks and no heading."""

    def __init__(self, theme: Theme, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(TickDelegate(theme))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._fit)
        self._fit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802 - Qt's name
        """An arrow that grows with the text, and says whether a noun is open."""
        if index in self.selectedIndexes():
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        if index.parent().isValid():
            return
        mark = self._theme.pixmap("unfold" if self.isExpanded(index) else "next", "accent", _ARROW)
        size = self._theme.px(_ARROW)
        painter.drawPixmap(rect.center().x() - size // 2, rect.center().y() - size // 2, mark)

    def _fit(self) -> None:
        self.setIndentation(self._theme.px(24))
        self.doItemsLayout()
