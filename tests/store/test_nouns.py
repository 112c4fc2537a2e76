"""Each noun goes into the file and comes out as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.actions import ActionFields, Horizon
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.log_entries import LogFields, LogTemplate, Reached
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.domain.resources import ResourceFields
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import Service, ServiceType
from champion_app.store import actions, listings, log_entries, prints, resources, rounds, service
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, IntegrityError

DAY = date(2026, 11, 22)
WORDS = 'Ŵyn\'s "words"\n\tsecond line 👩 <b>&amp;'

ACTION = ActionFields("Order posters", 7, "7.1", WORDS, WORDS, Horizon.SIX_MONTHS, date(2027, 1, 5), "Sam", "£40",
                      "Every room", "12", "7")  # fmt: skip
LOG = LogFields(WORDS, DAY, 3, "3.2", 0, 17, Reached.COPIES)
LISTING = ListingFields(
    "Pact", WORDS, "Pact", (Phone("0808 808 3444", "line", "free"), Phone("116 123")), "a@example.org",
    "https://example.org", "9 to 5", WORDS, "Bristol", "Anyone", "0 to 18", "Welsh", "Free", "Ring", "Families",
    "helpline", WORDS, "check-first", ListingStatus.CLOSED,
)  # fmt: skip
RESOURCE = ResourceFields(
    "Telling the children", WORDS, "Somebody", "2019", "story", "children", "4 to 7", ("arrest", "court"), (1, 8),
    ("1.1", "8.6"), "https://example.org", "Free", "current", WORDS,
)  # fmt: skip
SERVICE = Service("Hollin Bank", "primary-school", ServiceType.CRIMINAL_JUSTICE, "Sam", "Lead", "Room 2", "Tuesdays",
                  "01632 960114", "s@example.org", "Council", "HMP Bristol", "Priya", "01632 960101")  # fmt: skip


def _same_all_the_way(binder: Binder, look: Callable[[], object], *tasks: Callable[[], object]) -> None:
    """Does each task in turn, then undoes and redoes all of them twice, looking each time."""
    seen = [look()]
    for number, task in enumerate(tasks):
        with binder.atomic(f"step {number}"):
            task()
        seen.append(look())
        assert seen[-1] != seen[-2]
    for _ in range(2):
        for before in reversed(seen[:-1]):
            binder.undo()
            assert look() == before
        for after in seen[1:]:
            binder.redo()
            assert look() == after


def test_actions(binder: Binder) -> None:
    _same_all_the_way(
        binder,
        lambda: actions.all_actions(binder),
        lambda: actions.add(binder, ACTION, DAY),
        lambda: actions.add_update(binder, 1, DAY, WORDS),
        lambda: actions.change(binder, 1, replace(ACTION, title="Order more", due=None, statement=0, criterion="")),
        lambda: actions.set_closed(binder, 1, DAY),
        lambda: actions.set_closed(binder, 1, None),
        lambda: actions.remove(binder, 1),
    )


def test_an_action_comes_out_as_it_went_in(binder: Binder) -> None:
    with binder.atomic("x"):
        first = actions.add(binder, ACTION, DAY)
        second = actions.add(binder, ActionFields("Bare"), DAY)
        actions.add_update(binder, second, DAY, WORDS)
    found = actions.one(binder, first)
    assert found is not None and found.fields == ACTION
    assert (found.raised_on, found.closed_on, found.updates) == (DAY, None, ())
    assert [action.fields for action in actions.all_actions(binder)] == [ACTION, ActionFields("Bare")]
    assert actions.all_actions(binder)[1] == actions.one(binder, second)
    assert actions.all_actions(binder)[1].updates[0].text == WORDS
    assert actions.one(binder, 99) is None


def test_log_entries(binder: Binder) -> None:
    _same_all_the_way(
        binder,
        lambda: log_entries.entries(binder),
        lambda: log_entries.add(binder, LOG),
        lambda: log_entries.change(binder, 1, replace(LOG, what="Other", reached=None)),
        lambda: log_entries.remove(binder, 1),
    )


def test_a_log_entry_comes_out_as_it_went_in_and_names_its_action(binder: Binder) -> None:
    with binder.atomic("x"):
        action = actions.add(binder, ACTION, DAY)
        number = log_entries.add(binder, replace(LOG, action=action))
    found = log_entries.one(binder, number)
    assert found is not None and found.fields == replace(LOG, action=action) and found.action_title == "Order posters"
    assert log_entries.entries(binder) == [found]
    assert log_entries.one(binder, 99) is None


def test_the_log_is_filtered_by_period_and_statement_newest_first(binder: Binder) -> None:
    with binder.atomic("x"):
        for number, day in enumerate((date(2026, 9, 1), date(2026, 11, 22), date(2026, 10, 5), date(2026, 11, 22))):
            log_entries.add(binder, LogFields(f"entry {number}", day, statement=number % 2))

    def whats(*period: date | None, statement: int | None = None) -> str:
        return "".join(entry.fields.what[-1] for entry in log_entries.entries(binder, *period, statement=statement))

    assert whats() == "3120"
    assert whats(date(2026, 10, 5)) == "312"
    assert whats(None, date(2026, 10, 5)) == "20"
    assert whats(date(2026, 10, 1), date(2026, 10, 31)) == "2"
    assert whats(statement=1) == "31" and whats(statement=0) == "20" and whats(statement=8) == ""


def test_log_templates(binder: Binder) -> None:
    _same_all_the_way(
        binder,
        lambda: log_entries.templates(binder),
        lambda: log_entries.add_template(binder, LogTemplate(0, "Leaflets", WORDS, 6, Reached.COPIES)),
        lambda: log_entries.change_template(binder, LogTemplate(1, "Leaflets out", "x", 2, Reached.FAMILIES)),
        lambda: log_entries.remove_template(binder, 1),
    )


def test_listings(binder: Binder) -> None:
    _same_all_the_way(
        binder,
        lambda: listings.all_listings(binder),
        lambda: listings.add(binder, LISTING, "pact"),
        lambda: listings.set_checked(binder, 1, DAY, "Sam"),
        lambda: listings.change(binder, 1, replace(LISTING, phones=())),
        lambda: listings.set_checked(binder, 1, None, ""),
        lambda: listings.remove(binder, 1),
    )


def test_a_listing_comes_out_as_it_went_in_closed_ones_last(binder: Binder) -> None:
    with binder.atomic("x"):
        closed = listings.add(binder, LISTING, "pact", DAY, "Sam")
        for name in ("zoo", "Änderung", "apple"):
            listings.add(binder, ListingFields(name))
    found = listings.one(binder, closed)
    assert found is not None and found.fields == LISTING
    assert (found.key, found.checked_on, found.checked_by) == ("pact", DAY, "Sam")
    names = [listing.fields.name for listing in listings.all_listings(binder)]
    assert names[0] == "apple" and names[-1] == "Pact"
    assert listings.one(binder, 99) is None


def test_resources(binder: Binder) -> None:
    _same_all_the_way(
        binder, lambda: resources.all_resources(binder), lambda: resources.add(binder, RESOURCE, "telling")
    )
    with binder.atomic("x"):
        resources.add(binder, ResourceFields("Another", criteria=("1.10",)))
    found = resources.one(binder, 1)
    assert found is not None and found.fields == RESOURCE and found.key == "telling"
    assert [item.id for item in resources.for_criterion(binder, "1.1")] == [1]
    assert resources.for_criterion(binder, "2.2") == []
    assert resources.count(binder) == 2 and resources.one(binder, 99) is None


def test_the_service(binder: Binder) -> None:
    _same_all_the_way(
        binder,
        lambda: service.load(binder),
        lambda: service.save(binder, SERVICE),
        lambda: service.save(binder, replace(SERVICE, champion="Jo")),
    )
    assert service.load(binder) == replace(SERVICE, champion="Jo")


def test_rounds_and_answers(binder: Binder) -> None:
    record = AnswerRecord("1.1", Answer.NOT_APPLICABLE, "We have no visits", WORDS, DAY)
    _same_all_the_way(
        binder,
        lambda: (rounds.all_rounds(binder), rounds.answers(binder, 1)),
        lambda: rounds.add(binder, "Autumn 2026", DAY, ServiceType.SPECIALIST, "2026-11"),
        lambda: rounds.save_answer(binder, 1, record),
        lambda: rounds.save_answer(binder, 1, replace(record, answer=Answer.IN_PLACE, carried=True)),
        lambda: rounds.save_answer(binder, 1, AnswerRecord("1.2", None, notes="only notes")),
        lambda: rounds.change(binder, 1, finished="2026-12-01"),
    )
    assert rounds.answer(binder, 1, "1.1") == replace(record, answer=Answer.IN_PLACE, carried=True)
    assert rounds.answer(binder, 1, "9.9") is None and rounds.answers(binder, 2) == {}
    found = rounds.all_rounds(binder)[0]
    assert (found.name, found.started, found.finished) == ("Autumn 2026", DAY, date(2026, 12, 1))
    assert (found.service_type, found.edition) == (ServiceType.SPECIALIST, "2026-11")


def test_F33_rounds_stand_in_the_order_they_were_begun_whatever_the_clock_said(binder: Binder) -> None:
    with binder.atomic("x"):
        for name, year in (("first", 2030), ("second", 2026), ("third", 2027)):
            number = rounds.add(binder, name, date(year, 1, 1), ServiceType.UNIVERSAL, "")
            rounds.save_answer(binder, number, AnswerRecord("1.1", Answer.NOT_YET))
    assert [item.name for item in rounds.all_rounds(binder)] == ["first", "second", "third"]
    assert [item.name for item, _ in rounds.answers_over_time(binder, "1.1")] == ["first", "second", "third"]


def test_prints(binder: Binder) -> None:
    record = PrintRecord(0, DAY, "leaflet", "First days", "2026-11", "a4", 30, (
        PrintedContact(4, "Pact", "0808 808 3444", DAY), PrintedContact(5, "Web only", "", None)))  # fmt: skip
    with binder.atomic("note_print"):
        number = prints.add(binder, record)
        prints.add(binder, replace(record, day=date(2026, 1, 1), contacts=()))
        prints.add(binder, replace(record, kind="poster", contacts=()))
    found = prints.all_prints(binder)
    assert [item.kind for item in found] == ["poster", "leaflet", "leaflet"] and found[-1].day == date(2026, 1, 1)
    assert found[1] == replace(record, id=number)
    assert prints.all_prints(binder, "poster") == found[:1]


# ---------------------------------------------------------------- what the file itself refuses

ACTION_ROW: dict[str, object] = {"title": "x", "raised_on": "2026-01-01", "horizon": "this_month"}
ROUND_ROW: dict[str, object] = {"name": "x", "started": "2026-01-01", "service_type": "universal"}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("actions", {**ACTION_ROW, "title": ""}),
        ("actions", {**ACTION_ROW, "statement": 9}),
        ("actions", {**ACTION_ROW, "statement": -1}),
        ("actions", {**ACTION_ROW, "horizon": "someday"}),
        ("actions", {**ACTION_ROW, "due": "31/12/2026"}),
        ("actions", {**ACTION_ROW, "due": "2026-1-1"}),
        ("actions", {**ACTION_ROW, "raised_on": None}),
        ("actions", {**ACTION_ROW, "closed_on": ""}),
        ("actions", {**ACTION_ROW, "lead": None}),
        ("actions", {**ACTION_ROW, "statement": "three"}),
        ("action_updates", {"action": 99, "day": "2026-01-01", "text": "x"}),
        ("log_entries", {"what": "", "day": "2026-01-01"}),
        ("log_entries", {"what": "x", "day": "today"}),
        ("log_entries", {"what": "x", "day": "2026-01-01", "reached": -1}),
        ("log_entries", {"what": "x", "day": "2026-01-01", "action": 99}),
        ("log_templates", {"name": ""}),
        ("listings", {"name": ""}),
        ("listings", {"name": "x", "phones": "not json"}),
        ("listings", {"name": "x", "status": "gone"}),
        ("listings", {"name": "x", "checked_on": "yesterday"}),
        ("resources", {"title": ""}),
        ("resources", {"title": "x", "criteria": "1.1, 1.2"}),
        ("rounds", {**ROUND_ROW, "service_type": "school"}),
        ("rounds", {**ROUND_ROW, "started": None}),
        ("answers", {"round": 99, "criterion": "1.1"}),
        ("service", {"id": 2, "type": "universal"}),
        ("service", {"id": 1, "type": "school"}),
        ("prints", {"day": "2026-01-01", "kind": "leaflet", "title": "x", "copies": -1}),
        ("print_contacts", {"print": 99, "name": "x"}),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_by_the_file_itself(
    binder: Binder, table: str, row: dict[str, object]
) -> None:
    with pytest.raises(DatabaseError), binder.atomic("x"):
        binder.insert(table, row)
    assert binder.row(f"SELECT count(*) FROM {table}")[0] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    "row",
    [
        {"answer": "not_applicable"},
        {"answer": "maybe"},
        {"answer": "not_yet", "carried": 2},
        {"answer": "not_yet", "answered_on": "2026"},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(binder: Binder, row: dict[str, object]) -> None:
    with binder.atomic("x"):
        binder.insert("rounds", ROUND_ROW)
        binder.insert("answers", {"round": 1, "criterion": "1.1", "answer": "not_applicable", "why_not": "no visits"})
        binder.insert("answers", {"round": 1, "criterion": "1.2", "answer": "not_applicable", "carried": 1})
    with pytest.raises(IntegrityError), binder.atomic("x"):
        binder.insert("answers", {"round": 1, "criterion": "1.3", **row})
    with pytest.raises(IntegrityError), binder.atomic("x"):
        binder.insert("answers", {"round": 1, "criterion": "1.1", "answer": "not_yet"})  # one answer a criterion
    assert len(rounds.answers(binder, 1)) == 2


def test_there_is_no_place_for_a_child_s_or_a_family_s_name(binder: Binder) -> None:
    """Privacy is a feature: adding such a column is a decision, not an accident."""
    columns = {
        f"{table['name']}.{column['name']}"
        for table in binder.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for column in binder.rows(f"PRAGMA table_info({table['name']})")
    }
    words = ("child", "pupil", "family", "parent", "prisoner", "birth", "dob", "surname", "case", "nhs", "upn")
    told_to_visitors = {"prisons.children_may_bring"}  # what any child may bring on a visit, not one child's things
    suspect = {column for column in columns if any(word in column.partition(".")[2] for word in words)}
    assert suspect == told_to_visitors


def test_overdue_actions_are_counted(binder: Binder) -> None:
    with binder.atomic("x"):
        for due in (date(2026, 11, 21), DAY, None, date(2020, 1, 1)):
            actions.add(binder, ActionFields("x", due=due), DAY)
        actions.set_closed(binder, 4, DAY)
    assert actions.overdue_count(binder, DAY) == 1
    assert actions.overdue_count(binder, date(2026, 11, 23)) == 2
