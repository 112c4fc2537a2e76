"""Things that stand apart on the page: contact cards, boxes, QR codes, pictures, lines to sign on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from champion_app.paper import images, shapes
from champion_app.paper.blocks import Box, Contact, Contacts, Picture, QrCode, Signatures
from champion_app.paper.lines import Line
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Framed, Look, Piece, Stack, Text, Whole
from champion_app.paper.rows import SideBySide, Slot
from champion_app.paper.setting import Setting, body
from champion_app.paper.style import ACCENT, LINE, MUTED, PAPER, STRONG, TEXT, TextStyle, Tone
from champion_app.paper.tags import Node
from champion_app.paper.text import one_line
from champion_app.paper.words import body_text

_WEB = re.compile(r"https?://[!-~]{1,300}", re.ASCII)
_EMAIL = re.compile(r"(?=.{1,120}$)[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_MILLIMETRE_SQUARE = 62  # side of a QR code in points: 22 mm, read by any telephone


class LinkedText(Text):
    """Words that lead somewhere when clicked. Cut by a page, both parts do."""

    def __init__(self, text: Text, link: Node, address: str, words: str) -> None:
        super().__init__(text.lines, text.style, text.width, link, from_right=text.from_right)
        self.address = address
        self.words = words

    def _part(self, lines: Sequence[Line]) -> Text:
        part = Text(lines, self.style, self.width, self.node, from_right=self.from_right)
        return LinkedText(part, self.node, self.address, self.words)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The words and the clickable area over them."""
        super().draw(pen, x, top)
        widest = max(line.width for line in self.lines)
        left = x + self.width - widest if self.from_right else x
        pen.link(self.node, (left, top - self.height, left + widest, top), self.address, self.words)


def linked(words: str, address: str, style: TextStyle, setting: Setting) -> Piece:
    """A paragraph that is a link if ``address`` is one we make links to (http, https, mailto), else plain text."""
    paragraph = setting.node.add("P")
    if not (_WEB.fullmatch(address) or _EMAIL.fullmatch(address.removeprefix("mailto:"))):
        return setting.line(words, style, paragraph)
    text = setting.line(words, replace(style, colour=ACCENT), paragraph)
    return LinkedText(text, paragraph.add("Link"), address, one_line(words))


def contact(block: Contact, setting: Setting) -> list[Piece]:
    """One contact on a card of its own."""
    return [_card(block, setting)]


def contacts(block: Contacts, setting: Setting) -> list[Piece]:
    """Contact cards in columns: as many rows as it takes."""
    columns = max(1, block.columns)
    if columns == 1:
        return [_card(card, setting) for card in block.cards]
    space = 10 * setting.unit
    width = (setting.width - space * (columns - 1)) / columns
    rows: list[Piece] = []
    for start in range(0, len(block.cards), columns):
        framed = [_card(card, setting.narrowed(width, setting.node)) for card in block.cards[start : start + columns]]
        _same_height(framed)
        slots = [Slot(place * (width + space), width, Stack([card])) for place, card in enumerate(framed)]
        rows.append(SideBySide(slots, before=space, after=space))
    return rows


def _same_height(cards: list[Framed]) -> None:
    tallest = max(card.height for card in cards)
    for card in cards:
        card.height = tallest


def _card(block: Contact, setting: Setting) -> Framed:
    padding = 10 * setting.unit
    node = setting.node.add("Div", language=setting.own_language(block.language))
    inside = setting.narrowed(setting.width - 2 * padding, node)
    look = Look(PAPER, bar=ACCENT, bar_right=setting.mirrored)
    return Framed(Stack(contact_lines(block, inside)), setting.width, padding, look)


def contact_lines(block: Contact, setting: Setting) -> list[Piece]:
    """A contact's words, number largest, without the card around them."""
    scale = setting.scale
    plain = TextStyle(scale.body, after=1.5 * setting.unit)
    found: list[Piece] = [
        setting.line(block.name, replace(plain, bold=True), setting.node.add("P"), language=block.language)
    ]
    if block.number:
        number = TextStyle(scale.number, colour=ACCENT, bold=True, after=2 * setting.unit, leading_ratio=1.25)
        found.append(setting.line(block.number, number, setting.node.add("P")))
    if block.about:
        about = setting.node.add("P") if "\n" not in block.about.strip() else setting.node.add("Div")
        found += body_text(block.about, setting.narrowed(setting.width, about), plain, block.language)
    if block.hours:
        found.append(setting.line(block.hours, plain, setting.node.add("P"), language=block.language))
    if block.web:
        found.append(linked(_spoken(block.web), block.web.strip(), plain, setting))
    if block.email:
        found.append(linked(block.email, f"mailto:{block.email.strip()}", plain, setting))
    if block.checked:
        small = TextStyle(scale.small, colour=MUTED)
        found.append(setting.line(block.checked, small, setting.node.add("P"), language=block.language))
    return found


def _spoken(address: str) -> str:
    """A web address as people write it: no scheme, no closing stroke."""
    return re.sub(r"^https?://", "", address.strip()).rstrip("/")


def box(block: Box, setting: Setting) -> list[Piece]:
    """Blocks on a tinted card."""
    padding = 12 * setting.unit
    inside = setting.narrowed(setting.width - 2 * padding, setting.node.add("Div"), shorter=2 * padding)
    pieces = inside.pieces(block.blocks)
    if not pieces:
        return []
    outline = STRONG if block.outlined else "" if block.tone is not Tone.PLAIN else LINE
    return [Framed(Stack(pieces), setting.width, padding, Look(block.tone.value, outline))]


def qr_code(block: QrCode, setting: Setting) -> list[Piece]:
    """A QR code with its address in words beside it. Dark on white with a quiet edge, as cameras need."""
    if not _WEB.fullmatch(block.address):
        return []
    side = max(_MILLIMETRE_SQUARE, 4 * setting.scale.body)
    figure = setting.node.add("Figure", alt=f"QR code that opens {block.address}")
    squares, modules = _dark_runs(block.address)

    def paint(pen: Pen, x: float, top: float) -> None:
        dot = side / modules
        figure.box = (x, top - side, x + side, top)
        with pen.tagged(figure):
            shapes.rectangles(
                pen, ((x + left * dot, top - (row + 1) * dot, run * dot, dot) for row, left, run in squares), TEXT
            )

    beside = setting.narrowed(setting.width - side - 12, setting.node)
    text: list[Piece] = []
    if block.words:
        text.append(
            setting.narrowed(beside.width, setting.node).line(
                block.words, body(setting.scale, bold=True), setting.node.add("P")
            )
        )
    text.append(linked(_spoken(block.address), block.address, body(setting.scale), beside))
    code = Stack([Whole(side, paint)])
    return [SideBySide([Slot(0, side, code), Slot(side + 12, beside.width, Stack(text))], after=8 * setting.unit)]


def _dark_runs(address: str) -> tuple[list[tuple[int, int, int]], int]:
    """Row, first column and length of each run of dark modules; and how many modules a side has."""
    import segno  # late: few documents have one

    matrix = segno.make_qr(address, error="m").matrix
    runs = []
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            start = column
            while column < len(modules) and modules[column]:
                column += 1
            if column > start:
                runs.append((row, start, column - start))
            column += column == start
    return runs, len(matrix)


def picture(block: Picture, setting: Setting) -> list[Piece]:
    """A picture no wider than the frame and no taller than the page. Without an alternative text it is decoration."""
    width = min(block.width or setting.width, setting.width)
    encoded = images.afresh(block.data, width)
    height = width * encoded.height / encoded.width
    if height > setting.room:
        width, height = width * setting.room / height, setting.room
    alternative = one_line(block.alt)
    figure = setting.node.add("Figure", alt=alternative) if alternative else None

    def paint(pen: Pen, x: float, top: float) -> None:
        if figure is None:
            with pen.furniture():
                pen.picture(encoded, x, top - height, width, height)
            return
        figure.box = (x, top - height, x + width, top)
        with pen.tagged(figure):
            pen.picture(encoded, x, top - height, width, height)

    return [Whole(height, paint, before=6 * setting.unit, after=8 * setting.unit)]


def signatures(block: Signatures, setting: Setting) -> list[Piece]:
    """Lines to sign on, each over its label; a dashed box for a stamp at the end."""
    style = TextStyle(setting.scale.small, colour=MUTED)
    found: list[Piece] = []
    for label in block.labels:
        text = setting.line(label, style, setting.node.add("P"))
        found.append(_signature(text, setting))
    if block.stamp:
        half = setting.narrowed(setting.width / 2, setting.node)
        found.append(_stamp(half.line(block.stamp, style, setting.node.add("P")), setting))
    return [Stack(found, whole=True, before=8 * setting.unit, after=8 * setting.unit)] if found else []


def _signature(label: Text, setting: Setting) -> Stack:
    above = 30 * setting.unit

    def paint(pen: Pen, x: float, top: float) -> None:
        with pen.furniture():
            shapes.rule(pen, (x, top - above), (x + setting.width, top - above), STRONG)

    return Stack([Whole(above + 2, paint, keep_next=True), label], after=4 * setting.unit)


def _stamp(label: Text, setting: Setting) -> Whole:
    height = 90 * setting.unit
    label = setting.shortened(label, int((height - 12) / label.style.leading))

    def paint(pen: Pen, x: float, top: float) -> None:
        corners = [(x, top), (x + label.width, top), (x + label.width, top - height), (x, top - height)]
        with pen.furniture():
            shapes.strokes(pen, corners, STRONG, 0.75, "4 3", closed=True)
        label.draw(pen, x + 8, top - 6)

    return Whole(height, paint, before=8 * setting.unit, after=8 * setting.unit)
