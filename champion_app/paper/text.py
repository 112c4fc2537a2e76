"""Makes any text safe to print. Every word from data passes through here and comes out as letters, never markup."""

from __future__ import annotations

import re

from champion_app.domain.typed_text import clean

# A paragraph longer than this is cut in two, so that no note, however long, is ever laid out as one piece.
LONGEST_PARAGRAPH = 200

NO_BREAK = "\u00a0"

# Marks that steer joining and direction and have no shape: never drawn, never missed.
STEERING = frozenset("\u200c\u200d\u200e\u200f")

_LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), "\n")
_SPACES = dict.fromkeys((0x09, 0x1680, *range(0x2000, 0x2007), *range(0x2008, 0x200B), 0x205F, 0x3000), " ")
_NO_BREAK_SPACES = {0x2007: NO_BREAK, 0x202F: NO_BREAK}
_HYPHENS = {0x2010: "-", 0x2011: "-"}
# Marks with no shape of their own: soft hyphens, zero-width spaces, variation selectors, tags, byte order marks. And
# what Unicode says is no character at all.
_SHAPELESS: dict[int, None] = dict.fromkeys(
    (
        *(0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0x200B),
        *(0x3164, 0xFEFF, 0xFFA0),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xFFF0, 0xFFFD),
        *range(0xFDD0, 0xFDF0),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
        *range(0x1BCA0, 0x1BCA4),
        *range(0x1D173, 0x1D17B),
        *range(0xE0000, 0xE1000),
    )
)
_AS_PRINTED: dict[int, str | None] = {**_LINE_ENDS, **_SPACES, **_NO_BREAK_SPACES, **_HYPHENS, **_SHAPELESS}

# Letters that are safe as they come: nearly all text. Everything else goes the long way round.
_PLAIN = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]*")
_RUNS_OF_SPACES = re.compile(" {2,}")
_PHONE_NUMBER = re.compile(r"(?<![\w.])(?:\+\d{1,3}|\(?0\d{2,4}\)?|1\d\d)(?: (?:\(0\))?\d{2,8}){1,4}(?!\w)")


def stopped(*parts: str) -> str:
    """Short statements in a row, each with its full stop; empty ones are left out: "Beck Primary. 22 May 2026."."""
    return " ".join(f"{part}." for part in parts if part)


def safe(text: str) -> str:
    """The letters that can be put on paper: NFC, no control characters, no lone surrogates, no bidi overrides.

    Line ends of every kind become ``\\n``, odd spaces become spaces, marks without a shape vanish. Nothing is escaped,
    because nothing downstream reads markup. Characters no font can draw are still there: see ``glyphs.unprintable``.
    """
    if _PLAIN.fullmatch(text):
        return text
    return clean(text.translate(_LINE_ENDS)).translate(_AS_PRINTED)


def one_line(text: str) -> str:
    """``safe`` text on one line, spaces single, phone numbers kept whole."""
    return whole_numbers(" ".join(safe(text).replace("\n", " ").split(" ")).strip(" "))


def paragraphs(text: str) -> list[list[str]]:
    """``safe`` text as paragraphs of lines. An empty line ends a paragraph, and so do ``LONGEST_PARAGRAPH`` lines."""
    found: list[list[str]] = []
    current: list[str] = []
    for line in whole_numbers(safe(text)).split("\n"):
        line = line.strip(" ")
        if line:
            current.append(line)
        if current and (not line or len(current) == LONGEST_PARAGRAPH):
            found.append(current)
            current = []
    if current:
        found.append(current)
    return found


def whole_numbers(text: str) -> str:
    """The text with single spaces, and with no-break spaces inside phone numbers so that none is cut by a line end."""
    return _PHONE_NUMBER.sub(_unbroken, _RUNS_OF_SPACES.sub(" ", text))


def _unbroken(match: re.Match[str]) -> str:
    return match[0].replace(" ", NO_BREAK)
