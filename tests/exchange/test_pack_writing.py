"""Making a pack: within the limits, one that we take in ourselves, and there whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from champion_app.domain.listings import ListingFields
from champion_app.domain.packs import PackContents, PackFile, PackItem, Term
from champion_app.domain.resources import ResourceFields
from champion_app.exchange.packs import read_pack, write_pack
from champion_app.faults import DiskFault, DiskFull, Fault, FolderMissing, FolderReadOnly, NotAFile, PackRefused
from tests.exchange.pack_samples import PDF, in_order, read, sample, sha, written

MEGABYTE = 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]
OLD = b"an older pack that must survive"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a pack goes; an older one is there."""
    place = tmp_path / "Ein Paket ŵ.championpack"
    place.write_bytes(OLD)
    return place


def with_files(*files: tuple[str, bytes]) -> PackContents:
    """A pack of one resource with these files."""
    attached = tuple(PackFile(name, sha(content)) for name, content in files)
    item = PackItem("resources", "a", ResourceFields("A"), attached)
    return replace(sample(), items=(item,), files={sha(content): content for _, content in files})


def unharmed(path: Path) -> bool:
    return path.read_bytes() == OLD and list(path.parent.iterdir()) == [path]


def refusal(contents: PackContents, path: Path) -> PackRefused:
    with pytest.raises(PackRefused) as raised:
        write_pack(contents, path)
    assert unharmed(path)
    assert raised.value.details["name"] == path.name
    return raised.value


def test_a_pack_is_written_whole_and_an_older_one_replaced(path: Path) -> None:
    write_pack(sample(), path)
    assert list(path.parent.iterdir()) == [path]
    assert read_pack(path) == in_order(sample())
    first = path.read_bytes()
    write_pack(read_pack(path), path)
    assert path.read_bytes() == first == written(sample())


def test_any_program_can_open_it() -> None:
    with ZipFile(io.BytesIO(written(sample()))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "manifest.json", "resources.json", "listings.json", "leaflet_texts.json", "figures.json", "prisons.json",
            "terms.json", "retired.json", f"files/{sha(PDF)}",
        ]  # fmt: skip
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.getinfo("terms.json").compress_type == ZIP_DEFLATED
        assert archive.getinfo(f"files/{sha(PDF)}").compress_type == ZIP_STORED, "a PDF is packed already"


def test_a_file_of_zeros_does_not_look_like_a_bomb_to_our_own_reader() -> None:
    zeros, words = bytes(3 * MEGABYTE), b"words that repeat, " * 100_000
    pack = with_files(("zeros.bin", zeros), ("words.txt", words))
    assert read(written(pack)) == pack
    with ZipFile(io.BytesIO(written(pack))) as archive:
        assert archive.getinfo(f"files/{sha(zeros)}").compress_type == ZIP_STORED


def test_files_that_no_item_has_do_not_leave() -> None:
    assert read(written(replace(sample(), items=()))).files == {}


def test_a_pack_over_50_MB_is_refused_with_what_to_leave_out(path: Path) -> None:
    large, larger = random.Random(1).randbytes(25 * MEGABYTE), random.Random(2).randbytes(26 * MEGABYTE)
    fault = refusal(with_files(("film.mp4", large), ("house plan.pdf", larger), ("a.pdf", PDF)), path)
    assert fault.details["reason"] == (
        "it would be 51 MB, and the most is 50 MB. The largest files in it are “house plan.pdf” (26 MB), "
        "“film.mp4” (25 MB), “a.pdf” (under 1 MB)"
    )
    assert fault.details["way_out"] == "Leave out some of the files, or make two packs of it."


def test_too_many_files_or_too_large_a_file_is_refused(path: Path) -> None:
    many = with_files(*((f"{number}.pdf", PDF + b"%d" % number) for number in range(1_998)))
    assert refusal(many, path).details["reason"] == "it would hold 2,001 files, and the most is 2,000"
    one = with_files(("film.mp4", bytes(51 * MEGABYTE)))
    said = refusal(one, path).details["reason"]
    assert said == "a file in it is larger than 50 MB. The largest files in it are “film.mp4” (51 MB)"
    texts = tuple(PackItem("terms", f"{number}", Term("a", note="n" * 100_000)) for number in range(280))
    said = refusal(replace(sample(), items=texts), path).details["reason"]
    assert said == "without its files it would be 27 MB, and the most is 25 MB"
    five = with_files(*((f"{number}.bin", bytes([number]) * 41 * MEGABYTE) for number in range(5)))
    assert "it would unpack to more than 200 MB" in refusal(five, path).details["reason"]


@pytest.mark.parametrize(
    ("contents", "reason"),
    [
        (replace(sample(), items=(PackItem("terms", "a", Term("x" * 501)),)), "use is longer than 500 letters"),
        (replace(sample(), items=(PackItem("terms", "a", Term("x")),) * 2), "its key stands twice"),
        (replace(sample(), items=(PackItem("terms", "", Term("x")),)), "key is empty"),
        (replace(sample(), items=(PackItem("listings", "a", ListingFields("A", print_rule="")),)), "print_rule should"),
        (
            replace(sample(), items=(PackItem("terms", "a", Term("x", note="n" * 100_001)),)),
            "a text of 100,001",
        ),
        (replace(with_files(("a.pdf", PDF)), files={}), "the file “a.pdf” is not there any more"),
        (replace(with_files(("a.pdf", PDF)), files={sha(PDF): b"other"}), "its SHA-256 is another"),
        (replace(sample(), about=replace(sample().about, title=" ")), "title is empty"),
    ],
)
def test_what_nobody_could_take_in_is_not_written(contents: PackContents, reason: str, path: Path) -> None:
    fault = refusal(contents, path)
    assert reason in fault.details["reason"]
    assert "whoever made" not in fault.details["way_out"], "that is us"


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFault), (errno.EROFS, FolderReadOnly), (errno.EACCES, FolderReadOnly)],
)
def test_a_fault_of_the_disk_is_told_and_harms_nothing(
    number: int, kind: type[Fault], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind):
        write_pack(sample(), path)
    monkeypatch.undo()
    assert unharmed(path)


def test_a_folder_is_no_file_and_a_missing_one_is_named(path: Path) -> None:
    with pytest.raises(FolderMissing, match="gone"):
        write_pack(sample(), path.parent / "gone" / "a.championpack")
    with pytest.raises(NotAFile):
        write_pack(sample(), path.parent)
    assert unharmed(path)


KILLED = """
import os, signal, sys
from pathlib import Path
from champion_app.exchange.packs import write_pack
from tests.exchange.pack_samples import sample
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "flush": os.fsync = die
if sys.argv[2] == "move": Path.replace = die
if sys.argv[2] == "moved": Path.replace = lambda old, new: (os.replace(old, new), die())
write_pack(sample(), Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize(("where", "replaced"), [("flush", False), ("move", False), ("moved", True)])
def test_killed_while_writing_the_old_pack_or_the_new_one_is_there(where: str, replaced: bool, path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), where], cwd=ROOT, capture_output=True)
    assert killed.returncode == -9, killed.stderr.decode()
    assert path.read_bytes() == (written(sample()) if replaced else OLD)


MEASURED = """
import resource, sys
from pathlib import Path
from champion_app.exchange.packs import read_pack
pack = read_pack(Path(sys.argv[1]))
print(len(pack.items), len(pack.files))
own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


@pytest.mark.heavy
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is counted in other units")
def test_a_pack_of_200_items_and_50_MB_takes_less_than_500_MB_of_memory(tmp_path: Path) -> None:
    chance, items, files = random.Random(1), [], {}
    for number in range(200):
        content = PDF + chance.randbytes(250_000)
        files[sha(content)] = content
        fields = ResourceFields(f"Resource {number}", "What it is. " * 100)
        items.append(PackItem("resources", f"r{number}", fields, (PackFile(f"{number}.pdf", sha(content)),)))
    path = tmp_path / "large.championpack"
    write_pack(replace(sample(), items=tuple(items), files=files), path)
    assert path.stat().st_size > 47 * MEGABYTE
    command = [sys.executable, "-c", MEASURED, str(path)]
    counts, most = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert counts == "200 200"
    assert int(most) < 500 * 1024
