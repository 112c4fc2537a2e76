"""Foreign files are read in a process of their own: whatever happens to it, Champion gets a plain sentence."""

from __future__ import annotations

import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange import child
from champion_app.exchange.child import in_child
from champion_app.faults import AttachmentRefused, ListRefused

# Readers that misbehave. They stand in a file of their own that only the children of these tests know of.
READERS = """
import ctypes, os, subprocess, sys, time
from pathlib import Path
from champion_app.faults import DiskFault, ListRefused

def read(path, options):
    return globals()[options.pop("do")](path, options)

def answer(path, options):
    print("a library that talks")
    os.write(2, b"and complains")
    return {"path": str(path), "options": {**options, "content": options.get("content", b"").decode()}}, [b"", b"a\\0b"]

def surroundings(path, options):
    return {"environment": dict(os.environ), "stdin": sys.stdin.buffer.read().decode()}, []

def fault(path, options):
    raise ListRefused(name="other.csv", reason="line 3: {odd} words", way_out="Do that.")

def other_fault(path, options):
    raise DiskFault

def bug(path, options):
    raise RuntimeError("the secret words of the file")

def memory(path, options):
    return len(bytearray(2 * 1024**3)), []

def crash(path, options):
    os.kill(os.getpid(), 11)

def stop(path, options):
    os._exit(0)

def odd_answer(path, options):
    return {1, 2}, []

def garbage(path, options):
    os.write(options["handle"], b"not an answer")
    os._exit(0)

def flood(path, options):
    return "x" * options["size"], []

def endless(path, options):
    while True:
        os.write(options["handle"], b"x" * 65536)

def hang(path, options):
    sleeper = subprocess.Popen(["sleep", "60"])
    Path(path.parent, f"pid-{os.getpid()}").touch()
    Path(path.parent, f"pid-{sleeper.pid}").touch()
    while True:
        pass

def write(path, options):
    path.write_bytes(b"a trace")

def nested(path, options):
    from champion_app.exchange.child import in_child
    return in_child("excel", path, {"do": options["then"]}, refuse=ListRefused)
"""
PROGRAM = (
    "import sys; sys.path.insert(0, {folder!r}); from champion_app.exchange import child;"
    "child._READERS['excel'] = 'misbehaving:read'; sys.exit(child.main())"
)


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Any, list[bytes]]]:
    """Asks a child to do one of the things above."""
    (tmp_path / "misbehaving.py").write_text(READERS)
    program = PROGRAM.format(folder=str(tmp_path))
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-P", "-B", "-c", program])

    def asked(do: str, *, more: dict[str, Any] | None = None, **named: Any) -> tuple[Any, list[bytes]]:
        options = {"do": do, **(more or {})}
        return in_child("excel", tmp_path / "list ŵ.xlsx", options, refuse=ListRefused, **named)

    return asked


def test_what_the_reader_gives_arrives(ask: Any, tmp_path: Path) -> None:
    value, blobs = ask("answer", more={"n": [1, None, "ŵ"]})
    assert value == {"path": str(tmp_path / "list ŵ.xlsx"), "options": {"n": [1, None, "ŵ"], "content": ""}}
    assert blobs == [b"", b"a\0b"]


def test_bytes_that_are_in_no_file_yet_are_handed_over(ask: Any) -> None:
    content = "ŵ".encode() * 500_000
    assert ask("answer", content=content)[0]["options"]["content"] == content.decode()


def test_the_child_knows_nothing_of_the_session(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_PASSWORD", "secret")
    made, _ = ask("surroundings")
    assert "SOME_PASSWORD" not in made["environment"]
    assert not set(made["environment"]) - {*child._ENVIRONMENT, "PYTHONPATH", "CHAMPION_READS_IN_CHILD", "LC_CTYPE"}
    assert made["stdin"] == ""


def test_a_fault_of_the_reader_arrives_as_the_callers(ask: Any) -> None:
    with pytest.raises(ListRefused) as caught:
        ask("fault")
    assert caught.value.details == {"name": "other.csv", "reason": "line 3: {odd} words", "way_out": "Do that."}


@pytest.mark.parametrize(
    ("do", "reason", "within"),
    [
        ("other_fault", "it is damaged or not what its name says", ""),
        ("bug", "it is damaged or not what its name says", "RuntimeError at misbehaving.py:"),
        ("memory", "it needs too much memory to read", "MemoryError"),
        ("crash", "it is damaged or not what its name says", "exit code -11"),
        ("stop", "it is damaged or not what its name says", "no answer"),
        ("odd_answer", "it is damaged or not what its name says", "TypeError"),
        ("write", "it is damaged or not what its name says", "OSError"),
    ],
)
def test_F60_every_other_end_is_a_plain_sentence(do: str, reason: str, within: str, ask: Any, tmp_path: Path) -> None:
    with pytest.raises(ListRefused) as caught:
        ask(do)
    assert caught.value.details["name"] == "list ŵ.xlsx"
    assert caught.value.details["reason"] == reason
    assert within in str(caught.value.__cause__)
    assert "secret" not in str(caught.value.__cause__)
    written = tmp_path / "list ŵ.xlsx"
    assert not written.exists() or written.stat().st_size == 0  # only an empty name could be made


def test_F60_an_answer_that_is_none_or_never_ends_is_refused(
    ask: Any, refused: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "damaged" in refused(ListRefused, ask, "garbage", more={"handle": 3})
    monkeypatch.setattr(child, "_LARGEST_ANSWER", 100_000)
    assert "damaged" in refused(ListRefused, ask, "flood", more={"size": 50_000_000})
    assert "damaged" in refused(ListRefused, ask, "endless", more={"handle": 3})
    assert len(ask("flood", more={"size": 90_000})[0]) == 90_000


def test_F60_one_that_takes_too_long_is_ended_with_all_it_started(ask: Any, refused: Any, tmp_path: Path) -> None:
    assert refused(ListRefused, ask, "hang", seconds=1) == "it takes too long to read"
    pids = [path.name.removeprefix("pid-") for path in tmp_path.glob("pid-*")]
    assert len(pids) == 2
    # They were told to end before in_child returned; the system may need a moment to carry it out.
    assert any(not any(map(_runs, pids)) for _ in range(100_000))


def _runs(pid: str) -> bool:
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_child_that_asks_again_is_answered_where_it_is(ask: Any, refused: Any) -> None:
    made, _ = ask("nested", more={"then": "surroundings"})
    assert made["environment"]["CHAMPION_READS_IN_CHILD"] == "excel"
    assert refused(ListRefused, ask, "nested", more={"then": "fault"}) == "line 3: {odd} words"
    assert "damaged" in refused(ListRefused, ask, "nested", more={"then": "bug"})


def test_a_computer_that_starts_no_child_is_no_bug(
    tmp_path: Path, refused: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_command", lambda: [str(tmp_path / "no such program")])
    reason = refused(ListRefused, in_child, "excel", Path("a"), {}, refuse=ListRefused)
    assert reason == "this computer is too busy to read it just now"


def test_only_readers_of_the_table_can_be_asked() -> None:
    with pytest.raises(KeyError):
        in_child("os:system", Path("a"), {}, refuse=ListRefused)


def test_a_file_beside_the_list_is_not_taken_for_a_module(
    tmp_path: Path, refused: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    content = b"%PDF-1.4 damaged"
    named = {"refuse": AttachmentRefused, "content": content}
    assert refused(AttachmentRefused, in_child, "attached_text", Path("a"), {}, **named) == "its words cannot be read"


def test_the_child_starts_with_next_to_nothing() -> None:
    code = (
        "import sys, champion_app.exchange.child;"
        "sys.exit(len({'openpyxl', 'PIL', 'pydantic', 'subprocess', 'zipfile', 'docx'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], env=child.environment(), check=False).returncode == 0


def test_a_frozen_champion_asks_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, "read-in-child"]


@given(st.binary(max_size=60) | st.tuples(st.integers(0, 3), st.binary(max_size=40)).map(
    lambda made: b"READ" + struct.pack(">I", made[0]) + struct.pack(f">{made[0]}Q", *range(made[0])) + made[1]
))  # fmt: skip
@settings(max_examples=200, deadline=None, database=None)
def test_F60_any_bytes_as_an_answer_are_an_answer_or_an_error(answer: bytes) -> None:
    try:
        told, _ = child._unpacked(answer)
    except (ValueError, LookupError, TypeError, RecursionError):
        return
    assert len(told) == 1


@given(st.lists(st.binary(max_size=20), max_size=4), st.dictionaries(st.text(max_size=5), st.integers(), max_size=3))
@settings(max_examples=50, deadline=None, database=None)
def test_an_answer_is_unpacked_as_it_was_packed(blobs: list[bytes], value: dict[str, int]) -> None:
    assert child._unpacked(child._packed({"value": value}, blobs)) == ({"value": value}, blobs)
