"""Where the headings of a foreign table stand, and which rows they speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from champion_app.domain.foreign_tables import ForeignTable, TableRow
from champion_app.domain.list_columns import Column, columns_of
from champion_app.domain.list_guess import value_kind
from champion_app.domain.list_headings import ListKind
from champion_app.domain.list_heads import Head, filled_in, find_head, later_heads, texts_of
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_words import plain_heading


@dataclass(frozen=True)
class Block:
    """Rows ``start`` to ``end`` (not included) of a table, which one row of headings speaks for.

    ``heads`` are the places of all rows of headings in it; ``width`` is how many cells the headings cover.
    """

    heads: frozenset[int]
    start: int
    end: int
    columns: tuple[Column, ...]
    width: int
    notes: tuple[str, ...] = ()


def lay_out(table: ForeignTable, kind: ListKind, mapping: Mapping, *, guess: bool) -> list[Block]:
    """The blocks of a table, or nothing when no headings are found (with ``guess``, its values then tell the columns).

    A row of other headings further down begins a new block. Raises ListRefused when no column can be the name.
    """
    rows = table.rows
    head = find_head(rows, kind, mapping)
    if head is None:
        return [_without_headings(rows, kind, mapping)] if guess and any(not row.blank for row in rows) else []
    later = later_heads(rows, head, kind)
    blocks, own = [], [head]
    for found in [*later, None]:
        if found is not None and _same(found.headings, head.headings):
            own.append(found)
            continue
        end = found.first if found is not None else len(rows)
        blocks.append(_block(rows, head, own, end, kind, mapping))
        if found is not None:
            head, own = found, [found]
    return blocks


def _same(one: list[str], other: list[str]) -> bool:
    return [plain_heading(text) for text in one if text] == [plain_heading(text) for text in other if text]


def _block(rows: Sequence[TableRow], head: Head, own: list[Head], end: int, kind: ListKind, mapping: Mapping) -> Block:
    heads = frozenset(place for one in own for place in range(one.first, one.last + 1))
    beneath = [row for place, row in enumerate(rows[head.last + 1 : end], start=head.last + 1) if place not in heads]
    width = len(head.headings)
    while width and not head.headings[width - 1]:
        width -= 1
    width = max(
        width + _unheaded(beneath, width),
        _mapped_width(mapping, max(map(len, (row.cells for row in beneath)), default=0)),
    )
    headings = (head.headings + [""] * width)[:width]
    columns, notes = columns_of(headings, beneath, kind, mapping)
    return Block(heads, head.first, end, tuple(columns), width, tuple(notes))


def _mapped_width(mapping: Mapping, widest: int) -> int:
    """How far to the right a person has named columns without a heading ("Column 5")."""
    named = (re.fullmatch(r"column (\d{1,4})", heading.casefold()) for heading in mapping.columns)
    return min(widest, max((int(match[1]) for match in named if match), default=0))


def _unheaded(rows: Sequence[TableRow], width: int) -> int:
    """How many columns go on beyond the headings, filled in half of the rows. In fewer, values have slipped."""
    filled = [row for row in rows if not row.blank]
    beyond = 0
    for place in range(width, max((len(row.cells) for row in filled), default=0)):
        there = sum(place < len(row.cells) and bool(row.cells[place].text) for row in filled)
        if there > 1 and there * 2 >= len(filled):
            beyond = place - width + 1
    return beyond


def _without_headings(rows: Sequence[TableRow], kind: ListKind, mapping: Mapping) -> Block:
    """A table whose values must tell its columns. Lines of one cell above its first full row are titles."""
    widest = max(filled_in(row) for row in rows)
    start = next(place for place, row in enumerate(rows) if filled_in(row) >= min(2, widest))
    width = max(place + 1 for row in rows for place, cell in enumerate(row.cells) if cell.text)
    head, beneath = texts_of(rows[start]), rows[start + 1 :]
    if _is_strange_heading(head, beneath, width):
        columns, notes = columns_of((head + [""] * width)[:width], beneath, kind, mapping)
        return Block(frozenset({start}), start, len(rows), tuple(columns), width, tuple(notes))
    columns, notes = columns_of([""] * width, rows[start:], kind, mapping)
    return Block(frozenset(), start, len(rows), tuple(columns), width, tuple(notes))


def _is_strange_heading(head: list[str], beneath: Sequence[TableRow], width: int) -> bool:
    """Whether the first row holds words where every row beneath holds numbers, e-mails or web addresses."""
    for place in range(min(width, len(head))):
        kinds = {
            value_kind(row.cells[place].text) for row in beneath if place < len(row.cells) and row.cells[place].text
        }
        if len(kinds) == 1 and kinds <= {"email", "website", "phone", "postcode"}:
            return bool(head[place]) and value_kind(head[place]) == "text"
    return False
