"""What has left about counts so far: which finest counts each released number sums, and the words that were shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

Atom = tuple[str, str]  # a finest count: a category and a period
Sum = frozenset[Atom]


@dataclass(frozen=True)
class Said:
    """What is known of one sum outside: from ``low`` to ``high`` (None: no limit), and the words last shown."""

    low: int
    high: int | None
    words: str


@dataclass(frozen=True)
class Ledger:
    """Everything said so far. It holds no true value: only what a reader of all the papers can work out."""

    said: Mapping[Sum, Said] = field(default_factory=dict)

    def atoms(self) -> set[Atom]:
        """Every finest count that something was said about."""
        return {atom for one in self.said for atom in one}

    def plain(self) -> list[dict[str, Any]]:
        """As plain data for JSON."""
        return [
            {"of": [list(atom) for atom in sorted(one)], "low": said.low, "high": said.high, "words": said.words}
            for one, said in self.said.items()
        ]

    @classmethod
    def from_plain(cls, rows: Iterable[Mapping[str, Any]]) -> Ledger:
        """The ledger that was written with ``plain``."""
        return cls(
            {
                frozenset((str(category), str(period)) for category, period in row["of"]): Said(
                    int(row["low"]), None if row["high"] is None else int(row["high"]), str(row["words"])
                )
                for row in rows
            }
        )


@dataclass(frozen=True)
class Table:
    """What a paper would say: true finest counts (these stay here) and the sums asked for, the most wanted first.

    Which sums are asked for, and in which order, must not depend on the counts: ask for every category, those with
    nothing too, and never sort by size.
    """

    counts: Mapping[Atom, int]
    asked: tuple[Sum, ...]

    def total(self, one: Sum) -> int:
        """The true value of a sum; a count that is not in the table is 0."""
        return sum(self.counts.get(atom, 0) for atom in one)


def cell(category: str, period: str) -> Sum:
    """One finest count."""
    return frozenset({(category, period)})


def over(categories: Iterable[str], periods: Iterable[str]) -> Sum:
    """The sum over some categories and periods."""
    when = tuple(periods)
    return frozenset((category, period) for category in categories for period in when)


def grid(counts: Mapping[Atom, int], *, cells: bool = True, totals: bool = True, so_far: bool = False) -> Table:
    """A table of every category in every period, in the order they come in.

    Args: ``totals`` of each period, of each category and of everything; ``so_far`` running totals of each category
    and of everything, period by period.
    """
    categories = tuple(dict.fromkeys(category for category, _ in counts))
    periods = tuple(dict.fromkeys(period for _, period in counts))
    asked: list[Sum] = []
    if cells:
        asked += [cell(category, period) for period in periods for category in categories]
    if totals:
        asked.append(over(categories, periods))
        asked += [over(categories, (period,)) for period in periods]
        asked += [over((category,), periods) for category in categories]
    if so_far:
        for upto in accumulate(((period,) for period in periods), tuple.__add__):
            asked += [over(categories, upto), *(over((category,), upto) for category in categories)]
    return Table(dict(counts), tuple(dict.fromkeys(asked)))
