"""What a file is, told by its content."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange.file_kinds import is_utf16, kind_of, looks_like

WORDS = "Name,Phone\nSiân Ŵyn,0117 496 0123\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (WORDS.encode(), "text/plain"), (WORDS.encode("utf-16"), "text/plain"),
        (WORDS.encode("utf-16-be"), "text/plain"),
        (WORDS.encode("cp1252", "replace"), "text/plain"), (b"", "text/plain"), (b"a\0b,c\n", "text/plain"),
        (b"%PDF-1.7\n", "application/pdf"), (b"\n\n%PDF-1.7\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff\xe0", "image/jpeg"), (b"GIF89a", "image/gif"),
        (b"BM\x10\0\0\0\0\0\0\0", "image/bmp"), (b"BMX,ramps\n", "text/plain"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic", "image/heic"), (b"\0\0\0\x18ftypmp42", "video/mp4"),
        (b"PK\x03\x04", "application/zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "text/html"), (b"<TABLE border=1>", "text/html"), (b"<html>", "text/html"),
        (b"<?xml version='1.0'?><Workbook/>", "application/xml"), (b"<svg/>", "image/svg+xml"),
        (b"<?xml version='1.0'?>\n<!-- x --><!DOCTYPE svg PUBLIC 'x'>\n<svg:svg>", "image/svg+xml"),
        (b'{"a": 1}', "application/json"), (b"[\n {", "application/json"), (b"[name],b\n", "text/plain"),
        (b"{\\rtf1", "application/rtf"), (bytes(range(256)), "application/octet-stream"),
        (bytes(100), "application/octet-stream"),
    ],
)  # fmt: skip
def test_kinds(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_the_name_only_says_which_kind_of_office_or_text_file() -> None:
    assert looks_like("a.CSV", b"a,b") == "text/csv"
    assert looks_like("a.docx", b"PK\x03\x04").endswith("wordprocessingml.document")
    assert looks_like("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "application/vnd.ms-excel"
    assert looks_like("a.csv", b"%PDF-1.4") == "application/pdf"
    assert looks_like("a.png", b"GIF89a") == "image/gif"
    assert looks_like("a", b"hello") == looks_like("a.png", b"hello") == "text/plain"


def test_utf16_without_its_mark_is_seen() -> None:
    assert is_utf16(WORDS.encode("utf-16-le")) == "utf-16-le"
    assert is_utf16(WORDS.encode("utf-16-be")) == "utf-16-be"
    assert is_utf16(WORDS.encode()) == is_utf16(bytes(100)) == is_utf16("ЖЖЖЖ".encode("utf-16-le")) == ""


@given(st.binary(max_size=100))
@settings(max_examples=100, deadline=None, database=None)
def test_any_bytes_are_some_kind(content: bytes) -> None:
    assert "/" in looks_like("a.csv", content)
