"""One cell of somebody else's list."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.typed_text import clean
from champion_app.exchange.foreign_cells import EMPTY, HIDDEN, UNREADABLE, cell


@pytest.mark.parametrize("text", ["Å´yn", "donâ€™t", "cafÃ©", "Â£5", "Ð¿Ñ€Ð¸", "ðŸ˜€", "â€œquotedâ€\x9d", "SiÃ¢n"])
def test_F55_garbled_letters_are_pointed_out(text: str) -> None:
    assert "some letters look wrong" in cell(text).odd


@pytest.mark.parametrize(
    "text",
    ["Siân Ŵyn", "café", "£5 – “free”", "CAFÉ’S", "NÃO", "naïve", "Zażółć gęślą jaźń", "Ångström", "Коли",
     "عندما", "😀", "ESPAÑA"],
)  # fmt: skip
def test_F55_good_letters_are_not(text: str) -> None:
    assert cell(text) == cell(f"  {text}\n") and cell(text).text == text
    assert cell(text).odd == ""


def test_F56_what_no_one_typed_is_taken_out_and_said() -> None:
    assert (cell("a\0b").text, cell("a\0b").odd) == ("ab", HIDDEN)
    assert (cell("\x1a").text, cell("\x1a").odd) == ("", HIDDEN)
    assert cell("fdp\u202e.exe").odd == HIDDEN
    assert (cell("\ufeffName").text, cell("\ufeffName").odd) == ("Name", HIDDEN)
    assert cell("a\ufffdb").odd == UNREADABLE
    assert cell("a\0", odd="first").odd == f"first; {HIDDEN}"
    assert cell("a\r\nb\x85c\td").odd == ""
    assert cell("a\r\nb\x85c\td").text == "a\nb\nc\td"


def test_an_empty_cell_is_always_the_same() -> None:
    assert cell("") is cell(" \u00a0 ") is EMPTY
    assert cell("", link="https://example.org") is not EMPTY


@given(st.text(st.characters(codec=None, exclude_categories=())))
@settings(max_examples=150, deadline=None, database=None)
def test_any_text_is_cleaned_and_trimmed(raw: str) -> None:
    made = cell(raw)
    assert made.text == clean(raw.replace("\ufeff", "")).strip()
    made.text.encode("utf-8")
    assert clean(made.odd) == made.odd
