"""Search everything: results under the box as you type; Enter or a click opens one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.words import tr, trn

if TYPE_CHECKING:
    from champion_app.domain.search_ranking import Hit
    from champion_app.tasks.search import Finder, Found

_PAGES = {
    "listing": "find_help", "action": "work_plan", "log entry": "action_log", "resource": "resources",
    "leaflet": "leaflets", "criterion": "assessment", "prison": "prisons",
}  # fmt: skip
_ICONS = {
    "listing": "find-help", "action": "work-plan", "log entry": "action-log", "resource": "resources",
    "leaflet": "leaflets", "criterion": "assessment", "prison": "prison",
}  # fmt: skip
_WORDS = {
    "listing": "Service", "action": "Action", "log entry": "Log entry", "resource": "Resource", "leaflet": "Leaflet",
    "criterion": "Criterion", "prison": "Prison",
}  # fmt: skip
MOST = 12


class SearchBox(QWidget):
    """The box and the list that hangs under it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hits: list[Hit] = []
        self.box = QLineEdit()
        self.box.setAccessibleName(tr("Search everything"))
        self.box.setPlaceholderText(tr("Search everything (Ctrl+K)"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self._model = RowModel()
        self._panel: QFrame | None = None

    @cached_property
    def _finder(self) -> Finder:
        from champion_app.tasks.search import Finder  # late: nobody searches before the window is there

        return Finder(self._desk.binder, self._desk.toolkit)

    def take_focus(self) -> None:
        """Ctrl+K: ready to type over the last search."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys walk through the results, Enter opens, Escape closes."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._close()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.results.currentIndex() if self._panel else QModelIndex())
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._panel is not None and self._panel.isVisible():
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
        if watched is self.box and event.type() == QEvent.Type.FocusOut and self._panel is not None:
            self._panel.hide()
        return super().eventFilter(watched, event)

    def _build(self) -> QFrame:
        panel = QFrame(self.window())
        panel.setProperty("role", "card")
        self.count = label("", "small")
        self.results = row_list(self._desk.theme, tr("Search results"), self._model)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.clicked.connect(self._open)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.count)
        layout.addWidget(self.results)
        return panel

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._close()
            return
        found = self._finder.find(text, MOST)
        self._hits = list(found.hits)
        if self._panel is None:
            self._panel = self._build()
        rows = [
            Row(place, hit.title, hit.snippet, tr(_WORDS[hit.kind]), _ICONS[hit.kind])
            for place, hit in enumerate(self._hits)
        ]
        self._model.show_rows(rows)
        self.count.setText(found_words(found))
        self.results.setVisible(bool(rows))
        if rows:
            self.results.setCurrentIndex(self._model.index(0))
        self._place(self._panel, len(rows))

    def _place(self, panel: QFrame, rows: int) -> None:
        corner = self.box.mapTo(self.window(), QPoint(0, self.box.height() + 4))
        row = self.results.sizeHintForRow(0) if rows else 0
        height = min(rows * row + 64, self.window().height() - corner.y() - 24)
        panel.setGeometry(corner.x(), corner.y(), max(self.box.width(), 480), height)
        panel.show()
        panel.raise_()

    def _move(self, step: int) -> None:
        place = min(max(self.results.currentIndex().row() + step, 0), self._model.rowCount() - 1)
        self.results.setCurrentIndex(self._model.index(place))

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        hit = self._hits[index.row()]
        self._close()
        self._desk.navigation.go_to(_PAGES[hit.kind], hit.id)

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()


def found_words(found: Found) -> str:
    """How many were found, and what was done to find them: nothing is corrected or widened without a word."""
    if not found.hits:
        return tr("Nothing found. Try fewer or shorter words.")
    said = [trn("{n} found", "{n} found", len(found.hits))]
    said += [
        tr("nothing has “{typed}”: did you mean “{meant}”?", typed=typed, meant=meant)
        for typed, meant in found.corrected
    ]
    if found.loose:
        said.append(tr("some have only part of what you typed"))
    return " · ".join([*said, *(tr(note) for note in found.notes)])
