"""One thing that is ours of a leaflet: the shipped words then and now, and ours, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr

# A dialog shows so much of a text; the whole stands on the leaflet.
_LETTERS = 2_000


@dataclass(frozen=True)
class Beside:
    """What is shown of one thing: what it is, its columns (caption and words), and what its button does."""

    name: str
    columns: tuple[tuple[str, str], ...]
    act: str
    moved_on: bool = False


class WordsBeside(QFrame):
    """A card with its columns; ``press`` is what its one button does."""

    def __init__(self, theme: Theme, shown: Beside, press: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.act = button(theme, shown.act, press, "chip", "undo")
        self.act.setAccessibleName(f"{shown.act}: {shown.name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(breakable(shown.name), "strong"))
        if shown.moved_on:
            column.addWidget(label(tr("The shipped words have changed since you made these yours."), "warning"))
        if shown.columns:
            beside = Columns(theme, least=180, most=3, gap=16)
            column.addLayout(beside)
            for caption, words in shown.columns:
                beside.addWidget(_column(caption, words))
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)


def _column(caption: str, words: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(caption, "small"))
    cut = words if len(words) <= _LETTERS else words[:_LETTERS].rstrip() + "…"
    column.addWidget(label(breakable(cut) or tr("(nothing)")))
    column.addStretch(1)
    return made
