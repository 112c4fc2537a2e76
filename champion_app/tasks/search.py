"""Searching the whole binder."""

from __future__ import annotations

from champion_app.store import search
from champion_app.store.binder import Binder
from champion_app.store.search import Hit


def find(binder: Binder, typed: str, limit: int = 30) -> list[Hit]:
    """What matches every word typed, best first; nothing for an empty search. Any text is safe."""
    return search.find(binder, typed, limit)
