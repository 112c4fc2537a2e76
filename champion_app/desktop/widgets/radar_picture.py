"""The eight scores as a radar, painted by us, with the outline of the round before."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from champion_app.desktop.widgets.progress_picture import Canvas, percent
from champion_app.desktop.words import tr

_WRAP = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class RadarPicture(Canvas):
    """A web of eight spokes; this round is a filled shape, the round before a broken line."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The web with two lines of words above and below it."""
        return round(2 * self._reach_in(width)) + 4 * self._line() + 24

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
            painter.setPen(QPen(self.theme.colour("muted"), self.theme.px(2), Qt.PenStyle.DashLine))
            painter.drawPolygon(self._shape([item.score for item in self.before]))
        shape = self._shape([item.score for item in self.progress])
        ink, soft = self.theme.colour("accent"), QColor(self.theme.colour("accent"))
        soft.setAlphaF(0.22)
        painter.setPen(QPen(ink, self.theme.px(2.5)))
        painter.setBrush(soft)
        painter.drawPolygon(shape)
        painter.setBrush(ink)
        for corner in shape.toList():
            painter.drawEllipse(corner, self.theme.px(3), self.theme.px(3))
        self._paint_titles(painter)
        painter.end()

    def _paint_titles(self, painter: QPainter) -> None:
        painter.setFont(self.letters())
        tips = self._shape([1.0] * len(self.progress)).toList()
        for item, tip in zip(self.progress, tips, strict=True):
            words = f"{item.number} {tr(item.title)}" if self._titled(self.width()) else str(item.number)
            way = tip - self._centre()
            if abs(way.x()) < 2:
                top = tip.y() + 6 if way.y() > 0 else tip.y() - 6 - 2 * self._line()
                box = QRectF(tip.x() - self.width() / 3, top, self.width() * 2 / 3, self._line())
                across = Qt.AlignmentFlag.AlignHCenter
            else:
                beside = self._beside() if self._titled(self.width()) else self._narrowest()
                wrapped = painter.boundingRect(QRectF(0, 0, beside, 1000), _WRAP, words)
                left = tip.x() + 10 if way.x() > 0 else tip.x() - 10 - beside
                lean = way.y() / max(self._reach(), 1) * self._line()
                top = tip.y() - (wrapped.height() + self._line()) / 2 + lean
                box = QRectF(left, top, beside, wrapped.height())
                across = Qt.AlignmentFlag.AlignLeft if way.x() > 0 else Qt.AlignmentFlag.AlignRight
            painter.setPen(self.theme.colour("text"))
            painter.drawText(box, across | _WRAP, words)
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(QRectF(box.left(), box.bottom(), box.width(), self._line()), across, percent(item))

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _line(self) -> int:
        return QFontMetrics(self.letters()).height()

    def _beside(self) -> int:
        """Room for a title beside the web: it wraps, but no word is cut."""
        metrics = QFontMetrics(self.letters())
        words = [word for item in self.progress for word in tr(item.title).split()]
        return max([metrics.horizontalAdvance(f"8 {word}") for word in words] + [self.theme.px(104)])

    def _reach(self) -> float:
        return self._reach_in(self.width())

    def _reach_in(self, width: int) -> float:
        beside = self._beside() if self._titled(width) else self._narrowest()
        return max(min(width / 2 - beside - 12, self.theme.px(170)), 24)

    def _narrowest(self) -> int:
        return QFontMetrics(self.letters()).horizontalAdvance("100%")

    def _titled(self, width: int) -> bool:
        """Whether titles fit beside the web; otherwise numbers stand there, and the bars or the table name them."""
        return width / 2 - self._beside() - 12 >= self.theme.px(60)

    def _shape(self, scores: Sequence[float]) -> QPolygonF:
        centre, reach, count = self._centre(), self._reach(), len(scores)
        turns = [math.tau * place / count - math.pi / 2 for place in range(count)]
        return QPolygonF(
            [
                QPointF(centre.x() + math.cos(turn) * reach * score, centre.y() + math.sin(turn) * reach * score)
                for turn, score in zip(turns, scores, strict=True)
            ]
        )
