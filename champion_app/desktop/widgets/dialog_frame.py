"""The frame of a dialog that shows and offers: its parts one under the other, what can be done, and Close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.widgets.flow import Flow

EDGE = 24


def dialog_frame(
    dialog: QDialog,
    parts: Sequence[tuple[QWidget, int]],
    below: Sequence[QWidget],
    acts: Sequence[QWidget],
    close: QWidget,
) -> None:
    """Lays a dialog out. ``parts`` share the room by their numbers; ``below`` and the foot stay at the bottom edge."""
    offered = Flow()
    for made in acts:
        offered.addWidget(made)
    foot = QHBoxLayout()
    foot.addLayout(offered, 1)
    foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    layout.setSpacing(12)
    for part, share in parts:
        layout.addWidget(part, share)
    layout.addStretch(0)
    for part in below:
        layout.addWidget(part)
    layout.addLayout(foot)
