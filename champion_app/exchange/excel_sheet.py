"""One sheet of an Excel file, cell by cell as its XML streams by: what lies beyond the limits is never kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from champion_app.domain.foreign_tables import Cell
from champion_app.exchange.excel_values import Format, shown
from champion_app.exchange.foreign_cells import EMPTY, cell

MOST_ROWS = 5_000
MOST_COLUMNS = 60

_MOST_MERGED = 2_000_000  # cells under merged areas; more only costs time
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HYPERLINK = re.compile(r'HYPERLINK\(\s*"((?:[^"]|"")*)"', re.IGNORECASE)
_NO_VALUE = "no value was saved for a formula"
_PLAIN = Format()


class TooFar(Exception):
    """Something stands beyond the limits; the words say what the sheet does."""


class Box(NamedTuple):
    """A rectangle of cells, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Known(NamedTuple):
    """What the sheets of one file share: texts by number, formats by style, and whether days count from 1904."""

    texts: Sequence[str]
    formats: Sequence[Format]
    from_1904: bool


class Sheet:
    """Reads a sheet's XML (an XmlReader). Raises TooFar for words beyond 5,000 rows or 60 columns (F60)."""

    def __init__(self, known: Known, links: Mapping[str, str]) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[Box] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[range] = []
        self._known, self._links = known, links
        self._hyperlinks: list[tuple[Box, str]] = []
        self._row = self._column = 0
        self._type, self._form = "n", _PLAIN
        self._value: str | None = None
        self._formula: str | None = None
        self._parts: list[str] | None = None
        self._sounds = 0  # inside the reading aids of East Asian words, which are no part of them

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        match tag:
            case "c":
                self._open(attributes)
            case "v" | "f" | "t":
                self._parts = []
            case "row":
                self._row, self._column = _number(attributes.get("r"), self._row + 1), 0
                if _yes(attributes, "hidden"):
                    self.hidden_rows.add(self._row)
            case "rPh":
                self._sounds += 1
            case "mergeCell" if box := box_of(attributes.get("ref", "")):
                self.merged.append(box)
            case "hyperlink" if box := box_of(attributes.get("ref", "")):
                self._hyperlinks.append((box, self._links.get(attributes.get("id", ""), "")))
            case "col" if _yes(attributes, "hidden"):
                first = _number(attributes.get("min"), 1)
                self.hidden_columns.append(range(first, _number(attributes.get("max"), first) + 1))

    def text(self, words: str) -> None:
        """Words between tags."""
        if self._parts is not None:
            self._parts.append(words)

    def end(self, tag: str) -> None:
        """A tag closes."""
        words = "".join(self._parts or ())
        match tag:
            case "v":
                self._value = words
            case "f":
                self._formula = words
            case "t" if not self._sounds:
                self._value = (self._value or "") + words
            case "rPh":
                self._sounds -= 1
            case "c":
                self._close()
            case "worksheet" | "dialogsheet":
                self._finish()
        self._parts = None

    def _open(self, attributes: dict[str, str]) -> None:
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = column_number(place[1]) if place else self._column + 1
        if place:
            self._row = int(place[2])
        self._type = attributes.get("t", "n")
        style = _number(attributes.get("s"), 0)
        self._form = self._known.formats[style] if style < len(self._known.formats) else _PLAIN
        self._value = self._formula = None

    def _close(self) -> None:
        made = self._made()
        if made is EMPTY:
            return
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            if made.text:
                raise TooFar(f"holds something at row {self._row:,}, column {column_letters(self._column)}")
            return
        self.rows.setdefault(self._row, {})[self._column] = made

    def _made(self) -> Cell:
        link = ""
        if self._formula and (found := _HYPERLINK.search(self._formula)):
            link = _tidy(found[1].replace('""', '"'))
        if not self._value:  # a formula may have come to an empty text; then the type says so
            odd = _NO_VALUE if self._formula is not None and self._type != "str" else ""
            return cell("", odd=odd, link=link)
        match self._type:
            case "s":
                number = _number(self._value, -1)
                known = 0 <= number < len(self._known.texts)
                return cell(self._known.texts[number] if known else "", link=link)
            case "b":
                return cell("yes" if self._value.strip() == "1" else "no", link=link)
            case "e":
                return cell("", odd=f"the cell held {_tidy(self._value)[:20]}", link=link)
            case "d":
                day, _, time = self._value.partition("T")
                whole = not time.strip("0:.Z")
                return cell(day if whole else f"{day} {time[:5]}", link=link, is_date=whole)
            case "n":
                text, is_date = shown(self._value.strip(), self._form, from_1904=self._known.from_1904)
                return cell(text, link=link, is_date=is_date)
        return cell(unescaped(self._value), link=link)

    def _finish(self) -> None:
        """Merged areas keep their top left cell only: what an area hides was not meant to be read."""
        covered = 0
        for box in self.merged:
            bottom, right = min(box.bottom, MOST_ROWS), min(box.right, MOST_COLUMNS)
            covered += max(0, bottom - box.top + 1) * max(0, right - box.left + 1)
            if covered > _MOST_MERGED:
                raise TooFar("has too many merged areas")
            for row in range(box.top, bottom + 1):
                there = self.rows.get(row, {})
                for column in range(box.left, right + 1) if there else ():
                    if (row, column) != (box.top, box.left):
                        there.pop(column, None)
        for box, link in self._hyperlinks:
            self._link(box, _tidy(link))

    def _link(self, box: Box, link: str) -> None:
        for row in range(box.top, min(box.bottom, MOST_ROWS) + 1) if link else ():
            there = self.rows.get(row, {})
            for column in range(box.left, min(box.right, MOST_COLUMNS) + 1):
                if (one := there.get(column)) and not one.link:
                    there[column] = Cell(one.text, one.odd, link, one.is_date)


def unescaped(text: str) -> str:
    """Excel writes a letter that XML cannot hold as ``_x000D_``; half letters stay as they are written."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(
        lambda found: found[0] if 0xD800 <= int(found[1], 16) < 0xE000 else chr(int(found[1], 16)), text
    )


def box_of(reference: str) -> Box | None:
    """The rectangle of a reference such as "B2" or "A1:C3"; None if it is not one."""
    first, _, last = reference.partition(":")
    start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
    if not start or not end:
        return None
    return Box(int(start[2]), column_number(start[1]), int(end[2]), column_number(end[1]))


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _tidy(words: str) -> str:
    return cell(words).text


def _number(digits: str | None, otherwise: int) -> int:
    return int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 10 else otherwise


def _yes(attributes: dict[str, str], name: str) -> bool:
    return attributes.get(name) in ("1", "true")
