"""Shelves: a champion's own groupings of resources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shelf:
    """A shelf and how many resources stand on it."""

    id: int
    name: str
    items: int = 0
