"""New actions, one after the other: T06's clicks, nothing retyped, drafts, faults beside the field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.action_dialog import DRAFT, ActionDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.work_plan_page import WorkPlanPage
from champion_app.desktop.widgets.saver import PAUSE_MS
from champion_app.domain import clock
from champion_app.domain.actions import Action, Horizon, suggested_due
from champion_app.domain.dates import british
from champion_app.domain.services import Service, ServiceType
from champion_app.faults import DiskFull
from champion_app.store import actions as store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment
from champion_app.tasks.service import say_who_we_are
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.test_work_plan_page import SPITEFUL, page_of

Open = Callable[[Binder], MainWindow]
TODAY = clock.today()
TOOLKIT = load_toolkit()
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def school(new_binder: Binder) -> Binder:
    """A school that has named itself and done nothing else."""
    say_who_we_are(new_binder, Service(name="St Anne's", type=ServiceType.UNIVERSAL, role="Pastoral lead"))
    return new_binder


@pytest.fixture
def page(open_window: Open, school: Binder, hands: Hands) -> WorkPlanPage:
    shown = page_of(open_window(school), hands)
    hands.clicks = 0
    return shown


def open_dialog(page: WorkPlanPage, hands: Hands) -> ActionDialog:
    """N, as from the keyboard."""
    hands.press(page, Qt.Key.Key_N)
    assert page._dialog is not None
    wait_for(page._dialog)
    return page._dialog


def wait_for(dialog: ActionDialog) -> None:
    """Until the keyboard is the dialog's."""
    for _ in range(100):
        if QApplication.activeWindow() is dialog:
            return
        QTest.qWait(10)
    raise AssertionError("the dialog never became active")


def enter(hands: Hands) -> None:
    """Enter, wherever the keyboard is: a list of suggestions hanging open gets it first."""
    popup = QApplication.activePopupWidget()
    where = popup or QApplication.focusWidget()
    assert where is not None
    hands.press(where, Qt.Key.Key_Return)


def plan(page: WorkPlanPage) -> list[Action]:
    return sorted(actions.plan(page.desk.binder), key=lambda action: action.id)


# ---- T06


def test_T06_five_actions_in_eight_clicks_and_nothing_retyped(open_window: Open, school: Binder, hands: Hands) -> None:
    assessment.start_round(school, TOOLKIT)
    window = open_window(school)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window._desk.navigation.go_to("assessment", "1.1")
    assert window.page is not None
    hands.click(hands.button(window.page, "Make an action"))
    window._desk.navigation.go_to("assessment", "1.2")
    hands.click(hands.button(window.page, "Make an action"))
    page = page_of(window, hands)
    dialog = open_dialog(page, hands)
    for number in ("1.3", "2.1", "2.2"):
        assert dialog.criterion.hasFocus(), "ready for the next one"
        hands.type(QApplication.focusWidget(), number)
        enter(hands)
    assert hands.clicks <= 8, f"{hands.clicks} clicks"
    raised = plan(page)
    assert [action.fields.criterion for action in raised] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    for action in raised[2:]:
        criterion = TOOLKIT.criterion(action.fields.criterion)
        assert action.fields.title == criterion.wording(ServiceType.UNIVERSAL)
        assert action.fields.statement == criterion.statement
        assert action.fields.next_step == criterion.first_step
        assert action.fields.evidence == "\n".join(criterion.evidence)
        assert action.fields.success == criterion.looks_like.in_place
        assert action.fields.lead == "Pastoral lead"
        assert action.fields.horizon is Horizon.THREE_MONTHS
        assert action.fields.due == suggested_due(Horizon.THREE_MONTHS, TODAY)


def test_three_actions_from_nothing(page: WorkPlanPage, hands: Hands) -> None:
    hands.click(hands.button(page, "Write the first action"))
    dialog = page._dialog
    assert dialog is not None
    wait_for(dialog)
    for title in ("Order posters", "Brief the office", "Meet the governor"):
        dialog.title.setFocus()
        hands.type(dialog.title, title)
        enter(hands)
    assert hands.clicks == 4
    assert "3 added. The last one: Meet the governor" in dialog.ui.told.text()
    hands.press(dialog, Qt.Key.Key_Escape)
    assert [action.fields.title for action in plan(page)] == ["Order posters", "Brief the office", "Meet the governor"]
    assert page.pane.title.toPlainText() == "Meet the governor", "the last one is shown"
    assert page.list.isVisible() and not page.none.isVisible()


# ---- filling in


def test_a_criterion_is_chosen_by_number_or_from_the_list(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = open_dialog(page, hands)
    hands.type(dialog.criterion.lineEdit(), "4.2")
    four_two = TOOLKIT.criterion("4.2").wording(ServiceType.UNIVERSAL)
    assert dialog.title.toPlainText() == four_two == dialog.ui.wording.text() and dialog.ui.wording.isVisible()
    assert dialog.statement.currentText().startswith("4.")
    dialog.criterion.completer().popup().hide()
    qtbot.keyClick(dialog.criterion, Qt.Key.Key_Down)
    number = dialog.criterion.text().split(" ")[0]
    assert dialog.title.toPlainText() == TOOLKIT.criterion(number).wording(ServiceType.UNIVERSAL), "nobody typed there"
    offered = [dialog.criterion.itemText(place).split(" ")[0] for place in range(dialog.criterion.count())]
    assert offered == [criterion.number for criterion in TOOLKIT.criteria_for(ServiceType.UNIVERSAL)]


def test_own_words_are_never_replaced_by_a_criterion(page: WorkPlanPage, hands: Hands) -> None:
    dialog = open_dialog(page, hands)
    hands.type(dialog.title, "My own words")
    hands.type(dialog.criterion.lineEdit(), "4.2")
    assert dialog.title.toPlainText() == "My own words"
    assert dialog.next_step.toPlainText() == TOOLKIT.criterion("4.2").first_step
    enter(hands)
    assert plan(page)[0].fields.title == "My own words" and plan(page)[0].fields.criterion == "4.2"


def test_evidence_notes_of_the_assessment_come_along(page: WorkPlanPage, hands: Hands) -> None:
    binder = page.desk.binder
    a_round = assessment.start_round(binder, TOOLKIT)
    assessment.note_evidence(binder, a_round, "4.2", "The old list is in the office")
    dialog = open_dialog(page, hands)
    hands.type(dialog.criterion.lineEdit(), "4.2")
    assert dialog.evidence.toPlainText().startswith("The old list is in the office\n")


def test_the_date_follows_the_plan_until_it_is_typed(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = open_dialog(page, hands)
    assert dialog.due.line.text() == british(suggested_due(Horizon.THREE_MONTHS, TODAY))
    dialog.horizon.setFocus()
    qtbot.keyClick(dialog.horizon, Qt.Key.Key_Up)
    assert dialog.due.line.text() == british(suggested_due(Horizon.THIS_MONTH, TODAY))
    dialog.due.line.setFocus()
    dialog.due.line.selectAll()
    hands.type(dialog.due.line, "1 May 2027")
    dialog.horizon.setFocus()
    qtbot.keyClick(dialog.horizon, Qt.Key.Key_Down)
    assert dialog.due.line.text() == "1 May 2027"


def test_who_leads_and_the_plan_stay_for_the_next_one(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = open_dialog(page, hands)
    dialog.horizon.setFocus()
    qtbot.keyClick(dialog.horizon, Qt.Key.Key_Down)
    line = dialog.lead.lineEdit()
    line.setFocus()
    line.selectAll()
    hands.type(line, "Deputy head")
    for title in ("One", "Two"):
        dialog.title.setFocus()
        hands.type(dialog.title, title)
        enter(hands)
    assert {(a.fields.lead, a.fields.horizon) for a in plan(page)} == {("Deputy head", Horizon.SIX_MONTHS)}


def test_enter_and_ctrl_enter_add_from_every_field(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = open_dialog(page, hands)
    ways = [(dialog.title, Qt.KeyboardModifier.NoModifier), (dialog.next_step, CTRL), (dialog.evidence, CTRL),
            (dialog.due.line, Qt.KeyboardModifier.NoModifier), (dialog.statement, Qt.KeyboardModifier.NoModifier),
            (dialog.lead.lineEdit(), Qt.KeyboardModifier.NoModifier)]  # fmt: skip
    for done, (where, held) in enumerate(ways):
        dialog.title.setFocus()
        hands.type(dialog.title, f"Action {done}")
        where.setFocus()
        qtbot.keyClick(where, Qt.Key.Key_Return, held)
        assert len(dialog.added) == done + 1, f"{where} added it once"
    dialog.title.setFocus()
    hands.type(dialog.title, "First line")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.type(dialog.title, "second")
    qtbot.keyClick(dialog.next_step, Qt.Key.Key_Return)
    assert dialog.next_step.toPlainText() == "\n", "Enter begins a new line in a note"
    before = len(dialog.added)
    dialog.ui.add_and_close.setFocus()
    qtbot.keyClick(dialog.ui.add_and_close, Qt.Key.Key_Tab)
    assert dialog.ui.cancel.hasFocus() and len(dialog.added) == before
    hands.click(dialog.ui.add_and_close)
    assert plan(page)[-1].fields.title == "First line second" and page._dialog is None


# ---- faults and spiteful words


def test_a_bad_date_stands_with_its_help_and_nothing_is_lost(page: WorkPlanPage, hands: Hands) -> None:
    dialog = open_dialog(page, hands)
    hands.type(dialog.title, "Order posters")
    dialog.due.line.selectAll()
    hands.type(dialog.due.line, "31 Feb")
    hands.click(dialog.ui.add)
    assert plan(page) == [] and dialog.due.help.isVisible() and "only 2" in dialog.due.help.text()
    assert (dialog.title.toPlainText(), dialog.due.line.text()) == ("Order posters", "31 Feb")
    dialog.due.line.selectAll()
    hands.type(dialog.due.line, "28 Feb 2027")
    hands.click(dialog.ui.add)
    assert len(plan(page)) == 1 and not dialog.due.help.isVisible()


def test_an_empty_title_is_said_beside_it(page: WorkPlanPage, hands: Hands) -> None:
    dialog = open_dialog(page, hands)
    hands.press(dialog.criterion.lineEdit(), Qt.Key.Key_Return)
    assert dialog.ui.problem.isVisible() and "is empty" in dialog.ui.problem.text() and dialog.title.hasFocus()
    hands.type(dialog.title, "Now with words")
    assert not dialog.ui.problem.isVisible()


@pytest.mark.parametrize("words", SPITEFUL.values(), ids=SPITEFUL.keys())
def test_spiteful_words_in_every_field(page: WorkPlanPage, hands: Hands, words: str) -> None:
    dialog = open_dialog(page, hands)
    short = len(words) < 400
    dialog.title.setPlainText(words if short else "Short")
    for note in (dialog.next_step, dialog.evidence):
        note.setPlainText(words)
    dialog.lead.setEditText(words if short else "Lead")
    dialog.criterion.setEditText(words)
    hands.click(dialog.ui.add)
    assert plan(page) == [] and "No criterion is called" in dialog.ui.problem.text()
    dialog.criterion.clear()
    hands.click(dialog.ui.add)
    fields, wanted = plan(page)[0].fields, words.replace("\0", "")
    assert (fields.next_step, fields.evidence, fields.criterion) == (wanted, wanted, "")
    assert not short or (fields.title, fields.lead) == (wanted, wanted)
    assert all(made.textFormat() is Qt.TextFormat.PlainText for made in dialog.findChildren(QLabel))


def test_a_full_disk_keeps_the_dialog_open(page: WorkPlanPage, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = open_dialog(page, hands)

    def full(*args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store, "add", full)
    hands.type(dialog.title, "Do not lose me")
    hands.click(dialog.ui.add_and_close)
    assert dialog.isVisible() and "disk is full" in dialog.ui.problem.text()
    assert dialog.title.toPlainText() == "Do not lose me"


# ---- drafts


def test_words_come_back_after_the_window_was_closed(open_window: Open, school: Binder, hands: Hands) -> None:
    window = open_window(school)
    dialog = open_dialog(page_of(window, hands), hands)
    hands.type(dialog.criterion.lineEdit(), "4.2")
    dialog.title.setFocus()
    dialog.title.selectAll()
    hands.type(dialog.title, "Half a thou")
    dialog.due.line.selectAll()
    hands.type(dialog.due.line, "31 Feb")
    window.close()
    again = page_of(open_window(school), hands)
    back = open_dialog(again, hands)
    assert back.ui.draft.isVisible()
    assert (back.title.toPlainText(), back.due.line.text()) == ("Half a thou", "31 Feb")
    assert back.criterion.text().startswith("4.2") and back.statement.currentText().startswith("4.")
    back.due.line.selectAll()
    hands.type(back.due.line, "1 May 2027")
    hands.click(back.ui.add_and_close)
    assert plan(again)[0].fields.title == "Half a thou" and plan(again)[0].fields.criterion == "4.2"
    assert plan(again)[0].fields.next_step == TOOLKIT.criterion("4.2").first_step
    assert again.desk.drafts.find(DRAFT) == {}


def test_words_are_kept_two_seconds_after_typing(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    dialog = open_dialog(page, hands)
    hands.type(dialog.title, "Kill me now")
    qtbot.waitUntil(lambda: page.desk.drafts.find(DRAFT).get("title") == "Kill me now", timeout=PAUSE_MS + 1_400)


def test_escape_keeps_the_words_and_they_can_be_thrown_away(page: WorkPlanPage, hands: Hands) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    dialog = open_dialog(page, hands)
    hands.type(dialog.title, "Not now")
    hands.press(dialog.title, Qt.Key.Key_Escape)
    assert page._dialog is None and "when you begin an action again" in window.notices.words.text()
    again = open_dialog(page, hands)
    assert again.title.toPlainText() == "Not now"
    hands.click(again.ui.afresh)
    assert again.title.toPlainText() == "" and not again.ui.draft.isVisible()
    assert page.desk.drafts.find(DRAFT) == {} and again.lead.text() == "Pastoral lead"
    hands.type(again.title, "Another")
    hands.press(again.title, Qt.Key.Key_Escape)
    hands.click(window.notices.act)
    assert page.desk.drafts.find(DRAFT) == {}


def test_closing_an_untouched_dialog_says_nothing(page: WorkPlanPage, hands: Hands) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    dialog = open_dialog(page, hands)
    dialog.title.setPlainText("x")
    dialog.title.clear()
    dialog.ui.cancel.setFocus()
    hands.press(dialog.ui.cancel, Qt.Key.Key_Return)
    assert page._dialog is None and not window.notices.isVisible()


def test_adding_can_be_undone(page: WorkPlanPage, hands: Hands) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    dialog = open_dialog(page, hands)
    hands.type(dialog.title, "One")
    hands.click(dialog.ui.add_and_close)
    hands.click(window.notices.act)
    assert plan(page) == []


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_a_label(page: WorkPlanPage, hands: Hands, size: int) -> None:
    page.desk.theme.apply(text_size=size)
    dialog = open_dialog(page, hands)
    assert nameless(dialog) == []
    # On Linux a list to choose from is named by its label (the buddy), and its text is what is chosen.
    assert {"What you want to do", "Completion date", "Lead", "Next step"} <= set(control_names(dialog))
    labelled = {made.buddy() for made in dialog.findChildren(QLabel)}
    for field in (dialog.criterion, dialog.title, dialog.next_step, dialog.evidence, dialog.statement, dialog.horizon,
                  dialog.due.line, dialog.lead):  # fmt: skip
        assert field in labelled
    assert dialog.height() <= page.window().height() and dialog.width() <= page.window().width()
    page.desk.theme.apply(text_size=100)


def test_words_typed_where_the_criterion_belongs_are_not_thrown_away(page: WorkPlanPage, hands: Hands) -> None:
    dialog = open_dialog(page, hands)
    hands.type(dialog.criterion, "Ask the library for a quiet corner")
    hands.type(dialog.title, "A corner")
    hands.click(dialog.ui.add_and_close)
    assert dialog.isVisible() and plan(page) == []
    assert "No criterion is called “Ask the library for a quiet corner”" in dialog.ui.problem.text()
    assert dialog.criterion.hasFocus() and dialog.criterion.text() == "Ask the library for a quiet corner"
    dialog.criterion.clear()
    hands.click(dialog.ui.add_and_close)
    assert [action.fields.title for action in plan(page)] == ["A corner"]
