"""One service in the leaflet's form: on it or not, how far its number can be trusted, and its place in the order."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button, icon_button
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.listing_words import state_words
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain.listings import CheckState, Listing, check_state, printed_number


class ContactTick(QWidget):
    """Signals carry the listing's id; ``moved`` also by how many places."""

    ticked = Signal(int, bool)
    checked_today = Signal(int)
    moved = Signal(int, int)

    def __init__(self, theme: Theme, listing_id: int) -> None:
        super().__init__()
        self.id = listing_id
        self._theme = theme
        self.box = WrappingTick()
        self.state = label("", "small")
        self.check = button(theme, tr("Checked today"), lambda: self.checked_today.emit(self.id), "chip", "checked")
        self.up = icon_button(theme, "up", tr("Move up"), lambda: self.moved.emit(self.id, -1))
        self.down = icon_button(theme, "down", tr("Move down"), lambda: self.moved.emit(self.id, 1))
        self.box.toggled.connect(lambda on: self.ticked.emit(self.id, on))
        self._build()

    def show_listing(self, listing: Listing, today: date, place: int, count: int) -> None:
        """Shows a service at its place (from 0) among ``count`` on the leaflet; place -1 when it is not on it."""
        name = listing.fields.name
        blocked = self.box.blockSignals(True)
        self.box.setChecked(place >= 0)
        self.box.blockSignals(blocked)
        self.box.show_words(name)
        self.box.setAccessibleName(tr("{name}, on the leaflet", name=name))
        words = _state_sentence(listing, today)
        self.state.setText(words)
        set_role(self.state, "small" if check_state(listing, today) is CheckState.CHECKED else "small_warning")
        self.box.setAccessibleDescription(words)
        self.check.setVisible(check_state(listing, today) is not CheckState.CHECKED)
        self.check.setAccessibleName(tr("Checked today: {name}", name=name))
        moving = place >= 0 and count > 1
        for made, able, words in (
            (self.up, place > 0, tr("Move {name} up", name=name)),
            (self.down, place < count - 1, tr("Move {name} down", name=name)),
        ):
            if made.hasFocus() and not able:
                (self.down if made is self.up else self.up).setFocus()
            made.setVisible(moving)
            made.setEnabled(able)
            made.setAccessibleName(words)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.box, 1)
        top.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.down, 0, Qt.AlignmentFlag.AlignTop)
        under = self._under = QHBoxLayout()
        self._indent()
        self._theme.changed.connect(self._indent)
        under.setSpacing(8)
        under.addWidget(self.state, 1)
        under.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(under)

    def _indent(self) -> None:
        self._under.setContentsMargins(self._theme.px(22) + 12, 0, 0, 0)


def _state_sentence(listing: Listing, today: date) -> str:
    """The state, and what it means for the paper."""
    words = state_words(listing, today).words
    number = printed_number(listing, today)
    if number:
        return f"{number} · {words}"
    if not listing.phone:
        return tr("{state} · no number, only its web address", state=words)
    if check_state(listing, today) is CheckState.CHECKED:
        return tr("{state} · by name and web address only", state=words)
    return tr("{state}: printed without its number", state=words)
