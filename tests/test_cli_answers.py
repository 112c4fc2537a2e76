"""What a command answers on consoles that know few letters, and into outputs that are full, closed or gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from champion_app import cli, cli_answers
from champion_app.faults import AnswerNotWritten
from champion_app.tasks import backups, binders

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has an output that is always full")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "ł ŵ Łódź 😀"
    folder.mkdir()
    binders.make_binder(folder / "binder.champion").close()
    return folder / "binder.champion"


def champion(path: Path, *words: str, encoding: str = "utf-8", out: object = subprocess.PIPE) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "champion_app.cli", *words, "--binder", str(path)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )  # fmt: skip
    return done.returncode, (done.stdout or b"").decode(encoding), done.stderr.decode(encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_letters_that_the_console_does_not_know_stop_nothing(path: Path, encoding: str) -> None:
    code, out, err = champion(path, "backup", "--json", encoding=encoding)
    assert (code, err) == (0, "") and Path(json.loads(out)["path"]).is_file()
    code, out, err = champion(path, "backup", encoding=encoding)
    assert (code, err) == (0, "") and "\\u0175" in out
    code, out, err = champion(path, "restore", "--json", encoding=encoding)
    assert (code, err) == (0, "") and Path(json.loads(out)["set_aside"]).is_file()
    code, out, err = champion(path, "check", "--json", encoding=encoding)
    assert (code, err) == (0, "") and json.loads(out)["binder"]["path"] == str(path)


@needs_full
@pytest.mark.parametrize("words", [["backup"], ["backup", "--json"], ["restore", "--list"], ["check"], ["--help"]])
def test_a_full_output_is_a_fault_that_tells_the_truth(path: Path, words: list[str]) -> None:
    with closing(binders.open_binder(path)) as binder:
        backups.back_up_now(binder)
    with FULL.open("wb") as full:
        code, _, err = champion(path, *words, out=full)
    if words != ["--help"]:  # argparse itself swallows what it cannot write
        assert err.startswith("The answer could not be written (no space left on device). What was asked for is done")
    assert code in ((0, 2) if words == ["--help"] else (2,))
    assert "Traceback" not in err and "Nothing" not in err and "Exception ignored" not in err
    assert len(backups.all_backups(path)) == (2 if words[0] == "backup" else 1)


@needs_full
def test_going_back_into_a_full_output_is_done_and_not_denied(path: Path) -> None:
    with closing(binders.open_binder(path)) as binder:
        backups.back_up_now(binder)
    with FULL.open("wb") as full:
        code, _, err = champion(path, "restore", "--json", out=full)
    assert code == 2 and "What was asked for is done" in err and backups.set_asides(path)


def test_a_closed_output_is_a_fault_too(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    closed = os.fdopen(writer, "w")
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    with pytest.raises(AnswerNotWritten, match="the output is closed"):
        cli_answers.say("something")
    monkeypatch.setattr(sys, "stderr", closed)
    cli_answers.complain("something")  # the exit code has to do
    cli_answers.give_up()


def test_without_any_output_everything_is_done(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["backup", "--binder", str(path)]) == 0
    assert cli.main(["restore", "--backup", "9", "--binder", str(path)]) == 2
    assert len(backups.all_backups(path)) == 1


def test_a_bug_after_the_work_does_not_deny_the_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("champion_app.cli_safety._told", broken)
    assert cli.main(["backup", "--binder", str(path)]) == 1
    said = capsys.readouterr().err
    assert "bug in Champion" in said and "Nothing" not in said and "changed" not in said.splitlines()[-1]
    assert len(backups.all_backups(path)) == 1
