"""Ages and audiences are read out of plain words; a resource is looked at again after a year."""

from __future__ import annotations

from datetime import date

import pytest

from champion_app.domain.resources import Resource, ResourceFields, age_range, audience_groups, due_for_check


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("4 to 7", (4, 7)), ("0-5", (0, 5)), ("Ages 8–11 years", (8, 11)), ("12+", (12, 25)), ("under 5", (0, 5)),
        ("11", (11, 11)), ("aged 16 and over", (16, 25)), ("from 10", (10, 25)), ("", None), ("all ages", None),
        ("6 months", None), ("9 to 3", None), ("5 years to 11 years", (5, 11)),
    ],
)  # fmt: skip
def test_ages(words: str, ages: tuple[int, int] | None) -> None:
    assert age_range(words) == ages


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("Children", {"children"}), ("Families, staff training", {"families", "staff"}),
        ("Children with a teacher", {"staff"}), ("Midwives, health visitors, school nurses", {"staff"}),
        ("Visitors", {"families"}), ("Prisons, visitors' centres", {"staff"}), ("Visitors' centres", {"staff"}),
        ("Children's centre staff", {"staff"}),
        ("Managers, champions", {"managers"}), ("", set()),
        ("Early help and family workers", {"staff"}), ("Young people and parents", {"children", "families"}),
    ],
)  # fmt: skip
def test_audiences(words: str, groups: set[str]) -> None:
    assert set(audience_groups(words)) == groups


@pytest.mark.parametrize(
    ("checked", "due"),
    [(None, True), (date(2025, 11, 21), True), (date(2025, 11, 22), False), (date(2026, 11, 22), False)],
)
def test_a_check_lasts_a_year(checked: date | None, due: bool) -> None:
    resource = Resource(1, ResourceFields("x"), checked_on=checked)
    assert due_for_check(resource, date(2026, 11, 22)) is due
