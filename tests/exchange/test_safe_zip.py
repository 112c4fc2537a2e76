"""A zip file from outside is looked at before anything in it is unpacked, and nothing is ever written (F43-F47)."""

from __future__ import annotations

import os
import random
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.exchange.safe_zip import MEGABYTE, ZipLimits, open_zip
from champion_app.faults import ListRefused, PackRefused


def opened(source: bytes | Path, **more: Any) -> dict[str, bytes]:
    with open_zip(source, name="x.championpack", refuse=PackRefused, **more) as archive:
        return {name: archive.read(name) for name in archive.names()}


@pytest.fixture(scope="module")
def why(refused: Any) -> Callable[..., str]:
    return lambda source, **more: str(refused(PackRefused, opened, source, **more))


def test_an_ordinary_one_is_read(zip_of: Any, tmp_path: Path) -> None:
    members = {"pack.json": b"{}", "files/ŵ.png": os.urandom(5000), "empty.txt": b""}
    data = zip_of([*members.items(), ("files/", b"")])
    assert opened(data) == members
    (tmp_path / "a.zip").write_bytes(data)
    assert opened(tmp_path / "a.zip") == members
    assert opened(zip_of(members.items(), zipfile.ZIP_STORED)) == members


def test_the_fault_is_the_callers_and_a_missing_member_is_one(zip_of: Any, refused: Any) -> None:
    archive = open_zip(zip_of([("a", b"x")]), name="l.xlsx", refuse=ListRefused)
    assert archive.size("a") == 1
    assert refused(ListRefused, archive.read, "b\n") == "it has no file called “b\\n” in it"


@pytest.mark.parametrize("name", ["../a", "/a", "C:/a", "C:\\a", "\\\\server\\a", "CON", "nul.txt", "a:b", "a\u202eb"])
def test_F43_path_traversal_and_its_kin(name: str, zip_of: Any, why: Callable[..., str]) -> None:
    reason = why(zip_of([("pack.json", b"{}"), (name, b"x")]))
    assert reason.startswith("this file is not safe: the name “")
    assert reason.isprintable()


def test_F43_a_name_that_a_NUL_cuts_short(zip_of: Any, why: Callable[..., str]) -> None:
    assert "hidden characters" in why(zip_of([("good.txtX.exe", b"x")]).replace(b"good.txtX", b"good.txt\0"))


def test_F44_symlinks_and_other_special_entries(zip_of: Any, why: Callable[..., str]) -> None:
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR):
        link = zipfile.ZipInfo("innocent.txt")
        link.external_attr = (kind | 0o777) << 16
        assert why(zip_of([(link, b"/etc/passwd")])).endswith("is a link, not a file")


def test_F45_a_bomb_is_refused_by_what_it_says(zip_of: Any, why: Callable[..., str]) -> None:
    bomb = zip_of([("bomb", bytes(40 * MEGABYTE))])
    tracemalloc.start()
    assert why(bomb) == "“bomb” in it unpacks to over 100 times its size"
    assert why(bomb, limits=ZipLimits(ratio=2000, opened=30 * MEGABYTE)) == "it unpacks to more than 30 MB"
    assert tracemalloc.get_traced_memory()[1] < 2 * MEGABYTE
    tracemalloc.stop()


def test_F45_many_small_bombs_count_together(zip_of: Any, why: Callable[..., str]) -> None:
    many = zip_of([(str(number), bytes(MEGABYTE)) for number in range(20)])
    assert why(many, limits=ZipLimits(opened=19 * MEGABYTE)) == "it unpacks to more than 19 MB"
    assert len(opened(many)) == 20


def test_F45_a_lie_about_the_size_is_found_out(zip_of: Any, why: Callable[..., str]) -> None:
    honest = zip_of([("a", b"x" * 5000)])
    for says in (10, 5001):
        lie = honest.replace(struct.pack("<I", 5000), struct.pack("<I", says))
        assert lie != honest
        assert why(lie) == "the file “a” in it is damaged"


def test_F45_overlapping_entries(zip_of: Any, why: Callable[..., str]) -> None:
    once = zip_of([("aaa", b"x" * 5000), ("bbb", b"y")])
    at = once.rindex(b"PK\x01\x02")
    # The second entry of the list now leads to the first one's bytes.
    twice = once[: at + 42] + bytes(4) + once[at + 46 :]
    assert why(twice) == "the files in it lie over one another"


def test_F45_a_zip_inside_stays_closed(zip_of: Any) -> None:
    inner = zip_of([("../../deep", bytes(MEGABYTE))])
    assert opened(zip_of([("inner.zip", inner)])) == {"inner.zip": inner}


def test_F46_what_it_is_instead_is_named(zip_of: Any, why: Callable[..., str], tmp_path: Path) -> None:
    data = zip_of([("a.json", b"x" * 100), ("b.json", b"y" * 100)], zipfile.ZIP_STORED)
    assert why(b"") == "the file is empty"
    assert why(b"hello, I am no zip file") == "it is not a zip file"
    assert why(b"Rar!\x1a\x07\x01\0" + bytes(100)) == "it is a RAR file, not a zip file"
    assert why(b"7z\xbc\xaf\x27\x1c" + bytes(100)) == "it is a 7-Zip file, not a zip file"
    assert why(zip_of([])) == "there is nothing in it"
    assert why(tmp_path / "gone.zip") == why(tmp_path) == "the file could not be opened"
    for length in range(1, len(data), 7):
        assert why(data[:length]) in ("it is cut short or damaged", "it is not a zip file")
    assert why(data.replace(b"xxx", b"xyx")) == "the file “a.json” in it is damaged"
    assert why(zip_of([("a", b"x" * 99)], zipfile.ZIP_LZMA)) == "“a” in it is packed in a way we do not read"


@pytest.mark.parametrize("bit", [0x1, 0x40, 0x2000])
def test_F46_a_password_is_named(bit: int, zip_of: Any, why: Callable[..., str]) -> None:
    data = bytearray(zip_of([("a", b"x")]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data[at : at + 2] = struct.pack("<H", struct.unpack_from("<H", data, at)[0] | bit)
    assert why(bytes(data)) == "it is locked with a password"


def test_F46_two_of_one_name(zip_of: Any, why: Callable[..., str]) -> None:
    assert why(zip_of([("Pack.json", b"1"), ("pack.JSON", b"2")])) == "the name “pack.json” stands twice in it"
    assert "stands twice" in why(zip_of([("é", b"1"), ("e\u0301", b"2")]))
    same = zip_of([("a1", b"1"), ("a2", b"2")]).replace(b"a2", b"a1")
    assert why(same) == "the name “a1” stands twice in it"


def test_F47_twenty_thousand_entries(zip_of: Any, why: Callable[..., str]) -> None:
    assert why(zip_of((str(number), b"") for number in range(2_001))) == (
        "there are 2,001 files in it; the most is 2,000"
    )
    # A list of members so long that it is not even taken apart.
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    listing = entry * 200_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(listing), 0, 0)
    tracemalloc.start()
    assert why(listing + end) == "there are more than 2,000 files in it"
    assert tracemalloc.get_traced_memory()[1] < 40 * MEGABYTE
    tracemalloc.stop()


def test_F47_a_file_that_is_too_large(tmp_path: Path, why: Callable[..., str]) -> None:
    with (tmp_path / "huge.zip").open("wb") as file:
        file.truncate(2_000 * MEGABYTE)  # a hole: it takes no room
    assert why(tmp_path / "huge.zip") == "it is larger than 50 MB"


def mutated(data: bytes, seed: int) -> bytes:
    """The bytes with some of them changed, cut out or doubled, mostly near what a zip file says of itself."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        marks = [at for at in range(len(made) - 1) if made[at : at + 2] == b"PK"]
        near = chance.choice(marks) + chance.randrange(46) if marks and chance.random() < 0.7 else None
        at = min(len(made) - 1, chance.randrange(len(made)) if near is None else near)
        match chance.randrange(5):
            case 0 | 1:
                made[at] = chance.choice([0, 1, 255, 128, chance.randrange(256)])
            case 2:
                made[at : at + 4] = struct.pack("<I", chance.choice([0, 1, 2**31, 2**32 - 1, chance.randrange(2**32)]))
            case 3:
                del made[at : at + chance.randint(1, 30)]
            case 4:
                made[at:at] = made[at : at + chance.randint(1, 60)]
        made = made or bytearray(b"P")
    return bytes(made)


def nothing_but_the_fault(data: bytes, seed: int, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    try:
        members = opened(mutated(data, seed), limits=ZipLimits(opened=MEGABYTE))
    except PackRefused:
        members = {}
    assert sum(map(len, members.values())) <= MEGABYTE
    assert sorted(folder.rglob("*")) == before


@pytest.fixture(scope="module")
def sample(zip_of: Any) -> bytes:
    stored = zipfile.ZipInfo("b/stored.bin")
    return bytes(zip_of([("pack.json", b'{"a": 1}' * 50), (stored, b"PK\x01\x02 stored"), ("d/", b""), ("ŵ", b"")]))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder is one in which every file would be seen."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


MANY = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(seed=st.integers(0, 2**32))
@settings(MANY, max_examples=200)
def test_F43_altered_zips_raise_only_the_fault_and_write_nothing(seed: int, sample: bytes, here: Path) -> None:
    nothing_but_the_fault(sample, seed, here)


@pytest.mark.heavy
@given(seed=st.integers(0, 2**32))
@settings(MANY, max_examples=5_000)
def test_F43_many_altered_zips_raise_only_the_fault_and_write_nothing(seed: int, sample: bytes, here: Path) -> None:
    nothing_but_the_fault(sample, seed, here)


@given(st.binary(max_size=80), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"]))
@settings(max_examples=100, deadline=None, database=None)
def test_F46_any_bytes_raise_only_the_fault(data: bytes, start: bytes) -> None:
    with pytest.raises(PackRefused):
        opened(start + data)


def test_the_archive_is_closed_after_use(zip_of: Any) -> None:
    with open_zip(zip_of([("a", b"x")]), name="a", refuse=PackRefused) as archive:
        pass
    with pytest.raises(PackRefused):
        archive.read("a")
