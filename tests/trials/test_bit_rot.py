"""A disk that forgets: one bit, a sector, a page or the end of a file; noticed at the next opening every time (F17)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.faults import Fault
from champion_app.places import backups_of
from champion_app.store import backups as backup_store
from champion_app.tasks import backups
from tests.trials.children import World
from tests.trials.operations import NAME, OPERATIONS, PLAIN, WORDS, start
from tests.trials.report import Report

Damage = Callable[[bytearray, random.Random], None]


def one_bit(content: bytearray, chance: random.Random) -> None:
    """One letter becomes another."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def a_sector(content: bytearray, chance: random.Random) -> None:
    """512 bytes of something else."""
    _overwrite(content, 512, chance)


def a_page(content: bytearray, chance: random.Random) -> None:
    """4 KB of something else."""
    _overwrite(content, 4096, chance)


def the_end(content: bytearray, chance: random.Random) -> None:
    """The file ends too early."""
    del content[len(content) - chance.randint(1, len(content) // 2) :]


def _overwrite(content: bytearray, length: int, chance: random.Random) -> None:
    place = chance.randrange(len(content) // length) * length
    before = content[place : place + length]
    content[place : place + length] = bytes(length) if any(before) else chance.randbytes(length)


DAMAGES: dict[str, Damage] = {"1 bit": one_bit, "512 bytes": a_sector, "4 KB": a_page, "cut": the_end}
TARGETS = {
    "binder": ("save", PLAIN, False),
    "locked binder": ("save in a locked binder", WORDS, False),
    "backup": ("save", PLAIN, True),
    "locked backup": ("save in a locked binder", WORDS, True),
}


def noticed(world: World, how: str, in_backup: bool, damage: Damage, chance: random.Random) -> str:
    """How the damage was noticed, or nothing. A way back was offered, and the damaged file stayed as it was."""
    folder = world.put_back()
    path = folder / NAME
    whole = backups.all_backups(path)
    key = None
    if how:
        with closing(start(folder, how)) as binder:
            key = binder.key
    target = whole[0].path if in_backup else path
    content = bytearray(target.read_bytes())
    damage(content, chance)
    target.write_bytes(content)
    if in_backup:
        problems = backup_store.verify(whole[0], key)
        with_it = [one for one in backups.check_all(path, key) if not one.problems]
        assert target not in [one.backup.path for one in with_it]
        return problems[0] if problems else ""
    try:
        with closing(start(folder, how)) as binder:
            found = "changed while it was closed" if binder.outside else ""
    except Fault as fault:
        found = type(fault).__name__
        assert target.read_bytes() == content, "the damaged file was changed"
    offered = backups.offer(path, key)
    assert offered is not None and offered.backup in whole
    return found


def rotten(target: str, times: int, within: Path) -> tuple[Counter[str], list[str]]:
    """What noticed the damage, how often; and what was not noticed."""
    name, how, in_backup = TARGETS[target]
    world, chance = World(OPERATIONS[name], within), random.Random(target)
    found, silent = Counter[str](), []
    for number in range(times):
        kind = list(DAMAGES)[number % len(DAMAGES)]
        said = noticed(world, how, in_backup, DAMAGES[kind], chance)
        found[said] += 1
        if not said:
            silent.append(f"{kind}, trial {number}")
    return found, silent


@pytest.mark.parametrize("target", TARGETS)
def test_F17_F18_F21_a_forgetful_disk_is_noticed_and_a_way_back_is_offered(
    target: str, memory: Path, report: Report
) -> None:
    _all_noticed(target, 16, memory, report)


@pytest.mark.heavy
@pytest.mark.parametrize("target", TARGETS)
def test_F17_F18_F21_a_thousand_times_a_forgetful_disk(target: str, memory: Path, report: Report) -> None:
    _all_noticed(target, 1_000, memory, report)


def _all_noticed(target: str, times: int, memory: Path, report: Report) -> None:
    found, silent = rotten(target, times, memory)
    report(f"T5 forgetful disk: {target}", trials=times, noticed=times - len(silent), how=dict(found))
    assert silent == []


def test_a_binder_that_is_as_it_was_left_frightens_nobody(memory: Path) -> None:
    world = World(OPERATIONS["save"], memory)
    for _ in range(3):
        with closing(start(world.folder)) as binder:
            assert not binder.outside


def test_the_trial_can_fail_half_of_all_bits_are_missed_without_a_seal(memory: Path) -> None:
    world, chance = World(OPERATIONS["save"], memory), random.Random(20261125)
    del world.files[f"{NAME}.seal"]
    missed = [noticed(world, PLAIN, False, one_bit, chance) == "" for _ in range(30)]
    assert sum(missed) > 5


def test_every_backup_lies_where_it_is_looked_for(memory: Path) -> None:
    world = World(OPERATIONS["back up"], memory)
    assert [one.path.parent for one in backups.all_backups(world.folder / NAME)] == [backups_of(world.folder / NAME)]
