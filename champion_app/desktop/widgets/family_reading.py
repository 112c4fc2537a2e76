"""One leaflet, or one thing made for families, to read together on the screen; a leaflet can be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.gallery_cards import language_name
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.leaflet_reading import leaflet_widgets
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.widgets.resource_words import about_words, byline
from champion_app.desktop.words import tr
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Template
from champion_app.domain.resources import Resource
from champion_app.tasks.family_view import without_our_notes

# A comfortable measure of text, in pixels at 100 %.
_WIDTH = 760


class FamilyReading(QWidget):
    """``closed`` leads back to the cards, ``language`` carries the id of the same leaflet in another language."""

    closed = Signal()
    language = Signal(str)

    def __init__(self, theme: Theme, print_it: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self.back = button(theme, tr("Back to all of them"), self.closed.emit, "", "previous")
        self.print = button(theme, tr("Print…"), print_it, "primary", "print")
        self.languages = Chips(tr("Language"), self.language.emit)
        self.area = QScrollArea()
        self._inner = QWidget()
        self._column = QVBoxLayout()
        self._middle = QWidget()
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    def show_leaflet(self, paper: LeafletPaper, shown: Template, languages: Sequence[Template]) -> None:
        """A leaflet as it would be printed, in one of its languages."""
        self._clear()
        several = len(languages) > 1
        if several:
            self.languages.show_chips([(one.id, language_name(one.language)) for one in languages], shown.id)
        self.languages.setVisible(several)
        self.print.show()
        self._title(paper.title, paper.subtitle)
        for made in leaflet_widgets(paper, self._theme):
            self._column.addWidget(made)
        self._column.addWidget(label(paper.imprint, "small"))
        self._done(paper.title)

    def show_resource(self, resource: Resource) -> None:
        """What is known of a resource, without our own notes about it."""
        self._clear()
        self.languages.hide()
        self.print.hide()
        fields = resource.fields
        by, about = byline(fields), about_words(fields)
        self._title(breakable(fields.title), " · ".join(part for part in (by, about) if part))
        for words in without_our_notes(resource):
            told = ReadingText(self._theme)
            self._column.addWidget(told)
            told.show_text(words)
        self._done(fields.title)

    def _title(self, title: str, second: str) -> None:
        self._column.addWidget(label(title, "title"))
        if second:
            self._column.addWidget(label(breakable(second), "muted"))

    def _clear(self) -> None:
        empty(self._column)

    def _done(self, title: str) -> None:
        self._column.addStretch(1)
        self.area.setAccessibleName(title)
        self.area.verticalScrollBar().setValue(0)
        self.area.setFocus()

    def _build(self) -> None:
        top = Flow(gap=12)
        for made in (self.back, self.print):
            top.addWidget(made)
        self._column.setSpacing(12)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._inner.setLayout(self._column)
        self._inner.setObjectName("card_body")
        self._middle.setObjectName("card_body")
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._inner, 100)
        row.addStretch(1)
        self.area.setProperty("role", "card")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.languages)
        column.addWidget(self.area, 1)

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(_WIDTH))
