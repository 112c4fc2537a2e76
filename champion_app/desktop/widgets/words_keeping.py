"""What is ours of the leaflet in hand: as typed, kept within two seconds, and nothing of it lost."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.saver import Saver
from champion_app.domain import own_words as ours
from champion_app.domain.leaflets import Template
from champion_app.domain.own_words import HEAD, OwnWords, Words
from champion_app.tasks import own_words


class WordsKeeping(QObject):
    """``own`` is as typed, ``beneath`` the text it is laid over. One undo step for each field typed in."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self.key = ""
        self.own = OwnWords()
        self._beneath: Template | None = None
        self._pending: tuple[str, str] | None = None
        self._refused: dict[str, str] = {}
        self._refused_anew = False
        self._saver = Saver(owner, lambda: desk.attempt(self._keep))

    @property
    def beneath(self) -> Template:
        """The shipped text of the leaflet in hand; for one of our own with its title."""
        if self._beneath is None:
            raise RuntimeError("no leaflet in hand")
        return self._beneath

    @property
    def is_own(self) -> bool:
        """Whether it is a leaflet of our own, whose title is always ours."""
        return own_words.is_own(self.key)

    def template(self) -> Template:
        """The leaflet as it reads now, before it is kept."""
        return ours.with_own_words(self.beneath, self.own)

    def show(self, key: str) -> None:
        """Takes a leaflet in hand, or asks again for the one in hand. Raises NoLongerThere."""
        if key != self.key:
            self._beneath = own_words.beneath(self._desk.binder, key)
            self.key = key
            self._pending = None
            self._saver.forget()
            self._refused = self._desk.drafts.find(self._draft)
        elif self._pending is None:
            self._beneath = own_words.beneath(self._desk.binder, key)
        if self._pending is None:
            self.own = own_words.words_of(self._desk.binder, key)

    def say(self, where: str, name: str, words: Words) -> None:
        """A field was typed in; it is kept after a pause."""
        if self._pending not in (None, (where, name)):
            self._desk.attempt(self._keep)
        if self.is_own and (where, name) == (HEAD, "title") and isinstance(words, str):
            self._beneath = replace(self.beneath, title=words)
        else:
            self.own = ours.say(self.own, self.beneath, where, name, words)
        self._pending = (where, name)
        if self._refused.pop(_named(where, name), None) is not None:
            self._refused_anew = True
        self._saver.touch()

    def change(self, own: OwnWords) -> bool:
        """Keeps a change that is not typing at once, a step of its own for undo. False when the disk refused it."""
        if not self._desk.done(self.flush):
            return False
        before, self.own = self.own, own
        if self._desk.done(lambda: own_words.keep_words(self._desk.binder, self.key, own)):
            return True
        self.own = before
        return False

    def flush(self) -> None:
        """Keeps what was typed and not kept yet. Raises a disk fault."""
        self._saver.forget()
        self._keep()

    def refuse(self, where: str, name: str, text: str) -> None:
        """Words that are too long to keep stay in a draft, so that they come back when the part is opened again."""
        self._refused.pop(_named(where, name), None)
        if text.strip():
            self._refused[_named(where, name)] = text
        self._refused_anew = True
        self._saver.touch()

    def refused(self, where: str) -> dict[str, str]:
        """The words of a part that could not be kept, by field."""
        found = (name.partition("\n") for name in self._refused)
        return {name: self._refused[_named(part, name)] for part, _, name in found if part == where}

    def forget_refused(self, where: str) -> None:
        """The part has other words now."""
        for name in self.refused(where):
            del self._refused[_named(where, name)]
            self._refused_anew = True
        self._saver.touch()

    def _keep(self) -> None:
        if self._pending is not None:
            where, name = self._pending
            if self.is_own and (where, name) == (HEAD, "title"):
                own_words.rename_own(self._desk.binder, self.key, self.beneath.title)
            else:
                own_words.keep_words(self._desk.binder, self.key, self.own, f"{where} {name}")
            self._pending = None
        if self._refused_anew:
            self._desk.drafts.keep(self._draft, self._refused)
            self._refused_anew = False

    @property
    def _draft(self) -> str:
        return f"leaflet words {self.key}"


def _named(where: str, name: str) -> str:
    return f"{where}\n{name}"
