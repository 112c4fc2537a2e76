"""How schools write a class or an age: "Year 4", "Y4", "4B", "P5", "7"."""

from __future__ import annotations

from champion_app.domain.personal_tokens import Word

_OLDEST_PUPIL, _LAST_YEAR = 19, 13
_NO_CLASSES = frozenset({"3d", "2d", "3g", "4g", "5g", "1st", "2nd", "3rd", "4th", "5th", "6th"})


def is_pupils_age(low: str) -> bool:
    """Whether a word is a number from 1 to 19."""
    return low.isdecimal() and len(low) < 3 and 1 <= int(low) <= _OLDEST_PUPIL


def is_class_number(low: str) -> bool:
    """What follows "year" or "class": "4", "10", "4b"."""
    return is_pupils_age(low) or (2 <= len(low) <= 3 and low[:-1].isdecimal() and low[-1].isalpha())


def is_class_label(word: Word) -> bool:
    """Whether a word by itself names a class: "4B", "10C", "Y4", "yr4", "P5". "3D" and "A4" do not."""
    low = word.low
    if not 2 <= len(low) <= 4 or low in _NO_CLASSES:
        return False
    if low[0].isdecimal():
        letter = low[-1]
        return low[:-1].isdecimal() and letter.isalpha() and letter not in "mkpx" and int(low[:-1]) <= _LAST_YEAR
    letters = low.rstrip("0123456789")
    return letters in ("y", "yr", "p") and letters != low and int(low[len(letters) :]) <= _LAST_YEAR
