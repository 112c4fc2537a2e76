"""The resource pack: adding, changing, looking again, giving out, filters and what is alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.log_entries import Reached
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import Resource, ResourceFields, due_for_check
from champion_app.faults import NoLongerThere, NothingToUndo, TooLong, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import attachments, history, log_entries, resources, shelves
from champion_app.tasks.search import Finder

STORY = ResourceFields(
    "Otter comes home",
    description="A picture story about a father who was away.",
    author="Beck Press",
    year="2019",
    kind="story for children",
    audience="Children, with a teacher",
    ages="4 to 7",
    stages=("release",),
    statements=(6,),
    criteria=("6.2", "6.4"),
    link="https://example.org/otter",
    language="English",
    tags=("homecoming",),
)


@pytest.fixture
def story(binder: Binder, today: date) -> int:
    return resources.add_resource(binder, STORY, "Sam", today)


def get(binder: Binder, number: int) -> Resource:
    found = resources.resource(binder, number)
    assert found is not None
    return found


def shown(binder: Binder, wanted: ResourceFilter, today: date) -> list[int]:
    return resources.numbers(binder, wanted, today)


def test_added_with_a_name_it_is_looked_at_today_and_else_it_is_not(binder: Binder, story: int, today: date) -> None:
    made = get(binder, story)
    assert (made.fields, made.checked_on, made.checked_by, made.mine) == (STORY, today, "Sam", True)
    assert not due_for_check(made, today)
    other = get(binder, resources.add_resource(binder, replace(STORY, title="Another"), "  \0 "))
    assert (other.checked_on, other.checked_by) == (None, "")
    assert due_for_check(other, today)


def test_a_changed_address_is_looked_at_again_and_undo_brings_both_back(binder: Binder, story: int) -> None:
    before = get(binder, story)
    assert resources.change_resource(binder, story, replace(STORY, link="https://example.org/moved"))
    now = get(binder, story)
    assert (now.fields.link, now.checked_on, now.checked_by) == ("https://example.org/moved", None, "")
    assert history.undo(binder) == "changes to a resource"
    assert get(binder, story) == before


def test_a_changed_address_that_was_just_looked_at_stays_so(binder: Binder, story: int) -> None:
    later = date(2027, 3, 1)
    moved = replace(STORY, link="https://example.org/moved")
    assert not resources.change_resource(binder, story, moved, "Jo", later)
    assert (get(binder, story).fields, get(binder, story).checked_on, get(binder, story).checked_by) == (
        moved,
        later,
        "Jo",
    )
    history.undo(binder)
    assert get(binder, story).fields == STORY and get(binder, story).checked_by == "Sam", "one step back undoes both"


def test_other_changes_leave_the_check_alone(binder: Binder, story: int, today: date) -> None:
    assert not resources.change_resource(binder, story, replace(STORY, note="Two copies in the library"))
    assert get(binder, story).checked_on == today


def test_saving_what_is_there_already_is_no_step(binder: Binder) -> None:
    first = resources.pack(binder)[0]
    resources.change_resource(binder, first.id, first.fields)
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_a_resource_that_has_gone_is_said_so_that_no_word_is_lost(binder: Binder, story: int) -> None:
    resources.remove_resource(binder, story)
    for change in (
        lambda: resources.change_resource(binder, story, replace(STORY, title="Other")),
        lambda: resources.tick_resource(binder, story, "Sam"),
        lambda: resources.set_retired(binder, story, True),
        lambda: resources.remove_resource(binder, story),
    ):
        with pytest.raises(NoLongerThere):
            change()
    assert resources.copy_resource(binder, story) == 0
    assert resources.give_out(binder, story, 3) == 0


def test_fields_are_kept_tidy(binder: Binder) -> None:
    odd = ResourceFields("  Two\nlines \0", description="one\r\ntwo", tags=(" a ", "", "b", "a"), link=" x.org ")
    kept = get(binder, resources.add_resource(binder, odd)).fields
    assert (kept.title, kept.description, kept.tags, kept.link) == ("Two lines", "one\ntwo", ("a", "b"), "x.org")


@pytest.mark.parametrize("title", ["", "   ", "\0"])
def test_a_title_is_needed(binder: Binder, title: str) -> None:
    with pytest.raises(WordsNeeded) as said:
        resources.add_resource(binder, ResourceFields(title))
    assert "Title" in said.value.sentence()


def test_what_is_too_long_for_a_line_is_refused_with_its_name(binder: Binder) -> None:
    with pytest.raises(TooLong) as said:
        resources.add_resource(binder, ResourceFields("x", author="y" * 501))
    assert "Who made it" in said.value.sentence()


def test_looked_at_again_and_doubted(binder: Binder, story: int, today: date) -> None:
    resources.untick_resource(binder, story)
    assert get(binder, story).checked_on is None
    resources.tick_resource(binder, story, "Jo", today)
    assert (get(binder, story).checked_on, get(binder, story).checked_by) == (today, "Jo")
    assert [history.undo(binder), history.undo(binder)] == ["resource checked", "resource unchecked"]
    assert get(binder, story).checked_by == "Sam"


def test_a_check_lasts_a_year_to_the_day(binder: Binder, story: int, today: date) -> None:
    last = today.replace(year=today.year + 1)
    assert not due_for_check(get(binder, story), last)
    assert story not in shown(binder, ResourceFilter(whose="due"), last)
    after = last.replace(day=last.day + 1)
    assert due_for_check(get(binder, story), after)
    assert story in shown(binder, ResourceFilter(whose="due"), after)


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        (ResourceFilter(), True),
        (ResourceFilter(kind="story for children"), True),
        (ResourceFilter(kind="video"), False),
        (ResourceFilter(audience="children"), True),
        (ResourceFilter(audience="staff"), True),
        (ResourceFilter(audience="managers"), False),
        (ResourceFilter(age="5-7"), True),
        (ResourceFilter(age="0-4"), True),
        (ResourceFilter(age="8-11"), False),
        (ResourceFilter(stage="release"), True),
        (ResourceFilter(stage="arrest"), False),
        (ResourceFilter(statement=6), True),
        (ResourceFilter(statement=1), False),
        (ResourceFilter(criterion="6.2"), True),
        (ResourceFilter(criterion="6.3"), False),
        (ResourceFilter(language="English"), True),
        (ResourceFilter(language="Welsh"), False),
        (ResourceFilter(whose="mine"), True),
        (ResourceFilter(whose="due"), False),
        (ResourceFilter(whose="retired"), False),
        (ResourceFilter(kind="story for children", age="5-7", criterion="6.4", whose="mine"), True),
    ],
    ids=lambda value: str(value).removeprefix("ResourceFilter"),
)
def test_each_filter(binder: Binder, story: int, today: date, wanted: ResourceFilter, there: bool) -> None:
    assert (story in shown(binder, wanted, today)) is there
    hits = Finder(binder).find("otter comes home", 30, resources.among(wanted, today)).hits
    assert (story in [hit.id for hit in hits]) is there, "a search looks at what the filter lets through"


def test_any_text_in_a_filter_is_safe(binder: Binder, today: date) -> None:
    for odd in ("'; DROP TABLE resources; --", '"', "%", "\\", "\0"):
        wanted = ResourceFilter(kind=odd, audience=odd, age=odd, stage=odd, criterion=odd, language=odd)
        assert shown(binder, wanted, today) == []
    assert len(resources.pack(binder)) > 100


def test_a_shelf_is_a_filter_too(binder: Binder, story: int, today: date) -> None:
    shelf = shelves.add_shelf(binder, "Year 1", story)
    assert shown(binder, ResourceFilter(shelf=shelf), today) == [story]
    assert shown(binder, ResourceFilter(shelf=shelf + 1), today) == []


def test_a_retired_one_is_out_of_the_way_and_not_lost(binder: Binder, story: int, today: date) -> None:
    resources.set_retired(binder, story, True)
    assert story not in shown(binder, ResourceFilter(), today)
    assert shown(binder, ResourceFilter(whose="retired"), today) == [story]
    assert story not in [item.id for item in resources.for_criterion(binder, "6.4")]
    assert history.undo(binder) == "resource retired"
    resources.set_retired(binder, story, True)
    resources.set_retired(binder, story, False)
    assert story in shown(binder, ResourceFilter(), today)


def test_the_numbers_are_by_title_and_some_keep_their_order(binder: Binder, story: int, today: date) -> None:
    ids = shown(binder, ResourceFilter(), today)
    titles = [item.fields.title for item in resources.some(binder, ids)]
    assert titles == sorted(titles, key=lambda title: title.encode("ascii", "replace").lower())
    assert [item.id for item in resources.some(binder, [story, 99_999, ids[0]])] == [story, ids[0]]
    assert resources.some(binder, []) == []


def test_a_copy_is_our_own_and_the_first_stays_as_it_is(binder: Binder) -> None:
    first = next(item for item in resources.pack(binder) if not item.mine)
    made = get(binder, resources.copy_resource(binder, first.id))
    assert made.mine and not made.sheet and made.checked_on is None
    assert made.fields == replace(first.fields, title=f"{first.fields.title} (our copy)")
    assert get(binder, first.id) == first


def test_given_out_is_a_line_of_the_log(binder: Binder, story: int, today: date) -> None:
    number = resources.give_out(binder, story, 12, Reached.FAMILIES, today)
    entry = log_entries.entry(binder, number)
    assert entry is not None
    fields = entry.fields
    assert (fields.what, fields.day, fields.reached, fields.reached_kind) == (
        "Gave out: Otter comes home",
        today,
        12,
        Reached.FAMILIES,
    )
    assert (fields.criterion, fields.statement, fields.resource) == ("6.2", 6, story)
    resources.give_out(binder, story, 3)
    assert resources.times_given_out(binder, story) == (2, 15)
    assert history.undo(binder) == "resource given out"
    assert resources.times_given_out(binder, story) == (1, 12)


def test_the_log_keeps_its_line_when_the_resource_goes(binder: Binder, story: int) -> None:
    number = resources.give_out(binder, story, 2)
    resources.remove_resource(binder, story)
    entry = log_entries.entry(binder, number)
    assert entry is not None and entry.fields.resource == 0
    history.undo(binder)
    assert resources.times_given_out(binder, story) == (1, 2), "and they belong together again"


def test_removed_with_its_files_and_shelves_and_undone_with_them(binder: Binder, story: int) -> None:
    attachments.attach(binder, attachments.ready("otter.txt", b"a river"), resource=story)
    shelf = shelves.add_shelf(binder, "Year 1", story)
    before = (get(binder, story), attachments.of_resource(binder, story))
    resources.remove_resource(binder, story)
    assert resources.resource(binder, story) is None
    assert attachments.of_resource(binder, story) == [] and shelves.shelves_of(binder, story) == []
    assert history.undo(binder) == "resource removed"
    assert (get(binder, story), attachments.of_resource(binder, story)) == before
    assert shelves.shelves_of(binder, story) == [shelf]


def test_related_ones_share_criteria_and_the_nearest_come_first(binder: Binder, story: int) -> None:
    near = resources.add_resource(binder, ResourceFields("Zebra", criteria=("6.4", "6.2")))
    retired = resources.add_resource(binder, ResourceFields("Aardvark", criteria=("6.4", "6.2")))
    resources.set_retired(binder, retired, True)
    found = resources.related(binder, get(binder, story))
    assert found[0].id == near and len(found) == 6
    assert story not in [item.id for item in found] and retired not in [item.id for item in found]
    assert resources.related(binder, get(binder, resources.add_resource(binder, ResourceFields("Alone")))) == []


def test_look_alikes_by_title_or_address_but_never_itself(binder: Binder, story: int) -> None:
    def alike(title: str = "", link: str = "", own: int = 0) -> list[int]:
        return [item.id for item in resources.look_alikes(binder, ResourceFields(title, link=link), own)]

    assert alike(" otter  COMES home ") == [story]
    assert alike(link=" https://example.org/otter") == [story]
    assert alike("Otter", "https://example.org/badger") == []
    assert alike() == alike("  ") == []
    assert alike("Otter comes home", own=story) == []


def test_values_used_most_used_first(binder: Binder, story: int) -> None:
    kinds = resources.values_used(binder, "kind")
    counted = [sum(item.fields.kind == kind for item in resources.pack(binder)) for kind in kinds]
    assert counted == sorted(counted, reverse=True) and "" not in kinds
    assert resources.values_used(binder, "language")[0] == "English"
    with pytest.raises(ValueError, match="title"):
        resources.values_used(binder, "title")


def test_where_it_came_from(binder: Binder, story: int) -> None:
    assert resources.where_from(binder, "resources", story) == []
    starter = next(item for item in resources.pack(binder) if not item.mine)
    assert len(resources.where_from(binder, "resources", starter.id)) == 1
