"""The reading pane of one service: its numbers large, how far they can be trusted, and every field in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button, icon_button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, hairline, label, picture, set_role
from champion_app.desktop.widgets.links import full_address, link_button, mail_address, web_address
from champion_app.desktop.widgets.listing_words import state_words
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.widgets.recall_note import RecallNote
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.listings import (
    FIELD_WORDS,
    PRINT_RULE_WORDS,
    CheckState,
    Listing,
    ListingStatus,
    Phone,
    check_state,
    printed_number,
    trusted_until,
)
from champion_app.tasks.recall import Recall

# In the order a person on the phone asks for them. Name, numbers and addresses stand above.
_SHOWN = (
    "description", "eligibility", "ages", "area", "how_to_refer", "hours", "cost", "languages", "address",
    "audience", "kind", "note",
)  # fmt: skip
_FITS_A_BUTTON = 40


class ListingPane(QScrollArea):
    """Shows one service. What its buttons ask for is done by the page."""

    back_asked = Signal()
    check_asked = Signal()
    doubt_asked = Signal()
    edit_asked = Signal()
    status_asked = Signal()
    remove_asked = Signal()
    recall_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Listing, date] | None = None
        self.setAccessibleName(tr("The service you have chosen"))
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = button(desk.theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.name = label("", "section")
        self.runs_it = label("", "muted")
        self.other_names = label("", "small")
        self.edit = button(desk.theme, tr("Edit"), self.edit_asked.emit, "", "edit")
        self.status = button(desk.theme, tr("It has closed"), self.status_asked.emit, "", "closed")
        self.remove = button(desk.theme, tr("Remove"), self.remove_asked.emit, "", "remove")
        self.state_card = card("soft")
        self.state = label("")
        self.state_icon = picture("")
        self.checked = button(desk.theme, tr("Checked today"), self.check_asked.emit, "", "checked")
        self.doubt = button(desk.theme, tr("Not right any more"), self.doubt_asked.emit, "", "unchecked")
        self.recall = RecallNote(desk.theme, self.recall_asked.emit)
        self.came_from = label("", "small")
        self._inner = QWidget()
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self._build()
        desk.theme.changed.connect(self._dress)

    def show_listing(self, listing: Listing | None, today: date) -> None:
        """Shows a service as it is today; None empties the pane."""
        if listing is None:
            self._shown = None
            self._inner.hide()
            return
        if self._shown == (listing, today):
            return
        another = self._shown is None or self._shown[0].id != listing.id
        self._shown = (listing, today)
        self.name.setText(breakable(listing.fields.name))
        self.runs_it.setText(breakable(listing.fields.organisation))
        self.runs_it.setVisible(listing.fields.organisation not in ("", listing.fields.name))
        others = listing.fields.also_known_as
        self.other_names.setText(tr("Other names: {names}", names=breakable(others)))
        self.other_names.setVisible(bool(others))
        closed = listing.fields.status is ListingStatus.CLOSED
        self.status.setText(tr("Open again") if closed else tr("It has closed"))
        self._show_state(listing, today)
        self._show_fields(listing)
        self._inner.show()
        if another:
            self.verticalScrollBar().setValue(0)

    def show_background(self, sources: Sequence[str], recalled: Sequence[Recall]) -> None:
        """Where the service in view came from, and which sheets given out are not right any more."""
        titles = ", ".join(tr(title) for title in dict.fromkeys(sources) if title)
        self.came_from.setText(breakable(tr("From: {titles}", titles=titles)) if titles else tr("Added by us"))
        self.recall.show_recalls(recalled)

    def _build(self) -> None:
        self._inner.setObjectName("card_body")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        title = QVBoxLayout()
        title.setSpacing(4)
        title.addWidget(self.name)
        title.addWidget(self.runs_it)
        title.addWidget(self.other_names)
        column.addLayout(title)
        acts = Flow()
        for made in (self.edit, self.status, self.remove):
            acts.addWidget(made)
        column.addLayout(acts)
        column.addWidget(self._state_card())
        column.addWidget(self.recall)
        column.addLayout(self._fields)
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
        acts.addWidget(self.checked)
        acts.addWidget(self.doubt)
        inside = QVBoxLayout(self.state_card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(words)
        inside.addLayout(acts)
        return self.state_card

    def _show_state(self, listing: Listing, today: date) -> None:
        state = check_state(listing, today)
        self.state.setText(_state_sentence(listing, today))
        known = state is CheckState.CLOSED
        self.checked.setVisible(not known)
        self.doubt.setVisible(not known and listing.checked_on is not None)
        set_role(self.state_card, "warning" if state in (CheckState.STALE, CheckState.UNCHECKED) else "soft")
        self._dress()

    def _dress(self) -> None:
        if self._shown is not None:
            state = state_words(*self._shown)
            self.state_icon.setPixmap(self._desk.theme.pixmap(state.icon, state.token))

    def _show_fields(self, listing: Listing) -> None:
        empty(self._fields)
        for phone in listing.fields.phones:
            self._fields.addLayout(self._phone(phone))
        for made in self._links(listing):
            self._fields.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._fields.addWidget(hairline())
        for name in _SHOWN:
            self._field(FIELD_WORDS[name], getattr(listing.fields, name))
        rule = listing.fields.print_rule
        self._field(FIELD_WORDS["print_rule"], tr(PRINT_RULE_WORDS.get(rule, rule)))

    def _phone(self, phone: Phone) -> QHBoxLayout:
        number = label(phone.number if len(phone.number) <= _FITS_A_BUTTON else breakable(phone.number), "title")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(tr("Telephone {number}", number=phone.number))
        about = " · ".join(part for part in (phone.label, phone.cost) if part)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(number)
        if about:
            words.addWidget(label(breakable(about), "small"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        copy = icon_button(
            self._desk.theme, "copy", tr("Copy {number}", number=phone.number), lambda: self._copy(phone.number)
        )
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _links(self, listing: Listing) -> list[QWidget]:
        made: list[QWidget] = []
        for text, url, icon in (
            (listing.fields.website, web_address(listing.fields.website), "web"),
            (listing.fields.email, mail_address(listing.fields.email), "email"),
        ):
            shown = listing.fields.email if icon == "email" else full_address(url) if url else text
            fits = len(shown) <= _FITS_A_BUTTON
            if url is not None:
                made.append(link_button(self._desk, shown if fits else tr("Open this address"), url, icon))
            if shown and (url is None or not fits):  # what we would not open is shown as it was typed
                made.append(label(breakable(shown)))
        return made

    def _field(self, caption: str, text: str) -> None:
        if not text:
            return
        shown = ReadingText(self._desk.theme, tr(caption))
        self._fields.addWidget(shown)
        shown.show_text(text)  # not before it has a parent: it would be a window of its own

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        self._desk.messages.inform(tr("Copied: {number}", number=number))


def _state_sentence(listing: Listing, today: date) -> str:
    """How far it can be trusted, and what that means for the paper."""
    state = check_state(listing, today)
    if state is CheckState.CLOSED:
        return tr("Closed. It is kept here, and never put on a leaflet.")
    if listing.checked_on is None:
        waits = tr("Its number is not printed until somebody has rung it or looked it up.")
        return f"{tr('Never checked.')} {waits if listing.phone else tr('Look it up before you give it to a family.')}"
    when, by = british(listing.checked_on), breakable(listing.checked_by)
    if state is CheckState.STALE:
        said = tr("Checked too long ago: on {date} by {name}.") if by else tr("Checked too long ago: on {date}.")
        waits = tr("Its number is not printed until somebody rings or looks it up again.")
        again = waits if listing.phone else tr("Look it up again before you give it to a family.")
        return f"{said.format(date=when, name=by)} {again}"
    said = tr("Checked on {date} by {name}.") if by else tr("Checked on {date}.")
    until = british(trusted_until(listing.checked_on))
    printed = (
        tr("Its number may be printed until {date}.") if printed_number(listing, today) else tr("Good until {date}.")
    )
    return f"{said.format(date=when, name=by)} {printed.format(date=until)}"
