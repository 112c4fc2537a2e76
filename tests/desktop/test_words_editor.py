"""The words of a leaflet: calm rows, one opened at a time, everything typed kept, the pages following."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.leaflets_page import FIRST, LeafletsPage
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.words_age import part_words, whole_words
from champion_app.desktop.widgets.words_editor import WordsEditor
from champion_app.desktop.widgets.words_parts import KIND_WORDS, typed
from champion_app.domain import clock
from champion_app.domain import own_words as ours
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Template
from champion_app.domain.own_words import ADDABLE, HEAD, OwnWords
from champion_app.domain.reading_age import reading_age, reading_age_of
from champion_app.store.binder import Binder
from champion_app.tasks import history, leaflets, own_words
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands
from tests.desktop.test_leaflets_page import page_of, pictured

Open = Callable[[Binder], MainWindow]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def words_of(window: MainWindow, hands: Hands, qtbot: QtBot) -> WordsEditor:
    """Goes to Leaflets and to the words of the first leaflet."""
    page = page_of(window, hands, qtbot)
    hands.click(page.sections.tabs["words"])
    return page.words


def open_part(words: WordsEditor, hands: Hands, where: str) -> GrowingNote:
    """Presses a part and returns the field the keyboard is in."""
    QApplication.processEvents()
    hands.click(words.card(where).row)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingNote)
    return field


def act(words: WordsEditor, hands: Hands, name: str) -> None:
    """Presses a button of the part that is open."""
    QApplication.processEvents()
    assert words.opened is not None
    hands.click(hands.button(words.opened, name))


def kept(binder: Binder, key: str = FIRST) -> OwnWords:
    return own_words.words_of(binder, key)


def printed(binder: Binder, key: str = FIRST) -> dict[str, str]:
    """The words on the paper by block, an item to a line."""
    return {block.id: block.text or typed(block.items) for block in leaflets.template(key, binder).blocks}


# ---- at rest


def test_a_leaflet_reads_as_it_is_and_has_one_stop_for_tab(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    shipped = leaflets.template(FIRST)
    assert words._order == [HEAD, *(block.id for block in shipped.blocks)]
    assert words.card("first-day").row.accessibleName() == "Heading. The first day and night"
    listed = words.card("reception-checks").row.accessibleName()
    assert listed.startswith("List. Staff search them and make a list of their things. A nurse sees them.")
    assert "Changes often" in words.card("remand-visit").row.accessibleName()
    stops = [card.where for card in words._cards.values() if card.row.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert stops == [HEAD]
    assert nameless(words) == []
    assert any("Shock, shame" in name for name in control_names(words))


def test_arrow_keys_walk_and_enter_opens(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    words.card(HEAD).row.setFocus()
    hands.press(words.card(HEAD).row, Qt.Key.Key_Down)
    hands.press(words.card("intro").row, Qt.Key.Key_Down)
    assert words.card("first-day").row.hasFocus()
    hands.press(words.card("first-day").row, Qt.Key.Key_End)
    assert words.card("champion").row.hasFocus()
    hands.press(words.card("champion").row, Qt.Key.Key_Home)
    hands.press(words.card(HEAD).row, Qt.Key.Key_Down)
    hands.press(words.card("intro").row, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingNote)
    assert field.toPlainText() == printed(sample_binder)["intro"]
    hands.press(field, Qt.Key.Key_Escape)
    assert words.card("intro").row.hasFocus(), "Escape goes back to where it was"
    assert words.opened is None


def test_one_part_is_open_at_a_time(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    first = open_part(words, hands, "intro")
    hands.type(first, " More of it.")
    open_part(words, hands, "first-day")
    assert words.card("intro").editor is None
    assert words.keeping.template().blocks[0].text.endswith(" More of it."), "and nothing typed is lost"


# ---- typing


def test_typed_words_are_on_the_pages_at_once_and_kept_after_a_pause(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    page = window.page
    assert isinstance(page, LeafletsPage)
    field = open_part(words, hands, "intro")
    hands.type(field, " Tea is free.")
    qtbot.waitUntil(lambda: page.paper.blocks[0].text.endswith(" Tea is free."), timeout=2_000)
    assert kept(sample_binder).none, "the pages do not wait for the disk"
    qtbot.waitUntil(lambda: printed(sample_binder)["intro"].endswith(" Tea is free."), timeout=3_000)
    pictured(page, qtbot)
    assert "Tea is free." in page.preview.accessibleDescription()
    assert page.head.marks == ("Draft", "Some words are yours")
    assert leaflets.template(FIRST).blocks[0].text not in ("", printed(sample_binder)["intro"]), (
        "the shipped text stays"
    )


def test_editing_leaves_every_other_card_alone(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    field = open_part(words, hands, "help-inside")
    before, editor = dict(words._cards), words.opened
    hands.type(field, " Yes.")
    words.flush()
    assert words._cards == before
    assert words.opened is editor
    assert field.hasFocus()
    assert field.textCursor().atEnd(), "the cursor stays where it was"
    hands.type(field, " Still.")
    words.flush()
    assert printed(sample_binder)["help-inside"].endswith(" Yes. Still.")


def test_leaving_the_page_or_closing_keeps_the_last_letters(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    hands.type(open_part(words, hands, "intro"), " One.")
    hands.click(hands.button(window.sidebar, "Home"))
    assert printed(sample_binder)["intro"].endswith(" One.")
    hands.click(hands.button(window.sidebar, "Leaflets"))
    field = words.opened._fields["text"].note
    hands.type(field, " Two.")
    window.close()
    assert printed(sample_binder)["intro"].endswith(" One. Two.")


def test_another_leaflet_keeps_the_words_of_this_one(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    hands.type(open_part(words, hands, "intro"), " Ours.")
    window.page.templates.choose("family-arrest")
    assert printed(sample_binder)["intro"].endswith(" Ours.")
    assert kept(sample_binder, "family-arrest").none
    assert words.opened is None
    assert words.keeping.key == "family-arrest"


def test_ctrl_z_takes_back_letters_then_what_was_typed_in_one_field(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    shipped = printed(sample_binder)["intro"]
    field = open_part(words, hands, "intro")
    for letters in (" One.", " Two.", " Three."):
        hands.type(field, letters)
        words.flush()
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText().endswith(" One. Two.") or field.toPlainText() == shipped
    hands.press(field, Qt.Key.Key_Escape)
    again = open_part(words, hands, "intro")  # a field opened anew has no letters to take back
    QTest.keyClick(again, Qt.Key.Key_Z, CTRL)
    assert again.toPlainText() == shipped
    assert kept(sample_binder).none
    window.undo()
    assert kept(sample_binder).none, "three pauses in one field were one step"


def test_undo_and_redo_are_seen_in_the_part_that_is_open(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    shipped = printed(sample_binder)["intro"]
    field = open_part(words, hands, "intro")
    hands.type(field, " Ours.")
    words.flush()
    window.undo()
    assert field.toPlainText() == shipped
    assert "Undone: words of a leaflet" in window.notices.words.text()
    window.redo()
    assert field.toPlainText() == f"{shipped} Ours."


def test_a_list_is_typed_like_a_checklist(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    before = kept_items(sample_binder)
    field = open_part(words, hands, "reception-checks")
    QTest.keyClick(field, Qt.Key.Key_Return)
    words.flush()
    assert kept_items(sample_binder) == before, "an empty line is no item yet"
    assert field.toPlainText().endswith("\n"), "but it stays to be written in"
    hands.type(field, "They get a meal.")
    words.flush()
    assert kept_items(sample_binder) == (*before, "They get a meal.")
    for _ in range(len("They get a meal.") + 1):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    words.flush()
    assert kept_items(sample_binder) == before
    assert kept(sample_binder).none


def kept_items(binder: Binder) -> tuple[str, ...]:
    return next(block.items for block in leaflets.template(FIRST, binder).blocks if block.id == "reception-checks")


def test_words_too_long_stay_on_the_screen_and_the_others_are_kept(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    field = open_part(words, hands, HEAD)
    hands.type(field, "w" * 600)
    words.flush()
    title = words.opened._fields["title"]
    assert "too long for Title" in title.frame.problem.text()
    second = words.opened._fields["subtitle"].note
    hands.type(second, " today")
    words.flush()
    assert dict(kept(sample_binder).head) == {"subtitle": "What happens now, and what can wait today"}
    hands.press(second, Qt.Key.Key_Escape)
    again = words_of(open_window(sample_binder), hands, qtbot)
    open_part(again, hands, HEAD)
    assert again.opened._fields["title"].note.toPlainText().endswith("www"), "it comes back another day"
    assert "too long" in again.opened._fields["title"].frame.problem.text()


ODD = {
    "markup": "<b>bold</b> & <img src='file:///etc/passwd'> a<b",
    "control": "nul\x00 and bell\x07 and \u202egnirts",
    "emoji": "emoji 😀🧒🏽",
    "arabic": "خط المساعدة للعائلات",
    "endless": "w" * 4_000,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_any_text_is_kept_read_back_and_pictured(
    odd: str, sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    field = open_part(words, hands, "intro")
    field.selectAll()
    hands.type(field, odd)
    words.flush()
    bare = "".join(letter for letter in odd if letter not in "\x00\x07\u202e")
    assert printed(sample_binder)["intro"] == bare
    hands.press(field, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bare[:20] in words.card("intro").row.accessibleName()
    pictured(window.page, qtbot)
    assert window.width() == 1366
    assert window.page.columns.form_area.horizontalScrollBar().maximum() == 0


def test_ten_thousand_lines_and_eighty_parts(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    beneath = own_words.beneath(sample_binder, FIRST)
    own = OwnWords()
    for number in range(50):
        own, name = ours.add(own, beneath, BlockKind.TEXT)
        own = ours.say(own, beneath, name, "text", f"Part {number}")
    long = "\n".join(f"line {number}" for number in range(10_000))
    own_words.keep_words(sample_binder, FIRST, ours.say(own, beneath, name, "text", long))
    words = words_of(open_window(sample_binder), hands, qtbot)
    assert len(words._order) > 80
    assert "and 9,988 more lines" in " ".join(line.words for line in words.card(name).row._lines)
    words.open_part(name)
    field = words.opened._fields["text"].note
    hands.type(field, "\nthe last line")
    words.flush()
    assert printed(sample_binder)[name] == f"{long}\nthe last line"


# ---- hide, move, add, remove, put back


def test_hide_and_show_again_with_the_keyboard_where_it_was(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    open_part(words, hands, "intro")
    act(words, hands, "Hide")
    assert "intro" not in printed(sample_binder)
    assert QApplication.focusWidget().text() == "Show"
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert "intro" in printed(sample_binder)
    assert QApplication.focusWidget().text() == "Hide"
    window.undo()
    assert "intro" not in printed(sample_binder)
    hands.press(words.opened, Qt.Key.Key_Escape)
    assert "Hidden, not printed" in words.card("intro").row.accessibleName()


def test_delete_on_a_row_hides_shipped_words_and_brings_them_back(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    row = words.card("intro").row
    row.setFocus()
    hands.press(row, Qt.Key.Key_Delete)
    assert "intro" not in printed(sample_binder)
    assert row.hasFocus()
    hands.press(row, Qt.Key.Key_Delete)
    assert kept(sample_binder).none


def test_moved_parts_keep_the_keyboard(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    open_part(words, hands, "first-day")
    QApplication.processEvents()
    act(words, hands, "Move up")
    assert list(printed(sample_binder))[:2] == ["first-day", "intro"]
    assert QApplication.focusWidget().text() == "Move down", "it cannot go any higher"
    hands.press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert kept(sample_binder).none, "back where it was shipped"
    assert QApplication.focusWidget().text() == "Move down"
    hands.press(words.opened, Qt.Key.Key_Escape)
    row = words.card("first-day").row
    hands.press(row, Qt.Key.Key_Down, ALT)
    assert list(printed(sample_binder))[:3] == ["intro", "reception", "first-day"]
    assert row.hasFocus()
    assert words._column.indexOf(words.card("first-day")) == 3


@pytest.mark.parametrize("kind", ADDABLE)
def test_words_of_our_own_are_added_in_their_place(
    kind: BlockKind, sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    open_part(words, hands, "intro")
    more = hands.button(words.opened, "Add words here")
    choice = next(made for made in more.menu().actions() if made.text() == KIND_WORDS[kind])
    choice.trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, GrowingNote), "to be written in at once"
    hands.type(field, "Tea at 9")
    words.flush()
    assert list(printed(sample_binder).items())[1] == ("ours-1", "Tea at 9")
    assert leaflets.template(FIRST, sample_binder).blocks[1].kind is kind
    hands.press(field, Qt.Key.Key_Escape)
    assert "Your words" in words.card("ours-1").row.accessibleName()


def test_words_can_be_added_first_and_last(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    words.add_words(BlockKind.TEXT, HEAD)
    hands.type(QApplication.focusWidget(), "First")
    words.add.menu().actions()[0].trigger()
    hands.type(QApplication.focusWidget(), "Last")
    words.flush()
    found = list(printed(sample_binder).values())
    assert (found[0], found[-1]) == ("First", "Last")


def test_our_own_words_are_removed_and_undo_brings_them_back(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    words.add_words(BlockKind.TEXT, "intro")
    hands.type(QApplication.focusWidget(), "Tea at 9")
    act(words, hands, "Remove")
    assert "ours-1" not in printed(sample_binder)
    assert words.card("first-day").row.hasFocus(), "the next part has the keyboard"
    assert window.notices.words.text() == "Removed: “Tea at 9”."
    hands.click(hands.button(window.notices, "Undo"))
    assert printed(sample_binder)["ours-1"] == "Tea at 9"
    assert "ours-1" in words._order


def test_the_shipped_words_come_back(sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    shipped = printed(sample_binder)["intro"]
    field = open_part(words, hands, "intro")
    assert hands_find(words, "Put the shipped words back") is False
    hands.type(field, " Ours.")
    qtbot.waitUntil(lambda: hands_find(words, "Put the shipped words back"), timeout=2_000)
    QApplication.processEvents()
    act(words, hands, "Put the shipped words back")
    assert field.toPlainText() == shipped
    assert kept(sample_binder).none
    assert field.hasFocus()


def hands_find(words: WordsEditor, name: str) -> bool:
    return any(made.text() == name and made.isVisible() for made in words.opened._acts.values())


# ---- what is printed is what is changed


def test_switches_decide_which_words_are_changed(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    open_part(words, hands, "intro")
    assert "also worded for “Simple words”" in words.opened.otherwise.text()
    words.show_words(leaflets.template(FIRST, sample_binder), LeafletChoices(simple=True, discreet=True))
    field = open_part(words, hands, "intro")
    assert field.toPlainText().startswith("This is a very hard time.")
    assert words.opened.otherwise.text() == "These are the simple words."
    hands.type(field, " Yes.")
    open_part(words, hands, HEAD)
    hands.type(words.opened._fields["discreet_title"].note, " here")
    words.flush()
    assert set(kept(sample_binder).blocks["intro"]) == {"simple"}
    assert dict(kept(sample_binder).head) == {"discreet_title": "Help for your family here"}


def test_what_the_program_fills_in_says_so_and_has_its_words_changed(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    assert "The services you tick under “Contacts and facts” stand here" in words.card("contacts").row.accessibleName()
    field = open_part(words, hands, "contacts")
    assert field.accessibleName() == "Words before it"
    field.selectAll()
    hands.type(field, "Ring any of these.")
    words.flush()
    assert printed(sample_binder)["contacts"] == "Ring any of these."
    act(words, hands, "Hide")
    assert not leaflets.template(FIRST, sample_binder).takes_contacts
    hands.click(window.page.sections.tabs["facts"])
    assert not window.page.contacts.isVisible()


def test_facts_show_their_source_and_their_day(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    open_part(words, hands, "remand-visit")
    assert hands.button(words.opened, "Source: prisonersfamilies.org/visits").isVisible()
    assert "Look at it again by 1 February 2027." in texts(words.opened)
    assert "These facts change often" in texts(words.opened)
    hands.press(words.opened, Qt.Key.Key_Escape)
    monkeypatch.setattr(clock, "today", lambda: date(2028, 1, 1))
    window.page.reload()
    past = "Should have been looked at again by 1 February 2027"
    assert past in words.card("remand-visit").row.accessibleName()


def texts(inside: object) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [made.text() for made in inside.findChildren(QLabel) if made.isVisible()]


def test_a_leaflet_of_our_own_needs_a_title(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    key = own_words.save_as_own(sample_binder, FIRST, "Our first days")
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    window.page.templates.choose(key)
    field = open_part(words, hands, HEAD)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    words.flush()
    assert words.opened._fields["title"].frame.problem.text()
    assert leaflets.template(key, sample_binder).title == "Our first days"
    hands.type(field, "Our very first days")
    words.flush()
    assert words.opened._fields["title"].frame.problem.text() == ""
    assert leaflets.template(key, sample_binder).title == "Our very first days"
    assert window.page.head.title.text() == "Our very first days"
    assert kept(sample_binder, key).none, "its title is its own, not a change"
    history.undo(sample_binder)
    assert field.toPlainText() == "Our first days"


def test_a_removed_leaflet_that_is_open_gives_way_to_the_one_beneath(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    key = own_words.save_as_own(sample_binder, FIRST, "Our first days")
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    window.page.templates.choose(key)
    open_part(words, hands, "intro")
    own_words.remove_own(sample_binder, key)
    assert words.keeping.key == FIRST
    assert words.opened is None


def test_a_childs_name_is_pointed_at_under_the_field_and_never_stops_anybody(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    words = words_of(open_window(sample_binder), hands, qtbot)
    field = open_part(words, hands, "intro")
    assert not words.opened.notes["text"].isVisible(), "shipped words name nobody"
    hands.type(field, " Ask Chloe Baker in Year 4, born 12/03/2016, about her dad.")
    qtbot.waitUntil(words.opened.notes["text"].isVisible, timeout=5_000)
    note = words.opened.notes["text"]
    assert field.height() and note.y() > field.y()
    words.flush()
    assert printed(sample_binder)["intro"].endswith("about her dad."), "kept all the same"
    assert nameless(words) == []


# ---- the reading age


def test_the_reading_age_follows_after_a_pause(
    sample_binder: Binder, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    words = words_of(window, hands, qtbot)
    qtbot.waitUntil(lambda: "at most 11 for families." in words.said.text(), timeout=3_000)
    field = open_part(words, hands, "intro")
    qtbot.waitUntil(lambda: "Reading age of these words about" in words.opened.age.text(), timeout=3_000)
    hard = (
        "Notwithstanding administrative complexities, individuals experiencing incarceration necessitate considerable "
    )
    hands.type(field, hard * 30)
    qtbot.waitUntil(lambda: "Long words: " in words.said.text(), timeout=3_000)
    assert "administrative" in words.said.text()
    assert "The longest sentence: “" in words.said.text()
    window.page.templates.choose("family-first-days.cy")
    qtbot.waitUntil(lambda: words.said.text() == "The reading age is not measured in Welsh.", timeout=3_000)


def test_reading_ages_in_words(sample_binder: Binder) -> None:
    shipped = leaflets.template(FIRST)
    found = reading_age_of(shipped)
    assert found is not None
    said = f"Reading age about {round(found.age)}; at most 11 for families."
    assert whole_words(shipped, found) == said
    assert whole_words(replace(shipped, reading_age=None), found) == f"Reading age about {round(found.age)}."
    assert whole_words(shipped, None) == "Too few words to measure a reading age."
    assert part_words(shipped, "Two words", None) == "", "a heading is left in peace"
    assert part_words(shipped, "word " * 20, None) == "Under 30 words: too few to measure by themselves."
    assert part_words(shipped, " ", None) == ""
    welsh: Template = replace(shipped, language="cy")
    assert part_words(welsh, "Geiriau " * 40, None) == ""
    assert whole_words(welsh, None) == "The reading age is not measured in Welsh."
    hard = reading_age("The administration necessitates considerable documentation. " * 10)
    assert "Long words: " in whole_words(shipped, hard)
