"""Printing and saving our own sheets and reading lists: where to, what came of it, a line in the print history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.document_orders import papers
from champion_app.desktop.widgets.paper_printer import A4_TURNED, SHEETS, PaperPrinter, PrintJob
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault
from champion_app.tasks import sheets

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

_NOT_IN_A_NAME = '<>:"/\\|?*'


@dataclass(frozen=True)
class Order:
    """One paper to make. ``note`` writes it into the print history with how it was made and how many."""

    planned: Planned
    name: str
    landscape: bool
    note: Callable[[str, int], object]


class ResourceOrders(QObject):
    """Carries out orders for the resource page, one at a time."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.printer = PaperPrinter(desk, page)
        self.file_dialog: QFileDialog | None = None

    def sheet(self, sheet_id: str) -> Order | None:
        """An order for one of our own sheets; None when it is not known here, and that is said."""

        def make() -> Order:
            wanted = sheets.sheet(sheet_id)
            planned = sheets.plan_sheet(self._desk.binder, sheet_id)
            return Order(planned, wanted.title, wanted.landscape, partial(sheets.note_sheet, self._desk.binder, wanted))

        return self._desk.attempt(make)

    def reading_list(self, resource_ids: list[int], title: str, by: str) -> Order | None:
        """An order for a reading list, in groups by "kind" or by "criterion"."""
        binder = self._desk.binder

        def make() -> Order:
            planned = sheets.plan_reading_list(binder, resource_ids, title, by=by)
            return Order(
                planned, planned.title, False, lambda how, copies: papers().note_document(binder, planned, copies)
            )

        return self._desk.attempt(make)

    def print(self, order: Order) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        planned = order.planned
        sheet = A4_TURNED if order.landscape else SHEETS[Size.A4]
        job = PrintJob(order.name, sheet, 1, lambda: papers().make(planned).pdf)
        self.printer.print(job, self._suggested(order.name, "pdf"), partial(self._printed, order))

    def save(self, order: Order) -> None:
        """Asks where, then saves a PDF on a worker and notes it."""
        self.file_dialog = ask_where(self._page, self._suggested(order.name, "pdf"), partial(self.save_to, order))

    def save_to(self, order: Order, path: Path) -> None:
        """Saves a PDF on a worker, whether or not there is a file already, and notes it."""
        planned = order.planned

        def work() -> tuple[Path, str]:
            made = papers().make(planned)
            return papers().save_pdf(made.pdf, path), papers().left_out(made)

        self._desk.jobs.start(work, lambda saved: self._saved(order, *saved), self._failed)

    def save_word(self, sheet_id: str) -> None:
        """Asks where, then saves one of our own sheets as a Word file on a worker and notes it."""
        wanted = self._desk.attempt(partial(sheets.sheet, sheet_id))
        if wanted is None:
            return
        self.file_dialog = ask_where(
            self._page,
            self._suggested(wanted.title, "docx"),
            partial(self.save_word_to, sheet_id),
            title=tr("Save as Word"),
            kinds=tr("Word file (*.docx)"),
        )

    def save_word_to(self, sheet_id: str, path: Path) -> None:
        """Saves a Word file on a worker and notes it."""
        binder, wanted = self._desk.binder, sheets.sheet(sheet_id)
        planned = sheets.plan_sheet_word(binder, sheet_id)

        def saved(used: Path) -> None:
            self._desk.attempt(lambda: sheets.note_sheet(binder, wanted, "Word", copies=1))
            self._desk.messages.inform(tr("Saved and noted: {path}.", path=used))

        self._desk.jobs.start(lambda: sheets.save_word(planned, path), saved, self._failed)

    def _suggested(self, name: str, ending: str) -> Path:
        plain = "".join(" " if letter in _NOT_IN_A_NAME else letter for letter in name)
        plain = " ".join(plain.split())[:80].rstrip(" .") or tr("Reading list")
        return places.prints() / f"{plain}, {british(clock.today())}.{ending}"

    def _saved(self, order: Order, path: Path, left_out: str) -> None:
        if not self._noted(order, "a4", 1):
            return
        if left_out:
            words = tr("Saved as {path}. These characters could not be printed and were left out: {characters}.")
            self._desk.messages.warn(words.format(path=path, characters=left_out))
        else:
            self._desk.messages.inform(tr("Saved and noted: {path}.", path=path))

    def _printed(self, order: Order, copies: int, instead: Fault | None) -> None:
        if not self._noted(order, "a4", copies):
            return
        if instead is not None:
            self._desk.messages.warn(fault_words(instead))
        else:
            self._desk.messages.inform(tr("Printed and noted."))

    def _noted(self, order: Order, how: str, copies: int) -> bool:
        return self._desk.done(lambda: order.note(how, copies))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)
