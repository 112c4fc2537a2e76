"""Half-typed words by name: what they are, and that every draft a window keeps is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import champion_app
from champion_app.store.binder import Binder
from champion_app.tasks import unfinished

# A name that is built of words and a number, or said whole, where a window keeps a draft.
_NAMES = re.compile(
    r'(?:(?:_draft|DRAFT|draft)\s*=\s*f?|RecordFields\(desk, |def _draft\(.*?\) -> str:\n\s+return f)"([a-z][a-z _]*)'
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first_run", "The first three steps"),
        ("log entry", "A log entry"),
        ("listing 12", "A service"),
        ("update 3", "An update of an action"),
        ("of no kind", "Of no kind"),
    ],
)
def test_a_draft_is_called_what_it_is(name: str, words: str) -> None:
    assert unfinished.draft_words(name) == words


def test_every_draft_of_a_window_is_known() -> None:
    desktop = Path(champion_app.__file__).parent / "desktop"
    names = {name.strip() for path in desktop.rglob("*.py") for name in _NAMES.findall(path.read_text("utf-8"))}
    assert len(names) > 12 and {"log", "ring round", "template", "update", "shelf"} <= names, names
    assert [name for name in sorted(names - {"first_run"}) if not unfinished._kind(name)] == []


def test_only_words_that_are_there_come_back_and_only_after_a_crash(binder: Binder) -> None:
    with binder.atomic("keep_setting"):
        binder.remember("draft listing 4", '{"name": "Hub"}')
        binder.remember("draft listing 5", '{"name": "Centre"}')
        binder.remember("draft prison new", "")
    assert unfinished.begin(binder) == ()
    assert unfinished.begin(binder) == (unfinished.Unfinished("a service", "find_help"),)
    unfinished.end(binder)
    assert unfinished.begin(binder) == ()
