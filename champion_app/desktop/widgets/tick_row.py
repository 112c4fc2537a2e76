"""Several ticks in a row for a short list of values; values that are not in the list are kept as they were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from champion_app.desktop.widgets.flow import Flow


class TickRow(QWidget):
    """``changed`` is emitted when a tick is set or taken away by hand."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._kept: tuple[str, ...] = ()
        self.ticks: dict[str, QCheckBox] = {}
        flow = Flow(self, 12)
        for words, value in choices:
            tick = QCheckBox(words)
            tick.setAccessibleName(f"{name}: {words}")
            tick.clicked.connect(lambda checked=False: self.changed.emit())
            flow.addWidget(tick)
            self.ticks[value] = tick

    def show_values(self, values: Sequence[str]) -> None:
        """Ticks what is among the values."""
        self._kept = tuple(values)
        for value, tick in self.ticks.items():
            tick.setChecked(value in values)

    def values(self) -> tuple[str, ...]:
        """What is ticked now, in the order in which it was given; new ones come last, in the order shown."""
        kept = tuple(value for value in self._kept if value not in self.ticks or self.ticks[value].isChecked())
        return kept + tuple(value for value, tick in self.ticks.items() if tick.isChecked() and value not in kept)
