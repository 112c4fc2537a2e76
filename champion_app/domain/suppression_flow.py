"""Everything that the released counts leave possible, as a flow through a network: exact, without trying out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from champion_app.domain.suppression_nesting import parents, two_families

Step = tuple[int, int]  # an arc, and 1 for along it or -1 for against it


class Network:
    """A flow with bounds that comes back to where it began (node 0): each arc is a sum of counts.

    Sums in two families of nested sets are exactly the arcs of such a network, and such a network holds a flow of
    whole numbers for every whole value of an arc between its least and its greatest. So those two, and whether an arc
    can move at all, are found exactly by looking for paths; and as the room that an arc has, drawn over the values of
    another arc, never sags, an arc that is fixed at a value in between is fixed everywhere. What is found depends on
    the bounds only, never on the flow it is found from.
    """

    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int | None] = []  # None: no bound
        self.flow: list[int] = []
        self._circles: dict[int, list[Step]] = {}  # found before: for speed only
        self._ends: list[tuple[int, int]] = []
        self._steps: list[list[tuple[int, int, int]]] = [[]]  # at each node: arc, direction, where it leads

    def node(self) -> int:
        """A new node."""
        self._steps.append([])
        return len(self._steps) - 1

    def arc(self, start: int, end: int, flow: int) -> int:
        """A new arc without bounds."""
        self.low.append(0)
        self.high.append(None)
        self.flow.append(flow)
        self._ends.append((start, end))
        number = len(self._ends) - 1
        self._steps[start].append((number, 1, end))
        self._steps[end].append((number, -1, start))
        return number

    def push(self, arc: int, way: int, to: int) -> bool:
        """Moves the flow of an arc up (1) or down (-1) as far as everything allows, at most to a value. Got there?"""
        start, end = self._ends[arc][::way]
        while self.flow[arc] != to:
            path = self._path(end, start, without=arc)
            if path is None:
                return False
            path.append((arc, way))
            amount = min(abs(to - self.flow[arc]), *(self._room(step) for step in path))
            if not amount:
                return False
            for along, direction in path:
                self.flow[along] += direction * amount
        return True

    def move_within(self, arc: int, low: int, high: int | None) -> bool:
        """Moves the flow of an arc into bounds, if everything else allows."""
        if self.flow[arc] < low:
            return self.push(arc, 1, low)
        return high is None or self.flow[arc] <= high or self.push(arc, -1, high)

    def settle(self) -> bool:
        """Brings every arc within its bounds; False when nothing fits them all."""
        return all(self.move_within(arc, self.low[arc], self.high[arc]) for arc in range(len(self.flow)))

    def fixed(self, arcs: Iterable[int]) -> Iterator[int]:
        """Those of some arcs that the bounds leave one value only: no circle through them can move."""
        free: set[int] = set()
        for arc in arcs:
            if arc in free:
                continue
            circle = self._circle(arc)
            if circle:
                free.update(step for step, _ in circle)
            else:
                yield arc

    def _circle(self, arc: int) -> list[Step]:
        """Steps that can be taken together and change an arc, such as last time; none when nothing can."""
        known = self._circles.get(arc, [])
        if known and all(map(self._room, known)):
            return known
        for way in (1, -1):
            start, end = self._ends[arc][::way]
            path = self._path(end, start, without=arc) if self._room((arc, way)) else None
            if path is not None:
                self._circles[arc] = [*path, (arc, way)]
                return self._circles[arc]
        return []

    def _room(self, step: Step) -> int:
        arc, direction = step
        if direction < 0:
            return max(0, self.flow[arc] - self.low[arc])
        high = self.high[arc]
        return 1 << 60 if high is None else max(0, high - self.flow[arc])

    def _path(self, start: int, end: int, without: int) -> list[Step] | None:
        """The shortest way along which the flow can change, leaving out one arc."""
        if start == end:
            return []
        flow, low, high, steps = self.flow, self.low, self.high, self._steps
        came: dict[int, tuple[int, int, int]] = {start: (-1, 0, -1)}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for arc, direction, there in steps[here]:
                if there in came or arc == without:
                    continue
                if direction < 0:
                    if flow[arc] <= low[arc]:
                        continue
                else:
                    top = high[arc]
                    if top is not None and flow[arc] >= top:
                        continue
                came[there] = (arc, direction, here)
                if there == end:
                    return _walked_back(came, end)
                waiting.append(there)
        return None


def _walked_back(came: dict[int, tuple[int, int, int]], end: int) -> list[Step]:
    path: list[Step] = []
    arc, direction, here = came[end]
    while arc >= 0:
        path.append((arc, direction))
        arc, direction, here = came[here]
    return path


def network(values: Sequence[int], sets: Sequence[int]) -> tuple[Network, dict[int, int]]:
    """The network of finest counts and of sums of them, and the arc of each set that fits into it.

    Args: the value of each finest count to begin from; sets as bits, the first having the first say.
    """
    singles = [1 << place for place in range(len(values))]
    sums = [this for this in dict.fromkeys(sets) if this.bit_count() > 1]
    found = two_families(sums)
    made = Network()
    arcs: dict[int, int] = {}
    inner: list[dict[int, int]] = []
    for family in (0, 1):
        mine = [this for this, its in zip(sums, found, strict=True) if its == family]
        around = parents([*mine, *singles])
        nodes = {0: 0, **{this: made.node() for this in mine}}
        for this in mine:
            ends = (nodes[around[this]], nodes[this])
            flow = sum(value for place, value in enumerate(values) if this >> place & 1)
            arcs[this] = made.arc(*(ends if family == 0 else ends[::-1]), flow)
        inner.append({single: nodes[around[single]] for single in singles})
    for value, single in zip(values, singles, strict=True):
        arcs[single] = made.arc(inner[0][single], inner[1][single], value)
    return made, arcs
