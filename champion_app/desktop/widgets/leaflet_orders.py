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
from champion_app.desktop.widgets import leaflet_work as work
from champion_app.desktop.widgets.leaflet_work import SavedLeaflet
from champion_app.desktop.widgets.paper_printer import PaperPrinter, PrintJob, sheet_for
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.sheet_words import copies_on_a_sheet, on_sheets_suffix
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.leaflet_paper import LeafletPaper, file_name
from champion_app.domain.leaflets import LeafletChoices, Size, Template
from champion_app.faults import Fault
from champion_app.tasks import print_history

_BESIDE = {
    Size.FOLDED_A5: " The sheets to print and fold are beside it: “{name}”.",
    Size.DL: " The sheets to print and fold in three are beside it: “{name}”.",
    Size.A5: " The sheets to print and cut are beside it: “{name}”.",
}


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
        """Asks where, then saves it as PDF on a worker and notes it."""
        self.file_dialog = ask_where(self._page, _suggested(order, "pdf"), partial(self.save_to, order))

    def save_text(self, order: Order) -> None:
        """Asks where, then saves its words as plain text, for an e-mail or a message, and notes it."""
        kinds, then = tr("Text file (*.txt)"), partial(self.save_text_to, order)
        title = tr("Save as plain text")
        self.file_dialog = ask_where(self._page, _suggested(order, "txt"), then, title=title, kinds=kinds)

    def save_html(self, order: Order) -> None:
        """Asks where, then saves it as a web page and notes it."""
        kinds, then = tr("Web page (*.html)"), partial(self.save_html_to, order)
        title = tr("Save as a web page")
        self.file_dialog = ask_where(self._page, _suggested(order, "html"), then, title=title, kinds=kinds)

    def save_to(self, order: Order, path: Path) -> None:
        """Saves on a worker, whether or not there is a file already, and notes it."""
        beside = on_sheets_suffix(order.paper.size)
        self._start(order, lambda: work.save_leaflet(order.paper, path, beside))

    def save_text_to(self, order: Order, path: Path) -> None:
        """The same for its words as plain text."""
        self._start(order, lambda: work.save_text(order.paper, path))

    def save_html_to(self, order: Order, path: Path) -> None:
        """The same for the web page."""
        self._start(order, lambda: work.save_html(order.paper, path))

    def print(self, order: Order) -> None:
        """The system's print dialog; without a printer it is saved, and says so."""
        paper = order.paper
        path = places.prints() / f"{file_name(paper, clock.today(), tr(' (to print)'))}.pdf"
        said: list[str] = []

        def make() -> bytes:
            sheets, words = work.printer_copy(paper)
            said[:] = [words]
            return sheets

        sheets = -(-order.copies // copies_on_a_sheet(paper.size))
        job = PrintJob(paper.title, sheet_for(paper), sheets, make)
        self.printer.print(job, path, lambda copies, instead: self._printed(order, said[0], copies, instead))

    def _start(self, order: Order, save: Callable[[], SavedLeaflet]) -> None:
        self._desk.jobs.start(save, lambda saved: self._saved(order, saved), self._failed)

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
            words += tr(_BESIDE[order.paper.size], name=saved.to_print.name)
        if not self._note(order, saved.words):
            return
        if saved.not_saved is not None:
            words += " " + tr("Only the sheets to print were not saved. {why}", why=fault_words(saved.not_saved))
            self._desk.messages.warn(words, tr("Print history"), self._show_history)
        else:
            self._desk.messages.inform(words, tr("Print history"), self._show_history)

    def _printed(self, order: Order, words: str, sheets: int, instead: Fault | None) -> None:
        """``sheets`` is what was asked for in the printer's own dialog; ``instead`` says that it was saved."""
        copies = sheets * copies_on_a_sheet(order.paper.size)
        if not self._note(replace(order, copies=copies), words):
            return
        if instead is not None:
            self._desk.messages.warn(fault_words(instead), tr("Print history"), self._show_history)
        else:
            self._desk.messages.inform(tr("Printed and noted."), tr("Print history"), self._show_history)

    def _note(self, order: Order, words: str) -> bool:
        """Writes it into the history with its words as they stand on the paper."""
        note = partial(print_history.note_print, self._desk.binder, order.template, order.paper, order.choices)
        return self._desk.attempt(lambda: note(order.copies, words)) is not None


def _suggested(order: Order, suffix: str) -> Path:
    return places.prints() / f"{file_name(order.paper, clock.today())}.{suffix}"
