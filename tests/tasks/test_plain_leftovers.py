"""After the lock: whatever can still be read is named, wherever Champion keeps it, and what is locked is left alone."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from champion_app.domain.backups import Reason
from champion_app.domain.services import Service, ServiceType
from champion_app.places import backups_of
from champion_app.store import backups, keys, restoring
from champion_app.store.backup_files import note_of
from champion_app.store.key_file import Cost
from champion_app.tasks import binders, passphrase, plain_leftovers, service
from champion_app.tasks.backups import back_up_now, choose_second_place, copy_to_second_place, second_place

QUICK = Cost(n=2**4, r=1)
WORDS, STICK_WORDS = "three kettles on the moon", "a stick in the river"
CANARY = "Zebediah Quillfeather"


@pytest.fixture
def path(started_binder_file: Path, tmp_path: Path) -> Path:
    """A closed binder with work in it."""
    home = tmp_path / "home"
    home.mkdir()
    path = Path(shutil.copy(started_binder_file, home / "binder.champion"))
    with closing(binders.open_binder(path)) as binder:
        service.say_who_we_are(binder, Service(CANARY, type=ServiceType.UNIVERSAL))
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def backed_up(path: Path, key: bytes | None = None) -> Path:
    with closing(binders.open_binder(path, key)) as binder:
        return back_up_now(binder).backup.path


def lock(path: Path) -> bytes:
    code = passphrase.begin()
    return passphrase.turn_on(path, code, code.text, WORDS, cost=QUICK)


def lock_all(path: Path) -> tuple[bytes, list[plain_leftovers.Leftover]]:
    key = lock(path)
    with closing(binders.open_binder(path, key)) as binder:
        return key, plain_leftovers.lock_backups(binder)


def readable(folder: Path) -> list[Path]:
    return [place for place in folder.rglob("*") if place.is_file() and CANARY.encode() in place.read_bytes()]


def test_F17_what_is_damaged_and_can_be_read_is_found_and_goes(path: Path, tmp_path: Path, stick: Path) -> None:
    chosen = choose_second_place(path, stick)
    backed_up(path)
    path.write_bytes(os.urandom(4096) + path.read_bytes()[4096:])
    restoring.restore(path, backups.all_backups(backups_of(path))[0])
    half = backed_up(path)
    half.write_bytes(bytes(16) + half.read_bytes()[16:])
    note_of(half).unlink()
    shutil.copy(path, path.with_name(f"{path.name}.restoring"))
    shutil.copy(path, path.with_name(f"{path.name}.set-aside-0009-20261101T101010Z-journal"))
    before = readable(tmp_path)
    lying = [one.parent for one in before]  # beside itself three more, two backups, and a copy on the stick
    assert (lying.count(path.parent), lying.count(backups_of(path))) == (4, 2) and chosen.folder in lying
    key, left = lock_all(path)
    assert {one.path for one in left} == {*before} - {path}
    assert plain_leftovers.plain_leftovers(path) == left  # without the key it only takes longer
    assert plain_leftovers.remove_leftovers(left) == [] and plain_leftovers.plain_leftovers(path, key) == []
    assert readable(tmp_path) == []
    assert [one.encrypted for one in backups.all_backups(chosen.folder)] == [True]  # one was there before others went


def test_F37_what_is_locked_is_no_leftover_whatever_key_it_has_and_however_damaged(path: Path, stick: Path) -> None:
    choose_second_place(path, stick, passphrase=STICK_WORDS, code=keys.new_code(), cost=QUICK)
    backed_up(path)
    lock(path)
    passphrase.turn_off(path, WORDS)
    key, left = lock_all(path)
    plain_leftovers.remove_leftovers(left)
    with closing(binders.open_binder(path, key)) as binder:
        damaged = backups.make(binder, backups_of(path), Reason.ASKED).path
    content = bytearray(damaged.read_bytes())
    content[4096 : 2 * 4096] = bytes(4096)
    content[:512] = bytes(512)
    content[-20] ^= 1
    damaged.write_bytes(content)
    other = path.with_name(f"{path.name}.set-aside-0001-20261122T101010Z")
    shutil.copy(damaged, other)
    assert plain_leftovers.plain_leftovers(path, key) == plain_leftovers.plain_leftovers(path) == []
    assert plain_leftovers.plain_leftovers(path, bytes(32)) == []


def test_F37_a_second_lock_locks_what_the_first_had_locked_with_its_own_key(path: Path) -> None:
    plain = backed_up(path)
    first, left = lock_all(path)
    assert [one.path for one in left] == [plain]
    passphrase.turn_off(path, WORDS)
    key, left = lock_all(path)
    plain_leftovers.remove_leftovers(left)
    opens = [backups.opens_with(one, key) for one in backups.all_backups(backups_of(path)) if one.number == 1]
    assert opens == [True] and first != key


def test_F37_the_key_to_copies_in_the_second_place_does_not_lie_beside_a_locked_binder(path: Path, stick: Path) -> None:
    choose_second_place(path, stick, passphrase=STICK_WORDS, code=keys.new_code(), cost=QUICK)
    backed_up(path)
    place = second_place(path)
    assert place is not None and place.key is not None and place.locked
    secret = place.key.hex().encode()
    away = stick.rename(stick.with_name("in a drawer"))
    lock_all(path)
    assert [one for one in path.parent.rglob("*") if one.is_file() and secret in one.read_bytes()] == []
    away.rename(stick)
    place = second_place(path)
    assert place is not None and place.number and not place.locked
    old = backups.all_backups(place.folder)[-1]  # it still opens with what it was locked with
    assert backups.verify(old, keys.unlock(keys.read(old.path), STICK_WORDS)) == []


def test_F37_a_lock_that_was_interrupted_forgets_that_key_with_the_next_copy(path: Path, stick: Path) -> None:
    choose_second_place(path, stick, passphrase=STICK_WORDS, code=keys.new_code(), cost=QUICK)
    note = backups_of(path) / "second-place.json"
    key = lock(path)
    assert json.loads(note.read_bytes())["key"]
    backed_up(path, key)
    assert not json.loads(note.read_bytes())["key"]


def test_F26_a_second_place_that_is_not_there_is_named(path: Path, stick: Path) -> None:
    assert plain_leftovers.out_of_reach(path) is None
    chosen = choose_second_place(path, stick)
    backed_up(path)
    assert plain_leftovers.out_of_reach(path) is None
    away = stick.rename(stick.with_name("in a drawer"))
    key, left = lock_all(path)
    assert plain_leftovers.out_of_reach(path) == chosen.folder
    assert all(chosen.folder not in one.path.parents for one in left)
    away.rename(stick)
    assert [one.path.parent for one in plain_leftovers.plain_leftovers(path, key)].count(chosen.folder) == 1
    assert copy_to_second_place(path) is not None


def test_F29_a_link_to_the_open_binder_is_not_read(path: Path) -> None:
    path.with_name(f"{path.name}.set-aside-0001-20261122T101010Z").symlink_to(path)
    with closing(binders.open_binder(path)):
        assert plain_leftovers.plain_leftovers(path) == []
        read = "import sys; from champion_app.store.opening import open_binder; from pathlib import Path"
        made = [sys.executable, "-c", f"{read}; open_binder(Path(sys.argv[1]))", str(path)]
        assert "BinderInUse" in subprocess.run(made, capture_output=True, text=True, check=False).stderr


def test_through_a_link_what_lies_beside_the_file_itself_is_found_too(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.champion"
    link.symlink_to(path)
    for way in (link, path):
        backed_up(way)
    lock_all(link)
    found = {one.path for one in plain_leftovers.plain_leftovers(link)}
    assert found == {*readable(tmp_path)} and len(found) == 2


def half_random(chance: random.Random) -> bytes:
    return chance.randbytes(3_000) + bytes(1_096)


def words(chance: random.Random) -> bytes:
    return " ".join(chance.choice(("Dad", "visit", "Llŷr", "school", "ŵyn")) for _ in range(700)).encode()[:4096]


@pytest.mark.parametrize(
    ("page", "shows"),
    [
        (lambda chance: chance.randbytes(4096), False), (lambda chance: chance.randbytes(512), False),
        (lambda chance: bytes(4096), False), (half_random, False), (words, True),
        (lambda chance: b"\0" * 4000 + words(chance)[:96], True), (lambda chance: words(chance)[:600], True),
        (lambda chance: json.dumps([chance.random() for _ in range(200)]).encode()[:4096], True),
    ],
)  # fmt: skip
def test_a_page_shows_words_or_nothing(page: Callable[[random.Random], bytes], shows: bool) -> None:
    for seed in range(200):
        assert plain_leftovers._shows(page(random.Random(seed))) is shows, seed
