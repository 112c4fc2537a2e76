"""Ringing round (T10): ten contacts, one key each when unchanged; a changed number, and the recall list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.pages.leaflets_page import LeafletsPage
from champion_app.desktop.widgets.ring_round import RingRoundPane
from champion_app.domain import clock
from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, print_history, recall
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
TEMPLATE = "family-first-days"
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    QApplication.processEvents()


@pytest.fixture
def ten(sample_binder: Binder) -> Binder:
    """The sample with ten services due a check, each printed on twelve leaflets three weeks after its last check."""
    today = clock.today()
    long_ago = today - timedelta(days=400)
    with sample_binder.atomic("tick_checked"):
        for known in listings.directory(sample_binder):
            listings.tick_checked(sample_binder, known.id, "Sam Okafor", today - timedelta(days=5))
        numbers = [
            listings.add_listing(
                sample_binder,
                ListingFields(f"Due {place}", "A meal.", phones=(Phone(f"01632 9602{place:02}", "Desk"),)),
                "Jo",
                long_ago,
            )
            for place in range(10)
        ]
    template = leaflets.template(TEMPLATE)
    leaflets.choose_contacts(sample_binder, template, tuple(numbers[:3]))
    paper = leaflets.compose_leaflet(
        sample_binder, template, LeafletChoices(large_print=True), tuple(numbers[:3]), long_ago + timedelta(days=21)
    )
    assert paper.contacts[0].number == "01632 960200"
    print_history.note_print(sample_binder, template, paper, LeafletChoices(large_print=True), 12)
    return sample_binder


def page_of(window: MainWindow, hands: Hands) -> FindHelpPage:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Find help"))
    settle()
    assert isinstance(window.page, FindHelpPage)
    return window.page


def begin(window: MainWindow, hands: Hands) -> RingRoundPane:
    """Presses "Ring round" and gives back what is then on the page."""
    page = page_of(window, hands)
    hands.clicks = 0
    hands.click(page.ring)
    settle()
    assert page.ring_round.isVisible()
    return page.ring_round


def key(hands: Hands, which: Qt.Key) -> None:
    """A key goes where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    hands.press(where, which)
    settle()


def get(binder: Binder, name: str) -> Listing:
    return next(one for one in listings.directory(binder) if one.fields.name == name)


def test_t10_ten_contacts_one_number_changed_and_the_leaflet_printed_again(
    ten: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(ten)
    page = page_of(window, hands)
    assert page.ring.text() == "Ring round: 10 due"
    ring = begin(window, hands)
    assert ring.progress.text() == "Ringing round: 1 of 10"
    assert ring.service.number.text() == "01632 960200"
    assert ring.service.number.font().pixelSize() > 2 * ring.service.checked.font().pixelSize()
    assert ring.service.checked.text().startswith("Last checked on") and "by Jo" in ring.service.checked.text()
    assert "On 12 sheets given out" in ring.service.sheets.text()
    hands.clicks = 0
    key(hands, Qt.Key.Key_1)
    assert hands.clicks == 1
    assert (get(ten, "Due 0").checked_on, get(ten, "Due 0").checked_by) == (clock.today(), "Sam Okafor")
    assert ring.progress.text() == "Ringing round: 2 of 10"
    key(hands, Qt.Key.Key_2)  # the second one has another number
    field = ring.numbers.fields[0]
    assert field.hasFocus() and field.selectedText() == "01632 960201"
    hands.type(field, "01632 960299")
    key(hands, Qt.Key.Key_Return)
    changed = get(ten, "Due 1")
    assert (changed.phone, changed.checked_on, changed.checked_by) == ("01632 960299", clock.today(), "Sam Okafor")
    assert changed.fields.phones[0].label == "Desk"
    assert ring.told_words.text() == "12 sheets given out carry the old number."
    assert ring.service.number.text() == "01632 960299", "it stays in view until the champion goes on"
    hands.click(ring.see)
    dialog = page._recall_dialog
    assert dialog is not None
    settle()
    dialog.activateWindow()
    settle()
    assert dialog.isActiveWindow()
    row = dialog.model.row_at(dialog.model.index(0))
    assert row.title == leaflets.template(TEMPLATE).title
    for words in ("12 copies", "01632 960201", "01632 960299"):
        assert words in row.second
    hands.press(dialog, Qt.Key.Key_Escape)
    settle()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert ring.go_on.hasFocus()
    key(hands, Qt.Key.Key_Return)  # "Go on" has the keyboard
    assert ring.progress.text() == "Ringing round: 3 of 10"
    for _ in range(8):
        key(hands, Qt.Key.Key_1)
    assert ring.end.isVisible()
    assert ring.end.counts.text() == "9 are right · 1 has another number now"
    assert recall.due_count(ten) == 0
    assert ring.end.recall.words.text() == "12 sheets given out carry an old number or a closed service."
    hands.click(ring.end.recall.see)
    settle()
    hands.clicks = 0
    hands.click(page._recall_dialog.again)
    settle()
    sheet = window.page
    assert isinstance(sheet, LeafletsPage)
    assert sheet._template.id == TEMPLATE
    numbers = [contact.number for contact in sheet.paper.contacts]
    assert numbers == ["01632 960200", "01632 960299", "01632 960202"]
    assert sheet.options.large_print.isChecked(), "made as it was made then"
    assert sheet.print.isVisible() and sheet.print.isEnabled()
    assert hands.clicks == 1, "and one more press prints it"


def test_the_other_keys_and_the_end(ten: Binder, open_window: Open, hands: Hands) -> None:
    ring = begin(open_window(ten), hands)
    key(hands, Qt.Key.Key_3)
    assert get(ten, "Due 0").checked_on != clock.today()
    key(hands, Qt.Key.Key_4)
    assert get(ten, "Due 1").fields.status is ListingStatus.CLOSED
    assert ring.told_words.text() == "12 sheets given out still name it."
    hands.click(ring.go_on)
    for _ in range(8):
        key(hands, Qt.Key.Key_1)
    assert ring.end.counts.text() == "8 are right · 1 did not answer · 1 has closed"
    assert ring.end.again.text() == "Ring the one that did not answer"
    assert not ring.end.more.isVisible()
    hands.click(ring.end.again)
    settle()
    assert ring.service.name.text() == "Due 0"
    assert ring.progress.text() == "Ringing round: 10 of 10"
    key(hands, Qt.Key.Key_1)
    assert ring.end.isVisible()
    hands.click(ring.end.back)
    page = ring.window().page
    assert page.split.isVisible() and not ring.isVisible()
    assert page.ring.text() == "Ring round: none due"


def test_buttons_do_what_the_keys_do(ten: Binder, open_window: Open, hands: Hands) -> None:
    ring = begin(open_window(ten), hands)
    hands.clicks = 0
    hands.click(hands.button(ring, "1  Right: checked today"))
    hands.click(hands.button(ring, "3  No answer: later"))
    hands.click(hands.button(ring, "4  It has closed"))
    assert hands.clicks == 3
    assert get(ten, "Due 0").checked_on == clock.today()
    assert get(ten, "Due 2").fields.status is ListingStatus.CLOSED


def test_undo_brings_the_service_back(ten: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    before = get(ten, "Due 0")
    key(hands, Qt.Key.Key_1)
    assert ring.service.name.text() == "Due 1"
    hands.click(hands.button(window.notices, "Undo"))
    settle()
    assert get(ten, "Due 0") == before
    assert ring.service.name.text() == "Due 0"
    assert ring.progress.text() == "Ringing round: 1 of 10"
    ring.take_keyboard()
    key(hands, Qt.Key.Key_3)
    hands.click(hands.button(window.notices, "Undo"))
    settle()
    assert ring.service.name.text() == "Due 0"
    ring.take_keyboard()
    key(hands, Qt.Key.Key_4)
    assert ring.told.isVisible()
    hands.press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert get(ten, "Due 0") == before
    assert not ring.told.isVisible() and ring.right.isVisible(), "nothing is wrong with the sheets any more"


def test_a_changed_number_is_one_step_to_undo(ten: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    before = get(ten, "Due 0")
    key(hands, Qt.Key.Key_2)
    hands.type(ring.numbers.fields[0], "01632 960299")
    hands.click(ring.numbers.save)
    assert ring.told.isVisible()
    hands.press(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert get(ten, "Due 0") == before
    assert ring.service.number.text() == "01632 960200"
    assert recall.recalls(ten) == []


def test_words_are_no_number_and_are_not_saved_as_checked(ten: Binder, open_window: Open, hands: Hands) -> None:
    ring = begin(open_window(ten), hands)
    before = get(ten, "Due 0")
    key(hands, Qt.Key.Key_2)
    hands.type(ring.numbers.fields[0], "abc")
    hands.click(ring.numbers.save)
    assert get(ten, "Due 0") == before and ring.numbers.isVisible()
    assert ring.numbers.fields[0].text() == "abc"  # the words stay


def test_left_and_gone_on_with_on_the_same_day(ten: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    key(hands, Qt.Key.Key_1)
    key(hands, Qt.Key.Key_3)
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    page = window.page
    assert not ring.isVisible() and page.list.rows.hasFocus()
    assert page.ring.text() == "Go on ringing round: 8 left"
    listings.tick_checked(ten, get(ten, "Due 2").id, "Jo")  # looked up from the list meanwhile
    window.close()
    window = open_window(ten)  # the next time
    ring = begin(window, hands)
    assert ring.progress.text() == "Ringing round: 4 of 10"
    assert ring.service.name.text() == "Due 3"
    hands.click(hands.button(window.sidebar, "Home"))
    hands.click(hands.button(window.sidebar, "Find help"))
    settle()
    assert ring.isVisible() and ring.service.name.text() == "Due 3", "another page does not end the round"


def test_another_day_begins_anew(ten: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    key(hands, Qt.Key.Key_1)
    tomorrow = clock.today() + timedelta(days=1)
    monkeypatch.setattr(clock, "today", lambda: tomorrow)
    key(hands, Qt.Key.Key_1)
    assert get(ten, "Due 1").checked_on == tomorrow
    assert not ring.isVisible(), "the list says what is due today"
    ring = begin(window, hands)
    assert ring.progress.text() == "Ringing round: 1 of 8"


def test_ten_at_a_time_and_those_on_sheets_first(ten: Binder, open_window: Open, hands: Hands) -> None:
    with ten.atomic("add_listing"):
        for place in range(15):
            listings.add_listing(ten, ListingFields(f"A new one {place:02}"))
    ring = begin(open_window(ten), hands)
    assert ring.progress.text() == "Ringing round: 1 of 10"
    assert [one.fields.name for one in listings.some(ten, ring._round.services)][:4] == [
        "Due 0", "Due 1", "Due 2", "A new one 00",
    ]  # fmt: skip
    key(hands, Qt.Key.Key_3)
    for _ in range(9):
        key(hands, Qt.Key.Key_1)
    assert ring.end.left.text() == "15 more services are due a check."
    assert ring.end.more.text() == "Ring 10 more"
    hands.click(ring.end.more)
    settle()
    assert ring.progress.text() == "Ringing round: 1 of 10"
    assert "Due 0" not in [one.fields.name for one in listings.some(ten, ring._round.services)]
    for _ in range(10):
        key(hands, Qt.Key.Key_1)
    hands.click(ring.end.more)
    for _ in range(5):
        key(hands, Qt.Key.Key_1)
    assert ring.end.isVisible() and not ring.end.again.isVisible()
    hands.click(ring.end.back)
    settle()
    assert ring.window().page.ring.text() == "Ring round: 1 due", "the one that did not answer"
    hands.click(ring.window().page.ring)
    assert ring.service.name.text() == "Due 0"


def test_a_number_half_typed_is_kept(ten: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    key(hands, Qt.Key.Key_2)
    hands.type(ring.numbers.fields[0], "01632 9602")
    key(hands, Qt.Key.Key_Escape)
    assert not ring.numbers.isVisible() and ring.right.isVisible()
    key(hands, Qt.Key.Key_2)
    assert ring.numbers.fields[0].text() == "01632 9602"
    hands.type(ring.numbers.fields[0], "")
    hands.click(hands.button(window.sidebar, "Home"))
    window.close()
    ring = begin(open_window(ten), hands)
    assert ring.numbers.isVisible(), "what was begun is in sight"
    assert ring.numbers.fields[0].text() == "01632 9602"
    assert get(ten, "Due 0").phone == "01632 960200"
    hands.click(ring.numbers.cancel)
    key(hands, Qt.Key.Key_1)
    assert ring._desk.drafts.find(f"ring round {get(ten, 'Due 0').id}") == {}


def test_digits_typed_into_a_field_are_no_keys(ten: Binder, open_window: Open, hands: Hands) -> None:
    ring = begin(open_window(ten), hands)
    key(hands, Qt.Key.Key_2)
    for which in (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_4):
        key(hands, which)
    assert ring.numbers.fields[0].text() == "0134"
    assert get(ten, "Due 0").checked_on != clock.today()


def test_no_number_and_the_same_number_are_said_beside_the_field(ten: Binder, open_window: Open, hands: Hands) -> None:
    ring = begin(open_window(ten), hands)
    key(hands, Qt.Key.Key_2)
    hands.click(ring.numbers.save)
    assert "the number we have" in ring.numbers._frames[0].problem.text()
    ring.numbers.fields[0].clear()
    hands.click(ring.numbers.save)
    assert "Write the new number here" in ring.numbers._frames[0].problem.text()
    assert ring.numbers.isVisible() and ring.numbers.fields[0].hasFocus()
    hands.type(ring.numbers.fields[0], "9" * 600)
    hands.click(ring.numbers.save)
    assert "too long" in ring.window().notices.words.text()
    assert ring.numbers.isVisible() and ring.numbers.fields[0].text() == "9" * 600, "the words stay"


def test_every_number_of_a_service_has_its_field(ten: Binder, open_window: Open, hands: Hands) -> None:
    first = get(ten, "Due 0")
    two = (Phone("01632 960200", "Desk", "free"), Phone("01632 960250", "Night"))
    listings.change_listing(ten, first.id, replace(first.fields, phones=two), "Jo", date(2025, 1, 1))
    ring = begin(open_window(ten), hands)
    assert ring.service.name.text() == "Due 0"
    key(hands, Qt.Key.Key_2)
    names = [field.accessibleName() for field in ring.numbers.fields]
    assert names == ["New number (Desk)", "New number (Night)"]
    ring.numbers.fields[1].clear()
    hands.type(ring.numbers.fields[1], "01632 960251")
    hands.click(ring.numbers.save)
    assert get(ten, "Due 0").fields.phones == (two[0], replace(two[1], number="01632 960251"))
    assert not ring.told.isVisible(), "the number on the sheets is still right"
    assert ring.service.name.text() == "Due 1"


def test_without_a_number_it_says_so_and_one_can_be_written(ten: Binder, open_window: Open, hands: Hands) -> None:
    first = get(ten, "Due 0")
    listings.change_listing(ten, first.id, replace(first.fields, phones=(), website="example.org"))
    ring = begin(open_window(ten), hands)
    while ring.service.name.text() != "Due 0":
        key(hands, Qt.Key.Key_3)
    assert ring.service.number.text() == "No number: look it up"
    assert hands.button(ring, "https://example.org").isVisible()
    key(hands, Qt.Key.Key_2)
    hands.type(ring.numbers.fields[0], "01632 960277")
    key(hands, Qt.Key.Key_Return)
    assert get(ten, "Due 0").phone == "01632 960277"


def test_a_full_disk_is_said_and_the_service_stays(
    ten: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(ten)
    ring = begin(window, hands)

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(listings, "tick_checked", full)
        key(hands, Qt.Key.Key_1)
        assert "the disk is full" in window.notices.words.text()
        assert ring.service.name.text() == "Due 0" and ring.right.isVisible()
    key(hands, Qt.Key.Key_1)
    assert ring.service.name.text() == "Due 1"


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 bell\x07", "😀🧒🏽", "خط المساعدة", "w" * 480]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless"])
def test_any_text_is_shown_plainly(odd: str, ten: Binder, open_window: Open, hands: Hands) -> None:
    first = get(ten, "Due 0")
    fields = ListingFields(
        odd,
        odd * 3,
        odd,
        (Phone(odd, odd, odd), Phone(odd)),
        odd,
        odd,
        odd,
        eligibility=odd,
        how_to_refer=odd,
        note=odd,
    )
    listings.change_listing(ten, first.id, fields, "<i>Jo</i>", date(2025, 1, 1))
    window = open_window(ten)
    ring = begin(window, hands)
    kept = listings.listing(ten, first.id)
    assert ring.service.name.text().replace("\u200b", "") == kept.fields.name
    assert "<i>Jo</i>" in ring.service.checked.text()
    key(hands, Qt.Key.Key_2)
    assert nameless(window) == []
    assert ring.service.horizontalScrollBar().maximum() == 0 and window.width() == 1366


def test_the_keys_are_beside_the_words_in_a_small_window_and_at_any_size_of_text(
    ten: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(ten)
    ring = begin(window, hands)
    try:
        for size, text in (((640, 600), 100), ((1366, 768), 200)):
            window.resize(*size)
            ring._desk.theme.apply(text_size=text)
            settle()
            assert (window.width(), window.height()) == size
            for made in (ring.right, ring.changed, ring.later, ring.closed):
                assert made.isVisible() and made.visibleRegion().boundingRect().size() == made.size()
    finally:
        ring._desk.theme.apply(text_size=100)
