"""The print history: finding a print, reading what it carried, what is wrong with it now, printing it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from champion_app.desktop.dialogs.old_sheets_dialog import OldSheetsDialog
from champion_app.desktop.dialogs.print_history_dialog import PrintHistoryDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.leaflets_page import LeafletsPage
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.prints import PrintRecord
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, old_sheets, papers, print_history
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.prints_made import HUB, NEW, OLD, VISIT, change_fact, change_number, print_it, settle_number

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def printed(sample_binder: Binder) -> Binder:
    """Three prints: an arrest leaflet with the hub on it, visiting in 2025, a Welsh one in 2024."""
    settle_number(sample_binder)
    print_it(sample_binder, "family-arrest.cy", copies=4, day=date(2024, 2, 1))
    print_it(sample_binder, VISIT, ("Childline",), 7, LeafletChoices(size=Size.DL), date(2025, 5, 3))
    print_it(sample_binder, "family-arrest", (HUB, "Childline"), 12, LeafletChoices(size=Size.A4, large_print=True))
    return sample_binder


def dialog_on(window: MainWindow) -> PrintHistoryDialog:
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    dialog = PrintHistoryDialog(window._desk, window)
    dialog.open()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def titles(dialog: PrintHistoryDialog) -> list[str]:
    rows = (dialog.model.row_at(dialog.model.index(place)) for place in range(dialog.model.rowCount()))
    return [row.title for row in rows if row is not None]


def said(dialog: PrintHistoryDialog) -> list[str]:
    QApplication.processEvents()
    return [made.text().replace("\u200b", "") for made in dialog.pane.findChildren(QLabel) if made.isVisibleTo(dialog)]


def title(binder: Binder, key: str) -> str:
    return leaflets.template(key, binder).title


def test_newest_first_with_what_how_many_and_how(printed: Binder, open_window: Open) -> None:
    dialog = dialog_on(open_window(printed))
    assert titles(dialog) == [title(printed, key) for key in ("family-arrest", VISIT, "family-arrest.cy")]
    row = dialog.model.row_at(dialog.model.index(0))
    assert row.second == f"{british(clock.today())} · 12 copies · A4, large print"
    assert dialog.model.row_at(dialog.model.index(1)).second == "3 May 2025 · 7 copies · folded in three"
    assert dialog.model.row_at(dialog.model.index(2)).second.endswith("· Welsh")
    assert dialog.count.text() == "3 prints"
    assert [chip.text() for chip in dialog.years._values][1:] == [f"{clock.today().year} (1)", "2025 (1)", "2024 (1)"]
    dialog.reject()


def test_the_pane_has_edition_contacts_facts_and_the_words_as_printed(
    printed: Binder, open_window: Open, hands: Hands
) -> None:
    dialog = dialog_on(open_window(printed))
    record = print_history.print_history(printed)[0]
    words = said(dialog)
    assert any(line.endswith(f"edition {record.edition}") for line in words)
    assert f"{HUB}: {OLD}, checked {british(clock.today())}" in words
    fact = record.facts[0]
    assert fact.review_by is not None
    assert any(line.endswith(f"to be looked at again by {british(fact.review_by)}") for line in words)
    assert dialog.pane.words.toPlainText() == record.words != ""
    assert dialog.pane.words.isReadOnly()
    hands.click(dialog.pane.copy)
    assert QGuiApplication.clipboard().text() == record.words
    dialog.pane.words.setFocus()
    hands.press(dialog.pane.words, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.press(dialog.pane.words, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pane.words.textCursor().hasSelection(), "the keyboard can select it"
    hands.press(dialog.pane.words, Qt.Key.Key_X)
    assert dialog.pane.words.toPlainText() == record.words
    assert not dialog.pane.wrong.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("childline", ["family-arrest", VISIT]),
        (OLD, ["family-arrest"]),
        (OLD.replace(" ", ""), ["family-arrest"]),
        ("large print", ["family-arrest"]),
        ("visiting 2025", [VISIT]),
        ("arestio", ["family-arrest.cy"]),
        ("nothing has these words", []),
    ],
)
def test_search_as_you_type(typed: str, found: list[str], printed: Binder, open_window: Open, hands: Hands) -> None:
    dialog = dialog_on(open_window(printed))
    assert dialog.search.hasFocus()
    hands.type(dialog.search, typed)
    assert titles(dialog) == [title(printed, key) for key in found]
    assert dialog.count.text() == f"{len(found)} of 3 prints"
    assert dialog.nothing.isVisible() is not bool(found)
    assert dialog.again.isVisible() is bool(found)
    hands.press(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.count.text() == "3 prints"
    dialog.reject()


def test_a_year_narrows_the_list_and_counts_follow_the_search(printed: Binder, open_window: Open, hands: Hands) -> None:
    dialog = dialog_on(open_window(printed))
    hands.click(hands.button(dialog, "2025 (1)"))
    assert titles(dialog) == [title(printed, VISIT)]
    assert dialog.count.text() == "1 of 3 prints"
    hands.type(dialog.search, HUB)
    assert titles(dialog) == [] and dialog.nothing.isVisible()
    assert hands.button(dialog, "2025 (0)").isChecked()
    hands.click(hands.button(dialog, "All years (1)"))
    assert titles(dialog) == [title(printed, "family-arrest")]
    dialog.reject()


def test_keys_walk_search_and_read_and_enter_prints_nothing(printed: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(printed)
    dialog = dialog_on(window)
    hands.press(dialog.search, Qt.Key.Key_Down)
    assert dialog.chosen is not None and dialog.chosen.template == VISIT
    hands.press(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.pane.hasFocus()
    dialog.rows.setFocus()
    hands.press(dialog.rows, Qt.Key.Key_Down)
    assert dialog.chosen.template == "family-arrest.cy"
    hands.press(dialog.rows, Qt.Key.Key_Return)
    assert dialog.isVisible() and not isinstance(window.page, LeafletsPage)
    dialog.rows.setFocus()
    hands.press(dialog.rows, Qt.Key.Key_C)
    assert dialog.search.text() == "c" and dialog.search.hasFocus()
    dialog.reject()


def test_what_is_wrong_with_a_print_stands_above_it(printed: Binder, open_window: Open, hands: Hands) -> None:
    change_number(printed)
    fact = change_fact(printed)
    dialog = dialog_on(open_window(printed))
    assert [dialog.model.row_at(dialog.model.index(place)).state for place in range(3)] == [
        "Out of date", "Out of date", "",
    ]  # fmt: skip
    assert dialog.pane.wrong.isVisible()
    assert f"The number of {HUB} has changed: {OLD} is on the paper, {NEW} is right." in said(dialog)
    hands.press(dialog.search, Qt.Key.Key_Down)
    assert any(line.startswith(f"This has changed since: “{fact[:30]}") for line in said(dialog))
    hands.press(dialog.search, Qt.Key.Key_Down)
    assert not dialog.pane.wrong.isVisible()
    assert dialog.old.text() == "Sheets to put in the bin (19)…"
    dialog.reject()


def test_in_the_bin_is_one_press_and_so_is_the_way_back(printed: Binder, open_window: Open, hands: Hands) -> None:
    change_number(printed)
    dialog = dialog_on(open_window(printed))
    dialog.binned.setFocus()
    hands.click(dialog.binned)
    assert dialog.chosen is not None and dialog.chosen.binned_on == clock.today()
    assert dialog.model.row_at(dialog.model.index(0)).state == "In the bin"
    assert not dialog.pane.wrong.isVisible()
    assert f"These sheets are in the bin since {british(clock.today())}." in said(dialog)
    assert old_sheets.count(printed) == 0
    assert dialog.binned.hasFocus() and dialog.binned.text() == "They are not in the bin"
    hands.click(dialog.binned)
    assert old_sheets.count(printed) == 12 and dialog.pane.wrong.isVisible()
    assert dialog.chosen.binned_on is None
    dialog.reject()


def test_a_full_disk_changes_nothing_and_is_said(
    printed: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_number(printed)
    dialog = dialog_on(open_window(printed))

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(old_sheets, "binned", full)
    hands.click(dialog.binned)
    assert "the disk is full" in dialog.notices.words.text() and dialog.notices.isVisible()
    assert dialog.model.row_at(dialog.model.index(0)).state == "Out of date"
    dialog.reject()


def test_print_again_goes_to_the_leaflet_with_that_prints_choices(
    printed: Binder, open_window: Open, hands: Hands
) -> None:
    leaflets.remember_choices(printed, leaflets.template("family-arrest"), LeafletChoices(size=Size.FOLDED_A5))
    window = open_window(printed)
    dialog = dialog_on(window)
    hands.click(dialog.again)
    QApplication.processEvents()
    assert not dialog.isVisible()
    page = window.page
    assert isinstance(page, LeafletsPage) and page._template.id == "family-arrest"
    made = leaflets.remembered_choices(printed, page._template)
    assert (made.size, made.large_print) == (Size.A4, True)


def test_a_dialog_it_was_opened_from_is_not_left_in_the_way(printed: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(printed)
    above = QDialog(window)
    above.open()
    dialog = PrintHistoryDialog(window._desk, above)
    dialog.open()
    QApplication.processEvents()
    hands.click(dialog.again)
    assert not above.isVisible() and isinstance(window.page, LeafletsPage)


def test_other_papers_lead_to_their_page_and_cannot_be_put_in_the_bin(
    printed: Binder, open_window: Open, hands: Hands
) -> None:
    papers.note_document(printed, papers.plan_work_plan(printed), 2)
    window = open_window(printed)
    dialog = dialog_on(window)
    assert titles(dialog)[0] == "Work plan"
    assert not dialog.binned.isVisible() and "No contacts on it" in said(dialog)
    assert any("not kept here" in line for line in said(dialog))
    assert dialog.again.text() == "Go to the work plan"
    hands.click(dialog.again)
    assert type(window.page).__name__ == "WorkPlanPage"


def test_a_leaflet_that_is_no_more_cannot_be_printed_again(printed: Binder, open_window: Open, hands: Hands) -> None:
    known = print_history.print_history(printed)[0]
    with printed.atomic("note_print", also=frozenset({"prints"})):
        printed.change("prints", known.id, {"template": "gone", "title": "Our own old sheet"})
    dialog = dialog_on(open_window(printed))
    assert dialog.gone.isVisible() and not dialog.again.isEnabled()
    hands.press(dialog.search, Qt.Key.Key_Down)
    assert not dialog.gone.isVisible() and dialog.again.isEnabled()
    dialog.reject()


def test_the_list_of_old_sheets_opens_from_here_and_what_was_done_there_shows(
    printed: Binder, open_window: Open, hands: Hands
) -> None:
    change_number(printed)
    dialog = dialog_on(open_window(printed))
    hands.click(dialog.old)
    old = dialog.findChild(OldSheetsDialog)
    assert old is not None and old.isVisible()
    hands.click(old.lines[0].act)
    hands.click(old.close_button)
    QApplication.processEvents()
    assert dialog.model.row_at(dialog.model.index(0)).state == "In the bin"
    assert dialog.old.text() == "Sheets to put in the bin…"
    dialog.reject()


def test_nothing_printed_yet(sample_binder: Binder, open_window: Open) -> None:
    dialog = dialog_on(open_window(sample_binder))
    assert dialog.none_yet.isVisible() and dialog.close_button.hasFocus()
    for made in (dialog.search, dialog.rows, dialog.pane, dialog.again, dialog.binned):
        assert not made.isVisible()
    assert nameless(dialog) == []
    dialog.reject()


def test_every_control_has_a_name(printed: Binder, open_window: Open) -> None:
    change_number(printed)
    dialog = dialog_on(open_window(printed))
    assert nameless(dialog) == []
    names = control_names(dialog)
    for name in ("Search the print history", "Prints, newest first", "The words as printed", "Copy these words"):
        assert name in names
    dialog.reject()


def test_400_prints_in_a_small_window(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    settle_number(sample_binder)
    with sample_binder.atomic("note_print", also=frozenset({"prints"})):
        for number in range(400):
            key = ("family-arrest", "family-arrest.cy", VISIT, "children-4-7")[number % 4]
            day = date(2026 - number // 130, 1 + number % 12, 1 + number % 28)
            print_it(sample_binder, key, (HUB,) if number % 2 else (), 1, day=day)
    change_number(sample_binder)
    window = open_window(sample_binder)
    window.resize(640, 520)
    dialog = dialog_on(window)
    assert dialog.model.rowCount() == 400 and dialog.count.text() == "400 prints"
    days = [one.day for one in print_history.print_history(sample_binder)]
    assert days == sorted(days, reverse=True)
    assert dialog.width() <= 640 and dialog.height() <= 520
    assert dialog.rows.isVisible() and not dialog.pane.isVisible(), "one of the two at a time"
    hands.type(dialog.search, "arestio 2024")
    assert 0 < dialog.model.rowCount() < 60
    hands.press(dialog.search, Qt.Key.Key_Return)
    assert dialog.pane.isVisible() and not dialog.rows.isVisible()
    hands.click(dialog.pane.back)
    assert dialog.rows.isVisible() and dialog.rows.hasFocus()
    for made in (dialog.again, dialog.binned, dialog.old, dialog.close_button):
        assert made.visibleRegion().boundingRect().size() == made.size()
    dialog.reject()


ODD = ["<b>bold</b> & <img src='file:///etc/passwd'>", "nul\x00 bell\x07", "😀🧒🏽", "خط المساعدة", "w" * 480]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless"])
def test_any_text_is_shown_plainly(odd: str, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    number = listings.add_listing(sample_binder, ListingFields(odd, phones=(Phone(odd),)), "Sam")
    kept = listings.listing(sample_binder, number)
    assert kept is not None
    print_it(sample_binder, "family-arrest", (kept.fields.name,), 2)
    with sample_binder.atomic("note_print", also=frozenset({"prints"})):
        sample_binder.change("prints", 1, {"title": kept.fields.name})
    dialog = dialog_on(open_window(sample_binder))
    assert kept.fields.name in said(dialog)
    assert kept.fields.name in dialog.pane.words.toPlainText().replace("\n", " ") or len(odd) > 200
    hands.type(dialog.search, odd)
    assert dialog.width() <= 1366 and nameless(dialog) == []
    dialog.reject()


def test_a_print_from_before_words_were_kept_says_so(sample_binder: Binder, open_window: Open) -> None:
    record = PrintRecord(
        0, clock.today(), "leaflet", title(sample_binder, "family-arrest"), "1", "a4", 1, template="family-arrest"
    )
    with sample_binder.atomic("note_print", also=frozenset({"prints"})):
        from champion_app.store import prints

        prints.add(sample_binder, record)
    dialog = dialog_on(open_window(sample_binder))
    assert any("not kept: that began later" in line for line in said(dialog))
    assert not dialog.pane.words.isVisible()
    dialog.reject()
