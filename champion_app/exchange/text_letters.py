"""Bytes of a text file turned into letters: the mark at its start, else UTF-8 if all of it is, else cp1252."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from champion_app.exchange.file_kinds import is_utf16

# The encodings a person may choose from; anything else is not for a list of services.
ENCODINGS = ("utf-8", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "cp1250", "cp850", "mac-roman")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n?")


class Letters(NamedTuple):
    """A text with every line end as a line feed, the encoding it was read with, and what is to be said about that."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def letters(content: bytes, encoding: str = "") -> Letters:
    """The text of a file. Never fails: what cannot be read becomes U+FFFD, and a note says how often.

    ``encoding`` is the person's own choice, one of ENCODINGS, and goes before what the file seems to be. Raises
    LookupError if it is none of them. The whole file is tried as UTF-8: a real register has its first odd byte at
    312,126.
    """
    mark, marked = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", ""))
    notes = []
    if encoding:
        chosen = codecs.lookup(encoding).name
        if chosen not in ENCODINGS:
            raise LookupError(encoding)
        if chosen == "utf-16":
            chosen = is_utf16(content) or "utf-16-le"
        text = content.decode(chosen, "replace")
    elif chosen := marked or is_utf16(content):
        text = content.removeprefix(mark if chosen != "utf-32" else b"").decode(chosen, "replace")
    else:
        text, chosen = _utf8_or_western(content)
        if chosen == "cp1252":
            notes.append("The letters were read as Western European (cp1252), because the file is not UTF-8.")
    lost = text.count("\ufffd")
    if lost:
        notes.append(f"{lost:,} letters could not be read; they show as “\ufffd”.")
    return Letters(_LINE_END.sub("\n", text.lstrip("\ufeff")), chosen, tuple(notes))


def _utf8_or_western(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "cp1252"
