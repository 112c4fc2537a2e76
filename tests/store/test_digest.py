"""The fingerprint of a binder: the same for the same rows, another one for any change, whatever SQLite thinks of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from champion_app.faults import BinderDamaged
from champion_app.store import digest
from champion_app.store.binder import Binder
from champion_app.store.connection import Connection, connect, glance
from champion_app.store.opening import open_binder

SOME = (None, 0, -1, 2**62, "", "O'Brien “ŵ” \x00 🙂", b"", b"\x00\xff" * 100)


def test_equal_for_a_copy_and_for_what_was_undone_by_hand(binder: Binder, quick_folder: Path) -> None:
    before = digest.digest(binder)
    copy = quick_folder / "copy.champion"
    binder.database.conn.execute("VACUUM INTO ?", (str(copy),))
    with closing(glance(copy)) as other:
        assert digest.contents(other).digest == before
    binder.database.conn.execute("INSERT INTO settings VALUES ('look', 'dark')")
    assert digest.digest(binder) != before
    binder.database.conn.execute("DELETE FROM settings WHERE name = 'look'")
    assert digest.digest(binder) == before


def test_every_kind_of_value_counts_and_so_does_its_kind(quick_folder: Path) -> None:
    said = set()
    for number, value in enumerate((*SOME, "0", "-1", 1.5, "1.5", [b"x"], '{"sha256":"x"}')):
        connection = connect(quick_folder / f"{number}.db", create=True)
        connection.execute("CREATE TABLE one (value ANY) STRICT")
        connection.execute("INSERT INTO one VALUES (?)", (value[0] if isinstance(value, list) else value,))
        found = digest.contents(connection)
        assert found.counts == {"one": 1}
        said.add(found.digest)
        connection.close()
    assert len(said) == len(SOME) + 6


def test_the_place_of_a_value_counts(quick_folder: Path) -> None:
    said = set()
    for number, rows in enumerate(([("a", "b")], [("b", "a")], [("ab", "")], [("a", ""), ("b", "")], [])):
        connection = connect(quick_folder / f"{number}.db", create=True)
        connection.execute("CREATE TABLE one (x TEXT, y TEXT) STRICT")
        connection.executemany("INSERT INTO one VALUES (?, ?)", rows)
        said.add(digest.contents(connection).digest)
        connection.close()
    assert len(said) == 5


def test_the_search_index_is_left_out_and_numbers_given_out_are_not(binder: Binder) -> None:
    before = digest.digest(binder)
    assert not [name for name in digest.counts(binder) if "finder" in name or name == "sqlite_schema"]
    binder.database.conn.execute("INSERT INTO finder (rowid, title) VALUES (1, 'nobody')")
    assert digest.digest(binder) == before
    binder.database.conn.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('nobody', 7)")
    assert digest.digest(binder) != before


def test_reading_in_turns_comes_to_the_same(binder: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    with binder.atomic("x"):
        for number in range(500):
            binder.insert("settings", {"name": f"setting {number}", "value": "x" * number})
    whole = digest.digest(binder)
    monkeypatch.setattr(digest, "TURN_SECONDS", 0.0)
    assert digest.digest(binder) == whole
    assert digest.counts(binder)["settings"] == 500
    assert digest.counts(binder) == digest.contents(binder.database.conn).counts


@pytest.fixture
def copy(binder: Binder, quick_folder: Path) -> Iterator[Connection]:
    connection = connect(quick_folder / "copy.champion", create=True)
    binder.database.conn.backup(connection)
    yield connection
    connection.close()


def test_somebody_who_writes_in_between_is_noticed(binder: Binder, copy: Connection) -> None:
    live = binder.database.conn
    since = live.total_changes
    assert digest.same_contents(live, copy, nullcontext(), since) == digest.contents(live)
    with binder.atomic("keep_setting"):
        binder.remember("look", "dark")
    assert digest.same_contents(live, copy, nullcontext(), since) is None


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM about WHERE name = 'made_on'",
        "INSERT INTO settings VALUES ('one', 'more')",
        "UPDATE about SET value = value || ' ' WHERE name = 'made_on'",
        "DROP TABLE text_checks",
        "CREATE TABLE more (id INTEGER)",
        "ALTER TABLE settings ADD COLUMN more TEXT",
        "DELETE FROM sqlite_sequence",
    ],
)
def test_a_copy_that_differs_is_noticed(binder: Binder, copy: Connection, harm: str) -> None:
    binder.database.conn.execute("INSERT OR IGNORE INTO sqlite_sequence (name, seq) VALUES ('actions', 7)")
    copy.execute("INSERT OR IGNORE INTO sqlite_sequence (name, seq) VALUES ('actions', 7)")
    live = binder.database.conn
    assert digest.same_contents(live, copy, nullcontext(), live.total_changes) is not None
    copy.execute(harm)
    with pytest.raises(digest.CopyDiffers):
        digest.same_contents(live, copy, nullcontext(), live.total_changes)


def test_a_flipped_letter_that_sqlite_does_not_see_is_seen(path: Path, binder: Binder, quick_folder: Path) -> None:
    with binder.atomic("keep_setting"):
        binder.remember("look", "a word that nobody looks up")
    before = digest.digest(binder)
    binder.close()
    file = bytearray(path.read_bytes())
    file[file.index(b"nobody looks up")] ^= 1
    flipped = Path(shutil.copy(path, quick_folder / "flipped.champion"))
    flipped.write_bytes(file)
    with closing(open_binder(flipped)) as other:
        assert other.rows("PRAGMA integrity_check")[0][0] == "ok"
        assert digest.digest(other) != before


def test_words_that_are_no_words_any_more_are_damage(path: Path, binder: Binder) -> None:
    with binder.atomic("keep_setting"):
        binder.remember("look", "a word that nobody looks up")
    binder.close()
    file = bytearray(path.read_bytes())
    file[file.index(b"nobody looks up")] = 0xFF
    path.write_bytes(file)
    with closing(open_binder(path)) as other, pytest.raises(BinderDamaged):
        digest.digest(other)
