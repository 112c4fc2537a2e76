"""Puts pages that are read one after the other onto sheets that are printed on both sides, and folded or cut.

Sheets are made from the reading copy and carry no structure: the reading copy is the accessible one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from champion_app.paper import shaping
from champion_app.paper.style import MILLIMETRE, STRONG, ink

BLANK = -1
_MARK = 9 * MILLIMETRE  # from the edge inwards: printers leave up to half of it white


def impose(pdf: bytes, *, keep_last: bool = False) -> bytes:
    """A5 pages as A4 sheets (any page as sheets twice as wide): print on both sides, flip on the short edge, fold.

    Pages are filled up to a multiple of four with blank ones: at the end, or before the last page if that is a back
    cover (``keep_last``). The same pages give the same bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as reading:
        return _sheets(reading, booklet_order(len(reading.pages), keep_last=keep_last), across=2)


def fold_in_three(pdf: bytes, *, keep_last: bool = False) -> bytes:
    """Six DL pages on both sides of one A4 sheet, folded in three: outside 5, 6, 1, inside 2, 3, 4.

    The right third is the cover; the left third is folded in first, under it. ``keep_last`` as in ``three_fold_order``.
    """
    with pikepdf.open(io.BytesIO(pdf)) as reading:
        return _sheets(reading, three_fold_order(len(reading.pages), keep_last=keep_last), across=3)


def two_alike(pdf: bytes) -> bytes:
    """Each A5 page twice on an A4 sheet, to be cut in the middle: front and back come out alike on both halves."""
    with pikepdf.open(io.BytesIO(pdf)) as reading:
        order = [page for page in range(len(reading.pages)) for _ in range(2)]
        return _sheets(reading, order, across=2, cut=True)


def booklet_order(pages: int, *, keep_last: bool = False) -> list[int]:
    """The reading pages (from 0, ``BLANK`` for none) in the order they stand on sheets, left to right, side by side."""
    total = max(4, -(-pages // 4) * 4)
    blanks = [BLANK] * (total - pages)
    places = list(range(pages))
    filled = [*places[:-1], *blanks, places[-1]] if keep_last and places else places + blanks
    order = []
    for side in range(total // 2):
        outer, inner = filled[total - 1 - side], filled[side]
        order += [outer, inner] if side % 2 == 0 else [inner, outer]
    return order


def three_fold_order(pages: int, *, keep_last: bool = False) -> list[int]:
    """Like ``booklet_order`` for sheets folded in three, six pages to a sheet.

    With ``keep_last`` the last page is the back of the first sheet, however many there are: more sheets are laid inside
    it.
    """
    filled = list(range(pages))
    if keep_last and pages > 1:
        before = filled[:5] if pages > 5 else filled[:-1]
        filled = [*before, *[BLANK] * (5 - len(before)), pages - 1, *filled[5:-1]]
    filled += [BLANK] * (-len(filled) % 6 if filled else 6)
    return [filled[first + step] for first in range(0, len(filled), 6) for step in (4, 5, 0, 1, 2, 3)]


def _sheets(reading: pikepdf.Pdf, order: Sequence[int], across: int, *, cut: bool = False) -> bytes:
    box = reading.pages[0].mediabox
    width, height = float(box[2]) - float(box[0]), float(box[3]) - float(box[1])
    with pikepdf.new() as sheets:
        turned = shaping.runs_right_to_left(str(reading.Root.get("/Lang", "")))
        for start in range(0, len(order), across):
            side = list(order[start : start + across])
            if turned and not cut:
                side.reverse()  # read from the right, it is opened from the right
            sheet = sheets.add_blank_page(page_size=(width * across, height))
            drawn = pikepdf.Dictionary()
            drawing = [_marks_to_cut_at(width, height)] if cut else []
            for place, page in enumerate(side):
                if page != BLANK:
                    name = f"/Page{page + 1}"
                    if name not in drawn:
                        drawn[name] = sheets.copy_foreign(reading.pages[page].as_form_xobject())
                    drawing.append(f"q 1 0 0 1 {place * width:.3f} 0 cm {name} Do Q")
            sheet.Resources = pikepdf.Dictionary(XObject=drawn)
            sheet.Contents = sheets.make_stream("\n".join(drawing).encode("ascii"))
        _describe(sheets, reading)
        out = io.BytesIO()
        sheets.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _marks_to_cut_at(x: float, height: float) -> str:
    """Two short strokes at the edges: a ruler or a guillotine finds the middle, and nothing shows after the cut."""
    ends = ((height, height - _MARK), (_MARK, 0))
    strokes = " ".join(f"{x:.2f} {start:.2f} m {x:.2f} {end:.2f} l" for start, end in ends)
    return f"q {ink(STRONG)} RG 0.5 w {strokes} S Q"


def _describe(sheets: pikepdf.Pdf, reading: pikepdf.Pdf) -> None:
    """Title and author from the reading copy, and how to print: both sides, flipped on the short edge."""
    for key in ("/Title", "/Author", "/Creator", "/Producer"):
        if key in reading.docinfo:
            sheets.docinfo[key] = str(reading.docinfo[key])
    sheets.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None")
    )
    if "/Lang" in reading.Root:
        sheets.Root.Lang = str(reading.Root.Lang)
