"""Lists of books, leaflets, films and tools, as libraries and networks send them."""

from __future__ import annotations

import pytest

from champion_app.domain.foreign_tables import Cell
from champion_app.domain.imports import Outcome
from champion_app.domain.list_reading import Mapping
from champion_app.domain.resources import ResourceFields
from champion_app.faults import ListRefused
from tests.domain.list_tables import at, grid, left_out, outcomes, resource, resources, table, used

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


def test_a_book_list_from_top_to_bottom() -> None:
    reading = resources(
        "Book list, spring 2026\n"
        "Title|Author|Year|Format|For whom|Age range|Stage|Quality statement|Criteria|Where to find it|Price|Summary"
        "|Language|Nation|Keywords|Notes|Bought by|ISBN\n"
        "Finding Dad|A. Writer|2018|Story for children|Children with a teacher|4-7|Prison; release|3|3.1, 5.4"
        "|www.finding.org|£6.00|A story|English|England; Wales|dad, visits|Good|Jane Smith|978 0\n"
        "2 titles in total"
    )
    assert outcomes(reading) == {1: IGNORED, 2: IGNORED, 3: TAKEN, 4: IGNORED}
    assert resource(reading, 3) == ResourceFields(
        title="Finding Dad", author="A. Writer", year="2018", kind="story for children",
        audience="Children with a teacher", ages="4-7", stages=("imprisonment", "release"), statements=(3,),
        criteria=("3.1", "5.4"), link="https://www.finding.org", licence="£6.00", description="A story",
        language="English", nations=("England", "Wales"), tags=("dad", "visits"), note="Good\nISBN: 978 0",
    )  # fmt: skip
    assert at(reading, 3).key == "finding dad | a writer"
    assert left_out(reading).keys() == {"Bought by"} and "Jane" not in repr(reading)


@pytest.mark.parametrize(
    "headings",
    ["Title|Author|Link", "RESOURCE TITLE|AUTHOR(S)|URL", "Name of resource*|Published by:|Web address",
    "title|publisher|download link",
     "Book|Organisation|Website"],
)  # fmt: skip
def test_headings_of_libraries(headings: str) -> None:
    reading = resources(f"{headings}\nMy Mum|Pact|pact.org/mum")
    assert resource(reading, 2) == ResourceFields("My Mum", author="Pact", link="https://pact.org/mum")


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value", "says"),
    [
        ("Age", "05-Nov", "ages", "5 to 11", "Excel turned the ages"), ("Statement", "12",
        "statements", (), "statement"),
        ("Criteria", "9.9", "criteria", (), "criterion"), ("Stage", "blue", "stages", (), "“blue” is not known"),
        ("Link", "javascript:alert(1)", "link", "", "other than a web page"), ("Link", "n/a", "link", "",
        "taken as empty"),
        ("Author", "x" * 501, "author", "", "too long"), ("Keywords", "y" * 501 + "; dad", "tags",
        ("dad",), "too long"),
    ],
)  # fmt: skip
def test_an_odd_value_is_taken_with_a_warning(heading: str, cell: str, field: str, value: object, says: str) -> None:
    reading = resources(grid(["Title", heading, "Summary"], ["My Mum", cell, "A"], ["My Dad", "", "B"]))
    assert outcomes(reading) == {1: IGNORED, 2: WARNED, 3: TAKEN}
    assert getattr(resource(reading, 2), field) == value
    assert says in " ".join(at(reading, 2).reasons)
    assert field in ("ages",) or cell.split(";")[0] in resource(reading, 2).note or cell == "n/a"


def test_years() -> None:
    reading = resources(
        grid(
            ["Title", "Year"],
            ["A", "2018"],
            ["B", "2018.0"],
            ["C", Cell("2018-05-01", is_date=True)],
            ["D", "May 2018"],
        )
    )
    assert [resource(reading, line).year for line in (2, 3, 4, 5)] == ["2018", "2018", "2018", "May 2018"]
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}


def test_another_word_for_the_kind_becomes_a_tag() -> None:
    reading = resources("Title|Type|Tags\nA|DVD|dad\nB|Puppet|")
    assert (resource(reading, 2).kind, resource(reading, 2).tags) == ("video", ("dad", "DVD"))
    assert resource(reading, 3).kind == "Puppet"


def test_section_titles_become_tags() -> None:
    reading = resources("Title|Author|Year\nBOOKS\nA|Pact|2018\n\nFilms:\nB|Pact|2019")
    assert [resource(reading, line).tags for line in (3, 6)] == [("BOOKS",), ("Films",)]


def test_the_address_behind_the_title() -> None:
    reading = resources(grid(["Title", "Author"], [Cell("A", link="https://a.org"), "Pact"]))
    assert resource(reading, 2).link == "https://a.org"


def test_free_and_licence() -> None:
    reading = resources("Title|Licence|Free?\nA|OGL|Yes\nB||No")
    assert [resource(reading, line).licence for line in (2, 3)] == ["OGL; Free", "Not free"]


def test_titles_that_begin_with_a_childs_name_are_no_people() -> None:
    reading = resources("Title|Author\nTommy Tells All|Pact\nGrace Bear Waits|Pact\nJack Goes Home|Nepacs")
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}


def test_doubles() -> None:
    reading = resources("Title|Author|Link\nA|Pact|a.org\nA.|PACT|https://www.a.org/\nA|Pact|b.org\nB|Pact|a.org")
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: DUPLICATE, 4: ASK, 5: TAKEN}
    assert "one resource or two?" in at(reading, 4).reasons[0]


def test_what_cannot_be_read() -> None:
    assert at(resources("Title|Link\n|a.org\nA|b.org"), 2).outcome is REFUSED
    with pytest.raises(ListRefused) as refused:
        resources("Year|Link\n2018|a.org")
    assert "list of resources" in refused.value.sentence() and "resource is called" in refused.value.sentence()


def test_a_list_without_headings_is_told_by_its_values() -> None:
    reading = resources("My Mum|2018|www.mum.org\nMy Dad|2019|www.dad.org")
    assert resource(reading, 1) == ResourceFields("My Mum", year="2018", link="https://www.mum.org")


def test_a_mapping_for_resources() -> None:
    reading = resources("Nom|Lien\nMy Mum|mum.org", mapping=Mapping({"Nom": "title", "Lien": "link"}))
    assert resource(reading, 2).link == "https://mum.org"
    assert used(reading) == {"Nom": "title", "Lien": "link"}
    two = resources(table("Title\nA", "One"), table("Title\nB", "Two"), mapping=Mapping(sheet="Two"))
    assert [record.name for record in two.records if record.fields] == ["B"]
