"""Backups nobody has to think of: by the clock, as one leaves, and what is said when there is none."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from champion_app.desktop import backing_up
from champion_app.desktop.app import make_desk
from champion_app.desktop.backing_up import BackingUp
from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.backups_page import BackupsPage
from champion_app.domain.backups import Reason
from champion_app.faults import BackupFailed, BackupFull, DiskFull
from champion_app.store import backups as store_backups
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders
from tests.desktop.accessible import nameless
from tests.desktop.backing import at, backed_up, work
from tests.desktop.conftest import Hands

Guard = Callable[[Binder], tuple[BackingUp, MainWindow]]


@pytest.fixture
def guarded(qtbot: QtBot, qapp: object) -> Iterator[Guard]:
    """A main window whose binder is looked after, as the application does it."""
    made: list[tuple[BackingUp, MainWindow]] = []

    def guard(binder: Binder) -> tuple[BackingUp, MainWindow]:
        desk = make_desk(binder)
        window, looking_after = MainWindow(desk), BackingUp()
        window.show()
        window.open_first_page()
        looking_after.guard(window, desk)
        made.append((looking_after, window))
        qtbot.wait(1)
        return looking_after, window

    yield guard
    for looking_after, window in made:
        looking_after.let_go()
        window.close()
        looking_after.last(window._desk.binder)  # a clock that runs on would be let go of on any thread
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _half_an_hour(looking_after: BackingUp) -> None:
    """As if the first thing had been done half an hour ago."""
    work_done = looking_after._work
    assert work_done is not None and work_done._since is not None
    work_done._since -= 31 * 60


def _reasons(binder: Binder) -> list[Reason]:
    return [one.reason for one in backups.all_backups(binder.path)]


def _full(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """The disk is full until it is called."""
    real = store_backups.make

    def make(binder: Binder, folder: Path, reason: Reason) -> Any:
        raise BackupFull(newest="3 March 2026, 14:02")

    monkeypatch.setattr(store_backups, "make", make)
    return lambda: monkeypatch.setattr(store_backups, "make", real)


# ---------------------------------------------------------------- as one works


def test_half_an_hour_after_something_was_done_one_is_made_and_nothing_is_said(
    guarded: Guard, sample_binder: Binder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, window = guarded(sample_binder)
    looking_after._quiet.setInterval(1)
    looking_after.look()
    assert not looking_after._quiet.isActive()  # nothing was done
    work(sample_binder)
    looking_after.look()
    assert not looking_after._quiet.isActive()  # not yet
    _half_an_hour(looking_after)
    looking_after.look()
    qtbot.waitUntil(lambda: _reasons(sample_binder) == [Reason.TIMER] and not looking_after._running)
    assert not window.notices.isVisible() and looking_after.banner is not None
    assert not looking_after.banner.isVisible()
    looking_after.look()
    assert not looking_after._quiet.isActive()  # the next waits for the next work


def test_typing_puts_it_off(
    guarded: Guard, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, window = guarded(sample_binder)
    work(sample_binder)
    _half_an_hour(looking_after)
    looking_after._quiet.setInterval(60_000)
    looking_after.look()
    assert looking_after._quiet.isActive()
    again: list[int] = []
    monkeypatch.setattr(looking_after._quiet, "start", lambda: again.append(1))
    window.search.take_focus()
    hands.press(window, Qt.Key.Key_A)
    assert again
    looking_after._rest()
    again.clear()
    hands.press(window, Qt.Key.Key_B)
    assert not again  # nobody listens to keys unless a backup is due
    assert _reasons(sample_binder) == []


def test_F08_a_full_disk_is_a_banner_until_one_succeeds(
    guarded: Guard, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 3, 14, 2)
    backed_up(sample_binder)
    at(monkeypatch, 2026, 3, 5, 9, 0)
    looking_after, window = guarded(sample_binder)
    work(sample_binder)
    room_again = _full(monkeypatch)
    looking_after.back_up(Reason.TIMER)
    banner = looking_after.banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    assert banner.words.text().startswith("No backup since 3 March 2026: the disk is full.")
    assert "every earlier backup is as it was" in banner.words.text()
    assert not banner.later.isVisible() and nameless(banner) == []
    window._desk.navigation.go_to("settings")
    assert banner.isVisible()
    hands.click(banner.act)
    qtbot.waitUntil(lambda: not looking_after._running)
    assert banner.isVisible()  # still full
    room_again()
    hands.click(banner.act)
    qtbot.waitUntil(lambda: not looking_after._running)
    assert not banner.isVisible() and "A backup is made again" in window.notices.words.text()
    assert len(_reasons(sample_binder)) == 2


def test_F08_without_any_backup_it_says_that(
    guarded: Guard, sample_binder: Binder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, _ = guarded(sample_binder)

    def make(binder: Binder, folder: Path, reason: Reason) -> Any:
        raise BackupFailed(reason="the disk reported a fault")

    monkeypatch.setattr(store_backups, "make", make)
    looking_after.back_up()
    banner = looking_after.banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    assert banner.words.text().startswith("There is no backup yet: it could not be made.")


# ---------------------------------------------------------------- at the start


def test_F21_a_binder_changed_while_it_was_closed_leads_to_what_is_different(
    guarded: Guard, sample_file: Path, tmp_path: Path, hands: Hands, qtbot: QtBot
) -> None:
    path = tmp_path / "binder.champion"
    shutil.copy(sample_file, path)
    binder = binders.open_binder(path)
    work(binder, "Ask the library about Saturdays")
    backups.back_up_now(binder)
    binder.close()
    path.write_bytes(path.read_bytes().replace(b"the library about Saturdays", b"the library about Maturdays"))
    binder = binders.open_binder(path)
    looking_after, window = guarded(binder)
    qtbot.waitUntil(window.notices.isVisible)
    assert "changed outside Champion since you closed it" in window.notices.words.text()
    hands.click(hands.button(window.notices, "See what is different"))
    page = window.page
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: "actions: 1 changed" in page.difference.found.text())
    looking_after._let = True
    window.close()
    binder.close()


def test_F81_backups_that_are_all_on_this_laptop_are_said_once_and_calmly(
    guarded: Guard, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 3, 14, 2)
    backed_up(sample_binder)
    at(monkeypatch, 2026, 3, 30, 14, 2)
    looking_after, window = guarded(sample_binder)
    banner = looking_after.banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    assert banner.words.text() == "Your backups are all on this laptop."
    hands.click(banner.act)
    assert isinstance(window.page, BackupsPage) and not banner.isVisible()


# ---------------------------------------------------------------- as one leaves


def test_closing_makes_a_last_backup_and_then_closes(guarded: Guard, sample_binder: Binder, qtbot: QtBot) -> None:
    looking_after, window = guarded(sample_binder)
    work(sample_binder)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert _reasons(sample_binder) == [Reason.CLOSE]
    looking_after.last(sample_binder)
    assert len(_reasons(sample_binder)) == 1


def test_with_nothing_new_closing_makes_none(guarded: Guard, sample_binder: Binder, qtbot: QtBot) -> None:
    backed_up(sample_binder)
    _, window = guarded(sample_binder)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert _reasons(sample_binder) == [Reason.ASKED]


def test_F08_when_the_last_one_cannot_be_made_one_may_stay_try_again_or_close_without_it(
    guarded: Guard, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, window = guarded(sample_binder)
    work(sample_binder)
    _full(monkeypatch)
    window.close()
    qtbot.waitUntil(lambda: looking_after.closing is not None and looking_after.closing.retry.isVisible())
    dialog = looking_after.closing
    assert dialog is not None and window.isVisible()
    assert "The last backup could not be made" in dialog.title.text() and "the disk is full" in dialog.words.text()
    assert nameless(dialog) == []
    hands.click(dialog.back)
    assert window.isVisible() and looking_after.closing is None
    window.close()
    qtbot.waitUntil(lambda: looking_after.closing is not None and looking_after.closing.retry.isVisible())
    dialog = looking_after.closing
    assert dialog is not None
    hands.click(dialog.without)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert _reasons(sample_binder) == []
    looking_after.last(sample_binder)  # does not try behind anybody's back


def test_F07_words_that_cannot_be_saved_come_before_any_backup(
    guarded: Guard, sample_binder: Binder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, window = guarded(sample_binder)
    assert window.page is not None

    def full() -> None:
        raise DiskFull

    monkeypatch.setattr(window.page, "flush", full)
    asked: list[object] = []
    window._desk.messages.asked.connect(asked.append)
    window.close()
    assert window.isVisible() and len(asked) == 1 and looking_after.closing is None
    monkeypatch.undo()


def test_F08_closing_without_the_last_words_still_says_that_there_is_no_last_backup(
    guarded: Guard, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking_after, window = guarded(sample_binder)
    work(sample_binder)
    _full(monkeypatch)
    assert window.page is not None
    saved: list[int] = []

    def full() -> None:
        saved.append(1)
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(window.page, "flush", full)
        window.close()
        question = window.findChild(QuestionDialog)
        assert question is not None
        hands.click(hands.button(question, "Close without them"))
        qtbot.waitUntil(lambda: looking_after.closing is not None and looking_after.closing.retry.isVisible())
        dialog = looking_after.closing
        assert dialog is not None and window.isVisible()
        hands.click(dialog.back)
        saved.clear()
        window.close()
        assert window.isVisible() and saved, "who stayed is asked about new words again"


def test_a_lock_has_its_last_backup_too(guarded: Guard, sample_binder: Binder) -> None:
    looking_after, _ = guarded(sample_binder)
    work(sample_binder)
    looking_after.last(sample_binder)
    assert _reasons(sample_binder) == [Reason.CLOSE]
    assert not looking_after._timer.isActive()


def test_it_looks_once_a_minute() -> None:
    assert BackingUp()._timer.interval() == backing_up.LOOK_MS == 60_000
