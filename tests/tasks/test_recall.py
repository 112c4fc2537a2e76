"""Ringing round and recalls: what is due in which order, a round kept for the day, sheets that are not right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.listings import CheckState, Listing, ListingFields, ListingStatus, Phone, check_state
from champion_app.domain.ring_round import AT_A_TIME, Outcome, RingRound, as_it_stands
from champion_app.faults import NothingToUndo
from champion_app.store.binder import Binder
from champion_app.tasks import history, leaflets, listings, print_history, recall

TOMORROW = timedelta(days=1)


@pytest.fixture
def bare(binder: Binder) -> Binder:
    with binder.atomic("remove_listing"):
        for listing in listings.directory(binder):
            listings.remove_listing(binder, listing.id)
    return binder


def add(
    binder: Binder, name: str, checked: date | None = None, rule: str = "yes", number: str = "0117 496 0123"
) -> int:
    fields = ListingFields(name, phones=(Phone(number),), print_rule=rule)
    return listings.add_listing(binder, fields, "Sam" if checked else "", checked)


def put_on_paper(binder: Binder, numbers: tuple[int, ...], copies: int, day: date) -> int:
    """Prints a leaflet with these services on a day, and returns the print's id."""
    template = leaflets.template("family-first-days")
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), numbers, day)
    return print_history.note_print(binder, template, paper, LeafletChoices(), copies)


def names(found: list[Listing]) -> list[str]:
    return [one.fields.name for one in found]


def test_those_on_sheets_come_first_then_never_checked_then_the_oldest(bare: Binder, today: date) -> None:
    old, older = today - timedelta(days=300), today - timedelta(days=400)
    add(bare, "fresh", today)
    add(bare, "old", old)
    add(bare, "older", older)
    add(bare, "b never")
    add(bare, "A never")
    add(bare, "hidden", rule="no")
    add(bare, "champion", rule="champion-only")
    printed = add(bare, "printed", old)
    closed = add(bare, "closed")
    listings.set_status(bare, closed, ListingStatus.CLOSED)
    put_on_paper(bare, (printed, closed), 5, old)
    wanted = ["printed", "A never", "b never", "older", "old", "champion", "hidden"]
    assert names(recall.ring_round(bare, today)) == wanted
    assert names(recall.ring_round(bare, today, 3)) == wanted[:3]
    assert recall.due_count(bare, today) == 7
    assert {check_state(one, today) for one in recall.ring_round(bare, today)} == {
        CheckState.STALE,
        CheckState.UNCHECKED,
    }


def test_more_than_one_query_can_name_are_due(bare: Binder, today: date) -> None:
    with bare.atomic("add_listing"):
        for place in range(1_203):
            add(bare, f"{place:04}")
    assert names(recall.ring_round(bare, today)) == [f"{place:04}" for place in range(1_203)]


def test_a_round_is_kept_for_the_day_and_is_nothing_to_undo(bare: Binder, today: date) -> None:
    assert recall.round_of_today(bare, today) is None
    numbers = tuple(add(bare, f"{place:02}") for place in range(AT_A_TIME + 2))
    begun = recall.begin_round(bare, today)
    assert begun == RingRound(today, numbers[:AT_A_TIME])
    assert (begun.current, begun.done) == (numbers[0], 0)
    recall.keep_round(bare, begun.note(numbers[0], Outcome.LATER))
    kept = recall.round_of_today(bare, today)
    assert kept is not None
    assert (kept.current, kept.done, kept.unanswered) == (numbers[1], 1, (numbers[0],))
    assert recall.round_of_today(bare, today + TOMORROW) is None
    assert history.undo(bare) == "new service"


def test_the_round_is_as_the_directory_has_it(bare: Binder, today: date) -> None:
    first, second, third, fourth, fifth = (add(bare, name) for name in "abcde")
    begun = recall.begin_round(bare, today)
    listings.tick_checked(bare, first, "Sam", today)
    recall.keep_round(bare, begun.note(second, Outcome.CHANGED))  # noted, and then the disk refused the number
    listings.set_status(bare, third, ListingStatus.CLOSED)
    listings.remove_listing(bare, fourth)
    now = recall.round_of_today(bare, today)
    assert now is not None
    assert now.services == (first, second, third, fifth)
    assert now.came_of == {first: Outcome.RIGHT, third: Outcome.CLOSED}
    assert now.current == second
    listings.tick_checked(bare, second, "Sam", today)
    now = recall.round_of_today(bare, today)
    assert now is not None and now.came_of[second] is Outcome.CHANGED
    for _ in range(4):
        history.undo(bare)
    now = recall.round_of_today(bare, today)
    assert now is not None and now.services == begun.services and now.came_of == {}


def test_those_nobody_answered_at_come_again_when_no_others_are_left(bare: Binder, today: date) -> None:
    numbers = [add(bare, f"{place:02}") for place in range(AT_A_TIME + 1)]
    begun = recall.begin_round(bare, today)
    kept = begun.note(numbers[0], Outcome.LATER)
    recall.keep_round(bare, kept)
    for number in numbers[1:AT_A_TIME]:
        listings.tick_checked(bare, number, "Sam", today)
    done = recall.round_of_today(bare, today)
    assert done is not None
    assert done.current == 0 and recall.still_due(bare, done, today) == 1
    second = recall.begin_round(bare, today)
    assert (second.services, second.tried) == ((numbers[-1],), (numbers[0],))
    listings.tick_checked(bare, numbers[-1], "Sam", today)
    done = recall.round_of_today(bare, today)
    assert done is not None and recall.still_due(bare, done, today) == 0
    third = recall.begin_round(bare, today)
    assert (third.services, third.tried) == ((numbers[0],), ())
    listings.tick_checked(bare, numbers[0], "Sam", today)
    assert recall.begin_round(bare, today) == RingRound(today)


@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(Outcome)), max_size=12))
def test_rung_again_and_noted_in_any_order(steps: list[tuple[int, Outcome]]) -> None:
    ring = RingRound(date(2026, 11, 22), (1, 2, 3, 4, 5, 6))
    last: dict[int, Outcome] = {}
    for number, outcome in steps:
        ring, last[number] = ring.note(number, outcome), outcome
    assert ring.came_of == last
    assert ring.done == len(last) == sum(ring.counts().values())
    assert ring.current == next((number for number in ring.services if number not in last), 0)
    again = ring.again(ring.unanswered)
    assert Outcome.LATER not in again.counts() and again.done == ring.done - len(ring.unanswered)
    assert as_it_stands(ring, {}) == RingRound(ring.day)


def test_a_changed_number_is_on_each_print_that_carries_the_old_one(bare: Binder, today: date) -> None:
    changed, other = add(bare, "changed", today), add(bare, "other", today, number="0117 496 0777")
    first = put_on_paper(bare, (changed, other), 12, today)
    second = put_on_paper(bare, (changed,), 3, today)
    put_on_paper(bare, (other,), 50, today)
    assert recall.recalls(bare) == []
    fields = ListingFields("changed", phones=(Phone("0117 496 0124"),))
    listings.change_listing(bare, changed, fields, "Sam", today)
    found = recall.recalls(bare)
    assert [one.record.id for one in found] == [second, first], "newest first"
    assert {(one.contact.number, one.now, one.closed) for one in found} == {("0117 496 0123", "0117 496 0124", False)}
    assert recall.sheets(one.record for one in found) == 15
    assert recall.recalls(bare, changed) == found and recall.recalls(bare, other) == []
    listings.change_listing(bare, changed, replace(fields, phones=(*fields.phones, Phone("+44 117 4960123"))))
    assert recall.recalls(bare) == [], "the old number is still one of its numbers, however it is spelt"


def test_closed_and_removed_services_are_recalled_until_they_are_back(bare: Binder, today: date) -> None:
    closed, removed = add(bare, "closed", today), add(bare, "removed")
    put_on_paper(bare, (closed, removed), 4, today)
    listings.set_status(bare, closed, ListingStatus.CLOSED)
    listings.remove_listing(bare, removed)
    found = recall.recalls(bare)
    assert [(one.contact.name, one.contact.number, one.now, one.closed) for one in found] == [
        ("closed", "0117 496 0123", "", True), ("removed", "", "", True),
    ]  # fmt: skip
    assert recall.sheets(one.record for one in found) == 4, "one print with two of them counts once"
    history.undo(bare)
    listings.set_status(bare, closed, ListingStatus.ACTIVE)
    assert recall.recalls(bare) == []


def test_dealt_with_is_left_out_for_good_and_is_nothing_to_undo(bare: Binder, today: date) -> None:
    number = add(bare, "x", today)
    put_on_paper(bare, (number,), 4, today)
    put_on_paper(bare, (number,), 6, today)
    assert [record.copies for record in recall.given_out(bare, number)] == [6, 4]
    listings.set_status(bare, number, ListingStatus.CLOSED)
    heard: list[frozenset[str]] = []
    bare.listen(heard.append)
    recall.deal_with(bare, recall.recalls(bare)[0].contact.id, today)
    assert heard == [frozenset({"prints"})]
    assert [one.record.copies for one in recall.recalls(bare)] == [4]
    assert [record.copies for record in recall.given_out(bare, number)] == [4]
    dealt = print_history.print_history(bare)[0].contacts[0]
    assert (dealt.dealt_on, dealt.number) == (today, "0117 496 0123"), "the history still says what was on it"
    assert history.undo(bare) == "service closed"


def test_a_service_printed_without_its_number_has_no_old_one(bare: Binder, today: date) -> None:
    number = add(bare, "unchecked")
    put_on_paper(bare, (number,), 4, today)
    listings.change_listing(bare, number, ListingFields("unchecked", phones=(Phone("0117 496 0999"),)))
    assert recall.recalls(bare) == []


def test_printed_again_with_the_choices_of_that_print(binder: Binder, today: date) -> None:
    template = leaflets.template("family-first-days")
    made = LeafletChoices(size=template.sizes[-1], large_print=True, discreet=True)
    paper = leaflets.compose_leaflet(binder, template, made, (), today)
    print_history.note_print(binder, template, paper, made, 1)
    leaflets.remember_choices(binder, template, LeafletChoices(size=template.sizes[0]))
    record = print_history.print_history(binder)[0]
    assert print_history.printed_again(binder, record) == template.id
    print_history.take_up_choices(binder, template.id, record)
    assert leaflets.remembered_choices(binder, template) == made
    with pytest.raises(NothingToUndo):
        history.undo(binder)
