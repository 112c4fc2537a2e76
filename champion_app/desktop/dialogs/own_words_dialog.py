"""What is ours of one leaflet: every difference beside the shipped words, each with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.widgets.words_beside import Beside, WordsBeside
from champion_app.desktop.widgets.words_parts import HEAD_WORDS, KIND_WORDS, typed
from champion_app.desktop.words import tr, trn
from champion_app.domain import own_words as ours
from champion_app.domain.leaflets import Block, Template
from champion_app.domain.own_words import HEAD, Difference, OwnWords
from champion_app.domain.typed_text import first_line
from champion_app.tasks import history, own_words

_WAYS = {"simple": "in simple words", "simple_items": "in simple words", "discreet": "in discreet words"}


class OwnWordsDialog(QDialog):
    """Nothing here asks first: Undo stands at the foot."""

    def __init__(self, desk: Desk, template: Template, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._key = desk, template.id
        self._done_last = desk.binder.last_change()
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("What is yours in this leaflet"))
        self.resize(min(theme.px(860), room.width() - 48), min(theme.px(640), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.title = label(breakable(template.title), "section")
        self.count = label("", "muted")
        self.keep_ours = button(theme, tr("Keep ours"), self._keep_ours, "", "done")
        self._moved = card("warning")
        self.told = label("", "small")
        self.undo = button(theme, tr("Undo"), self._undo, "", "undo")
        self.close_button = button(theme, tr("Close"), self.accept, "primary")
        self._lines = QVBoxLayout()
        self._build()
        self._keys()
        self._show()
        self._tell("")

    @property
    def lines(self) -> list[WordsBeside]:
        """The differences shown."""
        found = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, WordsBeside)]

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self._lines.setSpacing(12)
        column.addWidget(self._moved)
        column.addLayout(self._lines)
        column.addStretch(1)
        inside = QVBoxLayout(self._moved)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(
            label(
                tr("The shipped words have changed since. Yours stay on the paper until you decide otherwise. If yours"
                   " are still right, keep them: they are compared with today's words from then on.")
            )
        )  # fmt: skip
        inside.addWidget(self.keep_ours, 0, Qt.AlignmentFlag.AlignLeft)
        self.area = scrolling(inner)
        self.area.setAccessibleName(tr("Differences"))
        parts = ((self.title, 0), (self.count, 0), (self.area, 1))
        dialog_frame(self, parts, (), (self.told, self.undo), self.close_button)

    def _keys(self) -> None:
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        shortcut.activated.connect(lambda: self.undo.click() if self.undo.isVisible() else None)

    def _show(self) -> None:
        empty(self._lines)
        binder = self._desk.binder
        changes = self._desk.attempt(lambda: own_words.changes(binder, self._key)) or ()
        beneath = self._desk.attempt(lambda: own_words.beneath(binder, self._key))
        own = own_words.words_of(binder, self._key)
        self._moved.setVisible(any(one.moved_on for one in changes))
        if beneath is not None:
            for one in changes:
                back = partial(ours.as_shipped, own, one.where, one.name)
                self._add(_difference(one, beneath), back)
            self._add_places(own, beneath)
        found = len(self.lines)
        self.count.setText(
            trn("{n} thing is yours. Everything else follows the shipped leaflet.",
                "{n} things are yours. Everything else follows the shipped leaflet.", found)
            if found else tr("Nothing here is yours: it reads as shipped. Choose any of its words to change them.")
        )  # fmt: skip

    def _add_places(self, own: OwnWords, beneath: Template) -> None:
        """Blocks of our own, hidden ones, and the order."""
        names = {block.id: block for block in (*beneath.blocks, *own.added)}
        for block in own.added:
            shown = Beside(tr("Added by you: {what}", what=_kind(block)), ((tr("Ours"), _words(block)),), tr("Remove"))
            self._add(shown, partial(ours.remove, own, block.id))
        for where in sorted(own.hidden & names.keys(), key=[*names].index):
            block = names[where]
            columns = ((tr("Not on the paper"), _words(block)),)
            self._add(Beside(tr("Hidden: {what}", what=_kind(block)), columns, tr("Show again")),
                      partial(ours.hide, own, where, False))  # fmt: skip
        if own.order:
            self._add(Beside(tr("The order of its parts"), (), tr("Put them in the shipped order")),
                      lambda: replace(own, order=()))  # fmt: skip

    def _add(self, shown: Beside, back: Callable[[], OwnWords]) -> None:
        self._lines.addWidget(WordsBeside(self._desk.theme, shown, partial(self._put_back, shown, back)))

    def _put_back(self, shown: Beside, back: Callable[[], OwnWords]) -> None:
        place = next((at for at, line in enumerate(self.lines) if line.act.hasFocus()), 0)
        if self._desk.done(lambda: own_words.keep_words(self._desk.binder, self._key, back())):
            self._settle(tr("Done: {what}.", what=shown.name), place)

    def _keep_ours(self) -> None:
        if self._desk.done(lambda: own_words.stay_with_ours(self._desk.binder, self._key)):
            self._settle(tr("Yours stay. They are compared with today's shipped words now."), 0)

    def _undo(self) -> None:
        if self._desk.binder.last_change() != self._done_last:
            self._tell(tr("Something else was done since then. Undo in the window takes back one step at a time."))
            self.undo.hide()
        elif self._desk.attempt(partial(history.undo, self._desk.binder)) is not None:
            self._show()
            self._tell(tr("Undone."))
            self.undo.hide()
            self._focus(0)

    def _settle(self, words: str, place: int) -> None:
        self._done_last = self._desk.binder.last_change()
        self._show()
        self._tell(words)
        self._focus(place)

    def _focus(self, place: int) -> None:
        """The keyboard goes to the difference that took the place of the one dealt with."""
        lines = self.lines
        wanted = lines[min(place, len(lines) - 1)].act if lines else self.close_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.undo.setVisible(bool(words))


def _difference(one: Difference, beneath: Template) -> Beside:
    block = next((block for block in beneath.blocks if block.id == one.where), None)
    if one.where == HEAD:
        name = tr(HEAD_WORDS[one.name])
    elif block is None:
        name = tr("Words that are no longer in the shipped leaflet")
    else:
        way = f" ({tr(_WAYS[one.name])})" if one.name in _WAYS else ""
        name = f"{_kind(block)}{way}"
    columns = [(tr("Ours"), typed(one.ours))]
    if one.moved_on:
        now = typed(one.now) if one.now is not None else tr("No longer there")
        columns.insert(0, (tr("Shipped now"), now))
        columns.insert(0, (tr("Shipped then"), typed(one.then) if one.then is not None else tr("Not there yet")))
    else:
        columns.insert(0, (tr("Shipped"), typed(one.then) if one.then is not None else ""))
    return Beside(name, tuple(columns), tr("Put the shipped words back"), one.moved_on)


def _kind(block: Block) -> str:
    words = first_line(block.text or " ".join(block.items), 40)
    return f"{tr(KIND_WORDS[block.kind])}: “{words}”" if words else tr(KIND_WORDS[block.kind])


def _words(block: Block) -> str:
    return "\n".join(part for part in (block.text, *block.items) if part)
