"""The sample service: made up, consistent with the toolkit, and never somebody's real number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.actions import DueState, due_state
from champion_app.domain.toolkit import Toolkit
from champion_app.faults import NothingToUndo
from champion_app.store import health
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, binders, history, listings, log_entries, sample, service


@pytest.fixture
def shown(quick_folder: Path, today: date) -> Iterator[Binder]:
    with closing(sample.make_sample(quick_folder / "sample.champion", today)) as binder:
        yield binder


def test_there_is_something_to_see_on_every_page(shown: Binder, toolkit: Toolkit, today: date) -> None:
    assert service.who_we_are(shown).named
    view = assessment.assessment(shown, toolkit)
    assert view is not None and view.before is not None and 0 < view.answered < len(view.criteria)
    assert assessment.moved(toolkit, view)
    assert {due_state(action, today) for action in actions.plan(shown, today)} >= {DueState.OVERDUE, DueState.CLOSED}
    assert any(action.updates for action in actions.plan(shown, today))
    assert log_entries.log(shown) and listings.directory(shown)
    assert health.check(shown)["problems"] == []
    with pytest.raises(NothingToUndo):
        history.undo(shown)


def test_it_only_speaks_of_what_the_toolkit_knows(shown: Binder, toolkit: Toolkit) -> None:
    for item in assessment.all_rounds(shown):
        view = assessment.assessment(shown, toolkit, item.id)
        assert view is not None
        assert set(view.answers) <= {criterion.number for criterion in view.criteria}
    for action in actions.plan(shown):
        number = action.fields.criterion
        assert not number or toolkit.criterion(number).statement == action.fields.statement
    for entry in log_entries.log(shown):
        number = entry.fields.criterion
        assert not number or toolkit.criterion(number).statement == entry.fields.statement


def test_made_up_people_have_made_up_numbers(shown: Binder) -> None:
    """Ofcom keeps 01632 960xxx free for drama; starter listings keep their own numbers."""
    us = service.who_we_are(shown)
    numbers = [us.phone, us.safeguarding_phone]
    starter = {listing.key for listing in _starter_listings(shown)}
    numbers += [p.number for item in listings.directory(shown) if item.key not in starter for p in item.fields.phones]
    assert [number for number in numbers if number and not re.match(r"01632 960\d{3}$", number)] == []
    assert us.email.endswith("example.org")


def _starter_listings(shown: Binder) -> list[listings.Listing]:
    with closing(binders.make_binder(shown.path.with_name("starter.champion"))) as starter:
        return listings.directory(starter)


def test_it_looks_the_same_whatever_the_day(tmp_path: Path) -> None:
    states = []
    for year in (2026, 2031):
        day = date(year, 2, 28)
        with closing(sample.make_sample(tmp_path / f"{year}.champion", day)) as binder:
            states.append([(action.fields.title, due_state(action, day)) for action in actions.plan(binder, day)])
    assert states[0] == states[1]
