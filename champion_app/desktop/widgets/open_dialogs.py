"""What is on the screen besides the window: taking its place, and closing dialogs so that each keeps its words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication, QDialog, QWidget


def take_place_of(window: QWidget, before: QWidget) -> None:
    """Gives a window that is not shown yet the place and the size of the one it comes instead of."""
    window.setGeometry(before.geometry())
    window.setWindowState(before.windowState())


def open_dialogs() -> list[QDialog]:
    """Every dialog in view, those in front before those they were opened from."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    return sorted(found, key=_depth, reverse=True)


def close_popups() -> None:
    """Closes menus and lists that hang open."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        continue


def close_quietly(dialogs: Iterable[QDialog]) -> list[QDialog]:
    """Closes dialogs and returns those that stay: their words cannot be saved, or they are in the middle of a task."""
    return [dialog for dialog in dialogs if not _closed(dialog)]


def _closed(dialog: QDialog) -> bool:
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    dialog.reject()
    return bool(ended)


def _depth(dialog: QDialog) -> int:
    depth, above = 0, dialog.parentWidget()
    while above is not None:
        depth, above = depth + 1, above.parentWidget()
    return depth
