"""Telephone numbers in every condition a list holds them in. The numbers are Ofcom's for drama."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from champion_app.domain.list_phones import made_up, read_phones
from champion_app.domain.listings import Phone, dialled

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=80)
PHONY = st.text(alphabet="0123456789+() -./,;x\nTelorand&", max_size=60)


def numbers(text: str) -> list[str]:
    return [phone.number for phone in read_phones(text).phones]


@pytest.mark.parametrize(
    "text",
    ["0117 496 0123", "01174960123", "(0117) 496 0123", "0117-496-0123", "0800 1111", "0845 46 47", "116 123", "116123",
     "999", "111", "0800 123 456", "+353 1 234 5678", "020 7946 0958", "07700 900123", "029 2018 0123", "85258"],
)  # fmt: skip
def test_a_right_number_is_kept_as_it_is_written(text: str) -> None:
    assert read_phones(text).phones == (Phone(text),)
    assert read_phones(text).odd == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0117 496 0123 / 0800 1111", [("0117 496 0123", ""), ("0800 1111", "")]),
        ("01174960123, 01174960124 & 01174960125", [("01174960123", ""), ("01174960124", ""), ("01174960125", "")]),
        ("0117 496 0123 or 07700 900123 (mobile)", [("0117 496 0123", ""), ("07700 900123", "mobile")]),
        ("Office: 0117 496 0123\nMobile: 07700 900123", [("0117 496 0123", "Office"), ("07700 900123", "Mobile")]),
        ("0117 496 0123 0117 496 0124", [("0117 496 0123", ""), ("0117 496 0124", "")]),
        ("0117 496 0123 Mobile 07700 900123", [("0117 496 0123", ""), ("07700 900123", "Mobile")]),
        ("0117 496 0123 office 07700 900123 mobile", [("0117 496 0123", "office"), ("07700 900123", "mobile")]),
        ("Tel: 0117 496 0123 (Mon-Fri)", [("0117 496 0123", "Mon-Fri")]),
        ("0117 496 0123 ext. 12", [("0117 496 0123", "ext. 12")]),
        ("0117 496 0123 x12 / 07700 900123", [("0117 496 0123", "x12"), ("07700 900123", "")]),
        ("0117 496 0123 9.30-4.30", [("0117 496 0123", "9.30-4.30")]),
        ("0117 496 0123 24 hours", [("0117 496 0123", "24 hours")]),
        ("Text SHOUT to 85258", [("85258", "Text SHOUT to")]),
        ("0117 496 0123 then press 2", [("0117 496 0123", "then press 2")]),
        ("18001 0117 496 0123", [("18001 0117 496 0123", "")]),
    ],
)  # fmt: skip
def test_several_numbers_and_words_in_one_cell(text: str, found: list[tuple[str, str]]) -> None:
    read = read_phones(text)
    assert [(phone.number, phone.label) for phone in read.phones] == found
    assert read.odd == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+44 117 496 0123", "0117 496 0123"), ("+44 (0)117 496 0123", "0117 496 0123"),
        ("(+44) 117 496 0123", "0117 496 0123"), ("0044 117 496 0123", "0117 496 0123"),
        ("+441174960123", "01174960123"), ("+44(0) 1174960123", "01174960123"), ("+44 0117 496 0123", "0117 496 0123"),
    ],
)  # fmt: skip
def test_numbers_from_abroad_are_shown_as_they_are_dialled_here(text: str, number: str) -> None:
    assert numbers(text) == [number]
    assert read_phones(text).odd == ()


@pytest.mark.parametrize(
    ("text", "number", "says"),
    [
        ("1174960123", "01174960123", "lost its first 0"), ("1174960123.0", "01174960123", "lost its first 0"),
        ("7700900123", "07700900123", "lost its first 0"), ("3005550123", "03005550123", "lost its first 0"),
        ("117 496 0123", "0117 496 0123", "lost its first 0"), ("(117) 496 0123", "(0117) 496 0123",
        "lost its first 0"),
        ("800123456", "0800123456", "lost its first 0"), ("441174960123", "01174960123", "“+”"),
        ("0117 496 012", "0117 496 012", "10 digits"), ("0117 496 01234", "0117 496 01234", "12 digits"),
        ("0117 496 0123 4", "0117 496 0123 4", "12 digits"), ("496 0123", "496 0123", "area code"),
        ("0117 496", "0117 496", "7 digits"), ("011749601230117496012", "011749601230117496012", "too long"),
        ("0117 496 0123/4", "0117 496 0123", "another ending"),
    ],
)  # fmt: skip
def test_an_odd_number_is_kept_and_named(text: str, number: str, says: str) -> None:
    read = read_phones(text)
    assert [phone.number for phone in read.phones] == [number]
    assert len(read.odd) == 1
    assert says in read.odd[0]


@pytest.mark.parametrize(
    "text",
    ["00000000000", "0000 000 000", "01234567890", "01234 567890", "0123456789", "1234567890", "07123 456789",
    "11111111111",
     "07777777777", "0117 000 0000", "+44 1234 567890", "n/a", "TBC", "-", "none", "0", "xxxxx"],
)  # fmt: skip
def test_a_placeholder_is_empty_and_named(text: str) -> None:
    read = read_phones(text)
    assert read.phones == () and read.odd and not read.words


def test_words_without_a_number_are_not_lost() -> None:
    read = read_phones("see website")
    assert read.phones == () and read.words == "see website" and "kept in the note" in read.odd[0]
    assert read_phones("1.17496E+09").words == "1.17496E+09"


def test_the_columns_purpose_is_the_label() -> None:
    assert read_phones("07700 900123 evenings", "Mobile").phones == (Phone("07700 900123", "Mobile; evenings"),)


@pytest.mark.parametrize("number", ["0117 496 0123", "0800 1111", "116 123", "0808 808 2003", "07700 900123"])
def test_real_numbers_are_not_made_up(number: str) -> None:
    assert not made_up(number)


@settings(deadline=None, database=None)
@given(st.one_of(ANY_TEXT, PHONY))
@example("x1 " * 700)
@example("1 " * 1000)
def test_no_text_is_too_much(text: str) -> None:
    read = read_phones(text)
    assert all(phone.number and any(mark.isdigit() for mark in phone.number) for phone in read.phones)


@settings(deadline=None, database=None)
@given(st.integers(1, 9), st.integers(0, 999_999_999), st.sampled_from(["", " ", "-"]))
def test_any_full_number_keeps_its_digits(first: int, rest: int, gap: str) -> None:
    digits = f"0{first}{rest:09d}"
    text = f"{digits[:4]}{gap}{digits[4:7]}{gap}{digits[7:]}"
    if not made_up(text):
        assert [dialled(number) for number in numbers(text)] == [digits]
        assert dialled(numbers(f"Tel {text} or {text[:-1]}")[0]) == digits
