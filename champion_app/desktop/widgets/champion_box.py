"""The champion box as it will stand on the paper, and the way to Settings when it is not whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr
from champion_app.domain.leaflet_paper import ChampionOnPaper


class ChampionBox(QFrame):
    """Name, role, where and when; ``fill_in`` leads to the page where they are written."""

    def __init__(self, theme: Theme, fill_in: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "soft")
        self.name = label("", "strong")
        self.words = label("")
        self.missing = label("", "warning")
        self.fill_in = button(theme, tr("Change in Settings"), fill_in, "link", "settings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(label(tr("Our champion on the paper"), "small"))
        layout.addWidget(self.name)
        layout.addWidget(self.words)
        layout.addWidget(self.missing)
        layout.addWidget(self.fill_in, 0, Qt.AlignmentFlag.AlignLeft)

    def show_champion(self, champion: ChampionOnPaper) -> None:
        """Shows what the paper says, and what it cannot say yet."""
        self.name.setText(breakable(champion.name))
        self.name.setVisible(bool(champion.name))
        where = ", ".join(part for part in (champion.where_found, champion.when_found) if part)
        reach = ", ".join(part for part in (champion.phone, champion.email) if part)
        lines = [line for line in (champion.role, champion.service, where, reach) if line]
        self.words.setText(breakable("\n".join(lines)))
        self.words.setVisible(bool(lines))
        gaps = [words for words, there in ((tr("your name"), champion.name), (tr("where or when to find you"), where))
                if not there]  # fmt: skip
        self.missing.setText(tr("Still missing on the paper: {what}.", what=", ".join(gaps)) if gaps else "")
        self.missing.setVisible(bool(gaps))
        self.fill_in.setText(tr("Fill it in in Settings") if gaps else tr("Change in Settings"))
