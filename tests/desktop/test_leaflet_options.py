"""The switches of a leaflet: what is offered, what is chosen, and how the line about the paper comes to be right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.widgets.leaflet_options import LeafletOptions
from champion_app.desktop.widgets.leaflet_work import Pictured, picture_leaflet
from champion_app.desktop.widgets.sheet_words import how_it_prints, sheets_for, size_note
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

TEMPLATES = leaflets.templates()
CHARTER, POSTER, FIRST_DAYS = "charter", "poster-talk-to-our-champion", "family-first-days"


@pytest.fixture
def options(sample_binder: Binder, qtbot: QtBot, qapp: QApplication) -> LeafletOptions:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made = LeafletOptions(make_desk(sample_binder))
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    return made


def offered(options: LeafletOptions) -> list[Size]:
    return [size for size, made in options.sizes.items() if made.isVisible()]


def pages(total: int, sides: int) -> Pictured:
    return Pictured((), total, "", sides)


# ---- what is offered


def test_only_the_sizes_a_leaflet_comes_in_are_offered_each_with_what_happens_to_the_paper(
    options: LeafletOptions,
) -> None:
    for template in TEMPLATES:
        options.show_choices(template, LeafletChoices())
        assert set(offered(options)) == set(template.sizes)
        for size, note in options.notes.items():
            assert note.isVisible() == (size in template.sizes)
            if size in template.sizes:
                assert note.text() == options.sizes[size].accessibleDescription() == size_note(template.kind, size)
        assert options.choices().size is template.sizes[0], "the first is what it is unless somebody chooses"


def test_folded_in_three_says_what_happens_to_the_paper(options: LeafletOptions) -> None:
    options.show_choices(leaflets.template(FIRST_DAYS), LeafletChoices())
    assert options.sizes[Size.DL].text() == "Folded in three (DL)"
    assert options.notes[Size.DL].text() == "One A4 sheet, both sides, flip on the short edge, fold in three"


def test_a_size_it_does_not_come_in_gives_its_first(options: LeafletOptions) -> None:
    options.show_choices(leaflets.template(CHARTER), LeafletChoices(Size.DL))
    assert options.choices().size is Size.A4


def test_what_was_chosen_comes_back(options: LeafletOptions) -> None:
    for template in TEMPLATES:
        large_print = template.kind == "leaflet"
        for size in template.sizes:
            wanted = LeafletChoices(size, large_print=large_print, simple=template.has_simple_words)
            options.show_choices(template, wanted)
            assert options.choices() == wanted


def test_what_has_no_discreet_words_offers_none(options: LeafletOptions) -> None:
    for template in TEMPLATES:
        options.show_choices(template, LeafletChoices(discreet=True))
        other = template.discreet_title != template.title or template.discreet_subtitle != template.subtitle
        has = other or any(block.discreet for block in template.blocks)
        assert options.discreet.isVisible() == options.choices().discreet == has, template.id


def test_every_press_is_told_once_and_showing_is_told_never(
    options: LeafletOptions, hands: Hands, qtbot: QtBot
) -> None:
    told: list[LeafletChoices] = []
    options.changed.connect(lambda: told.append(options.choices()))
    options.show_choices(leaflets.template(FIRST_DAYS), LeafletChoices(Size.A4, simple=True))
    assert told == []
    hands.click(options.sizes[Size.DL])
    hands.press(options.large_print, Qt.Key.Key_Space)
    hands.press(options.sizes[Size.DL], Qt.Key.Key_Down)
    assert [one.size for one in told] == [Size.DL, Size.DL, Size.A5]
    assert told[-1] == LeafletChoices(Size.A5, large_print=True, simple=True)
    options.copies.setValue(30)
    assert len(told) == 3, "the number of copies needs no other picture"


def test_the_wheel_changes_no_number_in_passing(options: LeafletOptions) -> None:
    options.show_choices(leaflets.template(FIRST_DAYS), LeafletChoices())
    options.copies.setValue(5)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(options.copies, turn)
    assert options.copies.value() == 5


def test_no_nameless_control(options: LeafletOptions) -> None:
    for template in (FIRST_DAYS, POSTER, CHARTER):
        options.show_choices(leaflets.template(template), LeafletChoices())
        assert nameless(options) == []


# ---- how it prints


@pytest.mark.parametrize(
    ("kind", "size", "sides", "copies", "words"),
    [
        ("leaflet", Size.FOLDED_A5, 2, 1, "1 sheet of A4: both sides, flip on the short edge, fold in the middle."),
        ("leaflet", Size.FOLDED_A5, 4, 30, "60 sheets in all for 30 copies."),
        ("leaflet", Size.A4, 1, 1, "Each copy takes 1 sheet of A4: one side."),
        ("leaflet", Size.A4, 3, 1, "Each copy takes 2 sheets of A4: both sides, flip on the long edge."),
        ("leaflet", Size.DL, 2, 1, "fold in three, with the inside up the right third first"),
        ("leaflet", Size.A5, 2, 31, "two copies: both sides, flip on the short edge, cut in the middle. 16 sheets"),
        ("leaflet", Size.A5, 1, 1, "1 sheet of A4 makes two copies: one side, then cut in the middle."),
        ("poster", Size.A5, 1, 1, "1 sheet of A4 makes two copies: one side, then cut in the middle."),
        ("poster", Size.A3, 1, 4, "Each copy takes 1 sheet of A3: one side. 4 sheets in all for 4 copies."),
        ("certificate", Size.A4, 1, 1, "Each copy takes 1 sheet of A4: one side."),
    ],
)  # fmt: skip
def test_how_it_prints_in_words(kind: str, size: Size, sides: int, copies: int, words: str) -> None:
    assert words in how_it_prints(kind, size, sides, copies)


def test_before_it_is_made_nobody_claims_to_know_how_many_sheets(options: LeafletOptions, hands: Hands) -> None:
    options.show_choices(leaflets.template(FIRST_DAYS), LeafletChoices(Size.FOLDED_A5))
    assert options.prints.text() == "Prints on A4: both sides, flip on the short edge, fold in the middle."
    options.show_made(pages(8, 4))
    assert options.prints.text().startswith("Each copy takes 2 sheets")
    options.copies.setValue(3)
    assert "6 sheets in all for 3 copies" in options.prints.text()
    assert options.copies.accessibleDescription() == options.prints.text()
    hands.press(options.large_print, Qt.Key.Key_Space)
    assert "2 sheets" not in options.prints.text(), "another leaflet takes other sheets"


@pytest.mark.parametrize("size", [Size.FOLDED_A5, Size.A4, Size.DL, Size.A5])
def test_the_sheets_are_counted_on_the_finished_paper(size: Size, sample_binder: Binder) -> None:
    wanted = leaflets.template(FIRST_DAYS)
    paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(size), ())
    pictured = picture_leaflet(paper, 0.1)
    pages_on_a_sheet = {Size.FOLDED_A5: 4, Size.A4: 2, Size.DL: 6, Size.A5: 2}[size]
    assert sheets_for(paper.kind, pictured.sides) == -(-pictured.total // pages_on_a_sheet)
