"""The card about the second place: whether backups lie anywhere else than on this laptop, and choosing where."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label, set_role
from champion_app.desktop.widgets.progress_strip import ProgressStrip
from champion_app.desktop.words import tr, trn
from champion_app.domain.backups import Backup
from champion_app.domain.dates import british
from champion_app.faults import Fault, NoBackupThere
from champion_app.store.binder import Binder
from champion_app.tasks import backups, found_backups
from champion_app.tasks.backups import SecondPlace


class BackupPlaceCard(QFrame):
    """``chosen`` carries the folder somebody wants copies in; ``copied`` is emitted when a copy is there."""

    chosen = Signal(object)
    copied = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        theme = desk.theme
        self.folder_dialog: QFileDialog | None = None
        self.late = card("warning")
        self.late_words = label("", "strong")
        self.words = label("")
        self.lock_words = label("", "muted")
        self.choose = button(theme, tr("Choose a second place"), self.ask_where, "", "save")
        self.copy = button(theme, tr("Make a backup and copy it there"), self.copy_now, "", "copy")
        self.stop = button(theme, tr("Stop copying there"), self._forget)
        self.strip = ProgressStrip(desk)
        self.result = label("")
        self._build()

    def refresh(self) -> None:
        """Says how things stand; what came of the last copying is an old story then."""
        self.result.hide()
        path = self._desk.binder.path
        place, late = backups.second_place(path), backups.second_place_overdue(path)
        self.late.setVisible(late)
        self.late_words.setText(
            tr("Your backups are all on this laptop.")
            if place is None or place.copied_on is None
            else tr("Your newest backups are all on this laptop.")
        )
        self.words.setText(breakable(self._say_place(place)))
        self.lock_words.setText(self._say_lock(place))
        self.lock_words.setVisible(bool(self.lock_words.text()))
        self.choose.setText(tr("Choose a second place") if place is None else tr("Choose another place"))
        for made in (self.copy, self.stop):
            made.setVisible(place is not None)
        self.copy.setEnabled(place is not None and place.is_there and not self.strip.busy)

    def ask_where(self) -> None:
        """The system's dialog for a folder or a stick."""
        dialog = QFileDialog(self, tr("Choose a folder or a stick for copies of your backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(lambda folder: self.chosen.emit(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        self.folder_dialog = dialog
        dialog.open()

    def copy_now(self) -> None:
        """Makes a backup on a worker and copies it: an older one may lack what was done today."""
        if self.strip.busy:
            return
        self.result.hide()
        self.copy.setEnabled(False)
        work = partial(_copy, self._desk.binder)
        words = tr("Making a backup, copying it and reading it again from there…")
        self.strip.do(words, work, self._copied, self._failed)

    def _copied(self, _: object) -> None:
        self.copied.emit()
        self.refresh()
        self._say(tr("Done: the newest backup lies there too. It was read again from there."), "ok")

    def _failed(self, error: Exception) -> None:
        self.refresh()
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error), "problem")

    def _say(self, words: str, role: str) -> None:
        set_role(self.result, role)
        self.result.setText(breakable(words))
        self.result.show()

    def _forget(self) -> None:
        path = self._desk.binder.path
        place = backups.second_place(path)
        self._desk.attempt(partial(backups.forget_second_place, path))
        self.refresh()
        if place is not None:
            self._say(tr("No more copies go there. Those that are there stay: {folder}", folder=place.folder), "muted")

    def _say_place(self, place: SecondPlace | None) -> str:
        if place is None:
            return tr(
                "If this laptop is lost or breaks, your backups go with it. Choose a stick, another drive or a folder"
                " on a server: a copy of every backup goes there by itself, and is read again from there."
            )
        said = tr("Copies go to {folder}.", folder=place.folder)
        if not place.is_there:
            said += " " + tr("It is not in reach at the moment. Plug in the stick or the drive.")
        else:
            said += " " + _what_is_there(place.folder)
        if place.copied_on is not None:
            return said + " " + tr("Last copied on {day}.", day=british(place.copied_on))
        return said + " " + tr("Nothing has been copied there yet.")

    def _say_lock(self, place: SecondPlace | None) -> str:
        if self._desk.binder.key is not None:
            return tr("Copies are locked with the passphrase of your binder.")
        if place is None:
            return ""
        if place.locked:
            return tr("Copies there are locked with a passphrase of their own.")
        return tr("Copies there are not locked: whoever finds the stick can read them.")

    def _build(self) -> None:
        inner = QVBoxLayout(self.late)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.late_words)
        acts = Flow(gap=12)
        for made in (self.choose, self.copy, self.stop):
            acts.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(tr("A second place"), "section"))
        for part in (self.late, self.words, self.lock_words):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(self.strip)
        column.addWidget(self.result)
        column.addStretch(1)
        self.late.hide()
        self.result.hide()


def _what_is_there(folder: Path) -> str:
    try:
        count = len(found_backups.look(folder))
    except NoBackupThere:
        return ""
    return trn("{n} backup lies there.", "{n} backups lie there.", count)


def _copy(binder: Binder) -> Backup | None:
    made = backups.back_up_now(binder)
    if made.trouble is not None:
        raise made.trouble
    return made.second
