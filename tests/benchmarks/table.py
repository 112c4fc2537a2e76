"""The table on the terminal and the same figures as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from champion_app.domain.clock import today
from champion_app.domain.dates import british
from tests.benchmarks.measure import BUSY, Row, Samples

NOISY = "~"
WIDTHS = (40, 17, 17, 7, 14, 8)
HEADS = ("", "floor  (p95)", "we  (p95)", "times", "budget", "")


def heading(rounds: int) -> str:
    """The first lines: what was measured where, and what the columns say."""
    machine = f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors"
    return f"Champion and its budgets. {british(today())}. {machine}. {rounds} rounds, floor and we in turn.\n\n" + (
        _line(HEADS) + "\n" + "-" * (sum(WIDTHS) + 2 * len(WIDTHS))
    )


def line(row: Row, load: float) -> str:
    """One row in words and figures; a second, indented line when there is something to say about it."""
    cells = (
        row.what,
        _figures(row.floor, row.unit) if row.floor else "",
        _figures(row.ours, row.unit),
        f"{row.times:.2f} x" if row.times is not None else "",
        _budget(row),
        f"{row.verdict} {NOISY}" if load > BUSY else row.verdict,
    )
    return "\n".join([_line(cells), *([f"    {row.note}"] if row.note else [])])


def foot(loads: Sequence[float]) -> str:
    """What the mark beside a verdict means, if there was one."""
    if max(loads, default=0) <= BUSY:
        return ""
    return f"\n{NOISY}  The machine was busy (load average up to {max(loads):.1f}), so this is noisy: measure again."


def write_json(path: Path, rows: Sequence[tuple[Row, float]], rounds: int) -> None:
    """Every figure with its samples. Raises OSError."""
    told: dict[str, Any] = {
        "day": today().isoformat(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "rounds": rounds,
        "rows": [_table(row, load) for row, load in rows],
    }
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _table(row: Row, load: float) -> dict[str, Any]:
    return {
        "group": row.group,
        "what": row.what,
        "unit": row.unit,
        "floor": _samples(row.floor),
        "ours": _samples(row.ours),
        "times": row.times,
        "budget_times": row.ratio,
        "budget": row.limit,
        "judged_by": row.judged.value,
        "verdict": row.verdict,
        "note": row.note,
        "load": load,
    }


def _samples(samples: Samples | None) -> dict[str, Any] | None:
    if samples is None:
        return None
    return {"median": samples.median, "p95": samples.p95, "worst": samples.worst, "samples": list(samples.values)}


def _line(cells: Sequence[str]) -> str:
    first, *rest = (cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))
    return "  ".join([cells[0].ljust(len(first)), *rest]).rstrip()


def _figures(samples: Samples, unit: str) -> str:
    if len(set(samples.values)) == 1:
        return f"{_number(samples.median)} {unit}"
    return f"{_number(samples.median)} ({_number(samples.p95)}) {unit}"


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _budget(row: Row) -> str:
    parts = [f"{row.ratio:g} x"] if row.ratio is not None else []
    parts += [f"{row.limit:g} {row.unit}"] if row.limit is not None else []
    return ", ".join(parts)
