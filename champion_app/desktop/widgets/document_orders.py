"""Saving and printing the work plan and the self-assessment: where to, what came of it, a line in the print history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.paper_printer import A4_TURNED, PaperPrinter, PrintJob
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

Plan = Callable[[], "Planned"]


def papers() -> ModuleType:
    """The part that makes papers, loaded when the first is asked for: it takes a third of a second."""
    from champion_app.tasks import papers

    return papers


class DocumentOrders(QObject):
    """A button that offers, for each way a document can be laid out, to print it or save it as a PDF."""

    def __init__(self, desk: Desk, page: QWidget, flush: Callable[[], None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._flush = desk, page, flush
        self.printer = PaperPrinter(desk, page)
        self.file_dialog: QFileDialog | None = None
        self.menu = QMenu(page)
        self.button: QPushButton = button(desk.theme, tr("Print…"), self._open, "", "print")

    def offer(self, name: str, plan: Plan) -> None:
        """Adds a document to the menu. ``plan`` reads the binder; it may raise NothingToPrint."""
        self.menu.addAction(tr("Print: {name}…", name=name), partial(self.print, name, plan))
        self.menu.addAction(tr("Save as PDF: {name}…", name=name), partial(self.save, name, plan))

    def print(self, name: str, plan: Plan) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        planned = self._planned(plan)
        if planned is not None:
            job = PrintJob(name, A4_TURNED, 1, lambda: papers().make(planned).pdf)
            self.printer.print(job, self._suggested(name), partial(self._printed, planned))

    def save(self, name: str, plan: Plan) -> None:
        """Asks where, then saves on a worker and notes it."""
        planned = self._planned(plan)
        if planned is None:
            return
        self.file_dialog = ask_where(self._page, self._suggested(name), partial(self.save_to, planned))

    def save_to(self, planned: Planned, path: Path) -> None:
        """Saves on a worker, whether or not there is a file already, and notes it."""

        def work() -> tuple[Path, str]:
            made = papers().make(planned)
            return papers().save_pdf(made.pdf, path), papers().left_out(made)

        self._desk.jobs.start(work, lambda saved: self._saved(planned, *saved), self._failed)

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _planned(self, plan: Plan) -> Planned | None:
        def saved_first() -> Planned:
            self._flush()
            return plan()

        return self._desk.attempt(saved_first)

    def _suggested(self, name: str) -> Path:
        return places.prints() / f"{name}, {british(clock.today())}.pdf"

    def _saved(self, planned: Planned, path: Path, left_out: str) -> None:
        self._note(planned, 1)
        if left_out:
            words = tr("Saved as {path}. These characters could not be printed and were left out: {characters}.")
            self._desk.messages.warn(words.format(path=path, characters=left_out))
        else:
            self._desk.messages.inform(tr("Saved and noted: {path}.", path=path))

    def _printed(self, planned: Planned, copies: int, instead: Fault | None) -> None:
        self._note(planned, copies)
        if instead is not None:
            self._desk.messages.warn(fault_words(instead))
        else:
            self._desk.messages.inform(tr("Printed and noted."))

    def _note(self, planned: Planned, copies: int) -> None:
        self._desk.attempt(lambda: papers().note_document(self._desk.binder, planned, copies))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)
