"""The resource pack."""

from __future__ import annotations

from champion_app.domain.resources import Resource
from champion_app.store import resources
from champion_app.store.binder import Binder


def pack(binder: Binder) -> list[Resource]:
    """Every resource by title."""
    return resources.all_resources(binder)


def for_criterion(binder: Binder, criterion: str) -> list[Resource]:
    """What the pack holds for one criterion."""
    return resources.for_criterion(binder, criterion)
