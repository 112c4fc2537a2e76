"""Making a pack: choose what goes in, see exactly what leaves, and only then save it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.pack_choice import PackChoiceView
from champion_app.desktop.widgets.pack_leaving import PackLeaving
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr
from champion_app.domain.packs import PackContents
from champion_app.faults import Fault
from champion_app.tasks import pack_making
from champion_app.tasks.pack_retired import retired_names

# Longer than this and the champion is told what is being done.
PATIENCE_MS = 300
_DRAFT = "make pack"
_NOT_IN_A_NAME = re.compile(r"[^\w .-]+")


class MakePackDialog(QDialog):
    """``saved`` carries the path of a pack once it is written. What is typed and ticked is kept as a draft."""

    saved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents: PackContents | None = None  # put together, while it is shown
        self._writing = False
        self.file_dialog: QFileDialog | None = None
        self.setWindowTitle(tr("Make a pack"))
        theme, room = desk.theme, parent.window().size()
        self.resize(min(theme.px(1_040), room.width() - 48), min(theme.px(700), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.choice = PackChoiceView(desk)
        self.leaving = PackLeaving(theme)
        self.problem = label("", "problem")
        self.busy = label("", "small")
        self.look = button(theme, tr("See what leaves"), self.show_leaving, "primary", "next")
        self.save = button(theme, tr("Save the pack…"), self.ask_where, "primary", "save")
        self.back = button(theme, tr("Back"), self.show_choice, "", "previous")
        self.cancel = button(theme, tr("Cancel"), self.reject)
        self._pages = QStackedWidget()
        self._patience = QTimer(self)
        self._saver = Saver(self, lambda: desk.attempt(self.keep_draft))
        self._build()
        self.choice.show_draft(desk.drafts.find(_DRAFT))
        self.choice.changed.connect(self._changed)
        self._turn()
        self.choice.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_leaving(self) -> None:
        """Puts the pack together and shows every thing of it. Nothing is written."""
        choice = self.choice.choice
        try:
            self._contents = pack_making.put_together(self._desk.binder, choice)
        except Fault as fault:
            self._say_problem(fault_words(fault))
            return
        self._say_problem("")
        self.leaving.show_contents(self._contents, choice, retired_names(self._desk.binder, self._contents))
        self._turn()
        self.leaving.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choice(self) -> None:
        """Back to what goes in."""
        self._contents = None
        self._say_problem("")
        self._turn()
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_where(self) -> None:
        """Asks where the pack should be saved."""
        if self._contents is None or self._writing:
            return
        suggested = places.prints() / f"{_file_name(self._contents.about.title)}{pack_making.SUFFIX}"
        kinds = tr("Champion pack (*.championpack)")
        self.file_dialog = ask_where(self, suggested, self.save_to, title=tr("Save the pack"), kinds=kinds)

    def save_to(self, path: Path) -> None:
        """Writes the pack on a worker."""
        contents = self._contents
        if contents is None or self._writing:
            return
        self._writing = True
        self._say_problem("")
        self._patience.start()
        work = partial(pack_making.save_pack, self._desk.binder, contents, path)
        self._desk.jobs.start(work, self._was_saved, self._was_not_saved)
        self._turn()

    def reject(self) -> None:
        """Closes; what was typed and ticked stands there the next time. Not while the pack is being written."""
        if self._writing:
            self._tell()
            return
        self._saver.forget()
        if self._desk.done(self.keep_draft):
            super().reject()

    def keep_draft(self) -> None:
        """Keeps what was typed and ticked. Raises a disk fault."""
        draft = self.choice.draft()
        if draft:
            self._desk.drafts.keep(_DRAFT, draft)
        else:
            self._desk.drafts.drop(_DRAFT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keyboard, and never another one from afar."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _was_saved(self, path: Path) -> None:
        self._rest()
        self._saver.forget()
        self._desk.attempt(lambda: self._desk.drafts.drop(_DRAFT))
        self.accept()
        self._desk.messages.inform(tr("The pack was saved as {path}.", path=path))
        self.saved.emit(path)

    def _was_not_saved(self, error: Exception) -> None:
        self._rest()
        if not isinstance(error, Fault):
            raise error
        self._say_problem(fault_words(error))

    def _changed(self) -> None:
        self._saver.touch()
        self._say_problem("")
        self._turn()

    def _turn(self) -> None:
        """What is seen and what can be pressed just now."""
        leaving = self._contents is not None
        self._pages.setCurrentIndex(int(leaving))
        self.look.setVisible(not leaving)
        self.save.setVisible(leaving)
        self.back.setVisible(leaving)
        why_not = self.choice.problem
        self.look.setEnabled(not why_not)
        self.look.setAccessibleDescription(why_not)
        if not leaving:
            self._say_problem(why_not)
        for made in (self.save, self.back, self.cancel, self._pages):
            made.setEnabled(not self._writing)

    def _rest(self) -> None:
        self._writing = False
        self._patience.stop()
        self.busy.hide()
        self._turn()

    def _tell(self) -> None:
        self.busy.setText(tr("Writing the pack and reading it once more…"))
        self.busy.show()

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _build(self) -> None:
        for page in (self.choice, self.leaving):
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
        acts = Flow()
        for made in (self.look, self.save, self.back):
            acts.addWidget(made)
        foot = QHBoxLayout()
        foot.addLayout(acts, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 24, 24)
        below.setSpacing(8)
        below.addWidget(self.problem)
        below.addWidget(self.busy)
        below.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(below)
        self.problem.hide()
        self.busy.hide()
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell)


def open_make_pack_dialog(desk: Desk, parent: QWidget) -> MakePackDialog:
    """Opens the dialog over the window. It goes when it is closed."""
    dialog = MakePackDialog(desk, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _file_name(title: str) -> str:
    return " ".join(_NOT_IN_A_NAME.sub(" ", title).split())[:80].strip(". ") or "pack"
