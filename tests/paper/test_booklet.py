"""Pages on sheets to fold."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.paper import blocks
from champion_app.paper.blocks import Document
from champion_app.paper.booklet import BLANK, booklet_order, fold_in_three, impose, three_fold_order
from champion_app.paper.page import build
from champion_app.paper.style import A4, A5, DL, Sheet


def leaflet(document: Callable[..., Document], pages: int, sheet: Sheet) -> bytes:
    parts = [
        part for number in range(1, pages + 1) for part in (blocks.Words(f"This is page {number}."), blocks.PageBreak())
    ]
    return build(document(*parts[:-1], sheet=sheet, page_words="", title="")).pdf


def across(pdf: bytes, columns: int) -> list[list[str]]:
    """What stands in each column of each side of the sheets, read from the letters' places."""
    sides = []
    for side in pypdfium2.PdfDocument(pdf):
        text, width = side.get_textpage(), side.get_width() / columns
        sides.append(
            [text.get_text_bounded(place * width, 0, (place + 1) * width, 9999).strip() for place in range(columns)]
        )
    return sides


def test_four_pages_on_one_sheet(document: Callable[..., Document]) -> None:
    sheets = impose(leaflet(document, 4, A5))
    assert across(sheets, 2) == [
        ["This is page 4.", "This is page 1."],
        ["This is page 2.", "This is page 3."],
    ]
    first = pypdfium2.PdfDocument(sheets)[0]
    assert (first.get_width(), first.get_height()) == pytest.approx((A4.height, A4.width), abs=1)


def test_missing_pages_are_blank_and_a_back_cover_stays_at_the_back(document: Callable[..., Document]) -> None:
    pdf = leaflet(document, 3, A5)
    assert across(impose(pdf), 2) == [["", "This is page 1."], ["This is page 2.", "This is page 3."]]
    assert across(impose(pdf, keep_last=True), 2) == [["This is page 3.", "This is page 1."], ["This is page 2.", ""]]


def test_three_folds(document: Callable[..., Document]) -> None:
    assert across(fold_in_three(leaflet(document, 6, DL)), 3) == [
        ["This is page 5.", "This is page 6.", "This is page 1."],
        ["This is page 2.", "This is page 3.", "This is page 4."],
    ]
    assert three_fold_order(2) == [BLANK, BLANK, 0, 1, BLANK, BLANK]


@given(st.integers(1, 60), st.booleans())
def test_a_folded_booklet_reads_in_order(pages: int, keep_last: bool) -> None:
    """Fold the stack of sheets and turn the leaves: every page comes once, in order."""
    order = booklet_order(pages, keep_last=keep_last)
    sides = [order[place : place + 2] for place in range(0, len(order), 2)]
    fronts, backs = sides[::2], sides[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    read = first_half + second_half[::-1]
    assert [page for page in read if page != BLANK] == list(range(pages))
    assert len(order) % 4 == 0
    assert not keep_last or read[-1] == pages - 1 or pages == 0


def test_same_pages_same_sheets(document: Callable[..., Document]) -> None:
    pdf = leaflet(document, 5, A5)
    sheets = impose(pdf)
    assert sheets == impose(pdf)
    with pikepdf.open(io.BytesIO(sheets)) as opened:
        assert str(opened.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert len(opened.pages) == 4
        assert str(opened.docinfo["/Author"]) == "Champion"
