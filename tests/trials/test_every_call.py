"""Killed, failing or full at every call by which an operation changes a file (F1, F2 to F8, F10, F26)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.trials.children import Worker
from tests.trials.operations import OPERATIONS
from tests.trials.report import Report
from tests.trials.strace_tools import FAULTS, at_every_call, killed_at_random

# So many calls of a save in every run; each one of all of them in the heavy ones.
SOME = 25


@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("fault", FAULTS)
def test_F01_F07_F10_F26_some_calls_of_a_save_go_wrong(fault: str, memory: Path, report: Report) -> None:
    _nothing_lost("save", fault, SOME, memory, report)


@pytest.mark.heavy
@pytest.mark.usefixtures("traced")
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_F01_F03_F04_F05_F06_F07_F08_F10_every_call_goes_wrong(
    name: str, fault: str, memory: Path, report: Report
) -> None:
    _nothing_lost(name, fault, None, memory, report)


def _nothing_lost(name: str, fault: str, most: int | None, memory: Path, report: Report) -> None:
    outcome = at_every_call(OPERATIONS[name], fault, memory, most=most)
    report(f"T2 {fault} at every call: {name}", **outcome.figures())
    assert outcome.wrong == []


@pytest.mark.usefixtures("traced")
def test_F10_a_disk_that_fails_at_the_last_moment_of_a_save_doubles_nothing(memory: Path) -> None:
    """Everything is written by then: "not saved" would be untrue, and whoever saves again would have it twice."""
    outcome = at_every_call(OPERATIONS["save"], "failing", memory, only="fsync")
    assert outcome.wrong == [] and outcome.trials >= 6, outcome


@pytest.mark.usefixtures("traced")
def test_the_trial_can_fail_when_an_error_is_swallowed(memory: Path) -> None:
    outcome = at_every_call(OPERATIONS["save"], "failing", memory, most=12, weak="swallow")
    assert any("acknowledged, and what is there is of stage" in said for said in outcome.wrong)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("name", OPERATIONS)
def test_F01_F11_killed_after_a_random_while(name: str, memory: Path, worker: Worker, report: Report) -> None:
    _killed(name, 6, memory, worker, report)


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("name", OPERATIONS)
def test_F01_F11_killed_very_often(name: str, memory: Path, worker: Worker, report: Report) -> None:
    _killed(name, 1_000 if name == "save" else 200, memory, worker, report)


def _killed(name: str, times: int, memory: Path, worker: Worker, report: Report) -> None:
    outcome = killed_at_random(OPERATIONS[name], times, memory, worker)
    report(f"T1 killed at random: {name}", kills=outcome.trials, wrong=len(outcome.wrong))
    assert outcome.wrong == []
