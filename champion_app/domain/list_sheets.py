"""Which sheets of a file hold the list, and which hold instructions, look-ups or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from champion_app.domain.foreign_tables import ForeignTable
from champion_app.domain.list_headings import ListKind
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_table import Block, lay_out
from champion_app.faults import ListRefused

_NOT_A_LIST = re.compile(
    r"^\W*(?:instructions?|guidance|guide|how to|read ?me|notes?\b|about\b|look ?ups?|lists?$|list (?:values"
    r"|data)|drop ?downs?|data validation|validation"
    r"|codes?\b|reference (?:data|lists?|tables?)|keys?$|legend|version|change ?log|contents$|cover\b"
    r"|front (?:page|sheet|cover)|index$|help$|examples?\b"
    r"|definitions?|glossary|pick ?lists?|options|settings|config|admin\b|do not (?:use|delete|edit)|summary"
    r"|dashboard|charts?|pivot|stat(?:istic)?s|totals?"
    r"|introduction|intro\b|welcome|terms|disclaimer|taxonomy|categories$|metadata|document control)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sheet:
    """A table with its blocks; or, when it is no list, ``left_out`` says why."""

    table: ForeignTable
    blocks: tuple[Block, ...] = ()
    left_out: str = ""


def chosen_sheets(tables: Sequence[ForeignTable], kind: ListKind, mapping: Mapping) -> list[Sheet]:
    """Every table of the file in order, read or left out. Raises ListRefused when none of them can be read."""
    wanted = _wanted(tables, kind, mapping)
    if all(row.blank for place in wanted for row in tables[place].rows):
        raise ListRefused(
            name=f"of {kind.nouns}",
            reason=f"there is nothing on its sheet “{mapping.sheet}”" if mapping.sheet else "there is nothing in it",
            way_out="Choose another sheet or another file.",
        )
    sheets, refusals = _attempt(tables, wanted, kind, mapping, guess=False)
    if not any(sheet.blocks for sheet in sheets) and not refusals:
        sheets, refusals = _attempt(tables, wanted, kind, mapping, guess=True)
    if not any(sheet.blocks for sheet in sheets):
        raise refusals[0]
    lists = [sheet for sheet in sheets if sheet.blocks and not _NOT_A_LIST.match(sheet.table.sheet)]
    if lists and not mapping.sheet:
        sheets = [
            sheet
            if sheet in lists or not sheet.blocks
            else Sheet(sheet.table, left_out="It looks like instructions or a look-up list.")
            for sheet in sheets
        ]
    return sheets


def _wanted(tables: Sequence[ForeignTable], kind: ListKind, mapping: Mapping) -> set[int]:
    """The places of the sheets to be read: all, or the one that was chosen."""
    if not mapping.sheet:
        return set(range(len(tables)))
    asked = mapping.sheet.casefold()
    found = {place for place, table in enumerate(tables) if table.sheet.strip().casefold() == asked}
    if not found:
        names = ", ".join(f"“{table.sheet}”" for table in tables[:20] if table.sheet)
        raise ListRefused(
            name=f"of {kind.nouns}",
            reason=f"it has no sheet called “{mapping.sheet}”",
            way_out=f"Choose one of its sheets: {names}." if names else "Leave the sheet out: this file has none.",
        )
    return found


def _attempt(
    tables: Sequence[ForeignTable], wanted: set[int], kind: ListKind, mapping: Mapping, *, guess: bool
) -> tuple[list[Sheet], list[ListRefused]]:
    sheets, refusals = [], []
    for place, table in enumerate(tables):
        if place not in wanted:
            sheets.append(Sheet(table, left_out="You chose another sheet."))
            continue
        try:
            blocks = lay_out(table, kind, mapping, guess=guess)
        except ListRefused as refusal:
            refusals.append(refusal)
            sheets.append(Sheet(table, left_out=f"No column of it says what a {kind.noun} is called."))
            continue
        reason = "" if blocks else f"It has no headings that belong to a list of {kind.nouns}."
        sheets.append(Sheet(table, tuple(blocks), reason))
    return sheets, refusals
