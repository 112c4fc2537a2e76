"""Every accepted form of Open Referral data: one service is one record, and its facts stand in the right fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from champion_app.domain.imports import Outcome, Place, Reading
from champion_app.domain.listings import ListingStatus, Phone
from champion_app.exchange.open_referral_in import is_open_referral, packed, read_open_referral, unpacked
from champion_app.exchange.open_referral_reading import reading_of
from champion_app.faults import ListRefused
from tests.exchange.open_referral_samples import (
    ID,
    TABLES,
    fields_of,
    json_file,
    only,
    outcomes,
    package_folder,
    page_1,
    page_3,
    read,
    service_1,
    service_3,
    table_bytes,
    zip_file,
)


def test_a_service_of_version_3_fills_every_field(tmp_path: Path) -> None:
    record = only(tmp_path, service_3())
    fields = fields_of(record)
    assert (record.place, record.name, record.key) == (Place(1, "services.json"), "Stay and Play", ID)
    assert fields.also_known_as == "Little Steps"
    assert fields.organisation == "Bristol Families"
    assert fields.description == "A play session.\nInterpreters: Urdu and Polish"
    assert fields.phones == (Phone("0117 496 0101", "Helpline"),)
    assert (fields.email, fields.website) == ("hello@stayandplay.org.uk", "https://stayandplay.org.uk/us")
    assert fields.hours == "Monday to Wednesday, 9am to 5:30pm"
    assert fields.address == "The Hub, 1 High Street, Bristol BS1 1AA"
    assert fields.area == "Bristol, Bath"
    assert fields.eligibility == "Families with a parent in prison"
    assert (fields.ages, fields.languages) == ("0 to 5", "English, Welsh")
    assert fields.cost == "£2 a session; Under 1: Free; £2.50"
    assert fields.how_to_refer == "Ring us.\nBring: Proof of address"
    assert (fields.kind, fields.status) == ("Play groups", ListingStatus.ACTIVE)
    assert fields.note == (
        "The list says it was checked on 4 March 2025 by somebody at bristol.gov.uk. That is not a check of ours.\n"
        "Accreditations: Ofsted"
    )
    assert (record.outcome, record.reasons) == (Outcome.TAKEN, ())


def test_a_service_of_version_1_is_read_as_well(tmp_path: Path) -> None:
    (record,) = read(tmp_path, page_1(service_1())).records
    fields = fields_of(record)
    assert (fields.name, fields.organisation, fields.area) == ("Young Carers", "Somerset Carers", "Somerset")
    assert fields.website == "https://www.youngcarers.org.uk"
    assert fields.hours == "Thursday, 9:30am to 10:30am"
    assert (fields.eligibility, fields.ages) == ("Young people", "8 to 18")
    assert fields.address == "Library, 2 Low Road, Wells BA5 2AA"
    assert (fields.cost, fields.kind) == ("Free", "Young carers, Advice")
    assert fields.how_to_refer == "How to attend: venue, referral"
    assert fields.phones == (Phone("01632 960 001", "Lead"),)
    assert fields.note.startswith("The list says it was checked on 4 March 2025.")


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        (service_3(), [1]),
        ([service_3(), service_1()], [1, 2]),
        (page_3(service_3(), service_1()), [1, 2]),
        (page_1(service_3(), service_1()), [1, 2]),
        ([page_3(service_3()), page_1(service_1())], [1, 2]),
        ({"totalElements": 2, "contents": [service_3(), service_1()]}, [1, 2]),
        ({"content": [service_3()], "total_items": 1}, [1]),
        (page_3(), []),
        ([page_3(), page_3(service_3())], [1]),
    ],
    ids=["one", "list", "page 3", "page 1", "pages", "1 with contents", "3 with content", "empty", "empty and full"],
)
def test_each_envelope_is_opened(tmp_path: Path, value: Any, rows: list[int]) -> None:
    reading = read(tmp_path, value)
    assert [record.place for record in reading.records] == [Place(row, "services.json") for row in rows]
    assert set(outcomes(reading)) <= {Outcome.TAKEN}
    assert not any("says that there are" in note for note in reading.notes)


def test_a_folder_of_pages_is_one_list_in_the_order_of_its_numbers(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        page = page_3(service_3(id=str(number), name=f"Service {number}"), total_items=3, total_pages=3)
        json_file(tmp_path, page, f"page{number}.json")
    json_file(tmp_path, {"name": "human_services_data"}, "datapackage.json")
    (tmp_path / "readme.txt").write_text("hello")
    reading = reading_of(tmp_path)
    assert [record.name for record in reading.records] == ["Service 1", "Service 2", "Service 10"]
    assert [record.place.sheet for record in reading.records] == ["page1.json", "page2.json", "page10.json"]
    assert not any("says that there are" in note for note in reading.notes)


def test_a_zip_of_pages_is_read_like_a_folder(tmp_path: Path) -> None:
    page = json.dumps(page_3(service_3())).encode()
    reading = reading_of(zip_file(tmp_path, {"feed/page1.json": page, "__MACOSX/feed/._page1.json": b"\0\x05"}))
    assert [record.place for record in reading.records] == [Place(1, "feed/page1.json")]


def _package(reading: Reading) -> None:
    play, blank, club, nameless = reading.records
    fields = fields_of(play)
    assert [record.place.line for record in reading.records] == [2, 4, 5, 6]  # the first takes two lines
    assert play.key == "s1"
    assert (fields.organisation, fields.website) == ("Bristol Families", "https://families.org.uk")
    assert fields.description == "Play,\nwith others"
    assert fields.phones == (
        Phone("0117 496 0101", "Helpline"),
        Phone("0117 496 0102", "The Hub"),
        Phone("0117 496 0104", "Reception"),
        Phone("0117 496 0103", "Organisation"),
    )
    assert fields.hours == "Monday to Friday, 9am to 5pm\nClosed from 24 December 2026 to 26 December 2026"
    assert fields.address == "The Hub, 1 High Street, Bristol, Avon BS1 1AA\nThe Hall, 2 Low Road, Wells BA5 2AA"
    assert (fields.area, fields.languages, fields.eligibility) == ("Bristol", "English, Polish", "Families")
    assert (fields.cost, fields.kind, fields.how_to_refer) == ("£2", "Play groups", "Ring us")
    assert fields.note == "Access: Ramp"
    assert (play.outcome, play.reasons) == (Outcome.WARNED, ("A fax number was left out.",))
    assert blank.outcome is Outcome.IGNORED
    assert (club.outcome, fields_of(club).status) == (Outcome.WARNED, ListingStatus.CLOSED)
    assert club.reasons == (
        "The organisation that runs it is not in the list.",
        "The list says that it is inactive; it was taken as closed.",
    )
    assert (nameless.outcome, nameless.fields, nameless.reasons) == (Outcome.REFUSED, None, ("It has no name.",))


def test_a_folder_of_tables_is_put_together(tmp_path: Path) -> None:
    _package(reading_of(package_folder(tmp_path)))


def test_a_zip_of_tables_in_a_folder_with_other_endings_is_put_together(tmp_path: Path) -> None:
    files = {f"data/{name.title()}.CSV": table_bytes(rows) for name, rows in TABLES.items()}
    files |= {"data/datapackage.json": b"{}", "data/notes.txt": b"hello", "old/services.csv": b"id,name\n9,Old\n"}
    _package(reading_of(zip_file(tmp_path, files)))


@pytest.mark.parametrize(("many", "one"), [("services", "service"), ("phones", "phone"), ("taxonomy", "taxonomies")])
def test_tables_may_be_named_in_the_singular_or_plural(tmp_path: Path, many: str, one: str) -> None:
    _package(reading_of(package_folder(tmp_path, {one if name == many else name: TABLES[name] for name in TABLES})))


def test_tables_of_version_3_are_put_together(tmp_path: Path) -> None:
    tables = {
        "services": [["id", "organization_id", "name", "status"], ["s1", "o1", "Stay and Play", "active"]],
        "organizations": [["id", "name", "description"], ["o1", "Bristol Families", ""]],
        "attributes": [["id", "link_id", "taxonomy_term_id"], ["1", "s1", "t1"]],
        "taxonomy_terms": [["id", "name"], ["t1", "Play groups"]],
        "addresses": [["id", "location_id", "address_1", "address_type"], ["1", "l1", "1 High Street", "physical"]],
        "locations": [["id", "location_type"], ["l1", "physical"]],
        "service_at_locations": [["id", "service_id", "location_id"], ["1", "s1", "l1"]],
        "schedules": [["id", "service_id", "byday", "opens_at"], ["1", "s1", "MO", "10:00"]],
    }
    (record,) = reading_of(package_folder(tmp_path, tables)).records
    fields = fields_of(record)
    assert (fields.kind, fields.address, fields.hours) == ("Play groups", "1 High Street", "Monday, from 10am")


def test_F55_a_table_in_western_european_letters_with_semicolons_is_read(tmp_path: Path) -> None:
    folder = package_folder(tmp_path)
    (folder / "services.csv").write_bytes("id;name;fees\ns1;Café Club;£2\n".encode("cp1252"))
    (folder / "postal_addresses.csv").write_bytes(b"")
    reading = reading_of(folder)
    assert (reading.records[0].name, fields_of(reading.records[0]).cost) == ("Café Club", "£2")
    assert any("cp1252" in note for note in reading.notes)


def test_F56_cells_beyond_the_last_column_are_said(tmp_path: Path) -> None:
    tables = {"services": [["id", "name"], ["s1", "Club", "extra"]], "phones": TABLES["languages"]}
    folder = package_folder(tmp_path, tables)
    (record,) = reading_of(folder).records
    assert record.reasons == ("Its row has more cells than there are columns; those were left out.",)


def test_a_table_beside_the_services_that_cannot_be_read_is_left_out_and_said(tmp_path: Path) -> None:
    folder = package_folder(tmp_path)
    (folder / "languages.csv").write_bytes(b"%PDF-1.7 and more")
    reading = reading_of(folder)
    assert "languages.csv was not read: it is a PDF." in reading.notes
    assert len(reading.records) == 4


def test_the_child_gives_what_this_process_reads(tmp_path: Path) -> None:
    path = json_file(tmp_path, page_3(service_3(), service_1(), None, total_items=9))
    assert read_open_referral(path) == reading_of(path)
    with pytest.raises(ListRefused) as refused:
        read_open_referral(json_file(tmp_path, {"a": 1}, "other.json"))
    assert refused.value.details["name"] == "other.json"


def test_a_reading_survives_the_way_from_the_child(tmp_path: Path) -> None:
    reading = reading_of(package_folder(tmp_path))
    assert unpacked(json.loads(json.dumps(packed(reading)))) == reading


# ---------------------------------------------------------------- what it is not


def test_what_is_open_referral_is_known_by_its_looks(tmp_path: Path) -> None:
    page = json_file(tmp_path, page_3(service_3()))
    pages = zip_file(tmp_path, {"p.json": page.read_bytes()}, "pages.zip")
    tables = zip_file(tmp_path, {f"{name}.csv": table_bytes(rows) for name, rows in TABLES.items()}, "tables.zip")
    version_1 = json_file(tmp_path, page_1(service_1()), "one.json")
    simple = json_file(tmp_path, {"id": "1", "name": "Club", "status": "active"}, "simple.json")
    for path in (page, pages, tables, version_1, simple, package_folder(tmp_path)):
        assert is_open_referral(path), path


def test_other_things_do_not_look_like_it(tmp_path: Path) -> None:
    csv_file = tmp_path / "services.csv"
    csv_file.write_text("id,name,status\n")
    folder = tmp_path / "folder"
    folder.mkdir()
    others = [
        csv_file,
        folder,
        tmp_path / "nowhere.json",
        json_file(tmp_path, {"a": 1}, "a.json"),
        json_file(tmp_path, "text", "b.json"),
        zip_file(tmp_path, {"manifest.json": b'{"contents": [], "status": 1}', "services.json": b"[]"}, "pack.zip"),
        zip_file(tmp_path, {"xl/workbook.xml": b"<a/>"}, "book.zip"),
        zip_file(tmp_path, {"services.csv": b"name,phone\n", "../x.csv": b""}, "bad.zip"),
    ]
    for path in others:
        assert not is_open_referral(path), path


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"{", "line 1: this is not written as JSON should be"),
        (b"<html></html>", "not written as JSON"),
        (b'{"contents": NaN}', "NaN"),
        (b"\xff\xfe{\0}\0", "UTF-16"),
        (b'{"name": "a", "status": "b", "name": "c"}', "stands twice"),
        (b'{"name": "a", "id": 3}', "nothing in it is a service"),
        (b"[1, 2, 3]", "nothing in it is a service"),
        (b'{"contents": [{"id": "1", "name": "An organisation", "website": "x.org"}]}', "nothing in it is a service"),
        (b'{"contents": "none"}', "nothing in it is a service"),
        (b'"text"', "nothing in it is a service"),
        (b"[" * 5000 + b"]" * 5000, "brackets inside each other"),
        (b"PK\x03\x04 and no more", "cut short or damaged"),
    ],
)
def test_F50_other_files_are_refused_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(content)
    with pytest.raises(ListRefused) as refused:
        reading_of(path)
    assert reason in refused.value.details["reason"]
    assert not is_open_referral(path) or content.startswith(b'{"')


def test_folders_and_zip_files_without_services_are_refused(tmp_path: Path) -> None:
    folder = package_folder(tmp_path, {name: rows for name, rows in TABLES.items() if name != "services"})
    with pytest.raises(ListRefused, match=r"no file services\.csv"):
        reading_of(folder)
    with pytest.raises(ListRefused, match=r"no file services\.csv"):
        reading_of(zip_file(tmp_path, {"phones.csv": b"id,number\n"}))
    with pytest.raises(ListRefused, match="not there"):
        reading_of(tmp_path / "nowhere.zip")
    with pytest.raises(ListRefused, match="no column called name"):
        reading_of(zip_file(tmp_path, {"services.csv": b"id,title\n1,x\n", "phones.csv": b"id\n"}))
    with pytest.raises(ListRefused, match="a pack, not a list"):
        reading_of(zip_file(tmp_path, {"manifest.json": b"{}", "services.json": b"[]"}))


def test_F43_F46_a_zip_that_is_not_safe_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListRefused, match="not safe"):
        reading_of(zip_file(tmp_path, {"services.csv": b"id,name\n", "../services.csv": b""}))
    path = zip_file(tmp_path, {"services.csv": b"id,name\n1,a\n" * 9, "phones.csv": b"id\n"})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ListRefused, match="damaged"):
        reading_of(path)


def test_one_page_of_a_folder_that_is_something_else_is_said(tmp_path: Path) -> None:
    json_file(tmp_path, page_3(service_3()), "a.json")
    json_file(tmp_path, {"settings": 1}, "b.json")
    reading = reading_of(tmp_path)
    assert len(reading.records) == 1
    assert "b.json holds no services and was not read." in reading.notes
