"""Puts a finished PDF where it belongs: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from champion_app.paper.pictures import page_count
from champion_app.whole_file import write_whole


def write_pdf(pdf: bytes, path: Path) -> Path:
    """Saves a PDF and returns the path used: another name if the old file is open in a viewer.

    Raises PaperFailed if it is not a PDF at all, or the faults of ``write_whole``; an earlier file is then as it was.
    """
    page_count(pdf)
    return write_whole(pdf, path, aside=True)
