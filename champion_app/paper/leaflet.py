"""The family leaflet in every size: flat, folded in two or in three, or a flyer; large print; a discreet cover."""

from __future__ import annotations

from dataclasses import dataclass, replace

from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, Size
from champion_app.paper import blocks
from champion_app.paper.fonts import LATIN, THOUSAND, face
from champion_app.paper.furniture import foot_room
from champion_app.paper.leaflet_parts import imprint, language_of, logo_of, made_of, phrase_language
from champion_app.paper.page import Printed, build
from champion_app.paper.style import A4, A5, DL, LARGE_PRINT, STANDARD, Sheet, closer, narrower

_SHEETS = {Size.FOLDED_A5: A5, Size.A5: A5, Size.DL: DL}
# How many pages a sheet holds, printed on both sides; of a flyer, how many its two sides hold.
_ON_ONE = {Size.FOLDED_A5: 4, Size.DL: 6}
# How much of page one the band takes where it is a cover.
_COVER, _DISCREET_COVER, _SMALL_COVER = 0.56, 0.42, 0.26
_CARDS = (blocks.Box, blocks.Contact, blocks.Contacts, blocks.QrCode)
_TO_READ_AFTER = (blocks.Bullets, blocks.Steps, blocks.Ticks, blocks.Table)
# Letters with much above and below them: their lines are never set closer.
_TALL_LETTERS = frozenset({"ar", "bn", "fa", "gu", "hi", "pa", "ps", "ta", "ur"})


@dataclass(frozen=True)
class Spread:
    """How a leaflet is laid on its pages: how close things stand (0 to 2), and whether a fold in three has a cover and
    a back of its own."""

    close: int = 0
    cover: bool = True
    back: bool = True


# Tried in turn until the words fit on one sheet. What goes last is the back, which says who we are.
_THREE_FOLDS = (Spread(), Spread(1), Spread(1, cover=False), Spread(2, cover=False), Spread(2, cover=False, back=False))
_FLAT = (Spread(), Spread(1), Spread(2))


def printed(paper: LeafletPaper) -> Printed:
    """The leaflet's reading copy. Things are set closer only if that saves a side or a sheet."""
    # A cover and a back that tell nobody anything are what a discreet leaflet is for.
    tried = _THREE_FOLDS if paper.size is Size.DL and not paper.discreet else _FLAT
    loose = build(document(paper, tried[0]))
    if _used(paper, loose) == 1:
        return loose
    closest = build(document(paper, tried[-1]))
    if _used(paper, closest) >= _used(paper, loose):
        return loose
    for spread in tried[1:-1]:
        made = build(document(paper, spread))
        if _used(paper, made) == _used(paper, closest):
            return made
    return closest


def _used(paper: LeafletPaper, made: Printed) -> int:
    """What there is to save: sheets, and on flat A4 the other side of one."""
    if paper.size is Size.A4:
        return 1 if made.page_count == 1 else 1 + -(-made.page_count // 2)
    return -(-made.page_count // _ON_ONE.get(paper.size, 2))


def document(paper: LeafletPaper, spread: Spread = _FLAT[0]) -> blocks.Document:
    """The leaflet in reading order. Folded and discreet, its cover and back say nothing about prison.

    Its edition is the last line. Folded once in standard print, or set close, it is at the foot instead: a line more
    would be a sheet more.
    """
    apart = paper.discreet and paper.size in {Size.FOLDED_A5, Size.DL}
    sheet = narrower(_SHEETS.get(paper.size, A4), spread.close)
    scarce = paper.size is Size.FOLDED_A5 or (paper.size is not Size.DL and spread.close > 0)
    at_foot = scarce and not paper.large_print and _fits_foot(paper, sheet)
    scale = closer(LARGE_PRINT if paper.large_print else STANDARD, spread.close)
    if paper.language.partition("-")[0] in _TALL_LETTERS:
        scale = replace(scale, leading=STANDARD.leading)
    return blocks.Document(
        title=paper.title,
        subtitle=paper.subtitle,
        blocks=_laid_out(paper, spread, apart=apart, at_foot=at_foot),
        language=language_of(paper),
        sheet=sheet,
        scale=scale,
        band=paper.footer,
        footer=_foot(paper, at_foot),
        subject=f"Leaflet, edition {paper.edition}",
        page_words=paper.words.page,
        logo=logo_of(paper),
        cover=_cover(paper, spread, apart),
    )


def _fits_foot(paper: LeafletPaper, sheet: Sheet) -> bool:
    """Whether the short imprint can stand at the foot: in the leaflet's language, and not one of its doubts cut off."""
    letters = face(LATIN, False)
    words = paper.short_imprint
    if phrase_language(paper, "edition") != language_of(paper) or not letters.letters.issuperset(words):
        return False
    return letters.words[words] * STANDARD.small / THOUSAND <= foot_room(sheet, STANDARD, paper.words.page)


def _cover(paper: LeafletPaper, spread: Spread, apart: bool) -> float:
    if paper.size is Size.DL:
        return _COVER if (apart or spread.cover) and not paper.large_print else _SMALL_COVER
    return _DISCREET_COVER if apart else 0


def _foot(paper: LeafletPaper, at_foot: bool) -> str:
    if at_foot:
        return paper.short_imprint
    # On a narrow page our name would be cut short, and it stands on the band.
    narrow = paper.size is Size.DL or (paper.large_print and paper.size is not Size.A4)
    return "" if narrow else paper.footer


def _laid_out(paper: LeafletPaper, spread: Spread, *, apart: bool, at_foot: bool) -> tuple[blocks.Block, ...]:
    """Everything under the title, on the pages it belongs on."""

    def made(*given: Block) -> tuple[blocks.Block, ...]:
        return _made(given, paper, spread)

    given = _urgent_first(paper.blocks)
    if apart:
        opening, rest = _opening_and_rest(tuple(block for block in given if block.kind is not BlockKind.CHAMPION))
        back = made(*(block for block in given if block.kind is BlockKind.CHAMPION))
        # Without anything on it the back would be the last page of the words.
        back = back if at_foot and back else _with_imprint(back, paper)
        return (*_on_cover(made(*opening), paper), blocks.PageBreak(), *made(*rest), blocks.PageBreak(), *back)
    if paper.size is not Size.DL:
        return made(*given) if at_foot else _with_imprint(made(*given), paper)
    opening, rest = _opening_and_rest(given)
    inside = len(rest) - (_closing(rest, paper) if spread.back else 0)
    return (
        *(_on_cover(made(*opening), paper) if spread.cover else made(*opening)),
        *((blocks.PageBreak(),) if spread.cover else ()),
        *made(*rest[:inside]),
        *((blocks.PageBreak(),) if spread.back else ()),
        *_with_imprint(made(*rest[inside:]), paper),
    )


def _on_cover(opening: tuple[blocks.Block, ...], paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    """The opening words on a cover, a little larger: nothing else stands there. Large print is large already."""
    if paper.large_print:
        return opening
    return tuple(replace(one, role=blocks.Role.LARGE) if isinstance(one, blocks.Words) else one for one in opening)


def _with_imprint(body: tuple[blocks.Block, ...], paper: LeafletPaper) -> tuple[blocks.Block, ...]:
    """The words with the edition as their last line. After a card it never stands on a page alone."""
    last = imprint(paper)
    if not body or not isinstance(body[-1], _CARDS):
        return (*body, last)
    return (*body[:-1], blocks.Together((body[-1], last)))


def _urgent_first(given: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with who to tell before everything else."""
    return tuple(sorted(given, key=lambda block: block.kind is not BlockKind.SAFEGUARDING))


def _opening_and_rest(given: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands before the first heading, and the rest."""
    first = next((place for place, block in enumerate(given) if block.kind is BlockKind.HEADING), 0)
    return given[:first], given[first:]


def _closing(given: tuple[Block, ...], paper: LeafletPaper) -> int:
    """How many blocks at the end say who we are: they stand on the back, if it has the room for them."""
    kinds = {BlockKind.CHAMPION} if paper.large_print else {BlockKind.CHAMPION, BlockKind.QR}
    count = 0
    while count < len(given) and given[-1 - count].kind in kinds:
        count += 1
    return count


def _made(given: tuple[Block, ...], paper: LeafletPaper, spread: Spread) -> tuple[blocks.Block, ...]:
    columns = 2 if paper.size is Size.A4 and not paper.large_print else 1
    whole = spread.close < _FLAT[-1].close
    return tuple(_kept([made for block in given for made in made_of(block, paper, columns=columns, whole=whole)]))


def _kept(body: list[blocks.Block]) -> list[blocks.Block]:
    """Steps on the page of their heading, all of them if they fit on one: they are read while doing something.

    Words that end in a colon stay with the list they announce, and a code to scan with what it follows.
    """
    found: list[blocks.Block] = []
    for block in body:
        last = found[-1] if found else None
        if isinstance(block, blocks.Steps):
            titled = isinstance(last, blocks.Heading)
            block = blocks.Together((found.pop(), block) if titled else (block,))
        elif isinstance(block, _TO_READ_AFTER) and isinstance(last, blocks.Words) and last.text.rstrip().endswith(":"):
            found[-1] = replace(last, introduces=True)
        elif isinstance(block, blocks.QrCode) and isinstance(last, blocks.Contact | blocks.Contacts | blocks.Together):
            block = blocks.Together((found.pop(), block))
        found.append(block)
    return found
