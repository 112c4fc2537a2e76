"""A process that starts and says when it can be used: Champion on a binder, or a window with nothing in it.

``python start_child.py empty`` or ``python start_child.py champion BINDER HOME``. Usable means: shown, painted, every
event done that was waiting. One line of JSON says so, then the process is gone.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIZE = (1366, 768)
_TURNS = 3


def empty() -> None:
    """The floor: a window as large as ours, with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    qt = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    ready(qt)


def champion(binder: Path, home: Path) -> None:
    """Champion as ``champion-app --binder FILE`` starts it, as far as the moment it would wait for the person."""
    from champion_app import cli, places

    def here() -> places.Places:
        # Asked for when the window's modules are loaded and nothing has been shown: the moment to put ourselves where
        # the waiting would begin. And never this computer's own binder.
        from PySide6.QtWidgets import QApplication

        QApplication.exec = lambda *_: ready(QApplication.instance())
        return places.Places(home)

    places.for_this_person = here
    sys.exit(cli.main(["--binder", str(binder)]))


def ready(qt: QApplication) -> int:
    """Does what is waiting to be done, then says so and ends."""
    from PySide6.QtWidgets import QMainWindow

    from tests.benchmarks.memory import peak_memory

    for _ in range(_TURNS):
        qt.sendPostedEvents()
        qt.processEvents()
    window = next(widget for widget in qt.topLevelWidgets() if isinstance(widget, QMainWindow) and widget.isVisible())
    page = getattr(window, "page", None)
    shown = type(page).__name__ if page is not None else type(window).__name__
    print(json.dumps({"memory": peak_memory(), "shown": shown, "modules": sorted(sys.modules)}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        champion(Path(sys.argv[2]), Path(sys.argv[3]))
