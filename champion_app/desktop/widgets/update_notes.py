"""Dated updates of an action: a field that adds one, and the ones there are. They are never changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, hairline, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.privacy_note import watched
from champion_app.desktop.widgets.record_fields import WORD_FAULTS
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import Action, Update
from champion_app.domain.dates import british
from champion_app.domain.typed_text import first_line
from champion_app.tasks import actions

# More updates, or longer ones, are shown when asked for: a label of 10,000 lines holds the window up.
_FEW = 6
_LONG = 1_200


class AddUpdate(QWidget):
    """A note field and a button. Words not added yet are kept as a draft of their action."""

    added = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._action = 0
        self._kept = ""
        self.latest = label("", "small")
        self.note = GrowingNote(tr("Add an update"), 1, 5, tr("What has happened since?"))
        self.field = watched(desk.theme, LabelledField(tr("Add an update"), self.note))
        self.add = button(desk.theme, tr("Add update"), self.add_update, "primary", "add")
        self.add.setToolTip(tr("Ctrl+Enter adds it too"))
        self.note.entered.connect(self.add_update)
        self.note.paused.connect(lambda words: desk.attempt(self.keep_draft))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(hairline())
        column.addSpacing(4)
        column.addWidget(self.latest)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)

    def show_action(self, action: Action) -> None:
        """Shows the latest update and, for another action, its unfinished words."""
        last = action.latest_update
        self.latest.setVisible(last is not None)
        if last is not None:
            words = breakable(first_line(last.text, 100))
            self.latest.setText(tr("Last update, {date}: {words}", date=british(last.day), words=words))
        if action.id != self._action:
            self._action = action.id
            self._kept = self._desk.drafts.find(self._draft()).get("text", "")
            self.note.show_text(self._kept)
            self.field.say("")

    def add_update(self) -> None:
        """Adds the words typed, dated today. A fault is said beside the field and the words stay."""
        if not self._action:
            return
        try:
            actions.add_update(self._desk.binder, self._action, self.note.toPlainText())
        except WORD_FAULTS as fault:
            self.field.say(fault_words(fault))
            self.note.setFocus()
            return
        self.note.show_text("")
        self.field.say("")
        self.keep_draft()
        offer_undo(self._desk, tr("Update added."))
        self.added.emit()

    def keep_draft(self) -> None:
        """Keeps words that were not added yet. Raises a disk fault."""
        words = self.note.toPlainText()
        if not self._action or words == self._kept:
            return
        if words.strip():
            self._desk.drafts.keep(self._draft(), {"text": words})
        else:
            self._desk.drafts.drop(self._draft())
        self._kept = words
        self.field.say("")

    def _draft(self) -> str:
        return f"update {self._action}"


class UpdateList(QWidget):
    """The updates there are, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._shown: tuple[Update, ...] = ()
        self._whole = False
        self.heading = label("", "section")
        self.none = label(tr("Nothing yet. What you add below is kept with its date and never changed."), "muted")
        self.more = button(desk.theme, tr("Show every update in full"), self._show_all, "plain")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.none)
        column.addLayout(self._notes)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)
        self._fill()

    def show_updates(self, updates: tuple[Update, ...]) -> None:
        """Shows an action's updates."""
        if updates != self._shown:
            self._shown, self._whole = updates, False
            self._fill()

    def _show_all(self) -> None:
        self._whole = True
        self._fill()

    def _fill(self) -> None:
        empty(self._notes)
        count = len(self._shown)
        self.heading.setText(trn("{n} update", "{n} updates", count) if count else tr("Updates"))
        self.none.setVisible(not count)
        newest = list(reversed(self._shown))
        for update in newest if self._whole else newest[:_FEW]:
            self._notes.addWidget(self._note(update))
        cut = count > _FEW or any(len(update.text) > _LONG for update in self._shown)
        self.more.setVisible(cut and not self._whole)

    def _note(self, update: Update) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(british(update.day), "strong"))
        if len(update.text) <= _LONG:
            column.addWidget(label(breakable(update.text)))
        elif self._whole:
            whole = GrowingNote(tr("Update of {date}", date=british(update.day)), 4, 16)
            whole.show_text(update.text)
            whole.setReadOnly(True)
            column.addWidget(whole)
        else:
            column.addWidget(label(breakable(update.text[:_LONG].rstrip()) + " …"))
        return made
