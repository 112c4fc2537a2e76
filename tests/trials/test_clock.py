"""A clock that is wrong: set back 400 days, ten years ahead, summer time, leap day, time zone (F33 to F35)."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.domain.log_entries import LogFields
from champion_app.faults import ClockDoubtful
from champion_app.places import backups_of
from champion_app.store import backups as backup_store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, backups, erasing, log_entries
from tests.trials.operations import NAME, NOW, empty_binder_of, start
from tests.trials.report import Report

Set = Callable[[datetime], None]
# What the clock does between one thing and the next.
JUMPS = {
    "400 days back": timedelta(days=-400),
    "10 years ahead": timedelta(days=3653),
    "an hour back": timedelta(hours=-1),
    "an hour ahead": timedelta(hours=1),
    "a day back": timedelta(days=-1),
    "dead, the year 2000": datetime(2000, 1, 1) - NOW,
}
MOMENTS = {"now": NOW, "leap day": datetime(2028, 2, 29, 23, 59), "summer time ends": datetime(2026, 10, 25, 1, 30)}


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Puts the one clock of Champion to another moment."""
    return lambda moment: monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def binder(memory: Path) -> Iterator[Binder]:
    (memory / NAME).write_bytes(empty_binder_of(memory))
    opened = start(memory)
    yield opened
    opened.close()


def in_order_whatever_the_clock_says(binder: Binder, moments: list[datetime], set_clock: Set) -> None:
    """Work done with a jumping clock stands in the order in which it was done, and is undone in that order."""
    due = date(2028, 2, 29)
    set_clock(moments[0])
    action = actions.raise_action(binder, ActionFields("Posters", due=due), moments[0].date())
    before = _changes(binder)
    for number, moment in enumerate(moments):
        set_clock(moment)
        actions.add_update(binder, action, f"Update {number}")
    known = actions.action(binder, action)
    assert known is not None and known.fields.due == due
    assert [update.text for update in known.updates] == [f"Update {number}" for number in range(len(moments))]
    sequence = _changes(binder)
    assert sequence == sorted(sequence) and len(sequence) == len(before) + len(moments)
    for number in reversed(range(len(moments))):
        set_clock(moments[number - 1])
        binder.undo()
        left = actions.action(binder, action)
        assert left is not None and len(left.updates) == number


def _changes(binder: Binder) -> list[int]:
    return [row[0] for row in binder.rows("SELECT seq FROM changes ORDER BY rowid")]


@pytest.mark.parametrize("jump", JUMPS)
def test_F33_F34_F35_work_stays_in_order(jump: str, binder: Binder, set_clock: Set, report: Report) -> None:
    moments = [NOW, NOW + JUMPS[jump], NOW + timedelta(minutes=5), NOW + JUMPS[jump] + timedelta(minutes=1)]
    in_order_whatever_the_clock_says(binder, moments, set_clock)
    report(f"T11 clock: {jump}", in_order=1)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(40))
def test_F33_F34_F35_work_stays_in_order_with_any_clock(seed: int, binder: Binder, set_clock: Set) -> None:
    chance = random.Random(seed)
    moments = [NOW + chance.choice(list(JUMPS.values())) * chance.random() for _ in range(20)]
    in_order_whatever_the_clock_says(binder, moments, set_clock)


@pytest.mark.parametrize("jump", ["400 days back", "10 years ahead", "dead, the year 2000"])
def test_F33_F34_a_wrong_clock_takes_no_backup_away(jump: str, binder: Binder, set_clock: Set, report: Report) -> None:
    straight = [NOW + timedelta(days=day) for day in range(8)]
    for moment in straight:
        _a_day(binder, moment, set_clock)
    there = {one.number for one in backups.all_backups(binder.path)}
    for moment in (NOW + JUMPS[jump] + timedelta(hours=hour) for hour in range(3)):
        _a_day(binder, moment, set_clock)
    after = {one.number for one in backups.all_backups(binder.path)}
    assert there <= after, "a backup went because of the clock"
    for one in backups.all_backups(binder.path):
        assert backup_store.verify(one) == []
    assert max(after) == len(straight) + 3
    report(f"T11 backups: {jump}", kept=len(after))


def _a_day(binder: Binder, moment: datetime, set_clock: Set) -> None:
    set_clock(moment)
    log_entries.log_it(binder, LogFields(f"At {moment}", moment.date()))
    backups.back_up_now(binder)
    assert backups_of(binder.path).is_dir()


@pytest.mark.parametrize("jump", ["400 days back", "10 years ahead"])
def test_F33_F34_nothing_is_offered_as_old_while_the_clock_is_doubtful(
    jump: str, binder: Binder, set_clock: Set
) -> None:
    set_clock(NOW)
    log_entries.log_it(binder, LogFields("Today", NOW.date()))
    set_clock(NOW + JUMPS[jump])
    with pytest.raises(ClockDoubtful):
        erasing.preview(binder, {"log": NOW.date() + timedelta(days=1)})


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zones to change in a running process")
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_F35_another_time_zone_moves_no_day(
    zone: str, moment: str, memory: Path, set_clock: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    (memory / NAME).write_bytes(empty_binder_of(memory))
    set_clock(MOMENTS[moment])
    day = MOMENTS[moment].date()
    with closing(start(memory)) as binder:
        actions.raise_action(binder, ActionFields("Posters", due=day))
        log_entries.log_it(binder, LogFields("Logged", day))
        before = _days(binder)
    was = os.environ.get("TZ")
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        with closing(start(memory)) as binder:
            assert _days(binder) == before
            assert actions.plan(binder)[0].fields.due == actions.plan(binder)[0].raised_on == day
    finally:
        monkeypatch.undo()
        assert os.environ.get("TZ") == was
        time.tzset()


def _days(binder: Binder) -> list[tuple[object, ...]]:
    found = binder.rows("SELECT due, raised_on FROM actions") + binder.rows("SELECT day, what FROM log_entries")
    return [tuple(row) for row in found]
