"""Looking things up in the index: bounded handfuls of candidates, how common a word is, and which words there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from champion_app.domain.search_ranking import Document
from champion_app.store.binder import Binder
from champion_app.store.connection import Row
from champion_app.store.search_index import NOUNS, STRIDE

# How many rows are counted before a word is simply common.
COMMON = 1_000
_SHORTEST_WORD = 4


@dataclass(frozen=True)
class Among:
    """Only rows of one kind, and only those a condition on its table lets through (":name" marks are filled)."""

    kind: str
    condition: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def candidates(
    binder: Binder, expression: str, limit: int, *, titles: bool = False, among: Among | None = None
) -> list[Document]:
    """Up to ``limit`` rows that match an FTS5 expression, in no order; ``titles`` looks at titles only."""
    where, values = _within(among)
    rows = binder.rows(
        "SELECT rowid, title, words, substr(attached, 1, 20000) AS attached FROM finder"
        f" WHERE finder MATCH :match{where} LIMIT :most",
        {**values, "match": f"title : ({expression})" if titles else expression, "most": limit},
    )
    return [_document(row) for row in rows]


def how_common(binder: Binder, expression: str, among: Among | None = None) -> int:
    """In how many rows an expression occurs, counted up to COMMON."""
    where, values = _within(among)
    row = binder.row(
        f"SELECT count(*) FROM (SELECT 1 FROM finder WHERE finder MATCH :match{where} LIMIT :most)",
        {**values, "match": expression, "most": COMMON},
    )
    return int(row[0]) if row else 0


def everything(binder: Binder) -> int:
    """How many rows are in the index."""
    row = binder.row("SELECT count(*) FROM finder_docsize")
    return int(row[0]) if row else 0


def vocabulary(binder: Binder) -> dict[str, int]:
    """Every word of four letters or more in the index, with the number of rows it occurs in."""
    rows = binder.rows(
        "SELECT term, doc FROM finder_vocabulary WHERE length(term) >= ? AND NOT term GLOB '*[0-9]*'", (_SHORTEST_WORD,)
    )
    return {row["term"]: row["doc"] for row in rows}


def newest_change(binder: Binder) -> int:
    """A number that grows with every change, so that what was read can be known to be old."""
    row = binder.row("SELECT coalesce(max(seq), 0) FROM changes")
    return int(row[0]) if row else 0


def closer(binder: Binder, found: Iterable[Document]) -> list[Document]:
    """The same documents with their age range, and whether they are closed or retired."""
    found = list(found)
    known = {
        (kind, row["id"]): row
        for kind, query in _CLOSER.items()
        if (wanted := [document.id for document in found if document.kind == kind])
        for row in binder.rows(f"{query} AND id IN ({', '.join('?' * len(wanted))})", wanted)
    }
    return [
        replace(
            document, ages=(row["low"], row["high"]) if row["low"] is not None else None, put_away=bool(row["away"])
        )
        if (row := known.get((document.kind, document.id))) is not None
        else document
        for document in found
    ]


# Only of rows of which there is something to say: most have no age, and are neither closed nor retired.
_CLOSER = {
    "resource": "SELECT id, age_min AS low, age_max AS high, retired AS away FROM resources"
    " WHERE (retired = 1 OR age_min IS NOT NULL)",
    "listing": "SELECT id, NULL AS low, NULL AS high, 1 AS away FROM listings WHERE status = 'closed'",
    "prison": "SELECT id, NULL AS low, NULL AS high, 1 AS away FROM prisons WHERE status = 'closed'",
}


def _within(among: Among | None) -> tuple[str, dict[str, object]]:
    if among is None:
        return "", {}
    place, noun = next((place, noun) for place, noun in enumerate(NOUNS) if noun.kind == among.kind)
    base = place * STRIDE
    where = f" AND rowid BETWEEN {base} AND {base + STRIDE - 1}"
    if among.condition:
        # The plus keeps SQLite from looking every row of the table up in the index: 60 s instead of 5 ms at 50,000.
        where += f" AND +rowid IN (SELECT {base} + id FROM {noun.table} WHERE {among.condition})"
    return where, dict(among.values)


def _document(row: Row) -> Document:
    place, row_id = divmod(row["rowid"], STRIDE)
    return Document(NOUNS[place].kind, row_id, " ".join(row["title"].split()), row["words"], row["attached"] or "")
