"""A quiet line that says how many sheets given out are not right any more, with the way to the list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label, picture
from champion_app.desktop.widgets.recall_words import all_words, recall_words
from champion_app.desktop.words import tr
from champion_app.tasks.recall import Recall


class RecallNote(QFrame):
    """Hidden until a sheet carries something wrong. ``show_them`` is what its button does."""

    def __init__(self, theme: Theme, show_them: Callable[[], object], *, of_all: bool = False) -> None:
        super().__init__()
        self._theme, self._of_all = theme, of_all
        self.setProperty("role", "warning")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._mark = picture("")
        self.words = label("")
        self.see = button(theme, tr("See which sheets"), show_them, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_recalls(self, recalls: Sequence[Recall]) -> None:
        """Says how many sheets there are, or hides itself."""
        self.words.setText(all_words(recalls) if self._of_all else recall_words(recalls))
        self.setVisible(bool(recalls))

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("recall", "warn"))
