"""Our own sheets and reading lists: what there is, and saving it as PDF or as a Word file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.prints import PrintRecord
from champion_app.domain.resources import Resource, due_for_check
from champion_app.domain.sheets import Sheet, SheetBlock, SheetBlockKind
from champion_app.faults import NothingToPrint, UnknownName
from champion_app.store import prints, resources, service
from champion_app.store.binder import Binder
from champion_app.tasks.toolkit import load_toolkit

if TYPE_CHECKING:
    from champion_app.exchange.word_blocks import WordBlock, WordDocument, WordTable
    from champion_app.tasks.papers import Planned, Saved

_ROOM_TO_WRITE = 26  # points: the height of a row somebody writes in


@cache
def sheets() -> tuple[Sheet, ...]:
    """Every shipped sheet, in the order of the criteria they help with."""
    files = sorted(resource("sheets").glob("*.toml"))
    found = [_sheet(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(found, key=lambda item: (item.criteria, item.title)))


def sheet(sheet_id: str) -> Sheet:
    """One sheet by its id. Raises UnknownName with the names there are."""
    known = {item.id: item for item in sheets()}
    if sheet_id not in known:
        raise UnknownName(kind="sheet", name=sheet_id, choices=", ".join(known))
    return known[sheet_id]


def for_criterion(criterion: str) -> tuple[Sheet, ...]:
    """The sheets that help with one criterion, those made for it first."""
    found = (item for item in sheets() if criterion in item.criteria)
    return tuple(sorted(found, key=lambda item: item.criteria.index(criterion)))


def plan_sheet(binder: Binder, sheet_id: str) -> Planned:
    """A sheet ready to be made on a worker (``papers.make``). Raises UnknownName."""
    from champion_app.paper import sheet as paper
    from champion_app.tasks.papers import Planned

    wanted = sheet(sheet_id)
    return Planned(paper.document(wanted, service.load(binder).name), "sheet", wanted.title)


def save_sheet_pdf(binder: Binder, sheet_id: str, out: Path) -> Saved:
    """Saves a sheet as a PDF and notes it. Raises UnknownName or a fault of the disk."""
    from champion_app.tasks import papers

    wanted = sheet(sheet_id)
    made = papers.make(plan_sheet(binder, sheet_id))
    path = papers.save_pdf(made.pdf, out)
    note_sheet(binder, wanted, "a4", copies=1)
    return papers.Saved(path, made.unprintable, _cautions(wanted))


def plan_sheet_word(binder: Binder, sheet_id: str) -> WordDocument:
    """A sheet ready to be written as a Word file on a worker (``save_word``). Raises UnknownName."""
    return in_word(sheet(sheet_id), service.load(binder).name)


def save_word(planned: WordDocument, out: Path) -> Path:
    """Writes a planned Word file and returns the path used; needs no binder. Raises a fault of the disk."""
    from champion_app.exchange.word import write_word

    return write_word(planned, out)


def save_sheet_word(binder: Binder, sheet_id: str, out: Path) -> Saved:
    """Saves a sheet as a Word file, to be changed, and notes it. Raises UnknownName or a fault of the disk."""
    from champion_app.tasks import papers

    wanted = sheet(sheet_id)
    path = save_word(plan_sheet_word(binder, sheet_id), out)
    note_sheet(binder, wanted, "Word", copies=1)
    return papers.Saved(path, (), _cautions(wanted))


def note_sheet(binder: Binder, printed: Sheet, how: str, copies: int) -> int:
    """Writes a printed or saved sheet into the print history with its edition; returns its id."""
    record = PrintRecord(
        id=0, day=clock.today(), kind="sheet", title=printed.title, edition=printed.edition, options=how, copies=copies
    )
    with binder.atomic("note_print", also=frozenset({"prints"})):
        return prints.add(binder, record)


def plan_reading_list(binder: Binder, resource_ids: Sequence[int], title: str, *, by: str = "kind") -> Planned:
    """A reading list ready to be made on a worker, grouped by "kind" or by "criterion".

    Resources no longer in the binder are left out. Raises NothingToPrint if none is left.
    """
    from champion_app.paper import reading_list
    from champion_app.tasks.papers import Planned

    ours, chosen = service.load(binder), _chosen(binder, resource_ids)
    if by == "criterion":
        criteria = (criterion for statement in load_toolkit().statements for criterion in statement.criteria)
        groups = reading_list.by_criterion(chosen, {one.number: one.wording(ours.type) for one in criteria})
    else:
        groups = reading_list.by_kind(chosen)
    document = reading_list.document(groups, title.strip() or "Reading list", ours.name, clock.today())
    return Planned(document, "reading list", document.title)


def save_reading_list(binder: Binder, resource_ids: Sequence[int], title: str, out: Path, *, by: str = "kind") -> Saved:
    """Saves a reading list as a PDF and notes it. Raises NothingToPrint or a fault of the disk."""
    from champion_app.tasks import papers

    planned = plan_reading_list(binder, resource_ids, title, by=by)
    made = papers.make(planned)
    path = papers.save_pdf(made.pdf, out)
    papers.note_document(binder, planned, copies=1)
    return papers.Saved(path, made.unprintable, _doubts(binder, resource_ids))


def in_word(given: Sheet, service_name: str) -> WordDocument:
    """The sheet as a Word file: the same words in the same order as on paper."""
    from champion_app.exchange.word_blocks import WordDocument, WordText

    return WordDocument(
        title=given.title,
        subtitle=given.audience,
        blocks=(
            WordText(given.why),
            *(made for block in given.blocks for made in _word_blocks(block)),
            WordText(f"{given.criteria_words}. {given.imprint}", small=True),
        ),
        foot=service_name,
        subject=f"Sheet, edition {given.edition}",
        landscape=given.landscape,
    )


def _word_blocks(block: SheetBlock) -> tuple[WordBlock, ...]:
    from champion_app.exchange.word_blocks import WordChecks, WordHeading, WordList, WordTable, WordText

    match block.kind:
        case SheetBlockKind.HEADING:
            return (WordHeading(block.text, new_page=block.new_side),)
        case SheetBlockKind.TEXT:
            return (WordText(block.text),)
        case SheetBlockKind.NOTE:
            return (WordText(block.text, tone="warm"),)
        case SheetBlockKind.SAY:
            return (WordText(block.text, tone="soft"),)
        case SheetBlockKind.LIST | SheetBlockKind.STEPS:
            return (WordList(block.items, numbered=block.kind is SheetBlockKind.STEPS),)
        case SheetBlockKind.CHECKS:
            return (WordChecks(block.items),)
        case SheetBlockKind.TABLE:
            return (_word_table(block),)
        case SheetBlockKind.LINES:
            return (WordTable((block.text,), (("",),) * block.lines, least_height=_ROOM_TO_WRITE),)


def _word_table(block: SheetBlock) -> WordTable:
    from champion_app.exchange.word_blocks import WordTable

    return WordTable(
        block.columns,
        block.rows + (("",) * len(block.columns),) * block.empty_rows,
        block.widths,
        row_heads=bool(block.rows),
        summary=block.text,
        least_height=_ROOM_TO_WRITE if block.to_fill_in else 0,
    )


def _chosen(binder: Binder, resource_ids: Sequence[int]) -> list[Resource]:
    """The resources still there, in the order chosen. Raises NothingToPrint if there are none."""
    found = resources.some(binder, list(dict.fromkeys(resource_ids)))
    if not found:
        raise NothingToPrint(
            what="the reading list has no resources", way_out="Choose one or more in the resource pack first."
        )
    return found


def _cautions(printed: Sheet) -> tuple[str, ...]:
    return (printed.draft,) if printed.draft else ()


def _doubts(binder: Binder, resource_ids: Sequence[int]) -> tuple[str, ...]:
    """What to know before a list is handed out."""
    wanted = list(dict.fromkeys(resource_ids))
    found = resources.some(binder, wanted)
    counted = {
        "No longer in the binder, so not on the list": len(wanted) - len(found),
        "Nobody here has looked at these within a year": sum(due_for_check(item, clock.today()) for item in found),
        "Taken out of use by the pack they came from": sum(item.retired for item in found),
    }
    return tuple(f"{words}: {number}." for words, number in counted.items() if number)


def _sheet(table: dict[str, Any]) -> Sheet:
    return Sheet(
        id=table["id"],
        edition=table["edition"],
        title=table["title"],
        for_whom=table["for_whom"],
        criteria=tuple(table["criteria"]),
        why=table["why"],
        blocks=tuple(_block(item) for item in table["blocks"]),
        source=table["source"],
        draft=table["draft"],
        landscape=table.get("landscape", False),
    )


def _block(table: dict[str, Any]) -> SheetBlock:
    return SheetBlock(
        kind=SheetBlockKind(table["kind"]),
        text=table.get("text", ""),
        items=tuple(table.get("items", ())),
        columns=tuple(table.get("columns", ())),
        widths=tuple(table.get("widths", ())),
        rows=tuple(tuple(row) for row in table.get("rows", ())),
        empty_rows=table.get("empty_rows", 0),
        lines=table.get("lines", 0),
        new_side=table.get("new_side", False),
    )
