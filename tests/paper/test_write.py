"""Files are whole or not there, and what was there before is safe (F9, F74)."""

from __future__ import annotations

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from champion_app.faults import DiskFault, DiskFull, FileInUse, FolderMissing, FolderReadOnly, NotAFile, PaperFailed
from champion_app.paper.page import Printed
from champion_app.paper.write import write_pdf

OLD = b"%PDF-1.4 an older file that must survive"


def only(folder: Path, *names: str) -> bool:
    return sorted(path.name for path in folder.iterdir()) == sorted(names)


def test_it_is_written_whole(printed: Printed, tmp_path: Path) -> None:
    path = write_pdf(printed.pdf, tmp_path / "leaflet ŵ.pdf")
    assert path == tmp_path / "leaflet ŵ.pdf"
    assert path.read_bytes() == printed.pdf
    assert only(tmp_path, "leaflet ŵ.pdf")


def test_an_older_file_is_replaced(printed: Printed, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(OLD)
    assert write_pdf(printed.pdf, tmp_path / "a.pdf").read_bytes() == printed.pdf


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """A disk with no room, as the system tells it (a size limit of this process: EFBIG)."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_f9_disk_full_on_pdf_leaves_the_older_file(printed: Printed, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(OLD)
    with no_file_larger_than(20_000), pytest.raises(DiskFull):
        write_pdf(printed.pdf, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == OLD
    assert only(tmp_path, "a.pdf")


@pytest.mark.parametrize(
    ("number", "fault"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFault), (errno.EROFS, FolderReadOnly), (errno.EACCES, FolderReadOnly)],
)
def test_a_fault_of_the_disk_is_told_and_harms_nothing(
    number: int, fault: type[Exception], printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(OLD)

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(fault):
        write_pdf(printed.pdf, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == OLD
    assert only(tmp_path, "a.pdf")


def test_a_missing_folder_is_named(printed: Printed, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="gone"):
        write_pdf(printed.pdf, tmp_path / "gone" / "a.pdf")


def test_f74_open_in_a_viewer_saves_as_two(printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace an open file; here the refusal is played."""
    (tmp_path / "a.pdf").write_bytes(OLD)
    (tmp_path / "a (2).pdf").write_bytes(OLD)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.exists():
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert write_pdf(printed.pdf, tmp_path / "a.pdf") == tmp_path / "a (3).pdf"
    assert (tmp_path / "a.pdf").read_bytes() == OLD
    assert only(tmp_path, "a.pdf", "a (2).pdf", "a (3).pdf")
    for number in range(4, 100):
        (tmp_path / f"a ({number}).pdf").touch()
    with pytest.raises(FileInUse):
        write_pdf(printed.pdf, tmp_path / "a.pdf")


def test_what_is_not_a_pdf_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(PaperFailed):
        write_pdf(b"not a PDF", tmp_path / "a.pdf")
    assert only(tmp_path)


def test_a_file_that_reads_back_wrong_is_not_kept(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(OLD)
    monkeypatch.setattr(Path, "read_bytes", lambda self: printed.pdf[: len(printed.pdf) // 2])
    with pytest.raises((DiskFault, PaperFailed)):
        write_pdf(printed.pdf, tmp_path / "a.pdf")
    monkeypatch.undo()
    assert (tmp_path / "a.pdf").read_bytes() == OLD
    assert only(tmp_path, "a.pdf")


def test_a_folder_is_not_a_file_to_write(printed: Printed, tmp_path: Path) -> None:
    with pytest.raises(NotAFile) as raised:
        write_pdf(printed.pdf, tmp_path)
    assert raised.value.sentences()[0] == f"{tmp_path.name} is a folder, not a file."
    assert list(tmp_path.iterdir()) == []
