"""Tables: headings that come again on every page, header cells a screen reader can name, cells of any length."""

from __future__ import annotations

from dataclasses import replace

from champion_app.paper.blocks import Cell, Column, Row, Table
from champion_app.paper.pieces import Piece, Stack
from champion_app.paper.rows import Headed, SideBySide, Slot
from champion_app.paper.setting import Setting
from champion_app.paper.style import LINE, PAPER, SOFT, STRONG, Align, TextStyle, Tone
from champion_app.paper.tags import COLUMN_HEAD, ROW_HEAD, Node
from champion_app.paper.words import body_text, tick_box


def table(block: Table, setting: Setting) -> list[Piece]:
    """A table as wide as the frame."""
    if not block.columns:
        return []
    node = setting.node.add("Table", attributes=_summary(block))
    maker = _Rows(block, setting, node)
    rows = [maker.row(row) for row in block.rows]
    head = maker.head()
    if not rows and head is None:
        return []
    return [Headed(head, Stack(rows), after=10 * setting.unit)]


def _summary(block: Table) -> str:
    if not block.summary:
        return ""
    return f"/O /Table /Summary <FEFF{block.summary.encode('utf-16-be').hex().upper()}>"


class _Rows:
    """Makes the rows of one table: one place for its column widths and styles."""

    def __init__(self, block: Table, setting: Setting, node: Node) -> None:
        self._block = block
        self._setting = setting
        self._head_node = node.add("THead") if any(column.title for column in block.columns) else None
        self._node = node.add("TBody") if self._head_node is not None else node
        self._side = 5 * setting.unit
        self._padding = 4 * setting.unit
        total = sum(column.width for column in block.columns)
        self._widths = [column.width * setting.width / total for column in block.columns]
        self._edges = [sum(self._widths[:place]) for place in range(len(self._widths) + 1)]
        self._style = TextStyle(setting.scale.body, after=3 * setting.unit, leading_ratio=1.25)

    def head(self) -> SideBySide | None:
        """The heading row, or None if no column has a title."""
        if self._head_node is None:
            return None
        row = self._head_node.add("TR")
        slots = []
        for place, column in enumerate(self._block.columns):
            cell = row.add("TH", attributes=COLUMN_HEAD)
            body = self._text(column.title, cell, place, 1, replace(self._style, bold=True, align=column.align))
            slots.append(Slot(self._edges[place], self._widths[place], Stack(body), SOFT))
        return self._beside(slots)

    def row(self, row: Row) -> SideBySide:
        """One row. Missing cells at its end stay empty; cells too many are a mistake of the caller."""
        node = self._node.add("TR")
        slots = []
        place = 0
        for number, given in enumerate(row.cells):
            cell = given if isinstance(given, Cell) else Cell(given)
            span = len(self._block.columns) if row.section else cell.columns
            slots.append(
                self._slot(
                    cell,
                    node,
                    place,
                    span,
                    head=row.section or (number == 0 and self._block.row_heads),
                    section=row.section,
                )
            )
            place += span
        for empty in range(place, len(self._block.columns)):
            node.add("TD")
            slots.append(Slot(self._edges[empty], self._widths[empty], Stack([])))
        return self._beside(slots, least=row.least_height, keep_next=row.section)

    def _slot(self, cell: Cell, row: Node, place: int, span: int, *, head: bool, section: bool) -> Slot:
        end = min(place + span, len(self._widths))
        attributes = ROW_HEAD if head else ""
        if section:
            attributes = COLUMN_HEAD
        if span > 1:
            attributes = f"{attributes or '/O /Table'} /ColSpan {end - place}"
        node = row.add("TH" if head else "TD", attributes=attributes, language=cell.language)
        column = self._block.columns[place] if place < len(self._block.columns) else Column("", 1)
        bold = cell.bold or section
        style = replace(self._style, bold=bold, align=Align.START if section else column.align)
        tone = Tone.SOFT if section and cell.tone is Tone.PLAIN else cell.tone
        fill = tone.value if tone is not Tone.PLAIN else PAPER
        return Slot(
            self._edges[place], self._edges[end] - self._edges[place], self._body(cell, node, place, end, style), fill
        )

    def _body(self, cell: Cell, node: Node, place: int, end: int, style: TextStyle) -> Stack:
        pieces: list[Piece] = []
        if cell.ticked is not None:
            pieces.append(tick_box(node.add("Span"), style.size, ticked=cell.ticked, leading=style.leading))
        if cell.text:
            mixed = cell.ticked is not None or bool(cell.blocks)
            pieces += self._text(cell.text, node.add("P") if mixed else node, place, end - place, style, cell.language)
        if cell.blocks:
            inside = self._setting.narrowed(self._inner_width(place, end), node)
            pieces += inside.pieces(cell.blocks)
        return Stack(pieces)

    def _text(self, text: str, node: Node, place: int, span: int, style: TextStyle, language: str = "") -> list[Piece]:
        inside = self._setting.narrowed(self._inner_width(place, place + span), node)
        return body_text(text, inside, style, language)

    def _inner_width(self, place: int, end: int) -> float:
        return self._edges[end] - self._edges[place] - 2 * self._side

    def _beside(self, slots: list[Slot], *, least: float = 0, keep_next: bool = False) -> SideBySide:
        return SideBySide(
            slots,
            padding=self._padding,
            side=self._side,
            line=STRONG if self._block.grid else LINE,
            grid=self._block.grid,
            least=least,
            keep_next=keep_next,
        )
