"""The recovery code as it was just made: large, in its four groups, to be printed, saved on a stick or written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import card, label, set_role
from champion_app.desktop.widgets.paper_printer import (
    SHEETS,
    PrinterRefused,
    PrintJob,
    paint_sheets,
    printer_for,
    printer_in_reach,
)
from champion_app.desktop.widgets.print_work import save_sheets
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Size
from champion_app.faults import Fault
from champion_app.tasks import passphrase
from champion_app.tasks.passphrase import RecoveryCode

_NAMES = ("First group", "Second group", "Third group", "Fourth group")


class RecoveryCodeCard(QWidget):
    """Unlike other papers this one is never saved where nobody asked: it would open the binder that lies beside it."""

    def __init__(self, desk: Desk, code: RecoveryCode) -> None:
        super().__init__()
        self._desk, self._code = desk, code
        self.groups: list[QLabel] = []
        self.print = button(desk.theme, tr("Print the recovery sheet…"), self.print_it, "", "print")
        self.save = button(desk.theme, tr("Save as PDF…"), self.save_it, "", "save")
        self.said = label("")
        self.file_dialog: QFileDialog | None = None
        self.print_dialog: QPrintDialog | None = None
        self._build()

    def print_it(self) -> None:
        """The system's print dialog. Without a printer nothing is saved by itself; it is said what to do instead."""
        job = PrintJob(tr("Recovery sheet"), SHEETS[Size.A4], 1, self._make)
        if not printer_in_reach():
            self._say(tr("No printer is in reach. Save it on a stick and print it elsewhere, or write the code down."))
            return
        printer = printer_for(job)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print {title}", title=job.title))
        dialog.accepted.connect(
            lambda: self._desk.jobs.start(lambda: paint_sheets(printer, job), self._printed, self._failed)
        )
        dialog.finished.connect(dialog.deleteLater)
        self.print_dialog = dialog
        QDialog.open(dialog)

    def save_it(self) -> None:
        """Asks where."""
        suggested = places.prints() / f"{tr('Recovery sheet')}.pdf"
        self.file_dialog = ask_where(self, suggested, self.save_to)

    def save_to(self, path: Path) -> None:
        """Saves the sheet on a worker."""
        self._desk.jobs.start(lambda: save_sheets(self._make(), path), self._saved, self._failed)

    def _make(self) -> bytes:
        from champion_app.tasks import papers

        return papers.make(passphrase.plan_sheet(self._desk.binder, self._code)).pdf

    def _printed(self, sides: object) -> None:
        self._say(tr("Printed. Put the sheet in the safe or give it to your safeguarding lead."), "ok")

    def _saved(self, path: Path) -> None:
        self._say(
            tr(
                "Saved: {path}. Print it and put the sheet in the safe, then delete this file if it is on this laptop: "
                "whoever has both can read the binder.",
                path=path,
            ),
            "ok",
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PrinterRefused):
            self._say(tr("The printer did not take the sheet. Save it on a stick instead, or write the code down."))
        elif isinstance(error, Fault):
            self._say(fault_words(error))
        else:
            raise error

    def _say(self, words: str, role: str = "warning") -> None:
        set_role(self.said, role)
        self.said.setText(words)
        self.said.show()

    def _build(self) -> None:
        box = card("soft")
        grid = Columns(self._desk.theme, 200, 2, gap=8, parent=box)
        grid.setContentsMargins(0, 0, 0, 0)
        for name, group in zip(_NAMES, self._code.groups, strict=True):
            grid.addWidget(self._group(tr(name), group))
        acts = Flow(gap=8)
        acts.addWidget(self.print)
        acts.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            label(
                tr(
                    "If the passphrase is ever forgotten, this code is the only way in. Print it, save it on a stick, "
                    "or write it down, and keep it in the safe or with your safeguarding lead: not with the laptop."
                )
            )
        )
        column.addWidget(box)
        column.addLayout(acts)
        column.addWidget(self.said)
        self.said.hide()

    def _group(self, name: str, group: str) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(0)
        inside.addWidget(label(name, "small"))
        large = label(group, "number", wrap=False)
        large.setAccessibleName(tr("{name}: {signs}", name=name, signs=" ".join(group)))
        large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(large)
        self.groups.append(large)
        return made
