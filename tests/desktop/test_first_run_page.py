"""First run: T01 by mouse and by keyboard, for all three types of service; and that no letter typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import Champion
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.first_run_page import STEPS, FirstRunPage
from champion_app.desktop.pages.home_page import HomePage
from champion_app.desktop.welcome_window import WelcomeWindow
from champion_app.desktop.widgets.choice_box import ChoiceBox, SuggestBox
from champion_app.domain.services import Service, ServiceType
from champion_app.places import Places
from champion_app.store.binder import Binder
from champion_app.tasks import binders, service
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

# A list that drops down takes hold of the keyboard, which the offscreen plugin cannot.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Open = Callable[[Binder], MainWindow]
TYPES = [
    ("Primary school", ServiceType.UNIVERSAL, 37),
    ("Family support team", ServiceType.SPECIALIST, 41),
    ("Prison visitors' centre", ServiceType.CRIMINAL_JUSTICE, 29),
]
# What is typed, and the name that is kept: None where the page says what is wrong with it.
WORDS = [
    ("", None),
    (" \t ", None),
    ("x" * 5_000, None),
    ("x" * 500, "x" * 500),
    ("<b>bold</b><img src='/etc/passwd'>", "<b>bold</b><img src='/etc/passwd'>"),
    ("{name} %s &Bank", "{name} %s &Bank"),
    ("a\0b", "ab"),
    (" two\nlines ", "two lines"),
    ("Frühförderung 👩‍👧 ŵŷ", "Frühförderung 👩‍👧 ŵŷ"),
    ("مركز الأسرة", "مركز الأسرة"),
]


@pytest.fixture
def champion(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Champion]:
    """Champion started for the first time on this computer."""
    places = Places(tmp_path / "home")
    started = Champion(places, places.binder)
    started.start()
    yield started
    if started.window is not None:
        started.window.close()
        started.window.deleteLater()
    started.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _page(window: MainWindow) -> FirstRunPage:
    page = window.page
    assert isinstance(page, FirstRunPage)
    return page


def _words(inside: QWidget) -> str:
    return "\n".join(made.text() for made in inside.findChildren(QLabel) if made.isVisible())


def _choose(hands: Hands, qtbot: QtBot, box: ChoiceBox, words: str) -> None:
    """Two clicks: the list opens, an entry is pressed."""
    hands.click(box)
    view = box.view()
    row = box.findText(words)
    assert view.isVisible() and box.model().flags(box.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled
    view.setCurrentIndex(box.model().index(row, 0))
    hands.press(view, Qt.Key.Key_Return)
    assert box.currentText() == words


def _line() -> QLineEdit:
    """The line the cursor is in."""
    focused = QApplication.focusWidget()
    line = focused.lineEdit() if isinstance(focused, SuggestBox) else focused
    assert isinstance(line, QLineEdit), focused
    return line


def _criteria_words(window: MainWindow, name: str, count: int) -> None:
    """T01: home says how many criteria there are."""
    home = window.page
    assert isinstance(home, HomePage)
    assert home.number.text() == str(count)
    assert "criteria are for you" in home.number_words.text()
    assert name in home.day.text()


@pytest.mark.parametrize(("setting", "kind", "count"), TYPES)
def test_T01_from_launch_to_home_in_twelve_clicks(
    champion: Champion, qtbot: QtBot, hands: Hands, setting: str, kind: ServiceType, count: int
) -> None:
    assert isinstance(champion.window, WelcomeWindow)
    hands.click(champion.window.start_new)
    window = champion.window
    assert isinstance(window, MainWindow)
    page = _page(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.fields.lines["name"])
    hands.type(_line(), "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, setting)
    assert f"{count} of the 46 criteria are for you." in _words(page)
    hands.click(page.fields.lines["council"])
    hands.type(_line(), "Sample Council")
    hands.click(page.next)
    hands.type(_line(), "Sam Okafor")
    hands.click(page.next)
    hands.type(_line(), "HMP wakef")
    finder = page.fields.lines["prison"].completer()
    assert finder is not None
    finder.complete()
    hands.press(finder.popup(), Qt.Key.Key_Down)
    hands.press(finder.popup(), Qt.Key.Key_Return)
    assert page.isVisible(), "Enter in the list of prisons only chooses one"
    assert f"Your self-assessment has {count} criteria" in _words(page)
    hands.click(page.next)
    assert hands.clicks <= 12
    _criteria_words(window, "Hollin Bank", count)
    binder = page.desk.binder
    assert service.who_we_are(binder) == Service(
        "Hollin Bank", page.choice.setting, kind, "Sam Okafor", council="Sample Council", prison="HMP Wakefield"
    )
    toolkit = page.desk.toolkit
    justice = kind is ServiceType.CRIMINAL_JUSTICE
    assert ("safeguarding training" in toolkit.criterion("1.2").wording(kind)) is justice
    assert ("under arrest" in toolkit.criterion("2.1").wording(kind)) is justice
    assert len(toolkit.criteria_for(service.who_we_are(binder).type)) == count


@pytest.mark.parametrize(("setting", "kind", "count"), TYPES)
def test_T01_by_keyboard_alone(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands, setting: str, kind: ServiceType, count: int
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.fields.lines["name"])
    hands.type(_line(), "Hollin Bank")
    _tab(qtbot)
    assert QApplication.focusWidget() is page.choice.box
    for _ in range(page.choice.box.count()):
        if page.choice.box.currentText() != setting:
            qtbot.keyClick(page.choice.box, Qt.Key.Key_Down)
    assert page.choice.box.currentText() == setting
    hands.press(page.choice.box, Qt.Key.Key_Return)
    assert page.place.text().startswith("Step 2")
    for name in STEPS[1].fields:
        assert QApplication.focusWidget() is page.fields.lines[name]
        hands.type(_line(), name)
        _tab(qtbot)
    hands.press(_focus(), Qt.Key.Key_Return)  # on Back
    assert page.place.text().startswith("Step 1")
    for _ in range(2):
        hands.press(_focus(), Qt.Key.Key_Return)
    hands.type(_line(), "A prison that is not on the list")
    hands.press(_focus(), Qt.Key.Key_Return)
    assert hands.clicks <= 12
    _criteria_words(window, "Hollin Bank", count)
    ours = service.who_we_are(new_binder)
    assert (ours.type, ours.prison) == (kind, "A prison that is not on the list")
    assert all(getattr(ours, name) == name for name in STEPS[1].fields)


def test_the_first_card_says_what_is_missing_beside_the_field(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    page = _page(open_window(new_binder))
    hands.click(page.next)
    assert page.fields.boxes["name"].problem.isVisible() and page.choice.field.problem.isVisible()
    assert page.fields.lines["name"].accessibleDescription() == page.fields.boxes["name"].problem.text()
    assert page.window().focusWidget() is page.fields.lines["name"]
    hands.type(page.fields.lines["name"], "Hollin Bank")
    hands.click(page.next)
    assert not page.fields.boxes["name"].problem.isVisible()
    assert page.window().focusWidget() is page.choice.box
    assert service.who_we_are(new_binder) == Service()


def test_the_type_can_be_changed_apart_from_the_setting(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    page = _page(open_window(new_binder))
    hands.type(page.fields.lines["name"], "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, "Police")
    assert not page.choice.types.isVisible()
    hands.click(hands.button(page, "Change the type"))
    hands.click(page.choice.radios[ServiceType.SPECIALIST])
    assert "41 of the 46 criteria are for you." in _words(page)
    hands.click(page.next)
    assert service.who_we_are(new_binder) == Service("Hollin Bank", "police", ServiceType.SPECIALIST)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_closed_half_way_every_letter_comes_back(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands, step: int
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    hands.type(page.fields.lines["name"], " Hollin  Bank ")
    if step:
        _choose(hands, qtbot, page.choice.box, "Police")
    for _ in range(step):
        hands.click(page.next)
    last = page.fields.lines[STEPS[step].fields[-1]]
    hands.type(last, "half a wo")
    window.close()
    new_binder.close()
    again = binders.open_binder(new_binder.path)
    page = _page(open_window(again))
    assert page.place.text().startswith(f"Step {step + 1}")
    assert page.fields.text("name") == " Hollin  Bank "
    assert page.fields.text(STEPS[step].fields[-1]) == "half a wo"
    assert page.choice.type is (ServiceType.CRIMINAL_JUSTICE if step else None)
    page.window().close()
    again.close()


def test_a_pause_in_typing_keeps_the_words_without_leaving_the_field(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    page = _page(open_window(new_binder))
    hands.type(page.fields.lines["council"], "Leeds")
    qtbot.waitUntil(lambda: page.desk.drafts.find("first_run").get("council") == "Leeds", timeout=2_000)


def test_finished_nothing_is_left_over_and_the_next_start_is_home(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    hands.type(page.fields.lines["name"], "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, "Nursery or pre-school")
    for _ in STEPS:
        hands.click(page.next)
    assert page.desk.drafts.find("first_run") == {}
    window.close()
    assert isinstance(open_window(new_binder).page, HomePage)


def test_undone_to_the_beginning_it_can_be_done_again(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    hands.type(page.fields.lines["name"], "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, "Nursery or pre-school")
    for _ in STEPS:
        hands.click(page.next)
    hands.click(window.top_bar.undo)
    assert not service.who_we_are(new_binder).named
    assert isinstance(window.page, HomePage)
    hands.click(window.page.steps[0])
    page = _page(window)
    assert page.fields.text("name") == "" and page.choice.type is None
    hands.type(page.fields.lines["name"], "Leeds Nursery")
    page.flush()
    assert page.desk.drafts.find("first_run")["name"] == "Leeds Nursery"


@pytest.mark.parametrize(("words", "kept"), WORDS, ids=[ascii(words)[:20] for words, _ in WORDS])
def test_any_words_at_all_are_taken_as_they_are(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands, words: str, kept: str | None
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    _choose(hands, qtbot, page.choice.box, "Nursery or pre-school")
    hands.type(page.fields.lines["name"], words)
    page.flush()
    assert page.fields.text("name") == words == page.desk.drafts.find("first_run")["name"]
    hands.click(page.next)
    if kept is None:
        assert page.place.text().startswith("Step 1")
        assert page.fields.boxes["name"].problem.isVisible() and not service.who_we_are(new_binder).named
        return
    assert page.place.text().startswith("Step 2") and service.who_we_are(new_binder).name == kept
    hands.type(page.fields.lines["champion"], words)
    for _ in STEPS[1:]:
        hands.click(page.next)
    home = window.page
    assert isinstance(home, HomePage)
    assert home.day.textFormat() is home.title.textFormat() is Qt.TextFormat.PlainText
    assert window.minimumSizeHint().width() <= 700


def test_too_long_is_said_beside_its_own_field_and_stays(
    open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(new_binder)
    page = _page(window)
    hands.type(page.fields.lines["name"], "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, "Nursery or pre-school")
    hands.click(page.next)
    hands.type(page.fields.lines["role"], "x" * 5_000)
    hands.click(page.next)
    assert page.place.text().startswith("Step 2")
    assert "Role: 5000 letters" in page.fields.boxes["role"].problem.text()
    assert page.window().focusWidget() is page.fields.lines["role"]
    assert page.fields.text("role") == "x" * 5_000


def test_every_control_has_a_name(open_window: Open, new_binder: Binder, qtbot: QtBot, hands: Hands) -> None:
    page = _page(open_window(new_binder))
    hands.type(page.fields.lines["name"], "Hollin Bank")
    _choose(hands, qtbot, page.choice.box, "Police")
    hands.click(hands.button(page, "Change the type"))
    assert nameless(page) == []
    for _ in STEPS[1:]:
        hands.click(page.next)
        assert nameless(page) == []
    for box in page.fields.boxes.values():
        assert box.words.buddy() is box.field and box.field.accessibleName() == box.words.text()


def _focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _tab(qtbot: QtBot) -> None:
    qtbot.keyClick(_focus(), Qt.Key.Key_Tab)
