"""A work plan of 120 rows as tagged paper, beside the same table on a bare canvas."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from champion_app.domain import clock
from champion_app.domain.actions import Action
from champion_app.domain.dates import british
from champion_app.domain.work_plan import appendix_a
from champion_app.paper import blocks, work_plan
from champion_app.paper.page import build
from champion_app.tasks import actions, sample
from champion_app.tasks.toolkit import load_toolkit
from tests.benchmarks import bare_canvas, plain_paper
from tests.benchmarks.leaflets import same_pages
from tests.benchmarks.measure import Bench, Row, timed_in_turn

ROWS = 120


def rows(bench: Bench) -> Iterator[Row]:
    """The sample service's actions over and over, as Appendix A."""
    with closing(sample.make_sample(bench.folder / "plan.champion")) as binder:
        known = actions.plan(binder)
    listed = [_numbered(known[place % len(known)], place) for place in range(ROWS)]
    toolkit = load_toolkit()

    def document() -> blocks.Document:
        return work_plan.appendix_a("Marlow Road Primary School", british(clock.today()), appendix_a(toolkit, listed))

    printed = build(document())
    plain = plain_paper.plain(document(), printed)
    same_pages(plain)
    floor, ours = timed_in_turn(lambda: bare_canvas.draw(plain), lambda: build(document()), bench.rounds, warm_up=1)
    note = f"{printed.page_count} pages, the same on the canvas. {len(printed.pdf) / 1024:.0f} KB."
    yield Row("plan", f"work plan of {ROWS} rows", ours, floor, ratio=3.5, note=note)


def _numbered(action: Action, place: int) -> Action:
    return replace(action, fields=replace(action.fields, title=f"{action.fields.title} ({place + 1})"))
