"""A sheet of our own that is ready to print: on paper, as a PDF, or as a Word file to change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr


class SheetCard(QFrame):
    """What its buttons ask for is done by the page."""

    print_asked = Signal()
    pdf_asked = Signal()
    word_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "soft")
        self.print = button(theme, tr("Print…"), self.print_asked.emit, "", "print")
        self.pdf = button(theme, tr("Save as PDF…"), self.pdf_asked.emit, "", "save")
        self.word = button(theme, tr("Save as Word…"), self.word_asked.emit, "", "edit")
        self.word.setToolTip(tr("A Word file to change and make your own"))
        acts = Flow()
        for made in (self.print, self.pdf, self.word):
            acts.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(tr("This sheet is here, ready to print.")))
        layout.addLayout(acts)
        self.hide()
