"""What the next champion needs to know on the first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from champion_app.domain.actions import Action, days_overdue
from champion_app.domain.dates import british


@dataclass(frozen=True)
class Handover:
    """Everything the handover letter says. ``to_check`` names services whose details are due a check.

    ``copy_in`` is the folder of the handover copy, if one was made; ``second_place`` a folder for backups elsewhere.
    """

    service: str
    day: date
    old_champion: str
    new_champion: str
    role: str
    actions: tuple[Action, ...]
    round_words: str
    to_check: tuple[str, ...]
    binder: str
    backups: str
    second_place: str = ""
    copy_in: str = ""
    locked: bool = False
    safeguarding: str = ""


def by_lead(actions: Sequence[Action]) -> dict[str, list[Action]]:
    """Open actions by who leads them, those of nobody last."""
    found: dict[str, list[Action]] = {}
    for one in sorted(actions, key=lambda action: (not action.fields.lead, action.fields.lead.casefold())):
        found.setdefault(one.fields.lead, []).append(one)
    return found


def due_words(action: Action, today: date) -> str:
    """ "22 November 2026, 5 days over"; "no date"."""
    due = action.fields.due
    if due is None:
        return "no date"
    over = days_overdue(action, today)
    return british(due) + (f", {over} day{'' if over == 1 else 's'} over" if over else "")
