"""One service while ringing round: its number large, what it offers, how old its check is, which sheets carry it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.links import full_address, link_button, web_address
from champion_app.desktop.widgets.listing_words import last_checked
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.listings import FIELD_WORDS, Listing, Phone
from champion_app.domain.prints import PrintRecord
from champion_app.domain.typed_text import first_line
from champion_app.tasks.recall import sheets

# What helps while somebody at the other end answers.
_SHOWN = ("description", "hours", "eligibility", "how_to_refer", "note")
_NAMED = 3
_FITS_A_BUTTON = 40


class RingRoundService(QScrollArea):
    """Holds the keyboard while the round goes on: arrow keys scroll, and the page's keys say what came of it.

    ``below_number`` is what stands under the number when it has changed.
    """

    def __init__(self, desk: Desk, below_number: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._below = below_number
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = label("", "section")
        self.runs_it = label("", "muted")
        self.number = label("", "number")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about = label("", "small")
        self.checked = label("", "muted")
        self.sheets = label("", "")
        self._others = QVBoxLayout()
        self._others.setSpacing(4)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(12)
        self._build()

    def _build(self) -> None:
        """Whom to ring at the left, what they do at the right; one under the other where there is no room."""
        whom, about = QWidget(), QWidget()
        column = QVBoxLayout(whom)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = QVBoxLayout()
        title.setSpacing(4)
        title.addWidget(self.name)
        title.addWidget(self.runs_it)
        column.addLayout(title)
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self.number)
        number.addWidget(self.about)
        column.addLayout(number)
        column.addWidget(self._below)
        column.addLayout(self._others)
        column.addWidget(self.checked)
        column.addWidget(self.sheets)
        column.addStretch(1)
        beside = QVBoxLayout(about)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(self._fields)
        beside.addStretch(1)
        both = Columns(self._desk.theme, least=380, most=2, gap=32)
        both.addWidget(whom)
        both.addWidget(about)
        inner = QWidget()
        inner.setObjectName("card_body")
        around = QVBoxLayout(inner)
        around.setContentsMargins(24, 16, 24, 16)
        around.addLayout(both)
        around.addStretch(1)
        self.setWidget(inner)

    def show_service(self, listing: Listing, given_out: Sequence[PrintRecord], place: str) -> None:
        """Shows a service; ``place`` says which of how many it is, for whoever cannot see it."""
        fields = listing.fields
        self.name.setText(breakable(fields.name))
        self.runs_it.setText(breakable(fields.organisation))
        self.runs_it.setVisible(fields.organisation not in ("", fields.name))
        first = fields.phones[0] if fields.phones else None
        self.number.setText(breakable(first.number) if first else tr("No number: look it up"))
        about = _about(first) if first else ""
        self.about.setText(breakable(about))
        self.about.setVisible(bool(about))
        self._show_others(listing)
        self.checked.setText(last_checked(listing))
        self.sheets.setText(_sheets_words(given_out))
        self.sheets.setVisible(bool(given_out))
        empty(self._fields)
        for name in _SHOWN:
            shown = ReadingText(self._desk.theme, tr(FIELD_WORDS[name]))
            self._fields.addWidget(shown)
            shown.show_text(getattr(fields, name))
        spoken = (place, fields.name, first.number if first else tr("No number"), self.checked.text())
        self.setAccessibleName(". ".join(spoken))
        self.verticalScrollBar().setValue(0)

    def bring_into_sight(self, field: QWidget) -> None:
        """Scrolls to a field below the number, once it has its place."""

        def scroll() -> None:
            if self._below.isVisible():  # it may have been saved since
                self.ensureWidgetVisible(field, 0, self._desk.theme.px(80))

        QTimer.singleShot(0, self, scroll)

    def _show_others(self, listing: Listing) -> None:
        """Its other numbers, and where to look when nobody answers."""
        empty(self._others)
        for phone in listing.fields.phones[1:]:
            self._others.addWidget(label(breakable(phone.number), "strong"))
            if about := _about(phone):
                self._others.addWidget(label(breakable(about), "small"))
        url = web_address(listing.fields.website)
        if url is not None:
            shown = full_address(url)
            fits = len(shown) <= _FITS_A_BUTTON
            opens = link_button(self._desk, shown if fits else tr("Open this address"), url, "web")
            self._others.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)


def _about(phone: Phone) -> str:
    return " · ".join(part for part in (phone.label, phone.cost) if part)


def _sheets_words(records: Sequence[PrintRecord]) -> str:
    if not records:
        return ""
    named = [
        trn("“{title}” ({n} copy, {day})", "“{title}” ({n} copies, {day})", record.copies,
            title=breakable(first_line(record.title, 60)), day=british(record.day))
        for record in records[:_NAMED]
    ]  # fmt: skip
    if len(records) > _NAMED:
        named.append(trn("{n} more print", "{n} more prints", len(records) - _NAMED))
    count = trn("On {n} sheet given out", "On {n} sheets given out", sheets(records))
    return f"{count}: {', '.join(named)}"
