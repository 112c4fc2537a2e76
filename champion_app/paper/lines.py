"""Breaks text into lines of a given width: in one pass, no hyphens added, each letter in a font that has it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from champion_app.paper import shaping
from champion_app.paper.fonts import LATIN, THOUSAND, Face, face, family_for
from champion_app.paper.shaping import Shaped
from champion_app.paper.text import NO_BREAK, STEERING

# A word too long for a line (an address, say) is cut after one of these if one stands in the second half of the line.
_CUT_AFTER = frozenset("/-._@?&=:,;")
_LEFT_TO_RIGHT_MARK = "\u200e"
_NUMBER = re.compile(rf"[+(]?\d[\d()]*(?:{NO_BREAK}[\d()]+)+")


class Span(NamedTuple):
    """A piece of text in one weight."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Fragment:
    """Letters in one face, set from ``x`` points right of the line's start. ``shaped`` only where needed."""

    face: Face
    text: str
    x: float
    shaped: Shaped | None = None


@dataclass(slots=True)
class Line:
    """One line on paper. Fragments stand in reading order; their ``x`` says where. ``width`` is in points.

    ``cut`` says that it ends inside a word.
    """

    fragments: list[Fragment]
    width: float
    cut: bool = False


@lru_cache(maxsize=16)
def _plain_letters(drawn_by: Face) -> frozenset[str]:
    """The letters of a face that need neither shaping nor reordering."""
    return frozenset(letter for letter in drawn_by.letters if not shaping.NEEDS_SHAPING.match(letter))


def break_lines(spans: list[Span], size: float, width: float, language: str, right_to_left: bool) -> list[Line]:
    """The lines of one line of ``text.safe`` text, at most ``width`` points wide, set at ``size`` points."""
    limit = width * THOUSAND / size
    if len(spans) == 1 and not right_to_left:
        drawn_by = face(LATIN, spans[0].bold)
        if _plain_letters(drawn_by).issuperset(spans[0].text):
            return _plain(spans[0].text, drawn_by, size, limit)
    return _Mixed(spans, size, limit, language, right_to_left).lines()


def _plain(text: str, drawn_by: Face, size: float, limit: float) -> list[Line]:
    """Lines of text that one face draws as it comes: nearly all of them."""
    words = drawn_by.words
    space = drawn_by.widths[" "]
    found: list[tuple[str, float, bool]] = []
    current: list[str] = []
    used = 0.0
    for word in text.split(" "):
        extent = words[word]
        if current and used + space + extent <= limit:
            current.append(word)
            used += space + extent
            continue
        if current:
            found.append((" ".join(current), used, False))
        if extent > limit:
            *full, word = cut(word, drawn_by.widths.__getitem__, limit)
            found.extend((part, words[part], True) for part in full)
            extent = words[word]
        current, used = [word], extent
    found.append((" ".join(current), used, False))
    scale = size / THOUSAND
    return [Line([Fragment(drawn_by, line, 0)], extent * scale, inside) for line, extent, inside in found]


def cut(word: str, width_of: Callable[[str], float], limit: float) -> list[str]:
    """A word too wide for ``limit`` in parts that fit, letter by letter and in one pass. At least one letter a part."""
    parts = []
    start = good = 0
    used = 0.0
    for place, letter in enumerate(word):
        extent = width_of(letter)
        if used + extent > limit and place > start:
            end = good if good - start > (place - start) / 2 else place
            parts.append(word[start:end])
            start, used = end, sum(map(width_of, word[end:place]))
        used += extent
        if letter in _CUT_AFTER:
            good = place + 1
    return [*parts, word[start:]]


class _Mixed:
    """A line of text in several faces, scripts or directions, broken in reading order and set in visual order."""

    def __init__(self, spans: list[Span], size: float, limit: float, language: str, right_to_left: bool) -> None:
        self._size = size
        self._limit = limit
        self._language = language
        self._base = int(right_to_left)
        text = "".join(span.text for span in spans)
        faces: list[Face | None] = []
        for span in spans:
            faces += letter_faces(span.text, span.bold)
        levels = [0] * len(text)
        if right_to_left or shaping.RIGHT_TO_LEFT.search(text):
            levels = shaping.levels(text, self._base)
        kept = [place for place, drawn_by in enumerate(faces) if drawn_by is not None]
        kept = [place for before, place in zip([None, *kept], kept, strict=False) if not _double(text, before, place)]
        self._text = "".join(text[place] for place in kept)
        self._faces = [drawn_by for place in kept if (drawn_by := faces[place]) is not None]
        self._levels = [levels[place] for place in kept]

    def lines(self) -> list[Line]:
        """The lines, at least one."""
        text = self._text
        return [self._set(start, end, text[end : end + 1] not in {"", " "}) for start, end in self._break()]

    def _break(self) -> list[tuple[int, int]]:
        """Where each line starts and ends, its last space left out."""
        found: list[tuple[int, int]] = []
        line_start = line_end = -1
        used = 0.0
        for start, end in self._words():
            extent = self._width(start, end)
            space = self._width(line_end, start) if line_end >= 0 else 0.0
            if line_end >= 0 and used + space + extent <= self._limit:
                line_end, used = end, used + space + extent
                continue
            if line_end >= 0:
                found.append((line_start, line_end))
            if extent > self._limit:
                *full, (start, end) = self._cut(start, end)
                found += full
                extent = self._width(start, end)
            line_start, line_end, used = start, end, extent
        if line_end >= 0:
            found.append((line_start, line_end))
        return found or [(0, 0)]

    def _words(self) -> list[tuple[int, int]]:
        words = []
        start = 0
        for word in self._text.split(" "):
            if word:
                words.append((start, start + len(word)))
            start += len(word) + 1
        return words

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """A word too long for a line in parts that fit: one letter at least, never parted from its mark."""
        parts = []
        used = 0.0
        place = start
        while place < end:
            following = place + 1
            while following < end and unicodedata.category(self._text[following])[0] == "M":
                following += 1
            extent = self._width(place, following)
            if used + extent > self._limit and place > start:
                parts.append((start, place))
                start, used = place, 0.0
            used += extent
            place = following
        return [*parts, (start, end)]

    def _width(self, start: int, end: int) -> float:
        return sum(self._measured(*run)[1] for run in self._runs(start, end))

    def _runs(self, start: int, end: int) -> list[tuple[Face, str, int]]:
        """The stretch as runs of one face and one level."""
        runs: list[tuple[Face, str, int]] = []
        first = start
        for place in range(start + 1, end + 1):
            if place < end and self._faces[place] is self._faces[first] and self._levels[place] == self._levels[first]:
                continue
            if first < end:
                runs.append((self._faces[first], self._text[first:place], self._levels[first]))
            first = place
        return runs

    def _measured(self, drawn_by: Face, text: str, level: int) -> tuple[Shaped | None, float]:
        """A run shaped, if it needs to be, and its width."""
        if level % 2 == 0 and not shaping.NEEDS_SHAPING.search(text):
            return None, drawn_by.words[text]
        shaped = shaping.shape(drawn_by, text.replace(NO_BREAK, " "), level % 2 == 1, self._language)
        return shaped, shaped.width

    def _set(self, start: int, end: int, inside: bool) -> Line:
        runs = self._runs(start, end)
        measured = [self._measured(*run) for run in runs]
        scale = self._size / THOUSAND
        places = [0.0] * len(runs)
        x = 0.0
        for number in visual_order([level for _, _, level in runs]):
            places[number] = x * scale
            x += measured[number][1]
        fragments = [
            Fragment(drawn_by, text, place, shaped)
            for (drawn_by, text, _), (shaped, _), place in zip(runs, measured, places, strict=True)
        ]
        return Line(fragments, x * scale, inside)


def _double(text: str, before: int | None, place: int) -> bool:
    """Whether a letter is a second space, left over where something between two could not be drawn."""
    return text[place] == " " and before is not None and text[before] == " "


def visual_order(levels: list[int]) -> list[int]:
    """Runs of these levels from left to right (rule L2 of the bidi algorithm): places in ``levels``."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        while place < len(order):
            start = place
            while place < len(order) and levels[order[place]] >= level:
                place += 1
            order[start:place] = reversed(order[start:place])
            place += place == start
    return order


def letter_faces(text: str, bold: bool) -> list[Face | None]:
    """The face that draws each letter, or None for one left out. Marks and punctuation stay with their letters."""
    main = face(LATIN, bold)
    found: list[Face | None] = []
    base, before = "", main
    for letter in text:
        chosen = _letter_face(letter, bold, main, before)
        if unicodedata.category(letter)[0] == "M" and chosen and chosen is not before and base in chosen.letters:
            found[-1] = chosen
        found.append(chosen)
        base, before = letter, chosen or before
    return found


def _letter_face(letter: str, bold: bool, main: Face, before: Face) -> Face | None:
    if letter == _LEFT_TO_RIGHT_MARK or (not shaping.AVAILABLE and shaping.NEEDS_SHAPING.match(letter)):
        return None
    if letter in before.letters and not letter.isalnum():
        return before
    if letter in main.letters:
        return main
    family = family_for(letter)
    if family is None or letter in STEERING:
        return None
    chosen = face(family, bold)
    return chosen if letter in chosen.letters else face(family, False)


def keeps_numbers_together(text: str) -> str:
    """Text that runs right to left, with phone numbers marked so that their groups keep their order."""
    return _NUMBER.sub(f"{_LEFT_TO_RIGHT_MARK}\\g<0>{_LEFT_TO_RIGHT_MARK}", text)
