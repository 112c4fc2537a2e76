"""Home: what it shows on real binders, where its buttons lead, and that long words and large letters fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.home_page import HomePage
from champion_app.desktop.widgets.card_button import CardButton
from champion_app.desktop.widgets.home_words import due_words
from champion_app.domain import clock
from champion_app.domain.actions import Action, ActionFields
from champion_app.domain.log_entries import LogFields
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service, ServiceType
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, log_entries, service
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
Show = Callable[[Binder], HomePage]
LONG = "Wörter ohne Ende 👩‍👧 <b>fett</b> مركز " + "w" * 300


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """The page alone; where it wants to go is noted in its ``went``."""

    def show_on(binder: Binder) -> HomePage:
        page = HomePage(make_desk(binder))
        page.setProperty("went", [])
        page.desk.navigation.asked.connect(lambda name, what: page.setProperty("went", [name, what]))
        qtbot.addWidget(page)
        page.resize(1118, 700)
        page.show()
        return page

    yield show_on
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _went(page: HomePage) -> list[object]:
    return list(page.property("went"))


def test_the_sample_service_at_a_glance(show: Show, sample_binder: Binder) -> None:
    page = show(sample_binder)
    assert "Sam Okafor" in page.title.text() and page.title.text().startswith("Good ")
    assert page.number.text() == "25 of 37 answered"
    assert "Universal service: 37 criteria." in page.number_words.text()
    assert page.bars.isVisible() and not page.teach.isVisible()
    shown = [made for made in page.steps if made.isVisible()]
    assert len(shown) == 3 and all("minute" in made.second.text() for made in shown)
    assert "Update “Finish the half-page guide on what may be shared”" in shown[0].words.text()
    assert "12 days overdue" in shown[0].second.text()
    lines = [made for made in page.due if made.isVisible()]
    assert len(lines) == 5 and [made.second.text().split(" · ")[0] for made in lines[:2]] == [
        "12 days overdue",
        "5 days overdue",
    ]
    assert page.due_count.text() == "7 open actions, 2 overdue"
    assert "Rang two services" in page.latest.text()


def test_a_new_binder_teaches_the_first_step(show: Show, new_binder: Binder, hands: Hands) -> None:
    service.say_who_we_are(new_binder, Service("Hollin Bank", type=ServiceType.SPECIALIST))
    page = show(new_binder)
    assert page.number.text() == "41" and page.number_words.text() == (
        "criteria are for you (Specialist or targeted service)"
    )
    assert page.teach.isVisible() and not page.bars.isVisible()
    assert "No open actions" in page.due_count.text() and "Nothing yet" in page.latest.text()
    assert page.steps[0].words.text() == "Start the self-assessment"
    hands.click(page.begin)
    assert _went(page) == ["assessment", None]


def test_every_button_leads_straight_there(show: Show, sample_binder: Binder, hands: Hands) -> None:
    page = show(sample_binder)
    first = actions.plan(sample_binder)[0]
    hands.click(page.steps[0])
    assert _went(page) == ["work_plan", first.id]
    hands.click(page.steps[1])
    assert _went(page) == ["assessment", "6.1"]
    hands.click(page.steps[2])
    place = _went(page)
    assert place[0] == "find_help" and isinstance(place[1], int)
    hands.click(page.due[2])
    assert _went(page) == ["work_plan", actions.plan(sample_binder)[2].id]
    for words, name in (
        ("Print a leaflet", "leaflets"),
        ("Find help", "find_help"),
        ("Log something", "action_log"),
        ("Open the work plan", "work_plan"),
        ("Open the action log", "action_log"),
    ):
        hands.click(hands.button(page, words))
        assert _went(page) == [name, None]


def test_in_the_real_window_each_button_opens_its_page(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    window = open_window(sample_binder)
    home = window.page
    assert isinstance(home, HomePage)
    ways = [*home.steps, home.due[0], home.whole_plan, home.whole_log]
    ways += [hands.button(home, words) for words in ("Print a leaflet", "Find help", "Log something")]
    titles = []
    for way in ways:
        hands.click(way)
        assert window.page is not None and window.page is not home
        titles.append(window.page.accessibleName())
        window.sidebar._buttons["home"].click()
        assert window.page is home
    assert titles == [
        *("Work plan", "Self-assessment", "Find help", "Work plan", "Work plan", "Action log"),
        *("Leaflets", "Find help", "Action log"),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_cards_are_pressed_by_keyboard(show: Show, sample_binder: Binder, hands: Hands, key: Qt.Key) -> None:
    page = show(sample_binder)
    page.steps[1].setFocus()
    hands.press(page.steps[1], key)
    assert _went(page) == ["assessment", "6.1"]
    page.due[0].setFocus()
    hands.press(page.due[0], key)
    assert _went(page)[0] == "work_plan"


def test_what_is_done_elsewhere_shows_at_once(show: Show, sample_binder: Binder) -> None:
    page = show(sample_binder)
    first = actions.plan(sample_binder)[0]
    actions.add_update(sample_binder, first.id, "Half a page written.")
    assert "half-page guide" not in page.steps[0].words.text()
    actions.close_action(sample_binder, first.id)
    assert page.due_count.text() == "6 open actions, 1 overdue"
    current = assessment.all_rounds(sample_binder)[-1]
    assessment.answer_criterion(sample_binder, current.id, "6.1", Answer.NOT_YET)
    assert page.number.text() == "26 of 37 answered"
    log_entries.log_it(sample_binder, LogFields("Put up the poster", clock.today()))
    assert "Put up the poster" in page.latest.text()


def test_another_type_is_said_and_the_round_in_hand_stays(show: Show, sample_binder: Binder) -> None:
    page = show(sample_binder)
    assert not page.differs.isVisible()
    ours = service.who_we_are(sample_binder)
    service.say_who_we_are(sample_binder, replace(ours, type=ServiceType.CRIMINAL_JUSTICE))
    assert page.number.text() == "25 of 37 answered"
    assert "The next one will ask 29 criteria" in page.differs.text() and page.differs.isVisible()


def test_the_greeting_and_the_day_come_by_themselves(
    show: Show, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = datetime(2026, 11, 23, 9, 0)
    monkeypatch.setattr(clock, "now", lambda: morning)
    page = show(sample_binder)
    assert page.title.text() == "Good morning, Sam Okafor"
    assert page.day.text() == (
        "Monday 23 November 2026 · Hollin Bank Primary School · a made-up sample to look round in"
    )
    for hours, words in ((6, "Good afternoon, Sam Okafor"), (9, "Good evening, Sam Okafor")):
        monkeypatch.setattr(clock, "now", lambda hours=hours: morning + timedelta(hours=hours))
        page._timer.timeout.emit()
        assert page.title.text() == words
    monkeypatch.setattr(clock, "now", lambda: morning + timedelta(days=1))
    page._timer.timeout.emit()
    assert page.day.text().startswith("Tuesday 24 November 2026")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 17), "5 days overdue"),
        (date(2026, 11, 21), "1 day overdue"),
        (date(2026, 11, 22), "Due today"),
        (date(2026, 11, 23), "Due tomorrow"),
        (date(2026, 11, 27), "Friday 27 November 2026"),
        (None, "No date yet"),
    ],
)
def test_when_an_action_is_due_in_words(due: date | None, words: str) -> None:
    today = date(2026, 11, 22)
    assert due_words(Action(1, ActionFields("x", due=due), today), today) == words


@pytest.mark.parametrize("size", [100, 200])
def test_long_words_never_push_the_window_apart(show: Show, sample_binder: Binder, size: int, qtbot: QtBot) -> None:
    ours = service.who_we_are(sample_binder)
    service.say_who_we_are(sample_binder, replace(ours, name=LONG, champion=LONG))
    actions.raise_action(sample_binder, ActionFields(LONG * 3, due=clock.today() - timedelta(days=90), lead="w" * 200))
    log_entries.log_it(sample_binder, LogFields(LONG, clock.today()))
    page = show(sample_binder)
    page.desk.theme.apply("light", size)
    assert page.minimumSizeHint().width() <= 700
    page.resize(1200, 700)
    QApplication.processEvents()
    _nothing_wider(page)
    for made in [*page.steps, *page.due]:
        _fits(made)
    page.desk.theme.apply("light", 100)


@pytest.mark.parametrize(("width", "size", "across"), [(1118, 100, 3), (1672, 100, 3), (1210, 200, 2), (500, 200, 1)])
def test_cards_stand_side_by_side_while_there_is_room(
    show: Show, sample_binder: Binder, width: int, size: int, across: int
) -> None:
    page = show(sample_binder)
    page.desk.theme.apply("light", size)
    page.resize(width, 700)
    QApplication.processEvents()
    _nothing_wider(page)
    tops = [made.mapTo(page, made.rect().topLeft()).y() for made in page.steps]
    assert tops.count(tops[0]) == across
    assert len({made.width() for made in page.steps}) == 1
    first, second, third = (made.geometry() for made in page.steps)
    assert not (first.intersects(second) or second.intersects(third) or first.intersects(third))
    for made in [*page.steps, *page.due]:
        _fits(made)
    page.desk.theme.apply("light", 100)


def test_every_control_has_a_name(show: Show, sample_binder: Binder) -> None:
    page = show(sample_binder)
    names = control_names(page)
    assert nameless(page) == [] and len(names) >= 14
    assert page.steps[0].accessibleName() in names and "overdue" in page.steps[0].accessibleName()


def _nothing_wider(page: HomePage) -> None:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea) and area.horizontalScrollBar().maximum() == 0


def _fits(made: CardButton) -> None:
    """Nothing inside a card is cut off: each text has room for its longest word, and the height it needs then."""
    for words in (made.words, made.second):
        if words.isVisible():
            assert words.width() >= words.minimumSizeHint().width(), words.text()
            assert words.height() >= words.heightForWidth(words.width()), words.text()
            assert made.rect().contains(words.geometry()), words.text()
