"""Help: the topic of a page, searching while typing, reading by keyboard, and words that stay readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton

from champion_app.assets import resource
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages import page_list
from champion_app.desktop.pages.help_page import HelpPage
from champion_app.domain.help_topics import Heading
from champion_app.store.binder import Binder
from champion_app.tasks import help as help_tasks
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


def page_of(window: MainWindow, what: object = None) -> HelpPage:
    """Goes to the help as F1 does."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    window._desk.navigation.go_to("help", what)
    settle()
    assert isinstance(window.page, HelpPage)
    return window.page


def settle() -> None:
    """What was put into a layout finds its place."""
    for _ in range(3):
        QApplication.processEvents()


def titles(page: HelpPage) -> list[str]:
    return [page.model.row_at(page.model.index(place)).title for place in range(page.model.rowCount())]


def chosen(page: HelpPage) -> str:
    assert page.chosen is not None
    return page.chosen.id


def labels(page: HelpPage) -> list[QLabel]:
    return [made for made in page.pane.widget().findChildren(QLabel) if made.isVisible() and made.text()]


def type_anew(page: HelpPage, hands: Hands, words: str) -> None:
    page.search.clear()
    hands.type(page.search, words)
    settle()


@pytest.mark.parametrize("name", page_list._CLASSES)
def test_every_page_has_a_topic(name: str) -> None:
    found = help_tasks.topic_for(name)
    assert found is not None
    assert name in found.pages


def test_it_opens_with_every_topic_and_the_first_one_to_read(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder))
    assert len(titles(page)) == len(help_tasks.topics())
    assert page.count.text() == f"{len(help_tasks.topics())} topics"
    assert page.pane.title.text() == "First steps"
    assert page.search.hasFocus()
    assert all(page.model.row_at(page.model.index(place)).second for place in range(page.model.rowCount()))


def test_arrive_shows_the_topic_of_a_page_or_one_by_its_id(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = page_of(window, "find_help")
    assert chosen(page) == "find-help"
    assert page.pane.hasFocus(), "the arrow keys scroll at once"
    type_anew(page, hands, "leaflet")
    page = page_of(window, "recall")
    assert chosen(page) == "recall"
    assert page.search.text() == ""
    page = page_of(window, "no such page")
    assert chosen(page) == "first-steps"
    page_of(window, 7)
    assert chosen(page) == "first-steps"


def test_typing_shows_where_the_words_stand(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder))
    hands.type(page.search, "six months")
    settle()
    assert 0 < len(titles(page)) < len(help_tasks.topics())
    assert page.count.text() == f"{len(titles(page))} of {len(help_tasks.topics())} topics"
    for place in range(page.model.rowCount()):
        assert "month" in page.model.row_at(page.model.index(place)).second
    marked = [made for made in labels(page) if made.selectedText()]
    assert [made.selectedText().casefold() for made in marked] in (["six"], ["months"])
    top = marked[0].mapTo(page.pane.viewport(), marked[0].rect().topLeft()).y()
    assert 0 <= top < page.pane.viewport().height(), "the line is in sight"


def test_a_line_far_down_is_brought_into_sight(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder))
    hands.type(page.search, "symbolic")
    settle()
    assert chosen(page) == "packs"
    assert page.pane.verticalScrollBar().value() > 1000
    marked = next(made for made in labels(page) if made.selectedText())
    assert 0 <= marked.mapTo(page.pane.viewport(), marked.rect().topLeft()).y() < page.pane.viewport().height()


def test_nothing_found_says_what_to_try_and_a_slip_is_said(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder))
    hands.type(page.search, "zzzzqqq")
    settle()
    assert titles(page) == []
    assert "Try one plain word" in page.said.text()
    type_anew(page, hands, "leflet")
    assert "did you mean “leaflet”?" in page.said.text()
    assert titles(page)
    type_anew(page, hands, "leaflet zzzzqqq")
    assert "No topic has every word" in page.said.text()
    page.search.clear()
    settle()
    assert not page.said.isVisible()
    assert len(titles(page)) == len(help_tasks.topics())


def test_by_keyboard_alone(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder))
    hands.press(page.search, Qt.Key.Key_Down)
    assert page.rows.hasFocus()
    first = chosen(page)
    hands.press(page.rows, Qt.Key.Key_Down)
    assert chosen(page) != first
    assert page.pane.title.text() == page.chosen.title
    hands.press(page.rows, Qt.Key.Key_End)
    assert chosen(page) == "packs"
    hands.press(page.rows, Qt.Key.Key_Return)
    assert page.pane.hasFocus()
    settle()
    bar = page.pane.verticalScrollBar()
    hands.press(page.pane, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    hands.press(page.pane, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    hands.press(page.pane, Qt.Key.Key_Home)
    assert bar.value() == 0
    hands.press(page.pane, Qt.Key.Key_Escape)
    assert page.rows.hasFocus()
    page.search.setFocus()
    hands.type(page.search, "undo")
    hands.press(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_see_also_and_the_page_are_one_press_away(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, "work_plan")
    link = hands.button(page.pane, "Action log")
    page.pane.ensureWidgetVisible(link)
    hands.click(link)
    assert chosen(page) == "action-log"
    assert page.pane.verticalScrollBar().value() == 0
    settle()
    hands.click(hands.button(page.pane, "Open this page: Action log"))
    assert window.page is not page
    page = page_of(window, "prisons")
    hands.click(hands.button(page.pane, "Open this page: Prisons"))
    assert window.page is not None
    assert window.page.accessibleName() == "Prisons"
    page = page_of(window, "recall")
    assert not [made for made in page.pane.findChildren(QPushButton) if made.text().startswith("Open this page")]


def test_the_schema_is_offered_beside_the_format_of_a_pack(
    sample_binder: Binder, open_window: Open, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("champion_app.places.prints", lambda: tmp_path)
    window = open_window(sample_binder)
    page = page_of(window, "packs")
    assert page.pane.title.text() == "The format of a pack"
    hands.click(hands.button(page.pane, "Save the JSON Schema…"))
    assert page.file_dialog is not None
    page.file_dialog.fileSelected.emit(str(tmp_path / "mine.json"))
    page.file_dialog.reject()
    saved = tmp_path / "mine.json"
    assert saved.read_bytes() == resource("help", help_tasks.SCHEMA).read_bytes()
    assert str(saved) in window.notices.words.text()
    page.save_schema(tmp_path / "gone" / "mine.json")
    assert "is not there" in window.notices.words.text()
    page.arrive("home")
    settle()
    assert not [made for made in page.pane.findChildren(QPushButton) if "Schema" in made.text()]


@pytest.mark.parametrize("size", [100, 200])
def test_no_line_has_more_than_75_letters_and_none_is_cut(
    size: int, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    window.resize(1920, 1080)
    page = page_of(window)
    window._desk.theme.apply("light", size)
    longest = 0
    for topic in help_tasks.topics():
        page.arrive(topic.id)
        settle()
        assert page.pane.horizontalScrollBar().maximum() == 0
        for made in labels(page):
            lines = laid_out(made)
            longest = max(longest, *map(len, lines))
            assert made.height() >= made.heightForWidth(made.width()) or not made.wordWrap(), made.text()
            right = made.mapTo(page.pane.viewport(), made.rect().topRight()).x()
            assert right < page.pane.viewport().width(), made.text()
    assert 60 < longest <= 75


def laid_out(made: QLabel) -> list[str]:
    """The lines of a label as they are broken at its width."""
    if not made.wordWrap():
        return [made.text()]
    layout = QTextLayout(made.text(), made.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(made.width())
        lines.append(made.text()[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


@pytest.mark.parametrize(("width", "size"), [(640, 100), (640, 200), (1366, 200)])
def test_a_narrow_window_shows_list_and_text_in_turn_and_nothing_is_cut(
    width: int, size: int, sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    window = open_window(sample_binder)
    window.resize(width, 700)
    page = page_of(window)
    window._desk.theme.apply("light", size)
    settle()
    assert page.rows.isVisible()
    assert not page.pane.isVisible()
    for name in ("keyboard", "packs", "when-something-goes-wrong"):
        page.arrive(name)
        settle()
        assert page.pane.isVisible()
        assert not page.rows.isVisible()
        assert page.pane.horizontalScrollBar().maximum() == 0
        for made in labels(page):
            right = made.mapTo(page.pane.viewport(), made.rect().topRight()).x()
            assert right < page.pane.viewport().width(), made.text()
    hands.click(page.pane.back)
    assert page.rows.isVisible()
    assert page.rows.hasFocus()


def test_words_are_plain_labels_and_headings_are_called_so(
    sample_binder: Binder, open_window: Open, hands: Hands
) -> None:
    page = page_of(open_window(sample_binder), "self-assessment")
    shown = labels(page)
    assert all(made.textFormat() is Qt.TextFormat.PlainText for made in shown)
    marked = [made.text() for made in shown if made.accessibleDescription() == "Heading"]
    topic = help_tasks.topic("self-assessment")
    assert topic is not None
    inside = [block.text for block in topic.blocks if isinstance(block, Heading)]
    assert marked == [topic.title, *inside, "See also"]
    sentences = [made for made in shown if len(made.text()) > 4]
    assert all(made.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse for made in sentences)


def test_code_can_be_copied_with_the_keyboard(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), "without-the-window")
    field = next(made for made in page.pane.findChildren(QPlainTextEdit) if made.isVisible())
    assert field.isReadOnly()
    field.setFocus()
    hands.press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == field.toPlainText()
    assert field.document().size().height() * field.fontMetrics().lineSpacing() < field.height()


@pytest.mark.parametrize("name", ["find-help", "packs", "without-the-window"])
def test_every_control_has_a_name(name: str, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    page = page_of(open_window(sample_binder), name)
    assert nameless(page) == []
    assert {"Search the help", "Topics"} <= set(control_names(page))


ODD = ["<b>bold</b> & <img src='x'>", "nul\x00 and bell\x07", "😀🧒🏽", "خط", "w" * 480, '"*) OR NEAR(', "%s {n} {0}"]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "emoji", "arabic", "endless", "query", "gaps"])
def test_any_text_may_be_typed(odd: str, sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window)
    hands.type(page.search, odd)
    settle()
    assert page.pane.title.text()
    assert window.width() <= 1366, "an endless word must not stretch the window"


def test_another_look_and_text_size_are_taken_at_once(sample_binder: Binder, open_window: Open, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = page_of(window, "keyboard")
    before = page.pane._measured.maximumWidth()
    window._desk.theme.apply("contrast", 200)
    settle()
    assert page.pane._measured.maximumWidth() > before * 1.8
    assert page.pane.title.text() == "Keyboard keys"
