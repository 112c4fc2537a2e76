"""Word files: every word, real headings and lists, headings of tables that come again, nobody's name, whole or not."""

from __future__ import annotations

import errno
import io
import os
import resource
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.typed_text import clean
from champion_app.exchange.word import BALLOT_BOX, TICKED_BOX, word_bytes, write_word
from champion_app.exchange.word_blocks import (
    WordBlock,
    WordChecks,
    WordDocument,
    WordHeading,
    WordList,
    WordTable,
    WordText,
)
from champion_app.faults import DiskFault, DiskFull, FileInUse, FolderMissing, FolderReadOnly, NotAFile

MADE = datetime(2026, 11, 22, 9, 30, 4)
OLD = b"an older file that must survive"
BLOCKS: tuple[WordBlock, ...] = (
    WordText("Why it matters.\nA second line."),
    WordHeading("What to do"),
    WordList(("First", "Second"), numbered=True),
    WordHeading("And then", 3),
    WordList(("Again first",), numbered=True),
    WordList(("Bullet",)),
    WordChecks(("Not yet", "Done"), frozenset({1})),
    WordText("“Thank you.”", tone="soft"),
    WordText("Be careful.", tone="warm"),
    WordTable(
        ("Place", "Up since"), (("Our entrance", ""), ("", "")), (3, 1), row_heads=True, summary="Where it hangs"
    ),
    WordTable(("Lines to write on",), (("",),) * 3, least_height=26),
    WordHeading("Over the page", new_page=True),
    WordText("Small print.", small=True),
)
DOCUMENT = WordDocument(
    "You are welcome", BLOCKS, "For all staff", foot="Ysgol Bryn Ŵyn", subject="Sheet, edition 1", made=MADE
)


def _opened(document: WordDocument = DOCUMENT) -> Document:
    return docx.Document(io.BytesIO(word_bytes(document)))


def _parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def only(folder: Path, *names: str) -> bool:
    return sorted(path.name for path in folder.iterdir()) == sorted(names)


def test_headings_lists_and_titles_have_word_s_own_styles() -> None:
    found = [(item.style.name, item.text) for item in _opened().paragraphs if item.text and item.style]
    assert found == [
        ("Heading 1", "You are welcome"),
        ("Subtitle", "For all staff"),
        ("Normal", "Why it matters.\nA second line."),
        ("Heading 2", "What to do"),
        ("List Number", "First"),
        ("List Number", "Second"),
        ("Heading 3", "And then"),
        ("List Number", "Again first"),
        ("List Bullet", "Bullet"),
        ("List Paragraph", f"{BALLOT_BOX}\tNot yet"),
        ("List Paragraph", f"{TICKED_BOX}\tDone"),
        ("Normal", "“Thank you.”"),
        ("Normal", "Be careful."),
        ("Heading 2", "Over the page"),
        ("Normal", "Small print."),
    ]


def test_a_second_numbered_list_starts_from_one() -> None:
    opened = _opened()
    numbers = [
        item._p.pPr.numPr.numId.val for item in opened.paragraphs if item.style and item.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering: Any = opened.part.numbering_part.element
    for number in set(numbers):
        used = numbering.num_having_numId(number)
        assert [override.find(qn("w:startOverride")).get(qn("w:val")) for override in used.lvlOverride_lst] == ["1"]


def test_tables_have_headings_that_come_again_and_words_for_a_screen_reader() -> None:
    table, lines = _opened().tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Place", "Up since"],
        ["Our entrance", ""],
        ["", ""],
    ]
    first, *others = [row._tr.trPr for row in table.rows]
    assert first.find(qn("w:tblHeader")) is not None
    assert all(properties.find(qn("w:tblHeader")) is None for properties in others)
    assert all(properties.find(qn("w:cantSplit")) is not None for properties in (first, *others))
    properties: Any = table._tbl.tblPr
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == "Where it hangs"
    looks = properties.findall(qn("w:tblLook"))
    assert [(look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) for look in looks] == [("1", "1")]
    wide, narrow = (cell.width for cell in table.rows[0].cells)
    assert wide and narrow and abs(wide / narrow - 3) < 0.01
    assert [row.height.pt if row.height else 0 for row in lines.rows] == [0, 26, 26, 26]
    assert all(cell.paragraphs[0].runs[0].bold for cell in table.rows[0].cells)


def test_two_tables_do_not_grow_into_one() -> None:
    body = [child.tag for child in _opened().element.body]
    assert not any(before == after == qn("w:tbl") for before, after in pairwise(body))


def test_a_heading_may_start_a_page() -> None:
    breaks = [item.text for item in _opened().paragraphs if item.paragraph_format.page_break_before]
    assert breaks == ["Over the page"]


@pytest.mark.parametrize("landscape", [False, True])
def test_it_is_a4_with_a_foot_and_a_page_count(landscape: bool) -> None:
    opened = _opened(WordDocument("T", (), foot="Us\nand you", landscape=landscape, made=MADE))
    section = opened.sections[0]
    assert section.page_width and section.page_height
    size = (round(section.page_width.mm), round(section.page_height.mm))
    assert size == ((297, 210) if landscape else (210, 297))
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Us and you\tPage ")
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_page_count_is_in_the_document_s_language() -> None:
    opened = _opened(WordDocument("T", (), language="cy-GB", page_words="Tudalen {page} o {pages}", made=MADE))
    texts = [text.text for text in opened.sections[0].footer.paragraphs[0]._p.iter(qn("w:t"))]
    assert " ".join(texts).split() == ["Tudalen", "1", "o", "1"]
    languages = {element.get(qn("w:val")) for element in opened.styles.element.iter(qn("w:lang"))}
    assert languages == {"cy-GB"} == {opened.core_properties.language}


def test_the_language_is_british_english_in_styles_and_settings() -> None:
    opened = _opened()
    for part in (opened.styles.element, opened.settings.element):
        found = {element.get(qn("w:val")) for element in part.iter(qn("w:lang"), qn("w:themeFontLang"))}
        assert found == {"en-GB"}


def test_it_names_champion_and_nobody_else() -> None:
    about = _opened().core_properties
    assert (about.title, about.subject, about.author, about.last_modified_by) == (
        "You are welcome",
        "Sheet, edition 1",
        "Champion",
        "Champion",
    )
    assert about.comments == ""
    assert about.created and about.created.replace(tzinfo=None) == MADE and about.modified == about.created
    parts = _parts(word_bytes(DOCUMENT))
    assert not [name for name in parts if "thumbnail" in name]
    everything = b" ".join(parts.values()).lower()
    for trace in (b"python-docx", f"{Path.home()}/".encode().lower()):
        assert trace not in everything


def test_without_a_moment_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("champion_app.domain.clock.now", lambda: MADE)
    assert word_bytes(WordDocument("T", ())) == word_bytes(WordDocument("T", (), made=MADE))


def test_the_same_document_at_the_same_moment_is_the_same_file() -> None:
    assert word_bytes(DOCUMENT) == word_bytes(DOCUMENT)
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(word_bytes(DOCUMENT))).infolist()}
    assert dates == {(2026, 11, 22, 9, 30, 4)}


def _every_text(opened: Document) -> Counter[str]:
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    texts = [item.text for item in opened.paragraphs] + cells
    return Counter(" ".join(texts).split())


TEXTS = st.text(max_size=40)


@settings(deadline=None, database=None, max_examples=25)
@given(title=TEXTS, texts=st.lists(TEXTS, min_size=3, max_size=3))
def test_any_text_is_safe_and_no_readable_word_is_lost(title: str, texts: list[str]) -> None:
    blocks = (
        WordText(texts[0], tone="soft"),
        WordList((texts[1],)),
        WordTable((texts[2],), ((texts[0],),), summary=texts[1]),
    )
    opened = _opened(WordDocument(title, blocks, foot=texts[2], subject=texts[0], made=MADE))
    seen = _every_text(opened)
    for text in (title, *texts):
        for word in clean(text).split():
            if word.isalnum() and word.isascii():
                assert seen[word] >= 1


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "a\ttab", "=1+1", "Ŵŷż ☐ 😀", "مرحبا", "x\x00\x0b\ufffe\ud800y"])
def test_text_is_text_and_nothing_else(text: str) -> None:
    opened = _opened(WordDocument("T", (WordText(text),), made=MADE))
    readable = "".join(letter for letter in text if letter not in "\x00\ufffe\ud800").replace("\x0b", "\n")
    assert opened.paragraphs[1].text == readable


def test_it_is_written_whole(tmp_path: Path) -> None:
    path = write_word(DOCUMENT, tmp_path / "sheet ŵ.docx")
    assert path == tmp_path / "sheet ŵ.docx" and path.read_bytes() == word_bytes(DOCUMENT)
    assert only(tmp_path, "sheet ŵ.docx")


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(OLD)
    assert write_word(DOCUMENT, tmp_path / "a.docx").read_bytes() == word_bytes(DOCUMENT)


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_f9_disk_full_leaves_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(OLD)
    with no_file_larger_than(20_000), pytest.raises(DiskFull):
        write_word(DOCUMENT, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == OLD and only(tmp_path, "a.docx")


@pytest.mark.parametrize(
    ("number", "fault"),
    [(errno.ENOSPC, DiskFull), (errno.EIO, DiskFault), (errno.EROFS, FolderReadOnly), (errno.EACCES, FolderReadOnly)],
)
def test_a_fault_of_the_disk_is_told_and_harms_nothing(
    number: int, fault: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.docx").write_bytes(OLD)

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(fault):
        write_word(DOCUMENT, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == OLD and only(tmp_path, "a.docx")


def test_a_file_that_reads_back_wrong_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(OLD)
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"half")
    with pytest.raises(DiskFault):
        write_word(DOCUMENT, tmp_path / "a.docx")
    monkeypatch.undo()
    assert (tmp_path / "a.docx").read_bytes() == OLD and only(tmp_path, "a.docx")


def test_a_missing_folder_is_named_and_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="gone"):
        write_word(DOCUMENT, tmp_path / "gone" / "a.docx")
    with pytest.raises(NotAFile):
        write_word(DOCUMENT, tmp_path)
    assert only(tmp_path)


def test_f74_open_in_word_saves_as_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to replace an open file; here the refusal is played."""
    (tmp_path / "a.docx").write_bytes(OLD)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.exists():
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert write_word(DOCUMENT, tmp_path / "a.docx") == tmp_path / "a (2).docx"
    assert (tmp_path / "a.docx").read_bytes() == OLD and only(tmp_path, "a.docx", "a (2).docx")
    for number in range(3, 100):
        (tmp_path / f"a ({number}).docx").touch()
    with pytest.raises(FileInUse):
        write_word(DOCUMENT, tmp_path / "a.docx")
