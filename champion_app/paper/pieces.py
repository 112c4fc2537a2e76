"""Pieces of a page: each knows its height, can be cut where a page ends, and draws itself. Laid out once, never again.

``split(room)`` gives what fits and what is left. A piece that is ``forced`` stands at the top of a fresh page and must
put something there, so that every document ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from champion_app.paper import shapes
from champion_app.paper.lines import Line
from champion_app.paper.pen import Pen
from champion_app.paper.style import LINE, TextStyle
from champion_app.paper.tags import Node

Split = tuple["Piece | None", "Piece | None"]

_HAIR = 0.01  # what rounding may take
_LEAST_LINES = 2  # a paragraph leaves and takes at least this many lines when a page cuts it
_RADIUS = 8
_BAR = 3
_WHOLE_CARD = 300  # a card no taller than this is never cut unless a page is shorter still


class Piece(Protocol):
    """What every piece can do. ``before`` and ``after`` are the least distances to its neighbours, in points."""

    height: float
    before: float
    after: float
    keep_next: bool

    def split(self, room: float, forced: bool) -> Split:
        """What fits into ``room`` points, and the rest. Either may be None."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Puts it on the page, its upper left corner at ``x, top``."""

    def inner(self) -> Sequence[Piece]:
        """The pieces it is made of."""


class Text:
    """Lines in one style, under one node."""

    def __init__(
        self, lines: Sequence[Line], style: TextStyle, width: float, node: Node, *, from_right: bool = False
    ) -> None:
        self.lines = lines
        self.style = style
        self.width = width
        self.node = node
        self.from_right = from_right
        self.height = len(lines) * style.leading
        self.before = style.before
        self.after = style.after
        self.keep_next = False

    def split(self, room: float, forced: bool) -> Split:
        """Cuts between lines, leaving no line alone unless it must."""
        count = len(self.lines)
        fitting = int((room + _HAIR) / self.style.leading)
        if fitting >= count:
            return self, None
        if count < 2 * _LEAST_LINES or fitting < _LEAST_LINES:
            fitting = 0
        elif count - fitting < _LEAST_LINES:
            fitting = count - _LEAST_LINES
        if fitting < 1:
            if not forced:
                return None, self
            fitting = max(1, min(count - 1, int((room + _HAIR) / self.style.leading)))
        return self._part(self.lines[:fitting]), self._part(self.lines[fitting:])

    def _part(self, lines: Sequence[Line]) -> Text:
        return Text(lines, self.style, self.width, self.node, from_right=self.from_right)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Sets the lines."""
        with pen.tagged(self.node):
            pen.text(self.lines, x, top, self.width, self.style, from_right=self.from_right)

    def inner(self) -> Sequence[Piece]:
        """Nothing smaller."""
        return ()


class Whole:
    """Something that is never cut: a chart, a picture, a line to sign on. ``paint`` does its own marking."""

    def __init__(
        self,
        height: float,
        paint: Callable[[Pen, float, float], None],
        *,
        before: float = 0,
        after: float = 0,
        keep_next: bool = False,
    ) -> None:
        self.height = height
        self.before = before
        self.after = after
        self.keep_next = keep_next
        self._paint = paint

    def split(self, room: float, forced: bool) -> Split:
        """All or nothing."""
        return (self, None) if forced or self.height <= room + _HAIR else (None, self)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Paints it."""
        self._paint(pen, x, top)

    def inner(self) -> Sequence[Piece]:
        """Nothing smaller."""
        return ()


class Space(Whole):
    """Empty room. It vanishes at the top of a page."""

    def __init__(self, height: float) -> None:
        super().__init__(height, lambda pen, x, top: None)


class Break(Whole):
    """The end of a page. It takes no room; ``Stack.split`` sees it and stops."""

    def __init__(self) -> None:
        super().__init__(0, lambda pen, x, top: None)


class Stack:
    """Pieces one under the other. The distance between two is the larger of ``after`` and ``before``."""

    def __init__(self, pieces: Sequence[Piece], *, whole: bool = False, before: float = 0, after: float = 0) -> None:
        self.pieces = pieces
        self.before = before
        self.after = after
        self.keep_next = False
        self._whole = whole
        self.height = sum(piece.height for piece in pieces) + sum(map(_gap, pieces, pieces[1:]))

    def split(self, room: float, forced: bool) -> Split:
        """Takes pieces while they fit, then cuts the first that does not."""
        if self._whole and not forced and self.height > room + _HAIR:
            return None, self
        used = 0.0
        for place, piece in enumerate(self.pieces):
            if isinstance(piece, Break):
                return self._part(self.pieces[:place]), self._part(self.pieces[place + 1 :])
            gap = _gap(self.pieces[place - 1], piece) if place else 0.0
            if used + gap + piece.height > room + _HAIR:
                return self._cut(place, room - used - gap, forced)
            used += gap + piece.height
        return self, None

    def _cut(self, place: int, room: float, forced: bool) -> Split:
        """Cuts at a piece that does not fit. Headings go over with what they head."""
        heads_page = all(piece.keep_next for piece in self.pieces[:place])
        head, tail = self.pieces[place].split(room, forced and heads_page)
        if head is not None:
            rest = self.pieces[place + 1 :] if tail is None else [tail, *self.pieces[place + 1 :]]
            return self._part([*self.pieces[:place], head]), self._part(rest)
        stay = place
        while stay and self.pieces[stay - 1].keep_next:
            stay -= 1
        if stay == 0 and forced:
            stay = place
        return self._part(self.pieces[:stay]), self._part(self.pieces[stay:])

    def _part(self, pieces: Sequence[Piece]) -> Stack | None:
        return Stack(pieces, before=self.before, after=self.after) if pieces else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draws them from the top down."""
        before: Piece | None = None
        for piece in self.pieces:
            top -= _gap(before, piece) if before is not None else 0
            piece.draw(pen, x, top)
            top -= piece.height
            before = piece

    def inner(self) -> Sequence[Piece]:
        """The pieces."""
        return self.pieces


class Labelled:
    """A list item: a bullet, number or tick box, and beside it what it says."""

    def __init__(self, label: Piece | None, body: Stack, indent: float, shift: float, after: float) -> None:
        self.label = label
        self.body = body
        self.indent = indent
        self.shift = shift
        self.height = max(body.height, label.height if label is not None else 0)
        self.before = 0.0
        self.after = after
        self.keep_next = False

    def split(self, room: float, forced: bool) -> Split:
        """Cuts the body; the label stays with the first part."""
        head, tail = self.body.split(room, forced)
        if not isinstance(head, Stack):
            return None, self
        first = Labelled(self.label, head, self.indent, self.shift, self.after)
        if not isinstance(tail, Stack):
            return first, None
        return first, Labelled(None, tail, self.indent, self.shift, self.after)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Label first, then the body beside it. A negative ``shift`` is a list that runs from the right."""
        if self.label is not None:
            self.label.draw(pen, x + max(0.0, self.shift), top)
        self.body.draw(pen, x + (0 if self.shift > 0 else self.indent), top)

    def inner(self) -> Sequence[Piece]:
        """The body."""
        return (self.body,)


@dataclass(frozen=True, slots=True)
class Look:
    """A card's colours (none: left out). The bar stands where its lines begin."""

    fill: str
    outline: str = LINE
    bar: str = ""
    bar_right: bool = False


class Framed:
    """A stack on a card with rounded corners. Each page gets a card of its own."""

    def __init__(self, body: Stack, width: float, padding: float, look: Look) -> None:
        self.body = body
        self.width = width
        self.padding = padding
        self.look = look
        self.height = body.height + 2 * padding
        self.before = self.after = padding * 0.9
        self.keep_next = False

    def split(self, room: float, forced: bool) -> Split:
        """A small card goes over whole; a tall one is cut."""
        if self.height <= room + _HAIR:
            return self, None
        if not forced and self.height <= _WHOLE_CARD:
            return None, self
        head, tail = self.body.split(room - 2 * self.padding, forced)
        return (None, self) if head is None else (self._part(head), self._part(tail))

    def _part(self, body: Piece | None) -> Framed | None:
        if not isinstance(body, Stack):
            return None
        return Framed(body, self.width, self.padding, self.look)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The card, then what stands on it."""
        with pen.furniture():
            look = self.look
            shapes.card(pen, x, top - self.height, self.width, self.height, _RADIUS, look.fill, look.outline)
            if look.bar:
                left = x + self.width - _BAR if look.bar_right else x
                shapes.box(pen, left, top - self.height + _RADIUS, _BAR, self.height - 2 * _RADIUS, look.bar)
        self.body.draw(pen, x + self.padding, top - self.padding)

    def inner(self) -> Sequence[Piece]:
        """The stack on the card."""
        return (self.body,)


def _gap(upper: Piece, lower: Piece) -> float:
    return max(upper.after, lower.before)


def every_piece(piece: Piece) -> Iterator[Piece]:
    """A piece and all it is made of, in reading order."""
    yield piece
    for part in piece.inner():
        yield from every_piece(part)
