"""Worlds to do an operation in, and the worker processes that do it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.trials.judging import Stage, stage_of
from tests.trials.operations import Operation

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")


@dataclass
class Told:
    """What a worker said of one operation, and how it ended (0, or minus the signal)."""

    acked: int = 0
    faults: list[str] = field(default_factory=list)
    bug: str = ""
    done: bool = False
    ended: int = 0
    pid: int = 0


class World:
    """A folder with a closed binder in it, put back as it was before each trial; and what it is after each step."""

    def __init__(self, op: Operation, within: Path) -> None:
        self.op = op
        self.folder = Path(tempfile.mkdtemp(dir=within))
        op.prepare(self.folder)
        self.files = snapshot(self.folder)
        self.stages: list[Stage] = []

    def put_back(self, files: dict[str, bytes] | None = None) -> Path:
        """Fills the folder with these files and nothing else."""
        for path in sorted(self.folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for name, content in (self.files if files is None else files).items():
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return self.folder

    def learn(self, worker: Worker) -> list[Stage]:
        """Runs the operation once with nothing in its way, and remembers what is there after each step."""
        told = worker.run(self, copies=True)
        assert told.done and not told.faults, told
        for number in range(told.acked + 1):
            copied = Path(f"{self.folder}-{number}")
            self.put_back(snapshot(copied))
            shutil.rmtree(copied)
            self.stages.append(stage_of(self.op, self.folder, number))
        return self.stages


class Worker:
    """A process that does operations when it is told to, under whatever command is put before it."""

    def __init__(self, before: Sequence[str] = (), *words: str) -> None:
        self._process = subprocess.Popen(
            [*before, sys.executable, "-m", "tests.trials.worker", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
        )  # fmt: skip
        assert self._line() == "ready", "the worker did not start"

    @property
    def pid(self) -> int:
        """The process that makes a copy of itself for each operation."""
        return self._process.pid

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def run(self, world: World, *, kill_after: float | None = None, files: bool = True, **asked: object) -> Told:
        """Does the operation of a world put back as it was. ``kill_after`` ends it for good after so many seconds."""
        assert self._process.stdin is not None
        if files:
            world.put_back()
        self._process.stdin.write(json.dumps({"op": world.op.name, "folder": str(world.folder), **asked}) + "\n")
        self._process.stdin.flush()
        told, timer = Told(), None
        while True:
            kind, _, rest = self._line().partition(" ")
            if kind == "pid":
                told.pid = int(rest)
            elif kind == "begin" and kill_after is not None:
                timer = threading.Timer(kill_after, _kill, (told.pid,))
                timer.start()
            elif kind == "said":
                told.acked += 1
            elif kind == "fault":
                told.faults.append(rest)
            elif kind == "bug":
                told.bug = json.loads(rest)
            elif kind == "done":
                told.done = True
            elif kind == "gone":
                told.ended = int(rest)
                break
            elif not kind:
                raise AssertionError("the worker itself is gone")
        if timer is not None:
            timer.cancel()
            timer.join()
        return told

    def close(self) -> None:
        """Lets it end."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextmanager
def working(before: Sequence[str] = (), *words: str) -> Iterator[Worker]:
    """A worker for as long as it is needed."""
    worker = Worker(before, *words)
    try:
        yield worker
    finally:
        worker.close()


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its name from there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_memory() -> Path | None:
    """A folder in memory, where there is one."""
    return MEMORY if os.access(MEMORY, os.W_OK) else None
