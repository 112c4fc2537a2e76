"""Printing and saving a paper of which nothing is noted here: words about to be erased, or what a self-test found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.document_orders import papers
from champion_app.desktop.widgets.paper_printer import SHEETS, PaperPrinter, PrintJob
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned


_SAVED = "Saved: {path}. Delete that file when it has been handed over."
_PRINTED = "Printed. Nothing of it was noted here."


class PrivateOrders(QObject):
    """``saved`` and ``printed`` are what is said afterwards; ``{path}`` is where it was saved.

    Without a printer nothing is saved by itself, unless ``harmless`` says that anybody may find it.
    """

    def __init__(
        self, desk: Desk, page: QWidget, saved: str = _SAVED, printed: str = _PRINTED, *, harmless: bool = False
    ) -> None:
        super().__init__(page)
        self._harmless = harmless
        self._desk, self._page, self._said_saved, self._said_printed = desk, page, saved, printed
        self.printer = PaperPrinter(desk, page)
        self.file_dialog: QFileDialog | None = None

    def print(self, plan: Callable[[], Planned]) -> None:
        """The system's print dialog."""
        planned = self._desk.attempt(plan)
        if planned is not None:
            job = PrintJob(planned.title, SHEETS[Size.A4], 1, lambda: papers().make(planned).pdf)
            self.printer.print(job, self._suggested(planned) if self._harmless else None, self._printed)

    def save(self, plan: Callable[[], Planned]) -> None:
        """Asks where, then saves a PDF on a worker."""
        planned = self._desk.attempt(plan)
        if planned is not None:
            self.file_dialog = ask_where(self._page, self._suggested(planned), partial(self.save_to, planned))

    def save_to(self, planned: Planned, path: Path) -> None:
        """Saves a PDF on a worker, whether or not there is a file already."""

        def work() -> tuple[Path, str]:
            made = papers().make(planned)
            return papers().save_pdf(made.pdf, path), papers().left_out(made)

        self._desk.jobs.start(work, lambda saved: self._saved(*saved), self._failed)

    def _suggested(self, planned: Planned) -> Path:
        return places.prints() / f"{planned.title}, {british(clock.today())}.pdf"

    def _saved(self, path: Path, left_out: str) -> None:
        if left_out:
            words = tr("Saved as {path}. These characters could not be printed and were left out: {characters}.")
            self._desk.messages.warn(words.format(path=path, characters=left_out))
        else:
            self._desk.messages.inform(tr(self._said_saved, path=path))

    def _printed(self, copies: int, instead: Fault | None) -> None:
        if instead is not None:
            self._desk.messages.warn(fault_words(instead))
        else:
            self._desk.messages.inform(tr(self._said_printed))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)
