"""Lists of services as councils and charities really send them: what is read, and how each row ends."""

from __future__ import annotations

import pytest

from champion_app.domain.foreign_tables import ForeignFile
from champion_app.domain.imports import Outcome, counts
from champion_app.domain.list_reading import read_services
from champion_app.domain.listings import ListingFields, Phone
from tests.domain.list_tables import at, file_of, left_out, outcomes, service, services, table

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED

COUNCIL = (
    "Bristol directory of services for families\nPlease complete one row per service\n\n"
    "Service name*|Provider|Tel. No|Mobile|E-mail address"
    "|Web|What we do|Address 1|Address 2|Town|Post code|Age from"
    "|Age to|Who can use it?|Opening hours|How to refer|Cost|Languages|Category|Contact name|Internal notes"
    "|Date last checked|Colour\n"
    "Sunshine Centre|Barnardo's|0117 496 0123|07700 900123|info@sunshine.org.uk"
    "|www.sunshine.org.uk|Play and talk"
    "|1 High St|Easton|Bristol|BS1 4ST|5|11|Anyone|Mon to Fri 9am to 5pm|Ring|Free|English, Polish|Play|Jane Smith"
    "|owes us a form|2026-03-02|blue\n"
    "Moon Centre||0117 496 0124|||||||||5|||||||||||\n"
    "Total: 2\nLast updated 3 March 2026"
)


def test_a_council_list_from_top_to_bottom() -> None:
    reading = services(COUNCIL)
    assert list(outcomes(reading).values()) == [IGNORED] * 4 + [TAKEN, TAKEN, IGNORED, IGNORED]
    assert service(reading, 5) == ListingFields(
        name="Sunshine Centre", organisation="Barnardo's", description="Play and talk",
        phones=(Phone("0117 496 0123"), Phone("07700 900123", "Mobile")),
        email="info@sunshine.org.uk", website="https://www.sunshine.org.uk", hours="Mon to Fri 9am to 5pm",
        address="1 High St, Easton, Bristol, BS1 4ST", eligibility="Anyone", ages="5 to 11",
        languages="English, Polish", cost="Free", how_to_refer="Ring", kind="Play",
        note="The list says it was checked on 2 March 2026.",
    )  # fmt: skip
    assert service(reading, 6) == ListingFields("Moon Centre", phones=(Phone("0117 496 0124"),), ages="5 and over")
    assert at(reading, 5).key == "sunshine centre | barnardos | bs14st"


def test_columns_left_out_are_said_with_the_reason() -> None:
    reading = services(COUNCIL)
    assert left_out(reading).keys() == {"Contact name", "Internal notes", "Colour"}
    uses = {use.heading: use for use in reading.columns}
    assert "names a person" in uses["Contact name"].why_not and uses["Contact name"].examples == ()
    assert "note for the office" in uses["Internal notes"].why_not and uses["Internal notes"].examples == ()
    assert "do not know" in uses["Colour"].why_not and uses["Colour"].examples == ("blue",)
    for secret in ("Jane Smith", "owes us"):
        assert secret not in repr(reading)


def test_the_reasons_are_plain_sentences_and_the_sums_close() -> None:
    reading = services(COUNCIL)
    assert sum(counts([record.outcome for record in reading.records]).values()) == 8
    for record in reading.records:
        assert bool(record.reasons) is (record.outcome is not TAKEN)
        assert all(reason[0].isupper() or reason[0] in "“0123456789" for reason in record.reasons)
        assert all(reason.endswith((".", "?")) for reason in record.reasons)
    assert any("line 4" in note for note in reading.notes)


def test_sheets_have_headings_of_their_own() -> None:
    reading = services(
        table("Directory 2026\nName|Phone\nAlpha|0117 496 0123", "Bristol"),
        table("E-mail|Organisation\nb@beta.org|Beta", "Bath"),
        table("Instructions\nFill in one row for each service", "Read me"),
        table("Category|Type\nHousing|a\nDebt|b", "Lookups"),
        table("Name|Phone\nExample|0117 496 0199", "Guidance"),
        table("x|1\ny|2", "Sheet6"),
    )
    taken = [(record.place.sheet, record.name) for record in reading.records if record.outcome is TAKEN]
    assert taken == [("Bristol", "Alpha"), ("Bath", "Beta")]
    assert len(reading.records) == 3 + 2 + 2 + 3 + 2 + 2
    for sheet in ("Read me", "Lookups", "Guidance", "Sheet6"):
        assert {record.outcome for record in reading.records if record.place.sheet == sheet} == {IGNORED}
        assert any(f"“{sheet}” was left out" in note for note in reading.notes)
    assert at(reading, 3, "Bristol").place.table() == {"sheet": "Bristol", "row": 3}


def test_the_same_service_on_two_sheets() -> None:
    reading = services(table("Name|Phone\nAlpha|0117 496 0123", "One"), table("Name|Phone\nAlpha|0117 496 0123", "Two"))
    assert at(reading, 2, "Two").outcome is DUPLICATE
    assert "row 2 of “One”" in at(reading, 2, "Two").reasons[0]


def test_a_lone_sheet_is_read_whatever_it_is_called() -> None:
    assert at(services(table("Name|Phone\nAlpha|0117 496 0123", "Notes")), 2, "Notes").outcome is TAKEN


def test_what_was_done_to_read_the_file_is_passed_on() -> None:
    file = file_of("Name|Phone\nAlpha|0117 496 0123")
    assert read_services(ForeignFile(file.tables, notes=("Read as cp1252.",))).notes[0] == "Read as cp1252."


def test_cells_that_say_nothing_are_counted_once_for_the_file() -> None:
    reading = services("Name|Area|Cost|Languages\nAlpha|n/a|-|TBC\nBeta|none|None|English")
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}
    assert service(reading, 2) == ListingFields("Alpha") and service(reading, 3).cost == "None"
    assert any(note.startswith("3 cells say only") for note in reading.notes)


@pytest.mark.parametrize("head", ["SERVICE NAME|TELEPHONE|WEBSITE", "Service Name|Telephone|Website"])
@pytest.mark.parametrize("blanks", ["", "\n||\n\n"])
def test_blank_rows_and_capitals_change_nothing(head: str, blanks: str) -> None:
    reading = services(f"{blanks}{head}\n{blanks}Pact|0808 808 3444|pact.org{blanks}")
    assert [record.fields for record in reading.records if record.fields] == [
        ListingFields("Pact", phones=(Phone("0808 808 3444"),), website="https://pact.org")
    ]
