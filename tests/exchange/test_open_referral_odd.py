"""What real lists get wrong: each oddity is dealt with, and said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from champion_app.domain.imports import Outcome
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.typed_text import LONGEST_LINE
from champion_app.exchange.open_referral_reading import reading_of
from champion_app.tasks.listings import tidy
from tests.exchange.open_referral_samples import (
    fields_of,
    json_file,
    only,
    outcomes,
    page_1,
    page_3,
    read,
    service_1,
    service_3,
)


def _bare(**facts: Any) -> dict[str, Any]:
    return {"id": "1", "name": "Club", "status": "active", **facts}


# ---------------------------------------------------------------- envelopes and identity


def test_a_page_that_lies_about_its_total_is_believed_by_what_it_holds(tmp_path: Path) -> None:
    services = [service_3(id=str(number), name=f"Service {number}") for number in range(128)]
    reading = read(tmp_path, page_1(*services, totalElements=31))
    assert len(reading.records) == 128
    assert "The file says that there are 31 services; it holds 128." in reading.notes


def test_one_page_of_several_is_said(tmp_path: Path) -> None:
    reading = read(tmp_path, page_3(service_3(), total_items="312", total_pages=7))
    note = "The file says that there are 312 services; it holds 1. It is 1 of 7 pages: the rest is not in it."
    assert note in reading.notes


def test_services_that_all_have_one_id_are_told_apart_by_name_and_organisation(tmp_path: Path) -> None:
    services = [service_3(name=f"Service {number}") for number in range(5)]
    reading = read(tmp_path, page_3(*services))
    assert outcomes(reading) == [Outcome.TAKEN] * 5
    assert reading.records[0].key == "service 0 · bristol families"
    assert len({record.key for record in reading.records}) == 5
    assert any(note.startswith("5 services have the same id, “11111111") for note in reading.notes)


def test_the_same_name_at_two_places_is_two_services(tmp_path: Path) -> None:
    first, second = (_bare(id="", description=words, location={"address": f"{words} Road"}) for words in ("A1", "B2"))
    reading = read(tmp_path, page_3(first, second, second))
    assert outcomes(reading) == [Outcome.TAKEN, Outcome.WARNED, Outcome.DUPLICATE]
    assert reading.records[1].reasons == (
        "Another service has the same name and organisation: number 1 in services.json. "
        "They differ in: What it offers, Address.",
    )
    assert [record.key for record in reading.records[:2]] == ["club · ", "club ·  · b2 road"]
    again = read(tmp_path, page_3(_bare(id=""), *(_bare(id="", cost=f"£{number}") for number in range(3))))
    assert len({record.key for record in again.records}) == 4


def test_a_service_that_stands_twice_is_a_duplicate(tmp_path: Path) -> None:
    reading = read(tmp_path, [page_3(service_3()), page_3(service_3(), service_3(fees_description="£3"))])
    assert outcomes(reading) == [Outcome.TAKEN, Outcome.DUPLICATE, Outcome.DUPLICATE]
    assert reading.records[1].reasons == ("It stands in the list already: number 1 in services.json.",)
    assert reading.records[2].reasons == (
        "It stands in the list already: number 1 in services.json. They differ in: What it costs.",
    )


def test_what_is_no_service_or_has_no_name_is_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, page_3(service_3(), None, "hello", {}, [], 5, _bare(name=""), _bare(name="n/a")))
    assert outcomes(reading) == [Outcome.TAKEN] + [Outcome.REFUSED] * 7
    assert [record.reasons[0] for record in reading.records[1:]] == [
        "It is empty.", "It is not a service: “hello”.", "It is empty.", "It is empty.", "It is not a service: “5”.",
        "It has no name.", "It has no name.",
    ]  # fmt: skip


# ---------------------------------------------------------------- organisations and status


@pytest.mark.parametrize(
    "facts",
    [
        {"organization_id": "o9"},
        {"organization": None, "organisation_id": "o9"},
        {"organization": {"id": "o9"}},
        {"organization": {"id": "o9", "name": ""}},
        {"organization": "0fdfb57f-c147-4cfb-864c-44788a335d8c"},
    ],
)
def test_an_organisation_that_is_not_there_is_said(tmp_path: Path, facts: dict[str, Any]) -> None:
    record = only(tmp_path, _bare(**facts))
    assert fields_of(record).organisation == ""
    assert record.outcome is Outcome.WARNED
    assert record.reasons == ("The organisation that runs it is not in the list.",)


@pytest.mark.parametrize("organisation", ["Barnardo's", {"Name": "Barnardo's"}, [{"name": "Barnardo's"}]])
def test_an_organisation_in_other_shapes_is_taken(tmp_path: Path, organisation: Any) -> None:
    assert fields_of(only(tmp_path, _bare(organisation=organisation))).organisation == "Barnardo's"


def test_what_is_said_of_the_organisation_stands_in_for_a_missing_description(tmp_path: Path) -> None:
    record = only(tmp_path, _bare(organization={"name": "Hub", "description": "A charity for <b>all</b>."}))
    assert fields_of(record).description == "A charity for all."
    assert record.outcome is Outcome.WARNED


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed", "Temporarily_Closed", "CLOSED "])
def test_a_service_that_does_not_run_is_closed_with_the_reason(tmp_path: Path, status: str) -> None:
    record = only(tmp_path, _bare(status=status))
    assert fields_of(record).status is ListingStatus.CLOSED
    assert record.outcome is Outcome.WARNED
    assert "it was taken as closed" in record.reasons[0]


@pytest.mark.parametrize(("status", "said"), [("active", False), ("", False), (None, False), ("pending review", True)])
def test_any_other_service_runs(tmp_path: Path, status: object, said: bool) -> None:
    record = only(tmp_path, _bare(status=status, fees="£1"))
    assert fields_of(record).status is ListingStatus.ACTIVE
    assert bool(record.reasons) is said


# ---------------------------------------------------------------- placeholders, links, markup


def test_placeholders_are_empty_and_said(tmp_path: Path) -> None:
    record = only(
        tmp_path,
        _bare(
            email="test@example.com",
            phones=[{"number": "00000000000"}, {"number": "0117 496 0101"}],
            url="https://www.example.com/page",
            description="N/A",
            fees=" tbc. ",
        ),
    )
    fields = fields_of(record)
    assert (fields.email, fields.website, fields.description, fields.cost) == ("", "", "", "")
    assert fields.phones == (Phone("0117 496 0101"),)
    assert record.outcome is Outcome.WARNED
    (reason,) = record.reasons
    for placeholder in ("test@example.com", "00000000000", "https://www.example.com/page", "N/A", "tbc."):
        assert f"“{placeholder}”" in reason


def test_placeholders_are_counted_for_the_whole_list(tmp_path: Path) -> None:
    services = [service_3(id=str(number), name=f"S {number}", email="test@example.com") for number in range(3)]
    assert (
        "Placeholders such as test@example.com or n/a were left empty in 3 services."
        in read(tmp_path, page_3(*services)).notes
    )


def test_a_link_without_a_scheme_gets_one_and_is_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, page_3(_bare(url="club.org.uk/play?x=1")))
    assert fields_of(reading.records[0]).website == "https://club.org.uk/play?x=1"
    assert reading.records[0].outcome is Outcome.TAKEN
    assert "https:// was put before the web address of 1 service." in reading.notes


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ms-word:ofe|u|http://x.org", "ftp://x.org/a",
     "FILE:\\\\server\\x"],
)  # fmt: skip
def test_F52_a_link_that_could_start_something_is_not_taken(tmp_path: Path, url: str) -> None:
    record = only(tmp_path, _bare(url=url))
    assert fields_of(record).website == ""
    assert "was not taken" in record.reasons[0]


@pytest.mark.parametrize(
    ("url", "website", "note"),
    [
        ("HTTP://club.org", "HTTP://club.org", ""),
        ("//club.org", "https://club.org", ""),
        ("http:club.org", "https://club.org", ""),
        ("http://", "", ""),
        ("www.", "", ""),
        ("see Facebook", "", "Website: see Facebook"),
        ("\\\\server\\share", "", "Website: \\\\server\\share"),
        ("http://user@club.org", "", "Website: http://user@club.org"),
        ("https://www.facebook.com/@club", "https://www.facebook.com/@club", ""),
    ],
)
def test_web_addresses_of_every_kind(tmp_path: Path, url: str, website: str, note: str) -> None:
    fields = fields_of(only(tmp_path, _bare(url=url)))
    assert (fields.website, fields.note) == (website, note)


def test_the_organisations_address_stands_in_for_the_services(tmp_path: Path) -> None:
    organization = {"id": "1", "name": "Hub", "url": "hub.org.uk", "email": "office@hub.org.uk"}
    fields = fields_of(only(tmp_path, _bare(url="javascript:x", email="n/a", organization=organization)))
    assert (fields.website, fields.email) == ("https://hub.org.uk", "office@hub.org.uk")


def test_html_becomes_plain_text_and_is_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, page_3(_bare(name="Fun &amp; Games", description="<p>One</p><ul><li>two</li></ul>")))
    fields = fields_of(reading.records[0])
    assert (fields.name, fields.description) == ("Fun & Games", "One\n\n- two")
    assert "Formatting (HTML) was turned into plain text in 1 service." in reading.notes


# ---------------------------------------------------------------- telephones and people


def test_telephones_are_found_in_all_nine_places_once_each(tmp_path: Path) -> None:
    def numbers(*last: int) -> list[dict[str, Any]]:
        return [{"number": f"0117 496 01{one:02}"} for one in last]

    def contact(one: int) -> list[dict[str, Any]]:
        return [{"name": "Ann", "phones": numbers(one)}]

    place = {"phones": numbers(3), "contacts": contact(4)}
    record = only(
        tmp_path,
        _bare(
            phones=numbers(1, 1),
            contacts=contact(2),
            service_at_locations=[{"phones": numbers(5), "contacts": contact(6), "location": place}],
            organization={
                "name": "Hub",
                "phones": [*numbers(7), {"number": "+44 117 496 0101"}],
                "contacts": contact(8),
                "locations": [{"phones": numbers(9), "contacts": contact(10)}],
            },
        ),
    )
    found = [phone.number for phone in fields_of(record).phones]
    assert found[0] == "0117 496 0101"
    assert sorted(found) == [f"0117 496 01{one:02}" for one in range(1, 11)]


@pytest.mark.parametrize(
    ("phones", "kept"),
    [
        ("0117 496 0101", [Phone("0117 496 0101")]),
        (["0117 496 0101"], [Phone("0117 496 0101")]),
        ([{"number": 1174960101}], [Phone("01174960101")]),
        ([{"number": "0117 496 0101 / 0117 496 0102"}], [Phone("0117 496 0101"), Phone("0117 496 0102")]),
        ([{"number": "0117 496 0101", "type": "fax"}], []),
        ([{"number": "0117 496 0101", "type": "textphone", "extension": 12}],
         [Phone("0117 496 0101", "Textphone, extension 12")]),
        ([{"number": "0800 1111", "description": "Helpline; cost: free"}], [Phone("0800 1111", "Helpline", "free")]),
        ([{"telephone": "116 123"}, None, 7.5, {}], [Phone("116 123"), Phone("7.5")]),
        ([{"number": "see our website"}], []),
        ([{"number": ["0117 496 0101"]}], [Phone("0117 496 0101")]),
    ],
)  # fmt: skip
def test_telephones_in_other_shapes(tmp_path: Path, phones: Any, kept: list[Phone]) -> None:
    assert list(fields_of(only(tmp_path, _bare(phones=phones))).phones) == kept


def test_named_people_are_left_out_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, page_3(service_3(email=""), service_1(email="")))
    for record in reading.records:
        kept = str(record.fields)
        for person in ("Ann", "Persona", "persona", "Tom", "jane"):
            assert person not in kept
    people = [use for use in reading.columns if use.heading in ("contacts.name", "assurer_email")]
    assert len(people) == 2
    assert all(use.field == "" and "people" in use.why_not and not use.examples for use in people)
    assert any("people were left out" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("contact", "email"),
    [
        ({"name": "Ann", "email": "ann@club.org.uk"}, ""),
        ({"name": "Ann", "email": "enquiries@club.org.uk"}, "enquiries@club.org.uk"),
        ({"email": "ann@club.org.uk"}, "ann@club.org.uk"),
    ],
)
def test_a_contacts_address_is_taken_only_where_it_names_nobody(tmp_path: Path, contact: Any, email: str) -> None:
    assert fields_of(only(tmp_path, _bare(contacts=[contact]))).email == email


def test_what_is_no_address_and_second_addresses_go_to_the_note(tmp_path: Path) -> None:
    fields = fields_of(only(tmp_path, _bare(email="a@club.org.uk; b@club.org.uk")))
    assert (fields.email, fields.note) == ("a@club.org.uk", "Another e-mail address: b@club.org.uk")
    assert fields_of(only(tmp_path, _bare(email="ask at the desk"))).note == "E-mail: ask at the desk"


# ---------------------------------------------------------------- odd types and lengths


@pytest.mark.parametrize(
    ("facts", "field", "value"),
    [
        ({"languages": "English, Urdu"}, "languages", "English, Urdu"),
        ({"languages": ["en", "Urdu", "urdu"]}, "languages", "English, Urdu"),
        ({"languages": [None, 3.0, {"language": "Welsh"}]}, "languages", "3, Welsh"),
        ({"eligibilities": ["Carers"], "eligibilitys": [{"eligibility": "Parents"}]}, "eligibility", "Carers\nParents"),
        ({"minimum_age": "4", "maximum_age": "11.0"}, "ages", "4 to 11"),
        ({"minimum_age": [], "maximum_age": True}, "ages", ""),
        ({"eligibility": {"minimum_age": 12, "maximum_age": 100}}, "ages", "12 and over"),
        ({"serviceAreas": {"service_area": "Bath"}}, "area", "Bath"),
        ({"service-areas": "Bath"}, "area", "Bath"),
        ({"service_areas": [{"extent": "Bath", "extent_type": "text"}, {"extent": "POLYGON"}]}, "area", "Bath"),
        ({"fees": 0}, "cost", "0"),
        ({"cost_options": [{"amount": "1250", "option": "a year"}]}, "cost", "a year: £1,250"),
        ({"cost_options": [{"amount": 5, "currency": "eur"}, "Ask us"]}, "cost", "EUR 5; Ask us"),
        ({"regular_schedules": "Mondays"}, "hours", "Mondays"),
        ({"taxonomies": ["Play", "esd:123", "http://x.org/1"]}, "kind", "Play"),
        (
            {"attributes": [{"link_type": "intended_audience", "taxonomy_term": {"name": "Carers"}}]},
            "audience",
            "Carers",
        ),
        ({"attributes": [{"link_type": "eligibility", "taxonomy_term": {"name": "Carers"}}]}, "eligibility", "Carers"),
        ({"description": {"text": "Hello"}}, "description", "Hello"),
        ({"description": ["One", "Two"]}, "description", "One, Two"),
        ({"alternate_name": ["One", "Two"]}, "also_known_as", "One, Two"),
        ({"service_at_locations": [{"location": {"address": "1 High Street"}}]}, "address", "1 High Street"),
        ({"service_at_locations": [{"location": [{"addresses": ["1 High Street"]}]}]}, "address", "1 High Street"),
        ({"service_at_locations": {"location": {"location_type": "virtual", "name": "Zoom"}}}, "address", ""),
        ({"wait_time": "Two weeks"}, "description", "Waiting time: Two weeks"),
        ({"alert": "Closed for repairs"}, "note", "Alert: Closed for repairs"),
    ],
)
def test_values_of_the_wrong_type_say_what_they_can(tmp_path: Path, facts: Any, field: str, value: str) -> None:
    assert getattr(fields_of(only(tmp_path, _bare(**facts))), field) == value


def test_what_is_too_long_for_one_line_goes_whole_to_the_description(tmp_path: Path) -> None:
    area = "Bath " * 120
    record = only(tmp_path, _bare(description="Play.", service_areas=[{"name": area}], name="Club " * 120))
    fields = fields_of(record)
    assert fields.area == ""
    assert f"Area it covers: {area.strip()}" in fields.description
    assert "The name of the service: Club Club" in fields.description
    assert len(fields.name) == LONGEST_LINE
    assert fields.name.endswith("…")
    assert "Area it covers is too long for one line and went to the description." in record.reasons
    assert tidy(fields) == fields


def test_what_is_too_long_for_the_binder_is_refused(tmp_path: Path) -> None:
    record = only(tmp_path, _bare(description="a" * 1_999_999, wait_time="b" * 1_999_999))
    assert (record.outcome, record.reasons) == (Outcome.REFUSED, ("What it offers is too long to keep.",))


def test_F67_hidden_characters_are_taken_out(tmp_path: Path) -> None:
    fields = fields_of(only(tmp_path, _bare(name="Cl\u202eub\x07", description="a\r\nb\u2028c")))
    assert (fields.name, fields.description) == ("Club", "a\nb\nc")


@pytest.mark.parametrize("date", ["0001-01-01", "1970-01-01T00:00:00Z", "soon", "2025-02-30", None, 20250304, {}])
def test_a_date_that_says_nothing_is_no_check(tmp_path: Path, date: object) -> None:
    assert fields_of(only(tmp_path, _bare(assured_date=date))).note == ""


def test_nothing_in_a_list_counts_as_checked_by_us_or_sets_what_is_ours(tmp_path: Path) -> None:
    fields = fields_of(only(tmp_path, service_3(note="x", print_rule="no", checked_on="2026-01-01")))
    assert fields.print_rule == ListingFields("x").print_rule
    assert "That is not a check of ours." in fields.note
    assert replace(fields, note="") == replace(fields_of(only(tmp_path, service_3())), note="")


def test_every_column_has_a_use_or_a_reason(tmp_path: Path) -> None:
    reading = reading_of(json_file(tmp_path, page_3(service_3(strange={"thing": 1}), service_1())))
    uses = {use.heading: use for use in reading.columns}
    assert all(bool(use.field) != bool(use.why_not) for use in reading.columns)
    assert uses["strange.thing"].why_not == "Champion has no place for it."
    assert uses["phones.number"].field == "phones"
    assert uses["service_at_locations.location.addresses.city"].field == "address"
    assert uses["organization.name"].field == "organisation"
    assert uses["name"].examples == ("Stay and Play", "Young Carers")
    known = set(ListingFields.__dataclass_fields__) | {""}
    assert {use.field for use in reading.columns} <= known
