"""Rows that are refused, and columns that name people."""

from __future__ import annotations

import pytest

from champion_app.domain.imports import Outcome
from tests.domain.list_tables import at, left_out, outcomes, service, services, used

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


@pytest.mark.parametrize(
    ("row", "says"),
    [("|0117 496 0124|Play", "no name"), ("TBC|0117 496 0124|Play", "no name"), ("1625|0117 496 0124|Play",
    "only “1625”"), ("***|0117 496 0124|Play", "no name")],
)  # fmt: skip
def test_a_row_without_a_name_is_refused(row: str, says: str) -> None:
    reading = services(f"Name|Phone|Description\nPact|0808 808 3444|Helps\n{row}")
    record = at(reading, 3)
    assert record.outcome is REFUSED and says in record.reasons[0] and record.fields is None
    assert "0117 496 0124" in record.name


def test_a_list_that_names_mostly_organisations() -> None:
    reading = services(
        "Service|Organisation|Phone\n|Pact|0808 808 3444\n|Nepacs|0117 496 0123\nVisits|Pops|0117 496 0124"
    )
    assert [at(reading, line).name for line in (2, 3, 4)] == ["Pact", "Nepacs", "Visits"]
    assert outcomes(reading) == {1: IGNORED, 2: WARNED, 3: WARNED, 4: TAKEN}


def test_records_about_children_are_refused_and_not_repeated() -> None:
    reading = services("Name|Date of birth|Phone\nJayden S|12/03/2015|0117 496 0123\nKira T|01/02/2016|0117 496 0124")
    assert outcomes(reading) == {1: IGNORED, 2: REFUSED, 3: REFUSED}
    assert "no records of children" in at(reading, 2).reasons[0]
    assert not any(secret in repr(reading) for secret in ("Jayden", "2015", "Kira"))


@pytest.mark.parametrize(
    "row",
    ["Jayden|0117 496 0124|DOB 12/03/2015", "Jayden (born 12.3.15)|0117 496 0124|",
    "Sam's dad|0117 496 0124|A1234BC at HMP Bristol",
     "Kira|0117 496 0124|date of birth: 1 March 2015"],
)  # fmt: skip
def test_one_row_about_a_person_is_refused(row: str) -> None:
    reading = services(
        f"Name|Phone|Description\nPact|0808 808 3444|Helps\n{row}\nDance Club|0117 496 0123|Born to dance"
    )
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: REFUSED, 4: TAKEN}


@pytest.mark.parametrize("words", ["Babies born 12 weeks early", "Bring your date of birth", "Children born in 2015"])
def test_services_that_speak_of_births_are_none(words: str) -> None:
    reading = services(
        f"Name|Description|Ages|Phone\nPact|{words}|0 to 5|0808 808 3444\nPops|Born|5 to 11|0117 496 0123"
    )
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}


def test_a_childs_column_in_a_list_of_services_is_left_out() -> None:
    reading = services("Service|Provider|Phone|Pupil name\nPlay|Pact|0808 808 3444|Sam\nTalk|Nepacs|0117 496 0123|Kira")
    assert set(outcomes(reading).values()) == {IGNORED, TAKEN}
    assert "Sam" not in repr(reading) and "Kira" not in repr(reading)


def test_a_childs_column_that_is_mostly_empty_marks_its_row() -> None:
    rows = "\n".join(f"Place {number}|0117 496 0{number}|Play|" for number in range(100, 106))
    reading = services(f"Service|Phone|Description|Date of birth\n{rows}\nSam|0117 496 0999|shy|2015-03-12")
    assert outcomes(reading)[8] is REFUSED and outcomes(reading)[7] is TAKEN


def test_columns_of_people_told_by_their_values() -> None:
    people = services("Organisation|Contact|Phone\nPact|Jane Smith|0808 808 3444\nNepacs|Bob|0117 496 0123")
    assert "Contact" in left_out(people)
    numbers = services("Organisation|Contact\nPact|0808 808 3444\nNepacs|info@nepacs.org")
    assert used(numbers)["Contact"] == "contact" and service(numbers, 3).email == "info@nepacs.org"
    named = services("Name|Organisation|Phone\nJane Smith|Pact|0808 808 3444\nPaul Brown|Nepacs|0117 496 0123")
    assert used(named)["Organisation"] == "name" and "Jane" not in repr(named)
    alone = services("Name|Phone\nJane Smith|0808 808 3444\nPaul Brown|0117 496 0123\nSunshine Centre|0117 496 0124")
    assert outcomes(alone) == {1: IGNORED, 2: ASK, 3: ASK, 4: TAKEN}
