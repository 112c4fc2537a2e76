"""Our logo: choosing the picture, seeing it, and taking it off everything we print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label, picture, set_role
from champion_app.desktop.widgets.page import GAP
from champion_app.desktop.words import tr
from champion_app.faults import Fault
from champion_app.tasks import logo
from champion_app.tasks.attachments import ReadyFile

_HIGH, _WIDE = 56, 200


class LogoChoice(QWidget):
    """The logo in small, with buttons to choose another or take it off. ``changed``: it was, here or elsewhere."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._content = b""
        self.file_dialog: QFileDialog | None = None
        self.shown = picture(tr("Our logo"))
        self.said = label("", "small")
        self.choose = button(desk.theme, "", self.ask, "", "open-file")
        self.take_off = button(desk.theme, tr("Take the logo off"), self._take_off, "plain", "remove")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        row = Flow(gap=8)
        for press in (self.choose, self.take_off):
            row.addWidget(press)
        layout.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row)
        layout.addWidget(self.said)
        self.said.hide()
        self.show_logo()
        desk.theme.changed.connect(self.show_logo)
        desk.changes.changed.connect(self._heard)

    @property
    def has_logo(self) -> bool:
        """Whether there is a logo to print."""
        return not self.shown.pixmap().isNull()

    def show_logo(self) -> None:
        """Shows the logo as the binder has it."""
        self._content = logo.logo(self._desk.binder)
        small = _small(self._desk, self._content)
        self.shown.setPixmap(small)
        there = not small.isNull()
        self.shown.setVisible(there)
        self.take_off.setVisible(there)
        self.choose.setText(tr("Choose another logo…") if there else tr("Choose a logo…"))

    def ask(self) -> None:
        """The system's dialog for a picture."""
        kinds = tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp)")
        dialog = QFileDialog(self, tr("Choose a logo"), "", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        self.file_dialog = dialog
        dialog.open()

    def take(self, path: Path) -> None:
        """Takes a picture as our logo; what is wrong with it is said under the buttons."""
        self._say(tr("Looking at the picture…"), "small")
        self.choose.setEnabled(False)
        self._desk.jobs.start(partial(logo.read_logo, path), self._was_read, self._was_refused)

    def _was_read(self, ready: ReadyFile) -> None:
        self.choose.setEnabled(True)
        self._say("", "small")
        before = logo.logo(self._desk.binder)
        if not self._desk.done(lambda: logo.keep_logo(self._desk.binder, ready)):
            return
        if before:
            self._offer(tr("This is our logo now."), before)
        else:
            self._desk.messages.inform(tr("This is our logo now. It stands on every leaflet unless you untick it."))

    def _was_refused(self, error: Exception) -> None:
        self.choose.setEnabled(True)
        self._say("", "small")
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error), "problem")

    def _take_off(self) -> None:
        before = logo.logo(self._desk.binder)
        if self._desk.done(lambda: logo.remove_logo(self._desk.binder)):
            self._say("", "small")
            self.choose.setFocus()  # the button that had it is gone
            self._offer(tr("The logo is off everything we print."), before)

    def _offer(self, words: str, before: bytes) -> None:
        """Says what was done, with the way back: settings have no history of their own."""
        self._desk.messages.inform(words, tr("Put it back"), lambda: self._put_back(before))

    def _put_back(self, before: bytes) -> None:
        self._desk.attempt(lambda: logo.put_back(self._desk.binder, before))

    def _heard(self, kinds: frozenset[str]) -> None:
        """The logo is kept on two pages: a change made on one is seen on the other."""
        if "settings" in kinds and logo.logo(self._desk.binder) != self._content:
            self.show_logo()
            self.changed.emit()

    def _say(self, words: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(breakable(words))
        self.said.setVisible(bool(words))
        self.choose.setAccessibleDescription(words)


def logo_card(desk: Desk) -> QFrame:
    """A card for Settings."""
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(24, GAP, 24, 24)
    inside.setSpacing(12)
    inside.addWidget(label(tr("Our logo"), "section"))
    inside.addWidget(
        label(
            tr("It stands at the head of leaflets, posters and the charter. A PNG or JPEG picture is best."),
            "muted",
        )
    )
    inside.addWidget(LogoChoice(desk))
    return made


def _small(desk: Desk, content: bytes) -> QPixmap:
    made = QPixmap()
    if not content or not made.loadFromData(content):
        return QPixmap()
    ratio = desk.theme.pixmap("info").devicePixelRatio()
    room = QSize(desk.theme.px(_WIDE), desk.theme.px(_HIGH)) * ratio
    fitted = made.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    fitted.setDevicePixelRatio(ratio)
    return fitted
