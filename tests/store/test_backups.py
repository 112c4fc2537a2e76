"""Backups of real binders: whole, compared, thinned by number, and never harmed by what happens to the next one."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.backups import CAP, Reason, to_keep
from champion_app.faults import (
    BackupDamaged,
    BackupFailed,
    BackupFull,
    BackupsNotAFolder,
    BackupsReadOnly,
    BackupsUnreadable,
    BinderDamaged,
    FolderReadOnly,
    SecondPlaceFull,
    SecondPlaceMissing,
)
from champion_app.places import backups_of
from champion_app.store import backup_copy, backup_files, backups, digest, disks, keys, second_copies
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, connect, glance
from champion_app.store.opening import APPLICATION_ID, create_binder, open_binder
from tests.store.bound_by_modes import bound_by_modes
from tests.store.stopped import at_every_step

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(32))
CHEAP = keys.Cost(n=2**4)


def write(binder: Binder, value: str, name: str = "words") -> None:
    with binder.atomic("keep_setting"):
        binder.remember(name, value)


def attach(binder: Binder, content: bytes) -> None:
    with binder.atomic("attach_file"):
        sha256 = hashlib.sha256(content).hexdigest()
        binder.insert("files", {"sha256": sha256, "size": len(content), "content": content})


@pytest.fixture
def folder(path: Path) -> Path:
    return backups_of(path)


@pytest.fixture
def locked(quick_folder: Path) -> Iterator[Binder]:
    path = quick_folder / "locked.champion"
    keys.write(path, keys.new_key_file(KEY, "correct horse battery", keys.new_code(), cost=CHEAP))
    opened = create_binder(path, key=KEY)
    yield opened
    opened.close()


@pytest.fixture
def wall_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the computer's clock, as far as Champion can see it."""
    return lambda moment: monkeypatch.setattr(clock, "now", lambda: moment)


# ---------------------------------------------------------------- made, and known again


def test_a_backup_holds_what_the_binder_holds(binder: Binder, folder: Path) -> None:
    write(binder, "as it was")
    attach(binder, os.urandom(300_000))
    made = backups.make(binder, folder, Reason.CLOSE)
    assert made.digest == digest.digest(binder) and made.counts == digest.counts(binder)
    assert made.path.name.startswith("000001 ") and made.path.name.endswith(" close.champion-backup")
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest() and made.size == made.path.stat().st_size
    assert backups.all_backups(folder) == [made]
    assert backups.verify(made) == []
    assert sorted(path.name for path in folder.iterdir()) == [made.path.name, made.path.stem + ".json"]
    with closing(open_binder(shutil.copy(made.path, folder.parent / "other.champion"))) as other:
        assert digest.digest(other) == made.digest
        assert other.rows("SELECT content FROM files")[0][0] == binder.rows("SELECT content FROM files")[0][0]


def test_numbers_go_on_whatever_was_removed(binder: Binder, folder: Path) -> None:
    first, second = (backups.make(binder, folder, Reason.ASKED) for _ in range(2))
    backup_files.remove(second)
    backup_files.note_of(second.path).write_text("{}")  # a note outlives its backup
    third = backups.make(binder, folder, Reason.ASKED)
    assert (first.number, second.number, third.number) == (1, 2, 3) or third.number == 2
    assert [one.number for one in backups.all_backups(folder)] == [third.number, 1]


def test_a_locked_binder_is_backed_up_locked_and_its_keys_go_with_it(locked: Binder) -> None:
    write(locked, "Canary of the locked binder")
    folder = backups_of(locked.path)
    made = backups.make(locked, folder, Reason.CLOSE)
    assert made.encrypted and made.digest == digest.digest(locked)
    content = made.path.read_bytes()
    assert b"SQLite format" not in content and b"Canary" not in content
    for key in (None, bytes(32)):
        with pytest.raises(DatabaseError), closing(glance(made.path, key)) as other:
            other.execute("SELECT count(*) FROM settings").fetchall()
    with closing(glance(made.path, KEY)) as other:
        assert digest.contents(other).digest == made.digest
    assert keys.unlock(keys.read(made.path), "correct horse battery") == KEY
    assert backups.verify(made, KEY) == [] == backups.verify(made)
    assert backups.verify(made, bytes(32)) == ["it is locked with another passphrase than this binder"]


def test_F40_a_locked_binder_whose_key_files_are_gone_takes_them_from_an_earlier_backup(locked: Binder) -> None:
    folder = backups_of(locked.path)
    backups.make(locked, folder, Reason.CLOSE)
    keys.remove(locked.path)
    made = backups.make(locked, folder, Reason.CLOSE)
    assert keys.unlock(keys.read(made.path), "correct horse battery") == KEY


@pytest.mark.parametrize("harm", ["gone", "empty", "torn", "flipped", "nonsense", "other"])
def test_a_damaged_note_never_hides_a_good_backup(binder: Binder, folder: Path, harm: str) -> None:
    made = backups.make(binder, folder, Reason.TIMER)
    note = backup_files.note_of(made.path)
    content = note.read_bytes()
    if harm == "gone":
        note.unlink()
    else:
        flipped = content.replace(made.digest[:8].encode(), b"00000000")
        other = json.dumps({"number": 7, "seal": "x"}).encode()
        note.write_bytes({"empty": b"", "torn": content[:90], "flipped": flipped, "nonsense": b"[[["}.get(harm, other))
    (found,) = backups.all_backups(folder)
    assert (found.path, found.number, found.reason, found.checked) == (made.path, 1, Reason.TIMER, False)
    assert found.made_at == made.made_at.replace(second=0) and not found.encrypted
    assert backups.verify(found) == []  # it opens and adds up, though we cannot compare it any more
    assert backups.make(binder, folder, Reason.TIMER).number == 2


def test_a_renamed_backup_is_found_by_its_note_or_its_file(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.ASKED)
    (folder / "from grandma.champion-backup").write_bytes(made.path.read_bytes())
    newest, other = backups.all_backups(folder)
    assert newest == made and other.number == 0 and backups.verify(other) == []


def test_a_damaged_backup_is_refused_with_a_reason(binder: Binder, folder: Path) -> None:
    write(binder, "a word that nobody looks up")
    made = backups.make(binder, folder, Reason.ASKED)
    whole = made.path.read_bytes()
    unnoted = replace(made, sha256="")
    place = whole.index(b"nobody looks up")
    for content, reason in (
        (whole[:place] + b"N" + whole[place + 1 :], "its contents are not what was backed up"),
        (whole[:-4096], "it does not open, or a part of it cannot be read"),
        (b"", "it is empty"),
        (b"<html>" * 1000, "it does not open, or a part of it cannot be read"),
    ):
        made.path.write_bytes(content)
        assert backups.verify(made)[0] in ("the file is not as it was written", "it is empty")
        said = backups.verify(unnoted)
        assert said and (said[0] == reason or "add up" in said[0])
        with pytest.raises(BackupDamaged, match="cannot be used"):
            backups.refuse_damaged(made)
    made.path.unlink()
    assert backups.verify(made) == ["the file is gone"]


def test_F20_a_journal_beside_a_backup_is_never_played_into_it(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.ASKED)
    journal = made.path.with_name(made.path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + os.urandom(2_000))
    before = made.path.read_bytes()
    assert backups.verify(made) == [] and backups.verify(replace(made, sha256="")) == []
    assert made.path.read_bytes() == before and journal.exists()


# ---------------------------------------------------------------- while it is used


def test_what_is_saved_meanwhile_is_in_it_or_it_is_done_again(
    binder: Binder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(binder, os.urandom(2_000_000))
    monkeypatch.setattr(backup_copy, "TURN_SECONDS", 0.0)  # gives others a turn after every piece
    stop = threading.Event()
    saved = []

    def save() -> None:
        while not stop.is_set():
            write(binder, f"number {len(saved)}")
            saved.append(time.monotonic())
            stop.wait(0.05)

    window = threading.Thread(target=save)
    window.start()
    try:
        made = [backups.make(binder, folder, Reason.ASKED)]
        while len(saved) < 10:
            made.append(backups.make(binder, folder, Reason.ASKED))
    finally:
        stop.set()
        window.join()
    assert [backups.verify(one) for one in made] == [[]] * len(made)
    assert len({one.digest for one in made}) > 1


def test_what_is_saved_between_two_pieces_is_in_the_copy_and_nothing_comes_after_the_last(
    binder: Binder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(binder, os.urandom(3_000_000))
    monkeypatch.setattr(backup_copy, "TURN_SECONDS", 0.0)
    turns = []

    def somebody_saves(_: float) -> None:
        turns.append(len(turns))
        write(binder, f"saved in turn {turns[-1]}")

    monkeypatch.setattr(backup_copy, "_LET_IN", 0.0)
    monkeypatch.setattr(backup_copy.time, "sleep", somebody_saves)
    made = backups.make(binder, folder, Reason.TIMER)
    assert len(turns) > 5
    assert made.digest == digest.digest(binder) and backups.verify(made) == []
    with closing(glance(made.path)) as copy:
        assert (
            copy.execute("SELECT value FROM settings WHERE name = 'words'").fetchone()[0]
            == f"saved in turn {turns[-1]}"
        )


def test_the_timer_gives_up_rather_than_keep_a_save_waiting(
    binder: Binder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = backup_copy._copy

    def then_saved(*words: object) -> int:
        since = copied(*words)  # type: ignore[arg-type]
        write(binder, str(since))
        return since

    monkeypatch.setattr(backup_copy, "_copy", then_saved)
    with pytest.raises(BackupFailed, match="changed all the while"):
        backups.make(binder, folder, Reason.TIMER)
    assert list(folder.iterdir()) == []
    monkeypatch.setattr(backup_copy, "_copy", copied)
    assert backups.make(binder, folder, Reason.TIMER).number == 1


def test_not_inside_a_task(binder: Binder, folder: Path) -> None:
    with pytest.raises(RuntimeError, match="inside a task"), binder.atomic("x"):
        backups.make(binder, folder, Reason.IMPORT)
    assert not backups.all_backups(folder)


def test_F17_a_damaged_binder_gives_no_backup_and_harms_no_earlier_one(
    path: Path, binder: Binder, folder: Path
) -> None:
    for number in range(200):
        write(binder, "x" * 500, f"name {number}")
    good = backups.make(binder, folder, Reason.CLOSE)
    before = good.path.read_bytes()
    binder.close()
    content = bytearray(path.read_bytes())
    place = content.index(b"name 77") // 4096 * 4096
    content[place : place + 512] = bytes(512)
    path.write_bytes(content)
    connection = connect(path, create=False)
    damaged = Binder(path, connection)
    with pytest.raises(BinderDamaged):
        backups.make(damaged, folder, Reason.CLOSE)
    damaged.close()
    assert backups.all_backups(folder) == [good] and good.path.read_bytes() == before
    assert len(list(folder.iterdir())) == 2


def test_a_copy_that_differs_is_never_a_backup(binder: Binder, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied = backup_copy._copy

    def changed(one: Binder, part: Path) -> int:
        since = copied(one, part)
        with closing(connect(part, create=False)) as other:
            other.execute("DELETE FROM about WHERE name = 'made_on'")
        return since

    monkeypatch.setattr(backup_copy, "_copy", changed)
    with pytest.raises(BackupFailed, match="not the same as your binder"):
        backups.make(binder, folder, Reason.CLOSE)
    assert list(folder.iterdir()) == []


def test_F19_a_damaged_search_index_is_no_reason_to_refuse_a_backup(binder: Binder, folder: Path) -> None:
    binder.database.conn.execute("DELETE FROM finder_idx")
    binder.database.conn.execute("UPDATE finder_data SET block = x'00' WHERE id = 10")
    assert backups.verify(backups.make(binder, folder, Reason.CLOSE)) == []


# ---------------------------------------------------------------- thinned


def test_thinning_removes_file_and_note_and_only_what_may_go(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    for day in range(40):
        wall_clock(datetime(2026, 9, 1, 15, 4) + timedelta(days=day))
        write(binder, str(day))
        backups.make(binder, folder, Reason.CLOSE)
    there = backups.all_backups(folder)
    kept = to_keep(there)
    assert 0 < len(kept) < 40
    gone = backups.thin(folder)
    assert backups.all_backups(folder) == kept and len(gone) == 40 - len(kept)
    assert len(list(folder.iterdir())) == 2 * len(kept)
    assert backups.thin(folder) == []


def test_nothing_is_removed_when_none_that_stays_is_whole(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    for day in range(12):
        wall_clock(datetime(2026, 9, 1, 15, 4) + timedelta(days=day))
        backups.make(binder, folder, Reason.CLOSE)
    kept = to_keep(backups.all_backups(folder))
    for one in kept:
        one.path.write_bytes(b"rotten")
    assert backups.thin(folder) == []
    assert len(backups.all_backups(folder)) == 12


@pytest.mark.parametrize("wrong", [timedelta(days=-400), timedelta(days=3_653)], ids=["F33 back", "F34 ahead"])
def test_F33_F34_a_wrong_clock_removes_nothing_and_the_order_stays(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None], wrong: timedelta
) -> None:
    start = datetime(2026, 9, 1, 15, 4)
    for day in range(6):
        wall_clock(start + timedelta(days=day) + (wrong if day in (3, 5) else timedelta(0)))
        write(binder, str(day))
        backups.make(binder, folder, Reason.CLOSE)
        assert backups.thin(folder) == []
    assert [one.number for one in backups.all_backups(folder)] == [6, 5, 4, 3, 2, 1]


def _three_years(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None], weeks: int, seed: int, look_every: int
) -> None:
    """One to five sessions a week; now and then every kept backup is restored to its digest."""
    chance = random.Random(seed)
    start, number = datetime(2026, 9, 1), 0
    for week in range(weeks):
        for day in sorted(chance.sample(range(5), chance.randint(1, 5))):
            for session in range(chance.choice([1, 1, 2])):
                moment = start + timedelta(weeks=week, days=day, hours=9 + 3 * session)
                if chance.random() < 0.02:
                    moment += timedelta(days=chance.choice([-400, 3_653, -1, 30]))
                wall_clock(moment)
                number += 1
                write(binder, f"work of session {number} {chance.random()}", f"note {chance.randint(0, 30)}")
                made = backups.make(binder, folder, chance.choice([Reason.CLOSE, Reason.TIMER]))
                backups.thin(folder)
                there = backups.all_backups(folder)
                assert there[0] == made
                assert sum(one.size for one in there) <= CAP
        if week % look_every == 0 or week == weeks - 1:
            for one in backups.all_backups(folder):
                assert backups.verify(one) == []
                with closing(open_binder(shutil.copy(one.path, folder.parent / "restored.champion"))) as other:
                    assert digest.digest(other) == one.digest
    assert len(backups.all_backups(folder)) >= 10


def test_P3_every_backup_kept_over_ten_weeks_restores_to_its_digest(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    _three_years(binder, folder, wall_clock, weeks=10, seed=1, look_every=9)


@pytest.mark.heavy
def test_P3_every_backup_kept_over_three_years_restores_to_its_digest(
    binder: Binder, folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    _three_years(binder, folder, wall_clock, weeks=157, seed=2, look_every=8)


def test_older_ones_go_only_when_the_one_that_stays_is_whole(binder: Binder, folder: Path) -> None:
    made = [backups.make(binder, folder, Reason.ERASE) for _ in range(3)]
    made[1].path.write_bytes(b"rotten")
    with pytest.raises(BackupDamaged):
        backups.remove_older(folder, made[1])
    assert len(backups.all_backups(folder)) == 3
    backups.remove_older(folder, made[2])
    assert backups.all_backups(folder) == [made[2]] and len(list(folder.iterdir())) == 2


# ---------------------------------------------------------------- a second place


def test_a_copy_in_a_second_place_is_the_same_file_with_its_note_and_keys(locked: Binder, quick_folder: Path) -> None:
    stick = quick_folder / "stick"
    stick.mkdir()
    made = backups.make(locked, backups_of(locked.path), Reason.CLOSE)
    copied = backups.copy_to(made, stick)
    assert copied.path.read_bytes() == made.path.read_bytes() and copied.path.parent == stick
    assert backups.all_backups(stick) == [copied] and replace(copied, path=made.path) == made
    assert keys.unlock(keys.read(copied.path), "correct horse battery") == KEY
    before = copied.path.stat().st_mtime_ns
    assert backups.copy_to(made, stick) == copied and copied.path.stat().st_mtime_ns == before


def test_a_second_place_that_is_gone_or_may_not_be_written(binder: Binder, folder: Path, quick_folder: Path) -> None:
    made = backups.make(binder, folder, Reason.CLOSE)
    with pytest.raises(SecondPlaceMissing):
        backups.copy_to(made, quick_folder / "not plugged in")
    made.path.write_bytes(b"rotten")
    (quick_folder / "stick").mkdir()
    with pytest.raises(BackupDamaged):
        backups.copy_to(made, quick_folder / "stick")
    assert list((quick_folder / "stick").iterdir()) == []


def test_a_backup_of_another_binder_is_never_written_over(
    binder: Binder, folder: Path, quick_folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    wall_clock(datetime(2026, 11, 26, 15, 4))
    stick, others = quick_folder / "stick", quick_folder / "others"
    stick.mkdir()
    others.mkdir()
    with closing(create_binder(others / "binder.champion")) as other:
        write(other, "the words of another binder")
        theirs = backups.copy_to(backups.make(other, others / "binder-backups", Reason.ASKED), stick)
    before = {path: path.read_bytes() for path in stick.iterdir()}
    made = backups.make(binder, folder, Reason.ASKED)
    assert made.path.name == theirs.path.name
    ours = backups.copy_to(made, stick)
    assert (ours.number, ours.sha256) == (2, made.sha256) and backups.verify(ours) == []
    assert {path: path.read_bytes() for path in before} == before
    assert backups.copy_to(made, stick) == ours and backups.all_backups(stick) == [ours, theirs]
    part = backup_files.part_of(stick)
    part.write_bytes(b"finished")
    with pytest.raises(FileExistsError):
        backup_files.place(part, replace(made, path=theirs.path), binder.path)
    assert {path: path.read_bytes() for path in before} == before


def test_backups_that_hold_the_same_are_each_copied(
    binder: Binder, folder: Path, quick_folder: Path, wall_clock: Callable[[datetime], None]
) -> None:
    stick = quick_folder / "stick"
    stick.mkdir()
    code = keys.new_code()
    for copy in (
        backups.copy_to,
        partial(second_copies.copy_locked, key=KEY, key_file=keys.new_key_file(KEY, "x" * 9, code, cost=CHEAP)),
    ):
        for minute in range(2):
            wall_clock(datetime(2026, 11, 26, 15, minute))
            made = backups.make(binder, folder, Reason.ASKED)
            assert copy(made, stick).number == made.number
            assert copy(made, stick).number == made.number
    assert [one.number for one in backups.all_backups(stick)] == [4, 3, 2, 1]


def test_a_copy_that_is_no_longer_as_it_was_written_makes_way_for_a_good_one(
    binder: Binder, folder: Path, quick_folder: Path
) -> None:
    stick = quick_folder / "stick"
    stick.mkdir()
    made = backups.make(binder, folder, Reason.ASKED)
    copied = backups.copy_to(made, stick)
    copied.path.write_bytes(b"rotten")
    assert backups.copy_to(made, stick) == copied and backups.verify(copied) == []
    assert backups.all_backups(stick) == [copied]


# ---------------------------------------------------------------- what cannot be read or written


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are made otherwise there")
@pytest.mark.parametrize("kind", ["a link to nowhere", "a folder", "a pipe"])
def test_one_entry_that_cannot_be_read_hides_no_other_backup(binder: Binder, folder: Path, kind: str) -> None:
    write(binder, "Canary of the first")
    made = backups.make(binder, folder, Reason.ASKED)
    odd = folder / "000009 2026-01-01 0101 asked.champion-backup"
    for place in (odd, folder / ".part-0123456789ab.champion-backup"):
        if kind == "a folder":
            place.mkdir()
        elif kind == "a pipe":
            os.mkfifo(place)
        else:
            place.symlink_to(folder / "gone")
    first, second = backups.all_backups(folder)
    assert (first.path, first.number, first.checked, second) == (odd, 9, False, made)
    assert backups.verify(first) == ["the file is gone" if kind == "a link to nowhere" else "it is not a file"]
    assert not backup_files.is_as_written(replace(first, sha256="x"))
    with pytest.raises(BackupDamaged):
        backups.copy_to(first, folder.parent)
    newest = backups.make(binder, folder, Reason.ERASE)
    assert newest.number == 10
    backups.remove_older(folder, newest)
    there = [one.path for one in backups.all_backups(folder)]
    assert there == [newest.path] if kind == "a pipe" else there == [newest.path, odd]


def test_a_link_is_not_taken_away_in_place_of_what_it_points_at(binder: Binder, folder: Path) -> None:
    old, elsewhere = backups.make(binder, folder, Reason.ASKED), folder.parent / "elsewhere"
    old.path.rename(elsewhere)
    old.path.symlink_to(elsewhere)
    newest = backups.make(binder, folder, Reason.ERASE)
    assert backups.remove_older(folder, newest) == []
    assert [one.path for one in backups.all_backups(folder)] == [newest.path, old.path] and elsewhere.exists()


def test_a_backup_that_goes_while_it_is_looked_at_is_not_there(folder: Path) -> None:
    assert backup_files._known(folder / "000001 2026-01-01 0101 asked.champion-backup") is None


def test_a_file_with_any_time_is_a_backup_all_the_same(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.ASKED)
    other = shutil.copy(made.path, folder / "copied.champion-backup")
    os.utime(other, (1e11, 1e11))
    found = backups.all_backups(folder)[-1]
    assert (found.path, found.made_at.year) in ((other, 1970), (other, 5138))
    assert backups.verify(found) == []


@pytest.mark.parametrize(
    "odd",
    [
        '"number": 1e999', '"number": -5', '"number": 1' + "0" * 300, '"number": true', '"made_at": "2026-01-01T00Z"',
        '"counts": {"actions": 1e999}', '"counts": {"actions": -3}', '"encrypted": 1', '"last_change": 1' + "0" * 30,
        '"version": "\\u001b[31m"', '"digest": 7', '"reason": "holiday"', '"made_at": 5', '"counts": []',
    ],
)  # fmt: skip
def test_a_note_with_odd_values_is_damaged_and_hides_nothing(binder: Binder, folder: Path, odd: str) -> None:
    made = backups.make(binder, folder, Reason.ASKED)
    note = backup_files.note_of(made.path)
    said = json.loads(note.read_bytes()) | json.loads("{" + odd + "}")
    del said["seal"]
    note.write_text(json.dumps(said | {"seal": backup_files._seal(said)}))
    (found,) = backups.all_backups(folder)
    assert (found.number, found.checked, found.encrypted) == (1, False, False) and backups.verify(found) == []
    assert backups.make(binder, folder, Reason.ASKED).number == 2
    assert len(to_keep(backups.all_backups(folder))) == 2


def test_a_note_nested_for_ever_is_damaged(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.ASKED)
    backup_files.note_of(made.path).write_text("[" * 200_000)
    assert [one.checked for one in backups.all_backups(folder)] == [False]


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_a_folder_that_may_not_be_written_is_named(binder: Binder, folder: Path) -> None:
    folder.mkdir()
    with bound_by_modes(folder.parent, {folder: 0o500}), pytest.raises(BackupsReadOnly) as told:
        backups.make(binder, folder, Reason.CLOSE)
    assert isinstance(told.value, FolderReadOnly) and told.value.details == {"folder": folder}


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_what_may_not_be_read_is_told_and_never_taken_for_nothing(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.CLOSE)
    with bound_by_modes(folder.parent, {made.path: 0, backup_files.note_of(made.path): 0}):
        (found,) = backups.all_backups(folder)
        assert (found.number, found.checked) == (1, False)
        assert backups.verify(found) == backups.verify(made) == ["Champion may not read it"]
        assert not backup_files.is_as_written(made)
    with (
        bound_by_modes(folder.parent, {folder: 0}),
        pytest.raises(BackupsUnreadable, match="cannot tell which backups"),
    ):
        backups.all_backups(folder)
    with bound_by_modes(folder.parent, {folder: 0o600}):  # the names alone can be read
        (found,) = backups.all_backups(folder)
        assert found.number == 1 and backups.verify(found) == ["Champion may not read it"]


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_a_second_place_that_may_not_be_written_is_named(binder: Binder, folder: Path, quick_folder: Path) -> None:
    stick = quick_folder / "stick"
    stick.mkdir()
    made = backups.make(binder, folder, Reason.CLOSE)
    locked_too = partial(
        second_copies.copy_locked, key=KEY, key_file=keys.new_key_file(KEY, "x" * 9, keys.new_code(), cost=CHEAP)
    )
    for copy in (backups.copy_to, locked_too):
        with bound_by_modes(folder.parent, {stick: 0o500}), pytest.raises(FolderReadOnly):
            copy(made, stick)
    assert list(stick.iterdir()) == []


def test_a_file_where_the_folder_belongs_is_told(binder: Binder, folder: Path) -> None:
    folder.write_bytes(b"mine")
    assert backups.all_backups(folder) == []
    with pytest.raises(BackupsNotAFolder, match="there is a file at"):
        backups.make(binder, folder, Reason.CLOSE)
    assert folder.read_bytes() == b"mine"


def _stranger(path: Path, steps: tuple[str, ...] | None) -> None:
    with closing(connect(path, create=True)) as connection:
        connection.execute("CREATE TABLE theirs (word)")
        if steps is not None:
            connection.execute("CREATE TABLE _sqlite_migrations (migration_set, name, applied_at)")
            connection.executemany(
                "INSERT INTO _sqlite_migrations VALUES ('champion', ?, '')", [(one,) for one in steps]
            )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@pytest.mark.parametrize("steps", [None, (), ("0001_first_binder",)])
def test_a_file_that_says_it_is_ours_and_has_none_of_our_tables_is_not_whole(
    folder: Path, steps: tuple[str, ...] | None
) -> None:
    folder.mkdir()
    _stranger(folder / "000007 2026-11-26 0300 asked.champion-backup", steps)
    (found,) = backups.all_backups(folder)
    assert backups.verify(found) == ["it is not of a binder"]


# ---------------------------------------------------------------- full disks


def _small_disk(place: Path, kilobytes: int) -> bool:
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], capture_output=True, check=False
    )
    return made.returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk of so many kilobytes, where the system lets us make one."""
    place = tmp_path / "small disk"

    def make(kilobytes: int) -> Path:
        if sys.platform != "linux" or not shutil.which("mount") or not _small_disk(place, kilobytes):
            pytest.skip("no disk of a chosen size can be made here")
        return place

    yield make
    if place.is_mount():
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("spare", [0, 8, 64, 512, 3_000])
def test_F08_disk_full_on_backup_leaves_the_older_ones(
    binder: Binder, small_disk: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    disk = small_disk(8_000)
    folder = disk / "backups"
    monkeypatch.setattr(disks, "_ROOM", 0)
    good = backups.make(binder, folder, Reason.CLOSE)
    before = good.path.read_bytes()
    attach(binder, os.urandom(2_500_000))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(0, 0, 1 << 40))  # type: ignore[attr-defined]
    left = shutil.os.statvfs(disk).f_bavail * 4_096 - spare * 1_024  # type: ignore[attr-defined]
    (disk / "filler").write_bytes(bytes(left))
    if spare == 3_000:
        (disk / "filler").write_bytes(bytes(left + 800_000))
    with pytest.raises(BackupFull, match=r"newest good backup: \d+ \w+ \d{4}"):
        backups.make(binder, folder, Reason.CLOSE)
    assert backups.all_backups(folder) == [good] and good.path.read_bytes() == before
    assert len(list(folder.iterdir())) == 2
    write(binder, "and saving goes on")
    (disk / "filler").unlink()
    assert backups.verify(backups.make(binder, folder, Reason.CLOSE)) == []


def test_F08_a_backup_that_would_fill_the_disk_is_not_begun(
    binder: Binder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disks, "_ROOM", 1 << 60)
    with pytest.raises(BackupFull, match="none yet"):
        backups.make(binder, folder, Reason.CLOSE)
    assert list(folder.iterdir()) == []


def test_F09_disk_full_in_the_second_place_leaves_the_older_copies(
    binder: Binder, folder: Path, small_disk: Callable[[int], Path]
) -> None:
    disk = small_disk(2_000)
    good = backups.copy_to(backups.make(binder, folder, Reason.CLOSE), disk)
    before = good.path.read_bytes()
    attach(binder, os.urandom(3_000_000))
    made = backups.make(binder, folder, Reason.CLOSE)
    with pytest.raises(SecondPlaceFull):
        backups.copy_to(made, disk)
    assert backups.all_backups(disk) == [good] and good.path.read_bytes() == before
    assert len(list(disk.iterdir())) == 2 and backups.verify(made) == []


LIMITED = """
import resource, sys
from pathlib import Path
from champion_app.domain.backups import Reason
from champion_app.faults import Fault
from champion_app.store import backups
from champion_app.store.opening import open_binder
binder = open_binder(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    backups.make(binder, Path(sys.argv[2]), Reason.CLOSE)
except Fault as fault:
    print(type(fault).__name__)
"""


@pytest.mark.skipif(os.name == "nt", reason="no limits on files there")
def test_F10_a_disk_that_fails_in_the_middle_is_told_and_leaves_the_older_ones(
    path: Path, binder: Binder, folder: Path
) -> None:
    good = backups.make(binder, folder, Reason.CLOSE)
    before = good.path.read_bytes()
    binder.close()
    for limit in (0, 4_096, 100_000, good.size - 1):
        said = _child(LIMITED, str(path), str(folder), str(limit))
        assert said.stdout.strip() in ("BackupFailed", "BackupFull"), said.stdout + said.stderr
        assert backups.all_backups(folder) == [good] and good.path.read_bytes() == before
        assert len(list(folder.iterdir())) == 2


# ---------------------------------------------------------------- killed


def _child(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


# Makes backups until it is killed; says each before it is begun and after it is made.
MAKING = """
import os, sys
from pathlib import Path
from champion_app.domain.backups import Reason
from champion_app.store import backups
from champion_app.store.opening import open_binder
path, folder = map(Path, sys.argv[1:])
binder = open_binder(path)
with binder.atomic("keep_setting"):  # everything is loaded now
    binder.remember("words", "first")
backups.make(binder, folder, Reason.ASKED)
sys.stdout.write("ready\\n"); sys.stdout.flush()
for line in sys.stdin:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        sys.stdout.write("gone\\n"); sys.stdout.flush()
        continue
    sys.stdout.write(f"child {os.getpid()}\\n"); sys.stdout.flush()
    while True:
        with binder.atomic("keep_setting"):
            binder.remember("words", os.urandom(2_000).hex())
        made = backups.make(binder, folder, Reason.ASKED)
        sys.stdout.write(f"made {made.number}\\n"); sys.stdout.flush()
"""


def _killed(path: Path, folder: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-c", MAKING, str(path), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            known: dict[Path, str] = {}
            said = 1
            for _ in range(times):
                process.stdin.write("again\n")
                process.stdin.flush()
                child = int(process.stdout.readline().split()[1])
                time.sleep(chance.uniform(0.0, 0.15))
                os.kill(child, signal.SIGKILL)
                while (line := process.stdout.readline()) != "gone\n":
                    said = int(line.split()[1])
                there = backups.all_backups(folder)
                assert all(one.checked for one in there)
                assert [backups.verify(one) for one in there if one.path not in known] == [[]] * (
                    len(there) - len(known)
                )
                assert max((one.number for one in there), default=0) in (said, said + 1)
                now = {one.path: backup_files.file_digest(one.path) for one in there}
                assert known.items() <= now.items(), "an older backup was touched"
                known = now
            assert said > times // 4  # some were made
        finally:
            process.stdin.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F04_killed_in_the_middle_of_a_backup_the_older_ones_are_untouched(path: Path, folder: Path) -> None:
    _killed(path, folder, 25, seed=4)
    with closing(open_binder(path)) as binder:
        backups.make(binder, folder, Reason.CLOSE)  # forgets what was half made
    assert len(list(folder.iterdir())) == 2 * len(backups.all_backups(folder))


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F04_hundreds_of_kills_in_the_middle_of_a_backup(path: Path, folder: Path) -> None:
    for seed in range(10):
        shutil.rmtree(folder, ignore_errors=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        _killed(path, folder, 50, seed)


PREPARE = """
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
binder = opening.open_binder(path)
backups.make(binder, folder, Reason.CLOSE)  # everything is loaded now
"""
MAKE = "backups.make(binder, folder, Reason.ASKED)"
COPY = "backups.copy_to(backups.all_backups(folder)[0], folder.parent / 'stick')"
THIN = "[backup_files.remove(one) for one in backups.all_backups(folder)[1:]]"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F04_killed_at_every_step_of_a_backup_the_older_ones_are_untouched(path: Path, folder: Path) -> None:
    steps, kept = 0, folder.parent / "kept"
    for step in at_every_step(PREPARE, MAKE, str(path), str(folder)):
        there = backups.all_backups(folder)
        if step == 1:
            shutil.copytree(folder, kept)  # one backup, made before
        assert len(there) in (1, 2) and all(one.checked for one in there)
        assert [backups.verify(one) for one in there] == [[]] * len(there), f"step {step}"
        old = kept / there[-1].path.name
        assert there[-1].path.read_bytes() == old.read_bytes(), f"step {step}"
        steps = step
        if len(there) == 2:
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
    assert steps > 10
    assert len(list(folder.iterdir())) == 4  # the last one ran to its end and forgot what the others left


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("do", [COPY, pytest.param(THIN, marks=pytest.mark.heavy)], ids=["copying", "thinning"])
def test_F04_killed_at_every_step_of_copying_or_thinning_what_there_is_is_whole(
    path: Path, folder: Path, do: str
) -> None:
    stick = folder.parent / "stick"
    stick.mkdir()
    with closing(open_binder(path)) as binder:
        made = [backups.make(binder, folder, Reason.CLOSE) for _ in range(3)]
    kept = folder.parent / "kept"
    shutil.copytree(folder, kept)
    for step in at_every_step(PREPARE.replace("backups.make(binder", "(binder"), do, str(path), str(folder)):
        for place in (folder, stick):
            there = backups.all_backups(place)
            assert [backups.verify(one) for one in there] == [[]] * len(there), f"step {step}"
        assert backups.all_backups(folder)[0] == made[-1]
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
    if do == COPY:
        (copied,) = backups.all_backups(stick)
        assert copied.sha256 == made[-1].sha256 and len(list(stick.iterdir())) == 2


def test_what_was_half_made_is_forgotten_and_what_is_whole_is_not(binder: Binder, folder: Path) -> None:
    made = backups.make(binder, folder, Reason.CLOSE)
    for name in (
        ".part-0123456789ab.champion-backup", ".part-0123456789ab.champion-backup-journal",
        ".000002 2026-11-25 2104 close-01234567.part", "000002 2026-11-25 2104 close.json",
        "000002 2026-11-25 2104 close.champion-backup.key", "000002 2026-11-25 2104 close.champion-backup.key-copy",
    ):  # fmt: skip
        (folder / name).write_bytes(b"half")
    theirs = {"shopping list.txt", ".film.part", ".part-of-somebody", "000002 2026-11-25 2104 holiday.jpg"}
    for name in theirs:
        (folder / name).write_bytes(b"whole")
    assert backup_files.clear_unfinished(folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {made.path.name, made.path.stem + ".json"} | theirs


# ---------------------------------------------------------------- before an update


def _older(path: Path) -> str:
    """Makes a binder of the version before; returns its digest."""
    connection = connect(path, create=False)
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = '0003_leaflet_studio'")
    for table in ("own_words", "text_checks", "print_facts"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DROP INDEX log_by_leaflet")
    for table, column in (("prints", "words"), ("prints", "binned_on"), ("log_entries", "leaflet")):
        for event in ("insert", "update", "delete"):
            connection.execute(f"DROP TRIGGER IF EXISTS {table}_history_{event}")
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("UPDATE about SET value = '0.0.9' WHERE name = 'app_version'")
    found = digest.contents(connection).digest
    connection.close()
    return found


def test_F23_an_older_binder_is_backed_up_as_it_was_before_it_is_brought_up_to_date(path: Path, folder: Path) -> None:
    before = _older(path)
    open_binder(path).close()
    (made,) = backups.all_backups(folder)
    assert (made.digest, made.reason, made.version) == (before, Reason.MIGRATION, "0.0.9")
    assert backups.verify(made) == []
    open_binder(path).close()
    assert backups.all_backups(folder) == [made]


def test_F03_without_a_backup_nothing_is_brought_up_to_date(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, digest: Callable[[Path], str]
) -> None:
    _older(path)
    before = digest(path)
    monkeypatch.setattr(disks, "_ROOM", 1 << 60)
    with pytest.raises(BackupFull):
        open_binder(path)
    assert digest(path) == before


def test_a_new_binder_needs_no_backup(quick_folder: Path) -> None:
    create_binder(quick_folder / "new.champion").close()
    assert not (quick_folder / "new-backups").exists()
