"""Text as people type or paste it, made fit to keep: nothing readable is ever removed."""

from __future__ import annotations

import re
import unicodedata

from champion_app.faults import TooLong, WordsNeeded

# Long enough for 10,000 lines of notes; the limit only stops a whole file pasted by accident.
LONGEST_NOTE = 2_000_000
LONGEST_LINE = 500

# Every way to end a line: Windows, old Mac, Word's line break (vertical tab), page break, NEL and Unicode's own two.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters but for tab and line end, lone surrogates, bidi overrides. One expression: 10,000 lines take 3 ms.
_NOT_TYPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The same words without what no one typed: NUL, control characters, lone surrogates, bidi overrides.

    Line breaks (all become one kind) and tabs stay. Letters are put in composed form (NFC) so that a search finds them.
    """
    return unicodedata.normalize("NFC", _NOT_TYPED.sub("", _LINE_ENDS.sub("\n", text)))


def clean_line(text: str, field: str, *, needed: bool = False, limit: int = LONGEST_LINE) -> str:
    """One line: line breaks become spaces, ends are trimmed. Raises WordsNeeded or TooLong with the field's name."""
    line = " ".join(clean(text).split())
    if needed and not line:
        raise WordsNeeded(field=field)
    if len(line) > limit:
        raise TooLong(field=field, length=len(line), limit=limit)
    return line


def clean_note(text: str, field: str) -> str:
    """A note of any number of lines, trailing spaces kept as typed. Raises TooLong past two million letters."""
    note = clean(text)
    if len(note) > LONGEST_NOTE:
        raise TooLong(field=field, length=len(note), limit=LONGEST_NOTE)
    return note


def first_line(text: str, length: int = 80) -> str:
    """The first words of a note, for a list row."""
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
