"""Sheets: our own short tools for criteria where hardly anything is published, to print or to change in Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# Toolkit 2.4, 7.5, 8.1 and 8.2 ask for records of children; a sheet says where they are held and never holds one.
PRIVACY = "Nothing about a named child goes on this sheet."


class SheetBlockKind(StrEnum):
    """The building blocks of a sheet. ``say`` is words to say or send; ``lines`` is empty lines to write on."""

    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    SAY = "say"
    LIST = "list"
    STEPS = "steps"
    CHECKS = "checks"
    TABLE = "table"
    LINES = "lines"


@dataclass(frozen=True)
class SheetBlock:
    """One piece of a sheet.

    ``text`` is the words, the label of lines to write on, or what a screen reader says of a table. A table has
    ``rows`` already filled, headed by their first cell, and then ``empty_rows`` to fill in; ``widths`` are shares. A
    heading with ``new_side`` starts a new page.
    """

    kind: SheetBlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    empty_rows: int = 0
    lines: int = 0
    new_side: bool = False

    @property
    def to_fill_in(self) -> bool:
        """Whether somebody writes on it with a pen."""
        if self.kind is SheetBlockKind.TABLE:
            return self.empty_rows > 0 or any("" in row for row in self.rows)
        return self.kind is SheetBlockKind.LINES

    def words(self) -> Iterator[str]:
        """Every text of it that is seen on the sheet, in order."""
        heard = self.kind is SheetBlockKind.TABLE
        cells = (cell for row in self.rows for cell in row)
        yield from filter(None, ("" if heard else self.text, *self.items, *self.columns, *cells))


@dataclass(frozen=True)
class Sheet:
    """A shipped sheet: what it is for, which criteria it helps with, and its blocks in order."""

    id: str
    edition: str
    title: str
    for_whom: str
    criteria: tuple[str, ...]
    why: str
    blocks: tuple[SheetBlock, ...]
    source: str
    draft: str = ""
    landscape: bool = False

    @property
    def statements(self) -> tuple[int, ...]:
        """The Quality Statements its criteria belong to."""
        return tuple(sorted({int(number.partition(".")[0]) for number in self.criteria}))

    @property
    def criteria_words(self) -> str:
        """Which criteria it helps with: "Criterion 8.2", "Criteria 2.3, 4.4 and 4.5"."""
        *most, last = self.criteria
        if not most:
            return f"Criterion {last}"
        return f"Criteria {', '.join(most)} and {last}"

    @property
    def imprint(self) -> str:
        """The last lines: that it is a draft, its edition, what never goes on it, and where it comes from."""
        return " ".join(part for part in (self.draft, f"Edition {self.edition}.", PRIVACY, self.source) if part)

    def words(self) -> Iterator[str]:
        """Every text that is seen on the sheet, in order."""
        yield from (self.criteria_words, self.title, self.audience, self.why)
        for block in self.blocks:
            yield from block.words()
        yield self.imprint

    @property
    def audience(self) -> str:
        """The line under the title."""
        return f"For {self.for_whom}"
