"""Which fields differ between two versions of one record."""

from __future__ import annotations

from dataclasses import fields
from typing import Any


def changed_names(before: Any, after: Any) -> list[str]:
    """The names of the fields of two dataclass records of one kind that are not equal, in their order."""
    return [item.name for item in fields(after) if getattr(before, item.name) != getattr(after, item.name)]
