"""Lists as people send them, written down in a few lines: cells apart by "|", one row on a line."""

from __future__ import annotations

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import Outcome, Reading, Record
from champion_app.domain.list_reading import Mapping, read_resources, read_services
from champion_app.domain.listings import ListingFields
from champion_app.domain.resources import ResourceFields


def table(text: str, sheet: str = "", first_line: int = 1) -> ForeignTable:
    """A table; "\\n" written out is a line end within a cell, a line of nothing is a blank row."""
    rows = [
        TableRow(
            line, tuple(Cell(cell.strip().replace("\\n", "\n")) for cell in words.split("|")) if words.strip() else ()
        )
        for line, words in enumerate(text.strip("\n").split("\n"), start=first_line)
    ]
    return ForeignTable(tuple(rows), sheet)


def file_of(*tables: ForeignTable | str) -> ForeignFile:
    """A file of such tables."""
    return ForeignFile(tuple(table(one) if isinstance(one, str) else one for one in tables), separator=",")


def grid(*rows: list[Cell | str], sheet: str = "") -> ForeignTable:
    """A table of cells, for what text cannot say: links, dates, odd cells."""
    cells = [tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows]
    return ForeignTable(tuple(TableRow(line, row) for line, row in enumerate(cells, start=1)), sheet)


def services(*tables: ForeignTable | str, mapping: Mapping | None = None) -> Reading:
    """A list of services, read."""
    return read_services(file_of(*tables), mapping)


def resources(*tables: ForeignTable | str, mapping: Mapping | None = None) -> Reading:
    """A list of resources, read."""
    return read_resources(file_of(*tables), mapping)


def at(reading: Reading, line: int, sheet: str = "") -> Record:
    """The record that starts on a line."""
    return next(record for record in reading.records if (record.place.line, record.place.sheet) == (line, sheet))


def outcomes(reading: Reading) -> dict[int, Outcome]:
    """The outcome by line."""
    return {record.place.line: record.outcome for record in reading.records}


def service(reading: Reading, line: int) -> ListingFields:
    """The listing that a line became."""
    fields = at(reading, line).fields
    assert isinstance(fields, ListingFields), at(reading, line)
    return fields


def resource(reading: Reading, line: int) -> ResourceFields:
    """The resource that a line became."""
    fields = at(reading, line).fields
    assert isinstance(fields, ResourceFields), at(reading, line)
    return fields


def used(reading: Reading) -> dict[str, str]:
    """The field of each column that is used."""
    return {use.heading: use.field for use in reading.columns if use.field}


def left_out(reading: Reading) -> dict[str, str]:
    """Why each other column is not."""
    return {use.heading: use.why_not for use in reading.columns if not use.field}
