"""The work plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from champion_app.domain.actions import ActionFields, Horizon
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.faults import TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import actions, history


def test_a_gap_becomes_an_action_without_retyping(binder: Binder, toolkit: Toolkit, today: date) -> None:
    criterion = toolkit.criterion("1.3")
    record = AnswerRecord("1.3", Answer.NOT_YET, notes=" Two of ten trained\n")
    fields = actions.from_criterion(criterion, ServiceType.UNIVERSAL, record, "Sam", today)
    assert (fields.title, fields.statement, fields.criterion) == (criterion.text, 1, "1.3")
    assert fields.next_step == criterion.first_step and fields.success == criterion.looks_like.in_place
    assert fields.evidence.split("\n") == ["Two of ten trained", *criterion.evidence]
    assert (fields.horizon, fields.due, fields.lead) == (Horizon.THREE_MONTHS, date(2027, 2, 22), "Sam")
    number = actions.raise_action(binder, fields, today)
    kept = actions.action(binder, number)
    assert kept is not None and kept.fields == fields and kept.raised_on == today


@pytest.mark.parametrize("kind", ServiceType)
def test_every_criterion_makes_an_action_in_the_words_of_the_service(
    binder: Binder, toolkit: Toolkit, kind: ServiceType, today: date
) -> None:
    for criterion in toolkit.criteria_for(kind):
        fields = actions.from_criterion(criterion, kind, AnswerRecord(criterion.number, None), today=today)
        assert fields.title == criterion.wording(kind) and fields.statement == criterion.statement
        assert fields.evidence == "\n".join(criterion.evidence)
        assert actions.tidy(fields) == fields


def test_an_action_needs_a_title(binder: Binder) -> None:
    for title in ("", " \n ", "\0"):
        with pytest.raises(WordsNeeded, match="What you want to do"):
            actions.raise_action(binder, ActionFields(title))
    number = actions.raise_action(binder, ActionFields("x"))
    with pytest.raises(WordsNeeded):
        actions.change_action(binder, number, ActionFields(""))
    with pytest.raises(TooLong):
        actions.change_action(binder, number, ActionFields("x", lead="y" * 501))
    assert [action.fields for action in actions.plan(binder)] == [ActionFields("x")]


def test_F67_what_is_pasted_is_tidied_and_kept(binder: Binder) -> None:
    number = actions.raise_action(
        binder,
        ActionFields(" Order\nposters\0 ", next_step="one\r\ntwo \ud800", lead=" Sam\t Okafor ", evidence="\u202ex"),
    )
    kept = actions.action(binder, number)
    assert kept is not None
    assert kept.fields == ActionFields("Order posters", next_step="one\ntwo ", lead="Sam Okafor", evidence="x")


def test_typing_in_one_action_is_one_undo_and_nothing_typed_is_none(binder: Binder) -> None:
    number = actions.raise_action(binder, ActionFields("Order"))
    for title in ("Order p", "Order po", "Order posters"):
        actions.change_action(binder, number, ActionFields(title))
    actions.change_action(binder, number, ActionFields(" Order posters "))
    assert history.undo(binder) == "changes to an action"
    assert actions.plan(binder)[0].fields.title == "Order"
    assert history.undo(binder) == "new action"


def test_updates_are_added_and_stay_as_they_were(binder: Binder, today: date) -> None:
    number = actions.raise_action(binder, ActionFields("Order posters"))
    actions.add_update(binder, number, " Rang the printer \n", today)
    actions.add_update(binder, number, "Chose a design", today - timedelta(5))
    actions.change_action(binder, number, ActionFields("Other words"))
    actions.close_action(binder, number, today)
    actions.reopen_action(binder, number)
    kept = actions.action(binder, number)
    assert kept is not None
    assert [(note.text, note.day) for note in kept.updates] == [
        ("Rang the printer", today), ("Chose a design", today - timedelta(5)),
    ]  # fmt: skip
    for empty in ("", " \n\0"):
        with pytest.raises(WordsNeeded, match="update"):
            actions.add_update(binder, number, empty)


def test_removing_and_undo_bring_back_the_action_whole(binder: Binder, today: date) -> None:
    number = actions.raise_action(binder, ActionFields("Order posters", due=today), today)
    actions.add_update(binder, number, "Rang the printer", today)
    actions.close_action(binder, number, today)
    before = actions.plan(binder)
    actions.remove_action(binder, number)
    assert actions.plan(binder) == [] and actions.action(binder, number) is None
    assert history.undo(binder) == "action removed"
    assert actions.plan(binder) == before
    assert [history.undo(binder) for _ in range(3)] == ["action closed", "update on an action", "new action"]
    assert actions.plan(binder) == []


def test_the_plan_starts_with_what_is_overdue_and_ends_with_what_is_done(binder: Binder, today: date) -> None:
    for title, days in (("far", 90), ("late", -3), ("undated", None), ("later", -40), ("done", -99)):
        due = today + timedelta(days) if days is not None else None
        number = actions.raise_action(binder, ActionFields(title, due=due))
        if title == "done":
            actions.close_action(binder, number, today)
    titles = [action.fields.title for action in actions.plan(binder, today)]
    assert titles == ["later", "late", "far", "undated", "done"]


def test_changing_what_is_gone_does_nothing(binder: Binder) -> None:
    actions.change_action(binder, 99, ActionFields("x"))
    assert actions.plan(binder) == []


def test_overdue_and_by_criterion(binder: Binder, today: date) -> None:
    for number, days in (("1.3", -1), ("1.3", -9), ("8.6", -2), ("", 5)):
        fields = ActionFields(f"{number} {days}", criterion=number, due=today + timedelta(days))
        actions.raise_action(binder, fields, today)
    assert actions.overdue_count(binder, today) == 3
    titles = [action.fields.title for action in actions.for_criterion(binder, "1.3", today)]
    assert titles == ["1.3 -9", "1.3 -1"] and actions.for_criterion(binder, "2.2") == []


def test_typing_in_another_field_is_another_thought(binder: Binder) -> None:
    number = actions.raise_action(binder, ActionFields("Order"))
    for fields in (ActionFields("Order p"), ActionFields("Order posters"), ActionFields("Order posters", lead="S"),
                   ActionFields("Order posters", lead="Sam")):  # fmt: skip
        actions.change_action(binder, number, fields)
    history.undo(binder)
    assert actions.plan(binder)[0].fields == ActionFields("Order posters")
    history.undo(binder)
    assert actions.plan(binder)[0].fields == ActionFields("Order")
