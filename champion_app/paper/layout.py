"""Which function lays out which block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from champion_app.paper import blocks, cards, charts, tables, words
from champion_app.paper.pieces import Piece
from champion_app.paper.setting import Setting

_MAKERS: dict[type, Callable[[Any, Setting], list[Piece]]] = {
    blocks.Heading: words.heading,
    blocks.Words: words.words,
    blocks.Bullets: words.bullets,
    blocks.Steps: words.steps,
    blocks.Ticks: words.ticks,
    blocks.Together: words.together,
    blocks.Gap: words.gap,
    blocks.PageBreak: words.page_break,
    blocks.Contents: words.contents,
    blocks.Contact: cards.contact,
    blocks.Contacts: cards.contacts,
    blocks.Box: cards.box,
    blocks.QrCode: cards.qr_code,
    blocks.Picture: cards.picture,
    blocks.Signatures: cards.signatures,
    blocks.Table: tables.table,
    blocks.Bars: charts.bars,
    blocks.Radar: charts.radar,
}


def lay_out(block: blocks.Block, setting: Setting) -> list[Piece]:
    """The pieces of one block."""
    return _MAKERS[type(block)](block, setting)
