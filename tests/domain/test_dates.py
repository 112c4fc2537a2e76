"""Dates as people type them (F36). Anything that cannot be read is refused in words, and never with a bare error."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.domain.dates import MONTHS, add_months, british, british_short, month_of, read_date
from champion_app.faults import BadDate, NoSuchDay, YearOutOfRange

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    "words",
    [
        "1 December 2026", "1 december 2026", "1 Dec 2026", "1 dec 26", "1st December 2026", "1 December, 2026",
        "1st of December 2026", "1/12/2026", "1/12/26", "01/12/2026", "1.12.2026", "1-12-2026", "1 12 2026",
        "2026-12-01", "2026-12-1", "  1   December\t2026 ", "1-Dec-2026", "1 Dec. 2026", "1 December", "1 dec", "1/12",
        "1ST DECEMBER",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_day(words: str) -> None:
    assert read_date(words, TODAY) == date(2026, 12, 1)


def test_nothing_typed_is_no_date() -> None:
    assert read_date("", TODAY) is None
    assert read_date("  \t\n ", TODAY) is None


def test_today_tomorrow_and_yesterday() -> None:
    assert read_date("Today", TODAY) == TODAY
    assert read_date("yesterday", date(2027, 1, 1)) == date(2026, 12, 31)
    assert read_date(" TOMORROW ", date(2026, 12, 31)) == date(2027, 1, 1)


@pytest.mark.parametrize("number", range(1, 13))
def test_month_names_whole_and_short(number: int) -> None:
    day = date(2027, number, 9)
    assert read_date(british(day), TODAY) == day
    assert read_date(british_short(day), TODAY) == day
    assert read_date(f"9 {MONTHS[number - 1].lower()} 27", TODAY) == day


def test_sept_is_september_as_people_shorten_it() -> None:
    assert read_date("3 Sept 2027", TODAY) == date(2027, 9, 3)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("22 November", date(2026, 11, 22)),  # today itself still counts
        ("21 November", date(2027, 11, 21)),
        ("1/1", date(2027, 1, 1)),
        ("31 Dec", date(2026, 12, 31)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_to_come(words: str, day: date) -> None:
    assert read_date(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("22 November", date(2026, 11, 22)),
        ("23 November", date(2025, 11, 23)),
        ("31/12", date(2025, 12, 31)),
        ("1 Jan", date(2026, 1, 1)),
        ("1 December 2026", date(2026, 12, 1)),  # a year that was typed is the year that was meant
    ],
)
def test_what_was_done_was_done_on_the_last_such_day(words: str, day: date) -> None:
    assert read_date(words, TODAY, past=True) == day


def test_29_february_without_a_year() -> None:
    assert read_date("29 Feb", date(2029, 1, 5), past=True) == date(2028, 2, 29)
    assert read_date("29 Feb", date(2028, 3, 5), past=True) == date(2028, 2, 29)
    with pytest.raises(NoSuchDay):
        read_date("29 Feb", TODAY, past=True)
    assert read_date("29 Feb", date(2027, 11, 22)) == date(2028, 2, 29)
    assert read_date("29 Feb", date(2028, 1, 5)) == date(2028, 2, 29)
    with pytest.raises(NoSuchDay):
        read_date("29 Feb", TODAY)  # neither 2026 nor 2027 has one


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("31 Feb", NoSuchDay), ("31 February 2026", NoSuchDay), ("2026-02-31", NoSuchDay), ("29/2/2027", NoSuchDay),
        ("31/9", NoSuchDay), ("1/1/0026", YearOutOfRange), ("0026-01-01", YearOutOfRange),
        ("1 May 9999", YearOutOfRange), ("9999-12-31", YearOutOfRange), ("1/1/1999", YearOutOfRange),
        ("Sept", BadDate), ("3 months", BadDate), ("next week", BadDate), ("0/12/2026", BadDate),
        ("1/13/2026", BadDate), ("1/0/2026", BadDate), ("2026-13-01", BadDate),
        ("2026-00-10", BadDate), ("12", BadDate), ("2026", BadDate),
        ("5 m", BadDate), ("5 ma", BadDate), ("1/2/3", BadDate), ("1/12/2026x", BadDate), ("32/12/2026", NoSuchDay),
        ("\0", BadDate), ("²/12/2026", BadDate),
    ],
)  # fmt: skip
def test_F36_what_cannot_be_a_date_is_refused_in_words(words: str, fault: type[BadDate]) -> None:
    with pytest.raises(BadDate) as raised:
        read_date(words, TODAY)
    assert type(raised.value) is fault
    happened, safe, next_step = raised.value.sentences()
    assert happened and "still there" in safe and next_step


def test_F36_help_names_the_month_and_its_days() -> None:
    with pytest.raises(NoSuchDay) as raised:
        read_date("31 Feb 2028", TODAY)
    assert raised.value.sentences()[0] == "February 2028 has only 29 days."


@pytest.mark.parametrize(
    ("words", "today", "past", "said"),
    [
        ("31 Feb", TODAY, False, "February 2027 has only 28 days."),
        ("31 Feb", TODAY, True, "February 2026 has only 28 days."),
        ("31 Feb", date(2027, 11, 22), False, "February 2028 has only 29 days."),
        ("31 Nov", TODAY, True, "November 2025 has only 30 days."),
    ],
)
def test_a_day_that_is_not_there_names_the_year_that_was_meant(words: str, today: date, past: bool, said: str) -> None:
    with pytest.raises(NoSuchDay) as raised:
        read_date(words, today, past=past)
    assert raised.value.sentences()[0] == said


_NEARLY = st.from_regex(r"\A[0-9]{0,4}[ ./-]?([0-9]{0,2}|[A-Za-z]{0,9})[ ,./-]?[0-9]{0,4}\Z")
_ODD_DIGITS = st.text(alphabet="٠١٢３４५६/- .", max_size=12)


@given(st.one_of(st.text(), _NEARLY, _ODD_DIGITS), st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.booleans())
def test_F36_any_text_is_a_date_nothing_or_a_bad_date(words: str, today: date, past: bool) -> None:
    try:
        found = read_date(words, today, past=past)
    except BadDate as fault:
        assert all(fault.sentences())
    else:
        assert found is None or 1999 <= found.year <= 2101


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_what_we_write_we_can_read(day: date, today: date) -> None:
    for words in (british(day), british_short(day), day.isoformat(), f"{day:%d/%m/%Y}"):
        assert read_date(words, today) == day


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
    ],
)
def test_F35_adding_months_never_slips_into_another(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, 120))
def test_adding_months_moves_only_the_month(day: date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + timedelta(1)).day == 1)


def test_dates_are_british() -> None:
    assert british(TODAY) == "22 November 2026"
    assert british_short(date(2026, 9, 1)) == "1 Sep 2026"
    assert month_of(TODAY) == "November 2026"
