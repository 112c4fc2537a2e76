"""SCENARIOS T24: a new edition of the toolkit. Answers go where their criterion went; nothing is lost or reworded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from champion_app.domain.actions import ActionFields
from champion_app.domain.editions import came_from
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service
from champion_app.domain.toolkit import Criterion, Toolkit
from champion_app.store import attachments as attachment_store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, attachments, papers
from champion_app.tasks import toolkit as toolkit_tasks

AUTUMN, NEXT = date(2026, 11, 22), date(2027, 11, 22)


def _changed(toolkit: Toolkit, numbers: dict[str, Criterion], without: str = "") -> Toolkit:
    statements = tuple(
        replace(
            statement,
            criteria=tuple(numbers.get(one.number, one) for one in statement.criteria if one.number != without),
        )
        for statement in toolkit.statements
    )
    return replace(toolkit, edition="2027-09", replaces=toolkit.edition, statements=statements)


@pytest.fixture
def newer(toolkit: Toolkit) -> Toolkit:
    """1.1 and 1.2 change places, 1.3 is reworded, 1.4 takes in 1.5, which is no more; 8.6 is gone."""
    one, two, three, four = (toolkit.criterion(f"1.{number}") for number in range(1, 5))
    shaped = _changed(
        toolkit,
        {
            "1.1": replace(two, number="1.1", replaces=("1.2",)),
            "1.2": replace(one, number="1.2", replaces=("1.1",)),
            "1.3": replace(three, text="We train everybody."),
            "1.4": replace(four, replaces=("1.4", "1.5")),
        },
        without="8.6",
    )
    first = shaped.statements[0]
    kept = tuple(item for item in first.criteria if item.number != "1.5")
    return replace(shaped, statements=(replace(first, criteria=kept), *shaped.statements[1:]))


@pytest.fixture
def answered(binder: Binder, toolkit: Toolkit, school: Service) -> int:
    """Last year's round, answered in the old words."""
    number = assessment.start_round(binder, toolkit, today=AUTUMN)
    for criterion, answer in (
        ("1.1", Answer.IN_PLACE), ("1.2", Answer.NOT_YET), ("1.3", Answer.IN_PROGRESS), ("1.4", Answer.IN_PLACE),
        ("1.5", Answer.NOT_YET), ("8.6", Answer.IN_PLACE),
    ):  # fmt: skip
        assessment.answer_criterion(binder, number, criterion, answer)
        assessment.note_evidence(binder, number, criterion, f"evidence of {criterion}")
    return number


def test_T24_answers_go_where_their_criterion_went(binder: Binder, answered: int, newer: Toolkit) -> None:
    before = assessment.assessment(binder, newer, answered)
    number = assessment.start_round(binder, newer, today=NEXT)
    view = assessment.assessment(binder, newer, number)
    assert view is not None and before is not None
    carried = {key: (one.answer, one.notes, one.carried) for key, one in view.answers.items()}
    assert carried["1.1"] == (Answer.NOT_YET, "evidence of 1.2", True)
    assert carried["1.2"] == (Answer.IN_PLACE, "evidence of 1.1", True)
    assert carried["1.3"] == (Answer.IN_PROGRESS, "evidence of 1.3", True)
    # Two in one: as far as the one that lags behind, with the words of both.
    assert carried["1.4"] == (Answer.NOT_YET, "1.4: evidence of 1.4\n\n1.5: evidence of 1.5", True)
    assert "8.6" not in carried and "1.5" not in carried
    assert assessment.left_behind(binder, newer) == ["8.6"]
    assert assessment.assessment(binder, newer, answered).answers == before.answers  # type: ignore[union-attr]


def test_T24_each_moved_or_reworded_one_says_so(binder: Binder, answered: int, newer: Toolkit) -> None:
    view = assessment.assessment(binder, newer, assessment.start_round(binder, newer, today=NEXT))
    assert view is not None and set(view.came_from) == {"1.1", "1.2", "1.3", "1.4"}
    assert (view.came_from["1.1"].numbers, view.came_from["1.1"].moved) == (("1.2",), True)
    reworded = view.came_from["1.3"]
    assert reworded.reworded and not reworded.moved and reworded.old_words[0].startswith("1.3 ")
    assert view.answers_before["1.1"].answer is Answer.NOT_YET  # so that "last time" is that of the same criterion
    assert view.came_from["1.4"].numbers == ("1.4", "1.5")


def test_T24_last_years_round_still_prints_in_its_old_words(
    binder: Binder, answered: int, toolkit: Toolkit, newer: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment.start_round(binder, newer, today=NEXT)
    monkeypatch.setattr(papers, "load_toolkit", lambda: newer)
    words = {}
    for name, number in (("old", answered), ("new", None)):
        document = pypdfium2.PdfDocument(papers.make(papers.plan_self_assessment(binder, number)).pdf)
        words[name] = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
        document.close()
    old = " ".join(toolkit.criterion("1.3").text.split())
    assert old in words["old"] and "We train everybody." not in words["old"]
    assert "We train everybody." in words["new"] and old not in words["new"]
    assert f"Edition {toolkit.edition}" in words["old"] and "Edition 2027-09" in words["new"]
    assert "evidence of 8.6" in words["old"]
    view = assessment.assessment(binder, newer, answered)
    assert view is not None and view.has("8.6")  # on the screen, too


def test_T24_open_actions_and_evidence_follow_and_undo_brings_all_back(
    binder: Binder, answered: int, newer: Toolkit
) -> None:
    open_one = actions.raise_action(binder, ActionFields("Ask who is trained", 1, "1.1"))
    closed = actions.raise_action(binder, ActionFields("Done long ago", 1, "1.1"))
    actions.close_action(binder, closed)
    file = attachments.attach(binder, attachments.ready("plan.txt", b"words"), criterion="1.2")
    assessment.start_round(binder, newer, today=NEXT)
    assert [actions.action(binder, number).fields.criterion for number in (open_one, closed)] == ["1.2", "1.1"]  # type: ignore[union-attr]
    assert attachment_store.one(binder, file).criterion == "1.1"  # type: ignore[union-attr]
    binder.undo()
    assert actions.action(binder, open_one).fields.criterion == "1.1"  # type: ignore[union-attr]
    assert attachment_store.one(binder, file).criterion == "1.2"  # type: ignore[union-attr]
    assert len(assessment.all_rounds(binder)) == 1


def test_in_the_same_edition_nothing_is_said_to_have_changed(binder: Binder, answered: int, toolkit: Toolkit) -> None:
    view = assessment.assessment(binder, toolkit, assessment.start_round(binder, toolkit, today=NEXT))
    assert view is not None and view.came_from == {} and assessment.left_behind(binder, toolkit) == []


def test_an_edition_is_kept_whole(binder: Binder, toolkit: Toolkit, newer: Toolkit) -> None:
    for one in (toolkit, newer):
        assert toolkit_tasks.toolkit_from_table(toolkit_tasks.toolkit_table(one)) == one
    with binder.atomic("start_round"):
        toolkit_tasks.keep_edition(binder, newer)
    assert toolkit_tasks.toolkit_of(binder, "2027-09", toolkit) == newer
    assert toolkit_tasks.toolkit_of(binder, "never kept", toolkit) == toolkit
    assert came_from(newer, toolkit)["2.1"].same
