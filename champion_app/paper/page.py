"""Builds a document: lays its blocks out, cuts them into pages, draws pages and furniture, packs the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace

from champion_app.paper import container, glyphs
from champion_app.paper.blocks import Block, Box, Contents, Document, Heading, Picture, Together
from champion_app.paper.furniture import MOST_BAND, Furniture
from champion_app.paper.images import afresh
from champion_app.paper.layout import lay_out
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Framed, Look, Piece, Space, Stack, Text, every_piece
from champion_app.paper.rows import SideBySide, Slot
from champion_app.paper.setting import Outline, Setting
from champion_app.paper.style import MUTED, ON_ACCENT, PAPER, Align, TextStyle
from champion_app.paper.tags import Node, language_or_english
from champion_app.paper.text import one_line
from champion_app.paper.words import HeadingText, heading

_OUTLINE_FROM = 3  # pages; a shorter document needs no outline beside it
_LOGO = (110, 54)  # the most room a logo takes, in points
_MOST_LOGO = 0.26  # of the width
_LOGO_CARD = 6  # points of white around a logo on the band
_MOST_GAP = 0.035  # of the page, added between two things that are spread over it
_NARROW = 300  # points; on a narrower page the logo stands above the title


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF: its bytes, how many pages it has and which characters could not be printed (none twice)."""

    pdf: bytes = field(repr=False)
    page_count: int
    unprintable: tuple[str, ...] = ()


def build(document: Document) -> Printed:
    """The document as a tagged PDF (PDF/UA-1), with its page count and the characters no font could draw.

    A pure function: the same document gives the same bytes. Raises PaperFailed if a picture in it cannot be read.
    """
    root = Node("Document")
    language = language_or_english(document.language)
    outline = _planned(document)
    sheet = document.sheet
    setting = Setting(
        width=sheet.width - 2 * sheet.margin,
        room=sheet.height,
        scale=document.scale,
        language=language,
        node=root,
        outline=outline,
        lay_out=lay_out,
    )
    furniture = Furniture(document, setting)
    setting = replace(setting, room=sheet.height - sheet.margin - furniture.bottom)
    on_band = _stands_on_band(document, setting)
    story = _opening(document, setting, on_band)
    if on_band:
        furniture.put_on_band(Stack(story))
        story = []
    for number, block in enumerate(document.blocks, 1):
        if document.logo is not None and document.logo_below and number == len(document.blocks):
            story += _beside_logo(block, document.logo, setting)
        else:
            story += lay_out(block, setting)
    pages = _cut(Stack(story), furniture)
    if document.fills and len(pages) == 1:
        pages = [_filled(pages[0], furniture.top(1) - furniture.bottom)]
    for number, page in enumerate(pages, 1):
        for piece in every_piece(page):
            if isinstance(piece, HeadingText) and not piece.entry.page:
                piece.entry.page = number
    pen = Pen(sheet, len(pages), outlined=len(pages) >= _OUTLINE_FROM and bool(outline.entries))
    for number, page in enumerate(pages, 1):
        furniture.draw_top(pen, number)
        page.draw(pen, sheet.margin, furniture.top(number))
        furniture.draw_foot(pen, number, len(pages))
        pen.end_page()
    facts = container.Facts(one_line(document.title), language, one_line(document.subject), document.made)
    pdf = container.pack(pen, root, facts)
    return Printed(pdf, len(pages), tuple(glyphs.unprintable("\n".join(texts_of(document)))))


def _planned(document: Document) -> Outline:
    """The headings a list of contents will name, found before they are laid out."""
    plan = Outline()
    for found in (Heading(document.title, 1), *_headings(document.blocks)):
        if one_line(found.words):
            plan.enter(one_line(found.words), found.level)
    return Outline(planned=plan.entries)


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Contents):
            yield Heading(block.title)
        elif isinstance(block, Box | Together):
            yield from _headings(block.blocks)


def texts_of(value: object) -> Iterator[str]:
    """Every string in a document or block, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_of(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name))


def _stands_on_band(document: Document, setting: Setting) -> bool:
    """Whether the title can stand on the band: laid out once to see, on a structure that is thrown away."""
    if document.cover is None:
        return False
    trial = replace(setting, node=Node("Document"), outline=Outline())
    return Stack(_opening(document, trial, True)).height <= MOST_BAND * document.sheet.height


def _opening(document: Document, setting: Setting, on_band: bool) -> list[Piece]:
    """Title and subtitle, with the logo at their right, or above them on a narrow page or a centred one."""
    align = Align.CENTRE if document.centred else Align.START
    if document.logo is None or document.logo_below:
        return _title(document, setting, align, on_band)
    padding = _LOGO_CARD if on_band else 0.0
    taken = _logo_width(document.logo, setting) + 2 * padding
    stacked = document.centred or setting.width < _NARROW
    beside = setting if stacked else setting.narrowed(setting.width - taken - 16, setting.node)
    title = _title(document, beside, align, on_band)
    logo = _logo(document.logo, setting)
    if on_band:
        # A logo is made for white paper.
        logo = [Framed(Stack(logo), taken, padding, Look(PAPER, ""))]
    if stacked:
        left = (setting.width - taken) / 2 if document.centred else setting.width - taken if setting.mirrored else 0
        return [SideBySide([Slot(left, taken, Stack(logo))], after=12 * setting.unit), *title]
    at_title, at_logo = (taken + 16, 0.0) if setting.mirrored else (0.0, setting.width - taken)
    slots = [Slot(at_title, beside.width, Stack(title)), Slot(at_logo, taken, Stack(logo))]
    return [SideBySide(slots, after=8 * setting.unit)]


def _logo_width(logo: Picture, setting: Setting) -> float:
    """How wide a logo stands: in letters of this size, and never much of the page."""
    encoded = afresh(logo.data, _LOGO[0])
    wide, tall = (side * max(1.0, 0.8 * setting.scale.body / 12) for side in _LOGO)
    most = setting.width * (_MOST_LOGO if setting.width >= _NARROW else 2 * _MOST_LOGO)
    return min(wide, most, logo.width or wide, tall * encoded.width / encoded.height)


def _logo(logo: Picture, setting: Setting) -> list[Piece]:
    return lay_out(Picture(logo.data, logo.alt, _logo_width(logo, setting)), setting)


def _beside_logo(block: Block, logo: Picture, setting: Setting) -> list[Piece]:
    """The last block of a poster with the logo at its end: a row that is as tall as the logo."""
    taken = _logo_width(logo, setting)
    beside = setting.narrowed(setting.width - taken - 16, setting.node)
    words, drawn = Stack(lay_out(block, beside)), Stack(_logo(logo, setting))
    lower = Stack([Space(max(0.0, drawn.height - words.height)), *words.pieces])
    at_words, at_logo = (taken + 16, 0.0) if setting.mirrored else (0.0, setting.width - taken)
    return [SideBySide([Slot(at_words, beside.width, lower), Slot(at_logo, taken, drawn)])]


def _title(document: Document, setting: Setting, align: Align, on_band: bool) -> list[Piece]:
    colour = ON_ACCENT if on_band else ""
    found = heading(Heading(document.title, 1), setting, align, colour)
    if document.subtitle:
        size, after = setting.scale.large, 8 * setting.unit
        style = TextStyle(size, colour=colour or MUTED, align=align, after=after, leading_ratio=1.28)
        found.append(setting.text([one_line(document.subtitle)], style, setting.node.add("P"), balanced=True))
    return found


def _cut(story: Stack, furniture: Furniture) -> list[Stack]:
    """The story in pages, at least one. What cannot be cut and does not fit stands alone on a page."""
    pages: list[Stack] = []
    rest: Piece | None = _unspaced(story)
    while isinstance(rest, Stack):
        room = furniture.top(len(pages) + 1) - furniture.bottom
        head, tail = rest.split(room, True)
        if isinstance(head, Stack):
            pages.append(head)
        elif isinstance(tail, Stack) and len(tail.pieces) == len(rest.pieces):
            pages.append(Stack(rest.pieces[:1]))
            tail = Stack(rest.pieces[1:])
        rest = _unspaced(tail)
    return pages or [Stack([])]


def _filled(page: Stack, room: float) -> Stack:
    """A page whose last piece stands at its foot; some of the room that is left goes between the others."""
    gaps = [place for place in range(1, len(page.pieces)) if not _leads(page.pieces[place - 1])]
    left = room - page.height
    if not gaps or left <= 0:
        return page
    share = min(left / len(gaps), _MOST_GAP * room)
    pieces: list[Piece] = []
    for place, piece in enumerate(page.pieces):
        if place in gaps:
            upper = page.pieces[place - 1]
            last = place == len(page.pieces) - 1
            more = left - share * (len(gaps) - 1) if last else share
            pieces.append(Space(max(upper.after, piece.before) + more))
            upper.after = piece.before = 0
        pieces.append(piece)
    return Stack(pieces)


def _leads(piece: Piece) -> bool:
    """Whether it is a heading or words that announce what comes next."""
    return isinstance(piece, Text) and piece.keep_next


def _unspaced(story: Piece | None) -> Piece | None:
    """The story without empty room at its start, or None if nothing else is left."""
    if not isinstance(story, Stack):
        return story
    start = next((place for place, piece in enumerate(story.pieces) if not isinstance(piece, Space)), None)
    if start is None:
        return None
    return Stack(story.pieces[start:]) if start else story
