"""Taking turns: the floor and we, round by round, and what comes of it. Times in milliseconds, garbage collector on."""

from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

ROUNDS, QUICK_ROUNDS = 7, 3
# A one-minute load average above this says that somebody else is using the processor too.
BUSY = 1.5


class Judged(Enum):
    """Which figure of a row is held against its budget."""

    MEDIAN = "median"
    P95 = "p95"


@dataclass(frozen=True)
class Samples:
    """What was measured, in the order it was measured. Never empty."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The value that 95 of 100 do not exceed (nearest rank); with fewer than twenty samples the worst one."""
        ordered = sorted(self.values)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]

    @property
    def worst(self) -> float:
        """The largest one."""
        return max(self.values)

    def judged(self, how: Judged) -> float:
        """The figure a budget is held against."""
        return self.median if how is Judged.MEDIAN else self.p95


@dataclass(frozen=True)
class Row:
    """One line of the table. ``ratio`` is a budget in floors, ``limit`` one in ``unit``; either may be missing."""

    group: str
    what: str
    ours: Samples
    floor: Samples | None = None
    ratio: float | None = None
    limit: float | None = None
    judged: Judged = Judged.MEDIAN
    unit: str = "ms"
    note: str = ""

    @property
    def times(self) -> float | None:
        """How many floors we are."""
        if self.floor is None:
            return None
        return self.ours.judged(self.judged) / self.floor.judged(self.judged)

    @property
    def verdict(self) -> str:
        """ "inside" or "OVER" its budgets; nothing for a row that has none."""
        if self.ratio is None and self.limit is None:
            return ""
        over_ratio = self.ratio is not None and self.times is not None and self.times > self.ratio
        over_limit = self.limit is not None and self.ours.judged(self.judged) > self.limit
        return "OVER" if over_ratio or over_limit else "inside"


@dataclass(frozen=True)
class Bench:
    """What every group of rows is given: how many rounds, and a folder on a real disk to work in."""

    rounds: int
    folder: Path
    notes: list[str] = field(default_factory=list)


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes once."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def in_turn(
    floor: Callable[[], float], ours: Callable[[], float], rounds: int, warm_up: int = 1
) -> tuple[Samples, Samples]:
    """The floor's samples and ours, taken in turn so that a busy minute falls on both. Each call returns one sample."""
    for _ in range(warm_up):
        floor()
        ours()
    pairs = [(floor(), ours()) for _ in range(rounds)]
    return Samples(tuple(pair[0] for pair in pairs)), Samples(tuple(pair[1] for pair in pairs))


def timed_in_turn(
    floor: Callable[[], object], ours: Callable[[], object], rounds: int, warm_up: int = 1
) -> tuple[Samples, Samples]:
    """``in_turn`` for work whose time is the sample."""
    return in_turn(lambda: milliseconds(floor), lambda: milliseconds(ours), rounds, warm_up)


def together(parts: Sequence[Sequence[float]]) -> Samples:
    """Samples of several rounds as one."""
    return Samples(tuple(value for part in parts for value in part))


def load() -> float:
    """The one-minute load average; 0 where the system keeps none."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
