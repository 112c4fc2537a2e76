"""The text copy: reads well aloud, fits an e-mail, cuts no word."""

from __future__ import annotations

import typing
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.paper import blocks
from champion_app.paper.blocks import Document
from champion_app.paper.plain_text import WIDTH, _Writer, text_of

LONG = "Ring the free helpline at any time of the day or night and ask for somebody who speaks your own language. "
ADDRESS = "https://www.example.org/" + "very-long-path/" * 8


def said(*given: blocks.Block, **changes: object) -> str:
    """A document's text after its title."""
    return text_of(Document("T", given, **changes)).removeprefix("T\n=\n\n").strip("\n")  # type: ignore[arg-type]


def test_every_kind_of_block_has_a_text() -> None:
    assert set(_Writer([])._makers) == set(typing.get_args(blocks.Block))


def test_a_document_from_start_to_end() -> None:
    document = Document(
        "When someone is arrested",
        (
            blocks.Words("You are not alone.\nNobody is.", lead="First:"),
            blocks.Heading("What happens now"),
            blocks.Steps(("They are asked questions.", "They can ask for a solicitor."), start=3),
            blocks.Ticks(("Take identification", "Leave your telephone"), frozenset({1})),
            blocks.Contact(
                "Helpline", "0808 808 2003", "Free.", "https://www.example.org/", "a@example.org", "Any time"
            ),
            blocks.Box((blocks.Heading("Our champion", 3), blocks.Words("Sam"))),
            blocks.QrCode("https://www.example.org/more", "More on the web"),
            blocks.Picture(b"", "A door with a blue sign"),
            blocks.Gap(9),
            blocks.PageBreak(),
            blocks.Signatures(("Signed", "Date"), stamp="Stamp"),
        ),
        subtitle="For families",
        band="Hillside",
        footer="Edition 2026-11",
    )
    assert text_of(document) == (
        "Hillside\n\n"
        "When someone is arrested\n========================\n\n"
        "For families\n\n"
        "First: You are not alone.\nNobody is.\n\n\n"
        "What happens now\n\n"
        "3. They are asked questions.\n4. They can ask for a solicitor.\n\n"
        "[ ] Take identification\n[x] Leave your telephone\n\n"
        "Helpline\n0808 808 2003\nFree.\nAny time\nwww.example.org\na@example.org\n\n"
        "    Our champion\n\n    Sam\n\n"
        "More on the web\nwww.example.org/more\n\n"
        "A door with a blue sign\n\n"
        "Signed: ______\n\nDate: ______\n\nStamp: ______\n\n"
        "Edition 2026-11\n"
    )


def test_lines_fit_and_items_hang_behind_their_sign() -> None:
    lines = said(blocks.Words(LONG * 3), blocks.Bullets((LONG,)), blocks.Box((blocks.Steps((LONG,)),))).split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert sum(line.startswith("- ") for line in lines) == 1
    assert any(line.startswith("  ") and not line.startswith("   ") for line in lines)
    assert any(line.startswith("    1. ") for line in lines)
    assert any(line.startswith("       ") for line in lines)


@pytest.mark.parametrize("word", [ADDRESS, "中文" * 60, "خاندان" * 20, "x" * 500])
def test_a_long_word_stays_whole(word: str) -> None:
    text = said(blocks.Words(f"See {word} now"), blocks.Bullets((word,)), blocks.Contact("Jo", web=word))
    assert [part for part in text.split() if len(part) > 60].count(word.removeprefix("https://").rstrip("/")) in {1, 3}
    assert text.count(word.removeprefix("https://").rstrip("/")) == 3


def test_a_phone_number_is_not_cut_and_has_plain_spaces() -> None:
    for filler in range(40, 76):
        text = said(blocks.Words("x" * filler + " 0808 808 2003"))
        assert "0808 808 2003" in text
        assert "\u00a0" not in text


def test_wide_letters_count_twice_and_marks_nothing() -> None:
    wide = said(blocks.Words(" ".join(["中文中文"] * 30)))
    assert max(map(len, wide.split("\n"))) <= WIDTH / 2 + 4
    marked = said(blocks.Words(" ".join(["ḅ̂ḅ̂ḅ̂"] * 40)))
    assert max(map(len, marked.split("\n"))) > WIDTH


def test_a_table_is_read_row_by_row() -> None:
    columns = (blocks.Column("Day", 1), blocks.Column("Who comes?", 1), blocks.Column("", 1))
    rows = (
        blocks.Row(("Visits",), section=True),
        blocks.Row(("Monday", blocks.Cell("Two of us", columns=2))),
        blocks.Row(("Tuesday", "", blocks.Cell(ticked=True))),
        blocks.Row((LONG, blocks.Cell(blocks=(blocks.Bullets(("a", "b")),)))),
    )
    assert said(blocks.Table(columns, rows)) == (
        "Visits\n\n"
        "Day: Monday\nWho comes? Two of us\n\n"
        "Day: Tuesday\n[x]\n\n"
        "Day: Ring the free helpline at any time of the day or night and ask for\n"
        "    somebody who speaks your own language.\n"
        "Who comes?\n    - a\n    - b"
    )


def test_rows_to_fill_in_are_written_once() -> None:
    columns = (blocks.Column("Name", 1), blocks.Column("Date", 1))
    table = blocks.Table(columns, (blocks.Row(()), blocks.Row(("", "")), blocks.Row(("Sam",))), grid=True)
    assert said(table) == "Name: ______\nDate: ______\n\nName: Sam\nDate: ______"
    assert said(blocks.Table(columns, ())) == "Name\n\nDate"


def test_a_list_of_contents_has_no_pages() -> None:
    assert said(blocks.Contents(), blocks.Heading("One"), blocks.Heading("Two")).startswith("Contents\n\n- One\n- Two")


def test_what_says_nothing_leaves_nothing() -> None:
    empty = (blocks.Words(" "), blocks.Heading(""), blocks.Bullets(()), blocks.Box(()), blocks.Contact(""))
    assert text_of(Document("", (*empty, blocks.QrCode("no address"), blocks.Signatures(())))) == "\n"


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=200), st.integers(0, 3))
@settings(max_examples=60, deadline=None, database=None)
def test_no_line_is_longer_than_it_must_be_and_none_ends_in_a_space(text: str, deep: int) -> None:
    block: blocks.Block = blocks.Words(text)
    for _ in range(deep):
        block = blocks.Box((block,))
    found = text_of(Document("T", (block,)))
    assert found.endswith("\n") and "\r" not in found
    for line in found.split("\n"):
        assert not line.endswith(" ")
        plain = line.strip(" ")
        assert len(line) <= WIDTH or " " not in plain or any(unicodedata.combining(letter) for letter in plain)


def test_no_direction_marks_are_added(document: Callable[..., Document]) -> None:
    urdu = "فون 0808 808 2003 (مفت) پر"
    text = text_of(document(blocks.Words(urdu), blocks.Contact(urdu, "0808 808 2003"), language="ur"))
    assert not set(text) & set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert text.replace("\u00a0", " ").count(urdu) == 2
