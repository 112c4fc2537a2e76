"""A journal of another moment beside a binder, as a copy by hand leaves it: never played in, no row lost (F20)."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.domain.log_entries import LogFields
from champion_app.store import health
from champion_app.tasks import log_entries
from tests.trials.judging import print_of
from tests.trials.operations import NAME, NOW, empty_binder_of, start
from tests.trials.report import Report

JOURNAL = f"{NAME}-journal"


def hot_journal(folder: Path, entries: int) -> bytes:
    """What a crash in the middle of a change leaves beside the binder in this folder."""
    with closing(start(folder)) as binder:
        for number in range(entries):
            log_entries.log_it(binder, LogFields(f"Later {number} {'w' * 300}", NOW.date()))
        try:
            with binder.atomic("log_it"):
                for setting in ("cache_spill = 1", "cache_size = 1"):
                    binder.database.conn.execute(f"PRAGMA {setting}").fetchall()
                binder.database.conn.execute("UPDATE log_entries SET what = 'Not finished ' || what")
                left = (folder / JOURNAL).read_bytes()
                raise InterruptedError
        except InterruptedError:
            return left


def lost_to_a_journal(times: int, memory: Path) -> list[str]:
    """Puts an older binder, closed cleanly, over one that crashed; returns where it is not as it was any more."""
    chance, wrong = random.Random(20261125), []
    for number in range(times):
        older, live, place = (memory / f"{name}-{number}" for name in ("older", "live", "place"))
        for folder in (older, live, place):
            folder.mkdir()
        (older / NAME).write_bytes(empty_binder_of(memory))
        with closing(start(older)) as binder:
            for entry in range(chance.randrange(5, 80)):
                log_entries.log_it(binder, LogFields(f"Entry {entry} {'w' * chance.randrange(300)}", NOW.date()))
            before = print_of(binder)
        (live / NAME).write_bytes((older / NAME).read_bytes())
        (place / JOURNAL).write_bytes(hot_journal(live, chance.randrange(1, 60)))
        for ending in ("", ".seal"):
            (place / f"{NAME}{ending}").write_bytes((older / f"{NAME}{ending}").read_bytes())
        try:
            with closing(start(place)) as binder:
                if print_of(binder) != before or health.check(binder)["problems"]:
                    wrong.append(f"{number}: it opens, and is not as it was")
        except Exception as error:
            if (place / NAME).read_bytes() != (older / NAME).read_bytes():
                wrong.append(f"{number}: {type(error).__name__}, and not kept as it was")
    return wrong


def test_F20_a_journal_from_elsewhere_is_not_played_in(memory: Path, report: Report) -> None:
    _nothing_lost(5, memory, report)


@pytest.mark.heavy
def test_F20_many_journals_from_elsewhere(memory: Path, report: Report) -> None:
    _nothing_lost(200, memory, report)


def _nothing_lost(times: int, memory: Path, report: Report) -> None:
    wrong = lost_to_a_journal(times, memory)
    report("F20 journals from elsewhere", trials=times, wrong=len(wrong))
    assert wrong == []
