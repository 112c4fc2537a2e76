"""The eight Quality Statements and their 46 criteria, keyed by the toolkit's own numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from champion_app.domain.services import ServiceType

# Criteria about records of children: their evidence stays in the service's own safeguarding system (DESIGN, Privacy).
HELD_ELSEWHERE = frozenset({"2.4", "8.1", "8.2"})


@dataclass(frozen=True)
class Descriptors:
    """What each answer looks like in a real service."""

    not_yet: str
    in_progress: str
    in_place: str


@dataclass(frozen=True)
class Criterion:
    """One line of the self-assessment."""

    number: str
    concerns: frozenset[ServiceType]
    text: str
    text_by_service: dict[ServiceType, str]
    why: str
    evidence: tuple[str, ...]
    looks_like: Descriptors
    first_step: str
    replaces: tuple[str, ...] = ()

    @property
    def statement(self) -> int:
        """The number of the statement it belongs to."""
        return int(self.number.partition(".")[0])

    @property
    def held_elsewhere(self) -> bool:
        """Whether its evidence names children, so that here only "held in ..., seen on ..." is noted."""
        return self.number in HELD_ELSEWHERE

    def wording(self, service: ServiceType) -> str:
        """What this criterion says to one type of service (1.2 and 2.1 differ by type)."""
        return self.text_by_service.get(service, self.text)


@dataclass(frozen=True)
class Statement:
    """One of the eight Quality Statements."""

    number: int
    title: str
    text: str
    why: str
    outcomes: tuple[str, ...]
    practice: tuple[str, ...]
    criteria: tuple[Criterion, ...]

    def criteria_for(self, service: ServiceType) -> tuple[Criterion, ...]:
        """The criteria that concern one type of service, in the toolkit's order."""
        return tuple(criterion for criterion in self.criteria if service in criterion.concerns)


@dataclass(frozen=True)
class Toolkit:
    """One edition of the statements."""

    edition: str
    title: str
    based_on: str
    draft: str
    replaces: str
    statements: tuple[Statement, ...] = field(default=())

    @cached_property
    def _by_number(self) -> dict[str, Criterion]:
        return {criterion.number: criterion for statement in self.statements for criterion in statement.criteria}

    def statement(self, number: int) -> Statement:
        """The statement with this number. Raises KeyError when there is none."""
        for statement in self.statements:
            if statement.number == number:
                return statement
        raise KeyError(number)

    def criterion(self, number: str) -> Criterion:
        """The criterion with this number. Raises KeyError when there is none."""
        return self._by_number[number]

    def has(self, number: str) -> bool:
        """Whether this edition knows the criterion."""
        return number in self._by_number

    def criteria_for(self, service: ServiceType) -> tuple[Criterion, ...]:
        """Every criterion for one type of service: 37 universal, 41 specialist, 29 criminal justice."""
        return tuple(criterion for statement in self.statements for criterion in statement.criteria_for(service))
