"""Ids of what Champion writes as Open Referral: the same for the same thing on every day and every computer."""

from __future__ import annotations

import uuid

_OURS = uuid.uuid5(uuid.NAMESPACE_DNS, "champion-app.open-referral")


def own_id(*parts: str) -> str:
    """The id of a thing that is known by these words."""
    return str(uuid.uuid5(_OURS, "\n".join(parts)))


def part_id(owner: str, *parts: str) -> str:
    """The id of a part of something that has an id."""
    return own_id(owner, *parts)


def stand_in_id(service_id: str) -> str:
    """The id of the organisation that is named only because the form asks for one: the service itself stands in."""
    return part_id(service_id, "organisation")


def kept_uuid(key: str) -> str:
    """The key itself when it is a UUID already, in the one spelling; else nothing."""
    try:
        return str(uuid.UUID(key)) if len(key) in (32, 36) else ""
    except ValueError:
        return ""
