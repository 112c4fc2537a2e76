"""Files are whole or not there, and what was there before is safe (F9)."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from champion_app.faults import DiskFault, DiskFull, FileInUse, FolderMissing, FolderReadOnly, NameRefused, NotAFile
from champion_app.whole_file import write_whole

OLD = b"an older file that must survive"


def only(folder: Path, *names: str) -> bool:
    return sorted(path.name for path in folder.iterdir()) == sorted(names)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """A disk with no room, as the system tells it (a size limit of this process: EFBIG)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_it_is_written_whole_and_replaces_an_older_one(tmp_path: Path) -> None:
    for content in (b"x" * 100_000, b""):
        assert write_whole(content, tmp_path / "list ŵ.csv").read_bytes() == content
    assert only(tmp_path, "list ŵ.csv")


def test_F09_a_full_disk_leaves_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(OLD)
    with no_file_larger_than(20_000), pytest.raises(DiskFull):
        write_whole(b"x" * 100_000, tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == OLD
    assert only(tmp_path, "a.csv")


@pytest.mark.parametrize(
    ("number", "fault"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFault), (errno.EROFS, FolderReadOnly), (errno.EACCES, FolderReadOnly)],
)
def test_a_fault_of_the_disk_harms_nothing(
    number: int, fault: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(OLD)

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(fault):
        write_whole(b"new", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == OLD
    assert only(tmp_path, "a.csv")


def test_what_the_disk_gives_back_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(OLD)
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"something else")
    with pytest.raises(DiskFault):
        write_whole(b"new", tmp_path / "a.csv")
    monkeypatch.undo()
    assert (tmp_path / "a.csv").read_bytes() == OLD


def test_a_file_that_is_open_elsewhere_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(OLD)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileInUse, match=r"a\.csv"):
        write_whole(b"new", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes() == OLD
    assert only(tmp_path, "a.csv")


def test_places_that_cannot_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="gone"):
        write_whole(b"", tmp_path / "gone" / "a.csv")
    with pytest.raises(NotAFile):
        write_whole(b"", tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderMissing):
        write_whole(b"", tmp_path / "file" / "a.csv")


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "é" * 200 + ".pdf", "a\0b.pdf"])
def test_F30_a_name_no_disk_takes_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(NameRefused):
        write_whole(b"x", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_device_is_no_file_and_stays_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        write_whole(b"x", tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()
