"""How Champion looks on this computer: light or dark, and how large the letters are. Applied and kept at once."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr
from champion_app.tasks import settings

LOOK_WORDS = {
    "system": "As this computer does",
    "light": "Light",
    "dark": "Dark",
    "contrast": "High contrast",
}


class LookChoice(QWidget):
    """Two rows of radio buttons; the arrow keys move within a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.looks = {look: QRadioButton(tr(words)) for look, words in LOOK_WORDS.items()}
        self.sizes = {size: QRadioButton(tr("{n} %", n=size)) for size in settings.TEXT_SIZES}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name, buttons in ((tr("Colours"), self.looks), (tr("Size of the letters"), self.sizes)):
            layout.addWidget(label(name, "strong"))
            layout.addWidget(self._row(name, list(buttons.values())))
        self._show()
        desk.theme.changed.connect(self._show)

    def _row(self, name: str, buttons: list[QRadioButton]) -> QWidget:
        row = QWidget()
        row.setAccessibleName(name)
        flow = Flow(row, gap=12)
        group = QButtonGroup(row)
        for made in buttons:
            made.setAccessibleDescription(name)
            group.addButton(made)
            flow.addWidget(made)
        group.buttonClicked.connect(self._chose)
        return row

    def _chose(self, made: QAbstractButton) -> None:
        look = next((name for name, known in self.looks.items() if known is made), "")
        size = next((number for number, known in self.sizes.items() if known is made), 0)
        name, value = ("look", look) if look else ("text_size", str(size))
        self._desk.theme.apply(look or None, size or None)
        self._desk.attempt(lambda: settings.keep_setting(self._desk.binder, name, value))
        # Larger letters push the button out of sight: bring it back once the page has found its new shape.
        QTimer.singleShot(0, made, lambda: _bring_back(made))

    def _show(self) -> None:
        look, size = self._desk.theme.look, self._desk.theme.text_size
        if look in self.looks:
            self.looks[look].setChecked(True)
        if size in self.sizes:
            self.sizes[size].setChecked(True)


def _bring_back(made: QWidget) -> None:
    above = made.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(made)
