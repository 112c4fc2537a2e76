"""The leaflet studio: from launch to print (T03, T04), what is said before printing, and what can go wrong."""

from __future__ import annotations

import copy
import ctypes
import errno
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from champion_app import places
from champion_app.desktop.dialogs.leaflet_name_dialog import LeafletNameDialog
from champion_app.desktop.dialogs.print_history_dialog import PrintHistoryDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.leaflets_page import LeafletsPage
from champion_app.desktop.widgets import page_preview, paper_printer
from champion_app.desktop.widgets.leaflet_work import MOST_PICTURES, Pictured
from champion_app.domain import clock
from champion_app.domain.dates import month_of
from champion_app.domain.leaflet_paper import LeafletPaper, file_name
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.domain.services import Service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflet_texts, leaflets, listings, own_words, papers, print_history
from champion_app.tasks.service import say_who_we_are
from tests.desktop.conftest import Hands
from tests.desktop.test_listing_dialog import nameless

Open = Callable[[Binder], MainWindow]
POSTER = "poster-talk-to-our-champion"


@pytest.fixture
def school_binder(new_binder: Binder) -> Binder:
    """The starter directory, nothing checked yet, and a champion who has said who they are."""
    say_who_we_are(
        new_binder,
        Service(
            name="Beck Primary", champion="Dana Price", role="Pastoral lead", where_found="Room 4", when_found="8.30"
        ),
    )
    return new_binder


@pytest.fixture
def documents() -> Iterator[Path]:
    """Where prints go without asking, emptied."""
    folder = places.prints()
    for left in folder.glob("*.pdf"):
        left.unlink()
    yield folder
    for left in folder.glob("*.pdf"):
        left.unlink()


def page_of(window: MainWindow, hands: Hands, qtbot: QtBot) -> LeafletsPage:
    """Goes to Leaflets with one click and waits for the first picture."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.click(hands.button(window.sidebar, "Leaflets"))
    assert isinstance(window.page, LeafletsPage)
    page = window.page
    pictured(page, qtbot)
    return page


def section(page: LeafletsPage, hands: Hands, name: str) -> None:
    """One click on a tab of the form."""
    hands.click(page.sections.tabs[name])
    QApplication.processEvents()


def pictured(page: LeafletsPage, qtbot: QtBot) -> None:
    """Waits until the pictures are those of the leaflet on the screen."""
    qtbot.waitUntil(lambda: page.preview.up_to_date, timeout=10_000)


def click_row(page: LeafletsPage, hands: Hands, index: QModelIndex) -> None:
    """One click on a card of the gallery."""
    rows = page.templates.rows
    rows.scrollTo(index)
    place = rows.visualRect(index).center()
    hands.clicks += 1
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def save_to(page: LeafletsPage, hands: Hands, path: Path) -> None:
    """Saves with the buttons: Save as PDF, a path typed, Save."""
    hands.click(page.save)
    QApplication.processEvents()
    dialog = page.orders.file_dialog
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save))


def text_of(path: Path) -> str:
    """The words of a PDF as a reader sees them, on one line."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def named(binder: Binder, name: str) -> Listing:
    return next(item for item in listings.directory(binder) if item.fields.name == name)


# ---- the two scenarios


def test_t03_family_leaflet_with_local_contacts_from_launch_to_print(
    school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(school_binder)
    page = page_of(window, hands, qtbot)
    assert page.paper.title == "Someone in my family has gone to prison: the first days"
    warned = " ".join(page.cautions.said)
    assert "4 contacts were not checked" in warned, "visibly warned on screen before printing"
    assert "Citizens Advice" in warned
    hands.click(hands.button(page, "Checked today: Samaritans"))
    hands.click(hands.button(page, "Checked today: Childline"))
    assert "2 contacts were not checked" in " ".join(page.cautions.said)
    pictured(page, qtbot)
    path = tmp_path / "leaflet.pdf"
    save_to(page, hands, path)
    qtbot.waitUntil(lambda: bool(print_history.print_history(school_binder)), timeout=10_000)
    assert hands.clicks <= 6
    words = text_of(path)
    assert "116 123" in words
    assert "0800 1111" in words
    assert "Prisoners' Families Helpline" in words, "an unchecked contact keeps its name"
    assert "0808 808 3444" not in words, "but not its number"
    assert "0800 144 8848" not in words
    assert f"checked in {month_of(clock.today())}" in words
    assert "Dana Price" in words
    sheets = pypdfium2.PdfDocument(tmp_path / "leaflet (to print and fold).pdf")
    assert [round(edge) for edge in sheets[0].get_size()] == [842, 595], "A4 on its side, to fold"
    sides = len(sheets)
    sheets.close()
    assert sides == 2
    record = print_history.print_history(school_binder)[0]
    assert record.title == page.paper.title
    assert {(contact.name, contact.number) for contact in record.contacts} == {
        ("Prisoners' Families Helpline", ""),
        ("Samaritans", "116 123"),
        ("Childline", "0800 1111"),
        ("Citizens Advice", ""),
    }
    assert "Saved and noted" in window.notices.words.text()


def test_t04_poster_on_a3_in_four_clicks_from_home(
    school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, documents: Path
) -> None:
    page = page_of(open_window(school_binder), hands, qtbot)
    click_row(page, hands, page.templates.index_of(POSTER))
    hands.click(page.options.sizes[Size.A3])
    hands.click(page.print)  # no printer here: it is saved and says so
    assert hands.clicks <= 4
    qtbot.waitUntil(lambda: bool(print_history.print_history(school_binder)), timeout=10_000)
    poster = next(documents.glob("Talk to our champion*.pdf"))
    sizes = sizes_of(poster)
    document = pypdfium2.PdfDocument(poster)
    assert (len(document), [round(edge) for edge in document[0].get_size()]) == (1, [842, 1191])
    document.close()
    for words in ("You can talk to us.", "Dana Price", "Room 4", "8.30"):
        assert words in text_of(poster)
        assert min(sizes[letter] for letter in words if letter.strip()) >= 48


def sizes_of(path: Path) -> dict[str, float]:
    """The smallest size in points in which each letter occurs before the small last line with the edition."""
    document = pypdfium2.PdfDocument(path)
    found: dict[str, float] = {}
    try:
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                if text.get_text_range(place, 11) == "For England":
                    break
                letter = text.get_text_range(place, 1)
                matrix = pypdfium2.raw.FS_MATRIX()
                pypdfium2.raw.FPDFText_GetMatrix(text.raw, place, ctypes.byref(matrix))
                size = pypdfium2.raw.FPDFText_GetFontSize(text.raw, place) * matrix.d
                found[letter] = min(size, found.get(letter, size))
    finally:
        document.close()
    return found


def test_poster_has_discreet_words(school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(school_binder), hands, qtbot)
    click_row(page, hands, page.templates.index_of(POSTER))
    assert "prison" in " ".join(block.text for block in page.paper.blocks)
    assert not page.options.large_print.isVisible()
    assert not page.contacts.isVisible(), "a poster carries no contacts"
    hands.press(page.options.discreet, Qt.Key.Key_Space)
    assert "prison" not in " ".join(block.text for block in page.paper.blocks)


def test_t03_by_keyboard_only(
    school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(school_binder)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    hands.press(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    page = window.page
    assert isinstance(page, LeafletsPage)
    pictured(page, qtbot)
    samaritans = page.contacts.tick(named(school_binder, "Samaritans").id)
    for _ in range(60):
        focused = QApplication.focusWidget() or window
        if focused is samaritans.check:
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert samaritans.check.hasFocus(), "Tab reaches it"
    hands.press(samaritans.check, Qt.Key.Key_Space)
    hands.press(page.templates, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    name = page.orders.file_dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(tmp_path / "keys.pdf"))
    hands.press(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(print_history.print_history(school_binder)), timeout=10_000)
    assert "116 123" in text_of(tmp_path / "keys.pdf")


# ---- contacts


def test_ticking_is_kept_in_order_and_for_the_next_time(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    before = [contact.name for contact in page.paper.contacts]
    hub = named(sample_binder, "Hollin Vale Family Hub")
    hands.type(page.contacts.search, "hollin")
    QApplication.processEvents()
    tick = page.contacts.tick(hub.id)
    tick.box.setFocus()
    hands.press(tick.box, Qt.Key.Key_Space)
    assert [contact.name for contact in page.paper.contacts] == [*before, "Hollin Vale Family Hub"]
    assert tick.box.hasFocus(), "the keyboard stays where it was"
    QApplication.processEvents()
    for _ in before:
        hands.click(page.contacts.tick(hub.id).up)
    assert page.paper.contacts[0].name == "Hollin Vale Family Hub"
    assert not tick.up.isEnabled()
    again = page_of(open_window(sample_binder), hands, qtbot)
    assert again.paper.contacts[0].name == "Hollin Vale Family Hub"
    hands.press(again.contacts.tick(hub.id).box, Qt.Key.Key_Space)
    assert [contact.name for contact in again.paper.contacts] == before


def test_unchecked_contacts_say_that_they_are_printed_without_a_number(
    school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(school_binder), hands, qtbot)
    tick = page.contacts.tick(named(school_binder, "Childline").id)
    assert tick.state.text() == "Never checked: printed without its number"
    assert tick.box.accessibleDescription() == tick.state.text()
    hands.click(tick.check)
    assert tick.state.text().startswith("0800 1111 · Checked")
    assert not tick.check.isVisible()
    listings.tick_checked(school_binder, tick.id, "Dana Price", date(2025, 1, 1))
    assert tick.state.text() == "Checked too long ago: printed without its number"


def test_a_service_that_has_closed_or_may_not_be_printed_is_never_on_a_leaflet(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    childline, samaritans = named(sample_binder, "Childline"), named(sample_binder, "Samaritans")
    assert {childline.id, samaritans.id} <= {contact.listing for contact in page.paper.contacts}
    listings.set_status(sample_binder, childline.id, ListingStatus.CLOSED)
    listings.change_listing(sample_binder, samaritans.id, replace(samaritans.fields, print_rule="champion-only"))
    assert {childline.id, samaritans.id}.isdisjoint(contact.listing for contact in page.paper.contacts)
    assert page.contacts.tick(childline.id) is None
    paper = leaflets.compose_leaflet(
        sample_binder, leaflets.template("family-first-days"), LeafletChoices(), (childline.id, samaritans.id)
    )
    assert paper.contacts == (), "even when asked for by number"


def test_by_web_address_only_means_without_a_number(sample_binder: Binder) -> None:
    childline = named(sample_binder, "Childline")
    listings.change_listing(sample_binder, childline.id, replace(childline.fields, print_rule="web-only"))
    paper = leaflets.compose_leaflet(
        sample_binder, leaflets.template("family-first-days"), LeafletChoices(), (childline.id,)
    )
    assert (paper.contacts[0].number, paper.contacts[0].website) == ("", "https://childline.org.uk")


def test_hundreds_of_services_are_found_by_typing(
    school_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    with school_binder.atomic("add_listing"):
        for place in range(1_000):
            listings.add_listing(school_binder, ListingFields(name=f"Service {place}"))
    page = page_of(open_window(school_binder), hands, qtbot)
    assert len(page.contacts._ticks) < 20
    hands.type(page.contacts.search, "service 777")
    last = named(school_binder, "Service 777")
    assert page.contacts.tick(last.id) is not None


# ---- switches, champion, cautions


def test_switches_change_the_paper_and_are_remembered(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    for box in (page.options.large_print, page.options.simple, page.options.discreet):
        hands.press(box, Qt.Key.Key_Space)
    section(page, hands, "making")
    hands.click(page.options.sizes[Size.A4])
    assert page.paper.large_print
    assert page.paper.size is Size.A4
    assert page.paper.title == "Help for your family"
    assert page.options.choices() == LeafletChoices(Size.A4, large_print=True, discreet=True, simple=True)
    again = page_of(open_window(sample_binder), hands, qtbot)
    assert again.options.choices() == page.options.choices()
    again.templates.choose("family-arrest")
    assert again.options.choices() == LeafletChoices(Size.FOLDED_A5), "each leaflet remembers its own"


def test_a_missing_champion_is_said_with_the_way_to_settings(
    new_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    say_who_we_are(new_binder, Service(name="Beck Primary"))
    window = open_window(new_binder)
    page = page_of(window, hands, qtbot)
    assert "your name, where or when to find you" in page.champion.missing.text()
    assert any("who your champion is" in words for words in page.cautions.said)
    asked: list[str] = []
    page.desk.navigation.asked.disconnect()
    page.desk.navigation.asked.connect(lambda name, what: asked.append(name))
    hands.click(page.champion.fill_in)
    assert asked == ["settings"]
    say_who_we_are(new_binder, Service(name="Beck Primary", champion="Dana Price", where_found="Room 4"))
    assert not page.champion.missing.isVisible()
    assert page.champion.name.text() == "Dana Price"
    assert not any("who your champion is" in words for words in page.cautions.said)


def test_facts_past_their_day_and_drafts_are_said(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    assert any("Draft: nobody here" in said for said in page.cautions.said)
    assert not any("looked at again" in words for words in page.cautions.said)
    monkeypatch.setattr(clock, "today", lambda: date(2028, 1, 1))
    page.templates.choose("family-visiting")
    assert any("facts in it should have been looked at again by" in words for words in page.cautions.said)


def test_characters_that_cannot_be_printed_are_named(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    childline = named(sample_binder, "Childline")
    listings.change_listing(sample_binder, childline.id, replace(childline.fields, description="Ring 😀 now"))
    pictured(page, qtbot)
    assert any("😀 (grinning face)" in words for words in page.cautions.said)


ODD = [
    "<b>bold</b> & <img src='file:///etc/passwd'> a<b <jo@school.uk>",
    "nul\x00 and bell\x07",
    "emoji 😀🧒🏽",
    "خط المساعدة للعائلات",
    "\n".join(f"line {n}" for n in range(10_000)),
    "w" * 490,
]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "long", "endless"])
def test_any_text_in_contacts_and_champion_is_pictured_and_saved(
    odd: str, sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    line = odd if len(odd) < 500 else "many lines"
    fields = ListingFields(name=line, description=odd, phones=(Phone(line, line, line),), hours=odd, website=line)
    number = listings.add_listing(sample_binder, fields, "Sam Okafor")
    wanted = leaflets.template("family-first-days")
    leaflets.choose_contacts(sample_binder, wanted, (number,))
    say_who_we_are(sample_binder, Service(name=line, champion=line, role=line, where_found=line))
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    assert 1 <= len(page.preview._pages) <= MOST_PICTURES
    assert window.width() == 1366
    path = tmp_path / "odd.pdf"
    save_to(page, hands, path)
    qtbot.waitUntil(path.exists, timeout=30_000)
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=30_000)


# ---- the live pages


def test_pictures_follow_a_change_and_the_last_one_stays_meanwhile(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    for _ in range(5):
        before = page.preview._pages[0].pixmap().cacheKey()
        hands.press(page.options.simple, Qt.Key.Key_Space)
        assert page.preview._pages[0].pixmap().cacheKey() == before, "the last picture stays meanwhile"
        qtbot.waitUntil(lambda: page.preview.up_to_date, timeout=5_000)
        assert page.preview._pages[0].pixmap().cacheKey() != before


def test_a_change_made_while_a_picture_is_being_drawn_is_pictured_next(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    draw = page_preview.picture_leaflet

    def slowly(paper: LeafletPaper, scale: float) -> Pictured:
        time.sleep(0.4)
        return draw(paper, scale)

    monkeypatch.setattr(page_preview, "picture_leaflet", slowly)
    hands.press(page.options.simple, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.preview._running is not None, timeout=2_000)
    hands.press(page.options.large_print, Qt.Key.Key_Space)
    assert page.preview.said.text() == "4 pages, as they will be printed"
    qtbot.waitUntil(lambda: page.preview.said.text() == "Making the picture…", timeout=2_000)
    pictured(page, qtbot)
    assert page.preview._shown.paper.large_print


def test_every_page_is_shown_and_named(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    assert [made.accessibleName() for made in page.preview._pages] == [f"Page {n} of 4" for n in (1, 2, 3, 4)]
    assert "The first day and night" in page.preview.accessibleDescription()
    click_row(page, hands, page.templates.index_of(POSTER))
    pictured(page, qtbot)
    assert len(page.preview._pages) == 1


# ---- printing, and what can go wrong


def test_no_printer_saves_a_pdf_and_says_so(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, documents: Path
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.options.copies.setValue(20)
    hands.click(page.print)
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    saved = documents / f"{file_name(page.paper, clock.today())} (to print).pdf"
    assert saved.exists()
    assert "no printer" in window.notices.words.text()
    assert str(saved) in window.notices.words.text()
    assert print_history.print_history(sample_binder)[0].copies == 20


@pytest.fixture
def a_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer in reach, whose sheets come out as a file."""
    out = tmp_path / "sheets.pdf"
    make = paper_printer.printer_for

    def to_file(*asked: object) -> QPrinter:
        printer = make(*asked)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return printer

    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: True)
    monkeypatch.setattr(paper_printer, "printer_for", to_file)
    return out


def test_printing_goes_through_the_systems_dialog_and_is_noted(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, a_printer: Path
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.options.copies.setValue(30)
    hands.click(page.print)
    dialog = page.orders.printer.dialog
    assert dialog.isVisible()
    assert dialog.printer().copyCount() == 30
    assert print_history.print_history(sample_binder) == [], "nothing is noted before it is printed"
    dialog.accepted.emit(dialog.printer())
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=20_000)
    dialog.reject()
    sheets = pypdfium2.PdfDocument(a_printer)
    width, height = sheets[0].get_size()
    assert (len(sheets), width > height) == (2, True)
    sheets.close()
    assert print_history.print_history(sample_binder)[0].copies == 30
    assert window.notices.words.text() == "Printed and noted."


def test_a_print_given_up_is_not_noted(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, a_printer: Path
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(page.print)
    page.orders.printer.dialog.reject()
    qtbot.wait(200)
    assert print_history.print_history(sample_binder) == []
    assert not a_printer.exists()


def test_one_sheet_can_be_printed_again(sample_binder: Binder, tmp_path: Path) -> None:
    wanted = leaflets.template("family-first-days")
    paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(), ())
    sheets = papers.leaflet_pdf(paper).print_copy
    job = paper_printer.PrintJob(paper.title, paper_printer.SHEETS[paper.size], 1, lambda: sheets)
    printer = paper_printer.printer_for(job)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "again.pdf"))
    printer.setFromTo(2, 2)
    assert paper_printer.paint_sheets(printer, job) == 1


def test_a_printer_that_refuses_saves_it_instead(
    sample_binder: Binder,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
    a_printer: Path,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)

    def refuse(*asked: object) -> int:
        raise paper_printer.PrinterRefused

    monkeypatch.setattr(paper_printer, "paint_sheets", refuse)
    hands.click(page.print)
    page.orders.printer.dialog.accepted.emit(page.orders.printer.dialog.printer())
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    page.orders.printer.dialog.reject()
    assert "saved as a PDF" in window.notices.words.text()
    assert list(documents.glob("*(to print).pdf"))


def test_a_folder_that_may_not_be_written_is_said_and_nothing_is_noted(
    sample_binder: Binder,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)

    def refuse(handle: int) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(os, "fsync", refuse)  # tests may run as root, whom no folder refuses
    save_to(page, hands, tmp_path / "leaflet.pdf")
    qtbot.waitUntil(window.notices.isVisible, timeout=10_000)
    assert f"may not write to the folder {tmp_path}" in window.notices.words.text()
    assert print_history.print_history(sample_binder) == []
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_file_open_elsewhere_is_saved_under_another_name_and_said(
    sample_binder: Binder,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    section(page, hands, "making")
    hands.click(page.options.sizes[Size.A4])
    path = tmp_path / "leaflet.pdf"
    path.write_bytes(b"open in a viewer")
    replace_file = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "open elsewhere")
        return replace_file(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    page._ask_for(lambda order: page.orders.save_to(order, path))  # the chooser would ask first whether to overwrite
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    assert path.read_bytes() == b"open in a viewer"
    assert (tmp_path / "leaflet (2).pdf").exists()
    assert "“leaflet.pdf” is open in another program" in window.notices.words.text()


def test_closing_the_window_at_once_still_saves_and_notes(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    save_to(page, hands, tmp_path / "last.pdf")
    window.close()
    assert (tmp_path / "last.pdf").exists()
    assert len(print_history.print_history(sample_binder)) == 1


def test_ctrl_p_prints(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, a_printer: Path) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.templates.setFocus()
    hands.press(page.templates, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.orders.printer.dialog.isVisible()
    page.orders.printer.dialog.reject()


# ---- the history of prints


def test_print_history_names_what_each_print_carried(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    choices = LeafletChoices(Size.FOLDED_A5, large_print=True)
    print_history.note_print(sample_binder, page._template, page.paper, choices, 25)
    print_history.note_print(sample_binder, leaflets.template(POSTER), replace(page.paper, contacts=()), choices, 1)
    hands.click(page.history)
    QApplication.processEvents()
    dialog = page.findChild(PrintHistoryDialog)
    assert dialog.count.text() == "2 prints"
    assert dialog.model.row_at(dialog.model.index(0)).title == "Talk to our champion"
    assert said(dialog)[-1] == "No contacts on it"
    hands.press(dialog.rows, Qt.Key.Key_Down)
    QApplication.processEvents()
    words = said(dialog)
    assert "folded A5, large print" in words[1]
    assert "25 copies" in words[1]
    assert "Prisoners' Families Helpline: printed without a number" in words
    assert any(line.startswith("Samaritans: 116 123, checked ") for line in words)
    assert nameless(dialog) == []
    hands.click(dialog.close_button)


def said(dialog: PrintHistoryDialog) -> list[str]:
    layout = dialog.pane.carried
    return [layout.itemAt(place).widget().text() for place in range(layout.count())]


def test_print_history_is_empty_at_first(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(page.history)
    dialog = page.findChild(PrintHistoryDialog)
    assert dialog.count.text() == "0 prints"
    dialog.reject()


# ---- keyboard, names, narrow windows


def test_no_nameless_control(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(sample_binder)
    page_of(window, hands, qtbot)
    assert nameless(window) == []


def test_arrow_keys_choose_and_headings_are_passed_over(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.templates.choose("family-coming-home")
    page.templates.setFocus()
    rows = page.templates.rows
    hands.press(rows, Qt.Key.Key_Down)
    assert page._template.id == "carers-telling-the-children"
    hands.press(rows, Qt.Key.Key_Up)
    assert page._template.id == "family-coming-home"


def test_a_narrow_window_stacks_the_columns(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    window.resize(700, 600)
    QApplication.processEvents()
    assert page.columns.narrow
    assert page.columns.horizontalScrollBar().maximum() == 0
    assert page.preview.geometry().top() > page.sections.geometry().top()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert page.columns.form_area.isVisible()
    assert page.columns.form_area.horizontalScrollBar().maximum() == 0


def test_other_pages_can_ask_for_a_template(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.desk.navigation.go_to("leaflets", POSTER)
    assert page.paper.kind == "poster"


def test_a_file_name_is_allowed_everywhere(sample_binder: Binder) -> None:
    wanted = leaflets.template("family-first-days")
    paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(), ())
    name = file_name(replace(paper, title='Who? What: "this/that" <x>|*\\.'), date(2026, 11, 22))
    assert not set(name) & set('<>:"/\\|?*')
    assert name.endswith(", 22 November 2026")
    assert file_name(paper, date(2026, 11, 22)) == (
        "Someone in my family has gone to prison - the first days, 22 November 2026"
    )


# ---- whose words they are, and leaflets of our own


def menu_act(page: LeafletsPage, words: str) -> None:
    """Chooses a line of the leaflet's menu."""
    next(made for made in page.head.menu.actions() if made.text() == words).trigger()


def menu_words(page: LeafletsPage) -> list[str]:
    return [made.text() for made in page.head.menu.actions() if made.text()]


def test_the_form_begins_where_the_work_begins_and_stays_where_it_was_put(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    assert page.sections.shown == "facts", "contacts are what a family leaflet waits for"
    page.templates.choose(POSTER)
    assert page.sections.shown == "making", "a poster has none"
    section(page, hands, "words")
    page.templates.choose("family-arrest")
    assert page.sections.shown == "words"
    assert page.words.isVisible()
    assert not page.contacts.isVisible()


def test_sections_are_reached_by_keyboard(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    tab = page.sections.tabs["facts"]
    tab.setFocus()
    hands.press(tab, Qt.Key.Key_Right)
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.sections.shown == "making"
    assert page.sections.tabs["making"].hasFocus()


def test_the_languages_of_a_leaflet_are_one_press_apart(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    hands.click(hands.button(page.head.languages, "Cymraeg"))
    assert page._template.id == "family-first-days.cy"
    assert page.paper.language == "cy"
    assert page.head.marks == ("Draft", "Not checked by a speaker")
    hands.click(hands.button(page.head.languages, "English"))
    assert page._template.id == "family-first-days"
    page.templates.choose("staff-briefing")
    assert not page.head.languages.isVisible(), "one language needs no choice"


def test_saved_as_our_own_it_keeps_its_words_contacts_and_switches(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    contacts = page.contacts.chosen
    hands.press(page.options.large_print, Qt.Key.Key_Space)
    page.words.open_part("intro")
    hands.type(page.words.opened._fields["text"].note, " Ours.")
    menu_act(page, "Save as a leaflet of our own…")
    dialog = page.findChild(LeafletNameDialog)
    assert nameless(dialog) == []
    dialog.ui.name.setText("Our <b>first</b> days")
    hands.click(dialog.ui.save)
    assert page._template.base == "family-first-days"
    assert page.head.title.text() == "Our <b>first</b> days"
    assert page.head.title.textFormat() is Qt.TextFormat.PlainText
    assert page.paper.blocks[0].text.endswith(" Ours.")
    assert page.contacts.chosen == contacts
    assert page.options.large_print.isChecked()
    assert page.sections.shown == "words"
    assert "A leaflet of your own" in page.head.marks
    hands.click(hands.button(window.notices, "Undo"))
    assert page._template.id == "family-first-days", "undone, the one it was made from comes back"
    assert not any(item.base for item in leaflets.templates(sample_binder))


def test_our_own_leaflets_are_duplicated_renamed_and_removed(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    key = own_words.save_as_own(sample_binder, "family-first-days", "Ours")
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.templates.choose(key)
    assert menu_words(page) == ["Duplicate", "Rename…", "Remove"]
    menu_act(page, "Duplicate")
    assert page._template.title == "Copy of Ours"
    menu_act(page, "Rename…")
    dialog = page.findChild(LeafletNameDialog)
    assert dialog.ui.name.text() == "Copy of Ours"
    dialog.ui.name.setText("Theirs")
    hands.press(dialog.ui.name, Qt.Key.Key_Return)
    assert page.head.title.text() == "Theirs"
    assert page.templates.index_of(page._template.id).isValid()
    gone = page._template.id
    menu_act(page, "Remove")
    assert page._template.id == "family-first-days"
    assert gone not in {item.id for item in leaflets.templates(sample_binder)}
    assert window.notices.words.text() == "Removed: Theirs."
    hands.click(hands.button(window.notices, "Undo"))
    assert page.templates.index_of(gone).isValid()


def test_all_shipped_words_come_back_and_undo_takes_that_back(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    assert menu_words(page) == ["Save as a leaflet of our own…"]
    assert not page.head.yours.isVisible()
    page.words.open_part("intro")
    hands.type(page.words.opened._fields["text"].note, " Ours.")
    page.flush()
    assert page.head.yours.isVisible()
    menu_act(page, "Put all shipped words back")
    assert page.head.marks == ("Draft",)
    assert not page.paper.blocks[0].text.endswith(" Ours.")
    hands.click(hands.button(window.notices, "Undo"))
    assert page.paper.blocks[0].text.endswith(" Ours.")


def test_a_print_carries_the_last_letter_typed(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    section(page, hands, "words")
    page.words.open_part("intro")
    hands.type(page.words.opened._fields["text"].note, " Tea is free.")
    save_to(page, hands, tmp_path / "ours.pdf")
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=10_000)
    assert "Tea is free." in text_of(tmp_path / "ours.pdf")


def test_shipped_words_that_moved_on_are_said(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(open_window(sample_binder), hands, qtbot)
    page.words.open_part("intro")
    hands.type(page.words.opened._fields["text"].note, " Ours.")
    page.flush()
    move_on(monkeypatch, "family-first-days", "intro", "New shipped words.")
    page.reload()
    assert "The shipped words have changed since" in page.head.marks
    assert page.paper.blocks[0].text.endswith(" Ours."), "ours stay"


def move_on(monkeypatch: pytest.MonkeyPatch, key: str, block_id: str, words: str) -> None:
    """A newer edition is shipped, with other words in one block."""
    tables = leaflet_texts._shipped()

    def newer() -> tuple[dict[str, object], ...]:
        found = copy.deepcopy(tables)
        for table in found:
            if leaflet_texts.template_key(table) == key:
                next(block for block in table["blocks"] if block["id"] == block_id)["text"] = words
        return found

    monkeypatch.setattr(leaflet_texts, "_shipped", newer)
    monkeypatch.setattr(leaflet_texts, "_shipped_templates", leaflet_texts._shipped_templates.__wrapped__)


@pytest.mark.parametrize("width", [640, 1366])
def test_twice_the_text_size_loses_nothing(
    width: int, sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, hands, qtbot)
    page.desk.theme.apply(text_size=200)
    try:
        window.resize(width, 768)
        QApplication.processEvents()
        for name in ("words", "facts", "making"):
            section(page, hands, name)
            qtbot.waitUntil(lambda: page.columns.horizontalScrollBar().maximum() == 0, timeout=2_000)
        assert window.width() == width
        for made in (page.save, page.print, page.title):
            assert made.width() >= made.sizeHint().width(), "no button is cut"
    finally:
        page.desk.theme.apply(text_size=100)
