"""A recovery code typed from its sheet: whoever types looks at the paper, and a slip costs no other group."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.code_groups import CodeGroups
from champion_app.tasks import passphrase
from tests.desktop.conftest import Hands


@pytest.fixture
def groups(qtbot: QtBot, qapp: QApplication) -> CodeGroups:
    made = CodeGroups(Theme())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def texts(groups: CodeGroups) -> list[str]:
    return [line.text() for line in groups.lines]


def type_on(words: str, hands: Hands) -> None:
    """Letter by letter into whatever field has the focus."""
    for letter in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        hands.type(focus, letter)


def slipped(group: str) -> str:
    """The group with its second sign another one."""
    return group[0] + ("7" if group[1] != "7" else "8") + group[2:]


def test_typed_without_looking_a_slip_stays_in_its_own_group(groups: CodeGroups, hands: Hands) -> None:
    code = passphrase.begin()
    first, second, third, fourth = code.groups
    wanted = [first, slipped(second), third, fourth]
    type_on("".join(wanted), hands)
    assert texts(groups) == wanted
    assert groups.wrong() == [1] and groups.problem.text() == "There is a slip in the second group."
    groups.lines[1].setFocus()
    groups.lines[1].selectAll()
    type_on(second, hands)
    assert texts(groups) == list(code.groups) and groups.wrong() == []
    type_on(third, hands)
    assert texts(groups) == list(code.groups), "a group one is led into is replaced, not added to"


@pytest.mark.parametrize(("place", "from_group", "to_group"), [(0, 0, 4), (2, 0, 4), (1, 1, 3), (2, 2, 4)])
def test_what_is_pasted_goes_where_it_belongs(
    groups: CodeGroups, hands: Hands, place: int, from_group: int, to_group: int
) -> None:
    code = passphrase.begin()
    QGuiApplication.clipboard().setText("-".join(code.groups[from_group:to_group]))
    groups.lines[place].setFocus()
    hands.press(groups.lines[place], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(groups)[from_group:to_group] == list(code.groups[from_group:to_group])
    assert "".join(texts(groups)) == "".join(code.groups[from_group:to_group])
