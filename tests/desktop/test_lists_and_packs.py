"""The button that takes in and gives out, on both pages: each entry opens what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from champion_app.desktop.dialogs.list_dialog import ListDialog
from champion_app.desktop.dialogs.lists_and_packs import ListsAndPacks
from champion_app.desktop.dialogs.make_pack_dialog import MakePackDialog
from champion_app.desktop.dialogs.pack_dialog import PackDialog
from champion_app.desktop.main_window import MainWindow
from champion_app.store.binder import Binder
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]


@pytest.fixture(params=["resources", "find_help"])
def exchange(request: pytest.FixtureRequest, sample_binder: Binder, open_window: Open) -> ListsAndPacks:
    window = open_window(sample_binder)
    window._desk.navigation.go_to(request.param)
    assert window.page is not None
    made: ListsAndPacks = window.page.exchange  # type: ignore[attr-defined]
    return made


def _choose(exchange: ListsAndPacks, words: str) -> None:
    action = next(action for action in exchange.menu.actions() if action.text().startswith(words))
    action.trigger()


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Take in a list", ListDialog), ("Take in a pack", PackDialog), ("Make a pack", MakePackDialog)],
)
def test_each_entry_opens_its_dialog(exchange: ListsAndPacks, words: str, kind: type, qtbot: QtBot) -> None:
    _choose(exchange, words)
    assert isinstance(exchange.dialog, kind) and exchange.dialog.isVisible() and exchange.dialog.isModal()
    exchange.dialog.reject()


def test_the_button_has_a_name_and_says_what_it_is_for(exchange: ListsAndPacks, hands: Hands) -> None:
    assert exchange.button.accessibleName() == "Lists and packs" and exchange.button.toolTip()
    hands.click(exchange.button)
    assert exchange.menu.isVisible() and len(exchange.menu.actions()) == 4
    exchange.menu.hide()


def test_what_is_here_is_saved_as_a_file(exchange: ListsAndPacks, tmp_path: Path, qtbot: QtBot) -> None:
    _choose(exchange, "Save the")
    assert isinstance(exchange.file_dialog, QFileDialog)
    exchange.file_dialog.reject()
    for name in ("out.xlsx", "out.csv"):
        exchange.save_to(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 500
    said: list[str] = []
    exchange._desk.messages.said.connect(lambda notice: said.append(notice.text))
    exchange.save_to(tmp_path / "gone" / "out.csv")
    assert "is not there" in said[-1] and not (tmp_path / "gone").exists()
