"""Every sheet says which it is and of how many, so that one that a printer swallowed is noticed (F73)."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest

from champion_app.paper import blocks
from champion_app.paper.page import build
from champion_app.paper.style import A4, LARGE_PRINT, STANDARD, Scale, Sheet

LONG = tuple(blocks.Words(f"Line {number} of what was done. " * 6) for number in range(160))


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize(("sheet", "scale"), [(A4, STANDARD), (A4.turned, STANDARD), (A4, LARGE_PRINT)])
def test_F73_every_sheet_says_page_so_of_so_many(sheet: Sheet, scale: Scale) -> None:
    table = blocks.Table(
        (blocks.Column("What", 50), blocks.Column("How", 50)),
        tuple(blocks.Row((f"Row {number}", "words " * 30)) for number in range(60)),
    )
    made = build(blocks.Document(title="Work plan", blocks=(*LONG, table), sheet=sheet, scale=scale, footer="Plan."))
    found = texts(made.pdf)
    assert len(found) == made.page_count > 5
    for number, text in enumerate(found, start=1):
        assert re.search(rf"\bPage {number} of {made.page_count}\b", text.replace("\r\n", " ")), f"sheet {number}"


def test_F73_one_sheet_says_so_too() -> None:
    assert "Page 1 of 1" in texts(build(blocks.Document(title="Plan", blocks=(blocks.Words("Short."),))).pdf)[0]
