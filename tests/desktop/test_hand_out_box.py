"""Counting what was handed out: one more, many, whom, undo; refused numbers; nothing about who."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.hand_out_box import HandOutBox
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.log_entries import Reached
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, log_entries, print_history
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
ARREST, VISIT = "family-arrest", "family-visiting"


@pytest.fixture
def shown(sample_binder: Binder, open_window: Open, qtbot: QtBot) -> Iterator[tuple[HandOutBox, MainWindow]]:
    """The box for the arrest leaflet, on a page of its own beside the window."""
    window = open_window(sample_binder)
    page = QWidget()
    qtbot.addWidget(page)
    box = HandOutBox(window._desk)
    QVBoxLayout(page).addWidget(box)
    box.show_template(leaflets.template(ARREST, sample_binder))
    page.resize(420, 320)
    page.show()
    QApplication.processEvents()
    yield box, window


def test_none_so_far_teaches_what_counting_is_for(shown: tuple[HandOutBox, MainWindow]) -> None:
    assert shown[0].said.text().startswith("None so far.")


def test_one_press_counts_one_more_and_undo_takes_it_back(
    shown: tuple[HandOutBox, MainWindow], sample_binder: Binder, hands: Hands
) -> None:
    box, window = shown
    hands.click(box.one)
    today = british(clock.today())
    assert box.said.text() == f"1 copy given out. The last time was on {today}."
    entry = log_entries.log(sample_binder)[0]
    assert (entry.fields.leaflet, entry.fields.reached, entry.fields.reached_kind) == (ARREST, 1, Reached.COPIES)
    assert entry.fields.what == f"Handed out: {leaflets.template(ARREST).title}"
    assert "1 copy given out" in window.notices.words.text()
    hands.click(hands.button(window.notices, "Undo"))
    assert box.said.text().startswith("None so far.")
    assert print_history.handed_out(sample_binder) == {}


def test_a_number_and_whom_it_counts(shown: tuple[HandOutBox, MainWindow], sample_binder: Binder, hands: Hands) -> None:
    box, _ = shown
    hands.type(box.many, "25")
    hands.click(box.count)
    assert box.many.text() == ""
    box.whom.setCurrentIndex(box.whom.findData(Reached.FAMILIES.value))
    hands.type(box.many, "3")
    hands.press(box.many, Qt.Key.Key_Return)
    hands.click(box.one)
    assert box.said.text().startswith("4 families, 25 copies given out.")
    assert print_history.handed_out(sample_binder) == {ARREST: 29}


@pytest.mark.parametrize("typed", ["", "0", "many", "3.5", "-2", "12345678", "²", "1\u0660"])
def test_what_is_no_number_is_refused_in_words_and_stays(
    typed: str, shown: tuple[HandOutBox, MainWindow], sample_binder: Binder, hands: Hands
) -> None:
    box, _ = shown
    before = len(log_entries.log(sample_binder))
    hands.type(box.many, typed)
    hands.click(box.count)
    assert box._many.problem.isVisible() and box._many.problem.text()
    assert box.many.text() == typed and box.many.hasFocus()
    assert len(log_entries.log(sample_binder)) == before
    box.many.clear()
    hands.type(box.many, "2")
    hands.click(box.count)
    assert not box._many.problem.isVisible()
    assert print_history.handed_out(sample_binder) == {ARREST: 2}


def test_another_leaflet_has_its_own_count_and_no_number_is_left_over(
    shown: tuple[HandOutBox, MainWindow], sample_binder: Binder, hands: Hands
) -> None:
    box, _ = shown
    hands.click(box.one)
    hands.type(box.many, "40")
    box.show_template(leaflets.template(ARREST, sample_binder))
    assert box.many.text() == "40", "the same leaflet shown anew takes nothing away"
    box.show_template(leaflets.template(VISIT, sample_binder))
    assert box.said.text().startswith("None so far.") and box.many.text() == ""
    box.show_template(leaflets.template(ARREST, sample_binder))
    assert box.said.text().startswith("1 copy given out.")


def test_the_last_time_is_the_latest_day_and_a_change_in_the_log_shows(
    shown: tuple[HandOutBox, MainWindow], sample_binder: Binder, hands: Hands
) -> None:
    box, _ = shown
    hands.click(box.one)
    entry = log_entries.log(sample_binder)[0]
    log_entries.change_entry(sample_binder, entry.id, replace(entry.fields, day=date(2026, 3, 5), reached=6))
    assert box.said.text() == "6 copies given out. The last time was on 5 March 2026."
    log_entries.change_entry(sample_binder, entry.id, replace(entry.fields, reached=None))
    assert box.said.text() == f"The last time was on {british(entry.fields.day)}."


def test_a_full_disk_keeps_the_number(
    shown: tuple[HandOutBox, MainWindow], hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, window = shown

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(print_history, "hand_out", full)
    hands.type(box.many, "25")
    hands.click(box.count)
    assert box.many.text() == "25" and box.said.text().startswith("None so far.")
    assert "the disk is full" in window.notices.words.text()


def test_every_control_has_a_name_and_says_what_one_more_is(shown: tuple[HandOutBox, MainWindow]) -> None:
    box, _ = shown
    assert nameless(box) == []
    assert "One more: Copies given out" in control_names(box)
    box.whom.setCurrentIndex(box.whom.findData(Reached.CHILDREN.value))
    assert "One more: Children" in control_names(box)
