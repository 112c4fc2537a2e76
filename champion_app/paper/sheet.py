"""One of our own sheets on paper: A4, tick boxes and tables to fill in with a pen."""

from __future__ import annotations

from champion_app.domain.sheets import Sheet, SheetBlock, SheetBlockKind
from champion_app.paper import blocks
from champion_app.paper.style import A4, MILLIMETRE, Tone

_ROOM_TO_WRITE = 9 * MILLIMETRE  # the height of a row somebody writes in


def document(sheet: Sheet, service: str) -> blocks.Document:
    """The sheet as it is printed; the service's name stands at the foot of each page."""
    body = tuple(made for block in sheet.blocks for made in _blocks(block))
    return blocks.Document(
        title=sheet.title,
        subtitle=sheet.audience,
        blocks=(blocks.Words(sheet.why), *_led(body), blocks.Words(sheet.imprint, blocks.Role.SMALL)),
        sheet=A4.turned if sheet.landscape else A4,
        band=sheet.criteria_words,
        footer=service,
        subject=f"Sheet, edition {sheet.edition}",
    )


def _led(body: tuple[blocks.Block, ...]) -> tuple[blocks.Block, ...]:
    """A list or steps on the page of their heading, all of them if they fit on one: they are read while doing."""
    found: list[blocks.Block] = []
    for block in body:
        titled = bool(found) and isinstance(found[-1], blocks.Heading)
        if titled and isinstance(block, blocks.Bullets | blocks.Steps | blocks.Ticks):
            block = blocks.Together((found.pop(), block))
        found.append(block)
    return tuple(found)


def _blocks(block: SheetBlock) -> tuple[blocks.Block, ...]:
    match block.kind:
        case SheetBlockKind.HEADING:
            heading = blocks.Heading(block.text)
            return (blocks.PageBreak(), heading) if block.new_side else (heading,)
        case SheetBlockKind.TEXT:
            return (blocks.Words(block.text),)
        case SheetBlockKind.NOTE:
            return (blocks.Box((blocks.Words(block.text),), Tone.WARM),)
        case SheetBlockKind.SAY:
            return (blocks.Box((blocks.Words(block.text),), Tone.SOFT),)
        case SheetBlockKind.LIST:
            return (blocks.Bullets(block.items),)
        case SheetBlockKind.STEPS:
            return (blocks.Steps(block.items),)
        case SheetBlockKind.CHECKS:
            return (blocks.Ticks(block.items),)
        case SheetBlockKind.TABLE:
            return (_table(block),)
        case SheetBlockKind.LINES:
            return (_lines(block),)


def _table(block: SheetBlock) -> blocks.Table:
    """Filled rows first, then rows to fill in. The first cell of a filled row is its header."""
    widths = block.widths or (1.0,) * len(block.columns)
    columns = tuple(blocks.Column(words, width) for words, width in zip(block.columns, widths, strict=True))
    rows = tuple(blocks.Row(row, least_height=_ROOM_TO_WRITE if "" in row else 0) for row in block.rows)
    empty = blocks.Row(("",) * len(columns), least_height=_ROOM_TO_WRITE)
    return blocks.Table(
        columns, rows + (empty,) * block.empty_rows, row_heads=bool(block.rows), grid=True, summary=block.text
    )


def _lines(block: SheetBlock) -> blocks.Table:
    """A label with empty lines under it."""
    line = blocks.Row(("",), least_height=_ROOM_TO_WRITE)
    return blocks.Table((blocks.Column(block.text, 1),), (line,) * block.lines, row_heads=False, grid=True)
