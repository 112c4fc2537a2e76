"""Reading a pack as the window does, in a child process; which pack it is (F49, F63), and whether it is whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from champion_app.exchange.packs import read_pack
from champion_app.faults import PackRefused
from tests.exchange.pack_samples import (
    ABOUT,
    PDF,
    attached_file,
    in_order,
    read,
    refusal,
    resource_pack,
    sample,
    sealed,
    sha,
    written,
    zipped,
)


def saved(folder: Path, pack: bytes) -> Path:
    path = folder / "area.championpack"
    path.write_bytes(pack)
    return path


def test_a_pack_is_read_in_a_child(tmp_path: Path) -> None:
    assert read_pack(saved(tmp_path, written(sample()))) == in_order(sample())


def test_a_refusal_in_the_child_arrives_with_its_words(tmp_path: Path) -> None:
    path = saved(tmp_path, resource_pack(title=None))
    with pytest.raises(PackRefused) as raised:
        read_pack(path)
    assert raised.value.details["name"] == "area.championpack"
    assert raised.value.details["reason"] == "resources.json, item 1 “a”: title is missing"
    with pytest.raises(PackRefused, match="The pack on the stick is not a pack"):
        read_pack(path, "The pack on the stick")


@pytest.mark.parametrize("make", [lambda path: None, Path.mkdir, os.mkfifo], ids=["nothing", "a folder", "a pipe"])
def test_what_is_no_file_is_refused(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "a.championpack"
    make(path)
    with pytest.raises(PackRefused, match="there is no such file"):
        read_pack(path)
    with pytest.raises(PackRefused, match="there is no such file"):
        read_pack(tmp_path / "a\0b.championpack")


def test_reading_writes_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "TMPDIR"):  # where a library might leave something
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    saved(tmp_path, written(sample()))
    (tmp_path / "json.py").write_text("raise SystemExit")  # must not be taken for Python's own
    for name, content in (("bad", sealed({"../../evil.txt": b"x"})), ("empty", b"")):
        (tmp_path / f"{name}.championpack").write_bytes(content)
    before = everything(tmp_path)
    assert read_pack(Path("area.championpack")) == in_order(sample())
    for name in ("bad", "empty"):
        with pytest.raises(PackRefused):
            read_pack(tmp_path / f"{name}.championpack")
    assert everything(tmp_path) == before
    assert not (tmp_path.parent / "evil.txt").exists() and not (tmp_path.parent.parent / "evil.txt").exists()


def everything(folder: Path) -> dict[Path, bytes | None]:
    """Every file and folder under a folder, files with their content."""
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_F49_a_newer_pack_says_which_champion_it_needs() -> None:
    newer = "it needs a newer Champion"
    assert refusal(sealed({}, needs_champion="2.1")) == f"{newer} (2.1)"
    assert refusal(sealed({}, version=2, needs_champion="2.1", made_on="some day", id=None)) == f"{newer} (2.1)"
    assert refusal(sealed({}, version=2, needs_champion=None)) == f"{newer} (one that reads packs of version 2)"
    with pytest.raises(PackRefused) as raised:
        read(sealed({}, needs_champion="0.1.0.1"))
    assert raised.value.details["way_out"] == "Ask for the newer Champion, and take the pack in with that."
    assert read(sealed({}, needs_champion="0.0.9")).about.id == read(sealed({}, needs_champion="0.1.0")).about.id


def test_F49_everything_that_is_missing_is_said_at_once() -> None:
    reason = refusal(sealed({}, id=None, number=None, made_on="22/11/2026", title="", version=True))
    assert reason.split("; ") == [
        "manifest.json: version should be a whole number",
        "manifest.json: id is missing",
        "manifest.json: title is empty",
        "manifest.json: number is missing",
        "manifest.json: made_on should be a day, such as 2026-11-22",
    ]


def test_F49_of_very_many_faults_five_are_said_and_the_others_counted() -> None:
    tables = [{"key": f"r{number}"} for number in range(17)]
    reason = refusal(sealed({"resources.json": tables, "terms.json": [{"key": "a"}, 7]}))
    assert reason.startswith("resources.json, item 1 “r0”: title is missing; resources.json, item 2 “r1”: title")
    assert reason.endswith("; and 14 more")


def test_F49_unknown_files_and_fields_of_the_manifest_are_said() -> None:
    pack = read(sealed({"posters.json": [], "read me.txt": b"Hello", "terms.json": [{"key": "a", "use": "b"}]}, mood=1))
    assert len(pack.items) == 1
    assert pack.notes == (
        "Left out, because this Champion does not know it: “mood” in manifest.json.",
        "Left out, because this Champion does not know what it is: the file “posters.json”.",
        "Left out, because this Champion does not know what it is: the file “read me.txt”.",
    )


def test_unknown_fields_that_have_no_place_are_said() -> None:
    listing = {
        "key": "a",
        "name": "A",
        "phones": [{"number": "1", "fax": "2"}],
        "files": [{**attached_file(PDF), "by": "me"}],
    }
    retired = [{"noun": "terms", "key": "x", "since": "2025"}, {"noun": "posters", "key": "y"}]
    members = {"listings.json": [listing], "retired.json": retired, f"files/{sha(PDF)}": PDF}
    pack = read(sealed(members))
    assert [one.key for one in pack.retired] == ["x"]
    assert pack.notes == (
        "Left out, because this Champion does not know it: “since” in retired.json.",
        "Left out of retired.json, because this Champion does not know it: “posters”.",
        "Left out, because this Champion does not know it: “fax” in phones of services.",
        "Left out, because this Champion does not know it: “by” in files of services.",
    )


def test_a_zip_without_a_manifest_is_named() -> None:
    assert refusal(zipped({"a.txt": b"x"})) == "there is no manifest.json in it"
    inside = refusal(zipped({"area pack/manifest.json": json.dumps(ABOUT).encode()}))
    assert "pack the files, not the folder they are in" in inside
    for content in (b"[]", b"{}", b'{"format": "zip"}', b'{"format": ["championpack"]}'):
        assert refusal(zipped({"manifest.json": content})) == "its manifest.json does not say that it is a championpack"


def test_every_member_is_in_the_manifest_and_everything_in_it_is_there() -> None:
    listed = {"b.txt": {"sha256": sha(b""), "size": 0}}
    assert refusal(sealed({"a.txt": b"x"}, files=listed)) == (
        "“a.txt” is in the pack, but not in its manifest.json; “b.txt” is in manifest.json, but not in the pack"
    )


@pytest.mark.parametrize("member", ["terms.json", "a.txt", f"files/{sha(PDF)}"])
def test_a_changed_byte_or_length_is_told(member: str) -> None:
    good = {"terms.json": b"[]", "a.txt": b"words", f"files/{sha(PDF)}": PDF}
    listed = {name: {"sha256": sha(content), "size": len(content)} for name, content in good.items()}
    changed = good[member].replace(b"[", b" ").replace(b"w", b"v").replace(b"1", b"2")
    assert "is not what manifest.json says: its SHA-256 is another" in refusal(
        sealed({**good, member: changed}, files=listed)
    )
    longer = refusal(sealed({**good, member: good[member] + b" "}, files=listed))
    assert f"is {len(good[member]) + 1} bytes long, and manifest.json says {len(good[member])}" in longer


def test_an_attached_file_is_named_by_its_own_hash() -> None:
    assert "its SHA-256 is another" in refusal(sealed({f"files/{sha(b'other')}": PDF}))


def test_a_file_that_is_not_there_and_one_that_nobody_wants() -> None:
    item = {"key": "a", "title": "A", "files": [attached_file(b"gone", "gone.pdf")]}
    assert refusal(sealed({"resources.json": [item]})) == "the file “gone.pdf” is not in the pack"
    pack = read(sealed({f"files/{sha(PDF)}": PDF}))
    assert (pack.files, pack.notes) == ({}, ("Files left out, because nothing in the pack speaks of them: 1.",))


def test_F63_the_same_file_twice_is_the_same_and_an_older_one_is_known_by_its_number() -> None:
    pack = written(sample())
    assert read(pack) == read(pack)
    older = written(replace(sample(), about=replace(sample().about, number=2)))
    assert read(older).about.id == read(pack).about.id
    assert read(older).about.number < read(pack).about.number
