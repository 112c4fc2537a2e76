"""Champion started twice at the same moment: one window has it and comes forward (F27, F28)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.store import health
from tests.trials.children import ROOT
from tests.trials.operations import NAME, empty_binder_of, start
from tests.trials.report import Report

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
_EACH_TIME = 5


def started_twice(folder: Path, times: int) -> Counter[tuple[str, ...]]:
    """What the two starts said, how often."""
    content = empty_binder_of(folder)
    found, paths = defaultdict[str, list[str]](list), []
    for number in range(times):
        path = folder / str(number) / NAME
        path.parent.mkdir()
        path.write_bytes(content)
        paths.append(path)
    for first in range(0, times, _EACH_TIME):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.trials.starting_child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process:  # fmt: skip
            assert process.stdin is not None and process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            moment = time.monotonic() + 0.1
            for path in paths[first : first + _EACH_TIME]:
                process.stdin.write(f"{path} {moment}\n")
            process.stdin.close()
            for line in process.stdout:
                name, _, said = line.strip().partition(" ")
                found[name].append(said)
    for path in paths:
        with closing(start(path.parent)) as binder:
            assert health.check(binder)["problems"] == []
            saved = len(binder.rows("SELECT id FROM log_entries"))
        assert saved == found[path.parent.name].count("open"), f"{saved} saved, told {found[path.parent.name]}"
    return Counter(tuple(sorted(said)) for said in found.values())


def test_F27_F28_started_twice_at_the_same_moment_one_writes_and_comes_forward(memory: Path, report: Report) -> None:
    _one_writes(20, memory, report)


@pytest.mark.heavy
def test_F27_F28_two_hundred_times_started_twice(memory: Path, report: Report) -> None:
    _one_writes(200, memory, report)


def _one_writes(times: int, memory: Path, report: Report) -> None:
    found = started_twice(memory, times)
    report("T16 started twice", starts=times, one_writer=found["open", "told and answered"])
    assert found == {("open", "told and answered"): times}
