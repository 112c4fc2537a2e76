"""Bytes become letters: the mark, else UTF-8 over the whole file, else cp1252 (F55)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange.text_letters import ENCODINGS, letters

WORDS = "Siân Ŵyn\r\n£5\rfree\n"
PLAIN = WORDS.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("encoding", "found"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"),
     ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32")],
)  # fmt: skip
def test_F55_unicode_in_every_form(encoding: str, found: str) -> None:
    assert letters(WORDS.encode(encoding)) == (PLAIN, found, ())


def test_F55_one_odd_byte_far_down_makes_the_whole_file_cp1252() -> None:
    content = b"a,b\n" * 100_000 + "Siân’s café\n".encode("cp1252")
    text, encoding, notes = letters(content)
    assert text.endswith("Siân’s café\n")
    assert encoding == "cp1252"
    assert "Western European" in notes[0]


def test_F55_bytes_that_cp1252_does_not_know_are_counted() -> None:
    text, _, notes = letters(b"caf\xe9 \x81\x8d\x8f\x90\x9d")
    assert text == "café " + "\ufffd" * 5
    assert notes[1].startswith("5 letters could not be read")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_F55_the_persons_choice_goes_first(encoding: str) -> None:
    assert letters("né à 5%\n".encode(encoding, "ignore"), encoding).text in ("né à 5%\n", "né  5%\n")


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "idna", "no such", "undefined", "a\0b"])
def test_F55_only_encodings_of_lists_can_be_chosen(encoding: str) -> None:
    with pytest.raises((LookupError, ValueError)):
        letters(b"a", encoding)


@given(st.binary(max_size=200), st.sampled_from(["", *ENCODINGS]))
@settings(max_examples=150, deadline=None, database=None)
def test_F55_no_bytes_make_it_fail(content: bytes, encoding: str) -> None:
    assert "\r" not in letters(content, encoding).text
