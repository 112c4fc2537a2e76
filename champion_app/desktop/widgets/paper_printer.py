"""Sends a paper to the printer: the system's own dialog, then each sheet painted at 300 dots to the inch on a worker.

With no printer in reach it is saved as a PDF instead, and that is said in words (RELIABILITY F72).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.page_image import image_of
from champion_app.desktop.widgets.print_work import draw_sheets, lies_on_its_side, save_sheets, sides_of
from champion_app.desktop.widgets.sheet_words import both_sides
from champion_app.desktop.words import tr
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault, NoPrinter, NothingPrinted, NothingToPrint, PrinterFailed

if TYPE_CHECKING:
    from champion_app.tasks.papers import PagePicture

Done = Callable[[int, Fault | None], None]

DOTS_PER_INCH = 300
Sheet = tuple[QPageSize.PageSizeId, QPageLayout.Orientation, QPrinter.DuplexMode]

# An A4 sheet on its side, turned over on its short edge: to fold, to cut, or a table to turn like a calendar.
A4_TURNED: Sheet = (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Landscape, QPrinter.DuplexMode.DuplexShortSide)
SHEETS: dict[Size, Sheet] = {
    Size.FOLDED_A5: A4_TURNED,
    Size.DL: A4_TURNED,
    Size.A5: A4_TURNED,
    Size.A4: (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait, QPrinter.DuplexMode.DuplexLongSide),
    Size.A3: (QPageSize.PageSizeId.A3, QPageLayout.Orientation.Portrait, QPrinter.DuplexMode.DuplexNone),
}
# A sheet that differs from the paper by less than this is printed as it is: a dot is no reason to draw letters afresh.
_AS_GOOD_AS_WHOLE = 0.995


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

    def print(self, job: PrintJob, path: Path | None, done: Done) -> None:
        """Asks which printer, and prints. ``path`` is where it is saved if no printer can be had; what is private has
        none, and is never saved where nobody asked.

        ``done`` gets how many copies were asked for in the end, and NoPrinter or NothingPrinted if they were not.
        """
        if not printer_in_reach():
            self._save_instead(job, job.copies, path, done, NoPrinter)
            return
        printer = printer_for(job)
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(tr("Print {title}", title=job.title))
        dialog.accepted.connect(lambda: self._print(printer, job, path, done))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        QDialog.open(dialog)

    def _print(self, printer: QPrinter, job: PrintJob, path: Path | None, done: Done) -> None:
        copies = printer.copyCount()

        def failed(error: Exception) -> None:
            if isinstance(error, PrinterRefused):
                self._save_instead(job, copies, path, done, PrinterFailed)
            else:
                self._failed(error)

        self._desk.jobs.start(lambda: paint_sheets(printer, job), lambda sheets: done(copies, None), failed)

    def _save_instead(self, job: PrintJob, copies: int, path: Path | None, done: Done, why: type[NoPrinter]) -> None:
        if path is None:
            done(copies, NothingPrinted())
            return
        self._desk.jobs.start(
            lambda: save_sheets(job.make(), path), lambda saved: done(copies, why(path=saved)), self._failed
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)


def sheet_for(paper: LeafletPaper) -> Sheet:
    """The sheet a leaflet is printed on, how it lies, and how it is turned over; what hangs on a wall is not."""
    size, turned, sides = SHEETS[paper.size]
    return size, turned, sides if both_sides(paper.kind) else QPrinter.DuplexMode.DuplexNone


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

    Raises PrinterRefused, NothingToPrint when none of the sides asked for is there, or PaperFailed. Returns how many
    sides were painted.
    """
    sheets = job.make()
    numbers = _asked_for(printer, sides_of(sheets))
    # However the dialog was left: the sheets lie as they lie, and turned paper would make them smaller.
    lies = QPageLayout.Orientation.Landscape if lies_on_its_side(sheets) else QPageLayout.Orientation.Portrait
    if printer.pageLayout().orientation() is not lies:
        printer.setPageOrientation(lies)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painted = 0

    def draw(page: PagePicture) -> None:
        nonlocal painted
        if painted and not printer.newPage():
            raise PrinterRefused
        painter.drawImage(placed(painter.viewport(), page, printer.resolution()), image_of(page))
        painted += 1

    try:
        draw_sheets(sheets, DOTS_PER_INCH, numbers, draw)
    except BaseException:
        printer.abort()  # half a leaflet is worth nothing
        painter.end()
        raise
    if not painter.end() or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise PrinterRefused
    return painted


def _asked_for(printer: QPrinter, sides: int) -> list[int]:
    """The sides chosen in the dialog ("pages 2 to 2" after a jam, RELIABILITY F73); all of them unless some are.

    Raises NothingToPrint when there are none of these numbers.
    """
    ranges = printer.pageRanges()
    numbers = [number for number in range(1, sides + 1) if ranges.isEmpty() or ranges.contains(number)]
    if not numbers:
        raise NothingToPrint(
            what=f"pages {ranges.toString()} were asked for, and it has {sides}",
            way_out=f"Choose pages from 1 to {sides} when you print.",
        )
    return numbers


def placed(room: QRect, page: PagePicture, dots_per_inch: int) -> QRect:
    """Where a side stands on the paper: in the middle, as large as it is, and smaller only if the paper is smaller."""
    whole = dots_per_inch / DOTS_PER_INCH
    scale = min(room.width() / page.width, room.height() / page.height)
    if scale >= whole * _AS_GOOD_AS_WHOLE:
        scale = whole
    width, height = round(page.width * scale), round(page.height * scale)
    middle = QPoint((room.width() - width) // 2, (room.height() - height) // 2)
    return QRect(room.topLeft() + middle, QRect(0, 0, width, height).size())
