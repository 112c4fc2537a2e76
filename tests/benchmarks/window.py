"""Going to a page, opening a dialog, and the memory of a window that has shown everything. A new process each round."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import full_binders
from tests.benchmarks.children import until_ready
from tests.benchmarks.measure import Bench, Judged, Row, Samples, together

LIMIT = 100.0
STILL = 50.0
STILL_NOTE = "How long the window stands still: saved, and Home brought up to date."


def rows(bench: Bench) -> Iterator[Row]:
    """First times and later times apart: the first loads the page's module and builds it."""
    told = []
    for number in range(bench.rounds):
        binder = full_binders.three_years(bench.folder, f"window-{number}.champion")
        told.append(until_ready(["-m", "tests.benchmarks.window_child", str(binder)])[1])
    missing = f" Not measured: {', '.join(told[0]['missing'])}." if told[0]["missing"] else ""
    for words, first, again, left_out in (
        ("go to a page", "first", "again", missing),
        ("open a dialog", "dialog_first", "dialog_again", ""),
    ):
        early = {name: [one[first][name] for one in told] for name in told[0][first]}
        later = {name: [took for one in told for took in one[again][name]] for name in told[0][again]}
        yield _row(f"{words}, the first time", early, left_out)
        yield _row(f"{words}, again", later, "")
    change = Samples(tuple(one["change"] for one in told))
    yield Row("window", "first answer, Home in view", change, limit=STILL, judged=Judged.P95, note=STILL_NOTE)
    yield Row("window", "memory after every page", Samples(tuple(one["memory"] for one in told)), unit="MB")


def _row(words: str, by_name: dict[str, list[float]], left_out: str) -> Row:
    """All pages or dialogs as one; the note gives each one's median, slowest first."""
    slowest = sorted(by_name.items(), key=lambda pair: -Samples(tuple(pair[1])).median)
    each = ", ".join(f"{name} {Samples(tuple(took)).median:.0f}" for name, took in slowest)
    samples = together(list(by_name.values()))
    return Row("window", words, samples, limit=LIMIT, judged=Judged.P95, note=f"{each}.{left_out}")
