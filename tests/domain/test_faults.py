"""Every expected error says what happened, what is safe and what to do next (promise P6)."""

from __future__ import annotations

import string

import pytest

from champion_app import faults
from champion_app.faults import Fault


def _every(kind: type[Fault]) -> list[type[Fault]]:
    return [kind, *(found for child in kind.__subclasses__() for found in _every(child))]


@pytest.mark.parametrize("kind", [kind for kind in _every(Fault) if kind.__module__ == faults.__name__])
def test_three_sentences_filled_in(kind: type[Fault]) -> None:
    parts = (kind.happened, kind.safe, kind.next_step)
    names = {name for part in parts for _, name, _, _ in string.Formatter().parse(part) if name}
    filled = kind(**{name: f"({name})" for name in names})
    for sentence in filled.sentences():
        assert sentence.strip() and "{" not in sentence
    assert filled.sentences()[0].endswith((".", "?")) and filled.sentences()[1].endswith(".")
    assert "error" not in filled.sentence().casefold()
    assert str(filled) == filled.sentence()


def test_details_with_braces_are_shown_as_they_are() -> None:
    assert "a{b}c" in faults.BinderMissing(path="a{b}c").sentence()
