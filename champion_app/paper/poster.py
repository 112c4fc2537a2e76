"""The poster for a wall or a door: a few large words, and who to ask for. Readable at two metres."""

from __future__ import annotations

from champion_app.domain.leaflets import BlockKind, LeafletPaper, Size
from champion_app.paper import blocks
from champion_app.paper.leaflet import champion_box
from champion_app.paper.style import A3, A4, POSTER_A3, POSTER_A4


def document(paper: LeafletPaper) -> blocks.Document:
    """One sheet, A4 or A3; main words at 34 points or 48."""
    large = paper.size is Size.A3
    body: list[blocks.Block] = []
    for block in paper.blocks:
        if block.kind is BlockKind.CHAMPION:
            body.append(champion_box(paper, block.text))
        elif block.kind is BlockKind.LEAD:
            body.append(blocks.Words(block.text, blocks.Role.LARGE, bold=True))
        else:
            body.append(blocks.Words(block.text))
    return blocks.Document(
        title=paper.title,
        blocks=tuple(body),
        language="en-GB" if paper.language == "en" else paper.language,
        sheet=A3 if large else A4,
        scale=POSTER_A3 if large else POSTER_A4,
        page_words="",
        subject=f"Poster, edition {paper.edition}",
    )
