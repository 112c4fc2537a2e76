"""``champion-app check-text``: one answer a line, in order, and never a word of what was read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from champion_app import cli
from champion_app.domain.personal_kinds import KINDS

LINES = [
    "Ellie Marsh in Year 4, dob 01/02/2015",
    "Mrs Jane Carter, head of year",
    "",
    "Żółw: Zuzanna Wójcik, 4B, mum 07700 900123",
    '"quoted" \\ and\ttabbed, A1234BC',
]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """What the command answers to bytes on standard input."""

    def ask(data: bytes) -> list[dict[str, Any]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
        assert cli.main(["check-text"]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return [json.loads(line) for line in out.splitlines()]

    return ask


def test_one_object_a_line_with_kinds_and_spans_in_order(said: Any) -> None:
    answers = said("\n".join(LINES).encode())
    assert [answer["kinds"] for answer in answers] == [
        ["child's name", "date of birth"], [], [], ["child's name", "telephone"], ["prison number"],
    ]  # fmt: skip
    for line, answer in zip(LINES, answers, strict=True):
        assert set(answer) == {"kinds", "spans"} and len(answer["kinds"]) == len(answer["spans"])
        assert set(answer["kinds"]) <= set(KINDS)
        ends = [0, *(place for span in answer["spans"] for place in span)]
        assert ends == sorted(ends) and ends[-1] <= len(line)
    words = [[line[start:end] for start, end in answer["spans"]] for line, answer in zip(LINES, answers, strict=True)]
    assert words[0] == ["Ellie Marsh", "01/02/2015"] and words[3] == ["Zuzanna Wójcik", "07700 900123"]


def test_no_word_of_the_text_is_ever_shown(said: Any, capsys: pytest.CaptureFixture[str]) -> None:
    said(b"Canaryname Zebediah in Year 4\nDOB 01/02/2015\n")
    shown = capsys.readouterr()
    assert "canary" not in (shown.out + shown.err).lower() and "2015" not in shown.out


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\r\n\r\n", b"\xff\xfe\x00 A1234BC\n", b"\x00" * 20 + b"\n", b"\xed\xa0\x80\n"]
)
def test_any_bytes_get_an_answer_a_line(said: Any, data: bytes) -> None:
    assert len(said(data)) == data.count(b"\n")


def test_windows_line_ends_and_no_last_line_end(said: Any) -> None:
    assert [answer["kinds"] for answer in said(b"A1234BC\r\nnothing\r\nA9876ZX")] == [
        ["prison number"],
        [],
        ["prison number"],
    ]


def test_no_standard_input_is_no_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["check-text"]) == 0 and capsys.readouterr().out == ""


def test_as_a_command_it_needs_and_makes_no_binder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "champion_app.cli", "check-text", "--binder", str(tmp_path / "none.champion")]
    asked = subprocess.run(command, input="\n".join(LINES).encode(), capture_output=True)
    assert (asked.returncode, asked.stderr) == (0, b"")
    assert len(asked.stdout.splitlines()) == len(LINES) and not list(tmp_path.iterdir())
