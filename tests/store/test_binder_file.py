"""Opening and making the file (promises P2 and P10): a stranger is left exactly as it was, nothing is made unasked."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from champion_app import __version__
from champion_app.faults import (
    BinderDamaged,
    BinderExists,
    BinderInUse,
    BinderMissing,
    BinderMoved,
    BinderNewer,
    BinderNotOurs,
    BinderReadOnly,
    DiskFull,
    Fault,
    FolderMissing,
    PathTooLong,
)
from champion_app.store import health, log_entries, seal
from champion_app.store.binder import Binder
from champion_app.store.connection import LONGEST_PART, LONGEST_PATH, connect
from champion_app.store.migrations import steps
from champion_app.store.opening import create_binder, has_to_do_with_a_lock, open_binder
from champion_app.store.steps import NAMES
from tests.store.bound_by_modes import bound_by_modes

ROOT = Path(__file__).resolve().parents[2]
Digest = Callable[[Path], str]


def write(binder: Binder, what: str = "Posters up") -> int:
    """One small save."""
    with binder.atomic("log_it"):
        return binder.insert("log_entries", {"what": what, "day": "2026-11-22"})


def run(code: str, *words: object) -> subprocess.Popen[str]:
    """Another process of the same program."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def refused(path: Path, fault: type[Fault], digest: Digest) -> Fault:
    """Opens ``path``, which must fail with ``fault`` and change nothing in its folder."""
    before = {file: digest(file) for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(Fault) as raised:
        open_binder(path)
    assert type(raised.value) is fault
    assert {file: digest(file) for file in path.parent.iterdir() if file.is_file()} == before
    return raised.value


# ---------------------------------------------------------------- not there, not ours


def test_F15_a_missing_binder_is_said_to_be_missing_and_none_is_made(tmp_path: Path, digest: Digest) -> None:
    fault = refused(tmp_path / "binder.champion", BinderMissing, digest)
    assert str(tmp_path) in fault.sentence() and "no new" in fault.sentence()
    assert list(tmp_path.iterdir()) == []


def test_F15_a_missing_folder_too(tmp_path: Path) -> None:
    with pytest.raises(BinderMissing):
        open_binder(tmp_path / "stick" / "binder.champion")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"x", "another program made it"),
        (b"<!doctype html><title>Sign in to the school network</title>" * 40, "some other kind of file"),
        (b"PK\x03\x04" + bytes(2000), "some other kind of file"),
        (bytes(4096), "some other kind of file"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "some other kind of file"),
        (b"\x01" * 16 + os.urandom(8192), "some other kind of file"),
    ],
    ids=["empty", "one byte", "html", "zip", "zeros", "sqlite by name only", "noise"],
)
def test_F16_other_files_are_named_and_left_alone(tmp_path: Path, digest: Digest, content: bytes, reason: str) -> None:
    path = tmp_path / "binder.champion"
    path.write_bytes(content)
    assert reason in refused(path, BinderNotOurs, digest).sentence()


def test_F16_a_folder_is_not_a_binder(tmp_path: Path) -> None:
    (tmp_path / "binder.champion").mkdir()
    with pytest.raises(BinderNotOurs, match="folder"):
        open_binder(tmp_path / "binder.champion")
    assert list((tmp_path / "binder.champion").iterdir()) == []


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_F16_another_program_s_database_is_left_alone(tmp_path: Path, digest: Digest, journal: str) -> None:
    path = tmp_path / "binder.champion"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.commit()
    assert "another program" in refused(path, BinderNotOurs, digest).sentence()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone()[0] == journal


def test_F16_another_program_s_unfinished_work_is_not_played_back_by_us(tmp_path: Path, digest: Digest) -> None:
    source, path = tmp_path / "live.db", tmp_path / "copy" / "binder.champion"
    path.parent.mkdir()
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 2")  # so that half a transaction reaches the file
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.execute("INSERT INTO bookmarks VALUES (zeroblob(90000))")
        other.execute("BEGIN")
        other.execute("UPDATE bookmarks SET url = randomblob(90000)")
        shutil.copy(source, path)
        shutil.copy(tmp_path / "live.db-journal", path.with_name("binder.champion-journal"))
        other.execute("ROLLBACK")
    assert path.with_name("binder.champion-journal").stat().st_size > 512
    refused(path, BinderNotOurs, digest)


# ---------------------------------------------------------------- newer, damaged, read-only, in use


@contextmanager
def made_by(path: Path, version: str) -> Iterator[sqlite3.Connection]:
    """The file in the hands of another Champion."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.execute("UPDATE about SET value = ? WHERE name = 'app_version'", (version,))
        connection.commit()


@pytest.mark.parametrize("journal", ["truncate", "wal"])
def test_F22_a_newer_binder_is_refused_by_version_and_not_a_byte_changes(
    path: Path, digest: Digest, journal: str
) -> None:
    with made_by(path, "3.2.0") as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(_sqlite_migrations)")]
        values = ", ".join("'0999_from_the_future'" if name == "name" else name for name in columns if name != "id")
        names = ", ".join(name for name in columns if name != "id")
        connection.execute(f"INSERT INTO _sqlite_migrations ({names}) SELECT {values} FROM _sqlite_migrations LIMIT 1")
    fault = refused(path, BinderNewer, digest)
    assert "3.2.0" in fault.sentence() and "Not one byte" in fault.sentence()


@pytest.mark.parametrize("gone", ["about", "_sqlite_migrations"])
def test_F17_a_binder_without_its_tables_is_said_to_be_damaged(path: Path, digest: Digest, gone: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP TABLE {gone}")
    fault = refused(path, BinderDamaged, digest)
    assert "its tables are not there" in fault.sentence()


def test_F22_a_newer_binder_that_does_not_say_how_new_is_refused_all_the_same(path: Path, digest: Digest) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE _sqlite_migrations SET name = '0999_' || name")
        connection.execute("DROP TABLE about")
        connection.commit()
    assert "unknown" in refused(path, BinderNewer, digest).sentence()


def test_F17_a_damaged_page_is_noticed_before_anything_is_shown(path: Path, digest: Digest) -> None:
    with closing(open_binder(path)) as binder, binder.atomic("log_it"):
        for number in range(200):
            write(binder, f"{number} " + "words " * 200)
    content = bytearray(path.read_bytes())
    content[-20_000:-18_000] = bytes(2_000)
    path.write_bytes(content)
    fault = refused(path, BinderDamaged, digest)
    assert "kept exactly as it is" in fault.sentence()


def test_F17_a_page_that_breaks_while_we_read_is_said_in_words(path: Path, binder: Binder) -> None:
    with binder.atomic("log_it"):
        for number in range(50):
            write(binder, f"{number} " + "words " * 2_000)
    binder.close()
    content = bytearray(path.read_bytes())
    third = len(content) // 3
    content[third : 2 * third] = bytes([0xA5]) * third
    path.write_bytes(content)
    torn = Binder(path, connect(path, create=False))
    try:
        with pytest.raises(BinderDamaged):
            torn.rows("SELECT * FROM log_entries ORDER BY what")
        with pytest.raises(BinderDamaged):
            torn.row("SELECT count(*) FROM log_entries NOT INDEXED WHERE what > ''")
    finally:
        torn.close()


def test_F27_a_second_window_is_told_that_the_binder_is_open(path: Path, binder: Binder) -> None:
    write(binder)
    with pytest.raises(BinderInUse):
        open_binder(path)
    try_to_open = """
import sys
from pathlib import Path
from champion_app.faults import Fault
from champion_app.store.opening import open_binder
try:
    open_binder(Path(sys.argv[1]))
except Fault as fault:
    print(type(fault).__name__)
"""
    assert run(try_to_open, path).communicate(timeout=20)[0].strip() == "BinderInUse"
    write(binder, "still ours")  # the refused second open in this process did not let go of our lock
    assert len(log_entries.entries(binder)) == 2


def test_F27_the_binder_can_be_opened_once_the_other_has_closed(path: Path) -> None:
    other = run(
        "import sys; from pathlib import Path; from champion_app.store.opening import open_binder\n"
        "b = open_binder(Path(sys.argv[1])); print('open', flush=True); sys.stdin.readline(); b.close()",
        path,
    )
    assert other.stdout is not None and other.stdout.readline() == "open\n"
    with pytest.raises(BinderInUse):
        open_binder(path)
    other.communicate("close\n", timeout=20)
    open_binder(path).close()


def test_opening_and_closing_changes_not_a_byte(path: Path, digest: Digest) -> None:
    before = digest(path)
    for _ in range(3):
        open_binder(path).close()
    assert digest(path) == before


# ---------------------------------------------------------------- making one


def test_a_new_binder_is_whole_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    with closing(create_binder(tmp_path / "new.champion")) as binder:
        assert health.check(binder)["problems"] == []
        assert health.check(binder)["steps"] == sorted(NAMES)
        assert binder.row("SELECT value FROM about WHERE name = 'app_version'")[0] == __version__  # type: ignore[index]
        assert binder.last_change() is None
    assert {file.name for file in tmp_path.iterdir()} <= {"new.champion", "new.champion-journal", "new.champion.seal"}


def test_the_names_of_the_steps_are_those_of_the_steps(path: Path) -> None:
    from sqlite_utils import Database

    fresh = Database(memory=True)
    assert {step.name for step in steps.pending(fresh)} == NAMES


def test_making_never_writes_over_a_file(path: Path, tmp_path: Path, digest: Digest) -> None:
    before = digest(path)
    with pytest.raises(BinderExists):
        create_binder(path)
    assert digest(path) == before
    with pytest.raises(FolderMissing):
        create_binder(tmp_path / "nowhere" / "new.champion")
    assert not (tmp_path / "nowhere").exists()


def test_a_making_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fill(binder: Binder) -> None:
        write(binder)
        raise KeyError("a starter file is missing")

    with pytest.raises(KeyError):
        create_binder(tmp_path / "new.champion", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_half_made_binder_of_last_time_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "new.champion.making").write_bytes(b"half")
    (tmp_path / "new.champion.making-journal").write_bytes(b"half")
    create_binder(tmp_path / "new.champion").close()
    assert {file.name for file in tmp_path.iterdir()} <= {"new.champion", "new.champion-journal", "new.champion.seal"}


def test_F20_a_journal_left_by_a_lost_binder_is_kept_apart_from_the_new_one(path: Path, tmp_path: Path) -> None:
    place = tmp_path / "again.champion"
    with closing(open_binder(path)) as binder:
        with binder.atomic("log_it"):
            for number in range(300):
                write(binder, f"old {number} " + "words " * 100)
        binder._connection.execute("PRAGMA cache_size = 2")
        binder._connection.execute("BEGIN")
        binder._connection.execute("UPDATE about SET value = hex(randomblob(60000))")
        shutil.copy(path.with_name(path.name + "-journal"), place.with_name(place.name + "-journal"))
        binder._connection.execute("ROLLBACK")
    leftover = place.with_name(place.name + "-journal").read_bytes()
    assert len(leftover) > 512 and any(leftover[:8])
    with closing(create_binder(place)) as binder:
        write(binder, "new")
        assert [entry.fields.what for entry in log_entries.entries(binder)] == ["new"]
        assert health.check(binder)["problems"] == []
    assert [file.read_bytes() for file in tmp_path.glob("again.champion-journal-*")] == [leftover]


# ---------------------------------------------------------------- where it lies

NAMES_OF_PLACES = [
    "Caffè Ŵyn", "家庭", "שלום", "👩\u200d👧 family", "50% done", "C# notes", "O'Brien's", "a?b=c&d", "semi;colon",
    "%20%00", " spaces ", "file:memory", "[brackets]", "-dash", '"quoted"', "tab\there",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES_OF_PLACES)
def test_F30_any_name_of_a_folder_or_file_works(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}.champion"
    with closing(create_binder(path)) as binder:
        write(binder, name)
    with closing(open_binder(path)) as binder:
        assert [entry.fields.what for entry in log_entries.entries(binder)] == [name]
    ours = {path.name, path.name + "-journal", path.name + ".seal"}
    assert path.is_file() and {file.name for file in folder.iterdir()} <= ours
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_F30_a_path_as_long_as_we_allow_works_and_one_letter_more_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < LONGEST_PATH - 120:
        folder = folder / ("x" * 59)
    folder.mkdir(parents=True)
    name = "y" * (LONGEST_PATH - len(os.fsencode(folder)) - 1)
    with closing(create_binder(folder / name)) as binder:
        write(binder)
    open_binder(folder / name).close()
    for refuse in (create_binder, open_binder):
        with pytest.raises(PathTooLong):
            refuse(folder / (name + "y"))
        with pytest.raises(PathTooLong):
            refuse(tmp_path / ("z" * (LONGEST_PART + 1)))
        with pytest.raises(PathTooLong):
            refuse(tmp_path / ("z" * 5_000) / "b.champion")
    create_binder(tmp_path / ("z" * LONGEST_PART)).close()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own, made of memory. Only root may have one, and only on Linux."""
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk to fill")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("this computer does not let root mount a small disk: " + mounted.stderr.decode().strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_F07_a_full_disk_refuses_the_save_in_words_and_keeps_what_was_saved(tmp_path: Path, path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        place = disk / "binder.champion"
        shutil.copy(path, place)
        with closing(open_binder(place)) as binder:
            saved = 0
            with pytest.raises(DiskFull) as raised:
                for saved in range(2_000):
                    write(binder, f"{saved} " + "w" * 2_000)
            assert saved > 10 and "Not saved" in raised.value.sentence()
            told: list[frozenset[str]] = []
            binder.listen(told.append)
            with pytest.raises(DiskFull):
                write(binder, "w" * 200_000)
            assert told == []
            whats = [entry.fields.what for entry in log_entries.entries(binder)]
            assert len(whats) == saved and health.check(binder)["problems"] == []
        with closing(open_binder(place)) as binder:
            assert [entry.fields.what for entry in log_entries.entries(binder)] == whats
            assert health.check(binder)["problems"] == []


def test_F07_a_binder_that_does_not_fit_is_not_half_made(tmp_path: Path) -> None:
    for size in ("4k", "64k"):  # full at the first byte, and half-way
        with small_disk(tmp_path / size, size) as disk:
            with pytest.raises(DiskFull):
                create_binder(disk / "binder.champion")
            assert list(disk.iterdir()) == []


def test_F24_a_binder_we_may_not_write_to_is_refused_at_once(tmp_path: Path, path: Path, digest: Digest) -> None:
    with small_disk(tmp_path / "disk", "4m") as disk:
        shutil.copy(path, disk / "binder.champion")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        refused(disk / "binder.champion", BinderReadOnly, digest)


@pytest.mark.parametrize("how", ["moved", "deleted", "replaced"])
def test_F26_a_binder_that_lost_its_name_while_open_takes_no_more_words(path: Path, how: str) -> None:
    """SQLite itself would go on writing where nobody looks, and "Saved" would be untrue."""
    elsewhere = path.with_name("elsewhere.champion")
    with closing(open_binder(path)) as binder:
        write(binder, "The first")
        if how == "deleted":
            path.unlink()
        else:
            path.rename(elsewhere)
        if how == "replaced":
            shutil.copy(elsewhere, path)
        with pytest.raises(BinderMoved) as raised:
            write(binder, "Nobody would find this")
        assert "no longer at" in raised.value.sentence()
        if how == "moved":
            elsewhere.rename(path)
            write(binder, "Put back, it goes on")
            whats = {entry.fields.what for entry in log_entries.entries(binder)}
            assert whats == {"The first", "Put back, it goes on"}
    assert seal.is_on(path) == (how == "moved"), "no other file is sealed"


def test_F24_a_folder_that_does_not_let_us_look_is_said_in_words(path: Path) -> None:
    with bound_by_modes(path.parent, {path.parent: 0o600}), pytest.raises(BinderReadOnly):
        open_binder(path)
    with pytest.raises(BinderMissing):
        open_binder(path.parent / "no such folder" / "binder.champion")


def test_a_lock_is_known_through_a_link_too(path: Path) -> None:
    path.with_name(path.name + ".key").write_text("x")
    link = path.with_name("link.champion")
    link.symlink_to(path)
    assert has_to_do_with_a_lock(link) and not has_to_do_with_a_lock(path.with_name("other.champion"))


@pytest.mark.parametrize("words", ["SELECT RAISE(ABORT, 'write outside a task') WHERE", "json_object("])
def test_F18_letters_changed_in_the_words_of_a_table_are_damage_and_no_bug(path: Path, words: str) -> None:
    """SQLite's own sentence about them may be anything: an unknown function, a missing column."""
    open_binder(path).close()
    content = path.read_bytes()
    assert content.count(words.encode()) > 5
    for place in range(len(words)):
        changed = words[:place] + chr(ord(words[place]) ^ 1) + words[place + 1 :]
        path.write_bytes(content.replace(words.encode(), changed.encode()))
        try:
            with closing(open_binder(path)) as binder:
                assert binder.outside, "the seal has noticed"
                write(binder, "Words")
        except (BinderDamaged, RuntimeError) as told:
            assert isinstance(told, BinderDamaged), told
        for leftover in path.parent.iterdir():
            if leftover != path and not leftover.name.endswith(".seal"):
                leftover.unlink()
        path.write_bytes(content)
        open_binder(path).close()
