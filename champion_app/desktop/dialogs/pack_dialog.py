"""Taking a pack in: choose the file, see every thing it would change, decide, and only then is anything written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.file_drop import FileDrop
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.pack_parts import Counted, count_changes, why_not
from champion_app.desktop.widgets.pack_preview import PackPreviewView
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain.typed_text import first_line
from champion_app.faults import Fault
from champion_app.tasks import backups, packs
from champion_app.tasks.packs import PackPreview, ReadPack

# Longer than this and the champion is told what is being done, and may stop it.
PATIENCE_MS = 300
_LONGEST_TITLE = 80


class _Stopped(Exception):
    """The champion wants nothing taken in after all."""


class PackDialog(QDialog):
    """``taken`` carries noun and id of each new row, once a pack is in. Until then nothing is written."""

    taken = Signal(object)
    _told = Signal(int, int)

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._previewed: PackPreview | None = None
        self._reading = 0  # the number of the job
        self._stop: threading.Event | None = None  # while it is being taken in
        self.file_dialog: QFileDialog | None = None
        self.setWindowTitle(tr("Take in a pack"))
        theme, room = desk.theme, parent.window().size()
        self.resize(min(theme.px(1_080), room.width() - 48), min(theme.px(700), room.height() - 48))
        self.setMinimumSize(320, 320)
        words = tr(
            "A pack is one file that ends in .championpack: your area's champion sends it. You see everything it would"
            " change before anything is written. You can also drop the file here."
        )
        self.start = empty_state(theme, "resources", tr("Which pack?"), words, tr("Choose a pack…"), self.choose_file)
        self.preview = PackPreviewView(desk)
        self.problem = label("", "problem")
        self.busy = label("", "small")
        self.stop_button = button(theme, tr("Stop"), self.stop)
        self.why_not = label("", "small")
        self.take = button(theme, tr("Take in"), self.take_in, "primary", "done")
        self.other = button(theme, tr("Choose another pack…"), self.choose_file)
        self.cancel = button(theme, tr("Cancel"), self.reject)
        self._pages = QStackedWidget()
        self._working = QWidget()
        self._patience = QTimer(self)
        self._build()
        FileDrop(self, self._dropped)
        self.preview.changed.connect(self._count)
        self._told.connect(self._show_progress)
        self._show_start()
        if path is not None:
            self.read(path)

    def choose_file(self) -> None:
        """Opens the system's dialog."""
        kinds = tr("Champion pack (*.championpack)")
        dialog = QFileDialog(self, tr("Choose a pack"), str(places.prints()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        self.file_dialog = dialog
        dialog.open()

    def read(self, path: Path) -> None:
        """Reads a file on a worker and shows what it would do."""
        if self._stop is not None:
            return
        self.stop()
        self._say_problem("")
        self._wait(tr("Reading the pack…"))
        self._reading = self._desk.jobs.start(partial(packs.read, path), self._was_read, self._was_refused)
        self._turn()

    def stop(self) -> None:
        """Stops what is being done: the file is not read further, or nothing of it is taken in."""
        if self._stop is not None:
            self._stop.set()
            self.busy.setText(tr("Stopping: nothing will have changed…"))
            self.stop_button.setEnabled(False)
        elif self._reading:
            self._desk.jobs.forget(self._reading)
            self._reading = 0
            self._rest()

    def take_in(self) -> None:
        """Takes the pack in as it is shown, on a worker: all of it or none of it."""
        previewed = self._previewed
        if previewed is None or self._stop is not None or not packs.moves(previewed, self.preview.decisions):
            return
        self._stop = threading.Event()
        self._say_problem("")
        self._wait(tr("Taking it in…"))
        decisions = dict(self.preview.decisions)
        counted = count_changes(previewed, decisions)
        told = partial(_tell, self._stop, self._told.emit)
        take = partial(packs.take_in, self._desk.binder, previewed, decisions, told)
        work = partial(backups.after_a_backup, self._desk.binder, take)
        self._desk.jobs.start(work, partial(self._was_taken, previewed, counted), self._was_not_taken)
        self._turn()

    def reject(self) -> None:
        """Closes with the binder as it was; while a pack is being taken in, as soon as that has been stopped."""
        self.stop()
        if self._stop is None:
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keyboard, and never another one from afar."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _was_read(self, pack: ReadPack) -> None:
        self._reading = 0
        self._rest()
        self.preview.forget()
        self._look(pack)

    def _was_refused(self, error: Exception) -> None:
        self._reading = 0
        self._rest()
        if not isinstance(error, Fault):
            raise error
        self._say_problem(fault_words(error))
        self._turn()

    def _look(self, pack: ReadPack) -> None:
        """Beside the binder as it is now. Another pack can be chosen when this one is older than what is here."""
        try:
            self._previewed = packs.look(self._desk.binder, pack)
        except Fault as fault:
            self._previewed = None
            self._say_problem(fault_words(fault))
            self._turn()
            return
        self.preview.show_preview(self._previewed)
        self._turn()
        self.preview.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_taken(self, previewed: PackPreview, counted: Counted, made: list[tuple[str, int]]) -> None:
        self._stop = None
        self._rest()
        self.accept()
        title = first_line(previewed.pack.contents.about.title, _LONGEST_TITLE)
        offer_undo(self._desk, tr("{title} is taken in: {what}.", title=title, what=counted.words()))
        self.taken.emit(made)

    def _was_not_taken(self, error: Exception) -> None:
        self._stop = None
        self._rest()
        if isinstance(error, _Stopped):
            self._desk.messages.inform(tr("Nothing was taken in."))
            super().reject()
            return
        if isinstance(error, Fault):
            if self._previewed is not None:  # the binder may have changed since: shown as it is now
                self._look(self._previewed.pack)
            self._say_problem(fault_words(error))
            return
        self._turn()
        raise error

    def _dropped(self, paths: list[Path]) -> None:
        if paths:
            self.read(paths[0])

    def _count(self) -> None:
        previewed = self._previewed
        if previewed is None:
            return
        count = count_changes(previewed, self.preview.decisions).all
        moves = packs.moves(previewed, self.preview.decisions)
        self.take.setText(trn("Take in {n}", "Take in {n}", count) if count else tr("Take in"))
        self.take.setAccessibleName(trn("Take in {n} thing", "Take in {n} things", count) if count else "")
        self.take.setEnabled(moves and self._stop is None)
        self.why_not.setText("" if moves else why_not(previewed))
        self.why_not.setVisible(not moves)
        self.take.setAccessibleDescription(self.why_not.text())

    def _show_start(self) -> None:
        self._previewed = None
        self._turn()

    def _turn(self) -> None:
        """What is seen and what can be pressed just now."""
        ready = self._previewed is not None
        self._pages.setCurrentIndex(int(ready))
        free = self._stop is None and not self._reading
        self._pages.setEnabled(free)
        for made in (self.take, self.other, self.why_not):
            made.setVisible(ready)
        self.other.setEnabled(free)
        self._count()
        self.take.setEnabled(self.take.isEnabled() and free)

    def _wait(self, words: str) -> None:
        self.busy.setText(words)
        self.stop_button.setEnabled(True)
        self._patience.start()

    def _rest(self) -> None:
        self._patience.stop()
        self._working.hide()
        self._turn()

    def _show_progress(self, done: int, of: int) -> None:
        if self._stop is not None and not self._stop.is_set():
            self.busy.setText(tr("Taking it in: {done} of {of}", done=done, of=of))

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _build(self) -> None:
        first = QWidget()
        beginning = QVBoxLayout(first)
        beginning.setContentsMargins(0, 0, 0, 0)
        beginning.addWidget(self.start)
        beginning.addStretch(1)
        for page in (first, self.preview):
            self._pages.addWidget(page)
        inner = QWidget()
        inner.setObjectName("page_body")
        within = QVBoxLayout(inner)
        within.setContentsMargins(24, 24, 24, 8)
        within.addWidget(self._pages, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        working = Flow(self._working)
        self.busy.setWordWrap(False)
        working.addWidget(self.busy)
        working.addWidget(self.stop_button)
        acts = Flow()
        for made in (self.take, self.other):
            acts.addWidget(made)
        foot = QHBoxLayout()
        foot.addLayout(acts, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 24)
        below.setSpacing(8)
        for part in (self.problem, self._working, self.why_not):
            below.addWidget(part)
        below.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(below)
        self.problem.hide()
        self._working.hide()
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._working.show)


def open_pack_dialog(desk: Desk, parent: QWidget, path: Path | None = None) -> PackDialog:
    """Opens the dialog over the window; with a path that file is read at once. It goes when it is closed."""
    dialog = PackDialog(desk, parent, path)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _tell(stop: threading.Event, tell: Callable[[int, int], None], done: int, of: int) -> None:
    """Called on the worker. What it raises takes everything back."""
    if stop.is_set():
        raise _Stopped
    tell(done, of)
