"""The words of a leaflet, part by part: at rest as they read, opened one at a time, kept as they are typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.block_editor import BlockEditor, kinds_menu
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.scrolling import bring_into_sight
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.widgets.words_age import WordsAge
from champion_app.desktop.widgets.words_card import WordsCard
from champion_app.desktop.widgets.words_keeping import WordsKeeping
from champion_app.desktop.widgets.words_parts import Part, block_part, head_part, said_otherwise
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain import own_words as ours
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Template
from champion_app.domain.own_words import HEAD, Words
from champion_app.domain.typed_text import first_line

# What has been opened or moved is brought into sight when the words in it have found their lines.
SETTLE_MS = 40


class WordsEditor(QWidget):
    """``worded`` carries the template as it reads while somebody types, before it is kept."""

    worded = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.keeping = WordsKeeping(desk, self)
        self._choices = LeafletChoices()
        self._cards: dict[str, WordsCard] = {}
        self._order: list[str] = []
        self._open = ""
        self._current = HEAD
        self.said = label("", "small")
        self.hint = label(tr("Choose any words to change them. What you change is yours and stays yours."), "muted")
        self.add = button(desk.theme, tr("Add words at the end"), lambda: None, "chip", "add")
        self.add.setMenu(kinds_menu(self.add, lambda kind: self.add_words(kind, "")))
        self._age = WordsAge(desk, self, self.said)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.hint)
        layout.addWidget(self.said)
        layout.addLayout(self._column)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def opened(self) -> BlockEditor | None:
        """The editor that is open, if any."""
        card = self._cards.get(self._open)
        return card.editor if card is not None else None

    def card(self, where: str) -> WordsCard:
        """The head's card (HEAD) or a block's, by its id."""
        return self._cards[where]

    def show_words(self, template: Template, choices: LeafletChoices) -> None:
        """Shows a leaflet's words as the binder holds them, in the wording that these choices print."""
        another = template.id != self.keeping.key
        if another or choices.simple != self._choices.simple or choices.discreet != self._choices.discreet:
            self._close()
        self._choices = choices
        self.keeping.show(template.id)
        if another:
            self._current = HEAD
        self._arrange()
        self._age.show(self.keeping.template(), simple=choices.simple, at_once=another)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The reading age is worked out only while somebody can see it."""
        super().showEvent(event)
        self._age.wake()

    def flush(self) -> None:
        """Keeps what was typed and not kept yet. Raises a disk fault, with the words still on the screen."""
        if self.opened is not None:
            self.opened.read()
        self.keeping.flush()

    def open_part(self, where: str) -> None:
        """Opens a part to change it; the one that was open closes."""
        if where == self._open or where not in self._cards:
            return
        self._close()
        card = self._cards[where]
        editor = card.open()
        if editor is None:
            return
        self._open = self._current = where
        editor.typed.connect(partial(self._typed, where))
        editor.refused.connect(partial(self.keeping.refuse, where))
        editor.asked.connect(partial(self._do, where))
        self._show(where)
        for name, text in self.keeping.refused(where).items():
            editor.put_back(name, text)
        editor.take_focus()
        self._age.show_part(editor.age, editor.words())
        QTimer.singleShot(SETTLE_MS, editor, lambda: bring_into_sight(card, editor, editor))

    def add_words(self, kind: BlockKind, after: str) -> None:
        """Adds an empty part of our own after another one and opens it. After HEAD it is first, after "" last."""
        self._read()
        beneath = self.keeping.beneath
        own, name = ours.add(self.keeping.own, beneath, kind, after)
        if after == HEAD:
            own = ours.move(own, beneath, name, -len(self._order))
        if self.keeping.change(own):
            self._arrange()
            self.open_part(name)

    def _do(self, where: str, act: str) -> None:
        self._read()
        if act == "done":
            self._close()
        elif act.startswith("add "):
            self.add_words(BlockKind(act.removeprefix("add ")), where)
        elif act in ("hide", "show"):
            self._change(where, ours.hide(self.keeping.own, where, act == "hide"), act)
        elif act in ("up", "down"):
            self._move(where, -1 if act == "up" else 1)
        elif act == "as_shipped":
            self._put_back(where)
        elif act == "remove":
            self._remove(where)

    def _move(self, where: str, step: int) -> None:
        self._read()
        moved = ours.move(self.keeping.own, self.keeping.beneath, where, step)
        self._change(where, moved, "up" if step < 0 else "down")

    def _change(self, where: str, own: ours.OwnWords, act: str) -> None:
        """Keeps a change of the order or of what is printed; the keyboard stays on the part it was on."""
        card = self._cards[where]
        on_row = card.row.hasFocus()
        if own == self.keeping.own or not self.keeping.change(own):
            return
        self._arrange()
        if on_row:
            card.row.setFocus(Qt.FocusReason.OtherFocusReason)
        elif card.editor is not None:
            card.editor.focus_act(act, *{"up": ("down",), "down": ("up",), "hide": ("show",), "show": ("hide",)}[act])
        QTimer.singleShot(SETTLE_MS, card, lambda: bring_into_sight(card, card, card))

    def _put_back(self, where: str) -> None:
        if self.keeping.change(ours.as_shipped(self.keeping.own, where)):
            self.keeping.forget_refused(where)
            self._arrange()
            if self.opened is not None:
                self.opened.take_focus()
            offer_undo(self._desk, tr("The shipped words are back."))

    def _remove(self, where: str) -> None:
        part = self._cards[where].part
        place = self._order.index(where)
        if not self.keeping.change(ours.remove(self.keeping.own, where)):
            return
        self.keeping.forget_refused(where)
        self._arrange()
        self._focus_row(min(place, len(self._order) - 1))
        words = first_line(part.fields[0].text, 40) if part is not None and part.fields else ""
        offer_undo(self._desk, tr("Removed: “{words}”.", words=words) if words else tr("Removed."))

    def _drop(self, where: str) -> None:
        """Delete on a row: our own words go, shipped ones are hidden or shown again."""
        part = self._cards[where].part
        if part is None or where == HEAD:
            return
        if part.ours:
            self._remove(where)
        else:
            self._change(where, ours.hide(self.keeping.own, where, not part.hidden), "hide")

    def _typed(self, where: str, name: str, words: Words) -> None:
        self.keeping.say(where, name, words)
        self._show(where)
        template = self.keeping.template()
        self.worded.emit(template)
        self._age.show(template, simple=self._choices.simple)
        if (editor := self.opened) is not None:
            self._age.show_part(editor.age, editor.words())

    def _read(self) -> None:
        if self.opened is not None:
            self.opened.read()

    def _close(self) -> None:
        card = self._cards.get(self._open)
        self._open = ""
        if card is None or card.editor is None:
            return
        card.editor.read()
        self._age.show_part(None)
        card.close_editor()
        self._show(card.where)

    def _arrange(self) -> None:
        """Puts the cards in order; a card that is there already is kept, with whatever is open or focused in it."""
        parts = self._parts()
        for where in [where for where in self._cards if where not in parts]:
            self._let_go(where)
        self._order = list(parts)
        for place, (where, part) in enumerate(parts.items()):
            card = self._cards.get(where) or self._make(where)
            if self._column.indexOf(card) != place:
                held = QApplication.focusWidget()
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
                if held is not None and card.isAncestorOf(held):
                    held.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_card(card, part)
        self._mark_current(self._current if self._current in parts else self._order[0])

    def _parts(self) -> dict[str, Part]:
        own, beneath = self.keeping.own, self.keeping.beneath
        blocks = {one.block.id: block_part(one, self._choices) for one in ours.arranged(beneath, own)}
        return {HEAD: head_part(beneath, own, self._choices, is_own=self.keeping.is_own), **blocks}

    def _show(self, where: str) -> None:
        if (part := self._parts().get(where)) is not None:
            self._show_card(self._cards[where], part)

    def _show_card(self, card: WordsCard, part: Part) -> None:
        first, last = card.where in self._order[:2], card.where == self._order[-1]
        card.show_part(part, clock.today(), said_otherwise(part, self._choices), first=first, last=last)

    def _make(self, where: str) -> WordsCard:
        card = WordsCard(self._desk, where)
        card.pressed.connect(self.open_part)
        card.row.step.connect(partial(self._step, where))
        card.row.moved.connect(partial(self._move, where))
        card.row.dropped.connect(partial(self._drop, where))
        self._cards[where] = card
        return card

    def _let_go(self, where: str) -> None:
        card = self._cards.pop(where)
        if where == self._open:
            self._open = ""
            self._age.show_part(None)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _step(self, where: str, step: int) -> None:
        self._focus_row(min(max(self._order.index(where) + step, 0), len(self._order) - 1))

    def _focus_row(self, place: int) -> None:
        where = self._order[place]
        self._mark_current(where)
        card = self._cards[where]
        if card.editor is not None:
            card.editor.take_focus()
        else:
            card.row.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(SETTLE_MS, card, lambda: bring_into_sight(card, card, card))

    def _mark_current(self, where: str) -> None:
        """Tab comes to one row, as in a list; the arrow keys go to the others."""
        self._current = where
        for name, card in self._cards.items():
            policy = Qt.FocusPolicy.StrongFocus if name == where else Qt.FocusPolicy.ClickFocus
            card.row.setFocusPolicy(policy)
