"""Attached files: what is read and kept, opened as a copy only, taken away and undone."""

from __future__ import annotations

import io
import os
import stat
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from champion_app.domain.attachments import LARGEST, Attachment, size_words, starts_a_program
from champion_app.faults import AttachmentRefused, FolderMissing, NoLongerThere
from champion_app.store.binder import Binder
from champion_app.store.search import Among
from champion_app.tasks import attachments, binders, history, resources
from champion_app.tasks.search import Finder

STORY = b"a quokka by the river"


@pytest.fixture
def one(binder: Binder) -> int:
    return resources.pack(binder)[0].id


def attached(binder: Binder, one: int, name: str = "story.txt", content: bytes = STORY) -> Attachment:
    attachments.attach(binder, attachments.ready(name, content), resource=one)
    return attachments.of_resource(binder, one)[-1]


def test_a_file_is_kept_as_it_is_and_found_by_its_name_and_its_words(binder: Binder, one: int, tmp_path: Path) -> None:
    path = tmp_path / "Woodland story.txt"
    path.write_bytes("A quokka by the river, caffi dŵr".encode())
    file = attachments.read_file(path)
    number = attachments.attach(binder, file, resource=one, note=" from\nJo ", today=date(2026, 11, 22))
    kept = attachments.of_resource(binder, one)[0]
    assert (kept.id, kept.name, kept.note, kept.added_on) == (number, path.name, "from Jo", date(2026, 11, 22))
    assert attachments.content_of(binder, kept) == path.read_bytes()
    assert kept.size == path.stat().st_size
    for typed in ("woodland story", "quokka river", "dwr"):
        assert one in [hit.id for hit in Finder(binder).find(typed, 30, Among("resource")).hits], typed


def test_the_same_file_is_attached_once_and_kept_once(binder: Binder, one: int) -> None:
    first = attached(binder, one)
    assert attachments.attach(binder, attachments.ready("story.txt", STORY), resource=one) == first.id
    attached(binder, one, "the same under another name.txt")
    attachments.attach(binder, attachments.ready("story.txt", STORY), criterion="1.3")
    assert len(attachments.of_resource(binder, one)) == 2
    assert len(binder.rows("SELECT 1 FROM files")) == 1


def test_evidence_at_a_criterion_is_apart(binder: Binder, one: int) -> None:
    attachments.attach(binder, attachments.ready("list.txt", b"x"), criterion="1.3")
    assert [file.name for file in attachments.of_criterion(binder, "1.3")] == ["list.txt"]
    assert attachments.of_criterion(binder, "1.4") == attachments.of_criterion(binder, "") == []
    assert attachments.of_resource(binder, one) == []


def test_several_at_once_are_one_step_even_in_two_handfuls(binder: Binder, one: int) -> None:
    files = [attachments.ready(f"{n}.txt", f"words {n}".encode()) for n in range(4)]
    assert attachments.attach_all(binder, files[:2], resource=one, together="a1") == 2
    assert attachments.attach_all(binder, files[1:], resource=one, together="a1") == 2, "one was there already"
    assert len(attachments.of_resource(binder, one)) == 4
    assert history.undo(binder) == "file attached"
    assert attachments.of_resource(binder, one) == []
    history.redo(binder)
    assert [attachments.content_of(binder, file) for file in attachments.of_resource(binder, one)] == [
        file.content for file in files
    ]


def test_a_second_drop_is_a_step_of_its_own(binder: Binder, one: int) -> None:
    for n in range(2):
        attachments.attach_all(binder, [attachments.ready(f"{n}.txt", b"x%d" % n)], resource=one, together=f"a{n}")
    history.undo(binder)
    assert [file.name for file in attachments.of_resource(binder, one)] == ["0.txt"]


def test_nothing_is_attached_to_a_resource_that_has_gone(binder: Binder, one: int) -> None:
    resources.remove_resource(binder, one)
    with pytest.raises(NoLongerThere):
        attachments.attach_all(binder, [attachments.ready("a.txt", b"a")], resource=one)


def test_taken_away_and_undone(binder: Binder, one: int) -> None:
    kept = attached(binder, one)
    attachments.remove_attachment(binder, kept.id)
    assert attachments.of_resource(binder, one) == []
    assert history.undo(binder) == "file taken away"
    assert attachments.of_resource(binder, one) == [kept]
    assert attachments.content_of(binder, kept) == STORY


def test_a_folder_a_missing_an_empty_and_an_unreadable_file_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for path, said in (
        (tmp_path, "it is not a file"),
        (tmp_path / "gone.txt", "it is not a file"),
        (tmp_path / "empty.txt", "it is empty"),
    ):
        with pytest.raises(AttachmentRefused) as fault:
            attachments.read_file(path)
        assert said in fault.value.sentence() and path.name in fault.value.sentence()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs a pipe that can be named")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(AttachmentRefused):
        attachments.read_file(pipe)


def test_over_fifty_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(AttachmentRefused) as fault:
        attachments.read_file(path)
    assert "50.0 MB" in fault.value.sentence()
    assert "smaller copy" in fault.value.sentence()


def test_F53_a_picture_is_drawn_afresh_without_where_it_was_taken(binder: Binder, one: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Playground of Hollin Bank"
    exif.get_ifd(0x8825)[2] = (53.0, 47.0, 1.0)
    path = tmp_path / "poster.jpg"
    Image.new("RGB", (40, 30), "red").save(path, exif=exif)
    assert b"Playground" in path.read_bytes()
    attachments.attach(binder, attachments.read_file(path), resource=one)
    kept = attachments.content_of(binder, attachments.of_resource(binder, one)[0])
    assert b"Playground" not in kept
    again = Image.open(io.BytesIO(kept))
    assert again.size == (40, 30) and not dict(again.getexif())


def test_F53_a_picture_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"nothing")
    with pytest.raises(AttachmentRefused, match="picture not used"):
        attachments.read_file(path)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..\\..\\evil.txt", "..-..-evil.txt"),
        ("../../evil.txt", "..-..-evil.txt"),
        ("two\nlines\0.txt", "two lines.txt"),
        ("\u202egnp.txt", "gnp.txt"),
        ("/", "-"),
        ("", "file"),
    ],
)
def test_a_name_never_leads_elsewhere(binder: Binder, one: int, name: str, kept: str) -> None:
    file = attached(binder, one, name, b"x")
    assert file.name == kept
    path = attachments.open_copy(binder, file)
    assert path.parent.parent == attachments.copies_folder(binder)


def test_a_copy_to_look_at_is_read_only_and_goes_with_the_binder(binder: Binder, one: int) -> None:
    file = attached(binder, one)
    path = attachments.open_copy(binder, file)
    assert path.read_bytes() == STORY and path.name == "story.txt"
    assert not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IROTH)
    assert attachments.open_copy(binder, file) == path, "and again, over the one that is there"
    other = attachments.open_copy(binder, attached(binder, one, "other.txt", b"y"))
    assert other.parent != path.parent
    attachments.remove_copies(binder)
    assert not attachments.copies_folder(binder).exists()
    attachments.remove_copies(binder)  # with nothing there


def test_what_was_done_to_a_copy_stays_out_of_the_binder(binder: Binder, one: int) -> None:
    file = attached(binder, one)
    path = attachments.open_copy(binder, file)
    path.chmod(stat.S_IWUSR | stat.S_IRUSR)
    path.write_bytes(b"changed by somebody")
    assert attachments.content_of(binder, file) == STORY
    assert attachments.open_copy(binder, file).read_bytes() == STORY


def test_a_folder_in_the_way_of_the_copies_is_said(binder: Binder, one: int) -> None:
    file = attached(binder, one)
    attachments.copies_folder(binder).write_bytes(b"")
    with pytest.raises(AttachmentRefused, match="a copy could not be made"):
        attachments.open_copy(binder, file)


def test_a_copy_is_saved_elsewhere_whole_or_not_at_all(binder: Binder, one: int, tmp_path: Path) -> None:
    content = attachments.content_of(binder, attached(binder, one))
    out = tmp_path / "kept.txt"
    assert attachments.save_copy(content, out) == out and out.read_bytes() == content
    with pytest.raises(FolderMissing):
        attachments.save_copy(content, tmp_path / "nowhere" / "kept.txt")


def test_a_file_whose_content_has_gone_is_said(binder: Binder, one: int) -> None:
    file = attached(binder, one)
    gone = Attachment(**{**file.__dict__, "sha256": "0" * 64})
    with pytest.raises(NoLongerThere):
        attachments.content_of(binder, gone)


def test_files_are_there_after_the_binder_was_closed(path: Path) -> None:
    content = bytes(range(256)) * 40
    opened = binders.open_binder(path)
    one = resources.pack(opened)[0].id
    attached(opened, one, "bytes.bin", content)
    opened.close()
    again = binders.open_binder(path)
    try:
        assert attachments.content_of(again, attachments.of_resource(again, one)[0]) == content
    finally:
        again.close()


@pytest.mark.parametrize("name", ["a.exe", "A.EXE", "a.pdf.bat", "a.js ", "a.cmd.", "x.ps1", "run.sh", "a.desktop"])
def test_what_would_start_a_program_is_known(name: str) -> None:
    assert starts_a_program(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "a.exe.pdf", "story.docx", ".profile", ""])
def test_what_would_not(name: str) -> None:
    assert not starts_a_program(name)


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 bytes"), (999, "999 bytes"), (12_400, "12 KB"), (3_400_000, "3.4 MB")]
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words
