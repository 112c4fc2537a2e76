"""The family leaflet with tags, links and checks, beside the same words on a bare canvas: warm, cold, and its size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import LeafletChoices, Size, Template
from champion_app.paper import leaflet
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, papers, sample
from tests.benchmarks import bare_canvas, plain_paper
from tests.benchmarks.children import whole_run
from tests.benchmarks.measure import Bench, Row, Samples, in_turn, timed_in_turn

NAME = "family-first-days"
WARM, COLD, MOST_KB = 2.5, 2.0, 60.0
EACH_ROUND = 5
CANVAS = str(Path(__file__).with_name("bare_canvas.py"))


@dataclass(frozen=True)
class Kind:
    """A leaflet of the sample service in one size."""

    binder: Binder
    template: Template
    choices: LeafletChoices

    def paper(self) -> LeafletPaper:
        """The leaflet composed, from the binder."""
        contacts = leaflets.chosen_contacts(self.binder, self.template)
        return leaflets.compose_leaflet(self.binder, self.template, self.choices, contacts)

    def make(self) -> papers.LeafletPdf:
        """The leaflet as a PDF to read and one to print."""
        return papers.leaflet_pdf(self.paper())

    def plain(self) -> plain_paper.Plain:
        """The same words for the canvas. Raises ValueError if they do not come out on about as many pages."""
        paper = self.paper()
        plain = plain_paper.plain(leaflet.document(paper), leaflet.printed(paper))
        same_pages(plain)
        return plain


def rows(bench: Bench) -> Iterator[Row]:
    """Folded (which also makes the printer's copy) and flat, then the size, then a cold process."""
    path = bench.folder / "leaflet.champion"
    with closing(sample.make_sample(path)) as binder:
        template = leaflets.template(NAME)
        kinds = {size: Kind(binder, template, LeafletChoices(size)) for size in (Size.FOLDED_A5, Size.A4)}
        for size, words in ((Size.A4, "flat A4"), (Size.FOLDED_A5, "folded A5, two copies")):
            yield _warm(bench, kinds[size], f"leaflet, {words}")
        made = [pdf for kind in kinds.values() for pdf in (kind.make().reading, kind.make().print_copy)]
        sizes = Samples(tuple(len(pdf) / 1024 for pdf in made))
        yield Row("leaflet", "its largest file", Samples((sizes.worst,)), limit=MOST_KB, unit="KB")
        plain = kinds[Size.A4].plain()
    yield _cold(bench, path, plain)


def _warm(bench: Bench, kind: Kind, words: str) -> Row:
    plain = kind.plain()
    pages = plain["foot"]["pages"]
    floor, ours = timed_in_turn(lambda: bare_canvas.draw(plain), kind.make, bench.rounds * EACH_ROUND, warm_up=3)
    return Row("leaflet", words, ours, floor, ratio=WARM, note=f"{pages} pages; the canvas may take one more.")


def _cold(bench: Bench, binder: Path, plain: plain_paper.Plain) -> Row:
    data, out = bench.folder / "plain.json", bench.folder / "leaflet.pdf"
    data.write_text(json.dumps(plain), encoding="utf-8")
    asked = ["-m", "champion_app", "--binder", str(binder), "print", "leaflet", NAME, "--size", "a4", "--out", str(out)]
    floor, ours = in_turn(lambda: whole_run([CANVAS, str(data), str(out)]), lambda: whole_run(asked), bench.rounds)
    return Row("leaflet", "leaflet, from the command line", ours, floor, ratio=COLD, note="Flat A4, whole processes.")


def same_pages(plain: plain_paper.Plain, draw: Callable[[plain_paper.Plain], bytes] = bare_canvas.draw) -> None:
    """Reads the fonts and sees that the floor does as much work as we do. Raises ValueError."""
    bare_canvas.load_fonts(plain)
    pages, ours = draw(plain).count(b"/Type /Page\n"), plain["foot"]["pages"]
    if abs(pages - ours) > 1:  # we set the lines closer where that saves a side; the canvas does not
        raise ValueError(f"the canvas takes {pages} pages for what we print on {ours}: the floor is not the same work")
