"""Which sums of counts can be reasoned about together exactly: those that fall into two families of nested sets."""

from __future__ import annotations

from collections.abc import Sequence

# A set of counts is a whole number here: one bit for each finest count in it.


def cross(one: int, other: int) -> bool:
    """Whether two sets overlap without one holding the other."""
    both = one & other
    return both != 0 and both not in (one, other)


def two_families(sets: Sequence[int]) -> list[int | None]:
    """The family, 0 or 1, of each set, so that no two of one family cross; None for a set that fits in neither.

    Earlier sets have the first say. Rows with their running totals are one family, columns with theirs the other.
    """
    leader = list(range(len(sets)))
    turned = [0] * len(sets)
    members = [[place] for place in range(len(sets))]
    kept: list[int] = []
    left_out: set[int] = set()
    for place, this in enumerate(sets):
        wanted: dict[int, int] = {}
        for other in kept:
            if cross(this, sets[other]) and wanted.setdefault(leader[other], 1 - turned[other]) == turned[other]:
                left_out.add(place)
                break
        if place in left_out:
            continue
        kept.append(place)
        for group, turn in wanted.items():
            for member in members[group]:
                turned[member] ^= turn
                leader[member] = place
            members[place] += members[group]
    return [None if place in left_out else turned[place] for place in range(len(sets))]


def parents(family: Sequence[int]) -> dict[int, int]:
    """The smallest set around each set of a family, 0 where there is none."""
    by_size = sorted(family, key=int.bit_count)
    return {
        this: next((other for other in by_size[place + 1 :] if this & other == this), 0)
        for place, this in enumerate(by_size)
    }
