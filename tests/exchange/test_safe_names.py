"""Names inside zip files: what could lead elsewhere is known, what is shown can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange.safe_names import shown, why_unsafe


@pytest.mark.parametrize(
    "name",
    [
        "pack.json",
        "files/Siân Ŵyn.pdf",
        "folder/",
        "[Content_Types].xml",
        "a.b/..c",
        "CONTENTS",
        "com10",
        "x/_rels/.rels",
    ],
)
def test_ordinary_names_are_safe(name: str) -> None:
    assert why_unsafe(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        "../a", "a/../b", "..", "/a", "//server/a", "C:/a", "c:a", "C:\\a", "\\\\server\\a", "a\\..\\b", "..\\a",
        "CON", "con.txt", "files/NUL", "Aux.tar.gz", "COM1", "lpt9.x", "COM¹", "prn .txt", "CONIN$",
        "a:stream", "a.txt::$DATA", "a\0.txt", "a\nb", "a\x85b", "txt\u202egpj.exe", "a\u2066b", "\ufeffa", "a\u200bb",
        "x" * 201, "", "/", "a//b", "./a", "a/.", "a.", "a ", "a?b", "a*b", 'a"b', "a<b", "a|b", "\ud800",
    ],
)  # fmt: skip
def test_F43_unsafe_names_are_known(name: str) -> None:
    assert why_unsafe(name)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=100))
@settings(max_examples=150, deadline=None, database=None)
def test_F43_a_name_can_always_be_shown(name: str) -> None:
    assert shown(name).isprintable()
    assert shown(name).encode("utf-8")


def test_F43_what_cannot_be_seen_is_written_out() -> None:
    assert shown("a\u202eb\\c\n") == "“a\\u202eb\\\\c\\n”"
    assert len(shown("x" * 500)) == 83
