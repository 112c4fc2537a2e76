"""One part of a leaflet in its place: calm as a row, or opened to be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.block_editor import BlockEditor
from champion_app.desktop.widgets.words_parts import Part, marks_of
from champion_app.desktop.widgets.words_row import WordsRow


class WordsCard(QWidget):
    """The row is always there; the editor only while it is open. ``pressed`` carries the part's name."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, where: str) -> None:
        super().__init__()
        self._desk = desk
        self.where = where
        self.part: Part | None = None
        self.row = WordsRow(desk.theme)
        self.editor: BlockEditor | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        self.row.clicked.connect(lambda checked=False: self.pressed.emit(where))

    def show_part(self, part: Part, today: date, otherwise: str, *, first: bool, last: bool) -> None:
        """Shows a part as it is now."""
        self.part = part
        if self.editor is not None:
            self.editor.show_part(part, today, otherwise, first, last)
        else:  # nobody sees the row of a part that is open
            self.row.show_part(part, marks_of(part, today, whole=False))

    def open(self) -> BlockEditor | None:
        """Opens it and returns its editor; None when nothing has been shown in it yet."""
        if self.editor is None and self.part is not None:
            self.editor = BlockEditor(self._desk, self.part)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.editor)
            self.row.hide()
        return self.editor

    def close_editor(self) -> None:
        """Back to rest; the keyboard stays on it if it was inside."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        held = self.window().focusWidget()
        inside = held is not None and editor.isAncestorOf(held)
        self.row.show()
        if inside:
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
