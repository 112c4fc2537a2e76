"""The question about the disk: what follows from each answer, and that the answer is remembered with who and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.widgets.disk_question import DiskQuestion
from champion_app.desktop.widgets.lock_card import LockCard
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.faults import DiskFull
from champion_app.store.binder import Binder
from champion_app.tasks import disk_question, settings
from champion_app.tasks.disk_question import Answer, Disk
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands
from tests.desktop.running import words_of

Ask = Callable[[Binder], DiskQuestion]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    def show(binder: Binder) -> DiskQuestion:
        made = DiskQuestion(make_desk(binder))
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def test_nothing_is_chosen_or_offered_before_it_is_answered(ask: Ask, new_binder: Binder) -> None:
    question = ask(new_binder)
    assert question.disk is None and not question.outcome.isVisible()
    assert disk_question.answered(new_binder) is None
    assert "Is this laptop's disk encrypted by your organisation?" in words_of(question)
    assert nameless(question) == []


@pytest.mark.parametrize("disk", [Disk.NO, Disk.NOT_SURE, Disk.SHARED])
def test_anything_but_yes_makes_the_passphrase_the_highlighted_choice(
    ask: Ask, new_binder: Binder, hands: Hands, qtbot: QtBot, disk: Disk
) -> None:
    question = ask(new_binder)
    hands.click(question.answers[disk])
    assert question.set_it.property("role") == "primary"
    assert question.not_now.isVisible() and "Not now is a choice too" in words_of(question)
    with qtbot.waitSignal(question.passphrase_asked):
        hands.click(question.set_it)


def test_yes_leaves_the_passphrase_a_plain_choice(ask: Ask, new_binder: Binder, hands: Hands) -> None:
    question = ask(new_binder)
    hands.click(question.answers[Disk.YES])
    assert question.set_it.isVisible() and question.set_it.property("role") == ""
    assert "Not now is a choice too" not in words_of(question)


def test_the_answer_is_kept_at_once_with_the_date_and_who_gave_it(
    ask: Ask, sample_binder: Binder, hands: Hands
) -> None:
    question = ask(sample_binder)
    hands.click(question.answers[Disk.NOT_SURE])
    assert disk_question.answered(sample_binder) == Answer(Disk.NOT_SURE, clock.today(), "Sam Okafor")
    hands.click(question.not_now)
    assert disk_question.answered(sample_binder) == Answer(Disk.NOT_SURE, clock.today(), "Sam Okafor", not_now=True)
    said = words_of(question)
    assert "Nobody is sure" in said and "Sam Okafor" in said and british(clock.today()) in said
    assert "A passphrase was put off." in said and not question.not_now.isVisible()
    again = ask(sample_binder)
    assert again.disk is Disk.NOT_SURE and "A passphrase was put off." in words_of(again)
    hands.click(again.answers[Disk.YES])
    assert disk_question.answered(sample_binder) == Answer(Disk.YES, clock.today(), "Sam Okafor")


def test_a_full_disk_is_said_and_nothing_is_claimed_to_be_kept(
    ask: Ask, sample_binder: Binder, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ask(sample_binder)
    said: list[object] = []
    question._desk.messages.said.connect(said.append)

    def full(*told: object) -> None:
        raise DiskFull

    monkeypatch.setattr(settings, "keep_setting", full)
    hands.click(question.answers[Disk.NO])
    assert len(said) == 1 and not question.kept.isVisible()


@pytest.mark.parametrize("kept", ["", "no", "[]", '{"answer": "MAYBE"}', '{"answer": "NO", "day": "x", "by": ""}'])
def test_a_setting_that_cannot_be_read_is_no_answer(sample_binder: Binder, kept: str) -> None:
    settings.keep_setting(sample_binder, disk_question.SETTING, kept)
    settings.keep_setting(sample_binder, disk_question.LOCK_SETTING, kept)
    settings.keep_setting(sample_binder, disk_question.LOCK_AFTER_SETTING, "1000000")
    assert disk_question.answered(sample_binder) is None
    assert disk_question.turned(sample_binder) is None
    assert disk_question.lock_after(sample_binder) == 10
    assert (
        disk_question.in_words(None, locked=False) == "Nobody has answered yet whether this laptop's disk is encrypted."
    )


def test_what_is_held_can_say_it_in_a_sentence() -> None:
    day = date(2026, 11, 3)
    assert disk_question.in_words(Answer(Disk.YES, day, "Jo"), locked=False) == (
        "The disk of this laptop is encrypted: IT said so. Answered by Jo on 3 November 2026."
    )
    for disk in Disk:
        assert "Jo on 3 November 2026" in disk_question.in_words(Answer(disk, day, "Jo"), locked=True)
        later = Answer(disk, day, "Jo", not_now=True)
        assert "was put off" in disk_question.in_words(later, locked=False)
        assert "was put off" not in disk_question.in_words(later, locked=True), "it was set after all"


def test_the_card_in_settings_says_how_things_stand_and_asks_again(
    open_window: Callable[[Binder], MainWindow], sample_binder: Binder, hands: Hands, qtbot: QtBot
) -> None:
    window = open_window(sample_binder)
    card = LockCard(window._desk)
    qtbot.addWidget(card)
    card.show()
    assert "has no passphrase" in words_of(card)
    assert card.set_it.isVisible() and not card.change.isVisible() and not card.after.isVisible()
    with qtbot.waitSignal(card.asked) as asked:
        hands.click(card.set_it)
    assert asked.args == ["turn_on"]
    hands.click(hands.button(card, "Answer again"))
    hands.click(card.question.answers[Disk.SHARED])
    assert "The login of this laptop is shared" in card.disk.text()
    with qtbot.waitSignal(window._desk.navigation.lock_asked) as told:
        hands.click(card.family)
    assert told.args == ["family"]
    assert nameless(card) == []
