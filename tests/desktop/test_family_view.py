"""Beside a family: one key, leaflets and what is made for families, and nothing else on the screen."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from champion_app import places
from champion_app.desktop.app import Champion
from champion_app.desktop.dialogs.listing_dialog import ListingDialog
from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.family_view import FamilyView
from champion_app.desktop.pages.family_page import RESOURCES
from champion_app.desktop.pages.find_help_page import FindHelpPage
from champion_app.desktop.pages.settings_page import SettingsPage
from champion_app.desktop.widgets import paper_printer
from champion_app.domain.backups import Reason
from champion_app.domain.resources import ResourceFields
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, family_view, passphrase, print_history, resources, service
from tests.desktop.accessible import control_names, nameless
from tests.desktop.backing import work
from tests.desktop.conftest import Hands
from tests.desktop.running import SECRET, Running, in_front, locked_file, plain_file, running, words_of

__all__ = ["locked_file", "plain_file", "running"]
OUR_NOTE = "Jo from the canary project said so"


def _family(champion: Champion) -> FamilyView:
    family = champion.lock.family
    assert family is not None
    return in_front(family)


def _said(window: QWidget) -> str:
    """Everything anybody could read in a window: its labels, its buttons, its fields, its title."""
    seen = [window.windowTitle()]
    for made in window.findChildren(QWidget):
        if not made.isVisible():
            continue
        seen += [made.toolTip(), made.accessibleName(), made.accessibleDescription()]
        if isinstance(made, QLabel | QAbstractButton | QLineEdit):
            seen.append(made.text())
    return "\n".join(seen)


def test_one_key_covers_everything_and_leads_back(running: Running, plain_file: Path, hands: Hands) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    hands.press(main, Qt.Key.Key_F8)
    family = _family(champion)
    assert family.isVisible() and not main.isVisible()
    assert family.windowTitle() == "Champion: for families"
    hands.press(family, Qt.Key.Key_F8)
    assert family.dialog is not None and family.dialog.stay.isVisible()
    assert not family.dialog.form.isVisible(), "no passphrase is set, so none is asked for"
    hands.click(family.dialog.yes)
    assert main.isVisible() and champion.lock.family is None


def test_nothing_of_the_champions_own_work_can_be_seen_or_reached(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot
) -> None:
    binder = binders.open_binder(plain_file)
    resources.add_resource(
        binder, ResourceFields(title="A story", kind="story for children", audience="Children", note=OUR_NOTE)
    )
    binder.close()
    champion = running.start(plain_file)
    main = running.main(champion)
    desk = champion.lock._desk
    assert desk is not None
    desk.messages.warn("Saved and noted: /home/canary/Documents.")
    hands.press(main, Qt.Key.Key_F8)
    family = _family(champion)
    seen = _said(family)
    family.page.show_whom(RESOURCES)
    family.page._read_row(family.page.model.index(0))
    seen += _said(family)
    assert "A story" in seen
    for private in (service.who_we_are(desk.binder).name, OUR_NOTE, "canary", "Action log", "Search", "Undo", "Saved"):
        assert private not in seen, private
    for key in (Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_1, Qt.Key.Key_Z):
        QTest.keyClick(family, key, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F1, Qt.Key.Key_Escape):
        QTest.keyClick(family, key)
    QApplication.processEvents()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    assert shown == [family]


def test_the_button_above_every_page_leads_there_too(running: Running, plain_file: Path, hands: Hands) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    hands.click(main.top_bar.family)
    assert _family(champion).isVisible() and not main.isVisible()


def test_only_leaflets_and_resources_made_for_families_are_there(sample_binder: Binder) -> None:
    found = family_view.family_leaflets(sample_binder)
    assert {one.audience for one in found} == {"families", "carers", "children"}
    assert {one.kind for one in found} == {"leaflet"}
    staff = resources.add_resource(sample_binder, ResourceFields(title="Day", kind="training", audience="Families"))
    for_all = resources.add_resource(sample_binder, ResourceFields(title="Zoo", kind="website", audience="Parents"))
    gone = resources.add_resource(sample_binder, ResourceFields(title="Old", kind="video", audience="Children"))
    resources.set_retired(sample_binder, gone, retired=True)
    ids = family_view.family_resources(sample_binder)
    assert for_all in ids and staff not in ids and gone not in ids
    titles = [one.fields.title.casefold() for one in resources.some(sample_binder, ids)]
    assert titles == sorted(titles)


def test_a_leaflet_is_read_and_turned_into_welsh_by_keyboard(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot
) -> None:
    champion = running.start(plain_file)
    hands.press(running.main(champion), Qt.Key.Key_F8)
    page = _family(champion).page
    qtbot.waitUntil(page.cards.hasFocus)
    assert page.count.text() == "12 leaflets"
    hands.press(page.cards, Qt.Key.Key_Home)
    hands.press(page.cards, Qt.Key.Key_Right)
    hands.press(page.cards, Qt.Key.Key_Return)
    assert "Someone in my family is going to court" in words_of(page.reading)
    assert "Draft" in words_of(page.reading), "the doubts that stand on its paper stand here too"
    hands.click(hands.button(page.reading, "Cymraeg"))
    QApplication.processEvents()
    assert "Mae rhywun yn fy nheulu" in words_of(page.reading)
    hands.click(page.reading.back)
    assert page.cards.isVisible() and page.cards.hasFocus()


def test_a_print_is_noted_and_said_without_names_or_places(
    running: Running, plain_file: Path, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_printer, "printer_in_reach", lambda: False)
    champion = running.start(plain_file)
    main = running.main(champion)
    hands.press(main, Qt.Key.Key_F8)
    family = _family(champion)
    family.page.read("family-arrest")
    desk = champion.lock._desk
    assert desk is not None
    before = len(print_history.print_history(desk.binder))
    hands.click(family.page.reading.print)
    qtbot.waitUntil(family.page.said.isVisible, timeout=20_000)
    assert len(print_history.print_history(desk.binder)) == before + 1
    assert "could not be printed" in family.page.said.text()
    assert str(places.prints()) not in _said(family)
    champion.lock._come_back()
    assert str(places.prints()) in main.notices.words.text(), "the champion is told where it is"
    for left in places.prints().glob("*.pdf"):
        left.unlink()


def test_a_dialog_that_was_open_is_there_again_with_its_words(running: Running, plain_file: Path, hands: Hands) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    desk = champion.lock._desk
    assert desk is not None
    desk.navigation.go_to("find_help")
    assert isinstance(main.page, FindHelpPage)
    hands.click(hands.button(main.page, "Add a service"))
    dialog = main.findChild(ListingDialog)
    assert isinstance(dialog, ListingDialog)
    in_front(dialog)
    hands.type(dialog.ui.name, "Canary Aviary")
    hands.press(dialog.ui.name, Qt.Key.Key_F8)
    family = _family(champion)
    assert not dialog.isVisible() and not main.isVisible()
    hands.click(family.page.back)
    assert family.dialog is not None
    hands.click(family.dialog.yes)
    assert dialog.isVisible() and dialog.ui.name.text() == "Canary Aviary"
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    dialog.reject()


def test_a_question_that_comes_meanwhile_waits_until_the_champion_is_back(
    running: Running, plain_file: Path, qtbot: QtBot
) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    desk = champion.lock._desk
    assert desk is not None
    champion.lock.show_family()
    family = _family(champion)
    desk.messages.ask("Canary?", "Jo Canary asked", "Yes", "No", lambda: None)
    question = main.findChild(QuestionDialog)
    assert isinstance(question, QuestionDialog)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert family.isVisible()
    champion.lock._come_back()
    assert question.isVisible()
    question.reject()


def test_with_a_passphrase_it_takes_the_passphrase_to_come_back(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot
) -> None:
    path = locked_file[0]
    champion = running.start(path)
    main = running.open(champion)
    hands.press(main, Qt.Key.Key_F8)
    family = _family(champion)
    family.ask_back()
    dialog = family.dialog
    assert dialog is not None and not dialog.yes.isVisible()
    dialog.form.field.line.setText("a guess")
    hands.click(dialog.form.open)
    qtbot.waitUntil(dialog.form.field.problem.isVisible)
    assert not main.isVisible() and passphrase.failures(path) == 1
    assert nameless(dialog) == []
    dialog.form.field.line.setText(SECRET)
    hands.click(dialog.form.open)
    qtbot.waitUntil(main.isVisible)
    assert passphrase.failures(path) == 0


def test_ctrl_l_locks_from_the_family_view_too(running: Running, locked_file: tuple, hands: Hands) -> None:
    champion = running.start(locked_file[0])
    running.open(champion)
    champion.lock.show_family()
    family = _family(champion)
    family.ask_back()
    dialog = family.dialog
    assert dialog is not None
    in_front(dialog)
    hands.press(dialog.form.field.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    running.lock(champion)


@pytest.mark.parametrize("size", [100, 200])
def test_what_is_said_on_the_way_back_can_all_be_read(
    running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot, size: int
) -> None:
    champion = running.start(locked_file[0])
    main = running.open(champion)
    main._desk.theme.apply(text_size=size)
    champion.lock.show_family()
    family = _family(champion)
    family.ask_back()
    dialog = family.dialog
    assert dialog is not None
    dialog.form.field.line.setText("a guess")
    hands.click(dialog.form.open)
    qtbot.waitUntil(dialog.form.field.problem.isVisible)
    bar = dialog._area.verticalScrollBar()
    problem = dialog.form.field.problem
    qtbot.waitUntil(lambda: bar.maximum() == 0 and problem.height() >= problem.heightForWidth(problem.width()) > 0)
    hands.click(dialog.form.forgotten)
    qtbot.waitUntil(lambda: dialog.height() >= family.height() - 48 or bar.maximum() == 0)
    assert all(line.isVisible() for line in dialog.form.code.lines)
    main._desk.theme.apply(text_size=100)


def test_the_recovery_code_leads_back_too(running: Running, locked_file: tuple, hands: Hands, qtbot: QtBot) -> None:
    path, code = locked_file
    champion = running.start(path)
    main = running.open(champion)
    champion.lock.show_family()
    family = _family(champion)
    family.ask_back()
    assert family.dialog is not None
    hands.click(family.dialog.form.forgotten)
    family.dialog.form.code._spread(0, code.text)
    hands.click(family.dialog.form.open)
    qtbot.waitUntil(main.isVisible)


def test_closing_it_closes_champion_and_never_leads_back(
    running: Running, plain_file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    champion.lock.show_family()
    family = _family(champion)
    assert family.close()
    assert not main.isVisible() and not family.isVisible()


def test_closing_it_waits_for_a_last_backup_and_asks_for_nobody(
    running: Running, plain_file: Path, qtbot: QtBot
) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    qtbot.waitUntil(lambda: champion.backing_up is not None)
    assert champion.lock._desk is not None
    work(champion.lock._desk.binder)
    champion.lock.show_family()
    family = _family(champion)
    assert not family.close() and family.dialog is None
    qtbot.waitUntil(lambda: not family.isVisible())
    assert not main.isVisible() and [one.reason for one in backups.all_backups(plain_file)] == [Reason.CLOSE]


def test_closing_it_with_words_that_cannot_be_saved_asks_for_the_champion(
    running: Running, plain_file: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    champion = running.start(plain_file)
    main = running.main(champion)
    desk = champion.lock._desk
    assert desk is not None
    desk.navigation.go_to("settings")
    page = main.page
    assert isinstance(page, SettingsPage)

    def full(*told: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr("champion_app.store.service.save", full)
        page.fields.lines["role"].setFocus()
        hands.type(page.fields.lines["role"], " Canary")
        champion.lock.show_family()
        family = _family(champion)
        assert not family.close()
        assert family.isVisible() and family.dialog is not None and family.dialog.isVisible()
        assert "Canary" in page.fields.text("role")
    champion.lock._come_back()


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_the_page_fits(
    running: Running, plain_file: Path, hands: Hands, size: int
) -> None:
    champion = running.start(plain_file)
    running.main(champion)
    desk = champion.lock._desk
    assert desk is not None
    desk.theme.apply("light", size)
    champion.lock.show_family()
    family = _family(champion)
    for width in (1366, 640):
        family.resize(width, 768)
        QApplication.processEvents()
        assert family.page.width() <= width
        assert family.page.cards.horizontalScrollBar().maximum() == 0
        assert family.page.cards.card_width() <= family.page.cards.viewport().width()
    assert nameless(family) == [] and len(control_names(family)) >= 7
    family.page.read("family-arrest")
    assert nameless(family) == []
    desk.theme.apply("light", 100)


def test_thousands_of_things_to_read_are_counted_and_fetched_as_they_are_seen(
    running: Running, plain_file: Path, hands: Hands
) -> None:
    binder = binders.open_binder(plain_file)
    with binder.atomic("add_resource"):
        for number in range(1_000):
            fields = ResourceFields(title=f"{number} <b>{'long ' * 60}", kind="video", audience="Children")
            resources.add_resource(binder, fields)
    binder.close()
    champion = running.start(plain_file)
    running.main(champion)
    champion.lock.show_family()
    page = _family(champion).page
    hands.click(hands.button(page, "To read and watch"))
    assert page.count.text() == "1011 things to read or watch"
    page._read_row(page.model.index(500))
    assert "<b>long long" in words_of(page.reading)


def test_a_binder_without_any_says_so(running: Running, starter_file: Path, tmp_path: Path, hands: Hands) -> None:
    path = tmp_path / "binder.champion"
    shutil.copy(starter_file, path)
    binder = binders.open_binder(path)
    for number in family_view.family_resources(binder):
        resources.remove_resource(binder, number)
    service.say_who_we_are(binder, replace(service.who_we_are(binder), name="Beck"))
    binder.close()
    champion = running.start(path)
    running.main(champion)
    champion.lock.show_family()
    page = _family(champion).page
    hands.click(hands.button(page, "To read and watch"))
    assert page.nothing.isVisible() and page.count.text() == "0 things to read or watch"
