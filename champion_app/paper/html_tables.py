"""Tables and charts in an HTML copy: headings a screen reader names with each cell, room to write in empty cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from champion_app.paper import blocks, copies
from champion_app.paper.html_marks import Spoken, classed, quoted
from champion_app.paper.style import Align, Tone
from champion_app.paper.text import one_line

Inside = Callable[[Sequence[blocks.Block], Spoken], str]
TINTS = {Tone.PLAIN: "plain", Tone.SOFT: "soft", Tone.WARM: "warm"}


def table(block: blocks.Table, spoken: Spoken, inside: Inside) -> str:
    """A table that scrolls by itself on a narrow screen. ``inside`` writes the blocks a cell holds."""
    headed = any(one_line(column.title) for column in block.columns)
    if not block.columns or not (headed or block.rows):
        return ""
    maker = _Table(block, spoken, inside)
    name = quoted(block.summary)
    region = f' role="region" aria-label="{name}"' if name else ""
    shape = classed("grid" if block.grid else "")
    head = maker.head() if headed else ""
    return f'<div class="wide" tabindex="0"{region}>\n<table{shape}>\n{head}{maker.body()}</table>\n</div>'


class _Table:
    """Writes the rows of one table."""

    def __init__(self, block: blocks.Table, spoken: Spoken, inside: Inside) -> None:
        self._block = block
        self._spoken = spoken
        self._inside = inside

    def head(self) -> str:
        """The headings; a column without one gets an empty cell, which is no header."""
        cells = []
        for column in self._block.columns:
            name = "th" if one_line(column.title) else "td"
            scope = ' scope="col"' if name == "th" else ""
            cells.append(self._spoken.holding(name, column.title, scope + _aligned(column)))
        return f"<thead>\n<tr>{''.join(cells)}</tr>\n</thead>\n"

    def body(self) -> str:
        """The rows; a row across the table begins a group and heads it."""
        groups: list[list[str]] = [[]]
        for row in self._block.rows:
            if row.section:
                groups.append([self._section(row)])
            else:
                groups[-1].append(self._row(row))
        return "".join(f"<tbody>\n{''.join(rows)}</tbody>\n" for rows in groups if rows)

    def _section(self, row: blocks.Row) -> str:
        cell = copies.section_words(row)
        name, scope = ("th", ' scope="rowgroup"') if one_line(cell.text) else ("td", "")
        head = self._spoken.holding(name, cell.text, scope + _spanning(len(self._block.columns)), cell.language)
        return f'<tr class="across">{head}</tr>\n'

    def _row(self, row: blocks.Row) -> str:
        cells = copies.filled(self._block, row)
        headed = self._block.row_heads and not copies.is_blank(cells[0][1])
        return f"<tr>{''.join(self._cell(*cell, headed and not place) for place, cell in enumerate(cells))}</tr>\n"

    def _cell(self, column: blocks.Column, cell: blocks.Cell, is_head: bool) -> str:
        inner, _ = self._spoken.within(cell.language)
        to_fill_in = self._block.grid and copies.is_blank(cell)
        tint = TINTS[cell.tone] if cell.tone is not Tone.PLAIN else ""
        more = (' scope="row"' if is_head else "") + _spanning(cell.columns)
        more += _aligned(column, "bold" if cell.bold else "", tint, "blank" if to_fill_in else "")
        tick = tick_box(cell.ticked, column.title) if cell.ticked is not None else ""
        held = self._inside(cell.blocks, inner) if cell.blocks else ""
        return self._spoken.holding("th" if is_head else "td", cell.text, more, cell.language, tick, held)


def _aligned(column: blocks.Column, *kinds: str) -> str:
    align = {Align.CENTRE: "centre", Align.END: "end"}.get(column.align, "")
    return classed(" ".join(kind for kind in (align, *kinds) if kind))


def _spanning(columns: int) -> str:
    return f' colspan="{columns}"' if columns > 1 else ""


def tick_box(ticked: bool, label: str = "") -> str:
    """A box to tick, on the screen or with a pen. Without a ``label`` it stands inside a label element."""
    named = f' aria-label="{quoted(label)}"' if one_line(label) else ""
    return f'<input type="checkbox" autocomplete="off"{named}{" checked" if ticked else ""}>'


def chart(block: blocks.Bars | blocks.Radar, spoken: Spoken, inside: Inside) -> str:
    """A chart as its title and its numbers."""
    numbers = copies.numbers_of(block)
    if numbers is None:
        return ""
    return spoken.element("p", block.title, "bold") + "\n" + table(numbers, spoken, inside)
