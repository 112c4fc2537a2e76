"""What is done on a worker for anything that is printed: saving the printer's copy, and its sheets as pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

POINTS_PER_INCH = 72


def save_sheets(pdf: bytes, path: Path) -> Path:
    """Saves what a printer would have got. Raises a fault of the disk."""
    from champion_app.tasks import papers

    return papers.save_pdf(pdf, path)


def draw_sheets(pdf: bytes, dots_per_inch: int, draw: Callable[[int, PagePicture], None]) -> None:
    """Hands each sheet of a PDF to ``draw`` with its number, from 1. Raises PaperFailed.

    One at a time: an A3 sheet at 300 dots to the inch is 70 MB.
    """
    from champion_app.tasks import papers

    for place in range(papers.page_count(pdf)):
        picture = papers.page_pictures(pdf, dots_per_inch / POINTS_PER_INCH, [place])[0]
        draw(place + 1, picture)
