"""A text split into records and cells: quotes, line breaks inside quotes, and quotes that nobody ever closed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

SEPARATORS = (",", ";", "\t", "|")
MOST_COLUMNS = 1_000
MOST_LINES = 500  # of one record; one that runs on for longer has a quote that was never closed
UNCLOSED = "a quote is opened here and never closed"
MISMATCHED = "the quotes in this cell do not match"

_SAMPLE = 300
_PATIENCE = 5_000  # lines looked at in vain; after these no record is tried over several lines
_FEW_LINES = 3  # up to here a cell's own lines may look like records by chance; so may those of so narrow a table
_DOUBLED = '""'


class Raw(NamedTuple):
    """A cell as it stands in the file, without its quotes."""

    text: str
    odd: str = ""


class Found(NamedTuple):
    """A record: its first line, from 0, how many lines it takes, and its cells."""

    line: int
    lines: int
    cells: list[Raw]


class TooWide(Exception):
    """A record has more columns than any list has."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line  # from 0


class Records:
    """Every record of a text in turn; each line belongs to exactly one.

    A quoted cell may go over several lines. One that has no end, or ends where no cell can end, or swallows lines that
    are records themselves, is a quote left open: then only its first line is that record, and the next is read anew.
    Raises TooWide for one of over 1,000 cells.
    """

    def __init__(self, text: str, separator: str) -> None:
        self._text, self._separator = text, separator
        self._lines = text.removesuffix("\n").split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines), initial=0))
        self._patience = _PATIENCE
        self._width = 0
        sep, space = re.escape(separator), " *+" if separator == "\t" else r"[ \t]*+"
        end = rf"({sep}|\n|\Z)"
        self._quoted = re.compile(rf'{space}"([^"]*+(?:""[^"]*+)*+)"{space}{end}')
        self._lenient = re.compile(rf'{space}"([^\n]*?)"{space}{end}')
        self._plain = re.compile(rf"([^{sep}\n]*+){end}")

    def __iter__(self) -> Iterator[Found]:
        # The first ones are read twice: only then is it known how wide a record usually is.
        first = (found.cells for found in islice(self._found(), _SAMPLE))
        whole = (cells for cells in first if not any(cell.odd for cell in cells))
        widths = Counter(len(cells) for cells in whole if any(cell.text.strip() for cell in cells))
        self._width = max(widths, key=lambda width: (widths[width], width), default=0)
        self._patience = _PATIENCE
        yield from self._found()

    def _found(self) -> Iterator[Found]:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if '"' in line:
                found = self._long(at) or Found(at, 1, self._damaged(line))
            else:  # one column more than there may be is enough to know
                found = Found(at, 1, [Raw(text) for text in line.split(self._separator, MOST_COLUMNS)])
            if len(found.cells) > MOST_COLUMNS:
                raise TooWide(at)
            yield found
            at += found.lines

    def _long(self, at: int) -> Found | None:
        """The record that starts on a line, over as many lines as its quotes say; None if they make no sense."""
        last = at + (MOST_LINES if self._patience > 0 else 1)
        end = self._starts[last] - 1 if last < len(self._lines) else len(self._text)
        cells, stop = self._strict(self._starts[at], end)
        lines = self._text.count("\n", self._starts[at], stop) + 1
        if cells is None:
            self._patience -= lines
            return None
        # Swallowed records give themselves away: the whole has another width, or they stand between first and last.
        odd_width = lines > 1 and len(cells) != self._width and self._are_records(at + 1, at + lines)
        if odd_width or (lines > _FEW_LINES < self._width and self._are_records(at + 1, at + lines - 1)):
            self._patience -= lines
            return None
        return Found(at, lines, cells)

    def _strict(self, at: int, end: int) -> tuple[list[Raw] | None, int]:
        """The cells from one place on, and where they stop; None for cells at a quote that does not match."""
        cells: list[Raw] = []
        while True:
            match = self._quoted.match(self._text, at, end)
            if match:
                cells.append(Raw(match[1].replace(_DOUBLED, '"')))
            else:
                match = self._plain.match(self._text, at, end)
                if not match or match[1].lstrip(" \t").startswith('"'):
                    return None, at
                cells.append(Raw(match[1]))
            at = match.end()
            if match[2] != self._separator or len(cells) > MOST_COLUMNS:
                return cells, match.start(2)

    def _are_records(self, first: int, after: int) -> bool:
        """Whether each of the lines alone is a record of the usual width, which no quoted cell should swallow."""
        told = [number for number in range(first, after) if self._lines[number].strip()]
        return self._width > 1 and all(
            len(self._strict(self._starts[number], self._starts[number + 1] - 1)[0] or ()) == self._width
            for number in told
        )

    def _damaged(self, line: str) -> list[Raw]:
        """The cells of a line whose quotes do not match: of two ways the one that gives as many cells as usual.

        One reads a quoted cell to the first quote that a separator follows, as if quotes inside it were not doubled.
        The other takes the quote for a letter like any other.
        """
        lenient = self._forgiving(line, quotes=True)
        return lenient if len(lenient) == self._width > 1 else self._forgiving(line, quotes=False)

    def _forgiving(self, line: str, *, quotes: bool) -> list[Raw]:
        cells: list[Raw] = []
        at = 0
        while True:
            if match := self._quoted.match(line, at):
                cells.append(Raw(match[1].replace(_DOUBLED, '"')))
            elif quotes and (match := self._lenient.match(line, at)):
                cells.append(Raw(match[1].replace(_DOUBLED, '"'), MISMATCHED))
            else:
                quotes = quotes and not line.startswith('"', at)  # if none ends from here on, none will later
                match = self._plain.match(line, at)
                assert match  # it matches even nothing
                cells.append(_opened(match[1]))
            at = match.end()
            if match[2] != self._separator or len(cells) > MOST_COLUMNS:
                return cells


def _opened(text: str) -> Raw:
    """A cell that is taken as it stands; a quote that opens it is marked, and left out if it is the only one."""
    if not text.lstrip(" \t").startswith('"'):
        return Raw(text)
    return Raw(text, MISMATCHED) if text.count('"') > 1 else Raw(text.replace('"', ""), UNCLOSED)


def likely_separator(text: str) -> str:
    """The separator that makes the most even table of the first records; a comma if none makes one."""
    sample = "\n".join([line for line in text.split("\n", 2 * _SAMPLE)[: 2 * _SAMPLE] if line.strip()][:_SAMPLE])
    return max(SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    """How much the sample looks like a table: the share of records of the usual width, and how wide that is."""
    widths: Counter[int] = Counter()
    damaged = 0
    try:
        for found in Records(sample, separator):
            widths[len(found.cells)] += 1
            damaged += any(cell.odd for cell in found.cells)
    except TooWide:
        return 0
    total = widths.total()
    return max(count * (width - 1) for width, count in widths.items()) / total * (1 - damaged / total)
