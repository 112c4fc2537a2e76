"""Search as you type, keystroke by keystroke, beside a plain ranked FTS5 query on the same index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from champion_app.store.binder import Binder
from champion_app.tasks import binders, search
from tests.benchmarks import full_binders
from tests.benchmarks.measure import Bench, Judged, Row, timed_in_turn

# What a champion types, a letter at a time; the last has a slip in it and finds nothing.
TYPED = ("visiting prison", "a child whose father", "grief book", "barnados", "helpline for families", "prisson")
PLAIN = (
    "SELECT rowid, title, snippet(finder, 1, '', '', ' … ', 16) FROM finder WHERE finder MATCH ? ORDER BY rank LIMIT 30"
)


def rows(bench: Bench) -> Iterator[Row]:
    """Every keystroke of every search, in each round."""
    yield _row(bench, 5_000, None)
    yield _row(bench, 50_000, 30)


def _row(bench: Bench, items: int, limit: float | None) -> Row:
    path = full_binders.of_items(bench.folder / f"search-{items}.champion", items)
    with closing(binders.open_binder(path)) as binder:
        finder = search.Finder(binder)
        finder.find("x")  # reads the names and the leaflets, as the window does before anybody types
        strokes = [text[:end] for text in TYPED for end in range(1, len(text) + 1)] * bench.rounds
        plainly, ours_in_turn = iter([strokes[0], *strokes]), iter([strokes[0], *strokes])
        floor, ours = timed_in_turn(
            lambda: _plain(binder, next(plainly)),
            lambda: finder.find(next(ours_in_turn)),
            len(strokes),
        )
    note = f"{len(strokes)} keystrokes; medians {ours.median:.1f} ms and {floor.median:.1f} ms for the plain query."
    return Row(
        "search", f"a keystroke in {items:,} items", ours, floor, 0.35, limit=limit, judged=Judged.P95, note=note
    )


def _plain(binder: Binder, typed: str) -> None:
    words = " ".join(f'"{word}"*' for word in typed.split())
    if words:
        binder.rows(PLAIN, (words,))
