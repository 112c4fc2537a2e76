"""The list of prisons: a starting point to correct, and visiting facts with the day they were checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from typing import Any

from champion_app.domain import clock
from champion_app.domain.changed import changed_names
from champion_app.domain.listings import plain_name
from champion_app.domain.prisons import (
    FIELD_WORDS,
    VISIT_FACTS,
    Prison,
    PrisonFields,
    PrisonStatus,
    visit_facts_changed,
)
from champion_app.domain.search_words import fold, words_of
from champion_app.domain.typed_text import clean_line, clean_note
from champion_app.store import prisons
from champion_app.store import service as service_store
from champion_app.store.binder import Binder
from champion_app.store.search import Among

_LINES = frozenset({"name", "town", "county", "region", "nation", "holds", "visits_page", "phone"})
_OTHER = frozenset({"types", "status"})
_WORD = re.compile(r"\w+")
_SEARCHED = ("name", "town", "county", "region", "nation", "holds", "types", *VISIT_FACTS, "note")


def all_prisons(binder: Binder) -> list[Prison]:
    """Every prison by name, closed ones last."""
    return prisons.all_prisons(binder)


def names_and_towns(binder: Binder) -> list[tuple[str, str]]:
    """What to suggest where a prison is named: those that are open, by name."""
    return [
        (one.fields.name, one.fields.town)
        for one in prisons.all_prisons(binder)
        if one.fields.status is PrisonStatus.OPEN
    ]


def find(among: Iterable[Prison], typed: str) -> list[Prison]:
    """The prisons in which every word typed begins a word, those named so first; all of them with nothing typed."""
    words = [fold(word) for word in words_of(typed)]
    found = [one for one in among if all(f" {word}" in _searched(_SEARCHED, one.fields) for word in words)]
    return sorted(found, key=lambda one: not all(f" {word}" in _searched(("name",), one.fields) for word in words))


def among() -> Among:
    """What a search for prisons looks through."""
    return Among("prison")


def types_used(binder: Binder) -> list[str]:
    """The kinds of prison there are on the list, the most common first."""
    kinds = Counter(kind for one in prisons.all_prisons(binder) for kind in one.fields.types)
    return [kind for kind, _ in kinds.most_common()]


def same_name(binder: Binder, name: str, own_id: int = 0) -> list[Prison]:
    """Other prisons of this name, capitals and punctuation aside, so that none is added twice."""
    plain = plain_name(name)
    known = prisons.all_prisons(binder) if plain else []
    return [one for one in known if one.id != own_id and plain_name(one.fields.name) == plain]


def prison(binder: Binder, prison_id: int) -> Prison | None:
    """One prison, or None when it is gone."""
    return prisons.one(binder, prison_id)


def our_prison(binder: Binder) -> Prison | None:
    """The nearest prison, when the one named in Settings is on the list."""
    return prisons.named(binder, service_store.load(binder).prison)


def add_prison(binder: Binder, fields: PrisonFields, checked_by: str = "", today: date | None = None) -> int:
    """Adds a prison and returns its id. With ``checked_by`` its visiting facts count as looked up today."""
    tidied, by = tidy(fields), clean_line(checked_by, "Checked by")
    with binder.atomic("add_prison"):
        number = prisons.add(binder, tidied)
        if by:
            prisons.set_checked(binder, number, today or clock.today(), by)
        return number


def change_prison(
    binder: Binder, prison_id: int, fields: PrisonFields, checked_by: str = "", today: date | None = None
) -> bool:
    """Saves a prison. Changed visiting facts are unchecked again (and True returned) unless ``checked_by`` looked.

    Our nearest prison stays ours under another name.
    """
    tidied, known = tidy(fields), prisons.one(binder, prison_id)
    by = clean_line(checked_by, "Checked by")
    if known is None or (known.fields == tidied and not by):
        return False
    recheck = not by and known.checked_on is not None and visit_facts_changed(known.fields, tidied)
    alone = recheck or by or known.fields.name != tidied.name
    merge = "" if alone else f"prison {prison_id} {' '.join(changed_names(known.fields, tidied))}"
    with binder.atomic("change_prison", merge=merge):
        prisons.change(binder, prison_id, tidied)
        if by:
            prisons.set_checked(binder, prison_id, today or clock.today(), by)
        elif recheck:
            prisons.set_checked(binder, prison_id, None, "")
        us = service_store.load(binder)
        if us.prison and us.prison.casefold() == known.fields.name.casefold() != tidied.name.casefold():
            service_store.save(binder, replace(us, prison=tidied.name))
    return recheck


def tick_prison(binder: Binder, prison_id: int, by: str, today: date | None = None) -> None:
    """Somebody looked the visiting facts up today and they are right."""
    with binder.atomic("tick_prison"):
        prisons.set_checked(binder, prison_id, today or clock.today(), clean_line(by, "Checked by"))


def untick_prison(binder: Binder, prison_id: int) -> None:
    """The visiting facts are not known to be right any more."""
    with binder.atomic("untick_prison"):
        prisons.set_checked(binder, prison_id, None, "")


def set_prison_status(binder: Binder, prison_id: int, status: PrisonStatus) -> None:
    """Marks a prison as closed, or as open again."""
    known = prisons.one(binder, prison_id)
    if known is not None and known.fields.status is not status:
        with binder.atomic("close_prison" if status is PrisonStatus.CLOSED else "reopen_prison"):
            prisons.change(binder, prison_id, replace(known.fields, status=status))


def remove_prison(binder: Binder, prison_id: int) -> None:
    """Removes a prison; undo brings it back."""
    with binder.atomic("remove_prison"):
        prisons.remove(binder, prison_id)


def _searched(names: Iterable[str], fields: PrisonFields) -> str:
    """Some fields as words with a space before each, folded as typed words are."""
    texts = [getattr(fields, name) for name in names]
    words = " ".join(" ".join(text) if isinstance(text, tuple) else text for text in texts)
    return " " + " ".join(_WORD.findall(fold(words)))


def tidy(fields: PrisonFields) -> PrisonFields:
    """The fields as they are kept. Raises WordsNeeded without a name."""
    texts: dict[str, Any] = {
        field.name: clean_line(getattr(fields, field.name), FIELD_WORDS[field.name], needed=field.name == "name")
        if field.name in _LINES
        else clean_note(getattr(fields, field.name), FIELD_WORDS[field.name])
        for field in fields_of(fields)
        if field.name not in _OTHER
    }
    return replace(fields, **texts)
