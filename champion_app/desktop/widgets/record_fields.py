"""The typed fields of one record in a reading pane: each is saved by itself, and no word is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.fields import DateField, LineField, NoteField
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.faults import BadDate, Fault, NumberNeeded, TooLong, WordsNeeded

# Faults of the words themselves: help stands beside the field, and everything else goes on.
WORD_FAULTS = (BadDate, NumberNeeded, TooLong, WordsNeeded)


@dataclass
class _Field:
    frame: LabelledField
    line: LineField | NoteField
    day: DateField | None
    seen: str = ""  # the words that were last shown, saved or refused
    held: str = ""  # what the binder holds, as it would be shown

    def words(self) -> str:
        return self.line.toPlainText() if isinstance(self.line, NoteField) else self.line.text()

    def show(self, words: str) -> None:
        self.line.show_text(words)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        if isinstance(self.line, LineField):
            self.line.setCursorPosition(0)


class RecordFields:
    """Fields by name. ``keep(record, name, words)`` saves one and returns the words the binder then holds.

    Words that cannot be kept (31 Feb, two million letters) stay in the field with help beside it, and in a draft named
    ``draft`` and the record's number, and come back when the record is shown again. The other fields are saved.
    """

    def __init__(self, desk: Desk, draft: str, keep: Callable[[int, str, str], str]) -> None:
        self._desk, self._draft, self._keep = desk, draft, keep
        self._fields: dict[str, _Field] = {}
        self._record = 0
        self._refused: dict[str, str] = {}

    def add(self, name: str, words: str, field: LineField | NoteField | DateField) -> LabelledField:
        """Takes in one field and returns it with its label."""
        frame = LabelledField(words, field)
        day = field if isinstance(field, DateField) else None
        line = field.line if isinstance(field, DateField) else field
        frame.words.setBuddy(line)
        self._fields[name] = _Field(frame, line, day)
        line.paused.connect(lambda typed, name=name: self._desk.attempt(partial(self._save_one, name)))
        if day is not None:
            day.settled.connect(lambda date, name=name: self._desk.attempt(partial(self._save_one, name)))
        return frame

    def show(self, record: int, values: dict[str, str]) -> None:
        """Shows a record. Of one shown already only what changed in the binder is replaced: no words being typed."""
        if record != self._record:
            self._show_another(record, values)
            return
        for name, field in self._fields.items():
            if field.words() == field.seen and values[name] != field.held:
                self._show_one(field, values[name])
                self._forget_refused(name)

    def save(self) -> None:
        """Saves what was typed and not saved yet. Raises a disk fault with the words still on the screen."""
        for name in self._fields:
            self._save_one(name)

    def leave(self) -> None:
        """The record is gone: what is in the fields belongs to nothing any more."""
        self._record = 0

    def _show_another(self, record: int, values: dict[str, str]) -> None:
        self._record = record
        self._refused = self._desk.drafts.find(self._draft_name()) if record else {}
        for name, field in self._fields.items():
            self._show_one(field, values[name])
            if name in self._refused:
                field.show(self._refused[name])
                field.seen = ""
                self._save_one(name)
                self._say_day(field)

    def _show_one(self, field: _Field, value: str) -> None:
        field.show(value)
        field.seen = field.words()
        field.held = value
        field.frame.say("")
        if field.day is not None:
            self._say_day(field)

    def _save_one(self, name: str) -> None:
        field = self._fields[name]
        words = field.words()
        if not self._record or words == field.seen:
            return
        try:
            field.held = self._keep(self._record, name, words)
        except WORD_FAULTS as fault:
            field.seen = words
            self._refuse(name, field, words, fault)
            return
        field.seen = words
        field.frame.say("")
        self._forget_refused(name)

    def _refuse(self, name: str, field: _Field, words: str, fault: Fault) -> None:
        if field.day is None:  # a date field speaks for itself, when it is left
            field.frame.say(fault_words(fault))
        if words.strip():
            self._refused[name] = words
            self._desk.drafts.keep(self._draft_name(), self._refused)
        else:
            self._forget_refused(name)

    def _forget_refused(self, name: str) -> None:
        if self._refused.pop(name, None) is not None:
            self._desk.drafts.keep(self._draft_name(), self._refused)

    def _say_day(self, field: _Field) -> None:
        if field.day is not None:
            try:
                field.day.date()
            except BadDate:
                return  # its help now stands under the field

    def _draft_name(self) -> str:
        return f"{self._draft} {self._record}"
