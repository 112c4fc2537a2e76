"""Self-assessment: answering, carrying over, comparing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from champion_app.domain.rounds import Answer, AnswerRecord, Movement
from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.faults import NothingToUndo, ReasonNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import assessment, history, service
from champion_app.tasks.assessment import Assessment, answer_criterion

LATER = date(2027, 5, 10)


@pytest.fixture
def first(binder: Binder, school: Service, toolkit: Toolkit, today: date) -> int:
    return assessment.start_round(binder, toolkit, today=today)


def _view(binder: Binder, toolkit: Toolkit, round_id: int | None = None) -> Assessment:
    view = assessment.assessment(binder, toolkit, round_id)
    assert view is not None
    return view


def test_before_the_first_round_there_is_none(binder: Binder, toolkit: Toolkit) -> None:
    assert assessment.assessment(binder, toolkit) is None


@pytest.mark.parametrize(("kind", "count"), [
    (ServiceType.UNIVERSAL, 37), (ServiceType.SPECIALIST, 41), (ServiceType.CRIMINAL_JUSTICE, 29),
])  # fmt: skip
def test_a_round_asks_what_concerns_the_service(
    binder: Binder, toolkit: Toolkit, today: date, kind: ServiceType, count: int
) -> None:
    service.say_who_we_are(binder, Service("Us", type=kind))
    number = assessment.start_round(binder, toolkit, today=today)
    view = _view(binder, toolkit)
    assert (view.round.id, view.round.name, view.round.service_type) == (number, "Autumn 2026", kind)
    assert len(view.criteria) == count == assessment.criteria_count(toolkit, kind)
    assert sum(item.total for item in view.progress) == count
    assert (view.answered, view.before, view.round.edition) == (0, None, toolkit.edition)


def test_answers_are_kept_with_their_day_and_counted(binder: Binder, toolkit: Toolkit, first: int, today: date) -> None:
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE, today=today)
    answer_criterion(binder, first, "1.2", Answer.NOT_YET, today=today)
    view = _view(binder, toolkit)
    assert view.record("1.1") == AnswerRecord("1.1", Answer.IN_PLACE, answered_on=today)
    assert view.record("8.6") == AnswerRecord("8.6", None)
    assert view.answered == 2 and (view.progress[0].in_place, view.progress[0].not_yet) == (1, 1)


def test_not_for_us_needs_a_reason_and_the_earlier_answer_stands(binder: Binder, toolkit: Toolkit, first: int) -> None:
    answer_criterion(binder, first, "1.1", Answer.IN_PROGRESS)
    for reason in (None, "", " \n\0 "):
        with pytest.raises(ReasonNeeded):
            answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE, reason)
    assert _view(binder, toolkit).record("1.1").answer is Answer.IN_PROGRESS
    record = answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE, "  We have no visits room ")
    assert record.why_not == "We have no visits room" == _view(binder, toolkit).record("1.1").why_not


def test_a_reason_typed_earlier_is_reason_enough(binder: Binder, toolkit: Toolkit, first: int) -> None:
    assessment.note_reason(binder, first, "1.1", "No visits here")
    assert _view(binder, toolkit).record("1.1").answer is None
    assert answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE).why_not == "No visits here"
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE)
    assert answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE).why_not == "No visits here"


def test_wiping_the_reason_takes_not_for_us_away_until_undone(binder: Binder, toolkit: Toolkit, first: int) -> None:
    answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE, "No visits here")
    before = _view(binder, toolkit).record("1.1")
    assessment.note_reason(binder, first, "1.1", "  ")
    assert _view(binder, toolkit).record("1.1") == AnswerRecord("1.1", None)
    history.undo(binder)
    assert _view(binder, toolkit).record("1.1") == before


def test_notes_stay_whatever_is_answered(binder: Binder, toolkit: Toolkit, first: int) -> None:
    assessment.note_evidence(binder, first, "1.1", " Poster by\r\nthe copier ")
    for answer in (Answer.NOT_YET, Answer.IN_PLACE):
        answer_criterion(binder, first, "1.1", answer)
    assessment.clear_answer(binder, first, "1.1")
    assert _view(binder, toolkit).record("1.1") == AnswerRecord("1.1", None, notes=" Poster by\nthe copier ")
    assert _view(binder, toolkit).answered == 0


def test_the_same_answer_again_is_nothing_to_undo(binder: Binder, toolkit: Toolkit, first: int, today: date) -> None:
    answer_criterion(binder, first, "1.1", Answer.NOT_YET, today=today)
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE, today=today)
    for _ in range(3):
        answer_criterion(binder, first, "1.1", Answer.IN_PLACE, today=today)
        assessment.note_evidence(binder, first, "1.1", "")
        assessment.note_reason(binder, first, "1.1", "")
    assert history.undo(binder) == "answer"
    assert _view(binder, toolkit).record("1.1").answer is Answer.NOT_YET
    answer_criterion(binder, first, "1.2", Answer.NOT_YET, today=today)
    answer_criterion(binder, first, "1.2", Answer.NOT_YET, today=LATER)  # said again on another day is news
    assert _view(binder, toolkit).record("1.2").answered_on == LATER


def test_typing_notes_is_one_undo_for_each_criterion(binder: Binder, toolkit: Toolkit, first: int) -> None:
    for words in ("P", "Po", "Poster"):
        assessment.note_evidence(binder, first, "1.1", words)
    for words in ("T", "Training"):
        assessment.note_evidence(binder, first, "1.2", words)
    assert history.undo(binder) == "evidence notes"
    assert [_view(binder, toolkit).record(number).notes for number in ("1.1", "1.2")] == ["Poster", ""]
    history.undo(binder)
    assert _view(binder, toolkit).record("1.1").notes == ""


def test_F65_ten_thousand_lines_of_notes_are_saved(binder: Binder, toolkit: Toolkit, first: int) -> None:
    note = "\n".join(f"{n} seen by the family team" for n in range(10_000))
    assessment.note_evidence(binder, first, "1.1", "short")
    for number in range(3):
        assessment.note_evidence(binder, first, "1.1", f"{note}\n{number}")
    assert _view(binder, toolkit).record("1.1").notes == f"{note}\n2"


# ---------------------------------------------------------------- a second round


@pytest.fixture
def second(binder: Binder, toolkit: Toolkit, first: int, today: date) -> int:
    for number, answer in (("1.1", Answer.NOT_YET), ("1.2", Answer.IN_PROGRESS), ("1.3", Answer.IN_PLACE),
                           ("1.4", Answer.IN_PLACE)):  # fmt: skip
        answer_criterion(binder, first, number, answer, today=today)
    answer_criterion(binder, first, "1.6", Answer.NOT_APPLICABLE, "Not our work", today=today)
    assessment.note_evidence(binder, first, "1.1", "Poster by the copier")
    assessment.note_evidence(binder, first, "1.7", "Only a note")
    return assessment.start_round(binder, toolkit, today=LATER)


def test_answers_come_along_to_be_confirmed_and_do_not_count_yet(
    binder: Binder, toolkit: Toolkit, first: int, second: int, today: date
) -> None:
    view = _view(binder, toolkit)
    assert view.round.id == second and view.before is not None and view.before.id == first
    assert view.before.finished == LATER
    assert view.answered == 0 and assessment.moved(toolkit, view) == []
    assert view.record("1.1") == AnswerRecord("1.1", Answer.NOT_YET, "", "Poster by the copier", today, carried=True)
    assert view.record("1.7") == AnswerRecord("1.7", None, notes="Only a note")
    assert view.record("1.6").why_not == "Not our work" and view.record("1.6").carried


def test_what_moved_is_told_only_of_what_was_answered_again(
    binder: Binder, toolkit: Toolkit, first: int, second: int
) -> None:
    for number, answer in (("1.1", Answer.IN_PLACE), ("1.2", Answer.NOT_YET), ("1.3", Answer.IN_PLACE),
                           ("1.6", Answer.IN_PROGRESS), ("1.7", Answer.NOT_YET)):  # fmt: skip
        answer_criterion(binder, second, number, answer, today=LATER)
    found = {item.criterion.number: item for item in assessment.moved(toolkit, _view(binder, toolkit))}
    assert {number: item.movement for number, item in found.items()} == {
        "1.1": Movement.UP, "1.2": Movement.DOWN, "1.3": Movement.SAME, "1.6": Movement.APART, "1.7": Movement.NEW,
    }  # fmt: skip
    assert (found["1.1"].before, found["1.1"].now) == (Answer.NOT_YET, Answer.IN_PLACE)
    assert _view(binder, toolkit).answered == 5


def test_confirming_a_carried_answer_counts_and_keeps_its_notes_and_reason(
    binder: Binder, toolkit: Toolkit, second: int
) -> None:
    confirmed = answer_criterion(binder, second, "1.1", Answer.NOT_YET, today=LATER)
    assert confirmed == AnswerRecord("1.1", Answer.NOT_YET, "", "Poster by the copier", LATER)
    assert not answer_criterion(binder, second, "1.6", Answer.NOT_APPLICABLE, today=LATER).carried
    assert _view(binder, toolkit).answered == 2


def test_the_first_round_is_left_as_it_was(binder: Binder, toolkit: Toolkit, first: int, second: int) -> None:
    answer_criterion(binder, second, "1.1", Answer.IN_PLACE)
    assessment.note_evidence(binder, second, "1.1", "New words")
    old = _view(binder, toolkit, first)
    assert (old.record("1.1").answer, old.record("1.1").notes) == (Answer.NOT_YET, "Poster by the copier")
    assert old.before is None and old.answered == 5
    told = [(item.id, record.answer) for item, record in assessment.criterion_history(binder, "1.1")]
    assert told == [(first, Answer.NOT_YET), (second, Answer.IN_PLACE)]


def test_undoing_a_new_round_takes_it_away_and_opens_the_one_before(
    binder: Binder, toolkit: Toolkit, first: int, second: int
) -> None:
    assert history.undo(binder) == "new round"
    view = _view(binder, toolkit)
    assert (view.round.id, view.round.finished, view.answered) == (first, None, 5)
    history.redo(binder)
    assert _view(binder, toolkit).round.id == second and _view(binder, toolkit).record("1.1").carried


def test_starting_twice_loses_nothing(binder: Binder, toolkit: Toolkit, first: int, second: int, today: date) -> None:
    answer_criterion(binder, second, "1.1", Answer.IN_PLACE, today=LATER)
    third = assessment.start_round(binder, toolkit, today=LATER)
    view = _view(binder, toolkit)
    assert [item.id for item in assessment.all_rounds(binder)] == [first, second, third]
    assert view.record("1.1").answer is Answer.IN_PLACE and view.record("1.1").carried
    assert view.record("1.2") == AnswerRecord("1.2", Answer.IN_PROGRESS, answered_on=today, carried=True)
    assert view.record("1.1").notes == "Poster by the copier"
    history.undo(binder)
    assert _view(binder, toolkit).round.id == second and _view(binder, toolkit).answered == 1


def test_F33_a_round_begun_with_the_clock_set_back_is_still_the_newest(
    binder: Binder, toolkit: Toolkit, first: int, today: date
) -> None:
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE, today=today)
    second = assessment.start_round(binder, toolkit, today=today - timedelta(400))
    assert _view(binder, toolkit).round.id == second
    assert _view(binder, toolkit).record("1.1").answer is Answer.IN_PLACE


def test_answers_of_criteria_that_no_longer_concern_us_stay_behind(
    binder: Binder, toolkit: Toolkit, first: int, school: Service
) -> None:
    answer_criterion(binder, first, "2.2", Answer.IN_PLACE)  # not for criminal justice
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE)
    service.say_who_we_are(binder, Service("HMP visitors", type=ServiceType.CRIMINAL_JUSTICE))
    assessment.start_round(binder, toolkit)
    view = _view(binder, toolkit)
    assert view.round.service_type is ServiceType.CRIMINAL_JUSTICE and set(view.answers) == {"1.1"}
    assert _view(binder, toolkit, first).round.service_type is ServiceType.UNIVERSAL


# ---------------------------------------------------------------- the small things


def test_the_page_opens_where_it_was_left_and_that_is_nothing_to_undo(
    binder: Binder, toolkit: Toolkit, first: int
) -> None:
    assert assessment.where_left(binder, first) == ""
    assessment.turn_to(binder, first, "3.4")
    assert assessment.where_left(binder, first) == "3.4"
    assert assessment.where_left(binder, first + 1) == ""
    assert history.undo(binder) == "new round"


def test_a_finished_round_can_still_be_corrected(binder: Binder, toolkit: Toolkit, first: int, today: date) -> None:
    assessment.finish_round(binder, first, today)
    assert _view(binder, toolkit).round.finished == today
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE)
    assert _view(binder, toolkit).answered == 1
    history.undo(binder)
    assert history.undo(binder) == "round finished"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 11, 22), "Autumn 2026"), (date(2026, 9, 1), "Autumn 2026"), (date(2026, 12, 1), "Winter 2026"),
        (date(2027, 1, 8), "Winter 2027"), (date(2027, 3, 1), "Spring 2027"), (date(2027, 8, 31), "Summer 2027"),
    ],
)  # fmt: skip
def test_a_round_is_named_after_its_season(day: date, name: str) -> None:
    assert assessment.season_name(day) == name


def test_clearing_an_answer_that_is_not_there_does_nothing(binder: Binder, school: Service) -> None:
    assessment.clear_answer(binder, 1, "1.1")
    assert history.undo(binder) == "details of your service"
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_where_a_round_is_taken_up_again(binder: Binder, toolkit: Toolkit, first: int) -> None:
    assert assessment.where_to_begin(binder, _view(binder, toolkit)) == "1.1"
    answer_criterion(binder, first, "1.1", Answer.IN_PLACE)
    assert assessment.where_to_begin(binder, _view(binder, toolkit)) == "1.2"
    assessment.turn_to(binder, first, "5.3")
    assert assessment.where_to_begin(binder, _view(binder, toolkit)) == "5.3"
    assessment.turn_to(binder, first, "5.1")  # not for a school
    assert assessment.where_to_begin(binder, _view(binder, toolkit)) == "1.2"
    assert assessment.record_of(binder, first, "1.1").answer is Answer.IN_PLACE
    assert assessment.record_of(binder, first, "1.2") == AnswerRecord("1.2", None)


def test_another_round_is_offered_when_all_is_answered_or_nine_months_have_passed(
    binder: Binder, toolkit: Toolkit, first: int, today: date
) -> None:
    assert not assessment.time_for_another(_view(binder, toolkit), today)
    assert assessment.time_for_another(_view(binder, toolkit), date(2027, 8, 23))
    for criterion in toolkit.criteria_for(ServiceType.UNIVERSAL):
        assert not _view(binder, toolkit).complete
        answer_criterion(binder, first, criterion.number, Answer.IN_PLACE, today=today)
    assert _view(binder, toolkit).complete and assessment.time_for_another(_view(binder, toolkit), today)
    assert assessment.where_to_begin(binder, _view(binder, toolkit)) == "1.1"
