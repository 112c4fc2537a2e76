"""The columns of a list that nobody can read yet, as a person sorts them out."""

from __future__ import annotations

from collections.abc import Sequence

from champion_app.domain.foreign_tables import Cell, ForeignFile, ForeignTable, TableRow
from champion_app.domain.imports import ColumnUse
from champion_app.domain.list_mapping import Mapping
from champion_app.domain.list_rough import (
    NO_HEADING,
    UNKNOWN,
    heading_lines,
    is_unclear,
    likely_heading_line,
    rough_columns,
)


def table(rows: Sequence[Sequence[str]], sheet: str = "") -> ForeignTable:
    return ForeignTable(
        tuple(TableRow(line, tuple(map(Cell, cells))) for line, cells in enumerate(rows, start=1)), sheet
    )


def file(*tables: ForeignTable) -> ForeignFile:
    return ForeignFile(tables)


TITLED = file(table([("Directory of help",), (), ("Zork", "Phone", ""), ("a", "01632 960001", "x"), ("b", "", "y")]))


def test_the_headings_are_the_line_with_the_most_known_words() -> None:
    assert likely_heading_line(TITLED, "listings", Mapping()) == 3
    assert likely_heading_line(file(table([("Zork", "Thing"), ("a", "b")])), "listings", Mapping()) == 1
    assert likely_heading_line(file(table([("7", "01632 960001"), ("8", "x")])), "listings", Mapping()) == 0
    assert likely_heading_line(file(), "resources", Mapping()) == 0


def test_columns_have_what_is_plain_from_their_headings_and_examples_of_the_rest() -> None:
    columns = rough_columns(TITLED, "listings", Mapping(heading_line=3))
    assert columns == (
        ColumnUse("Zork", "", UNKNOWN, ("a", "b")),
        ColumnUse("Phone", "phones", "", ("01632 960001",)),
        ColumnUse("Column 3", "", NO_HEADING, ("x", "y")),
    )
    assert [is_unclear(column) for column in columns] == [True, False, True]


def test_without_headings_every_line_is_an_example() -> None:
    columns = rough_columns(TITLED, "listings", Mapping())
    assert [column.heading for column in columns] == ["Column 1", "Column 2", "Column 3"]
    assert columns[0].examples == ("Directory of help", "Zork", "a")


def test_what_a_person_said_is_done_but_for_columns_about_children() -> None:
    rows = file(table([("Zork", "Child's name", "Internal notes"), ("a", "Archie", "x")]))
    mapping = Mapping({"Zork": "name", "Internal notes": "note"}, heading_line=1)
    zork, child, notes = rough_columns(rows, "listings", mapping)
    assert (zork.field, notes.field) == ("name", "note")
    assert (child.field, child.examples) == ("", ())
    assert "children" in child.why_not
    left = rough_columns(TITLED, "listings", Mapping({"Phone": ""}, heading_line=3))[1]
    assert left.field == ""


def test_the_sheet_that_was_chosen_counts_else_the_first_with_anything_on_it() -> None:
    both = file(table([("", "")], "Cover"), table([("Zork",), ("a",)], "South"), table([("Thing",), ("b",)], "North"))
    assert [one.heading for one in rough_columns(both, "resources", Mapping(heading_line=1))] == ["Zork"]
    assert [one.heading for one in rough_columns(both, "resources", Mapping(sheet="north", heading_line=1))] == [
        "Thing"
    ]
    assert rough_columns(both, "resources", Mapping(sheet="West", heading_line=1)) == ()
    assert heading_lines(both, Mapping(sheet="North")) == [(1, "Thing"), (2, "b")]


def test_the_first_lines_that_say_anything_are_offered_for_headings() -> None:
    assert heading_lines(TITLED, Mapping())[:2] == [(1, "Directory of help"), (3, "Zork · Phone")]
    assert len(heading_lines(file(table([(str(n),) for n in range(100)])), Mapping())) == 12


def test_long_words_and_many_columns_are_cut() -> None:
    wide = file(table([("x" * 500, *map(str, range(200)))]))
    columns = rough_columns(wide, "listings", Mapping())
    assert len(columns) == 60
    assert len(columns[0].examples[0]) == 60


def test_an_empty_column_is_not_unclear() -> None:
    assert not is_unclear(ColumnUse("Zork", "", UNKNOWN))
    assert not is_unclear(ColumnUse("Zork", "", "It is empty.", ("x",)))
