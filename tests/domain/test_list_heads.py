"""Where the headings of a list stand, in every condition they are found in."""

from __future__ import annotations

import pytest

from champion_app.domain.foreign_tables import ForeignFile
from champion_app.domain.imports import Outcome
from champion_app.domain.list_reading import read_services
from champion_app.domain.listings import ListingFields, Phone
from champion_app.faults import ListRefused
from tests.domain.list_tables import at, outcomes, service, services, table, used

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


@pytest.mark.parametrize(
    "headings",
    [
        "Service name|Telephone|E-mail|Website|Postcode", "SERVICE NAME:|TEL NO|E-MAIL ADDRESS|WEB SITE|POST CODE",
        "service_name|phone|email|url|postal_code", "serviceName|phoneNumber|contactEmail|websiteUrl|postCode",
        " Name of\\nService * | Contact\\nnumber | Email | Web address | Postcode ",
        "Organisation|Tel|Email|Web|Postcode",
        "1. Name|2. Phone|3. Email|4. Website|5. Postcode",
        "Enw / Name|Ffôn / Phone|E-bost / E-mail|Gwefan / Website|Cod post / Postcode",
        "Project|Contact tel.|Contact e-mail|Link|Zip",
        "Agency|Telephone (main)|Email (enquiries)|Website (if any)|Postcode (of venue)",
        "Name of group|Phone number*|Email address*|Home page|Address - Postcode",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "above", ["", "Directory of help\n", "Directory|||March 2026\n\nPlease note: one row per service\n\n"]
)
def test_headings_are_found_however_they_are_written(headings: str, above: str) -> None:
    reading = services(f"{above}{headings}\nPact|0808 808 3444|info@pact.org.uk|pact.org.uk|BS1 4ST")
    assert [record.outcome for record in reading.records][-1] is TAKEN
    fields = reading.records[-1].fields
    assert fields == ListingFields(
        "Pact",
        phones=(Phone("0808 808 3444"),),
        email="info@pact.org.uk",
        website="https://pact.org.uk",
        address="BS1 4ST",
    )


@pytest.mark.parametrize("lines", [1, 10, 29])
def test_headings_far_below_titles(lines: int) -> None:
    reading = services(
        "\n".join(f"Title line {number}" for number in range(lines)) + "\nName|Phone\nPact|0808 808 3444"
    )
    assert outcomes(reading)[lines + 2] is TAKEN
    assert [record.outcome for record in reading.records].count(IGNORED) == lines + 1


def test_headings_over_two_rows() -> None:
    reading = services(
        "|Contact|||Age||Key worker|\nService name|Phone|Email|Web|From|To|Name|Phone\n"
        "Pact|0808 808 3444|info@pact.org|pact.org|5|11|Jane|07700 900123"
    )
    assert used(reading) == {
        "Service name": "name", "Contact Phone": "phones", "Contact Email": "email", "Contact Web": "website",
        "Age From": "ages", "Age To": "ages",
    }  # fmt: skip
    assert service(reading, 3).phones == (Phone("0808 808 3444"),)
    assert outcomes(reading) == {1: IGNORED, 2: IGNORED, 3: TAKEN}
    assert "07700" not in repr(reading.records)


def test_headings_broken_in_the_middle() -> None:
    reading = services("Service|Telephone|Post\nname|number|code\nPact|0808 808 3444|BS1 4ST")
    assert outcomes(reading) == {1: IGNORED, 2: IGNORED, 3: TAKEN}
    assert service(reading, 3).address == "BS1 4ST"


def test_headings_broken_where_the_first_halves_say_enough() -> None:
    reading = services("Service|Telephone|Ages\n|nos|range\nPact|0808 808 3444|5-11")
    assert outcomes(reading) == {1: IGNORED, 2: IGNORED, 3: TAKEN}


def test_the_line_for_excel_is_no_title() -> None:
    assert at(services("sep=;\nName|Phone\nPact|0808 808 3444"), 1).reasons == (
        "It tells Excel how the file is written.",
    )


def test_headings_again_further_down_also_over_two_rows() -> None:
    head = "|Contact||Age\nService name|Phone|Email|Range\n"
    reading = services(f"{head}A Place|0117 496 0123||5-11\n\n{head}B Place||b@place.org|")
    assert [record.outcome for record in reading.records] == [IGNORED, IGNORED, TAKEN, IGNORED, IGNORED, IGNORED, TAKEN]
    assert at(reading, 5).reasons == ("It holds the headings again.",)
    assert at(reading, 1).reasons == ("It holds the headings.",)


def test_headings_right_beneath_the_first_record() -> None:
    head = "Name|Status|Telephone|Cost|Website\n"
    reading = services(f"{head}Pact|Active|0808 808 3444|Free|pact.org\n{head}Nepacs|Open|0117 496 0123||nepacs.org")
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: IGNORED, 4: TAKEN}


def test_a_page_title_that_comes_again_is_no_record() -> None:
    page = "Directory of help\n|Contact|\nService name|Phone|Email\n"
    reading = services(f"{page}A Place|0117 496 0123|\n{page}B Place||b@place.org")
    assert [record.outcome for record in reading.records] == [IGNORED] * 3 + [TAKEN] + [IGNORED] * 3 + [TAKEN]
    assert at(reading, 5).reasons == ("It repeats a line from above the headings.",)


def test_other_headings_further_down_begin_another_table() -> None:
    reading = services(
        "Name|Phone|Cost\nA Place|0117 496 0123|Free\n\nCost|Name|E-mail|Phone\n£3|B Place|b@place.org|0117 496 0124"
    )
    assert service(reading, 5) == ListingFields(
        "B Place", cost="£3", email="b@place.org", phones=(Phone("0117 496 0124"),)
    )
    assert any("Other headings stand on line 4" in note for note in reading.notes)


def test_F56_two_columns_of_one_name_are_both_kept() -> None:
    reading = services("Name|Phone|Phone|Notes|Notes|Name\nPact|0808 808 3444|0117 496 0123|One|Two|Prison Advice")
    fields = service(reading, 2)
    assert fields.phones == (Phone("0808 808 3444"), Phone("0117 496 0123"))
    assert (fields.note, fields.also_known_as) == ("One\nTwo", "Prison Advice")
    assert [use.heading for use in reading.columns] == ["Name", "Phone", "Phone (2)", "Notes", "Notes (2)", "Name (2)"]


def test_F56_a_column_without_a_heading_is_told_by_its_values_or_said() -> None:
    reading = services(
        "Name||Phone||\nPact|info@pact.org|0808 808 3444|blue|\nNepacs|info@nepacs.org|0117 496 0123|red|"
    )
    assert service(reading, 2).email == "info@pact.org"
    uses = {use.heading: use for use in reading.columns}
    assert uses["Column 2"].field == "email"
    assert "no heading" in uses["Column 4"].why_not and uses["Column 4"].examples == ("blue", "red")


def test_columns_beyond_the_headings() -> None:
    full = "Name|Phone\nA Place|0117 496 0123|www.a.org\nB Place|0117 496 0124|www.b.org\nC Place|0117 496 0125"
    reading = services(full)
    assert service(reading, 3).website == "https://www.b.org"
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}


def test_F56_a_row_with_more_cells_than_headings_is_asked_about() -> None:
    rows = "\n".join(f"Place {number}|0117 496 0{number}|Play" for number in range(100, 110))
    reading = services(f"Name|Phone|Description\n{rows}\nPact, Bristol|office|0808 808 3444|Play|more")
    assert outcomes(reading)[12] is ASK
    assert "more cells than there are headings" in at(reading, 12).reasons[0]
    assert set(list(outcomes(reading).values())[1:11]) == {TAKEN}


def test_F56_the_only_row_with_more_cells_than_headings_is_asked_about() -> None:
    assert outcomes(services("Name|Phone\nPact, Bristol|office|0808 808 3444")) == {1: IGNORED, 2: ASK}


def test_F56_a_missing_quotation_mark_is_noticed() -> None:
    swallowed = 'Play\\n"B Place",0117 496 0124,Talk,Bristol\\n"C Place",0117 496 0125,Sing,Bristol'
    reading = services(f"Name|Phone|Description|Area\nA Place|0117 496 0123|{swallowed}|")
    assert outcomes(reading)[2] is ASK
    assert "quotation mark may be missing" in at(reading, 2).reasons[0]
    plain = services("Name|Phone|Description\nA Place|0117 496 0123|Play, talk, sing\\nand eat, too")
    assert outcomes(plain)[2] is TAKEN


def test_a_list_without_headings_is_told_by_its_values() -> None:
    reading = services(
        "Our list\n\nAlpha House|0117 496 0123|a@alpha.org|1 High St, Bristol BS1 4ST\nBeta House|0117 496 0124"
        "|b@beta.org|2 High St, Bristol BS1 4SU"
    )
    assert service(reading, 3) == ListingFields(
        "Alpha House", phones=(Phone("0117 496 0123"),), email="a@alpha.org", address="1 High St, Bristol BS1 4ST"
    )
    assert any("no headings" in note and "“Column 1”" in note for note in reading.notes)


def test_headings_in_words_nobody_knows() -> None:
    reading = services("Foo|Bar|Baz\nAlpha House|0117 496 0123|a@alpha.org\nBeta House|0117 496 0124|b@beta.org")
    assert used(reading) == {"Foo": "name", "Bar": "phones", "Baz": "email"}
    assert at(reading, 1).outcome is IGNORED


@pytest.mark.parametrize(
    "text",
    ["1|2\n3|4", "0117 496 0123\n0117 496 0124", "Phone|Email\n0117 496 0123|a@alpha.org",
    "Category|Area\nPlay|Bristol", "\n\n"],
)  # fmt: skip
def test_a_list_without_names_is_refused_with_the_way_out(text: str) -> None:
    with pytest.raises(ListRefused) as refused:
        read_services(ForeignFile((table(text + "\n"),)))
    happened, safe, way_out = refused.value.sentences()
    assert "list of services" in happened and "Nothing was taken in" in safe and way_out


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ListRefused) as refused:
        read_services(ForeignFile(()))
    assert "nothing in it" in refused.value.sentence()
