"""What is said before a leaflet is printed: each caution in words, and nothing when there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.caution_list import CautionList, about_own_words, about_sheets, sentences
from champion_app.desktop.widgets.leaflet_work import Pictured
from champion_app.domain.leaflet_cautions import Cautions
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size
from champion_app.domain.own_words import OwnWords
from champion_app.domain.personal_details import find
from champion_app.domain.services import Service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, prisons
from champion_app.tasks.service import say_who_we_are

VISITING, TELLS = "family-visiting", leaflets.CHILD_TELLS


@pytest.fixture
def said(qtbot: QtBot, qapp: QApplication) -> CautionList:
    made = CautionList(Theme())
    qtbot.addWidget(made)
    return made


def pictured(total: int, sides: int) -> Pictured:
    return Pictured((), total, "", sides)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Cautions(no_lead=True), "does not name your safeguarding lead"),
        (Cautions(no_prison=True), "No prison is chosen"),
        (Cautions(prison_unchecked="HMP Leeds"), "Nobody has looked up the visiting facts of HMP Leeds"),
        (Cautions(unspoken=True), "Not yet checked by a speaker"),
        (Cautions(draft=True), "Draft: nobody here has noted"),
        (Cautions(no_contacts=True), "No contact is on it"),
    ],
)
def test_each_caution_is_a_sentence(found: Cautions, words: str) -> None:
    (sentence,) = sentences(found)
    assert words in sentence


def test_nothing_to_say_is_no_card(said: CautionList) -> None:
    said.show_cautions(Cautions())
    assert not said.isVisible()
    assert said.said == ()


def test_prison_and_lead_of_a_real_sheet(said: CautionList, sample_binder: Binder) -> None:
    wanted, prison = leaflets.template(VISITING, sample_binder), prisons.all_prisons(sample_binder)[0]
    said.show_paper(wanted, leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(), ()))
    assert any("No prison is chosen" in words for words in said.said)
    with_one = LeafletChoices(prison=prison.id)
    said.show_paper(wanted, leaflets.compose_leaflet(sample_binder, wanted, with_one, ()))
    assert any(prison.fields.name in words for words in said.said)
    prisons.tick_prison(sample_binder, prison.id, "Jo")
    said.show_paper(wanted, leaflets.compose_leaflet(sample_binder, wanted, with_one, ()))
    assert not any("prison" in words.casefold() for words in said.said)
    say_who_we_are(sample_binder, Service(name="Beck Primary"))
    sheet = leaflets.template(TELLS, sample_binder)
    said.show_paper(sheet, leaflets.compose_leaflet(sample_binder, sheet, LeafletChoices(), ()))
    assert "safeguarding lead" in said.said[0]
    assert "one side" not in " ".join(said.said)
    said.show_paper(sheet, leaflets.compose_leaflet(sample_binder, sheet, LeafletChoices(), ()), pictured(2, 2))
    assert "safeguarding lead" in said.said[0], "who to tell comes first"
    assert "meant for one side" in said.said[1]


@pytest.mark.parametrize(
    ("template", "size", "total", "sides", "words"),
    [
        (VISITING, Size.FOLDED_A5, 4, 2, ""),
        (VISITING, Size.FOLDED_A5, 5, 4, "Folded, each copy takes 2 sheets"),
        (VISITING, Size.DL, 6, 2, ""),
        (VISITING, Size.DL, 7, 4, "Folded in three, each copy takes 2 sheets"),
        (VISITING, Size.A5, 2, 2, ""),
        (VISITING, Size.A5, 3, 3, "The flyer has 3 pages"),
        (VISITING, Size.A4, 6, 6, ""),
        (TELLS, Size.A4, 1, 1, ""),
        (TELLS, Size.A4, 2, 2, "meant for one side of A4 and takes 2"),
        ("poster-talk-to-our-champion", Size.A4, 1, 1, ""),
        ("poster-talk-to-our-champion", Size.A3, 2, 2, "It takes 2 sheets"),
    ],
)
def test_paper_that_takes_more_than_it_should(
    template: str, size: Size, total: int, sides: int, words: str, sample_binder: Binder
) -> None:
    wanted = leaflets.template(template, sample_binder)
    paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(size), ())
    found = about_sheets(wanted, paper, pictured(total, sides))
    assert (words in found[0]) if words else found == []
    assert about_sheets(wanted, paper, None) == [], "before it is made nobody knows"


def test_a_sheet_of_our_own_made_from_a_one_sided_one_is_one_sided(sample_binder: Binder) -> None:
    ours = replace(leaflets.template(TELLS, sample_binder), id="own-3", base=TELLS)
    paper = leaflets.compose_leaflet(sample_binder, ours, LeafletChoices(), ())
    assert about_sheets(ours, paper, pictured(2, 2))


def test_a_childs_details_in_own_words_are_named_by_kind_only() -> None:
    own = OwnWords(
        head={"title": "Help for your family"},
        blocks={
            "intro": {"text": "Ask about Kyle Brennan, born 14/03/2017.", "items": ("Year 4", "UPN H801200001001")}
        },
        added=(Block("ours-1", BlockKind.TEXT, "His prison number is A1234BC."),),
    )
    (words,) = about_own_words(own)
    for kind in ("date of birth", "pupil number", "prison number"):
        assert kind in words
    for secret in ("Kyle", "Brennan", "14/03", "H801", "A1234BC"):
        assert secret not in words


def test_what_a_leaflet_is_for_is_no_childs_detail() -> None:
    own = OwnWords(blocks={"a": {"text": "Ring 0113 246 0123, write to jo@gmail.com or come to 12 Beck Lane."}})
    assert find("Ring 0113 246 0123"), "it is found, and is no news"
    assert about_own_words(own) == []
    assert about_own_words(OwnWords()) == []


def test_every_shipped_word_taken_over_as_ours_raises_no_alarm() -> None:
    for template in leaflets.templates():
        if template.language == "en":
            own = OwnWords(blocks={block.id: {"text": block.text, "items": block.items} for block in template.blocks})
            assert about_own_words(own) == [], template.id


def test_own_words_are_said_with_the_rest(said: CautionList, sample_binder: Binder) -> None:
    wanted = leaflets.template(VISITING, sample_binder)
    paper = leaflets.compose_leaflet(sample_binder, wanted, LeafletChoices(Size.A5), ())
    own = OwnWords(blocks={"a": {"text": "Born 14/03/2017."}})
    said.show_paper(wanted, paper, replace(pictured(3, 3), left_out="😀 (grinning face)"), own)
    assert "read them again before you print" in said.said[0]
    assert any("The flyer has 3 pages" in words for words in said.said)
    assert any("grinning face" in words for words in said.said)
    said.show_paper(wanted, paper, None, OwnWords())
    assert not any("read them again" in words for words in said.said)


def test_facts_grown_old_name_their_day() -> None:
    old = Block("a", BlockKind.TEXT, "Visits are free.", review_by=date(2026, 5, 1))
    assert "1 May 2026" in sentences(Cautions(past_review=(old,)))[0]
