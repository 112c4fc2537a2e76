"""A document of ours as plain data for the bare canvas: every word with its size, colour and place in the order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from champion_app.paper import blocks, fonts
from champion_app.paper.page import Printed
from champion_app.paper.style import ACCENT, LINE, MUTED, SOFT, TEXT, Scale
from champion_app.paper.text import one_line

Plain = dict[str, Any]


def plain(document: blocks.Document, printed: Printed) -> Plain:
    """What ``bare_canvas.draw`` needs to draw the same. ``printed`` tells it how many pages there will be."""
    sheet, scale = document.sheet, document.scale
    small = 1.2 * scale.small
    title = _paragraph(document.title, scale.title, bold=True, ratio=1.2, after=8)
    opening = [title]
    if document.subtitle:
        opening.append(_paragraph(document.subtitle, scale.large, colour=MUTED, after=8))
    tables = [block for block in document.blocks if isinstance(block, blocks.Table)]
    return {
        "fonts": [str(fonts.font_file(fonts.LATIN, bold)) for bold in (False, True)],
        "title": one_line(document.title),
        "width": sheet.width,
        "height": sheet.height,
        "margin": sheet.margin,
        "band": scale.band,
        "accent": ACCENT,
        "first_top": sheet.height - scale.band - max(14, sheet.margin * 0.4),
        "bottom": max(sheet.margin, 14 + small + 14),
        "foot": {"words": document.footer, "size": scale.small, "colour": MUTED, "pages": printed.page_count},
        "groups": [_open(opening), *(group for block in document.blocks for group in _groups(block, scale))],
        "table": _table(tables[0], scale) if tables else None,
    }


def _groups(block: blocks.Block, scale: Scale) -> Iterator[Plain]:
    match block:
        case blocks.Together():
            for inner in block.blocks:
                yield from _groups(inner, scale)
        case blocks.Box():
            inside = [paragraph for inner in block.blocks for paragraph in _paragraphs(inner, scale)]
            yield {"fill": block.tone.value, "padding": 12, "paragraphs": inside}
        case blocks.Contact():
            yield {"fill": LINE, "padding": 10, "paragraphs": list(_contact(block, scale))}
        case blocks.Contacts():
            for card in block.cards:
                yield {"fill": LINE, "padding": 10, "paragraphs": list(_contact(card, scale))}
        case blocks.PageBreak():
            yield {"break": True}
        case blocks.Gap():
            return
        case blocks.Table():
            return
        case _:
            yield _open(list(_paragraphs(block, scale)))


def _open(paragraphs: list[Plain]) -> Plain:
    return {"fill": "", "padding": 0, "paragraphs": paragraphs}


def _paragraphs(block: blocks.Block, scale: Scale) -> Iterator[Plain]:
    match block:
        case blocks.Heading():
            yield _paragraph(block.words, scale.section, bold=True, colour=ACCENT, ratio=1.2, before=16, after=5)
        case blocks.Words():
            size = scale.large if block.role is blocks.Role.LARGE else scale.body
            yield _paragraph(block.text, size, bold=block.bold, after=0.5 * size)
        case blocks.Bullets():
            for item in block.items:
                yield _paragraph(item, scale.body, label="•", indent=1.15 * scale.body, after=0.25 * scale.body)
        case blocks.QrCode():
            yield _paragraph(block.words or block.address, scale.body)
        case blocks.Steps():
            for number, item in enumerate(block.items, start=block.start):
                yield _paragraph(item, scale.body, label=f"{number}.", indent=1.8 * scale.body, after=0.25 * scale.body)
        case _:
            raise TypeError(f"the floor cannot draw {type(block).__name__} yet: teach it")


def _contact(card: blocks.Contact, scale: Scale) -> Iterator[Plain]:
    yield _paragraph(card.name, scale.body, bold=True, after=1.5)
    if card.number:
        yield _paragraph(card.number, scale.number, bold=True, colour=ACCENT, ratio=1.25, after=2)
    for words in (card.about, card.hours, card.web, card.email):
        if words:
            yield _paragraph(words, scale.body, after=1.5)
    if card.checked:
        yield _paragraph(card.checked, scale.small, colour=MUTED)


def _paragraph(
    words: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = TEXT,
    ratio: float = 1.38,
    before: float = 0,
    after: float = 0,
    label: str = "",
    indent: float = 0,
) -> Plain:
    return {
        "words": words,
        "size": size,
        "bold": bold,
        "colour": colour,
        "leading": size * ratio,
        "before": before,
        "after": after,
        "label": label,
        "indent": indent,
    }


def _table(table: blocks.Table, scale: Scale) -> Plain:
    return {
        "widths": [column.width for column in table.columns],
        "head": [column.title for column in table.columns],
        "rows": [
            {"section": row.section, "cells": [cell if isinstance(cell, str) else cell.text for cell in row.cells]}
            for row in table.rows
        ],
        "size": scale.body,
        "leading": scale.body * 1.25,
        "side": 5,
        "padding": 4,
        "after": 3,
        "fill": SOFT,
        "colour": TEXT,
    }
