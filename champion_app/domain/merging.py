"""Three-way merging: what a source said last time, what stands in the binder, what the source says today.

The champion's own edits win over a source that has not moved, and a source that has moved wins over words nobody
touched. Where both moved, a person decides; but a note that the champion has written in stays theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_EMPTY: tuple[object, ...] = ("", None, [], {})
# What stands in these fields before anybody has said anything: it is no reason to overrule somebody who has.
_UNSAID: dict[str, tuple[object, ...]] = {"print_rule": ("yes",), "status": ("active", "open")}
# "Our own note", on screen and on paper: no source overrules what stands there.
_OURS = frozenset({"note"})


@dataclass(frozen=True)
class Merge:
    """What comes of it. ``values`` are the merged fields; where there is a clash they keep the binder's words."""

    mine: Mapping[str, Any]
    values: Mapping[str, Any]
    taken: tuple[str, ...] = ()  # fields in which the source moved and nobody here had
    clashes: tuple[str, ...] = ()  # fields in which both moved, to different words
    kept: tuple[str, ...] = ()  # fields in which the champion's own words stay without a question


def merge(
    base: Mapping[str, Any] | None,
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    elsewhere: Mapping[str, Any] | None = None,
) -> Merge:
    """Merges two tables of the same fields.

    Without common ground (``base`` None) an empty field gives way to one that says something, on either side, and so
    does one that stands as another source gave it (``elsewhere``): nobody here wrote those words.
    """
    values = dict(mine)
    taken: list[str] = []
    clashes: list[str] = []
    kept: list[str] = []
    for name, their in theirs.items():
        own = mine.get(name)
        if own == their:
            continue
        if base is not None:
            leaves_alone, gives_way = _same(base.get(name), their), _same(base.get(name), own)
        else:
            leaves_alone = _says_nothing(name, their)
            gives_way = _says_nothing(name, own) or (elsewhere is not None and _same(elsewhere.get(name), own))
        if leaves_alone:
            kept.append(name)
        elif gives_way:
            values[name] = their
            taken.append(name)
        else:
            (kept if name in _OURS else clashes).append(name)
    return Merge(mine, values, tuple(taken), tuple(clashes), tuple(kept))


def _same(before: object, now: object) -> bool:
    """Whether two values are the same; a field that older sources did not have counts as empty."""
    return before == now or (before is None and now in _EMPTY)


def _says_nothing(name: str, value: object) -> bool:
    return value in _EMPTY or value in _UNSAID.get(name, ())
