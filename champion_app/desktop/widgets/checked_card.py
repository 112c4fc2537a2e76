"""How far a resource can be trusted today, in one sentence, with the two buttons that change it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label, picture, set_role
from champion_app.desktop.widgets.resource_words import state_sentence, state_words
from champion_app.desktop.words import tr
from champion_app.domain.resources import Resource, due_for_check


class CheckedCard(QFrame):
    """What its buttons ask for is done by the page."""

    looked_asked = Signal()
    doubt_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "soft")
        self._theme = theme
        self._shown: tuple[Resource, date] | None = None
        self.state = label("")
        self.icon = picture("")
        self.looked = button(theme, tr("Looked at today"), self.looked_asked.emit, "", "checked")
        self.doubt = button(theme, tr("Not right any more"), self.doubt_asked.emit, "", "unchecked")
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.state, 1)
        acts = Flow()
        acts.addWidget(self.looked)
        acts.addWidget(self.doubt)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(acts)
        theme.changed.connect(self._dress)

    def show_state(self, resource: Resource, today: date) -> None:
        """Shows a resource's state as it is today."""
        self._shown = (resource, today)
        self.state.setText(state_sentence(resource, today))
        self.looked.setVisible(not resource.retired and resource.checked_on != today)
        self.doubt.setVisible(not resource.retired and resource.checked_on is not None)
        stale = resource.checked_on is not None and due_for_check(resource, today) and not resource.retired
        role = "warning" if stale else "soft"
        if role != self.property("role"):
            set_role(self, role)
        self._dress()

    def _dress(self) -> None:
        if self._shown is not None:
            state = state_words(*self._shown)
            self.icon.setPixmap(self._theme.pixmap(state.icon, state.token))
