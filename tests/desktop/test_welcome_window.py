"""The window when the binder is not there or cannot be opened: a way on, nothing lost, each fault in its own words."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import Champion
from champion_app.desktop.lock_window import LockWindow
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.welcome_window import WelcomeWindow
from champion_app.faults import BinderDamaged, BinderReadOnly, Fault, RestoreUnfinished
from champion_app.places import Places, backups_of
from champion_app.store import digest, keys, moving
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, found_backups
from tests.desktop.accessible import nameless
from tests.desktop.backing import ONE_MINUTE, at, backed_up, ruin, spoil, work
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, lock_file, plain_file, running, words_of
from tests.store.bound_by_modes import bound_by_modes

__all__ = ["plain_file", "running"]


@pytest.fixture
def kept(plain_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A binder with backups of 3 March and 24 November, and something done since."""
    with closing(binders.open_binder(plain_file)) as binder:
        at(monkeypatch, 2026, 3, 3, 14, 2)
        backed_up(binder)
        at(monkeypatch, 2026, 11, 24, 21, 4)
        work(binder, "Ring the library")
        backups.back_up_now(binder)
        work(binder, "Done since")
    return plain_file


def welcome(running: Running, path: Path, qtbot: QtBot) -> WelcomeWindow:
    """The window, once it knows what it offers."""
    champion = running.start(path)
    return shown(champion, qtbot)


def shown(champion: Champion, qtbot: QtBot) -> WelcomeWindow:
    window = champion.window
    assert isinstance(window, WelcomeWindow)
    qtbot.waitUntil(lambda: "Looking for" not in words_of(window))
    return window


def back(running: Running, window: WelcomeWindow, qtbot: QtBot, hands: Hands) -> MainWindow:
    """Waits until the work is back, and goes in."""
    qtbot.waitUntil(window.go_in.isVisible, timeout=ONE_MINUTE)
    hands.click(window.go_in)
    return running.main(running.started[-1])


def titles(window: MainWindow) -> set[str]:
    return {row["title"] for row in window._desk.binder.rows("SELECT title FROM actions")}


# ---------------------------------------------------------------- F15, F16: not there, or something else


def test_F15_a_missing_binder_offers_the_newest_backup_and_a_new_one_only_last(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands
) -> None:
    kept.unlink()
    window = welcome(running, kept, qtbot)
    said = words_of(window)
    assert "We cannot find your work" in said and str(kept) in said.replace("\u200b", "")
    assert "Your newest good backup is of 24 November 2026 at 21:04." in said
    assert nameless(window) == [] and not kept.exists()
    ways = [made for made in window._ways if made.isVisible()]
    assert ways[-1] is window.start_new
    hands.click(window.rescue.go)
    main = back(running, window, qtbot, hands)
    assert {"Step 0", "Ring the library"} <= titles(main) and "Done since" not in titles(main)


def test_F15_without_any_backup_it_leads_to_another_place(running: Running, plain_file: Path, qtbot: QtBot) -> None:
    running.start(plain_file).stop()
    running.started[-1].window.close()  # type: ignore[union-attr]
    shutil.rmtree(backups_of(plain_file), ignore_errors=True)
    plain_file.unlink()
    window = welcome(running, plain_file, qtbot)
    assert "There is no backup beside it." in words_of(window)
    assert window.rescue.others.text() == "Look in another place" and not window.rescue.go.isVisible()


def _html(path: Path) -> None:
    path.write_text("<html>not a binder</html>")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside.txt").write_text("kept")


def _other(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE notes (words)")
        made.commit()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_html, "is not a Champion binder"),
        (_empty, "it is empty"),
        (_folder, "it is a folder"),
        (_other, "another program made it"),
    ],
)
def test_F16_a_strange_file_is_named_kept_and_the_work_comes_back_from_a_backup(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, make: object, reason: str
) -> None:
    assert callable(make)
    make(kept)
    before = None if kept.is_dir() else kept.read_bytes()
    window = welcome(running, kept, qtbot)
    assert "We cannot find your work" in words_of(window) and reason in words_of(window)
    assert not window.start_new.isVisible()
    assert before is None or kept.read_bytes() == before
    hands.click(window.rescue.go)
    main = back(running, window, qtbot, hands)
    assert "Ring the library" in titles(main)
    (aside,) = backups.set_asides(kept)
    if before is None:
        assert (aside.path / "inside.txt").read_text() == "kept"
    else:
        assert aside.path.read_bytes() == before


# ---------------------------------------------------------------- F17: damaged


def test_F17_corrupt_page_offers_newest_good_backup(running: Running, kept: Path, qtbot: QtBot, hands: Hands) -> None:
    ruin(kept)
    before = kept.read_bytes()
    spoil(backups.all_backups(kept)[0].path)  # the newest is damaged too
    window = welcome(running, kept, qtbot)
    said = words_of(window)
    assert "Part of your work is damaged" in said
    assert "Your newest good backup is of 3 March 2026 at 14:02." in said
    assert "Newer, but damaged: 24 November 2026 at 21:04." in said
    assert "The file that is there now is kept" in said
    assert kept.read_bytes() == before
    hands.click(window.rescue.go)
    qtbot.waitUntil(window.go_in.isVisible, timeout=ONE_MINUTE)
    (aside,) = backups.set_asides(kept)
    assert aside.path.name in words_of(window).replace("\u200b", "")
    assert aside.path.read_bytes() == before
    main = back(running, window, qtbot, hands)
    assert "Step 0" in titles(main)


def test_F17_what_would_be_lost_is_said_as_far_as_it_can_be_read(
    running: Running, kept: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> Binder:
        raise BinderDamaged(path=kept, reason="row 3 missing from index")

    monkeypatch.setattr(binders, "open_binder", damaged)
    window = welcome(running, kept, qtbot)
    said = words_of(window)
    assert "You would go back 1 step of work, the last on 24 November 2026 at 21:04." in said
    assert "You would have fewer: 12 actions instead of 13." in said


def test_F17_another_backup_can_be_chosen_but_not_a_damaged_one(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands
) -> None:
    ruin(kept)
    spoil(backups.all_backups(kept)[0].path)
    window = welcome(running, kept, qtbot)
    hands.click(window.rescue.others)
    listed = window.rescue.list
    listed.choose(0)
    qtbot.waitUntil(lambda: "damaged" in listed.chosen_state.text())
    assert not listed.go.isEnabled()
    listed.choose(1)
    qtbot.waitUntil(listed.go.isEnabled)
    hands.click(window.rescue.leave)
    assert window.rescue.go.isVisible()
    hands.click(window.rescue.others)
    qtbot.waitUntil(listed.go.isEnabled)
    hands.click(listed.go)
    assert "Step 0" in titles(back(running, window, qtbot, hands))


def test_F17_when_no_backup_is_whole_it_says_so(running: Running, kept: Path, qtbot: QtBot) -> None:
    ruin(kept)
    for one in backups.all_backups(kept):
        spoil(one.path)
    window = welcome(running, kept, qtbot)
    assert "None of the backups beside it is whole." in words_of(window)
    assert not window.rescue.go.isVisible() and window.rescue.others.isVisible()


# ---------------------------------------------------------------- F5: interrupted


def _interrupted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = moving._move

    def stumble(source: Path, target: Path) -> None:
        if target == path:
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(moving, "_move", stumble)
    with pytest.raises(Fault):
        backups.restore(path, backups.all_backups(path)[-1])
    monkeypatch.setattr(moving, "_move", real)


def _unfinished(running: Running, path: Path, qtbot: QtBot) -> WelcomeWindow:
    champion = Champion(Places(path.parent / "home"), path)
    running.started.append(champion)
    champion.show_welcome(RestoreUnfinished())
    return shown(champion, qtbot)


@pytest.mark.parametrize("finish", [True, False])
def test_F05_an_interrupted_going_back_is_finished_or_taken_back_as_one_chooses(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch, finish: bool
) -> None:
    _interrupted(kept, monkeypatch)
    window = _unfinished(running, kept, qtbot)
    assert "Going back was interrupted" in words_of(window)
    assert [made.text() for made in window._ways] == ["Finish going back", "Keep what you had"]
    assert not window.start_new.isVisible() and not window.again.isVisible()
    hands.click(window.finish if finish else window.keep)
    main = running.main(running.started[-1])
    assert ("Done since" in titles(main)) is not finish


def test_F05_no_other_way_round_the_question(
    running: Running, kept: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupted(kept, monkeypatch)
    window = _unfinished(running, kept, qtbot)
    window._open(kept)
    assert "Choose “Finish going back” or “Keep what you had”." in window.problem.text()
    assert window.isVisible()


# ---------------------------------------------------------------- F22, F24


def test_F22_a_newer_binder_is_left_alone_and_no_older_backup_is_pressed_on_anybody(
    running: Running, kept: Path, qtbot: QtBot
) -> None:
    with closing(binders.open_binder(kept)) as binder, binder.atomic("from_the_future"):
        binder.insert("_sqlite_migrations", {"migration_set": "champion", "name": "9999_later", "applied_at": "2030"})
    before = kept.read_bytes()
    window = welcome(running, kept, qtbot)
    assert "newer than this Champion" in words_of(window) and "Ask for the newer Champion" in words_of(window)
    assert not window.rescue.isVisible() and not window.start_new.isVisible()
    assert kept.read_bytes() == before


def test_F24_a_binder_that_may_not_be_written_is_explained_before_anything_is_typed(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:
        real = binders.open_binder

        def refuse(path: Path, key: bytes | None = None) -> Binder:
            if not path.stat().st_mode & 0o200:
                raise BinderReadOnly(path=path)
            return real(path, key)

        monkeypatch.setattr(binders, "open_binder", refuse)
    kept.chmod(0o444)
    window = welcome(running, kept, qtbot)
    assert "Champion may not write to your binder" in words_of(window)
    assert "Move the binder to a folder of your own" in words_of(window)
    assert not window.rescue.isVisible()
    kept.chmod(0o644)
    hands.click(window.again)
    assert "Done since" in titles(running.main(running.started[-1]))


# ---------------------------------------------------------------- T23: a new laptop


def test_T23_a_new_laptop_has_the_work_of_the_old_one_in_six_clicks(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stick, new = tmp_path_factory.mktemp("stick"), tmp_path_factory.mktemp("new") / "home" / "binder.champion"
    backups.choose_second_place(kept, stick)
    newest = backups.copy_to_second_place(kept)
    assert newest is not None
    window = welcome(running, new, qtbot)
    assert "Welcome to Champion" in words_of(window)
    hands.click(window.from_backup)
    assert "Bring your work to this computer" in words_of(window) and nameless(window) == []
    hands.click(window.rescue.look_folder)
    chooser = window.rescue.folder_dialog
    assert chooser is not None
    chooser.fileSelected.emit(str(stick))
    chooser.close()
    hands.clicks += 1  # "Choose" in the system's dialog
    assert "1 backup, newest first" in words_of(window)
    qtbot.waitUntil(window.rescue.list.go.isEnabled)
    assert "24 November 2026 at 21:04" in words_of(window)
    hands.click(window.rescue.list.go)
    main = back(running, window, qtbot, hands)
    assert hands.clicks <= 6
    binder = main._desk.binder
    assert binder.path == new and digest.counts(binder)["actions"] == newest.counts["actions"]
    assert {"Step 0", "Ring the library"} <= titles(main)


def test_T23_one_that_is_locked_asks_for_its_passphrase(
    running: Running, plain_file: Path, qtbot: QtBot, hands: Hands, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from champion_app.tasks import passphrase

    stick, new = tmp_path_factory.mktemp("stick"), tmp_path_factory.mktemp("new") / "binder.champion"
    lock_file(plain_file)
    with closing(passphrase.unlock(plain_file, SECRET)) as binder:
        backups.choose_second_place(plain_file, stick)
        work(binder, "Ring the library")
        backups.back_up_now(binder)
    window = welcome(running, new, qtbot)
    hands.click(window.from_backup)
    window.rescue.look_in(stick)
    qtbot.waitUntil(window.rescue.list.go.isEnabled)
    hands.click(window.rescue.list.go)
    form = window.rescue.form
    assert form is not None and form.isVisible()
    form.field.line.setText("not this one")
    hands.click(form.open)
    qtbot.waitUntil(lambda: bool(form.field.problem.text()))
    form._until = 0.0
    form.tick()
    form.field.line.setText(SECRET)
    hands.click(form.open)
    main = back(running, window, qtbot, hands)
    assert "Ring the library" in titles(main) and main._desk.binder.key is not None
    assert keys.has_keys(new)


def test_T23_a_damaged_backup_is_refused_with_a_reason(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    for one in backups.all_backups(kept):
        spoil(one.path)
    window = welcome(running, tmp_path / "new" / "binder.champion", qtbot)
    hands.click(window.from_backup)
    window.rescue.look_in(backups_of(kept))
    listed = window.rescue.list
    qtbot.waitUntil(lambda: "the file is not as it was written" in listed.chosen_state.text())
    assert not listed.go.isEnabled()


def test_a_folder_without_backups_says_so_and_one_can_go_back_to_the_start(
    running: Running, qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    window = welcome(running, tmp_path / "new" / "binder.champion", qtbot)
    hands.click(window.from_backup)
    window.rescue.look_in(tmp_path)
    assert "There is no backup of Champion in" in words_of(window)
    assert not window.rescue.list.isVisible()
    hands.click(window.rescue.leave)
    assert "Welcome to Champion" in words_of(window) and window.start_new.isVisible()
    assert not window.rescue.isVisible()


def test_one_backup_file_alone_will_do(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    lone = tmp_path / "mail" / "my backup.champion-backup"
    lone.parent.mkdir()
    shutil.copy(backups.all_backups(kept)[0].path, lone)  # without the note beside it
    assert len(found_backups.look(lone)) == 1
    window = welcome(running, tmp_path / "new" / "binder.champion", qtbot)
    hands.click(window.from_backup)
    window.rescue.look_in(lone)
    qtbot.waitUntil(window.rescue.list.go.isEnabled)
    assert "The note beside it is lost" in window.rescue.list.chosen_state.text()
    hands.click(window.rescue.list.go)
    assert "Ring the library" in titles(back(running, window, qtbot, hands))


# ---------------------------------------------------------------- and around it


def test_F15_backups_beside_a_place_nobody_remembers_are_no_first_start(
    running: Running, kept: Path, qtbot: QtBot
) -> None:
    kept.unlink()  # and the note of known places was never written
    assert "We cannot find your work" in words_of(welcome(running, kept, qtbot))


def test_a_locked_binder_that_is_chosen_asks_for_its_passphrase(
    running: Running, plain_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    lock_file(plain_file)
    window = welcome(running, tmp_path / "new" / "binder.champion", qtbot)
    window._open(plain_file)
    assert isinstance(running.started[-1].window, LockWindow)


def test_it_cannot_be_closed_while_a_backup_takes_its_place(
    running: Running, kept: Path, qtbot: QtBot, hands: Hands
) -> None:
    kept.unlink()
    window = welcome(running, kept, qtbot)
    hands.click(window.rescue.go)
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert event.type() == QEvent.Type.Close and not event.isAccepted()
    qtbot.waitUntil(window.go_in.isVisible, timeout=ONE_MINUTE)
    window.close()
    with closing(binders.open_binder(kept)) as binder:  # nobody holds it any more
        assert binder.path == kept


def test_a_folder_of_backups_that_cannot_be_read_is_no_first_start(running: Running, qtbot: QtBot) -> None:
    with tempfile.TemporaryDirectory() as made:  # not below a folder that is the superuser's alone
        path = Path(made, "binder.champion")
        folder = backups_of(path)
        folder.mkdir()
        with bound_by_modes(Path(made), {folder: 0o000}):
            window = welcome(running, path, qtbot)
            assert "cannot be read" in words_of(window) and window.start_new.property("role") != "primary"
