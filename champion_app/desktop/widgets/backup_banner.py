"""A line under the top bar about backups: it stays until it is put right, whatever else is said at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.words import tr


class BackupBanner(QWidget):
    """Hidden until something is said. What is ``lasting`` cannot be closed by hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._act: Callable[[], object] | None = None
        self.lasting = False
        self.frame: QFrame = card("warning")
        self.words = label("", "strong")
        self.act = button(theme, "", self._press)
        self.later = button(theme, tr("Not now"), self.clear)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        inside.addWidget(self.words)
        acts = Flow(gap=8)
        acts.addWidget(self.act)
        acts.addWidget(self.later)
        inside.addLayout(acts)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 0)
        outer.addWidget(self.frame)
        self.hide()

    def say(self, words: str, action: str, act: Callable[[], object], *, lasting: bool = False) -> None:
        """Shows it; a screen reader is told when the words are new."""
        new = words != self.words.text() or self.isHidden()
        self._act, self.lasting = act, lasting
        self.words.setText(breakable(words))
        self.act.setText(action)
        self.later.setVisible(not lasting)
        self.show()
        if new:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def clear(self) -> None:
        """Takes it away."""
        self.lasting = False
        self.hide()

    def _press(self) -> None:
        if not self.lasting:
            self.clear()
        if self._act is not None:
            self._act()
