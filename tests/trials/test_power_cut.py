"""The power goes at any moment of any operation: what was acknowledged is there, nothing half (F2 to F6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trials.operations import OPERATIONS
from tests.trials.power_cut import MODELS, Cuts, power_cuts, prepared
from tests.trials.report import Report

pytestmark = pytest.mark.usefixtures("traced")
ALWAYS, HEAVY = 500, 10_000
# Every save is tried always; the other operations, which are slower to judge, with fewer states.
FEWER = 16


def _nothing_lost(name: str, states: int, within: Path, report: Report) -> None:
    world, calls = prepared(OPERATIONS[name], within)
    cuts = {model: power_cuts(world, calls, states // 2, model) for model in MODELS}
    report(f"T3 power cuts: {name}", **{model: one.figures() for model, one in cuts.items()})
    assert [one.wrong for one in cuts.values()] == [[], []]


def test_F02_power_cut_in_a_save_loses_nothing_that_was_acknowledged(memory: Path, report: Report) -> None:
    _nothing_lost("save", ALWAYS, memory, report)


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - {"save"}))
def test_F02_F03_F04_F05_F06_power_cut_in_anything_else(name: str, memory: Path, report: Report) -> None:
    _nothing_lost(name, FEWER, memory, report)


@pytest.mark.heavy
@pytest.mark.parametrize("name", OPERATIONS)
def test_F02_F03_F04_F05_F06_ten_thousand_power_cuts(name: str, memory: Path, report: Report) -> None:
    _nothing_lost(name, 3_000 if name.endswith("shape 1") else HEAVY, memory, report)  # that one is slow to judge


def test_the_trial_can_fail_without_waiting_for_the_disk(memory: Path) -> None:
    cuts = _weakened("save", "synchronous", memory)
    assert len(cuts.wrong) > 20


@pytest.mark.heavy
@pytest.mark.parametrize("name", ["export", "back up", "restore", "turn the lock on", "change the passphrase"])
def test_the_trial_can_fail_when_files_are_not_settled(name: str, memory: Path) -> None:
    assert _weakened(name, "no sync", memory).wrong


def _weakened(name: str, how: str, memory: Path) -> Cuts:
    return power_cuts(*prepared(OPERATIONS[name], memory, how), 100, "harsh", stop_at=100)
