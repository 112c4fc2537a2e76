"""Prints as they stood on the paper, copies handed out, and the sheets that belong in the bin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from champion_app.domain import clock
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.log_entries import Reached
from champion_app.domain.own_words import hide, say
from champion_app.domain.print_facts import Why
from champion_app.domain.prisons import PrisonFields
from champion_app.faults import AttachmentRefused
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, listings, logo, old_sheets, own_words, print_history, prisons

VISIT = "family-visiting"
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def _print(binder: Binder, key: str, choices: LeafletChoices, chosen: tuple[int, ...] = (), copies: int = 10) -> int:
    wanted = leaflets.template(key, binder)
    paper = leaflets.compose_leaflet(binder, wanted, choices, chosen)
    return print_history.note_print(binder, wanted, paper, choices, copies, "All the words of it")


def _prison(binder: Binder) -> int:
    fields = PrisonFields("HMP Leyhill Vale", booking="Ring between 9 and 12.", dress="No hoods.", phone="01454 960000")
    return prisons.add_prison(binder, fields, "Jo", TODAY)


def test_a_print_keeps_its_words_its_choices_and_every_fact_on_it(binder: Binder) -> None:
    number = _prison(binder)
    _print(binder, VISIT, LeafletChoices(Size.DL, simple=True, prison=number, qr="https://example.org", logo=False))
    record = print_history.print_history(binder)[0]
    assert record.words == "All the words of it" and record.template == VISIT
    facts = {(fact.kind, fact.key): fact for fact in record.facts}
    assert "No hoods." in facts[("prison", str(number))].words
    blocks = [block for block in leaflets.template(VISIT).blocks if block.fact_ids]
    assert {key for kind, key in facts if kind == "block"} == {block.id for block in blocks} and len(blocks) > 3
    print_history.take_up_choices(binder, "family-arrest", record)
    again = leaflets.remembered_choices(binder, leaflets.template("family-arrest", binder))
    assert (again.size, again.simple, again.prison, again.qr, again.logo) == (
        Size.DL, True, number, "https://example.org", False,
    )  # fmt: skip


def test_nothing_is_outdated_on_the_day_it_is_printed(binder: Binder) -> None:
    _print(binder, VISIT, LeafletChoices(Size.A4, discreet=True, prison=_prison(binder)))
    _print(binder, "family-arrest", LeafletChoices(simple=True))
    assert old_sheets.outdated(binder) == []


def test_a_changed_fact_is_recalled_and_a_hidden_or_reworded_plain_block_is_not(binder: Binder) -> None:
    fact = next(block for block in leaflets.template(VISIT).blocks if block.fact_ids and block.text)
    plain = next(block for block in leaflets.template(VISIT).blocks if not block.fact_ids and block.text)
    _print(binder, VISIT, LeafletChoices())
    under = own_words.beneath(binder, VISIT)
    own = hide(say(own_words.words_of(binder, VISIT), under, plain.id, "text", "Other"), fact.id, True)
    own_words.keep_words(binder, VISIT, own)
    assert old_sheets.outdated(binder) == []
    own_words.keep_words(binder, VISIT, say(own_words.words_of(binder, VISIT), under, fact.id, "text", "It changed."))
    own_words.keep_words(binder, VISIT, hide(own_words.words_of(binder, VISIT), fact.id, False))
    (one,) = old_sheets.outdated(binder)
    assert one.why == (Why.FACT,) and one.words == fact.text


def test_a_prisons_facts_a_wrong_number_and_a_passed_day_are_all_named(binder: Binder) -> None:
    number = _prison(binder)
    listing = listings.add_listing(binder, ListingFields("Helpline", phones=(Phone("01454 111111"),)), checked_by="Jo")
    _print(binder, VISIT, LeafletChoices(prison=number), (listing,))
    known = prisons.prison(binder, number)
    assert known is not None
    prisons.change_prison(binder, number, replace(known.fields, booking="Book on the web."), "Jo", TODAY)
    (one,) = old_sheets.outdated(binder)
    assert one.why == (Why.FACT,) and "Ring between 9 and 12." in one.words
    found = listings.listing(binder, listing)
    assert found is not None
    listings.change_listing(binder, listing, replace(found.fields, phones=(Phone("01454 222222"),)))
    assert old_sheets.outdated(binder)[0].why == (Why.CONTACT, Why.FACT)
    later = old_sheets.outdated(binder, date(2029, 1, 1))
    assert later[0].why == (Why.CONTACT, Why.PAST_REVIEW)
    assert list(old_sheets.by_year(later)) == [2026]
    old_sheets.binned(binder, later[0].record)
    assert old_sheets.outdated(binder, date(2029, 1, 1)) == []


def test_copies_handed_out_are_counted_and_can_be_taken_back(binder: Binder) -> None:
    wanted = leaflets.template(VISIT, binder)
    print_history.hand_out(binder, wanted, 3)
    print_history.hand_out(binder, wanted, 4, Reached.FAMILIES)
    print_history.hand_out(binder, leaflets.template("family-arrest", binder), 1)
    assert print_history.handed_out(binder) == {VISIT: 7, "family-arrest": 1}
    binder.undo()
    assert print_history.handed_out(binder) == {VISIT: 7}


def test_our_logo_is_kept_drawn_afresh_and_can_be_taken_off(binder: Binder, tmp_path: Path) -> None:
    assert logo.logo(binder) == b""
    Image.new("RGB", (40, 20), "#1B6A66").save(tmp_path / "logo.png")
    logo.keep_logo(binder, logo.read_logo(tmp_path / "logo.png"))
    assert logo.logo(binder).startswith(b"\x89PNG")
    wanted = leaflets.template(VISIT, binder)
    assert leaflets.compose_leaflet(binder, wanted, LeafletChoices(), ()).logo == logo.logo(binder)
    assert leaflets.compose_leaflet(binder, wanted, LeafletChoices(logo=False), ()).logo == b""
    (tmp_path / "notes.txt").write_text("not a picture", encoding="utf-8")
    with pytest.raises(AttachmentRefused):
        logo.read_logo(tmp_path / "notes.txt")
    assert logo.logo(binder)
    logo.remove_logo(binder)
    assert logo.logo(binder) == b""


def test_the_first_time_our_nearest_prison_is_on_it_and_its_facts_only_when_looked_up(binder: Binder) -> None:
    wanted = leaflets.template(VISIT, binder)
    paper = leaflets.compose_leaflet(binder, wanted, leaflets.remembered_choices(binder, wanted), ())
    assert paper.prison is None and any("No prison is chosen" in said for said in leaflets.cautions(wanted, paper))
    number = prisons.add_prison(binder, PrisonFields("HMP Unseen", booking="Old rule.", visits_page="https://x.org"))
    choices = replace(leaflets.remembered_choices(binder, wanted), prison=number)
    unseen = leaflets.compose_leaflet(binder, wanted, choices, ())
    assert unseen.prison is not None and unseen.prison.unchecked and "Old rule." not in repr(unseen)
    assert [words for _, words in unseen.prison.facts] == ["https://x.org"]
    assert any("HMP Unseen" in said for said in leaflets.cautions(wanted, unseen))
    prisons.tick_prison(binder, number, "Jo", TODAY)
    assert "Old rule." in repr(leaflets.compose_leaflet(binder, wanted, choices, ()))
