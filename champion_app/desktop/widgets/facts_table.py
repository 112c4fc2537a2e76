"""A short table of facts that a screen reader can walk: every cell says its row and column in words."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from champion_app.desktop.words import tr

_HEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)


class FactsTable(QTableWidget):
    """As tall as its rows, so that the page scrolls and not the table. The first column names the row."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setProperty("role", "facts")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(_HEADING)
        header.setHighlightSections(False)
        self._wide: Container[int] = ()
        self._letters = 24

    def show_table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], wide: Container[int] = (0,), letters: int = 24
    ) -> None:
        """Shows rows of words under headings. The columns numbered in ``wide`` share the room that is left.

        The others are as wide as their words, but not wider than so many ``letters``: then their words wrap.
        """
        self._wide, self._letters = wide, letters
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                spoken = tr("{row}, {heading}: {words}", row=row[0], heading=headings[column], words=words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if column else words)
                self.setItem(place, column, item)
        if rows:
            self.setCurrentCell(0, 0)
        self.clearSelection()
        self._fit()

    def words(self) -> str:
        """The whole table as plain lines: what a screen reader would say from the first cell to the last."""
        return "\n".join(
            str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            for place in range(self.rowCount())
            for column in range(self.columnCount())
            if (item := self.item(place, column)) is not None
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Every row, the headings, and a bar below when the columns are wider than the page."""
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 else 0
        height = self.horizontalHeader().height() + self.verticalHeader().length() + extra
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, but never shorter than its rows."""
        return QSize(200, self.sizeHint().height())

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Rows that wrap in a narrow window make the table taller."""
        super().updateGeometries()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new text size makes the rows taller."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_wide"):
            self._fit()

    def _fit(self) -> None:
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        header.setMinimumSectionSize(letter * 8)
        header.setFixedHeight(header.fontMetrics().height() * 2 + 12)  # a heading of two words may take two lines
        for column in range(self.columnCount()):
            wide = column in self._wide
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Interactive
            )
            if not wide:
                header.resizeSection(column, min(self.sizeHintForColumn(column), letter * self._letters) + 8)
        self.updateGeometry()
