"""What an Excel cell shows."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from champion_app.exchange.excel_values import BUILT_IN, Shows, format_of, shown


@pytest.mark.parametrize(
    ("digits", "code", "text"),
    [
        ("1174960123", "General", "1174960123"), ("1174960123.0", "", "1174960123"),
        ("1.174960123E9", "", "1174960123"),
        ("0.1", "", "0.1"), ("0.30000000000000004", "", "0.3"), ("-5", "", "-5"), ("5", "0", "5"),
        ("5", "#,##0.00", "5"),
        ("12345678901234567", "", "12345678901234567"), ("1E+300", "", "1e+300"), ("007", "", "7"),
        ("1174960123", "00000000000", "01174960123"), ("1174960123", "00000\\ 000000", "01174 960123"),
        ("1174960123", '"0"#', "01174960123"), ("7", "000", "007"), ("12345", "000", "12345"), ("-7", "000", "-7"),
        ("5", '0" years"', "5 years"), ("7.5", "000", "7.5"), ("123", "(0) 0", "(12) 3"), ("5", "[Red]000", "005"),
        ("0.5", "0%", "50%"), ("0.125", "0.0%", "12.5%"),
        ("abc", "", "abc"), ("NaN", "", "NaN"), ("INF", "dd/mm/yyyy", "INF"), ("1_000", "", "1_000"), ("", "", ""),
        ("0.395833333333333", "hh:mm", "09:30"), ("1.5", "[h]:mm", "36:00"),
        ("0.5000115740740741", "h:mm:ss", "12:00:01"),
        ("46331.3958333333", "dd/mm/yyyy hh:mm", "2026-11-05 09:30"), ("3000000", "dd/mm/yyyy", "3000000"),
        ("-1", "dd/mm/yyyy", "-1"), ("0", "dd/mm/yyyy", "00:00"), ("1E+999", "", "1E+999"),
    ],
)  # fmt: skip
def test_texts(digits: str, code: str, text: str) -> None:
    assert shown(digits, format_of(code), from_1904=False) == (text, False)


@pytest.mark.parametrize(
    "code", ["dd/mm/yyyy", "d-mmm", "mmm-yy", "[$-809]dd mmmm yyyy;@", "m/d/yy", "dd/mm/yyyy hh:mm"]
)
def test_F59_days(code: str) -> None:
    assert shown("46331", format_of(code), from_1904=False) == ("2026-11-05", True)
    assert shown("44869", format_of(code), from_1904=True) == ("2026-11-05", True)
    assert shown("46330.9999999", format_of(code), from_1904=False) == ("2026-11-05", True)  # dust, no time of day


def test_F59_excel_believes_in_a_29_february_1900() -> None:
    days = [shown(number, format_of("d/m/y"), from_1904=False)[0] for number in ("1", "59", "61")]
    assert days == ["1900-01-01", "1900-02-28", "1900-03-01"]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(9999, 12, 31)), st.booleans())
@settings(max_examples=150, deadline=None, database=None)
def test_F59_every_day_of_both_calendars(day: datetime.date, from_1904: bool) -> None:
    if from_1904 and day.year < 1904:
        return
    number = to_excel(day, CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900)
    assert shown(str(number), format_of("d/m/y"), from_1904=from_1904) == (day.isoformat(), True)


def test_which_built_in_formats_show_days_and_times() -> None:
    for number, code in BUILTIN_FORMATS.items():
        ours = format_of(BUILT_IN.get(number, ""))
        assert (ours.shows in (Shows.DAY, Shows.MOMENT, Shows.TIME)) == is_date_format(code), code


@given(
    st.text('dmyhs0#%?.,;@"\\[]_*-/ $General€RedE+', max_size=14), st.floats() | st.text("0123456789.eE+-", max_size=8)
)
@settings(max_examples=300, deadline=None, database=None)
def test_any_format_and_any_number_show_something(code: str, number: float | str) -> None:
    for from_1904 in (False, True):
        text, is_day = shown(str(number), format_of(code), from_1904=from_1904)
        if is_day:
            datetime.date.fromisoformat(text)
