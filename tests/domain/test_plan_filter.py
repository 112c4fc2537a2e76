"""Which actions a list shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from champion_app.domain.actions import Action, ActionFields
from champion_app.domain.plan_filter import PlanCounts, PlanFilter, Showing, chosen, counts, leads


@pytest.fixture
def plan(today: date) -> list[Action]:
    def action(number: int, days: int | None, statement: int = 0, lead: str = "", done: bool = False) -> Action:
        due = today + timedelta(days) if days is not None else None
        return Action(number, ActionFields(str(number), statement, due=due, lead=lead), today, today if done else None)

    return [action(1, -1, 1, "Sam"), action(2, 0, 2, "sam"), action(3, None), action(4, -9, 1, "Jo", done=True)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (PlanFilter(), [1, 2, 3]), (PlanFilter(Showing.OVERDUE), [1]), (PlanFilter(Showing.CLOSED), [4]),
        (PlanFilter(Showing.ALL), [1, 2, 3, 4]), (PlanFilter(Showing.ALL, statement=1), [1, 4]),
        (PlanFilter(statement=0), [3]), (PlanFilter(lead="SAM"), [1, 2]), (PlanFilter(lead=""), [3]),
        (PlanFilter(Showing.OVERDUE, 2, "Sam"), []),
    ],
)  # fmt: skip
def test_what_a_filter_lets_through(plan: list[Action], today: date, wanted: PlanFilter, found: list[int]) -> None:
    assert [action.id for action in chosen(plan, wanted, today)] == found
    assert wanted.narrowed == (wanted != PlanFilter())


def test_counts_and_leads(plan: list[Action], today: date) -> None:
    assert counts(plan, today) == PlanCounts(open=3, overdue=1, closed=1) and counts(plan, today).all == 4
    assert counts([], today) == PlanCounts(0, 0, 0)
    assert leads(plan) == ["Jo", "Sam"]
