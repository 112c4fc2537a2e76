"""What is done to a leaflet on a worker: pictures of it, saving it, its printer's copy. Plain data in and out.

The paper part is loaded when it is first needed, on the worker: it takes a third of a second.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

# A page is 1 MB on the screen: a text of 10,000 lines by mistake must not fill the memory.
MOST_PICTURES = 16


@dataclass(frozen=True)
class Pictured:
    """A leaflet as pictures of its first pages or sheets, and what only the finished paper knows.

    ``total`` counts the pages to read, ``sides`` the printed sides of its sheets. ``left_out`` names the characters
    that cannot be printed; ``words`` is all of it as plain text.
    """

    pages: tuple[PagePicture, ...]
    total: int
    left_out: str
    sides: int = 0
    words: str = field(default="", repr=False)


@dataclass(frozen=True)
class SavedLeaflet:
    """Where the copy to read was saved; what is folded or cut also has one to print (None for the others).

    ``not_saved`` says why the sheets to print could not be saved beside it. ``words`` is all of it as plain text.
    """

    asked: Path
    reading: Path
    to_print: Path | None = None
    not_saved: Fault | None = None
    words: str = field(default="", repr=False)


def picture_leaflet(paper: LeafletPaper, scale: float) -> Pictured:
    """Its pages as they are read, at ``scale`` dots per point, at most ``MOST_PICTURES``. Raises PaperFailed."""
    return _pictured(paper, scale, sheets=False)


def picture_sheets(paper: LeafletPaper, scale: float) -> Pictured:
    """The sheets the printer gets, one picture for each side, as ``picture_leaflet``. Raises PaperFailed."""
    return _pictured(paper, scale, sheets=True)


def save_leaflet(paper: LeafletPaper, path: Path, beside: str) -> SavedLeaflet:
    """Saves the accessible copy, and the sheets of what is folded or cut under the same name and ``beside``.

    Raises a fault of the disk or PaperFailed, and then nothing was saved.
    """
    from champion_app.tasks import papers

    made, words = papers.leaflet_pdf(paper), papers.leaflet_text(paper)
    reading = papers.save_pdf(made.reading, path)
    if not beside or made.print_copy == made.reading:
        return SavedLeaflet(path, reading, words=words)
    sheets = reading.with_name(f"{reading.stem}{beside}{reading.suffix}")
    try:
        return SavedLeaflet(path, reading, papers.save_pdf(made.print_copy, sheets), words=words)
    except Fault as fault:
        return SavedLeaflet(path, reading, not_saved=fault, words=words)


def save_text(paper: LeafletPaper, path: Path) -> SavedLeaflet:
    """Saves its words as plain text. Raises a fault of the disk."""
    from champion_app.tasks import papers

    words = papers.leaflet_text(paper)
    return SavedLeaflet(path, papers.save_words(words, path), words=words)


def save_html(paper: LeafletPaper, path: Path) -> SavedLeaflet:
    """Saves it as one HTML page. Raises a fault of the disk."""
    from champion_app.tasks import papers

    saved = papers.save_words(papers.leaflet_html(paper), path)
    return SavedLeaflet(path, saved, words=papers.leaflet_text(paper))


def printer_copy(paper: LeafletPaper) -> tuple[bytes, str]:
    """What a printer gets (what is folded or cut as its sheets), and all its words. Raises PaperFailed."""
    from champion_app.tasks import papers

    return papers.leaflet_pdf(paper).print_copy, papers.leaflet_text(paper)


def _pictured(paper: LeafletPaper, scale: float, *, sheets: bool) -> Pictured:
    from champion_app.tasks import papers

    made = papers.leaflet_pdf(paper)
    sides = made.pages if made.print_copy == made.reading else papers.page_count(made.print_copy)
    shown = range(min(sides if sheets else made.pages, MOST_PICTURES))
    pictures = papers.page_pictures(made.print_copy if sheets else made.reading, scale, shown)
    return Pictured(tuple(pictures), made.pages, made.left_out(), sides, papers.leaflet_text(paper))
