"""The eight scores as a radar, painted by us, with the outline of the round before."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from champion_app.desktop.widgets.progress_picture import Canvas, percent
from champion_app.desktop.words import tr


class RadarPicture(Canvas):
    """A web of eight spokes; this round is a filled shape, the round before a broken line."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Nearly square, never taller than a screen."""
        return max(min(width * 3 // 4, self.theme.px(400)), self.theme.px(260))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Rings, spokes, last round's outline, this round's shape, titles around."""
        if not self.progress:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rings = (0.25, 0.5, 0.75, 1.0)
        painter.setPen(QPen(self.theme.colour("line"), 1))
        for ring in rings:
            painter.drawPolygon(self._shape([ring] * len(self.progress)))
        for tip in self._shape([1.0] * len(self.progress)).toList():
            painter.drawLine(self._centre(), tip)
        if self.before:
            painter.setPen(QPen(self.theme.colour("muted"), 2, Qt.PenStyle.DashLine))
            painter.drawPolygon(self._shape([item.score for item in self.before]))
        shape = self._shape([item.score for item in self.progress])
        ink, soft = self.theme.colour("accent"), QColor(self.theme.colour("accent"))
        soft.setAlphaF(0.22)
        painter.setPen(QPen(ink, 2.5))
        painter.setBrush(soft)
        painter.drawPolygon(shape)
        painter.setBrush(ink)
        for corner in shape.toList():
            painter.drawEllipse(corner, self.theme.px(3), self.theme.px(3))
        self._paint_titles(painter)
        painter.end()

    def _paint_titles(self, painter: QPainter) -> None:
        painter.setFont(self.letters())
        line = painter.fontMetrics().height()
        tips = self._shape([1.0] * len(self.progress)).toList()
        for item, tip in zip(self.progress, tips, strict=True):
            way = tip - self._centre()
            side = 0 if abs(way.x()) < 2 else math.copysign(1, way.x())
            left = tip.x() + 10 if side > 0 else 0.0
            right = self.width() if side > 0 else tip.x() - 10
            if not side:
                left, right = tip.x() - self.width() / 4, tip.x() + self.width() / 4
            top = tip.y() - line + way.y() / max(self._reach(), 1) * (line + 4)
            across = {0: Qt.AlignmentFlag.AlignHCenter, 1: Qt.AlignmentFlag.AlignLeft, -1: Qt.AlignmentFlag.AlignRight}
            for offset, words, token in (
                (0, f"{item.number} {tr(item.title)}", "text"),
                (line, percent(item), "muted"),
            ):
                painter.setPen(self.theme.colour(token))
                box = QRectF(left, top + offset, right - left, line)
                fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(box, across[int(side)] | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _reach(self) -> float:
        line = QFontMetrics(self.letters()).height()
        widest = max(QFontMetrics(self.letters()).horizontalAdvance(f"8 {tr(item.title)}") for item in self.progress)
        return max(min(self.height() / 2 - 2 * line - 8, self.width() / 2 - widest - 12), self.theme.px(60))

    def _shape(self, scores: Sequence[float]) -> QPolygonF:
        centre, reach, count = self._centre(), self._reach(), len(scores)
        turns = [math.tau * place / count - math.pi / 2 for place in range(count)]
        return QPolygonF(
            [
                QPointF(centre.x() + math.cos(turn) * reach * score, centre.y() + math.sin(turn) * reach * score)
                for turn, score in zip(turns, scores, strict=True)
            ]
        )
