"""The resource pack: what is in it, adding and changing, looking again, giving out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from typing import Any

from champion_app.domain import clock
from champion_app.domain.changed import changed_names
from champion_app.domain.log_entries import LogFields, Reached
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import FIELD_WORDS, Resource, ResourceFields
from champion_app.domain.typed_text import clean_line, clean_note
from champion_app.faults import NoLongerThere
from champion_app.store import log_entries, resources, sources
from champion_app.store.binder import Binder
from champion_app.store.search import Among

_NOTES = frozenset({"description", "note"})
_LISTS = frozenset({"stages", "statements", "criteria", "nations", "tags"})


def pack(binder: Binder) -> list[Resource]:
    """Every resource by title."""
    return resources.all_resources(binder)


def numbers(binder: Binder, wanted: ResourceFilter, today: date | None = None) -> list[int]:
    """The ids a filter lets through, by title; retired ones only when they are asked for."""
    return resources.numbers(binder, wanted, today or clock.today())


def among(wanted: ResourceFilter, today: date | None = None) -> Among:
    """What a search for the resources that a filter lets through looks at."""
    return Among("resource", *resources.where(wanted, today or clock.today()))


def some(binder: Binder, wanted: Sequence[int]) -> list[Resource]:
    """The resources with these ids, in their order."""
    return resources.some(binder, wanted)


def resource(binder: Binder, resource_id: int) -> Resource | None:
    """One resource, or None when it is gone."""
    return resources.one(binder, resource_id)


def for_criterion(binder: Binder, criterion: str) -> list[Resource]:
    """What the pack holds for one criterion."""
    return resources.for_criterion(binder, criterion)


def related(binder: Binder, of: Resource, most: int = 6) -> list[Resource]:
    """Other resources for the same criteria, those that share most of them first."""
    shared: dict[int, int] = {}
    found: dict[int, Resource] = {}
    for criterion in of.fields.criteria:
        for other in resources.for_criterion(binder, criterion):
            if other.id != of.id:
                found[other.id] = other
                shared[other.id] = shared.get(other.id, 0) + 1
    nearest = sorted(found.values(), key=lambda other: (-shared[other.id], other.fields.title.casefold()))
    return nearest[:most]


def values_used(binder: Binder, column: str) -> list[str]:
    """The kinds or languages there are ("kind", "language"), most used first."""
    return resources.values_used(binder, column)


def look_alikes(binder: Binder, fields: ResourceFields, own_id: int = 0) -> list[Resource]:
    """Resources with the same title or web address, so that the same thing is not added twice."""
    title = " ".join(fields.title.split())
    return resources.look_alikes(binder, title, fields.link.strip(), own_id) if title or fields.link.strip() else []


def where_from(binder: Binder, noun: str, row_id: int) -> list[str]:
    """The titles of the lists and packs a row ("resources", "listings"...) came from, newest first."""
    return sources.of_row(binder, noun, row_id)


def times_given_out(binder: Binder, resource_id: int) -> tuple[int, int]:
    """How often a resource was given out, and how many copies in all."""
    return resources.times_given_out(binder, resource_id)


def add_resource(binder: Binder, fields: ResourceFields, checked_by: str = "", today: date | None = None) -> int:
    """Adds a resource and returns its id. With ``checked_by`` it counts as looked at today. Raises WordsNeeded."""
    tidied, by = tidy(fields), clean_line(checked_by, "Checked by")
    with binder.atomic("add_resource"):
        number = resources.add(binder, tidied)
        if by:
            resources.set_checked(binder, number, today or clock.today(), by)
        return number


def change_resource(
    binder: Binder, resource_id: int, fields: ResourceFields, checked_by: str = "", today: date | None = None
) -> bool:
    """Saves a resource. A changed web address is to be looked at again (and True returned), unless ``checked_by``
    has just done so. Raises WordsNeeded, or NoLongerThere.
    """
    tidied, known, by = tidy(fields), resources.one(binder, resource_id), clean_line(checked_by, "Checked by")
    if known is None:
        raise NoLongerThere
    if known.fields == tidied and not by:
        return False
    recheck = known.checked_on is not None and known.fields.link != tidied.link and not by
    merge = "" if recheck or by else f"resource {resource_id} {' '.join(changed_names(known.fields, tidied))}"
    with binder.atomic("change_resource", merge=merge):
        resources.change(binder, resource_id, tidied)
        if recheck or by:
            resources.set_checked(binder, resource_id, (today or clock.today()) if by else None, by)
    return recheck


def copy_resource(binder: Binder, resource_id: int) -> int:
    """Adds a copy of our own to change, and returns its id. Returns 0 when the resource is gone."""
    known = resources.one(binder, resource_id)
    if known is None:
        return 0
    with binder.atomic("copy_resource"):
        return resources.add(binder, replace(known.fields, title=f"{known.fields.title} (our copy)"))


def tick_resource(binder: Binder, resource_id: int, by: str, today: date | None = None) -> None:
    """Somebody looked at it today and it is still right."""
    with binder.atomic("tick_resource"):
        resources.set_checked(binder, resource_id, today or clock.today(), clean_line(by, "Checked by"))


def untick_resource(binder: Binder, resource_id: int) -> None:
    """The resource is not known to be right any more."""
    with binder.atomic("untick_resource"):
        resources.set_checked(binder, resource_id, None, "")


def set_retired(binder: Binder, resource_id: int, retired: bool) -> None:
    """Takes a resource out of use without losing it, or back into use."""
    with binder.atomic("retire_resource" if retired else "unretire_resource"):
        resources.set_retired(binder, resource_id, retired)


def remove_resource(binder: Binder, resource_id: int) -> None:
    """Removes a resource with its files; undo brings it back."""
    with binder.atomic("remove_resource"):
        resources.remove(binder, resource_id)


def give_out(
    binder: Binder, resource_id: int, copies: int, to: Reached = Reached.COPIES, today: date | None = None
) -> int:
    """Writes into the log that copies were given out, and returns the entry's id; 0 when the resource is gone."""
    known = resources.one(binder, resource_id)
    if known is None:
        return 0
    criterion = known.fields.criteria[0] if known.fields.criteria else ""
    statement = int(criterion.partition(".")[0]) if criterion else next(iter(known.fields.statements), 0)
    fields = LogFields(
        what=f"Gave out: {known.fields.title}",
        day=today or clock.today(),
        statement=statement,
        criterion=criterion,
        reached=copies,
        reached_kind=to,
        resource=resource_id,
    )
    with binder.atomic("give_out"):
        return log_entries.add(binder, fields)


def tidy(fields: ResourceFields) -> ResourceFields:
    """The fields as they are kept. Raises WordsNeeded without a title, TooLong."""
    texts: dict[str, Any] = {
        field.name: clean_note(getattr(fields, field.name), FIELD_WORDS[field.name])
        if field.name in _NOTES
        else clean_line(getattr(fields, field.name), FIELD_WORDS[field.name], needed=field.name == "title")
        for field in fields_of(fields)
        if field.name not in _LISTS
    }
    tags = tuple(dict.fromkeys(tag for one in fields.tags if (tag := clean_line(one, FIELD_WORDS["tags"]))))
    return replace(fields, tags=tags, **texts)
