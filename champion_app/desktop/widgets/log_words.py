"""What is said about an entry of the action log: its line in the list, and how many were reached."""

from __future__ import annotations

from collections.abc import Mapping

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import Action
from champion_app.domain.dates import british
from champion_app.domain.log_entries import REACHED_WORDS, LogEntry, Reached
from champion_app.domain.typed_text import first_line

_ONE = {
    Reached.STAFF: "{n} member of staff",
    Reached.FAMILIES: "{n} family",
    Reached.CHILDREN: "{n} child",
    Reached.PROFESSIONALS: "{n} person from another service",
    Reached.COPIES: "{n} copy given out",
}
_MANY = {
    Reached.STAFF: "{n} staff",
    Reached.FAMILIES: "{n} families",
    Reached.CHILDREN: "{n} children",
    Reached.PROFESSIONALS: "{n} people from other services",
    Reached.COPIES: "{n} copies given out",
}


def reached_words(kind: Reached, count: int) -> str:
    """How many of whom: "12 staff", "1 family"."""
    return trn(_ONE[kind], _MANY[kind], count)


def totals_words(entries: int, totals: Mapping[Reached, int]) -> str:
    """The line above the list: "25 entries. Reached: 112 staff, 40 families"."""
    counted = trn("{n} entry", "{n} entries", entries)
    reached = ", ".join(reached_words(kind, count) for kind, count in totals.items())
    return tr("{entries}. Reached: {reached}", entries=counted, reached=reached) if reached else counted


def log_row(entry: LogEntry) -> Row:
    """An entry as a line of a list: "3 November 2026 · 4.2 · 12 staff · Finish the list" under its first words."""
    fields = entry.fields
    about = fields.criterion or (tr("Statement {n}", n=fields.statement) if fields.statement else "")
    reached = "" if fields.reached is None else reached_words(fields.reached_kind, fields.reached)
    second = " · ".join(part for part in (british(fields.day), about, reached, entry.action_title) if part)
    return Row(entry.id, first_line(fields.what, 200), second)


def reached_choices() -> list[tuple[str, str]]:
    """Whom a count can be about, as (words, value) pairs."""
    words = {kind: tr(words) for kind, words in REACHED_WORDS.items()}
    return [(f"{said[:1].upper()}{said[1:]}", kind.value) for kind, said in words.items()]


def action_choices(actions: list[Action]) -> list[tuple[str, str]]:
    """Open actions to link an entry to, as (words, value) pairs."""
    return [
        (f"{action.fields.criterion} {first_line(action.fields.title, 120)}".strip(), str(action.id))
        for action in actions
        if action.open
    ]
