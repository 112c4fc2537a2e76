"""Whoever wants the small numbers: has every paper, knows the rule and its code, and has all the time there is.

Two attacks that share nothing with the rule itself. ``pinned`` plays all papers for every set of counts there could
be and keeps those that give the same papers. ``Solver`` takes what was said as limits and looks for other counts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import product

from champion_app.domain.suppression import disclose
from champion_app.domain.suppression_ledger import Atom, Ledger, Sum, Table

Counts = Mapping[Atom, int]
Limit = tuple[tuple[Atom, ...], int, int]
Plan = Sequence[Sequence[Sum]]  # successive papers, each with the sums it asks for
Rule = Callable[[Table, Ledger, int], tuple[dict[Sum, str], Ledger]]


def worlds(atoms: Sequence[Atom], top: int) -> Iterator[dict[Atom, int]]:
    """Every set of counts from 0 to a top."""
    for values in product(range(top + 1), repeat=len(atoms)):
        yield dict(zip(atoms, values, strict=True))


def played(counts: Counts, plan: Plan, threshold: int, rule: Rule = disclose) -> tuple[list[dict[Sum, str]], Ledger]:
    """The papers that one set of counts gives, each made from the counts it is about only, and the last ledger."""
    ledger, papers = Ledger(), []
    for asked in plan:
        about = {atom for one in asked for atom in one}
        table = Table({atom: count for atom, count in counts.items() if atom in about}, tuple(asked))
        words, ledger = rule(table, ledger, threshold)
        ledger = Ledger.from_plain(json.loads(json.dumps(ledger.plain())))
        papers.append(words)
    return papers, ledger


def pinned(
    everything: Iterable[Counts], plan: Plan, threshold: int = 5, rule: Rule = disclose, *, ledger_too: bool = True
) -> list[tuple[Sum, int]]:
    """The finest counts and the sums asked for that have one small value in all the worlds with the same papers.

    ``ledger_too`` gives the attacker the ledger as well, which nobody outside has. Worlds with counts over the top
    are missing from ``everything``: so what looks pinned is not if a larger world, played in full, gives the same.
    """
    groups: dict[str, list[Counts]] = defaultdict(list)
    for counts in everything:
        groups[_seen(counts, plan, threshold, rule, ledger_too)].append(counts)
    found: list[tuple[Sum, int]] = []
    for seen, group in groups.items():
        for item in _items(plan):
            values = {sum(counts[atom] for atom in item) for counts in group}
            if len(values) > 1 or not 0 < min(values) < threshold:
                continue
            _, ledger = played(group[0], plan, threshold, rule)
            another = _solver(ledger, largest=40).other_world(item, group[0])
            if another is None or _seen(another, plan, threshold, rule, ledger_too) != seen:
                found.append((item, min(values)))
    return found


def _items(plan: Plan) -> set[Sum]:
    sums = {one for asked in plan for one in asked}
    return sums | {frozenset({atom}) for one in sums for atom in one}


def _seen(counts: Counts, plan: Plan, threshold: int, rule: Rule, ledger_too: bool) -> str:
    papers, ledger = played(counts, plan, threshold, rule)
    return json.dumps([[list(words.values()) for words in papers], ledger.plain() if ledger_too else []])


class Undecided(Exception):
    """The search took too long: a test that meets it fails."""


class Solver:
    """Looks for whole numbers within limits on sums: small changes of the true ones, then narrowing and trying out."""

    def __init__(self, limits: Iterable[tuple[Sum, int, int | None]], largest: int) -> None:
        self._limits = [(tuple(one), low, largest * len(one) if high is None else high) for one, low, high in limits]
        self._largest = largest
        self._steps = 0

    def other_world(self, item: Sum, truth: Counts) -> dict[Atom, int] | None:
        """Counts within all limits in which a sum is not what it is in truth."""
        value = sum(truth[atom] for atom in item)
        least = max([0, *(low for one, low, _ in self._limits if set(one) == item)])
        most = min([self._largest * len(item), *(high for one, _, high in self._limits if set(one) == item)])
        others = [(tuple(item), value + 1, most), (tuple(item), least, value - 1)]
        tries = [[limit, *self._limits] for limit in others if limit[1] <= limit[2]]
        for limits in tries:
            if found := self._changed(limits, truth):
                return found
        for limits in tries:
            self._steps = 20_000
            if found := self._search(dict.fromkeys(truth, (0, self._largest)), limits, truth):
                return found
        return None

    def _changed(self, limits: Sequence[Limit], truth: Counts) -> dict[Atom, int] | None:
        """One count up or down by one at a time, always going on from where least is amiss."""
        atoms = list(truth)
        start = tuple(truth[atom] for atom in atoms)
        rows = [([atoms.index(atom) for atom in of], low, high) for of, low, high in limits]

        def amiss(values: tuple[int, ...]) -> list[tuple[int, list[int]]]:
            """For every limit that is broken: how much is missing (below 0: too much), and where it can change."""
            sums = [(sum(values[place] for place in of), of, low, high) for of, low, high in rows]
            return [
                (low - is_, of) if is_ < low else (high - is_, of)
                for is_, of, low, high in sums
                if not low <= is_ <= high
            ]

        waiting = [(1, 0, start)]
        known = {start}
        for _ in range(3_000):
            if not waiting:
                return None
            _, moves, values = heappop(waiting)
            wrong = amiss(values)
            if not wrong:
                return dict(zip(atoms, values, strict=True))
            for missing, of in wrong:
                for place in of:
                    step = 1 if missing > 0 else -1
                    new = (*values[:place], values[place] + step, *values[place + 1 :])
                    if new[place] >= 0 and new not in known:
                        known.add(new)
                        heappush(waiting, (sum(abs(one) for one, _ in amiss(new)) * 2 + moves + 1, moves + 1, new))
        return None

    def _search(
        self, ranges: dict[Atom, tuple[int, int]], limits: Sequence[Limit], truth: Counts
    ) -> dict[Atom, int] | None:
        self._steps -= 1
        if self._steps < 0:
            raise Undecided
        if not _narrowed(ranges, limits):
            return None
        still = [atom for atom, (low, high) in ranges.items() if low < high]
        if not still:
            return {atom: low for atom, (low, _) in ranges.items()}
        atom = min(still, key=lambda one: ranges[one][1] - ranges[one][0])
        low, high = ranges[atom]
        for value in sorted(range(low, high + 1), key=lambda near: abs(near - truth[atom])):
            found = self._search({**ranges, atom: (value, value)}, limits, truth)
            if found:
                return found
        return None


def _narrowed(ranges: dict[Atom, tuple[int, int]], limits: Sequence[Limit]) -> bool:
    changed = True
    while changed:
        changed = False
        for atoms, low, high in limits:
            least = sum(ranges[atom][0] for atom in atoms)
            most = sum(ranges[atom][1] for atom in atoms)
            if least > high or most < low:
                return False
            for atom in atoms:
                down, up = ranges[atom]
                new = (max(down, low - most + up), min(up, high - least + down))
                if new != (down, up):
                    ranges[atom] = new
                    changed = True
                    least, most = least + new[0] - down, most + new[1] - up
                    if new[0] > new[1]:
                        return False
    return True


def _solver(ledger: Ledger, largest: int) -> Solver:
    return Solver([(one, said.low, said.high) for one, said in ledger.said.items()], largest)


def solved(counts: Counts, plan: Plan, ledger: Ledger, threshold: int, largest: int = 60) -> list[tuple[Sum, int]]:
    """The small counts and sums that the solver cannot find another value for, given all that the ledger holds."""
    solver = _solver(ledger, largest)
    seen: list[Counts] = [counts]
    found: list[tuple[Sum, int]] = []
    for item in _items(plan):
        value = sum(counts[atom] for atom in item)
        if not 0 < value < threshold or any(sum(other[atom] for atom in item) != value for other in seen):
            continue
        another = solver.other_world(item, counts)
        if another is None:
            found.append((item, value))
        else:
            seen.append(another)
    return found
