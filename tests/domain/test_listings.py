"""How far a number can be trusted, and whether two listings are one service."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.domain.listings import (
    PRINT_RULE_WORDS,
    CheckState,
    Listing,
    ListingFields,
    ListingStatus,
    Phone,
    check_state,
    dialled,
    look_alikes,
    may_be_printed,
    mentions,
    number_changed,
    printed_number,
    searched_text,
    trusted_until,
)


def _listing(number: int, name: str, *phones: str, checked: date | None = None) -> Listing:
    return Listing(number, ListingFields(name, phones=tuple(Phone(phone) for phone in phones)), checked_on=checked)


@pytest.mark.parametrize(
    ("checked", "state"),
    [
        (None, CheckState.UNCHECKED),
        (date(2026, 11, 22), CheckState.CHECKED),
        (date(2026, 5, 22), CheckState.CHECKED),  # six months to the day
        (date(2026, 5, 21), CheckState.STALE),
        (date(2020, 1, 1), CheckState.STALE),
    ],
)
def test_a_check_lasts_six_months(today: date, checked: date | None, state: CheckState) -> None:
    assert check_state(_listing(1, "Pact", "0808 808 3444", checked=checked), today) is state


def test_a_closed_service_is_closed_however_lately_it_was_checked(today: date) -> None:
    listing = _listing(1, "Pact", checked=today)
    assert check_state(replace(listing, fields=replace(listing.fields, status=ListingStatus.CLOSED)), today) is (
        CheckState.CLOSED
    )


@pytest.mark.parametrize(
    "spelling",
    [
        "0117 496 0123", "01174960123", "(0117) 496-0123", "+44 117 496 0123", "+44 (0)117 496 0123",
        "+44(0) 1174960123", "0044 117 496 0123", "(+44) 117 496 0123", " 0117.496.0123 ",
    ],
)  # fmt: skip
def test_spellings_of_one_number_compare_equal(spelling: str) -> None:
    assert dialled(spelling) == "01174960123"


@pytest.mark.parametrize(("number", "digits"), [("", ""), ("none", ""), ("116 123", "116123"), ("4411 22", "441122")])
def test_short_and_missing_numbers(number: str, digits: str) -> None:
    assert dialled(number) == digits


@given(st.text(max_size=40))
def test_dialled_is_only_digits(text: str) -> None:
    assert all(mark.isdigit() for mark in dialled(text))


def test_look_alikes_share_a_number_or_a_name() -> None:
    others = [
        _listing(1, "Family Lives", "0808 800 2222"),
        _listing(2, "Barnardo's (Bristol)", "0117 496 0123"),
        _listing(3, "Somewhere else", "0117 496 0999"),
        _listing(4, "No number"),
    ]
    assert look_alikes(ListingFields("New", phones=(Phone("+44 117 496 0123"),)), others) == [others[1]]
    assert look_alikes(ListingFields("  BARNARDO’S – bristol "), others) == [others[1]]
    assert look_alikes(ListingFields("Family lives", phones=(Phone("01174960999"),)), others) == [others[0], others[2]]
    assert look_alikes(ListingFields("Quite another", phones=(Phone("none"),)), others) == []


def test_a_listing_is_no_look_alike_of_itself() -> None:
    own = _listing(7, "Family Lives", "0808 800 2222")
    assert look_alikes(own.fields, [own], own_id=7) == []
    assert look_alikes(own.fields, [own]) == [own]


def test_names_of_signs_alone_do_not_all_look_alike() -> None:
    assert look_alikes(ListingFields("???"), [_listing(1, "!!!")]) == []


def test_only_another_number_counts_as_changed() -> None:
    before = ListingFields("Pact", phones=(Phone("0808 808 3444", "line", "free"), Phone("0117 496 0123")))
    respelt = replace(before, phones=(Phone("+44 808 8083444", "other words"), Phone("01174960123")))
    assert not number_changed(before, respelt)
    assert not number_changed(before, replace(before, name="PACT", website="pact.org"))
    assert number_changed(before, replace(before, phones=(Phone("0808 808 3445"), before.phones[1])))
    assert number_changed(before, replace(before, phones=before.phones[:1]))
    assert number_changed(before, replace(before, phones=before.phones[::-1]))  # the first one goes on paper


def test_first_number_and_none() -> None:
    listing = _listing(1, "Pact", "0808 808 3444", "0117 496 0123")
    assert listing.phone == "0808 808 3444"
    assert _listing(2, "Web only").phone == ""


@pytest.mark.parametrize(
    ("rule", "printed", "number"),
    [
        ("yes", True, True), ("check-first", True, True), ("helpline-only", True, True), ("web-only", True, False),
        ("email-only", True, False), ("champion-only", False, None), ("no", False, None),
    ],
)  # fmt: skip
def test_print_rules(today: date, rule: str, printed: bool, number: bool | None) -> None:
    """Some names alone can expose a family (facts: Stop It Now), some numbers are not for ringing."""
    listing = _listing(1, "Pact", "0808 808 3444", checked=today)
    listing = replace(listing, fields=replace(listing.fields, print_rule=rule))
    assert may_be_printed(listing, today) is printed
    if number is not None:
        assert printed_number(listing, today) == ("0808 808 3444" if number else "")
    assert printed_number(replace(listing, checked_on=None), today) == ""
    closed = replace(listing, fields=replace(listing.fields, status=ListingStatus.CLOSED))
    assert not may_be_printed(closed, today) and printed_number(closed, today) == ""


def test_every_print_rule_has_words_and_a_new_listing_has_the_first() -> None:
    assert next(iter(PRINT_RULE_WORDS)) == ListingFields("x").print_rule
    assert all(PRINT_RULE_WORDS.values())


def test_the_last_day_a_check_counts(today: date) -> None:
    last = trusted_until(date(2026, 8, 31))
    assert last == date(2027, 2, 28)
    assert check_state(_listing(1, "x", checked=date(2026, 8, 31)), last) is CheckState.CHECKED


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True), ("rain", True), ("RAINBOW bristol", True), ("cafe", True), ("CAFÉ", True), ("o'brien", True),
        ("o\u2019brien", True), ("0117 496", True), ("01174960123", True), ("+44", False), ("welsh ages", False),
        ("rainbow leeds", False), ("secret note", True),
    ],
)  # fmt: skip
def test_the_directory_finds_every_word_and_number_of_a_listing(typed: str, found: bool) -> None:
    fields = ListingFields("Rainbow Café", "O\u2019Brien's group", phones=(Phone("0117 496 0123", "Jo"),))
    fields = replace(fields, area="Bristol", languages="Welsh", note="A secret note")
    assert mentions(searched_text(fields), typed) is found


@given(st.text(max_size=30))
def test_a_listing_is_found_by_its_own_name(name: str) -> None:
    assert mentions(searched_text(ListingFields(name)), name)
