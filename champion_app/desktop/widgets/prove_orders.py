"""Printing and saving the result of a self-test. Nothing of it is noted in the binder: the test never changes that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.paper_printer import PaperPrinter, PrintJob, Sheet
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.self_test import Record
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

_SHEET: Sheet = (QPageSize.PageSizeId.A4, QPageLayout.Orientation.Portrait, QPrinter.DuplexMode.DuplexLongSide)


class ProveOrders(QObject):
    """What the two buttons under a result do."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.printer = PaperPrinter(desk, page)
        self.file_dialog: QFileDialog | None = None

    def print(self, record: Record) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        planned = _plan(record)
        job = PrintJob(tr("Self-test"), _SHEET, 1, lambda: _pdf(planned))
        self.printer.print(job, _suggested(record), self._printed)

    def ask_where(self, record: Record) -> None:
        """Asks where it should be saved."""
        self.file_dialog = ask_where(self._page, _suggested(record), lambda path: self.save(record, path))

    def save(self, record: Record, path: Path) -> None:
        """Saves it on a worker, and says where."""
        planned = _plan(record)
        self._desk.jobs.start(lambda: _save(planned, path), self._saved, self._failed)

    def _saved(self, path: Path) -> None:
        self._desk.messages.inform(tr("Saved: {path}.", path=path))

    def _printed(self, copies: int, instead: Fault | None) -> None:
        if instead is not None:
            self._desk.messages.warn(fault_words(instead))
        else:
            self._desk.messages.inform(tr("Sent to the printer."))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)


def _suggested(record: Record) -> Path:
    return places.prints() / tr("Self-test of Champion, {day}.pdf", day=british(record.when.date()))


# The part that makes papers takes a third of a second to load: it is loaded when the first paper is asked for.


def _plan(record: Record) -> Planned:
    from champion_app.tasks import self_test

    return self_test.plan_paper(record)


def _pdf(planned: Planned) -> bytes:
    from champion_app.tasks import papers

    return papers.make(planned).pdf


def _save(planned: Planned, path: Path) -> Path:
    from champion_app.tasks import papers

    return papers.save_pdf(papers.make(planned).pdf, path)
