"""Finding a print again among hundreds: by words, numbers and names on it, and by the year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from champion_app.domain.dates import british
from champion_app.domain.listings import dialled
from champion_app.domain.prints import PrintRecord
from champion_app.domain.search_words import fold, stem, words_of


def looked_up(record: PrintRecord, *more: str) -> str:
    """Everything about a print that a search looks at, folded; ``more`` is what the list says of it besides."""
    contacts = [part for one in record.contacts for part in (one.name, one.number, dialled(one.number))]
    facts = [fact.words for fact in record.facts] if not record.words else []
    said = (record.title, british(record.day), record.kind, record.edition, *more, *contacts, *facts, record.words)
    return fold("\n".join(part for part in said if part))


def asked_for(typed: str) -> list[str]:
    """What has to stand in it: each word typed, without its English ending, folded."""
    return [fold(stem(word)) for word in words_of(typed)]


def years_of(records: Iterable[PrintRecord]) -> dict[int, int]:
    """How many prints there are of each year, the newest year first."""
    years: dict[int, int] = {}
    for record in records:
        years[record.day.year] = years.get(record.day.year, 0) + 1
    return dict(sorted(years.items(), reverse=True))


def found_in(looked: str, wanted: Sequence[str]) -> bool:
    """Whether every word asked for stands in what a search looks at."""
    return all(word in looked for word in wanted)
