"""The columns of a list as a person must sort them out: when no heading says which one holds the names."""

from __future__ import annotations

from collections.abc import Sequence

from champion_app.domain.foreign_tables import ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import ColumnUse
from champion_app.domain.list_guess import value_kind
from champion_app.domain.list_headings import ListKind
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_private_columns import private
from champion_app.domain.list_resource_words import RESOURCE_FIELDS, resource_headings
from champion_app.domain.list_service_words import SERVICE_FIELDS, service_headings
from champion_app.domain.list_words import one_line, plain_heading

# What a reader says of a column that only a person can place (list_columns.py).
UNKNOWN = "We do not know what this column is for."
NO_HEADING = "It has no heading, and its words do not show what it is."
NAME_FIELDS = {"listings": "name", "resources": "title"}
FIELDS = {"listings": SERVICE_FIELDS, "resources": RESOURCE_FIELDS}
_MOST_COLUMNS = 60
_LOOKED_AT = 200
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60
_SHOWN_LINES = 12
_LOOKED_THROUGH = 40


def is_unclear(column: ColumnUse) -> bool:
    """Whether only a person can say what a column is for, and something stands in it."""
    return not column.field and column.why_not in (UNKNOWN, NO_HEADING) and bool(column.examples)


def rough_columns(file: ForeignFile, noun: str, mapping: Mapping) -> tuple[ColumnUse, ...]:
    """The columns of the sheet chosen, or of the first with anything on it, with what is plain from their headings.

    ``heading_line`` of the mapping says where the headings stand; 0: there are none.
    """
    table, kind = _table(file, mapping), _kind(noun)
    rows = table.rows if table is not None else ()
    head = next((at for at, row in enumerate(rows) if mapping.heading_line and row.line == mapping.heading_line), -1)
    headings = [one_line(cell.text) for cell in rows[head].cells] if head >= 0 else []
    filled = [row for row in rows[head + 1 :] if not row.blank][:_LOOKED_AT]
    width = min(max([len(headings), *(len(row.cells) for row in filled)], default=0), _MOST_COLUMNS)
    return tuple(
        _column(place, headings[place] if place < len(headings) else "", filled, kind, mapping)
        for place in range(width)
    )


def likely_heading_line(file: ForeignFile, noun: str, mapping: Mapping) -> int:
    """The line among the first ones with the most words that are known as headings; else the first of the fullest.

    0 when that holds numbers or addresses: then there are no headings.
    """
    table, kind = _table(file, mapping), _kind(noun)
    best, found = (0, 0), 0
    for row in table.rows[:_LOOKED_THROUGH] if table is not None else ():
        texts = [text for cell in row.cells if (text := one_line(cell.text))]
        known = sum(kind.headings.known(plain_heading(text)) for text in texts if len(text) <= _LONGEST_EXAMPLE)
        if (known, len(texts)) > best:
            best = known, len(texts)
            found = row.line if known or all(value_kind(text) == "text" for text in texts) else 0
    return found


def heading_lines(file: ForeignFile, mapping: Mapping) -> list[tuple[int, str]]:
    """The first lines that say anything, with their words: among them a person finds the headings."""
    table = _table(file, mapping)
    rows = [row for row in table.rows if not row.blank] if table is not None else []
    return [
        (row.line, " · ".join(one_line(cell.text) for cell in row.cells if cell.text)) for row in rows[:_SHOWN_LINES]
    ]


def _column(place: int, heading: str, rows: Sequence[TableRow], kind: ListKind, mapping: Mapping) -> ColumnUse:
    shown = heading or f"Column {place + 1}"
    plain = plain_heading(heading)
    kept_out = private(plain) if heading else None
    texts = [one_line(row.cells[place].text) for row in rows if place < len(row.cells)]
    examples = () if kept_out and kept_out.children else tuple(list(dict.fromkeys(filter(None, texts)))[:_EXAMPLES])
    cut = tuple(text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1]}…" for text in examples)
    chosen = mapping.field_of(shown)
    if chosen:
        return ColumnUse(shown, chosen, "", cut)
    if kept_out is not None:
        return ColumnUse(shown, "", kept_out.why_not, cut)
    match = kind.headings.match(heading) if heading else None
    if match is not None and match.sure and chosen is None:
        return ColumnUse(shown, match.role.field, "", cut)
    return ColumnUse(shown, "", UNKNOWN if heading else NO_HEADING, cut)


def _table(file: ForeignFile, mapping: Mapping) -> ForeignTable | None:
    said = [table for table in file.tables if any(not row.blank for row in table.rows)]
    asked = [table for table in said if table.sheet.strip().casefold() == mapping.sheet.casefold()]
    return next(iter(asked if mapping.sheet else said), None)


def _kind(noun: str) -> ListKind:
    if noun == "listings":
        return ListKind("service", "services", "name", SERVICE_FIELDS, service_headings())
    return ListKind("resource", "resources", "title", RESOURCE_FIELDS, resource_headings())
