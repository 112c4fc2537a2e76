"""The action log: a line in ten seconds, templates, filters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from champion_app.domain.changed import changed_names
from champion_app.domain.log_entries import LogEntry, LogFields, LogTemplate
from champion_app.domain.typed_text import clean_line, clean_note
from champion_app.faults import NumberNeeded, WordsNeeded
from champion_app.store import log_entries
from champion_app.store.binder import Binder


def log(
    binder: Binder, since: date | None = None, until: date | None = None, statement: int | None = None
) -> list[LogEntry]:
    """Entries of a period and a statement, newest first."""
    return log_entries.entries(binder, since, until, statement)


def any_logged(binder: Binder) -> bool:
    """Whether there is anything in the log yet."""
    return log_entries.any_entries(binder)


def entry(binder: Binder, entry_id: int) -> LogEntry | None:
    """One entry, or None when it is gone."""
    return log_entries.one(binder, entry_id)


def log_it(binder: Binder, fields: LogFields) -> int:
    """Adds a line to the log and returns its id. Raises WordsNeeded when it says nothing."""
    tidied = _tidy(fields)
    with binder.atomic("log_it"):
        return log_entries.add(binder, tidied)


def change_entry(binder: Binder, entry_id: int, fields: LogFields) -> None:
    """Corrects a line of the log. Raises WordsNeeded when it would say nothing."""
    tidied = _tidy(fields)
    known = log_entries.one(binder, entry_id)
    if known is not None and known.fields != tidied:
        changed = " ".join(changed_names(known.fields, tidied))
        with binder.atomic("change_entry", merge=f"log {entry_id} {changed}"):
            log_entries.change(binder, entry_id, tidied)


def remove_entry(binder: Binder, entry_id: int) -> None:
    """Removes a line; undo brings it back."""
    with binder.atomic("remove_entry"):
        log_entries.remove(binder, entry_id)


def templates(binder: Binder) -> list[LogTemplate]:
    """The champion's templates, by name."""
    return log_entries.templates(binder)


def save_template(binder: Binder, template: LogTemplate) -> int:
    """Adds a template (id 0) or changes the one with its id; returns the id. Raises WordsNeeded without a name."""
    tidied = replace(
        template,
        name=clean_line(template.name, "The template's name", needed=True),
        what=clean_note(template.what, "The template's words"),
    )
    if tidied.id and tidied in log_entries.templates(binder):
        return tidied.id
    with binder.atomic("save_template", merge=f"template {tidied.id}" if tidied.id else ""):
        if tidied.id:
            log_entries.change_template(binder, tidied)
            return tidied.id
        return log_entries.add_template(binder, tidied)


def remove_template(binder: Binder, template_id: int) -> None:
    """Removes a template; undo brings it back."""
    with binder.atomic("remove_template"):
        log_entries.remove_template(binder, template_id)


def read_count(words: str) -> int | None:
    """How many were reached, as typed: digits or nothing. Raises NumberNeeded."""
    text = words.strip().replace(",", "")
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 7:
        raise NumberNeeded(field="How many")
    return int(text)


def _tidy(fields: LogFields) -> LogFields:
    what = clean_note(fields.what, "What you did").strip()
    if not what:
        raise WordsNeeded(field="What you did")
    return replace(fields, what=what)
