"""Tables out as CSV: what a spreadsheet would run as a formula is kept as text, and our own reader gives it back.

A text that starts with ``= + - @``, a tab or a line end gets an apostrophe before it, and so does one that starts with
apostrophes and then one of these. ``text_tables`` takes exactly one off again, so that every text (without spaces at
its ends, and without byte order marks) comes back as it was (F58).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from champion_app.domain.typed_text import clean
from champion_app.whole_file import write_whole

_RUNS = re.compile("'*[=+\\-@\t\r\n]")


def write_csv(path: Path, headings: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    """Writes a table as CSV in UTF-8 with the mark that Excel needs, days as ISO days. Returns the path.

    Raises the faults of ``write_whole``; an earlier file is then as it was.
    """
    return write_whole(csv_bytes(headings, rows), path)


def csv_bytes(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """The same file as bytes: the same table always makes the same."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_harmless(words) for words in headings])
    writer.writerows([[_harmless(_words(value)) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _harmless(words: str) -> str:
    words = clean(words)
    return f"'{words}" if _RUNS.match(words) else words
