"""The resource pack."""

from __future__ import annotations

from champion_app.domain.resources import Resource
from champion_app.store import resources
from champion_app.store.binder import Binder


def pack(binder: Binder) -> list[Resource]:
    """Every resource by title."""
    return resources.all_resources(binder)


def resource_of(binder: Binder, resource_id: int) -> Resource | None:
    """One resource, or None when it is gone."""
    return resources.one(binder, resource_id)


def for_criterion(binder: Binder, criterion: str) -> list[Resource]:
    """What the pack holds for one criterion."""
    return resources.for_criterion(binder, criterion)
