"""Pages on sheets to fold or to cut: read back from the sheets, and folded as hands would."""

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
from champion_app.paper.booklet import BLANK, booklet_order, fold_in_three, impose, three_fold_order, two_alike
from champion_app.paper.page import build
from champion_app.paper.style import A4, A5, DL, Sheet


def leaflet(document: Callable[..., Document], pages: int, sheet: Sheet, language: str = "en-GB") -> bytes:
    parts = [
        part for number in range(1, pages + 1) for part in (blocks.Words(f"This is page {number}."), blocks.PageBreak())
    ]
    return build(document(*parts[:-1], sheet=sheet, page_words="", title="", language=language)).pdf


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


# ---- paper in the hand


class Printed:
    """A sheet printed on both sides and turned on its short edge: what lies behind each column of its front."""

    def __init__(self, front: list[str], back: list[str]) -> None:
        self.front = front
        # Turned like the leaf of a book, left and right change places and nothing stands on its head.
        self.behind = back[::-1]

    @property
    def back(self) -> list[str]:
        """The other side, turned over, from left to right."""
        return self.behind[::-1]


def sheets_of(pdf: bytes, columns: int) -> list[Printed]:
    """The sheets of a print copy, every two sides one."""
    sides = across(pdf, columns)
    return [Printed(front, back) for front, back in zip(sides[::2], sides[1::2], strict=True)]


def read_folded_in_two(sheets: list[Printed]) -> list[str]:
    """Lay the sheets into each other, fold all of them to the left, turn the leaves and read."""
    right_half = [side for sheet in sheets for side in (sheet.front[1], sheet.behind[1])]
    left_half = [side for sheet in sheets for side in (sheet.front[0], sheet.behind[0])]
    return right_half + left_half[::-1]


def folded_in_three(sheet: Printed) -> dict[str, list[str]]:
    """Lay a sheet with its inside up, fold the right third over, then the left third over that; see what shows."""
    left, middle, right = sheet.back
    behind_left, behind_middle, behind_right = sheet.front[::-1]
    return {
        "closed": [behind_left],
        "turned over": [behind_middle],
        "cover opened": [left, behind_right],
        "flap opened": [left, middle, right],
    }


def pages(*numbers: int) -> list[str]:
    return [f"This is page {number}." if number else "" for number in numbers]


@pytest.mark.parametrize("count", [4, 7, 8])
def test_a_booklet_from_the_printer_reads_in_order(count: int, document: Callable[..., Document]) -> None:
    read = read_folded_in_two(sheets_of(impose(leaflet(document, count, A5)), 2))
    assert read == pages(*range(1, count + 1), *[0] * (-count % 4))


def test_folded_in_three_the_cover_is_outside_and_the_story_inside(document: Callable[..., Document]) -> None:
    (sheet,) = sheets_of(fold_in_three(leaflet(document, 6, DL)), 3)
    assert folded_in_three(sheet) == {
        "closed": pages(1),
        "turned over": pages(6),
        "cover opened": pages(2, 5),
        "flap opened": pages(2, 3, 4),
    }


@pytest.mark.parametrize("count", [2, 4, 5])
def test_the_back_of_three_folds_is_the_last_page_however_few(count: int, document: Callable[..., Document]) -> None:
    (sheet,) = sheets_of(fold_in_three(leaflet(document, count, DL), keep_last=True), 3)
    seen = folded_in_three(sheet)
    assert seen["closed"] == pages(1)
    assert seen["turned over"] == pages(count)


def test_more_than_six_pages_go_on_inside_a_second_sheet(document: Callable[..., Document]) -> None:
    outer, inner = map(folded_in_three, sheets_of(fold_in_three(leaflet(document, 9, DL), keep_last=True), 3))
    assert outer["closed"] == pages(1)
    assert outer["turned over"] == pages(9)
    assert outer["flap opened"] == pages(2, 3, 4)
    assert outer["cover opened"] == pages(2, 5)
    assert inner["closed"] == pages(6)
    assert inner["flap opened"] == pages(7, 8, 0)


def test_the_models_can_fail(document: Callable[..., Document]) -> None:
    """The same sheets turned on the wrong edge, or with their sides exchanged, do not read in order."""
    (sheet,) = sheets_of(impose(leaflet(document, 4, A5)), 2)
    assert read_folded_in_two([Printed(sheet.front, sheet.back[::-1])]) != pages(1, 2, 3, 4)
    assert read_folded_in_two([Printed(sheet.back, sheet.front)]) != pages(1, 2, 3, 4)
    (three,) = sheets_of(fold_in_three(leaflet(document, 6, DL)), 3)
    assert folded_in_three(Printed(three.back, three.front))["closed"] != pages(1)
    assert folded_in_three(Printed(three.front, three.back[::-1]))["flap opened"] != pages(2, 3, 4)


def test_both_halves_of_a_flyer_are_alike_on_both_sides(document: Callable[..., Document]) -> None:
    made = two_alike(leaflet(document, 2, A5))
    (sheet,) = sheets_of(made, 2)
    for half in (0, 1):
        assert (sheet.front[half], sheet.behind[half]) == ("This is page 1.", "This is page 2.")
    side = pypdfium2.PdfDocument(made)[0]
    assert (side.get_width(), side.get_height()) == pytest.approx((A4.height, A4.width), abs=1)


def test_a_flyer_of_one_page_is_printed_on_one_side(document: Callable[..., Document]) -> None:
    assert across(two_alike(leaflet(document, 1, A5)), 2) == [["This is page 1.", "This is page 1."]]


def test_marks_show_where_to_cut_and_nothing_after_the_cut(document: Callable[..., Document]) -> None:
    drawn = pypdfium2.PdfDocument(two_alike(leaflet(document, 1, A5)))[0].render(scale=4).to_pil().convert("L")
    middle = drawn.width // 2
    dark = [row for row in range(drawn.height) if min(drawn.getpixel((middle + x, row)) for x in (-1, 0, 1)) < 200]
    assert dark
    assert max(min(row, drawn.height - row) for row in dark) < 30 * 4
    assert max(drawn.getpixel((middle + x, drawn.height // 2)) for x in (-2, 2)) > 250


@pytest.mark.parametrize(("put", "sheet"), [(impose, A5), (fold_in_three, DL), (two_alike, A5)])
def test_nothing_stands_on_its_head_and_printers_are_told_how(
    put: Callable[[bytes], bytes], sheet: Sheet, document: Callable[..., Document]
) -> None:
    made = put(leaflet(document, 6, sheet))
    for side in pypdfium2.PdfDocument(made):
        text = side.get_textpage()
        places = [text.get_charbox(place) for place in range(text.count_chars())]
        assert side.get_rotation() == 0
        # The words stand at the top of their page, and run from left to right.
        assert min(bottom for _, bottom, _, _ in places) > side.get_height() / 2
        assert places[0][0] < places[5][0]
    with pikepdf.open(io.BytesIO(made)) as opened:
        wishes = opened.Root.ViewerPreferences
        assert str(wishes.Duplex) == "/DuplexFlipShortEdge"
        assert str(wishes.PrintScaling) == "/None"


@given(st.integers(1, 40), st.booleans())
def test_every_page_comes_once_on_sheets_folded_in_three(count: int, keep_last: bool) -> None:
    order = three_fold_order(count, keep_last=keep_last)
    assert len(order) % 6 == 0
    assert sorted(page for page in order if page != BLANK) == list(range(count))
    assert not keep_last or order[1 if count > 1 else 2] == count - 1


def test_same_pages_same_sheets(document: Callable[..., Document]) -> None:
    pdf = leaflet(document, 5, A5)
    sheets = impose(pdf)
    assert sheets == impose(pdf)
    with pikepdf.open(io.BytesIO(sheets)) as opened:
        assert str(opened.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert len(opened.pages) == 4
        assert str(opened.docinfo["/Author"]) == "Champion"


def test_what_is_read_from_the_right_is_opened_from_the_right(document: Callable[..., Document]) -> None:
    def numbers(sides: list[list[str]]) -> list[list[str]]:
        return [[letter for place in side for letter in place if letter.isdigit()] for side in sides]

    # The cover lies left of its fold, and inside 2 stands right of 3.
    assert numbers(across(impose(leaflet(document, 4, A5, "ur")), 2)) == [["1", "4"], ["3", "2"]]
    assert numbers(across(fold_in_three(leaflet(document, 6, DL, "ar")), 3)) == [["1", "6", "5"], ["4", "3", "2"]]
