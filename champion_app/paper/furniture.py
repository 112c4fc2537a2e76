"""What stands on a page beside the story: the band on page one, with the title on it or not, and the foot."""

from __future__ import annotations

from dataclasses import replace

from champion_app.paper import shapes
from champion_app.paper.blocks import Document
from champion_app.paper.lines import Line
from champion_app.paper.pen import Pen
from champion_app.paper.pieces import Stack
from champion_app.paper.setting import Setting
from champion_app.paper.style import ACCENT, LINE, MUTED, ON_ACCENT, Align, Scale, Sheet, TextStyle
from champion_app.paper.tags import Node
from champion_app.paper.text import one_line

MOST_BAND = 0.6  # a title that takes more of the page than this stands under the band, where it can go on
_COVER = 0.25  # a band that takes this share of the page makes it a cover
_MOST_FOOT_LETTERS = 200
_MOST_BAND_LINES = 2
_EDGE = 14  # points at the paper's edge that many printers cannot reach
_FOOT_GAP = 14


def foot_room(sheet: Sheet, scale: Scale, page_words: str) -> float:
    """How wide the words at the foot may be beside the page count, in points."""
    letters = len(page_words.replace("{page}", "88").replace("{pages}", "88"))
    if not letters:
        return sheet.width - 2 * sheet.margin
    return sheet.width - 2 * sheet.margin - scale.small * max(8.5, 0.55 * letters + 1)


class Furniture:
    """Draws the band and the foot of a document, and says where the story starts and ends on each page."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self._sheet = document.sheet
        self._page_words = document.page_words
        self._setting = setting
        self._style = TextStyle(setting.scale.small, colour=MUTED, leading_ratio=1.2)
        self._foot = self._foot_lines(document.footer)
        band = one_line(document.band)
        self._band_node = setting.node.add("P") if band else None
        self._band_style = TextStyle(min(setting.scale.small, setting.scale.band * 0.6), ON_ACCENT, bold=True)
        self._band_lines = setting.line(band, self._band_style, Node("P")).lines if band else []
        self._band_height = setting.scale.band
        self._band_align = Align.CENTRE if document.centred and document.cover is not None else Align.START
        self._least = (document.cover or 0) * self._sheet.height
        self._is_cover = (document.cover or 0) >= _COVER
        self._opening: Stack | None = None
        self.bottom = max(self._sheet.margin, _EDGE + self._style.leading + _FOOT_GAP)

    def put_on_band(self, opening: Stack) -> None:
        """Title, subtitle and logo stand on the band, which is then as tall as they need, or as its cover is to be."""
        self._band_lines = self._band_lines[:_MOST_BAND_LINES]
        words = len(self._band_lines) * self._band_style.leading + (6 * self._setting.unit if self._band_lines else 0)
        needed = self._above + words + opening.height + 16 * self._setting.unit
        self._opening = opening
        self._band_height = max(self._band_height, self._least, needed)

    @property
    def _above(self) -> float:
        """The room above the words on a band that has a title on it."""
        return max(_EDGE + 4, self._sheet.margin * 0.6)

    def top(self, page: int) -> float:
        """Where the story starts on a page."""
        if page == 1:
            return self._sheet.height - self._band_height - max(14 * self._setting.unit, self._sheet.margin * 0.4)
        return self._sheet.height - self._sheet.margin

    def draw_top(self, pen: Pen, page: int) -> None:
        """The accent band of page one with its words, and the title at its lower edge if it stands on it."""
        if page != 1:
            return
        sheet, band, style = self._sheet, self._band_height, self._band_style
        with pen.furniture():
            shapes.box(pen, 0, sheet.height - band, sheet.width, band, ACCENT)
        if self._band_node is not None:
            lines = self._band_lines if self._opening is not None else self._band_lines[:1]
            middle = (band - style.leading) / 2
            top = sheet.height - (middle if self._opening is None else self._above)
            style = replace(style, align=self._band_align)
            with pen.tagged(self._band_node):
                mirrored = self._setting.mirrored
                pen.text(lines, sheet.margin, top, self._setting.width, style, from_right=mirrored)
        if self._opening is not None:
            lower = sheet.height - band + 16 * self._setting.unit
            self._opening.draw(pen, sheet.margin, lower + self._opening.height)

    def draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        """A hairline, the footer's words at the left, page x of y at the right. A cover has none."""
        words = self._count(page, pages)
        if not (words or self._foot) or (page == 1 and self._is_cover):
            return
        sheet, style = self._sheet, self._style
        left, right = sheet.margin, sheet.width - sheet.margin
        top = self.bottom - _FOOT_GAP
        with pen.furniture("/Type /Pagination /Subtype /Footer"):
            shapes.rule(pen, (left, top + 2), (right, top + 2), LINE)
            mirrored = self._setting.mirrored
            if self._foot:
                pen.text(self._foot, left, top, self._setting.width, style, from_right=mirrored)
            if words:
                count = self._setting.first_line(words, style)
                at_end = replace(style, align=Align.END)
                pen.text([count], left, top, self._setting.width, at_end, from_right=mirrored)

    def _count(self, page: int, pages: int) -> str:
        return self._page_words.replace("{page}", str(page)).replace("{pages}", str(pages))

    def _foot_lines(self, footer: str) -> list[Line]:
        """One line, shortened to leave room for the page count. A foot of two lines looks like part of the text."""
        room = foot_room(self._sheet, self._setting.scale, self._page_words)
        narrow = self._setting.narrowed(room, self._setting.node)
        words = one_line(footer)[:_MOST_FOOT_LETTERS]

        def lines(shown: str) -> list[Line]:
            return list(narrow.line(shown, self._style, Node("Artifact")).lines) if shown else []

        whole = lines(words)
        while len(whole) > 1:
            words = (words.rpartition(" ")[0] or words[:-1]).rstrip(" .,")
            whole = lines(f"{words}…")
        return whole
