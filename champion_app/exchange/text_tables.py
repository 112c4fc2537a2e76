"""Lists as text (CSV, TSV and their kin) in whatever state they come: every line of the file ends up in one row."""

from __future__ import annotations

import re
from pathlib import Path

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.exchange import file_kinds
from champion_app.exchange.foreign_cells import LONGEST_CELL, cell
from champion_app.exchange.text_letters import ENCODINGS, letters
from champion_app.exchange.text_records import MOST_COLUMNS, Raw, Records, TooWide, likely_separator
from champion_app.faults import ListRefused

LARGEST = 50 * 1024 * 1024
MOST_ROWS = 200_000
MOST_LINES = 2_000_000
MOST_CELLS = 4_000_000

SAVE_AGAIN = "Open it in the program it came from, save it as .xlsx or .csv, and choose that file."
_SPLIT = "Save it as several smaller lists, and take them in one after the other."
_KINDS = {
    file_kinds.PDF: "it is a PDF",
    file_kinds.OLD_OFFICE: "it is an old Excel file (.xls), or one with a password",
    file_kinds.ZIP: "it is an Excel file or another zip file, not a text",
    file_kinds.HTML: "it is a web page, whatever its name says",
    file_kinds.JSON: "it is a JSON file, not a table",
    "application/xml": "it is an XML file, not a table",
    "application/rtf": "it is a rich text document, not a table",
    "multipart/related": "it is a saved web page or e-mail, whatever its name says",
    file_kinds.UNKNOWN: "it is not a text file",
}
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
# What the spreadsheet programs run as a formula, behind the apostrophe with which it is made harmless (text_out.py).
_PREFIXED = re.compile("'+[=+\\-@\t\r]")
_KEPT_AS_TEXT = re.compile('="([^"]*)"')  # how some programs write 0117 so that the nought stays
_SHOWN_LINES = 5
_SHORT = 40
_MOST_KNOWN = 50_000


def read_text_table(path: Path, *, encoding: str = "", separator: str = "") -> ForeignFile:
    """A text file as one table; what was done to read it is in the notes.

    ``encoding`` (one of text_letters.ENCODINGS) and ``separator`` (one letter) are the person's choice; without them
    the file decides (F55). Raises ListRefused: no such file, another kind of file (F61), empty, over 50 MB, 200,000
    rows, 1,000 columns, or a cell over 100,000 letters (F57).
    """
    return text_table(content_of(path), path.name, encoding=encoding, separator=separator)


def content_of(path: Path) -> bytes:
    """The bytes of a list. Raises ListRefused if the file is not there, empty, or over 50 MB."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = "it is a folder" if path.is_dir() else "the file could not be opened"
        raise ListRefused(name=path.name, reason=reason, way_out="Look whether it is still there.") from error
    if not content.strip():
        raise ListRefused(name=path.name, reason="the file is empty", way_out="Ask for the list again.")
    if len(content) > LARGEST:
        raise ListRefused(name=path.name, reason="it is larger than 50 MB", way_out=_SPLIT)
    return content


def text_table(content: bytes, name: str, *, encoding: str = "", separator: str = "") -> ForeignFile:
    """As ``read_text_table``, for bytes that are here already."""
    kind = file_kinds.kind_of(content)
    if kind != "text/plain":
        what = "a picture" if kind.startswith("image/") else "a sound or film" if kind[:5] in ("audio", "video") else ""
        reason = f"it is {what}" if what else _KINDS.get(kind, _KINDS[file_kinds.UNKNOWN])
        raise ListRefused(name=name, reason=reason, way_out=SAVE_AGAIN)
    if len(separator) > 1 or separator in ('"', "\n", "\r"):
        raise ListRefused(name=name, reason="a separator is one letter", way_out="Choose another separator.")
    try:
        text, encoding, notes = letters(content, encoding)
    except LookupError as error:
        choices = f"Choose one of: {', '.join(ENCODINGS)}."
        raise ListRefused(name=name, reason=f"we do not know the encoding {encoding}", way_out=choices) from error
    return _table(text, name, encoding, separator, list(notes))


def _table(text: str, name: str, encoding: str, separator: str, notes: list[str]) -> ForeignFile:
    """The table of a text. A first line that only names the separator is a row like any other."""
    first, _, rest = text.partition("\n")
    named = _SEPARATOR_LINE.fullmatch(first.strip(" "))
    rows = []
    if named:
        notes.append("Its first line says which separator it uses.")
        rows.append(TableRow(1, (cell(first),)))
        separator = separator or named[1]
        text = rest
    lines = text.count("\n")
    if lines > MOST_LINES:
        raise ListRefused(name=name, reason=f"it has more than {MOST_LINES:,} lines", way_out=_SPLIT)
    if '"' not in text and lines > MOST_ROWS:  # said at once; with quotes only reading can tell
        raise _too_many_rows(name)
    separator = separator or likely_separator(text)
    if text:
        try:
            rows += _rows(text, separator, name, len(rows), notes)
        except TooWide as error:
            reason = f"line {error.line + len(rows) + 1}: it has more than {MOST_COLUMNS:,} columns"
            raise ListRefused(name=name, reason=reason, way_out=SAVE_AGAIN) from error
    return ForeignFile((ForeignTable(tuple(rows)),), encoding, separator, tuple(notes))


def _rows(text: str, separator: str, name: str, before: int, notes: list[str]) -> list[TableRow]:
    """The rows of a text that starts ``before`` lines down the file. Adds to the notes where quotes do not match."""
    rows: list[TableRow] = []
    known: dict[Raw, Cell] = {}  # lists say the same word thousands of times
    mismatched: list[int] = []
    count = 0
    for found in Records(text, separator):
        line = found.line + before + 1
        count += len(found.cells)
        if len(rows) + before == MOST_ROWS:
            raise _too_many_rows(name)
        if count > MOST_CELLS:
            raise ListRefused(name=name, reason=f"it has more than {MOST_CELLS:,} cells", way_out=_SPLIT)
        cells = []
        for raw in found.cells:
            made = known.get(raw)
            if made is None:
                if len(raw.text) > LONGEST_CELL:
                    reason = f"line {line}: a cell has more than {LONGEST_CELL:,} letters"
                    raise ListRefused(name=name, reason=reason, way_out="Look at that line, and shorten it.")
                made = _cell(raw)
                if len(raw.text) <= _SHORT and len(known) < _MOST_KNOWN:
                    known[raw] = made
            cells.append(made)
        if any(raw.odd for raw in found.cells):
            mismatched.append(line)
        rows.append(TableRow(line, tuple(cells)))
    if mismatched:
        notes.append(_lines_note(mismatched))
    return rows


def _too_many_rows(name: str) -> ListRefused:
    return ListRefused(name=name, reason=f"it has more than {MOST_ROWS:,} rows", way_out=_SPLIT)


def _cell(raw: Raw) -> Cell:
    text = raw.text
    if kept := _KEPT_AS_TEXT.fullmatch(text.strip()):
        text = kept[1]
    elif _PREFIXED.match(text.lstrip(" ")):
        text = text.lstrip(" ")[1:]
    return cell(text, odd=raw.odd)


def _lines_note(lines: list[int]) -> str:
    told = ", ".join(map(str, lines[:_SHOWN_LINES]))
    more = f" and {len(lines) - _SHOWN_LINES:,} more" if len(lines) > _SHOWN_LINES else ""
    return f"Quotes do not match on line {told}{more}; each of these lines was read as a row of its own."
