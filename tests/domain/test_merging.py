"""Three-way merging: nobody's words are overruled by a source that has not moved, nor by one that says nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.merging import merge

NAMES = ("name", "phone", "note", "tags", "print_rule")
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": st.sampled_from(["Pact", "Pact North", "Beck Street"]),
    "phone": st.sampled_from(["", "01632 960001", "01632 960002"]),
    "note": st.sampled_from(["", "Ask for Friday."]),
    "tags": st.lists(st.sampled_from(["a", "b"]), max_size=2),
    "print_rule": st.sampled_from(["yes", "no", "check-first"]),
}
TABLES = st.fixed_dictionaries(VALUES)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged", "where"),
    [
        ("a", "a", "a", "a", "nowhere"),
        ("a", "a", "b", "b", "taken"),  # only the source moved
        ("a", "b", "a", "b", "kept"),  # only the champion moved
        ("a", "b", "b", "b", "nowhere"),  # both, to the same words
        ("a", "b", "c", "b", "clashes"),
        ("a", "a", "", "", "taken"),  # the source took its words away, and nobody here had touched them
        ("a", "b", "", "b", "clashes"),
        ("", "b", "", "b", "kept"),
        ("", "", "c", "c", "taken"),
        (None, "", "c", "c", "taken"),  # a field that older editions did not have
        (None, "b", "", "b", "kept"),
        (None, "b", "c", "b", "clashes"),
    ],
)
def test_one_field_with_common_ground(base: str | None, mine: str, theirs: str, merged: str, where: str) -> None:
    made = merge({} if base is None else {"name": base}, {"name": mine}, {"name": theirs})
    assert made.values == {"name": merged}
    assert {place: getattr(made, place) for place in ("taken", "clashes", "kept")} == {
        place: (("name",) if place == where else ()) for place in ("taken", "clashes", "kept")
    }


@pytest.mark.parametrize(
    ("name", "mine", "theirs", "merged", "where"),
    [
        ("name", "a", "b", "a", "clashes"),
        ("name", "", "b", "b", "taken"),
        ("name", "a", "", "a", "kept"),
        ("tags", [], ["x"], ["x"], "taken"),
        ("tags", ["x"], [], ["x"], "kept"),
        ("print_rule", "no", "yes", "no", "kept"),  # "yes" is what stands there when a list says nothing
        ("print_rule", "yes", "no", "no", "taken"),
        ("print_rule", "no", "web-only", "no", "clashes"),
        ("status", "closed", "active", "closed", "kept"),
        ("status", "active", "closed", "closed", "taken"),
        ("status", "closed", "open", "closed", "kept"),  # a prison's word for it
    ],
)
def test_without_common_ground_nothing_gives_way_to_something(
    name: str, mine: Any, theirs: Any, merged: Any, where: str
) -> None:
    made = merge(None, {name: mine}, {name: theirs})
    assert made.values == {name: merged}
    assert getattr(made, where) == (name,)


def test_words_that_another_source_gave_give_way_and_edited_ones_do_not() -> None:
    starter = {"name": "Pact", "phone": "1", "note": "Ours since."}
    mine = {"name": "Pact", "phone": "2", "note": "Ours since."}
    theirs = {"name": "Pact helpline", "phone": "3", "note": ""}
    made = merge(None, mine, theirs, starter)
    assert made.values == {"name": "Pact helpline", "phone": "2", "note": "Ours since."}
    assert (made.taken, made.clashes, made.kept) == (("name",), ("phone",), ("note",))


def test_a_note_that_somebody_here_wrote_stays_and_one_of_the_source_moves_with_it() -> None:
    assert merge({"note": "a"}, {"note": "a, and ours"}, {"note": "b"}).kept == ("note",)
    assert merge(None, {"note": "ours"}, {"note": "b"}).values == {"note": "ours"}
    assert merge({"note": "a"}, {"note": "a"}, {"note": "b"}).taken == ("note",)


def test_an_own_ground_goes_before_what_another_source_gave() -> None:
    assert merge({"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "b"}).clashes == ("name",)


@settings(deadline=None, database=None)
@given(st.none() | TABLES, TABLES, TABLES, st.none() | TABLES)
def test_every_field_is_theirs_untouched_by_us_or_ours(
    base: dict[str, Any] | None, mine: dict[str, Any], theirs: dict[str, Any], elsewhere: dict[str, Any] | None
) -> None:
    made = merge(base, mine, theirs, elsewhere)
    assert made.mine == mine
    assert made.values.keys() == mine.keys()
    moved = [*made.taken, *made.clashes, *made.kept]
    assert sorted(moved) == sorted(name for name in NAMES if mine[name] != theirs[name]), "each difference once"
    for name in NAMES:
        if name in made.taken:
            untouched = base[name] if base is not None else (elsewhere or {}).get(name)
            assert mine[name] in ("", [], "yes", untouched), "only words that nobody here wrote give way"
            assert made.values[name] == theirs[name]
        else:
            assert made.values[name] == mine[name]


@settings(deadline=None, database=None)
@given(TABLES, TABLES, TABLES)
def test_changes_of_different_fields_both_live(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    theirs = {name: base[name] if mine[name] != base[name] else theirs[name] for name in NAMES}
    made = merge(base, mine, theirs)
    assert not made.clashes
    assert made.values == {name: mine[name] if mine[name] != base[name] else theirs[name] for name in NAMES}
    assert merge(theirs, made.values, theirs).taken == (), "the same edition again moves nothing"
