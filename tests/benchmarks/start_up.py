"""From the start of the process to a Home that can be used, beside a process that shows an empty window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import full_binders
from tests.benchmarks.children import ChildFailed, until_ready
from tests.benchmarks.measure import Bench, Row, Samples

CHILD = str(Path(__file__).with_name("start_child.py"))
# Modules that are to be loaded when they are first needed, not on a start (DESIGN 9).
LATE = ("sqlite_utils", "reportlab", "openpyxl", "docx", "pikepdf", "pypdfium2", "PIL", "uharfbuzz", "pyrage", "segno")


def rows(bench: Bench) -> Iterator[Row]:
    """Time and peak memory of one and the same starts."""
    binder = full_binders.three_years(bench.folder, "start.champion")
    home = bench.folder / "home"
    floor: list[tuple[float, float]] = []
    ours: list[tuple[float, float]] = []
    loaded: list[str] = []
    for number in range(bench.rounds + 1):
        empty_took, empty_told = until_ready([CHILD, "empty"])
        took, told = until_ready([CHILD, "champion", str(binder), str(home)])
        if told["shown"] != "HomePage":
            raise ChildFailed(f"Champion showed {told['shown']}, not Home")
        loaded = [name for name in LATE if name in told["modules"]]
        if number:  # the first start warms the disk's cache
            floor.append((empty_took, empty_told["memory"]))
            ours.append((took, told["memory"]))
    note = "500 resources, 150 listings, 40 actions, 400 log entries, 3 rounds."
    if loaded:
        note += f" Loaded too early: {', '.join(loaded)}."
    yield Row("start", "start to usable Home", _part(ours, 0), _part(floor, 0), ratio=2.0, note=note)
    yield Row("start", "its peak memory", _part(ours, 1), _part(floor, 1), ratio=1.6, unit="MB")


def _part(pairs: list[tuple[float, float]], place: int) -> Samples:
    return Samples(tuple(pair[place] for pair in pairs))
