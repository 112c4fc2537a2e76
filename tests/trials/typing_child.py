"""Run as a process of its own: loads the window once, then makes a copy of itself for each binder it is told of.

A copy opens the window, types on and on into the log's entry, and says after each letter how many there are. It is
killed by whoever started it.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest

from champion_app.desktop.app import application, make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.action_log_page import ActionLogPage
from champion_app.tasks import binders

# Somebody types, thinks, types on: seconds between letters.
_QUICK, _SLOW, _OFTEN = 0.05, 0.9, 0.03


def main() -> None:
    """One copy for each line; all of them type at the same time."""
    os.writev(1, [b"ready\n"])
    for place, line in enumerate(sys.stdin):
        if os.fork() == 0:
            type_on(Path(line.strip()), random.Random(place))
            os._exit(0)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            return


def type_on(path: Path, chance: random.Random) -> None:
    """Types until it is killed."""
    application()
    window = MainWindow(make_desk(binders.open_binder(path)))
    window.show()
    window._desk.navigation.go_to("action_log")
    page = window.page
    assert isinstance(page, ActionLogPage)
    page.card.what.setFocus()
    os.writev(1, [f"{path.parent.name} pid {os.getpid()}\n".encode()])
    for number in range(10_000):
        QTest.keyClicks(page.card.what, "abcdefghij klmnopqr"[number % 19])
        # On the clock that all processes share: who kills it knows then how long ago each letter was typed.
        os.writev(1, [f"{path.parent.name} {number + 1} {time.monotonic()}\n".encode()])
        wait = _SLOW if chance.random() < _OFTEN else chance.uniform(0.2, 1.8) * _QUICK
        QTest.qWait(max(1, round(wait * 1000)))


if __name__ == "__main__":
    main()
