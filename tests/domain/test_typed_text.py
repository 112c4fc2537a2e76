"""Typed and pasted text (F67, F65): what cannot be kept goes, everything that can be read stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from champion_app.domain.typed_text import LONGEST_NOTE, clean, clean_line, clean_note, first_line
from champion_app.faults import TooLong, WordsNeeded

# hypothesis leaves lone surrogates out unless asked
ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "ab"), ("a\x07b\x1bc", "abc"), ("a\ud800b\udfff", "ab"), ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066x\u2069", "x"), ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("cafe\u0301", "café"), ("\U0001f469\u200d\U0001f467", "\U0001f469\u200d\U0001f467"),
        ("\u200fשלום", "\u200fשלום"),
    ],
)  # fmt: skip
def test_F67_what_nobody_typed_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("end", ["\v", "\f", "\x85"])
def test_F68_line_ends_from_word_and_old_files_do_not_glue_words_together(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"
    assert clean_line(f"one{end}two", "x") == "one two"


@given(ANY_TEXT)
@example("e\0\u0301")
@example("\u1100\0\u1161")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_every_letter_and_digit_is_kept(text: str) -> None:
    def readable(words: str) -> list[str]:
        return [mark for mark in unicodedata.normalize("NFD", words) if mark.isalnum()]

    assert readable(clean(text)) == readable(text)


@given(ANY_TEXT)
def test_what_is_kept_fits_a_file(text: str) -> None:
    kept = clean(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert not any(unicodedata.category(mark) == "Cc" and mark not in "\n\t" for mark in kept)


def test_F65_ten_thousand_lines_are_kept() -> None:
    note = "\r\n".join(f"{n} Spoke to the family team, all well ✓ ŵ" for n in range(10_000))
    kept = clean_note(note, "Evidence")
    assert kept.count("\n") == 9_999 and kept.endswith("9999 Spoke to the family team, all well ✓ ŵ")


def test_a_note_keeps_its_spaces_and_blank_lines() -> None:
    assert clean_note("  one \n\n two  ", "Note") == "  one \n\n two  "


def test_a_note_past_the_limit_is_refused_with_its_length() -> None:
    clean_note("x" * LONGEST_NOTE, "Note")
    with pytest.raises(TooLong) as raised:
        clean_note("x" * (LONGEST_NOTE + 1), "Note")
    assert str(LONGEST_NOTE + 1) in raised.value.sentence() and "Note" in raised.value.sentence()


def test_a_line_is_one_line() -> None:
    assert clean_line("  Family \n room\t2 ", "Where") == "Family room 2"
    assert clean_line("   ", "Where") == ""


def test_a_needed_line_names_its_field() -> None:
    with pytest.raises(WordsNeeded) as raised:
        clean_line(" \0\n ", "The name of your service", needed=True)
    assert raised.value.sentences()[0] == "The name of your service is empty."


def test_a_line_too_long_is_refused_and_never_cut() -> None:
    assert clean_line("x" * 500, "Lead") == "x" * 500
    with pytest.raises(TooLong):
        clean_line("x" * 501, "Lead")


def test_first_line() -> None:
    assert first_line("Posters up\nmore") == "Posters up"
    assert first_line("") == ""
    cut = first_line("word " * 40)
    assert len(cut) <= 80 and cut.endswith("…")
