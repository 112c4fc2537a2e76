"""Going back to a backup: whole, checked, with nothing lost on the way, and back again."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from champion_app.domain.backups import Backup, Reason
from champion_app.faults import (
    BackupDamaged,
    BackupFull,
    BackupsReadOnly,
    BinderDamaged,
    BinderInUse,
    BinderLocked,
    BinderMissing,
    BinderNewer,
    FolderReadOnly,
    NothingToUndo,
    RestoreFailed,
    RestoreFull,
    RestoreUnfinished,
)
from champion_app.places import backups_of
from champion_app.store import backup_files, backups, digest, disks, keys, locking, moving, restoring, seal
from champion_app.store.connection import connect
from champion_app.store.opening import APPLICATION_ID, create_binder, open_binder
from tests.store.bound_by_modes import bound_by_modes
from tests.store.stopped import at_every_step

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
CHEAP = keys.Cost(n=2**4)


def write(path: Path, value: str, key: bytes | None = None) -> str:
    """Saves one value; returns the digest of the binder after it."""
    with closing(open_binder(path, key)) as binder:
        with binder.atomic("keep_setting"):
            binder.remember("words", value)
        return digest.digest(binder)


def said(path: Path, key: bytes | None = None) -> str:
    with closing(open_binder(path, key)) as binder:
        return binder.recall("words")


def digest_of(path: Path, key: bytes | None = None) -> str:
    with closing(open_binder(path, key)) as binder:
        return digest.digest(binder)


def back_up(path: Path, key: bytes | None = None) -> Backup:
    with closing(open_binder(path, key)) as binder:
        return backups.make(binder, backups_of(path), Reason.ASKED)


def names(path: Path) -> set[str]:
    """What lies in the folder, but for a seal and an empty journal."""
    beside = {path.name + seal.ENDING, path.name + "-journal"}
    return {one.name for one in path.parent.iterdir() if one.name not in beside}


@pytest.fixture
def then(path: Path) -> Backup:
    """A backup of the binder as it was; it says "now" by now."""
    write(path, "then")
    made = back_up(path)
    write(path, "now")
    return made


# ---------------------------------------------------------------- there and back


def test_there_and_back_with_attachments(path: Path) -> None:
    content = os.urandom(400_000)
    with closing(open_binder(path)) as binder, binder.atomic("attach_file"):
        sha256 = hashlib.sha256(content).hexdigest()
        number = binder.insert("files", {"sha256": sha256, "size": len(content), "content": content})
        row = {"criterion": "1.1", "file": number, "name": "Evidence.pdf", "added_on": "2026-11-25"}
        binder.insert("attachments", row)
    before = write(path, "then")
    then = back_up(path)
    with closing(open_binder(path)) as binder, binder.atomic("remove_attachment"):
        binder.remove("attachments", 1)
        binder.remove("files", 1)
    after = write(path, "now")

    aside = restoring.restore(path, then)
    with closing(open_binder(path)) as binder:
        assert digest.digest(binder) == before == then.digest and digest.counts(binder) == then.counts
        assert hashlib.sha256(binder.rows("SELECT content FROM files")[0][0]).hexdigest() == sha256
    assert aside.backup is not None and (aside.backup.reason, aside.backup.digest) == (Reason.RESTORE, after)
    assert digest_of(aside.path) == after

    back = restoring.undo_restore(path, aside)
    assert digest_of(path) == after
    assert back.backup is not None and back.backup.digest == before
    assert restoring.undo_restore(path, back) and digest_of(path) == before


def test_a_missing_binder_comes_back(path: Path, then: Backup) -> None:
    path.unlink()
    aside = restoring.restore(path, then)
    assert said(path) == "then" and aside.backup is None
    with pytest.raises(NothingToUndo):
        restoring.undo_restore(path, aside)
    assert said(path) == "then"


def test_what_is_set_aside_is_listed_newest_first_and_can_be_forgotten(path: Path, then: Backup) -> None:
    first = restoring.restore(path, then)
    write(path, "later")
    second = restoring.restore(path, then)
    assert [one.path for one in restoring.set_asides(path)] == [second.path, first.path]
    assert (said(first.path), said(second.path)) == ("now", "later")
    restoring.forget(first)
    assert [one.path for one in restoring.set_asides(path)] == [second.path]
    restoring.forget(second)
    assert names(path) == {"binder.champion", "binder-backups"}


def test_of_what_is_in_a_backup_only_the_newest_stay_aside_and_a_damaged_one_always(path: Path, then: Backup) -> None:
    damaged = path.read_bytes()[: 4096 * 20]
    path.write_bytes(damaged)
    first = restoring.restore(path, then)
    others = []
    for number in range(4):
        write(path, str(number))
        others.append(restoring.restore(path, then))
    assert not first.backed_up and all(one.backed_up for one in others)
    restoring.tidy(path)
    assert [one.path for one in restoring.set_asides(path)] == [others[3].path, others[2].path, first.path]
    assert first.path.read_bytes() == damaged


def test_a_binder_that_is_open_is_not_replaced(path: Path, then: Backup) -> None:
    with closing(open_binder(path)) as binder:
        with pytest.raises(BinderInUse):
            restoring.restore(path, then)
        assert binder.recall("words") == "now"
    assert said(path) == "now" and not restoring.set_asides(path)


def test_T23_a_damaged_backup_is_refused_with_a_reason(path: Path, then: Backup, digest: Callable[[Path], str]) -> None:
    before = digest(path)
    content = bytearray(then.path.read_bytes())
    content[len(content) // 2] ^= 1
    then.path.write_bytes(content)
    with pytest.raises(BackupDamaged, match="the file is not as it was written"):
        restoring.restore(path, then)
    then.path.write_bytes(b"")
    with pytest.raises(BackupDamaged, match="it is empty"):
        restoring.restore(path, then)
    then.path.unlink()
    with pytest.raises(BackupDamaged, match="the file is gone"):
        restoring.restore(path, then)
    assert digest(path) == before and not restoring.set_asides(path)


def test_a_backup_made_by_a_newer_champion_is_refused(path: Path, then: Backup) -> None:
    with closing(connect(then.path, create=False)) as connection:
        connection.execute("INSERT INTO _sqlite_migrations (name, migration_set, applied_at) VALUES ('0999', 'x', 'y')")
    newer = replace(then, sha256="", digest="", version="9.0")
    with pytest.raises(BinderNewer, match=r"9\.0"):
        restoring.restore(path, newer)
    assert said(path) == "now"


@pytest.mark.parametrize("tables", [(), ("_sqlite_migrations (migration_set, applied_at)",)])
def test_a_file_that_says_it_is_ours_and_has_none_of_our_tables_is_refused_in_words(
    path: Path, tables: tuple[str, ...]
) -> None:
    backups_of(path).mkdir()
    with closing(connect(backups_of(path) / "000007 2026-11-26 0300 asked.champion-backup", create=True)) as connection:
        for table in tables:
            connection.execute(f"CREATE TABLE {table}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    before = digest_of(path)
    (found,) = backups.all_backups(backups_of(path))
    with pytest.raises(BackupDamaged, match="it is not of a binder"):
        restoring.restore(path, found)
    assert digest_of(path) == before and not restoring.set_asides(path)


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_what_the_modes_of_files_forbid_is_told_in_words(path: Path, then: Backup) -> None:
    folder, aside = path.parent, restoring.restore(path, then)
    with bound_by_modes(folder, {then.path: 0}), pytest.raises(BackupDamaged, match="Champion may not read it"):
        restoring.restore(path, then)
    for mode in (0, 0o500, 0o600):
        with bound_by_modes(folder, {folder: mode}):
            for go in (partial(restoring.restore, path, then), partial(restoring.undo_restore, path, aside)):
                with pytest.raises((FolderReadOnly, BackupDamaged)) as told:
                    go()
                assert str(folder) in told.value.sentence() or "Champion may not read it" in told.value.sentence()
    with bound_by_modes(folder, {backups_of(path): 0}), pytest.raises(BackupsReadOnly):
        restoring.undo_restore(path, aside)
    assert said(path) == "then"


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_what_cannot_be_tidied_away_is_no_reason_to_stop(path: Path, then: Backup) -> None:
    for _ in range(3):
        restoring.restore(path, then)
    with bound_by_modes(path.parent, {path.parent: 0o500}):
        restoring.tidy(path)
    assert len(restoring.set_asides(path)) == 3
    restoring.tidy(path)
    assert len(restoring.set_asides(path)) == 2


ODD_PLANS = [
    "[" * 200_000, "[]", "7", '"moving"', "{}", '{"coming": ".restoring"}',
    *(json.dumps({"coming": ".restoring", "going": ".set-aside-0001-x", "phase": "moving", "parts": [""]} | odd)
      for odd in ({"coming": "/../../x"}, {"coming": ".key"}, {"coming": 7}, {"going": ""}, {"going": "/x"},
                  {"going": ".restoring"}, {"phase": "eating"}, {"phase": None}, {"parts": ["/x"]}, {"parts": [[]]},
                  {"parts": 7}, {"phase": "placing", "parts": []}, {"going": ".set-aside-\n"})),
]  # fmt: skip


@pytest.mark.parametrize("plan", ODD_PLANS)
def test_a_plan_that_we_did_not_write_is_none(path: Path, then: Backup, plan: str) -> None:
    place = moving._place_of(path)
    place.write_text(plan)
    before = names(path)
    assert moving.read_plan(path) is None and restoring.unfinished(path) is None
    assert names(path) == before and said(path) == "now"
    restoring.restore(path, then)
    assert said(path) == "then"


def test_a_backup_whose_note_is_lost_still_restores(path: Path, then: Backup) -> None:
    backup_files.note_of(then.path).unlink()
    (found,) = backups.all_backups(backups_of(path))
    restoring.restore(path, found)
    assert said(path) == "then" and digest_of(path) == then.digest


# ---------------------------------------------------------------- damaged, and leftover journals


def test_F17_corrupt_page_the_damaged_file_is_kept_and_the_backup_takes_its_place(path: Path, then: Backup) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 9 : 4096 * 12] = os.urandom(4096 * 3)
    path.write_bytes(content)
    with pytest.raises(BinderDamaged):
        open_binder(path)
    aside = restoring.restore(path, then)
    assert said(path) == "then" and aside.backup is None
    assert aside.path.read_bytes() == content
    restoring.undo_restore(path, aside)
    assert path.read_bytes() == content
    assert {one.number for one in backups.all_backups(backups_of(path))} >= {then.number}


@pytest.mark.parametrize("content", [b"", b"<html>not a binder</html>" * 400], ids=["empty", "another file"])
def test_F16_what_is_no_binder_is_set_aside_as_it_is(path: Path, then: Backup, content: bytes) -> None:
    path.write_bytes(content)
    aside = restoring.restore(path, then)
    assert said(path) == "then" and aside.path.read_bytes() == content


def _leave_a_journal(path: Path) -> bytes:
    """A journal as a crash in the middle of a save leaves it, taken from a binder of 400 rows."""
    connection = connect(path, create=False)
    connection.execute("PRAGMA cache_size = 10")
    connection.execute("BEGIN")
    connection.execute("DELETE FROM settings")
    for number in range(4_000):
        connection.execute("INSERT INTO settings VALUES (?, ?)", (f"half {number}", "x" * 300))
    journal = path.with_name(path.name + "-journal")
    left = journal.read_bytes()
    connection.execute("ROLLBACK")
    connection.close()
    assert left.startswith(b"\xd9\xd5\x05\xf9"), "no journal that would be played back"
    return left


def test_F20_a_leftover_journal_is_never_played_into_a_restored_binder(path: Path, then: Backup) -> None:
    journal = path.with_name(path.name + "-journal")
    left = _leave_a_journal(path)
    damaged = b"SQLite format 3\x00" + os.urandom(50_000)
    path.write_bytes(damaged)
    journal.write_bytes(left)
    aside = restoring.restore(path, then)
    assert not journal.exists() or journal.stat().st_size == 0
    assert digest_of(path) == then.digest
    kept = aside.path.with_name(aside.path.name + "-journal")
    assert aside.path.read_bytes() == damaged and kept.read_bytes() == left, "binder and journal belong together"


def test_F20_a_journal_without_its_binder_is_moved_away_too(path: Path, then: Backup) -> None:
    left = _leave_a_journal(path)
    path.unlink()
    path.with_name(path.name + "-journal").write_bytes(left)
    restoring.restore(path, then)
    assert digest_of(path) == then.digest


def test_the_seal_goes_with_its_binder_so_that_a_restored_one_is_not_said_to_be_changed(
    path: Path, then: Backup
) -> None:
    assert path.with_name(path.name + seal.ENDING).exists()
    aside = restoring.restore(path, then)
    assert not path.with_name(path.name + seal.ENDING).exists()
    with closing(open_binder(path)) as binder:
        assert not binder.outside
    restoring.undo_restore(path, aside)
    with closing(open_binder(path)) as binder:
        assert not binder.outside and binder.recall("words") == "now"


# ---------------------------------------------------------------- locked binders


@pytest.fixture
def locked(quick_folder: Path) -> Iterator[Path]:
    path = quick_folder / "locked.champion"
    keys.write(path, keys.new_key_file(KEY, "correct horse battery", keys.new_code(), cost=CHEAP))
    create_binder(path, key=KEY).close()
    yield path


def test_a_locked_binder_goes_back_locked_and_opens_with_the_passphrase_of_today(locked: Path) -> None:
    before = write(locked, "then", KEY)
    then = back_up(locked, KEY)
    write(locked, "now", KEY)
    keys.write(locked, keys.rewrap(keys.read(locked), KEY, passphrase="another long one", cost=CHEAP))
    aside = restoring.restore(locked, then, KEY)
    assert digest_of(locked, KEY) == before
    assert keys.unlock(keys.read(locked), "another long one") == KEY
    assert keys.unlock(keys.read(aside.path), "another long one") == KEY
    assert b"SQLite format" not in locked.read_bytes()[:16]
    restoring.undo_restore(locked, aside, KEY)
    assert said(locked, KEY) == "now" and keys.unlock(keys.read(locked), "another long one") == KEY


def test_a_backup_from_before_the_lock_takes_the_keys_away_with_what_they_open(locked: Path) -> None:
    write(locked, "now", KEY)
    locking.turn_off(locked, KEY)
    before = write(locked, "then")
    then = back_up(locked)
    key_file = keys.new_key_file(OTHER_KEY, "a new passphrase", keys.new_code(), cost=CHEAP)
    locking.turn_on(locked, OTHER_KEY, key_file)
    aside = restoring.restore(locked, then, None, present_key=OTHER_KEY)
    assert digest_of(locked) == before and not keys.has_keys(locked)
    assert aside.backup is not None and aside.backup.encrypted
    assert keys.unlock(keys.read(aside.path), "a new passphrase") == OTHER_KEY
    assert said(aside.path, OTHER_KEY) == "then"
    restoring.undo_restore(locked, aside)
    assert said(locked, OTHER_KEY) == "then" and keys.has_keys(locked)


def test_a_locked_backup_needs_its_own_key(locked: Path) -> None:
    write(locked, "then", KEY)
    then = back_up(locked, KEY)
    for key in (None, OTHER_KEY):
        with pytest.raises(BinderLocked):
            restoring.restore(locked, then, key)
    assert said(locked, KEY) == "then" and not restoring.set_asides(locked)
    then.path.write_bytes(then.path.read_bytes()[:-1] + b"!")
    with pytest.raises(BackupDamaged):
        restoring.restore(locked, then, KEY)


def test_F38_a_locked_binder_nobody_can_open_is_set_aside_whole(locked: Path) -> None:
    write(locked, "then", KEY)
    then = back_up(locked, KEY)
    content = os.urandom(60_000)
    locked.write_bytes(content)
    aside = restoring.restore(locked, then, KEY)
    assert said(locked, KEY) == "then" and aside.path.read_bytes() == content


# ---------------------------------------------------------------- no room


def test_no_room_for_the_copy_changes_nothing(
    path: Path, then: Backup, monkeypatch: pytest.MonkeyPatch, digest: Callable[[Path], str]
) -> None:
    before = digest(path)
    monkeypatch.setattr(disks, "_ROOM", 1 << 60)
    with pytest.raises(RestoreFull):
        restoring.restore(path, then)
    monkeypatch.setattr(disks, "has_room", lambda folder, size: folder == path.parent)
    with pytest.raises(BackupFull):
        restoring.restore(path, then)
    assert digest(path) == before and names(path) == {"binder.champion", "binder-backups"}


@pytest.mark.parametrize("written", [0, 5_000, 10**9])
def test_a_disk_that_fills_up_in_the_middle_changes_nothing(
    path: Path, then: Backup, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    def copy(source: Path, target: Path) -> str:
        target.write_bytes(source.read_bytes()[:written])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup_files, "copy_file", copy)
    with pytest.raises(RestoreFull):
        restoring.restore(path, then)
    assert said(path) == "now" and names(path) == {"binder.champion", "binder-backups"}


def test_a_copy_that_does_not_read_back_is_not_placed(
    path: Path, then: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = backup_files.copy_file

    def copy(source: Path, target: Path) -> str:
        said = copied(source, target)
        target.write_bytes(target.read_bytes()[:-4_096])
        return said

    monkeypatch.setattr(backup_files, "copy_file", copy)
    with pytest.raises(BackupDamaged, match="could not be copied whole"):
        restoring.restore(path, then)
    assert said(path) == "now" and names(path) == {"binder.champion", "binder-backups"}


# ---------------------------------------------------------------- interrupted

PREPARE = """
import contextlib, shutil
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
key = bytes.fromhex(sys.argv[3]) or None
if path.exists():
    with contextlib.closing(opening.open_binder(path, key)) as binder:  # everything is loaded now
        backups.make(binder, folder.parent / "warm", Reason.ASKED)
    shutil.rmtree(folder.parent / "warm")
"""
RESTORE = "restoring.restore(path, backups.all_backups(folder)[-1], key)"
UNDO = "restoring.undo_restore(path, restoring.set_asides(path)[0], key)"
FINISH, KEEP = "restoring.finish(path)", "restoring.keep(path)"


class Trial:
    """A folder with a binder ("now") and a backup ("then"), put back as it was before every kill."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        self.path, self.key = path, key
        self.then = write(path, "then", key)
        self.backup = back_up(path, key)
        self.now = write(path, "now", key)
        self.kept = path.parent.with_name(path.parent.name + "-kept")

    def remember(self) -> None:
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.path.parent, self.kept)

    def put_back(self) -> None:
        for one in self.path.parent.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        shutil.copytree(self.kept, self.path.parent, dirs_exist_ok=True)

    def steps(self, do: str) -> Iterator[int]:
        self.remember()
        key = self.key.hex() if self.key else ""
        try:
            for step in at_every_step(PREPARE, do, str(self.path), str(backups_of(self.path)), key):
                yield step
                self.put_back()
        finally:
            shutil.rmtree(self.kept, ignore_errors=True)

    def digests_there(self) -> set[str]:
        """Of every binder there is: in its place and set aside."""
        there = [self.path, *(one.path for one in restoring.set_asides(self.path))]
        return {digest_of(one, self.key) for one in there if one.exists()}


def _whole(trial: Trial, step: int) -> bool:
    """Finishes or turns back what was interrupted, each at every other step; True when there was something."""
    found = restoring.unfinished(trial.path)
    if found is None:
        return False
    with pytest.raises(RestoreUnfinished):
        restoring.restore(trial.path, trial.backup, trial.key)
    if step % 2:
        restoring.finish(trial.path)
        assert digest_of(trial.path, trial.key) == trial.then, f"step {step}"
        assert trial.digests_there() == {trial.then, trial.now}, f"step {step}"
    else:
        restoring.keep(trial.path)
        assert digest_of(trial.path, trial.key) == trial.now, f"step {step}"
    assert restoring.unfinished(trial.path) is None
    return True


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("parity", [0, pytest.param(1, marks=pytest.mark.heavy)])
def test_F05_killed_at_every_step_of_a_restore_nothing_is_lost(path: Path, parity: int) -> None:
    _restore_at_every_step(Trial(path), parity)


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("parity", [0, 1])
def test_F05_killed_at_every_step_of_a_locked_restore_nothing_is_lost(locked: Path, parity: int) -> None:
    _restore_at_every_step(Trial(locked, KEY), parity)


def _restore_at_every_step(trial: Trial, parity: int) -> None:
    asked, steps = 0, 0
    for step in trial.steps(RESTORE):
        steps = step
        assert backups.verify(trial.backup, trial.key) == [], "the backup itself was touched"
        if _whole(trial, step + parity):
            asked += 1
        else:
            assert digest_of(trial.path, trial.key) in (trial.now, trial.then)
            assert trial.digests_there() >= {trial.now}
        leftover = {name for name in names(trial.path) if ".restor" in name or name.endswith(".part")}
        assert leftover == set(), f"step {step}: {leftover}"
    assert steps > 20 and asked >= 4, (steps, asked)
    assert digest_of(trial.path, trial.key) == trial.then  # the last one ran to its end


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F05_killed_at_every_step_of_an_undo_nothing_is_lost(path: Path) -> None:
    trial = Trial(path)
    restoring.restore(path, trial.backup)
    asked = 0
    for step in trial.steps(UNDO):
        found = restoring.unfinished(path)
        if found is not None:
            asked += 1
            (restoring.finish if step % 2 else restoring.keep)(path)
            assert digest_of(path) == (trial.now if step % 2 else trial.then)
        assert trial.digests_there() == {trial.then, trial.now}
    assert asked >= 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
@pytest.mark.parametrize("do", [FINISH, KEEP])
@pytest.mark.parametrize(
    "moves",
    [
        pytest.param(0, id="planned", marks=pytest.mark.heavy),
        pytest.param(1, id="moved aside"),
        pytest.param(3, id="placed", marks=pytest.mark.heavy),
    ],
)
def test_F05_killed_while_finishing_or_turning_back_it_can_still_be_done(
    path: Path, do: str, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = Trial(path)
    _interrupt(trial, monkeypatch, moves)
    for step in trial.steps(do):
        if restoring.unfinished(path) is not None:
            (restoring.finish if step % 2 else restoring.keep)(path)
            assert digest_of(path) == (trial.then if step % 2 else trial.now)
        assert trial.digests_there() >= {trial.now}
        assert digest_of(path) in (trial.now, trial.then)
    assert restoring.unfinished(path) is None


def _interrupt(trial: Trial, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    """Stops a restore before anything was moved, when the binder is aside, or when the copy is in its place."""
    moved: list[Path] = []
    move = moving._move

    def stopping(source: Path, target: Path) -> None:
        if source.exists() and len(moved) == moves:
            raise KeyboardInterrupt
        if source.exists():
            moved.append(target)
        move(source, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(moving, "_move", stopping)
        patch.setattr(moving.Plan, "_strike_out", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        restoring.restore(trial.path, trial.backup, trial.key)
    found = restoring.unfinished(trial.path)
    assert found is not None and found.placed == (moves == 3)


def test_F05_what_is_unfinished_can_be_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert restoring.unfinished(path) is None
    with pytest.raises(NothingToUndo):
        restoring.finish(path)
    with pytest.raises(NothingToUndo):
        restoring.keep(path)
    trial = Trial(path)
    _interrupt(trial, monkeypatch, 1)
    with pytest.raises(BinderMissing):
        open_binder(path)
    with pytest.raises(RestoreUnfinished, match="Finish going back"):
        restoring.restore(path, trial.backup)
    restoring.keep(path)
    assert digest_of(path) == trial.now and names(path) == {"binder.champion", "binder-backups"}


def test_F05_a_binder_that_came_in_between_is_never_written_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Trial(path)
    _interrupt(trial, monkeypatch, 1)
    create_binder(path).close()
    stranger = write(path, "made anew")
    for act in (restoring.finish, restoring.keep):
        with pytest.raises(RestoreFailed, match="another binder has come in between"):
            act(path)
    assert digest_of(path) == stranger and trial.digests_there() == {stranger, trial.now}


def test_F05_a_copy_that_is_gone_can_only_be_turned_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Trial(path)
    _interrupt(trial, monkeypatch, 1)
    path.with_name("binder.champion.restoring").unlink()
    with pytest.raises(RestoreFailed, match="the copy of the backup is gone"):
        restoring.finish(path)
    restoring.keep(path)
    assert digest_of(path) == trial.now
