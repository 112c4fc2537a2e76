"""Files that another program holds, as a virus scanner or a viewer does (F31, F74). Windows alone does it for real."""

from __future__ import annotations

import errno
import time
from pathlib import Path

import pytest

from champion_app.faults import FileInUse
from champion_app.whole_file import write_whole


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Moving a file over another is refused so many times; the number can be changed."""
    left = [0]
    move = Path.replace
    monkeypatch.setattr(time, "sleep", lambda seconds: None)

    def replace(self: Path, target: Path) -> Path:
        if left[0] and Path(target).exists():
            left[0] -= 1
            raise PermissionError(errno.EACCES, "another program is using this file")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    return left


def test_F31_a_file_that_a_virus_scanner_holds_for_a_moment_is_tried_again(tmp_path: Path, held: list[int]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    held[0] = 3
    assert write_whole(b"new", tmp_path / "a.pdf") == tmp_path / "a.pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_F31_a_file_that_stays_held_is_said_and_left_alone(tmp_path: Path, held: list[int]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    held[0] = 1_000
    with pytest.raises(FileInUse) as raised:
        write_whole(b"new", tmp_path / "a.pdf")
    assert "open in another program" in raised.value.sentence()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_F74_a_paper_that_is_open_in_a_viewer_is_saved_beside_it(tmp_path: Path, held: list[int]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a (2).pdf").write_bytes(b"older")
    held[0] = 1_000
    assert write_whole(b"new", tmp_path / "a.pdf", aside=True) == tmp_path / "a (3).pdf"
    assert (tmp_path / "a.pdf").read_bytes() == b"old" and (tmp_path / "a (3).pdf").read_bytes() == b"new"
