"""The shipped edition of the Quality Statements: complete, numbered as the toolkit numbers them, every field filled."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Criterion, Toolkit
from champion_app.tasks.toolkit import load_toolkit, setting_types

U, S, C = ServiceType.UNIVERSAL, ServiceType.SPECIALIST, ServiceType.CRIMINAL_JUSTICE

# Whom each criterion concerns, read off the toolkit's own self-assessment tables; those not named here concern all.
NOT_FOR_ALL: list[tuple[set[ServiceType], list[str]]] = [
    ({C}, ["1.5", "5.1", "5.2", "5.4", "6.5"]),
    ({S}, ["6.3", "6.6", "7.3", "8.2"]),
    ({U, S}, ["2.2", "3.1", "3.2", "3.4", "3.5", "5.5", "6.1", "6.2", "7.2", "7.4", "7.5", "8.4", "8.5"]),
]
CONCERNS = {number: kinds for kinds, numbers in NOT_FOR_ALL for number in numbers}
COUNTS = {1: 7, 2: 6, 3: 5, 4: 6, 5: 5, 6: 6, 7: 5, 8: 6}

KIT = load_toolkit()
ALL = [criterion for statement in KIT.statements for criterion in statement.criteria]
EACH = pytest.mark.parametrize("criterion", ALL, ids=lambda criterion: criterion.number)


def test_eight_statements_and_46_criteria_in_the_toolkit_s_order() -> None:
    assert [statement.number for statement in KIT.statements] == list(range(1, 9))
    assert {statement.number: len(statement.criteria) for statement in KIT.statements} == COUNTS
    assert [criterion.number for criterion in ALL] == [f"{s}.{c}" for s, n in COUNTS.items() for c in range(1, n + 1)]
    assert len(ALL) == 46


def test_37_for_universal_41_for_specialist_and_29_for_criminal_justice() -> None:
    assert [len(KIT.criteria_for(service)) for service in (U, S, C)] == [37, 41, 29]
    assert sum(criterion.concerns == set(ServiceType) for criterion in ALL) == 24


@EACH
def test_each_criterion_concerns_whom_the_toolkit_says(criterion: Criterion) -> None:
    assert criterion.concerns == CONCERNS.get(criterion.number, set(ServiceType))


@pytest.mark.parametrize("number", ["1.2", "2.1"])
def test_two_criteria_are_worded_by_type_of_service(number: str) -> None:
    criterion = KIT.criterion(number)
    assert set(criterion.text_by_service) == set(ServiceType)
    assert criterion.wording(C) != criterion.wording(U)


def test_no_other_criterion_is_worded_by_type() -> None:
    assert [criterion.number for criterion in ALL if criterion.text_by_service] == ["1.2", "2.1"]


@EACH
def test_every_field_of_a_criterion_is_filled(criterion: Criterion) -> None:
    for service in criterion.concerns:
        _sentence(criterion.wording(service))
    looks = criterion.looks_like
    for text in (criterion.why, criterion.first_step, looks.not_yet, looks.in_progress, looks.in_place):
        _sentence(text)
    assert len(criterion.evidence) >= 2 and len(set(criterion.evidence)) == len(criterion.evidence)
    assert all(hint.strip() == hint and len(hint) > 8 for hint in criterion.evidence)


@EACH
def test_the_three_descriptors_can_be_told_apart(criterion: Criterion) -> None:
    looks = criterion.looks_like
    words = [set(re.findall(r"\w+", text.casefold())) for text in (looks.not_yet, looks.in_progress, looks.in_place)]
    for one, other in ((0, 1), (1, 2), (0, 2)):
        assert len(words[one] & words[other]) / len(words[one] | words[other]) < 0.6, (words[one], words[other])


@EACH
def test_a_criterion_is_the_service_speaking_of_itself(criterion: Criterion) -> None:
    for service in criterion.concerns:
        assert re.search(r"\b(we|our|us)\b", criterion.wording(service), re.IGNORECASE)


@pytest.mark.parametrize("number", range(1, 9))
def test_every_field_of_a_statement_is_filled(number: int) -> None:
    statement = KIT.statement(number)
    assert statement.title.strip() and len(statement.title) < 60
    _sentence(statement.text)
    _sentence(statement.why)
    assert len(statement.outcomes) >= 2 and len(statement.practice) >= 1
    for text in (*statement.outcomes, *statement.practice):
        _sentence(text)


def test_nothing_is_said_twice() -> None:
    said = [
        text
        for c in ALL
        for text in (c.text, c.why, c.first_step, c.looks_like.not_yet, c.looks_like.in_progress, c.looks_like.in_place)
        if text
    ]
    assert [text for text, times in Counter(said).items() if times > 1] == []


def test_no_criterion_asks_for_a_list_of_children_in_this_app() -> None:
    """2.4, 8.1 and 8.2 are evidenced by where the record is held, never by the record (DESIGN, Privacy)."""
    for number in ("2.4", "8.1", "8.2"):
        assert re.search(r"held|kept|where|system", " ".join(KIT.criterion(number).evidence), re.IGNORECASE), number


def test_the_edition_says_what_it_is(toolkit: Toolkit) -> None:
    assert toolkit.edition and toolkit.title and "NICCO" in toolkit.based_on and toolkit.draft
    assert {text for criterion in ALL for text in criterion.replaces} <= {criterion.number for criterion in ALL}


def test_no_facts_that_age_are_typed_into_the_statements() -> None:
    """Figures live in resources/figures; numbers in phone form belong to listings."""
    for criterion in ALL:
        assert not re.search(r"\b0\d{3,4} ?\d{3}", repr(criterion)), criterion.number
        assert not re.search(r"\b\d{2,3},\d{3}\b", repr(criterion)), criterion.number


def test_every_kind_of_setting_belongs_to_a_type_of_service() -> None:
    settings = setting_types()
    assert len({setting.id for setting in settings}) == len({setting.name for setting in settings}) == len(settings)
    assert {setting.service for setting in settings} == set(ServiceType)
    assert all(setting.group and re.fullmatch(r"[a-z0-9-]+", setting.id) for setting in settings)
    names = " ".join(setting.name for setting in settings).casefold()
    for kind in ("school", "family hub", "pupil referral", "special school", "visitors", "prison", "children's centre"):
        assert kind in names.replace("’", "'"), kind


def _sentence(text: str) -> None:
    assert text == text.strip() and len(text) > 15, text
    assert text[0].isupper() and text[-1] in ".?!)”\"'’", text
    assert "  " not in text and "TODO" not in text and "<" not in text, text
