"""The work plan as paper shows it: Appendix A by statement, or the strategy table by section."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.domain.actions import HORIZON_WORDS, Action
from champion_app.domain.dates import british_short
from champion_app.domain.toolkit import Toolkit


@dataclass(frozen=True)
class PlanRow:
    """A row of Appendix A: action, evidence and comments, plan, completion date, lead."""

    action: str
    evidence: str
    plan: str
    completion: str
    lead: str


@dataclass(frozen=True)
class PlanGroup:
    """One Quality Statement with its rows (none is said in words on paper)."""

    number: int
    title: str
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class StrategyRow:
    """A row of the strategy table. ``updates`` has one text per update column, empty where there was none."""

    number: str
    action: str
    who: str
    when_and_budget: str
    success: str
    updates: tuple[str, ...]


@dataclass(frozen=True)
class StrategySection:
    """A section of the strategy: its title, aim and rows."""

    title: str
    aim: str
    rows: tuple[StrategyRow, ...]


@dataclass(frozen=True)
class StrategyPlan:
    """A whole strategy table; ``update_headings`` name the update columns, oldest first."""

    title: str
    aim: str
    update_headings: tuple[str, ...]
    sections: tuple[StrategySection, ...]


def appendix_a(toolkit: Toolkit, actions: list[Action]) -> tuple[PlanGroup, ...]:
    """All eight statements with their actions, and a last group for actions under none of them."""
    groups = [
        PlanGroup(statement.number, statement.title, _rows(actions, statement.number))
        for statement in toolkit.statements
    ]
    others = _rows(actions, 0)
    return (*groups, PlanGroup(0, "Other actions", others)) if others else tuple(groups)


def _rows(actions: list[Action], statement: int) -> tuple[PlanRow, ...]:
    return tuple(_plan_row(action) for action in actions if action.fields.statement == statement)


def _plan_row(action: Action) -> PlanRow:
    fields = action.fields
    title = f"{fields.criterion} {fields.title}" if fields.criterion else fields.title
    step = f"\nNext step: {fields.next_step}" if fields.next_step else ""
    notes = [fields.evidence] if fields.evidence else []
    notes += [f"{british_short(update.day)}: {update.text}" for update in action.updates]
    completion = british_short(fields.due) if fields.due else ""
    if action.closed_on:
        completion = f"Done {british_short(action.closed_on)}"
    return PlanRow(title + step, "\n".join(notes), HORIZON_WORDS[fields.horizon], completion, fields.lead)


def strategy_plan(title: str, toolkit: Toolkit, actions: list[Action], update_columns: int = 2) -> StrategyPlan:
    """The binder's actions as a strategy table: one section a statement, the latest two updates as columns."""
    sections = []
    for group, statement in enumerate([*toolkit.statements, None], start=1):
        number = statement.number if statement else 0
        chosen = [action for action in actions if action.fields.statement == number]
        if not chosen:
            continue
        sections.append(
            StrategySection(
                title=f"{group}. {statement.title}" if statement else "Other actions",
                aim=statement.text if statement else "",
                rows=tuple(_strategy_row(f"{group}.{n}", a, update_columns) for n, a in enumerate(chosen, start=1)),
            )
        )
    headings = ("Update before last", "Latest update") if update_columns == 2 else ("Latest update",)
    return StrategyPlan(title, "", headings, tuple(sections))


def _strategy_row(number: str, action: Action, update_columns: int) -> StrategyRow:
    fields = action.fields
    when = [british_short(fields.due)] if fields.due else []
    when += [fields.budget] if fields.budget else []
    success = [fields.success] if fields.success else []
    if fields.target or fields.actual:
        success.append(f"Target: {fields.target or 'not set'}. So far: {fields.actual or 'not counted yet'}.")
    told = [f"{british_short(update.day)}: {update.text}" for update in action.updates[-update_columns:]]
    if action.closed_on:
        told = [*told, f"Completed {british_short(action.closed_on)}."]
        if len(told) > update_columns:  # the last column takes both
            told = [*told[: update_columns - 1], "\n".join(told[update_columns - 1 :])]
    blank = ("",) * (update_columns - len(told))
    title = f"{fields.title}\nNext step: {fields.next_step}" if fields.next_step else fields.title
    return StrategyRow(number, title, fields.lead, "\n".join(when), "\n".join(success), (*blank, *told))
