"""The earliest day whose check still counts is the same day that adding months finds."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from champion_app.domain.dates import add_months, first_day_reaching

DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(DAYS, DAYS, st.sampled_from([1, 6, 12]))
def test_what_was_checked_since_then_still_counts(today: date, checked: date, months: int) -> None:
    assert (checked >= first_day_reaching(today, months)) is (add_months(checked, months) >= today)
