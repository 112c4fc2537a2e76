"""Search across every noun: ranked, titles first, with snippets; any text typed is safe."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.domain.search_words import match_expression, words_of
from champion_app.store.binder import Binder
from champion_app.store.search_index import NOUNS, STRIDE


@dataclass(frozen=True)
class Hit:
    """One thing found. ``kind`` is "listing", "resource", "action" or "log entry"."""

    kind: str
    id: int
    title: str
    snippet: str


def find(binder: Binder, typed: str, limit: int = 30) -> list[Hit]:
    """What matches every word typed, best first. One- and two-letter searches look at titles only, unranked."""
    words = words_of(typed)
    if not words:
        return []
    expression = match_expression(words)
    short = max(len(word) for word in words) < 3
    rows = binder.rows(
        "SELECT rowid, title, snippet(finder, 1, '', '', ' … ', 16) AS snippet FROM finder WHERE finder MATCH ?"
        + (" LIMIT ?" if short else " ORDER BY bm25(finder, 8.0, 1.0), rowid LIMIT ?"),
        (f"title : ({expression})" if short else expression, limit),
    )
    return [_hit(row["rowid"], row["title"], row["snippet"]) for row in rows]


def _hit(number: int, title: str, snippet: str) -> Hit:
    place, row_id = divmod(number, STRIDE)
    return Hit(NOUNS[place].kind, row_id, " ".join(title.split()), " ".join((snippet or "").split()))
