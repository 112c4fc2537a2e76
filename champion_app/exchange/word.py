"""Writes a document to change in Word: real headings, lists and tables, in British English, whole or not at all."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.domain import clock
from champion_app.exchange.word_blocks import (
    WordBlock,
    WordChecks,
    WordDocument,
    WordHeading,
    WordList,
    WordTable,
    WordText,
)
from champion_app.exchange.word_parts import (
    LONGEST,
    POINT,
    SOFT,
    as_word_does_now,
    describe,
    field,
    fill,
    flag,
    frame,
    line,
    packed,
    safe,
)
from champion_app.whole_file import write_whole

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

AUTHOR = "Champion"
BALLOT_BOX, TICKED_BOX = "\u2610", "\u2611"

_FONT, _BOX_FONT = "Arial", "Segoe UI Symbol"
_ACCENT, _TEXT, _MUTED, _WARM = "1B6A66", "1E282D", "55616A", "FFF3D9"
_MILLIMETRE = 36_000  # in the units of a Word file
_A4, _MARGIN = (210 * _MILLIMETRE, 297 * _MILLIMETRE), 20 * _MILLIMETRE


def write_word(document: WordDocument, path: Path) -> Path:
    """Writes a Word file and returns the path used: "name (2).docx" if the old file is open in Word.

    Raises the faults of ``write_whole``; an earlier file is then as it was.
    """
    return write_whole(word_bytes(document), path, aside=True)


def word_bytes(document: WordDocument) -> bytes:
    """The Word file. Same document and same moment, same bytes."""
    made = (document.made or clock.now()).replace(microsecond=0)
    return packed(_Writer(document, made).file(), made)


class _Writer:
    """Fills python-docx's empty document: its styles first, then block after block."""

    def __init__(self, document: WordDocument, made: datetime) -> None:
        import docx  # late: it takes a seventh of a second

        self._given = document
        self._docx: Document = docx.Document()
        self._dress()
        self._name(made)
        self._page()

    def file(self) -> bytes:
        """The finished file as python-docx packs it."""
        self._paragraph(self._given.title, "Heading 1")
        if self._given.subtitle:
            self._paragraph(self._given.subtitle, "Subtitle")
        before: WordBlock | None = None
        for block in self._given.blocks:
            if isinstance(before, WordTable) and not isinstance(block, WordHeading):
                self._space()
            self._block(block)
            before = block
        out = io.BytesIO()
        self._docx.save(out)
        return out.getvalue()

    def _block(self, block: WordBlock) -> None:
        match block:
            case WordHeading():
                made = self._paragraph(block.text, f"Heading {min(max(block.level, 2), 3)}")
                made.paragraph_format.page_break_before = block.new_page or None
            case WordText():
                self._text(block)
            case WordList():
                self._list(block)
            case WordChecks():
                self._checks(block)
            case WordTable():
                self._table(block)

    def _paragraph(self, text: str, style: str) -> Paragraph:
        return self._docx.add_paragraph(safe(text), style)

    def _space(self) -> None:
        """Room after a table; without it two tables would grow into one."""
        from docx.shared import Emu

        space = self._docx.add_paragraph()
        space.paragraph_format.space_after = Emu(0)
        space.paragraph_format.line_spacing = Emu(8 * POINT)

    def _text(self, block: WordText) -> None:
        from docx.shared import Emu, RGBColor

        made = self._paragraph("", "Normal")
        run = made.add_run(safe(block.text))
        run.bold = block.bold or None
        if block.small:
            run.font.color.rgb = RGBColor.from_string(_MUTED)
        if block.tone:
            made.paragraph_format.space_before, made.paragraph_format.space_after = Emu(10 * POINT), Emu(12 * POINT)
            frame(made._p.get_or_add_pPr(), _WARM if block.tone == "warm" else SOFT)

    def _list(self, block: WordList) -> None:
        number = self._new_numbers() if block.numbered else None
        for item in block.items:
            made = self._paragraph(item, "List Number" if block.numbered else "List Bullet")
            if number is not None:
                made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number

    def _new_numbers(self) -> int:
        """A numbering that starts from 1: without one, a second list would go on counting where the first stopped."""
        style: Any = self._docx.styles["List Number"].element
        numbering: Any = self._docx.part.numbering_part.element
        used = numbering.num_having_numId(style.pPr.numPr.numId.val)
        number = numbering.add_num(used.abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _checks(self, block: WordChecks) -> None:
        from docx.shared import Emu

        for place, item in enumerate(block.items):
            made = self._paragraph("", "List Paragraph")
            made.paragraph_format.left_indent = Emu(8 * _MILLIMETRE)
            made.paragraph_format.first_line_indent = Emu(-8 * _MILLIMETRE)
            made.add_run(TICKED_BOX if place in block.ticked else BALLOT_BOX).font.name = _BOX_FONT
            made.add_run(f"\t{safe(item)}")

    def _table(self, block: WordTable) -> None:
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Emu

        made = self._docx.add_table(1 + len(block.rows), len(block.columns), "Table Grid")
        made.autofit = False
        describe(made, block)
        widths = self._widths(block)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Emu(width)
        for place, (row, texts) in enumerate(zip(made.rows, (block.columns, *block.rows), strict=True)):
            properties: Any = row._tr.get_or_add_trPr()
            flag(properties, "w:cantSplit")
            if place == 0:
                flag(properties, "w:tblHeader")
            elif block.least_height:
                row.height, row.height_rule = Emu(int(block.least_height * POINT)), WD_ROW_HEIGHT_RULE.AT_LEAST
            for number, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
                cell.width = Emu(width)
                fill(cell, texts[number] if number < len(texts) else "", head=place == 0)

    def _widths(self, block: WordTable) -> list[int]:
        room = (_A4[1] if self._given.landscape else _A4[0]) - 2 * _MARGIN
        shares = block.widths or (1.0,) * len(block.columns)
        return [int(room * share / sum(shares)) for share in shares]

    def _dress(self) -> None:
        """One font, our colours, and the document's language: in the styles, so that new text gets them too."""
        from docx.oxml.ns import qn
        from docx.shared import Emu, RGBColor

        for name, size, colour in (
            ("Normal", 12, _TEXT), ("Heading 1", 22, _TEXT), ("Heading 2", 15, _ACCENT), ("Heading 3", 13, _TEXT),
            ("Subtitle", 14, _MUTED),
        ):  # fmt: skip
            style: Any = self._docx.styles[name]
            for old in style.element.get_or_add_rPr().findall(qn("w:rFonts")):
                style.element.rPr.remove(old)  # a theme's font would win over ours
            style.font.name, style.font.size = _FONT, Emu(size * POINT)
            style.font.italic, style.font.color.rgb = False, RGBColor.from_string(colour)
        for part in (self._docx.styles.element, self._docx.settings.element):
            for language in part.iter(qn("w:lang"), qn("w:themeFontLang")):
                language.set(qn("w:val"), self._given.language)
        for name, before, after in (("Normal", 0, 6), ("Heading 1", 0, 4), ("Heading 2", 14, 4), ("Heading 3", 10, 3)):
            style = self._docx.styles[name]
            style.paragraph_format.space_before = Emu(before * POINT)
            style.paragraph_format.space_after = Emu(after * POINT)
        for name in ("List Bullet", "List Number", "List Paragraph"):
            style = self._docx.styles[name]
            style.paragraph_format.space_after = Emu(3 * POINT)
            for close in style.element.pPr.findall(qn("w:contextualSpacing")):
                style.element.pPr.remove(close)
        footer: Any = self._docx.styles["Footer"]
        footer.paragraph_format.tab_stops.clear_all()  # made for American paper
        as_word_does_now(self._docx.settings.element)

    def _name(self, made: datetime) -> None:
        """Title and dates; no name of a person or a computer, and no picture of somebody else's first page."""
        about = self._docx.core_properties
        about.title, about.subject = line(self._given.title)[:LONGEST], line(self._given.subject)[:LONGEST]
        about.language = self._given.language
        about.author = about.last_modified_by = AUTHOR
        about.comments = ""
        about.created = about.modified = made
        links = self._docx.part.package.rels
        for key in [key for key, link in links.items() if link.reltype.endswith("/thumbnail")]:
            del links[key]

    def _page(self) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Emu

        section = self._docx.sections[0]
        width, height = reversed(_A4) if self._given.landscape else _A4
        section.page_width, section.page_height = Emu(width), Emu(height)
        section.orientation = WD_ORIENT.LANDSCAPE if self._given.landscape else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Emu(_MARGIN)
        foot = section.footer.paragraphs[0]
        foot.paragraph_format.tab_stops.add_tab_stop(Emu(width - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(line(self._given.foot) + "\t")
        for part in re.split(r"(\{pages?\})", self._given.page_words):
            if part in {"{page}", "{pages}"}:
                field(foot, "PAGE" if part == "{page}" else "NUMPAGES")
            else:
                foot.add_run(safe(part))
