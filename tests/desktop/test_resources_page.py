"""The resource pack's page: search, filters, reading pane, shelves, giving out, printing, keyboard and places kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.dialogs.reading_list_dialog import MOST, ReadingListDialog
from champion_app.desktop.dialogs.shelf_dialog import ShelfDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.resources_page import ResourcesPage
from champion_app.desktop.widgets import paper_printer
from champion_app.desktop.widgets.resource_words import found_words, readable, resource_row
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import Resource, ResourceFields
from champion_app.domain.search_ranking import Hit
from champion_app.domain.services import Service
from champion_app.store.binder import Binder
from champion_app.tasks import history, log_entries, print_history, resources, shelves
from champion_app.tasks.search import Found
from champion_app.tasks.service import say_who_we_are
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def window(sample_binder: Binder, open_window: Open) -> MainWindow:
    made = open_window(sample_binder)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def page(window: MainWindow, hands: Hands) -> ResourcesPage:
    return page_of(window, hands)


def page_of(window: MainWindow, hands: Hands) -> ResourcesPage:
    """Goes to the resource pack with the sidebar's button."""
    hands.click(hands.button(window.sidebar, "Resource pack"))
    settle()
    assert isinstance(window.page, ResourcesPage)
    hands.clicks = 0
    return window.page


def settle() -> None:
    """What was put into a layout becomes visible."""
    QApplication.processEvents()


def titles(page: ResourcesPage) -> list[str]:
    model = page.list.model
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def find(page: ResourcesPage, hands: Hands, words: str) -> None:
    page.list.search.clear()
    hands.type(page.list.search, words)
    settle()


def named(binder: Binder, title: str) -> Resource:
    return next(item for item in resources.pack(binder) if item.fields.title == title)


def choose(page: ResourcesPage, hands: Hands, chip: str, words: str) -> None:
    """Opens the list of a filter and presses a line of it."""
    hands.click(page.list.filters.chips[chip].button)
    press_line(page.list.filters.chips[chip].menu, words)


def press_line(menu: QMenu, words: str) -> None:
    """Presses the line of an open list that says ``words``."""
    assert menu.isVisible()
    action = next(made for made in menu.actions() if made.text() == words)
    assert action.isEnabled()
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    settle()


def pane_words(page: ResourcesPage) -> str:
    words = [made.text() for made in page.pane.findChildren(QLabel) if made.isVisibleTo(page.pane)]
    return "\n".join(words).replace("\u200b", "")


# ---- finding


def test_with_nothing_typed_everything_is_there_by_title_and_counted(
    page: ResourcesPage, sample_binder: Binder
) -> None:
    known = [item.fields.title for item in resources.pack(sample_binder)]
    assert titles(page) == known
    assert page.list.said.text() == f"{len(known)} resources"
    assert page.list.search.hasFocus(), "typing searches at once"
    assert page.chosen is not None and page.chosen.fields.title == known[0]
    assert page.pane.title.text() == known[0]


def test_search_as_you_type_shows_the_best_and_reads_it(page: ResourcesPage, hands: Hands) -> None:
    find(page, hands, "tommy")
    assert titles(page)[0] == "Tommy's Dad"
    assert page.pane.title.text() == "Tommy's Dad"
    assert page.list.said.text() == "1 found"
    find(page, hands, "zzzz qqqq")
    assert titles(page) == [] and not page.list.rows.isVisible()
    assert page.list.nothing.text() == "Nothing found. Try fewer or shorter words."
    assert not page.pane.title.isVisible()
    page.list.search.clear()
    assert page.list.said.text() == "30 resources"


def test_a_correction_is_said_never_silent(page: ResourcesPage, hands: Hands) -> None:
    find(page, hands, "tomy's dad")
    assert "did you mean" in page.list.said.text() and titles(page)[0] == "Tommy's Dad"
    find(page, hands, "storry")
    assert "nothing has “storry”: did you mean “story”?" in page.list.said.text()
    assert "found" in page.list.said.text()


@pytest.mark.parametrize(
    ("shown", "matching", "said"),
    [
        (3, 3, "3 found"),
        (1, 1, "1 found"),
        (12, 0, "12 found"),
        (100, 240, "The best 100 of 240"),
        (100, 1_000, "The best 100 of more than 1,000"),
        (92, 12, "The best 92"),
        (0, 0, "Nothing found. Try fewer or shorter words."),
    ],
)
def test_how_many_were_found_is_said_honestly(shown: int, matching: int, said: str) -> None:
    hits = tuple(Hit("resource", place, "x", "") for place in range(shown))
    assert found_words(Found(hits), matching) == said


def test_looseness_and_old_names_are_said() -> None:
    hits = (Hit("resource", 1, "x", ""),)
    found = Found(hits, notes=("Boards were replaced by partnerships in England.",), loose=True)
    assert found_words(found, 1) == (
        "1 found · some have only part of what you typed · Boards were replaced by partnerships in England."
    )


def test_lists_of_the_index_are_no_words_for_a_reader() -> None:
    assert readable('… income", "claim"] HMPPS leaflet for families') == ""
    assert readable('How to claim, and by when. ["income", "claim"]') == "How to claim, and by when."
    fields = ResourceFields("A title", description="What it is.", kind="tool")
    assert resource_row(Resource(1, fields), clock.today(), 'x", "y"] z').second == "Tool · What it is."
    assert resource_row(Resource(1, fields), clock.today(), "… a quokka …").second == "Tool · … a quokka …"


ODD = ['"', "*", "-note", "(", "\x00", "AND OR NOT", "a" * 100_000, "😀", "خط", "' OR 1=1 --", "   "]


@pytest.mark.parametrize("odd", ODD, ids=[str(place) for place in range(len(ODD))])
def test_F69_anything_typed_is_safe(odd: str, page: ResourcesPage, hands: Hands) -> None:
    find(page, hands, odd)
    assert page.list.said.isVisible() or page.list.nothing.isVisible()
    page.list.search.clear()
    assert len(titles(page)) == 30


# ---- filters


def test_a_chip_opens_a_small_list_shows_its_choice_and_is_cleared(page: ResourcesPage, hands: Hands) -> None:
    chip = page.list.filters.chips["kind"]
    assert chip.button.text() == "Kind" and not chip.clear.isVisible()
    choose(page, hands, "kind", "Story for children")
    assert chip.button.text() == "Kind: Story for children"
    shown = titles(page)
    assert 0 < len(shown) < 30 and "Tommy's Dad" in shown
    assert page.list.said.text() == f"{len(shown)} of 30 resources"
    assert not page.list.filters.clear.isVisible(), "one filter has its own button"
    hands.click(hands.button(page, "Clear Kind: Story for children"))
    assert chip.button.text() == "Kind" and len(titles(page)) == 30
    assert page.window().focusWidget() is chip.button


def test_filters_narrow_together_and_are_cleared_together(page: ResourcesPage, hands: Hands) -> None:
    choose(page, hands, "kind", "Story for children")
    choose(page, hands, "audience", "Children")
    choose(page, hands, "age", "5 to 7")
    shown = [resources.resource(page.desk.binder, number) for number in page.list.model.ids]
    assert shown and all(item is not None and item.fields.kind == "story for children" for item in shown)
    hands.click(hands.button(page, "Clear 3 filters"))
    assert len(titles(page)) == 30 and page.list.filters.wanted == ResourceFilter()


def test_every_filter_has_choices_and_finds_what_it_says(page: ResourcesPage, hands: Hands) -> None:
    wanted = {
        "audience": "Staff",
        "age": "12 to 16",
        "stage": "Arrest",
        "statement": "2. Identification",
        "criterion": "2.2",
        "language": "English",
        "whose": "Due for checking",
    }
    for chip, words in wanted.items():
        lines = page.list.filters.chips[chip]._offer()
        line = next(choice.words for choice in lines if choice.words.startswith(words))
        choose(page, hands, chip, line)
        assert page.list.filters.chips[chip].value
    assert page.list.filters.wanted.chosen == 7
    ids = resources.numbers(page.desk.binder, page.list.filters.wanted)
    assert page.list.model.ids == ids


def test_the_criterion_chip_comes_with_a_statement_and_goes_with_it(page: ResourcesPage, hands: Hands) -> None:
    chips = page.list.filters.chips
    assert not chips["criterion"].isVisible()
    choose(page, hands, "statement", "1. Awareness")
    assert chips["criterion"].isVisible()
    line = next(choice.words for choice in chips["criterion"]._offer() if choice.value == "1.3")
    choose(page, hands, "criterion", line)
    assert chips["criterion"].button.text() == "Criterion: 1.3"
    choose(page, hands, "statement", "2. Identification")
    assert chips["criterion"].value == "", "a criterion of another statement would find nothing"
    assert page.list.model.ids == resources.numbers(page.desk.binder, ResourceFilter(statement=2))


def test_filters_by_keyboard_alone(page: ResourcesPage, hands: Hands) -> None:
    chip = page.list.filters.chips["kind"]
    hands.press(page.list.search, Qt.Key.Key_Tab)
    assert chip.button.hasFocus()
    hands.press(chip.button, Qt.Key.Key_Down)
    assert chip.menu.isVisible()
    hands.press(chip.menu, Qt.Key.Key_Down)
    hands.press(chip.menu, Qt.Key.Key_Return)
    settle()
    assert page.list.filters.wanted.kind
    hands.press(chip.button, Qt.Key.Key_Space)
    assert chip.menu.isVisible()
    assert chip.menu.activeAction().isChecked(), "the list opens at what is chosen"
    hands.press(chip.menu, Qt.Key.Key_Escape)
    assert page.list.filters.wanted.kind, "Escape changes nothing"
    hands.press(chip.button, Qt.Key.Key_Delete)
    assert not page.list.filters.wanted.kind


def test_a_search_looks_through_the_filters_and_says_so(page: ResourcesPage, hands: Hands) -> None:
    find(page, hands, "dad")
    both = titles(page)
    choose(page, hands, "kind", "Story for children")
    assert set(titles(page)) < set(both) and titles(page)
    assert page.list.said.text().endswith("with these filters")
    choose(page, hands, "kind", "Research")
    assert titles(page) == [] and "Clear one of them" in page.list.nothing.text()


def test_no_filter_says_what_to_do_and_nothing_due_is_good_news(page: ResourcesPage, sample_binder: Binder) -> None:
    page.arrive("due")
    assert len(titles(page)) == 30
    with sample_binder.atomic("tick_resource"):
        for number in page.list.model.ids:
            resources.tick_resource(sample_binder, number, "Sam")
    assert page.list.nothing.text().startswith("Nothing is due")
    page.list.look_for(ResourceFilter(kind="opera"))
    assert page.list.nothing.text() == "Nothing fits these filters. Clear one of them."


# ---- reading


def test_the_pane_says_what_it_is_in_plain_words(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    fields = ResourceFields(
        "Otter comes home", description="A picture story.", author="Beck Press", year="2019", kind="story for children",
        audience="Children", ages="4-7", stages=("release", "court"), statements=(6,), criteria=("6.2",),
        link="https://example.org/otter", licence="Free", status="check edition", note="In the library",
        language="Welsh", nations=("Wales",), tags=("homecoming", "river"),
    )  # fmt: skip
    page.arrive(resources.add_resource(sample_binder, fields))
    settle()
    said = pane_words(page)
    for words in (
        "Otter comes home", "A picture story.", "Beck Press, 2019", "Story for children · Children · ages 4 to 7",
        "Release, court", "6 Support and services", "https://example.org/otter", "Free",
        "There may be a newer edition", "In the library", "Welsh", "Wales", "homecoming, river", "Added by us",
        "Nobody here has looked at it yet.",
    ):  # fmt: skip
        assert words in said, words
    assert "None yet" in said and "current?" not in said


def test_looked_at_today_is_one_press_and_undone(page: ResourcesPage, window: MainWindow, hands: Hands) -> None:
    find(page, hands, "tommy")
    hands.clicks = 0
    hands.click(page.pane.checked.looked)
    assert hands.clicks == 1
    assert page.chosen is not None
    assert (page.chosen.checked_on, page.chosen.checked_by) == (clock.today(), "Sam Okafor")
    assert f"Looked at on {british(clock.today())} by Sam Okafor." in page.pane.checked.state.text()
    assert not page.pane.checked.looked.isVisible(), "it was looked at today"
    hands.click(page.pane.checked.doubt)
    assert page.chosen.checked_on is None
    assert "to be looked at again" in window.notices.words.text()
    hands.click(hands.button(window.notices, "Undo"))
    assert page.chosen.checked_on == clock.today()


def test_working_through_what_is_due_brings_up_the_next(page: ResourcesPage, hands: Hands) -> None:
    page.arrive("due")
    first, second = page.list.model.ids[:2]
    assert page.list.resource_id == first
    hands.click(page.pane.checked.looked)
    assert page.list.resource_id == second and first not in page.list.model.ids
    assert page.pane.resource_id == second


def test_a_check_older_than_a_year_warns_in_words(page: ResourcesPage, sample_binder: Binder) -> None:
    first = page.list.model.ids[0]
    resources.tick_resource(sample_binder, first, "Jo", date(2024, 3, 3))
    assert "more than a year ago" in page.pane.checked.state.text()
    assert page.pane.checked.property("role") == "warning"
    row = resource_row(named(sample_binder, titles(page)[0]), clock.today())
    assert (row.state, row.token) == ("Look at it again", "warn")


def test_a_criterion_is_a_press_away(page: ResourcesPage, window: MainWindow, hands: Hands) -> None:
    page.arrive(("criterion", "1.3"))
    number = next(made for made in page.pane.facts.criteria.findChildren(QWidget) if made.isVisible()
                  and getattr(made, "text", str)() == "1.3")  # fmt: skip
    assert "Hidden Sentence" in number.accessibleName()
    hands.click(number)
    assert window.page is not page
    assert window.page is not None and window.page.answering.number == "1.3"  # type: ignore[attr-defined]
    shown = hands.button(window.page, "Show them in the resource pack")
    hands.click(shown)
    assert window.page is page and page.list.filters.wanted == ResourceFilter(criterion="1.3")


def _is_offered(page: ResourcesPage, title: str) -> bool:
    made = page.pane.related.findChildren(QAbstractButton)
    return any(one.isVisible() and title in (one.text(), one.accessibleName()) for one in made)


def test_related_ones_are_a_press_away(page: ResourcesPage, hands: Hands, qtbot: QtBot) -> None:
    find(page, hands, "tommy")
    qtbot.waitUntil(lambda: page.chosen is not None and "Tommy" in page.chosen.fields.title, timeout=5_000)
    first = resources.related(page.desk.binder, page.chosen)[0]  # type: ignore[arg-type]
    # What went with the resource in view before may stand there for a moment yet.
    qtbot.waitUntil(lambda: _is_offered(page, first.fields.title), timeout=5_000)
    hands.click(hands.button(page.pane.related, first.fields.title))
    assert page.chosen == first and page.list.search.text() == ""


class Browser(QObject):
    """Stands where the browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_F52_t08_the_web_page_in_two_presses_and_never_without_the_whole_address(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    known = named(sample_binder, "Tommy's Dad")
    link = "https://example.org/a/very/long/path?with=much#behind-it"
    resources.change_resource(sample_binder, known.id, replace(known.fields, link=link))
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        find(page, hands, "tomys dad")
        hands.clicks = 0
        hands.click(page.pane.link)
        question = window.findChild(QuestionDialog)
        assert question is not None
        assert any(link in made.text().replace("\u200b", "") for made in question.findChildren(QLabel))
        assert browser.opened == []
        hands.click(hands.button(question, "Open it in the browser"))
        assert browser.opened == [link] and hands.clicks == 2
        find(page, hands, "tommy")
        hands.clicks = 0
        hands.press(page.list.search, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        hands.press(window.findChildren(QuestionDialog)[-1].yes, Qt.Key.Key_Return)
        assert browser.opened == [link, link] and hands.clicks == 2, "and without the mouse"
    finally:
        QDesktopServices.unsetUrlHandler("https")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "ms-word:x", "shelf 3"]
)
def test_F52_what_is_no_web_address_is_shown_and_never_opened(
    link: str, page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    page.arrive(resources.add_resource(sample_binder, ResourceFields("Odd", link=link)))
    settle()
    assert not page.pane.link.isVisible()
    assert page.pane.address.text().replace("\u200b", "") == link
    hands.press(page.list.rows, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "nothing" in window.notices.words.text() or "no web address" in window.notices.words.text()
    assert window.findChild(QuestionDialog) is None


@pytest.mark.parametrize(
    ("link", "says"), [("mailto:jo@example.org", "Write an e-mail…"), ("tel:01632960120", "Ring the number…")]
)
def test_an_address_to_write_or_ring_says_so(link: str, says: str, page: ResourcesPage, sample_binder: Binder) -> None:
    page.arrive(resources.add_resource(sample_binder, ResourceFields("Odd", link=link)))
    assert page.pane.link.text() == says


# ---- doing


def test_given_out_in_three_presses_is_in_the_log_and_undone(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    find(page, hands, "tommy")
    known = page.chosen
    assert known is not None
    hands.clicks = 0
    hands.click(page.pane.give)
    assert page.pane.give_out.many.hasFocus()
    hands.type(page.pane.give_out.many, "12")  # over the 1 that is selected
    hands.press(page.pane.give_out.many, Qt.Key.Key_Return)
    assert hands.clicks == 2
    entry = log_entries.log(sample_binder)[0].fields
    assert (entry.what, entry.reached, entry.resource) == ("Gave out: Tommy's Dad", 12, known.id)
    assert page.pane.given.text() == "Given out once, 12 in all"
    assert not page.pane.give_out.isVisible() and page.pane.give.hasFocus()
    assert window.notices.words.text() == "In the log: Tommy's Dad, 12 copies given out."
    hands.click(hands.button(window.notices, "Undo"))
    assert resources.times_given_out(sample_binder, known.id) == (0, 0)
    assert not page.pane.given.isVisible()


@pytest.mark.parametrize("typed", ["", "0", "many", "-3", "1.5"])
def test_giving_out_needs_a_number_and_says_so_beside_it(typed: str, page: ResourcesPage, hands: Hands) -> None:
    hands.click(page.pane.give)
    box = page.pane.give_out
    box.many.clear()
    hands.type(box.many, typed)
    hands.click(box.write)
    assert box._many.problem.isVisible() and box.many.hasFocus()
    assert resources.times_given_out(page.desk.binder, page.list.resource_id) == (0, 0)
    hands.press(box.many, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_what_is_typed_into_giving_out_survives_a_change_of_the_pack(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    hands.click(page.pane.give)
    hands.type(page.pane.give_out.many, "25")
    resources.add_resource(sample_binder, ResourceFields("AAA something else"))
    assert page.pane.give_out.isVisible() and page.pane.give_out.many.text() == "25"
    page.list.walk(1)
    assert not page.pane.give_out.isVisible(), "it was about the other one"


def test_copy_retire_and_back_from_the_list_of_more(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    find(page, hands, "tommy")
    hands.click(page.pane.more)
    press_line(page.pane.menu, "Copy as ours")
    assert page.chosen is not None
    assert page.chosen.fields.title == "Tommy's Dad (our copy)" and page.chosen.mine
    hands.click(page.pane.more)
    press_line(page.pane.menu, "Retire it")
    assert "is retired" in window.notices.words.text()
    assert "Tommy's Dad (our copy)" not in titles(page)
    choose(page, hands, "whose", "Retired")
    assert titles(page) == ["Tommy's Dad (our copy)"]
    assert not page.pane.checked.looked.isVisible()
    hands.click(page.pane.more)
    press_line(page.pane.menu, "Back in use")
    assert titles(page) == []
    assert not named(sample_binder, "Tommy's Dad (our copy)").retired


def test_remove_asks_nothing_and_undo_brings_it_back_in_its_place(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    page.list.rows.setFocus()
    for _ in range(3):
        hands.press(page.list.rows, Qt.Key.Key_Down)
    before, following = page.chosen, page.list.model.ids[4]
    assert before is not None
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    assert resources.resource(sample_binder, before.id) is None
    assert page.list.resource_id == following, "the next one has taken its place"
    hands.click(hands.button(window.notices, "Undo"))
    assert resources.resource(sample_binder, before.id) == before
    assert page.list.model.ids[3] == before.id


def test_shelves_are_ticked_made_renamed_and_removed(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    find(page, hands, "tommy")
    known = page.chosen
    assert known is not None
    page.pane.ensureWidgetVisible(page.pane.shelves.new)
    hands.click(page.pane.shelves.new)
    dialog = page._dialog
    assert isinstance(dialog, ShelfDialog) and dialog.focusWidget() is dialog.ui.name
    hands.type(dialog.ui.name, "Year 6 & more")
    hands.press(dialog.ui.name, Qt.Key.Key_Return)
    shelf = shelves.all_shelves(sample_binder)[0]
    assert (shelf.name, shelf.items) == ("Year 6 & more", 1) and page._dialog is None
    settle()
    tick = page.pane.shelves.ticks[shelf.id]
    assert tick.isChecked() and tick.text() == "Year 6 && more"
    page.pane.ensureWidgetVisible(tick)
    tick.setFocus()
    hands.press(tick, Qt.Key.Key_Space)
    assert shelves.shelves_of(sample_binder, known.id) == []
    assert window.focusWidget() is tick and page.pane.shelves.ticks[shelf.id] is tick, "the keyboard stays"
    hands.click(hands.button(window.notices, "Undo"))
    assert tick.isChecked()
    page.list.search.clear()
    choose(page, hands, "shelf", "Year 6 && more (1)")
    assert titles(page) == ["Tommy's Dad"]
    hands.click(page.list.filters.chips["shelf"].button)
    press_line(page.list.filters.chips["shelf"].menu, "Rename this shelf…")
    assert isinstance(page._dialog, ShelfDialog)
    page._dialog.ui.name.setText("Moving up")
    hands.click(page._dialog.ui.save)
    assert page.list.filters.chips["shelf"].button.text() == "Shelf: Moving up (1)"
    hands.click(page.list.filters.chips["shelf"].button)
    press_line(page.list.filters.chips["shelf"].menu, "Remove this shelf")
    assert shelves.all_shelves(sample_binder) == []
    assert page.list.filters.wanted.shelf == 0 and len(titles(page)) == 30
    hands.click(hands.button(window.notices, "Undo"))
    assert shelves.all_shelves(sample_binder)[0].items == 1


def test_a_shelf_needs_a_name_and_says_when_there_is_one_like_it(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    shelves.add_shelf(sample_binder, "Year 6")
    page._open_shelf()
    dialog = page._dialog
    assert isinstance(dialog, ShelfDialog)
    hands.click(dialog.ui.save)
    assert dialog.isVisible() and "shelf's name is empty" in dialog.ui.problem.text()
    assert not dialog.ui.same_name.isVisible()
    hands.type(dialog.ui.name, " year  6")
    assert dialog.ui.same_name.isVisible() and not dialog.ui.problem.isVisible()
    hands.press(dialog, Qt.Key.Key_Escape)
    page._open_shelf()
    assert isinstance(page._dialog, ShelfDialog)
    assert page._dialog.ui.name.text() == " year  6", "nothing typed is lost"
    page._dialog.ui.name.clear()
    page._dialog.reject()
    assert page.desk.drafts.find("shelf new") == {}


# ---- printing


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without a printer, whose papers are saved in the folder returned."""
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    monkeypatch.setattr("champion_app.places.prints", lambda: tmp_path)
    return tmp_path


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture
def starter(new_binder: Binder, open_window: Open, hands: Hands) -> ResourcesPage:
    say_who_we_are(new_binder, Service("Beck Primary", champion="Sam"))
    made = open_window(new_binder)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return page_of(made, hands)


def test_t08_our_own_sheet_from_typing_to_paper_in_two_presses(
    starter: ResourcesPage, hands: Hands, qtbot: QtBot, no_printer: Path
) -> None:
    find(starter, hands, "child waiting list")
    assert starter.pane.sheet.isVisible(), titles(starter)[:3]
    title = starter.pane.title.text()
    hands.clicks = 0
    hands.click(starter.pane.sheet.print)
    assert hands.clicks <= 2
    qtbot.waitUntil(lambda: bool(list(no_printer.glob("*.pdf"))), timeout=15_000)
    qtbot.waitUntil(lambda: bool(print_history.print_history(starter.desk.binder)), timeout=15_000)
    record = print_history.print_history(starter.desk.binder)[0]
    assert (record.kind, record.title, record.copies) == ("sheet", title, 1) and record.edition
    assert title in text_of(next(no_printer.glob("*.pdf")))


def test_t08_the_third_one_found_is_two_keys_away_too(starter: ResourcesPage, hands: Hands, no_printer: Path) -> None:
    """Arrow keys walk while typing; Ctrl+O opens or prints what is chosen, Enter agrees."""
    find(starter, hands, "child father arrested four years old")
    first = titles(starter)[:3]
    assert len(first) == 3
    for _ in range(2):
        QTest.keyClick(starter.list.search, Qt.Key.Key_Down)
    assert starter.pane.title.text().replace("\u200b", "") == first[2]
    assert starter.list.search.hasFocus()
    hands.clicks = 0
    hands.press(starter.list.search, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    question = starter.window().findChild(QuestionDialog)
    if question is not None:
        hands.press(question.no, Qt.Key.Key_Escape)
    assert hands.clicks <= 2


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_sheet_is_saved_as_pdf_and_as_word_and_noted(
    ending: str, starter: ResourcesPage, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    find(starter, hands, "waiting list")
    assert starter.pane.sheet.isVisible()
    hands.click(starter.pane.sheet.pdf if ending == "pdf" else starter.pane.sheet.word)
    dialog = starter.orders.file_dialog
    assert dialog is not None and dialog.defaultSuffix() == ending
    out = tmp_path / f"sheet.{ending}"
    dialog.fileSelected.emit(str(out))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(print_history.print_history(starter.desk.binder)), timeout=15_000)
    assert out.read_bytes()[:4] == (b"%PDF" if ending == "pdf" else b"PK\x03\x04")
    window = starter.window()
    assert isinstance(window, MainWindow)
    assert window.notices.words.text() == f"Saved and noted: {out}."


def test_a_sheet_says_so_in_the_list_and_others_do_not(starter: ResourcesPage, hands: Hands) -> None:
    rows = [resource_row(item, clock.today()) for item in resources.pack(starter.desk.binder)]
    ready = [row for row in rows if row.state == "Ready to print"]
    assert len(ready) >= 10
    starter.arrive(next(row.id for row in rows if not row.state))
    settle()
    assert not starter.pane.sheet.isVisible()


def test_a_reading_list_of_what_is_shown_is_printed(
    page: ResourcesPage, hands: Hands, qtbot: QtBot, no_printer: Path
) -> None:
    choose(page, hands, "kind", "Story for children")
    shown = titles(page)
    hands.click(page.reading_list)
    dialog = page._dialog
    assert isinstance(dialog, ReadingListDialog)
    assert dialog.ui.which_help.text() == f"{len(shown)} resources"
    dialog.ui.title.setText("Stories: a/b")
    hands.click(hands.button(dialog, "Criterion"))
    hands.click(dialog.ui.print)
    assert page._dialog is None
    qtbot.waitUntil(lambda: bool(print_history.print_history(page.desk.binder)), timeout=15_000)
    saved = next(no_printer.glob("*.pdf"))
    assert saved.name.startswith("Stories a b, ")
    text = text_of(saved)
    assert "Stories: a/b" in text and "Criterion " in text
    assert all(title.split(":")[0] in text for title in shown)
    assert "Danny's Mum" in shown and "Hidden Sentence training" not in text


def test_a_reading_list_of_a_shelf_is_saved(
    page: ResourcesPage, hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    shelf = shelves.add_shelf(sample_binder, "For the staff room", named(sample_binder, "My Diary").id)
    page.list.look_for(ResourceFilter(shelf=shelf))
    hands.click(page.reading_list)
    dialog = page._dialog
    assert isinstance(dialog, ReadingListDialog)
    assert dialog.ui.title.text() == "For the staff room" and dialog.ui.which_help.text() == "1 resource"
    hands.click(dialog.ui.save)
    files = page.orders.file_dialog
    assert files is not None
    files.fileSelected.emit(str(tmp_path / "list.pdf"))
    files.reject()
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=15_000)
    assert "My Diary" in text_of(tmp_path / "list.pdf")


def test_a_reading_list_may_not_be_the_whole_library(page: ResourcesPage, hands: Hands, sample_binder: Binder) -> None:
    with sample_binder.atomic("take_in_list"):
        for place in range(MOST):
            resources.add_resource(sample_binder, ResourceFields(f"Item {place}"))
    hands.click(page.reading_list)
    dialog = page._dialog
    assert isinstance(dialog, ReadingListDialog)
    assert "530 resources" in dialog.ui.which_help.text() and "500" in dialog.ui.which_help.text()
    assert not dialog.ui.print.isEnabled() and not dialog.ui.save.isEnabled()
    dialog.ui.title.setText("Half a title")
    hands.press(dialog, Qt.Key.Key_Escape)
    hands.click(page.reading_list)
    assert isinstance(page._dialog, ReadingListDialog) and page._dialog.ui.title.text() == "Half a title"
    page._dialog.reject()


# ---- places, keys, sizes


def test_arrive_shows_one_whatever_was_typed_or_filtered(page: ResourcesPage, hands: Hands, window: MainWindow) -> None:
    wanted = named(page.desk.binder, "My Diary")
    find(page, hands, "tommy")
    page.list.filters._choose("kind", "tool")
    window._desk.navigation.go_to("resources", wanted.id)
    assert page.chosen == wanted
    assert page.list.search.text() == "" and page.list.filters.wanted == ResourceFilter()
    window._desk.navigation.go_to("resources", 987_654)  # gone: nothing happens
    assert page.chosen == wanted
    resources.set_retired(page.desk.binder, wanted.id, True)
    window._desk.navigation.go_to("resources", wanted.id)
    assert page.list.resource_id == wanted.id, "a retired one is shown among the retired"
    window._desk.navigation.go_to("resources", ("criterion", "1.3"))
    assert page.list.filters.chips["criterion"].button.text() == "Criterion: 1.3"
    assert page.list.model.ids == resources.numbers(page.desk.binder, ResourceFilter(criterion="1.3"))


def test_what_the_search_of_everything_finds_arrives(page: ResourcesPage, window: MainWindow, hands: Hands) -> None:
    hands.click(hands.button(window.sidebar, "Home"))
    window.search.take_focus()
    hands.type(window.search.box, "tommy's dad")
    hands.press(window.search.box, Qt.Key.Key_Return)
    assert window.page is page and page.pane.title.text() == "Tommy's Dad"


def test_the_place_is_kept_while_five_thousand_rows_arrive(
    page: ResourcesPage, hands: Hands, sample_binder: Binder
) -> None:
    page.list.rows.setFocus()
    page.list.choose(page.list.model.ids[1])
    page.list.rows.verticalScrollBar().setValue(900)
    scrolled, chosen = page.list.rows.verticalScrollBar().value(), page.chosen
    with sample_binder.atomic("take_in_list"):
        for place in range(5_000):
            resources.add_resource(sample_binder, ResourceFields(f"Zebra {place:04}", description="stripes " * 8))
    settle()
    assert page.chosen == chosen and page.pane.resource_id == page.list.resource_id
    assert page.list.rows.verticalScrollBar().value() == scrolled > 0
    assert page.list.rows.hasFocus()
    assert page.list.said.text() == "5030 resources"
    find(page, hands, "zeb")
    assert page.list.said.text().startswith("The best ") and page.list.said.text().endswith(" of more than 1,000")
    history.undo(sample_binder)
    assert titles(page) == [] or all("Zebra" not in title for title in titles(page))
    page.list.search.clear()
    assert page.list.said.text() == "30 resources"


def test_an_import_on_a_worker_arrives_in_the_open_page(
    page: ResourcesPage, sample_binder: Binder, qtbot: QtBot
) -> None:
    chosen, done = page.chosen, list[object]()

    def take_in() -> None:
        with sample_binder.atomic("take_in_list"):
            for place in range(2_000):
                resources.add_resource(sample_binder, ResourceFields(f"Zebra {place:04}"))

    page.desk.jobs.start(take_in, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done) and len(page.list.model.ids) == 2_030, timeout=20_000)
    assert done == [None] and page.chosen == chosen
    assert page.list.said.text() == "2030 resources"


def test_a_change_somewhere_else_leaves_the_search_and_its_order(page: ResourcesPage, hands: Hands) -> None:
    find(page, hands, "children prison")
    page.list.walk(2)
    before, order = page.list.resource_id, page.list.model.ids
    resources.tick_resource(page.desk.binder, before, "Sam")
    assert (page.list.resource_id, page.list.model.ids) == (before, order)
    assert page.pane.checked.state.text().startswith("Looked at on")


def test_keys_walk_read_edit_search_and_come_back(page: ResourcesPage, hands: Hands, window: MainWindow) -> None:
    hands.press(page.list.search, Qt.Key.Key_Return)
    assert page.list.rows.hasFocus()
    first = page.list.resource_id
    hands.press(page.list.rows, Qt.Key.Key_Down)
    assert page.list.resource_id != first
    hands.press(page.list.rows, Qt.Key.Key_Return)
    assert page.pane.link.hasFocus() or page.pane.give.hasFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    hands.press(focus, Qt.Key.Key_Escape)
    assert page.list.rows.hasFocus()
    hands.press(page.list.rows, Qt.Key.Key_F2)
    assert page._dialog is not None
    hands.press(page._dialog, Qt.Key.Key_Escape)
    assert page._dialog is None
    for key in (Qt.Key.Key_M, Qt.Key.Key_Y):
        hands.press(page.list.rows if page.list.rows.hasFocus() else page.list.search, key)
    assert page.list.search.text() == "my" and page.list.search.hasFocus()
    assert titles(page)[0] == "My Diary"
    hands.press(page.list.search, Qt.Key.Key_Escape)
    assert page.list.search.text() == ""
    hands.press(page.list.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page._dialog is not None
    page._dialog.reject()


def test_an_empty_pack_teaches_the_first_thing_to_do(new_binder: Binder, open_window: Open, hands: Hands) -> None:
    with new_binder.atomic("remove_resource"):
        for item in resources.pack(new_binder):
            resources.remove_resource(new_binder, item.id)
    window = open_window(new_binder)
    window._desk.navigation.go_to("resources")
    settle()
    page = window.page
    assert isinstance(page, ResourcesPage)
    assert not page.split.isVisible() and not page.reading_list.isVisible()
    hands.click(hands.button(page, "Add the first resource"))
    dialog = page._dialog
    assert dialog is not None
    dialog.form.words["title"].setText("The first")  # type: ignore[union-attr]
    hands.click(dialog.ui.save)
    assert titles(page) == ["The first"] and page.split.isVisible()


def test_narrow_window_shows_list_and_pane_in_turn(page: ResourcesPage, window: MainWindow, hands: Hands) -> None:
    window.resize(700, 640)
    settle()
    assert page.list.rows.isVisible() and not page.pane.isVisible()
    hands.press(page.list.rows, Qt.Key.Key_Return)
    assert page.pane.isVisible() and not page.list.rows.isVisible()
    hands.click(page.pane.back)
    assert page.list.rows.hasFocus()


def test_with_little_room_the_filters_fold_and_open_in_place_of_the_list(
    page: ResourcesPage, window: MainWindow, hands: Hands
) -> None:
    window.resize(640, 480)
    settle()
    chips = page.list.filters.chips
    assert not chips["kind"].isVisible() and page.list.rows.isVisible()
    hands.click(hands.button(page, "Filters"))
    settle()
    assert chips["kind"].isVisible() and not page.list.rows.isVisible()
    choose(page, hands, "kind", "Story for children")
    hands.click(hands.button(page, "Show the list"))
    settle()
    assert page.list.rows.isVisible() and chips["kind"].isVisible() and not chips["age"].isVisible()
    window.resize(1366, 768)
    settle()
    assert all(chip.isVisible() for name, chip in chips.items() if name != "criterion")


@pytest.mark.parametrize(("size", "text"), [((1366, 768), 100), ((1366, 768), 200), ((640, 560), 100)])
def test_nothing_is_cut_off(
    size: tuple[int, int], text: int, page: ResourcesPage, window: MainWindow, sample_binder: Binder
) -> None:
    endless = "w" * 400
    fields: dict[str, Any] = dict.fromkeys(
        ("description", "author", "kind", "audience", "ages", "link", "licence", "status", "note", "language"), endless
    )
    number = resources.add_resource(
        sample_binder, ResourceFields(endless, tags=(endless,), nations=(endless,), criteria=("1.3", "9.9"), **fields)
    )
    shelves.add_shelf(sample_binder, "w" * 80, number)
    window._desk.theme.apply(text_size=text)
    try:
        window.resize(*size)
        page.arrive(number)
        settle()
        assert window.width() == size[0]
        inner = page.pane.widget()
        assert inner.width() <= page.pane.viewport().width()
        for made in inner.findChildren(QWidget):
            if made.isVisible() and made.parentWidget() is inner:
                assert made.x() + made.width() <= inner.width()
        assert "not in this edition" in page.pane.facts.criteria.findChildren(QWidget)[-1].accessibleName()
    finally:
        window._desk.theme.apply(text_size=100)


TEXTS = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 and bell\x07", "emoji 😀🧒🏽", "خط المساعدة للعائلات"]


@pytest.mark.parametrize("odd", TEXTS, ids=["markup", "control", "emoji", "arabic"])
def test_F51_any_text_in_every_field_is_shown_plainly(odd: str, page: ResourcesPage, sample_binder: Binder) -> None:
    lists = {"stages", "statements", "criteria", "nations", "tags"}
    texts: dict[str, Any] = {name: odd for name in ResourceFields.__dataclass_fields__ if name not in lists}
    number = resources.add_resource(sample_binder, ResourceFields(**texts, tags=(odd,)))
    page.arrive(number)
    settle()
    kept = resources.resource(sample_binder, number)
    assert kept is not None
    assert pane_words(page).count(kept.fields.title) >= 9


def test_ten_thousand_lines_are_shown(page: ResourcesPage, sample_binder: Binder) -> None:
    long = "\n".join(f"line {n}" for n in range(10_000))
    page.arrive(resources.add_resource(sample_binder, ResourceFields("Long", description=long, note=long)))
    settle()
    assert page.pane.description.words.text() == "", "it stands in a field that scrolls"
    page.list.walk(-1)
    assert page.pane.title.text() != "Long"


def test_every_control_has_a_name_in_the_page_and_with_everything_open(
    page: ResourcesPage, window: MainWindow, hands: Hands, sample_binder: Binder
) -> None:
    shelves.add_shelf(sample_binder, "Year 6", page.list.resource_id)
    page.list.filters._choose("kind", "tool")
    page.pane.open_give_out()
    settle()
    assert nameless(window) == []
    assert {"Search the resource pack", "Resources", "How many", "Clear Kind: Tool"} <= set(control_names(window))
    hands.click(page.list.filters.chips["stage"].button)
    assert page.list.filters.chips["stage"].menu.accessibleName() == "Stage"
    page.list.filters.chips["stage"].menu.close()
