"""Builds a document: lays its blocks out, cuts them into pages, draws pages and furniture, packs the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace

from champion_app.paper import container, glyphs, shapes
from champion_app.paper.blocks import Block, Box, Contents, Document, Heading, Picture, Together
from champion_app.paper.images import afresh
from champion_app.paper.layout import lay_out
from champion_app.paper.lines import Line
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Piece, Space, Stack, every_piece
from champion_app.paper.rows import SideBySide, Slot
from champion_app.paper.setting import Outline, Setting
from champion_app.paper.style import ACCENT, LINE, MUTED, ON_ACCENT, Align, TextStyle
from champion_app.paper.tags import Node, is_language
from champion_app.paper.text import one_line
from champion_app.paper.words import HeadingText, heading

_OUTLINE_FROM = 3  # pages; a shorter document needs no outline beside it
_LOGO = (110, 54)  # the most room a logo takes, in points
_MOST_FOOT_LETTERS = 200
_EDGE = 14  # points at the paper's edge that many printers cannot reach
_FOOT_GAP = 14


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
    language = document.language if is_language(document.language) else "en-GB"
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
    furniture = _Furniture(document, setting)
    setting = replace(setting, room=sheet.height - sheet.margin - furniture.bottom)
    story = _opening(document, setting)
    for block in document.blocks:
        story += lay_out(block, setting)
    pages = _cut(Stack(story), furniture)
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


def _opening(document: Document, setting: Setting) -> list[Piece]:
    """Title and subtitle, with the logo at their right."""
    align = Align.CENTRE if document.centred else Align.START
    if document.logo is None:
        return _title(document, setting, align)
    encoded = afresh(document.logo.data, _LOGO[0])
    width = min(_LOGO[0], document.logo.width or _LOGO[0], _LOGO[1] * encoded.width / encoded.height)
    beside = setting.narrowed(setting.width - width - 16, setting.node)
    title = Slot(0, beside.width, Stack(_title(document, beside, align)))
    logo = lay_out(Picture(document.logo.data, document.logo.alt, width), setting)
    return [SideBySide([title, Slot(setting.width - width, width, Stack(logo))], after=8 * setting.unit)]


def _title(document: Document, setting: Setting, align: Align) -> list[Piece]:
    found = heading(Heading(document.title, 1), setting, align)
    if document.subtitle:
        style = TextStyle(setting.scale.large, colour=MUTED, align=align, after=8 * setting.unit)
        found.append(setting.line(document.subtitle, style, setting.node.add("P")))
    return found


def _cut(story: Stack, furniture: _Furniture) -> list[Stack]:
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


def _unspaced(story: Piece | None) -> Piece | None:
    """The story without empty room at its start, or None if nothing else is left."""
    if not isinstance(story, Stack):
        return story
    start = next((place for place, piece in enumerate(story.pieces) if not isinstance(piece, Space)), None)
    if start is None:
        return None
    return Stack(story.pieces[start:]) if start else story


class _Furniture:
    """What stands on every page beside the story: the band on page one, the foot with its page count."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self._sheet = document.sheet
        self._scale = document.scale
        self._page_words = document.page_words
        self._setting = setting
        self._style = TextStyle(setting.scale.small, colour=MUTED, leading_ratio=1.2)
        self._count_width = 8.5 * setting.scale.small
        self._foot = self._foot_lines(document.footer)
        band = one_line(document.band)
        self._band_node = setting.node.add("P") if band else None
        self._band_style = TextStyle(min(setting.scale.small, setting.scale.band * 0.6), ON_ACCENT, bold=True)
        self._band = setting.first_line(band, self._band_style) if band else None
        self.bottom = max(self._sheet.margin, _EDGE + self._style.leading + _FOOT_GAP)

    def _foot_lines(self, footer: str) -> list[Line]:
        """One line, shortened to leave room for the page count. A foot of two lines looks like part of the text."""
        narrow = self._setting.narrowed(self._setting.width - self._count_width, self._setting.node)
        words = one_line(footer)[:_MOST_FOOT_LETTERS]

        def lines(shown: str) -> list[Line]:
            return list(narrow.line(shown, self._style, Node("Artifact")).lines) if shown else []

        whole = lines(words)
        while len(whole) > 1:
            words = (words.rpartition(" ")[0] or words[:-1]).rstrip(" .,")
            whole = lines(f"{words}…")
        return whole

    def top(self, page: int) -> float:
        """Where the story starts on a page."""
        if page == 1:
            return self._sheet.height - self._scale.band - max(14 * self._setting.unit, self._sheet.margin * 0.4)
        return self._sheet.height - self._sheet.margin

    def draw_top(self, pen: Pen, page: int) -> None:
        """The accent band of page one with its words."""
        if page != 1:
            return
        sheet, band = self._sheet, self._scale.band
        with pen.furniture():
            shapes.box(pen, 0, sheet.height - band, sheet.width, band, ACCENT)
        if self._band is not None and self._band_node is not None:
            top = sheet.height - (band - self._band_style.leading) / 2
            with pen.tagged(self._band_node):
                mirrored = self._setting.mirrored
                pen.text([self._band], sheet.margin, top, self._setting.width, self._band_style, from_right=mirrored)

    def draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        """A hairline, the footer's words at the left, page x of y at the right."""
        words = self._page_words.replace("{page}", str(page)).replace("{pages}", str(pages))
        if not words and not self._foot:
            return
        sheet, style = self._sheet, self._style
        left, right = sheet.margin, sheet.width - sheet.margin
        top = self.bottom - _FOOT_GAP
        with pen.furniture("/Type /Pagination /Subtype /Footer"):
            shapes.rule(pen, (left, top + 2), (right, top + 2), LINE)
            if self._foot:
                pen.text(self._foot, left, top, self._setting.width, style, from_right=self._setting.mirrored)
            if words:
                count = self._setting.first_line(words, style)
                pen.text(
                    [count],
                    left,
                    top,
                    self._setting.width,
                    replace(style, align=Align.END),
                    from_right=self._setting.mirrored,
                )
