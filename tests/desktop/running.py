"""The running application on a binder with or without a lock, for the tests of locking. Keys are made cheaply here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop import app as app_module
from champion_app.desktop.app import Champion
from champion_app.desktop.lock_window import LockWindow
from champion_app.desktop.main_window import MainWindow
from champion_app.domain.recovery_codes import RecoveryCode
from champion_app.places import Places
from champion_app.store.keys import Cost
from champion_app.tasks import passphrase

Shown = TypeVar("Shown", bound=QWidget)
SECRET = "rain on the tin roof"
CHEAP = Cost(n=2**4)


def words_of(inside: QWidget | None) -> str:
    """Every label in view."""
    assert inside is not None
    return "\n".join(made.text() for made in inside.findChildren(QLabel) if made.isVisible())


def lock_file(path: Path, secret: str = SECRET, hint: str = "") -> RecoveryCode:
    """Puts a lock on a closed binder and returns its recovery code."""
    code = passphrase.begin()
    passphrase.turn_on(path, code, code.text, secret, hint, cost=CHEAP)
    return code


def in_front(window: Shown) -> Shown:
    """The window, once keys go to it."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    for _ in range(100):  # a dialog counts as active with the window it belongs to
        if QApplication.activeWindow() is window:
            break
        QApplication.processEvents()
    return window


class Running:
    """Starts the application; what it shows is closed after the test."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self._qtbot, self._home = qtbot, home
        self.started: list[Champion] = []

    def start(self, path: Path) -> Champion:
        champion = Champion(Places(self._home), path)
        self.started.append(champion)
        champion.start()
        return champion

    def main(self, champion: Champion) -> MainWindow:
        """The main window, once it is there."""
        self._qtbot.waitUntil(lambda: isinstance(champion.window, MainWindow) and champion.window.isVisible())
        assert isinstance(champion.window, MainWindow)
        return in_front(champion.window)

    def lock(self, champion: Champion) -> LockWindow:
        """The lock window, once it asks for the passphrase."""
        self._qtbot.waitUntil(lambda: isinstance(champion.window, LockWindow) and champion.lock.locked)
        assert isinstance(champion.window, LockWindow)
        return in_front(champion.window)

    def open(self, champion: Champion, secret: str = SECRET) -> MainWindow:
        """Types the passphrase and waits for the main window."""
        window = self.lock(champion)
        window.form.field.line.setText(secret)
        window.form.submit()
        return self.main(champion)


@pytest.fixture
def running(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.setattr(app_module, "RING_SECONDS", 0.2)
    made = Running(qtbot, tmp_path / "home")
    yield made
    for champion in made.started:
        if champion.lock.family is not None:
            champion.lock.family.end()
        if champion.window is not None:
            champion.window.close()
            champion.window.deleteLater()
        champion.stop()
    # Closed windows that live on would be dressed again with every style sheet.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def plain_file(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "binder.champion"
    shutil.copy(sample_file, path)
    return path


@pytest.fixture
def locked_file(plain_file: Path) -> tuple[Path, RecoveryCode]:
    """The sample service with a lock."""
    return plain_file, lock_file(plain_file, hint="the shed")
