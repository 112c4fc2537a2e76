"""Fields side by side as plain words: what each is called, and one or two columns of what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from champion_app.desktop.widgets.labels import hairline, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr

# Narrow columns need to break inside addresses, and inside a word that would not fit one.
_BREAKS = re.compile(r"(?<=[@/._\-?&=])(?=\S)|(?<=[^\s@/._\-?&=]{12})(?=\S)")
_ZERO_WIDTH_SPACE = "\u200b"


class FieldTable(QWidget):
    """Rows of words. Each cell says its field and its column to a screen reader."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows: list[tuple[str, ...]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Shows rows under headings; the first column names the row and has none of its own."""
        empty(self._grid)
        self._rows = [tuple(row) for row in rows]
        for column, words in enumerate(("", *headings)):
            if words:
                self._grid.addWidget(label(words, "small"), 0, column)
            self._grid.setColumnStretch(column, 3 if column else 2)
        for place in range(len(headings) + 1, self._grid.columnCount()):
            self._grid.setColumnStretch(place, 0)
        for number, row in enumerate(self._rows):
            line = 2 * number + 1
            if number or headings:
                self._grid.addWidget(hairline(), line, 0, 1, len(row))
            for column, words in enumerate(row):
                made = label(_BREAKS.sub(_ZERO_WIDTH_SPACE, words), "" if column else "small")
                made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                if column:
                    spoken = tr("{row}, {heading}: {words}", row=row[0], heading=headings[column - 1], words=words)
                    made.setAccessibleName(spoken if headings[column - 1] else f"{row[0]}: {words}")
                self._grid.addWidget(made, line + 1, column)

    def words(self) -> list[tuple[str, ...]]:
        """The rows as they were given."""
        return list(self._rows)
