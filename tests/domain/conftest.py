"""Small things every domain test starts from."""

from __future__ import annotations

from datetime import date

import pytest

from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Criterion, Descriptors, Statement, Toolkit


@pytest.fixture
def today() -> date:
    return date(2026, 11, 22)


def _criterion(number: str, *concerns: ServiceType) -> Criterion:
    return Criterion(
        number=number,
        concerns=frozenset(concerns or ServiceType),
        text=f"We do {number}.",
        text_by_service={ServiceType.CRIMINAL_JUSTICE: "We do it at the gate."} if number == "1.2" else {},
        why="Because.",
        evidence=("A list", "A date"),
        looks_like=Descriptors("nothing", "something", "everything"),
        first_step="Ask.",
    )


@pytest.fixture
def toolkit() -> Toolkit:
    """Eight small statements: three criteria in the first (1.3 not for criminal justice), one in each other."""
    first = (_criterion("1.1"), _criterion("1.2"), _criterion("1.3", ServiceType.UNIVERSAL, ServiceType.SPECIALIST))
    statements = [
        Statement(n, f"Statement {n}", f"Aim {n}.", "Why.", (), (), first if n == 1 else (_criterion(f"{n}.1"),))
        for n in range(1, 9)
    ]
    return Toolkit("test", "Test", "", "", "", tuple(statements))
