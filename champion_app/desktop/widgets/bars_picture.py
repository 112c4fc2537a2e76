"""Eight stacked bars, painted by us: title, a bar whose parts say how many, and "5 of 6"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from champion_app.desktop.widgets.progress_picture import STATES, Canvas, State, fill
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Progress

_WRAP = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


class BarsPicture(Canvas):
    """The bars themselves; a thin bar below each shows the round before."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Eight rows; taller when each title stands above its bar."""
        return self._row(width) * max(len(self.progress), 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Title, bar, and "5 of 6" for each statement."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, item in enumerate(self.progress):
            before = self.before[place] if place < len(self.before) else None
            self._paint_row(painter, QRect(0, place * self._row(self.width()), self.width(), self._bar()), item, before)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRect, item: Progress, before: Progress | None) -> None:
        titles = self._titles()
        answered = tr("{n} of {total}", n=item.answered, total=item.total)
        room = QFontMetrics(self.letters()).horizontalAdvance(tr("{n} of {total}", n=88, total=88)) + 12
        painter.setFont(self.letters(15))
        painter.setPen(self.theme.colour("text"))
        words = f"{item.number}  {tr(item.title)}"
        if self._stacked(self.width()):
            line = QRect(row.left(), row.top(), row.width(), self._line(row.width()))
            painter.drawText(line, _WRAP, words)
            bar = QRectF(row.left(), line.bottom() + 1, row.width() - room, row.height())
        else:
            painter.drawText(QRect(row.left(), row.top(), titles, row.height()), Qt.AlignmentFlag.AlignVCenter, words)
            bar = QRectF(row.left() + titles, row.top(), row.width() - titles - room, row.height())
        self._paint_bar(painter, bar, item, spoken=True)
        painter.setFont(self.letters())
        painter.setPen(self.theme.colour("muted"))
        box = QRectF(bar.right(), bar.top(), room, bar.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, answered)
        if before is not None:
            thin = QRectF(bar.left(), bar.bottom() + 2, bar.width(), self.theme.px(6))
            self._paint_bar(painter, thin, before, spoken=False)

    def _paint_bar(self, painter: QPainter, bar: QRectF, item: Progress, *, spoken: bool) -> None:
        x, unit = bar.left(), bar.width() / max(item.total, 1)
        for state in STATES:
            count = state.of(item)
            if not count:
                continue
            box = QRectF(x, bar.top(), count * unit - 2, bar.height())
            fill(painter, self.theme, box, state)
            if spoken:
                self._paint_count(painter, box, state, count)
            x += count * unit

    def _paint_count(self, painter: QPainter, box: QRectF, state: State, count: int) -> None:
        painter.setFont(self.letters(strong=True))
        metrics = painter.fontMetrics()
        for words in (f"{count} {tr(state.words).lower()}", str(count)):
            width = metrics.horizontalAdvance(words) + 12
            if width <= box.width() - 4:
                break
        if state.pattern in ("diagonal", "dotted"):  # letters stand on a quiet ground, not on the pattern
            ground = QRectF(box.center().x() - width / 2, box.top() + 3, width, box.height() - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour(state.fill))
            painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(self.theme.colour("on_accent" if state.pattern == "solid" else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _titles(self) -> int:
        metrics = QFontMetrics(self.letters(15))
        return max((metrics.horizontalAdvance(f"8  {tr(item.title)}") for item in self.progress), default=0) + 16

    def _stacked(self, width: int) -> bool:
        return width < self._titles() + self.theme.px(260)

    def _bar(self) -> int:
        return self.theme.px(24)

    def _line(self, width: int) -> int:
        metrics, room = QFontMetrics(self.letters(15)), QRect(0, 0, max(width, 1), 10_000)
        high = (metrics.boundingRect(room, _WRAP, f"8  {tr(item.title)}").height() for item in self.progress)
        return max(high, default=metrics.height()) + 2

    def _row(self, width: int) -> int:
        last = self.theme.px(8) if self.before else 0
        return self._bar() + last + self.theme.px(12) + (self._line(width) if self._stacked(width) else 0)
