"""The window itself: pages by keyboard, undo, notices, and words that cannot be saved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.page_list import ENTRIES
from champion_app.domain.actions import ActionFields
from champion_app.faults import BinderDiskFull, DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7)


def _question(window: MainWindow) -> QuestionDialog:
    return next(made for made in window.findChildren(QuestionDialog) if made.isVisible())


def _focused(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_control_and_a_digit_lead_to_every_page(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    _focused(window, qtbot)
    for digit, entry in zip(DIGITS, [entry for entry in ENTRIES if entry.numbered], strict=True):
        hands.press(window, digit, Qt.KeyboardModifier.ControlModifier)
        assert window.page is window._pages[entry.name]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_no_control_of_any_page_is_nameless(entry: object, sample_binder: Binder, open_window: Open) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to(entry.name)  # type: ignore[attr-defined]
    assert nameless(window) == []


def test_undo_and_redo_by_keyboard_say_what_they_did(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    _focused(window, qtbot)
    action = actions.plan(sample_binder)[0]
    actions.close_action(sample_binder, action.id)
    hands.press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    known = actions.action(sample_binder, action.id)
    assert known is not None
    assert known.open
    assert window.notices.words.text() == "Undone: action closed."
    hands.press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    known = actions.action(sample_binder, action.id)
    assert known is not None
    assert not known.open


def test_with_nothing_left_undo_says_so(sample_binder: Binder, open_window: Open) -> None:
    window = open_window(sample_binder)
    window.undo()
    assert "nothing left to undo" in window.notices.words.text()


def test_F07_a_full_disk_keeps_the_window_open_with_the_words_in_it(
    sample_binder: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("assessment", "1.1")
    page = window.page
    note = page.answering.card.notes  # type: ignore[union-attr]
    note.selectAll()
    hands.type(note, "Three posters up.")

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(assessment, "note_evidence", full)
        window.close()
        assert window.isVisible()
        assert "the disk is full" in window.notices.words.text()
        assert note.toPlainText() == "Three posters up."
        hands.click(hands.button(_question(window), "Stay here"))
        assert window.isVisible()
    window.close()
    assert not window.isVisible()
    view = assessment.assessment(sample_binder, load_toolkit())
    assert view is not None
    assert view.record("1.1").notes == "Three posters up."


def test_words_that_can_never_be_saved_do_not_lock_the_champion_in(
    sample_binder: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("assessment", "1.1")
    hands.type(window.page.answering.card.notes, "x")  # type: ignore[union-attr]

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(assessment, "note_evidence", full)
    window.close()
    hands.click(hands.button(_question(window), "Close without them"))
    assert not window.isVisible()


def test_a_warning_is_not_hidden_by_a_quiet_notice(sample_binder: Binder, open_window: Open) -> None:
    window = open_window(sample_binder)
    window._desk.messages.fault(DiskFull())
    window._desk.messages.inform("Action closed.")
    assert "the disk is full" in window.notices.words.text()
    window.notices.clear()
    window._desk.messages.inform("Action closed.")
    assert window.notices.words.text() == "Action closed."


def test_search_finds_and_opens_by_keyboard(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    _focused(window, qtbot)
    hands.press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.box.hasFocus()
    hands.type(window.search.box, "Bridge House")
    hands.press(window.search.box, Qt.Key.Key_Return)
    assert window.page is window._pages["find_help"]


@pytest.mark.parametrize("text", ['"', "*", "O'Brien", "-x (", "\x00", "مرحبا", "x" * 5_000])
def test_F69_any_search_is_harmless(text: str, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    hands.type(window.search.box, text)
    window.search.box.clear()


def test_F07_not_saved_goes_as_soon_as_something_is_and_the_keyboard_stays_where_it_was(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window._desk.messages.fault(BinderDiskFull())
    assert "the disk is full" in window.notices.words.text()
    actions.raise_action(sample_binder, ActionFields("A corner in the library"))
    assert not window.notices.isVisible(), "it is not true any more"
    window._desk.messages.fault(DiskFull())  # another disk: a stick that was saved to
    actions.raise_action(sample_binder, ActionFields("A second corner"))
    assert window.notices.isVisible()
    window.notices.clear()
    window.search.take_focus()
    window._desk.messages.fault(DiskFull())
    window.notices.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(window.notices.close_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is window.search or window.search.isAncestorOf(QApplication.focusWidget())
