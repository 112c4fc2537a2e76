"""What is done to a leaflet on a worker: pictures of it, saving it, its printer's copy. Plain data in and out.

The paper part is loaded when it is first needed, on the worker: it takes a third of a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain.leaflets import LeafletPaper, Size

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

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


def printer_copy(paper: LeafletPaper) -> bytes:
    """What a printer gets: for a folded leaflet its sheets, else the pages. Raises PaperFailed."""
    from champion_app.tasks import papers

    return papers.leaflet_pdf(paper).print_copy
