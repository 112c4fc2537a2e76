"""Taking a list in through the window: three calm steps, nothing written before "Take in", nothing of ours lost."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.list_dialog import CHOOSE, LINES, PREVIEW, ListDialog, open_list_dialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.models.row_model import ROW, Row
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.widgets.column_mapping import ColumnRow
from champion_app.domain.listings import Listing, Phone
from champion_app.domain.taking_in import Decision
from champion_app.store.binder import Binder
from champion_app.tasks import listings, lists, resources
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.tasks.editions import everything, service, tracked, write_csv

Open = Callable[[Binder], MainWindow]
ListOpen = Callable[..., ListDialog]

HEAD = ("Service name", "Telephone", "Website", "Area covered", "Lead officer")
ROWS = [
    ("Café Beck", "01632 960111", "www.beckstreet.org.uk", "Hull", "Jo Bloggs"),
    ("Toy library", "01632 960112", "", "York", "Sam Roe"),
    ("Walk-in", "01632 960113", "", "Hull", ""),
]


@pytest.fixture
def window(sample_binder: Binder, open_window: Open) -> MainWindow:
    made = open_window(sample_binder)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def open_dialog(window: MainWindow, hands: Hands, qtbot: QtBot) -> Iterator[ListOpen]:
    """Opens the dialog over Find help; with a path it waits until the list is read or refused."""
    opened: list[ListDialog] = []
    hands.click(hands.button(window.sidebar, "Find help"))
    QApplication.processEvents()
    assert isinstance(window.page, FindHelpPage)
    page = window.page

    def open_it(path: Path | None = None, noun: str = "listings") -> ListDialog:
        dialog = open_list_dialog(page.desk, noun, page, path)
        opened.append(dialog)
        settled(qtbot, dialog)
        return dialog

    yield open_it
    for dialog in opened:
        try:
            dialog.strip.forget()
            QWidget.close(dialog)
        except RuntimeError:  # it is gone already, as it should be
            continue
    page.desk.jobs.wait()


def settled(qtbot: QtBot, dialog: ListDialog) -> None:
    """Waits for what the worker does."""
    qtbot.waitUntil(lambda: not dialog.strip.busy, timeout=20_000)
    QApplication.processEvents()


def go_on(qtbot: QtBot, hands: Hands, dialog: ListDialog) -> None:
    hands.click(dialog.go_on)
    settled(qtbot, dialog)


def to_preview(qtbot: QtBot, hands: Hands, dialog: ListDialog) -> None:
    assert dialog.at == LINES
    go_on(qtbot, hands, dialog)
    assert dialog.at == PREVIEW


def take_in(qtbot: QtBot, hands: Hands, dialog: ListDialog) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    hands.click(dialog.go_on)
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    QApplication.processEvents()


def council(path: Path, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    return write_csv(path, [HEAD, *rows], encoding="cp1252")


def had_already(binder: Binder, path: Path) -> None:
    """The list as it was taken in some time ago."""
    lists.take_in(binder, lists.look(binder, lists.read(path, "listings"), "listings", path.stem), {})


def named(binder: Binder, name: str) -> Listing:
    return next(one for one in listings.directory(binder) if one.fields.name == name)


def chips(dialog: ListDialog) -> list[str]:
    return [button.text() for button in dialog.preview.chips._values]


def press_chip(hands: Hands, dialog: ListDialog, words: str) -> None:
    hands.click(next(button for button in dialog.preview.chips._values if button.text().startswith(words)))


def shown(dialog: ListDialog) -> list[Row]:
    model = dialog.preview.model
    rows = [model.index(place).data(ROW) for place in range(model.rowCount())]
    assert all(isinstance(row, Row) for row in rows)
    return rows


def words_in(widget: QWidget) -> str:
    """Everything that can be read, without the places where a long word may break."""
    labels = [made for made in widget.findChildren(QLabel) if made.isVisible()]
    return "\n".join(made.text() for made in labels).replace("\u200b", "")


def column(dialog: ListDialog, heading: str) -> ColumnRow:
    return next(row for row in dialog.lines.mapping.rows if row.column.heading == heading)


def choose(row: ColumnRow, field: str) -> None:
    """Chooses a field with the keyboard's own signal."""
    place = row.choice.findData(field, Qt.ItemDataRole.UserRole)
    row.choice.setCurrentIndex(place)
    row.choice.activated.emit(place)


def test_a_list_comes_in_with_three_presses_and_one_undo_takes_it_back(
    open_dialog: ListOpen, window: MainWindow, hands: Hands, qtbot: QtBot, sample_binder: Binder, tmp_path: Path
) -> None:
    before = tracked(sample_binder)
    dialog = open_dialog(council(tmp_path / "council.csv"))
    hands.clicks = 0
    to_preview(qtbot, hands, dialog)
    assert tracked(sample_binder) == before, "nothing is written until Take in"
    assert dialog.go_on.text() == "Take in 3 services"
    assert dialog.told.text() == "3 new."
    take_in(qtbot, hands, dialog)
    assert hands.clicks == 2
    assert named(sample_binder, "Café Beck").fields.area == "Hull"
    page = window.page
    assert isinstance(page, FindHelpPage)
    assert page.chosen == named(sample_binder, "Café Beck"), "the page shows what is new"
    assert window.notices.isVisible()
    assert "Taken in: 3 new." in words_in(window.notices)
    hands.click(hands.button(window.notices, "Undo"))
    assert tracked(sample_binder) == before


def test_a_file_is_chosen_with_the_systems_dialog(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_dialog()
    assert dialog.at == CHOOSE
    assert dialog.choice.choose.hasFocus()
    path = council(tmp_path / "council.csv")
    hands.click(dialog.choice.choose)
    chooser = dialog.choice.findChild(QFileDialog)
    assert chooser is not None
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(path))
    chooser.fileSelected.emit(str(path))
    chooser.close()
    settled(qtbot, dialog)
    assert dialog.at == LINES


def test_a_file_can_be_dropped(open_dialog: ListOpen, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(council(tmp_path / "council.csv")))])
    no_key, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(dialog.choice, QDragEnterEvent(QPoint(5, 5), copy, carried, left, no_key))
    QApplication.sendEvent(dialog.choice, QDropEvent(QPointF(5, 5), copy, carried, left, no_key))
    settled(qtbot, dialog)
    assert dialog.at == LINES


def test_F61_what_is_no_list_is_said_and_another_file_can_be_chosen(
    open_dialog: ListOpen, qtbot: QtBot, sample_binder: Binder, tmp_path: Path
) -> None:
    before = everything(sample_binder)
    (tmp_path / "leaflet.csv").write_bytes(b"%PDF-1.4 x")
    dialog = open_dialog(tmp_path / "leaflet.csv")
    assert dialog.at == CHOOSE
    assert "it is a PDF" in dialog.choice.problem.text()
    assert "your binder is as it was" in dialog.choice.problem.text()
    assert dialog.choice.problem.isVisible()
    dialog.read(council(tmp_path / "council.csv"))
    assert dialog.choice.problem.text() == ""
    settled(qtbot, dialog)
    assert dialog.at == LINES
    assert everything(sample_binder) == before


def test_F55_letters_and_separator_are_said_and_can_be_changed(
    open_dialog: ListOpen, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_dialog(council(tmp_path / "council.csv"))
    lines = dialog.lines
    assert "Read as Western European, with commas between the columns." in lines.about.text()
    assert "Café Beck" in words_in(lines)
    place = lines.letters.findData("mac-roman", Qt.ItemDataRole.UserRole)
    lines.letters.setCurrentIndex(place)
    lines.letters.activated.emit(place)
    settled(qtbot, dialog)
    assert "Café Beck" not in words_in(lines)
    assert lines.letters.value == "mac-roman"
    place = lines.letters.findData("itself", Qt.ItemDataRole.UserRole)
    lines.letters.setCurrentIndex(place)
    lines.letters.activated.emit(place)
    settled(qtbot, dialog)
    assert "Café Beck" in words_in(lines)
    place = lines.separator.findData("|", Qt.ItemDataRole.UserRole)
    lines.separator.setCurrentIndex(place)
    lines.separator.activated.emit(place)
    settled(qtbot, dialog)
    assert lines.separator.value == "|"


def test_the_first_five_records_stand_there_as_they_would_be(open_dialog: ListOpen, tmp_path: Path) -> None:
    rows = [(f"Service {n}", f"01632 96000{n}", "", "", "Jo") for n in range(1, 8)]
    dialog = open_dialog(council(tmp_path / "council.csv", rows))
    words = words_in(dialog.lines)
    assert "The first 5 would be:" in words
    assert "Service 5\nTelephone: 01632 960005" in words
    assert "Service 6" not in words.split("Columns")[0].split("For instance")[0]
    assert "council.csv: 8 lines." in words


def test_columns_are_folded_while_all_is_clear_and_say_why_one_is_left_out(
    open_dialog: ListOpen, hands: Hands, tmp_path: Path
) -> None:
    dialog = open_dialog(council(tmp_path / "council.csv"))
    fold = dialog.lines.columns
    assert fold.heading.text() == "Columns: 4 used, 1 left out"
    assert not fold.heading.isChecked()
    hands.click(fold.heading)
    lead = column(dialog, "Lead officer")
    assert "It names a person" in lead.why.text()
    assert lead.choice.currentText() == "Leave it out"
    assert column(dialog, "Telephone").choice.currentText() == "Telephone"
    assert "01632 960111" in column(dialog, "Telephone").examples.text()


def test_an_unknown_column_unfolds_them_and_can_be_given_a_place(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", [("Service name", "Zork"), ("Pact here", "Only on Fridays"), ("Toys", "x y")])
    dialog = open_dialog(path)
    assert dialog.lines.columns.heading.isChecked()
    assert dialog.lines.unclear.isVisible()
    zork = column(dialog, "Zork")
    assert "We do not know what this column is for" in zork.why.text()
    zork.choice.setFocus()
    choose(zork, "hours")
    settled(qtbot, dialog)
    assert column(dialog, "Zork") is zork, "the keyboard stays where it was"
    assert zork.choice.hasFocus()
    assert not zork.why.isVisible()
    assert not dialog.lines.unclear.isVisible()
    assert "When it is open: Only on Fridays" in words_in(dialog.lines)
    to_preview(qtbot, hands, dialog)


def test_a_list_without_a_column_of_names_waits_until_a_person_has_said_which(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [("Zork", "Thing", "Phone"), ("Pact", "5", "01632 960001"), ("", "5", "01632 960002"), ("", "6", "01632")]
    dialog = open_dialog(write_csv(tmp_path / "a.csv", rows))
    assert dialog.at == LINES
    assert not dialog.go_on.isEnabled()
    assert "Choose below which column holds the names." in dialog.lines.problem.text()
    assert column(dialog, "Zork").choice.hasFocus(), "the keyboard stands where it is needed"
    choose(column(dialog, "Zork"), "name")
    settled(qtbot, dialog)
    assert not dialog.lines.problem.isVisible()
    assert dialog.go_on.isEnabled()
    to_preview(qtbot, hands, dialog)


def test_a_list_with_nothing_in_it_says_so(open_dialog: ListOpen, tmp_path: Path) -> None:
    dialog = open_dialog(write_csv(tmp_path / "a.csv", [HEAD]))
    assert "There is nothing in it that could be taken in." in words_in(dialog.lines)
    assert not dialog.go_on.isEnabled()


def test_one_sheet_of_several_can_be_chosen(open_dialog: ListOpen, qtbot: QtBot, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("North")
    assert first is not None
    first.title = "South"
    for sheet, name in ((first, "Pact"), (second, "Beck")):
        sheet.append(("Service name", "Telephone"))
        sheet.append((name, "01632 960001"))
    book.save(path := tmp_path / "a.xlsx")
    dialog = open_dialog(path)
    assert not dialog.lines.letters.isVisible(), "an Excel file has no letters to choose"
    assert "Pact" in words_in(dialog.lines)
    place = dialog.lines.sheet.findData("North", Qt.ItemDataRole.UserRole)
    dialog.lines.sheet.setCurrentIndex(place)
    dialog.lines.sheet.activated.emit(place)
    settled(qtbot, dialog)
    assert "Pact" not in words_in(dialog.lines)
    assert "Beck" in words_in(dialog.lines)


@pytest.fixture
def next_edition(sample_binder: Binder, tmp_path: Path) -> Path:
    """Taken in before, then edited here; and a newer edition with everything a list can bring."""
    old = ("Old hall", "01632 960119", "", "", "")
    had_already(sample_binder, council(tmp_path / "council 2026.csv", [*ROWS, old]))
    for name, changes in (("Café Beck", {"area": "Our street", "note": "Ask for Friday."}), ("Toy library", {})):
        known = named(sample_binder, name)
        listings.change_listing(sample_binder, known.id, replace(known.fields, **(changes or {"area": "Ours too"})))
    listings.add_listing(sample_binder, service("Our own group", "01632 960114"))
    rows = [
        ("Café Beck", "01632 960111", "www.beckstreet.org.uk", "Hessle", ""),  # both moved
        ("Toy library", "01632 960112", "", "Beverley", ""),  # both moved
        ("Walk-in", "01632 960113", "", "Hull and Hessle", ""),  # only the list moved
        ("Home visits", "01632 960114", "", "", ""),  # like a row of ours
        ("New café", "01632 960115", "", "", ""),
        ("New club", "n/a", "", "", ""),  # new, but odd
        ("", "01632 960117", "", "", ""),  # refused
    ]
    return council(tmp_path / "council 2027.csv", rows)


def test_chips_count_and_filter_the_lines(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    assert "next edition of “council 2026”" in dialog.preview.about.text()
    assert chips(dialog)[:5] == ["All 9", "To decide 3", "New 2", "Changed 1", "Odd, but taken 1"]
    assert chips(dialog)[5:] == ["Not taken in 1", "Not a record 1", "Gone from the list 1"]
    assert [row.title for row in shown(dialog)] == ["Café Beck", "Toy library", "Home visits"], "what asks comes first"
    press_chip(hands, dialog, "Odd")
    (odd,) = shown(dialog)
    assert (odd.title, odd.state, odd.icon) == ("New club", "New, but odd", "warning")
    assert odd.second.startswith("Line 7 · ")
    press_chip(hands, dialog, "Gone")
    (gone,) = shown(dialog)
    assert (gone.title, gone.state) == ("Old hall", "Stays here")
    assert "It stays in your binder" in gone.second
    press_chip(hands, dialog, "Changed")
    assert [row.title for row in shown(dialog)] == ["Walk-in"]
    assert dialog.preview.pane.facts.words() == [("Area it covers", "Hull", "Hull and Hessle")]
    press_chip(hands, dialog, "All")
    assert len(shown(dialog)) == 9
    hands.type(dialog.preview.search, "new ")
    assert [row.title for row in shown(dialog)] == ["New café", "New club"]


def test_a_clash_is_shown_side_by_side_and_nothing_of_ours_is_lost_unless_we_say_so(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, sample_binder: Binder
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    decision = dialog.preview.pane.decision
    assert decision.table.words() == [("Area it covers", "Our street", "Hessle")]
    assert "Stays as you wrote it with either choice: Our own note." in decision.either.text()
    assert decision.option(None).isChecked(), "nobody has decided yet"
    assert dialog.go_on.text() == "Take in 3 services"
    assert "3 lines are not decided: they stay as they are." in dialog.told.text()
    take_in(qtbot, hands, dialog)
    beck = named(sample_binder, "Café Beck").fields
    assert (beck.area, beck.note) == ("Our street", "Ask for Friday.")
    assert named(sample_binder, "Walk-in").fields.area == "Hull and Hessle"
    assert named(sample_binder, "Old hall")
    assert named(sample_binder, "Our own group").fields.phones == (Phone("01632 960114"),)


def test_decisions_line_by_line(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, sample_binder: Binder
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    preview, decision = dialog.preview, dialog.preview.pane.decision
    hands.press(decision.option(Decision.THEIRS), Qt.Key.Key_Space)
    assert shown(dialog)[0].state == "Take theirs"
    assert "To decide 2 of 3" in chips(dialog)
    assert dialog.go_on.text() == "Take in 4 services"
    hands.click(preview.next)
    assert preview.pane.name.text() == "Toy library"
    hands.press(decision.option(Decision.MINE), Qt.Key.Key_Space)
    hands.click(preview.next)
    assert preview.pane.name.text() == "Home visits"
    hands.press(decision.option(Decision.BOTH), Qt.Key.Key_Space)
    assert not preview.next.isEnabled()
    assert dialog.go_on.text() == "Take in 5 services"
    take_in(qtbot, hands, dialog)
    assert named(sample_binder, "Café Beck").fields.area == "Hessle"
    assert named(sample_binder, "Café Beck").fields.note == "Ask for Friday."
    assert named(sample_binder, "Toy library").fields.area == "Ours too"
    assert named(sample_binder, "Home visits").phone == named(sample_binder, "Our own group").phone


def test_one_decision_for_all_like_this_and_back_to_later(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    decision = dialog.preview.pane.decision
    assert not decision.all_like_this.isVisible()
    hands.press(decision.option(Decision.THEIRS), Qt.Key.Key_Space)
    assert decision.all_like_this.text() == "Do the same for the one other like this"
    hands.click(decision.all_like_this)
    assert [row.state for row in shown(dialog)] == ["Take theirs", "Take theirs", "To decide"]
    assert not decision.all_like_this.isVisible()
    hands.press(decision.option(None), Qt.Key.Key_Space)
    assert [row.state for row in shown(dialog)] == ["To decide", "Take theirs", "To decide"]


def test_cancel_leaves_everything_and_the_choices_wait_for_the_same_file(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, sample_binder: Binder, window: MainWindow
) -> None:
    before = tracked(sample_binder)
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    hands.press(dialog.preview.pane.decision.option(Decision.THEIRS), Qt.Key.Key_Space)
    hands.click(dialog.cancel)
    assert tracked(sample_binder) == before
    assert "your choices are there" in words_in(window.notices)
    again = open_dialog(next_edition)
    to_preview(qtbot, hands, again)
    assert [row.state for row in shown(again)] == ["Take theirs", "To decide", "To decide"]
    hands.click(again.cancel)
    council(next_edition, [("Café Beck", "01632 960111", "", "Somewhere else altogether", "")])
    other = open_dialog(next_edition)
    to_preview(qtbot, hands, other)
    assert [row.state for row in shown(other)] == ["To decide"], "choices about another file are not for this one"


def test_columns_that_were_chosen_wait_for_the_same_file(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", [("Service name", "Zork"), ("Pact here", "Fridays"), ("Toys", "Mondays")])
    dialog = open_dialog(path)
    choose(column(dialog, "Zork"), "hours")
    settled(qtbot, dialog)
    hands.press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert column(open_dialog(path), "Zork").column.field == "hours"


def test_F62_stopped_while_it_is_taken_in_nothing_is_there(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, tmp_path: Path
) -> None:
    rows = [(f"Service {n}", f"01632 96{n:04}", "", "", "") for n in range(600)]
    dialog = open_dialog(council(tmp_path / "a.csv", rows))
    to_preview(qtbot, hands, dialog)
    before = everything(sample_binder)
    hands.click(dialog.go_on)
    assert dialog.strip.writing
    assert not dialog.preview.isEnabled(), "what is on the screen waits"
    hands.click(dialog.cancel)
    settled(qtbot, dialog)
    assert dialog.isVisible()
    assert "Stopped. Nothing was taken in" in dialog.told.text()
    assert everything(sample_binder) == before
    assert dialog.go_on.isEnabled()
    take_in(qtbot, hands, dialog)
    assert named(sample_binder, "Service 599")


def test_what_was_written_behind_the_dialog_is_not_lost(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, sample_binder: Binder
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    known = named(sample_binder, "Walk-in")
    listings.change_listing(sample_binder, known.id, replace(known.fields, area="Typed since"))
    go_on(qtbot, hands, dialog)
    assert dialog.at == PREVIEW
    assert "your binder has changed since you looked at it" in dialog.told.text()
    assert "Walk-in" in [row.title for row in shown(dialog)], "it asks now"
    take_in(qtbot, hands, dialog)
    assert named(sample_binder, "Walk-in").fields.area == "Typed since"


def test_the_same_list_again_has_nothing_to_take_in_and_nothing_to_undo(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, window: MainWindow, tmp_path: Path
) -> None:
    path = council(tmp_path / "a.csv")
    had_already(sample_binder, path)
    before = everything(sample_binder)
    dialog = open_dialog(path)
    to_preview(qtbot, hands, dialog)
    assert chips(dialog) == ["All 4", "Here already 3", "Not a record 1"]
    assert dialog.told.text() == "Nothing new and nothing changed."
    assert dialog.go_on.text() == "Close"
    hands.click(dialog.go_on)
    assert not dialog.isVisible()
    assert not window.notices.isVisible()
    assert everything(sample_binder) == before


def test_leaving_things_out_writes_nothing_and_offers_no_undo_of_something_else(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, window: MainWindow, tmp_path: Path
) -> None:
    path = council(tmp_path / "a.csv")
    had_already(sample_binder, path)
    listings.remove_listing(sample_binder, named(sample_binder, "Walk-in").id)
    before = tracked(sample_binder)
    dialog = open_dialog(path)
    to_preview(qtbot, hands, dialog)
    hands.press(dialog.preview.pane.decision.option(Decision.MINE), Qt.Key.Key_Space)
    assert shown(dialog)[0].state == "Leave it out"
    assert dialog.go_on.text() == "Close"
    take_in(qtbot, hands, dialog)
    assert not window.notices.isVisible()
    assert tracked(sample_binder) == before


def test_keeping_mine_is_remembered_and_not_asked_again(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, window: MainWindow, tmp_path: Path
) -> None:
    listings.add_listing(sample_binder, service("Walk-in", "01632 960199"))
    path = council(tmp_path / "a.csv", ROWS[2:])
    dialog = open_dialog(path)
    to_preview(qtbot, hands, dialog)
    hands.press(dialog.preview.pane.decision.option(Decision.MINE), Qt.Key.Key_Space)
    assert dialog.go_on.text() == "Keep my choices"
    take_in(qtbot, hands, dialog)
    assert "Your choices about the list are kept." in words_in(window.notices)
    again = open_dialog(path)
    to_preview(qtbot, hands, again)
    assert chips(again) == ["All 2", "Here already 1", "Not a record 1"]


def test_the_report_can_go_back_to_whoever_made_the_list(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    hands.click(dialog.report)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "report.csv"))
    chooser.close()
    rows = list(csv.reader((tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 1 + 8 + 1
    assert "report.csv" in dialog.told.text()


def test_a_report_that_cannot_be_saved_says_so(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(next_edition)
    to_preview(qtbot, hands, dialog)
    hands.click(dialog.report)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "nowhere" / "report.csv"))
    chooser.close()
    assert "is not there" in dialog.told.text()
    assert dialog.at == PREVIEW


def test_the_whole_way_by_keyboard(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path, sample_binder: Binder
) -> None:
    dialog = open_dialog(next_edition)
    assert dialog.go_on.hasFocus()
    hands.press(dialog.go_on, Qt.Key.Key_Return)
    settled(qtbot, dialog)
    assert dialog.at == PREVIEW
    rows = dialog.preview.rows
    assert rows.hasFocus()
    hands.press(rows, Qt.Key.Key_Down)
    assert dialog.preview.pane.name.text() == "Toy library"
    hands.press(rows, Qt.Key.Key_Return)
    later = dialog.preview.pane.decision.option(None)
    assert later.hasFocus(), "Enter goes from the line to its choices"
    hands.press(later, Qt.Key.Key_Left)
    assert shown(dialog)[1].state == "Keep both"
    hands.press(dialog.preview.pane.decision.option(Decision.BOTH), Qt.Key.Key_Left)
    assert shown(dialog)[1].state == "Take theirs"
    assert dialog.preview.pane.decision.option(Decision.THEIRS).hasFocus(), "the keyboard stays at the choices"
    dialog.go_on.setFocus()
    hands.press(dialog.go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: named(sample_binder, "Toy library").fields.area == "Beverley", timeout=20_000)


def test_enter_in_the_search_line_takes_nothing_in(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, tmp_path: Path
) -> None:
    dialog = open_dialog(council(tmp_path / "a.csv"))
    to_preview(qtbot, hands, dialog)
    before = everything(sample_binder)
    dialog.go_on.setDefault(True)  # as Qt may come to do by itself: it takes whichever button was last used
    dialog.preview.search.setFocus()
    hands.press(dialog.preview.search, Qt.Key.Key_Return)
    settled(qtbot, dialog)
    assert dialog.at == PREVIEW
    assert dialog.findChild(QFileDialog) is None, "no other button was pressed either"
    assert everything(sample_binder) == before


def test_every_control_has_a_name(open_dialog: ListOpen, hands: Hands, qtbot: QtBot, next_edition: Path) -> None:
    dialog = open_dialog()
    assert nameless(dialog) == []
    dialog.read(next_edition)
    settled(qtbot, dialog)
    hands.click(dialog.lines.columns.heading)
    assert nameless(dialog) == []
    assert column(dialog, "Telephone").choice.accessibleName() == "What “Telephone” is"
    to_preview(qtbot, hands, dialog)
    assert nameless(dialog) == []
    assert {"Lines", "Keep mine", "Take theirs", "Keep both", "Decide later"} <= set(control_names(dialog))


def fits(made: QLabel) -> bool:
    """Whether every line of a label fits its width."""
    room = made.contentsRect().adjusted(0, 0, 0, 100_000)
    return made.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, made.text()).width() <= room.width() + 1


HOSTILE = ["<b>Bold</b> <img src=x>", "x" * 10_000, "\u202eevil", "&amp; {n} %s", "W" * 400]


def test_F51_hostile_words_are_shown_as_they_stand_and_fit(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [(name, f"01632 96000{n}", "", "<i>x</i> & y", "") for n, name in enumerate(HOSTILE)]
    path = tmp_path / "<b>odd &amp; name.csv"
    dialog = open_dialog(write_csv(path, [("Service name", "Telephone", "Website", "Area <u>covered", "x"), *rows]))
    assert "<b>Bold</b> <img src=x>" in words_in(dialog.lines)
    assert path.name in words_in(dialog.lines)
    to_preview(qtbot, hands, dialog)
    press_chip(hands, dialog, "All")
    for place in range(dialog.preview.model.rowCount()):
        dialog.preview.rows.setCurrentIndex(dialog.preview.model.index(place))
        QApplication.processEvents()
        for made in dialog.preview.pane.findChildren(QLabel):
            assert made.textFormat() == Qt.TextFormat.PlainText
            assert not made.isVisible() or fits(made), made.text()[:60]
        assert len(words_in(dialog.preview.pane)) < 2_000, "a very long text is cut"
    dialog.preview.rows.setCurrentIndex(dialog.preview.model.index(2))
    QApplication.processEvents()
    assert "… (10,0" in words_in(dialog.preview.pane), "and says how long it is"
    titles = [row.title for row in shown(dialog)]
    assert "<b>Bold</b> <img src=x>" in titles
    assert "evil" in titles, "a sign that turns words round is taken out"
    assert max(map(len, titles)) <= 200


@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_a_small_window(
    open_dialog: ListOpen, window: MainWindow, hands: Hands, qtbot: QtBot, next_edition: Path, size: int
) -> None:
    window.resize(640, 480)
    dialog = open_dialog(next_edition)
    dialog._desk.theme.apply(text_size=size)
    QApplication.processEvents()
    to_preview(qtbot, hands, dialog)
    QApplication.processEvents()
    assert dialog.width() <= 640 or size == 200
    for made in (dialog.back, dialog.cancel, dialog.go_on):
        assert dialog.rect().contains(made.geometry())
    assert dialog.preview.split.narrow
    hands.press(dialog.preview.rows, Qt.Key.Key_Return)
    assert dialog.preview.pane.isVisible()
    assert not dialog.preview.rows.isVisible()
    assert not dialog.preview.chips.isVisible(), "the line has the room to itself"
    hands.click(dialog.preview.pane.back)
    assert dialog.preview.rows.isVisible()
    assert dialog.preview.rows.hasFocus()


def test_another_look_while_it_is_open_and_after(
    open_dialog: ListOpen, window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_dialog(council(tmp_path / "a.csv"))
    theme = dialog._desk.theme
    theme.apply("dark")
    to_preview(qtbot, hands, dialog)
    take_in(qtbot, hands, dialog)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply("light")  # a part of the dialog that still listened would be gone
    QApplication.processEvents()


def test_of_five_thousand_lines_only_those_that_are_seen_are_put_into_words(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [(f"Service {n}", f"0115 4{n:06}", "", "Hull", "") for n in range(5_000)]
    dialog = open_dialog(council(tmp_path / "a.csv", rows))
    to_preview(qtbot, hands, dialog)
    assert dialog.go_on.text() == "Take in 5,000 services"
    assert dialog.preview.model.rowCount() == 5_000
    dialog.preview.rows.grab()
    assert len(dialog.preview.model._known) <= 300


def test_a_list_of_resources(
    open_dialog: ListOpen, hands: Hands, qtbot: QtBot, sample_binder: Binder, window: MainWindow, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "books.csv", [("Title", "Author"), ("The red bag", "A. Writer")])
    dialog = open_dialog(path, "resources")
    assert dialog.windowTitle() == "Take in a list of resources"
    assert not dialog.choice.choose_folder.isVisible()
    to_preview(qtbot, hands, dialog)
    assert dialog.go_on.text() == "Take in 1 resource"
    take_in(qtbot, hands, dialog)
    assert "The red bag" in [one.fields.title for one in resources.pack(sample_binder)]
    assert window.page is not None
    assert window.page.accessibleName() == "Resource pack"
