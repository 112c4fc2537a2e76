"""What is done to a leaflet on a worker: pictures of it, saving it, its sheets for the printer. Plain data in and out.

The paper part is loaded when it is first needed, on the worker: it takes a third of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain.leaflets import LeafletPaper, Size

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

POINTS_PER_INCH = 72
# A page is 1 MB on the screen: a text of 10,000 lines by mistake must not fill the memory.
MOST_PICTURES = 16


@dataclass(frozen=True)
class Pictured:
    """A leaflet as pictures of its first pages, how many it has, and the characters that cannot be printed, named."""

    pages: tuple[PagePicture, ...]
    total: int
    left_out: str


@dataclass(frozen=True)
class SavedLeaflet:
    """Where the copy to read was saved; a folded leaflet also has one to print (None for the others)."""

    asked: Path
    reading: Path
    to_print: Path | None


def picture_leaflet(paper: LeafletPaper, scale: float) -> Pictured:
    """Its pages as pictures at ``scale`` dots per point, at most ``MOST_PICTURES``. Raises PaperFailed."""
    from champion_app.tasks import papers

    made = papers.leaflet_pdf(paper)
    shown = range(min(made.pages, MOST_PICTURES))
    return Pictured(tuple(papers.page_pictures(made.reading, scale, shown)), made.pages, made.left_out())


def save_leaflet(paper: LeafletPaper, path: Path, beside: str) -> SavedLeaflet:
    """Saves the accessible copy and, for a folded leaflet, its sheets under the same name and ``beside``.

    Raises a fault of the disk or PaperFailed.
    """
    from champion_app.tasks import papers

    made = papers.leaflet_pdf(paper)
    reading = papers.save_pdf(made.reading, path)
    if paper.size is not Size.FOLDED_A5:
        return SavedLeaflet(path, reading, None)
    sheets = reading.with_name(f"{reading.stem}{beside}{reading.suffix}")
    return SavedLeaflet(path, reading, papers.save_pdf(made.print_copy, sheets))


def save_sheets(paper: LeafletPaper, path: Path) -> Path:
    """Saves only what a printer gets. Raises a fault of the disk or PaperFailed."""
    from champion_app.tasks import papers

    return papers.save_pdf(papers.leaflet_pdf(paper).print_copy, path)


def draw_sheets(paper: LeafletPaper, dots_per_inch: int, draw: Callable[[int, PagePicture], None]) -> None:
    """Hands each sheet of the printer's copy to ``draw`` with its number, from 1. Raises PaperFailed.

    One at a time: an A3 sheet at 300 dots to the inch is 70 MB.
    """
    from champion_app.tasks import papers

    sheets = papers.leaflet_pdf(paper).print_copy
    for place in range(papers.page_count(sheets)):
        picture = papers.page_pictures(sheets, dots_per_inch / POINTS_PER_INCH, [place])[0]
        draw(place + 1, picture)
