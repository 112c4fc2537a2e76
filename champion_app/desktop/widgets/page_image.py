"""A page drawn by a worker, as the screen and the printer take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture


def image_of(page: PagePicture) -> QImage:
    """The page; it must live as long as its image does, which has no dots of its own."""
    return QImage(page.bgrx, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)


def pixmap_of(page: PagePicture, ratio: float) -> QPixmap:
    """The page for a screen with so many dots to a pixel."""
    made = QPixmap.fromImage(image_of(page))
    made.setDevicePixelRatio(ratio)
    return made
