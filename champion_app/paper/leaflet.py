"""The family leaflet: folded A5 or flat A4, standard or large print, with a cover that can be discreet."""

from __future__ import annotations

from champion_app.domain.leaflets import Block, BlockKind, ContactOnPaper, LeafletPaper, Size
from champion_app.paper import blocks
from champion_app.paper.style import A4, A5, LARGE_PRINT, STANDARD, Tone

_TAGS = {"en": "en-GB", "cy": "cy-GB"}


def document(paper: LeafletPaper) -> blocks.Document:
    """The leaflet in reading order. Folded and discreet, the outside pages say nothing about prison.

    Its edition is the last line. Folded in standard print it is at the foot instead: a line more would be a sheet more.
    """
    folded = paper.size is Size.FOLDED_A5
    apart = folded and paper.discreet
    body = [
        made
        for block in paper.blocks
        if block.kind is not BlockKind.CHAMPION or (paper.champion.known and not apart)
        for made in _blocks(block, paper)
    ]
    if apart:
        body = _inside(paper, body)
    at_foot = folded and not paper.large_print
    last_line = () if at_foot else (blocks.Words(paper.imprint, blocks.Role.SMALL),)
    return blocks.Document(
        title=paper.title,
        subtitle=paper.subtitle,
        blocks=(*_steps_together(body), *last_line),
        language=_TAGS.get(paper.language, paper.language),
        sheet=A5 if folded else A4,
        scale=LARGE_PRINT if paper.large_print else STANDARD,
        footer=paper.short_imprint if at_foot else paper.footer,
        subject=f"Leaflet, edition {paper.edition}",
    )


def contact_card(contact: ContactOnPaper, *, dated: bool) -> blocks.Contact:
    """A contact as a card; its number is already left off when nobody has checked it. ``dated`` says when it was."""
    checked = f"Checked in {contact.checked}" if dated and contact.number else ""
    return blocks.Contact(
        name=contact.name,
        number=contact.number,
        about=" ".join(part for part in (_first_sentence(contact.about), contact.hours) if part),
        web=contact.website,
        checked="Number not checked: look it up" if contact.unchecked else checked,
    )


def champion_box(paper: LeafletPaper, words: str) -> blocks.Box:
    """Who the champion is, where and when to find them."""
    champion = paper.champion
    where = ", ".join(part for part in (champion.where_found, champion.when_found) if part)
    reach = ", ".join(part for part in (champion.phone, champion.email) if part)
    lines = [blocks.Words(words)]
    if asked := champion.name or champion.service:
        lines.append(blocks.Words(asked, blocks.Role.LARGE, bold=True))
    who = ", ".join(part for part in (champion.role, champion.service if champion.name else "") if part)
    lines.append(blocks.Words("\n".join(part for part in (who, where, reach) if part)))
    return blocks.Box(tuple(lines), Tone.SOFT)


def _first_sentence(about: str) -> str:
    """Enough for a card: what it is, not all it does."""
    sentence, stop, _ = about.partition(". ")
    return sentence + stop.strip()


def _inside(paper: LeafletPaper, body: list[blocks.Block]) -> list[blocks.Block]:
    """Puts everything between a cover and a back page that name the champion, the edition and nothing else."""
    first = next((place for place, block in enumerate(body) if isinstance(block, blocks.Heading)), 0)
    words = next((block.text for block in paper.blocks if block.kind is BlockKind.CHAMPION), "")
    box = (champion_box(paper, words),) if paper.champion.known else ()
    return [*body[:first], blocks.PageBreak(), *body[first:], blocks.PageBreak(), *box]


def _steps_together(body: list[blocks.Block]) -> list[blocks.Block]:
    """Steps on the page of their heading, all of them if they fit on one: they are read while doing something."""
    found: list[blocks.Block] = []
    for block in body:
        if isinstance(block, blocks.Steps):
            titled = bool(found) and isinstance(found[-1], blocks.Heading)
            block = blocks.Together((found.pop(), block) if titled else (block,))
        found.append(block)
    return found


def _blocks(block: Block, paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    if block.kind is BlockKind.CONTACTS:
        return _contacts(block.text, paper.contacts)
    return (_block(block, paper),)


def _contacts(words: str, contacts: tuple[ContactOnPaper, ...]) -> tuple[blocks.Block, ...]:
    """Cards, the first kept with the words before it. Numbers checked in one month say so once, above them all."""
    months = {contact.checked for contact in contacts if contact.number}
    once = f" Numbers checked in {next(iter(months))}." if len(months) == 1 else ""
    cards = tuple(contact_card(contact, dated=len(months) > 1) for contact in contacts)
    return (blocks.Together((blocks.Words(words + once), *cards[:1])), *cards[1:])


def _block(block: Block, paper: LeafletPaper) -> blocks.Block:
    match block.kind:
        case BlockKind.HEADING:
            return blocks.Heading(block.text)
        case BlockKind.LIST:
            return blocks.Bullets(block.items)
        case BlockKind.STEPS:
            return blocks.Steps(block.items)
        case BlockKind.NOTE:
            return blocks.Box((blocks.Words(block.text),), Tone.WARM)
        case BlockKind.CHAMPION:
            return champion_box(paper, block.text)
        case _:
            return blocks.Words(block.text)
