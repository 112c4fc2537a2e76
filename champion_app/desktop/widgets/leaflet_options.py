"""The switches of a leaflet: size, large print, simple words, discreet cover, how many copies, and how that prints."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.leaflet_work import Pictured
from champion_app.desktop.widgets.sheet_words import both_sides, how_it_prints, size_name, size_note
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import LeafletChoices, Size, Template, size_of

MOST_COPIES = 999
# The words under a radio button begin where its own do: after its mark, which grows with the text, and its frame.
_MARK, _FRAME = 18, 16
# From the most paper to the least, as far as there is an order.
_ORDER = (Size.FOLDED_A5, Size.A4, Size.A3, Size.DL, Size.A5)


class _Copies(QSpinBox):
    """A number the wheel does not change in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the wheel to the form."""
        event.ignore()


class LeafletOptions(QWidget):
    """``changed`` is emitted when another picture is needed; the number of copies needs none."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._template: Template | None = None
        self._sides = 0
        self.sizes = {size: QRadioButton() for size in _ORDER}
        self.notes: dict[Size, QLabel] = {size: label("", "small") for size in _ORDER}
        self.large_print = QCheckBox(tr("Large print (18 point)"))
        self.simple = QCheckBox(tr("Simple words"))
        self.discreet = QCheckBox(tr("Discreet cover"))
        self.copies = _Copies()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.copies.lineEdit().setTextMargins(6, 0, 6, 0)
        self.copies.setAccessibleName(tr("Copies"))
        self.prints = label("", "small")
        self.about = label("", "small")
        self._group = QButtonGroup(self)
        self._build()
        self._fit()
        self._theme.changed.connect(self._fit)

    def show_choices(self, template: Template, choices: LeafletChoices) -> None:
        """Offers what this template can be, with its switches as last used."""
        self._template = template
        self.about.setText(_about(template))
        blocked = self.blockSignals(True)
        size_now = size_of(template, choices)
        for size, made in self.sizes.items():
            offered = size in template.sizes
            made.setText(size_name(template.kind, size))
            self.notes[size].setText(size_note(template.kind, size))
            made.setAccessibleDescription(self.notes[size].text())
            made.setVisible(offered)
            self.notes[size].setVisible(offered)
            made.setChecked(size is size_now)
        leaflet = both_sides(template.kind)
        self.large_print.setVisible(leaflet)
        self.simple.setVisible(template.has_simple_words)
        self.large_print.setChecked(leaflet and choices.large_print)
        self.simple.setChecked(template.has_simple_words and choices.simple)
        self.discreet.setText(tr("Discreet cover") if leaflet else tr("Discreet words"))
        discreet = _has_discreet_words(template)
        self.discreet.setVisible(discreet)
        self.discreet.setChecked(discreet and choices.discreet)
        self.blockSignals(blocked)
        self._unknown()

    def choices(self) -> LeafletChoices:
        """The switches as they stand."""
        return LeafletChoices(
            size=self._size(),
            large_print=self.large_print.isChecked(),
            discreet=self.discreet.isChecked(),
            simple=self.simple.isChecked(),
        )

    def show_made(self, pictured: Pictured) -> None:
        """The finished paper knows how many sheets a copy takes."""
        self._sides = pictured.sides
        self._say_how()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for size, made in self.sizes.items():
            self._group.addButton(made)
            made.toggled.connect(self._toggled)
            layout.addWidget(made)
            layout.addWidget(self.notes[size])
        layout.addSpacing(4)
        switches = Flow()
        for switch in (self.large_print, self.simple, self.discreet):
            switch.toggled.connect(lambda on: self._changed())
            switches.addWidget(switch)
        layout.addLayout(switches)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = label(tr("Copies"), wrap=False)
        words.setBuddy(self.copies)
        row.addWidget(words)
        row.addWidget(self.copies)
        row.addStretch(1)
        layout.addLayout(row)
        self.copies.valueChanged.connect(lambda copies: self._say_how())
        layout.addWidget(self.prints)
        layout.addWidget(self.about)

    def _fit(self) -> None:
        self.copies.setFixedWidth(self._theme.px(80))
        for note in self.notes.values():
            note.setContentsMargins(self._theme.px(_MARK) + _FRAME, 0, 0, 4)

    def _size(self) -> Size | None:
        return next((size for size, made in self.sizes.items() if made.isChecked()), None)

    def _toggled(self, on: bool) -> None:
        if on:
            self._changed()

    def _changed(self) -> None:
        if not self.signalsBlocked():
            self._unknown()
            self.changed.emit()

    def _unknown(self) -> None:
        """Another leaflet: how many sheets it takes is not known before it is made."""
        self._sides = 0
        self._say_how()

    def _say_how(self) -> None:
        size = self._size()
        if self._template is not None and size is not None:
            words = how_it_prints(self._template.kind, size, self._sides, self.copies.value())
            self.prints.setText(words)
            self.copies.setAccessibleDescription(words)


def _has_discreet_words(template: Template) -> bool:
    heads = (template.discreet_title, template.discreet_subtitle) != (template.title, template.subtitle)
    return heads or any(block.discreet for block in template.blocks)


def _about(template: Template) -> str:
    ages = template.reading_age
    parts = [tr("Edition {edition}", edition=template.edition), tr(" and ").join(template.nations)]
    if ages is not None:
        parts.append(tr("reading age {high} or under", high=ages[1]))
    return " · ".join(parts)
