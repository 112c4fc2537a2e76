"""The words after ``./run bench``: which groups, how many rounds, where to write the figures.

Being over budget is for people to judge, so it is no error: the exit code is 1 only when a measurement failed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from tests.benchmarks import disk, table
from tests.benchmarks.measure import QUICK_ROUNDS, ROUNDS, Bench, Row, load

# In this order: what starts processes comes before this one has grown large. Each module has ``rows(bench)``.
GROUPS = {
    "start": "start_up",
    "window": "window",
    "leaflet": "leaflets",
    "plan": "work_plan",
    "preview": "preview",
    "save": "saving",
    "search": "searching",
    "import": "taking_in",
}


def main(words: Sequence[str]) -> int:
    """Measures what was asked for and prints the table. Returns the exit code."""
    parser = _parser()
    asked = parser.parse_args(words)
    if unknown := set(asked.groups) - set(GROUPS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    rounds = QUICK_ROUNDS if asked.quick else ROUNDS
    folder = Path(tempfile.mkdtemp(prefix="champion-bench-", dir=disk.real_folder()))
    measured: list[tuple[Row, float]] = []
    failed = False
    print(table.heading(rounds), flush=True)
    try:
        for group in asked.groups or GROUPS:
            try:
                for row, busy in _measured(group, Bench(rounds, folder)):
                    measured.append((row, busy))
                    print(table.line(row, busy), flush=True)
            except Exception:
                failed = True
                print(f"{group}: could not be measured", flush=True)
                traceback.print_exc()
        print(table.foot([busy for _, busy in measured]), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if asked.json:
        table.write_json(asked.json, measured, rounds)
    return 1 if failed else 0


def _measured(group: str, bench: Bench) -> Iterator[tuple[Row, float]]:
    rows: Callable[[Bench], Iterator[Row]] = import_module(f"tests.benchmarks.{GROUPS[group]}").rows
    for row in rows(bench):
        yield row, load()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"all, unless some are named: {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds, to see whether it works")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every figure here, too")
    return parser
