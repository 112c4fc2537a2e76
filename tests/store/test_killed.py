"""Promise P1: "Saved" means saved, whatever happens to the process in the middle of the next save."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.store import actions, health
from champion_app.store.opening import open_binder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path, empty_binder_file: Path) -> Path:
    """On a real disk."""
    return Path(shutil.copy(empty_binder_file, tmp_path / "binder.champion"))


# One process makes a copy of itself for every trial: importing the store 25 times would take ten seconds.
# Each save is an action and its update; the number is said only after the save has returned.
SAVING = """
import os, sys
from datetime import date
from pathlib import Path
from champion_app.domain.actions import ActionFields
from champion_app.store import actions
from champion_app.store.opening import open_binder
import sqlite_utils
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        binder = open_binder(Path(sys.argv[1]))
        number = len(actions.all_actions(binder))
        os.write(1, f"pid {os.getpid()}\\n".encode())
        while True:
            with binder.atomic("raise_action"):
                fields = ActionFields(f"Action {number + 1}", evidence="words " * 400)
                number = actions.add(binder, fields, date.today())
                actions.add_update(binder, number, date.today(), "x" * 500)
            os.write(1, f"saved {number}\\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""


def _trials(path: Path, times: int, seed: int = 20261122) -> list[tuple[int, int]]:
    """Kills a saving process so many times; each time the last number it said, and the number that is there."""
    found = []
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-c", SAVING, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        try:
            for _ in range(times):
                process.stdin.write("again\n")
                process.stdin.flush()
                child = process.stdout.readline().split()[1]
                said = process.stdout.readline().split()[1]
                time.sleep(chance.uniform(0.002, 0.03))
                os.kill(int(child), signal.SIGKILL)
                while (line := process.stdout.readline()) != "gone\n":
                    said = line.split()[1]
                found.append((int(said), _what_is_there(path)))
        finally:
            process.stdin.close()
    return found


def _what_is_there(path: Path) -> int:
    with closing(open_binder(path)) as binder:
        assert health.check(binder)["problems"] == []
        kept = actions.all_actions(binder)
        assert [action.id for action in kept] == list(range(1, len(kept) + 1))
        assert all(len(action.updates) == 1 for action in kept), "half a save is there"
        history = binder.row("SELECT count(*), count(DISTINCT seq) FROM change_rows")
        assert history is not None and tuple(history) == (2 * len(kept), len(kept))
        assert binder.row("SELECT count(*) FROM open_change")[0] == 0  # type: ignore[index]
        assert len(binder.rows("SELECT rowid FROM finder")) == len(kept)
        return len(kept)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F01_killed_in_the_middle_of_a_save_the_last_one_said_to_be_saved_is_there(path: Path) -> None:
    found = _trials(path, 25)
    assert all(said <= there <= said + 1 for said, there in found), found
    assert found[-1][1] >= 25  # they did save


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F01_a_thousand_kills_lose_nothing(path: Path) -> None:
    empty = path.read_bytes()
    for seed in range(10):  # afresh now and then: looking through 10,000 saves takes longer than making them
        path.write_bytes(empty)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        found = _trials(path, 100, seed)
        assert all(said <= there <= said + 1 for said, there in found), found
