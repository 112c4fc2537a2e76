"""A leaflet as something else than paper: its words as plain text, or as a web page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr


class OtherCopies(QWidget):
    """Two buttons; ``text`` and ``html`` are what they do."""

    def __init__(self, theme: Theme, text: Callable[[], object], html: Callable[[], object]) -> None:
        super().__init__()
        self.text = button(theme, tr("Save as plain text…"), text, "", "save")
        self.html = button(theme, tr("Save as a web page…"), html, "", "save")
        acts = Flow()
        acts.addWidget(self.text)
        acts.addWidget(self.html)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(tr("To send instead of printing. Each copy is noted, as a print is."), "small"))
        column.addLayout(acts)
