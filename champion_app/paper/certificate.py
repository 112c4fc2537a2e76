"""The charter for a wall: what a service promises, and who signs it. Always one sheet, A4 or A3, standing upright."""

from __future__ import annotations

from dataclasses import replace

from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, Size
from champion_app.paper import blocks
from champion_app.paper.leaflet_parts import imprint, language_of, logo_of, made_of
from champion_app.paper.one_sheet import on_one_sheet, sized
from champion_app.paper.page import Printed
from champion_app.paper.style import A3, A4, CERTIFICATE_A3, CERTIFICATE_A4, Align


def printed(paper: LeafletPaper) -> Printed:
    """The charter on one sheet, its letters as large as the sheet holds."""
    return on_one_sheet(lambda share: document(paper, share))


def document(paper: LeafletPaper, share: float = 1.0) -> blocks.Document:
    """A4 with promises at 17 points or A3 at 24, times ``share``; title and opening words in the middle."""
    large = paper.size is Size.A3
    return blocks.Document(
        title=paper.title,
        subtitle=paper.subtitle,
        blocks=(*(made for block in paper.blocks for made in _made(block, paper)), imprint(paper, Align.CENTRE)),
        language=language_of(paper),
        sheet=A3 if large else A4,
        scale=sized(CERTIFICATE_A3 if large else CERTIFICATE_A4, share, large_print=paper.large_print),
        band=paper.footer,
        page_words="",
        logo=logo_of(paper),
        centred=True,
        subject=f"Charter, edition {paper.edition}",
        cover=0.24,
        fills=True,
    )


def _made(block: Block, paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    made = made_of(block, paper)
    if block.kind is BlockKind.LEAD:
        return tuple(replace(one, align=Align.CENTRE) if isinstance(one, blocks.Words) else one for one in made)
    if block.kind is BlockKind.SIGNATURES:
        return (blocks.Signatures(block.items, columns=min(3, len(block.items))),)
    return made
