"""The list of prisons: adding, changing, looking up, closing, and what belongs to our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.prisons import VISIT_FACTS, Prison, PrisonFields, PrisonStatus, facts_are_fresh
from champion_app.domain.services import Service
from champion_app.faults import NothingToUndo, TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import history, prisons, search, service

FIELDS = PrisonFields("HMP Northfield", "Northfield", "Kent", holds="women", types=("adult prison",), booking="Online.")


def _get(binder: Binder, number: int) -> Prison:
    found = prisons.prison(binder, number)
    assert found is not None
    return found


@pytest.fixture
def looked_up(binder: Binder, today: date) -> int:
    return prisons.add_prison(binder, FIELDS, "Sam", today)


def test_a_new_binder_knows_127_and_nothing_of_their_visits(binder: Binder) -> None:
    found = prisons.all_prisons(binder)
    assert len(found) == 127
    assert not [one for one in found if one.checked_on or any(getattr(one.fields, name) for name in VISIT_FACTS)]
    assert [one.fields.name for one in found] == sorted((one.fields.name for one in found), key=str.lower)


def test_added_with_its_facts_looked_up_or_without(binder: Binder, looked_up: int, today: date) -> None:
    assert _get(binder, looked_up) == Prison(looked_up, FIELDS, "", today, "Sam")
    other = prisons.add_prison(binder, replace(FIELDS, name="Other"), " \0 ")
    assert _get(binder, other).checked_on is None
    assert history.undo(binder) == "new prison"
    assert prisons.prison(binder, other) is None


@pytest.mark.parametrize("name", VISIT_FACTS)
def test_a_changed_fact_is_to_be_looked_up_again(binder: Binder, looked_up: int, name: str) -> None:
    before = _get(binder, looked_up)
    assert prisons.change_prison(binder, looked_up, replace(FIELDS, **{name: "something else"}))
    assert (_get(binder, looked_up).checked_on, _get(binder, looked_up).checked_by) == (None, "")
    assert history.undo(binder) == "changes to a prison"
    assert _get(binder, looked_up) == before


def test_other_changes_leave_the_day_alone(binder: Binder, looked_up: int, today: date) -> None:
    fields = replace(FIELDS, note="ask for Jo", town="Southfield", types=())
    assert not prisons.change_prison(binder, looked_up, fields)
    assert (_get(binder, looked_up).fields, _get(binder, looked_up).checked_on) == (fields, today)


def test_changed_by_somebody_who_just_looked_it_up(binder: Binder, looked_up: int) -> None:
    later = date(2027, 1, 4)
    assert not prisons.change_prison(binder, looked_up, replace(FIELDS, dress="No hoods"), " Jo ", later)
    assert (_get(binder, looked_up).checked_on, _get(binder, looked_up).checked_by) == (later, "Jo")
    assert not prisons.change_prison(binder, looked_up, replace(FIELDS, dress="No hoods"), "Sam", later)
    assert _get(binder, looked_up).checked_by == "Sam", "nothing changed, and somebody looked again"
    history.undo(binder)
    assert _get(binder, looked_up).checked_by == "Jo"
    history.undo(binder)
    assert _get(binder, looked_up).fields == FIELDS


def test_ours_is_the_one_settings_name_and_stays_ours_under_another_name(
    binder: Binder, school: Service, looked_up: int
) -> None:
    assert prisons.our_prison(binder) is None
    service.say_who_we_are(binder, replace(school, prison="hmp northfield"))
    ours = prisons.our_prison(binder)
    assert ours is not None and ours.id == looked_up
    prisons.change_prison(binder, looked_up, replace(FIELDS, name="HMP Southfield"))
    assert service.who_we_are(binder).prison == "HMP Southfield"
    history.undo(binder)
    assert service.who_we_are(binder).prison == "hmp northfield"
    other = next(one for one in prisons.all_prisons(binder) if one.id != looked_up)
    prisons.change_prison(binder, other.id, replace(other.fields, name="Elsewhere"))
    assert service.who_we_are(binder).prison == "hmp northfield"


def test_saving_what_is_there_is_nothing_to_undo(binder: Binder, looked_up: int) -> None:
    prisons.change_prison(binder, looked_up, FIELDS)
    prisons.change_prison(binder, 99_999, FIELDS, "Sam")
    prisons.set_prison_status(binder, looked_up, PrisonStatus.OPEN)
    prisons.set_prison_status(binder, 99_999, PrisonStatus.CLOSED)
    assert history.undo(binder) == "new prison"
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_ticking_unticking_closing_removing_and_undo(binder: Binder, looked_up: int, today: date) -> None:
    prisons.untick_prison(binder, looked_up)
    prisons.tick_prison(binder, looked_up, " Jo\n", today)
    prisons.set_prison_status(binder, looked_up, PrisonStatus.CLOSED)
    assert prisons.all_prisons(binder)[-1].id == looked_up
    assert "HMP Northfield" not in dict(prisons.names_and_towns(binder))
    prisons.set_prison_status(binder, looked_up, PrisonStatus.OPEN)
    prisons.remove_prison(binder, looked_up)
    assert prisons.prison(binder, looked_up) is None
    assert not [hit for hit in search.find(binder, "northfield") if hit.kind == "prison"]
    undone = [history.undo(binder) for _ in range(5)]
    assert undone == ["prison removed", "prison open again", "prison closed", "visiting facts checked",
                      "visiting facts unchecked"]  # fmt: skip
    assert _get(binder, looked_up) == Prison(looked_up, FIELDS, "", today, "Sam")
    assert search.find(binder, "northfield")[0].id == looked_up


def test_the_last_day_the_facts_are_fresh(binder: Binder, looked_up: int) -> None:
    prisons.tick_prison(binder, looked_up, "Sam", date(2026, 8, 31))
    assert facts_are_fresh(_get(binder, looked_up), date(2027, 2, 28))
    assert not facts_are_fresh(_get(binder, looked_up), date(2027, 3, 1))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True), ("north", True), ("NORTHFIELD kent", True), ("field", False), ("women adult", True),
        ("hmp women kent", True), ("men", False), ("nórthfield", True), ("kent!", True), ("online", True),
        ("kent sussex", False), ("\0", True), ("'\" -- %", True),
    ],
)  # fmt: skip
def test_every_word_typed_begins_a_word(typed: str, found: bool) -> None:
    one = Prison(1, FIELDS)
    assert (prisons.find([one], typed) == [one]) is found


def test_those_named_so_come_first() -> None:
    named, near = Prison(1, PrisonFields("HMP Ford")), Prison(2, PrisonFields("HMP Wye", note="near Ford"))
    assert prisons.find([near, named], "ford") == [named, near]


def test_same_names_and_kinds(binder: Binder, looked_up: int) -> None:
    assert [one.id for one in prisons.same_name(binder, "hmp  NORTHFIELD.")] == [looked_up]
    assert prisons.same_name(binder, "hmp northfield", looked_up) == []
    assert prisons.same_name(binder, " ") == prisons.same_name(binder, "HMP") == []
    assert prisons.types_used(binder)[0] == "adult prison"
    assert len(prisons.types_used(binder)) == 5


def test_a_prison_needs_a_name_and_what_is_pasted_is_tidied(binder: Binder) -> None:
    before = prisons.all_prisons(binder)
    with pytest.raises(WordsNeeded, match="prison's name"):
        prisons.add_prison(binder, PrisonFields(" \n"))
    with pytest.raises(TooLong, match="Web page"):
        prisons.add_prison(binder, PrisonFields("x", visits_page="y" * 501))
    assert prisons.all_prisons(binder) == before
    number = prisons.add_prison(binder, PrisonFields(" HMP\nX \0", "a\rb", booking="one\r\ntwo", dress="\u202eall"))
    assert _get(binder, number).fields == PrisonFields("HMP X", "a b", booking="one\ntwo", dress="all")


def test_every_starter_prison_can_be_saved_as_it_is(binder: Binder) -> None:
    for one in prisons.all_prisons(binder):
        assert prisons.tidy(one.fields) == one.fields
