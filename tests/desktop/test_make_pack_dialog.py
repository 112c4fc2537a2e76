"""Making a pack: what goes in, exactly what leaves, and one file on a stick; nothing typed or ticked is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.make_pack_dialog import MakePackDialog, open_make_pack_dialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.pack_tree import PackTree
from champion_app.domain.listings import ListingFields
from champion_app.domain.packs import PackItem, item_name
from champion_app.domain.resources import ResourceFields
from champion_app.store.binder import Binder
from champion_app.tasks import attachments, listings, packs, resources, shelves
from champion_app.tasks.pack_making import Offered
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

PDF = b"%PDF-1.4\n" + b"x" * 2_000
STORY = ResourceFields("Our own story", "To read aloud.", note="Ask Priya first.")
BECK = ListingFields("Beck Street Drop-in", "A hot meal.", note="Ring after ten.")

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def window(new_binder: Binder, open_window: Open) -> MainWindow:
    made = open_window(new_binder)
    made.resize(1366, 768)
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return window.page.desk


@pytest.fixture
def story(new_binder: Binder) -> int:
    """A resource of our own with a file, and a service of our own."""
    number = resources.add_resource(new_binder, STORY)
    attachments.attach(new_binder, attachments.ready("story.pdf", PDF), resource=number)
    listings.add_listing(new_binder, BECK)
    return number


def opened(desk: Desk, window: MainWindow) -> MakePackDialog:
    dialog = open_make_pack_dialog(desk, window)
    QApplication.processEvents()
    return dialog


def place_of(model: PackTree, name: str) -> QModelIndex:
    """Where a thing or a noun stands in the tree."""
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    every = tops + [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
    return next(index for index in every if str(index.data()).startswith(name))


def save(dialog: MakePackDialog, hands: Hands, qtbot: QtBot, path: Path) -> list[PackItem]:
    """Presses through to the system's dialog, answers it, and reads what was written."""
    hands.click(dialog.look)
    hands.click(dialog.save)
    asked = dialog.file_dialog
    assert asked is not None and asked.isVisible()
    with qtbot.waitSignal(dialog.saved, timeout=20_000):
        asked.fileSelected.emit(str(path))
        asked.reject()
    return list(packs.read(path).contents.items)


def names(items: list[PackItem]) -> list[str]:
    return sorted(item_name(item.fields) for item in items)


def leaving(dialog: MakePackDialog) -> list[str]:
    model = dialog.leaving.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_everything_of_ours_leaves_and_nothing_else(
    window: MainWindow, desk: Desk, new_binder: Binder, story: int, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.messages.said.connect(lambda notice: said.append(notice.text))
    dialog = opened(desk, window)
    assert dialog.choice.title.hasFocus(), "typing can start at once"
    ticked = {noun: rows for noun, rows in dialog.choice.model.rows_ticked().items() if rows}
    assert ticked == {noun: rows for noun, rows in packs.everything_of_ours(new_binder).items() if rows}
    hands.type(dialog.choice.title, "Our pack")
    hands.type(dialog.choice.publisher, "Hollin Bank")
    hands.click(dialog.look)
    assert sorted(leaving(dialog)) == ["Beck Street Drop-in", "Our own story"]
    assert dialog.leaving.counts.text() == "2 things leave, with 1 file of 2 KB"
    assert "Our own notes stay here." in dialog.leaving.stays.text()
    hands.click(dialog.back)
    path = tmp_path / "our.championpack"
    items = save(dialog, hands, qtbot, path)
    assert names(items) == ["Beck Street Drop-in", "Our own story"]
    assert [item.fields for item in items if item.noun == "listings"] == [replace(BECK, note="")]
    assert [file.name for item in items for file in item.files] == ["story.pdf"]
    about = packs.read(path).contents.about
    assert (about.title, about.publisher, about.number) == ("Our pack", "Hollin Bank", 1)
    assert said[-1] == f"The pack was saved as {path}."
    again = opened(desk, window)
    assert again.choice.title.text() == "Our pack", "the next edition has the same name"
    hands.type(again.choice.publisher, "Hollin Bank")
    hands.click(again.look)
    assert again.leaving.about.text().endswith("Edition 2")
    again.reject()


def test_notes_travel_only_when_they_are_ticked_and_files_can_stay(
    window: MainWindow, desk: Desk, story: int, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(desk, window)
    hands.type(dialog.choice.title, "Our pack")
    hands.type(dialog.choice.publisher, "Hollin Bank")
    assert not dialog.choice.notes.isChecked() and dialog.choice.files.isChecked()
    hands.press(dialog.choice.notes, Qt.Key.Key_Space)
    hands.press(dialog.choice.files, Qt.Key.Key_Space)
    assert dialog.choice.weight.text() == "2 things are ticked, with no files."
    items = save(dialog, hands, qtbot, tmp_path / "our.championpack")
    assert {item.fields for item in items} == {BECK, STORY}
    assert not any(item.files for item in items)


def test_too_large_is_said_while_choosing(window: MainWindow, desk: Desk, new_binder: Binder, story: int) -> None:
    with new_binder.atomic("attach_file"):
        new_binder.change("files", 1, {"size": 60_000_000})
    dialog = opened(desk, window)
    assert "1 file of 60.0 MB" in dialog.choice.weight.text()
    assert "That is too large" in dialog.problem.text() and dialog.problem.isVisible()
    assert not dialog.look.isEnabled() and dialog.look.accessibleDescription() == dialog.problem.text()
    dialog.choice.files.click()
    assert dialog.look.isEnabled() and not dialog.problem.isVisible()
    dialog.reject()


def test_nothing_ticked_cannot_be_made(window: MainWindow, desk: Desk, hands: Hands) -> None:
    dialog = opened(desk, window)
    assert dialog.choice.weight.text() == "0 things are ticked, with no files."
    assert not dialog.look.isEnabled()
    assert dialog.problem.text() == "Tick what should go in first."
    hands.press(dialog.choice.tree, Qt.Key.Key_Space)
    assert dialog.look.isEnabled(), "the first noun is ticked"
    dialog.reject()


def test_a_noun_ticks_what_is_in_view(window: MainWindow, desk: Desk, story: int, hands: Hands) -> None:
    dialog = opened(desk, window)
    model, before = dialog.choice.model, dialog.choice.model.rows_ticked()
    hands.type(dialog.choice.search, "childline")
    assert dialog.choice.found.text().endswith("found")
    services = place_of(model, "Services")
    shown = model.rowCount(services)
    assert 0 < shown < 5
    dialog.choice.tree.setCurrentIndex(services)
    hands.press(dialog.choice.tree, Qt.Key.Key_Space)
    dialog.choice.search.clear()
    after = model.rows_ticked()
    assert len(after["listings"]) == len(before["listings"]) + shown
    assert after["resources"] == before["resources"]
    dialog.reject()


def test_one_thing_is_ticked_with_the_mouse(window: MainWindow, desk: Desk, story: int, qtbot: QtBot) -> None:
    dialog = opened(desk, window)
    tree, model = dialog.choice.tree, dialog.choice.model
    tree.expandAll()
    place = place_of(model, "Our own story (1 file, 2 KB)")
    tree.scrollTo(place)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(place).center())
    assert story not in model.rows_ticked()["resources"]
    assert place.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    dialog.reject()


def test_a_shelf_adds_its_resources(window: MainWindow, desk: Desk, new_binder: Binder, hands: Hands) -> None:
    shelf = shelves.add_shelf(new_binder, "Year 6 & staff", 1)
    shelves.put_on_shelf(new_binder, shelf, 2)
    dialog = opened(desk, window)
    menu = dialog.choice.shelf.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Year 6 && staff (2)"]
    menu.actions()[0].trigger()
    assert set(dialog.choice.model.rows_ticked()["resources"]) == {1, 2}
    assert dialog.choice.found.text() == "2 resources of “Year 6 & staff” are ticked."
    dialog.reject()


def test_what_was_typed_and_ticked_is_there_the_next_time(
    window: MainWindow, desk: Desk, story: int, hands: Hands
) -> None:
    dialog = opened(desk, window)
    hands.type(dialog.choice.title, "Half a na")
    hands.type(dialog.choice.note, "Two\nlines")
    dialog.choice.notes.click()
    dialog.choice.model.tick("resources", [story], on=False)
    dialog.choice.model.tick("resources", [1])
    hands.press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = opened(desk, window).choice
    assert (again.title.text(), again.note.toPlainText()) == ("Half a na", "Two\nlines")
    assert again.notes.isChecked() and again.files.isChecked()
    assert again.model.rows_ticked()["resources"] == (1,)


def test_a_fault_is_said_and_it_can_be_tried_again(
    window: MainWindow, desk: Desk, story: int, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(desk, window)
    hands.click(dialog.look)
    assert "The pack's name" in dialog.problem.text(), "a name is needed"
    hands.type(dialog.choice.title, "Our pack")
    assert not dialog.problem.isVisible()
    hands.type(dialog.choice.publisher, "Us")
    hands.click(dialog.look)
    dialog.save_to(tmp_path / "no such folder" / "our.championpack")
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert dialog.save.isEnabled() and dialog.isVisible()
    hands.click(dialog.back)
    assert names(save(dialog, hands, qtbot, tmp_path / "our.championpack")) == ["Beck Street Drop-in", "Our own story"]


def test_what_is_out_of_use_now_is_named(
    window: MainWindow, desk: Desk, new_binder: Binder, story: int, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    first = opened(desk, window)
    hands.type(first.choice.title, "Our pack")
    hands.type(first.choice.publisher, "Us")
    save(first, hands, qtbot, tmp_path / "one.championpack")
    resources.set_retired(new_binder, story, True)
    dialog = opened(desk, window)
    hands.type(dialog.choice.publisher, "Us")
    hands.click(dialog.look)
    assert leaving(dialog) == ["Beck Street Drop-in", "Our own story"]
    assert "Out of use" in str(dialog.leaving.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert dialog.leaving.counts.text() == "1 thing leaves, 1 is said to be out of use"
    dialog.reject()


def test_hostile_names_are_shown_as_they_are(window: MainWindow, desk: Desk, new_binder: Binder, hands: Hands) -> None:
    resources.add_resource(new_binder, ResourceFields("<b>x</b> & " + "y" * 400))
    dialog = opened(desk, window)
    hands.type(dialog.choice.title, "<i>Pack</i>")
    hands.type(dialog.choice.publisher, "<u>Us</u> " + "w" * 450)
    hands.click(dialog.look)
    labels = [one for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels if one.text())
    assert dialog.leaving.title.text() == "<i>Pack</i>"
    assert leaving(dialog)[0].startswith("<b>x</b> & yyy")
    assert dialog.minimumSizeHint().width() <= dialog.width()
    dialog.reject()


def test_everything_has_a_name_and_fits_with_large_text(
    window: MainWindow, desk: Desk, story: int, hands: Hands
) -> None:
    desk.theme.apply(text_size=200)
    try:
        dialog = opened(desk, window)
        assert nameless(dialog) == []
        assert {"The pack's name", "What goes in", "Our own notes travel too"} <= set(control_names(dialog))
        assert dialog.height() <= 768 and dialog.width() <= 1366
        for made in (dialog.look, dialog.cancel):
            assert dialog.rect().contains(made.mapTo(dialog, made.rect().bottomRight()))
        dialog.reject()
    finally:
        desk.theme.apply(text_size=100)


def test_five_thousand_things_are_found_by_name() -> None:
    many = [Offered("resources", n, f"Resource {n}", n % 2 == 0, 1, 1_000) for n in range(1, 5_001)]
    model = PackTree({"resources": many, "listings": []})
    assert model.rowCount() == 1, "a noun without things is not shown"
    assert model.tick("resources", range(1, 10_000)) == 5_000
    weight = model.weight()
    assert (weight.items, weight.files, weight.size) == (5_000, 5_000, 5_000_000)
    assert model.look_for("resource 4999") == 1
    assert model.look_for("nothing like it") == 0 and model.rowCount() == 0


def test_enter_in_a_field_presses_no_button(
    window: MainWindow, desk: Desk, new_binder: Binder, story: int, hands: Hands
) -> None:
    shelves.add_shelf(new_binder, "Year 6", story)
    dialog = opened(desk, window)
    pressed: list[bool] = []
    dialog.choice.shelf.pressed.connect(lambda: pressed.append(True))
    dialog.look.setDefault(True)
    hands.type(dialog.choice.title, "Our pack")
    hands.type(dialog.choice.publisher, "Us")
    hands.press(dialog.choice.title, Qt.Key.Key_Return)
    assert dialog.choice.isVisible() and not pressed
    hands.press(dialog.look, Qt.Key.Key_Return)
    assert dialog.leaving.isVisible(), "on the button itself it does"
    dialog.reject()
