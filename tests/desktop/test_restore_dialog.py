"""Going back, in a running window: what would be lost is said, the words are kept, it can be undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.restore_dialog import RestoreDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.welcome_window import WelcomeWindow
from champion_app.faults import DiskFull
from champion_app.places import backups_of
from champion_app.store import digest, moving, restoring
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, passphrase, settings
from tests.desktop.accessible import nameless
from tests.desktop.backing import ONE_MINUTE, at, backed_up, go_to_backups, read, spoil, work
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, lock_file, plain_file, running, words_of

__all__ = ["plain_file", "running"]


def start(running: Running, path: Path) -> MainWindow:
    return running.main(running.start(path))


def titles(binder: Binder) -> set[str]:
    return {row["title"] for row in binder.rows("SELECT title FROM actions")}


def binder_of(window: object) -> Binder:
    assert isinstance(window, MainWindow)
    return window._desk.binder


def ask(window: MainWindow, qtbot: QtBot, place: int = 0) -> RestoreDialog:
    """The dialog for one of the backups, once it knows what it says."""
    page = go_to_backups(window)
    page.list.choose(place)
    read(qtbot, page)
    page.list.go.click()
    dialog = page.dialog
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(lambda: "Looking" not in dialog.lost.text())
    return dialog


@pytest.fixture
def two_days(plain_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A backup of 3 March, and two things done since."""
    with closing(binders.open_binder(plain_file)) as binder:
        at(monkeypatch, 2026, 3, 3, 14, 2)
        backed_up(binder)
        at(monkeypatch, 2026, 11, 25, 9, 30)
        work(binder, "Ring the library")
        work(binder, "Order posters")
    yield plain_file


def test_it_says_what_would_be_lost_and_names_both_dates(running: Running, two_days: Path, qtbot: QtBot) -> None:
    dialog = ask(start(running, two_days), qtbot)
    said = words_of(dialog)
    assert "Go back to the backup of 3 March 2026 at 14:02?" in said
    assert "You would go back 2 steps of work, the last on 25 November 2026 at 09:30." in said
    assert "You would have fewer: 11 actions instead of 13." in said
    assert said.count("25 November 2026 at 09:30: new action") == 2
    assert "backed up first and set aside" in said
    assert dialog.yes.text() == "Go back from 25 November 2026 to 3 March 2026"
    assert nameless(dialog) == []
    dialog.reject()


def test_on_the_same_day_it_names_the_time(
    running: Running, two_days: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(running, two_days)
    at(monkeypatch, 2026, 3, 3, 16, 40)
    dialog = ask(window, qtbot)
    assert dialog.yes.text() == "Go back from now to 14:02 today"
    dialog.reject()


def test_escape_changes_nothing(running: Running, two_days: Path, qtbot: QtBot, hands: Hands) -> None:
    window = start(running, two_days)
    before = digest.digest(binder_of(window))
    dialog = ask(window, qtbot)
    hands.press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and digest.digest(binder_of(window)) == before


def test_shut_while_it_still_looks_nobody_waits_for_what_it_finds(
    running: Running, two_days: Path, qtbot: QtBot, hands: Hands
) -> None:
    window = start(running, two_days)
    page = go_to_backups(window)
    page.list.choose(0)
    read(qtbot, page)
    page.list.go.click()
    dialog = page.dialog
    assert isinstance(dialog, RestoreDialog) and "Looking" in dialog.lost.text()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    window._desk.jobs.wait()  # what it found comes back to nobody, and that is no mistake
    assert page.dialog is None and not window.notices.isVisible()


def test_going_back_and_undoing_it_brings_every_row_back(
    running: Running, two_days: Path, qtbot: QtBot, hands: Hands
) -> None:
    window = start(running, two_days)
    champion = running.started[-1]
    before = titles(binder_of(window))
    hands.click(ask(window, qtbot).yes)
    qtbot.waitUntil(
        lambda: champion.window is not window and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE
    )
    back = running.main(champion)
    assert titles(binder_of(back)) == before - {"Ring the library", "Order posters"}
    assert back.notices.words.text() == "You are back at 3 March 2026 at 14:02. What you had is kept."
    assert back._name == "backups"
    hands.click(hands.button(back.notices, "Undo this"))
    qtbot.waitUntil(lambda: champion.window is not back and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE)
    again = running.main(champion)
    assert titles(binder_of(again)) == before
    assert "as it was before you went back" in again.notices.words.text()


def test_a_backup_that_is_damaged_meanwhile_is_refused_with_its_reason(
    running: Running, two_days: Path, qtbot: QtBot
) -> None:
    window = start(running, two_days)
    page = go_to_backups(window)
    page.list.choose(0)
    read(qtbot, page)
    spoil(backups.all_backups(two_days)[-1].path)
    page.list.go.click()
    dialog = page.dialog
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(lambda: "This backup is damaged" in dialog.lost.text())
    assert "the file is not as it was written" in dialog.lost.text()
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_F5_a_restore_that_cannot_be_done_leaves_the_binder_open_as_it_was(
    running: Running, two_days: Path, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(running, two_days)
    champion = running.started[-1]
    before = titles(binder_of(window))

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(restoring, "_copy_in", full)
    hands.click(ask(window, qtbot).yes)
    qtbot.waitUntil(
        lambda: champion.window is not window and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE
    )
    same = running.main(champion)
    assert titles(binder_of(same)) == before
    assert "There is no room on the disk to go back to that backup." in same.notices.words.text()


def test_F5_interrupted_half_way_it_asks_which_way(
    running: Running, two_days: Path, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start(running, two_days)
    champion = running.started[-1]
    real = moving._move

    def stumble(source: Path, target: Path) -> None:
        if target == two_days:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(moving, "_move", stumble)
    hands.click(ask(window, qtbot).yes)
    qtbot.waitUntil(lambda: isinstance(champion.window, WelcomeWindow), timeout=ONE_MINUTE)
    assert isinstance(champion.window, WelcomeWindow)
    assert "Going back was interrupted" in words_of(champion.window)
    monkeypatch.setattr(moving, "_move", real)
    hands.click(champion.window.keep)
    assert "Order posters" in titles(binder_of(champion.window))


def test_F40_a_backup_of_before_the_passphrase_was_changed_asks_for_its_own(
    running: Running, plain_file: Path, qtbot: QtBot, hands: Hands
) -> None:
    """A lock that was taken off and put on anew has another key; the old backups still open with the old words."""
    lock_file(plain_file, "old words in a row")
    with closing(passphrase.unlock(plain_file, "old words in a row")) as binder:
        backed_up(binder)
    passphrase.turn_off(plain_file, "old words in a row")
    lock_file(plain_file)
    champion = running.start(plain_file)
    window = running.open(champion)
    page = go_to_backups(window)
    page.list.choose(0)
    read(qtbot, page)
    page.list.go.click()
    dialog = page.dialog
    assert isinstance(dialog, RestoreDialog) and dialog.form.isVisible()
    qtbot.waitUntil(lambda: "Looking" not in dialog.lost.text())
    assert not dialog.yes.isEnabled()
    dialog.form.field.line.setText(SECRET)
    hands.click(dialog.form.open)
    qtbot.waitUntil(lambda: bool(dialog.form.field.problem.text()))
    dialog.form.field.line.setText("old words in a row")
    dialog.form._until = 0.0
    dialog.form.tick()
    hands.click(dialog.form.open)
    qtbot.waitUntil(dialog.yes.isEnabled)
    hands.click(dialog.yes)
    qtbot.waitUntil(
        lambda: champion.window is not window and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE
    )
    back = running.main(champion)
    assert "Step 0" in titles(binder_of(back)) and binder_of(back).key is not None
    hands.click(hands.button(back.notices, "Undo this"))
    qtbot.waitUntil(lambda: champion.window is not back and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE)
    again = running.main(champion)
    assert "Step 0" in titles(binder_of(again)) and binder_of(again).key is not None
    assert "as it was before you went back" in again.notices.words.text()


def test_words_in_the_middle_of_being_typed_go_into_what_is_set_aside(
    running: Running, two_days: Path, qtbot: QtBot, hands: Hands
) -> None:
    window = start(running, two_days)
    champion = running.started[-1]
    settings.keep_setting(binder_of(window), "draft test", '{"a": "half a sentence"}')
    hands.click(ask(window, qtbot).yes)
    qtbot.waitUntil(
        lambda: champion.window is not window and isinstance(champion.window, MainWindow), timeout=ONE_MINUTE
    )
    running.main(champion)
    (aside,) = backups.set_asides(two_days)
    with closing(binders.open_binder(Path(shutil.copy(aside.path, two_days.with_name("aside.champion"))))) as kept:
        assert settings.setting(kept, "draft test") == '{"a": "half a sentence"}'
    assert aside.backed_up and backups_of(two_days).is_dir()
