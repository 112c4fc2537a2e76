"""Headings, paragraphs and lists as pieces."""

from __future__ import annotations

from dataclasses import replace

from champion_app.paper import shapes
from champion_app.paper.blocks import Bullets, Contents, Gap, Heading, PageBreak, Role, Steps, Ticks, Together, Words
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Break, Labelled, Piece, Space, Stack, Text, Whole
from champion_app.paper.setting import Entry, Setting, body
from champion_app.paper.style import ACCENT, MUTED, STRONG, Align, TextStyle
from champion_app.paper.tags import DECIMAL, UNNUMBERED, UNORDERED, Node
from champion_app.paper.text import one_line, paragraphs


class HeadingText(Text):
    """A heading. It stays with what follows and stands in the outline."""

    def __init__(self, text: Text, entry: Entry) -> None:
        super().__init__(text.lines, text.style, text.width, text.node, from_right=text.from_right)
        self.entry = entry
        self.keep_next = True

    def split(self, room: float, forced: bool) -> tuple[Piece | None, Piece | None]:
        """A heading is never cut, unless a page cannot hold it. Its place is where it starts."""
        if not forced and self.height > room:
            return None, self
        head, tail = super().split(room, forced)
        return (HeadingText(head, self.entry), tail) if isinstance(head, Text) and head is not self else (head, tail)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The words, and the place the outline leads to."""
        if self.entry.words:
            pen.bookmark(self.entry.words, self.entry.level - 1, top)
        super().draw(pen, x, top)


def heading_style(setting: Setting, level: int, align: Align = Align.START) -> TextStyle:
    """Title, section or minor heading."""
    scale = setting.scale
    sizes = {1: scale.title, 2: scale.section}
    return TextStyle(
        sizes.get(level, scale.minor),
        colour=ACCENT if level == 2 else TextStyle(0).colour,
        bold=True,
        align=align,
        before={1: 0, 2: 16}.get(level, 10) * setting.unit,
        after={1: 8, 2: 5}.get(level, 3) * setting.unit,
        leading_ratio=1.2,
    )


def heading(block: Heading, setting: Setting, align: Align = Align.START, colour: str = "") -> list[Piece]:
    """H1 to H3 with its place in the outline; ``colour`` where it does not stand on white."""
    words = one_line(block.words)
    if not words:
        return []
    entry = setting.outline.enter(words, block.level)
    node = setting.node.add(f"H{entry.level}", language=setting.own_language(block.language))
    style = heading_style(setting, entry.level, align)
    if colour:
        style = replace(style, colour=colour)
    text = setting.text([words], style, node, language=block.language, balanced=True)
    return [HeadingText(text, entry)]


def words(block: Words, setting: Setting) -> list[Piece]:
    """Paragraphs of a text of any length."""
    scale = setting.scale
    size = {Role.LARGE: scale.large, Role.SMALL: scale.small}.get(block.role, scale.body)
    colour = MUTED if block.role is Role.SMALL else TextStyle(0).colour
    style = replace(body(scale, bold=block.bold, align=block.align), size=size, colour=colour)
    style = replace(style, after=0.5 * size * scale.spacing)
    lead = one_line(block.lead)
    pieces: list[Piece] = []
    for number, lines in enumerate(paragraphs(block.text) or ([[""]] if lead else [])):
        node = setting.node.add("P", language=setting.own_language(block.language))
        piece = setting.text(
            lines,
            style,
            node,
            lead=lead if number == 0 else "",
            language=block.language,
            balanced=block.align is Align.CENTRE or (block.bold and block.role is Role.LARGE),
        )
        piece.keep_next = block.introduces
        pieces.append(piece)
    return pieces


def bullets(block: Bullets, setting: Setting) -> list[Piece]:
    """A list with bullets."""
    labels = ["•"] * len(block.items)
    return _list(labels, block.items, setting, UNORDERED, block.language, indent=1.15)


def steps(block: Steps, setting: Setting) -> list[Piece]:
    """A numbered list."""
    labels = [f"{block.start + place}." for place in range(len(block.items))]
    indent = 0.65 * max(map(len, labels), default=1) + 0.5
    return _list(labels, block.items, setting, DECIMAL, block.language, indent=indent)


def _list(
    labels: list[str], items: tuple[str, ...], setting: Setting, attributes: str, language: str, indent: float
) -> list[Piece]:
    if not items:
        return []
    parent = setting.node.add("L", attributes=attributes, language=setting.own_language(language))
    style = replace(body(setting.scale, bold=True), colour=ACCENT)
    wide = indent * setting.scale.body
    found: list[Piece] = []
    for label, item in zip(labels, items, strict=True):
        node = parent.add("LI")
        marker = setting.narrowed(wide, node).line(label, style, node.add("Lbl"))
        found.append(_item(marker, item, node, setting, wide, language))
    return _closed(found, setting)


def ticks(block: Ticks, setting: Setting) -> list[Piece]:
    """A list of things to tick off."""
    if not block.items:
        return []
    parent = setting.node.add("L", attributes=UNNUMBERED, language=setting.own_language(block.language))
    size = setting.scale.body
    found: list[Piece] = []
    for place, item in enumerate(block.items):
        node = parent.add("LI")
        box = tick_box(node.add("Lbl"), body(setting.scale), ticked=place in block.ticked, width=size * 1.9)
        found.append(_item(box, item, node, setting, size * 1.9, block.language))
    return _closed(found, setting)


def _item(label: Piece, item: str, node: Node, setting: Setting, indent: float, language: str) -> Labelled:
    inside = setting.narrowed(setting.width - indent, node.add("LBody"))
    found = body_text(item, inside, body(setting.scale), language)
    from_right = any(isinstance(piece, Text) and piece.from_right for piece in found)
    shift = setting.width - indent if from_right else 0.0
    if isinstance(label, Text):
        label.from_right = from_right
    return Labelled(label, Stack(found), indent, shift, after=3.5 * setting.unit)


def _closed(items: list[Piece], setting: Setting) -> list[Piece]:
    """The last item is followed by as much space as a paragraph. No item is left alone at the foot or top of a page."""
    items[-1].after = 7 * setting.unit
    for item in (items[0], items[-2]) if len(items) > 1 else ():
        item.keep_next = True
    return items


def body_text(text: str, setting: Setting, style: TextStyle, language: str = "") -> list[Piece]:
    """Text under ``setting.node``: directly if it is one paragraph, as P elements if there are several."""
    found = paragraphs(text)
    if len(found) == 1:
        return [setting.text(found[0], style, setting.node, language=language)]
    return [setting.text(lines, style, setting.node.add("P"), language=language) for lines in found]


def tick_box(node: Node, style: TextStyle, *, ticked: bool, width: float) -> Whole:
    """A box drawn, never a letter, with or without a tick in it, where a line of ``style`` would begin."""
    node.actual = "ticked" if ticked else "tick box"
    side = style.size * 0.95
    shift = {Align.START: 0.5, Align.CENTRE: (width - side) / 2, Align.END: width - side - 0.5}[style.align]

    def paint(pen: Pen, x: float, top: float) -> None:
        left, bottom = x + shift, top - (style.leading + side) / 2
        with pen.tagged(node):
            shapes.card(pen, left, bottom, side, side, 2, outline=STRONG)
            if ticked:
                points = [(0.2, 0.52), (0.42, 0.25), (0.82, 0.8)]
                shapes.strokes(
                    pen, [(left + right * side, bottom + up * side) for right, up in points], ACCENT, side * 0.15
                )

    return Whole(style.leading, paint)


def together(block: Together, setting: Setting) -> list[Piece]:
    """Blocks on one page if they fit."""
    pieces = setting.pieces(block.blocks)
    if not pieces:
        return []
    return [Stack(pieces, whole=True, before=pieces[0].before, after=pieces[-1].after)]


def gap(block: Gap, setting: Setting) -> list[Piece]:
    """Empty room."""
    return [Space(block.points)]


def page_break(block: PageBreak, setting: Setting) -> list[Piece]:
    """A new page."""
    return [Break()]


def contents(block: Contents, setting: Setting) -> list[Piece]:
    """One line for each level 2 heading, with its page."""
    entries = [entry for entry in setting.outline.planned if entry.level == 2]
    if not entries:
        return []
    found = heading(Heading(block.title), setting)
    table = setting.node.add("TOC")
    found += [_contents_line(entry, setting, table) for entry in entries if entry.words != one_line(block.title)]
    return _closed(found, setting)


def _contents_line(entry: Entry, setting: Setting, table: Node) -> Whole:
    style = body(setting.scale)
    node = table.add("TOCI").add("Reference")
    numbers = 2.5 * setting.scale.body
    words = setting.shortened(setting.narrowed(setting.width - numbers, node).line(entry.words, style, node), 3)
    end = words.lines[-1].width + 4 if words.lines else 0

    def paint(pen: Pen, x: float, top: float) -> None:
        with pen.tagged(node):
            pen.text([*words.lines], x, top, words.width, style)
            number = setting.first_line(str(entry.page), style)
            last = top - words.height + style.leading
            pen.text([number], x + setting.width - numbers, last, numbers, replace(style, align=Align.END))
        with pen.furniture():
            line = last - style.leading * 0.7
            shapes.rule(pen, (x + end, line), (x + setting.width - numbers * 0.6, line), STRONG, 0.75, "0.1 4")

    return Whole(words.height, paint, after=2 * setting.unit)
