"""Resources: the items of the pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ResourceFields:
    """What is known of a resource; lists are kept in the order given."""

    title: str
    description: str = ""
    author: str = ""
    year: str = ""
    kind: str = ""
    audience: str = ""
    ages: str = ""
    stages: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()
    criteria: tuple[str, ...] = ()
    link: str = ""
    licence: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Resource:
    """One item; ``key`` is the starter data's id, or empty for the champion's own."""

    id: int
    fields: ResourceFields
    key: str = ""
