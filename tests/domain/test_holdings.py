"""Periods in words, and when the computer's clock is not believed (F33, F34)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.holdings import (
    PERIODS,
    Doubt,
    Held,
    Holding,
    Kind,
    Sensitivity,
    WholeErasing,
    clock_doubt,
    cut_for,
    doubt_words,
    period_words,
)

TODAY = date(2026, 11, 25)
KIND = Kind("log", "Log", "What", "Why", Sensitivity.FREE_TEXT, "entry", "entries", from_day="after its day", months=36)


def test_periods_in_words() -> None:
    assert [period_words(months) for months in PERIODS] == [
        "1 month",
        "6 months",
        "1 year",
        "2 years",
        "3 years",
        "5 years",
        "7 years",
        "No limit",
    ]
    assert cut_for(12, date(2028, 2, 29)) == date(2027, 2, 28)
    assert cut_for(0, TODAY) is None


def test_a_holding_in_words() -> None:
    one = Holding(KIND, Held(1, TODAY, TODAY), 12)
    assert (one.counted, one.days, one.keeping) == (
        "1 entry",
        "25 November 2026",
        "1 year after its day, then Champion asks.",
    )
    many = Holding(KIND, Held(1_200, date(2020, 1, 1), TODAY, 3_400_000), 0)
    assert (many.counted, many.keeping) == ("1,200 entries, 3.4 MB", "No limit.")
    assert many.days == "1 January 2020 to 25 November 2026"
    assert Holding(KIND, Held()).days == ""


def test_F33_a_clock_set_back_is_not_believed() -> None:
    worked = [TODAY - timedelta(days=days) for days in range(60, 0, -1)]
    assert clock_doubt(TODAY, worked) is None
    assert clock_doubt(TODAY - timedelta(days=400), worked) is Doubt.BEHIND
    assert "(21 October 2025)" in doubt_words(Doubt.BEHIND, TODAY - timedelta(days=400))


def test_F34_a_clock_set_ahead_is_believed_only_after_ten_days_of_use() -> None:
    worked = [TODAY - timedelta(days=days) for days in range(60, 0, -1)]
    ahead = TODAY + timedelta(days=3653)
    assert clock_doubt(ahead, worked) is Doubt.AHEAD
    for used in range(1, 12):
        later = [ahead + timedelta(days=day) for day in range(used)]
        expected = Doubt.AHEAD if used < 10 else None
        assert clock_doubt(later[-1], [*worked, *later]) is expected, used
    assert clock_doubt(TODAY, [*worked, ahead]) is Doubt.BEHIND, "back to the right day, with one written in the future"
    assert clock_doubt(TODAY, [*worked, ahead], trusted=TODAY) is None, "somebody looked at it"
    assert clock_doubt(ahead, worked, trusted=TODAY) is Doubt.AHEAD, "that word does not hold for ten years"


def test_a_new_binder_and_a_long_holiday_are_no_reason_to_doubt() -> None:
    assert clock_doubt(TODAY, []) is None
    assert clock_doubt(TODAY, [TODAY - timedelta(days=400)]) is None


@settings(deadline=None, database=None)
@given(st.lists(st.integers(0, 30), max_size=80), st.integers(1, 4000))
def test_a_clock_that_jumps_after_ordinary_work_is_always_noticed(steps: list[int], jump: int) -> None:
    day, worked = date(2020, 1, 1), [date(2020, 1, 1)]
    for step in steps:
        day += timedelta(days=step)
        worked.append(day)
    assert clock_doubt(day, worked) is None
    assert (clock_doubt(day + timedelta(days=jump), worked) is Doubt.AHEAD) == (jump > 400)
    if worked[-1] - timedelta(days=jump) < max(worked):
        assert clock_doubt(day - timedelta(days=jump), worked) is Doubt.BEHIND


@pytest.mark.parametrize("typed", ["Hollin Bank Primary", " hollin  bank primary ", "HOLLIN BANK PRIMARY"])
def test_the_name_to_type(typed: str) -> None:
    about = WholeErasing("Hollin Bank Primary", TODAY, Path("x"), (), ())
    assert about.is_typed(typed) and not about.is_typed(typed + "s") and not about.is_typed("")
    assert WholeErasing("", TODAY, about.binder, (), ()).to_type == "erase"
