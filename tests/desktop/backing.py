"""The running application with its backups looked after, for the tests of backing up and going back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import Champion
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.backups_page import BackupsPage
from champion_app.domain import clock
from champion_app.domain.actions import ActionFields, Horizon
from champion_app.places import backups_of
from champion_app.store.binder import Binder
from champion_app.tasks import actions, backups
from tests.desktop.running import Running

DAY = date(2026, 11, 25)
ONE_MINUTE = 60_000


def work(binder: Binder, title: str = "Order posters") -> int:
    """Something that would be missed."""
    return actions.raise_action(binder, ActionFields(title, horizon=Horizon.THIS_MONTH), today=DAY)


def spoil(path: Path, place: int = 5_000) -> None:
    """Changes a few bytes in the middle of a closed file."""
    with path.open("r+b") as file:
        file.seek(place)
        old = file.read(64)
        file.seek(place)
        file.write(bytes(byte ^ 0xFF for byte in old))


def ruin(path: Path) -> None:
    """Writes over most of a closed binder, so that it does not open."""
    with path.open("r+b") as file:
        for start in range(4_096, path.stat().st_size, 4_096):
            file.seek(start)
            file.write(os.urandom(2_048))


def at(monkeypatch: pytest.MonkeyPatch, *when: int) -> None:
    """What the clock on the wall says from now on."""
    monkeypatch.setattr(clock, "now", lambda: datetime(*when))  # type: ignore[arg-type]


def go_to_backups(window: MainWindow, what: object = None) -> BackupsPage:
    """The page, in view."""
    window._desk.navigation.go_to("backups", what)
    assert isinstance(window.page, BackupsPage)
    return window.page


def read(qtbot: QtBot, page: BackupsPage) -> None:
    """Waits until the chosen backup has been read again."""
    qtbot.waitUntil(lambda: page.list.chosen is not None and page.list.chosen.path in page.list._problems)


def without_backups(path: Path) -> Path:
    """Takes every backup of a binder away."""
    shutil.rmtree(backups_of(path), ignore_errors=True)
    return path


def backed_up(binder: Binder, count: int = 1) -> None:
    """So many backups, something done before each."""
    for number in range(count):
        work(binder, f"Step {number}")
        backups.back_up_now(binder)


Begin = Callable[[Path], Champion]
__all__ = [
    "DAY", "ONE_MINUTE", "Begin", "Iterator", "Running", "at", "backed_up", "go_to_backups", "read", "ruin", "spoil",
    "without_backups", "work",
]  # fmt: skip
