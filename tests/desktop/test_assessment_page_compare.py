"""The second round: T26. Last answers come along, one key keeps or changes each, and what moved is shown with dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.assessment_page import AssessmentPage
from champion_app.domain import clock
from champion_app.domain.dates import add_months
from champion_app.domain.rounds import ANSWER_KEYS, Answer, Movement
from champion_app.store.binder import Binder
from champion_app.tasks import assessment
from champion_app.tasks import toolkit as toolkit_tasks
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.conftest import Hands
from tests.desktop.test_assessment_page import KEY, number, page_of, press, view, words

Open = Callable[[Binder], MainWindow]
TOOLKIT = load_toolkit()


@pytest.fixture
def answered(sample_binder: Binder) -> Binder:
    """The sample school with every criterion of its second round answered."""
    known = view(sample_binder)
    for place, item in enumerate(known.criteria):
        if known.record(item.number).answer is None:
            answer = ANSWER_KEYS[place % 3]
            assessment.answer_criterion(sample_binder, known.round.id, item.number, answer)
    return sample_binder


@pytest.fixture
def again(answered: Binder) -> Binder:
    """... and a third round just begun."""
    assessment.start_round(answered, TOOLKIT, "Summer 2027", date(2027, 6, 10))
    return answered


def offers(page: AssessmentPage) -> list[QAbstractButton]:
    QApplication.processEvents()
    return [
        made for made in page.findChildren(QAbstractButton) if made.isVisible() and made.text() == "Start a new round"
    ]


def test_a_new_round_is_offered_when_one_is_complete(
    answered: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(answered)
    page = page_of(window, hands, qtbot)
    page.arrive("compare")
    (offer,) = offers(page)
    page.answering.choose(Answer.NOT_APPLICABLE)  # a question left open does not follow into the new round
    hands.click(offer)
    assert not page.answering.card.reason.isVisible()
    rounds = assessment.all_rounds(answered)
    assert len(rounds) == 3 and rounds[1].finished is not None
    assert page.about.text().endswith("0 of 37 answered")
    assert number(page) == "1.1"
    assert "Last time's answers came along" in window.notices.words.text()
    hands.click(hands.button(window.notices, "Undo"))
    assert assessment.all_rounds(answered) == [rounds[0], view(answered).round]
    assert view(answered).complete


def test_a_new_round_is_not_offered_in_the_middle_of_one(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = view(sample_binder).round.started
    monkeypatch.setattr(clock, "today", lambda: add_months(started, 9))
    page = page_of(open_window(sample_binder), hands, qtbot)
    for part in ("answer", "where_we_are", "compare"):
        page.arrive(part)
        assert offers(page) == []


def test_a_new_round_is_offered_after_nine_months(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = view(sample_binder).round.started
    monkeypatch.setattr(clock, "today", lambda: add_months(started, 10))
    page = page_of(open_window(sample_binder), hands, qtbot)
    assert "This round began more than nine months ago." in words(page)
    page.answering.card.notes.insertPlainText("not saved yet")
    left = number(page)
    (offer,) = offers(page)
    hands.click(offer)
    assert len(assessment.all_rounds(sample_binder)) == 3
    assert view(sample_binder).answers_before[left].notes == "not saved yet"
    assert view(sample_binder).record(left).notes == "not saved yet"  # notes come along too
    assert offers(page) == []


def test_last_answers_are_shown_to_be_kept_or_changed(
    again: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(again), hands, qtbot)
    card = page.answering.card
    assert number(page) == "1.1"
    assert card.carried.text() == "From last time: In place. Press 3 to keep it, or another key to change it."
    assert not any(made.isChecked() for made in card.answers.buttons)
    assert "not confirmed yet" in card.accessibleDescription()
    assert "press the key to keep it" in card.answers.buttons[2].accessibleDescription()
    assert view(again).answered == 0
    press(hands, Qt.Key.Key_3)
    press(hands, Qt.Key.Key_P)
    assert not card.carried.isVisible()
    assert card.answers.buttons[2].isChecked()
    assert view(again).answered == 1


def test_every_criterion_is_confirmed_by_one_key(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    """Also those that were not for us: last time's reason came along."""
    page = page_of(open_window(again), hands, qtbot)
    before = view(again).answers_before
    hands.clicks = 0
    for item in view(again).criteria:
        assert number(page) == item.number
        answer = before[item.number].answer
        assert answer is not None
        press(hands, KEY[ANSWER_KEYS.index(answer) + 1])
    assert hands.clicks == 37
    assert view(again).complete
    assert view(again).record("2.5").why_not == before["2.5"].why_not != ""
    assert all(item.movement is Movement.SAME for item in assessment.moved(TOOLKIT, view(again)))
    assert page.answering.last_one.isVisible()


def test_taking_back_a_carried_reason_asks_again(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(again), hands, qtbot)
    page.arrive("2.5")
    card = page.answering.card
    assert card.reason.isVisible() and card.reason.toPlainText()
    card.reason.selectAll()
    card.reason.cut()
    card.setFocus()
    press(hands, Qt.Key.Key_4)
    assert number(page) == "2.5" and card.reason.hasFocus()
    assert view(again).answered == 0


def test_moved_up_same_down_with_dates_and_words(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(again), hands, qtbot)
    before = view(again).answers_before
    for _ in range(12):
        press(hands, Qt.Key.Key_2)
    hands.click(hands.button(page, "Compare rounds"))
    QApplication.processEvents()
    compared = page.compared
    assert compared.heading.text() == "Summer 2027 beside Autumn 2026"
    assert compared.dates.text() == (
        "Summer 2027, started 10 June 2027. Autumn 2026, started 3 October 2026. 25 not answered yet this time."
    )
    moves = Counter(item.movement for item in assessment.moved(TOOLKIT, view(again)))
    expected = {
        Movement.UP: sum(before[item.number].answer is Answer.NOT_YET for item in view(again).criteria[:12]),
        Movement.SAME: sum(before[item.number].answer is Answer.IN_PROGRESS for item in view(again).criteria[:12]),
        Movement.DOWN: sum(before[item.number].answer is Answer.IN_PLACE for item in view(again).criteria[:12]),
        Movement.APART: 1,  # 2.5
    }
    assert moves == expected and all(expected.values())
    assert compared.table.rowCount() == 12
    said = compared.table.words()
    assert "1.1, Autumn 2026: In place\n1.1, Summer 2027: In progress\n1.1, How it moved: Moved down" in said
    assert (
        "2.5, Autumn 2026: Not for us\n2.5, Summer 2027: In progress\n2.5, How it moved: Not for us, then or now"
        in said
    )
    hands.click(hands.button(compared, f"Moved up {expected[Movement.UP]}"))
    assert compared.table.rowCount() == expected[Movement.UP]
    assert compared.table.words().count("Moved up") == expected[Movement.UP]
    hands.click(hands.button(compared, "All 12"))
    assert compared.table.rowCount() == 12


def test_a_line_of_the_table_opens_its_criterion(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(hands.button(page, "Compare rounds"))
    table = page.compared.table
    table.setFocus()
    hands.press(table, Qt.Key.Key_Down)
    wanted = table.item(1, 0).text()
    hands.press(table, Qt.Key.Key_Return)
    assert number(page) == wanted


def test_earlier_rounds_can_be_compared_too(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(again), hands, qtbot)
    hands.click(hands.button(page, "Compare rounds"))
    assert "25 not" not in page.compared.dates.text() and "37 not answered yet" in page.compared.dates.text()
    assert not page.compared.table.isVisible()
    hands.click(hands.button(page.compared, "Autumn 2026"))
    QApplication.processEvents()
    assert page.compared.heading.text() == "Autumn 2026 beside Summer 2025"
    assert page.compared.table.rowCount() == 37


def test_one_round_alone_says_what_will_be_here(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    first = assessment.all_rounds(sample_binder)[0]
    with sample_binder.atomic("finish_round"):
        sample_binder.table("rounds").delete(view(sample_binder).round.id)
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(hands.button(page, "Compare rounds"))
    assert page.compared.heading.text() == f"{first.name} is the first round"
    assert not page.compared.table.isVisible() and not page.compared.chips.isVisible()
    hands.click(hands.button(page, "Where we are"))
    assert not page.where.radar.legend.isVisible()


def test_history_in_two_clicks(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    """From anywhere: the page opens where the champion was; one more click tells the whole story."""
    assessment.turn_to(again, view(again).round.id, "1.3")
    hands.clicks = 0
    page = page_of(open_window(again), hands, qtbot)
    hands.click(hands.button(page, "History"))
    assert hands.clicks == 2
    said = words(page.answering.beside.past)
    assert said.splitlines()[0] == "Summer 2027: In progress, carried over and not confirmed"
    assert "Autumn 2026: In progress, 3 October 2026\n14 of 22 staff have been on Hidden Sentence training." in said
    assert "Summer 2025: Not yet, " in said
    hands.click(hands.button(page, "Next"))  # stays open for the next one
    assert "Summer 2025" in words(page.answering.beside.past)
    hands.click(hands.button(page, "Hide history"))
    assert not page.answering.beside.past.isVisible()


def test_movement_stands_beside_the_question(again: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(again), hands, qtbot)
    said = words(page.answering.beside)
    assert "Last time: In place (Autumn 2026)\nNot answered yet this time" in said
    hands.click(hands.button(page, "In progress"))
    assert "Last time: In place (Autumn 2026)\nMoved down" in words(page.answering.beside)
    hands.click(hands.button(page, "In place"))
    assert "Last time: In place (Autumn 2026)\nSame" in words(page.answering.beside)


def test_last_round_is_the_shadow_of_the_pictures(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(hands.button(page, "Where we are"))
    said = page.where.bars.accessibleDescription()
    assert "Last time:" in said and "8 Building the evidence: 5 not answered" in said
    assert ", last time " in page.where.radar.accessibleDescription()


def test_T24_a_new_edition_says_what_it_did_to_each_criterion(
    answered: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = TOOLKIT.statements
    one, two = first.criteria[:2]
    changed = (replace(one, text="Other words."), replace(two, number="1.9", replaces=("1.2",)), *first.criteria[2:])
    rest = others[-1]
    gone = replace(rest, criteria=tuple(item for item in rest.criteria if item.number != "8.6"))
    newer = replace(TOOLKIT, edition="2027-09", statements=(replace(first, criteria=changed), *others[:-1], gone))
    monkeypatch.setattr(toolkit_tasks, "load_toolkit", lambda: newer)
    number = assessment.start_round(answered, newer, "Summer 2027", date(2027, 6, 10))
    for criterion in ("1.1", "1.9"):
        assessment.answer_criterion(answered, number, criterion, Answer.IN_PLACE)
    page = page_of(open_window(answered), hands, qtbot)
    page.arrive("compare")
    said = page.compared.edition.text()
    assert "new edition" in said and "2 criteria were moved or reworded." in said and "8.6" in said
    how = {page.compared.table.item(row, 0).text(): page.compared.table.item(row, 4).text()
           for row in range(page.compared.table.rowCount())}  # fmt: skip
    assert how["1.1"].endswith("(reworded)") and how["1.9"].endswith("(was 1.2)")
