"""Shipped templates, chosen contacts and the print history."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.leaflets import FILLED_KINDS, SIZES_OF, LeafletChoices, Size, Template
from champion_app.domain.listings import ListingStatus
from champion_app.domain.services import Service
from champion_app.faults import NothingToUndo, UnknownName
from champion_app.store.binder import Binder
from champion_app.tasks import binders, history, leaflets, listings, print_history

SHIPPED = leaflets.templates()
EACH = pytest.mark.parametrize("template", SHIPPED, ids=lambda template: template.id)


def test_at_least_the_leaflets_that_were_asked_for() -> None:
    assert len({template.id for template in SHIPPED}) == len(SHIPPED) >= 12
    words = " ".join(template.id for template in SHIPPED)
    for asked_for in ("arrest", "court", "first-days", "visiting", "keeping-in-touch", "coming-home", "4-7", "8-11",
                      "12-16", "carers", "poster"):  # fmt: skip
        assert asked_for in words, asked_for


@EACH
def test_a_template_is_whole(template: Template) -> None:
    assert template.title and template.edition and template.summary and template.draft and template.sizes
    assert template.kind in SIZES_OF and set(template.sizes) <= set(SIZES_OF[template.kind])
    assert len({block.id for block in template.blocks}) == len(template.blocks)
    for block in template.blocks:
        empty = block.kind in FILLED_KINDS or block.columns
        assert empty or block.text or block.items, block.id
        assert bool(block.fact_ids) <= bool(block.source), block.id
        assert not block.volatile or block.review_by, block.id
        assert not re.search(r"\b0\d{2,4} ?\d{3} ?\d{3,4}\b", repr(block)), f"{block.id}: numbers come from listings"


@EACH
def test_a_discreet_cover_says_nothing_of_prison(template: Template) -> None:
    if template.kind == "leaflet":
        cover = f"{template.discreet_title} {template.discreet_subtitle}"
        assert template.discreet_title
        assert not re.search(r"prison|jail|arrest|court|offen|crim|custody|inmate", cover, re.IGNORECASE), cover


@EACH
def test_suggested_contacts_are_in_the_directory_and_may_go_on_paper(binder: Binder, template: Template) -> None:
    known = {listing.key: listing.fields.print_rule for listing in listings.directory(binder)}
    assert set(template.suggested_listings) <= set(known)
    if template.audience in ("families", "children", "carers"):
        assert not [key for key in template.suggested_listings if known[key] in ("no", "champion-only")]


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="family-first-days"):
        leaflets.template("nothing-like-it")
    assert leaflets.template("family-first-days").id == "family-first-days"


def test_chosen_contacts_are_kept_in_order_and_are_nothing_to_undo(binder: Binder, school: Service) -> None:
    template = leaflets.template("family-first-days")
    suggested = leaflets.chosen_contacts(binder, template)
    assert len(suggested) == len(set(template.suggested_listings)) > 0
    leaflets.choose_contacts(binder, template, suggested[::-1])
    assert leaflets.chosen_contacts(binder, template) == suggested[::-1]
    listings.remove_listing(binder, suggested[0])
    assert leaflets.chosen_contacts(binder, template) == suggested[:0:-1]
    leaflets.choose_contacts(binder, template, ())
    assert leaflets.chosen_contacts(binder, template) == ()
    assert history.undo(binder) == "service removed"
    assert history.undo(binder) == "details of your service"


def test_the_paper_has_the_contacts_chosen_and_no_unchecked_number(
    binder: Binder, school: Service, today: date
) -> None:
    template = leaflets.template("family-first-days")
    chosen = leaflets.chosen_contacts(binder, template)
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), (*chosen, 99_999), today)
    assert [contact.listing for contact in paper.contacts] == list(chosen)
    assert not any(contact.number for contact in paper.contacts)
    with_number = next(n for n in chosen if (found := listings.listing(binder, n)) and found.phone)
    listings.tick_checked(binder, with_number, "Sam", today)
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), chosen, today)
    assert [contact.listing for contact in paper.contacts if contact.number] == [with_number]
    listings.set_status(binder, with_number, ListingStatus.CLOSED)
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), chosen, today)
    assert with_number not in [contact.listing for contact in paper.contacts]


def test_listings_kept_off_family_leaflets_are_not_offered(binder: Binder) -> None:
    offered = {listing.id for listing in leaflets.offered_contacts(binder)}
    for listing in listings.directory(binder):
        assert (listing.id in offered) == (listing.fields.print_rule not in ("no", "champion-only"))


def test_a_print_is_remembered_with_its_contacts_as_they_stood(binder: Binder, school: Service, today: date) -> None:
    template = leaflets.template("family-first-days")
    chosen = leaflets.chosen_contacts(binder, template)
    listings.tick_checked(binder, chosen[0], "Sam", today)
    choices = LeafletChoices(Size.A4, large_print=True)
    paper = leaflets.compose_leaflet(binder, template, choices, chosen, today)
    print_history.note_print(binder, template, paper, choices, 30)
    listings.remove_listing(binder, chosen[0])
    record = print_history.print_history(binder)[0]
    assert (record.title, record.copies, record.options) == (template.title, 30, "a4, large_print")
    assert [(c.listing, c.name, c.number) for c in record.contacts] == [
        (c.listing, c.name, c.number) for c in paper.contacts
    ]
    for _ in range(3):
        history.undo(binder)
    with pytest.raises(NothingToUndo):
        history.undo(binder)  # what was printed stays printed
    assert print_history.print_history(binder) == [record]


def test_the_cautions_name_what_is_not_checked_and_that_nobody_is_named(tmp_path: Path) -> None:
    with closing(binders.make_binder(tmp_path / "b.champion")) as binder:
        wanted = leaflets.template("family-first-days")
        chosen = leaflets.chosen_contacts(binder, wanted)
        paper = leaflets.compose_leaflet(binder, wanted, LeafletChoices(), chosen, date(2026, 11, 22))
        said = " ".join(leaflets.cautions(wanted, paper, date(2026, 11, 22)))
        assert "printed without their numbers: Prisoners' Families Helpline" in said
        assert "who your champion is" in said
        assert "looked at again" not in said
        assert "looked at again by" in " ".join(leaflets.cautions(wanted, paper, date(2030, 1, 1)))
