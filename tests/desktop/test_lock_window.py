"""The lock: the right passphrase opens, and everything that can go wrong is told apart (F37-F42)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import Champion
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.listing_dialog import ListingDialog
from champion_app.desktop.dialogs.passphrase_dialog import PassphraseDialog
from champion_app.desktop.lock_window import LockWindow
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.pages.settings_page import SettingsPage
from champion_app.desktop.welcome_window import WelcomeWindow
from champion_app.domain.recovery_codes import RecoveryCode
from champion_app.faults import BackupFull, DiskFull
from champion_app.store import keys
from champion_app.store.binder import Binder
from champion_app.tasks import passphrase, service
from tests.desktop.accessible import control_names, nameless
from tests.desktop.backing import work
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, lock_file, locked_file, plain_file, running, words_of

__all__ = ["locked_file", "plain_file", "running"]
Locked = tuple[Path, RecoveryCode]


def _try(window: LockWindow, typed: str, hands: Hands) -> None:
    window.form.field.line.setText(typed)
    hands.click(window.form.open)


def _desk(champion: Champion) -> Desk:
    desk = champion.lock._desk
    assert desk is not None
    return desk


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_locked_binder_says_so_and_nothing_about_whose_it_is(running: Running, locked_file: Locked) -> None:
    window = running.lock(running.start(locked_file[0]))
    assert "Champion is locked" in words_of(window)
    assert "Hollin Bank" not in words_of(window) and window.windowTitle() == "Champion"
    assert window.form.field.line.echoMode() is QLineEdit.EchoMode.Password
    assert nameless(window) == [] and len(control_names(window)) >= 4


def test_the_passphrase_opens_it_by_keyboard_alone(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    champion = running.start(locked_file[0])
    window = running.lock(champion)
    qtbot.waitUntil(window.form.field.line.hasFocus)
    hands.type(window.form.field.line, SECRET)
    hands.press(window.form.field.line, Qt.Key.Key_Return)
    assert "Hollin Bank" in running.main(champion).windowTitle()


def test_F37_a_wrong_passphrase_is_said_and_changes_nothing(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    before = _hash(path), [_hash(place) for place in keys.places(path)]
    champion = running.start(path)
    window = running.lock(champion)
    assert "the shed" not in words_of(window)
    _try(window, "sun on the tin roof", hands)
    qtbot.waitUntil(window.form.field.problem.isVisible)
    assert "That is not the passphrase" in window.form.field.problem.text()
    assert "damaged" not in words_of(window)
    assert "the shed" in words_of(window), "the hint helps after a slip"
    assert window.form.field.line.selectedText(), "the next letter replaces what was typed"
    assert (_hash(path), [_hash(place) for place in keys.places(path)]) == before
    assert running.open(champion).isVisible()


def test_F37_who_guesses_waits_longer_and_longer_and_nothing_is_ever_wiped(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    window = running.lock(running.start(path))
    now = [1_000.0]
    window.form._steady = lambda: now[0]
    window.form._until = 0.0
    waits = []
    for typed in range(6):
        _try(window, f"a guess {typed}", hands)
        qtbot.waitUntil(lambda typed=typed: passphrase.failures(path) == typed + 1 and not window.form._busy)
        waits.append(window.form._left())
        now[0] += window.form._left()
        window.form.tick()
        assert window.form.open.isEnabled()
    assert waits == [0, 0, 1, 2, 4, 8]
    assert path.exists() and keys.has_keys(path)


def test_F37_the_wait_is_counted_in_words_and_outlasts_a_restart(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    for _ in range(6):
        with pytest.raises(passphrase.WrongPassphrase):
            passphrase.confirm(path, "a guess")
    champion = running.start(path)
    window = running.lock(champion)
    assert "Wait 8 seconds, then try again." in words_of(window)
    assert not window.form.open.isEnabled()
    window.form.field.line.setText(SECRET)
    window.form.submit()
    assert not window.form._busy, "not before it is time"
    later = window.form._until - 0.5
    window.form._steady = lambda: later
    window.form.tick()
    assert "Wait 1 second, then try again." in words_of(window)
    over = window.form._until
    window.form._steady = lambda: over
    window.form.tick()
    assert "Wait" not in words_of(window) and window.form.field.text() == SECRET, "what was typed meanwhile is there"
    hands.click(window.form.open)
    assert running.main(champion).isVisible()
    assert passphrase.failures(path) == 0


def test_F38_forgotten_the_recovery_code_opens_it_and_asks_for_a_new_passphrase(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path, code = locked_file
    champion = running.start(path)
    window = running.lock(champion)
    hands.click(window.form.forgotten)
    assert "nobody can open it" in words_of(window)
    assert "Hollin Bank" not in words_of(window)
    assert nameless(window) == []
    window.form.code.lines[0].setFocus()
    for line, group in zip(window.form.code.lines, code.groups, strict=True):
        assert line.hasFocus(), "a whole group leads to the next"
        hands.type(line, group.lower())
    hands.press(window.form.code.lines[3], Qt.Key.Key_Return)
    main = running.main(champion)
    dialog = main.findChild(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog) and dialog.isVisible()
    assert "The recovery code has opened your binder" in words_of(dialog)
    for field in (dialog.new.first, dialog.new.second):
        hands.type(field.line, "boots by the back door")
    hands.click(dialog.next)
    qtbot.waitUntil(lambda: "The passphrase is changed." in main.notices.words.text())
    champion.lock.lock_now()
    running.open(champion, "boots by the back door")


def test_F38_a_slip_in_the_code_names_the_group_and_costs_no_try(
    running: Running, locked_file: Locked, hands: Hands
) -> None:
    path, code = locked_file
    window = running.lock(running.start(path))
    hands.click(window.form.forgotten)
    groups = list(code.groups)
    groups[1] = ("A" if groups[1][0] != "A" else "C") + groups[1][1:]
    for line, group in zip(window.form.code.lines, groups, strict=True):
        line.setFocus()
        hands.type(line, group)
    hands.click(window.form.open)
    assert not window.form._busy, "it is not even tried"
    assert "second group" in window.form.code.problem.text()
    assert window.form.code.lines[1].property("problem") is True
    assert window.form.code.lines[0].property("problem") is not True
    assert passphrase.failures(path) == 0


def test_F38_the_whole_code_can_be_pasted(running: Running, locked_file: Locked, hands: Hands) -> None:
    path, code = locked_file
    champion = running.start(path)
    window = running.lock(champion)
    hands.click(window.form.forgotten)
    QGuiApplication.clipboard().setText(" - ".join(code.groups).lower() + "\r\n")
    QTest.keyClick(window.form.code.lines[2], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [line.text().upper() for line in window.form.code.lines] == list(code.groups)
    hands.click(window.form.open)
    assert running.main(champion).isVisible()


def test_F38_without_code_there_are_other_ways_to_go_on(running: Running, locked_file: Locked, hands: Hands) -> None:
    champion = running.start(locked_file[0])
    window = running.lock(champion)
    assert not window.others.isVisible()
    hands.click(window.form.forgotten)
    hands.click(window.others)
    assert isinstance(champion.window, WelcomeWindow) and champion.window.elsewhere.isVisible()
    assert not champion.window.start_new.isVisible()
    hands.click(champion.window.again)
    assert "Champion is locked" in words_of(running.lock(champion))


def test_F39_caps_lock_is_noticed_as_letters_come(running: Running, locked_file: Locked) -> None:
    field = running.lock(running.start(locked_file[0])).form.field
    field.line.setFocus()
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    for letter, held, on in (("R", shift, False), ("r", none, False), ("R", none, True), ("r", shift, True)):
        QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_R, held, letter))
        assert field.caps.isVisible() is on
    assert "Caps Lock is on" in field.caps.text()
    QTest.keyClick(field.line, Qt.Key.Key_CapsLock)
    assert not field.caps.isVisible()


def test_F39_show_lets_one_see_what_another_layout_made_of_it(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    window = running.lock(running.start(locked_file[0]))
    _try(window, "rain£", hands)
    qtbot.waitUntil(window.form.field.problem.isVisible)
    assert "another keyboard language" in window.form.field.problem.text()
    hands.click(window.form.field.show_it)
    assert window.form.field.line.echoMode() is QLineEdit.EchoMode.Normal
    hands.click(window.form.field.show_it)
    assert window.form.field.line.echoMode() is QLineEdit.EchoMode.Password


def test_F39_a_pasted_newline_and_another_unicode_form_open_it(
    running: Running, plain_file: Path, hands: Hands
) -> None:
    lock_file(plain_file, unicodedata.normalize("NFC", "tŷ bach twt ger y môr"))
    champion = running.start(plain_file)
    window = running.lock(champion)
    QGuiApplication.clipboard().setText(unicodedata.normalize("NFD", "tŷ bach twt ger y môr") + "\n")
    window.form.field.line.paste()
    hands.click(window.form.open)
    assert running.main(champion).isVisible()


def test_F40_one_damaged_key_file_is_mended_without_a_word(running: Running, locked_file: Locked) -> None:
    path = locked_file[0]
    first, second = keys.places(path)
    first.write_bytes(b"\0" * 500)
    champion = running.start(path)
    assert "damaged" not in words_of(running.lock(champion))
    running.open(champion)
    assert first.read_bytes() == second.read_bytes()


def test_F40_two_damaged_key_files_are_not_called_a_wrong_passphrase(
    running: Running, locked_file: Locked, hands: Hands
) -> None:
    path = locked_file[0]
    for place in keys.places(path):
        place.write_bytes(b"\0" * 500)
    window = running.lock(running.start(path))
    assert "The key to this binder is damaged" in words_of(window)
    assert "Your passphrase is not at fault" in words_of(window)
    assert not window.form.isVisible(), "no passphrase could help"
    hands.click(window.mend)
    assert "No backup on this computer holds a key file" in words_of(window)


def test_F40_the_key_file_inside_a_backup_brings_it_back(running: Running, locked_file: Locked, hands: Hands) -> None:
    path = locked_file[0]
    folder = path.with_name(f"{path.stem}-backups")
    folder.mkdir()
    backup = folder / "000001 2026-11-25 2104 close.champion-backup"
    backup.write_bytes(b"a backup")
    keys.write(backup, keys.read(path))
    for place in keys.places(path):
        place.unlink()
    champion = running.start(path)
    window = running.lock(champion)
    hands.click(window.mend)
    assert "Type the passphrase to open it." in words_of(window)
    running.open(champion)


def _beside_another(path: Path) -> keys.KeyFile:
    """Puts another binder's key files beside this one, of which there is a backup. Returns its own."""
    own = keys.read(path)
    folder = path.with_name(f"{path.stem}-backups")
    folder.mkdir(exist_ok=True)
    backup = folder / "000001 2026-11-25 2104 close.champion-backup"
    backup.write_bytes(b"a backup")
    keys.write(backup, own)
    keys.write(path, keys.new_key_file(bytes(32), "boots by the back door", keys.new_code(), cost=keys.Cost(n=2**4)))
    return own


def test_F40_beside_another_binders_key_files_the_right_passphrase_opens_it(
    running: Running, locked_file: Locked
) -> None:
    path = locked_file[0]
    own = _beside_another(path)
    champion = running.start(path)
    running.open(champion)
    assert keys.read(path) == own


def test_F40_another_binders_passphrase_is_told_so_and_the_newest_backups_key_is_offered(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    own = _beside_another(path)
    champion = running.start(path)
    window = running.lock(champion)
    _try(window, "boots by the back door", hands)
    qtbot.waitUntil(window.mend.isVisible)
    assert window.title.text() == "The key does not fit this binder"
    assert "another binder’s" in words_of(window) and "000001" in words_of(window)
    hands.click(window.mend)
    assert "Type the passphrase to open it." in words_of(window) and keys.read(path) == own
    running.open(champion)


# ---------------------------------------------------------------- locking while it is open


def _opened(running: Running, path: Path) -> tuple[Champion, MainWindow]:
    champion = running.start(path)
    return champion, running.open(champion)


def test_F41_locking_closes_the_binder_forgets_the_key_and_hides_everything(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    champion, main = _opened(running, path)
    binder = _desk(champion).binder
    hands.press(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window = running.lock(champion)
    assert binder.key is None
    assert "Hollin Bank" not in "".join(
        shown.windowTitle() + words_of(shown) for shown in QApplication.topLevelWidgets() if shown.isVisible()
    )
    assert window.form.isVisible()
    held = passphrase.unlock(path, SECRET)  # nobody has it open
    held.close()


def test_F41_the_same_page_comes_back_with_the_words_being_typed(
    running: Running, locked_file: Locked, hands: Hands
) -> None:
    champion, main = _opened(running, locked_file[0])
    _desk(champion).navigation.go_to("settings")
    page = main.page
    assert isinstance(page, SettingsPage)
    page.fields.lines["role"].setFocus()
    page.fields.lines["role"].selectAll()
    hands.type(page.fields.lines["role"], "Head of year, half-typ")
    champion.lock.lock_now()
    again = running.open(champion).page
    assert isinstance(again, SettingsPage)
    assert again.fields.text("role") == "Head of year, half-typ"


def test_F42_a_dialog_that_is_open_is_closed_and_its_words_are_a_draft_in_the_locked_binder(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    champion, main = _opened(running, path)
    _desk(champion).navigation.go_to("find_help")
    page = main.page
    assert isinstance(page, FindHelpPage)
    hands.click(hands.button(page, "Add a service"))
    dialog = main.findChild(ListingDialog)
    assert isinstance(dialog, ListingDialog)
    hands.type(dialog.ui.name, "The Canary Aviary Group")
    champion.lock.lock_now()
    assert not dialog.isVisible()
    running.lock(champion)
    assert not any(isinstance(one, ListingDialog) and one.isVisible() for one in QApplication.topLevelWidgets())
    assert all(b"Canary Aviary" not in place.read_bytes() for place in path.parent.iterdir() if place.is_file())
    main = running.open(champion)
    assert "Your words are kept" in main.notices.words.text()
    assert isinstance(main.page, FindHelpPage)
    hands.click(hands.button(main.page, "Add a service"))
    again = main.findChild(ListingDialog)
    assert isinstance(again, ListingDialog)
    assert again.ui.name.text() == "The Canary Aviary Group"
    again.reject()


def test_F42_on_a_full_disk_nothing_is_lost_it_is_covered_and_said_when_back(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion, main = _opened(running, locked_file[0])
    _desk(champion).navigation.go_to("settings")
    page = main.page
    assert isinstance(page, SettingsPage)

    def full(*told: object) -> None:
        raise DiskFull

    page.fields.lines["role"].setFocus()
    with monkeypatch.context() as broken:
        broken.setattr("champion_app.store.service.save", full)
        hands.type(page.fields.lines["role"], " Canary")
        champion.lock.lock_now()
        family = champion.lock.family
        assert family is not None and family.isVisible() and not main.isVisible()
        assert not champion.lock.locked
    family.ask_back()
    assert family.dialog is not None
    family.dialog.form.field.line.setText(SECRET)
    hands.click(family.dialog.form.open)
    qtbot.waitUntil(main.isVisible)
    assert "was not locked, only covered" in main.notices.words.text()
    assert "the disk is full" in main.notices.words.text()
    assert "Canary" in page.fields.text("role")
    page.flush()
    assert "Canary" in service.who_we_are(_desk(champion).binder).role


class _TakingIn(QDialog):
    """In the middle of something that has to be stopped before it can close."""

    def reject(self) -> None:
        """Not yet."""

    def stopped(self) -> None:
        super().reject()


def test_F42_something_being_taken_in_is_covered_and_then_locked_after_all(
    running: Running, locked_file: Locked, qtbot: QtBot
) -> None:
    champion, main = _opened(running, locked_file[0])
    dialog = _TakingIn(main)
    dialog.open()
    champion.lock.lock_now()
    assert champion.lock.family is not None and not dialog.isVisible() and not main.isVisible()
    assert not champion.lock.locked
    dialog.stopped()
    running.lock(champion)
    assert "only covered" not in running.open(champion).notices.words.text()


def test_F42_work_begun_before_is_ended_before_the_binder_closes(
    running: Running, locked_file: Locked, qtbot: QtBot
) -> None:
    champion, _ = _opened(running, locked_file[0])
    desk = _desk(champion)
    noted: list[int] = []

    def note(result: object) -> None:
        noted.append(len(service.who_we_are(desk.binder).name))  # the binder is still open

    desk.jobs.start(lambda: sum(range(2_000_000)), note, lambda error: None)
    champion.lock.lock_now()
    running.lock(champion)
    assert len(noted) == 1 and noted[0] > 0


def test_F08_a_last_backup_that_cannot_be_made_is_said_before_anybody_leaves(
    running: Running, locked_file: Locked, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion, _ = _opened(running, locked_file[0])
    qtbot.waitUntil(lambda: champion.backing_up is not None)
    looking_after = champion.backing_up
    assert looking_after is not None
    work(_desk(champion).binder)

    def full(*told: object) -> None:
        raise BackupFull(newest="3 March 2026, 14:02")

    with monkeypatch.context() as broken:
        broken.setattr("champion_app.store.backups.make", full)
        champion.lock.lock_now()
        window = running.lock(champion)
        assert "The last backup could not be made." in words_of(window), "who leaves from here has heard of it"
        assert "3 March 2026" not in words_of(window)
        main = running.open(champion)
        assert "the disk is full" in main.notices.words.text()
        main.close()  # at once, before a moment has gone by
        closing = looking_after.closing
        assert closing is not None and main.isVisible()
        qtbot.waitUntil(closing.retry.isVisible)
        hands.click(closing.back)
    champion.lock.lock_now()
    assert "last backup" not in words_of(running.lock(champion))


def test_other_ways_while_it_opens_close_the_binder_again(running: Running, locked_file: Locked, hands: Hands) -> None:
    path, code = locked_file
    champion = running.start(path)
    window = running.lock(champion)
    hands.click(window.form.forgotten)
    window.form.code._spread(0, code.text)
    hands.click(window.form.open)
    hands.click(window.others)
    assert isinstance(champion.window, WelcomeWindow)
    passphrase.unlock(path, SECRET).close()  # nobody has it open


def test_a_binder_without_a_lock_is_covered_by_ctrl_l(running: Running, plain_file: Path, hands: Hands) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    hands.press(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert champion.lock.family is not None and champion.lock.family.isVisible() and not main.isVisible()


def test_leaving_while_it_opens_closes_the_binder_again(
    running: Running, locked_file: Locked, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Binder] = []
    unlock: Callable[[Path, str], Binder] = passphrase.unlock

    def remembered(path: Path, secret: str) -> Binder:
        opened.append(unlock(path, secret))
        return opened[-1]

    monkeypatch.setattr(passphrase, "unlock", remembered)
    champion = running.start(locked_file[0])
    window = running.lock(champion)
    window.form.field.line.setText(SECRET)
    window.form.submit()
    window.close()
    assert isinstance(champion.window, LockWindow)
    monkeypatch.undo()
    assert len(opened) == 1
    passphrase.unlock(locked_file[0], SECRET).close()


@pytest.mark.parametrize("size", [100, 200])
def test_larger_letters_can_be_had_before_anything_is_open(
    running: Running, locked_file: Locked, hands: Hands, size: int
) -> None:
    window = running.lock(running.start(locked_file[0]))
    while window._theme.text_size != size:
        hands.click(window.larger)
    assert window.form.open.isVisible()
    window._theme.apply(text_size=100)
