"""A list that is open for a person to sort out: read once, its columns changed as often as they like."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from champion_app.domain.foreign_tables import ForeignFile
from champion_app.domain.imports import Reading
from champion_app.domain.list_mapping import NO_MAPPING
from champion_app.domain.list_reading import Mapping
from champion_app.domain.list_rough import (
    FIELDS,
    NAME_FIELDS,
    heading_lines,
    is_unclear,
    likely_heading_line,
    rough_columns,
)
from champion_app.exchange.lists import read_list
from champion_app.exchange.open_referral_in import is_open_referral, read_open_referral
from champion_app.exchange.text_letters import ENCODINGS
from champion_app.exchange.text_out import write_csv
from champion_app.faults import ListRefused
from champion_app.tasks import exports
from champion_app.tasks.lists import READERS, ListPreview, report

__all__ = ["ENCODINGS", "FIELDS", "NAME_FIELDS", "OpenedList", "is_unclear", "open_list", "save_report", "with_mapping"]
_REPORT = ("Sheet", "Line", "Name", "What became of it", "Why")
OUTCOME_WORDS = {
    "taken": "taken in",
    "warned": "taken in, but odd",
    "refused": "not taken in",
    "duplicate": "here already",
    "ask": "a person must decide",
    "ignored": "not a record",
}


@dataclass(frozen=True)
class OpenedList:
    """A list as read. ``file`` holds its tables, so that other columns need not read it again; None: Open Referral.

    ``problem`` says why no record could be made of it yet: then ``reading`` has its columns only.
    """

    path: Path
    noun: str
    reading: Reading
    file: ForeignFile | None = field(default=None, repr=False)
    mapping: Mapping = NO_MAPPING
    problem: ListRefused | None = None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets; nothing for a text file or Open Referral."""
        return tuple(table.sheet for table in self.file.tables if table.sheet) if self.file is not None else ()

    @property
    def first_lines(self) -> list[tuple[int, str]]:
        """Number and words of the first lines that say anything: one of them has the headings."""
        return heading_lines(self.file, self.mapping) if self.file is not None else []


def open_list(path: Path, noun: str, encoding: str = "", separator: str = "") -> OpenedList:
    """Reads a list of "listings" or "resources"; slow for a long one, and needs no binder. Raises ListRefused.

    A list that can be read, but of which no column holds the names, is not refused: a person can say which one does.
    """
    if noun == "listings" and is_open_referral(path):
        return OpenedList(path, noun, read_open_referral(path))
    file = read_list(path, encoding=encoding, separator=separator)
    return with_mapping(OpenedList(path, noun, Reading(()), file), NO_MAPPING)


def with_mapping(opened: OpenedList, mapping: Mapping) -> OpenedList:
    """The same list with its columns used as a person says. Raises ListRefused for a list with nothing in it."""
    if opened.file is None:
        return opened
    try:
        reading = READERS[opened.noun](opened.file, mapping)
    except ListRefused as refused:
        if not mapping.heading_line:
            mapping = replace(mapping, heading_line=likely_heading_line(opened.file, opened.noun, mapping))
        columns = rough_columns(opened.file, opened.noun, mapping)
        if not columns:
            raise
        return replace(opened, reading=Reading((), columns, opened.file.notes), mapping=mapping, problem=refused)
    return replace(opened, reading=reading, mapping=mapping, problem=None)


def save_report(previewed: ListPreview, path: Path, *, applied: bool) -> Path:
    """Writes what became of each line, for whoever made the list: ``.csv`` as a table, anything else as JSON.

    Returns the path. Raises a disk fault; an earlier file is then as it was.
    """
    if path.suffix.casefold() != ".csv":
        return exports.save_report(report(previewed, applied=applied), path)
    rows = [
        (line.record.place.sheet, line.record.place.line, line.record.name, OUTCOME_WORDS[line.outcome.value],
         " ".join(line.reasons))
        for line in previewed.lines
    ]  # fmt: skip
    gone = [("", "", one.name, "in the last edition only", "It stays in our binder.") for one in previewed.preview.gone]
    return write_csv(path, _REPORT, [*rows, *gone])
