"""The directory of help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.listings import CheckState, Listing, ListingFields, ListingStatus, Phone, check_state, dialled
from champion_app.domain.services import Service
from champion_app.faults import NothingToUndo, TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import history, leaflets, listings, search, service

FIELDS = ListingFields("Rainbow Club", phones=(Phone("0117 496 0123", "Jo"),), website="https://example.org")


def _get(binder: Binder, number: int) -> Listing:
    found = listings.listing(binder, number)
    assert found is not None
    return found


@pytest.fixture
def checked(binder: Binder, today: date) -> int:
    return listings.add_listing(binder, FIELDS, "Sam", today)


def test_added_while_on_the_phone_it_is_checked_today_and_else_it_is_not(
    binder: Binder, checked: int, today: date
) -> None:
    assert check_state(_get(binder, checked), today) is CheckState.CHECKED
    assert _get(binder, checked).checked_by == "Sam"
    other = listings.add_listing(binder, replace(FIELDS, name="Other"), "  \0 ")
    assert check_state(_get(binder, other), today) is CheckState.UNCHECKED
    assert _get(binder, other).checked_by == ""


def test_a_changed_number_is_unchecked_again_and_undo_brings_the_check_back(
    binder: Binder, checked: int, today: date
) -> None:
    before = _get(binder, checked)
    assert listings.change_listing(binder, checked, replace(FIELDS, phones=(Phone("0117 496 0124", "Jo"),)))
    now = _get(binder, checked)
    assert (now.phone, now.checked_on, now.checked_by) == ("0117 496 0124", None, "")
    assert history.undo(binder) == "changes to a service"
    assert _get(binder, checked) == before


@pytest.mark.parametrize(
    "fields",
    [
        replace(FIELDS, name="Rainbow club for families"),
        replace(FIELDS, phones=(Phone("+44 (0)117 4960123", "Reception"),)),
        replace(FIELDS, note="ask for Jo"),
    ],
)
def test_other_changes_leave_the_check_alone(binder: Binder, checked: int, today: date, fields: ListingFields) -> None:
    assert not listings.change_listing(binder, checked, fields)
    assert _get(binder, checked).fields == fields and _get(binder, checked).checked_on == today


def test_saving_what_is_already_there_is_nothing_to_undo(binder: Binder, checked: int) -> None:
    listings.change_listing(binder, checked, FIELDS)
    listings.change_listing(binder, 99_999, FIELDS)
    listings.set_status(binder, checked, ListingStatus.ACTIVE)
    listings.set_status(binder, 99_999, ListingStatus.CLOSED)
    assert history.undo(binder) == "new service"
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_ticking_and_unticking(binder: Binder, checked: int, today: date) -> None:
    listings.untick_checked(binder, checked)
    assert check_state(_get(binder, checked), today) is CheckState.UNCHECKED
    listings.tick_checked(binder, checked, " Jo\n", today)
    assert (_get(binder, checked).checked_on, _get(binder, checked).checked_by) == (today, "Jo")
    assert [history.undo(binder), history.undo(binder)] == ["service checked", "service unchecked"]
    assert _get(binder, checked).checked_by == "Sam"


def test_closing_a_service_keeps_everything_known_of_it(binder: Binder, checked: int, today: date) -> None:
    listings.set_status(binder, checked, ListingStatus.CLOSED)
    assert check_state(_get(binder, checked), today) is CheckState.CLOSED
    assert listings.directory(binder)[-1].id == checked
    listings.set_status(binder, checked, ListingStatus.ACTIVE)
    assert _get(binder, checked).fields == FIELDS
    assert [history.undo(binder), history.undo(binder)] == ["service open again", "service closed"]


def test_removing_a_service_and_bringing_it_back(binder: Binder, checked: int) -> None:
    before = listings.directory(binder)
    listings.remove_listing(binder, checked)
    assert listings.listing(binder, checked) is None
    assert checked not in [hit.id for hit in search.find(binder, "rainbow club") if hit.kind == "listing"]
    assert history.undo(binder) == "service removed"
    assert listings.directory(binder) == before and search.find(binder, "rainbow club")[0].id == checked


def test_a_service_needs_a_name(binder: Binder) -> None:
    before = listings.directory(binder)
    with pytest.raises(WordsNeeded, match="name of the service"):
        listings.add_listing(binder, ListingFields(" \n"))
    with pytest.raises(TooLong, match="Website"):
        listings.add_listing(binder, ListingFields("x", website="y" * 501))
    assert listings.directory(binder) == before


def test_F67_what_is_pasted_is_tidied_and_kept(binder: Binder) -> None:
    phones = (Phone(" 0117\0 496 ", "Jo \ud800", "\ud800 free"), Phone(" "))
    messy = ListingFields(" Rain\nbow ", "one\r\ntwo", phones=phones, hours="9\r5", eligibility="\u202eall")
    number = listings.add_listing(binder, messy, "Sam\ud800")
    assert _get(binder, number).fields == ListingFields(
        "Rain bow", "one\ntwo", phones=(Phone("0117 496", "Jo", "free"),), hours="9\n5", eligibility="all"
    )
    assert _get(binder, number).checked_by == "Sam"


def test_every_starter_listing_can_be_saved_as_it_is(binder: Binder) -> None:
    for listing in listings.directory(binder):
        assert listings.tidy(listing.fields) == listing.fields, listing.key


def test_a_number_changed_by_somebody_who_just_rang_it_is_checked(binder: Binder, checked: int) -> None:
    new = replace(FIELDS, phones=(Phone("0117 496 0124"),))
    later = date(2027, 1, 4)
    assert not listings.change_listing(binder, checked, new, checked_by=" Jo ", today=later)
    assert (_get(binder, checked).checked_on, _get(binder, checked).checked_by) == (later, "Jo")
    assert not listings.change_listing(binder, checked, new, checked_by="Sam", today=date(2027, 1, 5))
    assert _get(binder, checked).checked_by == "Sam"
    history.undo(binder)
    assert _get(binder, checked).checked_by == "Jo"
    history.undo(binder)
    assert _get(binder, checked).fields == FIELDS


def test_a_check_stands_beside_the_champion_s_name(binder: Binder) -> None:
    assert listings.who_checks(binder) == "our champion"
    service.say_who_we_are(binder, Service("Hollin Bank", champion="Sam"))
    assert listings.who_checks(binder) == "Sam"


NUMBERS = {
    "plain": "01174960123",
    "spaced": "0117 496 0123",
    "abroad": "+44 117 496 0123",
    "bracketed": "+44 (0)117 496-0123",
    "other way": "0044 117.496.0123",
    "no-break": "0117\u00a0496\u20110123",
}


@pytest.fixture
def numbered(binder: Binder) -> Binder:
    with binder.atomic("add_listing"):
        for listing in listings.directory(binder):
            listings.remove_listing(binder, listing.id)
        for name, number in NUMBERS.items():
            listings.add_listing(binder, ListingFields(name, phones=(Phone("01632 960000"), Phone(number, "Jo"))))
        listings.add_listing(binder, ListingFields("none"))
    return binder


@pytest.mark.parametrize(
    "typed", ["0117 496", "0117496", "4960123", "+44 117 496 01", "+44 (0)117", " 0117-4960123 ", "0044117", "117 496"]
)
def test_a_number_is_found_with_or_without_spaces_however_it_is_kept(numbered: Binder, typed: str) -> None:
    found = listings.some(numbered, listings.by_number(numbered, typed, CheckState))
    assert [one.fields.name for one in found] == sorted(NUMBERS, key=str.casefold)


@pytest.mark.parametrize(
    "typed",
    ["", "01", "+44", "jo 0117", "0117 496 0124", "1" * 100_000, "0117\0", "%", "___", "9" * 41, "()+-./", "٠١١٧"],
)
def test_what_is_no_number_or_nobody_s_finds_nothing(numbered: Binder, typed: str) -> None:
    assert listings.by_number(numbered, typed, CheckState) == []


def test_numbers_across_two_telephones_are_not_one(numbered: Binder) -> None:
    assert listings.by_number(numbered, "0000 0117", CheckState) == []


def test_a_search_by_number_keeps_to_the_states_and_the_limit(numbered: Binder, today: date) -> None:
    first, second, *others = listings.by_number(numbered, "0117", CheckState, today)
    listings.tick_checked(numbered, second, "Sam", today)
    listings.set_status(numbered, first, ListingStatus.CLOSED)
    assert listings.by_number(numbered, "0117", CheckState, today) == [second, *others, first], "closed ones last"
    assert listings.by_number(numbered, "0117", (CheckState.CHECKED,), today) == [second]
    assert listings.by_number(numbered, "0117", (CheckState.CLOSED, CheckState.CHECKED), today) == [second, first]
    assert listings.by_number(numbered, "0117", (), today) == []
    assert listings.by_number(numbered, "0117", CheckState, today, most=2) == [second, others[0]]


@given(st.text(alphabet="0123456789 ()+-./", max_size=45))
@settings(deadline=None, database=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_digits_are_safe_and_what_is_found_has_them(numbered: Binder, typed: str) -> None:
    for one in listings.some(numbered, listings.by_number(numbered, typed, CheckState)):
        kept = [dialled(phone.number) for phone in one.fields.phones]
        wanted = dialled(typed)
        assert any(wanted in number or f"44{wanted[1:]}" in f"44{number[1:]}" for number in kept)


def test_look_alikes_share_a_whole_number_or_a_name(numbered: Binder) -> None:
    for number in NUMBERS.values():
        alike = listings.look_alikes(numbered, ListingFields("", phones=(Phone(number),)))
        assert sorted(one.fields.name for one in alike) == sorted(NUMBERS)
    assert listings.look_alikes(numbered, ListingFields("", phones=(Phone("0117 496"),))) == [], "half a number is none"
    named = listings.add_listing(numbered, ListingFields("St. Mary's Café - Ŵyn"))
    for spelling in ("st mary s café ŵyn", "ST. MARY'S CAFÉ Ŵyn", "St Mary’s  Café,Ŵyn"):
        assert [one.id for one in listings.look_alikes(numbered, ListingFields(spelling))] == [named]
        assert listings.look_alikes(numbered, ListingFields(spelling), own_id=named) == []
    assert listings.look_alikes(numbered, ListingFields("St Mary")) == []
    for odd in ("", " ", "%", "_", "'; --", "خط المساعدة", "\0", "\ud800x", "a " * 240, "x" * 100_000):
        assert listings.look_alikes(numbered, ListingFields(odd)) == []
    arabic = listings.add_listing(numbered, ListingFields("خط المساعدة"))
    assert [one.id for one in listings.look_alikes(numbered, ListingFields("خط المساعدة"))] == [arabic]


def test_a_search_among_all_states_has_nothing_to_look_up(binder: Binder, today: date) -> None:
    assert listings.among(CheckState, today).condition == ""
    assert "closed" in listings.among((CheckState.CLOSED,), today).condition


def test_a_closed_service_is_never_on_a_leaflet_unasked(binder: Binder, checked: int, today: date) -> None:
    template = leaflets.template("family-first-days")
    leaflets.choose_contacts(binder, template, (checked,))
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), (checked,), today)
    assert [contact.listing for contact in paper.contacts] == [checked]
    listings.set_status(binder, checked, ListingStatus.CLOSED)
    assert leaflets.chosen_contacts(binder, template) == ()
    assert checked not in [one.id for one in leaflets.offered_contacts(binder)]
    assert leaflets.compose_leaflet(binder, template, LeafletChoices(), (checked,), today).contacts == ()
