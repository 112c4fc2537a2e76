"""Any text made safe to print."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.paper.text import LONGEST_PARAGRAPH, NO_BREAK, one_line, paragraphs, safe, whole_numbers

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "ab"),
        ("abc\u202egnp.exe\u202c", "abcgnp.exe"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("e\u0301", "é"),
        ("soft\u00adhyphen \ufeffbom heart\ufe0f", "softhyphen bom heart"),
        ("thin\u2009space\tand tab", "thin space and tab"),
        ("child\u2011impact", "child-impact"),
        ("a<b & <b>Jo</b> &amp;", "a<b & <b>Jo</b> &amp;"),
        ("ŵ ŷ ż", "ŵ ŷ ż"),
    ],
)
def test_safe_keeps_what_can_be_read(typed: str, kept: str) -> None:
    assert safe(typed) == kept


@given(ANYTHING)
def test_f67_safe_leaves_nothing_that_can_do_harm(typed: str) -> None:
    text = safe(typed)
    assert safe(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert not {unicodedata.category(mark) for mark in text if mark != "\n"} & {"Cc", "Cs"}
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\r\ufffe\uffff")


def test_an_empty_line_ends_a_paragraph_and_a_line_end_does_not() -> None:
    assert paragraphs("one\ntwo\n\n \nthree\n") == [["one", "two"], ["three"]]
    assert paragraphs(" \n\n") == []


@given(st.integers(0, 3 * LONGEST_PARAGRAPH))
def test_no_paragraph_is_longer_than_the_limit_and_no_line_is_lost(count: int) -> None:
    found = paragraphs("\n".join(f"line {number}" for number in range(count)))
    assert [line for paragraph in found for line in paragraph] == [f"line {number}" for number in range(count)]
    assert all(len(paragraph) <= LONGEST_PARAGRAPH for paragraph in found)


@pytest.mark.parametrize("number", ["0808 808 2003", "116 123", "+44 20 7946 0958", "(020) 7946 0958", "0117 496 0123"])
def test_a_phone_number_is_never_cut_by_a_line_end(number: str) -> None:
    assert whole_numbers(f"Ring {number} now, 2 of 3") == f"Ring {number.replace(' ', NO_BREAK)} now, 2 of 3"


def test_dates_and_counts_may_be_cut() -> None:
    assert NO_BREAK not in whole_numbers("22 November 2026, pages 4 to 12, 193,000 children")


def test_one_line_has_no_line_ends() -> None:
    assert one_line("  one\n two   three\t") == "one two three"
