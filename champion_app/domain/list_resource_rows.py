"""A row of a list of resources as the fields of a resource."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from champion_app.domain.list_contacts import read_website
from champion_app.domain.list_rows import Findings, Gathered, Value, fitting_line, lines
from champion_app.domain.list_service_rows import ages_of, cost_of, key_of, list_note
from champion_app.domain.list_values import parts_of, read_criteria, read_kind, read_stages, read_statements
from champion_app.domain.list_words import one_line, says_nothing
from champion_app.domain.resources import FIELD_WORDS, ResourceFields

_Item = TypeVar("_Item")
_ISO_DAY = re.compile(r"^((?:19|20)\d\d)-\d\d-\d\d(?:[T ].*)?$")
_YEAR = re.compile(r"^((?:19|20)\d\d)(?:\.0+)?$")
# What shows that a row is about a resource and not about a person; two of them are wanted.
EVIDENCE = ("author", "year", "kind", "link", "description", "tags", "statements", "criteria", "licence")


def resource_of(
    values: Gathered, title: str, whole_title: str, section: str, found: Findings
) -> tuple[ResourceFields, str]:
    """The resource in a row, and what the list itself calls it. The section's title becomes a tag."""
    kind, own_word = read_kind(lines(values.get("kind", ())))
    tags = [part for value in values.get("tags", ()) for part in parts_of(value.text)]
    tags += [word for word in (own_word, section) if word]
    fields = ResourceFields(
        title=title,
        description="\n".join(text for text in (whole_title, lines(values.get("description", ()), "\n")) if text),
        author=_line(values, "author", found),
        year=fitting_line(
            "; ".join(dict.fromkeys(_year(value.text) for value in values.get("year", ()))), FIELD_WORDS["year"], found
        ),
        kind=fitting_line(kind, FIELD_WORDS["kind"], found),
        audience=_line(values, "audience", found),
        ages=fitting_line(ages_of(values.get("ages", ()), found), FIELD_WORDS["ages"], found),
        stages=_several(values.get("stages", ()), read_stages, found),
        statements=_several(values.get("statements", ()), read_statements, found),
        criteria=_several(values.get("criteria", ()), read_criteria, found),
        link=_link(values, found),
        licence=fitting_line(_licence(values.get("licence", ())), FIELD_WORDS["licence"], found),
        status=_line(values, "status", found),
        language=_line(values, "language", found),
        nations=_short_enough(
            [part for value in values.get("nations", ()) for part in parts_of(value.text)], "nations", found
        ),
        tags=_short_enough(tags, "tags", found),
    )
    return replace(fields, note=list_note(values, found)), key_of(values)


def _line(values: Gathered, field: str, found: Findings) -> str:
    return fitting_line(
        lines([value for value in values.get(field, ()) if not says_nothing(value.text)]), FIELD_WORDS[field], found
    )


def _year(text: str) -> str:
    if match := _YEAR.match(text) or _ISO_DAY.match(text):
        return match[1]
    return one_line(text)


def _several(
    values: Sequence[Value], read: Callable[[str], tuple[tuple[_Item, ...], str]], found: Findings
) -> tuple[_Item, ...]:
    """Statements, criteria or stages of all columns; what was not understood stays readable in the note."""
    items: list[_Item] = []
    for value in values:
        these, odd = read(value.text)
        items += these
        if odd:
            found.warn(odd)
            found.keep(f"{value.heading}: {value.text}")
    return tuple(dict.fromkeys(items))


def _link(values: Gathered, found: Findings) -> str:
    """The web address: of its own column, else the one behind the title."""
    links: list[str] = []
    for value in values.get("link", ()):
        read = read_website(value.text, value.cell.link)
        for reason in read.odd:
            found.warn(reason)
        if read.words:
            found.keep(f"{value.heading}: {read.words}")
        links += [address for address in (read.kept, *read.also) if address and address not in links]
    if not links:
        behind = (read_website("", value.cell.link).kept for value in values.get("title", ()) if value.cell.link)
        links += [address for address in behind if address]
    if links[1:]:
        found.keep(f"Other web addresses: {', '.join(links[1:])}")
    return fitting_line(links[0], "Web address", found) if links else ""


def _licence(values: Sequence[Value]) -> str:
    plain = lines([value for value in values if not value.part and not says_nothing(value.text)])
    cost = cost_of([value for value in values if value.part])
    return "; ".join(dict.fromkeys(text for text in (plain, cost) if text))


def _short_enough(parts: Sequence[str], field: str, found: Findings) -> tuple[str, ...]:
    """The parts of a list, each once; one too long to be one is kept in the note."""
    return tuple(part for part in dict.fromkeys(parts) if fitting_line(part, FIELD_WORDS[field], found))
