"""The one safe way to open SQLite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from champion_app.faults import (
    BinderDamaged,
    BinderDiskFull,
    BinderInUse,
    BinderMoved,
    BinderNotOurs,
    BinderReadOnly,
    DiskFault,
    Fault,
    PathTooLong,
)
from champion_app.store import connection, health
from champion_app.store.binder import Binder
from champion_app.store.connection import PRAGMAS, DatabaseError, connect, fault_for, pragma, refuse_long


def test_pragmas_are_in_force_on_an_open_binder(binder: Binder) -> None:
    wanted = {
        "locking_mode": "exclusive", "journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1,
        "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1, "temp_store": 2,
    }  # fmt: skip
    assert {name: pragma(binder._connection, name) for name in wanted} == wanted
    assert pragma(binder._connection, "mmap_size") in (0, None)
    assert set(wanted) | {"mmap_size"} == {name for name, _, _ in PRAGMAS}


def test_a_connection_that_answers_differently_is_refused_and_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", (*PRAGMAS, ("synchronous", "FULL", 3)))
    with pytest.raises(RuntimeError, match="synchronous"):
        connect(path, create=False)
    monkeypatch.undo()
    connect(path, create=False).close()  # nobody holds the lock


def test_one_recent_sqlite_for_sqlite_utils_and_us(binder: Binder) -> None:
    import sqlcipher3  # type: ignore[import-untyped]
    import sqlite_utils.utils

    assert sys.modules["pysqlite3"] is sqlcipher3
    assert sqlite_utils.utils.sqlite3 is sqlcipher3
    report = health.check(binder)
    assert report["problems"] == [] and report["cipher"]
    assert tuple(int(part) for part in str(report["sqlite"]).split(".")) >= (3, 50)


def test_a_missing_file_is_never_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(Fault):
        connect(tmp_path / "missing.champion", create=False)
    assert list(tmp_path.iterdir()) == []


def test_F27_the_lock_is_taken_at_once_and_not_at_the_first_write(path: Path) -> None:
    first = connect(path, create=False)
    with pytest.raises(BinderInUse):
        connect(path, create=False)
    first.close()
    connect(path, create=False).close()


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("database is locked", BinderInUse), ("database table is locked", BinderInUse),
        ("file is not a database", BinderNotOurs), ("database or disk is full", BinderDiskFull),
        ("attempt to write a readonly database", BinderMoved), ("disk I/O error", DiskFault),
        ("unable to open database file", BinderReadOnly), ("database disk image is malformed", BinderDamaged),
        ("malformed database schema (x)", BinderDamaged),
        ("malformed database schema (x) - unrecognized token: json_object('id', OLD.full)", BinderDamaged),
    ],
)  # fmt: skip
def test_every_trouble_sqlite_reports_becomes_a_sentence(words: str, fault: type[Fault]) -> None:
    found = fault_for(DatabaseError(words), Path("b.champion"))
    assert type(found) is fault and all(found.sentences())


def test_our_own_mistakes_are_not_dressed_up_as_the_world_s(path: Path) -> None:
    with pytest.raises(DatabaseError, match="no such table"):
        fault_for(DatabaseError("no such table: actoins"), path)


def test_F30_names_too_long_for_sqlite_or_the_disk_are_refused_in_words(tmp_path: Path) -> None:
    many, deep = tmp_path / ("ŵ" * 120), tmp_path.joinpath(*["folder"] * 80)
    for too_long in (many, deep, Path("x" * 300), Path("a", "y" * 300, "b")):
        with pytest.raises(PathTooLong) as raised:
            refuse_long(too_long / "binder.champion")
        assert "shorter name" in raised.value.sentence()
    refuse_long(tmp_path / "binder.champion")


def test_a_binder_moved_while_it_is_open_is_said_to_be_moved(tmp_path: Path) -> None:
    error = DatabaseError("attempt to write a readonly database")
    assert isinstance(fault_for(error, tmp_path / "gone.champion"), BinderMoved)
    there = tmp_path / "there.champion"
    there.touch()
    assert isinstance(fault_for(error, there), BinderReadOnly)
