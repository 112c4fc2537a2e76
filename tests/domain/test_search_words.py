"""From what was typed to what FTS5 is asked (F69): tests/tasks/test_search.py puts the question to a real index."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.domain.packs import Term
from champion_app.domain.search_words import LONGEST_WORD, MOST_WORDS, OtherNames, understand, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Visiting  PRISON", ["visiting", "prison"]), ("child-impact", ["child", "impact"]),
        ("O'Brien", ["o", "brien"]), ('"open', ["open"]), ("a\0b", ["a", "b"]), ("", []),
        ("  *()-\"' ", []), ("_", []), ("Straße", ["straße"]),
        ("cafe\u0301", ["café"]), ("ŵ", ["ŵ"]), ("\ud800", []), ("NEAR(x)", ["near", "x"]),
    ],
)  # fmt: skip
def test_words(typed: str, words: list[str]) -> None:
    assert words_of(typed) == words


def test_F69_a_hundred_kilobytes_pasted_stay_a_short_question() -> None:
    assert len(words_of("word " * 20_000)) == MOST_WORDS
    assert words_of("x" * 100_000) == ["x" * LONGEST_WORD]


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_F69_an_expression_is_only_quoted_words(typed: str) -> None:
    question = understand(typed, OtherNames((Term("early help", ("TAF", "team around the family")),)))
    for widened in (False, True):
        expression = question.expression(widened=widened)
        assert re.fullmatch(r'(\(?"[^"\0]+"\*?\)?( (AND|OR) \(?"[^"\0]+"\*?\)?)*)?', expression)
