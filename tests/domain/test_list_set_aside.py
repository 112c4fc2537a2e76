"""Rows that are no records: totals, remarks, examples, lines, and the titles of sections."""

from __future__ import annotations

import pytest

from champion_app.domain.imports import Outcome
from tests.domain.list_tables import at, outcomes, service, services

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


@pytest.mark.parametrize(
    "row",
    [
        "Total: 45", "Total|45", "Grand total||2", "45 services", "Number of services: 45", "TOTAL",
        "Subtotal: 12 records", "There are 45 organisations in total",
        "Last updated 3 March 2026", "Source: Bristol City Council", "© Bristol City Council 2026",
        "Please complete one row per service",
        "* = mandatory field", "Note: ring before you visit", "Page 1 of 3", "End of list",
        "This list is not an endorsement",
        "e.g. Sunshine Centre|0117 496 0999|Play", "Example: Sunshine|0117 496 0999|Play",
        "(required)|(optional)|(free text)", "Required|Text|Max 500 characters",
        "---|---|---", "________", "1|2|3", "sep=;", "Data correct as at 1 March", "For more information ring us",
        "If you know of a service, tell us",
        "Contains public sector information licensed under the Open Government Licence v3.0",
        "Printed on 3 March 2026", "Correct as of 3 March", "", "|||",
    ],
)  # fmt: skip
def test_rows_that_are_no_records_are_set_aside(row: str) -> None:
    reading = services(f"Name|Phone|Description\nPact|0808 808 3444|Helps\n{row}\nNepacs|0117 496 0123|Helps too")
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: IGNORED, 4: TAKEN}
    assert at(reading, 3).reasons


@pytest.mark.parametrize(
    "name",
    ["Total Family Support", "Key Changes", "Note Well Choir", "Source Counselling", "Please Touch Museum Club",
    "45th Scouts", "Page Hall Centre",
     "Example Community Trust", "Last Saturday Club", "Sum of Us", "Version Two Theatre", "Contact a Family",
     "Services for Children in Easton", "Housing Help"],
)  # fmt: skip
def test_services_with_such_names_are_records(name: str) -> None:
    reading = services(
        f"Name|Phone|Description\nPact|0808 808 3444|Helps\n{name}|0117 496 0124|Plays\nNepacs|0117 496 0123|Helps too"
    )
    assert outcomes(reading)[3] is TAKEN
    assert service(reading, 3).name == name


def test_section_titles_are_remembered_as_the_kind() -> None:
    reading = services(
        "Name|Phone|Description\nHOUSING\nAlpha|0117 496 0123|a\nBeta|0117 496 0124|b\n\nMoney and debt:\nGamma"
        "|0117 496 0125|c\nHOUSING (cont.)\nDelta|0117 496 0126|d"
    )
    assert [at(reading, line).outcome for line in (2, 6, 8)] == [IGNORED] * 3
    assert [service(reading, line).kind for line in (3, 4, 7, 9)] == ["HOUSING", "HOUSING", "Money and debt", "HOUSING"]


def test_a_column_for_the_kind_goes_before_the_section() -> None:
    reading = services(
        "Name|Phone|Type\nHOUSING\nAlpha|0117 496 0123|Debt\nBeta|0117 496 0124|\n||Food\nGamma|0117 496 0125|"
    )
    assert [service(reading, line).kind for line in (3, 4, 6)] == ["Debt", "HOUSING", "Food"]


def test_a_lone_name_is_asked_about() -> None:
    reading = services("Name|Phone|Description\nAlpha|0117 496 0123|a\nBeta\nGamma|0117 496 0125|c")
    assert outcomes(reading)[3] is ASK
    assert "only a name" in at(reading, 3).reasons[0]
    assert set(outcomes(services("Name\nAlpha\nBeta")).values()) == {IGNORED, TAKEN}
