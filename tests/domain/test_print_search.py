"""Finding a print again, whether an edition is newer, and facts that somebody has looked at since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.languages import english_name, language_name
from champion_app.domain.print_facts import facts_changed, first_words, newer, past_review
from champion_app.domain.print_search import asked_for, found_in, looked_up, years_of
from champion_app.domain.prints import PrintedContact, PrintedFact, PrintRecord

TODAY = date(2026, 11, 25)
RECORD = PrintRecord(
    1,
    date(2025, 5, 3),
    "leaflet",
    "When someone is arrested",
    "2025-11",
    "a4",
    5,
    contacts=(PrintedContact(1, "Siân's café", "01632 960120", None),),
    words="You are not alone.",
)
OLD = PrintedFact("block", "rights", "24 hours.", date(2026, 5, 1))


@pytest.mark.parametrize(
    "typed",
    ["arrest", "arrested 2025", "sian cafe", "01632 960120", "01632960120", "may alone", "large print", "", "  "],
)
def test_it_is_found_by_any_word_on_it(typed: str) -> None:
    assert found_in(looked_up(RECORD, "A4, large print"), asked_for(typed))


@pytest.mark.parametrize("typed", ["arrested 2026", "court", "01632 960121"])
def test_every_word_has_to_be_there(typed: str) -> None:
    assert not found_in(looked_up(RECORD), asked_for(typed))


@settings(deadline=None, database=None, max_examples=60)
@given(st.text(max_size=60))
def test_any_words_can_be_searched(typed: str) -> None:
    found_in(looked_up(replace(RECORD, words=typed)), asked_for(typed))


def test_years_are_counted_newest_first() -> None:
    made = [replace(RECORD, day=date(year, 1, 1)) for year in (2024, 2026, 2024, 2025)]
    assert list(years_of(made).items()) == [(2026, 1), (2025, 1), (2024, 2)]


@pytest.mark.parametrize(
    ("edition", "than", "is_newer"),
    [
        ("2026-11", "2025-11", True),
        ("2027-02", "2026-11", True),
        ("10", "9", True),
        ("2026-11", "2026-11", False),
        ("2025-11", "2026-11", False),
        ("2026-11", "", False),
        ("spring", "autumn", False),
    ],
)
def test_a_newer_edition_is_known_by_its_numbers(edition: str, than: str, is_newer: bool) -> None:
    assert newer(edition, than) is is_newer


def test_a_fact_past_its_day_is_named_unless_somebody_has_looked_at_the_same_words_since() -> None:
    record = replace(RECORD, facts=(OLD,))
    assert past_review(record, TODAY) == (OLD,)
    assert past_review(record, date(2026, 5, 1)) == ()
    assert past_review(record, TODAY, [replace(OLD, review_by=date(2027, 5, 1))]) == ()
    assert past_review(record, TODAY, [replace(OLD, review_by=date(2026, 9, 1))]) == (OLD,)
    assert past_review(record, TODAY, [replace(OLD, words="48 hours.", review_by=date(2027, 5, 1))]) == (OLD,)
    assert past_review(replace(record, facts=(replace(OLD, dealt_on=TODAY),)), TODAY) == ()


def test_a_fact_is_only_wrong_when_it_reads_differently_now() -> None:
    record = replace(RECORD, facts=(OLD,))
    assert facts_changed(record, []) == ()
    assert facts_changed(record, [replace(OLD, review_by=None)]) == ()
    assert facts_changed(record, [replace(OLD, kind="prison", words="Other")]) == ()
    assert facts_changed(record, [replace(OLD, words="48 hours.")]) == (OLD,)


def test_a_fact_is_named_by_its_first_words_without_its_own_quotation_marks() -> None:
    assert first_words("“Thank you for telling me.”\nMore") == "Thank you for telling me."
    assert len(first_words("word " * 100)) <= 90


def test_every_language_has_a_name_in_english_and_in_itself() -> None:
    assert (english_name("cy"), language_name("cy")) == ("Welsh", "Cymraeg")
    assert english_name("en-GB") == "English" and english_name("xx") == "xx"
    for code in ("ar", "bn", "es", "fr", "lt", "pa", "pl", "pt", "ro", "so", "tr", "uk", "ur"):
        assert english_name(code) != code and language_name(code) != code
