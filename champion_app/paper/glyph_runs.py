"""The PDF operators that show a run of text, so that it looks right and can be read, searched and copied as typed."""

from __future__ import annotations

from champion_app.paper.embed import FaceUse
from champion_app.paper.fonts import THOUSAND
from champion_app.paper.lines import Fragment
from champion_app.paper.shaping import Glyph, Shaped
from champion_app.paper.tags import text_string

_LEAST_SHIFT = 0.05  # thousandths of the type size; less cannot be seen


def shown(fragment: Fragment, use: FaceUse, size: float, tail: str) -> str:
    """The operators for one fragment, ``tail`` after it. The line matrix is left where it was."""
    if fragment.shaped is None:
        return f"<{(fragment.text + tail).translate(use)}> Tj"
    if fragment.shaped.right_to_left:
        return _from_right(fragment.shaped, use, size, tail)
    return _from_left(fragment.shaped, fragment.text + tail, use, size)


def _from_left(shaped: Shaped, text: str, use: FaceUse, size: float) -> str:
    """A run whose glyphs may stand in another order than its letters: it carries the letters as its actual text."""
    out: list[str] = []
    row: list[str] = []  # glyphs of one height go together: a PDF reader takes each TJ for a word of its own
    rise = 0.0
    for glyph in shaped.glyphs:
        if glyph.up != rise:
            out += [f"[{' '.join(row)}] TJ"] if row else []
            out.append(f"{glyph.up * size / THOUSAND:.2f} Ts")
            row, rise = [], glyph.up
        row.append(_moved(glyph, use, use.shaped(glyph.number)))
    out.append(f"[{' '.join(row)}] TJ")
    if rise:
        out.append("0 Ts")
    return f"/Span <</ActualText {text_string(text)}>> BDC\n" + "\n".join(out) + "\nEMC"


def _from_right(shaped: Shaped, use: FaceUse, size: float, tail: str) -> str:
    """A run from right to left: each base glyph stands for the letters of its cluster; dots and vowels follow, silent.

    Glyphs go from left to right, which is the order programs that copy or read such text expect.
    """
    bases: dict[int, Glyph] = {}
    for glyph in shaped.glyphs:
        if glyph.cluster not in bases or glyph.advance > bases[glyph.cluster].advance:
            bases[glyph.cluster] = glyph
    row: list[str] = []
    marks: list[tuple[float, Glyph]] = []
    x = 0.0
    for glyph in shaped.glyphs:
        if glyph is bases[glyph.cluster] and not glyph.up:
            row.append(_moved(glyph, use, use.shaped(glyph.number, shaped.letters[glyph.cluster])))
        else:
            marks.append((x + glyph.right, glyph))
            if glyph.advance:
                row.append(f"{-glyph.advance:.1f}")
        x += glyph.advance
    out = [f"[{' '.join(row)}] TJ"]
    if marks:
        out.append("/Span <</ActualText <FEFF>>> BDC")
        at_x = at_y = 0.0
        for right, glyph in marks:
            to_x, to_y = right * size / THOUSAND, glyph.up * size / THOUSAND
            out.append(f"{to_x - at_x:.2f} {to_y - at_y:.2f} Td <{use.shaped(glyph.number)}> Tj")
            at_x, at_y = to_x, to_y
        out.append(f"{-at_x:.2f} {-at_y:.2f} Td\nEMC")
    return "\n".join(out)


def _moved(glyph: Glyph, use: FaceUse, code: str) -> str:
    """A glyph in a TJ array, with what moves the pen from where the font leaves it to where HarfBuzz wants it."""
    left = use.face.advance(glyph.number) - glyph.advance + glyph.right
    before = f"{-glyph.right:.1f} " if abs(glyph.right) > _LEAST_SHIFT else ""
    after = f" {left:.1f}" if abs(left) > _LEAST_SHIFT else ""
    return f"{before}<{code}>{after}"
