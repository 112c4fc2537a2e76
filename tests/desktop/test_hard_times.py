"""When the computer is short of memory or slow: it is said, the window goes on answering, nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.messages import Notice
from champion_app.desktop.widgets.document_orders import DocumentOrders
from champion_app.desktop.widgets.progress_strip import ProgressStrip
from champion_app.store import digest
from champion_app.store.binder import Binder
from champion_app.tasks import papers
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
# Enough for the slowest machine to miss; one press of a key is answered within a few of these.
TICK_MS = 20


def test_F12_what_needs_too_much_memory_is_said_and_harms_nothing(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_binder)
    desk = window._desk
    said: list[Notice] = []
    desk.messages.said.connect(said.append)
    before = digest.digest(sample_binder)
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"an earlier file")
    monkeypatch.setattr(papers, "build", lambda document: bytearray(1 << 60))  # a real MemoryError, at once
    orders = DocumentOrders(desk, window, lambda: None)
    orders.save_to(papers.plan_work_plan(sample_binder), out)
    qtbot.waitUntil(lambda: bool(said))
    assert "too large to make in one go" in said[0].text
    assert "no earlier file was harmed" in said[0].text and "in parts" in said[0].text
    assert out.read_bytes() == b"an earlier file" and digest.digest(sample_binder) == before
    monkeypatch.undo()
    orders.save_to(papers.plan_work_plan(sample_binder), out)  # and the window stays up
    qtbot.waitUntil(lambda: len(said) == 2)
    assert out.read_bytes().startswith(b"%PDF")


def test_F14_the_window_answers_while_something_slow_goes_on(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    go, ended = threading.Event(), []
    strip = ProgressStrip(window._desk)
    window.centralWidget().layout().addWidget(strip)  # type: ignore[union-attr]
    ticks = []
    clock = QTimer()
    clock.setInterval(TICK_MS)
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start()
    strip.do("Something slow", lambda: go.wait(30), ended.append, ended.append)
    qtbot.waitUntil(strip.isVisible)  # said after a moment, with a way to stop it
    assert strip.words.text() == "Something slow" and strip.stop_button.isVisible()
    hands.type(window.search.field if hasattr(window.search, "field") else window.search, "child")
    window._desk.navigation.go_to("work_plan")
    qtbot.waitUntil(lambda: len(ticks) > 5)
    assert window._name == "work_plan" and not ended
    go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert not strip.isVisible()
    QApplication.processEvents()


def test_F14_something_slow_can_be_given_up(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    go, ended, given_up = threading.Event(), [], []
    strip = ProgressStrip(window._desk)
    window.centralWidget().layout().addWidget(strip)  # type: ignore[union-attr]
    strip.given_up.connect(lambda: given_up.append(1))
    strip.do("Something slow", lambda: go.wait(30), ended.append, ended.append)
    qtbot.waitUntil(strip.isVisible)
    hands.click(strip.stop_button)
    assert given_up and not strip.isVisible()
    go.set()
    window._desk.jobs.wait()
    assert not ended
