"""Values of services: what is odd is taken with a warning, and no word is lost."""

from __future__ import annotations

import pytest

from champion_app.domain.foreign_tables import Cell
from champion_app.domain.imports import Outcome
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from tests.domain.list_tables import at, grid, left_out, outcomes, service, services

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value", "says"),
    [
        ("Telephone", "1174960123", "phones", (Phone("01174960123"),), "lost its first 0"),
        ("Telephone", "0117 496 012", "phones", (Phone("0117 496 012"),), "10 digits"),
        ("Telephone", "00000000000", "phones", (), "taken as empty"),
        ("Telephone", "n/a", "phones", (), "taken as empty"),
        ("E-mail", "test@example.com", "email", "", "taken as empty"),
        ("E-mail", "info at pact.org", "email", "", "not an e-mail"),
        ("E-mail", "a@pact.org; b@pact.org", "email", "a@pact.org", "2 e-mail addresses"),
        ("Website", "http://", "website", "", "taken as empty"),
        ("Website", "javascript:alert(1)", "website", "", "other than a web page"),
        ("Website", "\\\\server\\share", "website", "", "another computer"),
        ("Website", "info@pact.org", "email", "info@pact.org", "holds an e-mail address"),
        ("Ages", "05-Nov", "ages", "5 to 11", "Excel turned the ages"),
        ("Description", "CafÃ© for families", "description", "CafÃ© for families", "letters look wrong"),
        ("Description", "This service has now closed.", "description", "This service has now closed.",
        "may have closed"),
        ("Status", "Amber", "status", ListingStatus.ACTIVE, "calls it “Amber”"),
        ("Cost", "x" * 600, "cost", "", "too long for its field"),
    ],
)  # fmt: skip
def test_an_odd_value_is_taken_with_a_warning(heading: str, cell: str, field: str, value: object, says: str) -> None:
    reading = services(grid(["Name", heading, "Town"], ["Pact", cell, "Bath"], ["Nepacs", "", "York"]))
    assert outcomes(reading) == {1: IGNORED, 2: WARNED, 3: TAKEN}
    assert getattr(service(reading, 2), field) == value
    assert says in " ".join(at(reading, 2).reasons)


@pytest.mark.parametrize(
    ("heading", "cell", "kept"),
    [
        ("E-mail", "info at pact.org", "E-mail: info at pact.org"), ("E-mail", "a@pact.org; b@pact.org",
        "Other e-mail addresses: b@pact.org"),
        ("Website", "javascript:alert(1)", "Website: javascript:alert(1)"), ("Website", "a.org b.org",
        "Other web addresses: https://b.org"),
        ("Telephone", "see website", "Telephone: see website"), ("Cost",
        "y " * 300, "What it costs: " + ("y " * 300).strip()),
        ("Accessibility", "Ramp", "Accessibility: Ramp"), ("Notes", "Closed in August", "Closed in August"),
        ("Last updated", "2026-03-02T10:00:00Z", "The list says it was last updated on 2 March 2026."),
    ],
)  # fmt: skip
def test_words_that_fit_no_field_stand_in_the_note(heading: str, cell: str, kept: str) -> None:
    reading = services(grid(["Name", heading, "Town"], ["Pact", cell, "Bath"], ["Nepacs", "", "York"]))
    assert service(reading, 2).note == kept


def test_F51_markup_stays_as_it_is() -> None:
    words = '<img src="x"> & <b>bold</b> &#0;'
    reading = services(grid(["Name", "Description"], [f"Pact {words}", words]))
    assert (service(reading, 2).name, service(reading, 2).description) == (f"Pact {words}", words)


@pytest.mark.parametrize(
    "formula", ["=1+1", "+44 is not here", "-cmd|' /C calc'!A0", "@SUM(A1)", '=HYPERLINK("http://x.org")']
)
def test_F58_a_formula_stays_text(formula: str) -> None:
    reading = services(grid(["Name", "Description"], [f"{formula} Club", formula]))
    fields = service(reading, 2)
    assert (fields.name, fields.description) == (f"{formula} Club", formula)


def test_F59_what_excel_did_is_said() -> None:
    reading = services(
        grid(
            ["Name", "Description", "Website", "Colour"],
            [
                "Alpha",
                Cell("", odd="the formula has no stored value"),
                Cell("click here", link="https://alpha.org"),
                "",
            ],
            ["Beta", Cell("2026-05-09", is_date=True), Cell("Website", link="javascript:x"), ""],
            ["Gamma", "Play", "", Cell("#REF!", odd="the formula shows an error (#REF!)")],
            [Cell("Delta", link="https://delta.org"), "Sing", "", ""],
        )
    )
    assert outcomes(reading) == {1: IGNORED, 2: WARNED, 3: WARNED, 4: WARNED, 5: TAKEN}
    assert "“Description”: the formula has no stored value" in at(reading, 2).reasons
    assert service(reading, 2).website == "https://alpha.org"
    assert service(reading, 3).description == "9 May 2026"
    assert "Excel may have changed" in at(reading, 3).reasons[0]
    assert service(reading, 3).website == "" and "javascript:x" in service(reading, 3).note
    assert "“Colour”: the formula shows an error (#REF!)" in at(reading, 4).reasons
    assert service(reading, 5).website == "https://delta.org"


def test_F59_a_date_in_a_column_of_lowest_or_highest_ages() -> None:
    date = Cell("2026-11-05", is_date=True)
    reading = services(grid(["Name", "Age from", "Age to"], ["Alpha", "5", date], ["Beta", "5", "11"]))
    assert service(reading, 2).ages == "5 and over" and service(reading, 2).note == "Age to: 5 November 2026"
    assert outcomes(reading) == {1: IGNORED, 2: WARNED, 3: TAKEN}


def test_F59_an_odd_cell_of_a_row_that_is_no_record_is_said_too() -> None:
    reading = services(
        grid(
            [Cell("Title", odd="merged")],
            ["Name", "Phone"],
            [Cell("Total: 1", odd="merged"), ""],
            ["Pact", "0808 808 3444"],
        )
    )
    assert "A cell: merged" in at(reading, 1).reasons and "A cell: merged" in at(reading, 3).reasons


def test_F55_the_letters_of_other_alphabets_stay() -> None:
    reading = services("Name|Description|Languages\nCanolfan Tŷ Siriol|Для сімей – £5|اردو, Język polski")
    fields = service(reading, 2)
    assert (fields.name, fields.description, fields.languages) == (
        "Canolfan Tŷ Siriol",
        "Для сімей – £5",
        "اردو, Język polski",
    )
    assert outcomes(reading)[2] is TAKEN


def test_values_in_each_others_columns_are_asked_about() -> None:
    reading = services(
        "Name|Phone|Email|Website\nPact|info@pact.org|www.pact.org|0808 808 3444\nNepacs|0117 496 0123||"
    )
    assert outcomes(reading) == {1: IGNORED, 2: ASK, 3: TAKEN}
    fields = service(reading, 2)
    assert (fields.phones, fields.email, fields.website) == (
        (Phone("0808 808 3444"),),
        "info@pact.org",
        "https://www.pact.org",
    )


def test_a_name_too_long_to_be_one_is_not_lost() -> None:
    long = "Family support in Easton " * 40
    reading = services(grid(["Name", "Description"], [long, "Play"]))
    fields = service(reading, 2)
    assert outcomes(reading)[2] is WARNED and len(fields.name) <= 80
    assert fields.description == f"{long.strip()}\nPlay"


def test_names_in_capitals_stay_as_they_are() -> None:
    reading = services("NAME|PHONE\nSUNSHINE CENTRE|0117 496 0123\nMOON CENTRE|0117 496 0124")
    assert [record.name for record in reading.records[1:]] == ["SUNSHINE CENTRE", "MOON CENTRE"]


@pytest.mark.parametrize(
    ("headings", "cells", "address"),
    [
        ("Address 2|Postcode|Address 1|Town", "Easton|BS1 4ST|1 High St|Bristol",
        "1 High St, Easton, Bristol, BS1 4ST"),
        ("Venue|Street|City|County|Country", "Town Hall,|High St|Bristol|Avon|UK",
        "Town Hall, High St, Bristol, Avon, UK"),
        ("House number|Street|Town|Postcode", "12a|High St|Bath|n/a", "12a High St, Bath"),
        ("Address|Town|Postcode", "1 High St, Bristol, BS14ST|Bristol|BS1 4ST", "1 High St, Bristol, BS14ST"),
        ("Address Line 1|Address Line 2|Address Line 3|Address Line 10", "A|-|C|D", "A, C, D"),
    ],
)  # fmt: skip
def test_an_address_is_put_together_in_order(headings: str, cells: str, address: str) -> None:
    assert service(services(f"Name|{headings}\nPact|{cells}"), 2).address == address


def test_hours_day_by_day() -> None:
    reading = services(
        "Name|Wed|Monday|Tues|Hours|Sat open|Sat close\nPact|no|9-5|closed|Term time|10:00:00|12:30:00\nNepacs|Yes|"
        "|||| "
    )
    assert service(reading, 2).hours == "Term time; Monday 9-5; Tuesday closed; Saturday 10:00 to 12:30"
    assert service(reading, 3).hours == "Wednesday"


def test_yes_and_no_say_to_what() -> None:
    reading = services(
        "Name|Free?|Self-referral|Wheelchair access|Closed?\nPact|Yes|Yes|No|No\nNepacs|No|By form|Yes|Yes"
    )
    assert service(reading, 2).cost == "Free" and service(reading, 3).cost == "Not free"
    assert service(reading, 2).how_to_refer == "Self-referral: Yes" and service(reading, 3).how_to_refer == "By form"
    assert service(reading, 2).note == "Wheelchair access: No"
    assert [service(reading, line).status for line in (2, 3)] == [ListingStatus.ACTIVE, ListingStatus.CLOSED]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Closed", "closed"),
        ("inactive", "closed"),
        ("Defunct", "closed"),
        ("no longer running", "closed"),
        ("Active", "active"),
        ("", "active"),
    ],
)
def test_a_closed_service_is_taken_as_closed(word: str, status: str) -> None:
    reading = services(f"Name|Status|Town\nPact|{word}|Bath")
    assert service(reading, 2).status.value == status and outcomes(reading)[2] is TAKEN


def test_a_contact_column_of_everything() -> None:
    reading = services(
        "Agency|Contact details\nPact|0808 808 3444 / info@pact.org, www.pact.org\nNepacs"
        "|Jane Brown 0117 496 0123 jane@nepacs.org"
    )
    assert service(reading, 2) == ListingFields(
        "Pact", phones=(Phone("0808 808 3444"),), email="info@pact.org", website="https://www.pact.org"
    )
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: WARNED}
    assert "Jane Brown" not in repr(reading.records) and "may name a person" in at(reading, 3).reasons[0]


def test_open_referral_column_names() -> None:
    reading = services(
        "id|organization_id|name|alternate_name|description|url|email|status|application_process|fees_description|"
        "eligibility_description|minimum_age|maximum_age|assured_date|assurer_email|last_modified\n"
        "a1|o1|Young Carers|YC|Help|youngcarers.org|info@youngcarers.org|active|Ring us|Free|Any young carer|5|18"
        "|2025-03-02|bob@council.gov.uk|2025-03-02T10:00:00Z\n"
        "a2|o1|Old Carers||Help|||defunct||||||||"
    )
    fields = service(reading, 2)
    assert (fields.ages, fields.cost, fields.how_to_refer, fields.eligibility) == (
        "5 to 18",
        "Free",
        "Ring us",
        "Any young carer",
    )
    assert at(reading, 2).key == "a1" and service(reading, 3).status is ListingStatus.CLOSED
    assert left_out(reading).keys() == {"organization_id", "assurer_email"}


def test_a_test_row_is_asked_about() -> None:
    assert outcomes(services("Name|Phone\nTest service 1|0117 496 0123\nAcid Test Youth Club|0117 496 0124")) == {
        1: IGNORED,
        2: ASK,
        3: TAKEN,
    }
