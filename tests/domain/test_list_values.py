"""Costs, states, statements, stages and kinds as lists put them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.list_values import (
    checked_in_words,
    free_or_not,
    name_says_closed,
    parts_of,
    print_rule,
    read_criteria,
    read_kind,
    read_stages,
    read_statements,
    read_status,
    speaks_of_closing,
)
from champion_app.domain.listings import ListingStatus
from champion_app.domain.resources import KINDS, STAGES

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    ("text", "part", "heading", "cost"),
    [
        ("Yes", "free", "Free?", "Free"), ("Y", "free", "Free", "Free"), ("no", "free", "Is it free?", "Not free"),
        ("£3 a week", "free", "Free?", "£3 a week"), ("No", "charge", "Is there a charge?", "Free"),
        ("Yes", "charge", "Chargeable", "There is a charge"), ("No", "", "Cost?", "Free"), ("N", "", "Cost", "Free"),
        ("£0.00", "", "Cost", "Free"), ("0", "", "Fee", "Free"), ("free", "", "Cost", "Free"), ("Free to families",
        "", "Cost", "Free to families"),
        ("£3 per session", "", "Cost", "£3 per session"),
    ],
)  # fmt: skip
def test_what_it_costs(text: str, part: str, heading: str, cost: str) -> None:
    assert free_or_not(text, part, heading) == cost


@pytest.mark.parametrize(
    ("text", "part", "closed"),
    [
        ("Active", "", False), ("Open", "", False), ("live", "", False), ("Closed", "", True), ("INACTIVE", "", True),
        ("defunct", "", True),
        ("No longer running", "", True), ("Not active", "", True), ("Temporarily closed", "", True), ("No", "", True),
        ("Yes", "", False),
        ("TRUE", "", False), ("Open - closed at weekends", "", False), ("Yes", "closed", True), ("No", "closed", False),
        ("2025-03-02", "closed", True), ("n/a", "closed", False), ("Merged with Pact", "", True),
    ],
)  # fmt: skip
def test_whether_it_still_runs(text: str, part: str, closed: bool) -> None:
    status, _, understood = read_status(text, part, "Status")
    assert status is (ListingStatus.CLOSED if closed else ListingStatus.ACTIVE)
    assert understood


def test_an_unknown_state_and_its_words_are_kept() -> None:
    assert read_status("Amber", "", "Status") == (ListingStatus.ACTIVE, "Status: Amber", False)
    assert read_status("Temporarily closed", "", "Status")[1] == "Status: Temporarily closed"
    assert read_status("2025-03-02", "closed", "Closed")[1] == "Closed: 2 March 2025"


@pytest.mark.parametrize(
    "name", ["Sunshine Centre (CLOSED)", "Sunshine - closed", "CLOSED: Sunshine", "Sunshine [now closed]"]
)
def test_a_name_that_says_closed(name: str) -> None:
    assert name_says_closed(name)


@pytest.mark.parametrize("name", ["The Closed Door Project", "Closed groups for women", "Sunshine"])
def test_a_name_that_does_not(name: str) -> None:
    assert not name_says_closed(name)


def test_a_description_that_speaks_of_closing() -> None:
    assert speaks_of_closing("This service has now closed.") and speaks_of_closing("It is no longer running")
    assert not speaks_of_closing("A closed group for mothers. Closed in August.")


@pytest.mark.parametrize(
    ("text", "part", "says"),
    [("2026-03-02", "checked", "The list says it was checked on 2 March 2026."),
     ("2026-03-02", "updated", "The list says it was last updated on 2 March 2026."),
     ("Spring 2024", "checked", "The list says it was checked on Spring 2024."),
     ("Yes", "checked", "The list says whether it was checked: Yes.")],
)  # fmt: skip
def test_the_lists_own_check_is_told_as_the_lists(text: str, part: str, says: str) -> None:
    assert checked_in_words(text, part) == says


@pytest.mark.parametrize(
    ("text", "found", "odd"),
    [("1, 3; 5", (1, 3, 5), False), ("Statement 5", (5,), False), ("QS3 and QS4", (3, 4), False),
    ("all", tuple(range(1, 9)), False),
     ("1-3", (1, 2, 3), False), ("3.0", (3,), False), ("5.2", (5,), False), ("9", (), True), ("some", (), True),
     ("2, 12", (2,), True)],
)  # fmt: skip
def test_statements(text: str, found: tuple[int, ...], odd: bool) -> None:
    read, strange = read_statements(text)
    assert read == found and bool(strange) is odd


@pytest.mark.parametrize(
    ("text", "found", "odd"),
    [("1.1; 8.6", ("1.1", "8.6"), False), ("3.1 5.4, 3.1", ("3.1", "5.4"), False), ("9.1", (), True),
    ("all", (), True), ("1.1 and 12", ("1.1",), True)],
)  # fmt: skip
def test_criteria(text: str, found: tuple[str, ...], odd: bool) -> None:
    read, strange = read_criteria(text)
    assert read == found and bool(strange) is odd


@pytest.mark.parametrize(
    ("text", "found", "odd"),
    [("Arrest; court", ("arrest", "court"), False), ("Release, Imprisonment", ("imprisonment", "release"), False),
    ("All stages", STAGES, False),
     ("visiting", ("imprisonment",), False), ("coming home", ("release",), False), ("on trial", ("court",), False),
     ("blue", (), True)],
)  # fmt: skip
def test_stages_are_told_in_the_order_of_the_journey(text: str, found: tuple[str, ...], odd: bool) -> None:
    read, strange = read_stages(text)
    assert read == found and bool(strange) is odd


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_means_itself(stage: str) -> None:
    assert read_stages(stage) == ((stage,), "")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_means_itself(kind: str) -> None:
    assert read_kind(kind.upper()) == (kind, "")


def test_another_word_for_a_kind_is_not_lost() -> None:
    assert read_kind("Picture book") == ("story for children", "Picture book")
    assert read_kind("Puppet") == ("Puppet", "")


def test_rules_for_leaflets_by_word_or_code() -> None:
    assert print_rule("check-first") == "check-first"
    assert print_rule("Never on leaflets") == "no"
    assert print_rule("sometimes") == ""


def test_a_list_in_one_cell() -> None:
    assert parts_of("dad; prison,visit | dad\n- home") == ["dad", "prison", "visit", "home"]


@settings(deadline=None, database=None)
@given(ANY_TEXT)
def test_any_text_can_stand_in_any_of_them(text: str) -> None:
    read_criteria(text)
    read_statements(text)
    read_stages(text)
    read_kind(text)
    read_status(text, "", "Status")
    free_or_not(text, "", "Cost")
    speaks_of_closing(text)
    assert all(part == part.strip() and part for part in parts_of(text))
