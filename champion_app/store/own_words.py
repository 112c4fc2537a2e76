"""Our own words of leaflets, beside the shipped text they were made from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from champion_app.domain.own_words import OwnWords, as_table, from_table
from champion_app.store.binder import Binder


@dataclass(frozen=True)
class OwnText:
    """A row: ``name`` is empty for what we changed in a shipped leaflet, else it names a leaflet of our own.

    ``shipped`` is the table of the text as it was when the words were made ours.
    """

    id: int
    base: str
    name: str
    words: OwnWords
    shipped: dict[str, Any]


def all_texts(binder: Binder) -> list[OwnText]:
    """Every text with words of ours, oldest first."""
    return [
        OwnText(row["id"], row["base"], row["name"], from_table(json.loads(row["words"])), json.loads(row["shipped"]))
        for row in binder.rows("SELECT * FROM own_words ORDER BY id")
    ]


def add(binder: Binder, base: str, name: str, words: OwnWords, shipped: dict[str, Any]) -> int:
    """A new row's id."""
    return binder.insert("own_words", {"base": base, "name": name, **_columns(words, shipped)})


def change(binder: Binder, row_id: int, name: str, words: OwnWords, shipped: dict[str, Any]) -> None:
    """Replaces what is ours. Raises NoLongerThere."""
    binder.change("own_words", row_id, {"name": name, **_columns(words, shipped)})


def remove(binder: Binder, row_id: int) -> None:
    """Lets go of our words; undo brings them back. Raises NoLongerThere."""
    binder.remove("own_words", row_id)


def _columns(words: OwnWords, shipped: dict[str, Any]) -> dict[str, str]:
    return {
        "words": json.dumps(as_table(words), ensure_ascii=False),
        "shipped": json.dumps(shipped, ensure_ascii=False, default=str),
    }
