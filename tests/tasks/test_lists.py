"""Lists as files: read, looked at beside the binder, taken in, reported; what only a person can sort out is asked."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from champion_app.domain.imports import Outcome
from champion_app.domain.list_reading import Mapping
from champion_app.domain.listings import Listing
from champion_app.domain.resources import Resource
from champion_app.domain.taking_in import Decision, Verdict
from champion_app.faults import FolderMissing, ListRefused
from champion_app.store import listings as store
from champion_app.store import sources
from champion_app.store.binder import Binder
from champion_app.tasks import listings, lists, resources
from champion_app.tasks.lists import ListPreview
from champion_app.tasks.opened_lists import is_unclear, open_list, save_report, with_mapping
from tests.tasks.editions import everything, reading, service, tracked, write_csv

HEAD = ("Service name", "Telephone", "Website", "Area covered", "Lead officer", "Internal notes")
ROWS = [
    ("Café Beck", "01632 960111", "www.beckstreet.org.uk", "Hull", "Jo Bloggs", "invoice sent"),
    ("Toy library", "01632 960112", "", "York", "Sam Roe", ""),
    ("Walk-in", "01632 960113", "", "Hull", "", ""),
]


def council_list(path: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    return write_csv(path, [("Hollin Vale directory of help",), HEAD, *rows, ("Total", "3")], encoding="cp1252")


def looked(binder: Binder, path: Path, noun: str = "listings") -> ListPreview:
    return lists.look(binder, lists.read(path, noun), noun, path.stem)


def named(binder: Binder, name: str) -> Listing:
    return next(one for one in listings.directory(binder) if one.fields.name == name)


def test_F55_a_list_of_an_office_is_taken_in_and_the_sums_close(binder: Binder, tmp_path: Path) -> None:
    found = looked(binder, council_list(tmp_path / "council.csv"))
    assert found.counts == {"taken": 3, "warned": 0, "refused": 0, "duplicate": 0, "ask": 0, "ignored": 3}
    made = lists.take_in(binder, found, {})
    assert [one.fields.name for one in listings.some(binder, made)] == ["Café Beck", "Toy library", "Walk-in"]
    beck = named(binder, "Café Beck")
    assert (beck.phone, beck.fields.area, beck.key, beck.checked_on) == ("01632 960111", "Hull", "", None)
    assert not any("Bloggs" in str(row) or "invoice" in str(row) for row in everything(binder).values())


def test_F63_the_same_list_again_changes_not_one_byte(binder: Binder, tmp_path: Path) -> None:
    path = council_list(tmp_path / "council.csv")
    lists.take_in(binder, looked(binder, path), {})
    before = everything(binder)
    again = looked(binder, path)
    assert (again.counts["duplicate"], again.counts["taken"]) == (3, 0)
    assert not lists.moves(again, {})
    assert lists.take_in(binder, again, {}) == []
    assert everything(binder) == before


def test_the_next_edition_moves_only_what_moved(binder: Binder, tmp_path: Path) -> None:
    lists.take_in(binder, looked(binder, council_list(tmp_path / "council 2026.csv")), {})
    beck = named(binder, "Café Beck")
    listings.change_listing(binder, beck.id, replace(beck.fields, note="Ask for Friday."))
    edition = [
        ("Café Beck", "01632 960111", "www.beckstreet.org.uk", "Hull and York", "", ""),
        ("Walk-in", "01632 960113", "", "Hull", "", ""),
        ("Home visits", "01632 960114", "", "", "", ""),
    ]
    found = looked(binder, council_list(tmp_path / "council 2027.csv", edition))
    assert found.preview.source is not None
    assert found.preview.source.title == "council 2026", "it is the next edition of that"
    assert [(line.record.name, line.proposal.verdict) for line in found.lines if line.proposal] == [
        ("Café Beck", Verdict.CHANGED), ("Walk-in", Verdict.SAME), ("Home visits", Verdict.NEW)
    ]  # fmt: skip
    assert "Changed since it was last taken in: area it covers." in found.lines[2].reasons
    assert [one.name for one in found.preview.gone] == ["Toy library"]
    before = tracked(binder)
    lists.take_in(binder, found, {})
    beck = named(binder, "Café Beck")
    assert (beck.fields.area, beck.fields.note) == ("Hull and York", "Ask for Friday.")
    assert named(binder, "Toy library").fields.area == "York"
    binder.undo()
    assert tracked(binder) == before


def test_a_clash_says_which_fields_and_waits(binder: Binder, tmp_path: Path) -> None:
    lists.take_in(binder, looked(binder, council_list(tmp_path / "a.csv")), {})
    beck = named(binder, "Café Beck")
    listings.change_listing(binder, beck.id, replace(beck.fields, area="Hull, since May"))
    found = looked(binder, council_list(tmp_path / "b.csv", [("Café Beck", "01632 960111", "", "Hessle"), *ROWS[1:]]))
    (line,) = [line for line in found.lines if line.outcome is Outcome.ASK]
    assert line.reasons[-2] == "You have changed this yourselves, and the list has changed it too: area it covers."
    assert line.reasons[-1].startswith("Until you decide, what else is new waits as well: ")
    lists.take_in(binder, found, {})
    assert named(binder, "Café Beck").fields.area == "Hull, since May"
    lists.take_in(binder, looked(binder, tmp_path / "b.csv"), {("listings", line.record.key): Decision.THEIRS})
    assert named(binder, "Café Beck").fields.area == "Hessle"


def test_own_words_in_a_line_that_is_here_already_are_said_to_stay(binder: Binder, tmp_path: Path) -> None:
    path = council_list(tmp_path / "a.csv")
    lists.take_in(binder, looked(binder, path), {})
    beck = named(binder, "Café Beck")
    listings.change_listing(binder, beck.id, replace(beck.fields, area="Everywhere"))
    (reasons,) = [line.reasons for line in looked(binder, path).lines if line.record.name == "Café Beck"]
    assert reasons == ("It is in your binder already, unchanged. Your own words stay: area it covers.",)


def test_what_was_removed_here_asks_whether_it_should_come_back(binder: Binder, tmp_path: Path) -> None:
    path = council_list(tmp_path / "a.csv")
    lists.take_in(binder, looked(binder, path), {})
    listings.remove_listing(binder, named(binder, "Walk-in").id)
    found = looked(binder, path)
    (line,) = [line for line in found.lines if line.record.name == "Walk-in"]
    assert (line.outcome, line.reasons[-1]) == (Outcome.ASK, "You took it out of your binder. Should it come back?")
    assert lists.take_in(binder, found, {}) == []
    assert len(lists.take_in(binder, found, {("listings", line.record.key): Decision.THEIRS})) == 1


def test_something_of_ours_with_the_same_number_is_asked_about(binder: Binder, tmp_path: Path) -> None:
    own = listings.add_listing(binder, service("The Beck Street café", "+44 1632 960111", note="Ours."))
    found = looked(binder, council_list(tmp_path / "a.csv"))
    (line,) = [line for line in found.lines if line.outcome is Outcome.ASK]
    assert line.record.name == "Café Beck"
    lists.take_in(binder, found, {("listings", line.record.key): Decision.THEIRS})
    kept = store.one(binder, own)
    assert kept is not None
    assert (kept.fields.name, kept.fields.note, kept.fields.area) == ("Café Beck", "Ours.", "Hull")


def test_two_lists_that_number_their_lines_are_two_lists(binder: Binder, tmp_path: Path) -> None:
    """Nearly every list has an id of 1, 2, 3: that alone does not make one the next edition of the other."""
    first = write_csv(tmp_path / "a.csv", [("ID", "Service name"), ("1", "Pact here"), ("2", "Toy library")])
    second = write_csv(tmp_path / "b.csv", [("ID", "Service name"), ("1", "Foot clinic"), ("2", "Eye clinic")])
    lists.take_in(binder, looked(binder, first), {})
    found = looked(binder, second)
    assert found.preview.source is None
    assert found.preview.gone == ()
    lists.take_in(binder, found, {})
    assert [source.title for source in sources.every(binder, "list")] == ["b", "a"]
    renamed = write_csv(tmp_path / "c.csv", [("ID", "Service name"), ("1", "Pact here"), ("2", "Toys")])
    source = looked(binder, renamed).preview.source
    assert source is not None
    assert source.title == "a"


def test_a_list_of_which_nothing_was_taken_leaves_no_trace(binder: Binder) -> None:
    listings.add_listing(binder, service("Pact here", "01632 960001"))
    found = lists.look(binder, reading({"a": service("Pact here", "01632 960002")}), "listings", "a")
    assert [one.asks for one in found.preview.proposals] == [True]
    before = everything(binder)
    lists.take_in(binder, found, {})
    assert everything(binder) == before


def test_a_doubtful_line_is_neither_new_nor_taken_until_decided(binder: Binder) -> None:
    found = lists.look(binder, reading({"a": service("Pact here")}, doubtful=["a"]), "listings", "a")
    assert found.number_of(Verdict.NEW) == 0
    assert lists.report(found, applied=False)["new"] == 0
    assert lists.take_in(binder, found, {("listings", "a"): Decision.MINE}) == []
    found = lists.look(binder, reading({"a": service("Pact here")}, doubtful=["a"]), "listings", "a")
    assert len(lists.take_in(binder, found, {("listings", "a"): Decision.THEIRS})) == 1


def test_resources_in_an_excel_file(binder: Binder, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Title", "Author", "Age range", "Link"), ("The red bag", "A. Writer", "5-7", "www.example.co.uk/red")):
        sheet.append(row)
    book.save(path := tmp_path / "books.xlsx")
    (made,) = lists.take_in(binder, looked(binder, path, "resources"), {})
    found = resources.resource(binder, made)
    assert isinstance(found, Resource)
    assert (found.fields.title, found.fields.author, found.mine) == ("The red bag", "A. Writer", True)


def test_the_report_says_what_became_of_each_line(binder: Binder, tmp_path: Path) -> None:
    found = looked(binder, council_list(tmp_path / "a.csv"))
    told = json.loads(save_report(found, tmp_path / "report.json", applied=True).read_text(encoding="utf-8"))
    assert sum(told["counts"].values()) == len(told["records"]) == 6
    assert told["records"][2] == {"line": 3, "name": "Café Beck", "outcome": "taken", "reasons": []}
    assert {one["column"] for one in told["left_out"]} == {"Lead officer", "Internal notes"}
    text = save_report(found, tmp_path / "report.csv", applied=True).read_text(encoding="utf-8-sig")
    table = list(csv.reader(text.splitlines()))
    assert table[0] == ["Sheet", "Line", "Name", "What became of it", "Why"]
    assert table[3] == ["", "3", "Café Beck", "taken in", ""]
    assert len(table) == 7
    with pytest.raises(FolderMissing):
        save_report(found, tmp_path / "nowhere" / "report.csv", applied=True)


def test_the_report_as_a_table_names_what_is_gone_and_runs_nothing(binder: Binder, tmp_path: Path) -> None:
    lists.take_in(binder, looked(binder, council_list(tmp_path / "a.csv")), {})
    found = looked(binder, council_list(tmp_path / "b.csv", [ROWS[0], ROWS[1], ("=1+1", "01632 960119")]))
    text = save_report(found, tmp_path / "report.csv", applied=False).read_text(encoding="utf-8-sig")
    assert "Walk-in,in the last edition only,It stays in our binder." in text
    assert "'=1+1" in text


class TestOpened:
    """A list open on the mapping screen."""

    def test_other_columns_need_no_other_reading_of_the_file(self, tmp_path: Path) -> None:
        path = council_list(tmp_path / "a.csv")
        opened = open_list(path, "listings")
        path.unlink()
        again = with_mapping(opened, Mapping({"Area covered": "note", "Website": ""}))
        fields = [record.fields for record in again.reading.records if record.fields]
        assert [getattr(one, "note", "") for one in fields] == ["Hull", "York", "Hull"]
        assert [getattr(one, "website", "") for one in fields] == ["", "", ""]
        assert {one.heading: one.field for one in again.reading.columns}["Website"] == ""

    def test_a_list_whose_names_nobody_can_find_asks_which_column_they_stand_in(self, tmp_path: Path) -> None:
        rows = [("Zork", "Thing", "Phone"), ("7", "5", "01632 960001"), ("8", "5", "01632 960002")]
        opened = open_list(write_csv(tmp_path / "a.csv", rows), "listings")
        assert opened.problem is not None
        assert opened.reading.records == ()
        assert [(one.heading, one.field) for one in opened.reading.columns] == [
            ("Zork", ""), ("Thing", ""), ("Phone", "phones")
        ]  # fmt: skip
        assert opened.first_lines[0] == (1, "Zork · Thing · Phone")

    def test_once_the_column_is_named_the_list_can_be_read(self, tmp_path: Path) -> None:
        rows = [("Zork", "Thing", "Phone"), ("Pact", "", "01632 960001"), ("", "x", "01632 960002"), ("", "", "01632")]
        opened = open_list(write_csv(tmp_path / "a.csv", rows), "listings")
        assert opened.problem is not None
        named = with_mapping(opened, replace(opened.mapping, columns={"Zork": "name"}))
        assert named.problem is None
        assert [record.name for record in named.reading.records if record.fields] == ["Pact"]

    def test_columns_without_headings_have_numbers_to_choose_by(self, tmp_path: Path) -> None:
        rows = [("5", "01632 960001", "Pact"), ("7", "01632 960002", "Pact"), ("9", "01632 960003", "Pact")]
        opened = open_list(write_csv(tmp_path / "a.csv", rows), "listings")
        assert opened.problem is not None
        assert [one.heading for one in opened.reading.columns] == ["Column 1", "Column 2", "Column 3"]
        named = with_mapping(opened, replace(opened.mapping, columns={"Column 3": "name"}))
        assert [record.name for record in named.reading.records if record.fields] == ["Pact"] * 3

    def test_a_column_about_children_shows_nothing_of_them(self, tmp_path: Path) -> None:
        rows = [("What", "Child's name"), ("7", "Archie"), ("8", "Bella")]
        opened = open_list(write_csv(tmp_path / "a.csv", rows), "listings")
        (column,) = [one for one in opened.reading.columns if one.heading == "Child's name"]
        assert (column.examples, column.field) == ((), "")

    def test_what_only_a_person_can_place_is_known_as_that(self, tmp_path: Path) -> None:
        rows = [
            ("Service name", "Zork", "Phone", "Lead officer", "", ""),
            ("Pact", "flub", "01632 960001", "Jo", "wibble", ""),
            ("Beck", "x", "01632 960002", "", "wobble", ""),
        ]
        opened = open_list(write_csv(tmp_path / "a.csv", rows), "listings")
        assert [one.heading for one in opened.reading.columns if is_unclear(one)] == ["Zork", "Column 5"]

    def test_F55_another_encoding_reads_the_same_file_otherwise(self, tmp_path: Path) -> None:
        path = council_list(tmp_path / "a.csv")
        opened = open_list(path, "listings", encoding="mac-roman")
        assert opened.file is not None
        assert opened.file.encoding == "mac-roman"
        assert "Café Beck" not in [record.name for record in opened.reading.records]

    def test_F55_another_separator_too(self, tmp_path: Path) -> None:
        path = write_csv(tmp_path / "a.csv", [("Service name", "Telephone"), ("Pact", "1")], separator="|")
        opened = open_list(path, "listings", separator=";")
        assert opened.file is not None
        assert opened.file.separator == ";"
        assert len(opened.reading.columns) < 2 or opened.problem is not None

    def test_the_sheets_of_an_excel_file_can_be_chosen(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        first, second = book.active, book.create_sheet("North")
        assert first is not None
        first.title = "South"
        for sheet, name in ((first, "Pact"), (second, "Beck")):
            sheet.append(("Service name", "Telephone"))
            sheet.append((name, "01632 960001"))
        book.save(path := tmp_path / "a.xlsx")
        opened = open_list(path, "listings")
        assert opened.sheets == ("South", "North")
        north = with_mapping(opened, Mapping(sheet="North"))
        assert [record.name for record in north.reading.records if record.fields] == ["Beck"]

    def test_open_referral_needs_no_columns(self, tmp_path: Path) -> None:
        path = tmp_path / "services.json"
        path.write_text(
            json.dumps({"id": "1", "name": "Pact", "status": "active", "organization": {"name": "The office"}})
        )
        opened = open_list(path, "listings")
        assert opened.file is None
        assert [record.name for record in opened.reading.records] == ["Pact"]
        assert with_mapping(opened, Mapping({"x": "name"})) is opened
        assert (opened.sheets, opened.first_lines) == ((), [])

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"%PDF-1.4 x"])
    def test_F61_what_is_no_list_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "a.csv"
        path.write_bytes(content)
        with pytest.raises(ListRefused):
            open_list(path, "listings")
