"""Somebody asks what is held about them: where a name stands in the binder, whatever field. Nothing is kept of it."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.words import tr, trn
from champion_app.domain.holdings import PLACE_WORDS
from champion_app.domain.typed_text import first_line
from champion_app.faults import Fault
from champion_app.tasks import holdings

# More lines than these tell nobody more, and a label for each of thousands would hold the window up.
_MOST = 60
_LETTERS = 200


class FindWordsDialog(QDialog):
    """One field and what was found, by place. The name is looked for everywhere and written down nowhere."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._looking = desk, False
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Look for a name"))
        self.resize(min(theme.px(680), room.width() - 48), min(theme.px(560), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.name = QLineEdit()
        self.name.setMaxLength(_LETTERS)
        self.field = LabelledField(tr("Name or other words"), self.name, tr("It is written down nowhere."))
        self.look = button(theme, tr("Look everywhere"), self.go, "primary", "search")
        self.close_button = button(theme, tr("Close"), self.reject)
        self.count = label("", "strong")
        inner = QWidget()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._lines)
        column.addStretch(1)
        about = label(
            tr(
                "For somebody who asks what is held about them. Every field is looked through: notes, evidence,"
                " updates, prints, attached files, drafts and the history. Backups are not: they hold what was there"
                " then."
            )
        )
        self.area = scrolling(inner)
        parts = ((about, 0), (self.field, 0), (self.count, 0), (self.area, 1))
        dialog_frame(self, parts, (), (self.look,), self.close_button)
        self.count.hide()
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter looks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)

    def go(self) -> None:
        """Looks on a worker."""
        if self._looking:
            return
        self._looking = True
        self.field.say("")
        self.look.setEnabled(False)
        work = partial(holdings.find_words, self._desk.binder, self.name.text())
        self._desk.jobs.start(work, self._found, self._failed)

    def _found(self, found: list[tuple[str, str]]) -> None:
        self._ready()
        empty(self._lines)
        lines = Counter((tr(PLACE_WORDS.get(table, table)), first_line(line, _LETTERS)) for table, line in found)
        for (place, line), times in list(lines.items())[:_MOST]:
            often = tr(" ({n} times)", n=times) if times > 1 else ""
            self._lines.addWidget(label(breakable(f"{place}: {line}{often}")))
        more = len(lines) - _MOST
        if more > 0:
            self._lines.addWidget(label(trn("And {n} more.", "And {n} more.", more), "muted"))
        words = trn("It stands in {n} place.", "It stands in {n} places.", len(found))
        self.count.setText(words if found else tr("It stands nowhere in the binder."))
        self.count.show()

    def _failed(self, error: Exception) -> None:
        self._ready()
        if not isinstance(error, Fault):
            raise error
        self.field.say(fault_words(error))
        self.name.setFocus()

    def _ready(self) -> None:
        self._looking = False
        self.look.setEnabled(True)
