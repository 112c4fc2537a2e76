"""The poster for a wall or a door: a few large words, and who to ask for. Readable at two metres, always one sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from champion_app.domain.languages import BRITISH_ENGLISH
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import BlockKind, Size
from champion_app.paper import blocks
from champion_app.paper.leaflet_parts import imprint, language_of, logo_of, made_of
from champion_app.paper.one_sheet import on_one_sheet, sized
from champion_app.paper.page import Printed
from champion_app.paper.style import A3, A4, A5, MILLIMETRE, POSTER_A3, POSTER_A4, POSTER_A5, Tone

# Sheet, margin in millimetres, type, and the least size of the main words while anything else can still be smaller.
_SIZES = {Size.A3: (A3, 18, POSTER_A3, 48), Size.A4: (A4, 15, POSTER_A4, 34), Size.A5: (A5, 11, POSTER_A5, 12)}
_LEAST_SHARE = 0.6  # of the other words
_LEAST_TOLD = 0.7  # where to come and when, beside what is said
_ALL_LARGE = 0.8  # down to this share where to come and when are as large as what is said


def printed(paper: LeafletPaper) -> Printed:
    """The poster on one sheet, its letters as large as the sheet holds."""
    return on_one_sheet(lambda share: document(paper, share))


def document(paper: LeafletPaper, share: float = 1.0) -> blocks.Document:
    """A4 with main words at 38 points, A3 at 54, A5 at 27, times ``share``.

    The main words of A3 are never under 48 points, to be read at two metres, unless there are too many of them.
    """
    body: list[blocks.Block] = []
    for block in paper.blocks:
        if block.kind is BlockKind.CHAMPION:
            role = blocks.Role.LARGE if share >= _ALL_LARGE else blocks.Role.BODY
            body += [_ask_for(block.text, paper, role)] if paper.champion.known else []
            continue
        for made in made_of(block, paper):
            last = body[-1] if body else None
            if not _plain(made):
                body.append(made)
            elif isinstance(last, blocks.Words) and not last.bold:
                body[-1] = replace(last, text=f"{last.text}\n{made.text}")
            else:
                body.append(replace(made, role=blocks.Role.LARGE))
    sheet, margin, letters, least = _SIZES.get(paper.size, _SIZES[Size.A4])
    scale = sized(letters, share, large_print=paper.large_print)
    main = least * min(1.0, share / _LEAST_SHARE)
    body_size = max(scale.body, main * _LEAST_TOLD)
    scale = replace(scale, large=max(scale.large, main), title=max(scale.title, main), body=body_size)
    return blocks.Document(
        title=paper.title,
        blocks=(*body, imprint(paper)),
        language=language_of(paper),
        sheet=replace(sheet, margin=margin * MILLIMETRE),
        scale=scale,
        page_words="",
        subject=f"Poster, edition {paper.edition}",
        logo=logo_of(paper),
        cover=0.15,
        logo_below=True,
        fills=True,
    )


def _plain(block: blocks.Block) -> TypeGuard[blocks.Words]:
    """Whether it is a line of the poster, to be set large."""
    return isinstance(block, blocks.Words) and block.role is blocks.Role.BODY and not block.bold


def _ask_for(words: str, paper: LeafletPaper, role: blocks.Role) -> blocks.Box:
    """Name, role, room and times; a number or an address only where there is no room to come to."""
    champion = paper.champion
    place = (champion.where_found, champion.when_found)
    lines = (champion.role, *(place if any(place) else (champion.phone, champion.email)))
    name = champion.name or champion.service
    asked = blocks.Words(f"{words} {name}".strip(), blocks.Role.LARGE, bold=True)
    told = "\n".join(line for line in lines if line)
    return blocks.Box((asked, blocks.Words(told, role, language=BRITISH_ENGLISH)), Tone.SOFT)
