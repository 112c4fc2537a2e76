"""Finding statements and criteria by their numbers; the shipped edition is tested in tests/tasks/test_toolkit.py."""

from __future__ import annotations

import pytest

from champion_app.domain.services import SERVICE_TYPE_WORDS, Service, ServiceType
from champion_app.domain.toolkit import HELD_ELSEWHERE, Toolkit


def test_by_number(toolkit: Toolkit) -> None:
    assert toolkit.criterion("1.3").statement == 1
    assert toolkit.statement(8).criteria[0].number == "8.1"
    assert toolkit.has("2.1") and not toolkit.has("2.2")
    with pytest.raises(KeyError):
        toolkit.statement(9)
    with pytest.raises(KeyError):
        toolkit.criterion("1.9")


def test_wording_depends_on_the_service_where_the_toolkit_says_so(toolkit: Toolkit) -> None:
    assert toolkit.criterion("1.2").wording(ServiceType.CRIMINAL_JUSTICE) == "We do it at the gate."
    assert toolkit.criterion("1.2").wording(ServiceType.UNIVERSAL) == "We do 1.2."
    assert [c.number for c in toolkit.criteria_for(ServiceType.CRIMINAL_JUSTICE)][:3] == ["1.1", "1.2", "2.1"]


def test_records_of_children_are_held_elsewhere(toolkit: Toolkit) -> None:
    assert sorted(HELD_ELSEWHERE) == ["2.4", "8.1", "8.2"]
    assert toolkit.criterion("8.1").held_elsewhere and not toolkit.criterion("1.1").held_elsewhere


def test_a_service_without_a_name_has_not_finished_first_run() -> None:
    assert not Service().named and Service("Hollin Bank").named
    assert set(SERVICE_TYPE_WORDS) == set(ServiceType)
