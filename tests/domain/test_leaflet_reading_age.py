"""Every English text we ship can be read by those it is for; simple words are never harder than the ordinary ones.

The upper ends are DESIGN's. There is no lower end: a family in the first days of a sentence reads worse than usual,
and nobody is worse off for a text that is easier than it had to be.
"""

from __future__ import annotations

import pytest

from champion_app.domain.leaflets import Template
from champion_app.domain.reading_age import ReadingAge, measured, reading_age_of
from champion_app.tasks.leaflets import templates

OLDEST_READER = {"families": 11, "carers": 11, "staff": 13}
SHIPPED = [item for item in templates() if measured(item.language)]
EACH = pytest.mark.parametrize("shipped", SHIPPED, ids=lambda item: item.id)
SIMPLE = [item for item in SHIPPED if item.has_simple_words]


def too_hard(shipped: Template, found: ReadingAge, oldest: float) -> str:
    """What to change."""
    return (
        f"{shipped.id}: {found.age}, at most {oldest}. Shorten: {found.longest!r}. Change: {', '.join(found.hardest)}"
    )


@EACH
def test_those_it_is_for_can_read_it(shipped: Template) -> None:
    found = reading_age_of(shipped)
    if found is None:  # a poster has too few words to say
        assert shipped.kind != "leaflet"
        return
    oldest = OLDEST_READER.get(shipped.audience, 0)
    if shipped.audience == "children":  # up to 7 it is read with a grown-up, but its words are still a child's
        assert shipped.reading_age is not None
        oldest = shipped.reading_age[1]
    assert found.age <= oldest, too_hard(shipped, found, oldest)


@pytest.mark.parametrize("shipped", SIMPLE, ids=lambda item: item.id)
def test_simple_words_are_never_harder(shipped: Template) -> None:
    ordinary, simple = reading_age_of(shipped), reading_age_of(shipped, simple=True)
    if ordinary is not None and simple is not None:
        assert simple.age <= ordinary.age, too_hard(shipped, simple, ordinary.age)


def test_there_are_texts_for_everybody() -> None:
    assert {item.audience for item in SHIPPED} >= {"families", "carers", "children"}
    assert SIMPLE
