"""What a champion can do with backups: nothing asked of them, everything told, and always a way back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields, Horizon
from champion_app.domain.backups import Reason
from champion_app.faults import (
    BackupsNotAFolder,
    BinderDamaged,
    FolderMissing,
    FolderReadOnly,
    NoBackup,
    SecondPlaceMissing,
    SecondPlaceTheSame,
    UnknownName,
)
from champion_app.places import backups_of
from champion_app.store import backup_files, digest, keys, locked_backups
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, connect, glance
from champion_app.store.locking import turn_off, turn_on
from champion_app.tasks import actions, backups, binders, settings
from tests.store.bound_by_modes import bound_by_modes

DAY = date(2026, 11, 25)
CHEAP = keys.Cost(n=2**4)


def work(binder: Binder, title: str = "Order posters") -> int:
    return actions.raise_action(binder, ActionFields(title, horizon=Horizon.THIS_MONTH), today=DAY)


@pytest.fixture
def stick(quick_folder: Path, tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


# ---------------------------------------------------------------- made without being asked


def test_closing_backs_up_what_was_done_and_only_that(binder: Binder) -> None:
    work(binder)
    made = backups.on_close(binder)
    assert made is not None and made.backup.reason is Reason.CLOSE and made.trouble is None
    assert backups.on_close(binder) is None
    settings.keep_setting(binder, "look", "dark")
    assert backups.on_close(binder) is not None
    assert [one.number for one in backups.all_backups(binder.path)] == [2, 1]


def test_due_after_half_an_hour_of_work_whatever_the_clock_says(
    binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    watched = backups.Work(binder, lambda: now[0])
    now[0] += 10_000
    assert not watched.due()  # nothing was done
    work(binder)
    now[0] += backups.WORK_SECONDS - 1
    work(binder)
    assert not watched.due()
    monkeypatch.setattr(clock, "now", lambda: datetime(2036, 1, 1))
    assert not watched.due()
    now[0] += 1
    assert watched.due()
    watched.backed_up()
    assert not watched.due()


def test_old_ones_are_thinned_and_a_copy_goes_to_the_second_place(
    binder: Binder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = backups.choose_second_place(binder.path, stick)
    for day in range(20):
        monkeypatch.setattr(clock, "now", lambda day=day: datetime(2026, 9, 1, 15) + timedelta(days=day))
        work(binder, f"number {day}")
        made = backups.back_up_now(binder)
        assert made.second is not None and made.second.sha256 == made.backup.sha256
    here, there = backups.all_backups(binder.path), backup_files.all_backups(chosen.folder)
    assert 9 <= len(here) < 20
    assert [one.path.name for one in here] == [one.path.name for one in there]


# ---------------------------------------------------------------- what would be lost


def test_what_would_be_lost_is_told_in_words(binder: Binder) -> None:
    work(binder)
    made = backups.back_up_now(binder).backup
    assert backups.what_would_be_lost(binder, made).lines() == ["No work was done since this backup."]
    work(binder, "one more")
    actions.add_update(binder, 1, "Spoke to the head", DAY)
    told = backups.what_would_be_lost(binder, made)
    assert told.changes == 2 and told.last_change is not None
    assert told.fewer == ("1 action instead of 2", "no updates on actions instead of 1")


@pytest.mark.parametrize("at_once", [False, True], ids=["days later", "within a second"])
def test_work_done_after_going_back_is_never_taken_for_none(
    path: Path, binder: Binder, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    """Its steps have the numbers of those that were left behind by going back."""
    day = datetime(2026, 9, 1, 15)
    monkeypatch.setattr(clock, "now", lambda: day)
    work(binder)
    first = backups.back_up_now(binder).backup
    for number in range(6):
        work(binder, f"left behind {number}")
    second = backups.back_up_now(binder).backup
    binder.close()
    backups.restore(path, first)
    day = day if at_once else datetime(2026, 11, 6, 9)
    with closing(binders.open_binder(path)) as opened:
        assert backups.what_would_be_lost(opened, second).changes == 0  # it has all there is, and more
        for number in range(6):
            work(opened, f"new work {number}")
        told = backups.what_would_be_lost(opened, second)
    steps = None if at_once else 6
    assert told.changes == backups.what_can_be_told(path, second).changes == steps
    assert told.last_change == (None if at_once else day)
    assert backups.what_can_be_told(path, first).changes == 6


def test_a_backup_that_cannot_be_read_does_not_tell_what_would_be_lost(binder: Binder) -> None:
    work(binder)
    made = backups.back_up_now(binder).backup
    made.path.write_bytes(b"rotten")
    assert backups.what_would_be_lost(binder, made).changes is None
    made.path.unlink()
    assert backups.what_would_be_lost(binder, made).changes is None


def test_F17_corrupt_page_offers_newest_good_backup_and_says_what_would_be_lost(path: Path, binder: Binder) -> None:
    for number in range(300):
        work(binder, f"number {number} {'x' * 200}")
    good = backups.back_up_now(binder).backup
    work(binder, "after it")
    rotten = backups.back_up_now(binder).backup
    work(binder, "and one more")
    binder.close()
    rotten.path.write_bytes(rotten.path.read_bytes()[:-5_000])
    content = bytearray(path.read_bytes())
    for place in range(0, len(content), 4096):  # the page of the row, wherever it is kept
        if b"number 200 x" in content[place : place + 4096]:
            content[place : place + 4096] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(BinderDamaged):
        binders.open_binder(path)

    offer = backups.offer(path)
    assert offer is not None and offer.backup == good
    assert [one.backup.number for one in offer.passed_over] == [rotten.number]
    assert offer.passed_over[0].problems == ("the file is not as it was written",)
    assert offer.lost.changes == 2 and "You would go back 2 steps of work" in offer.lost.lines()[0]
    assert offer.lost.lines()[-1].startswith("Not readable in the present binder: actions")
    assert path.read_bytes() == content, "looking changed it"

    aside = backups.restore(path, offer.backup)
    assert aside.path.read_bytes() == content, "the damaged file is kept"
    with closing(binders.open_binder(path)) as opened:
        assert digest.digest(opened) == good.digest


def test_F15_a_missing_binder_is_offered_its_newest_backup(path: Path, binder: Binder) -> None:
    assert backups.offer(path) is None
    work(binder)
    made = backups.back_up_now(binder).backup
    binder.close()
    path.unlink()
    offer = backups.offer(path)
    assert offer is not None and offer.backup == made and offer.lost.changes is None
    assert not path.exists()


def test_each_backup_is_checked_on_demand(binder: Binder) -> None:
    work(binder)
    first, second = backups.back_up_now(binder).backup, backups.back_up_now(binder).backup
    first.path.write_bytes(b"rotten")
    found = backups.check_all(binder.path)
    assert [(one.backup.number, bool(one.problems)) for one in found] == [(second.number, False), (first.number, True)]
    told = backups.summary(binder.path)
    assert (told["number"], told["verified"]) == (2, 1)
    assert told["newest"] == second.made_at.isoformat(sep=" ")
    assert told["damaged"] == {"1": ["the file is not as it was written"]}


def test_a_number_that_is_not_there(binder: Binder) -> None:
    work(binder)
    backups.back_up_now(binder)
    assert backups.numbered(binder.path, 1).number == 1
    with pytest.raises(UnknownName, match="Choose one of: 1"):
        backups.numbered(binder.path, 7)


def test_the_newest_that_can_be_used_is_offered_and_says_what_it_passed_over(path: Path, binder: Binder) -> None:
    work(binder)
    good = backups.back_up_now(binder).backup
    newer = backups.back_up_now(binder).backup
    with closing(connect(newer.path, create=False)) as connection:
        connection.execute("INSERT INTO _sqlite_migrations (name, migration_set, applied_at) VALUES ('0999', 'x', 'y')")
    backup_files.note_of(newer.path).unlink()
    binder.close()
    key = keys.new_key()
    turn_on(path, key, keys.new_key_file(key, "correct horse battery", keys.new_code(), cost=CHEAP))
    with closing(binders.open_binder(path, key)) as opened:
        locked = backups.back_up_now(opened).backup
    assert [backups.offer(path, known) for known in (key, None)] == [
        backups.Offer(locked, backups.what_can_be_told(path, locked, known)) for known in (key, None)
    ]
    turn_off(path, key)
    offer = backups.offer(path)
    assert offer is not None and offer.backup == good
    assert [(one.backup.number, one.problems) for one in offer.passed_over] == [
        (locked.number, ("it is locked with another passphrase than this binder",)),
        (newer.number, ("a newer version of Champion made it",)),
    ]


def test_of_two_with_one_number_the_one_that_opens_as_the_binder_does_comes_first(path: Path, binder: Binder) -> None:
    work(binder)
    plain = backups.back_up_now(binder).backup
    binder.close()
    key = keys.new_key()
    turn_on(path, key, keys.new_key_file(key, "correct horse battery", keys.new_code(), cost=CHEAP))
    with closing(binders.open_binder(path, key)) as opened:
        (locked,) = locked_backups.lock_backups(opened, backups_of(path))
    assert (plain.number, plain.encrypted, locked.number, locked.encrypted) == (1, False, 1, True)
    assert backups.all_backups(path) == [locked, plain] and backups.numbered(path, 1) == locked
    offer = backups.offer(path, key)
    assert offer is not None and offer.backup == locked
    turn_off(path, key)
    assert backups.all_backups(path) == [plain, locked] and backups.numbered(path, 1) == plain


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert backups.all_backups(tmp_path / "gone.champion") == []


# ---------------------------------------------------------------- the second place


@pytest.mark.parametrize(
    "note",
    [
        "[" * 200_000, "[]", "7", "{}", b"\xff\xfe",
        *('{"folder": "/stick", "number": 1, "copied_on": "", "key": ""'.replace(*odd) + "}"
          for odd in (('"number": 1', '"number": 1e999'), ('"number": 1', '"number": "1"'), ('"/stick"', "7"),
                      ('"key": ""', '"key": "aa"'), ('"key": ""', '"key": "zz"'),
                      ('"copied_on": ""', '"copied_on": "soon"'), ('"copied_on": ""', '"copied_on": 5'))),
    ],
)  # fmt: skip
def test_a_note_of_the_second_place_that_we_did_not_write_is_none(binder: Binder, note: str | bytes) -> None:
    work(binder)
    backups.back_up_now(binder)
    place = backups_of(binder.path) / "second-place.json"
    place.write_bytes(note if isinstance(note, bytes) else note.encode())
    assert backups.second_place(binder.path) is None and backups.copy_to_second_place(binder.path) is None
    assert backups.on_close(binder) is None


def test_the_second_place_is_remembered_with_the_backups_and_not_in_the_binder(
    path: Path, binder: Binder, stick: Path
) -> None:
    assert backups.second_place(path) is None and backups.copy_to_second_place(path) is None
    work(binder)
    made = backups.back_up_now(binder).backup
    chosen = backups.choose_second_place(path, stick)
    with pytest.raises(SecondPlaceTheSame):
        backups.choose_second_place(path, path.parent)
    with pytest.raises(FolderMissing):
        backups.choose_second_place(path, stick / "not there")
    assert backups.second_place(path) == chosen and chosen.is_there and not chosen.locked
    copied = backups.copy_to_second_place(path)
    assert copied is not None and copied.path.parent == chosen.folder and copied.digest == made.digest
    binder.close()
    backups.restore(path, made)
    now = backups.second_place(path)
    assert now is not None and (now.folder, now.number) == (chosen.folder, made.number)
    backups.forget_second_place(path)
    assert backups.second_place(path) is None and copied.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_a_second_place_that_cannot_be_reached_chosen_or_forgotten_is_told(
    path: Path, binder: Binder, quick_folder: Path
) -> None:
    work(binder)
    shut, own = quick_folder.parent / f"{quick_folder.name} shut", backups_of(path)
    (shut / "stick").mkdir(parents=True)
    try:
        backups.back_up_now(binder)
        backups.choose_second_place(path, shut / "stick")
        with bound_by_modes(quick_folder, {own: 0o500}), pytest.raises(FolderReadOnly) as told:
            backups.forget_second_place(path)
        assert told.value.details == {"folder": own}
        with bound_by_modes(quick_folder, {shut: 0}):
            assert isinstance(backups.back_up_now(binder).trouble, SecondPlaceMissing)
            with pytest.raises(FolderMissing):
                backups.choose_second_place(path, shut / "stick")
        shutil.rmtree(own)
        own.write_bytes(b"mine")
        with pytest.raises(BackupsNotAFolder):
            backups.choose_second_place(path, shut / "stick")
        backups.forget_second_place(path)
        assert own.read_bytes() == b"mine"
    finally:
        shutil.rmtree(shut)


def test_a_stick_that_is_out_is_told_and_catches_up_at_a_close(binder: Binder, stick: Path) -> None:
    with pytest.raises(NoBackup):
        backups.choose_second_place(binder.path, stick)
        backups.copy_to_second_place(binder.path)
    work(binder)
    stick.rename(stick.with_name("drawer"))
    made = backups.back_up_now(binder)
    assert isinstance(made.trouble, SecondPlaceMissing) and made.second is None
    assert backups.on_close(binder) is None
    stick.with_name("drawer").rename(stick)
    caught_up = backups.on_close(binder)
    assert caught_up is not None and caught_up.second is not None and caught_up.backup == made.backup
    assert backups.on_close(binder) is None


def test_a_plain_binder_can_have_locked_copies(binder: Binder, stick: Path) -> None:
    work(binder, "Canary of the stick")
    code = keys.new_code()
    chosen = backups.choose_second_place(binder.path, stick, passphrase="correct horse battery", code=code, cost=CHEAP)
    assert chosen.locked and "key" not in repr(chosen)
    made = backups.back_up_now(binder)
    assert made.trouble is None and made.second is not None and made.second.encrypted
    for file in chosen.folder.iterdir():
        assert b"Canary" not in file.read_bytes()
    with pytest.raises(DatabaseError), closing(glance(made.second.path)) as connection:
        connection.execute("SELECT * FROM actions").fetchall()
    for secret in ("correct horse battery", code):
        key = keys.unlock(keys.read(made.second.path), secret)
        with closing(glance(made.second.path, key)) as connection:
            assert digest.contents(connection).digest == made.backup.digest
    elsewhere = backups.copy_elsewhere(binder.path, made.backup, stick)
    assert elsewhere.encrypted and elsewhere.path.parent == stick and b"Canary" not in elsewhere.path.read_bytes()
    before = made.second.path.stat().st_mtime_ns
    backups.copy_to_second_place(binder.path)
    assert made.second.path.stat().st_mtime_ns == before
    other = binder.path.with_name("new laptop.champion")
    backups.restore(other, made.second, key)
    with closing(binders.open_binder(other, key)) as opened:
        assert digest.digest(opened) == made.backup.digest


def test_the_second_place_is_asked_for_after_fourteen_days(
    binder: Binder, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 1, 15))
    assert not backups.second_place_overdue(binder.path)  # nothing to copy
    work(binder)
    backups.back_up_now(binder)
    assert not backups.second_place_overdue(binder.path, date(2026, 11, 14))
    assert backups.second_place_overdue(binder.path, date(2026, 11, 15))
    backups.choose_second_place(binder.path, stick)
    backups.copy_to_second_place(binder.path)
    assert not backups.second_place_overdue(binder.path, date(2027, 11, 15))  # nothing new since
    stick.rename(stick.with_name("drawer"))
    work(binder)
    backups.back_up_now(binder)
    assert not backups.second_place_overdue(binder.path, date(2026, 11, 14))
    assert backups.second_place_overdue(binder.path, date(2026, 11, 15))
    assert not backups.second_place_overdue(binder.path, date(2025, 11, 15))  # a clock set back


# ---------------------------------------------------------------- locked


@pytest.fixture
def locked(path: Path) -> Iterator[tuple[Path, bytes]]:
    key = keys.new_key()
    turn_on(path, key, keys.new_key_file(key, "correct horse battery", keys.new_code(), cost=CHEAP))
    yield path, key


def test_a_locked_binder_there_and_back(locked: tuple[Path, bytes]) -> None:
    path, key = locked
    with closing(binders.open_binder(path, key)) as binder:
        work(binder)
        made = backups.on_close(binder)
        assert made is not None and made.backup.encrypted
        work(binder, "later")
        assert backups.what_would_be_lost(binder, made.backup).fewer == ("1 action instead of 2",)
    assert not backups.needs_another_key(path, made.backup)
    told = backups.what_can_be_told(path, made.backup, key)
    assert told.changes == 1 and not told.lock_changes
    assert backups.what_can_be_told(path, made.backup).changes is None
    assert [one.problems for one in backups.check_all(path, key)] == [()]
    aside = backups.restore(path, made.backup, key)
    with closing(binders.open_binder(path, key)) as binder:
        assert digest.digest(binder) == made.backup.digest
    backups.undo_restore(path, aside, key)
    with closing(binders.open_binder(path, key)) as binder:
        assert digest.counts(binder)["actions"] == 2


def test_a_backup_from_before_the_lock_says_that_the_lock_would_change(path: Path, binder: Binder) -> None:
    work(binder)
    made = backups.back_up_now(binder).backup
    binder.close()
    key = keys.new_key()
    turn_on(path, key, keys.new_key_file(key, "correct horse battery", keys.new_code(), cost=CHEAP))
    told = backups.what_can_be_told(path, made, key)
    assert told.lock_changes and "the passphrase lock" in told.lines()[-1]
    with closing(binders.open_binder(path, key)) as opened:
        assert backups.what_would_be_lost(opened, made).lock_changes
    assert backups_of(path).is_dir()
