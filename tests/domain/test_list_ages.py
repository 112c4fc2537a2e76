"""Ages, and the dates Excel makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.list_ages import join_ages, read_ages
from champion_app.domain.resources import age_range


@pytest.mark.parametrize(
    ("text", "is_date", "ages"),
    [
        ("05-Nov", False, "5 to 11"), ("5-Nov", False, "5 to 11"), ("11-May", False, "5 to 11"),
        ("Nov-16", False, "11 to 16"),
        ("2026-11-05", True, "5 to 11"), ("2026-05-11", True, "5 to 11"), ("2016-11-01", True, "11 to 16"),
        ("2026-12-08", False, "8 to 12"), ("05/11/2026", False, "5 to 11"), ("08 Dec", False, "8 to 12"),
        ("2019-05-01", True, "5 to 19"), ("2026-11-05 00:00:00", True, "5 to 11"),
    ],
)  # fmt: skip
def test_a_date_in_an_age_column_is_turned_back_and_named(text: str, is_date: bool, ages: str) -> None:
    read, odd = read_ages(text, is_date)
    assert read == ages
    assert "Excel turned the ages into a date" in odd and f"read as {ages}" in odd
    assert age_range(read) is not None


@pytest.mark.parametrize("text", ["2025-11-01", "2026-04-01"])
def test_a_first_of_the_month_could_be_two_things(text: str) -> None:
    read, odd = read_ages(text, True)
    assert read == "" and "could not be read with certainty" in odd


@pytest.mark.parametrize(
    ("text", "ages"),
    [("5-11", "5-11"), ("5", "5"), ("5.0", "5"), ("All ages", "All ages"), ("0-5\nyears", "0-5 years"),
    ("May to December", "May to December")],
)  # fmt: skip
def test_other_ages_stay_as_they_are(text: str, ages: str) -> None:
    assert read_ages(text) == (ages, "")


@pytest.mark.parametrize(
    ("low", "high", "ages"),
    [
        ("5", "11", "5 to 11"), ("5.0", "11.0", "5 to 11"), ("5", "", "5 and over"), ("", "11", "Up to 11"), ("", "",
        ""),
        ("0", "5", "0 to 5"), ("5 years", "11 yrs", "5 to 11"), ("16", "99", "16 and over"), ("16", "120",
        "16 and over"),
        ("6 months", "5", "6 months to 5"), ("11", "11", "11"), ("birth", "", "From birth"),
    ],
)  # fmt: skip
def test_a_lowest_and_a_highest_age(low: str, high: str, ages: str) -> None:
    assert join_ages(low, high) == (ages, "")


def test_ages_that_run_backwards_are_named() -> None:
    assert join_ages("11", "5") == ("11 to 5", "The ages run backwards: 11 to 5.")


@settings(deadline=None, database=None)
@given(st.integers(0, 25), st.integers(0, 25))
def test_two_numbers_make_a_range_that_is_understood(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert age_range(join_ages(str(low), str(high))[0]) == (low, high)


@settings(deadline=None, database=None)
@given(st.text(max_size=40), st.booleans(), st.text(max_size=20))
def test_any_text_is_an_age_to_somebody(text: str, is_date: bool, other: str) -> None:
    read_ages(text, is_date)
    join_ages(text, other)
