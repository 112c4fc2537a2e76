"""Lists as Excel files: each visible sheet becomes a table, and what was done to read it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.exchange import file_kinds
from champion_app.exchange.child import in_child
from champion_app.exchange.excel_parts import SheetPlace, Styles, Texts, Workbook, links_of, part_named
from champion_app.exchange.excel_sheet import MOST_COLUMNS, MOST_ROWS, Known, Sheet, TooFar
from champion_app.exchange.foreign_cells import EMPTY, LONGEST_CELL, cell
from champion_app.exchange.foreign_xml import XmlRefused, read_xml
from champion_app.exchange.safe_zip import SafeZip, ZipLimits, open_zip
from champion_app.exchange.text_tables import content_of
from champion_app.faults import ListRefused

MOST_CELLS = 1_000_000
SAVE_AGAIN = "Open it in the program it came from, save it as .xlsx or .csv without a password, and choose that file."
_SHORTEN = "Delete what lies far outside the table, or save the table as a smaller list or as .csv."
# The XML of a sheet says the same words over and over, so it may shrink further than other files.
_LIMITS = ZipLimits(ratio=400)
_OTHERS = {
    "xl/workbook.bin": "it is a binary Excel file (.xlsb)",
    "word/document.xml": "it is a Word document",
    "ppt/presentation.xml": "it is a PowerPoint file",
    "Index/Document.iwa": "it is an Apple Numbers file",
    "content.xml": "it is an OpenDocument file (.ods)",
    "manifest.json": "it is a zip file without an Excel table, perhaps a pack",
}


def read_excel(path: Path) -> ForeignFile:
    """The visible sheets of an .xlsx file, read in a process of its own with 20 seconds and 1 GiB at most (F59, F60).

    Hidden sheets are named and left out, unless there are no others. Macros are never run. Days come as ISO days,
    numbers as they are shown, yes and no for true and false. Raises ListRefused, also for an .xls or an .ods, a
    password (F61), more than 5,000 rows or 60 columns in a sheet, and XML with entities.
    """
    value, _ = in_child("excel", path, {}, refuse=ListRefused)
    try:
        return _unpacked(value)
    except (KeyError, ValueError, TypeError) as error:
        raise _damaged(path.name) from error


def read_in_child(path: Path, options: dict[str, Any]) -> tuple[Any, list[bytes]]:
    """The child's half of ``read_excel``. A cell with nothing to be said about it is its bare text."""
    file = workbook(content_of(path), path.name)
    tables = [[table.sheet, [[_packed(one) for one in row.cells] for row in table.rows]] for table in file.tables]
    return {"tables": tables, "notes": file.notes}, []


def workbook(content: bytes, name: str) -> ForeignFile:
    """As ``read_excel``, here and now and for bytes that are here already. Raises ListRefused."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ListRefused(
            name=name, reason="it is an old Excel file (.xls), or one with a password", way_out=SAVE_AGAIN
        )
    if content and file_kinds.kind_of(content) != file_kinds.ZIP:
        raise ListRefused(name=name, reason="it is not an Excel file, whatever its name says", way_out=SAVE_AGAIN)
    try:
        with open_zip(content, name=name, refuse=ListRefused, limits=_LIMITS) as archive:
            return _read(archive, name)
    except XmlRefused as error:
        raise ListRefused(name=name, reason=f"a part of it cannot be read: {error}", way_out=SAVE_AGAIN) from error


def _read(archive: SafeZip, name: str) -> ForeignFile:
    main = next((link.target for link in links_of(archive, "") if link.kind == "officeDocument"), "xl/workbook.xml")
    main = part_named(archive, main)
    other = next((words for part, words in _OTHERS.items() if part_named(archive, part)), "")
    if not main or main in _OTHERS:
        reason = other or "it is a zip file without an Excel table in it"
        raise ListRefused(name=name, reason=reason, way_out=SAVE_AGAIN)
    book = Workbook()
    read_xml(archive.read(main), book)
    links = {link.id: link for link in links_of(archive, main)}
    texts, styles = Texts(), Styles()
    for kind, reader in (("sharedStrings", texts), ("styles", styles)):
        part = part_named(archive, next((link.target for link in links.values() if link.kind == kind), ""))
        if part:
            read_xml(archive.read(part), reader)
    known = Known(texts.texts, styles.formats, book.from_1904)
    sheets = [
        (place, part_named(archive, links[place.link].target))
        for place in book.sheets
        if place.link in links and links[place.link].kind == "worksheet"
    ]
    notes = _notes(archive, [place for place, _ in sheets])
    visible = [one for one in sheets if not one[0].hidden] or sheets
    tables = [_table(archive, place.name, part, known, name, notes) for place, part in visible]
    if not tables:
        raise ListRefused(name=name, reason="there is no sheet in it", way_out=SAVE_AGAIN)
    if sum(len(row.cells) for table in tables for row in table.rows) > MOST_CELLS:
        raise ListRefused(name=name, reason=f"it has more than {MOST_CELLS:,} cells", way_out=_SHORTEN)
    return ForeignFile(tuple(tables), notes=tuple(notes))


def _notes(archive: SafeZip, sheets: list[SheetPlace]) -> list[str]:
    """What is to be said about the file as a whole."""
    notes = []
    names = [name.casefold() for name in archive.names()]
    if any(name.endswith("vbaproject.bin") for name in names):
        notes.append("It holds macros. They were not run, and nothing of them was kept.")
    if any("/externallinks/" in name for name in names):
        notes.append("It takes values from other files. Those that were saved with it last were read.")
    hidden = [f"“{cell(place.name).text}”" for place in sheets if place.hidden]
    if hidden and len(hidden) < len(sheets):
        notes.append(f"Hidden sheets were not read: {', '.join(hidden)}.")
    elif hidden:
        notes.append("All its sheets are hidden; they were read all the same.")
    return notes


def _table(archive: SafeZip, title: str, part: str, known: Known, name: str, notes: list[str]) -> ForeignTable:
    title = cell(title).text
    links = {link.id: link.target for link in links_of(archive, part) if link.kind == "hyperlink"}
    sheet = Sheet(known, links)
    if not part:
        raise ListRefused(name=name, reason=f"the sheet “{title}” is missing from it", way_out=SAVE_AGAIN)
    try:
        read_xml(archive.read(part), sheet)
    except TooFar as error:
        limit = f"the most is {MOST_ROWS:,} rows and {MOST_COLUMNS} columns"
        reason = f"the sheet “{title}” {error}; {limit}"
        raise ListRefused(name=name, reason=reason, way_out=_SHORTEN) from error
    last = max((row for row, cells in sheet.rows.items() if cells), default=0)
    width = max((column for cells in sheet.rows.values() for column in cells), default=0)
    if any(len(one.text) > LONGEST_CELL for cells in sheet.rows.values() for one in cells.values()):
        reason = f"a cell of the sheet “{title}” has more than {LONGEST_CELL:,} letters"
        raise ListRefused(name=name, reason=reason, way_out=_SHORTEN)
    notes.extend(f"Sheet “{title}”: {words}" for words in _sheet_notes(sheet, last, width))
    rows = []
    for line in range(1, last + 1):
        cells = sheet.rows.get(line, {})
        rows.append(TableRow(line, tuple(cells.get(column, EMPTY) for column in range(1, width + 1))))
    return ForeignTable(tuple(rows), title)


def _sheet_notes(sheet: Sheet, last: int, width: int) -> list[str]:
    notes = []
    if sheet.merged:
        notes.append(f"{_many(len(sheet.merged), 'merged area')} read once, at the top left.")
    rows = sum(row <= last for row in sheet.hidden_rows)
    columns = len({column for some in sheet.hidden_columns for column in some[:MOST_COLUMNS] if column <= width})
    if rows:
        notes.append(f"{_many(rows, 'hidden row')} read all the same.")
    if columns:
        notes.append(f"{_many(columns, 'hidden column')} read all the same.")
    return notes


def _many(count: int, word: str) -> str:
    return f"1 {word} was" if count == 1 else f"{count:,} {word}s were"


def _packed(one: Cell) -> str | list[Any]:
    return [one.text, one.odd, one.link, one.is_date] if one.odd or one.link or one.is_date else one.text


def _unpacked(value: Any) -> ForeignFile:
    """The child's answer as what it stands for. Raises KeyError, ValueError or TypeError if it is not one."""
    tables = []
    for title, rows in value["tables"]:
        made = tuple(TableRow(line, tuple(map(_cell, cells))) for line, cells in enumerate(rows, 1))
        tables.append(ForeignTable(made, str(title)))
    return ForeignFile(tuple(tables), notes=tuple(map(str, value["notes"])))


def _cell(packed: Any) -> Cell:
    if isinstance(packed, str):
        return Cell(packed) if packed else EMPTY
    text, odd, link, is_date = packed
    return Cell(str(text), str(odd), str(link), is_date is True)


def _damaged(name: str) -> ListRefused:
    return ListRefused(name=name, reason="it is damaged or not what its name says", way_out=SAVE_AGAIN)
