"""The frame of a dialog in steps: its title above, the step in the middle, what is said and the buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.widgets.scrolling import scrolling

EDGE = 24


def scrolled_step(inside: QWidget) -> QWidget:
    """The middle of a dialog that scrolls, as far from the edges as its title."""
    made = QWidget()
    around = QVBoxLayout(made)
    around.setContentsMargins(EDGE, 0, EDGE, 0)
    around.addWidget(scrolling(inside))
    return made


def step_frame(
    dialog: QDialog, above: Sequence[QWidget], middle: QWidget, below: Sequence[QWidget], buttons: Sequence[QWidget]
) -> None:
    """Lays a dialog out. Of ``above`` the first takes the room; the first of the buttons stands at the left."""
    top = QHBoxLayout()
    top.setContentsMargins(EDGE, 20, EDGE, 4)
    top.setSpacing(16)
    for place, part in enumerate(above):
        top.addWidget(part, 0 if place else 1)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(buttons[0])
    row.addStretch(1)
    for made in buttons[1:]:
        row.addWidget(made)
    foot = QVBoxLayout()
    foot.setContentsMargins(EDGE, 4, EDGE, 16)
    foot.setSpacing(8)
    for part in below:
        foot.addWidget(part)
    foot.addLayout(row)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addLayout(top)
    outer.addWidget(middle, 1)
    outer.addLayout(foot)
