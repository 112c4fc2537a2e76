"""Filter chips above a list: one of several, with words and counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from champion_app.desktop.widgets.flow import Flow


class Chips(QWidget):
    """A row of chips of which one is chosen. ``chosen`` gives its value."""

    def __init__(self, name: str, choose: Callable[[str], None]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._choose = choose
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values: dict[QPushButton, str] = {}
        self._flow = Flow(self)

    @property
    def chosen(self) -> str:
        """The value of the chip that is pressed, or an empty string."""
        for chip, value in self._values.items():
            if chip.isChecked():
                return value
        return ""

    def show_chips(self, chips: list[tuple[str, str]], chosen: str) -> None:
        """Shows ``(value, words)`` pairs with one of them pressed."""
        known = list(self._values.values())
        if known != [value for value, _ in chips]:
            self._rebuild(chips)
        for (chip, value), (_, words) in zip(self._values.items(), chips, strict=True):
            chip.setText(words)
            chip.setChecked(value == chosen)

    def _rebuild(self, chips: list[tuple[str, str]]) -> None:
        for chip in self._values:
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()  # until it is gone it would cover the others
            chip.deleteLater()
        self._values = {}
        for value, words in chips:
            chip = QPushButton(words)
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.clicked.connect(lambda checked=False, value=value: self._choose(value))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._values[chip] = value
