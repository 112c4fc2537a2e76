"""A sheet as plain data: what it says of itself, and every word of it in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from champion_app.domain.sheets import PRIVACY, Sheet, SheetBlock, SheetBlockKind

TABLE = SheetBlock(
    SheetBlockKind.TABLE, "Heard, not seen", columns=("Place", "Up since"), rows=(("Our entrance", ""),), empty_rows=2
)
SHEET = Sheet(
    id="welcome",
    edition="2026-11",
    title="You are welcome",
    for_whom="whoever looks after our walls",
    criteria=("7.4", "2.2"),
    why="Families look for a sign. A few words say it.",
    blocks=(
        SheetBlock(SheetBlockKind.HEADING, "For the wall"),
        SheetBlock(SheetBlockKind.CHECKS, items=("It says whom to ask for.",)),
        TABLE,
        SheetBlock(SheetBlockKind.LINES, "What we will do", lines=2),
    ),
    source="After the Quality Statements.",
    draft="Draft: check with your service.",
)


def test_its_statements_follow_from_its_criteria() -> None:
    assert SHEET.statements == (2, 7)


@pytest.mark.parametrize(
    ("criteria", "words"),
    [
        (("8.2",), "Criterion 8.2"),
        (("7.4", "2.2"), "Criteria 7.4 and 2.2"),
        (("2.3", "4.4", "4.5"), "Criteria 2.3, 4.4 and 4.5"),
    ],
)
def test_its_criteria_in_words(criteria: tuple[str, ...], words: str) -> None:
    assert replace(SHEET, criteria=criteria).criteria_words == words


def test_it_always_says_that_nothing_about_a_child_goes_on_it() -> None:
    assert SHEET.imprint == f"Draft: check with your service. Edition 2026-11. {PRIVACY} After the Quality Statements."
    assert PRIVACY in replace(SHEET, draft="", source="").imprint


def test_every_word_that_is_seen_comes_in_order_and_what_is_only_heard_does_not() -> None:
    words = list(SHEET.words())
    assert words[:4] == ["Criteria 7.4 and 2.2", "You are welcome", "For whoever looks after our walls", SHEET.why]
    assert words[4:-1] == [
        "For the wall",
        "It says whom to ask for.",
        "Place",
        "Up since",
        "Our entrance",
        "What we will do",
    ]
    assert words[-1] == SHEET.imprint


def test_what_is_filled_in_with_a_pen() -> None:
    assert TABLE.to_fill_in and SHEET.blocks[-1].to_fill_in
    assert replace(TABLE, empty_rows=0).to_fill_in
    assert not replace(TABLE, empty_rows=0, rows=(("Fair", "Not fair"),)).to_fill_in
    assert not SHEET.blocks[0].to_fill_in
