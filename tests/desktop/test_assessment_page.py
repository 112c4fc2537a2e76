"""Self-assessment on real binders with real keys: T05 and the first half of T06."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.assessment_page import AssessmentPage
from champion_app.desktop.widgets.kept_note import KeptNote
from champion_app.desktop.widgets.privacy_note import PrivacyNote
from champion_app.domain.actions import Horizon
from champion_app.domain.rounds import ANSWER_KEYS, Answer, settled
from champion_app.domain.services import Service, ServiceType
from champion_app.faults import DiskFull
from champion_app.store import health
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, binders, service
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
KEY = {1: Qt.Key.Key_1, 2: Qt.Key.Key_2, 3: Qt.Key.Key_3, 4: Qt.Key.Key_4}
TOOLKIT = load_toolkit()


@pytest.fixture
def school(new_binder: Binder) -> Binder:
    """A named primary school that has not begun a round."""
    service.say_who_we_are(new_binder, Service(name="Hollin Bank", role="Pastoral lead"))
    return new_binder


def page_of(window: MainWindow, hands: Hands, qtbot: QtBot) -> AssessmentPage:
    """Goes to the self-assessment with the sidebar's button."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.click(hands.button(window.sidebar, "Self-assessment"))
    assert isinstance(window.page, AssessmentPage)
    QApplication.processEvents()  # what was added to a layout is shown with the next event
    return window.page


def begin(page: AssessmentPage, hands: Hands) -> None:
    """The one click that starts the first round."""
    hands.click(hands.button(page, "Begin the first round"))


def press(hands: Hands, key: Qt.Key) -> None:
    """A key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    hands.press(focus, key)


def view(binder: Binder) -> assessment.Assessment:
    found = assessment.assessment(binder, TOOLKIT)
    assert found is not None
    return found


def number(page: AssessmentPage) -> str:
    """The criterion the champion sees."""
    assert page.answering.card.number.isVisible()
    return page.answering.card.number.text()


def words(widget: QWidget) -> str:
    """Every label in sight."""
    QApplication.processEvents()  # what was added to a layout is shown with the next event
    labels = (made.text() for made in widget.findChildren(QLabel) if made.isVisibleTo(widget))
    return "\n".join(filter(None, labels))


def leave_and_return(window: MainWindow, hands: Hands) -> None:
    hands.click(hands.button(window.sidebar, "Home"))
    hands.click(hands.button(window.sidebar, "Self-assessment"))


# ---- beginning


def test_empty_state_explains_and_one_click_begins(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    assert "37 short questions in eight statements" in words(page)
    assert not page.chips.isVisible()
    begin(page, hands)
    assert number(page) == "1.1"
    assert page.about.text().endswith("0 of 37 answered")
    assert page.about.text().startswith("Round: ")
    assert hands.clicks == 2
    window.undo()
    assert assessment.assessment(school, TOOLKIT) is None
    assert "37 short questions" in words(page)
    window.redo()
    assert number(page) == "1.1"


@pytest.mark.parametrize("kind, count", [("specialist", 41), ("criminal_justice", 29)])
def test_other_services_have_their_own_questions(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot, kind: str, count: int
) -> None:
    service.say_who_we_are(school, Service(name="Ours", type=ServiceType(kind)))
    page = page_of(open_window(school), hands, qtbot)
    assert f"{count} short questions" in words(page)
    begin(page, hands)
    page.arrive("1.2")
    assert page.answering.card.wording.text() == TOOLKIT.criterion("1.2").wording(ServiceType(kind))


# ---- T05: one key an answer


def test_37_criteria_by_one_key_each(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    hands.clicks = 0
    for place, criterion in enumerate(view(school).criteria):
        assert number(page) == criterion.number
        press(hands, KEY[place % 3 + 1])
        assert view(school).record(criterion.number).answer is ANSWER_KEYS[place % 3]
    assert hands.clicks == 37
    assert view(school).complete
    assert page.answering.last_one.isVisible()
    assert "That was the last one." in words(page)
    assert "37 of 37 answered. 12 in place, 12 in progress, 13 not yet" in words(page)


def test_last_one_leads_to_the_results_and_back(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    for _ in range(37):
        press(hands, Qt.Key.Key_2)
    press(hands, Qt.Key.Key_3)  # a key too many changes nothing
    assert view(school).record("8.6").answer is Answer.IN_PROGRESS
    hands.click(hands.button(page, "Back to the questions"))
    assert number(page) == view(school).criteria[-1].number
    press(hands, Qt.Key.Key_3)  # correcting the last one shows the end again
    hands.click(hands.button(page, "See where we are"))
    assert page.where.isVisible()
    assert "1 Awareness: 6 in progress" in page.where.bars.accessibleDescription()


def test_left_out_ones_come_at_the_end(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    press(hands, Qt.Key.Key_N)
    for _ in range(36):
        press(hands, Qt.Key.Key_1)
    assert number(page) == "1.1"
    assert window.notices.words.text() == "1 not answered yet. Here is the first of them."
    press(hands, Qt.Key.Key_1)
    assert page.answering.last_one.isVisible()


def test_clicking_answers_and_stays(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    hands.click(hands.button(page, "In place"))
    assert number(page) == "1.1"
    assert view(school).record("1.1").answer is Answer.IN_PLACE
    chosen = [made.text() for made in page.answering.card.answers.buttons if made.isChecked()]
    assert chosen == ["In place"]
    hands.click(hands.button(page, "In place"))  # again: it stays chosen
    assert page.answering.card.answers.buttons[2].isChecked()
    assert page.answering.card.accessibleDescription() == "In place"
    for made, looks in zip(page.answering.card.answers.buttons, ("not_yet", "in_progress", "in_place"), strict=False):
        assert getattr(TOOLKIT.criterion("1.1").looks_like, looks) in made.accessibleDescription()


def test_keys_turn_the_page(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("1.2")
    for key, there in (
        (Qt.Key.Key_N, "1.3"), (Qt.Key.Key_PageDown, "1.4"), (Qt.Key.Key_P, "1.3"), (Qt.Key.Key_PageUp, "1.2"),
        (Qt.Key.Key_P, "1.1"), (Qt.Key.Key_P, "1.1"),
    ):  # fmt: skip
        press(hands, key)
        assert number(page) == there
    assert not page.answering.card.previous.isEnabled()
    hands.click(hands.button(page, "Next"))
    assert number(page) == "1.2"


def test_a_key_held_down_answers_once(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    for repeated in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", repeated)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert view(school).answered == 1


def test_number_keys_work_from_any_control_but_not_in_fields(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.arrive("6.1")
    card = page.answering.card
    card.notes.setFocus()
    qtbot.keyClicks(card.notes, "1234 np")
    assert card.notes.toPlainText() == "1234 np"
    assert number(page) == "6.1" and view(sample_binder).record("6.1").answer is None
    window.search.box.setFocus()
    qtbot.keyClicks(window.search.box, "12")
    assert view(sample_binder).record("6.1").answer is None
    for control in (card.next, card.answers.buttons[2], page.answering.beside.make, page.answering.steps.steps[5]):
        control.setFocus()
        before = number(page)
        press(hands, Qt.Key.Key_2)
        assert view(sample_binder).record(before).answer is Answer.IN_PROGRESS
        assert number(page) != before


# ---- "Not for us"


def test_not_for_us_asks_a_reason_and_goes_on_only_then(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    card = page.answering.card
    assert not card.reason.isVisible()
    press(hands, Qt.Key.Key_4)
    assert card.reason.isVisible() and card.reason.hasFocus()
    assert view(school).record("1.1").answer is None
    press(hands, Qt.Key.Key_Return)
    assert number(page) == "1.1" and view(school).record("1.1").answer is None
    hands.type(card.reason, "We have no such staff")
    press(hands, Qt.Key.Key_Return)
    assert number(page) == "1.2"
    record = view(school).record("1.1")
    assert record.answer is Answer.NOT_APPLICABLE and record.why_not == "We have no such staff"
    press(hands, Qt.Key.Key_1)  # the focus is back on the question
    assert number(page) == "1.3"


def test_words_of_a_reason_are_kept_before_it_is_given(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    press(hands, Qt.Key.Key_4)
    hands.type(page.answering.card.reason, "Because")
    qtbot.waitUntil(lambda: view(school).record("1.1").why_not == "Because", timeout=2_000)
    hands.type(page.answering.card.reason, " we are small")
    hands.click(hands.button(page, "Next"))  # asked for, and a reason written: that is an answer
    record = view(school).record("1.1")
    assert record.why_not == "Because we are small" and record.answer is Answer.NOT_APPLICABLE
    hands.click(hands.button(page, "Previous"))
    assert page.answering.card.reason.toPlainText() == "Because we are small"


def test_taking_every_word_of_a_reason_away_takes_the_answer_away(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("2.5")
    assert page.answering.card.reason.isVisible()
    page.answering.card.reason.selectAll()
    page.answering.card.reason.cut()
    page.flush()
    assert view(sample_binder).record("2.5").answer is None


def test_another_answer_instead_of_a_reason(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    press(hands, Qt.Key.Key_4)
    hands.type(page.answering.card.reason, "Hm")
    hands.click(hands.button(page, "Not yet"))
    record = view(school).record("1.1")
    assert record.answer is Answer.NOT_YET and record.why_not == "Hm"
    assert not page.answering.card.reason.isVisible()


# ---- notes


@pytest.mark.parametrize(
    "typed, held",
    [
        ("<b>bold</b> & <img src=x>", "<b>bold</b> & <img src=x>"),
        ("a\x00b\x07c", "abc"),
        ("🙂 مرحبا بالعالم ŵ", "🙂 مرحبا بالعالم ŵ"),
        ("\u202eevil\u202c", "evil"),
    ],
)
def test_notes_take_any_letters(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot, typed: str, held: str
) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    hands.type(page.answering.card.notes, typed)
    hands.click(hands.button(page, "Next"))
    assert view(school).record("1.1").notes == held
    hands.click(hands.button(page, "Previous"))
    assert page.answering.card.notes.toPlainText() == held
    page.answering.beside.history.click()
    hands.click(hands.button(page, "Make an action"))
    assert actions.plan(school)[0].fields.evidence.startswith(held)


def test_notes_save_themselves_and_typing_goes_on(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    field = page.answering.card.notes
    field.setFocus()
    hands.type(field, "One\x00 poster ")
    qtbot.waitUntil(lambda: view(school).record("1.1").notes == "One poster ", timeout=2_000)
    assert field.textCursor().atEnd()  # saving did not move the cursor or touch the words
    hands.type(field, "in the hall")
    qtbot.waitUntil(lambda: view(school).record("1.1").notes == "One poster in the hall", timeout=2_000)
    assert number(page) == "1.1" and field.hasFocus()


def test_ten_thousand_lines(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    long = "\n".join(f"{line}: seen on 9 October, kept in the blue folder" for line in range(10_000))
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    hands.type(page.answering.card.notes, long)
    hands.click(hands.button(page, "Next"))
    hands.click(hands.button(page, "Previous"))
    assert page.answering.card.notes.toPlainText() == long == view(school).record("1.1").notes
    assert page.answering.card.notes.height() < 400
    press(hands, Qt.Key.Key_3)
    assert number(page) == "1.2" and view(school).record("1.1").notes == long


def test_closing_in_the_middle_of_a_word_keeps_it(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    hands.type(page.answering.card.notes, "half a wor")
    window.close()
    assert not window.isVisible()
    assert view(school).record("1.1").notes == "half a wor"


def test_a_full_disk_keeps_the_words_on_the_screen(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)

    def full(*anything: object, **more: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("champion_app.store.rounds.save_answer", full)
        hands.type(page.answering.card.notes, "precious")
        qtbot.waitUntil(lambda: "disk is full" in window.notices.words.text(), timeout=3_000)
        hands.click(hands.button(page, "Next"))
        assert number(page) == "1.1"
        window.close()
        assert window.isVisible()  # it did not close over unsaved words
        press(hands, Qt.Key.Key_3) if page.answering.card.hasFocus() else page.answering.choose(Answer.IN_PLACE)
        assert not any(made.isChecked() for made in page.answering.card.answers.buttons)
    assert page.answering.card.notes.toPlainText() == "precious"
    hands.click(hands.button(page, "Next"))
    assert view(school).record("1.1").notes == "precious"


def test_undo_shows_what_was_undone(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    press(hands, Qt.Key.Key_1)
    press(hands, Qt.Key.Key_2)
    assert number(page) == "1.3"
    window.undo()
    assert number(page) == "1.2" and view(school).record("1.2").answer is None
    assert window.notices.words.text() == "Undone: answer."
    hands.type(page.answering.card.notes, "a note")
    window.undo()
    assert page.answering.card.notes.toPlainText() == ""
    window.redo()
    assert page.answering.card.notes.toPlainText() == "a note"


# ---- coming back


def test_coming_back_lands_on_the_same_criterion(school: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(school)
    page = page_of(window, hands, qtbot)
    begin(page, hands)
    for key in (KEY[1], Qt.Key.Key_N, KEY[2]):  # 1.2 is left out: not the first unanswered one is meant
        press(hands, key)
    assert number(page) == "1.4"
    leave_and_return(window, hands)
    assert number(page) == "1.4"
    assert page.answering.card.hasFocus()
    window.close()
    again = page_of(open_window(school), hands, qtbot)
    assert number(again) == "1.4"


@pytest.mark.parametrize("after", [1, 4, 9])
def test_killed_after_some_answers(starter_file: Path, tmp_path: Path, after: int) -> None:
    """kill -9 in the middle of the work: no answer that was seen to be given is lost, and the page reopens there."""
    path = tmp_path / "killed.champion"
    shutil.copy(starter_file, path)
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.answering_child", str(path)],
        stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2], env=os.environ,
    )  # fmt: skip
    assert child.stdout is not None
    given = [child.stdout.readline().split() for _ in range(after)]
    child.send_signal(signal.SIGKILL)
    child.wait()
    more = [line.split() for line in child.stdout.read().splitlines()]
    child.stdout.close()
    told = [line for line in given + more if len(line) == 2]
    assert len(told) >= after
    binder = binders.open_binder(path)
    try:
        found = view(binder)
        for criterion, answer in told:
            assert found.record(criterion).answer == answer
        assert len(told) <= found.answered <= len(told) + 1
        numbers = [item.number for item in found.criteria]
        last = numbers.index(told[-1][0])
        assert assessment.where_to_begin(binder, found) in numbers[last : last + 3]
        assert health.check(binder)["problems"] == []
    finally:
        binder.close()


def test_arriving_at_a_criterion(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("assessment", "4.2")
    assert isinstance(window.page, AssessmentPage)
    assert number(window.page) == "4.2"
    window._desk.navigation.go_to("assessment", "compare")
    assert window.page.compared.isVisible()
    window._desk.navigation.go_to("assessment", "4.3")
    assert number(window.page) == "4.3"
    window._desk.navigation.go_to("assessment", "8.2")  # specialist services only
    assert number(window.page) == "4.3"
    assert window.notices.words.text() == "8.2 is not asked of your kind of service."
    window._desk.navigation.go_to("assessment", "99.9")
    window._desk.navigation.go_to("assessment", 7)
    assert number(window.page) == "4.3"


# ---- beside the question


def test_what_helps_stands_beside(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("1.3")
    criterion = TOOLKIT.criterion("1.3")
    said = words(page.answering.beside)
    for expected in (criterion.why, *criterion.evidence, criterion.first_step):
        assert expected in said
    assert "Last time: Not yet (Summer 2025)\nMoved up" in said
    assert "Resources for 1.3 (" in said
    assert page.answering.card.concerns.text().startswith("All services")
    page.arrive("6.1")
    assert page.answering.card.concerns.text().startswith("Universal and specialist services")
    hands.click(hands.button(page, "Why it matters"))
    assert not page.answering.beside.why_words.isVisible()
    hands.click(hands.button(page, "About statement 6"))
    assert TOOLKIT.statement(6).text in words(page.answering.beside)


def test_names_stay_in_the_safeguarding_system(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    for criterion, said in (("2.4", True), ("8.1", True), ("1.1", False)):
        page.arrive(criterion)
        assert page.answering.card.held_elsewhere.isVisible() is said
    assert TOOLKIT.criterion("8.2").held_elsewhere


def test_steps_show_progress_and_arrow_keys_move(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("1.3")
    steps = page.answering.steps.steps
    assert steps[0].accessibleName() == "Statement 1, Awareness"
    assert steps[0].accessibleDescription() == "6 of 6 answered"
    assert steps[0].isChecked()
    steps[0].setFocus()
    for key, there in (
        (Qt.Key.Key_Right, "2.1"), (Qt.Key.Key_End, "8.1"), (Qt.Key.Key_Right, "8.1"), (Qt.Key.Key_Left, "7.1"),
        (Qt.Key.Key_Home, "1.1"),
    ):  # fmt: skip
        press(hands, key)
        assert number(page) == there
        assert QApplication.focusWidget() in steps and QApplication.focusWidget().isChecked()
    stops = [step for step in steps if step.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [steps[0]]
    hands.click(steps[5])
    assert number(page) == "6.1"


# ---- T06, first half: nothing is typed again


def test_make_an_action(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.arrive("2.6")
    before = {item.id for item in actions.plan(sample_binder)}
    hands.type(page.answering.card.notes, "Asked the office")
    hands.clicks = 0
    hands.click(hands.button(page, "Make an action"))
    assert hands.clicks == 1
    (made,) = [item for item in actions.plan(sample_binder) if item.id not in before]
    criterion = TOOLKIT.criterion("2.6")
    assert made.fields.title == criterion.wording(ServiceType.UNIVERSAL)
    assert (made.fields.statement, made.fields.criterion) == (2, "2.6")
    assert made.fields.next_step == criterion.first_step
    assert made.fields.evidence == "\n".join(["Asked the office", *criterion.evidence])
    assert made.fields.success == criterion.looks_like.in_place
    assert made.fields.lead == "Pastoral lead"
    assert made.fields.horizon is Horizon.THREE_MONTHS and made.fields.due is not None
    assert window.notices.words.text() == "Action added to the work plan."
    assert "In the plan, due " in words(page.answering.beside)
    assert page.answering.beside.make.text() == "Make another action"
    asked: list[tuple[str, object]] = []
    window._desk.navigation.asked.disconnect(window._go)
    window._desk.navigation.asked.connect(lambda name, what: asked.append((name, what)))
    hands.click(hands.button(window.notices, "Open it"))
    hands.click(hands.button(page.answering.beside, f"Open the action: {made.fields.title}"))
    assert asked == [("work_plan", made.id)] * 2


def test_gaps_become_five_actions_in_five_clicks(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(hands.button(page, "Where we are"))
    known = view(sample_binder)
    gaps = [
        item.number
        for item in known.criteria
        if settled(known.answers.get(item.number)) in (Answer.NOT_YET, Answer.IN_PROGRESS)
    ]
    assert "Not yet (6)" in words(page.where.gaps) and "In progress (12)" in words(page.where.gaps)
    planned = {item.fields.criterion for item in actions.plan(sample_binder) if item.open}
    wanted = [gap for gap in gaps if gap not in planned][:5]
    before = len(actions.plan(sample_binder))
    for gap in wanted:
        hands.click(hands.button(page, f"Make an action for {gap}"))
    assert len(actions.plan(sample_binder)) == before + 5
    assert hands.clicks == 2 + 5
    hands.button(page, f"Make another action for {wanted[0]}")
    hands.click(hands.button(page, f"Show {wanted[0]}"))
    assert number(page) == wanted[0]


# ---- access


def test_every_control_has_a_name_and_a_role(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    for part in ("answer", "where_we_are", "compare"):
        page.arrive(part)
        page.answering.beside.history.setChecked(True)
        for made in page.findChildren(QWidget):
            if made.isVisible() and made.focusPolicy() & Qt.FocusPolicy.TabFocus:
                face = QAccessible.queryAccessibleInterface(made)
                assert face.text(QAccessible.Text.Name).strip(), f"{type(made).__name__} on {part} has no name"
                assert face.role() != QAccessible.Role.NoRole


def test_tab_walks_in_reading_order(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("1.3")
    card, beside = page.answering.card, page.answering.beside
    stops: list[QWidget] = []
    page.chips.findChildren(QWidget)[0].setFocus()
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted = [
        page.answering.steps.steps[0], card, card.previous, card.next, *card.answers.buttons, card.notes,
        beside.why.heading, beside.make, beside.history, beside.about.heading,
    ]  # fmt: skip
    places = [stops.index(made) for made in wanted]
    assert places == sorted(places)


def test_nothing_opens_a_window_of_its_own(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    """A part shown before it has a parent flashes up as a window and takes the focus away."""
    seen: set[str] = set()

    class Watch(QWidget):
        def eventFilter(self, watched: object, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                seen.add(type(watched).__name__)
            return False

    watch = Watch()
    window = open_window(sample_binder)
    QApplication.instance().installEventFilter(watch)
    page = page_of(window, hands, qtbot)
    for part in ("answer", "where_we_are", "compare", "1.4"):
        page.arrive(part)
    QApplication.instance().removeEventFilter(watch)
    assert seen == set()


@pytest.mark.parametrize("look, size", [("light", 100), ("dark", 200), ("contrast", 200)])
def test_large_letters_fit_a_small_screen(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, look: str, size: int
) -> None:
    """1366 x 768 at 200 %: no bar to the side, no word of an answer cut, the question in sight after each turn."""
    window = open_window(sample_binder)
    window.resize(1366, 768)
    window._desk.theme.apply(look, size)
    page = page_of(window, hands, qtbot)
    page.arrive("1.3")
    qtbot.wait(50)
    area = page.answering.parentWidget().parentWidget().parentWidget()
    assert area.horizontalScrollBar().maximum() == 0  # type: ignore[attr-defined]
    for made in page.answering.card.answers.buttons:
        assert made.height() >= made.heightForWidth(made.width())
    corner = page.answering.card.wording.mapTo(window, page.answering.card.wording.rect().bottomRight())
    assert window.rect().contains(corner)
    window._desk.theme.apply("light", 100)


def test_the_last_card_finishes_the_round_and_undo_opens_it_again(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    for criterion in view(sample_binder).criteria:
        assessment.answer_criterion(sample_binder, view(sample_binder).round.id, criterion.number, Answer.IN_PLACE)
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.arrive("8.6")
    page.answering.take_focus()
    press(hands, KEY[3])
    hands.click(hands.button(page, "Finish this round today"))
    assert view(sample_binder).round.finished is not None
    assert page.where.isVisible()
    sample_binder.undo()
    assert view(sample_binder).round.finished is None


@pytest.mark.parametrize("field", ["notes", "reason"])
def test_F71_words_about_a_child_are_moved_from_a_criterion_and_erased_here(
    school: Binder, open_window: Open, hands: Hands, qtbot: QtBot, field: str
) -> None:
    page = page_of(open_window(school), hands, qtbot)
    begin(page, hands)
    if field == "reason":
        press(hands, Qt.Key.Key_4)
    note: KeptNote = getattr(page.answering.card, field)
    hands.type(note, "Met pupil Lexi Brown, born 3 March 2016")
    note.clearFocus()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PrivacyNote)), timeout=5_000)
    hands.click(hands.button(page, "Move it there…"))
    dialog = page.dialog
    assert isinstance(dialog, MoveOutDialog)
    assert "Lexi Brown" in dialog.words.toPlainText()
    dialog.tick.click()
    with qtbot.waitSignal(dialog.erased):
        hands.click(dialog.erase)
    dialog.reject()
    record = view(school).record("1.1")
    assert record.notes == "" and record.why_not == ("Erased" if field == "reason" else "")
    assert note.toPlainText() == ("Erased" if field == "reason" else ""), "what stands in the field went, too"
    assert b"Lexi Brown" not in school.path.read_bytes()
