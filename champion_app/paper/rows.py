"""Rows side by side: the rows of a table, and contact cards in columns. A tall row continues on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from champion_app.paper import shapes
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Piece, Split, Stack
from champion_app.paper.style import PAPER

# A row no taller than this goes to the next page whole; a taller one is cut.
_WHOLE_ROW = 200


@dataclass(slots=True)
class Slot:
    """One cell: where it starts, how wide it is, what is in it, what tint it has. All in points from the row's left."""

    x: float
    width: float
    body: Stack
    fill: str = PAPER


class SideBySide:
    """Cells beside each other, as tall as the tallest. ``padding`` is left free above and below each."""

    def __init__(
        self,
        slots: Sequence[Slot],
        *,
        padding: float = 0,
        side: float = 0,
        line: str = "",
        grid: bool = False,
        least: float = 0,
        keep_next: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self.slots = slots
        self.padding = padding
        self.side = side
        self.line = line
        self.grid = grid
        self.keep_next = keep_next
        self.before = before
        self.after = after
        self.height = max(least, max((slot.body.height for slot in slots), default=0) + 2 * padding)

    def split(self, room: float, forced: bool) -> Split:
        """Goes over whole if it is short; else every cell is cut where the page ends."""
        if self.height <= room + 0.01:
            return self, None
        if not forced and self.height <= _WHOLE_ROW:
            return None, self
        heads: list[Slot] = []
        tails: list[Slot] = []
        for slot in self.slots:
            head, tail = slot.body.split(room - 2 * self.padding, forced)
            if head is None and slot.body.pieces:
                return None, self
            heads.append(replace(slot, body=head if isinstance(head, Stack) else Stack([])))
            tails.append(replace(slot, body=tail if isinstance(tail, Stack) else Stack([])))
        rest = self._part(tails) if any(slot.body.pieces for slot in tails) else None
        return self._part(heads), rest

    def _part(self, slots: Sequence[Slot]) -> SideBySide:
        return SideBySide(slots, padding=self.padding, side=self.side, line=self.line, grid=self.grid, after=self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Tints and lines first, then the cells in reading order."""
        bottom = top - self.height
        if self.line or any(slot.fill != PAPER for slot in self.slots):
            with pen.furniture():
                self._draw_lines(pen, x, top, bottom)
        for slot in self.slots:
            slot.body.draw(pen, x + slot.x + self.side, top - self.padding)

    def _draw_lines(self, pen: Pen, x: float, top: float, bottom: float) -> None:
        for slot in self.slots:
            if slot.fill != PAPER:
                shapes.box(pen, x + slot.x, bottom, slot.width, self.height, slot.fill)
        if not self.line:
            return
        right = x + max(slot.x + slot.width for slot in self.slots)
        shapes.rule(pen, (x, bottom), (right, bottom), self.line)
        if self.grid:
            shapes.rule(pen, (x, top), (right, top), self.line)
            for edge in (x, *(x + slot.x + slot.width for slot in self.slots)):
                shapes.rule(pen, (edge, bottom), (edge, top), self.line)

    def inner(self) -> Sequence[Piece]:
        """The cells' stacks."""
        return [slot.body for slot in self.slots]


class Headed:
    """Rows under a heading row that comes again, as furniture, on every page the rows go on to."""

    def __init__(
        self, head: SideBySide | None, rows: Stack, *, again: bool = False, before: float = 0, after: float = 0
    ) -> None:
        self.head = head
        self.rows = rows
        self.again = again
        self.before = before
        self.after = after
        self.keep_next = False
        self.height = rows.height + (head.height if head is not None else 0)

    def split(self, room: float, forced: bool) -> Split:
        """Cuts between rows, or inside a tall one. The heading never stands alone."""
        head_height = self.head.height if self.head is not None else 0
        if head_height > room and not forced:
            return None, self
        first, rest = self.rows.split(room - head_height, forced)
        if not isinstance(first, Stack):
            return None, self
        upper = Headed(self.head, first, again=self.again, after=self.after)
        if not isinstance(rest, Stack):
            return upper, None
        return upper, Headed(self.head, rest, again=True, after=self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The heading, then the rows."""
        if self.head is not None:
            if self.again:
                with pen.furniture():
                    self.head.draw(pen, x, top)
            else:
                self.head.draw(pen, x, top)
            top -= self.head.height
        self.rows.draw(pen, x, top)

    def inner(self) -> Sequence[Piece]:
        """The rows; the heading holds no headings of the document."""
        return (self.rows,)
