"""Who has read a leaflet: the words, the language, words changed since, taking back, and what is on the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.text_check_box import TextCheckBox
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.own_words import say
from champion_app.domain.text_checks import Reading
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, own_words, service, text_checks
from champion_app.tasks.history import undo
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

Open = Callable[[Binder], MainWindow]
ARREST, WELSH = "family-arrest", "family-arrest.cy"
Shown = tuple[TextCheckBox, MainWindow]


@pytest.fixture
def shown(sample_binder: Binder, open_window: Open, qtbot: QtBot) -> Iterator[Shown]:
    """The box for the arrest leaflet, on a page of its own beside the window."""
    window = open_window(sample_binder)
    page = QWidget()
    qtbot.addWidget(page)
    box = TextCheckBox(window._desk)
    QVBoxLayout(page).addWidget(box)
    box.show_template(leaflets.template(ARREST, sample_binder))
    page.resize(420, 640)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    yield box, window


def reword(binder: Binder, key: str, words: str) -> None:
    under = own_words.beneath(binder, key)
    block = next(block for block in under.blocks if block.text)
    own_words.keep_words(binder, key, say(own_words.words_of(binder, key), under, block.id, "text", words))


def is_draft(binder: Binder, key: str) -> bool:
    """What stands on the paper."""
    wanted = leaflets.template(key, binder)
    return leaflets.compose_leaflet(binder, wanted, leaflets.remembered_choices(binder, wanted), ()).draft


def test_nobody_has_read_it_and_the_champion_is_offered(shown: Shown, sample_binder: Binder) -> None:
    box, _ = shown
    assert box.words.state.text() == "Draft: nobody here has read these words yet."
    assert box.words.name.text() == service.who_we_are(sample_binder).champion != ""
    assert box.words.read.isVisible() and not box.words.back.isVisible()
    assert not box.speaker.isVisible(), "English asks for no speaker"


def test_read_by_a_named_person_takes_the_draft_off_the_paper(
    shown: Shown, sample_binder: Binder, hands: Hands
) -> None:
    box, window = shown
    assert is_draft(sample_binder, ARREST)
    box.words.name.clear()
    hands.type(box.words.name, "  Jo   Lead ")
    hands.click(box.words.read)
    assert box.words.state.text() == f"Read by Jo Lead on {british(clock.today())}."
    assert "does not call it a draft any more" in box.words.meaning.text()
    assert not box.words.field.isVisible() and not box.words.read.isVisible()
    assert box.words.back.hasFocus()
    assert not is_draft(sample_binder, ARREST)
    hands.click(hands.button(window.notices, "Undo"))
    assert box.words.state.text().startswith("Draft:") and is_draft(sample_binder, ARREST)


def test_take_back_is_one_press_and_can_be_undone(shown: Shown, sample_binder: Binder, hands: Hands) -> None:
    box, window = shown
    hands.press(box.words.name, Qt.Key.Key_Return)
    hands.click(box.words.back)
    assert box.words.state.text().startswith("Draft:") and is_draft(sample_binder, ARREST)
    assert box.words.name.hasFocus()
    hands.click(hands.button(window.notices, "Undo"))
    assert box.words.state.text().startswith("Read by") and not is_draft(sample_binder, ARREST)


def test_words_changed_since_are_said_and_can_be_read_again(shown: Shown, sample_binder: Binder, hands: Hands) -> None:
    box, _ = shown
    text_checks.note_check(
        sample_binder, leaflets.template(ARREST, sample_binder), Reading.WORDS, "Jo Lead", date(2026, 3, 5)
    )
    assert box.words.state.text() == "Read by Jo Lead on 5 March 2026."
    reword(sample_binder, ARREST, "Our own words.")
    assert box.words.state.text() == "Read by Jo Lead on 5 March 2026. The words have changed since."
    assert "calls it a draft again" in box.words.meaning.text() and is_draft(sample_binder, ARREST)
    hands.click(box.words.read)
    assert box.words.state.text().startswith("Read by Sam Okafor")
    undo(sample_binder)
    undo(sample_binder)
    assert box.words.state.text() == "Read by Jo Lead on 5 March 2026.", "the very words that Jo has read"


def test_a_text_in_welsh_asks_for_a_speaker_whose_name_is_typed(
    shown: Shown, sample_binder: Binder, hands: Hands
) -> None:
    box, _ = shown
    box.show_template(leaflets.template(WELSH, sample_binder))
    QApplication.processEvents()
    assert box.speaker.isVisible()
    assert box.speaker.state.text() == "Not yet checked by a speaker of Welsh."
    assert box.speaker.name.text() == "", "nobody is taken for a speaker"
    hands.click(box.speaker.read)
    assert box.speaker.field.problem.text() == "Write the name of whoever has read it."
    assert text_checks.check_of(sample_binder, leaflets.template(WELSH), Reading.SPEAKER) is None
    hands.type(box.speaker.name, "Siân Ŵyn-Jones")
    assert not box.speaker.field.problem.isVisible()
    hands.click(box.speaker.read)
    today = british(clock.today())
    assert box.speaker.state.text() == f"Checked by Siân Ŵyn-Jones, a speaker of Welsh, on {today}."
    assert not leaflets.template(WELSH, sample_binder).unspoken
    assert box.words.state.text().startswith("Draft:"), "a speaker vouches for the language, not for our service"
    reword(sample_binder, WELSH, "Geiriau eraill.")
    assert box.speaker.state.text().endswith("The words have changed since.")
    assert leaflets.template(WELSH, sample_binder).unspoken


def test_a_name_being_typed_stays_with_its_leaflet(shown: Shown, sample_binder: Binder, hands: Hands) -> None:
    box, _ = shown
    box.words.name.clear()
    hands.type(box.words.name, "Half a na")
    reword(sample_binder, ARREST, "Changed while somebody types.")
    assert box.words.name.text() == "Half a na"
    box.show_template(leaflets.template(WELSH, sample_binder))
    assert box.words.name.text() == "Sam Okafor"
    box.show_template(leaflets.template(ARREST, sample_binder))
    assert box.words.name.text() == "Half a na"


ODD = ["<b>Jo</b> & co", "نور", "w" * 300]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "arabic", "endless"])
def test_any_name_is_shown_plainly(odd: str, shown: Shown, hands: Hands) -> None:
    box, _ = shown
    box.words.name.clear()
    hands.type(box.words.name, odd)
    hands.click(box.words.read)
    QApplication.processEvents()
    assert odd in box.words.state.text().replace("\u200b", "")
    assert box.window().width() <= 420


def test_a_name_too_long_and_a_full_disk_are_said_and_the_name_stays(
    shown: Shown, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    box, window = shown
    box.words.name.clear()
    hands.type(box.words.name, "Jo " * 300)
    hands.click(box.words.read)
    assert "too long" in box.words.field.problem.text() and box.words.name.text() == "Jo " * 300

    def full(*args: object, **named: object) -> None:
        raise DiskFull

    monkeypatch.setattr(text_checks, "note_check", full)
    box.words.name.clear()
    hands.type(box.words.name, "Jo")
    hands.click(box.words.read)
    assert "the disk is full" in window.notices.words.text()
    assert box.words.name.text() == "Jo" and box.words.read.isVisible()


def test_a_leaflet_removed_meanwhile_is_left_to_the_page(shown: Shown, sample_binder: Binder) -> None:
    box, _ = shown
    key = own_words.save_as_own(sample_binder, ARREST, "Ours")
    box.show_template(leaflets.template(key, sample_binder))
    own_words.remove_own(sample_binder, key)
    assert box.words.state.text().startswith("Draft:")


def test_every_control_has_a_name(shown: Shown, sample_binder: Binder) -> None:
    box, _ = shown
    box.show_template(leaflets.template(WELSH, sample_binder))
    QApplication.processEvents()
    assert nameless(box) == []
    assert {"Read by", "Name of the speaker", "I have read it", "A speaker has read it"} <= set(control_names(box))
