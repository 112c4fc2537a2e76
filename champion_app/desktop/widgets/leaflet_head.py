"""The head of the studio's form: which leaflet it is, how far it can be trusted, its languages, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.gallery_cards import language_name
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Template
from champion_app.domain.typed_text import first_line
from champion_app.tasks import own_words

# Wide enough for a title with the menu beside it, in pixels at 100 % text.
_WIDE = 320
# As many letters of a title as the head shows; the words below have the whole.
_LETTERS = 140


@dataclass(frozen=True)
class _State:
    icon: str
    words: str
    token: str


class LeafletHead(QWidget):
    """``language`` carries the id of the leaflet in another language.

    ``asked`` names what is to be done: "save_as_own", "duplicate", "rename", "remove", "what_is_yours", "as_shipped".
    """

    language = Signal(str)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: tuple[_State, ...] = ()
        self.title = label("", "section")
        self.more = button(theme, tr("This leaflet"), lambda: None, "chip", "unfold")
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.yours = self._act(tr("What is yours…"), "what_is_yours")
        self.languages = Chips(tr("Language of this leaflet"), self.language.emit)
        self._marks = Flow(gap=12)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(8)
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._top)
        column.addLayout(self._marks)
        column.addWidget(self.yours, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.languages)
        theme.changed.connect(self._dress)

    @property
    def marks(self) -> tuple[str, ...]:
        """The states shown, in words."""
        return tuple(state.words for state in self._states)

    def show_template(self, template: Template, languages: Sequence[Template], *, moved_on: bool, ours: bool) -> None:
        """Shows a leaflet; ``languages`` are the same leaflet in all its languages, ``ours`` that words are ours."""
        self.show_title(template)
        states = tuple(_states(template, moved_on=moved_on))
        if states != self._states:
            self._states = states
            self._dress()
        self.yours.setVisible(ours)
        self.languages.setVisible(len(languages) > 1)
        if len(languages) > 1:
            self.languages.show_chips([(one.id, language_name(one.language)) for one in languages], template.id)
        self._fill(template, ours=ours)

    def show_title(self, template: Template) -> None:
        """Follows the title as it is typed."""
        self.title.setText(breakable(first_line(template.title, _LETTERS)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where room is short, the menu stands under the title."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = self.width() >= self._theme.px(_WIDE)
        self._top.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _fill(self, template: Template, *, ours: bool) -> None:
        self.menu.clear()
        if own_words.is_own(template.id):
            self._add(tr("Duplicate"), "duplicate")
            self._add(tr("Rename…"), "rename")
            self._add(tr("Remove"), "remove")
        else:
            self._add(tr("Save as a leaflet of our own…"), "save_as_own")
        if ours:
            self.menu.addSeparator()
            self._add(tr("What is yours…"), "what_is_yours")
            self._add(tr("Put all shipped words back"), "as_shipped")

    def _add(self, words: str, name: str) -> None:
        act = self.menu.addAction(words)
        act.triggered.connect(lambda checked=False: self.asked.emit(name))

    def _act(self, words: str, name: str) -> QPushButton:
        return button(self._theme, words, lambda: self.asked.emit(name), "link")

    def _dress(self) -> None:
        empty(self._marks)
        for state in self._states:
            self._marks.addWidget(self._mark(state))

    def _mark(self, state: _State) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        mark = picture("")
        mark.setPixmap(self._theme.pixmap(state.icon, state.token, 16))
        row.addWidget(mark)
        row.addWidget(label(state.words, "small_warning" if state.token == "warn" else "small", wrap=False))
        return made


def _states(template: Template, *, moved_on: bool) -> list[_State]:
    found = []
    if template.draft:
        found.append(_State("unchecked", tr("Draft"), "warn"))
    if template.unspoken:
        found.append(_State("unchecked", tr("Not checked by a speaker"), "warn"))
    if own_words.is_own(template.id):
        found.append(_State("edit", tr("A leaflet of your own"), "accent"))
    elif template.changed:
        found.append(_State("edit", tr("Some words are yours"), "accent"))
    if moved_on:
        found.append(_State("warning", tr("The shipped words have changed since"), "warn"))
    return found
