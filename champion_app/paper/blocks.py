"""What a document is made of: plain, frozen data. A document is built from these by anybody; ``page.build`` prints it.

Every string here is text and nothing else: it is cleaned and drawn, never read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from champion_app.paper.style import A4, STANDARD, Align, Scale, Sheet, Tone


class Role(Enum):
    """What a paragraph is for, which decides its size."""

    BODY = "body"
    LARGE = "large"
    SMALL = "small"


class State(Enum):
    """A state in a chart. Each has a pattern of its own, so that a grey photocopy still tells them apart."""

    IN_PLACE = "in place"
    IN_PROGRESS = "in progress"
    NOT_YET = "not yet"
    NOT_FOR_US = "not for us"


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3 (the title is level 1). A level that skips one is moved up."""

    words: str
    level: int = 2
    language: str = ""


@dataclass(frozen=True)
class Words:
    """Text of any length. A line break stays one; an empty line starts a new paragraph. ``lead`` is bold.

    A text that ``introduces`` stays on the page of what comes after it, like a heading.
    """

    text: str
    role: Role = Role.BODY
    lead: str = ""
    align: Align = Align.START
    bold: bool = False
    language: str = ""
    introduces: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list with bullets."""

    items: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True)
class Steps:
    """A numbered list: do this, then this."""

    items: tuple[str, ...]
    start: int = 1
    language: str = ""


@dataclass(frozen=True)
class Ticks:
    """A list with a drawn box before each item, to be ticked with a pen. ``ticked`` holds the places already ticked."""

    items: tuple[str, ...]
    ticked: frozenset[int] = frozenset()
    language: str = ""


@dataclass(frozen=True)
class Contact:
    """A card: the name, the number as the largest thing on it, web address, hours, when it was last checked.

    ``web`` is a link if it is an http(s) address. ``urgent`` sets the number as large as a title.
    """

    name: str
    number: str = ""
    about: str = ""
    web: str = ""
    email: str = ""
    hours: str = ""
    checked: str = ""
    language: str = ""
    checked_language: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Contacts:
    """Contact cards, one under the other or ``columns`` side by side."""

    cards: tuple[Contact, ...]
    columns: int = 1


@dataclass(frozen=True)
class Box:
    """Blocks on a tinted card: the champion box, a warning, a note. A contact in it has no card of its own."""

    blocks: tuple[Block, ...]
    tone: Tone = Tone.SOFT
    outlined: bool = False


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page if they fit on one."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table. Widths are shares: points if they add up to the frame, scaled to it if not."""

    title: str
    width: float
    align: Align = Align.START


@dataclass(frozen=True)
class Cell:
    """A cell with more to say than its words: bold, tinted, spanning columns, holding a drawn tick, or blocks."""

    text: str = ""
    bold: bool = False
    tone: Tone = Tone.PLAIN
    columns: int = 1
    ticked: bool | None = None
    blocks: tuple[Block, ...] = ()
    language: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table. A ``section`` row is a heading across the table and stays with the row after it."""

    cells: tuple[str | Cell, ...]
    section: bool = False
    least_height: float = 0


@dataclass(frozen=True)
class Table:
    """A table whose headings come again on every page. Long cells continue on the next page.

    ``row_heads`` makes the first cell of each row its header. ``grid`` draws lines on all sides, for pens.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_heads: bool = True
    grid: bool = False
    summary: str = ""


@dataclass(frozen=True)
class Bar:
    """One stacked bar: a label and how many of each state. ``note`` stands at the end of the bar."""

    label: str
    parts: tuple[tuple[State, int], ...]
    note: str = ""


@dataclass(frozen=True)
class Bars:
    """A bar chart, and the same numbers as a table under it, whose first column is headed ``rows_are``."""

    title: str
    alt: str
    bars: tuple[Bar, ...]
    with_table: bool = True
    rows_are: str = "Statement"


@dataclass(frozen=True)
class Line:
    """One line of a radar chart: values from 0 to 1, one for each axis, None where there is nothing to show.

    ``words`` stand in the table under the chart; without them it says whole percentages.
    """

    name: str
    values: tuple[float | None, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Radar:
    """A radar chart of up to three lines (solid, dashed, dotted), and the same numbers as a table under it."""

    title: str
    alt: str
    axes: tuple[str, ...]
    lines: tuple[Line, ...]
    with_table: bool = True
    rows_are: str = "Statement"


@dataclass(frozen=True)
class QrCode:
    """A QR code for an http(s) address, with the address in words beside it."""

    address: str
    words: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture (PNG or JPEG bytes). It is drawn afresh, so that nothing hidden in the file reaches the paper."""

    data: bytes = field(repr=False)
    alt: str = ""
    width: float = 0


@dataclass(frozen=True)
class Signatures:
    """Lines to sign on, each with its label, ``columns`` side by side, and room for a stamp if wanted."""

    labels: tuple[str, ...]
    stamp: str = ""
    columns: int = 1


@dataclass(frozen=True)
class Gap:
    """Empty space in points. It vanishes at the top of a page."""

    points: float


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page. Inside a box or a cell it does nothing."""


@dataclass(frozen=True)
class Contents:
    """A list of the document's level 2 headings with their pages."""

    title: str = "Contents"


Block = (
    Heading | Words | Bullets | Steps | Ticks | Contact | Contacts | Box | Together | Table | Bars | Radar
    | QrCode | Picture | Signatures | Gap | PageBreak | Contents
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """Everything one print-out says. Same document, same bytes.

    ``title`` stands on the first page and in the file's own title. ``band`` are words on the accent band of page one.
    ``footer`` stands left at the foot of every page. ``made`` is the moment written into the file, if any.
    ``page_words`` is the page count in the document's language. With a ``cover`` title, subtitle and logo stand on the
    band, which then takes at least that share of page one; from a quarter on, page one is a cover and has no foot.
    One page that ``fills`` spreads its blocks over its height. The logo stands at the title, or ``logo_below`` beside
    the last block.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    language: str = "en-GB"
    sheet: Sheet = A4
    scale: Scale = STANDARD
    band: str = ""
    footer: str = ""
    page_words: str = "Page {page} of {pages}"
    logo: Picture | None = None
    centred: bool = False
    subject: str = ""
    made: datetime | None = None
    cover: float | None = None
    fills: bool = False
    logo_below: bool = False
