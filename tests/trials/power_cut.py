"""Power cuts by the thousand: an operation is written down once, call by call, and replayed to a random moment.

What a disk could have kept at that moment is laid out as files, opened with Champion's own code and judged.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.trials import strace_log
from tests.trials.children import World, working
from tests.trials.disk_replay import Disk
from tests.trials.judging import judge
from tests.trials.operations import Operation
from tests.trials.strace_log import Call

MODELS = {"kind": False, "harsh": True}


@dataclass
class Cuts:
    """What came of the power cuts of one operation."""

    states: int = 0
    different: int = 0
    wrong: list[str] = field(default_factory=list)
    standing: Counter[int] = field(default_factory=Counter)

    def figures(self) -> dict[str, object]:
        """For the report."""
        return {"states": self.states, "different": self.different, "wrong": len(self.wrong)}


def written_down(world: World, within: Path, weak: str = "") -> list[Call]:
    """Every call of the operation, in order, with all that was written."""
    log = Path(tempfile.mkdtemp(dir=within), "calls")
    with working(strace_log.tracing(log)) as worker:
        told = worker.run(world, weak=weak)
    assert told.done and not told.faults, told
    calls = list(strace_log.read(log, told.pid))
    shutil.rmtree(log.parent)
    return calls


def prepared(op: Operation, within: Path, weak: str = "") -> tuple[World, list[Call]]:
    """An operation that knows what it is after each step, written down once for any number of cuts."""
    world = World(op, within)
    with working() as plain:
        world.learn(plain)
    return world, written_down(world, within, weak)


def power_cuts(
    world: World, calls: list[Call], states: int, model: str, *, seed: int = 20261125, stop_at: int = 10
) -> Cuts:
    """Cuts the power so many times during one operation, and judges what is left. Ends after ``stop_at`` wrong."""
    cuts, chance = Cuts(), random.Random(f"{seed} {world.op.name} {model}")
    moments = Counter(chance.randint(0, len(calls)) for _ in range(states))
    disk, acked, known = Disk(str(world.folder), world.files, harsh=MODELS[model]), 0, dict[str, str]()
    for place in range(len(calls) + 1):
        for _ in range(moments[place]):
            left = disk.after_a_cut(chance)
            cuts.states += 1
            keep = bool(chance.getrandbits(1))
            mark = _mark(left, acked, keep)
            if mark not in known:
                known[mark] = _judged(world, left, acked, keep, cuts)
            if known[mark]:
                cuts.wrong.append(f"call {place} of {len(calls)}, {acked} acknowledged: {known[mark]}")
        if len(cuts.wrong) >= stop_at:
            break
        if place < len(calls):
            acked += _said(calls[place])
            disk.replay(calls[place])
    cuts.different = len(known)
    return cuts


def _judged(world: World, left: dict[str, bytes], acked: int, keep: bool, cuts: Cuts) -> str:
    world.put_back(left)
    try:
        cuts.standing[judge(world.op, world.folder, acked, world.stages, keep=keep)] += 1
    except Exception as error:  # whatever it is, the work could not be had
        return f"{type(error).__name__}: {error}"
    return ""


def _mark(left: dict[str, bytes], acked: int, keep: bool) -> str:
    whole = hashlib.sha1(f"{acked} {keep}".encode(), usedforsecurity=False)
    for name in sorted(left):
        whole.update(f"{name} {len(left[name])} ".encode())
        whole.update(left[name])
    return whole.hexdigest()


def _said(call: Call) -> int:
    """Whether this call told of a step that has returned."""
    return int(call.name == "writev" and call.file == 1 and call.texts == (b"said\n",))
