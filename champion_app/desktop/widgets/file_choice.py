"""Choosing a file to take in: with a button, or dropped on the card. What was wrong with the last one is said there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.file_drop import FileDrop
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.words import tr


class FileChoice(QFrame):
    """``chosen`` carries the path. ``kinds`` is what the system's dialog offers; ``folders`` lets one be a folder."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, title: str, words: str, kinds: str, *, folders: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme, self._kinds, self._title = theme, kinds, title
        self._mark = picture("")
        self.problem = label("", "warning")
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._warning = QFrame()
        self._warning.setProperty("role", "warning")
        self.choose = button(theme, tr("Choose a file"), lambda: self._ask(folder=False), "primary", "open-file")
        self.choose_folder = button(theme, tr("Choose a folder"), lambda: self._ask(folder=True))
        self._build(theme, title, words, folders)
        FileDrop(self, self._dropped)

    def say(self, problem: str) -> None:
        """Says what was wrong with a file, or takes that away."""
        self.problem.setText(breakable(problem))
        self._warning.setVisible(bool(problem))
        self.choose.setAccessibleDescription(problem)

    def _build(self, theme: Theme, title: str, words: str, folders: bool) -> None:
        inside = QVBoxLayout(self._warning)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.problem)
        theme.changed.connect(self._dress)
        self._dress()
        buttons = QWidget()
        row = Flow(buttons, 12)
        row.addWidget(self.choose)
        row.addWidget(self.choose_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addWidget(self._warning)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(title, "section"))
        column.addWidget(label(words, "muted"))
        column.addWidget(buttons)
        column.addStretch(1)
        # Only now: a part shown before it has a parent is a window of its own for a moment.
        self.choose_folder.setVisible(folders)
        self._warning.hide()

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("take-in", "accent", 48))

    def _ask(self, *, folder: bool) -> None:
        dialog = QFileDialog(self, self._title, "", "" if folder else self._kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        tell: Callable[[str], None] = partial(_tell, self.chosen.emit)
        dialog.fileSelected.connect(tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _dropped(self, paths: list[Path]) -> None:
        if self.isEnabled() and paths:
            self.chosen.emit(paths[0])


def _tell(chosen: Callable[[Path], object], path: str) -> None:
    chosen(Path(path))
