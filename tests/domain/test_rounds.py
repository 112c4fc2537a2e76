"""Progress, movement and finding the next question."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from champion_app.domain.rounds import (
    ANSWER_KEYS,
    ANSWER_WORDS,
    MOVEMENT_WORDS,
    Answer,
    AnswerRecord,
    Movement,
    Round,
    grown_old,
    movement,
    next_to_answer,
    next_unanswered,
    progress,
    settled,
    statement_progress,
)
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Toolkit

N, P, I, X = Answer.NOT_YET, Answer.IN_PROGRESS, Answer.IN_PLACE, Answer.NOT_APPLICABLE  # noqa: E741


def _answers(**given: Answer) -> dict[str, AnswerRecord]:
    """_answers(c1_1=N) is {"1.1": not yet}."""
    found = {name[1:].replace("_", "."): answer for name, answer in given.items()}
    return {number: AnswerRecord(number, answer, "not here" if answer is X else "") for number, answer in found.items()}


@pytest.mark.parametrize(
    ("before", "now", "how"),
    [
        (N, P, Movement.UP), (N, I, Movement.UP), (P, I, Movement.UP),
        (I, P, Movement.DOWN), (I, N, Movement.DOWN), (P, N, Movement.DOWN),
        (N, N, Movement.SAME), (P, P, Movement.SAME), (I, I, Movement.SAME), (X, X, Movement.SAME),
        (X, I, Movement.APART), (I, X, Movement.APART), (None, X, Movement.NEW), (None, N, Movement.NEW),
        (N, None, None), (None, None, None), (X, None, None),
    ],
)  # fmt: skip
def test_movement(before: Answer | None, now: Answer | None, how: Movement | None) -> None:
    assert movement(before, now) is how


def test_every_pair_of_answers_has_a_movement_with_words() -> None:
    for before, now in itertools.product([None, *Answer], Answer):
        how = movement(before, now)
        assert how is not None and MOVEMENT_WORDS[how]


def test_keys_one_to_four_are_all_the_answers() -> None:
    assert ANSWER_KEYS == (N, P, I, X)
    assert set(ANSWER_WORDS) == set(Answer)


def test_progress_of_a_statement(toolkit: Toolkit) -> None:
    found = statement_progress(toolkit.statement(1), ServiceType.UNIVERSAL, _answers(c1_1=I, c1_2=P, c1_3=X))
    assert (found.in_place, found.in_progress, found.not_yet, found.not_applicable) == (1, 1, 0, 1)
    assert (found.total, found.answered, found.unanswered) == (3, 3, 0)
    assert found.score == pytest.approx(0.75)


def test_criteria_of_other_services_do_not_count(toolkit: Toolkit) -> None:
    answers = _answers(c1_1=I, c1_2=I, c1_3=N)
    assert statement_progress(toolkit.statement(1), ServiceType.CRIMINAL_JUSTICE, answers).total == 2
    assert statement_progress(toolkit.statement(1), ServiceType.CRIMINAL_JUSTICE, answers).score == 1
    assert statement_progress(toolkit.statement(1), ServiceType.SPECIALIST, answers).total == 3


def test_a_carried_answer_does_not_count_until_confirmed(toolkit: Toolkit) -> None:
    answers = {"1.1": AnswerRecord("1.1", I, carried=True), "1.2": AnswerRecord("1.2", I)}
    found = statement_progress(toolkit.statement(1), ServiceType.UNIVERSAL, answers)
    assert (found.in_place, found.unanswered) == (1, 2)
    assert settled(answers["1.1"]) is None and settled(answers["1.2"]) is I and settled(None) is None


def test_a_statement_that_is_not_for_us_at_all_scores_nothing(toolkit: Toolkit) -> None:
    found = statement_progress(toolkit.statement(2), ServiceType.UNIVERSAL, _answers(c2_1=X))
    assert found.score == 0 and found.unanswered == 0


def test_progress_keeps_the_order_of_the_statements(toolkit: Toolkit) -> None:
    found = progress(toolkit, ServiceType.UNIVERSAL, _answers(c8_1=I))
    assert [item.number for item in found] == list(range(1, 9))
    assert [item.in_place for item in found] == [0] * 7 + [1]
    assert sum(item.total for item in found) == 10


def test_next_unanswered_looks_on_and_then_from_the_start(toolkit: Toolkit) -> None:
    criteria = toolkit.criteria_for(ServiceType.UNIVERSAL)
    assert next_unanswered(criteria, {}) == "1.1"
    assert next_unanswered(criteria, {}, after="1.1") == "1.2"
    assert next_unanswered(criteria, {}, after="8.1") == "1.1"
    assert next_unanswered(criteria, _answers(c1_2=N, c1_3=X), after="1.1") == "2.1"
    assert next_unanswered(criteria, {}, after="9.9") == "1.1"


def test_next_unanswered_offers_notes_and_carried_answers_but_stops_when_all_is_done(toolkit: Toolkit) -> None:
    criteria = toolkit.criteria_for(ServiceType.UNIVERSAL)
    done = {criterion.number: AnswerRecord(criterion.number, N) for criterion in criteria}
    assert next_unanswered(criteria, done, after="1.1") == ""
    assert next_unanswered(criteria, {**done, "3.1": AnswerRecord("3.1", None, notes="seen")}) == "3.1"
    assert next_unanswered(criteria, {**done, "3.1": AnswerRecord("3.1", I, carried=True)}, after="3.1") == "3.1"
    assert next_unanswered((), {}) == ""


def test_an_answer_leads_on_to_the_next_and_at_the_end_back_to_what_is_open(toolkit: Toolkit) -> None:
    criteria = toolkit.criteria_for(ServiceType.UNIVERSAL)
    answers = _answers(c1_1=I, c1_2=N)
    assert next_to_answer(criteria, {}, "1.1") == "1.2"
    assert next_to_answer(criteria, answers, "1.1") == "1.2"  # looked at again in order, answered or not
    assert next_to_answer(criteria, answers, "8.1") == "1.3"
    assert next_to_answer(criteria, {c.number: AnswerRecord(c.number, I) for c in criteria}, "8.1") == ""
    assert next_to_answer(criteria, {}, "") == "1.1"


def test_a_round_grows_old_after_nine_months() -> None:
    begun = Round(1, "Autumn", date(2026, 2, 22), None, ServiceType.UNIVERSAL, "")
    assert not grown_old(begun, date(2026, 11, 22))
    assert grown_old(begun, date(2026, 11, 23))
