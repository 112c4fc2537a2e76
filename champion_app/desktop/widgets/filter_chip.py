"""A filter as a chip: it shows what is chosen, opens a small list, and can be cleared beside itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.words import tr

# As many letters of a choice as a chip shows; the list and a screen reader have the whole.
_LONGEST = 28


@dataclass(frozen=True)
class Choice:
    """One line of the list: its words and its value."""

    words: str
    value: str


class FilterChip(QWidget):
    """``offer`` gives the choices when the list is opened; ``choose`` is told the value, empty for "all of them".

    ``more`` may add lines below the choices, such as making a shelf.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        every: str,
        offer: Callable[[], Sequence[Choice]],
        choose: Callable[[str], None],
        more: Callable[[QMenu], None] | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._name, self._every = theme, name, every
        self._offer, self._choose, self._more = offer, choose, more
        self.value = ""
        self.button = QPushButton()
        self.button.setProperty("role", "chip")
        self.button.setCheckable(True)
        self.button.setAutoDefault(True)
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        self.button.clicked.connect(lambda checked=False: self.open())
        self.button.installEventFilter(self)
        self.menu = QMenu(self)
        self.menu.aboutToHide.connect(self._settle)
        self.clear = button(theme, "", self._clear, "chip", "clear")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button)
        row.addWidget(self.clear)
        theme.changed.connect(self._dress)
        self.show_choice("", "")

    def show_choice(self, value: str, words: str) -> None:
        """Shows what is chosen, or the filter's own name when nothing is."""
        self.value = value
        shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        self.button.setText((tr("{filter}: {choice}", filter=self._name, choice=shown) if value else self._name)
                            .replace("&", "&&"))  # fmt: skip
        self.button.setAccessibleName(
            tr("{filter}: {choice}", filter=self._name, choice=words) if value else self._name
        )
        self.button.setAccessibleDescription(tr("Opens a list to choose from"))
        self.button.setToolTip(plain_tip(words if shown != words else ""))
        named = tr("Clear {filter}: {choice}", filter=self._name, choice=words)
        self.clear.setAccessibleName(named)
        self.clear.setToolTip(plain_tip(named))
        self.clear.setVisible(bool(value))
        self._settle()
        self._dress()

    def open(self) -> None:
        """Opens the list under the chip."""
        self._settle()
        self.menu.clear()
        self.menu.setAccessibleName(self._name)
        first = self._add(Choice(self._every, ""))
        for choice in self._offer():
            self._add(choice)
        if self._more is not None:
            self.menu.addSeparator()
            self._more(self.menu)
        chosen = next((made for made in self.menu.actions() if made.isChecked()), first)
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        self.menu.setActiveAction(chosen)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]  # noqa: N802 - Qt's name
        """Down opens the list, as everywhere; Delete and Backspace clear the choice."""
        if watched is self.button and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.open()
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.value:
                self._clear()
                return True
        return super().eventFilter(watched, event)

    def _add(self, choice: Choice) -> QAction:
        made = self.menu.addAction(choice.words.replace("&", "&&"))
        made.setCheckable(True)
        made.setChecked(choice.value == self.value)
        made.triggered.connect(lambda checked=False: self._choose(choice.value))
        return made

    def _clear(self) -> None:
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)  # its own button is about to go
        self._choose("")

    def _settle(self) -> None:
        """The chip looks pressed while something is chosen, not because it was pressed."""
        self.button.setChecked(bool(self.value))

    def _dress(self) -> None:
        self.button.setIcon(self._theme.icon("unfold", "accent"))
        for made in (self.button, self.clear):
            made.setIconSize(QSize(self._theme.px(13), self._theme.px(13)))
