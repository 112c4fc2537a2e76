"""``champion-app backup`` and ``restore``: the same as in the window, in words and for another program."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from champion_app import cli
from champion_app.cli_safety import Safety, kept_of, kept_words, went_back
from champion_app.domain.backups import Lost
from champion_app.faults import BackupDamaged, NoBackup, NothingToUndo, RestoreUnfinished, UnknownName
from champion_app.store import digest, keys, moving
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, passphrase, settings

Run = Callable[..., int]


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "binder.champion"
    binders.make_binder(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, made_once: Path) -> Path:
    return Path(shutil.copy(made_once, tmp_path / "binder.champion"))


@pytest.fixture
def run(path: Path) -> Run:
    @contextmanager
    def opened(asked: argparse.Namespace) -> Iterator[Binder]:
        with closing(binders.open_binder(asked.binder)) as binder:
            yield binder

    parser = argparse.ArgumentParser()
    jobs = parser.add_subparsers()

    def add(name: str, job: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = jobs.add_parser(name, help=words)
        made.add_argument("--binder", type=Path)
        made.set_defaults(job=job)
        return made

    Safety(opened, lambda asked: asked.binder).add_commands(add)

    def run(*words: str) -> int:
        asked = parser.parse_args([words[0], "--binder", str(path), *words[1:]])
        done: int = asked.job(asked)
        return done

    return run


def say(path: Path, words: str) -> str:
    with closing(binders.open_binder(path)) as binder:
        settings.keep_setting(binder, "words", words)
        return digest.digest(binder)


def said(path: Path) -> str:
    with closing(binders.open_binder(path)) as binder:
        return settings.setting(binder, "words", "")


def test_backup_restore_and_undo(path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = say(path, "then")
    assert run("backup", "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert made["digest"] == before and Path(made["path"]).exists() and made["number"] == 1
    assert made["copied_to"] is None and made["trouble"] is None and made["counts"]["resources"] > 100
    say(path, "now")
    assert run("restore", "--backup", "1", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["number"] == 1 and Path(told["set_aside"]).exists() and said(path) == "then"
    assert run("restore", "--undo") == 0
    assert capsys.readouterr().out.strip() == str(path) and said(path) == "now"
    assert run("restore") == 0  # the newest whole one: made of "then" before the undo
    out = capsys.readouterr().out
    assert out.startswith("You went back to backup 3 of ") and "restore --undo brings it back" in out


def test_a_copy_on_a_stick(path: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run("backup", "--to", str(stick)) == 0
    made, copied = map(Path, capsys.readouterr().out.split("\n")[:2])
    assert copied.parent == stick and copied.read_bytes() == made.read_bytes()


def test_the_list_reads_each_one_again(path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("restore", "--list") == 0
    assert capsys.readouterr().out == "There is no backup yet.\n"
    run("backup")
    run("backup")
    capsys.readouterr()
    backups.numbered(path, 1).path.write_bytes(b"rotten")
    assert run("restore", "--list") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("2 of ") and first.endswith("; whole") and "resources" in first
    assert second.endswith("; damaged: the file is not as it was written")
    assert run("restore", "--list", "--json") == 0
    assert [one["problems"] for one in json.loads(capsys.readouterr().out)] == [
        [],
        ["the file is not as it was written"],
    ]
    with pytest.raises(BackupDamaged):
        run("restore", "--backup", "1")


def test_looking_says_what_would_change_and_changes_nothing(
    path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    say(path, "then")
    run("backup")
    say(path, "now")
    capsys.readouterr()
    before = path.read_bytes()
    for words in (["--look"], ["--look", "--backup", "1"]):
        assert run("restore", *words) == 0
        assert capsys.readouterr().out.startswith("You would go back to backup 1 of ")
    assert path.read_bytes() == before and len(backups.all_backups(path)) == 1 and not backups.set_asides(path)
    with pytest.raises(SystemExit):
        run("restore", "--look", "--undo")
    capsys.readouterr()
    assert run("restore") == 0
    done = capsys.readouterr().out
    assert done.startswith("You went back to backup 1 of ") and "would" not in done.lower()


def test_what_was_done_is_told_as_done() -> None:
    moment = datetime(2026, 11, 26, 9, 30)
    told = Lost(
        ("1 action instead of 2",), ("5 answers instead of 4",), 2, moment, lock_changes=True, unread=("prints",)
    )
    lines = list(went_back(told))
    assert lines[0] == "2 steps of work were done since then, the last on 26 November 2026 at 09:30."
    assert len(lines) == len(told.lines()) and not any("would" in line.lower() for line in lines)
    assert list(went_back(Lost(changes=1))) == ["1 step of work was done since then."]


def test_a_backup_that_is_passed_over_is_named(path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("backup")
    run("backup")
    backups.numbered(path, 2).path.write_bytes(b"rotten")
    capsys.readouterr()
    assert run("restore") == 0
    first, second = capsys.readouterr().out.splitlines()[:2]
    assert first.startswith("Passed over: backup 2 of ") and first.endswith(": the file is not as it was written.")
    assert second.startswith("You went back to backup 1 of ")


def test_check_names_the_backups_and_fails_with_a_damaged_one(
    path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--binder", str(path)]) == 0
    assert "Backups: none yet" in capsys.readouterr().out
    run("backup")
    run("backup")
    assert cli.main(["check", "--binder", str(path)]) == 0
    assert "Backups: 2, 2 of them whole, the newest of " in capsys.readouterr().out
    backups.numbered(path, 1).path.write_bytes(b"rotten")
    assert cli.main(["check", "--binder", str(path)]) == 2
    out = capsys.readouterr().out
    assert "Backups: 2, 1 of them whole" in out and "Backup 1 is damaged: the file is not as it was written" in out
    assert cli.main(["check", "--json", "--binder", str(path)]) == 2
    assert set(json.loads(capsys.readouterr().out)["backups"]["damaged"]) == {"1"}


def test_a_binder_that_does_not_open_leads_to_its_backups(
    path: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("backup")
    capsys.readouterr()
    path.unlink()
    assert cli.main(["check", "--binder", str(path)]) == 2
    assert "We cannot find your binder" in (err := capsys.readouterr().err) and "restore --list shows them" in err


def test_a_whole_backup_of_another_passphrase_is_not_damaged(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cheap, code = keys.Cost(n=2**8), passphrase.begin()
    key = passphrase.turn_on(path, code, code.text, "first long passphrase", cost=cheap)
    with closing(binders.open_binder(path, key)) as binder:
        backups.back_up_now(binder)
    new = passphrase.renew(path, "first long passphrase", code, code.text, "second long passphrase", cost=cheap)
    kept = kept_of(path, new)
    assert kept["another_passphrase"] and not kept["damaged"]
    assert any("opens with another passphrase" in line for line in kept_words(kept))


def test_what_cannot_be_done_is_a_fault(path: Path, run: Run) -> None:
    with pytest.raises(NoBackup):
        run("restore")
    with pytest.raises(NothingToUndo):
        run("restore", "--undo")
    with pytest.raises(UnknownName):
        run("restore", "--backup", "9")
    with pytest.raises(NothingToUndo):
        run("restore", "--finish")


def test_F05_an_interrupted_restore_is_finished_or_turned_back(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(path, "then")
    run("backup")
    say(path, "now")
    for word, expected in (("--keep", "now"), ("--finish", "then")):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(moving.Plan, "_strike_out", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
            run("restore", "--backup", "1")
        with pytest.raises(RestoreUnfinished):
            run("restore", "--backup", "1")
        assert run("restore", word) == 0
        assert said(path) == expected
