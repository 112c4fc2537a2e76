"""The passphrase dialog: chosen twice, its code printed and typed back, and only then the lock is on (promise P8)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import Champion
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog, TurnOff, TurnOn, Way
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets import paper_printer, recovery_code_card
from champion_app.desktop.widgets.lock_card import LockCard
from champion_app.faults import DiskFull, LockFailed, WrongCode, WrongPassphrase
from champion_app.store import keys, locking
from champion_app.store.binder import Binder
from champion_app.tasks import binders, disk_question, papers, passphrase
from champion_app.tasks.backups import back_up_now, choose_second_place
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, in_front, lock_file, locked_file, plain_file, running, words_of

__all__ = ["locked_file", "plain_file", "running"]
Open = Callable[[Binder], MainWindow]


def _dialog(window: MainWindow, desk: Desk, way: Way, secret: str = "") -> PassphraseDialog:
    dialog = PassphraseDialog(desk, way, window, secret)
    dialog.open()
    return in_front(dialog)


def _desk(champion: Champion) -> Desk:
    desk = champion.lock._desk
    assert desk is not None
    return desk


def _choose(dialog: PassphraseDialog, hands: Hands, words: str = SECRET, again: str = "", hint: str = "") -> None:
    hands.type(dialog.new.first.line, words)
    hands.type(dialog.new.second.line, again or words)
    hands.type(dialog.new.hint_line, hint)
    hands.click(dialog.next)


def _type_back(dialog: PassphraseDialog, hands: Hands, groups: tuple[str, ...]) -> None:
    for line, group in zip(dialog.typed.lines, groups, strict=True):
        line.setFocus()
        hands.type(line, group)


def test_the_lock_is_asked_for_only_with_the_code_typed_back(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    asked: list[object] = []
    window._desk.navigation.lock_asked.connect(asked.append)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    assert dialog.place.text() == "Step 1 of 3" and dialog.new.first.line.hasFocus()
    _choose(dialog, hands, hint="the shed")
    assert dialog.place.text() == "Step 2 of 3"
    large = [made.text() for made in dialog.card.groups]
    assert tuple(large) == dialog.code.groups
    hands.click(dialog.next)
    assert not any(made.isVisible() for made in dialog.card.groups), "the code cannot be copied off the screen"
    _type_back(dialog, hands, tuple(group.lower() for group in dialog.code.groups))
    assert asked == []
    hands.click(dialog.next)
    (order,) = asked
    assert isinstance(order, TurnOn)
    assert (order.passphrase, order.hint, order.code) == (SECRET, "the shed", dialog.code)
    assert SECRET not in repr(order) and dialog.code.text not in repr(order)
    assert dialog.new.passphrase == "" and not dialog.isVisible(), "nothing typed is left behind"


def test_a_slip_names_the_group_and_another_sheets_code_is_known_for_what_it_is(
    open_window: Open, sample_binder: Binder, hands: Hands
) -> None:
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    _choose(dialog, hands)
    hands.click(dialog.next)
    groups = list(dialog.code.groups)
    groups[2] = ("A" if groups[2][0] != "A" else "C") + groups[2][1:]
    _type_back(dialog, hands, tuple(groups))
    assert "There is a slip in the third group." in words_of(dialog)
    hands.click(dialog.next)
    assert "third group" in dialog.typed.problem.text() and dialog.isVisible()
    dialog.typed.clear()
    _type_back(dialog, hands, passphrase.begin().groups)
    hands.click(dialog.next)
    assert "not the one on the sheet" in dialog.typed.problem.text() and dialog.isVisible()
    hands.click(dialog.back)
    assert all(made.isVisible() for made in dialog.card.groups)


@pytest.mark.parametrize(
    ("words", "again", "hint", "said"),
    [
        ("short", "short", "", "too short"),
        ("rain on the roof", "rain on the roofs", "", "The two are not the same"),
        ("rain on the roof", "rain on the roof", "it is Rain on the Roof!", "gives the passphrase away"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    open_window: Open, sample_binder: Binder, hands: Hands, words: str, again: str, hint: str, said: str
) -> None:
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    _choose(dialog, hands, words, again, hint)
    assert dialog.place.text() == "Step 1 of 3" and said in words_of(dialog)


def test_it_is_judged_in_words_while_it_is_typed(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    said = []
    for words in ("abc", "password1", "seven blue kettles on a winter hill"):
        dialog.new.first.line.clear()
        hands.type(dialog.new.first.line, words)
        said.append(dialog.new.rating.text().partition(".")[0])
    assert said == ["Too short", "Weak", "Strong"]


def test_nothing_typed_is_kept_as_a_draft(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    hands.type(dialog.new.first.line, "the canary passphrase")
    hands.type(dialog.new.hint_line, "the canary hint")
    dialog.reject()
    rows = sample_binder.rows("SELECT value FROM settings")
    assert not any("canary" in str(row["value"]) for row in rows)
    again = _dialog(window, window._desk, Way.TURN_ON)
    assert again.new.passphrase == "" and again.code.text != dialog.code.text, "a new sheet each time"


def test_without_a_printer_the_sheet_is_not_saved_by_itself(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(recovery_code_card, "printer_in_reach", lambda: False)
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    _choose(dialog, hands)
    hands.click(dialog.card.print)
    assert "No printer is in reach" in words_of(dialog) and "write the code down" in words_of(dialog)
    sheet = tmp_path / "sheet.pdf"
    dialog.card.save_to(sheet)
    qtbot.waitUntil(lambda: "Saved" in dialog.card.said.text(), timeout=20_000)
    assert papers.page_count(sheet.read_bytes()) == 1
    assert "delete this file if it is on this laptop" in words_of(dialog)
    dialog.card.save_to(tmp_path / "not there" / "sheet.pdf")
    qtbot.waitUntil(lambda: "Saved" not in dialog.card.said.text())


def test_a_printer_that_fails_is_said(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*told: object) -> int:
        raise paper_printer.PrinterRefused

    monkeypatch.setattr(recovery_code_card, "printer_in_reach", lambda: True)
    monkeypatch.setattr(recovery_code_card, "paint_sheets", refuses)
    window = open_window(sample_binder)
    dialog = _dialog(window, window._desk, Way.TURN_ON)
    _choose(dialog, hands)
    hands.click(dialog.card.print)
    printing = dialog.card.print_dialog
    assert printing is not None and printing.isVisible()
    printing.accept()
    qtbot.waitUntil(lambda: "did not take the sheet" in dialog.card.said.text())


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_nothing_is_wider_than_the_dialog(
    open_window: Open, sample_binder: Binder, way: Way, size: int
) -> None:
    window = open_window(sample_binder)
    window._desk.theme.apply("light", size)
    dialog = _dialog(window, window._desk, way, "x")
    for place in range(dialog.steps.count()):
        dialog._show_step(place)
        QApplication.processEvents()
        assert nameless(dialog) == [] and len(control_names(dialog)) >= 2
        assert dialog.width() <= window.width()
        inner = dialog.steps.currentWidget().widget()  # type: ignore[union-attr]
        assert all(made.geometry().right() <= inner.width() for made in inner.findChildren(QLabel) if made.isVisible())
    dialog.reject()
    window._desk.theme.apply("light", 100)


# ---------------------------------------------------------------- with the application behind it


def test_turning_it_on_and_off_again(running: Running, plain_file: Path, hands: Hands, qtbot: QtBot) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    _desk(champion).navigation.go_to("work_plan")
    dialog = _dialog(main, _desk(champion), Way.TURN_ON)
    _choose(dialog, hands)
    hands.click(dialog.next)
    _type_back(dialog, hands, dialog.code.groups)
    code = dialog.code
    hands.press(dialog.typed.lines[3], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: champion.lock._desk is not None and _desk(champion).binder.key is not None, timeout=20_000)
    main = running.main(champion)
    assert type(main.page).__name__ == "WorkPlanPage", "back on the same page"
    turned = disk_question.turned(_desk(champion).binder)
    assert turned is not None and turned.on and turned.by == "Sam Okafor"
    qtbot.waitUntil(lambda: "every backup on this computer needs the passphrase" in main.notices.words.text())
    card = LockCard(_desk(champion))
    qtbot.addWidget(card)
    card.show()
    assert "Turned on by Sam Okafor" in words_of(card) and card.turn_off.isVisible() and not card.left.isVisible()
    champion.lock.lock_now()
    running.open(champion)
    champion.lock.lock_now()
    main = running.open(champion, code.text)
    main.findChild(PassphraseDialog).reject()  # type: ignore[union-attr]
    dialog = _dialog(main, _desk(champion), Way.TURN_OFF)
    hands.type(dialog.present.line, "a guess")
    hands.click(dialog.next)
    qtbot.waitUntil(dialog.present.problem.isVisible)
    dialog.present.line.setText(SECRET)
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: champion.lock._desk is not None and _desk(champion).binder.key is None, timeout=20_000)
    assert not keys.has_keys(plain_file)
    assert "The lock is off" in running.main(champion).notices.words.text()


def test_a_lock_that_cannot_be_turned_on_opens_the_binder_as_it_was(
    running: Running, plain_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*told: object) -> None:
        raise LockFailed(reason="the disk is full", way_out="Make room, then try again.")

    monkeypatch.setattr(locking, "turn_on", fails)
    champion = running.start(plain_file)
    running.main(champion)
    code = passphrase.begin()
    before = champion.window
    _desk(champion).navigation.lock_asked.emit(TurnOn(code, code.text, SECRET))
    qtbot.waitUntil(lambda: champion.window is not before and isinstance(champion.window, MainWindow), timeout=20_000)
    main = running.main(champion)
    qtbot.waitUntil(main.notices.isVisible)
    assert "The lock was not changed: the disk is full." in main.notices.words.text()
    assert _desk(champion).binder.key is None and disk_question.turned(_desk(champion).binder) is None


def test_a_wrong_secret_leaves_the_lock_on(running: Running, locked_file: tuple, qtbot: QtBot) -> None:
    champion = running.start(locked_file[0])
    running.open(champion)
    _desk(champion).navigation.lock_asked.emit(TurnOff("not this one"))
    running.lock(champion)
    running.open(champion)


def test_it_waits_for_words_that_cannot_be_saved(
    running: Running, plain_file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    _desk(champion).navigation.go_to("settings")
    page = main.page
    assert page is not None

    def full() -> None:
        raise DiskFull

    monkeypatch.setattr(page, "flush", full)
    code = passphrase.begin()
    _desk(champion).navigation.lock_asked.emit(TurnOn(code, code.text, SECRET))
    assert champion.window is main and main.isVisible() and main.notices.isVisible()
    assert not keys.has_keys(plain_file)
    monkeypatch.undo()


def test_it_cannot_be_left_while_the_passphrase_is_being_changed(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot
) -> None:
    """Half-way out, nobody would be told which passphrase counts from now on."""
    champion = running.start(locked_file[0])
    main = running.open(champion)
    dialog = _dialog(main, _desk(champion), Way.CHANGE)
    hands.type(dialog.present.line, SECRET)
    _choose(dialog, hands, "boots by the back door")
    hands.press(dialog, Qt.Key.Key_Escape)
    hands.click(dialog.cancel)
    assert dialog.isVisible() and dialog.present.text() == SECRET
    qtbot.waitUntil(lambda: "The passphrase is changed." in main.notices.words.text())
    assert not dialog.isVisible()
    passphrase.confirm(locked_file[0], "boots by the back door")


def test_change_and_new_code(running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot) -> None:
    path, old = locked_file
    champion = running.start(path)
    main = running.open(champion)
    dialog = _dialog(main, _desk(champion), Way.CHANGE)
    hands.type(dialog.present.line, "a guess")
    _choose(dialog, hands, "boots by the back door")
    qtbot.waitUntil(dialog.present.problem.isVisible)
    assert "not the passphrase" in dialog.present.problem.text()
    dialog.present.line.setText(SECRET)
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: "The passphrase is changed." in main.notices.words.text())
    dialog = _dialog(main, _desk(champion), Way.NEW_CODE)
    hands.click(dialog.next)
    _type_back(dialog, hands, dialog.code.groups)
    new = dialog.code
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: "Destroy older sheets" in main.notices.words.text())
    passphrase.confirm(path, new.text)
    passphrase.confirm(path, "boots by the back door")
    with pytest.raises(WrongCode):
        passphrase.confirm(path, old.text)


@pytest.fixture
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not in the folder of the binder."""
    place = tmp_path_factory.mktemp("away") / "stick"
    place.mkdir()
    return place


def _change(running: Running, champion: Champion, hands: Hands) -> MainWindow:
    main = running.open(champion)
    dialog = _dialog(main, _desk(champion), Way.CHANGE)
    hands.type(dialog.present.line, SECRET)
    _choose(dialog, hands, "boots by the back door")
    return main


def test_F37_what_was_not_reached_by_a_change_is_said_and_stays_in_view(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot, stick: Path
) -> None:
    path = locked_file[0]
    chosen = choose_second_place(path, stick)
    stick.rename(stick.with_name("in a drawer"))
    main = _change(running, running.start(path), hands)
    qtbot.waitUntil(lambda: "The passphrase is changed." in main.notices.words.text())
    said = main.notices.words.text().replace("\u200b", "")
    assert f"still open with what counted before: {chosen.folder}." in said and "Plug it in" in said


def test_F37_a_change_that_reached_everything_says_how_many_backups(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    with closing(passphrase.unlock(path, SECRET)) as binder:
        back_up_now(binder)
    main = _change(running, running.start(path), hands)
    qtbot.waitUntil(lambda: "The passphrase is changed." in main.notices.words.text())
    assert main.notices.words.text() == "The passphrase is changed. 1 backup has it too."


def test_F37_removing_what_can_still_be_read_says_where_it_could_not_look(
    running: Running, plain_file: Path, qtbot: QtBot, stick: Path
) -> None:
    chosen = choose_second_place(plain_file, stick)
    with closing(binders.open_binder(plain_file)) as binder:
        old = [back_up_now(binder).backup.path]
    lock_file(plain_file)
    champion = running.start(plain_file)
    main = running.open(champion)
    heard: list[str] = []
    _desk(champion).messages.said.connect(lambda notice: heard.append(notice.text.replace("\u200b", "")))
    card = LockCard(_desk(champion))
    qtbot.addWidget(card)
    card.show()
    qtbot.waitUntil(lambda: "2 files from before the lock" in words_of(card))  # one of them in the second place
    stick.rename(stick.with_name("in a drawer"))
    card._remove(card._found)
    qtbot.waitUntil(lambda: bool(heard))
    assert "What Champion keeps needs the passphrase now." in heard[-1]
    assert f"Not looked at, for it is not there now: {chosen.folder}." in heard[-1]
    stick.with_name("in a drawer").rename(stick)
    card._show_left()
    qtbot.waitUntil(lambda: "1 file from before the lock" in words_of(card))
    card._remove(card._found)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert "Not looked at" not in heard[-1] and not card.left.isVisible() and main.isVisible()
    old += list(chosen.folder.glob("*.champion-backup"))
    assert not any(place.exists() for place in old)


def test_F37_a_lock_turned_on_names_a_second_place_that_is_not_there(
    running: Running, plain_file: Path, qtbot: QtBot, stick: Path
) -> None:
    chosen = choose_second_place(plain_file, stick)
    stick.rename(stick.with_name("in a drawer"))
    champion = running.start(plain_file)
    running.main(champion)
    code = passphrase.begin()
    _desk(champion).navigation.lock_asked.emit(TurnOn(code, code.text, SECRET))
    qtbot.waitUntil(lambda: champion.lock._desk is not None and _desk(champion).binder.key is not None, timeout=20_000)
    main = running.main(champion)
    qtbot.waitUntil(lambda: "every backup on this computer needs the passphrase" in main.notices.words.text())
    assert f"Copies in {chosen.folder} may not" in main.notices.words.text().replace("\u200b", "")


def test_T27_the_next_champion_gets_secrets_of_their_own_and_the_old_ones_open_nothing(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot
) -> None:
    path, old_code = locked_file
    champion = running.start(path)
    main = running.open(champion)
    dialog = _dialog(main, _desk(champion), Way.HAND_OVER)
    hands.type(dialog.present.line, "a guess")
    _choose(dialog, hands, "boots by the back door")
    hands.click(dialog.next)
    _type_back(dialog, hands, dialog.code.groups)
    hands.click(dialog.next)
    qtbot.waitUntil(dialog.present.problem.isVisible)
    assert dialog.place.text() == "Step 1 of 3", "where the passphrase of now is typed"
    dialog.present.line.setText(SECRET)
    for _ in range(3):
        hands.click(dialog.next)
    qtbot.waitUntil(lambda: champion.window is not main and isinstance(champion.window, MainWindow), timeout=20_000)
    main, new_code = running.main(champion), dialog.code.text
    qtbot.waitUntil(lambda: "a backup has been made with them" in main.notices.words.text(), timeout=20_000)
    champion.stop()
    for old in (SECRET, old_code.text):
        with pytest.raises((WrongPassphrase, WrongCode)):
            passphrase.unlock(path, old)
    for new in ("boots by the back door", new_code):
        passphrase.unlock(path, new).close()
