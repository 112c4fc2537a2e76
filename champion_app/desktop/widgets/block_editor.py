"""A part of a leaflet opened: its words in fields, what stands behind them, and what can be done with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.cut_link import CutLink
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.links import ask_to_open, web_address
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.privacy_note import PrivacyNote, watch
from champion_app.desktop.widgets.words_items_field import ItemsField, WordsNote
from champion_app.desktop.widgets.words_parts import KIND_WORDS, Look, Part, PartField, facts_of, fit, marks_of
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import BlockKind
from champion_app.domain.own_words import ADDABLE, HEAD, Words
from champion_app.faults import Fault

# Letters typed one after the other are read together; the picture follows within 300 ms of the last.
READ_MS = 30
# What nobody reads in a web address.
_ADDRESS = re.compile(r"^https?://(www\.)?|/$")


@dataclass
class _Typed:
    field: PartField
    note: GrowingNote
    frame: LabelledField
    shown: str  # the words as they were last shown or read


class BlockEditor(QFrame):
    """``typed`` carries a field's name and its words; ``refused`` a field's name and words that cannot be kept.

    ``asked`` names what is to be done with the part: "hide", "show", "up", "down", "remove", "as_shipped", "done" or
    "add" and a kind.
    """

    typed = Signal(str, object)
    refused = Signal(str, str)
    asked = Signal(str)

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._theme = desk, desk.theme
        self.part = part
        self._fields: dict[str, _Typed] = {}
        self.notes: dict[str, PrivacyNote] = {}
        self._read = QTimer(self)
        self._read.setSingleShot(True)
        self._read.setInterval(READ_MS)
        self._read.timeout.connect(self.read)
        self.age = label("", "small")
        self.otherwise = label("", "small")
        self._marks, self._looks = Flow(gap=12), tuple[Look, ...]()
        self._name = label(part.name, "strong")
        self._acts: dict[str, QPushButton] = {}
        self._build()
        self._keys()

    def show_part(self, part: Part, today: date, otherwise: str, first: bool, last: bool) -> None:
        """Shows what the binder holds. Words being typed stay, unless the binder's own have changed."""
        self.part = part
        for field in part.fields:
            kept = self._fields.get(field.name)
            if kept is None:
                continue
            before, kept.field = kept.field.words, field
            if field.words != before and field.words != self._words_in(kept):
                self._show_words(kept, field.text)
        self.otherwise.setText(otherwise)
        self.otherwise.setVisible(bool(otherwise))
        self._show_marks(marks_of(part, today, whole=True))
        self._show_acts(part, first, last)

    def words(self) -> str:
        """Everything in its fields, for measuring."""
        return "\n".join(kept.note.toPlainText() for kept in self._fields.values())

    def take_focus(self, name: str = "") -> None:
        """Puts the keyboard into a field, at the end of its words."""
        kept = self._fields.get(name) or next(iter(self._fields.values()), None)
        if kept is not None:
            kept.note.moveCursor(kept.note.textCursor().MoveOperation.End)
            kept.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_act(self, *names: str) -> None:
        """Puts the keyboard on the first of these buttons that can be pressed."""
        for name in names:
            made = self._acts[name]
            if made.isEnabled() and not made.isHidden():
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def put_back(self, name: str, text: str) -> None:
        """Shows words that could not be kept the last time, still with what is wrong beside them."""
        if (kept := self._fields.get(name)) is not None:
            kept.note.setPlainText(text)
            self.read()

    def read(self) -> None:
        """Reads what was typed since the last time."""
        self._read.stop()
        for name, kept in self._fields.items():
            text = kept.note.toPlainText()
            if text == kept.shown:
                continue
            kept.shown = text
            try:
                words = fit(kept.field, self.part.where, text)
            except Fault as fault:
                kept.frame.say(fault_words(fault))
                self.refused.emit(name, text)
                continue
            kept.frame.say("")
            self.typed.emit(name, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it; everything typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("done")
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Z takes back letters; where there are none to take back, it is the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, GrowingNote):
            undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
            if undo and not watched.document().isUndoAvailable():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _words_in(self, kept: _Typed) -> Words | None:
        try:
            return fit(kept.field, self.part.where, kept.note.toPlainText())
        except Fault:
            return None

    def _show_words(self, kept: _Typed, text: str) -> None:
        kept.note.show_text(text)
        kept.shown = kept.note.toPlainText()
        kept.frame.say("")

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(button(self._theme, tr("Done"), partial(self.asked.emit, "done"), "plain", "done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(self._marks)
        for field in self.part.fields:
            self._add_field(column, field)
        for words in (self.otherwise, self.age):
            column.addWidget(words)
            words.hide()
        if self.part.filled:
            column.addWidget(label(self.part.filled, "small"))
        self._add_facts(column)
        column.addLayout(self._build_acts())

    def _add_field(self, column: QVBoxLayout, field: PartField) -> None:
        note = self._note(field)
        note.setPlainText(field.text)
        note.moveCursor(note.textCursor().MoveOperation.End)
        frame = LabelledField(field.label, note)
        alone = len(self.part.fields) == 1 and field.label == self.part.name
        frame.words.setVisible(not alone)
        self._fields[field.name] = _Typed(field, note, frame, note.toPlainText())
        note.installEventFilter(self)
        note.textChanged.connect(self._read.start)
        note.paused.connect(lambda text: self.read())
        note.entered.connect(partial(self.asked.emit, "done"))
        column.addWidget(frame)
        self.notes[field.name] = watch(self._theme, note)
        column.addWidget(self.notes[field.name])

    def _note(self, field: PartField) -> GrowingNote:
        hint = tr("Nothing here: it is left out")
        if field.marker:
            return ItemsField(self._theme, field.label, field.marker, tr("One line for each item"))
        if self.part.where == HEAD:
            hint = str(field.shipped)  # an empty one is printed as shipped
        elif self.part.ours:
            hint = tr("Write here")
        return WordsNote(field.label, 1 if field.one_line else 2, 24, hint, one_line=field.one_line)

    def _add_facts(self, column: QVBoxLayout) -> None:
        source, again = facts_of(self.part)
        if source:
            url = web_address(source) if " " not in source.strip() else None
            words = tr("Source: {source}", source=_ADDRESS.sub("", source))
            if url is None:
                column.addWidget(label(words, "small"))
            else:
                column.addWidget(CutLink(self._theme, words, lambda: ask_to_open(self._desk, url)))
        if again:
            column.addWidget(label(again, "small"))

    def _build_acts(self) -> Flow:
        flow = Flow(gap=8)
        if self.part.where == HEAD:
            wanted: list[tuple[str, str, str]] = []
        else:
            wanted = [
                ("hide", tr("Hide"), "hide"), ("show", tr("Show"), "show"),
                ("up", tr("Move up"), "up"), ("down", tr("Move down"), "down"), ("remove", tr("Remove"), "remove"),
            ]  # fmt: skip
        wanted.append(("as_shipped", tr("Put the shipped words back"), ""))
        for name, words, icon in wanted:
            self._acts[name] = self._act(words, icon, partial(self.asked.emit, name))
            flow.addWidget(self._acts[name])
        more = self._act(tr("Add words here"), "add", lambda: None)
        more.setMenu(kinds_menu(more, lambda kind: self.asked.emit(f"add {kind}")))
        self._acts["add"] = more
        flow.addWidget(more)
        return flow

    def _act(self, words: str, icon: str, press: Callable[[], object]) -> QPushButton:
        return button(self._theme, words, press, "chip", icon)

    def _show_marks(self, marks: tuple[Look, ...]) -> None:
        if marks == self._looks:
            return
        self._looks = marks
        empty(self._marks)
        for mark in marks:
            self._marks.addWidget(label(mark.words, "small_warning" if mark.token == "warn" else "small", wrap=False))

    def _show_acts(self, part: Part, first: bool, last: bool) -> None:
        self._acts["as_shipped"].setVisible(part.changed and not part.ours)
        if part.where == HEAD:
            return
        held = next((name for name in ("hide", "show") if self._acts[name].hasFocus()), "")
        self._acts["hide"].setVisible(not part.hidden)
        self._acts["show"].setVisible(part.hidden)
        self._acts["remove"].setVisible(part.ours)
        self._acts["up"].setEnabled(not first)
        self._acts["down"].setEnabled(not last)
        if held:
            self.focus_act("hide", "show")

    def _keys(self) -> None:
        if self.part.where == HEAD:
            return
        for keys, name in (("Alt+Up", "up"), ("Alt+Down", "down")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.asked.emit, name))
            self._acts[name].setToolTip(plain_tip(keys))


def kinds_menu(parent: QWidget, choose: Callable[[BlockKind], object]) -> QMenu:
    """The kinds of words a person may add, to choose from."""
    menu = QMenu(parent)
    for kind in ADDABLE:
        act = menu.addAction(tr(KIND_WORDS[kind]))
        act.triggered.connect(lambda checked=False, kind=kind: choose(kind))
    return menu
