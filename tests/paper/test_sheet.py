"""Our own sheets on paper: two sides at most, no PDF/UA failure, the sheet's words and no others, room to write."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import page as validator
import pikepdf
import pypdfium2
import pytest

from champion_app.domain.sheets import Sheet, SheetBlock, SheetBlockKind
from champion_app.paper import blocks
from champion_app.paper import sheet as paper
from champion_app.paper.page import Printed, build
from champion_app.tasks.sheets import sheets

SERVICE = "Hollin Bank Primary School"
SHEETS = sheets()
EACH = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
PLAIN = Sheet("plain", "2026-11", "Title", "staff", ("8.2",), "Why.", (), "")


def _printed(sheet: Sheet, service: str = SERVICE) -> Printed:
    return build(paper.document(sheet, service))


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.replace("\u00a0", " ")))


@EACH
def test_a_sheet_is_two_sides_at_most_and_passes_pdf_ua(sheet: Sheet) -> None:
    made = _printed(sheet)
    assert made.page_count <= 2
    assert made.unprintable == ()
    report = validator.validate_pdf_bytes(made.pdf)
    assert report.is_compliant, report.failures


@EACH
def test_the_words_on_paper_are_the_words_of_the_sheet_and_no_others(sheet: Sheet) -> None:
    pages = _pages(_printed(sheet).pdf)
    wanted = _words(" ".join(sheet.words()))
    for block in sheet.blocks:
        if block.kind is SheetBlockKind.STEPS:
            wanted += Counter(str(number) for number in range(1, len(block.items) + 1))
    for number in range(1, len(pages) + 1):
        wanted += _words(f"{SERVICE} Page {number} of {len(pages)}")
    assert _words(" ".join(pages)) == wanted


@EACH
def test_a_second_side_is_worth_its_paper(sheet: Sheet) -> None:
    for text in _pages(_printed(sheet).pdf)[1:]:
        beside = f"{sheet.imprint} {SERVICE} Page 2 of 2"
        assert len(text.split()) > len(beside.split()) + 8


@EACH
def test_the_same_sheet_is_the_same_file(sheet: Sheet) -> None:
    assert _printed(sheet).pdf == _printed(sheet).pdf


def _kinds(pdf: bytes) -> Counter[str]:
    """How many elements of each kind the structure holds."""
    found: Counter[str] = Counter()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        waiting = [opened.Root.StructTreeRoot.K]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
                found[str(node.S)] += 1
                waiting.append(node.get("/K", pikepdf.Array()))
    return found


def test_each_kind_of_block_gets_its_tags() -> None:
    sheet = replace(
        PLAIN,
        blocks=(
            SheetBlock(SheetBlockKind.HEADING, "Heading"),
            SheetBlock(SheetBlockKind.TEXT, "Text"),
            SheetBlock(SheetBlockKind.NOTE, "Note"),
            SheetBlock(SheetBlockKind.SAY, "Say\nthis"),
            SheetBlock(SheetBlockKind.LIST, items=("One", "Two")),
            SheetBlock(SheetBlockKind.STEPS, items=("First", "Second")),
            SheetBlock(SheetBlockKind.CHECKS, items=("Tick", "Tock")),
            SheetBlock(SheetBlockKind.TABLE, "Heard", columns=("A", "B"), rows=(("c", ""),), empty_rows=3),
            SheetBlock(SheetBlockKind.LINES, "Lines", lines=2),
        ),
    )
    made = _printed(sheet)
    kinds = _kinds(made.pdf)
    assert (kinds["/H1"], kinds["/H2"], kinds["/L"], kinds["/LI"], kinds["/Table"]) == (1, 1, 3, 6, 2)
    assert (kinds["/TR"], kinds["/TH"]) == (5 + 3, 2 + 4 + 1)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant
    assert "Heard" not in " ".join(_pages(made.pdf))


def test_tick_boxes_are_drawn_and_never_a_letter() -> None:
    made = _printed(replace(PLAIN, blocks=(SheetBlock(SheetBlockKind.CHECKS, items=("Ask first",)),)))
    assert not re.search("[\u2610-\u2612\u25a1]", " ".join(_pages(made.pdf)))
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        drawn = opened.pages[0].Contents.read_bytes()
    assert drawn.count(b" c ") >= 4  # the rounded corners of the box


def test_there_is_room_to_write(document: Callable[..., blocks.Document]) -> None:
    table = SheetBlock(SheetBlockKind.TABLE, columns=("A", "B"), rows=(("Filled", "in"), ("To fill", "")), empty_rows=4)
    made = paper.document(replace(PLAIN, blocks=(table,)), "")
    drawn = next(block for block in made.blocks if isinstance(block, blocks.Table))
    heights = [row.least_height for row in drawn.rows]
    assert heights[0] == 0
    assert len(heights) == 6 and all(height >= 24 for height in heights[1:])  # points: 8 mm is what ruled paper has


def test_a_new_side_starts_a_page() -> None:
    before = SheetBlock(SheetBlockKind.TEXT, "Front")
    after = SheetBlock(SheetBlockKind.HEADING, "Back", new_side=True)
    front, back = _pages(_printed(replace(PLAIN, blocks=(before, after))).pdf)
    assert "Front" in front and "Back" not in front and "Back" in back
    assert len(_pages(_printed(replace(PLAIN, blocks=(before, replace(after, new_side=False)))).pdf)) == 1


def test_a_list_is_not_parted_from_its_heading() -> None:
    filler = SheetBlock(SheetBlockKind.TEXT, "\n".join(["filler"] * 35))
    steps = SheetBlock(SheetBlockKind.STEPS, items=tuple(f"step{number}" for number in range(9)))
    sheet = replace(PLAIN, blocks=(filler, SheetBlock(SheetBlockKind.HEADING, "Do this"), steps))
    pages = _pages(_printed(sheet).pdf)
    assert [("Do this" in text, "step0" in text, "step8" in text) for text in pages] == [
        (False, False, False),
        (True, True, True),
    ]


def test_what_cannot_be_printed_is_named_and_the_rest_is_there() -> None:
    made = _printed(replace(PLAIN, title="Ask 🎉 first"), "Ysgol Bryn Ŵyn ☃")
    assert set(made.unprintable) == {"🎉", "☃"}
    text = " ".join(_pages(made.pdf))
    assert "Ask first" in text and "Ysgol Bryn Ŵyn" in text


def test_a_service_without_a_name_has_only_the_page_count_at_its_foot() -> None:
    assert _pages(_printed(PLAIN, "").pdf)[0].endswith("Page 1 of 1")
