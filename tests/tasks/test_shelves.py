"""Shelves: made, named, filled and emptied; what stands on them is never theirs to lose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from champion_app.domain.shelves import Shelf
from champion_app.faults import Fault, NoLongerThere, NothingToUndo, TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import history, resources, shelves


@pytest.fixture
def one(binder: Binder) -> int:
    return resources.pack(binder)[0].id


def test_a_shelf_may_begin_with_a_resource_on_it(binder: Binder, one: int) -> None:
    made = shelves.add_shelf(binder, "  For the\nstaff room ", one)
    assert shelves.all_shelves(binder) == [Shelf(made, "For the staff room", 1)]
    assert shelves.shelves_of(binder, one) == [made]
    assert history.undo(binder) == "new shelf"
    assert shelves.all_shelves(binder) == [] and shelves.shelves_of(binder, one) == []


def test_shelves_come_by_name_with_their_count(binder: Binder, one: int) -> None:
    for name in ("year 6", "Families", "apples"):
        shelves.add_shelf(binder, name)
    shelves.put_on_shelf(binder, shelves.all_shelves(binder)[1].id, one)
    assert [(shelf.name, shelf.items) for shelf in shelves.all_shelves(binder)] == [
        ("apples", 0),
        ("Families", 1),
        ("year 6", 0),
    ]


def test_on_once_is_enough_and_off_what_was_never_on_is_nothing(binder: Binder, one: int) -> None:
    made = shelves.add_shelf(binder, "Year 6")
    shelves.put_on_shelf(binder, made, one)
    shelves.put_on_shelf(binder, made, one)
    assert shelves.all_shelves(binder)[0].items == 1
    shelves.take_off_shelf(binder, made, one)
    shelves.take_off_shelf(binder, made, one)
    assert shelves.shelves_of(binder, one) == []
    undone = [history.undo(binder), history.undo(binder)]
    assert undone == ["resource taken off a shelf", "resource put on a shelf"], "no empty steps"


def test_a_removed_shelf_leaves_its_resources_and_comes_back_full(binder: Binder, one: int) -> None:
    made = shelves.add_shelf(binder, "Year 6", one)
    shelves.remove_shelf(binder, made)
    assert shelves.all_shelves(binder) == [] and resources.resource(binder, one) is not None
    history.undo(binder)
    assert shelves.all_shelves(binder) == [Shelf(made, "Year 6", 1)]


def test_another_name_and_back(binder: Binder) -> None:
    made = shelves.add_shelf(binder, "Year 6")
    shelves.rename_shelf(binder, made, "Moving up")
    assert shelves.all_shelves(binder)[0].name == "Moving up"
    assert history.undo(binder) == "shelf's name"
    assert shelves.all_shelves(binder)[0].name == "Year 6"


@pytest.mark.parametrize(("name", "fault"), [("", WordsNeeded), (" \0 ", WordsNeeded), ("x" * 81, TooLong)])
def test_a_name_is_needed_and_not_a_story(binder: Binder, name: str, fault: type[Fault]) -> None:
    made = shelves.add_shelf(binder, "Year 6")
    tries: tuple[Callable[[], object], ...] = (
        lambda: shelves.add_shelf(binder, name),
        lambda: shelves.rename_shelf(binder, made, name),
    )
    for attempt in tries:
        with pytest.raises(fault) as said:
            attempt()
        assert "shelf's name" in said.value.sentence()
    assert [shelf.name for shelf in shelves.all_shelves(binder)] == ["Year 6"]


def test_a_shelf_that_has_gone_is_said(binder: Binder) -> None:
    for attempt in (lambda: shelves.rename_shelf(binder, 99, "x"), lambda: shelves.remove_shelf(binder, 99)):
        with pytest.raises(NoLongerThere):
            attempt()
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_a_resource_that_has_gone_is_on_no_shelf(binder: Binder, one: int) -> None:
    made = shelves.add_shelf(binder, "Year 6", one)
    resources.remove_resource(binder, one)
    assert shelves.all_shelves(binder) == [Shelf(made, "Year 6", 0)]
    history.undo(binder)
    assert shelves.all_shelves(binder) == [Shelf(made, "Year 6", 1)]
