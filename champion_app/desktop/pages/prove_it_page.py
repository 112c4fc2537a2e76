"""Prove it: Champion tries itself out on this computer, and says in plain words what works and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import card, hairline, label
from champion_app.desktop.widgets.page import GAP, Page
from champion_app.desktop.widgets.private_orders import PrivateOrders
from champion_app.desktop.widgets.progress_strip import ProgressStrip, Steps
from champion_app.desktop.widgets.prove_line import ProveLine
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.self_test import STEPS, Record, Result, with_the_rest
from champion_app.store.binder import Binder

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

_LOOK_MS = 100
_SAVED, _PRINTED = "Saved: {path}.", "Sent to the printer."


class ProveItPage(Page):
    """One button, a line for each thing that is tried, and the result to print or to save."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Prove it"), up=("settings", tr("Settings")))
        self.record: Record | None = None
        self._came: list[Result] = []  # the worker writes to it and the window reads it
        self._steps = Steps()
        self.start = button(desk.theme, tr("Start the test"), self.run, "primary", "checked")
        self.strip = ProgressStrip(desk)
        self.summary = label("", "section")
        self.lines = {step.id: ProveLine(desk.theme, step) for step in STEPS}
        self.orders = PrivateOrders(desk, self, _SAVED, _PRINTED, harmless=True)
        self.print = button(desk.theme, tr("Print the result…"), self._print, "", "print")
        self.save = button(desk.theme, tr("Save as PDF…"), self._save, "", "save")
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_what_came)
        self._watched: QWidget | None = None
        self._build()
        self.strip.given_up.connect(self._stopped)

    def reload(self) -> None:
        """The page shows the last test of this session; there is nothing to ask the binder."""

    def run(self) -> None:
        """Tries everything on a worker. Which printers there are is asked here: only the window can."""
        if self.strip.busy:
            return
        self.record, self._came, self._steps = None, [], Steps()
        for line in self.lines.values():
            line.wait()
        self.summary.hide()
        printers = QPrinterInfo.availablePrinterNames()
        work = partial(_run, self.desk.binder, printers, self._steps, self._came)
        self.strip.do(tr("Trying Champion out on this computer"), work, self._finished, self._failed, self._steps)
        self._look.start()
        self.setFocus()  # greyed out, the button would hand the keyboard to a stranger
        self._dress()
        self._show_what_came()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Closing the window stops the test first, so that nobody reads a binder that is being closed."""
        if event.type() == QEvent.Type.Close and self.strip.busy:
            self.strip.stop()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Learns which window it stands in."""
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def _build(self) -> None:
        made = card()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(24, GAP, 24, 24)
        inside.setSpacing(12)
        inside.addWidget(
            label(
                tr(
                    "Does Champion keep what you write, on this very computer? Here it shows you: it saves, is cut off "
                    "in the middle, goes back to a backup, and looks at the disk, the letters, the printers and the "
                    "date. It takes about ten seconds."
                )
            )
        )
        inside.addWidget(
            label(tr("Your binder is only read. All trials go into a folder that is removed at the end."), "muted")
        )
        inside.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.strip)
        self.body.addWidget(made)
        self.body.addWidget(self._results())
        self._dress()

    def _results(self) -> QWidget:
        made = card()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(24, GAP, 24, GAP)
        inside.setSpacing(4)
        inside.addWidget(self.summary)
        self.summary.hide()
        for number, line in enumerate(self.lines.values()):
            if number:
                inside.addWidget(hairline())
            inside.addWidget(line)
        acts = Flow()
        acts.addWidget(self.print)
        acts.addWidget(self.save)
        inside.addLayout(acts)
        return made

    def _show_what_came(self) -> None:
        came = list(self._came)
        for result in came:
            self.lines[result.step.id].show_result(result)
        if self.strip.busy and len(came) < len(STEPS):
            self.lines[STEPS[len(came)].id].begin()

    def _finished(self, record: Record) -> None:
        self._end(record)

    def _stopped(self) -> None:
        self._end(Record(clock.now(), with_the_rest(self._came)))

    def _failed(self, error: Exception) -> None:
        """A mistake of ours: what was tried so far stays, and whoever catches such mistakes says so."""
        self._stopped()
        raise error

    def _end(self, record: Record) -> None:
        self._look.stop()
        self.record = record
        for result in record.results:
            self.lines[result.step.id].show_result(result)
        said = record.summary
        self.summary.setText(tr(said.words, **said.fills))
        self.summary.show()
        self._dress()
        focused = QApplication.focusWidget()
        if self.isVisible() and (focused in (None, self) or self.isAncestorOf(focused)):
            self.start.setFocus()  # the one that stops it has just gone

    def _dress(self) -> None:
        """The buttons as they are while the test runs, before it and after it."""
        self.start.setEnabled(not self.strip.busy)
        self.start.setText(tr("Run it again") if self.record is not None else tr("Start the test"))
        for made in (self.print, self.save):
            made.setVisible(self.record is not None)

    def _print(self) -> None:
        if self.record is not None:
            self.orders.print(partial(_plan, self.record))

    def _save(self) -> None:
        if self.record is not None:
            self.orders.save(partial(_plan, self.record))


# Late: it loads what papers are made with.


def _plan(record: Record) -> Planned:
    from champion_app.tasks import self_test

    return self_test.plan_paper(record)


def _run(binder: Binder, printers: Sequence[str], steps: Steps, came: list[Result]) -> Record:
    from champion_app.tasks import self_test

    return self_test.run(binder, printers, steps.told, came.append)
