"""Open Referral data for the tests, made up: a service of each version, a package of tables, and files of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from champion_app.domain.imports import Outcome, Reading, Record
from champion_app.domain.listings import ListingFields
from champion_app.exchange.open_referral_reading import reading_of

ID = "11111111-2222-4333-8444-555555555555"


def service_3(**changes: Any) -> dict[str, Any]:
    """A service of HSDS 3.0 with something in every place."""
    phone = {"id": "p1", "number": "0117 496 0101", "type": "voice", "description": "Helpline"}
    made = {
        "id": ID,
        "name": "Stay and Play",
        "alternate_name": "Little Steps",
        "description": "A play session.",
        "url": "https://stayandplay.org.uk/us",
        "email": "hello@stayandplay.org.uk",
        "status": "active",
        "interpretation_services": "Urdu and Polish",
        "application_process": "Ring us.",
        "fees_description": "£2 a session",
        "accreditations": "Ofsted",
        "eligibility_description": "Families with a parent in prison",
        "minimum_age": 0,
        "maximum_age": 5,
        "assured_date": "2025-03-04",
        "assurer_email": "jane.doe@bristol.gov.uk",
        "phones": [phone],
        "schedules": [{"id": "s1", "freq": "WEEKLY", "byday": "MO,TU,WE", "opens_at": "09:00", "closes_at": "17:30"}],
        "service_areas": [{"id": "a1", "name": "Bristol"}, {"id": "a2", "name": "Bath"}],
        "languages": [{"id": "l1", "name": "English"}, {"id": "l2", "code": "cy"}],
        "organization": {"id": "o1", "name": "Bristol Families", "description": "A charity.", "phones": []},
        "cost_options": [{"option": "Under 1", "amount": 0}, {"id": "c2", "amount": 2.5, "currency": "GBP"}],
        "contacts": [{"id": "k1", "name": "Ann Persona", "title": "Manager", "email": "ann.persona@charity.org.uk"}],
        "attributes": [{"id": "t1", "taxonomy_term": {"id": "t2", "name": "Play groups"}}],
        "required_documents": [{"id": "d1", "document": "Proof of address"}],
        "service_at_locations": [
            {
                "id": "x1",
                "location": {
                    "id": "x2",
                    "location_type": "physical",
                    "name": "The Hub",
                    "addresses": [
                        {
                            "id": "x3", "address_1": "1 High Street", "city": "Bristol", "state_province": "",
                            "postal_code": "BS1 1AA", "country": "GB", "address_type": "physical",
                        },
                    ],
                },
            },
        ],
    }  # fmt: skip
    return {**made, **changes}


def service_1(**changes: Any) -> dict[str, Any]:
    """A service of Open Referral UK 1.0."""
    made = {
        "id": "22222222-2222-4333-8444-555555555555",
        "name": "Young Carers",
        "description": "Support.",
        "url": "www.youngcarers.org.uk",
        "email": "info@youngcarers.org.uk",
        "status": "active",
        "fees": "Free",
        "deliverable_type": "Advice",
        "attending_type": "venue",
        "attending_access": "referral",
        "assured_date": "04/03/2025 00:00:00",
        "service_areas": [{"id": "1", "service_area": "Somerset"}],
        "regular_schedules": [
            {"id": "1", "weekday": "Thursday", "opens_at": "09:30:00", "closes_at": "10:30:00", "freq": "week"},
        ],
        "eligibilitys": [{"id": "1", "eligibility": "Young people", "minimum_age": 8, "maximum_age": 18}],
        "service_at_locations": [
            {
                "id": "1",
                "location": {
                    "id": "1",
                    "name": "Library",
                    "physical_addresses": [
                        {"address_1": "2 Low Road", "city": "Wells", "postal_code": "BA5 2AA", "country": "UK"},
                    ],
                },
            },
        ],
        "cost_options": [],
        "organization": {"id": "1", "name": "Somerset Carers", "description": "x", "url": "https://carers.org.uk"},
        "contacts": [{"id": "1", "name": "Tom Example", "title": "Lead", "phones": [{"number": "01632 960 001"}]}],
        "service_taxonomys": [{"id": "1", "taxonomy": {"id": "1", "name": "Young carers", "vocabulary": "needs"}}],
        "languages": [{"id": "1", "language": "English"}],
    }  # fmt: skip
    return {**made, **changes}


TABLES: dict[str, list[list[str]]] = {
    "organizations": [["id", "name", "description", "url"], ["o1", "Bristol Families", "A charity", "families.org.uk"]],
    "services": [
        ["id", "organization_id", "name", "description", "url", "email", "status", "fees", "application_process"],
        ["s1", "o1", "Stay and Play", "Play,\nwith others", "", "hello@families.org.uk", "active", "£2", "Ring us"],
        ["", "", "", "", "", "", "", "", ""],
        ["s2", "o9", "Homework Club", "After school", "", "", "inactive", "", ""],
        ["s3", "o1", "", "Nobody knows its name", "", "", "active", "", ""],
    ],
    "phones": [
        ["id", "service_id", "location_id", "organization_id", "contact_id", "number", "type", "description"],
        ["1", "s1", "", "", "", "0117 496 0101", "voice", "Helpline"],
        ["2", "", "l1", "", "", "0117 496 0102", "voice", ""],
        ["3", "", "", "o1", "", "0117 496 0103", "voice", ""],
        ["4", "", "", "", "c1", "0117 496 0104", "voice", ""],
        ["5", "s1", "", "", "", "0117 496 0105", "fax", ""],
    ],
    "contacts": [["id", "service_id", "name", "title", "email"], ["c1", "s1", "Ann Persona", "Reception", "a@b.org"]],
    "locations": [["id", "name", "latitude"], ["l1", "The Hub", "51.4"], ["l2", "The Hall", ""]],
    "physical_addresses": [
        ["id", "location_id", "address_1", "city", "state_province", "postal_code", "country"],
        ["1", "l1", "1 High Street", "Bristol", "Avon", "BS1 1AA", "GB"],
        ["2", "l2", "2 Low Road", "Wells", "", "BA5 2AA", "GB"],
    ],
    "services_at_location": [
        ["id", "service_id", "location_id", "description"], ["sl1", "s1", "l1", ""], ["sl2", "s1", "l2", ""],
    ],
    "regular_schedules": [
        ["id", "service_id", "location_id", "service_at_location_id", "weekday", "opens_at", "closes_at"],
        *[[str(day), "s1", "", "", str(day), "09:00:00", "17:00:00"] for day in range(1, 6)],
    ],
    "languages": [["id", "service_id", "language"], ["1", "s1", "English"], ["2", "s1", "Polish"]],
    "eligibility": [["id", "service_id", "eligibility"], ["1", "s1", "Families"]],
    "service_areas": [["id", "service_id", "service_area"], ["1", "s1", "Bristol"]],
    "services_taxonomy": [["id", "service_id", "taxonomy_id", "taxonomy_detail"], ["1", "s1", "t1", ""]],
    "taxonomy": [["id", "name", "parent_id"], ["t1", "Play groups", ""]],
    "holiday_schedules": [
        ["id", "service_id", "closed", "start_date", "end_date"], ["1", "s1", "true", "2026-12-24", "2026-12-26"],
    ],
    "accessibility_for_disabilities": [["id", "location_id", "accessibility"], ["1", "l1", "Ramp"]],
}  # fmt: skip


def page_3(*services: Any, **changes: Any) -> dict[str, Any]:
    """A page as HSDS 3.0 has it."""
    count = len(services)
    made = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count, "first_page": True}
    return {**made, "last_page": True, "empty": not count, "contents": list(services), **changes}


def page_1(*services: Any, **changes: Any) -> dict[str, Any]:
    """A page as Open Referral UK 1.0 has it."""
    count = len(services)
    made = {"totalElements": count, "totalPages": 1, "number": 1, "size": 50, "first": True, "last": True}
    return {**made, "empty": not count, "content": list(services), **changes}


def json_file(folder: Path, value: Any, name: str = "services.json") -> Path:
    """The value as a JSON file."""
    path = folder / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def table_bytes(rows: list[list[str]], encoding: str = "utf-8") -> bytes:
    """Rows as a CSV file."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode(encoding)


def package_folder(folder: Path, tables: Mapping[str, list[list[str]]] = TABLES) -> Path:
    """The tables as a folder of CSV files, with the description that such a package has."""
    package = folder / "package"
    package.mkdir()
    for name, rows in tables.items():
        (package / f"{name}.csv").write_bytes(table_bytes(rows))
    (package / "datapackage.json").write_text('{"name": "human_services_data", "resources": []}')
    return package


def zip_file(folder: Path, files: Mapping[str, bytes], name: str = "list.zip") -> Path:
    """The files as a zip file."""
    path = folder / name
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for member, content in files.items():
            archive.writestr(member, content)
    return path


def read(folder: Path, value: Any) -> Reading:
    """What is read of a JSON file with this value, in this process."""
    return reading_of(json_file(folder, value))


def only(folder: Path, service: Any) -> Record:
    """The record of a page with one service."""
    (record,) = read(folder, page_3(service)).records
    return record


def fields_of(record: Record) -> ListingFields:
    """The fields of a record that was not refused."""
    assert isinstance(record.fields, ListingFields), record.reasons
    return record.fields


def outcomes(reading: Reading) -> list[Outcome]:
    """How each record ended."""
    return [record.outcome for record in reading.records]
