"""The reading pane of one prison: what a family needs to know before a visit, and how far that can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button, icon_button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, hairline, label, picture, set_role
from champion_app.desktop.widgets.links import full_address, link_button, web_address
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.prison_words import about_words, place_words, state_sentence, state_words
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.words import tr
from champion_app.domain.prisons import FIELD_WORDS, VISIT_FACTS, Prison, PrisonStatus, facts_are_fresh

_FITS_A_BUTTON = 40


class PrisonPane(QScrollArea):
    """Shows one prison. What its buttons ask for is done by the page."""

    back_asked = Signal()
    ours_asked = Signal()
    looked_asked = Signal()
    doubt_asked = Signal()
    edit_asked = Signal()
    status_asked = Signal()
    remove_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Prison, date] | None = None
        theme = desk.theme
        self.setAccessibleName(tr("The prison you have chosen"))
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = button(theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.name = label("", "section")
        self.place = label("", "muted")
        self.about = label("", "small")
        self.our_mark = picture("")
        self.our_words = label(tr("Our nearest prison"), "strong")
        self._ours = QWidget()
        self.make_ours = button(theme, tr("Make it ours"), self.ours_asked.emit, "", "nearest")
        self.edit = button(theme, tr("Edit"), self.edit_asked.emit, "", "edit")
        self.status = button(theme, tr("It has closed"), self.status_asked.emit, "", "closed")
        self.remove = button(theme, tr("Remove"), self.remove_asked.emit, "", "remove")
        self.state_card = card("soft")
        self.state = label("")
        self.state_icon = picture("")
        self.looked = button(theme, tr("Looked up today"), self.looked_asked.emit, "", "checked")
        self.write = button(theme, tr("Write down what you find"), self.edit_asked.emit, "", "edit")
        self.doubt = button(theme, tr("Not right any more"), self.doubt_asked.emit, "", "unchecked")
        self.came_from = label("", "small")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(12)
        self._inner = QWidget()
        self._build()
        theme.changed.connect(self._dress)

    def show_prison(self, prison: Prison | None, today: date, *, ours: bool, sources: Sequence[str] = ()) -> None:
        """Shows a prison as it is today; None empties the pane. ``sources`` say where it came from."""
        if prison is None:
            self._shown = None
            self._inner.hide()
            return
        another = self._shown is None or self._shown[0].id != prison.id
        self._shown = (prison, today)
        fields, closed = prison.fields, prison.fields.status is PrisonStatus.CLOSED
        self.name.setText(breakable(fields.name))
        where = (place_words(fields), fields.region, fields.nation)
        self._say(self.place, ", ".join(dict.fromkeys(part for part in where if part)))
        self._say(self.about, about_words(fields))
        self._ours.setVisible(ours)
        self.make_ours.setVisible(not ours and not closed)
        self.status.setText(tr("Open again") if closed else tr("It has closed"))
        self._show_state(prison, today, closed=closed)
        self._show_facts(prison)
        titles = ", ".join(tr(title) for title in dict.fromkeys(sources) if title)
        self.came_from.setText(breakable(tr("From: {titles}", titles=titles)) if titles else tr("Added by us"))
        self._inner.show()
        if another:
            self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self._inner.setObjectName("card_body")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        title = QVBoxLayout()
        title.setSpacing(4)
        for words in (self.name, self.place, self.about):
            title.addWidget(words)
        column.addLayout(title)
        mark = QHBoxLayout(self._ours)
        mark.setContentsMargins(0, 0, 0, 0)
        mark.setSpacing(8)
        mark.addWidget(self.our_mark)
        mark.addWidget(self.our_words, 1)
        column.addWidget(self._ours)
        acts = Flow()
        for made in (self.make_ours, self.edit, self.status, self.remove):
            acts.addWidget(made)
        column.addLayout(acts)
        column.addWidget(self._state_card())
        column.addLayout(self._facts)
        column.addWidget(self.came_from)
        column.addStretch(1)
        self._inner.hide()
        self.setWidget(self._inner)

    def _state_card(self) -> QWidget:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.state_icon, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.state, 1)
        acts = Flow()
        acts.addWidget(self.write)
        acts.addWidget(self.looked)
        acts.addWidget(self.doubt)
        inside = QVBoxLayout(self.state_card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(words)
        inside.addLayout(acts)
        return self.state_card

    def _show_state(self, prison: Prison, today: date, *, closed: bool) -> None:
        self.state.setText(state_sentence(prison, today))
        known = any(getattr(prison.fields, name) for name in VISIT_FACTS)
        self.write.setVisible(not closed and not known)
        self.looked.setVisible(not closed and known and prison.checked_on != today)
        self.doubt.setVisible(not closed and prison.checked_on is not None)
        set_role(self.state_card, "soft" if closed or facts_are_fresh(prison, today) else "warning")
        self._dress()

    def _dress(self) -> None:
        self.our_mark.setPixmap(self._desk.theme.pixmap("nearest", "accent"))
        if self._shown is not None:
            state = state_words(*self._shown)
            self.state_icon.setPixmap(self._desk.theme.pixmap(state.icon, state.token))

    def _show_facts(self, prison: Prison) -> None:
        empty(self._facts)
        self._facts.addWidget(label(tr("Before a visit"), "strong"))
        for name in VISIT_FACTS:
            words = getattr(prison.fields, name)
            if not words:
                self._nobody(FIELD_WORDS[name])
            elif name == "visits_page":
                self._page(FIELD_WORDS[name], words)
            elif name == "phone":
                self._phone(FIELD_WORDS[name], words)
            else:
                self._text(FIELD_WORDS[name], words)
        if prison.fields.note:
            self._facts.addWidget(hairline())
            self._text(FIELD_WORDS["note"], prison.fields.note)

    def _caption(self, caption: str) -> QVBoxLayout:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(label(tr(caption), "small"))
        self._facts.addLayout(pair)
        return pair

    def _nobody(self, caption: str) -> None:
        self._caption(caption).addWidget(label(tr("Nobody has looked this up yet."), "muted"))

    def _text(self, caption: str, words: str) -> None:
        shown = ReadingText(self._desk.theme, tr(caption))
        self._facts.addWidget(shown)
        shown.show_text(words)  # not before it has a parent: it would be a window of its own

    def _page(self, caption: str, words: str) -> None:
        pair, url = self._caption(caption), web_address(words)
        shown = full_address(url) if url is not None else words
        fits = len(shown) <= _FITS_A_BUTTON
        if url is not None:
            opens = link_button(self._desk, shown if fits else tr("Open this address"), url, "web")
            pair.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        if url is None or not fits:  # what we would not open is shown as it was typed
            pair.addWidget(label(breakable(shown)))

    def _phone(self, caption: str, words: str) -> None:
        number = label(words if len(words) <= _FITS_A_BUTTON else breakable(words), "title")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(tr("Telephone {number}", number=words))
        row = QHBoxLayout()
        row.addWidget(number, 1)
        copy = icon_button(self._desk.theme, "copy", tr("Copy {number}", number=words), lambda: self._copy(words))
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self._caption(caption).addLayout(row)

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self._desk.messages.inform(tr("Copied: {number}", number=number))

    def _say(self, words: QLabel, text: str) -> None:
        words.setText(breakable(text))
        words.setVisible(bool(text))
