"""A key of a window works in the boxes over it, and never in those of another window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.widgets.everywhere_key import EverywhereKey


def _box(over: QWidget) -> QDialog:
    box = QDialog(over)
    layout = QVBoxLayout(box)
    layout.addWidget(QLineEdit())
    return box


def test_a_window_that_was_there_before_does_not_answer_for_this_one(qtbot: QtBot) -> None:
    pressed: list[tuple[str, QWidget]] = []
    windows = []
    for name in ("before", "now"):
        window = QMainWindow()
        window.setCentralWidget(QLineEdit())
        qtbot.addWidget(window)
        EverywhereKey("F9", lambda over, name=name: pressed.append((name, over)), window)
        windows.append(window)
    before, now = windows
    before.show()
    before.hide()
    now.show()
    box = _box(now)
    box.open()
    box.activateWindow()
    qtbot.waitUntil(box.isActiveWindow)
    box.findChild(QLineEdit).setFocus()  # type: ignore[union-attr]
    QTest.keyClick(box, Qt.Key.Key_F9)
    assert pressed == [("now", box)]
    inner = _box(box)
    inner.open()
    inner.activateWindow()
    qtbot.waitUntil(inner.isActiveWindow)
    QTest.keyClick(inner, Qt.Key.Key_F9)
    assert pressed[1:] == [("now", inner)]
