"""The same twice, or alike enough for a person to look; and the keys that find a record again."""

from __future__ import annotations

import pytest

from champion_app.domain.imports import Outcome
from tests.domain.list_tables import at, left_out, outcomes, services

TAKEN, WARNED, REFUSED = Outcome.TAKEN, Outcome.WARNED, Outcome.REFUSED
DUPLICATE, ASK, IGNORED = Outcome.DUPLICATE, Outcome.ASK, Outcome.IGNORED


def test_the_same_service_twice() -> None:
    reading = services(
        "Name|Phone|Website\nPact|0808 808 3444|www.pact.org\nPACT.|(0808) 808-3444|http://pact.org/\nPact|08088083444|"
    )
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: DUPLICATE, 4: DUPLICATE}
    assert at(reading, 3).reasons == ("The same service stands on line 2 already.",)
    assert at(reading, 3).key == at(reading, 2).key


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Pact|0808 808 3445|Helps|BS1 4ST", "same name stands on line 2"),
        ("Pact|0808 808 3444|Helps and more|BS1 4ST", "same name"),
        ("Prison Advice|0808 808 3444|Helps|BS1 4ST", "“Pact” (line 2) has the same telephone number"),
    ],
)  # fmt: skip
def test_the_same_name_or_number_with_other_details_is_asked_about(row: str, says: str) -> None:
    reading = services(f"Name|Phone|Description|Postcode\nPact|0808 808 3444|Helps|BS1 4ST\n{row}")
    assert outcomes(reading) == {1: IGNORED, 2: TAKEN, 3: ASK}
    assert says in at(reading, 3).reasons[0]


def test_a_chain_of_groups_and_a_switchboard_are_only_named() -> None:
    chain = "\n".join(
        f"Stay and Play|0117 496 0{number}|{number} High St|BS1 {number % 10}ST" for number in range(101, 106)
    )
    reading = services(f"Name|Phone|Address|Postcode\n{chain}")
    assert set(outcomes(reading).values()) == {IGNORED, WARNED}
    assert "5 rows have this name" in at(reading, 2).reasons[0]
    board = "\n".join(f"Team {word}|0117 922 2000" for word in ("Red", "Blue", "Green", "Gold"))
    shared = services(f"Name|Phone\n{board}")
    assert set(outcomes(shared).values()) == {IGNORED, WARNED}
    assert "switchboard" in at(shared, 2).reasons[0]


def test_keys_find_a_record_again() -> None:
    reading = services("ID|Name|Provider|Town\n7|Play|Pact|Bath\n8|Talk|Pact|Bath\n8|Sing|Pact|Bath\n|Run|Pact|Bath")
    assert [record.key for record in reading.records[1:]] == [
        "7",
        "talk | pact | bath",
        "sing | pact | bath",
        "run | pact | bath",
    ]
    assert outcomes(reading)[4] is ASK and "“8”" in at(reading, 4).reasons[0]
    twice = services("Name|Phone\nPlay|0117 496 0123\nPlay|0117 496 0124")
    assert [record.key for record in twice.records] == ["", "play", "play (2)"]


def test_row_numbers_are_no_keys() -> None:
    reading = services("No.|Name|Phone\n1|Play|0117 496 0123\n2|Talk|0117 496 0124")
    assert [record.key for record in reading.records[1:]] == ["play", "talk"]
    assert "counts the rows" in left_out(reading)["No."]
