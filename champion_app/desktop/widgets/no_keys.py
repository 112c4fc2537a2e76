"""Windows in which keys that work everywhere else mean nothing: a locked one, and the one for families."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

# Covers the window, locks it, and what to do when a child tells.
FAMILY_KEY, LOCK_KEY, TELLS_KEY = "F8", "Ctrl+L", "F9"


def no_keys(window: QWidget, keys: Sequence[str]) -> None:
    """Takes the place of what ``everywhere_key`` would put into this window."""
    for one in keys:
        idle = QShortcut(window)
        idle.setObjectName(f"everywhere {one}")
