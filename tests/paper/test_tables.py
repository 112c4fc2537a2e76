"""Tables over pages."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from champion_app.paper import blocks
from champion_app.paper.blocks import Document
from champion_app.paper.page import build
from champion_app.paper.style import A4

COLUMNS = (blocks.Column("Action", 1), blocks.Column("Evidence", 2))


def pages_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_headings_come_again_on_every_page(document: Callable[..., Document]) -> None:
    rows = tuple(blocks.Row((f"row {number}", "words")) for number in range(100))
    pages = pages_of(build(document(blocks.Table(COLUMNS, rows), sheet=A4.turned)).pdf)
    assert len(pages) > 2
    assert all("Evidence" in text for text in pages)
    assert sum(text.count("row ") for text in pages) == 100


def test_a_cell_longer_than_a_page_goes_on(document: Callable[..., Document]) -> None:
    note = "\n".join(f"line {number}." for number in range(200))
    pages = pages_of(
        build(document(blocks.Table(COLUMNS, (blocks.Row(("long", note)), blocks.Row(("after", "it")))))).pdf
    )
    text = " ".join(pages)
    assert [f"line {number}." in text for number in range(200)] == [True] * 200
    assert text.count("line 17.") == 1
    assert text.index("line 199.") < text.index("after")


def test_a_short_row_is_not_cut(document: Callable[..., Document]) -> None:
    rows = tuple(blocks.Row((f"row {number}", f"first\nsecond\nlast of {number}.")) for number in range(60))
    for text in pages_of(build(document(blocks.Table(COLUMNS, rows))).pdf):
        assert text.count("first") == text.count("last of") == text.count("row ")


def test_a_section_heading_stays_with_its_rows(document: Callable[..., Document]) -> None:
    for before in range(20, 50):
        rows = (
            *(blocks.Row((f"row {number}", "words")) for number in range(before)),
            blocks.Row(("Section",), section=True),
            blocks.Row(("under it", "words")),
        )
        pages = pages_of(build(document(blocks.Table(COLUMNS, rows))).pdf)
        assert all("under it" in text for text in pages if "Section" in text)


def test_too_many_cells_are_a_mistake(document: Callable[..., Document]) -> None:
    with pytest.raises(ValueError, match="more cells"):
        build(document(blocks.Table(COLUMNS, (blocks.Row(("a", "b", "c")),))))


def test_headings_without_rows_stay_on_the_page(document: Callable[..., Document]) -> None:
    heads = blocks.Table((blocks.Column("First\nsecond\nthird\nlast", 1),), ())
    for before in range(40, 48):
        pages = pages_of(build(document(blocks.Words("\n".join(["line"] * before)), heads, page_words="")).pdf)
        assert all("First" in text for text in pages if "last" in text)


def test_headings_taller_than_the_page_do_not_come_again(document: Callable[..., Document]) -> None:
    tall = blocks.Column("\n".join(f"head {number}." for number in range(60)), 1)
    text = " ".join(pages_of(build(document(blocks.Table((tall,), (blocks.Row(("under it",)),)))).pdf))
    assert text.count("head 3.") == 1 and "under it" in text
