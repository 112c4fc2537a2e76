"""What a Word file is made of: plain, frozen data. A document is built from these; ``word.write_word`` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class WordHeading:
    """A heading of level 2 or 3; the title is level 1. With ``new_page`` it starts a page."""

    text: str
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True)
class WordText:
    """A paragraph. ``tone`` tints it: "soft" for words to say, "warm" for a warning. ``small`` is muted."""

    text: str
    bold: bool = False
    small: bool = False
    tone: str = ""


@dataclass(frozen=True)
class WordList:
    """A list with bullets, or numbered from 1."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class WordChecks:
    """A list with a ballot box before each item; ``ticked`` holds the places already ticked."""

    items: tuple[str, ...]
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True)
class WordTable:
    """A table whose heading row comes again on every page. ``widths`` are shares; ``least_height`` is in points."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    row_heads: bool = False
    summary: str = ""
    least_height: float = 0


WordBlock = WordHeading | WordText | WordList | WordChecks | WordTable


@dataclass(frozen=True)
class WordDocument:
    """Everything one Word file says. ``foot`` stands at the foot of each page, before the page count.

    ``made`` is the moment written into the file; without one it is now.
    """

    title: str
    blocks: tuple[WordBlock, ...]
    subtitle: str = ""
    foot: str = ""
    subject: str = ""
    language: str = "en-GB"
    page_words: str = "Page {page} of {pages}"
    landscape: bool = False
    made: datetime | None = None
