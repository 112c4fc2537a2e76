"""Handing over (T27, F78): actions together, the name, a whole copy, a letter."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.actions import ActionFields
from champion_app.domain.backups import Reason
from champion_app.domain.services import Service
from champion_app.faults import FolderMissing, NoLongerThere, TooLong, WordsNeeded
from champion_app.store import backups, digest, restoring
from champion_app.store.binder import Binder
from champion_app.tasks import actions, binders, handover, history, papers, service

DAY = date(2026, 11, 25)


@pytest.fixture
def three(binder: Binder, school: Service) -> list[int]:
    """Two open actions and a closed one, led by Sam."""
    due = (date(2026, 11, 20), None, date(2026, 1, 1))
    ids = [actions.raise_action(binder, ActionFields(f"Action {n}", lead="Sam", due=due[n]), DAY) for n in range(3)]
    actions.add_update(binder, ids[0], "Asked for a quote.", date(2026, 11, 3))
    actions.close_action(binder, ids[2], DAY)
    return ids


def leads(binder: Binder) -> dict[int, str]:
    return {one.id: one.fields.lead for one in actions.plan(binder)}


def test_T27_open_actions_change_hands_together_and_undo_takes_it_back(binder: Binder, three: list[int]) -> None:
    open_ones = [one.id for one in handover.open_actions(binder, DAY)]
    assert set(open_ones) == set(three[:2])
    assert handover.reassign(binder, open_ones, "  Priya \n Shah ") == 2
    assert leads(binder) == {three[0]: "Priya Shah", three[1]: "Priya Shah", three[2]: "Sam"}
    assert handover.reassign(binder, open_ones, "Priya Shah") == 0, "nothing to undo then"
    binder.undo()
    assert set(leads(binder).values()) == {"Sam"}
    binder.redo()
    assert leads(binder)[three[0]] == "Priya Shah"


def test_T27_all_of_them_or_none(binder: Binder, three: list[int]) -> None:
    with pytest.raises(NoLongerThere):
        handover.reassign(binder, [three[0], 999], "Priya Shah")
    with pytest.raises(WordsNeeded):
        handover.reassign(binder, three[:2], "  ")
    with pytest.raises(TooLong):
        handover.reassign(binder, three[:2], "x" * 600)
    assert set(leads(binder).values()) == {"Sam"}


def test_the_name_changes_and_what_was_the_other_persons_goes(binder: Binder) -> None:
    before = service.say_who_we_are(
        binder,
        Service(
            "Hollin Bank",
            champion="Sam",
            role="Teacher",
            phone="01632 960001",
            email="sam@school.uk",
            where_found="Room 3",
        ),
    )
    after = handover.name_champion(binder, " Priya  Shah ", "")
    assert (after.champion, after.role, after.phone, after.email, after.where_found) == (
        "Priya Shah",
        "Teacher",
        "",
        "",
        "Room 3",
    )
    assert handover.name_champion(binder, "", "") == after, "nothing typed, nothing changed"
    assert history.undo(binder) == "details of your service"
    assert service.who_we_are(binder) == before


def test_F78_T27_the_copy_is_the_whole_binder(binder: Binder, three: list[int], tmp_path: Path) -> None:
    (tmp_path / ".download.part").write_text("a stranger's")
    made = handover.make_copy(binder, tmp_path, DAY)
    assert made.reason is Reason.HANDOVER and made.path.parent == tmp_path / "Champion handover 2026-11-25"
    assert made.digest == digest.digest(binder) and backups.verify(made) == []
    assert (tmp_path / ".download.part").exists()
    again = handover.make_copy(binder, tmp_path, DAY)
    assert again.path.parent.name == "Champion handover 2026-11-25 (2)", "an earlier copy is never written over"
    here = tmp_path / "new laptop"
    here.mkdir()
    restoring.restore(here / "binder.champion", made)
    with closing(binders.open_binder(here / "binder.champion")) as received:
        assert leads(received) == leads(binder)
    with pytest.raises(FolderMissing):
        handover.make_copy(binder, tmp_path / "no such place")


def test_the_letter_says_what_is_open_and_no_passphrase(binder: Binder, three: list[int]) -> None:
    handover.name_champion(binder, "Priya Shah", "Deputy head")
    about = handover.letter(binder, "Sam", Path("/stick/copy"), DAY)
    assert [one.id for one in about.actions] == three[:2], "overdue first, closed ones not at all"
    assert (about.old_champion, about.new_champion, about.copy_in) == ("Sam", "Priya Shah", "/stick/copy")
    assert about.round_words == "No self-assessment has been started yet."
    planned = handover.plan_letter(binder, "Sam", None, DAY)
    assert planned.kind == "handover letter" and papers.make(planned).page_count >= 1
    assert handover.letter(binder, "Priya Shah", None, DAY).old_champion == "", "not from somebody to themselves"


def test_a_letter_of_an_empty_binder(binder: Binder) -> None:
    assert papers.make(handover.plan_letter(binder, "", None, DAY)).page_count >= 1
