"""A tooltip shows what was typed, whoever typed it, and reads no file that it names (F51)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.models.plain_tip import plain_tip

HOSTILE = '<img src="file:///tmp/canary.png"> & <b>Jo</b> a < b &amp; </qt> \'x\' "y"'


def seen(tip: str) -> str:
    """What a person reads in a tooltip: rich if it looks so to Qt."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if tip.startswith("<qt>") else tip


@pytest.mark.parametrize("words", ["", "Ctrl+N", "a & b", "1 > 0", HOSTILE, "two\nlines <here>", "</qt><img src=x>"])
def test_F51_words_of_a_tooltip_are_shown_as_they_are(words: str, qapp: QApplication) -> None:
    assert seen(plain_tip(words)) == words
    assert "<img" not in plain_tip(words) and "<b>" not in plain_tip(words)


@settings(deadline=None, database=None, max_examples=200)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=60))
def test_F51_any_words_come_through(words: str) -> None:
    assert seen(plain_tip(words)) == words


def test_F51_the_tooltip_itself_holds_no_picture(qtbot: QtBot, qapp: QApplication) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    QToolTip.showText(QPoint(5, 5), plain_tip(HOSTILE), over)
    (tip,) = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]
    assert isinstance(tip, QLabel) and seen(tip.text()) == HOSTILE
    QToolTip.hideText()
