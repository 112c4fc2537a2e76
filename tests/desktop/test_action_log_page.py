"""The action log: an entry in ten seconds, templates, filters, correcting in place, undo, drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.action_log_page import ActionLogPage
from champion_app.desktop.pages.work_plan_page import WorkPlanPage
from champion_app.desktop.widgets.fields import LineField, NoteField
from champion_app.desktop.widgets.log_card import DRAFT
from champion_app.desktop.widgets.privacy_note import PrivacyNote
from champion_app.desktop.widgets.rows import Row
from champion_app.desktop.widgets.saver import PAUSE_MS
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.log_entries import LogEntry, LogFields, LogTemplate, Reached
from champion_app.domain.services import Service, ServiceType
from champion_app.faults import DiskFull
from champion_app.store import log_entries as store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, log_entries
from champion_app.tasks.service import say_who_we_are
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.test_work_plan_page import SPITEFUL

Open = Callable[[Binder], MainWindow]
TODAY = clock.today()
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    QApplication.processEvents()


def page_of(window: MainWindow, hands: Hands) -> ActionLogPage:
    """Goes to the action log with the sidebar's button."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Action log"))
    settle()
    assert isinstance(window.page, ActionLogPage)
    return window.page


@pytest.fixture
def page(open_window: Open, sample_binder: Binder, hands: Hands) -> ActionLogPage:
    shown = page_of(open_window(sample_binder), hands)
    hands.clicks = 0
    return shown


def rows(page: ActionLogPage | WorkPlanPage) -> list[Row]:
    found = [page.list.model.row_at(page.list.model.index(place)) for place in range(page.list.model.rowCount())]
    return [row for row in found if row is not None]


def shown(page: ActionLogPage) -> list[int]:
    return [row.id for row in rows(page)]


def click_row(page: ActionLogPage, hands: Hands, entry_id: int) -> None:
    place = page.list.rows.visualRect(page.list.model.place_of(entry_id)).center()
    hands.clicks += 1
    QTest.mouseClick(page.list.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fresh(page: ActionLogPage, entry_id: int) -> LogEntry:
    found = log_entries.entry(page.desk.binder, entry_id)
    assert found is not None
    return found


def newest(page: ActionLogPage) -> LogEntry:
    return max(log_entries.log(page.desk.binder), key=lambda entry: entry.id)


def replace_words(hands: Hands, field: NoteField | LineField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    hands.type(field, words)


def window_of(page: ActionLogPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


# ---- ten seconds


def test_a_line_in_two_clicks_from_anywhere(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.type(QApplication.focusWidget(), "Talked with the office")
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert hands.clicks == 2
    assert newest(page).fields == LogFields("Talked with the office", TODAY)
    assert rows(page)[0].title == "Talked with the office" and page.pane.entry_id == newest(page).id
    assert page.card.what.toPlainText() == "" and page.card.what.hasFocus(), "ready for the next"
    assert window_of(page).notices.words.text() == "Logged."
    hands.click(window_of(page).notices.act)
    assert "Talked with the office" not in [row.title for row in rows(page)]


def test_a_template_fills_in_words_statement_and_kind(page: ActionLogPage, hands: Hands) -> None:
    hands.click(hands.button(page.card, "Leaflets given out"))
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert hands.clicks == 2
    template = next(t for t in log_entries.templates(page.desk.binder) if t.name == "Leaflets given out")
    entry = newest(page).fields
    assert (entry.what, entry.statement) == (template.what, template.statement)
    assert entry.reached_kind is template.reached_kind
    hands.click(hands.button(page.card, "Staff briefing"))
    hands.click(hands.button(page.card, "Network meeting"))
    # An untouched template is replaced.
    assert page.card.what.toPlainText() == "Went to the local champions' network meeting"
    hands.type(page.card.what, " in Bath")
    hands.click(hands.button(page.card, "Staff briefing"))
    assert page.card.what.toPlainText().endswith("network meeting in Bath"), "typed words are never lost"


def test_everything_of_an_entry(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    card = page.card
    hands.type(card.what, "Hidden Sentence training")
    replace_words(hands, card.day.line, "yesterday")
    card.statement.setFocus()
    qtbot.keyClicks(card.statement, "2")
    replace_words(hands, card.reached, "1,200")
    card.kind.setFocus()
    qtbot.keyClicks(card.kind, "Fam")
    hands.click(card.more.heading)
    settle()
    card.action.setFocus()
    qtbot.keyClicks(card.action, "1.3")
    linked = next(a for a in actions.plan(page.desk.binder) if a.open and a.fields.criterion == "1.3")
    card.criterion.setFocus()
    qtbot.keyClicks(card.criterion, "1.3")
    qtbot.keyClick(card.criterion, Qt.Key.Key_Return)
    assert newest(page).fields == LogFields(
        "Hidden Sentence training", TODAY - timedelta(days=1), 1, "1.3", linked.id, 1_200, Reached.FAMILIES
    )
    assert newest(page).action_title == linked.fields.title
    assert card.day.line.text() == british(TODAY), "the next one is today's again"
    row = next(row for row in rows(page) if row.id == newest(page).id)
    yesterday = british(TODAY - timedelta(days=1))
    assert row.second == f"{yesterday} · 1.3 · 1200 families · {linked.fields.title}"


def test_an_action_brings_its_statement(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    hands.click(page.card.more.heading)
    settle()
    page.card.action.setFocus()
    qtbot.keyClicks(page.card.action, "4.2")
    assert page.card.statement.currentText().startswith("4.")


def test_enter_logs_from_every_field_once(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    card, before = page.card, len(shown(page))
    ways = [(card.what, CTRL), (card.what, Qt.KeyboardModifier.NoModifier), (card.day.line, CTRL),
            (card.day.line, Qt.KeyboardModifier.NoModifier), (card.reached, Qt.KeyboardModifier.NoModifier),
            (card.statement, Qt.KeyboardModifier.NoModifier), (card.kind, CTRL)]  # fmt: skip
    for done, (where, held) in enumerate(ways, start=1):
        card.what.setFocus()
        hands.type(card.what, f"Line {done}")
        where.setFocus()
        qtbot.keyClick(where, Qt.Key.Key_Return, held)
        assert len(shown(page)) == before + done
    hands.type(card.what, "One")
    qtbot.keyClick(card.what, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.type(card.what, "Two")
    hands.click(card.log_button)
    assert newest(page).fields.what == "One\nTwo"
    card.more.heading.setFocus()
    qtbot.keyClick(card.more.heading, Qt.Key.Key_Return)
    assert len(shown(page)) == before + len(ways) + 1, "Enter on a button presses the button"


def test_a_day_without_a_year_is_the_last_one_gone_by(page: ActionLogPage, hands: Hands) -> None:
    tomorrow = TODAY + timedelta(days=1)
    hands.type(page.card.what, "A year ago")
    replace_words(hands, page.card.day.line, f"{tomorrow.day}/{tomorrow.month}")
    hands.click(page.card.log_button)
    assert newest(page).fields.day.year == tomorrow.year - 1


# ---- faults and spiteful words


def test_faults_stand_beside_their_field_and_the_words_stay(page: ActionLogPage, hands: Hands) -> None:
    card, before = page.card, len(shown(page))
    hands.click(card.log_button)
    frame = card.what.parentWidget()
    assert frame is not None and any("is empty" in made.text() for made in frame.findChildren(QLabel))
    hands.type(card.what, "Gave out leaflets")
    replace_words(hands, card.day.line, "31 Feb")
    hands.click(card.log_button)
    assert card.day.help.isVisible() and "only 2" in card.day.help.text()
    replace_words(hands, card.day.line, "today")
    replace_words(hands, card.reached, "a dozen")
    hands.click(card.log_button)
    frame = card.reached.parentWidget()
    assert frame is not None and any("whole number" in made.text() for made in frame.findChildren(QLabel))
    assert len(shown(page)) == before
    assert (card.what.toPlainText(), card.reached.text()) == ("Gave out leaflets", "a dozen")
    replace_words(hands, card.reached, "12")
    hands.click(card.log_button)
    assert newest(page).fields.reached == 12
    assert not any("whole number" in made.text() for made in frame.findChildren(QLabel) if made.isVisible())


@pytest.mark.parametrize("words", SPITEFUL.values(), ids=SPITEFUL.keys())
def test_spiteful_words(page: ActionLogPage, hands: Hands, words: str) -> None:
    wanted = words.replace("\0", "")
    page.card.what.setPlainText(words)
    hands.click(page.card.log_button)
    entry_id = newest(page).id
    assert fresh(page, entry_id).fields.what == wanted
    page.pane.what.setPlainText(words + "!")
    page.flush()
    assert fresh(page, entry_id).fields.what == wanted + "!"
    log_entries.save_template(page.desk.binder, LogTemplate(0, words[:400], words))
    settle()
    chip = next(made for made in page.card.findChildren(type(page.templates)) if made.text()[:5] == words[:5])
    page.card.what.clear()
    chip.click()
    assert page.card.what.toPlainText() == wanted
    assert all(made.textFormat() is Qt.TextFormat.PlainText or not made.text() for made in page.findChildren(QLabel))


def test_a_full_disk_keeps_the_words(page: ActionLogPage, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store, "add", full)
    monkeypatch.setattr(store, "change", full)
    hands.type(page.card.what, "Do not lose me")
    hands.click(page.card.log_button)
    assert page.card.what.toPlainText() == "Do not lose me"
    first = page.pane.entry_id
    replace_words(hands, page.pane.what, "Nor me")
    click_row(page, hands, shown(page)[1])
    assert page.pane.entry_id == first and page.pane.what.toPlainText() == "Nor me"
    window_of(page).close()
    assert window_of(page).isVisible()
    monkeypatch.undo()
    page.flush()
    assert fresh(page, first).fields.what == "Nor me"


# ---- drafts


def test_words_come_back_after_the_window_was_closed(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    hands.type(page.card.what, "Half a li")
    replace_words(hands, page.card.day.line, "31 Feb")
    replace_words(hands, page.card.reached, "a doz")
    page.card.statement.setFocus()
    qtbot.keyClicks(page.card.statement, "5")
    window.close()
    again = page_of(open_window(sample_binder), hands)
    card = again.card
    assert (card.what.toPlainText(), card.day.line.text(), card.reached.text()) == ("Half a li", "31 Feb", "a doz")
    assert card.statement.currentText().startswith("5.")
    replace_words(hands, card.day.line, "today")
    replace_words(hands, card.reached, "12")
    hands.click(card.log_button)
    assert newest(again).fields.what == "Half a li" and newest(again).fields.statement == 5
    assert again.desk.drafts.find(DRAFT) == {}


def test_words_are_kept_two_seconds_after_typing(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    hands.type(page.card.what, "Kill me now")
    qtbot.waitUntil(lambda: page.desk.drafts.find(DRAFT).get("what") == "Kill me now", timeout=PAUSE_MS + 1_400)
    page.card.what.clear()
    page.flush()
    assert page.desk.drafts.find(DRAFT) == {}


def test_a_window_left_open_overnight(page: ActionLogPage, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = TODAY + timedelta(days=1)
    hands.type(page.card.what, "Next morning")
    monkeypatch.setattr(clock, "now", lambda: datetime(tomorrow.year, tomorrow.month, tomorrow.day, 9))
    page.desk.navigation.go_to("work_plan")
    assert isinstance(window_of(page).page, WorkPlanPage) and "13 days overdue" in rows(window_of(page).page)[0].state
    page.desk.navigation.go_to("action_log")
    hands.press(page.card.what, Qt.Key.Key_Return)
    assert newest(page).fields.day == tomorrow


def test_changes_elsewhere_leave_the_words_alone(page: ActionLogPage, hands: Hands) -> None:
    hands.type(page.card.what, "Half a li")
    log_entries.save_template(page.desk.binder, LogTemplate(0, "Assembly", "Spoke at assembly"))
    settle()
    assert page.card.what.toPlainText() == "Half a li" and page.card.day.line.text() == british(TODAY)
    assert hands.button(page.card, "Assembly").isVisible()


# ---- the list and its filters


def test_newest_first_with_totals_in_words(page: ActionLogPage, sample_binder: Binder) -> None:
    everything = log_entries.log(sample_binder)
    assert shown(page) == [entry.id for entry in everything]
    staff = sum(e.fields.reached or 0 for e in everything if e.fields.reached_kind is Reached.STAFF)
    assert page.list.count.text().startswith(f"25 entries. Reached: {staff} staff, ")


def test_periods_and_dates_filter(page: ActionLogPage, hands: Hands, sample_binder: Binder) -> None:
    everything = log_entries.log(sample_binder)
    hands.click(hands.button(page.list, "Last 30 days"))
    month = {e.id for e in everything if e.fields.day >= TODAY - timedelta(days=30)}
    assert 0 < len(month) < 25 and set(shown(page)) == month
    assert page.list.count.text().startswith(f"{len(month)} entries")
    hands.click(hands.button(page.list, "This year"))
    assert set(shown(page)) == {e.id for e in everything if e.fields.day.year == TODAY.year}
    hands.click(hands.button(page.list, "Between two dates"))
    settle()
    since, until = everything[20].fields.day, everything[10].fields.day
    replace_words(hands, page.list.since.line, british(since))
    replace_words(hands, page.list.until.line, british(until))
    hands.press(page.list.until.line, Qt.Key.Key_Return)
    between = {e.id for e in everything if since <= e.fields.day <= until}
    assert set(shown(page)) == between
    replace_words(hands, page.list.until.line, "31 Feb")
    replace_words(hands, page.list.since.line, "1 January 2026")
    hands.press(page.list.since.line, Qt.Key.Key_Return)
    assert page.list.until.help.isVisible() and set(shown(page)) == between, "a bad date changes nothing"
    hands.click(hands.button(page.list, "All"))
    assert len(shown(page)) == 25 and not page.list.since.isVisible()


def test_statement_filter(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    page.list.statement.setFocus()
    qtbot.keyClicks(page.list.statement, "4")
    assert shown(page) and all(fresh(page, number).fields.statement == 4 for number in shown(page))
    hands.type(page.card.what, "Not under four")
    hands.click(page.card.log_button)
    assert newest(page).id not in shown(page), "a filter stays as it is"
    page.desk.navigation.go_to("action_log", newest(page).id)
    assert page.pane.entry_id == newest(page).id, "arriving shows it whatever was filtered"


def test_the_empty_log_teaches(open_window: Open, new_binder: Binder, hands: Hands) -> None:
    say_who_we_are(new_binder, Service(name="St Anne's", type=ServiceType.UNIVERSAL))
    page = page_of(open_window(new_binder), hands)
    assert page.none.isVisible() and not page.both.isVisible() and page.card.isVisible()
    hands.click(hands.button(page, "Write the first line"))
    hands.type(QApplication.focusWidget(), "Began")
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.both.isVisible() and not page.none.isVisible() and rows(page)[0].title == "Began"


# ---- correcting and removing


def test_every_field_is_corrected_in_place(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    click_row(page, hands, shown(page)[2])
    entry_id, pane = page.pane.entry_id, page.pane
    replace_words(hands, pane.what, "Corrected")
    replace_words(hands, pane.day.line, "3 March 2026")
    replace_words(hands, pane.reached, "7")
    pane.kind.setFocus()
    qtbot.keyClicks(pane.kind, "Cop")
    qtbot.waitUntil(lambda: fresh(page, entry_id).fields.reached == 7, timeout=2_000)
    pane.statement.setFocus()
    qtbot.keyClicks(pane.statement, "6")
    saved = fresh(page, entry_id).fields
    assert (saved.what, british(saved.day), saved.reached_kind) == ("Corrected", "3 March 2026", Reached.COPIES)
    assert (saved.statement, saved.criterion) == (6, "")
    pane.criterion.setFocus()
    qtbot.keyClicks(pane.criterion, "4.2")
    pane.action.setFocus()
    qtbot.keyClicks(pane.action, "4.2")
    saved = fresh(page, entry_id)
    assert (saved.fields.statement, saved.fields.criterion) == (4, "4.2") and saved.action_title
    assert page.pane.entry_id == entry_id, "it stays in view although its date has moved it"


def test_an_entry_does_not_leave_under_the_typing(page: ActionLogPage, hands: Hands) -> None:
    hands.click(hands.button(page.list, "Last 30 days"))
    first, before = page.pane.entry_id, len(shown(page))
    replace_words(hands, page.pane.day.line, "1 March 2026")
    page.pane.reached.setFocus()
    assert page.pane.entry_id == first and shown(page)[-1] == first
    click_row(page, hands, shown(page)[0])
    hands.click(hands.button(page.list, "Last 30 days"))
    assert first not in shown(page) and len(shown(page)) == before - 1


def test_a_bad_date_and_a_bad_number_keep_their_words(page: ActionLogPage, hands: Hands) -> None:
    first, before = page.pane.entry_id, fresh(page, page.pane.entry_id).fields
    replace_words(hands, page.pane.day.line, "31 Feb")
    replace_words(hands, page.pane.reached, "many")
    replace_words(hands, page.pane.what, "Still saved")
    page.flush()
    saved = fresh(page, first).fields
    assert (saved.what, saved.day, saved.reached) == ("Still saved", before.day, before.reached)
    click_row(page, hands, shown(page)[1])
    click_row(page, hands, first)
    assert (page.pane.day.line.text(), page.pane.reached.text()) == ("31 Feb", "many")
    assert page.pane.day.help.isVisible()
    page.pane.day.line.clear()
    page.flush()
    assert fresh(page, first).fields.day == before.day, "a line of the log always has a day"


def test_a_closed_action_stays_linked(page: ActionLogPage, hands: Hands) -> None:
    linked = next(entry for entry in log_entries.log(page.desk.binder) if entry.fields.action)
    actions.close_action(page.desk.binder, linked.fields.action)
    page.arrive(linked.id)
    assert linked.action_title in page.pane.action.currentText()
    replace_words(hands, page.pane.what, "Changed")
    page.flush()
    assert fresh(page, linked.id).fields.action == linked.fields.action


def test_removing_and_undo(page: ActionLogPage, hands: Hands, qtbot: QtBot) -> None:
    first, second = shown(page)[:2]
    before = fresh(page, first)
    page.list.rows.setFocus()
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    assert first not in shown(page) and page.pane.entry_id == second
    assert window_of(page).notices.words.text() == "Log entry removed."
    hands.click(window_of(page).notices.act)
    assert fresh(page, first) == before and first in shown(page)
    click_row(page, hands, second)
    hands.click(page.pane.remove)
    assert second not in shown(page)


def test_keys(page: ActionLogPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.card.what, Qt.Key.Key_N)
    assert page.card.what.toPlainText() == "n", "typed, not a command"
    page.list.rows.setFocus()
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down)
    assert page.pane.entry_id == shown(page)[1]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        page.list.rows.setFocus()
        qtbot.keyClick(page.list.rows, key)
        assert page.pane.what.hasFocus()
    qtbot.keyClick(page.pane.what, Qt.Key.Key_Escape)
    assert page.list.rows.hasFocus()
    qtbot.keyClick(page.list.rows, Qt.Key.Key_N)
    assert page.card.what.hasFocus()


# ---- all sizes


def test_narrow_window_takes_turns(page: ActionLogPage, hands: Hands) -> None:
    window_of(page).resize(700, 600)
    settle()
    assert page.card.isVisible() and page.list.isVisible() and not page.pane.isVisible()
    page.arrive(shown(page)[3])
    settle()
    assert page.pane.isVisible() and not page.list.isVisible() and not page.card.isVisible()
    hands.click(page.pane.back)
    settle()
    assert page.list.isVisible() and page.card.isVisible() and not page.pane.isVisible()


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_a_label(page: ActionLogPage, hands: Hands, size: int) -> None:
    page.desk.theme.apply(text_size=size)
    settle()
    page.card.more.heading.click()
    hands.button(page.list, "Between two dates").click()
    settle()
    assert nameless(page) == []
    assert {"What you did", "When", "How many reached", "Log entries", "From", "To"} <= set(control_names(page))
    labelled = {made.buddy() for made in page.findChildren(QLabel)}
    card, pane, below = page.card, page.pane, page.list
    for field in (card.what, card.day.line, card.statement, card.reached, card.kind, card.action, card.criterion,
                  pane.what, pane.day.line, pane.reached, pane.kind, pane.statement, pane.criterion, pane.action,
                  below.statement, below.since.line, below.until.line):  # fmt: skip
        assert field in labelled
    page.desk.theme.apply(text_size=100)


def test_many_templates_do_not_flood_the_card(page: ActionLogPage, hands: Hands) -> None:
    for number in range(30):
        store_template = LogTemplate(0, f"Zebra {number:02} & co", f"Words {number}", 3, Reached.COPIES)
        log_entries.save_template(page.desk.binder, store_template)
    settle()
    others = hands.button(page.card, "Other templates")
    assert isinstance(others, QPushButton) and others.menu() is not None
    names = [act.text() for act in others.menu().actions()]
    assert names[-1] == "Zebra 29 && co" and len(names) == 29
    others.menu().actions()[-1].trigger()
    assert page.card.what.toPlainText().endswith("Words 29")
    assert page.card.height() < 330 and nameless(page.card) == []


def test_ten_thousand_entries_stay_usable(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    with sample_binder.atomic("log_it"):
        for number in range(10_000):
            day = TODAY - timedelta(days=number % 1_000)
            store.add(sample_binder, LogFields(f"Line {number}", day, number % 9, reached=number % 30))
    page = page_of(open_window(sample_binder), hands)
    assert len(shown(page)) == 10_025
    hands.type(page.card.what, "One more")
    hands.press(page.card.what, Qt.Key.Key_Return)
    assert len(shown(page)) == 10_026 and page.pane.what.toPlainText() == "One more"
    page.arrive(shown(page)[-1])
    replace_words(hands, page.pane.what, "The oldest")
    page.flush()
    assert rows(page)[-1].title == "The oldest"
    hands.click(hands.button(page.list, "Last 30 days"))
    assert 0 < len(shown(page)) < 400


def test_F71_words_about_a_child_are_led_to_the_safeguarding_system_and_erased_here(
    open_window: Callable[[Binder], MainWindow], sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    number = log_entries.log_it(sample_binder, LogFields("Met pupil Lexi Brown, born 3 March 2016", date(2026, 11, 20)))
    window = open_window(sample_binder)
    window._desk.navigation.go_to("action_log", number)
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(PrivacyNote)), timeout=5_000)
    hands.click(hands.button(page, "Move it there…"))
    (dialog,) = [one for one in page.findChildren(MoveOutDialog) if one.isVisible()]
    assert "safeguarding" in dialog.windowTitle().casefold()
    dialog.close()
    assert log_entries.entry(sample_binder, number) is not None, "nothing is erased before it was agreed to"
