"""The picture of a leaflet's first page, made on a worker. Plain data in and out.

The paper part is loaded when it is first needed, on the worker: it takes a third of a second.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Size

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

# Width and height of a page in points: folded or cut it is half an A4 sheet, folded in three it is one panel.
PAGES = {
    Size.FOLDED_A5: (421.0, 595.0),
    Size.A5: (421.0, 595.0),
    Size.A4: (595.0, 842.0),
    Size.A3: (842.0, 1191.0),
    Size.DL: (281.0, 595.0),
}


def first_page(paper: LeafletPaper, across: int, down: int) -> PagePicture:
    """The first page as it will be printed, in at most so many dots. Raises PaperFailed."""
    from champion_app.tasks import papers

    width, height = PAGES[paper.size]
    made = papers.leaflet_pdf(paper)
    return papers.page_pictures(made.reading, min(across / width, down / height), (0,))[0]


def mark_of(paper: LeafletPaper, across: int, down: int) -> str:
    """A number of everything such a picture shows: while it stays the same, so does the picture."""
    said = f"{across} {down} {paper!r}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(paper.logo, key=hashlib.blake2b(said).digest()).hexdigest()
