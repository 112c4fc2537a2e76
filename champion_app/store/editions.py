"""The words of each edition of the toolkit that a round was answered in."""

from __future__ import annotations

import json
from typing import Any

from champion_app.store.binder import Binder


def find(binder: Binder, edition: str) -> dict[str, Any] | None:
    """The words of an edition as plain data, or None when they were never kept."""
    row = binder.row("SELECT words FROM toolkit_editions WHERE edition = ?", (edition,))
    words: dict[str, Any] | None = json.loads(row["words"]) if row is not None else None
    return words


def keep(binder: Binder, edition: str, words: dict[str, Any]) -> None:
    """Keeps the words of an edition, inside ``atomic``. Not part of the history: they are nobody's change."""
    binder.insert("toolkit_editions", {"edition": edition, "words": json.dumps(words, ensure_ascii=False)})
