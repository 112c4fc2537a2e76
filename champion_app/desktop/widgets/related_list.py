"""Other resources for the same criteria, each a press away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.cut_link import CutLink
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.resources import Resource


class RelatedList(QWidget):
    """``go`` is told the id of the resource that was pressed."""

    def __init__(self, theme: Theme, go: Callable[[int], None]) -> None:
        super().__init__()
        self._theme, self._go = theme, go
        self._shown: list[tuple[int, str]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(tr("For the same criteria"), "strong"))
        layout.addLayout(self._column)
        self.hide()

    def show_related(self, related: Sequence[Resource]) -> None:
        """Shows some; with none the whole is hidden."""
        named = [(other.id, other.fields.title) for other in related]
        self.setVisible(bool(named))
        if named == self._shown:
            return
        self._shown = named
        empty(self._column)
        for other in related:
            made = CutLink(self._theme, other.fields.title, partial(self._go, other.id))
            self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
