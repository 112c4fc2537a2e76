"""The index follows every write, and no text can break a search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from champion_app.domain.packs import Term
from champion_app.domain.resources import ResourceFields
from champion_app.domain.search_ranking import Hit
from champion_app.domain.search_words import OtherNames, understand
from champion_app.store import attachments, pack_texts, resources
from champion_app.store.binder import Binder
from champion_app.store.opening import create_binder
from champion_app.store.search import Among
from champion_app.store.search_index import NOUNS
from champion_app.tasks import search
from champion_app.tasks.search import Finder


@pytest.fixture
def bare(quick_folder: Path) -> Iterator[Binder]:
    """A binder without starter content."""
    made = create_binder(quick_folder / "bare.champion")
    yield made
    made.close()


def find(binder: Binder, typed: str, limit: int = 30) -> list[Hit]:
    """What is found in the rows of the binder; leaflets and criteria are tried further down."""
    return [hit for hit in search.find(binder, typed, limit) if hit.kind not in ("leaflet", "criterion")]


@pytest.fixture
def filled(bare: Binder) -> Binder:
    binder = bare
    with binder.atomic("fill"):
        binder.insert("listings", {"name": "Visitors' centre", "description": "Help on a visit", "area": "Bristol"})
        binder.insert("listings", {"name": "Barnardo's", "description": "For families with someone in prison"})
        binder.insert("resources", {"title": "Telling the children", "description": "A guide: prison, visits, letters"})
        binder.insert("resources", {"title": "Prison visits", "description": "What to bring"})
        binder.insert("actions", {"title": "Order posters", "next_step": "Ring the printer about the visits poster",
                                  "raised_on": "2026-11-22", "horizon": "this_month"})  # fmt: skip
        binder.insert("log_entries", {"what": "Staff briefing on O'Brien's child-impact guide", "day": "2026-11-22"})
        binder.insert("prisons", {"name": "HMP Ashdale", "good_to_know": "A visit must be booked"})
        binder.insert("log_entries", {"what": "Bore da: ŵyl yn yr ysgol, café, Straße, Świetlica", "day": "2026-11-22"})
    return binder


def _titles(binder: Binder, typed: str) -> list[str]:
    return [hit.title for hit in find(binder, typed)]


def test_titles_come_first(filled: Binder) -> None:
    hits = find(filled, "prison visits")
    assert [hit.title for hit in hits] == ["Prison visits", "Telling the children"]
    assert hits[0].kind == "resource" and hits[0].id == 2


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("pris vis", "Prison visits"), ("BARNARDO'S", "Barnardo's"), ("barnardos", "Barnardo's"),
        ("o'brien", "Staff briefing on"),
        ("child-impact", "Staff briefing on"), ("wyl", "Bore da"), ("ŵyl", "Bore da"), ("CAFE", "Bore da"),
        ("cafe\u0301", "Bore da"), ("straße", "Bore da"), ("STRASSE", None), ("swietlica", "Bore da"),
        ("bristol", "Visitors"),
        ("_ posters", "Order posters"), ("zebra", None), ("posters zebra", "Order posters"),
    ],
)  # fmt: skip
def test_words_find_what_they_begin(filled: Binder, typed: str, title: str | None) -> None:
    found = _titles(filled, typed)
    assert found[0].startswith(title) if title else found == []


def test_one_and_two_letters_look_at_titles_only(filled: Binder) -> None:
    assert _titles(filled, "po") == ["Order posters"]
    assert "Telling the children" not in _titles(filled, "pr")
    assert "Telling the children" in _titles(filled, "pri")


def test_each_noun_is_found_by_its_kind_and_own_id(filled: Binder) -> None:
    assert {hit.kind for typed in ("visit", "briefing") for hit in find(filled, typed)} == {noun.kind for noun in NOUNS}
    hit = find(filled, "briefing")[0]
    assert filled.row("SELECT what FROM log_entries WHERE id = ?", (hit.id,))["what"].startswith("Staff")  # type: ignore[index]


def test_the_index_follows_changes_removals_and_undo(filled: Binder) -> None:
    with filled.atomic("change"):
        filled.table("listings").update(2, {"name": "Family Lives"})
    assert _titles(filled, "barnardo") == [] and _titles(filled, "lives") == ["Family Lives"]
    with filled.atomic("remove"):
        filled.table("listings").delete(2)
    assert _titles(filled, "lives") == []
    filled.undo()
    assert _titles(filled, "lives") == ["Family Lives"]
    filled.undo()
    assert _titles(filled, "barnardo") == ["Barnardo's"] and _titles(filled, "lives") == []
    filled.undo()
    assert _titles(filled, "visits") == []


def test_a_snippet_shows_where_it_was_found(filled: Binder) -> None:
    assert "printer about the visits poster" in find(filled, "printer")[0].snippet


def test_as_many_as_asked_for(filled: Binder) -> None:
    assert len(find(filled, "visit", limit=2)) == 2
    assert len(find(filled, "v", limit=1)) == 1


_NASTY = st.text(alphabet=st.sampled_from("\"'*()-+^:{}[]|&%_\\/;,.?!#~`@<>=\0\n\t ŵaANDORNEARnot\ud800"), max_size=30)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(st.one_of(st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60), _NASTY))
@example('"')
@example('""')
@example("*")
@example("-note")
@example("o'brien")
@example("(")
@example("\0")
@example("a\0b")
@example("AND OR NOT NEAR(")
@example("title : x")
@example("finder MATCH")
@example("\ud800")
@example("ª ² ½ ﬁ İ ß")
def test_F69_any_text_is_safe_to_search_for(filled: Binder, typed: str) -> None:
    found = find(filled, typed)
    assert isinstance(found, list)


def test_F69_a_hundred_kilobytes_are_safe_too(filled: Binder) -> None:
    assert find(filled, "posters " * 12_500) == find(filled, "posters")
    assert find(filled, "x" * 100_000) == []


def test_a_title_of_any_text_can_be_found_by_its_own_words(bare: Binder) -> None:
    for title in ("Über-Ich", "ਪੰਜਾਬੀ ਕਿਤਾਬ", "کتاب برائے بچے", "Дети и тюрьма", "বাংলা বই", "e\u0301te\u0302"):
        with bare.atomic("log_it"):
            bare.insert("log_entries", {"what": title, "day": "2026-11-22"})
        assert title in [hit.title for hit in search.find(bare, title)]


def test_the_search_index_needs_no_file_of_its_own(filled: Binder) -> None:
    names = {file.name for file in filled.path.parent.iterdir()}
    assert names <= {"bare.champion", "bare.champion-journal"}


def test_a_slip_of_the_hand_is_corrected_and_said(filled: Binder) -> None:
    found = Finder(filled).find("prisson vists")
    assert found.hits[0].title == "Prison visits"
    assert found.corrected[0] == ("prisson", "prison")
    assert Finder(filled).find("prison").corrected == ()


def test_a_word_that_is_there_is_never_corrected(filled: Binder) -> None:
    with filled.atomic("log_it"):
        filled.insert("log_entries", {"what": "Ashdal meeting", "day": "2026-11-22"})
    found = Finder(filled).find("ashdal")
    assert found.corrected == () and found.hits[0].title == "Ashdal meeting"


def test_old_names_find_new_ones_and_the_note_says_why(binder: Binder) -> None:
    found = Finder(binder).find("LSCB")
    assert "Boards were replaced by partnerships in England." in found.notes
    assert any("early help" in f"{hit.title} {hit.snippet}".casefold() for hit in Finder(binder).find("TAF").hits[:3])
    assert any("probation" in f"{hit.title} {hit.snippet}".casefold() for hit in Finder(binder).find("CRC").hits[:3])


def test_words_that_never_stand_together_find_what_has_most_of_them(filled: Binder) -> None:
    found = Finder(filled).find("prison visits with a zebra crossing")
    assert found.loose and found.hits[0].title == "Prison visits"
    assert not Finder(filled).find("prison visits").loose


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("four-year-old", 4), ("4 year old", 4), ("aged 11", 11), ("my 4yo", 4), ("toddler", 2), ("age 7 to 9", None),
        ("4 visits a month", None), ("", None), ("twelve years old and angry", 12),
    ],
)  # fmt: skip
def test_an_age_is_understood(typed: str, age: int | None) -> None:
    assert understand(typed, OtherNames(())).age == age


def test_an_age_brings_up_what_is_for_it(bare: Binder) -> None:
    with bare.atomic("fill"):
        for title, ages in (("Dad is away, for teenagers", "12 to 16"), ("Dad is away", "3 to 6")):
            resources.add(bare, ResourceFields(title, ages=ages))
    assert find(bare, "dad away 14 year old")[0].title.endswith("teenagers")
    assert find(bare, "dad away four year old")[0].title == "Dad is away"


def test_closed_and_retired_things_come_last(bare: Binder) -> None:
    with bare.atomic("fill"):
        bare.insert("resources", {"title": "Grief book", "retired": 1})
        bare.insert("resources", {"title": "Grief, a much longer title for a book", "description": "of four years"})
    assert [hit.id for hit in find(bare, "grief book 4 year old")] == [2, 1]


def test_attached_files_are_searched_by_name_and_by_text(bare: Binder) -> None:
    with bare.atomic("fill"):
        number = resources.add(bare, ResourceFields("Grief book"))
        file = attachments.keep_file(bare, b"x", "text/plain", "the badger sat in the garden")
        attachments.add(bare, file, "woodland-story.txt", date(2026, 11, 22), resource=number)
    assert [hit.title for hit in find(bare, "badger")] == ["Grief book"]
    assert "badger sat" in find(bare, "badger")[0].snippet
    assert [hit.title for hit in find(bare, "woodland")] == ["Grief book"]
    bare.undo()
    assert find(bare, "badger") == []
    bare.redo()
    assert [hit.title for hit in find(bare, "badger")] == ["Grief book"]
    with bare.atomic("gone"):
        attachments.remove(bare, attachments.of_resource(bare, number)[0].id)
    assert find(bare, "badger") == [] and find(bare, "grief")


def test_leaflets_and_criteria_are_found_too(binder: Binder) -> None:
    assert search.find(binder, "visiting someone first time")[0].kind == "leaflet"
    assert ("criterion", "1.3") in [(hit.kind, hit.id) for hit in search.find(binder, "hidden sentence course")]


def test_what_a_page_asks_for_is_only_of_its_kind(binder: Binder) -> None:
    finder = Finder(binder)
    assert {hit.kind for hit in finder.find("prison", among=Among("listing")).hits} == {"listing"}
    some = Among("resource", "kind = :kind", {"kind": "video"})
    hits = finder.find("prison", 200, some).hits
    assert hits and all(resources.one(binder, int(hit.id)).fields.kind == "video" for hit in hits)  # type: ignore[union-attr]


def test_the_finder_sees_what_has_changed_since(binder: Binder) -> None:
    finder = Finder(binder)
    assert not finder.find("quokka").hits
    with binder.atomic("fill"):
        resources.add(binder, ResourceFields("Quokka facts"))
        pack_texts.add(binder, "terms", Term("quokka", ("short-tailed scrub wallaby",)), "quokka")
    assert finder.find("quoka").corrected == (("quoka", "quokka"),)
    assert finder.find("short-tailed scrub wallaby").hits[0].title == "Quokka facts"


# SCENARIOS T08: what somebody with a frightened child beside them types, slips and old words included; the right item
# must be among the first three for at least 18 of 20.
URGENT = [
    ("4 year old dad arrested", "ollie|tommy's dad|arrest"),
    ("four-year-old whose father was arrested this morning", "ollie|tommy's dad|arrest"),
    ("police raid at home child saw it", "arrest"),
    ("prisoners famlies helpline", "prisoners' families helpline"),
    ("barnados", "barnardo"),
    ("childline number", "childline"),
    ("samaratans", "samaritans"),
    ("help with travel costs to prison", "help with prison visits"),
    ("APVU", "help with prison visits"),
    ("storybook dads", "storybook"),
    ("bedtime story from prison", "storybook"),
    ("how to tell my child", "how to tell|telling the children|tell"),
    ("TAF", "early help|troubled families|criterion 6|6.1"),
    ("hidden sentance training", "hidden sentence"),
    ("i-HOP", "nicco|i-hop|quality statements"),
    ("visiting first time what to bring", "visiting"),
    ("nan looking after grandchildren", "kinship|grandparent|carer"),
    ("teenager dad in jail", "12|young|teen|booklets|tommy|13|18"),
    ("child impact asessment", "child impact"),
    ("dad coming home from prison", "coming home|homeward|release"),
]


def test_T08_the_right_thing_is_among_the_first_three(binder: Binder) -> None:
    finder = Finder(binder)
    missed = [
        (typed, [hit.title for hit in finder.find(typed, 3).hits])
        for typed, wanted in URGENT
        if not any(re.search(wanted, hit.title.casefold()) for hit in finder.find(typed, 3).hits)
    ]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("i want to kill myself", "Samaritans"), ("suicidal", "Samaritans"), ("bullied because of dad", "When someone"),
        ("08088082003", "Prisoners' Families Helpline"), ("+44 808 808 2003", "Prisoners' Families Helpline"),
        ("116123", "Samaritans"), ("solicitor", "Citizens Advice"), ("homeless", "Shelter"),
        ("sex offender family suport", "Stop It Now"), ("mugshot on facebook", "When a reporter"),
    ],
)  # fmt: skip
def test_somebody_in_need_is_not_sent_to_a_place_with_a_similar_name(binder: Binder, typed: str, first: str) -> None:
    assert search.find(binder, typed)[0].title.startswith(first)


@pytest.mark.heavy
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(st.one_of(st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=80), _NASTY))
def test_F69_twenty_thousand_searches(filled: Binder, typed: str) -> None:
    assert isinstance(search.find(filled, typed), list)
