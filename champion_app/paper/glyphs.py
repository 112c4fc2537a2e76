"""Finds, before printing, the characters no bundled font can draw.

The rule: such a character is left out of the paper and reported by name. It is never printed as a box and never
replaced by a guess. The words around it stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from champion_app.paper import fonts, shaping
from champion_app.paper.text import STEERING, safe


def unprintable(text: str) -> list[str]:
    """The characters of ``text`` that would be missing on paper, each once, in the order they first come."""
    letters = safe(text)
    whole = shaping.AVAILABLE or not shaping.NEEDS_SHAPING.search(letters)
    if whole and fonts.face(fonts.LATIN, False).letters.issuperset(letters.replace("\n", "")):
        return []
    return [letter for letter in dict.fromkeys(letters) if not is_printable(letter)]


def is_printable(letter: str) -> bool:
    """Whether a single character can be drawn, or has no shape to draw."""
    if letter == "\n" or letter in STEERING:
        return True
    if not shaping.AVAILABLE and shaping.NEEDS_SHAPING.match(letter):
        return False
    return fonts.family_for(letter) is not None


def described(characters: Iterable[str]) -> str:
    """Characters with their names, for a notice: ``😀 (grinning face), → (rightwards arrow)``."""
    return ", ".join(
        f"{character} ({unicodedata.name(character, f'character {ord(character):X}').lower()})"
        for character in characters
    )
