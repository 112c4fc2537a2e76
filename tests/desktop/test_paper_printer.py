"""Printing: the right sheet for every size, nothing scaled twice, and every way a printer can fail, in words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import Notice, fault_words
from champion_app.desktop.widgets import paper_printer
from champion_app.desktop.widgets.paper_printer import (
    A4_TURNED,
    DOTS_PER_INCH,
    SHEETS,
    PaperPrinter,
    PrinterRefused,
    PrintJob,
    paint_sheets,
    placed,
    printer_for,
    sheet_for,
)
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.faults import DiskFull, Fault, NoPrinter, NothingToPrint
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, papers
from champion_app.tasks.papers import PagePicture

NO_DUPLEX, SHORT, LONG = (
    QPrinter.DuplexMode.DuplexNone,
    QPrinter.DuplexMode.DuplexShortSide,
    QPrinter.DuplexMode.DuplexLongSide,
)
FIRST_DAYS, POSTER = "family-first-days", "poster-talk-to-our-champion"


def copy_of(binder: Binder, template: str, size: Size) -> bytes:
    wanted = leaflets.template(template)
    paper = leaflets.compose_leaflet(binder, wanted, LeafletChoices(size), ())
    return papers.leaflet_pdf(paper).print_copy


def job_of(binder: Binder, template: str, size: Size, copies: int = 1) -> PrintJob:
    wanted = leaflets.template(template)
    paper = leaflets.compose_leaflet(binder, wanted, LeafletChoices(size), ())
    return PrintJob(paper.title, sheet_for(paper), copies, lambda: papers.leaflet_pdf(paper).print_copy)


def to_file(job: PrintJob, path: Path) -> QPrinter:
    """A printer whose sheets come out as a file."""
    printer = printer_for(job)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sides_in(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


# ---- the right sheet


def test_every_leaflet_in_every_size_has_the_sheet_that_its_printers_copy_is(
    sample_binder: Binder, qapp: QApplication
) -> None:
    for template in leaflets.templates():
        if template.language != "en":
            continue
        for size in template.sizes:
            paper = leaflets.compose_leaflet(sample_binder, template, LeafletChoices(size), ())
            sheet, turned, sides = sheet_for(paper)
            width, height = QPageSize.size(sheet, QPageSize.Unit.Point).toTuple()
            if turned is QPageLayout.Orientation.Landscape:
                width, height = height, width
            document = pypdfium2.PdfDocument(papers.leaflet_pdf(paper).print_copy)
            made = document[0].get_size()
            document.close()
            assert made == pytest.approx((width, height), abs=1), (template.id, size)
            assert (sides is NO_DUPLEX) == (template.kind != "leaflet"), (template.id, size)


@pytest.mark.parametrize(
    ("size", "sides", "turned"),
    [(Size.FOLDED_A5, SHORT, True), (Size.DL, SHORT, True), (Size.A5, SHORT, True), (Size.A4, LONG, False)],
)
def test_what_is_folded_or_cut_is_turned_on_the_short_edge(
    size: Size,
    sides: QPrinter.DuplexMode,
    turned: bool,
    sample_binder: Binder,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[QPrinter.DuplexMode] = []

    class Asked(QPrinter):
        """Without a printer in reach Qt forgets which edge was asked for."""

        def setDuplex(self, mode: QPrinter.DuplexMode) -> None:
            """Notes it."""
            asked.append(mode)

    monkeypatch.setattr(paper_printer, "QPrinter", Asked)
    printer = printer_for(job_of(sample_binder, FIRST_DAYS, size, copies=30))
    assert asked == [sides]
    assert (printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape) is turned
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert (printer.copyCount(), printer.fullPage(), printer.resolution()) == (30, True, DOTS_PER_INCH)


def test_what_hangs_on_a_wall_has_one_side_whatever_its_size(sample_binder: Binder) -> None:
    for template in (POSTER, "charter"):
        wanted = leaflets.template(template)
        for size in wanted.sizes:
            paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(size), ())
            assert sheet_for(paper) == (*SHEETS[size][:2], NO_DUPLEX)


# ---- nothing is scaled twice


@pytest.mark.parametrize(
    ("paper", "page", "resolution", "wanted"),
    [
        ((2480, 3508), (2481, 3508), 300, (2481, 3508)),  # the same paper: as it is, to the dot
        ((4960, 7016), (2480, 3508), 600, (4960, 7016)),  # a finer printer: the same size on paper
        ((3508, 4961), (2480, 3508), 300, (2480, 3508)),  # larger paper: no larger
        ((2480, 3508), (3508, 4961), 300, (2480, 3507)),  # smaller paper: made to fit
        ((3508, 2480), (2480, 3508), 300, (1753, 2480)),  # turned the wrong way: still all of it
    ],
)
def test_a_side_is_as_large_as_it_is_and_only_made_smaller_for_smaller_paper(
    paper: tuple[int, int], page: tuple[int, int], resolution: int, wanted: tuple[int, int]
) -> None:
    found = placed(QRect(0, 0, *paper), PagePicture(*page, b""), resolution)
    assert (found.width(), found.height()) == wanted
    middle = found.x() * 2 + found.width(), found.y() * 2 + found.height()
    assert middle == pytest.approx(paper, abs=1), "in the middle of the sheet"


def test_the_printed_sheet_is_the_printers_copy_dot_for_dot(
    sample_binder: Binder, tmp_path: Path, qapp: QApplication
) -> None:
    job = job_of(sample_binder, FIRST_DAYS, Size.DL)
    assert paint_sheets(to_file(job, tmp_path / "out.pdf"), job) == 2
    for place in range(2):
        made, wanted = (
            papers.page_pictures(pdf, 2, [place])[0] for pdf in ((tmp_path / "out.pdf").read_bytes(), job.make())
        )
        assert (made.width, made.height) == pytest.approx((wanted.width, wanted.height), abs=1)
        assert ink(made) == pytest.approx(ink(wanted), abs=2), "it is neither moved nor made smaller"


def ink(page: PagePicture) -> tuple[int, ...]:
    """The smallest frame around everything that is printed dark, in dots."""
    picture = Image.frombuffer("RGB", (page.width, page.height), page.bgrx, "raw", "BGRX", 0, 1).convert("L")
    frame = picture.point(lambda grey: 255 if grey < 140 else 0).getbbox()
    assert frame is not None
    return frame


def test_sheets_lie_as_they_lie_however_the_dialog_was_left(
    sample_binder: Binder, tmp_path: Path, qapp: QApplication
) -> None:
    job = job_of(sample_binder, FIRST_DAYS, Size.FOLDED_A5)
    printer = to_file(job, tmp_path / "out.pdf")
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    paint_sheets(printer, job)
    assert sides_in(tmp_path / "out.pdf") == [(842, 595), (842, 595)]


# ---- some of the pages (F73)


@pytest.mark.parametrize(("asked", "painted"), [("2", 1), ("1-2", 2), ("1,3", 1), ("2-9", 1)])
def test_f73_only_the_pages_asked_for_are_printed(
    asked: str, painted: int, sample_binder: Binder, tmp_path: Path, qapp: QApplication
) -> None:
    job = job_of(sample_binder, FIRST_DAYS, Size.FOLDED_A5)
    printer = to_file(job, tmp_path / "again.pdf")
    printer.setPageRanges(QPageRanges.fromString(asked))
    assert paint_sheets(printer, job) == painted == len(sides_in(tmp_path / "again.pdf"))


def test_f73_pages_that_are_not_there_print_no_empty_sheet(
    sample_binder: Binder, tmp_path: Path, qapp: QApplication
) -> None:
    job = job_of(sample_binder, FIRST_DAYS, Size.FOLDED_A5)
    printer = to_file(job, tmp_path / "none.pdf")
    printer.setFromTo(7, 9)
    with pytest.raises(NothingToPrint) as caught:
        paint_sheets(printer, job)
    assert "pages 7-9 were asked for, and it has 2" in fault_words(caught.value)
    assert not (tmp_path / "none.pdf").exists()


# ---- a printer that fails


class Failing(QPrinter):
    """A printer in a file that stops after so many sides, or says at the end that the queue failed."""

    def __init__(
        self, path: Path, *, sides: int = 99, state: QPrinter.PrinterState = QPrinter.PrinterState.Idle
    ) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._sides, self._state, self.given_up = sides, state, False

    def newPage(self) -> bool:
        """Goes away after the last side it takes."""
        self._sides -= 1
        return self._sides > 0 and super().newPage()

    def printerState(self) -> QPrinter.PrinterState:
        """What the queue says."""
        return self._state

    def abort(self) -> bool:
        """Takes back what was sent."""
        self.given_up = True
        return super().abort()


@pytest.fixture
def desk(sample_binder: Binder, qapp: QApplication) -> Desk:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return make_desk(sample_binder)


@pytest.fixture
def said(desk: Desk) -> list[Notice]:
    made: list[Notice] = []
    desk.messages.said.connect(made.append)
    return made


Print = Callable[[QPrinter | None], list[tuple[int, Fault | None]]]


@pytest.fixture
def printing(
    desk: Desk, qtbot: QtBot, tmp_path: Path, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch, said: list[Notice]
) -> Print:
    """Prints ten copies of a folded leaflet on a printer (None: there is none), and tells what came of it."""
    window = QWidget()
    qtbot.addWidget(window)
    job = job_of(sample_binder, FIRST_DAYS, Size.FOLDED_A5, copies=10)

    def print_on(printer: QPrinter | None) -> list[tuple[int, Fault | None]]:
        came: list[tuple[int, Fault | None]] = []
        monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: printer is not None)
        if printer is not None:
            printer.setCopyCount(job.copies)
        monkeypatch.setattr(paper_printer, "printer_for", lambda job: printer)
        orders = PaperPrinter(desk, window)
        orders.print(job, tmp_path / "leaflet (to print).pdf", lambda copies, fault: came.append((copies, fault)))
        if orders.dialog is not None:
            orders.dialog.accepted.emit(printer)
        qtbot.waitUntil(lambda: bool(came or said), timeout=20_000)
        if orders.dialog is not None:
            orders.dialog.reject()
        return came

    return print_on


def test_f72_without_a_printer_it_is_saved_and_says_where(printing: Print, tmp_path: Path) -> None:
    ((copies, fault),) = printing(None)
    assert (copies, type(fault)) == (10, NoPrinter)
    assert sides_in(tmp_path / "leaflet (to print).pdf") == [(842, 595), (842, 595)]
    words = fault_words(fault)
    assert "no printer" in words
    assert str(tmp_path / "leaflet (to print).pdf") in words


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_f72_a_printer_that_is_gone_when_the_sheets_come_saves_them_instead(printing: Print, tmp_path: Path) -> None:
    gone = Failing(tmp_path / "no such folder" / "out.pdf")
    ((copies, fault),) = printing(gone)
    assert copies == 10
    assert "The printer did not take the sheets" in fault_words(fault)
    assert str(tmp_path / "leaflet (to print).pdf") in fault_words(fault)
    assert (tmp_path / "leaflet (to print).pdf").exists()


def test_f72_a_printer_that_goes_away_half_way_saves_them_instead(printing: Print, tmp_path: Path) -> None:
    half = Failing(tmp_path / "out.pdf", sides=1)
    ((_, fault),) = printing(half)
    assert isinstance(fault, NoPrinter)
    assert half.given_up, "half a leaflet is worth nothing"
    assert len(sides_in(tmp_path / "leaflet (to print).pdf")) == 2


@pytest.mark.parametrize("state", [QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted])
def test_f72_a_queue_that_failed_is_not_called_printed(
    state: QPrinter.PrinterState, printing: Print, tmp_path: Path
) -> None:
    ((_, fault),) = printing(Failing(tmp_path / "out.pdf", state=state))
    assert "stopped by a fault" in fault_words(fault)
    assert (tmp_path / "leaflet (to print).pdf").exists()


def test_a_printer_that_works_saves_nothing(printing: Print, tmp_path: Path) -> None:
    assert printing(Failing(tmp_path / "out.pdf")) == [(10, None)]
    assert not (tmp_path / "leaflet (to print).pdf").exists()


def test_f74_saved_instead_beside_a_file_that_is_open_elsewhere(
    printing: Print, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "leaflet (to print).pdf"
    path.write_bytes(b"open in a viewer")
    replace_file = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "open elsewhere")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    ((_, fault),) = printing(None)
    assert path.read_bytes() == b"open in a viewer"
    assert str(tmp_path / "leaflet (to print) (2).pdf") in fault_words(fault)


def test_a_full_disk_is_said_and_nothing_counts_as_printed(
    printing: Print, said: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert printing(None) == []
    assert said[0].text == fault_words(DiskFull())
    assert list(tmp_path.glob("*.pdf")) == []


def test_pages_that_are_not_there_are_said_and_nothing_counts_as_printed(
    printing: Print, said: list[Notice], tmp_path: Path
) -> None:
    printer = Failing(tmp_path / "out.pdf")
    printer.setFromTo(5, 6)
    assert printing(printer) == []
    assert "Choose pages from 1 to 2" in said[0].text


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_refusal_before_the_first_side(sample_binder: Binder, tmp_path: Path, qapp: QApplication) -> None:
    job = PrintJob("A table", A4_TURNED, 1, lambda: copy_of(sample_binder, FIRST_DAYS, Size.A4))
    with pytest.raises(PrinterRefused):
        paint_sheets(to_file(job, tmp_path / "nowhere" / "x.pdf"), job)
