"""Pictures of finished pages: for the preview, for thumbnails, for saving as PNG."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from PIL import Image

from champion_app.faults import PaperFailed

POINTS_PER_INCH = 72
# PDFium may be used by one thread at a time, whichever document it is.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as dots: four bytes each (blue, green, red, unused), rows without gaps, from the top."""

    width: int
    height: int
    bgrx: bytes = field(repr=False)

    def save_png(self, path: Path) -> None:
        """Saves it as a PNG file. Raises OSError."""
        Image.frombuffer("RGB", (self.width, self.height), self.bgrx, "raw", "BGRX", 0, 1).save(path, "PNG")


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has, as a PDF reader sees it. Raises PaperFailed if it is none."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PaperFailed(reason="what was made is not a PDF") from error
        try:
            return len(document)
        finally:
            document.close()


def page_picture(pdf: bytes | Path, page: int, scale: float) -> PagePicture:
    """One page (counted from 0) at ``scale`` dots per point: 1 is 72 dots to the inch. Raises PaperFailed."""
    return next(iter(_pictures(pdf, [page], scale)))


def page_pictures(pdf: bytes | Path, scale: float, pages: Sequence[int] | None = None) -> list[PagePicture]:
    """The pages of a PDF (all, unless some are named) at ``scale`` dots per point. Raises PaperFailed."""
    return list(_pictures(pdf, pages, scale))


def _pictures(pdf: bytes | Path, pages: Sequence[int] | None, scale: float) -> Iterator[PagePicture]:
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except (pypdfium2.PdfiumError, OSError) as error:
            raise PaperFailed(reason="the file is not a PDF we can show") from error
        try:
            for number in range(len(document)) if pages is None else pages:
                yield _picture(document, number, scale)
        finally:
            document.close()


def _picture(document: pypdfium2.PdfDocument, number: int, scale: float) -> PagePicture:
    page = document[number]
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
        if stride != width * 4:
            data = b"".join(data[row * stride : row * stride + width * 4] for row in range(height))
        return PagePicture(width, height, data)
    finally:
        bitmap.close()
        page.close()
