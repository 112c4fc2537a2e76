"""The passphrase on the command line: a binder that does not open never keeps anybody from its backups."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from champion_app.cli_keys import Keys
from champion_app.cli_safety import Safety
from champion_app.faults import BinderLocked, TooSoon, WrongPassphrase
from champion_app.store import keys
from champion_app.store.binder import Binder
from champion_app.store.keys import Cost
from champion_app.tasks import backups, binders, passphrase, plain_leftovers, settings

SECRET, OTHER = "first long passphrase", "second long passphrase"
CHEAP = Cost(n=2**8)
Run = Callable[..., int]


def lock(path: Path, secret: str) -> bytes:
    code = passphrase.begin()
    return passphrase.turn_on(path, code, code.text, secret, cost=CHEAP)


def say(path: Path, words: str, key: bytes | None) -> None:
    with closing(binders.open_binder(path, key)) as binder:
        settings.keep_setting(binder, "words", words)


def said(path: Path, secret: str) -> str:
    with closing(passphrase.unlock(path, secret) if secret else binders.open_binder(path)) as binder:
        return settings.setting(binder, "words", "")


def back_up(path: Path, key: bytes | None) -> int:
    with closing(binders.open_binder(path, key)) as binder:
        return backups.back_up_now(binder).backup.number


@pytest.fixture(scope="session")
def locked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a locked binder that says "now", and one locked backup of "then"."""
    folder = tmp_path_factory.mktemp("locked")
    path = folder / "binder.champion"
    binders.make_binder(path).close()
    key = lock(path, SECRET)
    say(path, "then", key)
    back_up(path, key)
    say(path, "now", key)
    return folder


@pytest.fixture
def path(tmp_path: Path, locked_once: Path) -> Path:
    shutil.copytree(locked_once, tmp_path / "here")
    return tmp_path / "here" / "binder.champion"


class Somebody:
    """Types what it is given, in turn, and remembers what it was asked."""

    def __init__(self, *typed: str) -> None:
        self.typed, self.asked = list(typed), list[str]()

    def ask(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self.typed.pop(0) if self.typed else ""


def run(path: Path, somebody: Somebody, *words: str) -> int:
    @contextmanager
    def opened(asked: argparse.Namespace) -> Iterator[Binder]:
        with closing(passphrase.unlock(path, SECRET) if keys.has_keys(path) else binders.open_binder(path)) as binder:
            yield binder

    parser = argparse.ArgumentParser()
    jobs = parser.add_subparsers()

    def add(name: str, job: Callable[[argparse.Namespace], int], _: str) -> argparse.ArgumentParser:
        made = jobs.add_parser(name)
        made.set_defaults(job=job)
        return made

    Safety(opened, lambda _: path, lambda at: Keys(at, somebody.ask)).add_commands(add)
    asked = parser.parse_args(words)
    done: int = asked.job(asked)
    return done


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def foreign_keys(path: Path) -> None:
    there = path.with_name("other.champion")
    binders.make_binder(there).close()
    lock(there, OTHER)
    for mine, theirs in zip(keys.places(path), keys.places(there), strict=True):
        mine.write_bytes(theirs.read_bytes())


HARM: dict[str, Callable[[Path], object]] = {
    "damaged": flip,
    "destroyed": lambda path: path.write_bytes(os.urandom(4096)),
    "empty": lambda path: path.write_bytes(b""),
    "missing": lambda path: path.unlink(),
    "keys lost": keys.remove,
    "keys junk": lambda path: [place.write_text("junk") for place in keys.places(path)],
    "missing with its keys": lambda path: (keys.remove(path), path.unlink()),
    "keys of another binder": foreign_keys,
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("words", [["restore"], ["restore", "--backup", "1"]])
def test_F15_a_locked_binder_that_does_not_open_can_be_gone_back_from(path: Path, harm: str, words: list[str]) -> None:
    HARM[harm](path)
    before = path.read_bytes() if path.exists() else None
    assert run(path, Somebody(), "restore", "--list") == 0
    somebody = Somebody(SECRET)
    assert run(path, somebody, *words) == 0
    assert somebody.asked == ["Passphrase: "]
    assert said(path, SECRET) == "then"
    if before:
        assert backups.set_asides(path)[0].path.read_bytes() == before


def test_the_list_asks_nobody(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    somebody = Somebody(SECRET)
    assert run(path, somebody, "restore", "--list") == 0
    assert not somebody.asked and capsys.readouterr().out.strip().endswith("; whole")


def test_where_nobody_can_be_asked_nothing_is_done(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(BinderLocked):
        run(path, Somebody(), "restore")
    assert path.read_bytes() == before and not backups.set_asides(path)


def test_the_present_passphrase_opens_older_backups_of_the_same_key(path: Path) -> None:
    with closing(passphrase.unlock(path, SECRET)) as binder:
        passphrase.change(binder, SECRET, OTHER, cost=CHEAP)
    assert run(path, Somebody(OTHER), "restore") == 0
    assert said(path, OTHER) == "then"


def test_a_backup_under_another_key_asks_for_its_own_passphrase(path: Path) -> None:
    code = passphrase.begin()
    passphrase.renew(path, SECRET, code, code.text, OTHER, cost=CHEAP)
    before = len(backups.all_backups(path))
    somebody = Somebody(OTHER, SECRET)
    assert run(path, somebody, "restore", "--backup", "1") == 0
    assert somebody.asked == ["Passphrase: ", "Passphrase of backup 1: "]
    assert said(path, SECRET) == "then"
    assert len(backups.all_backups(path)) == before + 1  # what was there was opened and backed up, too


def test_a_locked_backup_of_a_binder_without_a_lock(path: Path) -> None:
    passphrase.turn_off(path, SECRET)
    number = backups.all_backups(path)[-1].number
    somebody = Somebody(SECRET)
    assert run(path, somebody, "restore", "--backup", str(number)) == 0
    assert len(somebody.asked) == 1 and said(path, SECRET) == "then"


@pytest.mark.parametrize("harm", ["", "damaged", "missing", "keys lost"])
def test_a_wrong_passphrase_changes_nothing(path: Path, harm: str) -> None:
    HARM.get(harm, lambda path: None)(path)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(WrongPassphrase):
        run(path, Somebody("not this one", "nor this"), "restore")
    assert (path.read_bytes() if path.exists() else None) == before and not backups.set_asides(path)


def test_whoever_types_too_soon_is_told_how_long_to_wait(path: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            run(path, Somebody("not this one"), "restore")
    tries = path.with_name(path.name + ".key-tries")
    os.utime(tries, (2**32, 2**32))  # a clock that was put back spares nobody the wait
    somebody = Somebody(SECRET)
    with pytest.raises(TooSoon, match="Wait a moment"):
        run(path, somebody, "restore")
    assert not somebody.asked
    os.utime(tries, (0, 0))  # long ago
    assert run(path, somebody, "restore") == 0 and not tries.exists()


def test_of_two_backups_with_one_number_the_locked_one_is_taken_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "binder.champion"
    binders.make_binder(path).close()
    say(path, "then", None)
    back_up(path, None)
    key = lock(path, SECRET)
    with closing(binders.open_binder(path, key)) as binder:
        plain_leftovers.lock_backups(binder)
    say(path, "now", key)
    assert [one.encrypted for one in backups.all_backups(path) if one.number == 1] == [True, False]
    assert run(path, Somebody(SECRET), "restore", "--backup", "1") == 0
    assert "There are two backups 1; the locked one is taken" in capsys.readouterr().out
    assert passphrase.is_locked(path) and said(path, SECRET) == "then"


def test_a_copy_on_a_stick_is_locked_if_that_was_chosen_for_copies(tmp_path: Path) -> None:
    path, stick, elsewhere = tmp_path / "home" / "binder.champion", tmp_path / "stick", tmp_path / "elsewhere"
    for folder in (path.parent, stick, elsewhere):
        folder.mkdir()
    binders.make_binder(path).close()
    backups.choose_second_place(path, stick, passphrase=SECRET, code=passphrase.begin().text, cost=CHEAP)
    assert run(path, Somebody(), "backup", "--to", str(elsewhere)) == 0
    (copy,) = elsewhere.glob("*.champion-backup")
    assert not copy.read_bytes().startswith(b"SQLite format 3") and keys.has_keys(copy)
