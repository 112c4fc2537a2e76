"""One row of a list as its values by field, with everything odd about it in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from champion_app.domain.foreign_tables import Cell, TableRow
from champion_app.domain.list_columns import Column
from champion_app.domain.list_words import day_in_words, one_line, says_nothing, wrong_letters
from champion_app.domain.typed_text import LONGEST_LINE, LONGEST_NOTE

# Fields that look at an empty-saying cell themselves: a telephone of "n/a" is odd, a cost of "none" says something.
_OWN_EMPTIES = frozenset({"phones", "email", "website", "link", "contact", "cost", "licence", "status", "hours"})
_DATES_BELONG = frozenset({"ages", "list_checked", "year", "status"})
_SPEAKS_OF_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[^\w\n]{0,4}"
    r"\d{1,2}(?:st|nd|rd|th)?[ ./-]+(?:\d{1,2}|[a-z]{3,9})[ ,./-]+\d{2}",
    re.IGNORECASE,
)
_BIRTH_SIGNS = ("birth", "dob", "d.o.b", "born")  # looked for first: it takes a tenth of the time
_PRISON_NUMBER = re.compile(r"A\d{4}[A-Z]{2}\b")
_YES_OR_NO = frozenset({"yes", "no", "y", "n", "true", "false", "✓", "✔", "✗", "x"})
_LONGEST_NAME = 80

NO_NAME = "It has no name."
A_PERSON = "It looks like a record about a person ({sign}). Champion keeps no records of children or families."
SLIPPED = "It has more cells than there are headings: its values may have slipped into the wrong columns."


@dataclass
class Findings:
    """What was noticed in one row: ``odd`` warns, ``ask`` needs a person, ``refused`` ends it, ``note`` is kept."""

    odd: list[str] = field(default_factory=list)
    ask: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    refused: str = ""
    empties: int = 0

    def warn(self, reason: str) -> None:
        """One more odd thing, said once."""
        if reason and reason not in self.odd:
            self.odd.append(reason)

    def keep(self, words: str) -> None:
        """Words that fit no field, for the note."""
        if words and words not in self.note:
            self.note.append(words)


@dataclass(frozen=True, slots=True)
class Value:
    """The words of one cell and the column they stand in."""

    column: Column
    text: str
    cell: Cell

    @property
    def heading(self) -> str:
        """The column's heading."""
        return self.column.heading

    @property
    def part(self) -> str:
        """The part of the field the column fills."""
        return self.column.role.part if self.column.role else ""


Gathered = dict[str, list[Value]]


def gather(row: TableRow, columns: Sequence[Column], width: int, found: Findings) -> Gathered:
    """The values of a row by field. Says what was odd in any cell, also of columns that are left out."""
    values: Gathered = {}
    for column in columns:
        if column.place >= len(row.cells):
            break
        cell = row.cells[column.place]
        if cell.odd:
            found.warn(f"“{column.heading}”: {cell.odd}")
        if column.role is not None and (cell.text or cell.link):
            text = _readable(cell, column, found)
            if text or cell.link:
                values.setdefault(column.role.field, []).append(Value(column, text, cell))
    for cell in row.cells[width:]:
        if cell.odd:
            found.warn(f"A cell without a heading: {cell.odd}")
        if cell.text and SLIPPED not in found.ask:
            found.ask.append(SLIPPED)
    return values


def _readable(cell: Cell, column: Column, found: Findings) -> str:
    text = cell.text
    field_name = column.role.field if column.role else ""
    if cell.is_date and field_name not in _DATES_BELONG:
        shown = day_in_words(text)
        found.warn(f"“{column.heading}” holds a date ({shown}): Excel may have changed what was typed.")
        text = shown
    if not cell.odd and (letters := wrong_letters(text)):  # what is odd was said already
        found.warn(f"Some letters look wrong (“{letters}” in “{column.heading}”): try another encoding.")
    if field_name not in _OWN_EMPTIES and text and says_nothing(text):
        found.empties += 1
        return ""
    return text


def about_a_person(row: TableRow, columns: Sequence[Column], texts: str, *, sparse: set[int], evidence: bool) -> str:
    """Why a row looks like a record about a child or a parent, or "".

    A filled column about children makes it one, unless there is ``evidence`` that the rest speaks of a service and such
    columns are filled in most rows (``sparse`` holds the places of those that are not).
    """
    for column in columns:
        counts = column.children and (not evidence or column.place in sparse)
        if counts and column.place < len(row.cells) and not says_nothing(row.cells[column.place].text):
            return A_PERSON.format(sign=f"“{column.heading}” is filled in")
    small = texts.casefold()
    if any(sign in small for sign in _BIRTH_SIGNS) and _SPEAKS_OF_BIRTH.search(texts):
        return A_PERSON.format(sign="it gives a date of birth")
    if any(not texts[: match.start()][-1:].isalnum() for match in _PRISON_NUMBER.finditer(texts)):
        return A_PERSON.format(sign="it gives a prison number")
    return ""


def lines(values: Sequence[Value], joiner: str = "; ") -> str:
    """Several values of one field as one text, each once; a bare "Yes" says to what."""
    if len(values) == 1 and len(values[0].text) > 5:
        return one_line(values[0].text) if joiner != "\n" else values[0].text
    pieces: list[str] = []
    seen = set()
    for value in values:
        text = one_line(value.text) if joiner != "\n" else value.text
        if text.casefold() in _YES_OR_NO and value.column.headed:
            text = f"{value.heading}: {text}"
        if text and text.casefold() not in seen:
            seen.add(text.casefold())
            pieces.append(text)
    return joiner.join(pieces)


def fitting_line(text: str, words: str, found: Findings) -> str:
    """A text for a field of one line, or "" when it is too long for it: then it goes whole into the note."""
    line = one_line(text)
    if len(line) <= LONGEST_LINE:
        return line
    found.warn(f"“{words}” is too long for its field ({len(line)} letters): all of it stands in the note.")
    found.keep(f"{words}: {text}")
    return ""


def name_in(values: Sequence[Value], found: Findings) -> tuple[str, str]:
    """The name, and the whole of it when it is too long to be one (for the description). Two columns are joined."""
    text = lines(values).lstrip("•·▪●* \t")
    if not any(mark.isalpha() for mark in text):
        return "", ""
    if len(text) <= LONGEST_LINE:
        return text, ""
    found.warn(f"The name is too long ({len(text)} letters): all of it stands in the description.")
    return first_words(text), text


def note_of(found: Findings, *texts: str) -> str:
    """The note of a record: the list's own notes, then what fitted nowhere else."""
    return "\n".join(text for text in (*texts, *found.note) if text)


def too_long(*notes: str) -> bool:
    """Whether a text is longer than a note can be."""
    return any(len(text) > LONGEST_NOTE for text in notes)


def first_words(text: str) -> str:
    """The first words of a text, at most 80 letters, cut between words."""
    line = one_line(text)
    if len(line) <= _LONGEST_NAME:
        return line
    cut = line[: _LONGEST_NAME - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[40:] else cut).rstrip(" ,;:") + "…"


def swallowed_lines(row: TableRow, separator: str, width: int) -> str:
    """Why a cell seems to hold further lines of the file (a quotation mark is missing), or ""."""
    least = max(3, width - 2)
    for cell in row.cells:
        if cell.text.count("\n") >= 2 and cell.text.count(separator) >= 2 * least:
            inside = sum(line.count(separator) >= least for line in cell.text.split("\n"))
            if inside >= 2:
                return f"One cell seems to hold {inside} further lines of the file: a quotation mark may be missing."
    return ""
