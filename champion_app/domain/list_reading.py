"""A list of services or resources from somebody else: each row of the file ends as exactly one record."""

from __future__ import annotations

from dataclasses import replace

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable
from champion_app.domain.imports import ColumnUse, Reading
from champion_app.domain.list_blocks import BlockReader, above, aside, words_in
from champion_app.domain.list_doubles import Draft, in_words, settled
from champion_app.domain.list_headings import ListKind
from champion_app.domain.list_mapping import NO_MAPPING, Mapping, check_fields, mapping_from_table
from champion_app.domain.list_resource_words import RESOURCE_FIELDS, resource_headings
from champion_app.domain.list_service_words import SERVICE_FIELDS, service_headings
from champion_app.domain.list_set_aside import EMPTY
from champion_app.domain.list_sheets import Sheet, chosen_sheets
from champion_app.domain.list_words import plain_heading, tidy_cell

__all__ = ["RESOURCE_FIELDS", "SERVICE_FIELDS", "Mapping", "mapping_from_table", "read_resources", "read_services"]


def read_services(file: ForeignFile, mapping: Mapping | None = None) -> Reading:
    """A list of services, in any of the conditions councils and charities send them.

    Every row of every table ends as one record; columns that are left out are named with the reason.
    Raises ListRefused when no column can be the name, when the file is empty, or when the mapping does not fit it.
    """
    return _read(
        file, ListKind("service", "services", "name", SERVICE_FIELDS, service_headings()), mapping or NO_MAPPING
    )


def read_resources(file: ForeignFile, mapping: Mapping | None = None) -> Reading:
    """A list of books, leaflets, films and other resources; as ``read_services`` otherwise."""
    return _read(
        file, ListKind("resource", "resources", "title", RESOURCE_FIELDS, resource_headings()), mapping or NO_MAPPING
    )


def _read(file: ForeignFile, kind: ListKind, mapping: Mapping) -> Reading:
    check_fields(mapping, kind.fields)
    sheets = chosen_sheets([_tidied(table) for table in file.tables], kind, mapping)
    drafts: list[Draft] = []
    empties = 0
    separator = file.separator if len(file.separator) == 1 else ","
    for sheet in sheets:
        read, said_nothing = _sheet_drafts(sheet, kind, separator)
        drafts += read
        empties += said_nothing
    notes = [*file.notes, *_notes(sheets, mapping)]
    if empties:
        cells = "One cell says" if empties == 1 else f"{empties} cells say"
        notes.append(f"{cells} only “n/a”, “TBC”, “-” or the like: taken as empty.")
    return Reading(settled(drafts, kind.noun), _columns(sheets), tuple(notes))


def _tidied(table: ForeignTable) -> ForeignTable:
    """The table with every cell fit to keep, the same object when it was (readers of files tidy their cells)."""
    if all(_is_tidy(cell) for row in table.rows for cell in row.cells):
        return table
    rows = tuple(
        row
        if all(_is_tidy(cell) for cell in row.cells)
        else replace(
            row,
            cells=tuple(replace(cell, text=tidy_cell(cell.text), link=tidy_cell(cell.link)) for cell in row.cells),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


def _is_tidy(cell: Cell) -> bool:
    return cell.text == tidy_cell(cell.text) and (not cell.link or cell.link == tidy_cell(cell.link))


def _sheet_drafts(sheet: Sheet, kind: ListKind, separator: str) -> tuple[list[Draft], int]:
    rows, name = sheet.table.rows, sheet.table.sheet
    if not sheet.blocks:
        return [aside(row, name, EMPTY if row.blank else sheet.left_out) for row in rows], 0
    titles = rows[: sheet.blocks[0].start]
    drafts = above(titles, name)
    said = frozenset(words_in(row) for row in titles if not row.blank)
    empties, section = 0, ""
    for block in sheet.blocks:
        reader = BlockReader(block, rows, kind, name, separator, section, said)
        drafts += reader.drafts()
        empties, section = empties + reader.empties, reader.section
    return drafts, empties


def _columns(sheets: list[Sheet]) -> tuple[ColumnUse, ...]:
    """The columns of all sheets; one that is used alike on several is named once."""
    uses: dict[tuple[str, str, str], ColumnUse] = {}
    for sheet in sheets:
        for block in sheet.blocks:
            for column in block.columns:
                use = column.use()
                known = uses.get((use.heading, use.field, use.why_not))
                if known is None or not known.examples:
                    uses[use.heading, use.field, use.why_not] = use
    return tuple(uses.values())


def _notes(sheets: list[Sheet], mapping: Mapping) -> list[str]:
    """What was found out about the list, in plain words."""
    notes = []
    for sheet in sheets:
        name = sheet.table.sheet
        if sheet.left_out and any(not row.blank for row in sheet.table.rows):
            notes.append(f"The sheet “{name}” was left out. {sheet.left_out}" if name else sheet.left_out)
        for number, block in enumerate(sheet.blocks):
            first = min(block.heads, default=-1)
            if first > 0 or number:
                where = in_words(aside(sheet.table.rows[max(first, 0)], name, "").place)
                notes.append(f"{'Other headings' if number else 'The headings'} stand on {where}.")
            notes += block.notes
    headings = {plain_heading(use.heading) for use in _columns(sheets)}
    for heading in mapping.columns:
        if plain_heading(heading) not in headings:
            notes.append(f"The map speaks of a column “{heading}” that is not in the list.")
    return notes
