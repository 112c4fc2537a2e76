"""The list that may be 50,000 long: it asks for what is seen and no more, and says the truth about what has gone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.models.long_row_model import BLOCK, LongRowModel
from champion_app.desktop.models.row_model import ROW, Row
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.rows import row_list


class Shop:
    """Stands where the binder would be, and remembers what it was asked for."""

    def __init__(self, gone: Sequence[int] = ()) -> None:
        self.asked: list[list[int]] = []
        self.gone = set(gone)

    def fetch(self, ids: Sequence[int]) -> list[Row]:
        self.asked.append(list(ids))
        return [Row(number, f"Title {number}", "second", "Checked") for number in ids if number not in self.gone]


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def model(shop: Shop, qapp: QApplication) -> LongRowModel:
    made = LongRowModel(shop.fetch)
    made.show_ids(range(1, 50_001))
    return made


def test_nothing_is_asked_for_before_it_is_seen(shop: Shop, model: LongRowModel) -> None:
    assert model.rowCount() == 50_000
    assert model.place_of(49_999).row() == 49_998
    assert model.id_at(model.index(41_999)) == 42_000
    assert shop.asked == []


def test_rows_come_in_blocks_and_once(shop: Shop, model: LongRowModel) -> None:
    place = model.index(BLOCK * 3 + 7)
    row = model.data(place, ROW)
    assert isinstance(row, Row) and row.id == BLOCK * 3 + 8
    assert shop.asked == [list(range(BLOCK * 3 + 1, BLOCK * 4 + 1))]
    for near in range(BLOCK):
        model.data(model.index(BLOCK * 3 + near), ROW)
    assert len(shop.asked) == 1
    model.data(model.index(49_999), ROW)
    assert len(shop.asked) == 2


def test_words_for_the_eye_and_for_a_screen_reader(model: LongRowModel) -> None:
    place = model.index(4)
    assert model.data(place, Qt.ItemDataRole.DisplayRole) == "Title 5"
    assert model.data(place, Qt.ItemDataRole.AccessibleTextRole) == "Title 5. Checked. second"
    assert model.data(place, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(place, Qt.ItemDataRole.DecorationRole) is None


def test_what_has_gone_since_is_an_empty_line_and_is_not_asked_for_again(qapp: QApplication) -> None:
    shop = Shop(gone=[3])
    model = LongRowModel(shop.fetch)
    model.show_ids([1, 2, 3, 4])
    assert [model.data(model.index(place), Qt.ItemDataRole.DisplayRole) for place in range(4)] == [
        "Title 1",
        "Title 2",
        "",
        "Title 4",
    ]
    assert len(shop.asked) == 1


def test_other_ids_forget_what_was_fetched(shop: Shop, model: LongRowModel) -> None:
    model.data(model.index(0), ROW)
    model.show_ids([7, 1])
    assert model.ids == [7, 1]
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "Title 7"
    assert model.place_of(1).row() == 1 and not model.place_of(2).isValid()
    assert shop.asked[-1] == [7, 1]


def test_places_that_are_none(model: LongRowModel) -> None:
    assert model.id_at(QModelIndex()) == 0
    assert not model.place_of(0).isValid() and not model.place_of(99_999).isValid()
    assert model.rowCount(model.index(0)) == 0, "a line has no lines below it"
    model.show_ids([])
    assert model.rowCount() == 0 and not model.place_of(1).isValid()


def test_it_keeps_qts_rules_for_models(model: LongRowModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_ids([3, 1, 2])
    model.show_ids([])
    assert tester.model() is model


def test_a_view_of_it_asks_for_a_screenful(shop: Shop, model: LongRowModel, qtbot: QtBot) -> None:
    view = row_list(Theme(), "Resources", model)
    qtbot.addWidget(view)
    view.resize(400, 600)
    view.show()
    view.grab()
    seen = {number for block in shop.asked for number in block}
    assert seen == set(range(1, BLOCK + 1))
    view.scrollToBottom()
    view.grab()
    seen = {number for block in shop.asked for number in block}
    assert len(seen) <= 2 * BLOCK and 50_000 in seen
