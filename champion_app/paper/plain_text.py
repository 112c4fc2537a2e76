"""A document as plain text: for an e-mail, a text message, a screen reader, a braille line. It reads well aloud.

The same words as on paper, in the same order. Nothing is added that a reader would hear as noise: the title alone is
underlined, headings stand between empty lines, a row of a table is read as "Heading: value".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from champion_app.paper import addresses, blocks, copies, shaping
from champion_app.paper.text import NO_BREAK, one_line, paragraphs

WIDTH = 72  # letters on a line, as in an e-mail
_LEAST = 24  # letters left to a line, however deep it is indented
_BOX = "    "
_BLANK = "______"

Lines = list[str]


def text_of(document: blocks.Document) -> str:
    """The document as text with ``\\n`` line ends, lines of at most 72 letters where words allow it.

    No word is ever cut. Pictures are their alternative text. A pure function.
    """
    writer = _Writer(copies.planned(document))
    title = _wrapped(one_line(document.title), WIDTH)
    if title:
        title.append("=" * min(WIDTH, max(map(_length, title))))
    logo = one_line(document.logo.alt) if document.logo is not None else ""
    opening = [_wrapped(one_line(words), WIDTH) for words in (document.subtitle, logo)]
    foot = _wrapped(one_line(document.footer), WIDTH)
    parts = [_wrapped(one_line(document.band), WIDTH), title, *opening, *writer.parts(document.blocks, WIDTH), foot]
    lines = [_spaced(line) for line in _joined(parts)]
    return "\n".join(lines).strip("\n") + "\n"


@dataclass
class _Writer:
    """Turns blocks into parts: the lines of each, to be set with an empty line between them."""

    headings: list[copies.Planned]
    _makers: dict[type, Callable[[Any, int], list[Lines]]] = field(init=False)

    def __post_init__(self) -> None:
        self._makers = {
            blocks.Heading: lambda block, width: _heading(block.words, width),
            blocks.Words: _words,
            blocks.Bullets: lambda block, width: _list(["- "] * len(block.items), block.items, width),
            blocks.Steps: _steps,
            blocks.Ticks: _ticks,
            blocks.Contact: lambda block, width: [_contact(block, width)],
            blocks.Contacts: lambda block, width: [_contact(card, width) for card in block.cards],
            blocks.Box: self._box,
            blocks.Together: lambda block, width: self.parts(block.blocks, width),
            blocks.Table: self._table,
            blocks.Bars: self._chart,
            blocks.Radar: self._chart,
            blocks.QrCode: _qr_code,
            blocks.Picture: lambda block, width: [_wrapped(one_line(block.alt), width)],
            blocks.Signatures: _signatures,
            blocks.Gap: lambda block, width: [],
            blocks.PageBreak: lambda block, width: [],
            blocks.Contents: self._contents,
        }

    def parts(self, given: Iterable[blocks.Block], width: int) -> list[Lines]:
        """The parts of some blocks, one after the other."""
        return [part for block in given for part in self._makers[type(block)](block, width) if part]

    def _box(self, block: blocks.Box, width: int) -> list[Lines]:
        inside = _joined(self.parts(block.blocks, _narrower(width, _BOX)))
        return [_indented(inside, _BOX, _BOX)] if inside else []

    def _contents(self, block: blocks.Contents, width: int) -> list[Lines]:
        items = tuple(heading.words for _, heading in copies.listed(self.headings, block.title))
        return [*_heading(block.title, width), *_list(["- "] * len(items), items, width)]

    def _chart(self, block: blocks.Bars | blocks.Radar, width: int) -> list[Lines]:
        table = copies.numbers_of(block)
        if table is None:
            return []
        return [_wrapped(one_line(block.title), width), *self._table(table, width)]

    def _table(self, block: blocks.Table, width: int) -> list[Lines]:
        """Each row as a part. Rows left empty for a pen are written once, however many there are."""
        found: list[Lines] = []
        blank: Lines = []
        for row in block.rows if block.columns else ():
            if row.section:
                found += _heading(copies.section_words(row).text, width)
                continue
            cells = copies.filled(block, row)
            lines = [line for column, cell in cells for line in self._cell(column.title, cell, block.grid, width)]
            if all(copies.is_blank(cell) for _, cell in cells):
                if lines == blank:
                    continue
                blank = lines
            found.append(lines)
        return found or [[one_line(column.title)] for column in block.columns]

    def _cell(self, title: str, cell: blocks.Cell, to_fill_in: bool, width: int) -> Lines:
        title = one_line(title)
        head = f"{title}: " if title and title[-1] not in ":?" else f"{title} ".lstrip()
        if copies.is_blank(cell):
            return _wrapped(f"{head}{_BLANK}", width) if to_fill_in and head else []
        tick = "" if cell.ticked is None else "[x] " if cell.ticked else "[ ] "
        inner = _narrower(width, _BOX)
        said = [_paragraph(lines, inner) for lines in paragraphs(cell.text)]
        said += self.parts(cell.blocks, inner)
        if not paragraphs(cell.text) or len(head) + len(tick) + _length(said[0][0]) > width:
            return [*_wrapped(f"{head}{tick}".rstrip(), width), *_indented(_joined(said), _BOX, _BOX)]
        return _indented(_joined(said), f"{head}{tick}", _BOX)


def _heading(words: str, width: int) -> list[Lines]:
    lines = _wrapped(one_line(words), width)
    return [["", *lines]] if lines else []


def _words(block: blocks.Words, width: int) -> list[Lines]:
    lead = one_line(block.lead)
    found = paragraphs(block.text) or ([[""]] if lead else [])
    if lead:
        found[0][0] = f"{lead} {found[0][0]}".rstrip(" ")
    return [_paragraph(lines, width) for lines in found]


def _steps(block: blocks.Steps, width: int) -> list[Lines]:
    return _list([f"{block.start + place}. " for place in range(len(block.items))], block.items, width)


def _ticks(block: blocks.Ticks, width: int) -> list[Lines]:
    signs = ["[x] " if place in block.ticked else "[ ] " for place in range(len(block.items))]
    return _list(signs, block.items, width)


def _list(labels: Sequence[str], items: Sequence[str], width: int) -> list[Lines]:
    found: Lines = []
    for label, item in zip(labels, items, strict=True):
        said = [_paragraph(lines, _narrower(width, label)) for lines in paragraphs(item)]
        found += _indented(_joined(said) or [""], label, " " * len(label))
    return [found] if found else []


def _contact(card: blocks.Contact, width: int) -> Lines:
    about = [line for paragraph in paragraphs(card.about) for line in paragraph]
    said = [card.name, card.number, *about, card.hours, addresses.spoken(card.web), card.email, card.checked]
    return [line for words in said for line in _wrapped(one_line(words), width)]


def _qr_code(block: blocks.QrCode, width: int) -> list[Lines]:
    if not addresses.web_link(block.address):
        return []
    return [[*_wrapped(one_line(block.words), width), *_wrapped(addresses.spoken(block.address), width)]]


def _signatures(block: blocks.Signatures, width: int) -> list[Lines]:
    labels = [one_line(label).rstrip(":") for label in (*block.labels, block.stamp)]
    return [_wrapped(f"{label}: {_BLANK}", width) for label in labels if label]


def _paragraph(lines: Iterable[str], width: int) -> Lines:
    return [part for line in lines for part in _wrapped(line, width)]


def _wrapped(line: str, width: int) -> Lines:
    """One line in as many as it takes, cut at spaces only: a long word or an address stays whole."""
    found: Lines = []
    current: list[str] = []
    used = 0
    for word in line.split(" "):
        if not word:
            continue
        length = _length(word)
        if current and used + 1 + length > width:
            found.append(" ".join(current))
            current, used = [], -1
        used += 1 + length if current or used < 0 else length
        current.append(word)
    return [*found, " ".join(current)] if current else found


def _length(words: str) -> int:
    """How many columns of a plain screen some words take: marks none, wide letters two."""
    if words.isascii():
        return len(words)
    marks = sum(unicodedata.category(letter) in {"Mn", "Me", "Cf"} for letter in words)
    return len(words) - marks + sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)


def _narrower(width: int, indent: str) -> int:
    return max(_LEAST, width - len(indent))


def _indented(lines: Lines, first: str, others: str) -> Lines:
    """Lines moved in, the first behind its label. Empty lines stay empty."""
    return [f"{others if place else first}{line}" if line or not place else "" for place, line in enumerate(lines)]


def _joined(parts: Iterable[Lines]) -> Lines:
    """Parts one under the other with an empty line between two."""
    found: Lines = []
    for part in parts:
        if part:
            found += [*([""] if found else []), *(part if found or part[0] else part[1:])]
    return found


def _spaced(line: str) -> str:
    """Plain spaces again in telephone numbers, but where they keep a number's groups in order in Arabic or Urdu."""
    return (line if shaping.RIGHT_TO_LEFT.search(line) else line.replace(NO_BREAK, " ")).rstrip(" ")
