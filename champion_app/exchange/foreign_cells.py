"""One cell of somebody else's list: cleaned and trimmed, with what is odd about it said in plain words."""

from __future__ import annotations

import re

from champion_app.domain.foreign_tables import Cell
from champion_app.domain.typed_text import clean

LONGEST_CELL = 100_000
EMPTY = Cell("")

_MARK = "\ufeff"  # a byte order mark in the middle: two files that were put together
HIDDEN = "hidden characters were taken out"
UNREADABLE = "a letter could not be read"

# What clean() takes out, but for the marks of a line's end that it turns into one.
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")
# UTF-8 that another program has read as Western European: a first byte as it looks there, then its following bytes.
_LATER = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_GARBLED = re.compile(f"[ÂÃÄÅÐÑ][{_LATER}]|â€|[à-ï][{_LATER}]{{2}}|ð[{_LATER}]{{3}}")


def cell(raw: str, *, odd: str = "", link: str = "", is_date: bool = False) -> Cell:
    """A cell as it stands in the file, made fit to keep. ``odd`` is what the reader of the file has to say about it."""
    if raw.isascii() and raw.isprintable():
        text = raw.strip()
    else:
        text = clean(raw.replace(_MARK, "")).strip()
        odd = "; ".join(filter(None, (odd, *oddities(raw))))
    if not text and not odd and not link:
        return EMPTY
    return Cell(text, odd, link, is_date)


def oddities(raw: str) -> list[str]:
    """What is strange about a text, in plain words (F55, F56)."""
    found = []
    if _HIDDEN.search(raw):
        found.append(HIDDEN)
    if garbled := _GARBLED.search(raw):
        found.append(f"some letters look wrong, such as “{clean(garbled[0])}”")
    if "\ufffd" in raw:
        found.append(UNREADABLE)
    return found
