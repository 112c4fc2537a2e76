"""Packs made to do harm are refused before they can, in words (F43-F47, F50); pictures lose what they hide (F53)."""

from __future__ import annotations

import copy
import io
import stat
import tracemalloc
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from PIL import Image, PngImagePlugin

from champion_app.exchange.pack_pictures import only_picture
from tests.exchange.pack_samples import attached_file, read, refusal, sample, sealed, sha, written, zipped

MEGABYTE = 1024 * 1024


def crafted(entries: list[tuple[ZipInfo, bytes]], **lies: int) -> bytes:
    """A zip of these entries; ``lies`` are written into its list of entries instead of the truth about the last one."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for entry, content in entries:
            archive.writestr(entry, content, ZIP_DEFLATED)
        for name, value in lies.items():
            setattr(archive.filelist[-1], name, value)
    return made.getvalue()


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "a/../../evil.txt", "/etc/evil", "C:\\evil.txt", "C:evil.txt", "\\\\server\\share\\x", "a\\..\\b",
     "CON", "files/NUL.txt", "terms.json:hidden", "gpj\u202eexe.txt", "a\x07b", "x" * 201, "./a", "a//b", "a. "],
)  # fmt: skip
def test_F43_a_name_that_leads_elsewhere_is_refused_and_shown(name: str) -> None:
    reason = refusal(sealed({name: b"x"}))
    assert reason.startswith("this file is not safe: the name “")
    assert "\u202e" not in reason and "\x07" not in reason


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_F44_a_link_is_refused(kind: int) -> None:
    entry = ZipInfo("terms.json")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    assert "is a link, not a file" in refusal(crafted([(entry, b"/etc/passwd")]))


def test_F45_a_bomb_is_refused_unopened() -> None:
    bombs = {
        "one": crafted([(ZipInfo("terms.json"), bytes(30 * MEGABYTE))]),
        "many": crafted([(ZipInfo(f"files/{number}"), bytes(MEGABYTE - 1)) for number in range(210)]),
        "lying": crafted([(ZipInfo("terms.json"), b"[]")], file_size=2**31),
    }
    for bomb in bombs.values():
        tracemalloc.start()
        reason = refusal(bomb)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "unpacks to" in reason and most < 4 * MEGABYTE


@pytest.mark.parametrize("lies", [{"file_size": 3}, {"file_size": 500}, {"CRC": 1}, {"compress_size": 4}])
def test_F45_a_size_that_is_not_true_is_found_out(lies: dict[str, int]) -> None:
    manifest = b'{"format": "championpack"}' * 10
    assert "is damaged" in refusal(crafted([(ZipInfo("manifest.json"), manifest)], **lies))


def test_F45_entries_that_lie_over_one_another_are_refused() -> None:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("manifest.json", b"{}")
        again = copy.copy(archive.filelist[0])
        again.filename = again.orig_filename = "terms.json"
        archive.filelist.append(again)
    assert refusal(made.getvalue()) == "the files in it lie over one another"


def test_F46_what_is_not_a_whole_zip_is_named() -> None:
    whole = written(sample())
    assert refusal(b"") == "the file is empty"
    assert refusal(whole[: len(whole) // 2]) == "it is cut short or damaged"
    assert refusal(b"Rar!\x1a\x07\x01\0 words") == "it is a RAR file, not a zip file"
    assert refusal(b"%PDF-1.4") == "it is a PDF, not a zip file"
    assert refusal(b"Dear all, here is the pack") == "it is not a zip file"
    assert refusal(crafted([(ZipInfo("manifest.json"), b"{}")], flag_bits=1)) == "it is locked with a password"
    empty = io.BytesIO()
    ZipFile(empty, "w").close()
    assert refusal(empty.getvalue()) == "there is nothing in it"


def test_F47_too_many_or_too_large_is_refused_with_the_limit() -> None:
    many = crafted([(ZipInfo(f"files/{number}"), b"") for number in range(2_001)])
    assert "the most is 2,000" in refusal(many)
    crowd = crafted([(ZipInfo(f"files/{number:05}"), b"") for number in range(20_000)])
    assert "the most is 2,000" in refusal(crowd) or "too many files" in refusal(crowd)
    assert refusal(bytes(50 * MEGABYTE + 1)) == "it is larger than 50 MB"


def test_F47_a_list_too_large_to_read_is_refused() -> None:
    words = [{"key": "a", "use": "b", "reason": "w" * 99_000, "noun": "terms"}]
    full = [{**words[0], "key": f"{number}"} for number in range(150)]
    two = refusal(sealed({"terms.json": full, "retired.json": full}))
    assert two == "retired.json: the JSON files are larger than 25 MB together"
    many = b"[" + b"{}," * 1_000_000 + b"{}]"
    assert refusal(sealed({"terms.json": many})).endswith("there are more than 2,000,000 values in the JSON files")
    things = [0] * 20_001
    assert refusal(sealed({"terms.json": things})) == "there are 20,001 things in terms.json, and the most is 20,000"
    big = {"name": "a.bin", "sha256": "0" * 64}
    files = {f"files/{big['sha256']}": {"sha256": big["sha256"], "size": 50 * MEGABYTE + 1}}
    assert "size should be 52,428,800 or less" in refusal(sealed({}, files=files))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[" * 100_000, "line 1: more than 32 brackets"),
        (b"[" * 40 + b"]" * 40, "line 1: more than 32 brackets"),
        (b'[\n{"key": "a", "use": NaN}]', "line 2: NaN is not a number"),
        (b'[{"key": "a", "use": "b", "x": 1e999}]', "line 1: a number is too large"),
        (b'[{"key": "a", "use": "b", "x": ' + b"9" * 5_000 + b"}]", "line 1: a number is too large"),
        (b'[{"key": "a",\n "key": "b", "use": "c"}]', "line 2: a name stands twice in the same object"),
        (b'[{"key": "a", "use": "\\ud800"}]', "line 1: a text with half a letter in it"),
        (b'[{"key": "a", "use": "b\\u0000"}]', "line 1: a text with an invisible NUL character in it"),
        (b'[{"key": "a", "use": "b", "note": "' + b"n" * 100_001 + b'"}]', "line 1: a text of 100,001 letters"),
        (b'[{"key": "a", "use": "\xff"}]', "line 1: it is not written as UTF-8"),
        ('[{"key": "a", "use": "b"}]'.encode("utf-16"), "it is written as UTF-16"),
        (b"", "it is empty"),
        (b"[{'key': 'a'}]", "line 1: this is not written as JSON should be"),
    ],
)
def test_F50_json_that_could_be_taken_two_ways_is_refused_with_its_line(content: bytes, reason: str) -> None:
    assert refusal(sealed({"terms.json": content})).startswith(f"terms.json: {reason}")
    assert refusal(zipped({"manifest.json": content})).startswith(f"manifest.json: {reason}")


def test_F50_a_byte_order_mark_is_no_fault() -> None:
    assert len(read(sealed({"terms.json": b'\xef\xbb\xbf[{"key": "a", "use": "b"}]'})).items) == 1


# ---------------------------------------------------------------- pictures


def drawn(kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(made, kind, **options)
    return made.getvalue()


def with_place() -> bytes:
    """A photograph that tells where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 27.0, 0.0)}
    exif[0x010E] = "Hollin Bank playground"
    return drawn("JPEG", exif=exif)


def taken_in(content: bytes, name: str) -> tuple[str, bytes, tuple[str, ...]]:
    """Under which name and as what a file of a pack arrives, and what is said of it; no name when it is left out."""
    item = {"key": "a", "title": "A", "files": [attached_file(content, name)]}
    pack = read(sealed({"resources.json": [item], f"files/{sha(content)}": content}))
    if not pack.items[0].files:
        return "", b"", pack.notes
    (file,) = pack.items[0].files
    assert list(pack.files) == [file.sha256]
    return file.name, pack.files[file.sha256], pack.notes


def test_F53_a_picture_does_not_tell_where_it_was_taken() -> None:
    photograph = with_place()
    assert b"Hollin Bank" in photograph
    name, content, notes = taken_in(photograph, "playground.jpg")
    assert name == "playground.jpg" and notes == ()
    assert b"Hollin" not in content and not Image.open(io.BytesIO(content)).getexif()
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Hollin Bank")
    assert b"Hollin" not in taken_in(drawn("PNG", pnginfo=words), "a.png")[1]


def test_F53_a_picture_with_another_ending_gets_the_right_one() -> None:
    assert taken_in(with_place(), "playground.png")[0] == "playground.jpg"
    assert taken_in(drawn("GIF"), "a.gif")[0] == "a.png"
    assert taken_in(drawn("PNG"), "a.pdf")[0] == "a.png"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.svg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.txt"),
        (drawn("PNG")[:200], "cut.png"),
        (b"words, not dots", "a.jpg"),
        (drawn("TIFF"), "a.tif"),
        (drawn("PNG")[:16] + (30_000).to_bytes(4) * 2 + drawn("PNG")[24:], "bomb.png"),
        (drawn("PNG")[:16] + bytes(8) + drawn("PNG")[24:], "nothing.png"),
    ],
)
def test_F53_a_picture_that_cannot_be_used_is_left_out_and_said(content: bytes, name: str) -> None:
    kept, _, notes = taken_in(content, name)
    assert kept == ""
    assert notes[0].startswith(f"The file “{name}” was left out: picture not used, because ")


def test_F53_a_picture_that_champion_has_drawn_stays_the_same_in_every_edition() -> None:
    noise = io.BytesIO()
    Image.effect_noise((200, 200), 80).convert("RGB").save(noise, "JPEG", quality=40, comment=b"Hollin Bank")
    for photograph, name in ((noise.getvalue(), "a.jpg"), (with_place(), "a.jpg"), (drawn("GIF"), "a.png")):
        once = taken_in(photograph, name)
        assert once[1] != photograph
        assert taken_in(once[1], name) == once


def test_what_holds_only_the_picture() -> None:
    jpeg, png = drawn("JPEG"), drawn("PNG")
    assert only_picture(jpeg) and only_picture(png)
    assert not only_picture(jpeg + b"x") and not only_picture(png + b"x")
    assert not only_picture(with_place())
    assert not only_picture(drawn("JPEG", comment=b"Hollin Bank"))
    assert not only_picture(drawn("JPEG", progressive=True))
    assert not only_picture(drawn("PNG", dpi=(72, 72)))
    for size in range(len(jpeg)):
        assert not only_picture(jpeg[:size])
    for size in range(len(png)):
        assert not only_picture(png[:size])


def test_two_names_of_one_picture_and_one_picture_twice() -> None:
    photograph = with_place()
    files = [attached_file(photograph, name) for name in ("a.jpg", "a.jpg", "b.png")]
    item = {"key": "a", "title": "A", "files": files}
    pack = read(sealed({"resources.json": [item, {**item, "key": "b"}], f"files/{sha(photograph)}": photograph}))
    assert [file.name for file in pack.items[1].files] == ["a.jpg", "a.jpg", "b.jpg"]
    assert len(pack.files) == 1
