"""What a block needs to know to be laid out: how wide, how large, in which language, under which node."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from champion_app.paper import shaping
from champion_app.paper.blocks import Block
from champion_app.paper.lines import Line, Span, break_lines, keeps_numbers_together
from champion_app.paper.pieces import Break, Piece, Text
from champion_app.paper.style import Align, Scale, TextStyle
from champion_app.paper.tags import Node
from champion_app.paper.text import one_line

_FEW_LINES = 6  # a text of more is no title


@dataclass(slots=True)
class Entry:
    """A heading of the document. ``page`` counts from 1 and is known once the pages are cut."""

    words: str
    level: int
    page: int = 0


@dataclass(slots=True)
class Outline:
    """The headings in order. ``planned`` are those found before anything is laid out, for a list of contents."""

    entries: list[Entry] = field(default_factory=list)
    planned: list[Entry] = field(default_factory=list)
    level: int = 0

    def enter(self, words: str, level: int) -> Entry:
        """Adds a heading, moved up if it would skip a level."""
        self.level = min(level, self.level + 1)
        place = len(self.entries)
        entry = Entry(words, self.level)
        if place < len(self.planned) and self.planned[place] == entry:
            entry = self.planned[place]
        self.entries.append(entry)
        return entry


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands. ``room`` is the tallest thing a page can hold. All lengths in points."""

    width: float
    room: float
    scale: Scale
    language: str
    node: Node
    outline: Outline
    lay_out: Callable[[Block, Setting], list[Piece]]

    @property
    def unit(self) -> float:
        """One twelfth of the body size, or less where things are set closer: spacing grows with the type."""
        return self.scale.body / 12 * self.scale.spacing

    @property
    def mirrored(self) -> bool:
        """Whether the document runs right to left: its tables, cards and page furniture then do too."""
        return shaping.runs_right_to_left(self.language)

    def narrowed(self, width: float, node: Node, *, shorter: float = 0) -> Setting:
        """The same, but ``width`` wide and under ``node``, with ``shorter`` points less of height."""
        return replace(self, width=width, node=node, room=self.room - shorter)

    def pieces(self, blocks: Sequence[Block]) -> list[Piece]:
        """Blocks one under the other, inside something else: a page cannot be broken there."""
        found = [piece for block in blocks for piece in self.lay_out(block, self)]
        return [piece for piece in found if not isinstance(piece, Break)]

    def own_language(self, language: str) -> str:
        """A block's language if it differs from the document's: what its node must say."""
        return language if language != self.language else ""

    def right_to_left(self, text: str, language: str) -> bool:
        """Whether a paragraph starts at the right: by its language, else by its first letters."""
        if shaping.runs_right_to_left(language or self.language):
            return True
        return bool(shaping.RIGHT_TO_LEFT.search(text)) and shaping.base_level(text, "") == 1

    def text(
        self,
        lines: Sequence[str],
        style: TextStyle,
        node: Node,
        *,
        lead: str = "",
        language: str = "",
        balanced: bool = False,
    ) -> Text:
        """``text.paragraphs`` lines (or one ``one_line``) as a piece. ``lead`` is set bold before the first.

        ``balanced`` lines are about equally long, for titles: no word stands alone on the last of them.
        """
        from_right = self.right_to_left(f"{lead} {lines[0] if lines else ''}", language)
        found: list[Line] = []
        for number, line in enumerate(lines):
            words = keeps_numbers_together(line) if from_right else line
            spans = [Span(words, style.bold)]
            if lead and number == 0:
                spans = [Span(f"{lead} ", True), *spans]
            broken = break_lines(spans, style.size, self.width, language or self.language, from_right)
            if balanced and 1 < len(broken) <= _FEW_LINES:
                broken = self._balanced(broken, spans, style, language, from_right)
            found += broken
        return Text(found, style, self.width, node, from_right=from_right)

    def _balanced(
        self, broken: list[Line], spans: list[Span], style: TextStyle, language: str, from_right: bool
    ) -> list[Line]:
        """The same words in the same number of lines, in as little width as that takes."""
        for share in (0.92, 0.84, 0.76, 0.68, 0.6):
            narrower = break_lines(spans, style.size, self.width * share, language or self.language, from_right)
            if len(narrower) > len(broken) or any(line.cut for line in narrower):
                break
            broken = narrower
        return broken

    def shortened(self, text: Text, most: int) -> Text:
        """At most so many lines of a text, for places that cannot grow."""
        return Text(text.lines[:most], text.style, text.width, text.node, from_right=text.from_right)

    def line(self, words: str, style: TextStyle, node: Node, *, language: str = "") -> Text:
        """Text that is one line to its author, however many it takes on paper."""
        return self.text([one_line(words)], style, node, language=language)

    def first_line(self, words: str, style: TextStyle) -> Line:
        """As much of the words as one line holds: for labels in charts and the foot of the page."""
        spans = [Span(one_line(words), style.bold)]
        from_right = self.right_to_left(words, "")
        return break_lines(spans, style.size, self.width, self.language, from_right)[0]


def body(scale: Scale, *, bold: bool = False, align: Align = Align.START) -> TextStyle:
    """Running text."""
    after = scale.body * 0.5 * scale.spacing
    return TextStyle(scale.body, bold=bold, align=align, after=after, leading_ratio=scale.leading)
