"""Backups: everything about them on one page; a damaged one is shown as such and cannot be chosen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.dialogs.restore_dialog import BringBack, GoBack, RestoreDialog
from champion_app.desktop.dialogs.second_place_dialog import SecondPlaceDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.backups_page import BackupsPage
from champion_app.domain.recovery_codes import new_code
from champion_app.places import backups_of
from champion_app.store import keys
from champion_app.store.binder import Binder
from champion_app.store.locking import turn_on
from champion_app.tasks import backups, binders, found_backups
from tests.desktop.accessible import control_names, nameless
from tests.desktop.backing import at, backed_up, go_to_backups, read, spoil, work
from tests.desktop.conftest import Hands
from tests.desktop.running import words_of

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def window(open_window: Open, sample_binder: Binder) -> MainWindow:
    return open_window(sample_binder)


@pytest.fixture
def asked(window: MainWindow) -> list[object]:
    """What was asked of the application."""
    heard: list[object] = []
    window._desk.navigation.lock_asked.connect(heard.append)
    return heard


def _still(page: BackupsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.state.strip.busy and not page.place.strip.busy, timeout=20_000)


def _dialog(page: BackupsPage) -> QWidget:
    assert page.dialog is not None
    return page.dialog


def test_an_empty_page_teaches_and_makes_the_first_one(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    page = go_to_backups(window)
    assert "There is no backup yet" in words_of(page)
    assert not page.list_card.isVisible() and not page.aside.isVisible() and not page.state.check.isVisible()
    assert nameless(page) == []
    hands.click(page.state.now)
    _still(page, qtbot)
    assert page.state.result.text() == "Done: a new backup is there. It was opened and checked."
    assert "1 backup, newest first" in words_of(page)
    hands.click(page.up)
    assert window._name == "settings"


def test_t23_it_says_where_and_when_and_that_it_was_opened_and_checked(
    window: MainWindow, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 3, 14, 2)
    backed_up(sample_binder)
    at(monkeypatch, 2026, 11, 24, 9, 30)
    backed_up(sample_binder)
    page = go_to_backups(window)
    said = words_of(page)
    assert "Your newest backup was made on 24 November 2026 at 09:30, because you asked for it." in said
    assert "It was opened and checked." in said and "The oldest is of 3 March 2026." in said
    assert page.state.where.text().replace("\u200b", "") == str(backups_of(sample_binder.path))
    hands.click(page.state.copy)
    assert QGuiApplication.clipboard().text() == str(backups_of(sample_binder.path))
    titles = [page.list.model.index(place).data() for place in range(page.list.model.rowCount())]
    assert titles == ["24 November 2026 at 09:30", "3 March 2026 at 14:02"]
    assert "12 actions" in page.list.model._rows[0].second and page.list.model._rows[0].state == "Checked"


def test_one_is_read_again_before_it_can_be_gone_back_to(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot, asked: list[object]
) -> None:
    backed_up(sample_binder, 2)
    work(sample_binder, "Since then")
    page = go_to_backups(window)
    page.list.rows.setFocus()
    hands.press(page.list.rows, Qt.Key.Key_Down)
    assert not page.list.go.isEnabled()
    read(qtbot, page)
    assert "as it was when it was made" in page.list.chosen_state.text()
    hands.click(page.list.go)
    dialog = _dialog(page)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(dialog.yes.isEnabled)
    hands.click(dialog.yes)
    assert len(asked) == 1 and isinstance(asked[0], GoBack)


def test_a_damaged_backup_is_shown_as_such_and_cannot_be_chosen(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    backed_up(sample_binder, 3)
    there = backups.all_backups(sample_binder.path)
    spoil(there[0].path)
    there[1].path.write_bytes(b"")
    page = go_to_backups(window)
    assert page.list.model._rows[1].state == "Damaged"  # an empty file needs no reading
    page.list.choose(0)
    read(qtbot, page)
    assert "This backup is damaged: the file is not as it was written." in page.list.chosen_state.text()
    assert not page.list.go.isEnabled() and page.list.model._rows[0].state == "Damaged"
    assert page.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("2")
    assert "Damaged" in page.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    page.list.choose(2)
    read(qtbot, page)
    assert page.list.go.isEnabled()


def test_check_my_backups_reads_every_one_and_names_the_damaged(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    backed_up(sample_binder, 3)
    page = go_to_backups(window)
    hands.click(page.state.check)
    _still(page, qtbot)
    assert page.state.result.text() == "3 backups were read: every one is whole."
    assert [row.state for row in page.list.model._rows] == ["Opened and checked"] * 3
    spoil(backups.all_backups(sample_binder.path)[1].path)
    hands.click(page.state.check)
    _still(page, qtbot)
    assert page.state.result.text().startswith("2 of 3 are whole. Damaged: the backup of ")
    assert "the file is not as it was written" in page.state.result.text()


# ---------------------------------------------------------------- a second place


def test_F81_a_second_place_with_copies_locked_by_a_passphrase_of_their_own(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    backed_up(sample_binder)
    page = go_to_backups(window)
    page.choose_place(stick)
    dialog = _dialog(page)
    assert isinstance(dialog, SecondPlaceDialog) and dialog.lock_it.isChecked()
    assert list(stick.iterdir()) == []
    hands.click(dialog.next)
    dialog.new.first.line.setText("short")
    hands.click(dialog.next)
    assert dialog.new.first.problem.isVisible()
    dialog.new.first.line.setText("rain on the tin roof")
    dialog.new.second.line.setText("rain on the tin roof")
    hands.click(dialog.next)
    code = [made.text() for made in dialog.card.groups]
    hands.click(dialog.next)
    hands.click(dialog.next)
    assert dialog.typed.problem.isVisible()  # nothing typed back yet
    for line, group in zip(dialog.typed.lines, code, strict=True):
        line.setText(group)
    assert dialog.next.text() == "Copy my backups there"
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: page.dialog is None, timeout=10_000)
    _still(page, qtbot)
    assert "the newest backup lies there too" in page.place.result.text()
    assert "locked with a passphrase of their own" in words_of(page.place)
    (copy,) = found_backups.look(stick)
    assert copy.encrypted and not found_backups.problem(copy, found_backups.key_of(copy, "rain on the tin roof"))
    hands.click(page.place.stop)
    assert found_backups.look(stick) and backups.second_place(sample_binder.path) is None


def test_F81_after_fourteen_days_it_says_that_they_are_all_on_this_laptop(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:  # fmt: skip
    at(monkeypatch, 2026, 3, 3, 14, 2)
    backed_up(sample_binder)
    page = go_to_backups(window)
    assert not page.place.late.isVisible()
    at(monkeypatch, 2026, 3, 17, 9, 0)
    page.refresh()
    assert page.place.late.isVisible() and "Your backups are all on this laptop." in words_of(page.place)
    hands.click(page.place.choose)
    assert page.place.folder_dialog is not None
    page.place.folder_dialog.reject()
    stick = tmp_path_factory.mktemp("stick")
    page.choose_place(stick)
    dialog = _dialog(page)
    assert isinstance(dialog, SecondPlaceDialog)
    hands.click(dialog.leave_open)
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: page.dialog is None)
    _still(page, qtbot)
    assert not page.place.late.isVisible()
    assert "1 backup lies there. Last copied on 17 March 2026." in words_of(page.place)
    assert "whoever finds the stick can read them" in words_of(page.place)
    shutil.rmtree(stick)
    page.refresh()
    assert "Plug in the stick" in words_of(page.place) and not page.place.copy.isEnabled()


def test_a_place_beside_the_binder_is_no_second_place(
    window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    page = go_to_backups(window)
    page.choose_place(sample_binder.path.parent)
    dialog = _dialog(page)
    assert isinstance(dialog, SecondPlaceDialog)
    hands.click(dialog.leave_open)
    hands.click(dialog.next)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "is where your binder itself is kept" in dialog.problem.text().replace("\u200b", "")
    hands.click(dialog.cancel)
    assert page.dialog is None


# ---------------------------------------------------------------- set aside


def _answer(hands: Hands, qtbot: QtBot, words: str) -> None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QuestionDialog) and one.isVisible()]
    assert len(found) == 1
    hands.click(hands.button(found[0], words))


def test_what_was_set_aside_is_listed_with_its_size_and_can_go_or_come_back(
    open_window: Open, sample_file: Path, tmp_path: Path, hands: Hands, qtbot: QtBot
) -> None:
    path = tmp_path / "binder.champion"
    shutil.copy(sample_file, path)
    binder = binders.open_binder(path)
    backed_up(binder)
    binder.close()
    aside = backups.restore(path, backups.all_backups(path)[0])
    binder = binders.open_binder(path)
    window = open_window(binder)
    heard: list[object] = []
    window._desk.navigation.lock_asked.connect(heard.append)
    page = go_to_backups(window)
    QApplication.processEvents()
    said = words_of(page.aside)
    assert "1 binder, " in said and aside.path.name in said.replace("\u200b", "") and "in a backup too" in said
    hands.click(hands.button(page.aside, "Bring it back…"))
    _answer(hands, qtbot, "Bring it back")
    assert isinstance(heard[0], BringBack) and heard[0].set_aside.path == aside.path
    hands.click(hands.button(page.aside, "Let go of it…"))
    _answer(hands, qtbot, "Keep it")
    assert aside.path.exists()
    hands.click(hands.button(page.aside, "Let go of it…"))
    _answer(hands, qtbot, "Let go of it")
    assert not aside.path.exists() and not page.aside.isVisible()
    window.close()
    binder.close()


# ---------------------------------------------------------------- changed outside


def test_F18_one_changed_letter_is_noticed_and_the_comparison_names_it(
    open_window: Open, sample_file: Path, tmp_path: Path, hands: Hands, qtbot: QtBot
) -> None:
    path = tmp_path / "binder.champion"
    shutil.copy(sample_file, path)
    binder = binders.open_binder(path)
    work(binder, "Ask the library about Saturdays")
    backups.back_up_now(binder)
    binder.close()
    path.write_bytes(path.read_bytes().replace(b"Ask the library about Saturdays", b"Ask the library about Maturdays"))
    binder = binders.open_binder(path)
    assert binder.outside
    page = go_to_backups(open_window(binder), "different")
    qtbot.waitUntil(lambda: "Different from" in page.difference.found.text())
    assert "actions: 1 changed (Ask the library about Maturdays)" in page.difference.found.text()
    assert "Changed outside Champion" in words_of(page)
    hands.click(page.difference.go)
    dialog = _dialog(page)
    assert isinstance(dialog, RestoreDialog)
    qtbot.waitUntil(dialog.yes.isEnabled)
    dialog.close()
    page.window().close()
    binder.close()


def test_F21_carrying_on_is_remembered(window: MainWindow, sample_binder: Binder, hands: Hands, qtbot: QtBot) -> None:
    backed_up(sample_binder)
    sample_binder.outside = True
    page = go_to_backups(window)
    qtbot.waitUntil(lambda: "is the same as in the backup" in page.difference.found.text())
    assert not page.difference.go.isVisible()
    hands.click(page.difference.carry_on)
    page.refresh()
    assert not page.difference.isVisible() and not sample_binder.outside


def test_F21_without_a_backup_it_says_so(window: MainWindow, sample_binder: Binder) -> None:
    sample_binder.outside = True
    page = go_to_backups(window, "different")
    assert "There is no backup to compare it with" in page.difference.found.text()


def test_every_control_has_a_name_and_long_names_do_not_widen_the_page(
    window: MainWindow, sample_binder: Binder, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    deep = tmp_path_factory.mktemp("stick") / ("Averylongnamewithoutanygap" * 7)
    deep.mkdir()
    backups.choose_second_place(sample_binder.path, deep)
    backed_up(sample_binder, 12)
    window.resize(640, 600)
    page = go_to_backups(window, "place")
    page.list.choose(0)
    read(qtbot, page)
    assert nameless(page) == [] and len(control_names(page)) >= 8
    inner = page.place.parentWidget()
    assert inner is not None and inner.width() <= page.width()


def test_a_locked_binder_needs_no_further_passphrase_for_its_copies(
    open_window: Open, sample_file: Path, tmp_path: Path, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, stick = tmp_path / "binder.champion", tmp_path_factory.mktemp("stick")
    shutil.copy(sample_file, path)
    key = keys.new_key()
    turn_on(path, key, keys.new_key_file(key, "rain on the tin roof", new_code(), cost=keys.Cost(n=2**4)))
    binder = binders.open_binder(path, key)
    window = open_window(binder)
    page = go_to_backups(window)
    page.choose_place(stick)
    assert page.dialog is None
    _still(page, qtbot)
    assert "the newest backup lies there too" in page.place.result.text()
    (copy,) = found_backups.look(stick)
    assert copy.encrypted
    page.list.choose(0)
    read(qtbot, page)
    assert page.list.go.isEnabled()
    window.close()
    binder.close()


def test_dates_do_not_hide_a_second_backup_of_the_same_minute(
    window: MainWindow, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 2026, 3, 3, 14, 2)
    backed_up(sample_binder, 2)
    page = go_to_backups(window)
    assert page.list.model.rowCount() == 2
    page.list.choose(1)
    chosen = page.list.chosen
    assert chosen is not None and chosen.number == 1 and chosen.made_at.date() == date(2026, 3, 3)
