"""Settings: saved as typed, the look kept after reopening, and a plain word about where the binder is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from champion_app import __version__
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.home_page import HomePage
from champion_app.desktop.pages.settings_page import SettingsPage
from champion_app.domain.services import ServiceType
from champion_app.faults import Fault, TooLong
from champion_app.store.binder import Binder
from champion_app.tasks import assessment, binders, history, service, settings
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Open = Callable[[Binder], MainWindow]


def _page(window: MainWindow) -> SettingsPage:
    if not isinstance(window.page, SettingsPage):
        window.sidebar._buttons["settings"].click()
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def _words(inside: QWidget) -> str:
    return "\n".join(made.text() for made in inside.findChildren(QLabel) if made.isVisible())


def test_every_detail_is_saved_as_it_is_typed(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    page = _page(open_window(sample_binder))
    for name, line in page.fields.lines.items():
        line.setFocus()
        line.setCursorPosition(len(line.text()))
        hands.type(line, f" & {name} ŵ")
    for name in page.fields.lines:
        qtbot.waitUntil(lambda name=name: getattr(service.who_we_are(sample_binder), name).endswith(f" & {name} ŵ"))
    assert all(page.fields.text(name) == getattr(service.who_we_are(sample_binder), name) for name in page.fields.lines)


def test_a_space_typed_last_is_not_taken_away_while_typing(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    page = _page(open_window(sample_binder))
    role = page.fields.lines["role"]
    role.setFocus()
    role.selectAll()
    hands.type(role, "Head ")
    qtbot.waitUntil(lambda: service.who_we_are(sample_binder).role == "Head")
    service.say_who_we_are(sample_binder, replace(service.who_we_are(sample_binder), council="Leeds"))
    assert page.fields.text("council") == "Leeds"
    hands.type(role, "of year")
    page.flush()
    assert service.who_we_are(sample_binder).role == role.text() == "Head of year"


def test_leaving_the_page_saves_at_once(open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands) -> None:
    window = open_window(sample_binder)
    page = _page(window)
    page.fields.lines["phone"].setFocus()
    page.fields.lines["phone"].selectAll()
    hands.type(page.fields.lines["phone"], "01632 960999")
    window.sidebar._buttons["home"].click()
    assert isinstance(window.page, HomePage)
    assert service.who_we_are(sample_binder).phone == "01632 960999"


def test_an_emptied_name_is_said_beside_it_and_the_saved_one_comes_back(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = _page(window)
    name = page.fields.lines["name"]
    name.setFocus()
    name.selectAll()
    hands.press(name, Qt.Key.Key_Delete)
    qtbot.waitUntil(page.fields.boxes["name"].problem.isVisible)
    assert "The one saved last is kept" in page.fields.boxes["name"].problem.text()
    page.fields.lines["role"].setFocus()
    hands.type(page.fields.lines["role"], "x")
    page.flush()
    assert "x" in service.who_we_are(sample_binder).role
    window.sidebar._buttons["home"].click()
    assert isinstance(window.page, HomePage)
    page = _page(window)
    assert page.fields.text("name") == "Hollin Bank Primary School"
    assert not page.fields.boxes["name"].problem.isVisible()


def test_words_too_long_stay_here_and_keep_the_window_open(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = _page(window)
    page.fields.lines["role"].setFocus()
    hands.type(page.fields.lines["role"], "x" * 5_000)
    with pytest.raises(TooLong):
        page.flush()
    window.sidebar._buttons["home"].click()
    assert window.page is page and not window.close()
    assert page.fields.text("role").startswith("x" * 5_000)
    assert "too long for Role" in page.fields.boxes["role"].problem.text()
    page.fields.lines["role"].selectAll()
    hands.type(page.fields.lines["role"], "Head")
    page.flush()
    assert not page.fields.boxes["role"].problem.isVisible()
    assert service.who_we_are(sample_binder).role == "Head"


@pytest.mark.parametrize("words", ["<b>x</b>", "a\0b", "Zoë 👩‍👧", "مركز", "{0}", "two\nlines"])
def test_any_words_are_taken(open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands, words: str) -> None:
    page = _page(open_window(sample_binder))
    for line in page.fields.lines.values():
        line.setFocus()
        line.setCursorPosition(0)
        hands.type(line, words)
    page.flush()
    ours = service.who_we_are(sample_binder)
    assert all(getattr(ours, name).startswith(words.replace("\0", "").replace("\n", " ")) for name in page.fields.lines)


def test_another_kind_of_place_changes_the_type_and_rounds_keep_theirs(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = _page(window)
    rounds = assessment.all_rounds(sample_binder)
    assert "Rounds already begun keep the type" in _words(page)
    page.choice.box.setFocus()
    for _ in range(page.choice.box.count()):
        if page.choice.box.currentText() != "Prison visitors' centre":
            qtbot.keyClick(page.choice.box, Qt.Key.Key_Down)
    assert service.who_we_are(sample_binder).type is ServiceType.CRIMINAL_JUSTICE
    assert "29 of the 46 criteria are for you." in _words(page)
    assert "29 of the 46 criteria are for you." in window.notices.words.text()
    hands.click(hands.button(page, "Change the type"))
    hands.click(page.choice.radios[ServiceType.SPECIALIST])
    ours = service.who_we_are(sample_binder)
    assert (ours.setting, ours.type) == ("visitors-centre", ServiceType.SPECIALIST)
    assert assessment.all_rounds(sample_binder) == rounds
    history.undo(sample_binder)
    assert page.choice.type is service.who_we_are(sample_binder).type


def test_look_and_size_apply_at_once_and_are_kept_after_reopening(
    open_window: Open, sample_binder: Binder, qtbot: QtBot, hands: Hands
) -> None:
    window = open_window(sample_binder)
    page = _page(window)
    theme = page.desk.theme
    hands.click(page.look.looks["contrast"])
    assert (theme.look, page.palette().window().color().name()) == ("contrast", "#000000")
    hands.click(page.look.sizes[200])
    assert theme.text_size == 200 and page.fields.lines["name"].font().pixelSize() == 30
    qtbot.waitUntil(lambda: _in_sight(page, page.look.sizes[200]))
    window.close()
    sample_binder.close()
    again = binders.open_binder(sample_binder.path)
    page = _page(open_window(again))
    assert (page.desk.theme.look, page.desk.theme.text_size) == ("contrast", 200)
    assert page.look.looks["contrast"].isChecked() and page.look.sizes[200].isChecked()
    page.look.looks["light"].click()
    page.look.sizes[100].click()
    page.window().close()
    again.close()


def test_a_strange_size_in_the_binder_is_no_trouble(open_window: Open, sample_binder: Binder) -> None:
    settings.keep_setting(sample_binder, "text_size", "110")
    settings.keep_setting(sample_binder, "look", "plaid")
    page = _page(open_window(sample_binder))
    assert page.look.looks["system"].isChecked()
    assert not any(made.isChecked() for made in page.look.sizes.values())
    page.look.sizes[100].click()


def test_home_can_send_the_champion_to_one_field(open_window: Open, sample_binder: Binder) -> None:
    window = open_window(sample_binder)
    window._desk.navigation.go_to("settings", "safeguarding_lead")
    page = _page(window)
    assert window.focusWidget() is page.fields.lines["safeguarding_lead"]
    QApplication.processEvents()
    assert _in_sight(page, page.fields.lines["safeguarding_lead"])
    window._desk.navigation.go_to("settings", "nothing known")


@pytest.mark.parametrize(("folder", "warned"), [("OneDrive - Sample Council", True), ("Champion", False)])
def test_a_folder_that_is_copied_elsewhere_is_named(
    open_window: Open, sample_file: Path, tmp_path: Path, folder: str, warned: bool
) -> None:
    place = tmp_path / folder
    place.mkdir()
    binder = binders.open_binder(Path(shutil.copy(sample_file, place / "b.champion")))
    page = _page(open_window(binder))
    assert ("copied to other computers (OneDrive - Sample Council)" in _words(page)) is warned
    page.window().close()
    binder.close()


def test_the_file_is_checked_when_asked(open_window: Open, sample_binder: Binder, hands: Hands) -> None:
    page = _page(open_window(sample_binder))
    hands.click(hands.button(page, "Check this file"))
    assert "the file is sound" in _words(page)


def test_about_says_version_edition_and_that_it_is_a_draft(open_window: Open, sample_binder: Binder) -> None:
    page = _page(open_window(sample_binder))
    toolkit = page.desk.toolkit
    for words in (__version__, toolkit.edition, toolkit.based_on, toolkit.draft):
        assert words in _words(page)


def test_a_full_disk_is_said_and_the_words_stay(
    open_window: Open, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(sample_binder)
    page = _page(window)

    def full(*told: object) -> None:
        raise Fault

    with monkeypatch.context() as broken:
        broken.setattr("champion_app.store.service.save", full)
        page.fields.lines["role"].setFocus()
        hands.type(page.fields.lines["role"], "Head")
        window.sidebar._buttons["home"].click()
        assert window.page is page and "Head" in page.fields.text("role")
        assert window.notices.isVisible()
    window.sidebar._buttons["home"].click()
    assert "Head" in service.who_we_are(sample_binder).role


def test_nothing_saved_before_there_is_a_name_is_lost(open_window: Open, new_binder: Binder, hands: Hands) -> None:
    window = open_window(new_binder)
    window._desk.navigation.go_to("settings")
    page = _page(window)
    page.fields.lines["role"].setFocus()
    hands.type(page.fields.lines["role"], "Head")
    window.sidebar._buttons["home"].click()
    assert window.page is page and page.fields.text("role") == "Head"
    page.fields.lines["name"].setFocus()
    hands.type(page.fields.lines["name"], "Hollin Bank")
    window.sidebar._buttons["home"].click()
    assert service.who_we_are(new_binder) == replace(service.who_we_are(new_binder), name="Hollin Bank", role="Head")


@pytest.mark.parametrize("size", [100, 200])
def test_every_control_has_a_name_and_nothing_is_wider_than_the_page(
    open_window: Open, sample_binder: Binder, hands: Hands, size: int
) -> None:
    page = _page(open_window(sample_binder))
    page.desk.theme.apply("light", size)
    hands.click(hands.button(page, "Change the type"))
    QApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea) and area.horizontalScrollBar().maximum() == 0
    names = control_names(page)
    assert nameless(page) == [] and len(names) >= 24
    page.desk.theme.apply("light", 100)


def _in_sight(page: SettingsPage, made: QWidget) -> bool:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    top = made.mapTo(area.viewport(), made.rect().topLeft()).y()
    return 0 <= top <= area.viewport().height() - made.height()
