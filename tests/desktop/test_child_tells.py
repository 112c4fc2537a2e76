"""F9 from every page and over every dialog: the service's own sheet, printed in two clicks, no word of a child kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.child_tells_dialog import ChildTellsDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages import page_list
from champion_app.domain.leaflets import BlockKind
from champion_app.domain.own_words import say
from champion_app.domain.services import Service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, own_words, papers, print_history, service
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
SHEET = leaflets.CHILD_TELLS


def _sheet(window: MainWindow) -> ChildTellsDialog:
    (found,) = [one for one in window.findChildren(ChildTellsDialog) if one.isVisible()]
    return found


def _f9(window: MainWindow, hands: Hands, qtbot: QtBot) -> ChildTellsDialog:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hands.press(window, Qt.Key.Key_F9)
    sheet = _sheet(window)
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def _words(dialog: QDialog) -> str:
    return "\n".join(made.text() for made in dialog.findChildren(QLabel) if made.isVisible())


def _dump(binder: Binder) -> dict[str, list[tuple[object, ...]]]:
    names = [row["name"] for row in binder.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    names = [name for name in names if not name.startswith(("finder", "sqlite"))]
    return {name: [tuple(row) for row in binder.rows(f"SELECT * FROM {name}")] for name in names}


@pytest.mark.parametrize("page", [entry.name for entry in page_list.ENTRIES])
def test_one_key_from_every_page_shows_the_lead_first_and_closes_again(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot, page: str
) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to(page)
    before = window.page
    sheet = _f9(window, hands, qtbot)
    said = _words(sheet)
    assert said.index("policy comes first") < said.index("Priya Nair") < said.index("01632 960101") < said.index("Stay")
    assert hands.clicks == 1
    hands.press(sheet, Qt.Key.Key_F9)
    assert not any(one.isVisible() for one in window.findChildren(ChildTellsDialog))
    assert window.page is before


def test_it_opens_over_a_dialog_too(open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(sample_binder)
    window._desk.messages.ask("Close?", "A question stands here.", "Yes", "No", lambda: None)
    (question,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    question.activateWindow()
    qtbot.waitUntil(question.isActiveWindow)
    question.no.setFocus()  # type: ignore[attr-defined]
    hands.press(question, Qt.Key.Key_F9)
    (sheet,) = question.findChildren(ChildTellsDialog)
    assert sheet.isVisible()


def test_two_clicks_print_it_and_only_the_print_is_noted(
    open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    before = _dump(sample_binder)
    sheet = _f9(window, hands, qtbot)
    assert sheet.focusWidget() is sheet.print
    hands.press(sheet.print, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(print_history.print_history(sample_binder)), timeout=20_000)
    after = _dump(sample_binder)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {"prints", "print_contacts", "print_facts", "changes", "change_rows"}
    assert print_history.print_history(sample_binder)[0].template == SHEET
    made = papers.leaflet_pdf(sheet.paper)
    assert made.pages == 1 and "saved" in sheet.notices.words.text().casefold()


def test_our_own_words_stand_on_it(open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot) -> None:
    under = own_words.beneath(sample_binder, SHEET)
    steps = next(block.id for block in under.blocks if block.kind is BlockKind.STEPS)
    own_words.keep_words(
        sample_binder, SHEET, say(own_words.words_of(sample_binder, SHEET), under, steps, "items", ("Go to room 3.",))
    )
    window = open_window(sample_binder)
    hands.click(window.sidebar.child_tells)
    sheet = _sheet(window)
    assert "Go to room 3." in _words(sheet) and "Stay calm" not in _words(sheet)
    hands.click(sheet.words)
    assert window.page is not None and window._name == "leaflets"


def test_without_a_lead_it_says_so_and_leads_to_where_it_is_filled_in(
    open_window: Open, new_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    service.say_who_we_are(new_binder, Service("St Mark's", safeguarding_lead="A. Lead"))
    window = open_window(new_binder)
    sheet = _f9(window, hands, qtbot)
    assert "A. Lead" in _words(sheet) and "Settings does not say" in _words(sheet)
    hands.click(sheet.lead)
    assert window._name == "settings"


def test_every_control_has_a_name(open_window: Open, sample_binder: Binder, hands: Hands, qtbot: QtBot) -> None:
    window = open_window(sample_binder)
    sheet = _f9(window, hands, qtbot)
    assert nameless(sheet) == []
    assert "Print this sheet…" in control_names(sheet) and "A child has just told me" in control_names(window)
