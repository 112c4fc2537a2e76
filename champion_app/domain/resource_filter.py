"""Which resources a champion wants to see: what was typed, and one choice of each kind of chip."""

from __future__ import annotations

from dataclasses import dataclass, fields

WHOSE_WORDS = {"mine": "Added by us", "due": "Due for checking", "retired": "Retired"}


@dataclass(frozen=True)
class ResourceFilter:
    """An empty choice means all. ``whose`` is one of WHOSE_WORDS; ``shelf`` is its id, 0 for none."""

    kind: str = ""
    audience: str = ""
    age: str = ""
    stage: str = ""
    statement: int = 0
    criterion: str = ""
    language: str = ""
    whose: str = ""
    shelf: int = 0

    @property
    def chosen(self) -> int:
        """How many choices narrow the list."""
        return sum(bool(getattr(self, field.name)) for field in fields(self))
