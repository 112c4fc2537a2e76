"""The recall list: from the page, the pane, a notice; what it names; printing again; what was dealt with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.recall_dialog import RecallDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.pages.leaflets_page import LeafletsPage
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.domain.prints import PrintRecord
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, print_history, recall
from champion_app.tasks.history import undo
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
HUB, OLD, NEW = "Hollin Vale Family Hub", "01632 960120", "01632 960121"


def get(binder: Binder, name: str) -> Listing:
    return next(one for one in listings.directory(binder) if one.fields.name == name)


def print_sheets(
    binder: Binder, template_id: str, names: tuple[str, ...], copies: int, choices: LeafletChoices
) -> None:
    """Notes a print of a leaflet with these services on it, each just checked."""
    template = leaflets.template(template_id)
    chosen = tuple(get(binder, name).id for name in names)
    leaflets.choose_contacts(binder, template, chosen)
    paper = leaflets.compose_leaflet(binder, template, choices, chosen)
    print_history.note_print(binder, template, paper, choices, copies)


@pytest.fixture
def printed(sample_binder: Binder) -> Binder:
    """Two leaflets with the family hub's number on 12 and 3 sheets, one of them with Childline too."""
    listings.tick_checked(sample_binder, get(sample_binder, HUB).id, "Sam Okafor")
    large = LeafletChoices(size=Size.A4, large_print=True)
    print_sheets(sample_binder, "family-first-days", (HUB,), 12, large)
    print_sheets(sample_binder, "family-arrest", (HUB, "Childline"), 3, LeafletChoices())
    return sample_binder


def change_number(binder: Binder, number: str = NEW) -> None:
    hub = get(binder, HUB)
    listings.change_listing(binder, hub.id, replace(hub.fields, phones=(Phone(number),)), "Sam Okafor")


def settle() -> None:
    QApplication.processEvents()


def page_of(window: MainWindow, hands: Hands) -> FindHelpPage:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Find help"))
    settle()
    assert isinstance(window.page, FindHelpPage)
    return window.page


def dialog_of(page: FindHelpPage) -> RecallDialog:
    settle()
    assert page._recall_dialog is not None
    page._recall_dialog.activateWindow()
    settle()
    return page._recall_dialog


def words_of(dialog: RecallDialog) -> list[str]:
    return [made.text() for made in dialog.findChildren(QLabel) if made.isVisibleTo(dialog)]


def test_nothing_is_said_while_every_sheet_is_right(printed: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(printed), hands)
    page.arrive(get(printed, HUB).id)
    assert not page.recall.isVisible() and not page.pane.recall.isVisible()
    page.show_recalls()
    dialog = dialog_of(page)
    assert "Nothing to recall" in dialog.heading.text()
    assert not dialog.rows.isVisible() and not dialog.again.isVisible()
    assert dialog.close_button.hasFocus()
    dialog.reject()


def test_a_number_changed_in_the_dialog_says_how_many_sheets_and_leads_to_them(
    printed: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(printed)
    page = page_of(window, hands)
    page.arrive(get(printed, HUB).id)
    hands.click(page.pane.edit)
    form = page._dialog
    assert form is not None
    form.phones.first.clear()
    hands.type(form.phones.first, NEW)
    hands.click(form.ui.save)
    settle()
    assert "15 sheets given out carry the old number." in window.notices.words.text()
    assert page.recall.words.text() == "15 sheets given out carry an old number or a closed service."
    assert page.pane.recall.words.text() == "15 sheets given out carry the old number."
    hands.click(hands.button(window.notices, "See which sheets"))
    dialog = dialog_of(page)
    assert dialog.heading.text() == "15 sheets given out, from 2 prints"
    words = words_of(dialog)
    for said in (british(clock.today()), "3 copies", leaflets.template("family-arrest").title):
        assert any(said in one for one in words), said
    assert words[words.index("Number on the paper") + 1] == OLD
    assert words[words.index("Number now") + 1] == NEW
    assert words[words.index("Service on the paper") + 1] == HUB
    dialog.reject()
    settle()
    undo(printed)
    assert not page.recall.isVisible() and not page.pane.recall.isVisible()


def test_another_edit_offers_undo_as_ever(printed: Binder, open_window: Open, hands: Hands) -> None:
    change_number(printed)
    window = open_window(printed)
    page = page_of(window, hands)
    page.arrive(get(printed, HUB).id)
    hands.click(page.pane.checked)
    assert hands.button(window.notices, "Undo").isVisible()
    hands.click(page.pane.edit)
    hands.type(page._dialog.ui.area, " and beyond")
    hands.click(page._dialog.ui.save)
    assert hands.button(window.notices, "Undo").isVisible()
    assert "sheets" not in window.notices.words.text()


@pytest.mark.parametrize("way", ["closed", "removed"])
def test_a_closed_or_removed_service_is_on_sheets_too(
    way: str, printed: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(printed)
    page = page_of(window, hands)
    page.arrive(get(printed, "Childline").id)
    hands.click(page.pane.status if way == "closed" else page.pane.remove)
    assert "3 sheets given out still name it." in window.notices.words.text()
    hands.click(page.recall.see)
    dialog = dialog_of(page)
    row = dialog.model.row_at(dialog.model.index(0))
    assert (row.state, dialog.model.rowCount()) == ("Closed", 1)
    assert "Childline" in row.second and "0800 1111" in row.second
    assert any("closed" in one for one in words_of(dialog))
    dialog.reject()


def test_print_again_is_two_presses_with_the_choices_of_that_print(
    printed: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    change_number(printed)
    template = leaflets.template("family-first-days")
    leaflets.remember_choices(printed, template, LeafletChoices(size=Size.FOLDED_A5))
    window = open_window(printed)
    window._desk.navigation.go_to("leaflets")  # it is there already, with this very leaflet and other choices
    sheet = window.page
    assert isinstance(sheet, LeafletsPage)
    assert not sheet.options.large_print.isChecked()
    page = page_of(window, hands)
    hands.click(page.recall.see)
    dialog = dialog_of(page)
    dialog.rows.setCurrentIndex(dialog.model.index(1))
    hands.clicks = 0
    hands.click(dialog.again)
    settle()
    assert window.page is sheet
    assert sheet._template.id == "family-first-days"
    assert sheet.options.choices() == LeafletChoices(size=Size.A4, large_print=True)
    assert [contact.number for contact in sheet.paper.contacts] == [NEW]
    before = len(print_history.print_history(printed))
    hands.click(sheet.print)
    assert hands.clicks == 2
    qtbot.waitUntil(lambda: len(print_history.print_history(printed)) == before + 1, timeout=20_000)
    history = print_history.print_history(printed)
    assert [contact.number for contact in history[0].contacts] == [NEW]
    assert len(recall.recalls(printed)) == 2, "printing again does not throw the old ones away"


def test_dealt_with_is_ticked_off_and_said_quietly(printed: Binder, open_window: Open, hands: Hands) -> None:
    change_number(printed)
    window = open_window(printed)
    page = page_of(window, hands)
    hands.click(page.recall.see)
    dialog = dialog_of(page)
    title = dialog.chosen.record.title
    hands.click(dialog.dealt)
    assert window.notices.words.text() == f"Dealt with: {title}."
    assert not window.notices.act.isVisible(), "there is no way back, and nothing was asked"
    assert dialog.model.rowCount() == 1
    assert dialog.heading.text() == "12 sheets given out, from 1 print"
    assert page.recall.words.text().startswith("12 sheets")
    hands.click(dialog.dealt)
    assert "Nothing to recall" in dialog.heading.text()
    assert recall.recalls(printed) == []
    hands.click(dialog.close_button)
    assert not page.recall.isVisible()
    assert page._recall_dialog is None


def test_a_full_disk_while_ticking_off_changes_nothing(
    printed: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_number(printed)
    window = open_window(printed)
    page = page_of(window, hands)
    page.show_recalls()
    dialog = dialog_of(page)

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(recall, "deal_with", full)
    hands.click(dialog.dealt)
    assert "the disk is full" in window.notices.words.text()
    assert dialog.model.rowCount() == 2
    dialog.reject()


def test_a_leaflet_that_is_no_more_cannot_be_printed_again(printed: Binder, open_window: Open, hands: Hands) -> None:
    known = print_history.print_history(printed)[0]
    with printed.atomic("note_print", also=frozenset({"prints"})):
        printed.table("prints").update(known.id, {"template": "gone", "title": "Our own old sheet"})
    change_number(printed)
    page = page_of(open_window(printed), hands)
    page.show_recalls()
    dialog = dialog_of(page)
    assert not dialog.again.isEnabled()
    assert dialog.gone.isVisible()
    hands.press(dialog.rows, Qt.Key.Key_Down)
    assert dialog.again.isEnabled()
    assert not dialog.gone.isVisible()
    dialog.reject()


def test_old_prints_without_a_template_are_known_by_their_title(printed: Binder) -> None:
    title = leaflets.template("family-arrest").title
    record = PrintRecord(0, clock.today(), "leaflet", title, "1", "", 1)
    assert print_history.printed_again(printed, record) == "family-arrest"
    print_history.take_up_choices(printed, "family-arrest", record)  # it does not say how it was made: nothing changes
    assert print_history.printed_again(printed, replace(record, title="nothing like it")) == ""


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 bell\x07", "😀🧒🏽", "خط المساعدة", "w" * 480]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless"])
def test_any_text_is_shown_plainly(odd: str, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    number = listings.add_listing(sample_binder, ListingFields(odd, phones=(Phone(odd),)), "Sam")
    kept = listings.listing(sample_binder, number)
    assert kept is not None
    print_sheets(sample_binder, "family-arrest", (kept.fields.name,), 2, LeafletChoices())
    listings.set_status(sample_binder, number, ListingStatus.CLOSED)
    window = open_window(sample_binder)
    page = page_of(window, hands)
    page.show_recalls(number)
    dialog = dialog_of(page)
    shown = [words.replace("\u200b", "") for words in words_of(dialog)]
    assert kept.fields.name in shown
    assert nameless(dialog) == []
    assert dialog.width() <= 1366
    dialog.reject()


def test_many_recalls_in_a_small_window(printed: Binder, open_window: Open, hands: Hands) -> None:
    for _ in range(60):
        print_sheets(printed, "family-arrest", (HUB, "Childline"), 1, LeafletChoices())
    change_number(printed)
    listings.set_status(printed, get(printed, "Childline").id, ListingStatus.CLOSED)
    window = open_window(printed)
    window.resize(640, 520)
    page = page_of(window, hands)
    page.show_recalls()
    dialog = dialog_of(page)
    assert dialog.model.rowCount() == 2 + 1 + 120
    assert dialog.heading.text() == "75 sheets given out, from 62 prints", "a sheet with two wrong numbers counts once"
    assert dialog.width() <= 640 and dialog.height() <= 520
    for made in (dialog.again, dialog.dealt, dialog.close_button):
        assert made.visibleRegion().boundingRect().size() == made.size()
    dialog.reject()
