"""Saving and printing a leaflet: where to, what came of it in words, and a line in the print history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.leaflet_work import SavedLeaflet, printer_copy, save_leaflet
from champion_app.desktop.widgets.paper_printer import SHEETS, PaperPrinter, PrintJob
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.leaflets import LeafletChoices, LeafletPaper, Template, file_name
from champion_app.faults import Fault
from champion_app.tasks import leaflets


@dataclass(frozen=True)
class Order:
    """One print or save: what it is, as it was when it was asked for."""

    template: Template
    choices: LeafletChoices
    paper: LeafletPaper
    copies: int


class LeafletOrders(QObject):
    """Carries out orders for a page. ``show_history`` is what the button of a notice does."""

    def __init__(self, desk: Desk, page: QWidget, show_history: Callable[[], None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._show_history = desk, page, show_history
        self.printer = PaperPrinter(desk, page)
        self.file_dialog: QFileDialog | None = None

    def save(self, order: Order) -> None:
        """Asks where, then saves on a worker and notes it."""
        suggested = places.prints() / f"{file_name(order.paper, clock.today())}.pdf"
        self.file_dialog = ask_where(self._page, suggested, partial(self.save_to, order))

    def save_to(self, order: Order, path: Path) -> None:
        """Saves on a worker, whether or not there is a file already, and notes it."""
        beside = tr(" (to print and fold)")
        self._desk.jobs.start(
            lambda: save_leaflet(order.paper, path, beside), lambda saved: self._saved(order, saved), self._failed
        )

    def print(self, order: Order) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        path = places.prints() / f"{file_name(order.paper, clock.today(), tr(' (to print)'))}.pdf"
        paper = order.paper
        job = PrintJob(paper.title, SHEETS[paper.size], order.copies, partial(printer_copy, paper))
        self.printer.print(job, path, partial(self._printed, order))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)

    def _saved(self, order: Order, saved: SavedLeaflet) -> None:
        words = tr("Saved and noted: {path}.", path=saved.reading)
        if saved.reading != saved.asked:
            words = tr(
                "“{name}” is open in another program, so it was saved as {path}. It is noted.",
                name=saved.asked.name, path=saved.reading,
            )  # fmt: skip
        if saved.to_print is not None:
            words += tr(" The sheets to print and fold are beside it: “{name}”.", name=saved.to_print.name)
        if self._note(order):
            self._desk.messages.inform(words, tr("Print history"), self._show_history)

    def _printed(self, order: Order, copies: int, instead: Fault | None) -> None:
        """``copies`` is what was asked for in the printer's own dialog; ``instead`` says that it was saved."""
        if not self._note(replace(order, copies=copies)):
            return
        if instead is not None:
            self._desk.messages.warn(fault_words(instead), tr("Print history"), self._show_history)
        else:
            self._desk.messages.inform(tr("Printed and noted."), tr("Print history"), self._show_history)

    def _note(self, order: Order) -> bool:
        binder = self._desk.binder
        number = self._desk.attempt(
            lambda: leaflets.note_print(binder, order.template, order.paper, order.choices, order.copies)
        )
        return number is not None
