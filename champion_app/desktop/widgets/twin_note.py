"""A warning beside a field: a service or a resource like this one is there already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.words import tr, trn
from champion_app.domain.listings import Listing


class TwinNote(QFrame):
    """Hidden until there is something to say. ``pressed`` carries the id of what is there already."""

    pressed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._twin = 0
        self.setProperty("role", "warning")
        self.words = label("")
        self.look = button(theme, tr("Look at it"), lambda: self.pressed.emit(self._twin), "link")
        self.look.setAutoDefault(False)
        mark = picture("")
        mark.setPixmap(theme.pixmap("warning", "warn"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_twins(self, twins: list[Listing], words: str) -> None:
        """Names the first of the services alike, and says how many more there are. ``words`` has a gap for the name."""
        self.show_named([(twin.id, twin.fields.name) for twin in twins], words)

    def show_named(self, twins: Sequence[tuple[int, str]], words: str) -> None:
        """As ``show_twins``, for anything that has an id and a name."""
        self.setVisible(bool(twins))
        if not twins:
            return
        self._twin, name = twins[0]
        more = trn(" (and {n} more)", " (and {n} more)", len(twins) - 1) if len(twins) > 1 else ""
        said = words.replace("{name}", breakable(name if len(name) <= 80 else name[:79] + "…")) + more
        self.words.setText(said)
        self.look.setAccessibleName(tr("Look at {name}", name=name[:80]))
