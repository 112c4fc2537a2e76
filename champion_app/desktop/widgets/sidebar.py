"""The sidebar: icons with words, counts only where something is due, folding to icons when room is short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr


@dataclass(frozen=True)
class Entry:
    """A line of the sidebar; ``foot`` puts it below the others."""

    name: str
    words: str
    icon: str
    foot: bool = False

    @property
    def numbered(self) -> bool:
        """Whether Ctrl and a digit lead there."""
        return not self.foot


class Sidebar(QFrame):
    """Buttons for every page, and the one for when a child tells. ``go`` is called with a page's name."""

    def __init__(
        self, theme: Theme, entries: Sequence[Entry], go: Callable[[str], None], child_tells: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName(tr("Pages"))
        self._theme = theme
        self._entries = {entry.name: entry for entry in entries}
        self._counts: dict[str, int] = {}
        self._folded = False
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._brand = label(tr("Champion"), "brand", wrap=False)
        self.child_tells = self._make(child_tells, "child_tells")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 16)
        layout.setSpacing(4)
        layout.addWidget(self._brand)
        layout.addSpacing(12)
        for entry in entries:
            if entry.foot and not any(e.foot and e.name in self._buttons for e in entries):
                layout.addStretch(1)
                layout.addWidget(self.child_tells)
                layout.addSpacing(4)
            layout.addWidget(self._add(entry, go))
        theme.changed.connect(self._dress)
        self._dress()

    def mark(self, name: str) -> None:
        """Shows which page is in view; first run marks none."""
        self._group.setExclusive(False)
        for known, made in self._buttons.items():
            made.setChecked(known == name)
        self._group.setExclusive(True)
        self._dress_icons()

    def show_count(self, name: str, count: int) -> None:
        """How many things are due on a page; nothing is shown for none."""
        if self._counts.get(name, 0) != count:
            self._counts[name] = count
            self._dress()

    def fold(self, folded: bool) -> None:
        """Icons only, or icons and words."""
        if folded != self._folded:
            self._folded = folded
            self._dress()

    def _add(self, entry: Entry, go: Callable[[str], None]) -> QToolButton:
        made = self._make(lambda: go(entry.name), "")
        made.setCheckable(True)
        self._group.addButton(made)
        self._buttons[entry.name] = made
        return made

    def _make(self, press: Callable[[], object], role: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", role)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda checked=False: press())
        return made

    def _dress(self) -> None:
        self._brand.setVisible(not self._folded)
        self.setFixedWidth(self._theme.px(36) + 36 if self._folded else max(200, self._theme.px(200)))
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if self._folded else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for name, made in self._buttons.items():
            words = tr(self._entries[name].words)
            count = self._counts.get(name, 0)
            made.setToolButtonStyle(style)
            made.setText(f"{words}   {count}" if count else words)
            made.setToolTip(plain_tip(words if self._folded else ""))
            made.setAccessibleName(tr("{page}, {n} due", page=words, n=count) if count else words)
            made.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        told = tr("A child has just told me")
        self.child_tells.setToolButtonStyle(style)
        self.child_tells.setText(tr("A child has\njust told me"))
        self.child_tells.setToolTip(plain_tip(tr("{what} (F9)", what=told)))
        self.child_tells.setAccessibleName(told)
        self.child_tells.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
        self._dress_icons()

    def _dress_icons(self) -> None:
        for name, made in self._buttons.items():
            made.setIcon(self._theme.icon(self._entries[name].icon, "accent" if made.isChecked() else "text"))
        self.child_tells.setIcon(self._theme.icon("told-me", "accent"))
