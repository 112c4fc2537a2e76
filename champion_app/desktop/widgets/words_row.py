"""A part of a leaflet at rest: its words as they read, painted in one go. Pressing it opens it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.widgets.words_parts import Look, Part, more_lines
from champion_app.domain.leaflets import BlockKind
from champion_app.domain.own_words import HEAD

_EDGE = 12
_ABOVE = 6
_GAP = 4
_INDENT = 22
# A row shows so many lines and letters of its words; the rest is there when it is opened.
_LINES = 12
_LETTERS = 900
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_WRAP_RIGHTWARD = (
    Qt.TextFlag.TextWordWrap
    | Qt.TextFlag.TextForceRightToLeft
    | Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
)
# Size and weight of each kind; everything else is body text.
_TYPE = {BlockKind.HEADING: (17, True), BlockKind.LEAD: (20, True), BlockKind.LINES: (15, True)}
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}


@dataclass(frozen=True)
class _Line:
    words: str
    size: int = 15
    bold: bool = False
    token: str = "text"
    marker: str = ""


class WordsRow(QAbstractButton):
    """``step`` carries where arrow keys lead, ``moved`` where Alt and an arrow move the part; ``dropped``: Delete."""

    step = Signal(int)
    moved = Signal(int)
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._part: Part | None = None
        self._marks: tuple[Look, ...] = ()
        self._lines: tuple[_Line, ...] = ()
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_part(self, part: Part, marks: tuple[Look, ...]) -> None:
        """Shows a part; one that is the same is left alone."""
        if part == self._part and marks == self._marks:
            return
        self._part, self._marks = part, marks
        self._lines = tuple(_lines(part))
        self.setAccessibleName(". ".join((part.spoken(), *(mark.words for mark in marks if mark.icon == "due-soon"))))
        self._measure()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its words at this width; each width is measured once."""
        if width not in self._heights:
            self._heights[width] = max(self._draw(None, width), self._theme.px(32))
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Lives with any width."""
        return QSize(self._theme.px(240), self.heightForWidth(max(self.width(), self._theme.px(160))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Lives with any width; the height follows from it."""
        return QSize(self._theme.px(80), self._theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draws the words, calm; with the pencil where the mouse or the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        near = self.underMouse() or self.hasFocus()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(area, 8, 8)
        if self._part is not None and self._part.kind is BlockKind.NOTE:
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.setBrush(self._theme.colour("warn_soft"))
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 6, 6)
        self._draw(painter, self.width())
        if near:
            side = self._theme.px(16)
            pencil = self._theme.pixmap("edit", "accent", 16)
            painter.drawPixmap(self.width() - side - 6, 6, pencil)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter, Space and F2 open it; arrows go on, with Alt they move it; Delete takes it off the paper."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not held:
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_STEPS[key])
        elif key in _STEPS and not held:
            self.step.emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete and not held:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse shows what can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """And leaves it calm."""
        super().leaveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another text size or look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_heights"):
            self._measure()

    def _measure(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _draw(self, painter: QPainter | None, width: int) -> int:
        """Draws or, without a painter, only measures; returns the height."""
        above = 2 * _ABOVE if self._part is not None and self._part.kind is BlockKind.NOTE else _ABOVE
        inside, y = width - 2 * _EDGE - self._theme.px(14), above
        dim = self._part is not None and self._part.hidden
        for line in self._lines:
            font = self._font(line.size, bold=line.bold)
            left = self._theme.px(_INDENT) if line.marker else 0
            area = QRect(_EDGE + left, y, max(inside - left, 20), 100_000)
            high = QFontMetrics(font).boundingRect(area, _WRAP, line.words).height()
            if painter is not None:
                painter.setFont(font)
                painter.setPen(self._theme.colour("muted" if dim else line.token))
                self._draw_line(painter, line, QRect(area.x(), y, area.width(), high))
            y += high + _GAP
        return self._draw_marks(painter, y, inside) + above - _GAP

    def _draw_line(self, painter: QPainter, line: _Line, area: QRect) -> None:
        """A line with its mark before it: at the right where it is read from right to left."""
        left = area.x() - _EDGE
        side = QRect(_EDGE, area.y(), left, area.height())
        if _rightward(line.words):
            area.moveLeft(_EDGE)
            side.moveRight(_EDGE + area.width() + left - 1)
            painter.drawText(area, _WRAP_RIGHTWARD, line.words)
        else:
            painter.drawText(area, _WRAP, line.words)
        if line.marker == "☐":  # drawn: not every face has it
            size = self._theme.px(11)
            top = area.y() + (painter.fontMetrics().lineSpacing() - size) // 2
            painter.drawRect(QRect(side.x() + 2, top, size, size))
        elif line.marker:
            across = Qt.AlignmentFlag.AlignRight if _rightward(line.words) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(side, across, line.marker)

    def _draw_marks(self, painter: QPainter | None, y: int, inside: int) -> int:
        """The marks one after the other, going on in the next line."""
        font = self._font(13)
        metrics, size = QFontMetrics(font), self._theme.px(14)
        x, high = _EDGE, max(metrics.lineSpacing(), size)
        for mark in self._marks:
            wide = size + 6 + metrics.horizontalAdvance(mark.words)
            if x > _EDGE and x + wide > _EDGE + inside:
                x, y = _EDGE, y + high + 2
            if painter is not None:
                painter.drawPixmap(x, y + (high - size) // 2, self._theme.pixmap(mark.icon, mark.token, 14))
                painter.setFont(font)
                painter.setPen(self._theme.colour(mark.token))
                words = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, inside - size - 6)
                painter.drawText(QRect(x + size + 6, y, inside, high), Qt.AlignmentFlag.AlignVCenter, words)
            x += wide + 16
        return y + high + _GAP if self._marks else y

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        return self._theme.letters(self.font(), size, bold=bold)


def _lines(part: Part) -> Iterator[_Line]:
    """What a part says at rest, cut where it is very long."""
    size, bold = _TYPE.get(part.kind, (15, False)) if part.kind is not None else (20, True)
    for place, field in enumerate(part.fields):
        lines = [line for line in field.text.split("\n") if line.strip()]
        shown, room = 0, _LETTERS
        for line in lines[:_LINES]:
            if room <= 0:
                break
            words = line if len(line) <= room else line[:room].rstrip() + "…"
            shown, room = shown + 1, room - len(words)
            marker = f"{shown}." if field.marker == "1" else field.marker
            if part.where == HEAD and place:
                yield _Line(breakable(words), token="muted")
            else:
                yield _Line(breakable(words), size, bold, marker=marker)
        if len(lines) > shown:
            yield _Line(more_lines(len(lines) - shown), 13, token="muted")
    if part.blank and not part.filled:
        yield _Line(f"{part.name}…", 15, token="muted")
    block = part.block
    if block is not None and block.columns:
        yield _Line(breakable(" | ".join(block.columns)), 13, token="muted")
    if part.filled:
        yield _Line(part.filled, 13, token="muted")


def _rightward(words: str) -> bool:
    """Whether words are read from right to left: their first letter says so."""
    for letter in words:
        side = unicodedata.bidirectional(letter)
        if side in ("L", "R", "AL"):
            return side != "L"
    return False
