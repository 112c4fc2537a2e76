"""Saving while somebody types: after a pause, and without waiting for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.saver import LONGEST_MS, PAUSE_MS, Saver
from champion_app.store.binder import Binder
from champion_app.tasks import assessment
from champion_app.tasks.toolkit import load_toolkit
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


@pytest.fixture
def saved(qtbot: QtBot) -> Iterator[tuple[Saver, list[int]]]:
    owner = QWidget()
    qtbot.addWidget(owner)
    times: list[int] = []
    yield Saver(owner, lambda: times.append(1)), times


def test_a_pause_saves_once(saved: tuple[Saver, list[int]], qtbot: QtBot) -> None:
    saver, times = saved
    saver.touch()
    saver.touch()
    assert times == []
    QTest.qWait(PAUSE_MS + 150)
    assert times == [1]


def test_typing_without_a_pause_is_saved_all_the_same(saved: tuple[Saver, list[int]], qtbot: QtBot) -> None:
    saver, times = saved
    for _ in range((2 * LONGEST_MS + 400) // 100):
        saver.touch()
        QTest.qWait(100)
    assert len(times) >= 2


def test_flush_saves_now_and_forget_does_not(saved: tuple[Saver, list[int]]) -> None:
    saver, times = saved
    saver.flush()
    assert times == [], "nothing was typed"
    saver.touch()
    saver.flush()
    assert times == [1]
    saver.touch()
    saver.forget()
    saver.flush()
    assert times == [1]


def test_T22_a_note_typed_without_a_pause_is_in_the_binder_within_two_seconds(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("assessment", "6.1")
    note = window.page.answering.card.notes  # type: ignore[union-attr]
    for number in range(20):
        hands.type(note, f"w{number} ")
        QTest.qWait(100)
    view = assessment.assessment(sample_binder, load_toolkit())
    assert view is not None
    assert "w0 w1 w2" in view.record("6.1").notes
    assert "".join(f"w{number} " for number in range(20)) in note.toPlainText(), "and nothing typed was disturbed"


@pytest.mark.parametrize("words", ["Add a service", "Edit"])
def test_closing_the_window_keeps_what_is_in_the_service_dialog(
    words: str, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("find_help")
    page = window.page
    hands.click(hands.button(page, words))  # type: ignore[arg-type]
    dialog = page._dialog  # type: ignore[union-attr]
    draft = dialog._draft
    dialog.ui.name.selectAll()
    hands.type(dialog.ui.name, "Typed a moment ago")
    window.close()
    assert window._desk.drafts.find(draft)["name"] == "Typed a moment ago"
