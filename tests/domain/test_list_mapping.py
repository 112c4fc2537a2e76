"""What a map file may say, and what is refused with the way out."""

from __future__ import annotations

from typing import Any

import pytest

from champion_app.domain.list_mapping import Mapping, mapping_from_table
from champion_app.domain.list_reading import RESOURCE_FIELDS, SERVICE_FIELDS
from champion_app.faults import ListRefused
from tests.domain.list_tables import at, grid, left_out, resources, service, services, table, used

LIST = """
Directory
Org|Tel|Stuff|Internal notes|Child name
Pact|0117 496 0123|Helps|secret|Sam
"""


def test_a_map_file_is_read() -> None:
    read = mapping_from_table({"columns": {"Org ": " name", "Stuff": ""}, "sheet": "List", "heading_line": 3})
    assert read == Mapping({"Org": "name", "Stuff": ""}, "List", 3)
    assert mapping_from_table({}) == Mapping()


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"columns": {"Org": "nam"}}, "no such field"), ({"columns": ["Org"]}, "not a table"),
        ({"columns": {"Org": 3}}, "not a table"),
        ({"colums": {}}, "means nothing here"), ({"sheet": 3}, "not a name"),
        ({"heading_line": "3"}, "not a line number"),
        ({"heading_line": True}, "not a line number"), ({"heading_line": -1}, "not a line number"),
    ],
)  # fmt: skip
def test_a_map_file_that_says_something_else_is_refused(said: dict[str, Any], says: str) -> None:
    with pytest.raises(ListRefused) as refused:
        mapping_from_table(said)
    assert says in refused.value.sentence()
    assert refused.value.details["way_out"]


def test_a_refusal_names_the_fields_there_are() -> None:
    with pytest.raises(ListRefused) as refused:
        mapping_from_table({"columns": {"Org": "title"}}, SERVICE_FIELDS)
    assert all(field in refused.value.sentence() for field in SERVICE_FIELDS)
    assert mapping_from_table({"columns": {"Org": "title"}}, RESOURCE_FIELDS).columns == {"Org": "title"}
    with pytest.raises(ListRefused):
        services(LIST, mapping=Mapping({"Org": "title"}))


def test_the_mapping_goes_before_the_headings() -> None:
    reading = services(LIST, mapping=Mapping({"stuff": "how_to_refer", "Tel": "", "Internal notes": "note"}))
    assert service(reading, 3).how_to_refer == "Helps"
    assert service(reading, 3).phones == ()
    assert service(reading, 3).note == "secret"
    assert left_out(reading)["Tel"] == "You chose to leave it out."


def test_a_childs_name_cannot_be_mapped() -> None:
    reading = services(LIST.replace("Org|Tel", "Org|Website"), mapping=Mapping({"Child name": "note"}))
    assert "Child name" in left_out(reading)
    assert "Sam" not in repr(reading)


def test_a_column_without_a_heading_is_mapped_by_its_number() -> None:
    reading = services("Name|Phone|\nPact|0117 496 0123|Helps", mapping=Mapping({"Column 3": "description"}))
    assert service(reading, 2).description == "Helps"
    bare = services("a|Helps\nb|Talks\na|Sings", mapping=Mapping({"Column 1": "description", "Column 2": "name"}))
    assert [record.name for record in bare.records] == ["Helps", "Talks", "Sings"]


def test_two_columns_mapped_to_one_field() -> None:
    reading = services(
        "Name|A|B|C|D\nPact|5|11|one|two", mapping=Mapping({"A": "ages", "B": "ages", "C": "area", "D": "area"})
    )
    assert (service(reading, 2).ages, service(reading, 2).area) == ("5 to 11", "one; two")


def test_a_second_name_column_can_be_mapped() -> None:
    reading = services("Name|Branch\nPact|Bristol", mapping=Mapping({"Branch": "name", "Name": "name"}))
    assert at(reading, 2).name == "Pact; Bristol"


def test_the_line_of_the_headings_is_given() -> None:
    text = "Name|Phone\nNom|Fone\nPact|0117 496 0123"
    reading = services(text, mapping=Mapping({"Nom": "name", "Fone": "phones"}, heading_line=2))
    assert [record.outcome.value for record in reading.records] == ["ignored", "ignored", "taken"]
    for line in (4, 9):
        with pytest.raises(ListRefused) as refused:
            services(text, mapping=Mapping(heading_line=line))
        assert f"line {line}" in refused.value.sentence()


def test_one_sheet_is_chosen() -> None:
    sheets = (grid(["Name"], ["A"], sheet="One"), grid(["Name"], ["B"], sheet="Two"))
    reading = services(*sheets, mapping=Mapping(sheet="two"))
    assert [(record.place.sheet, record.outcome.value) for record in reading.records] == [
        ("One", "ignored"), ("One", "ignored"), ("Two", "ignored"), ("Two", "taken"),
    ]  # fmt: skip
    assert "You chose another sheet." in at(reading, 2, "One").reasons
    with pytest.raises(ListRefused) as refused:
        services(*sheets, mapping=Mapping(sheet="Three"))
    assert "“One”, “Two”" in refused.value.sentence()


def test_a_mapped_heading_that_is_not_there_is_said() -> None:
    reading = services(LIST, mapping=Mapping({"Nonsense": "note"}))
    assert any("“Nonsense”" in note for note in reading.notes)


def test_the_name_can_be_left_out_only_with_another() -> None:
    assert used(services(LIST, mapping=Mapping({"Stuff": "name", "Org": "organisation"})))["Stuff"] == "name"
    with pytest.raises(ListRefused) as refused:
        services(table("Name|Phone\nPact|0117 496 0123"), mapping=Mapping({"Name": ""}))
    assert "mapping screen" in refused.value.sentence()
    with pytest.raises(ListRefused):
        resources("Title|Link\nA|www.a.org", mapping=Mapping({"Title": ""}))
