"""The files kept with a resource, or as evidence at a criterion: attach, read a copy, save a copy, take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.attaching import Attaching, Run
from champion_app.desktop.widgets.attachment_row import AttachmentRow
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.file_drop import FileDrop
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.links import ask_to_open_copy
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import Attachment
from champion_app.faults import Fault
from champion_app.tasks import attachments


class AttachmentList(QWidget):
    """Shows the files of one owner. It hears of changes itself; ``shown`` is emitted when other files are shown."""

    shown = Signal()

    def __init__(self, desk: Desk, heading: str, hint: str) -> None:
        super().__init__()
        self._desk = desk
        self._resource, self._criterion = 0, ""
        self.files: list[Attachment] = []
        self.rows: list[AttachmentRow] = []
        self.file_dialog: QFileDialog | None = None
        self.attaching = Attaching(desk, self)
        self.heading = label(heading, "strong")
        self.hint = label(hint, "small")
        self.attach = button(desk.theme, tr("Attach a file…"), self.choose_files, "", "attach")
        self.busy = label("", "small")
        self.stop = button(desk.theme, tr("Stop"), self.attaching.stop)
        self.problem = label("", "problem")
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._working = QWidget()
        self._build()
        FileDrop(self, self.take)
        self.attaching.progress.connect(self._show_progress)
        self.attaching.done.connect(self._attached)
        desk.changes.changed.connect(self._heard)

    def show_resource(self, resource_id: int) -> None:
        """Shows the files of a resource."""
        self._show(resource_id, "")

    def show_criterion(self, number: str) -> None:
        """Shows the evidence at a criterion."""
        self._show(0, number)

    def choose_files(self) -> None:
        """Opens the system's dialog; several files may be chosen."""
        dialog = QFileDialog(self, tr("Attach files"), str(places.prints()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.take([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        self.file_dialog = dialog
        dialog.open()

    def take(self, paths: list[Path]) -> None:
        """Attaches files that were chosen or dropped here."""
        if paths and (self._resource or self._criterion):
            self._say_problem("")
            self.attaching.start(paths, resource=self._resource, criterion=self._criterion)

    def open_first(self) -> bool:
        """Asks to open the first file that can be opened; False when there is none."""
        file = next((file for file in self.files if not file.starts_a_program), None)
        if file is not None:
            self._open(file)
        return file is not None

    def _show(self, resource_id: int, criterion: str) -> None:
        if (resource_id, criterion) != (self._resource, self._criterion):
            self._resource, self._criterion = resource_id, criterion
            self._say_problem("")
        self._read()

    def _read(self) -> None:
        binder = self._desk.binder
        if self._resource:
            found = attachments.of_resource(binder, self._resource)
        else:
            found = attachments.of_criterion(binder, self._criterion) if self._criterion else []
        self.hint.setVisible(not found)
        if found == self.files:
            return
        focused = any(row.isAncestorOf(focus) for row in self.rows if (focus := self.focusWidget()) is not None)
        self.files = found
        empty(self._column)
        self.rows = [self._row(file) for file in found]
        for row in self.rows:
            self._column.addWidget(row)
        if focused:  # the row that had the keyboard has gone
            self.attach.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit()

    def _row(self, file: Attachment) -> AttachmentRow:
        acts = (partial(self._open, file), partial(self._save, file), partial(self._take_away, file))
        return AttachmentRow(self._desk.theme, file, *acts)

    def _open(self, file: Attachment) -> None:
        def copy() -> Path | None:
            return self._desk.attempt(partial(attachments.open_copy, self._desk.binder, file))

        ask_to_open_copy(self._desk, file.name, copy)

    def _save(self, file: Attachment) -> None:
        suggested = places.prints() / file.name
        title, kinds = tr("Save a copy"), tr("All files (*)")
        self.file_dialog = ask_where(self, suggested, partial(self.save_to, file), title=title, kinds=kinds)

    def save_to(self, file: Attachment, path: Path) -> None:
        """Writes a copy of a file to a place of the champion's choice."""
        content = self._desk.attempt(partial(attachments.content_of, self._desk.binder, file))
        if content is not None:
            self._desk.jobs.start(partial(attachments.save_copy, content, path), self._saved, self._failed)

    def _saved(self, path: Path) -> None:
        self._desk.messages.inform(tr("A copy was saved as {path}.", path=path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.fault(error)

    def _take_away(self, file: Attachment) -> None:
        if self._desk.done(partial(attachments.remove_attachment, self._desk.binder, file.id)):
            offer_undo(self._desk, tr("“{name}” was taken away.", name=file.name))

    def _show_progress(self, name: str, place: int, of: int) -> None:
        words = tr("Reading file {n} of {all}: {name}", n=place, all=of, name=name) if name else tr("Reading the file…")
        self.busy.setText(words)
        self._working.show()

    def _attached(self, run: Run) -> None:
        self._working.hide()
        here = (run.resource, run.criterion) == (self._resource, self._criterion)
        if run.refused:
            said = "\n".join(run.refused)
            if here:
                self._say_problem(said)
            else:
                self._desk.messages.warn(said)
        if run.kept:
            offer_undo(self._desk, trn("{n} file attached.", "{n} files attached.", run.kept))
        elif not run.refused and not run.stopped:
            self._desk.messages.inform(tr("That is attached here already."))

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.attach.setAccessibleDescription(words)

    def _heard(self, kinds: frozenset[str]) -> None:
        if "attachments" in kinds and (self._resource or self._criterion):
            self._read()

    def _build(self) -> None:
        working = Flow(self._working)
        working.addWidget(self.busy)
        working.addWidget(self.stop)
        self.busy.setWordWrap(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addLayout(self._column)
        layout.addWidget(self._working)
        layout.addWidget(self.problem)
        layout.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        self._working.hide()
        self.problem.hide()
