"""Order and state of the lines of the work plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from champion_app.domain.actions import (
    HORIZON_WORDS,
    SOON_DAYS,
    Action,
    ActionFields,
    DueState,
    Horizon,
    Update,
    days_overdue,
    due_state,
    in_order,
    suggested_due,
    under_criterion,
    under_statement,
)


def _action(number: int, due: date | None = None, closed: date | None = None) -> Action:
    return Action(number, ActionFields(f"Action {number}", due=due), date(2026, 9, 1), closed)


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (-1, DueState.OVERDUE), (-400, DueState.OVERDUE), (0, DueState.SOON), (SOON_DAYS, DueState.SOON),
        (SOON_DAYS + 1, DueState.OPEN), (None, DueState.OPEN),
    ],
)  # fmt: skip
def test_due_state(today: date, days: int | None, state: DueState) -> None:
    due = today + timedelta(days) if days is not None else None
    assert due_state(_action(1, due), today) is state
    assert due_state(_action(1, due, closed=today), today) is DueState.CLOSED


def test_days_overdue_counts_only_open_actions_past_their_day(today: date) -> None:
    assert days_overdue(_action(1, today - timedelta(5)), today) == 5
    assert days_overdue(_action(1, today), today) == 0
    assert days_overdue(_action(1, today + timedelta(5)), today) == 0
    assert days_overdue(_action(1), today) == 0
    assert days_overdue(_action(1, today - timedelta(5), closed=today), today) == 0


def test_longest_overdue_first_undated_later_closed_last(today: date) -> None:
    late, later = _action(5, today - timedelta(30)), _action(2, today - timedelta(3))
    soon, far, undated = _action(4, today), _action(1, today + timedelta(90)), _action(3)
    old, new = _action(6, today - timedelta(99), closed=date(2026, 10, 1)), _action(7, closed=date(2026, 11, 1))
    assert in_order([old, undated, far, new, soon, later, late], today) == [late, later, soon, far, undated, new, old]


def test_actions_of_one_day_keep_the_order_they_were_raised_in(today: date) -> None:
    same = [_action(number, today) for number in (3, 1, 2)]
    assert [action.id for action in in_order(same, today)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("horizon", "day"),
    [
        (Horizon.THIS_MONTH, date(2026, 12, 22)),
        (Horizon.THREE_MONTHS, date(2027, 2, 22)),
        (Horizon.SIX_MONTHS, date(2027, 5, 22)),
    ],
)
def test_each_horizon_suggests_a_day(today: date, horizon: Horizon, day: date) -> None:
    assert suggested_due(horizon, today) == day
    assert HORIZON_WORDS[horizon]


def test_latest_update_is_the_last_one_added(today: date) -> None:
    notes = (Update(1, today, "later day, added first"), Update(2, today - timedelta(9), "added last"))
    assert Action(1, ActionFields("x"), today, updates=notes).latest_update == notes[1]
    assert _action(1).latest_update is None


def test_an_action_moved_under_a_criterion_takes_its_statement_along() -> None:
    fields = ActionFields("x", statement=1, criterion="1.3")
    assert under_criterion(fields, "8.6") == ActionFields("x", statement=8, criterion="8.6")
    assert under_criterion(fields, "") == ActionFields("x", statement=1)


def test_an_action_moved_under_another_statement_lets_its_criterion_go() -> None:
    fields = ActionFields("x", statement=1, criterion="1.3")
    assert under_statement(fields, 1) == fields
    assert under_statement(fields, 2) == ActionFields("x", statement=2)
    assert under_statement(fields, 0) == ActionFields("x")
