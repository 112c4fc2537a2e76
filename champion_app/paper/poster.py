"""The poster for a wall or a door: a few large words, and who to ask for. Readable at two metres, always one sheet."""

from __future__ import annotations

from dataclasses import fields, replace

from champion_app.domain.leaflets import BlockKind, ChampionOnPaper, LeafletPaper, Size
from champion_app.paper import blocks
from champion_app.paper.page import Printed, build
from champion_app.paper.style import A3, A4, MILLIMETRE, POSTER_A3, POSTER_A4, Scale, Tone

# Tried in turn until the words fit on one sheet. Main words are 48 points on A3 as long as they fit.
_SHRINK = tuple(percent / 100 for percent in range(100, 36, -4))


def printed(paper: LeafletPaper) -> Printed:
    """The poster on one sheet: words that are too many are set smaller, never cut."""
    made = build(document(paper, _SHRINK[0]))
    for share in _SHRINK[1:]:
        if made.page_count == 1:
            break
        made = build(document(paper, share))
    return made


def document(paper: LeafletPaper, share: float = 1.0) -> blocks.Document:
    """A4 with main words at 34 points, or A3 at 48, times ``share``."""
    large = paper.size is Size.A3
    body: list[blocks.Block] = []
    for block in paper.blocks:
        if block.kind is BlockKind.CHAMPION:
            body += [_ask_for(block.text, paper.champion)] if paper.champion.known else []
        elif block.kind is BlockKind.LEAD:
            body.append(blocks.Words(block.text, blocks.Role.LARGE, bold=True))
        elif body and isinstance(last := body[-1], blocks.Words) and last.role is blocks.Role.BODY:
            body[-1] = replace(last, text=f"{last.text}\n{block.text}")
        else:
            body.append(blocks.Words(block.text))
    return blocks.Document(
        title=paper.title,
        blocks=(*body, blocks.Words(paper.imprint, blocks.Role.SMALL)),
        language="en-GB" if paper.language == "en" else paper.language,
        sheet=replace(A3 if large else A4, margin=15 * MILLIMETRE),
        scale=_times(POSTER_A3 if large else POSTER_A4, share),
        page_words="",
        subject=f"Poster, edition {paper.edition}",
    )


def _ask_for(words: str, champion: ChampionOnPaper) -> blocks.Box:
    """Name, role, room and times; a number or an address only where there is no room to come to."""
    place = [champion.where_found, champion.when_found]
    first = ", ".join(part for part in (champion.role, champion.where_found) if part)
    lines = [first, *(place[1:] if any(place) else (champion.phone, champion.email))]
    return blocks.Box(
        (
            blocks.Words(f"{words} {champion.name or champion.service}".strip(), blocks.Role.LARGE, bold=True),
            blocks.Words("\n".join(line for line in lines if line)),
        ),
        Tone.SOFT,
    )


def _times(scale: Scale, share: float) -> Scale:
    sizes = {item.name: getattr(scale, item.name) * share for item in fields(scale) if item.name != "name"}
    return replace(scale, **sizes)
