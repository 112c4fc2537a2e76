"""A fault at every call by which an operation changes a file: killed there, the disk failing or full there.

strace counts the calls of each process by itself. The worker is told to make harmless ones of the same kind first, so
that the one that counts is the one we mean: one strace serves a whole operation.
"""

from __future__ import annotations

import random
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.trials import strace_log
from tests.trials.children import Told, Worker, World, working
from tests.trials.judging import judge
from tests.trials.operations import Operation

WRITE_LIKE = ("openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "rename", "mkdir")
# What is done to the call: what strace is asked for.
FAULTS = {"killed": "signal=KILL", "failing": "error=EIO", "full": "error=ENOSPC"}


@dataclass(frozen=True)
class Point:
    """One call of an operation: its name, which of that name it is, and the file it is about."""

    name: str
    number: int
    file: str


@dataclass
class Outcome:
    """What came of the trials of one operation and one kind of fault."""

    trials: int = 0
    told: Counter[str] = field(default_factory=Counter)
    got_by: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    standing: Counter[int] = field(default_factory=Counter)

    def figures(self) -> dict[str, object]:
        """For the report."""
        return {"points": self.trials, "told": dict(self.told), "harmless": len(self.got_by), "wrong": len(self.wrong)}


def points_of(world: World, within: Path, weak: str = "") -> tuple[list[Point], Counter[str]]:
    """Every call of an operation that changes one of the world's files, in order, and how many calls it makes."""
    log = Path(tempfile.mkdtemp(dir=within), "calls")
    with working(strace_log.tracing(log)) as worker:
        told = worker.run(world, weak=weak)
    assert told.done and not told.faults, told
    counted, found = Counter[str](), []
    for call in strace_log.read(log, told.pid):
        counted[call.name] += 1
        where = call.path or (call.texts[0].decode(errors="surrogateescape") if call.texts else "")
        if call.name == "openat" and not call.creates:
            continue
        if call.name == "openat":
            where = call.texts[0].decode(errors="surrogateescape")
        if call.name in WRITE_LIKE and where.startswith(str(world.folder)) and call.answer >= 0:
            found.append(Point(call.name, counted[call.name], where.removeprefix(str(world.folder)).strip("/")))
    shutil.rmtree(log.parent)
    return found, counted


def at_every_call(
    op: Operation, fault: str, within: Path, *, weak: str = "", most: int | None = None, only: str = "",
    seed: int = 20261125,
) -> Outcome:  # fmt: skip
    """Does an operation once for each of its calls (``only`` of one name, or ``most`` of them), that call going wrong,
    and judges it."""
    world, outcome = World(op, within), Outcome()
    with working() as plain:
        world.learn(plain)
    points, all_calls = points_of(world, within)
    # Later than it is ever reached, tried once more after a fault or not, unless harmless ones are made before.
    when = {name: 2 * all_calls[name] + 20 for name in WRITE_LIKE}
    points = [point for point in points if only in ("", point.name)]
    if most is not None and len(points) > most:
        points = sorted(random.Random(seed).sample(points, most), key=points.index)
    log = Path(tempfile.mkdtemp(dir=within), "faults")
    injected = [word for name in WRITE_LIKE for word in ("-e", f"inject=?{name}:{FAULTS[fault]}:when={when[name]}")]
    told: dict[int, tuple[Point, Told]] = {}
    with working() as worker, strace_log.watching(worker.pid, log, WRITE_LIKE, injected):
        for place, point in enumerate(points):
            said = worker.run(world, burn=point.name, times=when[point.name] - point.number, weak=weak)
            told[said.pid] = (point, said)
            _judge(world, point, said, outcome, keep=bool(place % 2))
    hit = strace_log.injected(log)
    if fault != "killed":
        missed = [point for pid, (point, _) in told.items() if pid not in hit]
        assert not missed, f"{len(missed)} calls were never reached: {missed[:3]}"
        _sort(told.values(), outcome)
    else:
        alive = [point for point, said in told.values() if said.ended != -signal.SIGKILL]
        assert not alive, f"{len(alive)} lived on: {alive[:3]}"
    return outcome


def _judge(world: World, point: Point, told: Told, outcome: Outcome, *, keep: bool) -> None:
    outcome.trials += 1
    if told.bug:
        outcome.wrong.append(f"{point}: not a fault but a bug: {told.bug}")
    try:
        outcome.standing[judge(world.op, world.folder, told.acked, world.stages, keep=keep)] += 1
    except Exception as error:  # whatever it is, the work could not be had
        outcome.wrong.append(f"{point}: {type(error).__name__}: {error} (told {told.faults})")


def _sort(told: Iterable[tuple[Point, Told]], outcome: Outcome) -> None:
    """A call that failed was told by its fault, or the operation came to its end all the same, and was judged so."""
    for point, said in told:
        if said.faults:
            outcome.told[said.faults[0]] += 1
        elif said.done:
            outcome.got_by.append(f"{point.name} {point.file}")
        elif not said.bug:
            outcome.wrong.append(f"{point}: it stopped without a word")


def killed_at_random(op: Operation, times: int, within: Path, worker: Worker, seed: int = 20261125) -> Outcome:
    """Kills an operation after a random while, with no tracing: in its own time, with its own threads."""
    world, outcome, chance = World(op, within), Outcome(), random.Random(seed)
    world.learn(worker)
    for place in range(times):
        told = worker.run(world, kill_after=chance.expovariate(1 / 0.012))
        _judge(world, Point("killed", place, ""), told, outcome, keep=bool(place % 2))
    return outcome
