"""The bundled fonts: which there are, how wide their letters are, and which one draws a letter.

Atkinson Hyperlegible Next draws Latin. What it lacks falls back letter by letter to the Noto family of that script, so
a Polish street name in an Urdu leaflet comes out right. Nothing is read from the computer's own fonts, ever.
"""

from __future__ import annotations

import struct
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from champion_app import assets
from champion_app.faults import PaperFailed

THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Family:
    """Two font files, and the parts of Unicode they are asked for (none: any)."""

    folder: str
    stem: str
    blocks: tuple[tuple[int, int], ...] = ()

    def asked_for(self, character: str) -> bool:
        """Whether this family is worth opening for the character."""
        return not self.blocks or any(first <= ord(character) <= last for first, last in self.blocks)


LATIN = Family("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext")
ARABIC = Family(
    "noto-naskh-arabic",
    "NotoNaskhArabic",
    ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
)
GURMUKHI = Family("noto-sans-gurmukhi", "NotoSansGurmukhi", ((0x0A00, 0x0A7F),))
BENGALI = Family("noto-sans-bengali", "NotoSansBengali", ((0x0980, 0x09FF),))
ANY_OTHER = Family("noto-sans", "NotoSans")

FAMILIES = (LATIN, ARABIC, GURMUKHI, BENGALI, ANY_OTHER)


class WordWidths(dict[str, float]):
    """Widths of whole words, measured on first sight. Forgets everything rather than grow without end."""

    LIMIT = 20_000

    def __init__(self, letters: dict[str, float]) -> None:
        super().__init__()
        self._letter = letters.__getitem__

    def __missing__(self, word: str) -> float:
        if len(self) >= self.LIMIT:
            self.clear()
        width = self[word] = sum(map(self._letter, word))
        return width


class Face:
    """One font file, read once. Widths and positions are in thousandths of the type size."""

    def __init__(self, family: Family, bold: bool) -> None:
        self.family = family
        self.bold = bold
        self.path = font_file(family, bold)
        self.ttf: Any = _opened(self.path)
        self.name = self.ttf.name.decode("ascii")
        self.glyph_of: dict[str, int] = {chr(code): glyph for code, glyph in self.ttf.charToGlyph.items() if glyph}
        self.letters = frozenset(self.glyph_of)
        self.raw_advances = self._raw_advances()
        self.widths: dict[str, float] = {letter: self.advance(glyph) for letter, glyph in self.glyph_of.items()}
        self.words = WordWidths(self.widths)
        self._lock = threading.Lock()
        # From here on the subsetter speaks of glyphs, not letters, so that shaped glyphs need no letter of their own.
        self.ttf.charToGlyph = {glyph: glyph for glyph in range(self.ttf.numGlyphs)}

    def advance(self, glyph: int) -> float:
        """How far a glyph moves the pen, before shaping."""
        raw: int = self.raw_advances[glyph]
        return raw * THOUSAND / int(self.ttf.unitsPerEm)

    def subset(self, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with only these glyphs (and those they are composed of), and where each one now stands in it."""
        order = list(dict.fromkeys((0, *glyphs)))
        with self._lock:  # ReportLab's reader keeps its place in the file: one thread at a time
            data: bytes = self.ttf.makeSubset(order)
        return data, {glyph: place for place, glyph in enumerate(order)}

    def _raw_advances(self) -> list[int]:
        """Advances in the font's own units. ReportLab scales those past the last full entry by mistake: mended here."""
        full = self.ttf.get_ushort(self.ttf.get_table_pos("hhea")[0] + 34)
        metrics = self.ttf.hmetrics
        last = metrics[full - 1][0]
        metrics[full:] = [(last, bearing) for _, bearing in metrics[full:]]
        return [advance for advance, _ in metrics]


def _opened(path: Path) -> TTFontFace:
    try:
        return TTFontFace(str(path))
    except (TTFError, OSError, struct.error, LookupError) as error:
        raise PaperFailed(reason=f"the font {path.name} is missing or damaged") from error


def bundled() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the font files that are there, and of those that should be and are not."""
    files = [font_file(family, bold) for family in FAMILIES for bold in (False, True)]
    here = tuple(file.name for file in files if file.is_file())
    return here, tuple(file.name for file in files if file.name not in here)


def font_file(family: Family, bold: bool) -> Path:
    """Where a bundled font file lies."""
    return assets.resource("fonts", family.folder, f"{family.stem}-{'Bold' if bold else 'Regular'}.ttf")


@lru_cache(maxsize=2 * len(FAMILIES))
def face(family: Family, bold: bool) -> Face:
    """A face of a family, read on first use (2 to 6 ms). Raises PaperFailed if its file is missing or damaged."""
    return Face(family, bold)


@lru_cache(maxsize=4096)
def family_for(letter: str) -> Family | None:
    """The family that draws a letter, or None if no bundled font can."""
    for family in FAMILIES:
        if family.asked_for(letter) and letter in face(family, False).letters:
            return family
    return None
