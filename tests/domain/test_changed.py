"""Which fields differ."""

from __future__ import annotations

from champion_app.domain.actions import ActionFields
from champion_app.domain.changed import changed_names


def test_the_names_of_what_differs_in_their_order() -> None:
    before = ActionFields("a", 1, lead="Sam")
    assert changed_names(before, before) == []
    assert changed_names(before, ActionFields("b", 1, evidence="x")) == ["title", "evidence", "lead"]
