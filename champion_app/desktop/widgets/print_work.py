"""What is done on a worker for anything that is printed: saving the printer's copy, and its sheets as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

POINTS_PER_INCH = 72


def save_sheets(pdf: bytes, path: Path) -> Path:
    """Saves what a printer would have got. Raises a fault of the disk."""
    from champion_app.tasks import papers

    return papers.save_pdf(pdf, path)


def sides_of(pdf: bytes) -> int:
    """How many sides there are to print. Raises PaperFailed."""
    from champion_app.tasks import papers

    return papers.page_count(pdf)


def lies_on_its_side(pdf: bytes) -> bool:
    """Whether the sheets are wider than they are high. Raises PaperFailed."""
    from champion_app.tasks import papers

    small = papers.page_pictures(pdf, 0.1, [0])[0]
    return small.width > small.height


def draw_sheets(pdf: bytes, dots_per_inch: int, numbers: Iterable[int], draw: Callable[[PagePicture], None]) -> None:
    """Hands the sides of a PDF with these numbers (from 1) to ``draw``. Raises PaperFailed.

    One at a time: an A3 sheet at 300 dots to the inch is 70 MB.
    """
    from champion_app.tasks import papers

    for number in numbers:
        draw(papers.page_pictures(pdf, dots_per_inch / POINTS_PER_INCH, [number - 1])[0])
