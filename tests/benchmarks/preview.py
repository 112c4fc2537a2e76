"""The leaflet studio's preview: from words just typed to new pictures of the pages, beside the leaflet on a canvas."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count

from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.tasks import leaflets, papers, sample
from tests.benchmarks import bare_canvas
from tests.benchmarks.leaflets import NAME, Kind
from tests.benchmarks.measure import Bench, Judged, Row, timed_in_turn

# Dots on the screen for each point of paper: 96 to the inch.
SCALE = 96 / 72
EACH_ROUND = 5


def rows(bench: Bench) -> Iterator[Row]:
    """Each edit puts other words into the first paragraph, so that nothing remembered can help."""
    with closing(sample.make_sample(bench.folder / "preview.champion")) as binder:
        template = leaflets.template(NAME)
        for size, words in ((Size.A4, "flat A4"), (Size.FOLDED_A5, "folded A5")):
            kind = Kind(binder, template, LeafletChoices(size))
            plain = kind.plain()
            edits = count(1)

            def edit(kind: Kind = kind, edits: Iterator[int] = edits) -> None:
                first = replace(template.blocks[0], text=f"{template.blocks[0].text} Edit {next(edits)}.")
                typed = replace(kind, template=replace(template, blocks=(first, *template.blocks[1:])))
                papers.page_pictures(typed.make().reading, SCALE)

            floor, ours = timed_in_turn(
                lambda plain=plain: bare_canvas.draw(plain), edit, bench.rounds * EACH_ROUND, warm_up=3
            )
            note = f"All {plain['foot']['pages']} pages at 96 dots to the inch."
            yield Row("preview", f"preview, {words}", ours, floor, 4, 150, Judged.P95, note=note)
