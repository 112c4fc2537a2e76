"""Promise P1 while somebody is still typing: killed at any moment, at most two seconds of it are gone (F1)."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.desktop.drafts import Drafts
from champion_app.desktop.widgets.log_card import DRAFT
from champion_app.domain.services import Service
from champion_app.store import health
from champion_app.tasks import binders, service
from tests.trials.children import ROOT
from tests.trials.report import Report

LONGEST_LOST = 2.0
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")


def killed_while_typing(folder: Path, at_once: int, seed: int) -> list[tuple[int, float, bool]]:
    """So many windows are typed into at once and each is killed after a while of its own.

    Returns for each how many letters were lost, how long before the kill the first of them was typed, and whether what
    is there is what was typed.
    """
    chance, paths, said = random.Random(seed), {}, defaultdict[str, list[float]](list)
    made = folder / "made.champion"
    if not made.exists():
        with closing(binders.make_binder(made)) as binder:
            service.say_who_we_are(binder, Service(name="Hollin Bank"))
    for place in range(at_once):
        paths[f"{seed}-{place}"] = folder / f"{seed}-{place}" / "binder.champion"
        paths[f"{seed}-{place}"].parent.mkdir()
        shutil.copy(made, paths[f"{seed}-{place}"])
    killed: dict[str, float] = {}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.trials.typing_child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("".join(f"{path}\n" for path in paths.values()))
        process.stdin.close()
        for line in process.stdout:
            name, number, when = line.split()
            if number == "pid":  # it begins to type: from now on it may be killed
                threading.Timer(chance.uniform(0.2, 4.0), _kill, (int(when), name, killed)).start()
            else:
                said[name].append(float(when))
    return [_lost(path, said[name], killed[name]) for name, path in paths.items()]


def _kill(pid: int, name: str, killed: dict[str, float]) -> None:
    os.kill(pid, signal.SIGKILL)
    killed[name] = time.monotonic()


def _lost(path: Path, typed: list[float], killed: float) -> tuple[int, float, bool]:
    with closing(binders.open_binder(path)) as binder:
        assert health.check(binder)["problems"] == []
        kept = Drafts(binder).find(DRAFT).get("what", "")
    right = "".join("abcdefghij klmnopqr"[number % 19] for number in range(len(typed) + 1))
    before = [moment for moment in typed if moment < killed]
    gone = before[len(kept) :]
    return len(gone), killed - gone[0] if gone else 0.0, right.startswith(kept)


def test_F01_killed_while_typing_at_most_two_seconds_are_gone(tmp_path: Path, report: Report) -> None:
    found = killed_while_typing(tmp_path, 5, 1)
    _say(found, report)


@pytest.mark.heavy
def test_F01_killed_five_hundred_times_while_typing(tmp_path: Path, report: Report) -> None:
    found = []
    for seed in range(50):
        found += killed_while_typing(tmp_path, 10, 100 + seed)
    _say(found, report)


def _say(found: list[tuple[int, float, bool]], report: Report) -> None:
    longest = max(seconds for _, seconds, _ in found)
    report("T20 killed while typing", kills=len(found), longest_lost_seconds=round(longest, 2))
    assert all(same for _, _, same in found), "what is there is not what was typed"
    assert longest <= LONGEST_LOST, json.dumps(found)
