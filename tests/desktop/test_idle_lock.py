"""Nobody there: ten minutes without a key, or asleep meanwhile (F41). No test waits: the clocks are moved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from champion_app.desktop.idle_lock import IdleLock
from champion_app.desktop.pages.settings_page import SettingsPage
from champion_app.tasks import disk_question, settings
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, in_front, locked_file, plain_file, running, words_of

__all__ = ["locked_file", "plain_file", "running"]


class Clocks:
    """One that only runs forward and one on the wall."""

    def __init__(self) -> None:
        self.steady, self.wall = 5_000.0, 1_800_000_000.0

    def pass_by(self, seconds: float, idle: IdleLock, *, tick: float = 5) -> None:
        """Time goes by as the ticks see it."""
        left = seconds
        while left > 0:
            self.steady, self.wall, left = self.steady + tick, self.wall + tick, left - tick
            idle.look()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(qapp: QApplication, clocks: Clocks) -> Iterator[IdleLock]:
    made = IdleLock(10, steady=lambda: clocks.steady, wall=lambda: clocks.wall)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def said(idle: IdleLock) -> list[str]:
    """What was said, in order."""
    heard: list[str] = []
    for name in ("due", "warned", "slept"):
        getattr(idle, name).connect(lambda name=name: heard.append(name))
    return heard


def test_F41_ten_minutes_alone_warn_half_a_minute_before_and_then_lock(
    idle: IdleLock, clocks: Clocks, said: list[str]
) -> None:
    clocks.pass_by(9 * 60, idle)
    assert said == []
    clocks.pass_by(35, idle)
    assert said == ["warned"]
    clocks.pass_by(30, idle)
    assert said[:2] == ["warned", "due"]


def test_F41_a_key_or_the_mouse_begins_the_ten_minutes_again(
    idle: IdleLock, clocks: Clocks, said: list[str], qtbot: QtBot
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    in_front(line)
    window = line.windowHandle()
    for wake in (
        lambda: QTest.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.mouseMove(window, QPoint(3, 4)),
        lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)),
    ):
        clocks.pass_by(9 * 60, idle)
        wake()
        QApplication.processEvents()
    assert said == []
    assert line.text() == "a", "what was pressed went where it was meant to go"
    clocks.pass_by(11 * 60, idle)
    assert "due" in said


@pytest.mark.parametrize(("steady", "wall"), [(300, 300), (0, 300)], ids=["both clocks went on", "only the wall's did"])
def test_F41_waking_up_locks_at_once(
    idle: IdleLock, clocks: Clocks, said: list[str], steady: float, wall: float
) -> None:
    clocks.pass_by(60, idle)
    clocks.steady += steady
    clocks.wall += wall
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert said == ["slept"]


def test_F41_being_suspended_locks_where_qt_tells(idle: IdleLock, said: list[str]) -> None:
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert said == ["slept"]


def test_F41_a_busy_minute_and_a_clock_set_back_are_not_sleep(idle: IdleLock, clocks: Clocks, said: list[str]) -> None:
    clocks.pass_by(60, idle, tick=15)
    clocks.wall -= 400 * 86_400
    clocks.pass_by(60, idle)
    assert said == []


def test_F41_nothing_is_watched_any_more_once_stopped(idle: IdleLock, said: list[str], qtbot: QtBot) -> None:
    idle.stop()
    idle.stop()
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert said == []


def test_F41_left_open_it_locks_with_the_words_kept(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot
) -> None:
    champion = running.start(locked_file[0])
    main = running.open(champion)
    assert champion.lock._desk is not None
    champion.lock._desk.navigation.go_to("settings")
    page = main.page
    assert isinstance(page, SettingsPage)
    page.fields.lines["role"].setFocus()
    page.fields.lines["role"].end(False)
    hands.type(page.fields.lines["role"], " left")
    assert champion.lock.idle is not None
    champion.lock.idle.warned.emit()
    assert "locks in half a minute" in main.notices.words.text()
    champion.lock.idle.due.emit()
    assert "Champion is locked" in words_of(running.lock(champion))
    again = running.open(champion, SECRET).page
    assert isinstance(again, SettingsPage) and again.fields.text("role").endswith(" left")


def test_F41_without_a_passphrase_nothing_locks_by_itself(running: Running, plain_file: object) -> None:
    champion = running.start(plain_file)  # type: ignore[arg-type]
    running.main(champion)
    assert champion.lock.idle is None


def test_F41_the_family_view_stays_however_long_but_not_over_a_sleep(running: Running, locked_file: tuple) -> None:
    champion = running.start(locked_file[0])
    running.open(champion)
    champion.lock.show_family()
    family = champion.lock.family
    assert family is not None and champion.lock.idle is not None
    champion.lock.idle.due.emit()
    assert family.isVisible() and not champion.lock.locked
    champion.lock.idle.slept.emit()
    running.lock(champion)
    assert champion.lock.family is None


def test_how_long_is_a_setting_that_counts_at_once(running: Running, locked_file: tuple) -> None:
    champion = running.start(locked_file[0])
    running.open(champion)
    desk = champion.lock._desk
    assert desk is not None and champion.lock.idle is not None and champion.lock.idle.minutes == 10
    settings.keep_setting(desk.binder, disk_question.LOCK_AFTER_SETTING, "20")
    desk.navigation.lock_asked.emit("minutes")
    assert champion.lock.idle.minutes == 20
