"""Erasing everything: what would go, a certificate, the service's name typed; and afterwards what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, card, label, set_role
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.widgets.step_frame import scrolled_step, step_frame
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.domain.dates import british
from champion_app.domain.holdings import WhatWent, WholeErasing
from champion_app.faults import Fault
from champion_app.tasks import erase_everything

_MOST = 12  # files named; the rest is counted


@dataclass(frozen=True)
class EraseOrder:
    """Everything is agreed: what is to be erased, the name as typed, where the certificate lies."""

    about: WholeErasing
    typed: str
    certificate: Path


class EraseDialog(QDialog):
    """``erase_asked`` carries an EraseOrder. Nothing is erased here: the binder has to be closed first."""

    erase_asked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.about = erase_everything.look(desk.binder)
        self.certificate: Path | None = None
        self.file_dialog: QFileDialog | None = None
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Erase everything"))
        self.resize(min(theme.px(760), room.width() - 48), min(theme.px(700), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.save = button(theme, tr("Save the certificate…"), self.ask_where, "", "save")
        self.saved = label("", "small")
        self.typed = QLineEdit()
        self.field = LabelledField(
            tr("To go on, type: {words}", words=self.about.to_type), self.typed, tr("Capitals do not matter.")
        )
        self.problem = label("", "problem")
        self.cancel = button(theme, tr("Cancel"), self.reject, "primary")
        self.erase = button(theme, tr("Erase everything"), self.go, "", "remove")
        self._build()
        self.typed.textChanged.connect(lambda text: self._turn())
        self._turn()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self) -> None:
        """Asks where the certificate should be saved."""
        name = f"{tr('Champion erased')}, {british(self.about.day)}.pdf"
        self.file_dialog = ask_where(self, places.prints() / name, self.save_to, title=tr("Save the certificate"))

    def save_to(self, path: Path) -> None:
        """Saves the certificate as it is before the erasing; afterwards it is written again."""
        self._say("")
        work = partial(erase_everything.save_certificate, self.about, path)
        self._desk.jobs.start(work, self._was_saved, self._was_not_saved)

    def go(self) -> None:
        """Hands the order on. Whoever holds the window closes the binder and erases."""
        if self.certificate is not None and self.about.is_typed(self.typed.text()):
            order = EraseOrder(self.about, self.typed.text(), self.certificate)
            self.accept()
            self.erase_asked.emit(order)

    def _was_saved(self, path: Path) -> None:
        self.certificate = path
        self.saved.setText(tr("Saved as {path}. It is completed after the erasing.", path=breakable(str(path))))
        set_role(self.saved, "ok")
        self._turn()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_not_saved(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _turn(self) -> None:
        ready = self.certificate is not None and self.about.is_typed(self.typed.text())
        self.erase.setEnabled(ready)
        self.saved.setVisible(self.certificate is not None)

    def _build(self) -> None:
        about, inside = self.about, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(label(tr("This cannot be undone. Backups go too: there is no way back."), "warning"))
        column.addWidget(label(tr("What goes"), "section"))
        column.addWidget(label(", ".join(about.held) + "." if about.held else tr("Nothing was written yet.")))
        column.addWidget(label(breakable(_files(about)), "muted"))
        for words in _alone(about):
            column.addWidget(label(breakable(words), "muted"))
        column.addWidget(label(tr("Before you go on"), "section"))
        column.addWidget(
            label(
                tr(
                    "Does somebody carry the work on? Then hand over first: that makes a copy. A worry about a child"
                    " that stands here by mistake goes to your safeguarding lead on paper first."
                )
            )
        )
        column.addWidget(
            label(tr("Save the certificate first, on a stick or another drive if this computer leaves the house."))
        )
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.saved)
        column.addWidget(self.field)
        column.addStretch(1)
        self.problem.hide()
        title = label(tr("Erase Champion’s data from this computer"), "section")
        step_frame(self, (title,), scrolled_step(inside), (self.problem,), (self.erase, self.cancel))


class ErasedDialog(QDialog):
    """What came of it: everything is gone, or which files are left; and what else to see to."""

    def __init__(self, theme: Theme, went: WhatWent, certificate: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Erased"))
        room = parent.window().size()
        self.resize(min(theme.px(620), room.width() - 48), min(theme.px(460), room.height() - 48))
        self.close_button = button(theme, tr("Close Champion"), self.accept, "primary")
        self.said = label("", "section")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.said)
        if went.left:
            self.said.setText(trn("{n} file is left", "{n} files are left", len(went.left)))
            box = card("warning")
            inner = QVBoxLayout(box)
            inner.addWidget(label(breakable("\n".join(str(path) for path in went.left[:_MOST]))))
            inner.addWidget(
                label(
                    tr(
                        "Another program has them open, or this account may not delete them. Close every other program,"
                        " start the computer again and delete them by hand, or give the certificate to IT."
                    )
                )
            )
            column.addWidget(box)
        else:
            gone = trn("{n} file", "{n} files", len(went.gone))
            self.said.setText(tr("Everything that Champion kept on this computer is gone: {files}.", files=gone))
        column.addWidget(label(breakable(tr("The certificate: {path}", path=certificate))))
        column.addWidget(
            label(
                tr(
                    "Other copies are yours to see to: sticks and second places, what your IT copies, and papers or"
                    " packs that were given out. The certificate lists them to tick."
                ),
                "muted",
            )
        )
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.setSpacing(12)
        outer.addWidget(scrolling(inside), 1)
        outer.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)


def _files(about: WholeErasing) -> str:
    size = size_words(sum(size for _, size in about.files))
    said = trn("{n} file, {size}, in {folder}:", "{n} files, {size}, in {folder}:", len(about.files), size=size,
               folder=about.binder.parent)  # fmt: skip
    names = [path.name for path, _ in about.files[:_MOST]]
    if len(about.files) > _MOST:
        names.append(trn("and {n} more", "and {n} more", len(about.files) - _MOST))
    return f"{said} {', '.join(names)}"


def _alone(about: WholeErasing) -> list[str]:
    """What stays, in sentences."""
    found = []
    if about.second is not None and about.second_there:
        found.append(tr("The backups in the second place go too: {folder}", folder=about.second))
    elif about.second is not None:
        found.append(
            tr("The second place for backups is not there now, so its copies stay: {folder}", folder=about.second)
        )
    if about.alike:
        names = ", ".join(path.name for path in about.alike)
        found.append(tr("Left alone, though they look like copies: {names}", names=names))
    if about.others:
        found.append(tr("Left alone: binders in other places: {places}", places=", ".join(about.others)))
    if about.synced:
        found.append(
            tr(
                "This folder looks as if it is copied to other computers ({folder}). Erase it there too.",
                folder=about.synced,
            )
        )
    return found
