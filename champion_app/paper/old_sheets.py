"""Sheets to put in the bin, on paper: to go through a drawer or a rack with a pen, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from champion_app.domain.dates import british, british_short
from champion_app.domain.languages import language_tag
from champion_app.domain.print_facts import Outdated, together, why_said
from champion_app.paper import blocks
from champion_app.paper.style import Align
from champion_app.paper.text import stopped

TITLE = "Sheets to put in the bin"
_COLUMNS = (
    blocks.Column("Sheet", 48),
    blocks.Column("Printed on", 32),
    blocks.Column("Copies", 23, Align.END),
    blocks.Column("Why", 77),
    blocks.Column("In the bin", 18, Align.CENTRE),
)
_MOST_REASONS = 4  # as many as help to decide; one is enough to throw a sheet away


def document(years: Mapping[int, Sequence[Outdated]], service: str, day: date) -> blocks.Document:
    """A4: a table for each year they were printed in, the newest first, with a box to tick on every line."""
    found = [one for year in years.values() for one in year]
    body: list[blocks.Block] = [blocks.Words(_counted(found))]
    for year, printed in years.items():
        body.append(blocks.Heading(f"Printed in {year}: {_sheets(printed)}"))
        body.append(blocks.Table(_COLUMNS, tuple(map(_row, printed)), summary=f"Sheets printed in {year}"))
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(service, british(day)),
        blocks=tuple(body),
        footer=stopped(TITLE, service),
        subject="List of old sheets",
    )


def _row(one: Outdated) -> blocks.Row:
    record = one.record
    reasons = together(one.reasons)
    why = [why_said(reason) for reason in reasons[:_MOST_REASONS]]
    if (more := len(reasons) - _MOST_REASONS) > 0:
        why.append(f"And {more} more.")
    # Paragraphs and no list: a row of text goes to the next page whole, and its box with it.
    said = "\n\n".join(why)
    language = record.template.partition(".")[2]
    title = blocks.Cell(record.title, language=language_tag(language))
    return blocks.Row((title, british_short(record.day), str(record.copies), said, blocks.Cell(ticked=False)))


def _counted(found: Sequence[Outdated]) -> str:
    if not found:
        return "Nothing is to be thrown away: every sheet printed so far is still right."
    prints = "1 print" if len(found) == 1 else f"{len(found)} prints"
    return (
        f"{_sheets(found)} from {prints}. Look where families find them, throw these away and tick them here."
        " Then tick them off in Champion too."
    )


def _sheets(found: Sequence[Outdated]) -> str:
    count = sum(one.record.copies for one in found)
    return "1 sheet" if count == 1 else f"{count} sheets"
