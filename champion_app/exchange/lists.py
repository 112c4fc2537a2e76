"""A list of services or resources in whatever kind of file it comes: the content decides, not the name."""

from __future__ import annotations

from pathlib import Path

from champion_app.domain.foreign_tables import ForeignFile
from champion_app.exchange import file_kinds
from champion_app.exchange.excel_tables import read_excel
from champion_app.exchange.text_tables import content_of, text_table
from champion_app.faults import ListRefused

_EXCEL = frozenset({".xlsx", ".xlsm", ".xls"})


def read_list(path: Path, *, encoding: str = "", separator: str = "") -> ForeignFile:
    """The tables of an Excel or text file. ``encoding`` and ``separator`` are a person's choice for a text file.

    Raises ListRefused for every file that is not such a list, with what it is instead and what to do (F61).
    """
    content = content_of(path)
    if file_kinds.kind_of(content) == file_kinds.ZIP:
        return read_excel(path)
    read = text_table(content, path.name, encoding=encoding, separator=separator)
    lines = [row for table in read.tables for row in table.rows if not row.blank]
    one_cell = len(lines) < 2 and all(len(row.cells) < 2 for row in lines)
    if path.suffix.lower() in _EXCEL and one_cell and not (encoding or separator):
        # A table of text under an Excel name is read all the same: some programs save it so.
        way_out = "Open it in the program it comes from, and save it again as .xlsx or .csv."
        raise ListRefused(name=path.name, reason="its name says Excel, and what is in it is no table", way_out=way_out)
    return read
