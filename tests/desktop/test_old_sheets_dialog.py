"""Sheets to put in the bin: by year, why, one press for each and its way back, and the list on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app import places
from champion_app.desktop.dialogs.old_sheets_dialog import AT_A_TIME, OldSheetsDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets import paper_printer
from champion_app.domain import clock
from champion_app.domain.listings import ListingStatus
from champion_app.domain.print_facts import Why
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, old_sheets, print_history
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.prints_made import HUB, NEW, OLD, VISIT, change_fact, change_number, get, print_it, settle_number

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def outdated(sample_binder: Binder) -> Binder:
    """Two prints with an old number (of this year and of 2024), one with an old fact, and one that is still right."""
    settle_number(sample_binder)
    print_it(sample_binder, "family-arrest", (HUB,), 4, day=date(2024, 2, 1))
    print_it(sample_binder, VISIT, ("Childline",), 7, day=date(2025, 5, 3))
    print_it(sample_binder, "family-arrest", (HUB, "Childline"), 12)
    print_it(sample_binder, "children-4-7", ("Childline",), 30)
    change_number(sample_binder)
    change_fact(sample_binder)
    return sample_binder


def dialog_on(window: MainWindow) -> OldSheetsDialog:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    dialog = OldSheetsDialog(window._desk, window)
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def said(dialog: OldSheetsDialog) -> list[str]:
    QApplication.processEvents()
    return [made.text().replace("\u200b", "") for made in dialog.findChildren(QLabel) if made.isVisibleTo(dialog)]


def test_they_are_grouped_by_year_each_with_why(outdated: Binder, open_window: Open) -> None:
    dialog = dialog_on(open_window(outdated))
    assert dialog.count.text() == "23 sheets from 3 prints to put in the bin"
    assert [line.shown.record.copies for line in dialog.lines] == [12, 7, 4]
    words = said(dialog)
    headings = [line for line in words if line.startswith("Printed in ")]
    assert headings == [
        f"Printed in {clock.today().year}: 12 sheets", "Printed in 2025: 7 sheets", "Printed in 2024: 4 sheets",
    ]  # fmt: skip
    assert dialog.lines[0].why.text() == f"The number of {HUB} has changed: {OLD} is on the paper, {NEW} is right."
    assert dialog.lines[1].why.text().startswith("This has changed since: “")
    assert dialog.lines[1].title.text() == leaflets.template(VISIT).title
    assert "3 May 2025 · 7 copies · folded A5" in words
    dialog.reject()


def test_one_press_puts_a_print_in_the_bin_and_the_same_button_takes_it_back(
    outdated: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(outdated)
    dialog = dialog_on(window)
    line = dialog.lines[0]
    assert line.act.hasFocus()
    hands.press(line.act, Qt.Key.Key_Space)
    assert print_history.print_history(outdated)[1].binned_on == clock.today()
    assert (line.act.text(), line.why.text()) == ("Put back", "In the bin.")
    assert line.act.hasFocus() and line.isVisible(), "the line stays until the dialog is closed"
    assert dialog.count.text() == "11 sheets from 2 prints to put in the bin"
    hands.click(line.act)
    assert line.act.text() == "In the bin" and HUB in line.why.text()
    assert dialog.count.text() == "23 sheets from 3 prints to put in the bin"
    assert old_sheets.outdated(outdated)[0].why == (Why.CONTACT,)
    for each in dialog.lines:
        hands.click(each.act)
    assert dialog.count.text() == "All of them are in the bin"
    assert not dialog.print.isEnabled() and not dialog.save.isEnabled()
    hands.click(dialog.close_button)
    assert old_sheets.count(outdated) == 0
    again = dialog_on(window)
    assert again.lines == [] and again.count.text() == "No old sheets"
    again.reject()


def test_what_was_dealt_with_before_stays_dealt_with_when_a_print_is_put_back(outdated: Binder) -> None:
    listings.set_status(outdated, get(outdated, "Childline").id, ListingStatus.CLOSED)
    newest = next(one.record for one in old_sheets.outdated(outdated) if one.record.copies == 12)
    childline = next(contact for contact in newest.contacts if contact.name == "Childline")
    with outdated.atomic("deal_with", also=frozenset({"prints"})):
        outdated.change("print_contacts", childline.id, {"dealt_on": "2026-01-01"})
    newest = next(one.record for one in old_sheets.outdated(outdated) if one.record.copies == 12)
    old_sheets.binned(outdated, newest)
    assert all(one.record.id != newest.id for one in old_sheets.outdated(outdated))
    old_sheets.put_back(outdated, newest)
    (again,) = [one for one in old_sheets.outdated(outdated) if one.record.id == newest.id]
    assert [reason.about for reason in again.reasons] == [HUB]
    old_sheets.put_back(outdated, again.record)
    assert old_sheets.count(outdated) == 23 + 30, "a print that is in no bin stays as it is"


def test_a_full_disk_leaves_the_line_as_it_was(
    outdated: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_on(open_window(outdated))

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(old_sheets, "binned", full)
    hands.click(dialog.lines[0].act)
    assert dialog.lines[0].act.text() == "In the bin"
    assert dialog.notices.isVisible() and "the disk is full" in dialog.notices.words.text()
    assert dialog.count.text() == "23 sheets from 3 prints to put in the bin"
    dialog.reject()


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_the_list_is_saved_without_what_is_in_the_bin_and_noted(
    outdated: Binder, open_window: Open, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = dialog_on(open_window(outdated))
    hands.click(dialog.lines[0].act)
    hands.click(dialog.save)
    out = tmp_path / "list.pdf"
    assert dialog.orders.file_dialog is not None
    dialog.orders.file_dialog.fileSelected.emit(str(out))
    dialog.orders.file_dialog.reject()
    before = 4
    qtbot.waitUntil(lambda: len(print_history.print_history(outdated)) > before, timeout=15_000)
    text = _text(out)
    assert "11 sheets from 2 prints" in text and "Printed in 2025: 7 sheets" in text and "12 sheets" not in text
    newest = print_history.print_history(outdated)[0]
    assert (newest.kind, newest.title, newest.copies) == ("old sheets", "Sheets to put in the bin", 1)
    assert dialog.notices.isVisible() and str(out) in dialog.notices.words.text()
    assert old_sheets.count(outdated) == 11, "the list itself is no sheet to throw away"
    dialog.reject()


def test_F72_without_a_printer_the_list_is_saved_and_that_is_said(
    outdated: Binder,
    open_window: Open,
    hands: Hands,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    monkeypatch.setattr(places, "prints", lambda: tmp_path)
    dialog = dialog_on(open_window(outdated))
    hands.click(dialog.print)
    qtbot.waitUntil(lambda: len(print_history.print_history(outdated)) > 4, timeout=15_000)
    (made,) = tmp_path.glob("*.pdf")
    assert "23 sheets from 3 prints" in _text(made)
    assert "no printer" in dialog.notices.words.text()
    dialog.reject()


def test_no_old_sheets_teaches_what_this_is(sample_binder: Binder, open_window: Open) -> None:
    print_it(sample_binder, "family-arrest", ("Childline",))
    dialog = dialog_on(open_window(sample_binder))
    assert dialog.count.text() == "No old sheets" and "still right" in dialog.advice.text()
    assert not dialog.print.isVisible() and not dialog.area.isVisible()
    assert dialog.close_button.hasFocus() and nameless(dialog) == []
    dialog.reject()


def test_every_button_says_which_sheet_it_is_about(outdated: Binder, open_window: Open, hands: Hands) -> None:
    dialog = dialog_on(open_window(outdated))
    assert nameless(dialog) == []
    named = f"In the bin: {leaflets.template(VISIT).title}, printed on 3 May 2025"
    assert named in control_names(dialog)
    hands.click(hands.button(dialog, named))
    assert named.replace("In the bin", "Put back") in control_names(dialog)
    dialog.reject()


def test_400_prints_in_a_small_window_come_a_few_at_a_time(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    settle_number(sample_binder)
    with sample_binder.atomic("note_print", also=frozenset({"prints"})):
        for number in range(400):
            print_it(sample_binder, "family-arrest", (HUB,), 1, day=date(2026 - number // 130, 1 + number % 12, 3))
    change_number(sample_binder)
    window = open_window(sample_binder)
    window.resize(640, 520)
    dialog = dialog_on(window)
    assert dialog.count.text() == "400 sheets from 400 prints to put in the bin"
    assert len(dialog.lines) == AT_A_TIME
    hands.click(dialog.more)
    assert len(dialog.lines) == 2 * AT_A_TIME and dialog.lines[AT_A_TIME].act.hasFocus()
    while dialog.more.isVisible():
        hands.click(dialog.more)
    assert len(dialog.lines) == 400
    days = [line.shown.record.day for line in dialog.lines]
    assert days == sorted(days, reverse=True)
    assert sum(line.startswith("Printed in ") for line in said(dialog)) == 4
    assert dialog.width() <= 640 and dialog.height() <= 520
    for made in (dialog.print, dialog.save, dialog.close_button):
        assert made.visibleRegion().boundingRect().size() == made.size()
    dialog.reject()


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'> {name}", "😀🧒🏽 خط", "w" * 480]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "scripts", "endless"])
def test_any_title_is_shown_plainly(odd: str, outdated: Binder, open_window: Open) -> None:
    with outdated.atomic("note_print", also=frozenset({"prints"})):
        outdated.change("prints", 1, {"title": odd})
        outdated.change("print_contacts", 1, {"name": odd})
    dialog = dialog_on(open_window(outdated))
    words = said(dialog)
    assert odd in words and any(f"The number of {odd[:60]}" in line for line in words)
    assert dialog.width() <= 1366 and nameless(dialog) == []
    for line in dialog.lines:
        assert line.width() <= dialog.area.viewport().width()
    dialog.reject()
