"""Leaflets and posters: the texts as shipped, and the choices a champion makes. What they come to is leaflet_paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """The building blocks of a template.

    ``lead`` and ``line`` are a poster's large and small words. ``ticks`` have a box before each item, ``lines`` is a
    table to fill in with a pen, ``signatures`` are labels under lines to sign on. The program fills in ``contacts``,
    ``champion``, ``prison`` (its visiting facts), ``safeguarding`` (who to tell), ``carried`` (the sheets we carry) and
    ``qr``.
    """

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    NOTE = "note"
    TICKS = "ticks"
    CONTACTS = "contacts"
    CHAMPION = "champion"
    LEAD = "lead"
    LINE = "line"
    LINES = "lines"
    SIGNATURES = "signatures"
    PRISON = "prison"
    SAFEGUARDING = "safeguarding"
    CARRIED = "carried"
    QR = "qr"


# Kinds whose words are items, and kinds that hold something the program fills in.
ITEM_KINDS = frozenset({BlockKind.LIST, BlockKind.STEPS, BlockKind.TICKS, BlockKind.SIGNATURES})
FILLED_KINDS = frozenset(
    {
        BlockKind.CONTACTS,
        BlockKind.CHAMPION,
        BlockKind.PRISON,
        BlockKind.SAFEGUARDING,
        BlockKind.CARRIED,
        BlockKind.QR,
    }
)


class Size(StrEnum):
    """The sheet a leaflet or poster is printed on."""

    FOLDED_A5 = "folded_a5"
    A4 = "a4"
    DL = "dl"
    A5 = "a5"
    A3 = "a3"


# The sizes each kind of paper can be; the first is what it is unless somebody chooses.
SIZES_OF = {
    "leaflet": (Size.FOLDED_A5, Size.A4, Size.DL, Size.A5),
    "poster": (Size.A4, Size.A3, Size.A5),
    "certificate": (Size.A4, Size.A3),
}


@dataclass(frozen=True)
class Block:
    """One piece of a template. A block that states facts names them, their source and when to look again.

    ``flyer`` keeps it on the short form. ``columns`` and ``empty_rows`` make a table to fill in.
    """

    id: str
    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    simple: str = ""
    simple_items: tuple[str, ...] = ()
    discreet: str = ""
    suggest: tuple[str, ...] = ()
    fact_ids: tuple[str, ...] = ()
    source: str = ""
    review_by: date | None = None
    volatile: bool = False
    figure: str = ""
    flyer: bool = False
    columns: tuple[str, ...] = ()
    empty_rows: int = 0


@dataclass(frozen=True)
class Template:
    """A leaflet or poster text in one language, shipped, from a pack or our own.

    ``base`` is the shipped text that a leaflet of our own was made from. ``changed`` says that some of its words are
    ours. ``draft`` and ``unspoken`` are doubts that stand on the paper until a named person has looked.
    """

    id: str
    edition: str
    kind: str
    title: str
    discreet_title: str
    subtitle: str
    discreet_subtitle: str
    audience: str
    stage: str
    language: str
    nations: tuple[str, ...]
    reading_age: tuple[int, int] | None
    sizes: tuple[Size, ...]
    draft: str
    summary: str
    blocks: tuple[Block, ...]
    unspoken: bool = False
    base: str = ""
    changed: bool = False

    @property
    def suggested_listings(self) -> tuple[str, ...]:
        """Keys of the starter listings its contact blocks propose."""
        return tuple(key for block in self.blocks for key in block.suggest)

    @property
    def takes_contacts(self) -> bool:
        """Whether it has a place for contacts; a poster has none."""
        return self.has(BlockKind.CONTACTS)

    @property
    def has_simple_words(self) -> bool:
        """Whether any of it can also be said in simple words."""
        return any(block.simple or block.simple_items for block in self.blocks)

    def has(self, kind: BlockKind) -> bool:
        """Whether there is a block of this kind."""
        return any(block.kind is kind for block in self.blocks)

    def past_review(self, today: date) -> tuple[Block, ...]:
        """Blocks whose facts should have been looked at again by now."""
        return tuple(block for block in self.blocks if block.review_by is not None and block.review_by < today)


@dataclass(frozen=True)
class LeafletChoices:
    """The switches of the studio. Without a size it is the template's first one.

    ``prison`` is the id of the prison whose facts stand on it, ``qr`` an http(s) address. The logo is printed if there
    is one.
    """

    size: Size | None = None
    large_print: bool = False
    discreet: bool = False
    simple: bool = False
    prison: int = 0
    qr: str = ""
    logo: bool = True


def as_chosen(template: Template, choices: LeafletChoices) -> tuple[Block, ...]:
    """The blocks that stand on the paper, in the chosen words: discreet first, then simple, else as written.

    A flyer keeps the blocks marked for it; a template that marks none stays whole.
    """
    short = size_of(template, choices) is Size.A5 and any(block.flyer for block in template.blocks)
    return tuple(worded(block, choices) for block in template.blocks if block.flyer or not short)


def size_of(template: Template, choices: LeafletChoices) -> Size:
    """The size chosen, if the template comes in it, else its first one."""
    return choices.size if choices.size is not None and choices.size in template.sizes else template.sizes[0]


def variant_of(block: Block, choices: LeafletChoices) -> tuple[str, str]:
    """The names of the two fields of a block, text and items, that these choices print."""
    if choices.discreet and block.discreet:
        return "discreet", "items"
    if choices.simple and (block.simple or block.simple_items):
        return ("simple" if block.simple else "text"), ("simple_items" if block.simple_items else "items")
    return "text", "items"


def worded(block: Block, choices: LeafletChoices) -> Block:
    """The block with the words that these choices print as its ``text`` and ``items``."""
    text, items = variant_of(block, choices)
    if (text, items) == ("text", "items"):
        return block
    return replace(block, text=getattr(block, text), items=getattr(block, items))
