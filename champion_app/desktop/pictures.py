"""Pictures of every page of the window, for the demonstration and for looking at what we make."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from shiboken6 import delete

from champion_app.desktop.app import application, load_fonts, make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.page_list import ENTRIES, ENTRY_OF
from champion_app.faults import FolderReadOnly
from champion_app.tasks import binders

# Long enough for the leaflet's preview to be drawn on its worker.
SETTLE_MS = 1_500


def picture_pages(binder_path: Path, folder: Path) -> list[Path]:
    """Opens a binder, shows every page and saves a picture of each as ``page-NAME.png``. Raises a binder fault."""
    application()
    load_fonts()
    binder = binders.open_binder(binder_path)
    desk = make_desk(binder)
    window = MainWindow(desk)
    made = []
    try:
        window.show()
        for name in (*(entry.name for entry in ENTRIES), *ENTRY_OF):
            desk.navigation.go_to(name)
            _settle(SETTLE_MS if name == "leaflets" else 100)
            path = folder / f"page-{name.replace('_', '-')}.png"
            if not window.grab().save(str(path)):
                raise FolderReadOnly(folder=folder)
            made.append(path)
        window.close()
    finally:
        delete(window)  # now, and its timers with it: none may ask a binder that is closed
        binder.close()
    return made


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
