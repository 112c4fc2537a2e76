"""Runs a few lines of Python in a child that is killed at its n-th step on the disk: every step in turn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Everything is loaded and one backup made before the fork; the steps counted are those of the lines under test.
_CHILD = """
import os, sys
from pathlib import Path
from champion_app.domain.backups import Reason
from champion_app.store import backup_files, backups, keys, locking, moving, opening, restoring
import champion_app.store.migrations, concurrent.futures.thread, sqlite_utils
PREPARE
EVENTS = {"os.rename", "os.remove", "open", "os.mkdir", "os.truncate", "sqlite3.connect"}
left, on = [0], [False]
def count(event, args):
    if on[0] and event in EVENTS:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), 9)
sys.addaudithook(count)
print("ready", flush=True)
for line in sys.stdin:
    child = os.fork()
    if not child:
        left[0], on[0] = int(line), True
        try:
            DO
            os._exit(0)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(3)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def at_every_step(prepare: str, do: str, *words: str, most: int = 400) -> Iterator[int]:
    """Yields each step (1, 2, ...) after the child was killed just before it; ends when the lines ran to their end.

    Between two yields the caller looks at what is there and puts it back as it was before.
    """
    code = _CHILD.replace("PREPARE", prepare).replace("DO", do.strip().replace("\n", "\n            "))
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            for step in range(1, most):
                process.stdin.write(f"{step}\n")
                process.stdin.flush()
                said = process.stdout.readline().strip()
                if said == "0":
                    return
                assert said == str(-signal.SIGKILL), f"step {step}: {said}"
                yield step
            raise AssertionError("it never came to its end")
        finally:
            process.stdin.close()
