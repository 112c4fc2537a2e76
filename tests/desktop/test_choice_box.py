"""Lists to choose from: headings cannot be chosen, the wheel never chooses, a name is found by any part of it."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.assets import resource
from champion_app.desktop.widgets.choice_box import ChoiceBox, SuggestBox

# A list that drops down takes hold of the keyboard, which the offscreen plugin cannot.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NAMES = [
    (entry["name"], entry["town"] or "")
    for entry in json.loads(resource("prisons", "prisons.json").read_text(encoding="utf-8"))
]


@pytest.fixture
def box(qtbot: QtBot, qapp: QApplication) -> ChoiceBox:
    made = ChoiceBox("Choose")
    made.fill([("Fruit", [("Apple", "a"), ("Pear", "p")]), ("Roots", [("Beet", "b")])])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def suggest(qtbot: QtBot, qapp: QApplication) -> SuggestBox:
    made = SuggestBox()
    made.suggest(NAMES)
    qtbot.addWidget(made)
    made.show()
    return made


def _found(suggest: SuggestBox, typed: str) -> list[str]:
    """The names put in by the entries that are offered for what is typed."""
    finder = suggest.completer()
    assert finder is not None
    finder.setCompletionPrefix(typed)
    model = finder.completionModel()
    return [finder.pathFromIndex(model.index(row, 0)) for row in range(finder.completionCount())]


def test_arrow_keys_step_over_headings(box: ChoiceBox, qtbot: QtBot) -> None:
    assert box.value == ""
    seen = []
    for _ in range(4):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        seen.append(box.value)
    assert seen == ["a", "p", "b", "b"]


def test_a_value_is_shown_without_telling_and_an_unknown_one_shows_nothing(box: ChoiceBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.show_value("b")
        assert box.currentText() == "Beet"
        box.show_value("gone")
        assert (box.value, box.currentIndex()) == ("", -1)


def test_the_wheel_is_left_to_the_page(box: ChoiceBox) -> None:
    box.show_value("a")
    centre = QPointF(box.rect().center())
    event = QWheelEvent(
        centre, box.mapToGlobal(centre), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.value == "a" and not event.isAccepted()


def test_every_prison_is_found_by_its_name_and_by_its_town(suggest: SuggestBox) -> None:
    for name, town in NAMES:
        assert name in _found(suggest, name[-6:].upper())
        assert not town or name in _found(suggest, town.casefold())
    assert _found(suggest, "nowhere at all") == []


def test_words_of_ones_own_are_kept_after_a_pause(suggest: SuggestBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(suggest.paused, timeout=2_000) as told:
        qtbot.keyClicks(suggest, "Somewhere else")
    assert told.args == ["Somewhere else"] == [suggest.text()]
    with qtbot.assertNotEmitted(suggest.paused, wait=800):
        suggest.show_text("HMP Elsewhere")
    assert suggest.text() == "HMP Elsewhere"


def test_choosing_from_the_list_is_kept_as_typing_is(suggest: SuggestBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(suggest.paused, timeout=2_000) as told:
        qtbot.keyClick(suggest, Qt.Key.Key_Down)
    assert told.args == [NAMES[0][0]]
