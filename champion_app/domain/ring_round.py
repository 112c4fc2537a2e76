"""Ringing round: a handful of services one after the other, what came of each, and where to go on the same day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from champion_app.domain.listings import Listing, ListingStatus

# As many as fit into an hour with a cup of tea (SCENARIOS T10).
AT_A_TIME = 10


class Outcome(StrEnum):
    """What came of ringing a service."""

    RIGHT = "right"
    CHANGED = "changed"
    LATER = "later"
    CLOSED = "closed"


@dataclass(frozen=True)
class RingRound:
    """The services of a round in their order. ``tried`` did not answer in an earlier round of the same day."""

    day: date
    services: tuple[int, ...] = ()
    came_of: Mapping[int, Outcome] = field(default_factory=dict)
    tried: tuple[int, ...] = ()

    @property
    def current(self) -> int:
        """The id of the next service to ring, or 0 when there is none left."""
        return next((number for number in self.services if number not in self.came_of), 0)

    @property
    def done(self) -> int:
        """How many have been rung."""
        return len(self.came_of)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Those that nobody answered at."""
        return tuple(number for number in self.services if self.came_of.get(number) is Outcome.LATER)

    def counts(self) -> Counter[Outcome]:
        """How many services each outcome was for."""
        return Counter(self.came_of.values())

    def note(self, service: int, outcome: Outcome) -> RingRound:
        """The round with what came of one service."""
        return replace(self, came_of={**self.came_of, service: outcome})

    def again(self, services: Iterable[int]) -> RingRound:
        """The round with some services to be rung again."""
        wanted = set(services)
        return replace(self, came_of={one: what for one, what in self.came_of.items() if one not in wanted})


def as_it_stands(kept: RingRound, known: Mapping[int, Listing]) -> RingRound:
    """The round as the directory has it: what was undone is to be rung again, what was checked elsewhere is done.

    ``known`` holds the services of the round that are still in the directory.
    """
    came_of: dict[int, Outcome] = {}
    for number in kept.services:
        listing, noted = known.get(number), kept.came_of.get(number)
        if listing is None:
            continue
        if listing.fields.status is ListingStatus.CLOSED:
            came_of[number] = Outcome.CLOSED
        elif listing.checked_on == kept.day:
            came_of[number] = Outcome.CHANGED if noted is Outcome.CHANGED else Outcome.RIGHT
        elif noted is Outcome.LATER:
            came_of[number] = noted
    services = tuple(number for number in kept.services if number in known)
    return replace(kept, services=services, came_of=came_of)
