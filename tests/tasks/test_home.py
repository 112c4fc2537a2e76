"""Home: at most three things that fit into ten minutes, the most pressing first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from champion_app.domain.actions import ActionFields
from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.log_entries import LogFields
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, leaflets, listings, log_entries, print_history, service
from champion_app.tasks.home import MINUTES, MOST_STEPS, Home, PartOfDay, StepKind, home, part_of_day

NOW = datetime(2026, 11, 22, 9, 30)


def _home(binder: Binder, toolkit: Toolkit, now: datetime = NOW) -> Home:
    found = home(binder, toolkit, now)
    assert len(found.steps) <= MOST_STEPS and sum(step.minutes for step in found.steps) <= MINUTES
    return found


def _kinds(binder: Binder, toolkit: Toolkit, now: datetime = NOW) -> list[StepKind]:
    return [step.kind for step in _home(binder, toolkit, now).steps]


def test_a_new_binder_begins_with_who_we_are_and_the_first_round(binder: Binder, toolkit: Toolkit) -> None:
    found = _home(binder, toolkit)
    assert [step.kind for step in found.steps][:2] == [StepKind.SET_UP, StepKind.START_ROUND]
    assert (found.criteria, found.asked, found.assessment, found.latest) == (37, 37, None, None)
    assert (found.open_actions, found.overdue, found.due_next) == (0, 0, ())


def test_what_is_overdue_and_not_told_about_comes_first(
    binder: Binder, school: Service, toolkit: Toolkit, today: date
) -> None:
    late = actions.raise_action(binder, ActionFields("late", due=today - timedelta(9)), today)
    later = actions.raise_action(binder, ActionFields("later", due=today - timedelta(20)), today)
    step = _home(binder, toolkit).steps[0]
    assert step.kind is StepKind.UPDATE_ACTION and step.action is not None
    assert (step.action.id, step.count) == (later, 20)
    actions.add_update(binder, later, "Rang again", today - timedelta(3))
    step = _home(binder, toolkit).steps[0]
    assert step.action is not None and step.action.id == late
    actions.close_action(binder, late, today)
    assert StepKind.UPDATE_ACTION not in _kinds(binder, toolkit)
    found = _home(binder, toolkit)
    assert (found.open_actions, found.overdue) == (1, 1) and [action.id for action in found.due_next] == [later]


def test_the_round_in_hand_goes_on_where_it_was_left(binder: Binder, school: Service, toolkit: Toolkit) -> None:
    number = assessment.start_round(binder, toolkit, today=NOW.date())
    answer = next(step for step in _home(binder, toolkit).steps if step.kind is StepKind.ANSWER)
    assert (answer.criterion, answer.statement, answer.count) == ("1.1", 1, 6)
    assessment.turn_to(binder, number, "3.2")
    answer = next(step for step in _home(binder, toolkit).steps if step.kind is StepKind.ANSWER)
    assert (answer.criterion, answer.statement) == ("3.1", 3)
    for criterion in toolkit.criteria_for(ServiceType.UNIVERSAL):
        assessment.answer_criterion(binder, number, criterion.number, Answer.IN_PLACE)
    assert StepKind.ANSWER not in _kinds(binder, toolkit)
    assert StepKind.LOOK_AGAIN in _kinds(binder, toolkit, NOW + timedelta(days=300))


def test_a_gap_leads_to_an_action(binder: Binder, school: Service, toolkit: Toolkit, today: date) -> None:
    number = assessment.start_round(binder, toolkit, today=today)
    for criterion in toolkit.criteria_for(ServiceType.UNIVERSAL):
        gap = criterion.number in ("2.3", "7.1")
        assessment.answer_criterion(binder, number, criterion.number, Answer.NOT_YET if gap else Answer.IN_PLACE)
    first = _home(binder, toolkit).steps[0]
    assert (first.kind, first.count, first.criterion) == (StepKind.FIRST_ACTION, 2, "2.3")
    actions.raise_action(binder, ActionFields("x", criterion="2.3"), today)
    assert StepKind.FIRST_ACTION not in _kinds(binder, toolkit)


def test_our_own_numbers_are_rung_before_starter_ones(binder: Binder, school: Service, toolkit: Toolkit) -> None:
    own = listings.add_listing(binder, listings.directory(binder)[0].fields)
    actions.raise_action(binder, ActionFields("x"))
    number = assessment.start_round(binder, toolkit, today=NOW.date())
    assessment.finish_round(binder, number, NOW.date())
    step = next(step for step in _home(binder, toolkit).steps if step.kind is StepKind.CHECK_LISTINGS)
    assert (step.listing, step.minutes) == (own, 3)
    for listing in listings.directory(binder):
        listings.tick_checked(binder, listing.id, "Sam", NOW.date())
    assert StepKind.CHECK_LISTINGS not in _kinds(binder, toolkit)


def test_a_desk_in_good_order_asks_for_nothing(binder: Binder, school: Service, toolkit: Toolkit, today: date) -> None:
    service.say_who_we_are(binder, replace(school, safeguarding_lead="Priya"))
    number = assessment.start_round(binder, toolkit, today=today)
    assessment.finish_round(binder, number, today)
    for listing in listings.directory(binder):
        listings.tick_checked(binder, listing.id, "Sam", today)
    template = leaflets.template("family-first-days")
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), (), today)
    print_history.note_print(binder, template, paper, LeafletChoices(), 1)
    log_entries.log_it(binder, LogFields("Briefing", today))
    found = _home(binder, toolkit)
    assert found.steps == () and found.latest is not None and found.latest.fields.what == "Briefing"
    assert _kinds(binder, toolkit, NOW + timedelta(days=31)) == [StepKind.LOG]


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, PartOfDay.MORNING), (11, PartOfDay.MORNING), (12, PartOfDay.AFTERNOON), (16, PartOfDay.AFTERNOON),
     (17, PartOfDay.EVENING), (23, PartOfDay.EVENING)],
)  # fmt: skip
def test_greetings(hour: int, part: PartOfDay) -> None:
    assert part_of_day(hour) is part


@pytest.mark.parametrize(
    ("kind", "count"),
    [(ServiceType.UNIVERSAL, 37), (ServiceType.SPECIALIST, 41), (ServiceType.CRIMINAL_JUSTICE, 29)],
)
def test_how_many_criteria_follows_the_type_and_a_round_keeps_its_own(
    binder: Binder, school: Service, toolkit: Toolkit, kind: ServiceType, count: int
) -> None:
    service.say_who_we_are(binder, replace(school, type=kind))
    assert (_home(binder, toolkit).criteria, _home(binder, toolkit).asked) == (count, count)
    assessment.start_round(binder, toolkit, today=NOW.date())
    service.say_who_we_are(binder, school)
    assert (_home(binder, toolkit).criteria, _home(binder, toolkit).asked) == (37, count)


def test_five_lines_are_due_next_in_the_plan_s_order(
    binder: Binder, school: Service, toolkit: Toolkit, today: date
) -> None:
    days = (40, -3, 12, None, 5, 90, -8)
    for day in days:
        due = None if day is None else today + timedelta(day)
        actions.raise_action(binder, ActionFields(f"in {day}", due=due), today)
    found = _home(binder, toolkit)
    assert [action.fields.title for action in found.due_next] == ["in -8", "in -3", "in 5", "in 12", "in 40"]
    assert (found.open_actions, found.overdue) == (7, 2)


def test_a_leaflet_needs_somebody_to_ask_for(binder: Binder, school: Service, toolkit: Toolkit) -> None:
    number = assessment.start_round(binder, toolkit, today=NOW.date())
    assessment.finish_round(binder, number, NOW.date())
    step = next(step for step in _home(binder, toolkit).steps if step.kind is StepKind.DETAILS)
    assert step.field == "safeguarding_lead"
    service.say_who_we_are(binder, replace(school, champion=""))
    step = next(step for step in _home(binder, toolkit).steps if step.kind is StepKind.DETAILS)
    assert step.field == "champion"
