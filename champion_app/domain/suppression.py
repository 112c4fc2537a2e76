"""How counts of children and families leave the screen: no number from 1 to 4 can be worked out from any papers.

A number that leaves is "0", "fewer than 5" or the nearest 5. That alone gives small numbers away: two counts "fewer
than 5" with a total of "10" are both 4. So what has left is remembered, and a number is "not shown" where its words
could pin one down. That is decided from the words already out, never from the true value alone: for each sum, every
word it could still get is looked at. A word at the very end of what is possible may pin something (only there: in
between, everything that can move still moves); such a word and its neighbour are both "not shown", so that not even
"not shown" tells which. Whoever knows this rule and repeats it on every possible set of counts learns no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from champion_app.domain.suppression_flow import network
from champion_app.domain.suppression_ledger import Ledger, Said, Sum, Table

SMALLEST_THRESHOLD = 5
SHARE_BASE = 20
NOT_SHOWN = "not shown"
_STEP = 5
_FEWER = "fewer than "


@dataclass(frozen=True)
class Band:
    """The counts that get the same words, both ends included."""

    low: int
    high: int
    words: str


def band(count: int, threshold: int = SMALLEST_THRESHOLD) -> Band:
    """The band of a count. A threshold below 5 counts as 5; just above it, nothing is rounded to less than it."""
    if count < 0:
        raise ValueError("a count is never below 0")
    least = max(threshold, SMALLEST_THRESHOLD)
    if count == 0:
        return Band(0, 0, "0")
    if count < least:
        return Band(1, least - 1, f"{_FEWER}{least}")
    first = -(-least // _STEP) * _STEP
    nearest = max(first, (count + _STEP // 2) // _STEP * _STEP)
    half = _STEP // 2
    return Band(least if nearest == first else nearest - half, nearest + half, f"{nearest:,}")


def shown(count: int, threshold: int = SMALLEST_THRESHOLD) -> str:
    """The words for one count that nothing else is known about. Papers with several go through ``disclose``."""
    return band(count, threshold).words


def shown_share(part: str, base: str) -> str:
    """The share of two counts as they are shown ("about 75%"), empty where it would say too much or mean too little.

    It takes the words, not the counts, so it cannot say more than they do. A base shown as 20 may be 18, so the
    first base with a share is 25; a part "fewer than 5" or "not shown" has none.
    """
    rounded, whole = _number(part), _number(base)
    if rounded is None or whole is None or whole - _STEP // 2 < SHARE_BASE or rounded > whole:
        return ""
    return f"about {round(100 * rounded / whole)}%" if rounded else "0%"


def own_screen(count: int) -> str:
    """An exact count on the own screen, marked so that nobody passes it on."""
    return f"{count:,}, not for sharing"


def sentence(words: str, many: str) -> str:
    """A shown count as part of a sentence: "no children", "fewer than 5 children", "about 10 children"."""
    if words == NOT_SHOWN:
        return f"number of {many} not shown"
    if words == "0":
        return f"no {many}"
    return f"{words} {many}" if _number(words) is None else f"about {words} {many}"


def explained(threshold: int = SMALLEST_THRESHOLD) -> str:
    """The note below every table of counts."""
    least = max(threshold, SMALLEST_THRESHOLD)
    return (
        f"Counts from 1 to {least - 1} are shown as “{_FEWER}{least}”, others to the nearest {_STEP}. Totals are "
        f"rounded on their own and may not add up. “{NOT_SHOWN.capitalize()}” means that a small number could be "
        "worked out from it."
    )


def disclose(
    table: Table, ledger: Ledger | None = None, threshold: int = SMALLEST_THRESHOLD, *, ranges: bool = False
) -> tuple[dict[Sum, str], Ledger]:
    """The words for every sum a paper asks for, and the ledger to keep once the paper leaves.

    After any number of papers at one threshold, no finest count and no sum in the ledger can be pinned to one value
    from 1 to threshold - 1: two values at least stay possible, as long as counts do not change once they have left.
    A sum that contradicts what has left (its counts were corrected), or that crosses the others so that nobody could
    tell, is "not shown" and not in the ledger.

    ``ranges`` puts "5 to 12" for a number that would be "not shown" next to another word: just as safe, as the
    ledger itself may be known to everybody, and it says more.
    """
    before = dict(ledger.said) if ledger else {}
    order = sorted(table.asked, key=lambda one: len(one) != 1)  # cells first, then totals as asked
    world = _World(table, before, order, max(threshold, SMALLEST_THRESHOLD), ranges)
    words: dict[Sum, str] = {}
    for one in order:
        said = world.say(one, table.total(one))
        words[one] = said.words if said else NOT_SHOWN
        if said:
            before[one] = said
    return {one: words[one] for one in table.asked}, Ledger(before)


def _number(words: str) -> int | None:
    return int(words.replace(",", "")) if words.replace(",", "").isdecimal() else None


class _World:
    """All the counts there could be, given what has left."""

    def __init__(
        self, table: Table, before: dict[Sum, Said], order: Sequence[Sum], threshold: int, ranges: bool
    ) -> None:
        atoms = sorted({*table.counts, *(atom for one in (*before, *order) for atom in one)})
        bits = {atom: 1 << place for place, atom in enumerate(atoms)}
        lines: dict[str, int] = {}  # all of a period, all of a category: kept from being pinned, asked for or not
        for category, period in atoms:
            for line in (f"period {period}", f"category {category}"):
                lines[line] = lines.get(line, 0) | bits[category, period]
        self._masks = {one: sum(bits[atom] for atom in one) for one in (*before, *order)}
        sets = [*self._masks.values(), *lines.values()]
        self._net, self._arcs = network([table.counts.get(atom, 0) for atom in atoms], sets)
        self._threshold, self._ranges = threshold, ranges
        for one, said in before.items():
            arc = self._arcs.get(self._masks[one])
            if arc is not None:
                self._net.low[arc], self._net.high[arc] = said.low, said.high
        self._sound = self._net.settle()
        self._lost = set(self._pinned()) if before and self._sound else set()

    def say(self, one: Sum, count: int) -> Said | None:
        """What may be said of a sum; None when it can be told nothing about it. The world shrinks to it."""
        if not one:
            return Said(0, 0, "0")
        arc = self._arcs.get(self._masks[one])
        here = band(count, self._threshold)
        net = self._net
        if arc is None or not self._sound or not net.move_within(arc, here.low, here.high):
            return None
        low, high = net.low[arc], net.high[arc]
        if high is None or low < here.low or high > here.high:
            bands = self._together(arc, here)
            low = max(low, bands[0].low)
            high = bands[-1].high if high is None else min(high, bands[-1].high)
            net.low[arc], net.high[arc] = low, high
            if len(bands) > 1:
                return Said(low, high, f"{bands[0].low:,} to {bands[-1].high:,}" if self._ranges else NOT_SHOWN)
        return Said(low, high, here.words)

    def _together(self, arc: int, here: Band) -> list[Band]:
        """The band of a count, with the neighbours that must not be told from it."""
        nearby = [here]
        for _ in range(2):
            if nearby[0].low:
                nearby.insert(0, band(nearby[0].low - 1, self._threshold))
            nearby.append(band(nearby[-1].high + 1, self._threshold))
        least, most = nearby[0].low - 1, nearby[-1].high + 1
        low, high = self._reach(arc, -1, least), self._reach(arc, 1, most)
        bands = [one for one in nearby if one.high >= low and one.low <= high]
        ends: list[set[int]] = []
        if len(bands) > 1 and low > least and bands[0].high == low and self._pins(arc, low):
            ends.append({0, 1})
        if len(bands) > 1 and high < most and bands[-1].low == high and self._pins(arc, high):
            ends.append({len(bands) - 1, len(bands) - 2})
        joined = {bands.index(here)}
        for _ in ends:
            for end in ends:
                if joined & end:
                    joined |= end
        return [bands[place] for place in sorted(joined)]

    def _reach(self, arc: int, way: int, limit: int) -> int:
        """The furthest value of a sum that everything said allows, or the limit."""
        net, flow = self._net, self._net.flow[:]
        net.push(arc, way, limit)
        found, net.flow = net.flow[arc], flow
        return found

    def _pins(self, arc: int, value: int) -> bool:
        """Whether a value of a sum would pin some small number that was not pinned before."""
        net = self._net
        flow, low, high = net.flow[:], net.low[arc], net.high[arc]
        net.push(arc, 1 if value > net.flow[arc] else -1, value)
        net.low[arc] = net.high[arc] = value
        pins = any(found not in self._lost for found in self._pinned())
        net.flow, net.low[arc], net.high[arc] = flow, low, high
        return pins

    def _pinned(self) -> Iterable[int]:
        """The arcs that can have one value only, and that a small one."""
        small = [arc for arc, flow in enumerate(self._net.flow) if 0 < flow < self._threshold]
        return self._net.fixed(small)
