"""Find help: search, chips, reading pane, one-click checks, closing, removing and undo, on real binders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.models.row_model import ROW, Row
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.widgets.links import full_address, mail_address, web_address
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.listings import CheckState, Listing, ListingFields, ListingStatus, Phone, trusted_until
from champion_app.domain.services import Service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings
from champion_app.tasks.service import say_who_we_are
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


def page_of(window: MainWindow, hands: Hands) -> FindHelpPage:
    """Goes to Find help with the sidebar's button."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Find help"))
    settle()
    assert isinstance(window.page, FindHelpPage)
    return window.page


def settle() -> None:
    """What was put into a layout becomes visible."""
    QApplication.processEvents()


def row(page: FindHelpPage, place: int) -> Row:
    """A line of the list as it is painted."""
    found = page.list.model.index(place).data(ROW)
    assert isinstance(found, Row)
    return found


def names(page: FindHelpPage) -> list[str]:
    return [row(page, place).title for place in range(page.list.model.rowCount())]


def find(page: FindHelpPage, hands: Hands, words: str) -> None:
    page.list.search.clear()
    hands.type(page.list.search, words)
    settle()


def pane_words(page: FindHelpPage) -> str:
    return "\n".join(made.text() for made in page.pane.findChildren(QLabel) if made.isVisibleTo(page.pane))


def test_counts_and_states_are_said_in_words(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    assert page.list.count.text() == "12 services, 8 checked"
    states = {row(page, place).state for place in range(12)}
    assert {"Never checked", "Checked too long ago"} < states
    assert sum(state.startswith("Checked ") and state[-1].isdigit() for state in states) >= 3


def test_search_looks_in_name_offer_area_and_number(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    for words, wanted in (("childline", "Childline"), ("tea toys", "Bridge House Visitors' Centre")):
        find(page, hands, words)
        assert names(page) == [wanted]
    find(page, hands, "01632960120")  # as dialled, though it is written with a space
    assert names(page) == ["Hollin Vale Family Hub"]
    assert page.list.count.text() == "1 of 12 services shown"
    find(page, hands, "nobody at all")
    assert names(page) == []
    assert page.list.nothing.isVisible()
    assert not page.pane.name.isVisible()


@pytest.mark.parametrize(
    "typed", ["01632960120", "01632 960", "960120", "+44 1632 960 120", "0044 (0)1632-960", "632.960.120"]
)
def test_a_number_is_found_however_it_is_spaced(
    typed: str, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, typed)
    assert "Hollin Vale Family Hub" in names(page)
    assert "Childline" not in names(page)
    hands.click(hands.button(page.list.chips, "Closed 0"))
    assert names(page) == [], "the chips count for numbers too"


def test_digits_among_words_are_words(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    listings.add_listing(sample_binder, ListingFields(name="Club", ages="5-11", phones=(Phone("01632 960511"),)))
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "5-11")
    assert names(page) == ["Club"]
    find(page, hands, "hub 01632")
    assert names(page)[0] == "Hollin Vale Family Hub"


def test_accents_capitals_and_curly_apostrophes_do_not_matter(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    listings.add_listing(sample_binder, ListingFields(name="Caffi Dŵr Visitors’ Centre"))
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "DWR visitors' c")
    assert names(page) == ["Caffi Dŵr Visitors’ Centre"]


def test_a_slip_an_other_name_and_a_loose_find_are_said_above_the_list(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    listings.add_listing(sample_binder, ListingFields(name="Beck Hub", also_known_as="Sure Start Beckside"))
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "childlime")
    assert names(page) == ["Childline"]
    assert "nothing has “childlime”: did you mean “childline”?" in page.list.said.text()
    find(page, hands, "beckside")
    assert names(page) == ["Beck Hub"]
    assert not page.list.said.isVisible()
    find(page, hands, "samaritans zebra")
    assert names(page)[0] == "Samaritans"
    assert "some have only part of what you typed" in page.list.said.text()
    assert page.chosen.fields.name == "Samaritans", "the best one is in view"
    find(page, hands, "")
    assert not page.list.said.isVisible()


def test_the_chips_count_while_something_is_typed(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "families")
    everything = names(page)
    hands.click(hands.button(page.list.chips, "Checked 8"))
    checked = names(page)
    hands.click(hands.button(page.list.chips, "To check 4"))
    assert set(checked) | set(names(page)) == set(everything)
    assert not set(checked) & set(names(page))
    assert checked and names(page)


def test_arrow_keys_walk_while_typing_and_escape_clears(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    page.list.search.setFocus()
    first = page.chosen
    hands.press(page.list.search, Qt.Key.Key_Down)
    assert page.chosen != first
    hands.press(page.list.search, Qt.Key.Key_Up)
    assert page.chosen == first
    hands.type(page.list.search, "childline")
    hands.press(page.list.search, Qt.Key.Key_Escape)
    assert page.list.search.text() == ""
    assert len(names(page)) == 12


def test_chips_filter(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(hands.button(page.list.chips, "To check 4"))
    assert len(names(page)) == 4
    hands.click(hands.button(page.list.chips, "Checked 8"))
    assert len(names(page)) == 8
    hands.click(hands.button(page.list.chips, "Closed 0"))
    assert names(page) == []
    hands.click(hands.button(page.list.chips, "All 12"))
    assert len(names(page)) == 12


def test_checked_today_is_one_click_by_the_champion(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    hands.click(hands.button(page.list.chips, "To check 4"))
    first = names(page)[0]
    hands.clicks = 0
    hands.click(page.pane.checked)
    assert hands.clicks == 1
    kept = next(item for item in listings.directory(sample_binder) if item.fields.name == first)
    assert (kept.checked_on, kept.checked_by) == (clock.today(), "Sam Okafor")
    assert first not in names(page), "it is checked, so it has left the list of those to check"
    assert page.chosen is not None, "and the next one is in view"
    hands.click(hands.button(window.notices, "Undo"))
    again = listings.listing(sample_binder, kept.id)
    assert again is not None
    assert again.checked_on != clock.today()


def test_not_right_any_more_unchecks(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "childline")
    assert f"printed until {british(trusted_until(page.chosen.checked_on))}" in page.pane.state.text()
    hands.click(page.pane.doubt)
    assert page.chosen.checked_on is None
    assert "Never checked" in page.pane.state.text()
    assert row(page, 0).state == "Never checked"
    assert not page.pane.doubt.isVisible()


def test_the_pane_does_not_promise_a_print_that_is_forbidden(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "childline")
    listings.change_listing(sample_binder, page.chosen.id, replace(page.chosen.fields, print_rule="no"))
    assert "may be printed" not in page.pane.state.text()
    listings.change_listing(sample_binder, page.chosen.id, replace(page.chosen.fields, phones=()))
    assert page.pane.state.text() == "Never checked. Look it up before you give it to a family."


def test_a_closed_service_is_never_on_a_leaflet_and_can_open_again(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    wanted = leaflets.template("family-first-days")
    find(page, hands, "childline")
    number = page.chosen.id
    assert number in leaflets.chosen_contacts(sample_binder, wanted)
    hands.click(page.pane.status)
    assert listings.listing(sample_binder, number).fields.status is ListingStatus.CLOSED
    assert page.pane.state.text().startswith("Closed.")
    assert not page.pane.checked.isVisible()
    assert number not in leaflets.chosen_contacts(sample_binder, wanted)
    assert number not in [item.id for item in leaflets.offered_contacts(sample_binder)]
    choices = leaflets.LeafletChoices()
    paper = leaflets.compose_leaflet(sample_binder, wanted, choices, (number,))
    assert paper.contacts == ()
    assert page.pane.status.text() == "Open again"
    hands.click(page.pane.status)
    assert listings.listing(sample_binder, number).fields.status is ListingStatus.ACTIVE


def test_remove_asks_nothing_and_undo_brings_it_back(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    find(page, hands, "samaritans")
    before = page.chosen
    page.list.rows.setFocus()
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    assert listings.listing(sample_binder, before.id) is None
    hands.click(hands.button(window.notices, "Undo"))
    assert listings.listing(sample_binder, before.id) == before
    assert page.chosen == before


def test_undo_in_a_notice_takes_back_only_its_own_step(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    find(page, hands, "samaritans")
    removed = page.chosen.id
    hands.click(page.pane.remove)
    other = listings.directory(sample_binder)[0].id
    listings.untick_checked(sample_binder, other)  # something else, done elsewhere meanwhile
    hands.click(hands.button(window.notices, "Undo"))
    assert listings.listing(sample_binder, removed) is None
    assert listings.listing(sample_binder, other).checked_on is None
    assert "Something else was done" in window.notices.words.text()


def test_keyboard_search_walk_edit_and_escape(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    page.list.search.setFocus()
    hands.press(page.list.search, Qt.Key.Key_Return)
    assert page.list.rows.hasFocus()
    first = page.chosen
    hands.press(page.list.rows, Qt.Key.Key_Down)
    assert page.chosen != first
    assert page.pane.name.text() == page.chosen.fields.name
    hands.press(page.list.rows, Qt.Key.Key_F2)
    dialog = page._dialog
    assert dialog is not None
    assert dialog.ui.name.text() == page.chosen.fields.name
    hands.press(dialog, Qt.Key.Key_Escape)
    assert page._dialog is None
    hands.press(page.list.rows, Qt.Key.Key_Return)
    assert page.pane.edit.hasFocus()


def test_arrive_shows_one_service_whatever_was_filtered(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    wanted = next(item for item in listings.directory(sample_binder) if item.fields.name == "Samaritans")
    find(page, hands, "childline")
    hands.click(hands.button(page.list.chips, "Closed 0"))
    page.desk.navigation.go_to("find_help", wanted.id)
    assert page.chosen == wanted
    assert page.list.search.text() == ""
    page.desk.navigation.go_to("find_help", 987654)  # gone: nothing happens
    assert page.chosen == wanted
    page.desk.navigation.go_to("find_help", "to_check")
    assert page.list.chips.chosen == "to_check"
    assert len(names(page)) == 4


def test_number_can_be_copied(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "childline")
    hands.click(hands.button(page.pane, "Copy 0800 1111"))
    assert QGuiApplication.clipboard().text() == "0800 1111"


class Browser(QObject):
    """Stands where the browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_a_link_opens_only_after_its_whole_address_was_agreed_to(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    find(page, hands, "childline")
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        hands.click(hands.button(page.pane, "https://childline.org.uk"))
        question = window.findChild(QuestionDialog)
        assert question is not None
        said = [made.text() for made in question.findChildren(QLabel)]
        assert any("https://childline.org.uk" in words.replace("\u200b", "") for words in said)
        assert browser.opened == []
        hands.click(hands.button(question, "Stay here"))
        assert browser.opened == []
        hands.click(hands.button(page.pane, "https://childline.org.uk"))
        hands.click(hands.button(window, "Open it in the browser"))
        assert browser.opened == ["https://childline.org.uk"]
    finally:
        QDesktopServices.unsetUrlHandler("https")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x.org",
        "see our page",
        "https://bank.org@evil.org",
        "https://",
    ],
)
def test_what_is_not_a_web_address_is_no_link(text: str) -> None:
    assert web_address(text) is None


def test_addresses_are_shown_as_they_will_be_opened() -> None:
    plain = web_address("childline.org.uk/help")
    assert plain is not None
    assert full_address(plain) == "https://childline.org.uk/help"
    lookalike = web_address("https://раypal.org")  # the first two letters are Cyrillic
    assert lookalike is not None
    assert full_address(lookalike).startswith("https://xn--")
    assert mail_address("a b@c.org") is None
    assert mail_address("a@c.org?bcc=everyone@c.org") is None
    assert mail_address("jo@samaritans.org") is not None


ODD = [
    "<b>bold</b> & <img src='file:///etc/passwd'>",
    "nul\x00 and bell\x07",
    "emoji 😀🧒🏽",
    "خط المساعدة للعائلات",
    "w" * 480,
]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless"])
def test_any_text_in_every_field_is_shown_plainly(
    odd: str, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    fields = ListingFields(**{name: odd for name in ListingFields.__dataclass_fields__ if name not in (
        "phones", "print_rule", "status")}, phones=(Phone(odd, odd, odd),))  # fmt: skip
    number = listings.add_listing(sample_binder, fields)
    page = page_of(open_window(sample_binder), hands)
    page.arrive(number)
    settle()
    shown = pane_words(page).replace("\u200b", "")
    assert shown.count(listings.tidy(fields).name) >= 10
    assert page.window().width() <= 1366, "an endless word must not stretch the window"
    assert page.pane.horizontalScrollBar().maximum() == 0 or odd != "w" * 480


def test_ten_thousand_lines_are_shown(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    long = "\n".join(f"line {n}" for n in range(10_000))
    plain = listings.directory(sample_binder)[1]
    fields = replace(plain.fields, description=long, eligibility=long, how_to_refer=long, hours=long, note=long)
    listings.change_listing(sample_binder, plain.id, fields)
    page = page_of(open_window(sample_binder), hands)
    page.arrive(plain.id)
    settle()
    assert page.pane.isVisible()
    kept = listings.listing(sample_binder, plain.id)
    assert kept is not None
    assert kept.fields.description == long


def test_five_thousand_services_and_only_those_in_sight_are_read(
    new_binder: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_binder.atomic("add_listing"):
        for place in range(5_000):
            fields = ListingFields(name=f"Service {place}", phones=(Phone(f"01632 96{place:04}"),))
            listings.add_listing(new_binder, fields, "Sam" if place % 2 else "")
    say_who_we_are(new_binder, Service(name="Beck Primary"))
    read: list[int] = []
    some = listings.some

    def counted(binder: Binder, wanted: Sequence[int]) -> list[Listing]:
        read.extend(wanted)
        return some(binder, wanted)

    monkeypatch.setattr(listings, "some", counted)
    page = page_of(open_window(new_binder), hands)
    assert page.list.count.text() == "5057 services, 2500 checked"
    assert page.list.model.rowCount() == 5_057
    assert len(read) <= 300
    read.clear()
    hands.type(page.list.search, "service 2999")
    assert names(page)[0] == "Service 2999"
    find(page, hands, "01632962999")
    assert names(page) == ["Service 2999"]
    find(page, hands, "service")
    assert page.list.model.rowCount() < 200
    assert "best of many" in page.list.said.text()
    hands.click(hands.button(page.list.chips, "Checked 2500"))
    states = {listings.listing(new_binder, number).checked_on is None for number in page.list.model.ids}
    assert states == {False}
    find(page, hands, "")
    assert page.list.model.ids == listings.numbers(new_binder, (CheckState.CHECKED,))
    read.clear()
    page.list.rows.scrollToBottom()
    settle()
    page.list.rows.grab()
    assert 0 < len(read) <= 300, "the last rows are read when they come into sight"


def test_empty_directory_teaches_the_first_thing_to_do(new_binder: Binder, open_window: Open, hands: Hands) -> None:
    with new_binder.atomic("remove_listing"):
        for item in listings.directory(new_binder):
            listings.remove_listing(new_binder, item.id)
    window = open_window(new_binder)
    window._desk.navigation.go_to("find_help")
    settle()
    page = window.page
    assert isinstance(page, FindHelpPage)
    assert not page.split.isVisible()
    hands.click(hands.button(page, "Add the first service"))
    assert page._dialog is not None
    page._dialog.reject()


def test_narrow_window_shows_list_and_pane_in_turn(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    window.resize(760, 600)
    settle()
    assert page.list.rows.isVisible()
    assert not page.pane.isVisible()
    hands.press(page.list.rows, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    assert not page.list.rows.isVisible()
    hands.click(page.pane.back)
    assert page.list.rows.isVisible()
    assert page.list.rows.hasFocus()


@pytest.mark.parametrize("reading", [False, True])
def test_every_control_has_a_name(reading: bool, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    if reading:
        page.start_ringing()
        page.ring_round._begin_change()
        settle()
    assert nameless(window) == []
    assert len(control_names(page)) >= 5


def test_the_pane_says_who_checked_it_other_names_and_where_it_came_from(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "childline")
    day = british(page.chosen.checked_on)
    assert page.pane.state.text().startswith(f"Checked on {day} by Sam Okafor.")
    assert page.pane.came_from.text() == "From: Starter content"
    assert not page.pane.other_names.isVisible()
    number = listings.add_listing(sample_binder, ListingFields(name="Beck Hub", also_known_as="Sure Start"), "Jo")
    page.arrive(number)
    assert page.pane.other_names.text() == "Other names: Sure Start"
    assert page.pane.came_from.text() == "Added by us"
    assert page.pane.state.text().startswith(f"Checked on {british(clock.today())} by Jo.")


def test_buttons_stand_beside_the_title_or_below_it(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    assert page.ring.text() == "Ring round: 4 due"
    assert page.ring.mapTo(page, page.ring.rect().center()).y() < page.add.geometry().bottom()
    window.resize(640, 600)
    settle()
    assert page.ring.isVisible() and page.prisons.isVisible()
    assert page.ring.mapTo(page, page.ring.rect().center()).y() > page.add.geometry().bottom()
    assert window.width() == 640
