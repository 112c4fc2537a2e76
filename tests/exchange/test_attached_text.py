"""The words of an attachment, for the search; one without words is no fault."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from champion_app.exchange.attached_text import MOST_LETTERS, MOST_PAGES, attached_words


def pdf(pages: int = 1, words: str = "Visiting times on page") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number in range(pages):
        canvas.drawString(72, 700, f"{words} {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "A.MD", "a.csv"])
def test_a_text_is_its_words_in_any_encoding(name: str) -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        assert attached_words(name, "Siân’s café\r\nfree".encode(encoding)) == "Siân’s café\nfree"
    assert attached_words(name, b"a\0b") == "ab"
    assert attached_words(name, ("aŵ" * MOST_LETTERS).encode()) == "aŵ" * (MOST_LETTERS // 2)


def test_a_pdf_is_the_words_of_its_pages() -> None:
    assert attached_words("a.bin", pdf(2)) == "Visiting times on page 1\nVisiting times on page 2"
    long = attached_words("a.pdf", pdf(MOST_PAGES + 1, "page"))
    assert long.endswith(f"page {MOST_PAGES}")


def test_a_damaged_or_locked_pdf_has_no_words_and_is_no_fault() -> None:
    assert attached_words("a.pdf", pdf()[:200]) == ""
    assert attached_words("", b"%PDF-1.4") == ""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as file:
        file.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert attached_words("a.pdf", out.getvalue()) == ""


@given(st.sampled_from(["a.txt", "a.docx", "a.png", "", "a.csv", "a.zip"]), st.binary(max_size=60))
@settings(max_examples=100, deadline=None, database=None)
def test_any_other_file_has_no_words(name: str, content: bytes) -> None:
    words = attached_words(name, content)
    assert name in ("a.txt", "a.csv") or words == ""
