"""Things that stand apart on the page: contact cards, boxes, QR codes, pictures, lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from champion_app.domain.languages import BRITISH_ENGLISH
from champion_app.paper import addresses, images, shapes, shaping
from champion_app.paper.blocks import Block, Box, Contact, Contacts, Picture, QrCode, Signatures
from champion_app.paper.lines import Line
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Framed, Look, Piece, Stack, Text, Whole
from champion_app.paper.rows import SideBySide, Slot
from champion_app.paper.setting import Setting, body
from champion_app.paper.style import ACCENT, LINE, MUTED, PAPER, STRONG, TEXT, TextStyle, Tone
from champion_app.paper.tags import Node
from champion_app.paper.text import one_line
from champion_app.paper.words import body_text

_LEAST_SIDE = 62  # of a QR code in points: 22 mm, read by any telephone
_LEAST_DOT = 1.5  # of one of its squares in points: half a millimetre


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


def linked(words: str, address: str, style: TextStyle, setting: Setting, language: str = "") -> Piece:
    """A paragraph that is a link if ``address`` is one we make links to (http, https, mailto), else plain text."""
    paragraph = setting.node.add("P")
    if not (addresses.web_link(address) or addresses.email_link(address.removeprefix("mailto:"))):
        return setting.line(words, style, paragraph, language=language)
    text = setting.line(words, replace(style, colour=ACCENT), paragraph, language=language)
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
    framed = [_card(card, setting.narrowed(width, setting.node)) for card in block.cards]
    for start in range(0, len(framed), columns):
        _same_height(framed[start : start + columns])
    return _in_rows(framed, columns, space, setting, before=space, after=space)


def _same_height(cards: list[Framed]) -> None:
    tallest = max(card.height for card in cards)
    for card in cards:
        card.height = tallest


def _in_rows(
    pieces: Sequence[Piece], columns: int, space: float, setting: Setting, *, before: float = 0, after: float = 0
) -> list[Piece]:
    """Pieces side by side, so many in a row, the first at the right in a document that runs right to left."""
    width = (setting.width - space * (columns - 1)) / columns
    starts = [place * (width + space) for place in range(columns)]
    starts = starts[::-1] if setting.mirrored else starts
    rows: list[Piece] = []
    for first in range(0, len(pieces), columns):
        row = zip(starts, pieces[first : first + columns], strict=False)
        rows.append(SideBySide([Slot(x, width, Stack([one])) for x, one in row], before=before, after=after))
    return rows


def _card(block: Contact, setting: Setting) -> Framed:
    padding = _padding(setting, 10)
    inside = setting.narrowed(setting.width - 2 * padding, _contact_node(block, setting))
    look = Look(PAPER, bar=ACCENT, bar_right=shaping.runs_right_to_left(block.language or setting.language))
    return Framed(Stack(contact_lines(block, inside)), setting.width, padding, look)


def _padding(setting: Setting, points: float) -> float:
    """The room inside a card. It shrinks less than other room: words must not touch an edge."""
    return points * setting.scale.body / 12 * (0.4 + 0.6 * setting.scale.spacing)


def _contact_node(block: Contact, setting: Setting) -> Node:
    return setting.node.add("Div", language=setting.own_language(block.language))


def contact_lines(block: Contact, setting: Setting) -> list[Piece]:
    """A contact's words, number largest, without the card around them."""
    scale = setting.scale
    plain = replace(body(scale), after=1.5 * setting.unit)
    found: list[Piece] = [
        setting.line(block.name, replace(plain, bold=True), setting.node.add("P"), language=block.language)
    ]
    if block.number:
        size = max(scale.number, scale.title) if block.urgent else scale.number
        number = TextStyle(size, colour=ACCENT, bold=True, after=2 * setting.unit, leading_ratio=1.25)
        found.append(setting.line(block.number, number, setting.node.add("P"), language=block.language))
    if block.about:
        about = setting.node.add("P") if "\n" not in block.about.strip() else setting.node.add("Div")
        found += body_text(block.about, setting.narrowed(setting.width, about), plain, block.language)
    if block.hours:
        found.append(setting.line(block.hours, plain, setting.node.add("P"), language=block.language))
    if block.web:
        found.append(linked(addresses.spoken(block.web), block.web.strip(), plain, setting, block.language))
    if block.email:
        found.append(linked(block.email, f"mailto:{block.email.strip()}", plain, setting, block.language))
    if block.checked:
        small = replace(plain, size=scale.small, colour=MUTED)
        spoken = block.checked_language or block.language
        said_so = setting.node.add("P", language=block.checked_language)
        found.append(setting.line(block.checked, small, said_so, language=spoken))
    return found


def box(block: Box, setting: Setting) -> list[Piece]:
    """Blocks on a tinted card."""
    padding = _padding(setting, 12)
    inside = setting.narrowed(setting.width - 2 * padding, setting.node.add("Div"), shorter=2 * padding)
    pieces = [piece for part in block.blocks for piece in _on_card(part, inside)]
    if not pieces:
        return []
    outline = STRONG if block.outlined else "" if block.tone is not Tone.PLAIN else LINE
    return [Framed(Stack(pieces), setting.width, padding, Look(block.tone.value, outline))]


def _on_card(block: Block, setting: Setting) -> list[Piece]:
    """A block on a card. A contact there is its words alone: a card on a card says nothing more."""
    if isinstance(block, Contact):
        block = Contacts((block,))
    if not isinstance(block, Contacts):
        return setting.pieces((block,))
    columns, space, after = max(1, block.columns), 14 * setting.unit, 6 * setting.unit
    width = (setting.width - space * (columns - 1)) / columns
    said: list[Piece] = []
    for card in block.cards:
        lines = contact_lines(card, setting.narrowed(width, _contact_node(card, setting)))
        said.append(Stack(lines, whole=True, after=after))
    return said if columns == 1 else _in_rows(said, columns, space, setting, after=after)


def qr_code(block: QrCode, setting: Setting) -> list[Piece]:
    """A QR code with its address in words beside it. Dark on white with a quiet edge, as cameras need."""
    address = addresses.web_link(block.address)
    if not address:
        return []
    squares, modules = _dark_runs(address)
    side = min(max(_LEAST_SIDE, 4 * setting.scale.body, _LEAST_DOT * modules), setting.width / 2)
    alt = f"QR code that opens {address}"
    figure = setting.node.add("Figure", alt=alt, language=setting.own_language(BRITISH_ENGLISH))

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
        text.append(beside.line(block.words, body(setting.scale, bold=True), setting.node.add("P")))
    text.append(linked(addresses.spoken(address), address, body(setting.scale), beside))
    code = Stack([Whole(side, paint)])
    code_x, text_x = (setting.width - side, 0.0) if setting.mirrored else (0.0, side + 12)
    slots = [Slot(code_x, side, code), Slot(text_x, beside.width, Stack(text))]
    return [SideBySide(slots, before=8 * setting.unit, after=10 * setting.unit)]


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
    columns, space = max(1, block.columns), 20 * setting.unit
    width = (setting.width - space * (columns - 1)) / columns
    one = setting.narrowed(width, setting.node)
    lines = [_signature(one.line(label, style, setting.node.add("P")), one) for label in block.labels]
    found: list[Piece] = list(lines) if columns == 1 else _in_rows(lines, columns, space, setting)
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
