"""Sends a paper to the printer: the system's own dialog, then each sheet painted at 300 dots to the inch on a worker.

With no printer in reach it is saved as a PDF instead, and that is said in words (RELIABILITY F72).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.print_work import draw_sheets, save_sheets
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault, NoPrinter

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

Done = Callable[[int, Fault | None], None]

DOTS_PER_INCH = 300
Sheet = tuple[QPageSize.PageSizeId, QPageLayout.Orientation, QPrinter.DuplexMode]

# An A4 sheet on its side, turned over on its short edge: a booklet to fold, or a table to turn like a calendar.
A4_TURNED: Sheet = (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Landscape, QPrinter.DuplexMode.DuplexShortSide)
SHEETS: dict[Size, Sheet] = {
    Size.FOLDED_A5: A4_TURNED,
    Size.A4: (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait, QPrinter.DuplexMode.DuplexLongSide),
    Size.A3: (QPageSize.PageSizeId.A3, QPageLayout.Orientation.Portrait, QPrinter.DuplexMode.DuplexNone),
}


@dataclass(frozen=True)
class PrintJob:
    """One thing to print. ``make`` gives the printer's copy as a PDF; it is called on a worker."""

    title: str
    sheet: Sheet
    copies: int
    make: Callable[[], bytes]


class PrinterRefused(Exception):
    """The printer would not take the sheets: a queue error, or it went away."""


class PaperPrinter(QObject):
    """Prints one thing at a time for a page. What came of it is told through the callback of ``print``."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self.dialog: QPrintDialog | None = None

    def print(self, job: PrintJob, path: Path, done: Done) -> None:
        """Asks which printer, and prints. ``path`` is where it is saved if no printer can be had.

        ``done`` gets how many copies were asked for in the end, and NoPrinter if it was saved instead.
        """
        if not printer_in_reach():
            self._save_instead(job, job.copies, path, done)
            return
        printer = printer_for(job)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(tr("Print {title}", title=job.title))
        dialog.accepted.connect(lambda: self._print(printer, job, path, done))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        QDialog.open(dialog)

    def _print(self, printer: QPrinter, job: PrintJob, path: Path, done: Done) -> None:
        copies = printer.copyCount()

        def failed(error: Exception) -> None:
            if isinstance(error, PrinterRefused):
                self._save_instead(job, copies, path, done)
            else:
                self._failed(error)

        self._desk.jobs.start(lambda: paint_sheets(printer, job), lambda sheets: done(copies, None), failed)

    def _save_instead(self, job: PrintJob, copies: int, path: Path, done: Done) -> None:
        self._desk.jobs.start(
            lambda: save_sheets(job.make(), path), lambda saved: done(copies, NoPrinter(path=saved)), self._failed
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)


def printer_in_reach() -> bool:
    """Whether this computer knows a printer; without one QPrinter would silently write a file."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(job: PrintJob) -> QPrinter:
    """A printer set up for a job: paper size, turned or upright, and which edge the sheets are turned over on."""
    size, turned, sides = job.sheet
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(turned)
    printer.setFullPage(True)
    printer.setDuplex(sides)
    printer.setCopyCount(job.copies)
    printer.setDocName(job.title)
    return printer


def paint_sheets(printer: QPrinter, job: PrintJob) -> int:
    """Paints the sheets asked for; may run on a worker (Qt allows painting on a printer there).

    Raises PrinterRefused, or PaperFailed. Returns how many sheets were painted.
    """
    sheets = job.make()
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused
    painted = 0

    def draw(number: int, page: PagePicture) -> None:
        nonlocal painted
        if not _wanted(printer, number):
            return
        if painted and not printer.newPage():
            raise PrinterRefused
        image = QImage(page.bgrx, page.width, page.height, page.width * 4, QImage.Format.Format_RGB32)
        painter.drawImage(_fitted(painter.viewport(), page), image)
        painted += 1

    try:
        draw_sheets(sheets, DOTS_PER_INCH, draw)
    finally:
        painter.end()
    return painted


def _wanted(printer: QPrinter, number: int) -> bool:
    """Whether a sheet is among those chosen in the dialog ("pages 2 to 2" after a jam, RELIABILITY F73)."""
    first, last = printer.fromPage(), printer.toPage()
    return (first == 0 or number >= first) and (last == 0 or number <= last)


def _fitted(room: QRect, page: PagePicture) -> QRect:
    """The largest place in the middle of the sheet that keeps the page's shape."""
    scale = min(room.width() / page.width, room.height() / page.height)
    width, height = round(page.width * scale), round(page.height * scale)
    return QRect(room.x() + (room.width() - width) // 2, room.y() + (room.height() - height) // 2, width, height)
