"""Which backups stay: by number and days of use, never by what a wrong clock says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.backups import (
    DAILY,
    MONTHLY,
    REASON_WORDS,
    WEEKLY,
    WHOLE_DAYS,
    Backup,
    Reason,
    counts_in_words,
    lost,
    newest_first,
    overdue,
    to_keep,
)

START = datetime(2026, 9, 1, 15, 0)


def backup(number: int, made_at: datetime, size: int = 1_000, checked: bool = True, version: str = "1.0") -> Backup:
    seal = "a" * 64 if checked else ""
    path = Path(f"{number:06}.champion-backup")
    return Backup(number, made_at, Reason.CLOSE, size, seal, {"actions": 5}, version, False, path, number, seal)


def life(moments: Iterable[datetime], size: int = 1_000) -> list[Backup]:
    """What is kept when backups are made at these moments and thinned after each."""
    kept: list[Backup] = []
    for number, moment in enumerate(moments, start=1):
        kept = to_keep([*kept, backup(number, moment, size)])
    return kept


def school_days(count: int, every: int = 1, times: int = 2) -> list[datetime]:
    return [START + timedelta(days=every * day, hours=hour) for day in range(count) for hour in range(times)]


def numbers(backups: Iterable[Backup]) -> list[int]:
    return [one.number for one in backups]


def days(backups: Iterable[Backup]) -> list[date]:
    return list(dict.fromkeys(one.made_at.date() for one in backups))


def test_two_days_of_use_whole_then_seven_daily_five_weekly_twelve_monthly() -> None:
    made = school_days(800, times=3)
    kept = life(made)
    assert numbers(kept)[:6] == [2400, 2399, 2398, 2397, 2396, 2395]
    assert numbers(kept)[6:13] == [2394 - 3 * day for day in range(7)]
    weeks, months = kept[13:18], kept[18:]
    assert len({one.made_at.isocalendar()[:2] for one in weeks}) == WEEKLY == 5
    assert len({(one.made_at.year, one.made_at.month) for one in months}) == MONTHLY == 12 == len(months)
    assert len(kept) == WHOLE_DAYS * 3 + DAILY + WEEKLY + MONTHLY
    assert all((one.number % 3) == 0 for one in kept[6:])  # the last one of its day


def test_a_day_is_a_day_of_use_so_that_holidays_cost_nothing() -> None:
    kept = life(school_days(9, every=30))
    assert days(kept) == [(START + timedelta(days=30 * day)).date() for day in reversed(range(9))]


def test_the_newest_of_each_version_stays() -> None:
    old = [replace(backup(1, START), version="0.1.0"), replace(backup(2, START), version="0.2.0")]
    kept = to_keep([*old, *life_after(3, START + timedelta(days=1), 900)])
    assert {"0.1.0", "0.2.0"} <= {one.version for one in kept}


def life_after(number: int, start: datetime, count: int) -> list[Backup]:
    return [backup(number + day, start + timedelta(days=day)) for day in range(count)]


def test_what_was_not_checked_never_stands_for_a_day_that_has_a_checked_one() -> None:
    old = [backup(1, START), backup(2, START + timedelta(hours=1), checked=False)]
    kept = to_keep([*old, *life_after(3, START + timedelta(days=1), 5)])
    assert 1 in numbers(kept) and 2 not in numbers(kept)


def test_the_cap_lets_the_oldest_extra_ones_go_first() -> None:
    made = [backup(number, START + timedelta(hours=number), 60) for number in range(1, 5)]  # one day
    made += [backup(5, START + timedelta(days=1), 60), backup(6, START + timedelta(days=1, hours=1), 60)]
    assert numbers(to_keep(made, cap=300)) == [6, 5, 4, 3, 2]
    assert numbers(to_keep(made, cap=120)) == [6, 4]  # the newest of the last day and of the day before
    made = [backup(day + 1, START + timedelta(days=day), 60) for day in range(9)]
    assert numbers(to_keep(made, cap=300)) == [9, 8, 7, 6, 5]


def test_the_only_checked_one_is_never_removed_for_room() -> None:
    made = [backup(number, START + timedelta(days=number), 500, checked=number == 2) for number in range(1, 9)]
    kept = to_keep(made, cap=100)
    assert 2 in numbers(kept)
    assert numbers(to_keep([backup(1, START, 10**9)])) == [1]


@given(st.lists(st.tuples(st.integers(-4_000, 4_000), st.integers(1, 10**8), st.booleans()), max_size=40))
@settings(deadline=None, database=None, max_examples=200)
def test_whatever_the_clock_says_the_newest_checked_one_stays_and_the_order_is_by_number(
    made: list[tuple[int, int, bool]],
) -> None:
    there = [
        backup(number, START + timedelta(days=day), size, checked) for number, (day, size, checked) in enumerate(made)
    ]
    kept = to_keep(there)
    assert numbers(kept) == sorted(numbers(kept), reverse=True)
    assert set(numbers(kept)) <= set(numbers(there))
    checked = [one for one in newest_first(there) if one.checked]
    assert not checked or checked[0] in kept
    assert not there or newest_first(there)[0] in kept or checked
    assert to_keep(kept) == kept or len(to_keep(kept)) <= len(kept)


# ---------------------------------------------------------------- wrong clocks

Wrong = Callable[[int, datetime], datetime]
TRUE = school_days(500, times=1)


def _wrongly_removed(wrong: Wrong, first: int) -> set[int]:
    """Made before the clock went wrong, kept with a right clock, and gone with the wrong one; at any time after."""
    right: list[Backup] = []
    other: list[Backup] = []
    lost: set[int] = set()
    for number, moment in enumerate(TRUE):
        right = to_keep([*right, backup(number, moment)])
        other = to_keep([*other, backup(number, wrong(number, moment))])
        lost |= {one.number for one in right if one.number < first} - set(numbers(other))
    assert numbers(other)[:WHOLE_DAYS] == numbers(right)[:WHOLE_DAYS]
    return lost


def test_F33_a_clock_set_back_400_days_removes_nothing_wrongly() -> None:
    def for_a_day(number: int, moment: datetime) -> datetime:
        return moment - timedelta(days=400) if number == 420 else moment

    def for_a_month(number: int, moment: datetime) -> datetime:
        return moment - timedelta(days=400) if 420 <= number < 450 else moment

    def for_good(number: int, moment: datetime) -> datetime:
        return moment - timedelta(days=400) if number >= 420 else moment

    for wrong in (for_a_day, for_a_month, for_good):
        assert _wrongly_removed(wrong, 420) == set()


def test_F34_a_clock_ten_years_ahead_removes_nothing_wrongly() -> None:
    ahead = timedelta(days=3_653)

    def for_a_day(number: int, moment: datetime) -> datetime:
        return moment + ahead if number == 420 else moment

    def for_a_month(number: int, moment: datetime) -> datetime:
        return moment + ahead if 420 <= number < 450 else moment

    def for_good(number: int, moment: datetime) -> datetime:
        return moment + ahead if number >= 420 else moment

    for wrong in (for_a_day, for_a_month, for_good):
        assert _wrongly_removed(wrong, 420) == set()


def test_F33_a_dead_clock_that_says_2000_at_every_start_removes_nothing_wrongly() -> None:
    def dead(number: int, moment: datetime) -> datetime:
        return datetime(2000, 1, 1) + timedelta(minutes=number % 7) if number >= 420 and number % 2 else moment

    assert _wrongly_removed(dead, 420) == set()


# ---------------------------------------------------------------- in words


def test_what_would_be_lost_in_words() -> None:
    then = backup(3, START)
    found = lost({"actions": 6, "answers": 31}, then, changes=7, last_change=START + timedelta(hours=2), encrypted=True)
    assert found.fewer == ("no answers instead of 31", "5 actions instead of 6") and found.more == ()
    assert found.lines() == [
        "You would go back 7 steps of work, the last on 1 September 2026 at 17:00.",
        "You would have fewer: no answers instead of 31.",
        "You would have fewer: 5 actions instead of 6.",
        "This backup was made before the passphrase lock was turned on or off; that would change too.",
    ]
    nothing = lost({"actions": 5}, then, changes=0, last_change=None, encrypted=False)
    assert nothing.lines() == ["No work was done since this backup."]
    unread = lost({"actions": 1}, then, changes=None, last_change=None, encrypted=False, unread=["answers", "changes"])
    assert unread.more == ("5 actions instead of 1",)
    assert unread.lines()[0] == "We cannot tell how much work was done since this backup."
    assert "Not readable in the present binder: answers." in unread.lines()


def test_counts_in_words() -> None:
    assert counts_in_words({"actions": 1, "answers": 31, "open_change": 3}) == "31 answers, 1 action"
    assert counts_in_words({}) == "nothing counted"


def test_every_reason_has_words() -> None:
    assert set(REASON_WORDS) == set(Reason)


def test_the_second_place_is_asked_for_after_fourteen_days_and_not_because_of_a_clock_set_back() -> None:
    day = date(2026, 11, 25)
    assert overdue(None, day)
    assert not overdue(day - timedelta(days=13), day)
    assert overdue(day - timedelta(days=14), day)
    assert not overdue(day + timedelta(days=400), day)
