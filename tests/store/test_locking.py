"""Turning the lock on, off and to another key: nothing is lost, and whatever interrupts it, one binder opens (F6)."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.faults import (
    BinderDamaged,
    BinderInUse,
    BinderLocked,
    BinderNotOurs,
    Fault,
    KeyFileMissing,
    LockFailed,
    WrongPassphrase,
)
from champion_app.store import disks, health, keys, locking
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, connect, in_use
from champion_app.store.keys import Cost
from champion_app.store.opening import MAKING_LOCK, create_binder, has_to_do_with_a_lock, is_plain, open_binder

ROOT = Path(__file__).resolve().parents[2]
QUICK = Cost(n=2**4, r=1)
KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
WORDS, OTHER_WORDS = "three kettles on the moon", "seven spoons under the sea"
CODE = keys.new_code()
CANARY = "Zebediah Quillfeather"
Dump = Callable[[Binder], dict[str, list[tuple[object, ...]]]]


def the_keys(key: bytes = KEY, words: str = WORDS) -> keys.KeyFile:
    return keys.new_key_file(key, words, CODE, cost=QUICK)


def fill(path: Path, rows: int = 40) -> None:
    """Work in a closed binder, the last of it taken back; the canary is in rows, history, index and a setting."""
    with closing(open_binder(path)) as binder:
        for number in range(rows):
            with binder.atomic("raise_action"):
                values = {
                    "title": f"{CANARY} {number}", "evidence": "words " * 60, "raised_on": "2026-11-22",
                    "horizon": "this_month",
                }  # fmt: skip
                binder.insert("actions", values)
        with binder.atomic("edit_action"):
            binder.change("actions", 1, {"title": "Posters"})
        with binder.atomic("attach"):
            binder.insert("files", {"sha256": "a" * 64, "size": 9_000, "content": os.urandom(9_000)})
            binder.remember("draft action", CANARY)


def tail(folder: Path) -> list[str]:
    """Every file in which the canary can be read."""
    return [
        str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()
        and any(CANARY.encode(coding) in file.read_bytes() for coding in ("utf-8", "utf-16-le"))
    ]  # fmt: skip


def everything(path: Path, key: bytes | None) -> tuple[object, ...]:
    """All that a binder holds, its schema and marks too."""
    with closing(open_binder(path, key)) as binder:
        shape = [tuple(row) for row in binder.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")]
        tables = [row[0] for row in binder.rows("SELECT name FROM pragma_table_list WHERE schema = 'main'")]
        skipped = {"sqlite_schema", "finder_vocabulary"}
        rows = {
            name: sorted(repr(tuple(row)) for row in binder.rows(f'SELECT * FROM "{name}"'))
            for name in tables
            if name not in skipped
        }
        marks = [int(binder.rows(f"PRAGMA {name}")[0][0]) for name in ("application_id", "user_version", "page_size")]
        assert health.check(binder)["problems"] == []
        return shape, rows, marks


@pytest.fixture
def locked(path: Path) -> Path:
    """A closed binder with work in it, and its lock turned on."""
    fill(path)
    locking.turn_on(path, KEY, the_keys())
    return path


# ---------------------------------------------------------------- on and off


def test_everything_survives_turning_on_and_off(path: Path, dump: Dump) -> None:
    fill(path)
    before = everything(path, None)
    locking.turn_on(path, KEY, the_keys())
    assert everything(path, KEY) == before
    locking.re_key(path, KEY, OTHER_KEY, the_keys(OTHER_KEY, OTHER_WORDS))
    assert everything(path, OTHER_KEY) == before
    locking.turn_off(path, OTHER_KEY)
    assert everything(path, None) == before
    assert not has_to_do_with_a_lock(path)


def test_history_undo_search_and_the_refusal_of_loose_writes_work_in_a_locked_binder(locked: Path) -> None:
    with closing(open_binder(locked, KEY)) as binder:
        assert binder.undo().task == "edit_action"
        assert binder.row("SELECT title FROM actions WHERE id = 1")[0] == f"{CANARY} 0"  # type: ignore[index]
        assert binder.redo().task == "edit_action"
        found = binder.rows("SELECT rowid FROM finder WHERE finder MATCH 'quillfeather'")
        assert len(found) == 39
        with binder.atomic("raise_action"):
            number = binder.insert(
                "actions", {"title": "Kettle mended", "raised_on": "2026-11-23", "horizon": "this_month"}
            )
        assert number == 41  # numbers go on where they were
        assert len(binder.rows("SELECT rowid FROM finder WHERE finder MATCH 'kettle'")) == 1
        with pytest.raises(Exception, match="write outside a task"):
            binder.database.conn.execute("UPDATE actions SET title = 'loose'")
        assert binder.undo().task == "raise_action"


def test_no_word_can_be_read_in_any_file_of_a_locked_binder(path: Path) -> None:
    fill(path)
    assert tail(path.parent)
    locking.turn_on(path, KEY, the_keys())
    assert tail(path.parent) == []
    with closing(open_binder(path, KEY)) as binder:
        with binder.atomic("log_it"):
            binder.insert("log_entries", {"what": CANARY, "day": "2026-11-22"})
            binder.remember("draft log", CANARY)
        assert tail(path.parent) == []
        # With a journal that has been written to, and pages pushed out of memory.
        binder.database.conn.execute("PRAGMA cache_size = 2")
        with binder.atomic("log_it"):
            for _ in range(60):
                binder.insert("log_entries", {"what": CANARY * 20, "day": "2026-11-22"})
            binder.database.conn.execute("UPDATE log_entries SET what = what || 'x'")
            assert path.with_name(path.name + "-journal").stat().st_size > 512
            assert tail(path.parent) == []


def test_F42_a_draft_of_a_locked_binder_is_kept_and_cannot_be_read_from_outside(locked: Path) -> None:
    with closing(open_binder(locked, KEY)) as binder, binder.atomic("keep_setting"):
        binder.remember("draft leaflet", f"half a sentence about {CANARY}")
    assert tail(locked.parent) == []
    with closing(open_binder(locked, KEY)) as binder:
        assert binder.recall("draft leaflet").endswith(CANARY)


def test_a_new_binder_can_be_locked_from_its_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "new.champion"
    keys.write(path, the_keys())
    with closing(create_binder(path, key=KEY)) as binder:
        assert binder.key == KEY and health.check(binder)["problems"] == []
    assert not is_plain(path) and keys.unlock(keys.read(path), CODE) == KEY
    with pytest.raises(BinderLocked):
        open_binder(path)


def test_a_binder_made_where_a_locked_one_was_leaves_the_old_keys_alone(locked: Path, tmp_path: Path) -> None:
    whole = keys.places(locked)[0].read_bytes()
    moved = tmp_path / "moved.champion"
    shutil.move(locked, moved)
    create_binder(locked).close()
    assert not keys.has_keys(locked)
    [kept] = locked.parent.glob("binder.champion.key-2*")
    assert kept.read_bytes() == whole
    shutil.copy(kept, keys.places(moved)[0])
    open_binder(moved, keys.unlock(keys.read(moved), WORDS)).close()


def test_F30_a_binder_with_an_odd_name_is_locked_too(path: Path) -> None:
    odd = path.with_name("50% o'Brien's #1? 家;\"x\".champion")
    path.rename(odd)
    locking.turn_on(odd, KEY, the_keys())
    open_binder(odd, KEY).close()
    locking.turn_off(odd, KEY)
    open_binder(odd).close()
    left = {file.name for file in odd.parent.iterdir()}
    assert left <= {odd.name, odd.name + "-journal", odd.name + ".seal", path.name + "-journal"}


# ---------------------------------------------------------------- refused, and nothing changed


def refused(path: Path, fault: type[Fault], act: Callable[[], object]) -> Fault:
    """Does something that must fail with ``fault`` and leave every file as it was."""
    before = snapshot(path.parent)
    with pytest.raises(Fault) as raised:
        act()
    assert type(raised.value) is fault
    assert snapshot(path.parent) == before
    return raised.value


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file and what is in it but the seal of a closed binder; an empty journal is as good as none."""
    return {
        str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*"))
        if file.is_file() and (file.stat().st_size or not file.name.endswith("-journal")) and file.suffix != ".seal"
    }  # fmt: skip


def test_F37_a_locked_binder_without_its_key_is_locked_and_not_strange(locked: Path) -> None:
    fault = refused(locked, BinderLocked, lambda: open_binder(locked))
    assert "passphrase" in fault.sentence()


def test_a_plain_binder_opens_whatever_the_key(path: Path) -> None:
    with closing(open_binder(path, KEY)) as binder:
        assert binder.key is None


def test_F40_a_locked_binder_whose_key_files_are_gone_is_told_apart(locked: Path) -> None:
    folder = locked.with_name("binder-backups")
    folder.mkdir()
    backup = folder / f"000001 2026-11-22 1200 close{keys.BACKUP}"
    shutil.copy(locked, backup)
    keys.write(backup, keys.read(locked))
    keys.remove(locked)
    fault = refused(locked, KeyFileMissing, lambda: open_binder(locked))
    assert "not at fault" in fault.sentence() and backup.name in fault.sentence()
    shutil.rmtree(folder)
    refused(locked, BinderNotOurs, lambda: open_binder(locked))


def test_F27_a_locked_binder_that_is_open_is_in_use_before_anybody_types_a_passphrase(locked: Path) -> None:
    assert not in_use(locked)
    with closing(open_binder(locked, KEY)) as binder:
        assert in_use(locked)
        for key in (None, KEY):
            with pytest.raises(BinderInUse):
                open_binder(locked, key)
        locking.clear_up(locked)
        with pytest.raises(BinderInUse):
            locking.turn_off(locked, KEY)
        with binder.atomic("log_it"):
            binder.insert("log_entries", {"what": "still ours", "day": "2026-11-22"})
    assert not in_use(locked)


def test_F37_a_thousand_wrong_passphrases_change_not_a_byte(locked: Path) -> None:
    before = snapshot(locked.parent)
    chance = random.Random(37)
    for number in range(1_000):
        with pytest.raises(WrongPassphrase):
            keys.unlock(keys.read(locked), f"{chance.random()} {number}"[: chance.randrange(30)])
        if number % 100 == 0:
            with pytest.raises(BinderLocked):
                open_binder(locked)
    assert snapshot(locked.parent) == before
    open_binder(locked, keys.unlock(keys.read(locked), WORDS)).close()


def test_a_wrong_key_never_opens_and_never_changes_a_binder(locked: Path) -> None:
    refused(locked, BinderDamaged, lambda: open_binder(locked, OTHER_KEY))


def test_turning_on_what_is_locked_and_off_what_is_plain(locked: Path) -> None:
    refused(locked, BinderLocked, lambda: locking.turn_on(locked, OTHER_KEY, the_keys(OTHER_KEY)))
    locking.turn_off(locked, KEY)
    refused(locked, LockFailed, lambda: locking.turn_off(locked, KEY))


@pytest.mark.parametrize("on", [True, False])
def test_F08_a_disk_without_room_leaves_the_lock_as_it_is(
    locked: Path, monkeypatch: pytest.MonkeyPatch, on: bool
) -> None:
    if on:
        locking.turn_off(locked, KEY)
    monkeypatch.setattr(disks, "_ROOM", 10**15)
    act = (lambda: locking.turn_on(locked, KEY, the_keys())) if on else (lambda: locking.turn_off(locked, KEY))
    fault = refused(locked, LockFailed, act)
    assert "no room" in fault.sentence() and "opens as it did before" in fault.sentence()


def test_a_copy_that_is_not_the_same_is_never_put_in_the_place_of_the_binder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path)
    export = locking.export

    def one_row_less(connection: Connection, making: Path, key: bytes | None) -> None:
        export(connection, making, key)
        with closing(connect(making, create=False, key=key)) as copy:
            copy.execute("DELETE FROM _sqlite_migrations WHERE rowid = 1")

    monkeypatch.setattr(locking, "export", one_row_less)
    fault = refused(path, LockFailed, lambda: locking.turn_on(path, KEY, the_keys()))
    assert "not the same" in fault.sentence()


# ---------------------------------------------------------------- damage


def test_F17_every_flipped_bit_of_a_locked_binder_is_noticed(locked: Path) -> None:
    with closing(open_binder(locked, KEY)) as binder, binder.atomic("tidy"):
        binder.database.conn.execute("DELETE FROM files")  # pages that hold nothing any more are looked at too
        binder.database.conn.execute("DELETE FROM actions WHERE id > 5")
        assert binder.rows("PRAGMA freelist_count")[0][0] != 0
    whole = locked.read_bytes()
    chance = random.Random(150)
    for number in range(150):
        content = bytearray(whole)
        content[number if number < 20 else chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        locked.write_bytes(content)
        fault = refused(locked, BinderDamaged, lambda: open_binder(locked, KEY))
        assert "kept exactly as it is" in fault.sentence()
    locked.write_bytes(whole)
    open_binder(locked, KEY).close()


def test_F17_a_cut_or_torn_locked_binder_is_noticed(locked: Path) -> None:
    whole = locked.read_bytes()
    for cut in (len(whole) - 1, len(whole) - 4096, len(whole) // 2, 5_000):
        locked.write_bytes(whole[:cut])
        refused(locked, BinderDamaged, lambda: open_binder(locked, KEY))
    locked.write_bytes(whole[:20_480] + bytes(512) + whole[20_992:])
    refused(locked, BinderDamaged, lambda: open_binder(locked, KEY))


# ---------------------------------------------------------------- interrupted


def test_F06_what_an_interruption_left_is_cleared_up_at_the_next_start(locked: Path) -> None:
    """Half-made copies and half-written key files go; a key file is set aside and never removed."""
    making = locked.with_name(locked.name + MAKING_LOCK)
    part = locked.with_name(".binder.champion-0123abcd.part")
    for left in (making, making.with_name(making.name + "-journal"), part):
        left.write_text(CANARY)
    keys.places(locked)[1].unlink()
    locking.clear_up(locked)
    assert tail(locked.parent) == [] and not making.exists() and not part.exists()
    assert all(place.exists() for place in keys.places(locked))
    locking.turn_off(locked, KEY)
    keys.write(locked, the_keys())  # as if the power had gone before they were removed
    locking.clear_up(locked)
    assert not keys.has_keys(locked) and len(list(locked.parent.glob("binder.champion.key-*2*"))) == 2
    open_binder(locked).close()


# One process does one thing to a closed binder, and is killed somewhere on the way. It makes a copy of itself for every
# trial of the first kind, because importing the store takes longer than the thing itself.
DOING = """
import os, sys, time
from pathlib import Path
from champion_app.store import keys, locking
import sqlite_utils, cryptography.hazmat.primitives.ciphers.aead, hashlib
QUICK = keys.Cost(n=2**4, r=1)
path, what, code, words, other_words = Path(sys.argv[1]), *sys.argv[2:]
key, other = bytes(range(32)), bytes(range(1, 33))
def act(what):
    if what == "on":
        locking.turn_on(path, key, keys.new_key_file(key, words, code, cost=QUICK))
    elif what == "off":
        locking.turn_off(path, key)
    elif what == "re-key":
        locking.re_key(path, key, other, keys.new_key_file(other, other_words, code, cost=QUICK))
    else:
        keys.write(path, keys.rewrap(keys.read(path), key, passphrase=other_words, cost=QUICK))
def once():
    os.access("/begin-here", os.F_OK)
    act(what)
def many():
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            os.write(1, f"{os.getpid()}\\n".encode())
            act(what)
            if line == "again\\n":
                time.sleep(600)  # to be killed all the same
            os._exit(0)
        os.waitpid(child, 0)
        os.write(1, b"gone\\n")
"""
ACTS = ("on", "off", "change", "re-key")
# What changes something, or makes sure of it.
CALLS = ("openat", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat", "rename", "renameat",
         "chmod", "fchmodat", "close")  # fmt: skip


def survived(path: Path, before: tuple[object, ...], what: str) -> str:
    """How the binder opens now; everything in it is as it was, and nothing half done is left."""
    locking.clear_up(path)
    how = "plain" if is_plain(path) else opens_with(path)
    assert how in {"on": ("plain", WORDS), "off": ("plain", WORDS)}.get(what, (WORDS, OTHER_WORDS))
    assert everything(path, None if how == "plain" else unlocked(path, how)) == before
    if how == "plain":
        assert not keys.has_keys(path)
    else:
        assert unlocked(path, CODE) and tail(path.parent) == []
    assert {file.name for file in path.parent.iterdir()} <= {
        path.name, f"{path.name}-journal", f"{path.name}.seal", *(place.name for place in keys.places(path)),
        *(file.name for file in path.parent.glob("binder.champion.key*-2*")),
    }  # fmt: skip
    return how


def opens_with(path: Path) -> str:
    [how] = [words for words in (WORDS, OTHER_WORDS) if unlocked(path, words)]
    return how


def unlocked(path: Path, secret: str) -> bytes | None:
    """The key that the secret gives and that opens the binder."""
    for key_file in keys.readings(path):
        try:
            key = keys.unlock(key_file, secret)
            open_binder(path, key).close()
            return key
        except (WrongPassphrase, BinderDamaged):
            continue
    return None


class Trials:
    """A closed binder, put back as it was before each trial."""

    def __init__(self, folder: Path, made: Path, what: str) -> None:
        self.path, self.what = folder / "binder.champion", what
        shutil.copy(made, self.path)
        fill(self.path)
        self.before = everything(self.path, None)
        if what != "on":
            locking.turn_on(self.path, KEY, the_keys())
        self.files = snapshot(folder)

    def begin(self, run: str, *before: str) -> subprocess.Popen[str]:
        for file in self.path.parent.iterdir():
            file.unlink()
        for name, content in self.files.items():
            (self.path.parent / name).write_bytes(content)
        return subprocess.Popen(
            [*before, sys.executable, "-c", DOING + run, str(self.path), self.what, CODE, WORDS, OTHER_WORDS],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
        )  # fmt: skip

    def killed_at_random(self, times: int) -> list[str]:
        """How it opened after each kill; the last one is let through."""
        chance, found, longest = random.Random(self.what), [], 0.5
        with self.begin("many()") as process:
            assert process.stdin is not None and process.stdout is not None
            for number in range(times):
                for name in {file.name for file in self.path.parent.iterdir()} | self.files.keys():
                    (self.path.parent / name).unlink(missing_ok=True)
                for name, content in self.files.items():
                    (self.path.parent / name).write_bytes(content)
                process.stdin.write("again\n" if number else "let it\n")
                process.stdin.flush()
                child, start = int(process.stdout.readline()), time.monotonic()
                if number:  # the first one is measured
                    time.sleep(chance.uniform(0, longest))
                    os.kill(child, signal.SIGKILL)
                assert process.stdout.readline() == "gone\n"
                longest = longest if number else time.monotonic() - start
                found.append(survived(self.path, self.before, self.what))
            process.stdin.close()
        return found

    def calls(self) -> list[tuple[str, int]]:
        """Every call that matters, in order: its name and which of that name it is."""
        log = self.path.parent.with_name("calls.txt")
        wanted = ",".join(f"?{name}" for name in (*CALLS, "access", "faccessat"))
        process = self.begin("once()", "strace", "-o", str(log), "-e", f"trace={wanted}")
        assert process.communicate(timeout=60)[1] == "" and process.returncode == 0
        assert survived(self.path, self.before, self.what) == {"on": WORDS, "off": "plain"}.get(self.what, OTHER_WORDS)
        counted, found, begun = Counter[str](), [], False
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            name = line.partition("(")[0]
            counted[name] += 1
            begun = begun or "/begin-here" in line
            if begun and name in CALLS:
                found.append((name, counted[name]))
        return found

    def killed_at(self, name: str, number: int) -> str:
        """How it opens when it was killed as it made one certain call."""
        act = f"inject={name}:signal=KILL:when={number}"
        process = self.begin("once()", "strace", "-o", os.devnull, "-e", f"trace={name}", "-e", act)
        process.communicate(timeout=60)
        assert process.returncode != 0, "it was not killed"
        return survived(self.path, self.before, self.what)

    def failed_at(self, name: str, number: int, error: str) -> str:
        """How it opens when one certain call failed: either it got by, or it said so."""
        act = f"inject={name}:error={error}:when={number}"
        process = self.begin("once()", "strace", "-o", os.devnull, "-e", f"trace={name}", "-e", act)
        said = process.communicate(timeout=60)[1]
        if process.returncode:
            assert re.search(r"^champion_app\.faults\.\w+: ", said, re.MULTILINE), said
        return survived(self.path, self.before, self.what)


@pytest.fixture
def trials(quick_folder: Path, empty_binder_file: Path) -> Callable[[str], Trials]:
    """In memory: a process that is killed leaves on a disk what it left in memory."""
    (quick_folder / "here").mkdir()
    return lambda what: Trials(quick_folder / "here", empty_binder_file, what)


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@needs_fork
@pytest.mark.parametrize("what", ACTS)
def test_F06_killed_while_the_lock_is_changed_one_way_in_is_left(trials: Callable[[str], Trials], what: str) -> None:
    found = trials(what).killed_at_random(8)
    assert found[0] == {"on": WORDS, "off": "plain"}.get(what, OTHER_WORDS)


@pytest.mark.heavy
@needs_fork
@pytest.mark.parametrize("what", ACTS)
def test_F06_killed_two_hundred_times(trials: Callable[[str], Trials], what: str) -> None:
    assert len(set(trials(what).killed_at_random(200))) == 2  # both ends were seen


@needs_strace
@pytest.mark.parametrize("what", ACTS)
def test_F06_killed_at_every_renaming(trials: Callable[[str], Trials], what: str) -> None:
    trial = trials(what)
    points = [point for point in trial.calls() if point[0].startswith("rename")]
    assert {trial.killed_at(*point) for point in points}
    assert len(points) >= 1


@pytest.mark.heavy
@needs_strace
@pytest.mark.parametrize("what", ACTS)
def test_F06_killed_at_every_call(trials: Callable[[str], Trials], what: str) -> None:
    trial = trials(what)
    found = [trial.killed_at(*point) for point in trial.calls()[:-1]]
    assert len(found) > 20 and len(set(found)) == 2


@pytest.mark.heavy
@needs_strace
@pytest.mark.parametrize("what", ACTS)
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_F08_F10_every_call_that_fails_is_said_and_loses_nothing(
    trials: Callable[[str], Trials], what: str, error: str
) -> None:
    trial = trials(what)
    points = [point for point in trial.calls() if point[0] not in ("close", "openat")]
    assert [trial.failed_at(*point, error) for point in points]


# ---------------------------------------------------------------- what it costs the others


def test_opening_a_plain_binder_loads_nothing_of_the_lock(path: Path) -> None:
    loaded = """
import sys
from pathlib import Path
from champion_app.tasks import binders
binders.open_binder(Path(sys.argv[1])).close()
print(sorted(name for name in sys.modules if name.startswith(("cryptography", "champion_app.store.key",
      "champion_app.store.lock", "champion_app.tasks.pass", "champion_app.domain.recovery"))))
"""
    done = subprocess.run(
        [sys.executable, "-c", loaded, str(path)], capture_output=True, text=True, cwd=ROOT, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr


def test_a_lock_turned_on_through_a_link_opens_the_file_itself(path: Path, tmp_path: Path) -> None:
    fill(path)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.champion"
    link.symlink_to(path)
    locking.turn_on(link, KEY, the_keys())
    assert keys.has_keys(path) and link.is_symlink() and not list(link.parent.glob("*.key*"))
    for way in (link, path):
        with pytest.raises(BinderLocked):
            open_binder(way)
        assert keys.unlock(keys.read(way), WORDS) == KEY
        open_binder(way, KEY).close()
    locking.turn_off(link, KEY)
    assert not keys.has_keys(path) and is_plain(path)
