"""The work plan: the list, its filters and keys, the reading pane that saves as you type, updates, undo (T18)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.work_plan_page import WorkPlanPage
from champion_app.desktop.widgets.fields import LineField, NoteField
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.rows import Row
from champion_app.desktop.widgets.saver import PAUSE_MS
from champion_app.domain import clock
from champion_app.domain.actions import Action, ActionFields, Horizon, in_order
from champion_app.domain.dates import british
from champion_app.domain.services import Service, ServiceType
from champion_app.faults import DiskFull
from champion_app.store import actions as store
from champion_app.store.binder import Binder
from champion_app.tasks import actions
from champion_app.tasks.service import say_who_we_are
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
TODAY = clock.today()
SPITEFUL = {
    "10,000 lines": "\n".join(f"line {n}" for n in range(10_000)),
    "markup": "<b>bold</b> <img src='/etc/passwd'> & co",
    "NUL": "before\0after",
    "emoji": "well done 😀👩‍👧",
    "Arabic": "زيارة الأسرة يوم الخميس",
    "address": "Contact <jo@example.org>",
}


def settle() -> None:
    QApplication.processEvents()


def page_of(window: MainWindow, hands: Hands) -> WorkPlanPage:
    """Goes to the work plan with the sidebar's button."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(window.sidebar._buttons["work_plan"])
    settle()
    assert isinstance(window.page, WorkPlanPage)
    return window.page


@pytest.fixture
def page(open_window: Open, sample_binder: Binder, hands: Hands) -> WorkPlanPage:
    shown = page_of(open_window(sample_binder), hands)
    hands.clicks = 0
    return shown


def rows(page: WorkPlanPage) -> list[Row]:
    found = [page.list.model.row_at(page.list.model.index(place)) for place in range(page.list.model.rowCount())]
    return [row for row in found if row is not None]


def shown(page: WorkPlanPage) -> list[int]:
    return [row.id for row in rows(page)]


def click_row(page: WorkPlanPage, hands: Hands, action_id: int) -> None:
    """One press on a row."""
    place = page.list.rows.visualRect(page.list.model.place_of(action_id)).center()
    hands.clicks += 1
    QTest.mouseClick(page.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fresh(page: WorkPlanPage, action_id: int) -> Action:
    found = actions.action(page.desk.binder, action_id)
    assert found is not None
    return found


def replace_words(hands: Hands, field: NoteField | LineField, words: str) -> None:
    """Types over what stands in a field, as with Ctrl+A."""
    field.setFocus()
    field.selectAll()
    hands.type(field, words)


def notice(page: WorkPlanPage) -> str:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.notices.words.text() if window.notices.isVisible() else ""


def press_notice(page: WorkPlanPage, hands: Hands) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    hands.click(window.notices.act)


# ---- the list


def test_overdue_comes_first_with_date_and_words(page: WorkPlanPage, sample_binder: Binder) -> None:
    plan = actions.plan(sample_binder)
    first, second = plan[0], rows(page)[0].second
    assert shown(page) == [action.id for action in in_order([a for a in plan if a.open], TODAY)]
    assert rows(page)[0].state == "12 days overdue"
    assert rows(page)[0].icon == "overdue" and rows(page)[0].token == "overdue"
    assert first.fields.due is not None and second.endswith(f"by {british(first.fields.due)}")
    assert second.startswith(f"{first.fields.criterion} · {first.fields.lead}")
    assert "12 days overdue" in rows(page)[0].spoken(), "a screen reader hears the state"
    assert rows(page)[2].state == "Due in 9 days"
    assert page.count.text() == "7 open, 2 overdue, 3 closed"


def test_sidebar_counts_what_is_overdue(page: WorkPlanPage, hands: Hands) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.sidebar._buttons["work_plan"].accessibleName() == "Work plan, 2 due"
    hands.click(page.pane.close_button)
    assert window.sidebar._buttons["work_plan"].accessibleName() == "Work plan, 1 due"


def test_chips_filter_and_count(page: WorkPlanPage, hands: Hands, sample_binder: Binder) -> None:
    everything = actions.plan(sample_binder)
    for words, wanted in (
        ("Overdue 2", {a.id for a in everything if a.open and a.fields.due and a.fields.due < TODAY}),
        ("Closed 3", {a.id for a in everything if not a.open}),
        ("All 10", {a.id for a in everything}),
        ("All open 7", {a.id for a in everything if a.open}),
    ):
        hands.click(hands.button(page.list, words))
        assert set(shown(page)) == wanted
        assert page.list.shown.text().startswith(f"{len(wanted)} action")


def test_filters_by_statement_and_lead_and_clears(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    page.list.statement.setFocus()
    qtbot.keyClicks(page.list.statement, "4")
    assert shown(page) and all(fresh(page, number).fields.statement == 4 for number in shown(page))
    hands.click(hands.button(page.list, "Clear filters"))
    assert len(shown(page)) == 7
    page.list.lead.setFocus()
    qtbot.keyClicks(page.list.lead, "Deputy")
    assert [fresh(page, number).fields.lead for number in shown(page)] == ["Deputy head"]
    qtbot.keyClick(page.list.lead, Qt.Key.Key_End)
    assert shown(page) == [] and page.list.nothing.isVisible(), "nobody is without a lead in the sample"
    assert page.pane.action_id == 0 and not page.pane.area.isVisible()
    hands.click(hands.button(page.list, "Clear filters"))
    assert len(shown(page)) == 7 and not page.list.clear.isVisible()


def test_the_empty_plan_teaches(open_window: Open, new_binder: Binder, hands: Hands) -> None:
    say_who_we_are(new_binder, Service(name="St Anne's", type=ServiceType.UNIVERSAL))
    page = page_of(open_window(new_binder), hands)
    assert page.none.isVisible() and not page.both.isVisible() and not page.new.isVisible()
    assert "self-assessment" in " ".join(made.text() for made in page.none.findChildren(QLabel))
    assert nameless(page) == []
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page._dialog is not None and page._dialog.isVisible()


def test_arriving_shows_an_action_whatever_was_filtered(page: WorkPlanPage, hands: Hands) -> None:
    closed = next(a for a in actions.plan(page.desk.binder) if not a.open)
    hands.click(hands.button(page.list, "Overdue 2"))
    page.desk.navigation.go_to("work_plan", closed.id)
    assert page.pane.action_id == closed.id == page.list.action_id
    assert page.pane.title.toPlainText() == closed.fields.title
    page.desk.navigation.go_to("work_plan", 999_999)
    assert page.pane.action_id == closed.id, "an action that is gone changes nothing"


# ---- keys


def test_keys_of_the_page(page: WorkPlanPage, qtbot: QtBot) -> None:
    view = page.list.rows
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    second = page.list.action_id
    assert page.pane.action_id == second == shown(page)[1]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.pane.title.hasFocus()
    qtbot.keyClick(page.pane.title, Qt.Key.Key_Escape)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert page.pane.title.hasFocus() and page.pane.title.textCursor().hasSelection()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_U)
    assert page.pane.add_update.note.hasFocus()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert page._dialog is not None and page._dialog.isVisible()


def test_letters_typed_in_a_field_are_only_letters(page: WorkPlanPage, qtbot: QtBot) -> None:
    first = page.list.action_id
    for field in (page.pane.title, page.pane.due.line, page.pane.add_update.note):
        field.setFocus()
        for key in (Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_Delete, Qt.Key.Key_F2):
            field.setFocus()
            qtbot.keyClick(field, key)
    assert page._dialog is None
    assert page.list.action_id == first and fresh(page, first)
    qtbot.keyClick(page.pane.close_button, Qt.Key.Key_N)
    assert page._dialog is not None, "on a button N is the page's"


def test_tab_walks_through_the_pane_in_reading_order(page: WorkPlanPage, qtbot: QtBot) -> None:
    pane = page.pane
    pane.title.setFocus()
    walked = []
    for _ in range(18):
        focus = QApplication.focusWidget()
        walked.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted: list[QWidget] = [pane.title, pane.statement, pane.criterion, pane.due.line, pane.lead, pane.next_step]
    wanted += [pane.evidence, pane.budget, pane.success, pane.target, pane.actual, pane.add_update.note]
    places = [walked.index(field) for field in wanted]
    assert places == sorted(places)


# ---- the pane saves what is typed


def test_every_field_is_saved_as_typed(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    action_id, pane = page.pane.action_id, page.pane
    fields = {name: getattr(pane, name) for name in
              ("title", "lead", "next_step", "evidence", "budget", "success", "target", "actual")}  # fmt: skip
    for name, field in fields.items():
        replace_words(hands, field, f"new {name}")
    replace_words(hands, pane.due.line, "3 march 2027")
    qtbot.waitUntil(lambda: fresh(page, action_id).fields.due is not None
                    and british(fresh(page, action_id).fields.due) == "3 March 2027", timeout=2_000)  # fmt: skip
    saved = fresh(page, action_id).fields
    assert {name: getattr(saved, name) for name in fields} == {name: f"new {name}" for name in fields}
    assert pane.due.line.text() == "3 march 2027", "a pause leaves the words alone"
    pane.title.setFocus()
    assert pane.due.line.text() == "3 March 2027"
    hands.click(hands.button(pane, "Within six months"))
    assert fresh(page, action_id).fields.horizon is Horizon.SIX_MONTHS
    pane.statement.setFocus()
    qtbot.keyClicks(pane.statement, "7")
    assert (fresh(page, action_id).fields.statement, fresh(page, action_id).fields.criterion) == (7, "")
    pane.criterion.setFocus()
    qtbot.keyClicks(pane.criterion, "4.2")
    assert (fresh(page, action_id).fields.statement, fresh(page, action_id).fields.criterion) == (4, "4.2")
    assert pane.statement.currentText().startswith("4.")


def test_saving_while_typing_leaves_the_words_and_the_cursor_alone(page: WorkPlanPage, hands: Hands) -> None:
    field = page.pane.title
    replace_words(hands, field, "Order ")
    QTest.qWait(PAUSE_MS + 150)
    assert fresh(page, page.pane.action_id).fields.title == "Order"
    hands.type(field, "posters")
    QTest.qWait(PAUSE_MS + 150)
    assert field.toPlainText() == "Order posters" and field.hasFocus()
    assert rows(page)[0].title == "Order posters"


def test_an_action_does_not_leave_under_the_typing(page: WorkPlanPage, hands: Hands) -> None:
    hands.click(hands.button(page.list, "Overdue 2"))
    first = page.pane.action_id
    replace_words(hands, page.pane.due.line, british(TODAY + timedelta(days=40)))
    page.pane.lead.setFocus()
    assert page.pane.action_id == first and first in shown(page)
    assert rows(page)[-1].state == "Open"
    click_row(page, hands, next(number for number in shown(page) if number != first))
    hands.click(hands.button(page.list, "Overdue 1"))
    assert first not in shown(page)


def test_a_bad_date_keeps_its_words_and_lets_the_rest_be_saved(page: WorkPlanPage, hands: Hands) -> None:
    first, due = page.pane.action_id, fresh(page, page.pane.action_id).fields.due
    replace_words(hands, page.pane.due.line, "31 Feb")
    replace_words(hands, page.pane.lead, "Head teacher")
    assert "only 2" in page.pane.due.help.text() and page.pane.due.help.isVisible()
    page.flush()
    assert fresh(page, first).fields.lead == "Head teacher"
    assert fresh(page, first).fields.due == due
    click_row(page, hands, shown(page)[1])
    assert page.pane.due.line.text() != "31 Feb" and not page.pane.due.help.isVisible()
    click_row(page, hands, first)
    assert page.pane.due.line.text() == "31 Feb" and page.pane.due.help.isVisible(), "the words came back, with help"
    replace_words(hands, page.pane.due.line, "28 Feb 2027")
    page.pane.lead.setFocus()
    assert british(fresh(page, first).fields.due or TODAY) == "28 February 2027"
    assert not page.pane.due.help.isVisible() and page.desk.drafts.find(f"action {first}") == {}


def test_an_empty_title_is_refused_beside_the_field(page: WorkPlanPage, hands: Hands) -> None:
    first, title = page.pane.action_id, fresh(page, page.pane.action_id).fields.title
    replace_words(hands, page.pane.title, "")
    page.pane.title.clear()
    page.flush()
    frame = page.pane.title.parentWidget()
    assert frame is not None and any("is empty" in made.text() for made in frame.findChildren(QLabel))
    assert fresh(page, first).fields.title == title
    click_row(page, hands, shown(page)[1])
    click_row(page, hands, first)
    assert page.pane.title.toPlainText() == title


@pytest.mark.parametrize("words", SPITEFUL.values(), ids=SPITEFUL.keys())
def test_spiteful_words_in_every_field(page: WorkPlanPage, hands: Hands, words: str) -> None:
    first, pane = page.pane.action_id, page.pane
    names = ("next_step", "evidence", "budget", "success", "target", "actual")
    for field in (pane.title, pane.lead, *(getattr(pane, name) for name in names)):
        field.setPlainText(words)
    pane.add_update.note.setPlainText(words)
    hands.click(pane.add_update.add)
    page.flush()
    saved, wanted = fresh(page, first), words.replace("\0", "")
    assert {getattr(saved.fields, name) for name in names} == {wanted}
    assert saved.latest_update is not None and saved.latest_update.text == wanted
    short = len(wanted) < 400
    assert (saved.fields.title == wanted) is short, "a title of 10,000 lines is refused, with help"
    click_row(page, hands, shown(page)[1])
    click_row(page, hands, first)
    assert pane.title.toPlainText() == (wanted if short else words), "refused words come back too"
    labels = page.findChildren(QLabel)
    assert all(made.textFormat() is Qt.TextFormat.PlainText or not made.text() for made in labels)


def test_what_is_being_typed_is_saved_when_the_window_closes(
    open_window: Open, sample_binder: Binder, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    first = page.pane.action_id
    replace_words(hands, page.pane.evidence, "Half a sent")
    replace_words(hands, page.pane.due.line, "soon")
    hands.type(page.pane.add_update.note, "Half an upd")
    window.close()
    assert not window.isVisible()
    again = page_of(open_window(sample_binder), hands)
    assert fresh(again, first).fields.evidence == "Half a sent"
    assert again.pane.action_id == first
    assert again.pane.due.line.text() == "soon" and again.pane.due.help.isVisible()
    assert again.pane.add_update.note.toPlainText() == "Half an upd"
    assert len(fresh(again, first).updates) == 2, "it was not added, only kept"
    hands.click(again.pane.add_update.add)
    assert again.desk.drafts.find(f"update {first}") == {}


def test_a_full_disk_keeps_the_words_on_the_screen(
    page: WorkPlanPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page.pane.action_id

    def full(*args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store, "change", full)
    replace_words(hands, page.pane.evidence, "Do not lose me")
    click_row(page, hands, shown(page)[1])
    assert page.pane.action_id == first and page.pane.evidence.toPlainText() == "Do not lose me"
    assert "disk is full" in notice(page)
    window = page.window()
    window.close()
    assert window.isVisible(), "the window stays while words would be lost"
    monkeypatch.undo()
    page.flush()
    assert fresh(page, first).fields.evidence == "Do not lose me"


def test_undo_shows_in_the_pane_and_takes_back_one_field(page: WorkPlanPage, hands: Hands) -> None:
    first, before = page.pane.action_id, fresh(page, page.pane.action_id).fields
    replace_words(hands, page.pane.lead, "Governor")
    replace_words(hands, page.pane.budget, "£5")
    page.list.rows.setFocus()
    window = page.window()
    assert isinstance(window, MainWindow)
    hands.click(window.top_bar.undo)
    assert (page.pane.budget.toPlainText(), page.pane.lead.toPlainText()) == (before.budget, "Governor")
    hands.click(window.top_bar.undo)
    assert fresh(page, first).fields == before and page.pane.lead.toPlainText() == before.lead


# ---- updates (T18)


def test_T18_five_updates(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    first_five = shown(page)[:5]
    before = {number: fresh(page, number).updates for number in first_five}
    assert rows(page)[0].state == "12 days overdue" and rows(page)[1].state == "5 days overdue"
    hands.clicks = 0
    for number in first_five:
        click_row(page, hands, number)
        hands.press(page.list.rows, Qt.Key.Key_U)
        hands.type(page.pane.add_update.note, f"Went on with {number}")
        hands.press(page.pane.add_update.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert hands.clicks == 15, "three presses an action"
    for number in first_five:
        now = fresh(page, number).updates
        assert now[:-1] == before[number], "older updates are never altered"
        assert (now[-1].text, now[-1].day) == (f"Went on with {number}", TODAY)


def test_updates_are_read_newest_first_and_cannot_be_edited(page: WorkPlanPage, hands: Hands) -> None:
    action = fresh(page, 1)
    said = [made.text() for made in page.pane.updates.findChildren(QLabel) if made.isVisibleTo(page.pane.updates)]
    places = [said.index(update.text) for update in action.updates]
    assert places == sorted(places, reverse=True) and british(action.updates[-1].day) in said
    assert page.pane.updates.heading.text() == "2 updates"
    assert british(action.updates[-1].day) in page.pane.add_update.latest.text()
    assert all(field.isReadOnly() for field in page.pane.updates.findChildren(GrowingNote))


def test_an_empty_update_is_refused_and_an_update_can_be_undone(page: WorkPlanPage, hands: Hands) -> None:
    first = page.pane.action_id
    hands.click(page.pane.add_update.add)
    assert "is empty" in page.pane.add_update.field.problem.text()
    assert len(fresh(page, first).updates) == 2
    hands.type(page.pane.add_update.note, "Rang them")
    hands.click(page.pane.add_update.add)
    assert notice(page) == "Update added." and page.pane.add_update.note.toPlainText() == ""
    assert not page.pane.add_update.field.problem.isVisible()
    press_notice(page, hands)
    assert len(fresh(page, first).updates) == 2 and page.pane.updates.heading.text() == "2 updates"


def test_words_of_an_update_stay_with_their_action(page: WorkPlanPage, hands: Hands) -> None:
    first, second = shown(page)[:2]
    hands.type(page.pane.add_update.note, "Not finished")
    click_row(page, hands, second)
    assert page.pane.add_update.note.toPlainText() == ""
    click_row(page, hands, first)
    assert page.pane.add_update.note.toPlainText() == "Not finished"


def test_many_and_long_updates_are_shown_when_asked_for(page: WorkPlanPage, hands: Hands) -> None:
    first = page.pane.action_id
    for number in range(8):
        actions.add_update(page.desk.binder, first, f"Update {number} {'long ' * 400 if number == 7 else ''}")
    settle()
    page.pane.area.ensureWidgetVisible(page.pane.updates.more)
    assert page.pane.updates.heading.text() == "10 updates" and page.pane.updates.more.isVisible()
    hands.click(page.pane.updates.more)
    settle()
    said = [made.text() for made in page.pane.updates.findChildren(QLabel)]
    assert "Update 0" in said and not page.pane.updates.more.isVisible()
    assert page.pane.updates.findChild(GrowingNote).toPlainText().startswith("Update 7 long")


# ---- closing, reopening, removing


def test_closing_reopening_and_undo(page: WorkPlanPage, hands: Hands) -> None:
    first, second = shown(page)[:2]
    hands.click(page.pane.close_button)
    assert fresh(page, first).closed_on == TODAY and first not in shown(page)
    assert page.pane.action_id == second, "the next one is ready"
    assert notice(page) == "Action closed."
    press_notice(page, hands)
    assert fresh(page, first).open and first in shown(page)
    hands.click(hands.button(page.list, "Closed 3"))
    closed = page.pane.action_id
    assert rows(page)[0].state.startswith("Closed ") and page.pane.close_button.text() == "Reopen action"
    hands.click(page.pane.close_button)
    assert fresh(page, closed).open and notice(page) == "Action reopened."


def test_removing_asks_nothing_and_can_be_undone(page: WorkPlanPage, hands: Hands) -> None:
    first = page.pane.action_id
    before = fresh(page, first)
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    assert actions.action(page.desk.binder, first) is None and notice(page) == "Action removed."
    press_notice(page, hands)
    assert fresh(page, first) == before, "it came back with its updates"
    page.arrive(first)
    hands.click(page.pane.remove)
    assert first not in shown(page)


def test_undo_of_the_notice_never_takes_back_something_else(page: WorkPlanPage, hands: Hands) -> None:
    first = page.pane.action_id
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    other = page.pane.action_id
    replace_words(hands, page.pane.lead, "Somebody new")
    page.flush()
    press_notice(page, hands)
    assert fresh(page, other).fields.lead == "Somebody new"
    assert actions.action(page.desk.binder, first) is None and "one step at a time" in notice(page)


# ---- all sizes


def test_narrow_window_takes_turns(page: WorkPlanPage, hands: Hands, qtbot: QtBot) -> None:
    window = page.window()
    window.resize(700, 600)
    settle()
    assert page.list.isVisible() and not page.pane.isVisible()
    click_row(page, hands, shown(page)[1])
    settle()
    assert page.pane.isVisible() and not page.list.isVisible() and page.pane.back.isVisible()
    hands.click(page.pane.back)
    settle()
    assert page.list.isVisible() and page.list.rows.hasFocus()
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Return)
    settle()
    assert page.pane.title.hasFocus()
    qtbot.keyClick(page.pane.title, Qt.Key.Key_Escape)
    assert page.list.isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name(page: WorkPlanPage, size: int) -> None:
    page.desk.theme.apply(text_size=size)
    page.both.read()
    settle()
    assert nameless(page) == []
    assert {"Completion date", "Lead", "Add update", "Remove"} <= set(control_names(page))
    page.desk.theme.apply(text_size=100)


def test_three_thousand_actions_stay_usable(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    with sample_binder.atomic("raise_action"):
        for number in range(3_000):
            due = TODAY + timedelta(days=number % 400 - 200)
            fields = ActionFields(f"Action {number}", number % 9, lead=f"Lead {number % 50}", due=due)
            store.add_update(sample_binder, store.add(sample_binder, fields, TODAY), TODAY, "Begun")
    page = page_of(open_window(sample_binder), hands)
    assert len(shown(page)) == 3_007
    last = shown(page)[-1]
    page.arrive(last)
    assert page.pane.action_id == last
    replace_words(hands, page.pane.title, "The very last one")
    page.flush()
    assert rows(page)[-1].title == "The very last one"
    hands.click(hands.button(page.list, f"Overdue {page.list.chips.chosen and actions.overdue_count(sample_binder)}"))
    assert len(shown(page)) == actions.overdue_count(sample_binder)
