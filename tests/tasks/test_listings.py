"""The directory of help."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.listings import CheckState, Listing, ListingFields, ListingStatus, Phone, check_state
from champion_app.domain.services import Service
from champion_app.faults import NothingToUndo, TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import history, listings, search, service

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
    assert listings.listing(binder, checked) is None and search.find(binder, "rainbow club") == []
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
