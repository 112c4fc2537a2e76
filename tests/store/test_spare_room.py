"""F7: room set aside beside a binder, given up when the disk is full."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.log_entries import LogFields
from champion_app.faults import BinderDiskFull
from champion_app.store import disks, footprint, spare_room
from champion_app.store.opening import create_binder
from champion_app.tasks import log_entries
from tests.trials import disk_full


@pytest.fixture
def binder_path(tmp_path: Path) -> Path:
    return tmp_path / "binder.champion"


def test_F07_room_given_up_lets_the_next_words_be_saved_and_old_ones_go(tmp_path: Path) -> None:
    if why_not := disk_full.why_not():
        pytest.skip(why_not)
    with disk_full.small_disk(tmp_path) as disk, closing(create_binder(disk / "binder.champion")) as binder:
        spare_room.keep(binder.path)
        first = log_entries.log_it(binder, LogFields("The first", clock.today()))
        disk_full.fill(disk, 0)
        for work in (
            lambda: log_entries.log_it(binder, LogFields("w" * 20_000, clock.today())),
            lambda: log_entries.remove_entry(binder, first),  # a journal needs room too
        ):
            with pytest.raises(BinderDiskFull):
                work()
        assert spare_room.is_kept(binder.path) and spare_room.give_up(binder.path)
        log_entries.log_it(binder, LogFields("w" * 20_000, clock.today()))
        log_entries.remove_entry(binder, first)
        assert [entry.fields.what for entry in log_entries.log(binder)] == ["w" * 20_000]


def test_room_is_real_kept_once_and_belongs_to_the_binder(binder_path: Path) -> None:
    assert not spare_room.is_kept(binder_path) and not spare_room.give_up(binder_path)
    spare_room.keep(binder_path)
    (kept,) = footprint.files_of(binder_path, "binder")
    assert kept.stat().st_size == spare_room.SIZE
    if hasattr(os, "posix_fallocate"):
        assert kept.stat().st_blocks * 512 >= spare_room.SIZE, "a hole in a file frees nothing"
    before = kept.stat().st_mtime_ns
    spare_room.keep(binder_path)
    assert kept.stat().st_mtime_ns == before
    assert kept in footprint.all_files(binder_path), "it is erased with everything else"


def test_a_disk_without_much_room_and_a_folder_we_may_not_write_to_have_none(
    binder_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare_room.keep(binder_path.parent / "gone" / "binder.champion")
    monkeypatch.setattr(disks, "_ROOM", 1 << 60)
    spare_room.keep(binder_path)
    assert list(binder_path.parent.iterdir()) == []
