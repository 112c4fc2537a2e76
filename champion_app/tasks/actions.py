"""The work plan: raising, changing, updating, closing and reopening actions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from champion_app.domain import clock
from champion_app.domain.actions import Action, ActionFields, Horizon, in_order, suggested_due
from champion_app.domain.changed import changed_names
from champion_app.domain.rounds import AnswerRecord
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Criterion
from champion_app.domain.typed_text import clean, clean_line, clean_note
from champion_app.faults import WordsNeeded
from champion_app.store import actions
from champion_app.store.binder import Binder

# Long fields of an action may hold many lines; a title is one line of a plan.
_NOTES = ("next_step", "evidence", "budget", "success", "target", "actual")


def plan(binder: Binder, today: date | None = None) -> list[Action]:
    """Every action: overdue first, then by date, closed last."""
    return in_order(actions.all_actions(binder), today or clock.today())


def overdue_count(binder: Binder, today: date | None = None) -> int:
    """How many open actions are past their date."""
    return actions.overdue_count(binder, today or clock.today())


def action(binder: Binder, action_id: int) -> Action | None:
    """One action, or None when it is gone."""
    return actions.one(binder, action_id)


def for_criterion(binder: Binder, criterion: str, today: date | None = None) -> list[Action]:
    """The actions under one criterion, in the plan's order."""
    return [item for item in plan(binder, today) if item.fields.criterion == criterion]


def from_criterion(
    criterion: Criterion, service: ServiceType, record: AnswerRecord, lead: str = "", today: date | None = None
) -> ActionFields:
    """The fields of an action made from a criterion: nothing has to be typed again."""
    hints = "\n".join(criterion.evidence)
    return ActionFields(
        title=criterion.wording(service),
        statement=criterion.statement,
        criterion=criterion.number,
        next_step=criterion.first_step,
        evidence=f"{record.notes.strip()}\n{hints}".strip() if record.notes.strip() else hints,
        horizon=Horizon.THREE_MONTHS,
        due=suggested_due(Horizon.THREE_MONTHS, today or clock.today()),
        lead=lead,
        success=criterion.looks_like.in_place,
    )


def raise_action(binder: Binder, fields: ActionFields, today: date | None = None) -> int:
    """Adds an action to the plan and returns its id. Raises WordsNeeded without a title."""
    tidied = tidy(fields)
    with binder.atomic("raise_action"):
        return actions.add(binder, tidied, today or clock.today())


def change_action(binder: Binder, action_id: int, fields: ActionFields) -> None:
    """Saves an action's fields; updates stay as they are. Raises WordsNeeded without a title."""
    tidied = tidy(fields)
    known = actions.one(binder, action_id)
    if known is not None and known.fields != tidied:
        # Typing in one field for a while is one thing to undo; another field is another.
        changed = " ".join(changed_names(known.fields, tidied))
        with binder.atomic("change_action", merge=f"action {action_id} {changed}"):
            actions.change(binder, action_id, tidied)


def add_update(binder: Binder, action_id: int, text: str, day: date | None = None) -> int:
    """Adds a dated note to an action. Earlier notes are never altered. Raises WordsNeeded when empty."""
    note = clean_note(text, "The update").strip()
    if not note:
        raise WordsNeeded(field="The update")
    with binder.atomic("add_update"):
        return actions.add_update(binder, action_id, day or clock.today(), note)


def close_action(binder: Binder, action_id: int, day: date | None = None) -> None:
    """Marks an action as done."""
    with binder.atomic("close_action"):
        actions.set_closed(binder, action_id, day or clock.today())


def reopen_action(binder: Binder, action_id: int) -> None:
    """Opens a closed action again."""
    with binder.atomic("reopen_action"):
        actions.set_closed(binder, action_id, None)


def remove_action(binder: Binder, action_id: int) -> None:
    """Takes an action out of the plan. Undo brings it back with its updates."""
    with binder.atomic("remove_action"):
        actions.remove(binder, action_id)


def tidy(fields: ActionFields) -> ActionFields:
    """The fields as they are kept. Raises WordsNeeded or TooLong."""
    title = clean_line(fields.title, "What you want to do", needed=True, limit=2_000)
    notes: dict[str, Any] = {name: clean_note(getattr(fields, name), "This field") for name in _NOTES}
    return replace(fields, title=title, lead=clean_line(clean(fields.lead), "Lead"), **notes)
