"""Real windows on real binders: one starter and one sample binder are made for the run and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import application, load_fonts, make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.store.binder import Binder
from champion_app.tasks import binders, sample


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as users get it: its style and its fonts."""
    made = application()
    load_fonts()
    return made


@pytest.fixture(scope="session")
def starter_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("starter") / "starter.champion"
    binders.make_binder(path).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.champion"
    sample.make_sample(path).close()
    return path


@pytest.fixture
def new_binder(starter_file: Path, tmp_path: Path) -> Iterator[Binder]:
    """A binder as ``new`` makes it: starter content, no service named yet."""
    path = tmp_path / "binder.champion"
    shutil.copy(starter_file, path)
    binder = binders.open_binder(path)
    yield binder
    binder.close()


@pytest.fixture
def sample_binder(sample_file: Path, tmp_path: Path) -> Iterator[Binder]:
    """The sample primary school: 25 of 37 answered, 10 actions, 25 log entries, 12 listings."""
    path = tmp_path / "sample.champion"
    shutil.copy(sample_file, path)
    binder = binders.open_binder(path)
    yield binder
    binder.close()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Binder], MainWindow]]:
    """Opens the main window on a binder and closes it after the test."""
    opened: list[MainWindow] = []

    def open_on(binder: Binder) -> MainWindow:
        window = MainWindow(make_desk(binder))
        qtbot.addWidget(window)
        opened.append(window)
        window.show()
        window.open_first_page()
        return window

    yield open_on
    for window in opened:
        window.close()
    # Without this closed windows live on, and every style sheet dresses them again: half a second a test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Hands:
    """Presses real buttons and keys and counts them, as the scenarios do: typing text is not counted."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clicks = 0

    def click(self, widget: QWidget) -> None:
        """One press on a visible, enabled control."""
        assert widget.isVisible(), f"{widget.accessibleName() or widget} cannot be seen"
        assert widget.isEnabled(), f"{widget.accessibleName() or widget} is greyed out"
        self.clicks += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(
        self, where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key that activates something."""
        self.clicks += 1
        self._qtbot.keyClick(where, key, modifier)

    def type(self, where: QWidget, text: str) -> None:
        """Types text, any letters, as an input method does; not counted."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(where, event)

    def button(self, inside: QWidget, words: str) -> QAbstractButton:
        """The visible button that says ``words`` (or is named so)."""
        found = [
            made
            for made in inside.findChildren(QAbstractButton)
            if made.isVisible() and words in (made.text(), made.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} visible buttons say {words!r}"
        return found[0]


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)
