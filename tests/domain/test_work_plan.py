"""The two shapes of the work plan on paper: nothing the champion wrote is dropped."""

from __future__ import annotations

from datetime import date

import pytest

from champion_app.domain.actions import Action, ActionFields, Horizon, Update
from champion_app.domain.toolkit import Toolkit
from champion_app.domain.work_plan import StrategyRow, appendix_a, strategy_plan


def _action(
    number: int = 1, statement: int = 1, updates: int = 0, closed: date | None = None, **more: object
) -> Action:
    notes = tuple(Update(n, date(2026, 10, n), f"Update number {n}") for n in range(1, updates + 1))
    fields = ActionFields(title=f"Order posters {number}", statement=statement, **more)  # type: ignore[arg-type]
    return Action(number, fields, date(2026, 9, 1), closed, notes)


def _full(updates: int = 3, closed: date | None = None) -> Action:
    return _action(
        updates=updates, closed=closed, criterion="1.1", next_step="Ring the printer", evidence="A photograph",
        horizon=Horizon.SIX_MONTHS, due=date(2026, 12, 1), lead="Pastoral lead", budget="£40 from stationery",
        success="Every room has one", target="12 rooms", actual="7 rooms",
    )  # fmt: skip


def test_appendix_a_has_all_eight_statements_with_or_without_actions(toolkit: Toolkit) -> None:
    groups = appendix_a(toolkit, [_action(1, 3)])
    assert [group.number for group in groups] == list(range(1, 9))
    assert [group.title for group in groups] == [f"Statement {n}" for n in range(1, 9)]
    assert [len(group.rows) for group in groups] == [0, 0, 1, 0, 0, 0, 0, 0]
    assert [group.number for group in appendix_a(toolkit, [])] == list(range(1, 9))


def test_appendix_a_puts_actions_under_no_statement_last(toolkit: Toolkit) -> None:
    groups = appendix_a(toolkit, [_action(1, 0), _action(2, 8)])
    assert (groups[-1].number, groups[-1].title, len(groups[-1].rows)) == (0, "Other actions", 1)
    assert sum(len(group.rows) for group in groups) == 2


def test_appendix_a_row_keeps_every_field_of_the_toolkit_s_columns(toolkit: Toolkit) -> None:
    row = appendix_a(toolkit, [_full()])[0].rows[0]
    assert row.action == "1.1 Order posters 1\nNext step: Ring the printer"
    assert row.evidence.split("\n") == [
        "A photograph", "1 Oct 2026: Update number 1", "2 Oct 2026: Update number 2", "3 Oct 2026: Update number 3",
    ]  # fmt: skip
    assert (row.plan, row.completion, row.lead) == ("Within six months", "1 Dec 2026", "Pastoral lead")


def test_appendix_a_row_of_a_bare_and_of_a_done_action(toolkit: Toolkit) -> None:
    bare = appendix_a(toolkit, [_action()])[0].rows[0]
    assert (bare.action, bare.evidence, bare.completion, bare.lead) == ("Order posters 1", "", "", "")
    done = appendix_a(toolkit, [_full(closed=date(2026, 11, 3))])[0].rows[0]
    assert done.completion == "Done 3 Nov 2026"


def _row(toolkit: Toolkit, action: Action, columns: int = 2) -> StrategyRow:
    return strategy_plan("Plan", toolkit, [action], columns).sections[0].rows[0]


def test_a_strategy_row_keeps_every_word_of_its_columns(toolkit: Toolkit) -> None:
    row = _row(toolkit, _full())
    assert (row.number, row.action, row.who) == ("1.1", "Order posters 1\nNext step: Ring the printer", "Pastoral lead")
    assert row.when_and_budget == "1 Dec 2026\n£40 from stationery"
    assert row.success == "Every room has one\nTarget: 12 rooms. So far: 7 rooms."
    assert row.updates == ("2 Oct 2026: Update number 2", "3 Oct 2026: Update number 3")


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("updates", [0, 1, 2, 3])
@pytest.mark.parametrize("closed", [None, date(2026, 11, 3)])
def test_every_strategy_row_fills_its_columns_and_the_newest_stands_in_the_last(
    toolkit: Toolkit, columns: int, updates: int, closed: date | None
) -> None:
    row = _row(toolkit, _action(updates=updates, closed=closed), columns)
    words = "\n".join(row.updates)
    assert len(row.updates) == columns
    for number in range(max(1, updates - columns + 1), updates + 1):
        assert f"Update number {number}" in words
    if closed:
        assert row.updates[-1].endswith("Completed 3 Nov 2026.")
        assert words.count("Completed") == 1
    elif updates:
        assert row.updates[-1] == f"{updates} Oct 2026: Update number {updates}"
    else:
        assert words.strip() == ""


def test_a_target_without_a_count_says_so(toolkit: Toolkit) -> None:
    assert _row(toolkit, _action(target="12 rooms")).success == "Target: 12 rooms. So far: not counted yet."
    assert _row(toolkit, _action(actual="7")).success == "Target: not set. So far: 7."
    assert _row(toolkit, _action()).success == ""


def test_strategy_sections_follow_the_statements_and_leave_out_empty_ones(toolkit: Toolkit) -> None:
    plan = strategy_plan("Plan", toolkit, [_action(1, 0), _action(2, 5), _action(3, 2), _action(4, 5)])
    assert [section.title for section in plan.sections] == ["2. Statement 2", "5. Statement 5", "Other actions"]
    assert [section.aim for section in plan.sections] == ["Aim 2.", "Aim 5.", ""]
    assert [row.number for section in plan.sections for row in section.rows] == ["2.1", "5.1", "5.2", "9.1"]
    assert len(plan.update_headings) == 2
    assert strategy_plan("Plan", toolkit, []).sections == ()
