"""Starting: a first start, a binder that is missing, strange or newer, and a second start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from champion_app.desktop import app as app_module
from champion_app.desktop.app import Champion
from champion_app.desktop.dialogs.erase_dialog import ErasedDialog, EraseDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.action_log_page import ActionLogPage
from champion_app.desktop.pages.holdings_page import HoldingsPage
from champion_app.desktop.welcome_window import WelcomeWindow
from champion_app.domain import clock
from champion_app.domain.log_entries import LogFields
from champion_app.faults import DiskFull
from champion_app.places import Places
from champion_app.store import doorbell, spare_room
from champion_app.tasks import binders, log_entries
from tests.desktop.conftest import Hands
from tests.desktop.running import Running, lock_file, plain_file, running
from tests.trials import disk_full

__all__ = ["plain_file", "running"]
Start = Callable[[Path], Champion]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setattr(app_module, "RING_SECONDS", 0.2)
    started: list[Champion] = []

    def begin(path: Path) -> Champion:
        champion = Champion(Places(tmp_path / "home"), path)
        started.append(champion)
        champion.start()
        return champion

    yield begin
    for champion in started:
        if champion.window is not None:
            champion.window.close()
            qtbot.addWidget(champion.window)
        champion.stop()


def _words(window: QMainWindow | None) -> str:
    assert window is not None
    return "\n".join(made.text() for made in window.findChildren(QLabel) if made.isVisible()).replace("\u200b", "")


def test_a_first_start_welcomes_and_makes_nothing(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "home" / "binder.champion"
    champion = start(path)
    assert isinstance(champion.window, WelcomeWindow)
    assert "Welcome to Champion" in _words(champion.window)
    assert not path.exists()


def test_start_new_makes_a_binder_and_asks_three_short_things(start: Start, tmp_path: Path, hands: Hands) -> None:
    path = tmp_path / "home" / "binder.champion"
    champion = start(path)
    assert isinstance(champion.window, WelcomeWindow)
    hands.click(champion.window.start_new)
    assert path.exists()
    assert isinstance(champion.window, MainWindow)
    assert not champion.window.sidebar.isVisible()


def test_look_round_opens_the_sample_and_leaves_the_own_place_empty(start: Start, tmp_path: Path, hands: Hands) -> None:
    path = tmp_path / "home" / "binder.champion"
    champion = start(path)
    assert isinstance(champion.window, WelcomeWindow)
    hands.click(champion.window.look_round)
    assert isinstance(champion.window, MainWindow)
    assert "Hollin Bank" in champion.window.windowTitle()
    assert not path.exists()


def test_F15_a_binder_that_has_gone_is_a_problem_page_and_never_an_empty_one(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "home" / "binder.champion"
    binders.make_binder_here(path).close()
    start(path).stop()
    path.unlink()
    champion = start(path)
    assert "We cannot find your work" in _words(champion.window)
    assert str(path) in _words(champion.window)
    assert not path.exists()


def test_F16_another_programs_file_is_named_and_left_alone(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "binder.champion"
    path.write_text("<html>not a binder</html>")
    champion = start(path)
    assert "is not a Champion binder" in _words(champion.window)
    assert path.read_text() == "<html>not a binder</html>"


def test_F22_a_newer_binder_offers_no_fresh_start(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "binder.champion"
    binder = binders.make_binder(path)
    with binder.atomic("from_the_future"):
        binder.insert("_sqlite_migrations", {"migration_set": "champion", "name": "9999_later", "applied_at": "2030"})
    binder.close()
    before = path.read_bytes()
    champion = start(path)
    assert isinstance(champion.window, WelcomeWindow)
    assert "newer version" in _words(champion.window)
    assert not champion.window.start_new.isVisible()
    assert path.read_bytes() == before


def test_F27_a_second_start_is_told_and_leaves_no_request_behind(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "binder.champion"
    holder = binders.make_binder(path)
    champion = start(path)
    assert isinstance(champion.window, WelcomeWindow)
    assert "already open" in _words(champion.window)
    assert not doorbell.waiting(path)
    holder.close()


def test_F27_the_open_window_answers_a_second_start(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "binder.champion"
    binders.make_binder(path).close()
    champion = start(path)
    assert isinstance(champion.window, MainWindow)
    doorbell.ring(path)
    qtbot.waitUntil(lambda: not doorbell.waiting(path), timeout=3_000)


@pytest.mark.parametrize("locked", [False, True])
def test_F79_erasing_everything_leaves_nothing_and_one_may_begin_anew(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot, tmp_path: Path, locked: bool
) -> None:
    if locked:
        lock_file(plain_file)
    champion = running.start(plain_file)
    window = running.open(champion) if locked else running.main(champion)
    certificate = tmp_path / "stick" / "certificate.pdf"
    certificate.parent.mkdir()
    window._desk.navigation.go_to("holdings")
    assert isinstance(window.page, HoldingsPage)
    window.page.open_erase()
    dialog = window.page.dialog
    assert isinstance(dialog, EraseDialog)
    dialog.save_to(certificate)
    qtbot.waitUntil(lambda: dialog.certificate is not None)
    dialog.typed.setText(dialog.about.to_type)
    hands.click(dialog.erase)
    welcome = champion.window
    assert isinstance(welcome, WelcomeWindow) and certificate.exists()
    assert not list(tmp_path.glob("binder*"))
    assert champion.lock.idle is None, "nobody waits any more for somebody to go away"
    told = welcome.findChild(ErasedDialog)
    assert told is not None and told.isVisible()
    if locked:
        told.reject()
        hands.click(welcome.start_new)
        assert isinstance(champion.window, MainWindow) and plain_file.exists()
    else:
        hands.click(told.close_button)
        assert not welcome.isVisible(), "the button says so"


def test_F13_an_unexpected_error_is_said_and_its_text_is_not_written(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "binder.champion"
    binders.make_binder(path).close()
    champion = start(path)
    assert isinstance(champion.window, MainWindow)
    try:
        raise ValueError("Jo Bloggs, born 3 May 2016")
    except ValueError as error:
        champion.last_resort.catch(type(error), error, error.__traceback__)
    assert "not saved" in champion.window.notices.words.text()
    log = Places(tmp_path / "home").log.read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "Bloggs" not in log


def test_F07_on_a_full_disk_room_is_freed_with_one_press_and_the_words_are_saved(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    if why_not := disk_full.why_not():
        pytest.skip(why_not)
    with disk_full.small_disk(tmp_path) as disk:
        path = Path(shutil.copy(plain_file, disk / plain_file.name))
        window = running.main(running.start(path))
        qtbot.waitUntil(lambda: spare_room.is_kept(path))
        window._desk.navigation.go_to("action_log")
        page = window.page
        assert isinstance(page, ActionLogPage)
        entry = log_entries.log_it(window._desk.binder, LogFields("Rang the visitors' centre", clock.today()))
        page.arrive(entry)
        disk_full.fill(disk, 0)
        page.pane.what.selectAll()
        words = "Rang the visitors' centre. " + "They have a play worker. " * 400
        page.pane.what.insertPlainText(words)
        with pytest.raises(DiskFull):
            page.flush()
        window._desk.navigation.go_to("home")
        assert window.page is page
        assert "the disk is full" in window.notices.words.text()
        hands.click(hands.button(window.notices, "Free space for me"))
        assert "what you had typed is kept" in window.notices.words.text()
        kept = log_entries.entry(window._desk.binder, entry)
        assert kept is not None and kept.fields.what == words.strip()
        assert not spare_room.is_kept(path)
        window.close()


def test_a_lock_and_a_binder_that_cannot_be_opened_look_as_the_window_did(
    running: Running, plain_file: Path, tmp_path: Path
) -> None:
    lock_file(plain_file)
    first = running.start(plain_file)
    running.open(first)._desk.theme.apply("dark", 200)
    first.stop()
    again = running.lock(running.start(plain_file))
    assert (again._theme.name, again._theme.text_size) == ("dark", 200)
    again.close()
    plain_file.rename(tmp_path / "elsewhere")
    welcome = running.start(plain_file).window
    assert isinstance(welcome, WelcomeWindow) and welcome._theme.text_size == 200
    welcome._theme.apply("light", 100)


@pytest.mark.parametrize("noted", [b"", b"dark", b"dark 90", b"dark 1e9", b"\xff\xfe 100", b"nothing 125"])
def test_a_look_that_makes_no_sense_is_no_trouble(start: Start, tmp_path: Path, noted: bytes) -> None:
    places = Places(tmp_path / "home")
    places.home.mkdir()
    places.look.write_bytes(noted)
    champion = start(tmp_path / "binder.champion")
    assert isinstance(champion.window, WelcomeWindow)


def test_F01_after_a_crash_half_typed_words_are_said_to_be_there(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot
) -> None:
    def start() -> tuple[Champion, MainWindow]:
        champion = running.start(plain_file)
        window = running.main(champion)
        qtbot.waitUntil(lambda: champion.backing_up is not None)
        return champion, window

    def close(champion: Champion, window: MainWindow) -> None:
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
        champion.stop()

    champion, window = start()
    window._desk.drafts.keep("log entry", {"what": "Rang the libr"})
    window._desk.drafts.keep("new action", {"title": "A corner"})
    window._desk.drafts.keep("prison 3", {})
    window._desk.drafts.drop("prison 3")
    left_open = window._desk.binder.remembered("open since")
    assert list(left_open.values()) == ["yes"]
    close(champion, window)
    with closing(binders.open_binder(plain_file)) as binder, binder.atomic("keep_setting"):
        for name, value in left_open.items():
            binder.remember(name, value)  # as it is when the battery is empty, and nobody closes anything
    champion, window = start()
    assert window.notices.words.text() == "We got back what you were typing: a log entry, a new action."
    hands.click(hands.button(window.notices, "Go there"))
    assert isinstance(window.page, ActionLogPage)
    close(champion, window)
    champion, window = start()
    assert not window.notices.isVisible(), "closed as it should be: it was said then that the words are kept"
    close(champion, window)
