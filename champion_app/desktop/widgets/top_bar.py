"""The bar above every page: search, undo, when the last word was saved, and the way to the family view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.widgets.buttons import button, icon_button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.search_box import SearchBox
from champion_app.desktop.words import tr
from champion_app.tasks.history import TASK_WORDS


class TopBar(QFrame):
    """Search at the left; "Saved 14:02", Undo and the way to the family view at the right."""

    def __init__(self, desk: Desk, search: SearchBox, undo: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._desk = desk
        self.saved = label("", "small", wrap=False)
        self.undo = button(desk.theme, tr("Undo"), undo, "plain", "undo")
        self.family = icon_button(
            desk.theme, "family-view", tr("Family view (F8)"), lambda: desk.navigation.lock_asked.emit("family")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(16)
        layout.addWidget(search, 1)
        layout.addStretch(1)
        layout.addWidget(self.saved)
        layout.addWidget(self.undo)
        layout.addWidget(self.family)
        desk.changes.changed.connect(self._heard)
        self._heard(frozenset())

    def _heard(self, kinds: frozenset[str]) -> None:
        saved = self._desk.changes.saved_at
        self.saved.setText(tr("Saved {time}", time=saved.strftime("%H:%M")) if saved else "")
        change = self._desk.binder.last_change()
        self.undo.setEnabled(change is not None)
        what = tr(TASK_WORDS[change.task]) if change else ""
        said = tr("Undo: {what} (Ctrl+Z)", what=what) if what else tr("Nothing to undo")
        self.undo.setToolTip(plain_tip(said))
        self.undo.setAccessibleDescription(what)
