"""Papers for a wall: always one sheet, in letters as large as it holds. Words that are too many are never cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from champion_app.paper.blocks import Document
from champion_app.paper.page import Printed, build
from champion_app.paper.style import LARGE_PRINT, STANDARD, Scale

# How large the letters may be, from large to small. No letter is ever smaller than running text.
_SHARES = tuple(percent / 100 for percent in range(124, 20, -4))


def on_one_sheet(made: Callable[[float], Document]) -> Printed:
    """The document with the largest letters that keep it on one page; in the smallest it goes on to more pages."""
    low, high = 0, len(_SHARES) - 1
    best: Printed | None = None
    while low <= high:
        middle = (low + high) // 2
        printed = build(made(_SHARES[middle]))
        if printed.page_count == 1:
            best, high = printed, middle - 1
        else:
            low = middle + 1
    return best or build(made(_SHARES[-1]))


def sized(scale: Scale, share: float, *, large_print: bool = False) -> Scale:
    """A scale times ``share``, but nothing under 12 points, or 18 in large print; things then stand closer instead."""
    least = (LARGE_PRINT if large_print else STANDARD).small
    named = [item.name for item in fields(scale) if item.name not in {"name", "spacing", "leading"}]
    closer = min(1.0, max(0.55, 1.5 * share))
    return replace(scale, spacing=closer, **{name: max(getattr(scale, name) * share, least) for name in named})
