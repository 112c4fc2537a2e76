"""What each block of a leaflet becomes on paper: its words as they are, and what the program fills in around them.

Contacts, the champion, prisons and our service are kept in English: beside words of another language they say so.
"""

from __future__ import annotations

from dataclasses import replace

from champion_app.domain.languages import BRITISH_ENGLISH, language_name, language_tag
from champion_app.domain.leaflet_paper import ContactOnPaper, LeafletPaper, PrisonOnPaper
from champion_app.domain.leaflets import Block, BlockKind, Size
from champion_app.domain.paper_words import ENGLISH
from champion_app.domain.prisons import VISIT_FACTS
from champion_app.paper import blocks
from champion_app.paper.style import Align, Tone

_MANY_CONTACTS = 3  # on a flyer
_PEN_ROW = 27  # points from line to line where somebody writes: nine and a half millimetres


def language_of(paper: LeafletPaper) -> str:
    """The language tag of a leaflet's own words."""
    return language_tag(paper.language)


def phrase_language(paper: LeafletPaper, phrase: str) -> str:
    """The language of something the program says: English where it has no words in the leaflet's own."""
    same = getattr(paper.words, phrase) == getattr(ENGLISH, phrase)
    return BRITISH_ENGLISH if same else language_of(paper)


def imprint(paper: LeafletPaper, align: Align = Align.START) -> blocks.Words:
    """The last line, small."""
    return blocks.Words(paper.imprint, blocks.Role.SMALL, align=align, language=phrase_language(paper, "edition"))


def logo_of(paper: LeafletPaper) -> blocks.Picture | None:
    """Our logo, called after our service."""
    return blocks.Picture(paper.logo, paper.footer or "Logo") if paper.logo else None


def made_of(block: Block, paper: LeafletPaper, *, columns: int = 1, whole: bool = True) -> tuple[blocks.Block, ...]:
    """One block as the blocks it is printed as; none where the program has nothing to fill in.

    ``columns`` is how many cards stand side by side. A prison's facts stay on one page if they are to be ``whole``.
    """
    match block.kind:
        case BlockKind.CONTACTS:
            return contacts(block.text, paper, columns)
        case BlockKind.CHAMPION:
            return (champion_box(paper, block.text),) if paper.champion.known else ()
        case BlockKind.PRISON:
            boxed = (prison_box(paper.prison, paper, block.text),) if paper.prison is not None else ()
            return (blocks.Together(boxed),) if boxed and whole else boxed
        case BlockKind.SAFEGUARDING:
            return (safeguarding_box(paper, block.text, columns),)
        case BlockKind.CARRIED:
            return carried(block.text, paper)
        case BlockKind.QR:
            return (qr_code(paper, block.text),) if paper.qr else ()
        case BlockKind.LINES:
            return lines_to_fill_in(block, paper)
    return _words(block)


def _words(block: Block) -> tuple[blocks.Block, ...]:
    """Blocks that say their own words and nothing else."""
    match block.kind:
        case BlockKind.HEADING:
            return (blocks.Heading(block.text),)
        case BlockKind.LIST:
            return (blocks.Bullets(block.items),)
        case BlockKind.STEPS:
            return (blocks.Steps(block.items),)
        case BlockKind.TICKS:
            return (blocks.Ticks(block.items),)
        case BlockKind.SIGNATURES:
            return (blocks.Signatures(block.items),)
        case BlockKind.NOTE:
            return (blocks.Box((blocks.Words(block.text),), Tone.WARM),)
        case BlockKind.LEAD:
            return (blocks.Words(block.text, blocks.Role.LARGE, bold=True),)
    return (blocks.Words(block.text),)


def contacts(words: str, paper: LeafletPaper, columns: int = 1) -> tuple[blocks.Block, ...]:
    """Cards, the first kept with the words before it. Numbers checked in one month say so once, above them all.

    On a sheet that says who to tell at once there is no time to read, and on a flyer with many contacts no room: a card
    is a name, a number and a web address there.
    """
    brief = any(block.kind is BlockKind.SAFEGUARDING for block in paper.blocks)
    brief = brief or (paper.size is Size.A5 and len(paper.contacts) > _MANY_CONTACTS)
    months = {contact.checked for contact in paper.contacts if contact.number}
    opening = _checked_once(words, paper, next(iter(months))) if len(months) == 1 else [blocks.Words(words)]
    cards = tuple(contact_card(contact, paper, dated=len(months) > 1) for contact in paper.contacts)
    if brief:
        cards, columns = tuple(replace(card, about="") for card in cards), min(3, columns + 1) if columns > 1 else 1
    # A card that would stand alone in its row is as wide as the page.
    rows = [cards[place : place + columns] for place in range(0, len(cards), columns)]
    laid = [blocks.Contacts(row, len(row)) for row in rows]
    return (blocks.Together((*opening, *laid[:1])), *laid[1:])


def _checked_once(words: str, paper: LeafletPaper, month: str) -> list[blocks.Block]:
    checked = paper.words.numbers_checked.format(month=month)
    if phrase_language(paper, "numbers_checked") == language_of(paper):
        return [blocks.Words(f"{words} {checked}".strip())]
    return [blocks.Words(words), blocks.Words(checked, language=BRITISH_ENGLISH)]


def contact_card(contact: ContactOnPaper, paper: LeafletPaper, *, dated: bool) -> blocks.Contact:
    """A contact as a card; its number is already left off when nobody has checked it. ``dated`` says when it was."""
    phrase = "number_not_checked" if contact.unchecked else "checked_in"
    said = contact.unchecked or (dated and bool(contact.number))
    return blocks.Contact(
        name=contact.name,
        number=contact.number,
        about=" ".join(part for part in (_first_sentence(contact.about), contact.hours) if part),
        web=contact.website,
        checked=getattr(paper.words, phrase).format(month=contact.checked) if said else "",
        language=BRITISH_ENGLISH,
        checked_language=phrase_language(paper, phrase) if said else "",
    )


def _first_sentence(about: str) -> str:
    """Enough for a card: what it is, not all it does."""
    sentence, stop, _ = about.partition(". ")
    return sentence + stop.strip()


def champion_box(paper: LeafletPaper, words: str) -> blocks.Box:
    """Who the champion is, where and when to find them."""
    champion = paper.champion
    where = ", ".join(part for part in (champion.where_found, champion.when_found) if part)
    reach = ", ".join(part for part in (champion.phone, champion.email) if part)
    lines = [blocks.Words(words)]
    if asked := champion.name or champion.service:
        lines.append(blocks.Words(asked, blocks.Role.LARGE, bold=True, language=BRITISH_ENGLISH))
    who = ", ".join(part for part in (champion.role, champion.service if champion.name else "") if part)
    told = "\n".join(part for part in (who, where, reach) if part)
    lines.append(blocks.Words(told, language=BRITISH_ENGLISH))
    return blocks.Box(tuple(lines), Tone.SOFT)


def prison_box(prison: PrisonOnPaper, paper: LeafletPaper, words: str) -> blocks.Box:
    """A prison's visiting facts, each under what a family calls it, and when they were looked up."""
    said: list[blocks.Block] = [
        blocks.Words(words, introduces=True),
        blocks.Words(prison.name, blocks.Role.LARGE, bold=True, language=BRITISH_ENGLISH, introduces=True),
    ]
    for label, fact in prison.facts:
        spoken = _label_language(label, paper)
        if label == paper.words.visits_page:
            said.append(blocks.Contact(label, web=fact, language=spoken))
        elif label == paper.words.phone:
            said.append(blocks.Contact(label, number=fact, language=spoken))
        elif spoken == BRITISH_ENGLISH:
            said.append(blocks.Words(fact, lead=f"{label}:", language=spoken))
        else:
            said += [blocks.Words(label, bold=True, introduces=True), blocks.Words(fact, language=BRITISH_ENGLISH)]
    phrase = "facts_not_checked" if prison.unchecked else "facts_checked"
    checked = getattr(paper.words, phrase).format(month=prison.checked)
    said.append(blocks.Words(checked, blocks.Role.SMALL, language=phrase_language(paper, phrase)))
    return blocks.Box(tuple(said), Tone.PLAIN)


def _label_language(label: str, paper: LeafletPaper) -> str:
    """The language of what a fact is called."""
    phrase = next((name for name in VISIT_FACTS if getattr(paper.words, name) == label), "")
    return phrase_language(paper, phrase) if phrase else language_of(paper)


def safeguarding_box(paper: LeafletPaper, words: str, columns: int = 1) -> blocks.Box:
    """Who to tell, as large as a title; lines to write on where Settings does not say."""
    lead = paper.safeguarding
    known = ((paper.words.safeguarding_lead, lead.lead), (paper.words.phone, lead.phone))
    said: list[blocks.Block] = [blocks.Words(words, bold=True, introduces=True)] if words else []
    if all(value for _, value in known):
        cards = tuple(blocks.Contact(label, number=value, urgent=True) for label, value in known)
        said.append(blocks.Contacts(cards, columns))
    elif not any(value for _, value in known):
        said.append(blocks.Signatures(tuple(label for label, _ in known), columns=columns))
    else:
        said += [
            blocks.Contact(label, number=value, urgent=True) if value else blocks.Signatures((label,))
            for label, value in known
        ]
    return blocks.Box(tuple(said), Tone.SOFT, outlined=True)


def carried(words: str, paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    """The list of sheets this service carries."""
    if not paper.carried:
        return ()
    said = paper.words
    columns = (
        blocks.Column(said.carried_title, 50),
        blocks.Column(said.carried_for, 19),
        blocks.Column(said.carried_language, 19),
        blocks.Column(said.carried_edition, 17),
    )
    rows = tuple(
        blocks.Row(
            (
                blocks.Cell(sheet.title, language=language_tag(sheet.language)),
                said.for_whom(sheet.audience),
                blocks.Cell(language_name(sheet.language), language=language_tag(sheet.language)),
                sheet.edition,
            )
        )
        for sheet in paper.carried
    )
    table = blocks.Table(columns, rows, summary=words or said.carried_title)
    return (blocks.Words(words, introduces=True), table) if words else (table,)


def lines_to_fill_in(block: Block, paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    """A table for a pen, under its name: room for names and signatures at its sides."""
    if not block.columns:
        return ()
    edges = {0, len(block.columns) - 1} if len(block.columns) > 2 else set()
    columns = tuple(blocks.Column(title, 3 if place in edges else 2) for place, title in enumerate(block.columns))
    high = _PEN_ROW * (1.3 if paper.large_print else 1)
    rows = tuple(blocks.Row((), least_height=high) for _ in range(block.empty_rows))
    table = blocks.Table(columns, rows, row_heads=False, grid=True, summary=block.text)
    return (blocks.Words(block.text, bold=True, introduces=True), table) if block.text else (table,)


def qr_code(paper: LeafletPaper, words: str) -> blocks.Block:
    """A code for a telephone's camera, with the address beside it for everybody else."""
    return blocks.QrCode(paper.qr, words or paper.words.scan)
