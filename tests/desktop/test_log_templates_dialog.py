"""Templates of the action log: added, changed as typed, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.log_templates_dialog import LogTemplatesDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.action_log_page import ActionLogPage
from champion_app.domain.log_entries import LogTemplate, Reached
from champion_app.faults import DiskFull
from champion_app.store import log_entries as store
from champion_app.store.binder import Binder
from champion_app.tasks import log_entries
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands
from tests.desktop.test_action_log_page import page_of, replace_words
from tests.desktop.test_work_plan_page import SPITEFUL

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def page(open_window: Open, sample_binder: Binder, hands: Hands) -> ActionLogPage:
    return page_of(open_window(sample_binder), hands)


@pytest.fixture
def dialog(page: ActionLogPage, hands: Hands) -> LogTemplatesDialog:
    hands.click(page.templates)
    made = page._dialog
    assert made is not None
    for _ in range(100):
        if QApplication.activeWindow() is made:
            return made
        QTest.qWait(10)
    raise AssertionError("the dialog never became active")


def kept(dialog: LogTemplatesDialog, name: str) -> LogTemplate:
    return next(t for t in log_entries.templates(dialog._desk.binder) if t.name == name)


def test_a_template_is_added_and_used(
    page: ActionLogPage, dialog: LogTemplatesDialog, hands: Hands, qtbot: QtBot
) -> None:
    hands.click(dialog.ui.add)
    assert dialog.name.hasFocus() and dialog.name.selectedText() == "New template"
    hands.type(dialog.name, "Assembly")
    replace_words(hands, dialog.what, "Spoke at assembly")
    dialog.statement.setFocus()
    qtbot.keyClicks(dialog.statement, "7")
    dialog.kind.setFocus()
    qtbot.keyClicks(dialog.kind, "Chi")
    made = kept(dialog, "Assembly")
    assert (made.what, made.statement, made.reached_kind) == ("Spoke at assembly", 7, Reached.CHILDREN)
    assert dialog.ui.count.text() == "9 templates"
    hands.click(dialog.ui.done)
    assert page._dialog is None
    QApplication.processEvents()
    hands.click(hands.button(page.card, "Assembly"))
    assert page.card.what.toPlainText() == "Spoke at assembly" and page.card.kind.currentText() == "Children"


def test_typing_is_saved_by_itself_and_keeps_its_place(dialog: LogTemplatesDialog, hands: Hands, qtbot: QtBot) -> None:
    first = dialog.template_id
    replace_words(hands, dialog.name, "Zoo ")
    qtbot.waitUntil(lambda: any(t.name == "Zoo" for t in log_entries.templates(dialog._desk.binder)), timeout=2_000)
    hands.type(dialog.name, "visit")
    dialog.what.setFocus()
    assert kept(dialog, "Zoo visit").id == first == dialog.template_id, "it moved in the list and is still the one"
    assert dialog.model.place_of(first).row() == 7


def test_removing_and_undo(dialog: LogTemplatesDialog, hands: Hands, qtbot: QtBot) -> None:
    before = kept(dialog, "Children's views asked")
    dialog.rows.setFocus()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Delete)
    assert dialog.ui.count.text() == "7 templates" and dialog.template_id != before.id
    assert dialog.ui.told.text() == "Removed: Children's views asked"
    hands.click(dialog.ui.undo)
    assert kept(dialog, before.name) == before and not dialog.ui.undo.isVisible()
    dialog.ui.remove.setFocus()
    hands.press(dialog.ui.remove, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.ui.count.text() == "7 templates"
    replace_words(hands, dialog.name, "Another thing done since")
    hands.click(dialog.ui.undo)
    assert kept(dialog, "Another thing done since") and "Something else was done" in dialog.ui.told.text()


def test_an_empty_name_is_said_and_the_old_one_stands(dialog: LogTemplatesDialog, hands: Hands) -> None:
    dialog.name.setFocus()
    dialog.name.selectAll()
    QTest.keyClick(dialog.name, Qt.Key.Key_Delete)
    replace_words(hands, dialog.what, "These words are saved")
    dialog.rows.setFocus()
    frame = dialog.name.parentWidget()
    assert frame is not None and any("is empty" in made.text() for made in frame.findChildren(QLabel))
    assert kept(dialog, "Children's views asked").what == "These words are saved"


@pytest.mark.parametrize("words", SPITEFUL.values(), ids=SPITEFUL.keys())
def test_spiteful_words(dialog: LogTemplatesDialog, hands: Hands, words: str) -> None:
    wanted = words.replace("\0", "")
    number = dialog.template_id
    dialog.what.setPlainText(words)
    if len(words) < 400:
        dialog.name.clear()
        hands.type(dialog.name, words)
    dialog.save()
    saved = next(t for t in log_entries.templates(dialog._desk.binder) if t.id == number)
    assert saved.what == wanted and (len(words) > 400 or saved.name == wanted)
    assert all(made.textFormat() is Qt.TextFormat.PlainText for made in dialog.findChildren(QLabel))


def test_a_full_disk_keeps_the_dialog_open(
    dialog: LogTemplatesDialog, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(store, "change_template", full)
    replace_words(hands, dialog.what, "Do not lose me")
    hands.press(dialog.what, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.what.toPlainText() == "Do not lose me"
    monkeypatch.undo()
    hands.click(dialog.ui.done)
    assert kept(dialog, "Children's views asked").what == "Do not lose me"


def test_words_are_saved_when_the_window_closes(page: ActionLogPage, dialog: LogTemplatesDialog, hands: Hands) -> None:
    replace_words(hands, dialog.what, "Half a temp")
    page.window().close()
    assert kept(dialog, "Children's views asked").what == "Half a temp"


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name(page: ActionLogPage, hands: Hands, size: int) -> None:
    page.desk.theme.apply(text_size=size)
    page.change_templates()
    assert page._dialog is not None and nameless(page._dialog) == []
    assert page._dialog.height() <= page.window().height()
    page.desk.theme.apply(text_size=100)
