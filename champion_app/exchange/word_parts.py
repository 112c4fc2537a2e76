"""The small pieces of a Word file: safe text, tints, fields, headings of tables, and the packing of its parts."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from champion_app.domain.typed_text import clean
from champion_app.exchange.word_blocks import WordTable

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

POINT = 12_700  # in the units of a Word file
SOFT = "E2F0EE"
LONGEST = 255  # letters that Word takes for a title, and for the description of a table

_NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF))


def safe(text: str) -> str:
    """Text that a Word file can hold; nothing readable is lost."""
    return clean(text).translate(_NOT_IN_XML)


def line(text: str) -> str:
    """The same on one line."""
    return " ".join(safe(text).split())


def element(name: str, **values: str) -> Any:
    """An element of a Word file by its name, such as ``w:shd``, with attributes of the same kind."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made: Any = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def shade(properties: Any, colour: str) -> None:
    """A tint behind a paragraph or a cell. Word wants its elements in an order, so it goes before what follows it."""
    tint = element("w:shd", val="clear", color="auto", fill=colour)
    properties.insert_element_before(
        tint, "w:tabs", "w:noWrap", "w:tcMar", "w:vAlign", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def frame(properties: Any, colour: str) -> None:
    """A tinted paragraph with room around its words: a broad edge in the same tint."""
    edges = element("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edges.append(element(f"w:{side}", val="single", sz="48", space="0", color=colour))
    properties.insert_element_before(edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    shade(properties, colour)


def describe(table: Table, block: WordTable) -> None:
    """What a screen reader says of a table, and which of its cells are headings."""
    properties: Any = table._tbl.tblPr
    for look in properties.findall(element("w:tblLook").tag):
        properties.remove(look)
    first = "1" if block.row_heads else "0"
    properties.append(element("w:tblLook", firstRow="1", firstColumn=first, lastRow="0", lastColumn="0", noHBand="1"))
    if block.summary:
        properties.append(element("w:tblDescription", val=line(block.summary)[:LONGEST]))


def flag(properties: Any, name: str) -> None:
    """Says that a row is so: a heading, never cut in two."""
    properties.append(element(name))


def fill(cell: _Cell, text: str, *, head: bool) -> None:
    """The words of a cell, bold and tinted for headings."""
    from docx.shared import Emu

    words = cell.paragraphs[0]
    words.paragraph_format.space_before = words.paragraph_format.space_after = Emu(2 * POINT)
    if text:
        words.add_run(safe(text)).bold = head or None
    if head:
        shade(cell._tc.get_or_add_tcPr(), SOFT)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A number that Word works out: the page, or how many there are."""
    made = element("w:fldSimple", instr=instruction)
    run = element("w:r")
    number = element("w:t")
    number.text = "1"
    run.append(number)
    made.append(run)
    paragraph._p.append(made)


def as_word_does_now(settings: Any) -> None:
    """Without this Word would open the file in the ways of 2010, and say so in its title bar."""
    from docx.oxml.ns import qn

    for entry in settings.iter(qn("w:compatSetting")):
        if entry.get(qn("w:name")) == "compatibilityMode":
            entry.set(qn("w:val"), "15")
    for entry in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(entry)


def packed(file: bytes, made: datetime) -> bytes:
    """The same parts in the same order with one date, so that the same document is the same file."""
    out = io.BytesIO()
    moment = max(made.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(io.BytesIO(file)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(entry, parts.read(name))
    return out.getvalue()
