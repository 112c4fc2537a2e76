"""Tables: headings that come again on every page, header cells a screen reader can name, cells of any length."""

from __future__ import annotations

from dataclasses import replace

from champion_app.paper.blocks import Cell, Row, Table
from champion_app.paper.pieces import Piece, Stack
from champion_app.paper.rows import Headed, SideBySide, Slot
from champion_app.paper.setting import Setting
from champion_app.paper.style import LINE, PAPER, SOFT, STRONG, Align, TextStyle, Tone
from champion_app.paper.tags import COLUMN_HEAD, ROW_HEAD, Node, text_string
from champion_app.paper.text import one_line
from champion_app.paper.words import body_text, tick_box


def table(block: Table, setting: Setting) -> list[Piece]:
    """A table as wide as the frame. Raises ValueError if a row has more cells than there are columns."""
    if not block.columns:
        return []
    summary = f"/O /Table /Summary {text_string(one_line(block.summary))}" if block.summary else ""
    maker = _Rows(block, setting, setting.node.add("Table", attributes=summary))
    head = maker.head()
    rows = [maker.row(row) for row in block.rows]
    if head is not None and head.height > setting.room * _MOST_HEAD:
        rows.insert(0, head)
        head = None
    if not rows and head is None:
        return []
    return [Headed(head, Stack(rows), before=4 * setting.unit, after=10 * setting.unit)]


_MOST_HEAD = 0.4  # share of a page; headings taller than this do not come again
_HEAD_ROOM = 90  # what a table's headings may take of the height a picture in a cell can have


class _Rows:
    """Makes the rows of one table: one place for its column widths and styles."""

    def __init__(self, block: Table, setting: Setting, node: Node) -> None:
        self._block = block
        self._setting = setting
        headed = any(column.title for column in block.columns)
        self._head_node = node.add("THead") if headed else None
        self._node = node.add("TBody") if headed else node
        self._side = 5 * setting.unit
        self._padding = 4 * setting.unit
        total = sum(column.width for column in block.columns)
        widths = [column.width * setting.width / total for column in block.columns]
        self._edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
        self._style = TextStyle(setting.scale.body, after=3 * setting.unit, leading_ratio=1.25)
        self._head_style = replace(self._style, bold=True)

    def head(self) -> SideBySide | None:
        """The heading row, or None if no column has a title."""
        if self._head_node is None:
            return None
        row = self._head_node.add("TR")
        slots = []
        for place, column in enumerate(self._block.columns):
            cell = row.add("TH", attributes=COLUMN_HEAD)
            style = replace(self._head_style, align=column.align)
            text = body_text(column.title, self._inside(place, place + 1, cell), style)
            slots.append(self._slot(place, place + 1, text, SOFT))
        return self._beside(slots)

    def row(self, row: Row) -> SideBySide:
        """One row. Cells missing at its end stay empty."""
        node = self._node.add("TR")
        if row.section:
            return self._section(row, node)
        slots = []
        place = 0
        for given in row.cells:
            cell = given if isinstance(given, Cell) else Cell(given)
            slots.append(self._cell(cell, node, place))
            place += cell.columns
        for empty in range(place, len(self._block.columns)):
            node.add("TD")
            slots.append(self._slot(empty, empty + 1, [], PAPER))
        return self._beside(slots, least=row.least_height)

    def _section(self, row: Row, node: Node) -> SideBySide:
        """A heading across the table: the words of the first cell."""
        first = row.cells[0] if row.cells else ""
        cell = first if isinstance(first, Cell) else Cell(first)
        end = len(self._block.columns)
        span = f" /ColSpan {end}" if end > 1 else ""
        head = node.add("TH", attributes=COLUMN_HEAD + span, language=cell.language)
        text = body_text(cell.text, self._inside(0, end, head), self._head_style, cell.language)
        fill = SOFT if cell.tone is Tone.PLAIN else cell.tone.value
        return self._beside([self._slot(0, end, text, fill)], keep_next=True)

    def _cell(self, cell: Cell, row: Node, place: int) -> Slot:
        end = place + cell.columns
        if end > len(self._block.columns):
            raise ValueError("a row has more cells than its table has columns")
        head = place == 0 and self._block.row_heads
        attributes = ROW_HEAD if head else ""
        if cell.columns > 1:
            attributes = f"{attributes or '/O /Table'} /ColSpan {cell.columns}"
        node = row.add("TH" if head else "TD", attributes=attributes, language=cell.language)
        return self._slot(place, end, self._pieces(cell, node, place, end), cell.tone.value)

    def _pieces(self, cell: Cell, node: Node, place: int, end: int) -> list[Piece]:
        align = self._block.columns[place].align
        style = (
            replace(self._style, bold=cell.bold, align=align) if cell.bold or align is not Align.START else self._style
        )
        inside = self._inside(place, end, node)
        pieces: list[Piece] = []
        if cell.ticked is not None:
            box = node.add("Span")
            pieces.append(tick_box(box, style, ticked=cell.ticked, width=inside.width))
        if cell.text:
            alone = cell.ticked is None and not cell.blocks
            inner = inside if alone else inside.narrowed(inside.width, node.add("P"))
            pieces += body_text(cell.text, inner, style, cell.language)
        lower = inside.narrowed(inside.width, node, shorter=_HEAD_ROOM * self._setting.unit)
        return [*pieces, *lower.pieces(cell.blocks)]

    def _inside(self, place: int, end: int, node: Node) -> Setting:
        return self._setting.narrowed(self._edges[end] - self._edges[place] - 2 * self._side, node)

    def _slot(self, place: int, end: int, pieces: list[Piece], fill: str) -> Slot:
        """A slot over some columns. In a document that runs right to left the first column stands at the right."""
        left, right = self._edges[place], self._edges[end]
        if self._setting.mirrored:
            left, right = self._setting.width - right, self._setting.width - left
        return Slot(left, right - left, Stack(pieces), fill)

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
