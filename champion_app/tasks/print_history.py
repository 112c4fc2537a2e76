"""What was printed: each print with its words, its contacts and its facts exactly as they stood on the paper."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from champion_app.domain import clock
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import LeafletChoices, Template
from champion_app.domain.log_entries import LogFields, Reached, reached_totals
from champion_app.domain.print_facts import facts_on
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.store import log_entries, prints
from champion_app.store.binder import Binder
from champion_app.tasks.leaflets import SWITCHES, choices_table, templates


@dataclass(frozen=True)
class HandedOut:
    """What the log says of one leaflet: how many of each kind it was counted in, and when the last was."""

    totals: Mapping[Reached, int] = field(default_factory=dict)
    last: date | None = None


def print_history(binder: Binder) -> list[PrintRecord]:
    """Everything printed or saved, newest first."""
    return prints.all_prints(binder)


def note_print(
    binder: Binder, wanted: Template, paper: LeafletPaper, choices: LeafletChoices, copies: int, words: str = ""
) -> int:
    """Writes a print into the history as it stood on the paper; ``words`` is all of it as text. Returns its id."""
    options = [paper.size.value, *(name for name in SWITCHES if getattr(choices, name))]
    record = PrintRecord(
        id=0,
        day=clock.today(),
        kind=wanted.kind,
        title=wanted.title,
        edition=wanted.edition,
        options=", ".join(options),
        copies=copies,
        template=wanted.id,
        choices=json.dumps({**choices_table(choices), "size": paper.size.value}),
        contacts=tuple(PrintedContact(c.listing, c.name, c.number, c.checked_on) for c in paper.contacts),
        words=words,
        facts=facts_on(paper),
    )
    with binder.atomic("note_print", also=frozenset({"prints"})):
        return prints.add(binder, record)


def printed_again(binder: Binder, record: PrintRecord) -> str:
    """The id of the template a print was made from, or of one with its title; empty when there is neither."""
    known = templates(binder)
    same = [item.id for item in known if item.id == record.template]
    return next(iter([*same, *(item.id for item in known if item.title == record.title)]), "")


def take_up_choices(binder: Binder, template: str, record: PrintRecord) -> None:
    """The size and switches of an earlier print are those of the leaflet again; not something to undo."""
    if record.choices:
        with binder.atomic("remember_choices"):
            binder.remember(f"choices {template}", record.choices)


def handed_out(binder: Binder) -> dict[str, int]:
    """How many of each leaflet were handed out, by the id of its template."""
    return log_entries.handed_out(binder)


def handed_out_of(binder: Binder, wanted: Template) -> HandedOut:
    """How many of one leaflet were handed out so far, by what was counted, and the last time."""
    if not log_entries.handed_out(binder).get(wanted.id):
        return HandedOut()
    ours = [entry for entry in log_entries.entries(binder) if entry.fields.leaflet == wanted.id]
    return HandedOut(reached_totals(ours), max(entry.fields.day for entry in ours))


def hand_out(binder: Binder, wanted: Template, copies: int, to: Reached = Reached.COPIES) -> int:
    """Writes into the log that so many copies were handed out; returns the entry's id. Undo takes it back."""
    fields = LogFields(
        what=f"Handed out: {wanted.title}", day=clock.today(), reached=copies, reached_kind=to, leaflet=wanted.id
    )
    with binder.atomic("hand_out"):
        return log_entries.add(binder, fields)
