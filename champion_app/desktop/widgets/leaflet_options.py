"""The switches of a leaflet: size, large print, simple words, discreet cover, and how many copies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import SIZE_WORDS, LeafletChoices, Size, Template

MOST_COPIES = 999


class _Copies(QSpinBox):
    """A number the wheel does not change in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the wheel to the form."""
        event.ignore()


class LeafletOptions(QWidget):
    """``changed`` is emitted when another picture is needed; the number of copies needs none."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sizes = {size: QRadioButton(tr(words)) for size, words in SIZE_WORDS.items()}
        self.large_print = QCheckBox(tr("Large print (18 point)"))
        self.simple = QCheckBox(tr("Simple words"))
        self.discreet = QCheckBox(tr("Discreet cover"))
        self.copies = _Copies()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.copies.lineEdit().setTextMargins(6, 0, 6, 0)
        self.copies.setAccessibleName(tr("Copies"))
        self.about = label("", "small")
        self._group = QButtonGroup(self)
        self._build()
        self.copies.setFixedWidth(theme.px(80))
        theme.changed.connect(lambda: self.copies.setFixedWidth(theme.px(80)))

    def show_choices(self, template: Template, choices: LeafletChoices) -> None:
        """Offers what this template can be, with its switches as last used."""
        self.about.setText(_about(template))
        blocked = self.blockSignals(True)
        for size, made in self.sizes.items():
            made.setVisible(size in template.sizes)
            made.setChecked(size is choices.size)
        leaflet = template.kind != "poster"
        self.large_print.setVisible(leaflet)
        self.simple.setVisible(template.has_simple_words)
        self.large_print.setChecked(leaflet and choices.large_print)
        self.simple.setChecked(template.has_simple_words and choices.simple)
        self.discreet.setText(tr("Discreet cover") if leaflet else tr("Discreet words"))
        self.discreet.setChecked(choices.discreet)
        self.blockSignals(blocked)

    def choices(self) -> LeafletChoices:
        """The switches as they stand."""
        size: Size | None = next((size for size, made in self.sizes.items() if made.isChecked()), None)
        return LeafletChoices(
            size=size,
            large_print=self.large_print.isChecked(),
            discreet=self.discreet.isChecked(),
            simple=self.simple.isChecked(),
        )

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for made in self.sizes.values():
            self._group.addButton(made)
            made.toggled.connect(self._toggled)
            layout.addWidget(made)
        switches = Flow()
        for switch in (self.large_print, self.simple, self.discreet):
            switch.toggled.connect(lambda on: self.changed.emit())
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
        layout.addWidget(self.about)

    def _toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()


def _about(template: Template) -> str:
    ages = template.reading_age
    parts = [tr("Edition {edition}", edition=template.edition), tr(" and ").join(template.nations)]
    if ages is not None:
        parts.append(tr("reading age {high} or under", high=ages[1]))
    return " · ".join(parts)
