"""Tables out as Excel: text stays text whatever it starts with, days are days, and the headings stay in view."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain.typed_text import clean
from champion_app.whole_file import write_whole

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | bool | None

LONGEST_CELL = 32_767  # Excel calls a file damaged that has more letters in a cell
_CUT = " … (cut here: an Excel cell holds no more)"
_LONGEST_TITLE = 31
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_LONGEST_SHOWN = 60
_NARROW, _WIDE = 8, 60
_DAY = "DD/MM/YYYY"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class OutSheet:
    """One sheet to write: its name, a heading for each column, and rows of words, numbers and days."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def write_excel(path: Path, sheets: Sequence[OutSheet]) -> Path:
    """Writes an .xlsx file. Text never becomes a formula (F58). Returns the path.

    Raises the faults of ``write_whole``; an earlier file is then as it was.
    """
    return write_whole(excel_bytes(sheets), path)


def excel_bytes(sheets: Sequence[OutSheet]) -> bytes:
    """The same file as bytes: the same sheets always make the same."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet, title in zip(sheets, _titles([sheet.title for sheet in sheets]), strict=True):
        _fill(book.create_sheet(title), sheet)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _fill(page: Worksheet, sheet: OutSheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    wrapped = Alignment(wrap_text=True, vertical="top")
    bold = Font(bold=True)
    for number, row in enumerate([sheet.headings, *sheet.rows], 1):
        for column, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            made = page.cell(number, column)
            _put(made, value)
            made.alignment = wrapped
            if number == 1:
                made.font = bold
    page.freeze_panes = "A2"
    if sheet.headings:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{len(sheet.rows) + 1}"
    for column in range(len(sheet.headings)):
        texts = (str(row[column]) for row in [sheet.headings, *sheet.rows] if column < len(row))
        page.column_dimensions[get_column_letter(column + 1)].width = _width(texts)


def _put(made: Cell | MergedCell, value: Value) -> None:
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, date):
        made.value, made.number_format = value, _DAY
    elif isinstance(value, str):
        made.value = _fitting(value)
        made.data_type = "s"  # openpyxl takes "=1+1" for a formula and "#N/A" for an error
        made.quotePrefix = made.value.startswith(("=", "+", "-", "@"))  # so it stays text when somebody edits it
    else:
        made.value = value


def _fitting(text: str) -> str:
    text = _NOT_IN_XML.sub("", clean(text))
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT


def _width(texts: Iterable[str]) -> int:
    longest = max((len(line) for text in texts for line in text[:1000].split("\n")), default=0)
    return max(_NARROW, min(_WIDE, longest + 2))


def _titles(titles: Sequence[str]) -> list[str]:
    """Names that Excel takes: at most 31 letters, some of them not allowed, each once."""
    made: list[str] = []
    for title in titles:
        bare = " ".join(_NOT_IN_TITLE.sub(" ", _NOT_IN_XML.sub("", clean(title))).split()).strip("'") or "Sheet"
        name, number = bare[:_LONGEST_TITLE], 1
        while name.casefold() in {one.casefold() for one in made}:
            number += 1
            end = f" ({number})"
            name = bare[: _LONGEST_TITLE - len(end)] + end
        made.append(name)
    return made


def _timeless(content: bytes) -> bytes:
    """The file without the moment it was made, so that it can be compared with an earlier one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for member in made.infolist():
            words = made.read(member)
            if member.filename == "docProps/core.xml":
                words = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", words)
            place = zipfile.ZipInfo(member.filename, _LONG_AGO)
            place.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(place, words)
    return out.getvalue()
