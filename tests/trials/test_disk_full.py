"""A full disk: nothing is lost, no file is left cut short, and it is said in words each time (F7, F8, F9)."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.faults import Fault
from tests.trials import disk_full
from tests.trials.children import Worker, World, snapshot
from tests.trials.judging import judge
from tests.trials.operations import OPERATIONS, start
from tests.trials.report import Report

ROOM = (0, 8_192, 65_536, 524_288)
# What is always possible, however full the disk is.
NAMED = {"BinderDiskFull", "DiskFull", "DiskFault", "BackupFull", "RestoreFull", "LockFailed", "FolderReadOnly"}


@pytest.fixture
def disk(memory: Path) -> object:
    """A small disk."""
    if disk_full.why_not():
        pytest.skip(disk_full.why_not())
    try:
        with disk_full.small_disk(memory) as made:
            yield made
    except OSError as error:
        pytest.skip(f"no small disk can be made here ({error})")


def on_a_full_disk(name: str, free: int, disk: Path, memory: Path, worker: Worker) -> tuple[Counter[str], bool]:
    """The faults that were told, and whether all of it was done all the same; judged once there is room again."""
    world = World(OPERATIONS[name], disk)
    world.learn(worker)
    world.put_back()
    disk_full.fill(disk, free)
    told = worker.run(world, files=False)
    assert not told.bug, told.bug
    _can_be_read(world, told.acked)
    disk_full.make_room(disk)
    left = snapshot(world.folder)
    judge(world.op, world.folder, told.acked, world.stages)
    world.put_back(left)
    judge(world.op, world.folder, told.acked, world.stages, keep=True)
    assert told.done or told.faults, "it stopped without a word"
    return Counter(told.faults), told.done


def _can_be_read(world: World, acked: int) -> None:
    """What was saved can be read while the disk is full, or it is said why not."""
    try:
        with closing(start(world.folder, world.op.way(acked))) as binder:
            assert binder.rows("SELECT count(*) FROM about")
    except Fault as fault:
        assert type(fault).__name__ in {*NAMED, "BinderReadOnly", "RestoreUnfinished"}, fault


@pytest.mark.parametrize("name", [name for name in OPERATIONS if "locked" not in name and "shape 2" not in name])
def test_F07_F08_F09_a_full_disk_is_said_and_loses_nothing(
    name: str, disk: Path, memory: Path, worker: Worker, report: Report
) -> None:
    found, done = on_a_full_disk(name, 0, disk, memory, worker)
    report(f"T4 full disk: {name}", room=[0], told=dict(found), done=int(done))
    assert set(found) <= NAMED
    assert found or done


@pytest.mark.heavy
@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("free", ROOM)
def test_F07_F08_F09_hardly_any_room_is_said_and_loses_nothing(
    name: str, free: int, disk: Path, memory: Path, worker: Worker, report: Report
) -> None:
    found, done = on_a_full_disk(name, free, disk, memory, worker)
    report(f"T4 full disk, {free // 1024} KB free: {name}", told=dict(found), done=int(done))
    assert set(found) <= NAMED


def test_the_trial_can_fail_a_disk_that_is_full_takes_nothing(disk: Path) -> None:
    disk_full.fill(disk, 0)
    with pytest.raises(OSError):
        disk.joinpath("one").write_bytes(bytes(4096))
