"""The sections of a form, of which one is in view: a row of tabs, and what belongs to the one that is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import hairline


class Sections(QWidget):
    """Each section is a name, its words and its widget. ``turned`` carries the section that somebody pressed.

    The arrow keys go from tab to tab. The tabs go on in the next line where the form is narrow or the text is large.
    """

    turned = Signal(str)

    def __init__(self, theme: Theme, sections: Sequence[tuple[str, str, QWidget]]) -> None:
        super().__init__()
        self.tabs: dict[str, QPushButton] = {}
        self._widgets = {name: widget for name, _, widget in sections}
        self._group = QButtonGroup(self)
        tabs = Flow(gap=4)
        for name, words, _ in sections:
            tab = button(theme, words, partial(self._press, name), "tab")
            tab.setCheckable(True)
            self._group.addButton(tab)
            tabs.addWidget(tab)
            self.tabs[name] = tab
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(tabs)
        head.addWidget(hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in self._widgets.values():
            column.addWidget(widget)
        column.addStretch(1)
        self.show_section(sections[0][0])

    @property
    def shown(self) -> str:
        """The name of the section in view."""
        return next(name for name, tab in self.tabs.items() if tab.isChecked())

    def show_section(self, name: str) -> None:
        """Brings a section into view."""
        self.tabs[name].setChecked(True)
        for other, widget in self._widgets.items():
            widget.setVisible(other == name)

    def _press(self, name: str) -> None:
        self.show_section(name)
        self.turned.emit(name)
