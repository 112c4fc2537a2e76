"""Scripts whose letters join, stack or run right to left: levels from python-bidi, glyphs from HarfBuzz."""

from __future__ import annotations

import importlib
import importlib.util
import re
import unicodedata
from functools import lru_cache
from types import ModuleType
from typing import Any, NamedTuple

from champion_app.paper.fonts import THOUSAND, Face

# Combining marks, Hebrew, Arabic and its neighbours, the Indic scripts, joiners.
NEEDS_SHAPING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\ua8e0-\ua8ff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefe]"
)
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe]")
RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "ckb", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})


def _harfbuzz() -> ModuleType | None:
    """HarfBuzz, or None on the one kind of laptop it and python-bidi have no build for (Windows on ARM)."""
    if importlib.util.find_spec("bidi") is None:
        return None
    try:
        return importlib.import_module("uharfbuzz")
    except ImportError:
        return None


_HARFBUZZ = _harfbuzz()
AVAILABLE = _HARFBUZZ is not None


class Glyph(NamedTuple):
    """A shaped glyph: its number, the cluster it is part of, how far it moves the pen, where it is nudged."""

    number: int
    cluster: int
    advance: float
    right: float
    up: float


class Shaped(NamedTuple):
    """A run's glyphs from left to right, and the letters that each cluster of them stands for."""

    right_to_left: bool
    glyphs: list[Glyph]
    letters: dict[int, str]

    @property
    def width(self) -> float:
        """How far the run moves the pen."""
        return sum(glyph.advance for glyph in self.glyphs)


def runs_right_to_left(language: str) -> bool:
    """Whether a language tag such as ``ur`` or ``ar-SY`` is written from the right."""
    tag = language.casefold()
    return tag in RIGHT_TO_LEFT_LANGUAGES or tag.split("-")[0] in RIGHT_TO_LEFT_LANGUAGES


def levels(text: str, base: int) -> list[int]:
    """The bidi embedding level of each character (odd runs right to left), for a paragraph of base level 0 or 1.

    The text must be free of explicit overrides and isolates, as ``text.safe`` leaves it. Where no letter that runs
    from the right can be set at all, every level is 0.
    """
    if not AVAILABLE:
        return [0] * len(text)
    import bidi.algorithm as algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    for mark in storage["chars"]:
        if not mark["type"]:  # a letter newer than this Python's Unicode tables: python-bidi stops at it
            mark["type"] = mark["orig"] = "ON"
    kept = [place for place, mark in enumerate(storage["chars"]) if mark["type"] not in algorithm.X9_REMOVED]
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for place, mark in zip(kept, storage["chars"], strict=True):
        found[place] = mark["level"]
    return found


def base_level(text: str, language: str) -> int:
    """1 if a paragraph runs right to left: by its language, or else by its first strong letter."""
    if language:
        return int(runs_right_to_left(language))
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return int(next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L")


@lru_cache(maxsize=16)
def _font(face: Face) -> Any:
    assert _HARFBUZZ is not None
    return _HARFBUZZ.Font(_HARFBUZZ.Face(_HARFBUZZ.Blob(face.path.read_bytes())))


@lru_cache(maxsize=2048)  # the same words come again and again, and each is measured before it is set
def shape(face: Face, text: str, right_to_left: bool, language: str) -> Shaped:
    """The glyphs of a run in one script and one direction, from left to right as they stand on the paper."""
    assert _HARFBUZZ is not None, "text that needs shaping is reported as unprintable without HarfBuzz"
    buffer = _HARFBUZZ.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    if language:
        buffer.language = language
    _HARFBUZZ.shape(_font(face), buffer)
    scale = THOUSAND / int(face.ttf.unitsPerEm)
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    glyphs = [
        Glyph(info.codepoint, info.cluster, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    letters = {start: text[start : ends[start]] for start in starts}
    if right_to_left and RIGHT_TO_LEFT.search(text):
        letters = _as_seen(letters)
    return Shaped(right_to_left, glyphs, letters)


def _as_seen(letters: dict[int, str]) -> dict[int, str]:
    """Brackets as they look among letters from the right: programs that copy such text turn them round again."""
    from bidi.mirror import MIRRORED

    return {start: MIRRORED.get(letter, letter) for start, letter in letters.items()}
