"""A binder that was changed while it was closed is noticed, and nobody is frightened for nothing (F18, F21)."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.actions import ActionFields
from champion_app.faults import BinderDamaged, BinderNotOurs, Fault
from champion_app.store import actions, seal
from champion_app.store.opening import create_binder, open_binder


@pytest.fixture
def path(quick_folder: Path) -> Path:
    made = quick_folder / "binder.champion"
    with closing(create_binder(made)) as binder:
        for number in range(40):
            with binder.atomic("raise_action"):
                actions.add(binder, ActionFields(f"Action {number}", evidence="words " * 60), date(2026, 11, 25))
    return made


def _is_outside(path: Path) -> bool:
    with closing(open_binder(path)) as binder:
        return binder.outside


def test_a_binder_closed_and_opened_again_is_as_it_was_left(path: Path) -> None:
    for _ in range(3):
        assert not _is_outside(path)
    shutil.copytree(path.parent, path.parent / "another laptop")
    assert not _is_outside(path.parent / "another laptop" / path.name)


def test_while_it_is_open_there_is_no_seal_so_that_a_crash_leaves_none(path: Path) -> None:
    sealed = path.with_name(path.name + seal.ENDING)
    assert sealed.exists()
    with closing(open_binder(path)):
        assert not sealed.exists()
    assert sealed.exists()


def test_F18_one_flipped_bit_is_always_noticed_at_the_next_opening(path: Path) -> None:
    whole, chance, told = path.read_bytes(), random.Random(18), 0
    kept = path.with_name(path.name + seal.ENDING).read_bytes()
    for _ in range(60):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        path.with_name(path.name + seal.ENDING).write_bytes(kept)
        try:
            told += _is_outside(path)
        except (BinderDamaged, BinderNotOurs, Fault):
            told += 1
    assert told == 60


def test_F21_a_binder_edited_by_another_program_says_so_once_and_goes_on(path: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE settings SET value = 'x'")
        other.execute("CREATE TABLE scribble (x)")
        other.commit()
    assert _is_outside(path)
    assert not _is_outside(path), "it has been told: what is there now is what was left"


def test_a_seal_that_cannot_be_read_says_nothing(path: Path) -> None:
    endless = b'{"size": Infinity, "sha256": "x"}'
    for words in (b"", b"{", b"[]", b'{"size": "x"}', b"\xff\xfe", endless, b"[" * 200_000):
        path.with_name(path.name + seal.ENDING).write_bytes(words)
        assert not _is_outside(path)


def test_F29_a_binder_open_in_this_process_is_not_read(path: Path) -> None:
    with closing(open_binder(path)) as binder:
        path.with_name(path.name + seal.ENDING).write_text('{"size": 1, "sha256": "x"}', encoding="ascii")
        assert not seal.broken(path)
        with binder.atomic("raise_action"):
            actions.add(binder, ActionFields("Still ours"), date(2026, 11, 25))
        with pytest.raises(Fault):
            open_binder(path)
