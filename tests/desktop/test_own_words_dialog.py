"""What is ours of a leaflet beside the shipped words, the way back of each, and the title of a leaflet of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.leaflet_name_dialog import LeafletNameDialog
from champion_app.desktop.dialogs.own_words_dialog import OwnWordsDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.domain import own_words as ours
from champion_app.domain.leaflets import BlockKind
from champion_app.domain.own_words import HEAD, OwnWords
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, own_words
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands
from tests.desktop.test_leaflets_page import move_on

Open = Callable[[Binder], MainWindow]
FIRST = "family-first-days"
CTRL = Qt.KeyboardModifier.ControlModifier


def keep(binder: Binder, **fields: str) -> OwnWords:
    """Words of ours in blocks by their id."""
    own, beneath = own_words.words_of(binder, FIRST), own_words.beneath(binder, FIRST)
    for name, words in fields.items():
        own = ours.say(own, beneath, name.replace("_", "-"), "text", words)
    return own_words.keep_words(binder, FIRST, own)


def shown(window: MainWindow, binder: Binder, key: str = FIRST) -> OwnWordsDialog:
    """The dialog, open over the window."""
    window._desk.navigation.go_to("leaflets", key)
    dialog = OwnWordsDialog(window._desk, leaflets.template(key, binder), window)
    dialog.open()
    QApplication.processEvents()
    return dialog


def texts(dialog: OwnWordsDialog) -> list[str]:
    QApplication.processEvents()
    return [made.text() for made in dialog.findChildren(QLabel) if made.isVisible()]


def test_each_difference_stands_beside_the_shipped_words(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    keep(sample_binder, intro="Our <b>first</b> words.", first_day="Day one")
    dialog = shown(open_window(sample_binder), sample_binder)
    assert dialog.count.text().startswith("2 things are yours.")
    said = texts(dialog)
    for words in ("Shipped", "Ours", "Our <b>first</b> words.", "The first day and night", "Day one"):
        assert words in said
    assert "Shipped then" not in said
    assert not dialog.keep_ours.isVisible()
    assert nameless(dialog) == []
    names = [line.act.accessibleName() for line in dialog.lines]
    assert names[1] == "Put the shipped words back: Heading: “The first day and night”"


def test_shipped_words_come_back_one_by_one_and_undo_is_at_hand(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    keep(sample_binder, intro="Ours.", first_day="Day one")
    dialog = shown(open_window(sample_binder), sample_binder)
    dialog.lines[0].act.setFocus()
    hands.press(dialog.lines[0].act, Qt.Key.Key_Space)
    assert set(own_words.words_of(sample_binder, FIRST).blocks) == {"first-day"}
    assert len(dialog.lines) == 1
    assert dialog.lines[0].act.hasFocus(), "the keyboard goes on to the next one"
    hands.click(dialog.undo)
    assert set(own_words.words_of(sample_binder, FIRST).blocks) == {"intro", "first-day"}
    assert len(dialog.lines) == 2
    assert dialog.told.text() == "Undone."
    assert not dialog.undo.isVisible()


def test_ctrl_z_in_the_dialog_takes_back_the_last_press(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    keep(sample_binder, intro="Ours.")
    dialog = shown(open_window(sample_binder), sample_binder)
    hands.click(dialog.lines[0].act)
    assert dialog.count.text().startswith("Nothing here is yours")
    assert dialog.close_button.hasFocus()
    hands.press(dialog, Qt.Key.Key_Z, CTRL)
    assert own_words.words_of(sample_binder, FIRST).blocks["intro"] == {"text": "Ours."}
    hands.press(dialog, Qt.Key.Key_Z, CTRL)
    assert own_words.words_of(sample_binder, FIRST).blocks, "only what was done here"


def test_hidden_added_and_moved_parts_are_ours_too(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    beneath = own_words.beneath(sample_binder, FIRST)
    own, name = ours.add(ours.hide(OwnWords(), "intro", True), beneath, BlockKind.TEXT, "first-day")
    own_words.keep_words(sample_binder, FIRST, ours.say(own, beneath, name, "text", "Tea at 9"))
    dialog = shown(open_window(sample_binder), sample_binder)
    said = texts(dialog)
    assert "Added by you: Text: “Tea at 9”" in said
    assert any(words.startswith("Hidden: Text: “This may be one of the hardest") for words in said)
    assert "The order of its parts" in said
    for act in ("Remove", "Show again", "Put them in the shipped order"):
        line = next((line for line in dialog.lines if line.act.text() == act), None)
        if line is not None:  # without a part of our own the order is the shipped one again
            hands.click(line.act)
            QApplication.processEvents()
    assert own_words.words_of(sample_binder, FIRST).none


def test_shipped_words_that_moved_on_stand_then_and_now(
    sample_binder: Binder, open_window: Open, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(sample_binder, intro="Ours.", first_day="Day one")
    move_on(monkeypatch, FIRST, "intro", "New shipped words.")
    window = open_window(sample_binder)
    dialog = shown(window, sample_binder)
    said = texts(dialog)
    assert {"Shipped then", "Shipped now", "New shipped words."} <= set(said)
    assert "The shipped words have changed since you made these yours." in said
    hands.click(dialog.keep_ours)
    assert own_words.moved_on(sample_binder) == set()
    assert "Shipped then" not in texts(dialog)
    assert "New shipped words." in texts(dialog)
    assert own_words.words_of(sample_binder, FIRST).blocks["intro"] == {"text": "Ours."}
    hands.click(dialog.undo)
    assert own_words.moved_on(sample_binder) == {FIRST}


def test_the_page_behind_follows(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    keep(sample_binder, intro="Ours.")
    window = open_window(sample_binder)
    dialog = shown(window, sample_binder)
    assert window.page.paper.blocks[0].text == "Ours."
    hands.click(dialog.lines[0].act)
    assert window.page.paper.blocks[0].text.startswith("This may be")
    hands.click(dialog.close_button)
    assert not dialog.isVisible()


def test_a_leaflet_with_nothing_of_ours_says_so(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    dialog = shown(open_window(sample_binder), sample_binder)
    assert dialog.count.text().startswith("Nothing here is yours: it reads as shipped.")
    assert dialog.lines == []


def test_very_long_and_hostile_words_fit_the_dialog(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    keep(sample_binder, intro="w" * 30_000, first_day="خط المساعدة <img src=x> 😀")
    own = own_words.words_of(sample_binder, FIRST)
    beneath = own_words.beneath(sample_binder, FIRST)
    own_words.keep_words(sample_binder, FIRST, ours.say(own, beneath, HEAD, "title", "t" * 490))
    dialog = shown(open_window(sample_binder), sample_binder)
    assert dialog.area.horizontalScrollBar().maximum() == 0
    assert len(dialog.lines) == 3


# ---- the title of a leaflet of our own


def named(window: MainWindow, binder: Binder, key: str = FIRST, *, rename: bool = False) -> LeafletNameDialog:
    dialog = LeafletNameDialog(window._desk, window, leaflets.template(key, binder), rename=rename)
    dialog.open()
    QApplication.processEvents()
    return dialog


def test_a_title_is_offered_and_needed(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    dialog = named(open_window(sample_binder), sample_binder)
    assert dialog.ui.name.text() == "Someone in my family has gone to prison: the first days (ours)"
    assert nameless(dialog) == []
    dialog.ui.name.setText("  ")
    hands.click(dialog.ui.save)
    assert dialog.isVisible()
    assert dialog.ui.problem.isVisible()
    dialog.ui.name.setText("Talk to our champion")
    assert dialog.ui.same_name.isVisible(), "two of one title are allowed, and said"
    with qtbot.waitSignal(dialog.saved) as made:
        hands.press(dialog.ui.name, Qt.Key.Key_Return)
    assert leaflets.template(made.args[0], sample_binder).title == "Talk to our champion"


def test_a_title_begun_stands_there_the_next_time(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    dialog = named(window, sample_binder)
    dialog.ui.name.setText("Half a ti")
    hands.press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = named(window, sample_binder)
    assert again.ui.name.text() == "Half a ti"
    hands.click(again.ui.save)
    third = named(window, sample_binder)
    assert third.ui.name.text().endswith("(ours)"), "a title that was used is no draft any more"


def test_renaming_changes_this_one(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    key = own_words.save_as_own(sample_binder, FIRST, "Ours")
    window = open_window(sample_binder)
    dialog = named(window, sample_binder, key, rename=True)
    assert not dialog.ui.about.isVisible()
    assert not dialog.ui.same_name.isVisible(), "its own title is no twin"
    dialog.ui.name.setText("Ours, renamed")
    hands.click(dialog.ui.save)
    assert leaflets.template(key, sample_binder).title == "Ours, renamed"
