"""A table from somebody else's file: rows of words, each knowing where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, cleaned and trimmed. ``odd`` says in plain words what was strange about it, or nothing.

    ``link`` is the address behind an Excel hyperlink; ``is_date`` marks text that Excel had turned into a date
    (``text`` is then the ISO day).
    """

    text: str
    odd: str = ""
    link: str = ""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One record of the file. ``line`` is the physical line it starts on (text files) or the row number (Excel)."""

    line: int
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell says anything."""
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """One sheet, or the whole of a text file (then ``sheet`` is empty). Every physical row is here, blank ones too."""

    rows: tuple[TableRow, ...]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """What was read of a file, and in plain words what was done to read it ("read as Western European (cp1252)")."""

    tables: tuple[ForeignTable, ...]
    encoding: str = ""
    separator: str = ""
    notes: tuple[str, ...] = ()
