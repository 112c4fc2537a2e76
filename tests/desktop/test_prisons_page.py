"""Prisons: list, search and chips, visiting facts, our nearest prison, adding, editing, closing and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.prison_dialog import PrisonDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.pages.prisons_page import PrisonsPage
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.prisons import FIELD_WORDS, VISIT_FACTS, Prison, PrisonFields, PrisonStatus
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import prisons, service
from champion_app.tasks.history import undo
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
FACTS = {
    "booking": "Online, two days before.",
    "proof_of_identity": "A passport.",
    "dress": "No hoods.",
    "children_may_bring": "One book.",
    "good_to_know": "The bus stops outside.",
    "visits_page": "example.gov.uk/visits",
    "phone": "01632 960333",
}


def settle() -> None:
    QApplication.processEvents()


def page_of(window: MainWindow, hands: Hands) -> PrisonsPage:
    """Goes to the prisons by way of Find help."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Find help"))
    settle()
    assert isinstance(window.page, FindHelpPage)
    hands.click(window.page.prisons)
    settle()
    assert isinstance(window.page, PrisonsPage)
    return window.page


def dialog_of(page: PrisonsPage) -> PrisonDialog:
    settle()
    assert page._dialog is not None
    return page._dialog


def names(page: PrisonsPage) -> list[str]:
    rows = [page.list.model.row_at(page.list.model.index(place)) for place in range(page.list.model.rowCount())]
    return [row.title for row in rows if row is not None]


def find(page: PrisonsPage, hands: Hands, words: str) -> None:
    page.list.search.clear()
    hands.type(page.list.search, words)
    settle()


def named(binder: Binder, name: str) -> Prison:
    return next(one for one in prisons.all_prisons(binder) if one.fields.name == name)


def known(binder: Binder, name: str = "HMP Leeds", days: int = 0) -> Prison:
    """A prison whose visiting facts were looked up so many days ago."""
    one = named(binder, name)
    prisons.change_prison(binder, one.id, replace(one.fields, **FACTS))
    prisons.tick_prison(binder, one.id, "Jo", clock.today() - timedelta(days=days))
    return named(binder, name)


def pane_words(page: PrisonsPage) -> list[str]:
    return [made.text() for made in page.pane.findChildren(QLabel) if made.isVisibleTo(page.pane)]


def test_the_list_has_every_prison_ours_first_and_find_help_stays_marked(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    ours = service.who_we_are(sample_binder).prison
    assert page.list.count.text() == "127 prisons"
    assert names(page)[0] == ours
    assert names(page)[1:] == sorted(names(page)[1:], key=str.casefold)
    assert page.list.model.row_at(page.list.model.index(0)).state == "Our nearest"
    assert hands.button(window.sidebar, "Find help").isChecked()
    assert [made.text() for made in page.list.chips._values] == ["All 127", "Ours 1", "To look up 127", "Closed 0"]
    hands.click(page.up)
    assert isinstance(window.page, FindHelpPage)


def test_each_fact_that_is_empty_says_that_nobody_has_looked_it_up(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    words = pane_words(page)
    for name in VISIT_FACTS:
        assert words[words.index(FIELD_WORDS[name]) + 1] == "Nobody has looked this up yet."
    assert not page.pane.looked.isVisible(), "there is nothing to vouch for"
    hands.click(page.pane.write)
    assert dialog_of(page).ui.booking.isVisible()
    dialog_of(page).reject()


def test_known_facts_are_shown_with_the_day_and_can_be_copied_and_opened(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    one = known(sample_binder)
    page = page_of(open_window(sample_binder), hands)
    page.arrive(one.id)
    settle()
    words = pane_words(page)
    for name in VISIT_FACTS:
        if name != "visits_page":
            assert words[words.index(FIELD_WORDS[name]) + 1] == FACTS[name]
    assert hands.button(page.pane, "https://example.gov.uk/visits").isVisible()
    hands.click(hands.button(page.pane, "Copy 01632 960333"))
    assert QGuiApplication.clipboard().text() == "01632 960333"
    assert page.pane.state.text().startswith(f"Looked up on {british(clock.today())} by Jo. Good until")
    assert page.pane.came_from.text() == "From: Starter content"
    assert "Leeds, West Yorkshire, Yorkshire and the Humber, England" in words


def test_stale_after_six_months_and_looked_up_today_is_one_press(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    one = known(sample_binder, days=190)
    window = open_window(sample_binder)
    page = page_of(window, hands)
    page.arrive(one.id)
    assert "more than six months ago" in page.pane.state.text()
    assert page.list.model.row_at(page.list.rows.currentIndex()).state == "Look it up again"
    hands.clicks = 0
    hands.click(page.pane.looked)
    assert hands.clicks == 1
    now = named(sample_binder, "HMP Leeds")
    assert (now.checked_on, now.checked_by) == (clock.today(), "Sam Okafor")
    assert page.list.model.row_at(page.list.rows.currentIndex()).state.startswith("Looked up ")
    assert "To look up 126" in [made.text() for made in page.list.chips._values]
    hands.click(page.pane.doubt)
    assert named(sample_binder, "HMP Leeds").checked_on is None
    hands.click(hands.button(window.notices, "Undo"))
    assert named(sample_binder, "HMP Leeds").checked_on == clock.today()


def test_make_it_ours_is_what_settings_say(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    before = service.who_we_are(sample_binder).prison
    assert page.pane.our_words.isVisible() and not page.pane.make_ours.isVisible()
    page.arrive(named(sample_binder, "HMP Leeds").id)
    assert not page.pane.our_words.isVisible()
    hands.click(page.pane.make_ours)
    assert service.who_we_are(sample_binder).prison == "HMP Leeds"
    assert page.chosen.fields.name == "HMP Leeds"
    assert names(page)[0] == "HMP Leeds"
    assert page.pane.our_words.isVisible() and not page.pane.make_ours.isVisible()
    hands.click(hands.button(page.list.chips, "Ours 1"))
    assert names(page) == ["HMP Leeds"]
    hands.click(hands.button(window.notices, "Undo"))
    assert service.who_we_are(sample_binder).prison == before


def test_a_service_without_a_name_is_told_what_is_missing(new_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(new_binder)
    window._desk.navigation.go_to("prisons")
    settle()
    page = window.page
    assert isinstance(page, PrisonsPage)
    hands.click(page.pane.make_ours)
    assert "name of your service is empty" in window.notices.words.text()


def test_search_finds_names_towns_and_kinds_and_corrects_a_slip(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    find(page, hands, "leeds")
    assert names(page)[0] == "HMP Leeds"
    find(page, hands, "hmp")
    assert len(names(page)) > 100, "all of them, not a handful"
    find(page, hands, "qqzzxx")
    assert names(page) == []
    assert page.list.nothing.isVisible() and not page.pane.name.isVisible()
    find(page, hands, "women west yorkshire")
    assert names(page) == ["HMP & YOI New Hall"]
    assert "Women" in page.list.model.row_at(page.list.model.index(0)).second
    find(page, hands, "wandswurth")
    assert names(page)[0] == "HMP & YOI Wandsworth"
    assert "did you mean “wandsworth”?" in page.list.said.text()
    hands.click(hands.button(page.list.chips, "Closed 0"))
    assert names(page) == []


def test_search_everything_leads_here(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    one = named(sample_binder, "HMP Leeds")
    window._desk.navigation.go_to("prisons", one.id)
    settle()
    assert isinstance(window.page, PrisonsPage)
    assert window.page.chosen == one
    window._desk.navigation.go_to("prisons", 987654)  # gone: nothing happens
    assert window.page.chosen == one
    window._desk.navigation.go_to("prisons", "closed")
    assert names(window.page) == []


def test_close_and_open_again(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    page.arrive(named(sample_binder, "HMP Leeds").id)
    hands.click(page.pane.status)
    assert named(sample_binder, "HMP Leeds").fields.status is PrisonStatus.CLOSED
    assert page.pane.state.text().startswith("Closed.")
    assert not page.pane.make_ours.isVisible() and not page.pane.write.isVisible()
    assert names(page)[-1] == "HMP Leeds"
    assert "HMP Leeds" not in [name for name, _ in prisons.names_and_towns(sample_binder)]
    hands.click(hands.button(page.list.chips, "Closed 1"))
    assert names(page) == ["HMP Leeds"]
    hands.click(page.pane.status)
    assert named(sample_binder, "HMP Leeds").fields.status is PrisonStatus.OPEN
    hands.click(hands.button(window.notices, "Undo"))
    assert named(sample_binder, "HMP Leeds").fields.status is PrisonStatus.CLOSED


def test_remove_asks_nothing_and_undo_brings_it_back(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    before = named(sample_binder, "HMP Leeds")
    page.arrive(before.id)
    hands.press(page.list.rows, Qt.Key.Key_Delete)
    assert prisons.prison(sample_binder, before.id) is None
    hands.click(hands.button(window.notices, "Undo"))
    assert prisons.prison(sample_binder, before.id) == before
    page.arrive(before.id)
    hands.click(page.pane.remove)
    assert prisons.prison(sample_binder, before.id) is None


def test_another_prison_can_be_added(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    assert dialog.ui.name.hasFocus()
    hands.type(dialog.ui.name, "HMP Barlinnie")
    hands.type(dialog.ui.town, "Glasgow")
    hands.type(dialog.ui.booking, "By telephone.")
    hands.press(dialog.looked, Qt.Key.Key_Space)
    hands.click(dialog.more.heading)
    hands.type(dialog.ui.nation, "Scotland")
    hands.press(dialog.types["adult prison"], Qt.Key.Key_Space)
    hands.click(dialog.ui.save)
    made = named(sample_binder, "HMP Barlinnie")
    assert made.fields == PrisonFields(
        "HMP Barlinnie", "Glasgow", nation="Scotland", types=("adult prison",), booking="By telephone."
    )
    assert (made.checked_on, made.checked_by) == (clock.today(), "Sam Okafor")
    assert page.chosen == made, "and it is in view"
    assert page.pane.came_from.text() == "Added by us"


def test_nothing_looked_up_is_not_vouched_for(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.type(dialog.ui.name, "HMP Elsewhere")
    hands.press(dialog.looked, Qt.Key.Key_Space)
    hands.click(dialog.ui.save)
    assert named(sample_binder, "HMP Elsewhere").checked_on is None


def test_a_prison_of_the_same_name_is_said_beside_the_field(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.type(dialog.ui.name, "hmp leeds")
    assert "There is already a prison of this name: HMP Leeds" in dialog.same_name.words.text()
    hands.click(dialog.same_name.look)
    settle()
    assert page._dialog is None
    assert page.chosen.fields.name == "HMP Leeds"
    hands.click(page.pane.edit)
    assert not dialog_of(page).same_name.isVisible(), "it is no twin of itself"
    dialog_of(page).reject()


def test_changed_facts_are_to_be_vouched_for_again(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    one = known(sample_binder)
    page = page_of(open_window(sample_binder), hands)
    page.arrive(one.id)
    hands.press(page.list.rows, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    assert not dialog.recheck.isVisible()
    hands.type(dialog.ui.dress, " No caps.")
    assert dialog.recheck.isVisible()
    hands.click(dialog.ui.save)
    assert named(sample_binder, "HMP Leeds").checked_on is None
    undo(sample_binder)
    assert named(sample_binder, "HMP Leeds") == one
    hands.click(page.pane.edit)
    dialog = dialog_of(page)
    hands.type(dialog.ui.dress, " No caps.")
    hands.press(dialog.looked, Qt.Key.Key_Space)
    assert not dialog.recheck.isVisible()
    hands.click(dialog.ui.save)
    now = named(sample_binder, "HMP Leeds")
    assert (now.checked_on, now.checked_by) == (clock.today(), "Sam Okafor")
    assert "No caps." in now.fields.dress


def test_our_prison_stays_ours_under_another_name(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(page.pane.edit)
    dialog = dialog_of(page)
    dialog.ui.name.clear()
    hands.type(dialog.ui.name, "HMP Brightwater")
    hands.click(dialog.ui.save)
    assert service.who_we_are(sample_binder).prison == "HMP Brightwater"
    assert page.pane.our_words.isVisible()
    undo(sample_binder)
    assert service.who_we_are(sample_binder).prison == page.chosen.fields.name != "HMP Brightwater"


def test_unfinished_words_are_kept_and_come_back(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.type(dialog.ui.name, "Half a name")
    dialog.more.heading.click()
    settle()
    hands.press(dialog.types["adult prison"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.desk.drafts.find("prison new")), timeout=2_000)  # saved within 2 s (DESIGN 3)
    hands.press(dialog, Qt.Key.Key_Escape)
    assert "Your words are kept" in window.notices.words.text()
    hands.click(page.add)
    dialog = dialog_of(page)
    assert dialog.ui.draft.isVisible()
    assert dialog.ui.name.text() == "Half a name"
    assert dialog.types["adult prison"].isVisible() and dialog.types["adult prison"].isChecked()
    hands.click(dialog.ui.afresh)
    assert dialog.typed_fields() == PrisonFields("")
    hands.press(dialog, Qt.Key.Key_Escape)
    assert page.desk.drafts.find("prison new") == {}


def test_a_name_is_needed_and_a_full_disk_keeps_every_word(
    sample_binder: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(open_window(sample_binder), hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.type(dialog.ui.phone, "01632 960333")
    hands.click(dialog.ui.save)
    assert "prison's name is empty" in dialog.ui.problem.text()
    assert dialog.ui.name_cell.indexOf(dialog.ui.problem) >= 0 and dialog.ui.name.hasFocus()
    hands.type(dialog.ui.name, "HMP Elsewhere")

    def full(*args: object, **named: object) -> int:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(prisons, "add_prison", full)
        hands.click(dialog.ui.save)
        assert "the disk is full" in dialog.ui.problem.text()
    hands.press(dialog.ui.booking, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert named(sample_binder, "HMP Elsewhere").fields.phone == "01632 960333"


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 bell\x07", "😀🧒🏽", "خط المساعدة", "w" * 480]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless"])
def test_any_text_goes_into_every_field_and_is_shown_plainly(
    odd: str, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.click(dialog.more.heading)
    fields = [made for made in dialog.findChildren(QWidget) if type(made) in (QLineEdit, QPlainTextEdit)]
    fields = [made for made in fields if made.isVisible()]
    assert len(fields) == 14
    for field in fields:
        hands.type(field, odd)
    hands.click(dialog.ui.save)
    settle()
    readable = odd.replace("\x00", "").replace("\x07", "")
    kept = page.chosen.fields
    texts = [getattr(kept, name) for name in kept.__dataclass_fields__.keys() - {"types", "status"}]
    assert texts == [readable] * 14
    shown = "\n".join(pane_words(page)).replace("\u200b", "")
    assert shown.count(readable) >= 10
    assert window.width() <= 1366
    assert page.pane.horizontalScrollBar().maximum() == 0 or odd != "w" * 480


def test_empty_teaches_the_first_thing_to_do(new_binder: Binder, open_window: Open, hands: Hands) -> None:
    with new_binder.atomic("remove_prison"):
        for one in prisons.all_prisons(new_binder):
            prisons.remove_prison(new_binder, one.id)
    window = open_window(new_binder)
    window._desk.navigation.go_to("prisons")
    settle()
    page = window.page
    assert isinstance(page, PrisonsPage)
    assert not page.split.isVisible()
    hands.click(hands.button(page, "Add the first prison"))
    assert page._dialog is not None
    page._dialog.reject()


def test_five_thousand_prisons_can_be_searched(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    with sample_binder.atomic("add_prison"):
        for place in range(5_000):
            prisons.add_prison(sample_binder, PrisonFields(f"House {place}", "Elsewhere"))
    page = page_of(open_window(sample_binder), hands)
    assert page.list.count.text() == "5127 prisons"
    find(page, hands, "house 4999")
    assert names(page) == ["House 4999"]


def test_narrow_window_keyboard_and_names(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands)
    window.resize(640, 600)
    settle()
    assert window.width() == 640
    assert page.list.rows.isVisible() and not page.pane.isVisible()
    page.list.search.setFocus()
    hands.press(page.list.search, Qt.Key.Key_Down)
    hands.press(page.list.search, Qt.Key.Key_Return)
    assert page.list.rows.hasFocus()
    hands.press(page.list.rows, Qt.Key.Key_Return)
    assert page.pane.isVisible() and not page.list.rows.isVisible()
    assert page.pane.edit.hasFocus()
    hands.click(page.pane.back)
    assert page.list.rows.hasFocus()
    assert nameless(window) == []
    hands.click(page.add)
    dialog = dialog_of(page)
    hands.click(dialog.more.heading)
    settle()
    assert nameless(dialog) == []
    assert "Telephone for visits" in control_names(dialog)
    dialog.reject()
