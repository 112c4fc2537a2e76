"""Three-way merging: what a source said last time, what stands in the binder, what the source says today.

The champion's own edits win over a source that has not moved, and a source that has moved wins over words nobody
touched. Where both moved, a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_EMPTY: tuple[object, ...] = ("", None, [], {})


@dataclass(frozen=True)
class Merge:
    """What comes of it. ``values`` are the merged fields; where there is a clash they keep the binder's words."""

    mine: Mapping[str, Any]
    values: Mapping[str, Any]
    taken: tuple[str, ...] = ()  # fields in which the source moved and nobody here had
    clashes: tuple[str, ...] = ()  # fields in which both moved, to different words
    kept: tuple[str, ...] = ()  # fields with the champion's own words, which the source leaves alone


def merge(base: Mapping[str, Any] | None, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merge:
    """Merges two tables of the same fields. Without common ground (``base`` None) an empty field gives way."""
    values, taken, clashes, kept = dict(mine), [], [], []
    for name, their in theirs.items():
        own = mine.get(name)
        if own == their:
            continue
        before = base.get(name) if base is not None else None
        if base is not None and _same(before, their):
            kept.append(name)
        elif own in _EMPTY if base is None else _same(before, own):
            values[name] = their
            taken.append(name)
        elif base is None and their in _EMPTY:
            kept.append(name)
        else:
            clashes.append(name)
    return Merge(mine, values, tuple(taken), tuple(clashes), tuple(kept))


def _same(before: object, now: object) -> bool:
    """Whether two values are the same; a field that older sources did not have counts as empty."""
    return before == now or (before is None and now in _EMPTY)
