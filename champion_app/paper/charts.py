"""Charts drawn by us: every state has a pattern as well as a colour, and the same numbers stand under it as a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from champion_app.paper import shapes
from champion_app.paper.blocks import Bar, Bars, Cell, Column, Radar, Row, State, Table
from champion_app.paper.lines import Line as SetLine
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Piece, Text, Whole
from champion_app.paper.setting import Setting, body
from champion_app.paper.shapes import Point
from champion_app.paper.style import ACCENT, LINE, MUTED, PAPER, STRONG, TEXT, Align, TextStyle
from champion_app.paper.tables import table
from champion_app.paper.tags import Node
from champion_app.paper.text import one_line

_STRIPED = "#C9DEDB"
_LABELS = 0.36  # share of the width for the labels of bars
_MOST_LABEL_LINES = 3  # the table under a chart has the whole of it
_LINES = ((ACCENT, 2.25, ""), (TEXT, 1.5, "6 3"), (MUTED, 1.5, "1 3"))  # colour, width, dash of a radar's lines


# ---- patterns


def fill_state(pen: Pen, state: State, x: float, y: float, width: float, height: float) -> None:
    """A rectangle in a state's pattern: solid, striped, dotted or empty, always with an outline."""
    if width <= 0:
        return
    shapes.box(pen, x, y, width, height, {State.IN_PLACE: ACCENT, State.IN_PROGRESS: _STRIPED}.get(state, PAPER))
    with shapes.clipped(pen, x, y, width, height):
        if state is State.IN_PROGRESS:
            for step in range(int((width + height) / 5) + 1):
                shapes.rule(pen, (x + step * 5 - height, y), (x + step * 5, y + height), ACCENT, 1.2)
        if state is State.NOT_YET:
            for column in range(int(width / 5) + 1):
                for row in range(int(height / 5) + 1):
                    shapes.disc(pen, x + column * 5 + 2.5, y + row * 5 + 2.5, 0.9, STRONG)
    shapes.strokes(pen, [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], ACCENT, 0.75, closed=True)


# ---- bars


def bars(block: Bars, setting: Setting) -> list[Piece]:
    """Stacked bars with their legend, then the table."""
    states = [
        state for state in State if any(count for bar in block.bars for part, count in bar.parts if part is state)
    ]
    if not block.bars:
        return []
    found = _title(block.title, setting)
    per_chart = max(1, int(setting.room * 0.8 / _BarRow.most(setting)))
    for start in range(0, len(block.bars), per_chart):
        found.append(_bar_chart(block, block.bars[start : start + per_chart], states, setting))
    if block.with_table:
        columns = (Column(block.rows_are, 2.4), *(Column(state.value.capitalize(), 1, Align.END) for state in states))
        rows = tuple(Row((bar.label, *(str(dict(bar.parts).get(state, 0)) for state in states))) for bar in block.bars)
        found += table(Table(columns, rows, summary=block.title), setting)
    return found


class _BarRow:
    """One bar with its label, ready to draw."""

    def __init__(self, bar: Bar, setting: Setting, node: Node) -> None:
        self._bar = bar
        self._style = TextStyle(setting.scale.body, leading_ratio=1.2)
        self._label_width = setting.width * _LABELS - 8
        label = setting.narrowed(self._label_width, node).line(bar.label, self._style, node)
        self._label = setting.shortened(label, _MOST_LABEL_LINES)
        note_width = 4.5 * setting.scale.body if bar.note else 0
        self._note = setting.narrowed(note_width, node).first_line(bar.note, self._style) if bar.note else None
        self._bar_width = setting.width * (1 - _LABELS) - note_width
        self._thick = 1.25 * setting.scale.body
        self.height = max(self._label.height, self.least(setting) - 4) + 4

    @staticmethod
    def least(setting: Setting) -> float:
        """The least height of a row."""
        return 1.25 * setting.scale.body + 8

    @staticmethod
    def most(setting: Setting) -> float:
        """The greatest height of a row."""
        return _MOST_LABEL_LINES * 1.2 * setting.scale.body + 4

    def paint(self, pen: Pen, x: float, top: float, most: int) -> None:
        """Label, bar and note, centred on one line."""
        middle = top - self.height / 2
        pen.text(self._label.lines, x, middle + self._label.height / 2, self._label_width, self._style)
        left = x + self._label_width + 8
        for state, count in self._bar.parts:
            wide = self._bar_width * count / most if most else 0
            fill_state(pen, state, left, middle - self._thick / 2, wide, self._thick)
            left += wide
        if self._note is not None:
            pen.text([self._note], left + 6, middle + self._style.leading / 2, self._note.width, self._style)


def _bar_chart(block: Bars, shown: Sequence[Bar], states: list[State], setting: Setting) -> Whole:
    figure = setting.node.add("Figure", alt=_alternative(block))
    rows = [_BarRow(bar, setting, figure) for bar in shown]
    most = max((sum(count for _, count in bar.parts) for bar in block.bars), default=0)
    legend = _Legend([(state.value, state) for state in states], setting)
    height = sum(row.height for row in rows) + legend.height

    def paint(pen: Pen, x: float, top: float) -> None:
        figure.box = (x, top - height, x + setting.width, top)
        with pen.tagged(figure):
            y = top
            for row in rows:
                row.paint(pen, x, y, most)
                y -= row.height
            legend.paint(pen, x, y)

    return Whole(height, paint, after=10 * setting.unit)


class _Legend:
    """What the patterns or lines of a chart mean, in as many rows as it takes."""

    def __init__(self, entries: Sequence[tuple[str, State | int]], setting: Setting) -> None:
        self._style = TextStyle(setting.scale.body, leading_ratio=1.3)
        self._key = 1.9 * setting.scale.body
        self._rows: list[list[tuple[float, SetLine, State | int]]] = [[]]
        used = 0.0
        for words, sign in entries:
            line = setting.narrowed(setting.width - self._key, setting.node).first_line(words, self._style)
            wide = self._key + line.width + 16
            if used and used + wide - 16 > setting.width:
                self._rows.append([])
                used = 0.0
            self._rows[-1].append((used, line, sign))
            used += wide
        self.height = len(self._rows) * self._style.leading + 6

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Signs and words."""
        top -= 6
        side = self._style.size * 0.9
        for row in self._rows:
            middle = top - self._style.leading / 2
            for left, line, sign in row:
                if isinstance(sign, State):
                    fill_state(pen, sign, x + left, middle - side / 2, self._key - 6, side)
                else:
                    colour, width, dash = _LINES[sign]
                    shapes.rule(pen, (x + left, middle), (x + left + self._key - 6, middle), colour, width, dash)
                pen.text([line], x + left + self._key, top, line.width, self._style)
            top -= self._style.leading


# ---- radar


def radar(block: Radar, setting: Setting) -> list[Piece]:
    """A radar chart with its legend, then the table."""
    if len(block.axes) < 3 or not block.lines:
        return []
    found = [*_title(block.title, setting), _Radar(block, setting).piece()]
    if block.with_table:
        columns = (Column(block.rows_are, 2.4), *(Column(line.name, 1, Align.END) for line in block.lines))
        rows = tuple(
            Row((axis, *(Cell(_value(line.values, line.words, place)) for line in block.lines)))
            for place, axis in enumerate(block.axes)
        )
        found += table(Table(columns, rows, summary=block.title), setting)
    return found


def _value(values: tuple[float | None, ...], words: tuple[str, ...], place: int) -> str:
    if place < len(words):
        return words[place]
    value = values[place] if place < len(values) else None
    return "none" if value is None else f"{value:.0%}"


class _Radar:
    """A radar chart: rings, axes with wrapped labels, up to three lines."""

    def __init__(self, block: Radar, setting: Setting) -> None:
        self._block = block
        self._setting = setting
        self._figure = setting.node.add("Figure", alt=_alternative(block))
        self._style = TextStyle(setting.scale.body, leading_ratio=1.15, align=Align.CENTRE)
        label_width = min(setting.width * 0.26, 9.5 * setting.scale.body)
        self._radius = min((setting.width - 2 * label_width) / 2 - 8, setting.room * 0.25, 120 * setting.unit)
        narrow = setting.narrowed(label_width, self._figure)
        labels = [narrow.line(axis, self._style, self._figure) for axis in block.axes]
        self._labels = [setting.shortened(label, _MOST_LABEL_LINES) for label in labels]
        self._rim = max(label.height for label in self._labels) + 6
        self._legend = _Legend([(line.name, place) for place, line in enumerate(block.lines[: len(_LINES)])], setting)
        self._height = 2 * (self._radius + self._rim) + self._legend.height

    def piece(self) -> Whole:
        """The chart as a piece."""
        return Whole(self._height, self._paint, after=10 * self._setting.unit)

    def _paint(self, pen: Pen, x: float, top: float) -> None:
        self._figure.box = (x, top - self._height, x + self._setting.width, top)
        centre = (x + self._setting.width / 2, top - self._rim - self._radius)
        with pen.tagged(self._figure):
            for ring in (0.25, 0.5, 0.75, 1.0):
                shapes.strokes(
                    pen, [self._at(centre, place, ring) for place in range(len(self._labels))], LINE, closed=True
                )
            for place, label in enumerate(self._labels):
                shapes.rule(pen, centre, self._at(centre, place, 1.0), LINE)
                self._paint_label(pen, centre, place, label)
            for values, (colour, width, dash) in zip(self._block.lines, _LINES, strict=False):
                self._paint_line(pen, centre, values.values, colour, width, dash)
            self._legend.paint(pen, x, top - 2 * (self._radius + self._rim))

    def _paint_line(
        self, pen: Pen, centre: Point, values: tuple[float | None, ...], colour: str, width: float, dash: str
    ) -> None:
        points = [
            None if value is None else self._at(centre, place, min(1.0, max(0.0, value)))
            for place, value in enumerate(values[: len(self._labels)])
        ]
        for place, point in enumerate(points):
            following = points[(place + 1) % len(points)]
            if point is not None and following is not None:
                shapes.rule(pen, point, following, colour, width, dash)
            if point is not None:
                shapes.disc(pen, *point, width + 0.75, colour)

    def _at(self, centre: Point, place: int, share: float) -> Point:
        angle = math.pi / 2 - 2 * math.pi * place / len(self._labels)
        return (
            centre[0] + math.cos(angle) * self._radius * share,
            centre[1] + math.sin(angle) * self._radius * share,
        )

    def _paint_label(self, pen: Pen, centre: Point, place: int, label: Text) -> None:
        """Labels stand outside the outer ring, beside it left and right, centred above and below."""
        edge = self._at(centre, place, 1.0)
        across, up = (edge[0] - centre[0]) / self._radius, (edge[1] - centre[1]) / self._radius
        align = Align.CENTRE if abs(across) < 0.2 else Align.START if across > 0 else Align.END
        left = edge[0] + {Align.CENTRE: -label.width / 2, Align.START: 6, Align.END: -label.width - 6}[align]
        top = edge[1] + label.height * (1 + up) / 2 + 3 * up
        pen.text(label.lines, left, top, label.width, replace(self._style, align=align))


def _alternative(block: Bars | Radar) -> str:
    """What a chart says to those who cannot see it: never nothing."""
    return one_line(block.alt) or one_line(block.title) or one_line(block.rows_are) or "Chart"


def _title(words: str, setting: Setting) -> list[Piece]:
    if not words:
        return []
    text = setting.line(words, body(setting.scale, bold=True), setting.node.add("P"))
    text.keep_next = True
    return [text]
