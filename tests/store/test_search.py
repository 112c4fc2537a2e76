"""The index follows every write, and no text can break a search."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from champion_app.store import search
from champion_app.store.binder import Binder
from champion_app.store.search import find
from champion_app.store.search_index import NOUNS


@pytest.fixture
def filled(binder: Binder) -> Binder:
    with binder.atomic("fill"):
        binder.insert("listings", {"name": "Visitors' centre", "description": "Help on a visit", "area": "Bristol"})
        binder.insert("listings", {"name": "Barnardo's", "description": "For families with someone in prison"})
        binder.insert("resources", {"title": "Telling the children", "description": "A guide: prison, visits, letters"})
        binder.insert("resources", {"title": "Prison visits", "description": "What to bring"})
        binder.insert("actions", {"title": "Order posters", "next_step": "Ring the printer about the visits poster",
                                  "raised_on": "2026-11-22", "horizon": "this_month"})  # fmt: skip
        binder.insert("log_entries", {"what": "Staff briefing on O'Brien's child-impact guide", "day": "2026-11-22"})
        binder.insert("log_entries", {"what": "Bore da: ŵyl yn yr ysgol, café, Straße, Świetlica", "day": "2026-11-22"})
    return binder


def _titles(binder: Binder, typed: str) -> list[str]:
    return [hit.title for hit in find(binder, typed)]


def test_titles_come_first(filled: Binder) -> None:
    hits = find(filled, "prison visits")
    assert [hit.title for hit in hits] == ["Prison visits", "Telling the children"]
    assert hits[0].kind == "resource" and hits[0].id == 2


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("pris vis", "Prison visits"), ("BARNARDO'S", "Barnardo's"), ("barnardos", None),
        ("o'brien", "Staff briefing on"),
        ("child-impact", "Staff briefing on"), ("wyl", "Bore da"), ("ŵyl", "Bore da"), ("CAFE", "Bore da"),
        ("cafe\u0301", "Bore da"), ("straße", "Bore da"), ("STRASSE", None), ("swietlica", "Bore da"),
        ("bristol", "Visitors"),
        ("_ posters", "Order posters"), ("zebra", None), ("posters zebra", None),
    ],
)  # fmt: skip
def test_words_find_what_they_begin(filled: Binder, typed: str, title: str | None) -> None:
    found = _titles(filled, typed)
    assert found[0].startswith(title) if title else found == []


def test_one_and_two_letters_look_at_titles_only(filled: Binder) -> None:
    assert _titles(filled, "po") == ["Order posters"]
    assert "Telling the children" not in _titles(filled, "pr")
    assert "Telling the children" in _titles(filled, "pri")


def test_each_noun_is_found_by_its_kind_and_own_id(filled: Binder) -> None:
    assert {hit.kind for typed in ("visit", "briefing") for hit in find(filled, typed)} == {noun.kind for noun in NOUNS}
    hit = find(filled, "briefing")[0]
    assert filled.row("SELECT what FROM log_entries WHERE id = ?", (hit.id,))["what"].startswith("Staff")  # type: ignore[index]


def test_the_index_follows_changes_removals_and_undo(filled: Binder) -> None:
    with filled.atomic("change"):
        filled.table("listings").update(2, {"name": "Family Lives"})
    assert _titles(filled, "barnardo") == [] and _titles(filled, "lives") == ["Family Lives"]
    with filled.atomic("remove"):
        filled.table("listings").delete(2)
    assert _titles(filled, "lives") == []
    filled.undo()
    assert _titles(filled, "lives") == ["Family Lives"]
    filled.undo()
    assert _titles(filled, "barnardo") == ["Barnardo's"] and _titles(filled, "lives") == []
    filled.undo()
    assert _titles(filled, "visits") == []


def test_a_snippet_shows_where_it_was_found(filled: Binder) -> None:
    assert "printer about the visits poster" in find(filled, "printer")[0].snippet


def test_as_many_as_asked_for(filled: Binder) -> None:
    assert len(find(filled, "visit", limit=2)) == 2
    assert len(find(filled, "v", limit=1)) == 1


_NASTY = st.text(alphabet=st.sampled_from('"\'*()-+^:{}[]|&%_\\/;,.?!#~`@<>=\0\n\t ŵaANDORNEARnot\ud800'), max_size=30)


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(st.one_of(st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60), _NASTY))
@example('"')
@example('""')
@example("*")
@example("-note")
@example("o'brien")
@example("(")
@example("\0")
@example("a\0b")
@example("AND OR NOT NEAR(")
@example("title : x")
@example("finder MATCH")
@example("\ud800")
@example("ª ² ½ ﬁ İ ß")
def test_F69_any_text_is_safe_to_search_for(filled: Binder, typed: str) -> None:
    found = find(filled, typed)
    assert isinstance(found, list)


def test_F69_a_hundred_kilobytes_are_safe_too(filled: Binder) -> None:
    assert find(filled, "posters " * 12_500) == find(filled, "posters")
    assert find(filled, "x" * 100_000) == []


def test_a_title_of_any_text_can_be_found_by_its_own_words(binder: Binder) -> None:
    for title in ("Über-Ich", "ਪੰਜਾਬੀ ਕਿਤਾਬ", "کتاب برائے بچے", "Дети и тюрьма", "বাংলা বই", "e\u0301te\u0302"):
        with binder.atomic("log_it"):
            binder.insert("log_entries", {"what": title, "day": "2026-11-22"})
        assert title in [hit.title for hit in search.find(binder, title)]


def test_the_search_index_needs_no_file_of_its_own(path: Path, filled: Binder) -> None:
    assert {file.name for file in path.parent.iterdir()} <= {"binder.champion", "binder.champion-journal"}
