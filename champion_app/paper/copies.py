"""What the text copy and the HTML copy of a document share, so that both say the same words as the paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from champion_app.paper import shaping
from champion_app.paper.blocks import (
    Bars,
    Block,
    Box,
    Cell,
    Column,
    Contact,
    Contacts,
    Contents,
    Document,
    Heading,
    Radar,
    Row,
    State,
    Table,
    Together,
)
from champion_app.paper.setting import Outline
from champion_app.paper.text import one_line


@dataclass(frozen=True, slots=True)
class Planned:
    """A heading as it will stand: its words, its level from 1, and whether a list of contents names it."""

    words: str
    level: int
    listed: bool


def starts_right(text: str, language: str) -> bool:
    """Whether a paragraph starts at the right: by its language, else by its first letters. As on paper."""
    if shaping.runs_right_to_left(language):
        return True
    return bool(shaping.RIGHT_TO_LEFT.search(text)) and shaping.base_level(text, "") == 1


def planned(document: Document) -> list[Planned]:
    """Every heading in the order it comes, the title first. A level that would skip one is moved up."""
    outline = Outline()
    found: list[Planned] = []
    for heading, in_table in ((Heading(document.title, 1), False), *_headings(document.blocks, False)):
        words = one_line(heading.words)
        if words:
            level = heading.level if not found else max(2, heading.level)
            found.append(Planned(words, outline.enter(words, level).level, not in_table))
    return found


def _headings(blocks: Sequence[Block], in_table: bool) -> Iterator[tuple[Heading, bool]]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block, in_table
        elif isinstance(block, Contents):
            yield Heading(block.title), in_table
        elif isinstance(block, Box | Together):
            yield from _headings(block.blocks, in_table)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells if not row.section else ():
                    yield from _headings(cell.blocks if isinstance(cell, Cell) else (), True)


def listed(headings: Sequence[Planned], title: str) -> list[tuple[int, Planned]]:
    """What a list of contents called ``title`` names, each with its place among all headings."""
    return [
        (place, heading)
        for place, heading in enumerate(headings)
        if heading.listed and heading.level == 2 and heading.words != one_line(title)
    ]


def gathered(blocks: Iterable[Block]) -> list[Block]:
    """Blocks without what only a page needs: those kept together stand free, neighbouring contacts are one list."""
    found: list[Block] = []
    for block in blocks:
        parts = gathered(block.blocks) if isinstance(block, Together) else [block]
        for part in parts:
            if isinstance(part, Contact):
                part = Contacts((part,))
            if isinstance(part, Contacts) and found and isinstance(last := found[-1], Contacts):
                found[-1] = Contacts((*last.cards, *part.cards))
            else:
                found.append(part)
    return found


def numbers_of(chart: Bars | Radar) -> Table | None:
    """A chart as a table of its numbers; None where the paper has no chart either."""
    return _bars(chart) if isinstance(chart, Bars) else _radar(chart)


def _bars(chart: Bars) -> Table | None:
    if not chart.bars:
        return None
    states = [
        state for state in State if any(count for bar in chart.bars for part, count in bar.parts if part is state)
    ]
    columns = [Column(chart.rows_are, 1), *(Column(state.value.capitalize(), 1) for state in states)]
    rows = [(bar.label, *(str(dict(bar.parts).get(state, 0)) for state in states)) for bar in chart.bars]
    if any(bar.note for bar in chart.bars):
        columns.append(Column("", 1))
        rows = [(*row, bar.note) for row, bar in zip(rows, chart.bars, strict=True)]
    return Table(tuple(columns), tuple(map(Row, rows)), summary=chart.title)


def _radar(chart: Radar) -> Table | None:
    if len(chart.axes) < 3 or not chart.lines:
        return None
    columns = (Column(chart.rows_are, 1), *(Column(line.name, 1) for line in chart.lines))
    rows = (
        Row((axis, *(_value(line.values, line.words, place) for line in chart.lines)))
        for place, axis in enumerate(chart.axes)
    )
    return Table(columns, tuple(rows), summary=chart.title)


def _value(values: Sequence[float | None], words: Sequence[str], place: int) -> str:
    if place < len(words):
        return words[place]
    value = values[place] if place < len(values) else None
    return "none" if value is None else f"{value:.0%}"


def filled(block: Table, row: Row) -> list[tuple[Column, Cell]]:
    """A row's cells, each with its (first) column; those missing at its end are empty ones.

    Raises ValueError if there are more cells than columns, as the paper does.
    """
    found: list[tuple[Column, Cell]] = []
    place = 0
    for given in row.cells:
        cell = given if isinstance(given, Cell) else Cell(given)
        if place + cell.columns > len(block.columns):
            raise ValueError("a row has more cells than its table has columns")
        found.append((block.columns[place], cell))
        place += cell.columns
    found += [(column, Cell()) for column in block.columns[place:]]
    return found


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing and holds nothing: room for a pen in a table with a grid."""
    return cell.ticked is None and not cell.blocks and not one_line(cell.text)


def section_words(row: Row) -> Cell:
    """What a row across the table says."""
    first = row.cells[0] if row.cells else ""
    return first if isinstance(first, Cell) else Cell(first)
