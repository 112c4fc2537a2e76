"""Search words: any text typed becomes a harmless FTS5 expression."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[\w\u0300-\u036f]+")  # an accent that stands apart belongs to its word
MOST_WORDS = 12
LONGEST_WORD = 40


def words_of(typed: str) -> list[str]:
    """The words a person meant, in small letters, at most twelve of at most forty letters.

    ``lower`` and not ``casefold``: the index keeps "straße" as it is.
    """
    found = _WORD.findall(unicodedata.normalize("NFC", typed).lower())
    return [word[:LONGEST_WORD] for word in found if word.strip("_")][:MOST_WORDS]


def match_expression(words: list[str]) -> str:
    """An FTS5 expression in which every word must occur and may go on: ``"vis"* "pris"*``."""
    return " ".join(f'"{word}"*' for word in words)
