"""What stands on the paper: nothing unchecked, nothing closed, the right words for the switches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.leaflet_paper import LeafletPaper, compose
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size, Template
from champion_app.domain.listings import Listing, ListingFields, ListingStatus, Phone
from champion_app.domain.services import Service

SERVICE = Service("Hollin Bank Primary", champion="Sam Okafor", role="Pastoral lead", where_found="Rainbow Room",
                  when_found="Tuesdays", phone="01632 960114", email="s@example.org",
                  safeguarding_lead="Priya Nair", safeguarding_phone="01632 960101")  # fmt: skip


@pytest.fixture
def template() -> Template:
    blocks = (
        Block("intro", BlockKind.TEXT, "The prison will write.", simple="They will write.", discreet="We will write."),
        Block("plain", BlockKind.TEXT, "Same for all."),
        Block("steps", BlockKind.STEPS, "Do this:", ("Telephone", "Wait"), simple_items=("Ring", "Wait")),
        Block("who", BlockKind.CONTACTS, suggest=("pact", "family-lives")),
        Block("money", BlockKind.TEXT, "£5 a week.", review_by=date(2026, 11, 21)),
    )
    return Template("t", "2026-11", "leaflet", "First days in prison", "Help for your family", "What happens now",
                    "Some answers", "families", "imprisonment", "en", ("England",), (9, 11),
                    (Size.FOLDED_A5, Size.A4), "", "", blocks)  # fmt: skip


def _listing(number: int, checked: date | None, status: ListingStatus = ListingStatus.ACTIVE) -> Listing:
    phones = (Phone(f"0808 800 000{number}"), Phone("0117 496 0123"))
    fields = ListingFields(f"Service {number}", "Listens", phones=phones, website="https://example.org", hours="9 to 5",
                           note="never on paper", status=status)  # fmt: skip
    return Listing(number, fields, checked_on=checked)


def _paper(template: Template, *listings: Listing, **choices: object) -> LeafletPaper:
    return compose(template, LeafletChoices(**choices), SERVICE, listings, date(2026, 11, 22))  # type: ignore[arg-type]


def test_a_checked_number_is_printed_with_the_month_it_was_checked_in(template: Template) -> None:
    contact = _paper(template, _listing(1, date(2026, 10, 3))).contacts[0]
    assert (contact.number, contact.hours, contact.checked) == ("0808 800 0001", "9 to 5", "October 2026")
    assert contact.listing == 1 and contact.checked_on == date(2026, 10, 3)


@pytest.mark.parametrize("checked", [None, date(2026, 5, 21), date(2019, 1, 1)])
def test_a_number_not_checked_within_six_months_is_left_off(template: Template, checked: date | None) -> None:
    paper = _paper(template, _listing(1, checked))
    contact = paper.contacts[0]
    assert (contact.name, contact.website) == ("Service 1", "https://example.org")
    assert (contact.number, contact.hours, contact.checked, contact.checked_on) == ("", "", "", None)
    assert paper.contacts_checked == ""
    assert "0808" not in repr(paper) and "0117" not in repr(paper)


def test_a_closed_service_is_left_out_even_when_lately_checked(template: Template) -> None:
    closed = _listing(1, date(2026, 11, 20), ListingStatus.CLOSED)
    assert [contact.name for contact in _paper(template, closed, _listing(2, None)).contacts] == ["Service 2"]


def test_contacts_keep_the_order_chosen_and_the_foot_names_the_oldest_check(template: Template) -> None:
    paper = _paper(template, _listing(3, date(2026, 11, 1)), _listing(1, date(2026, 8, 9)), _listing(2, None))
    assert [contact.listing for contact in paper.contacts] == [3, 1, 2]
    assert paper.contacts_checked == "August 2026"


def test_F76_notes_and_safeguarding_details_never_reach_a_family_leaflet(template: Template) -> None:
    paper = _paper(template, _listing(1, date(2026, 11, 1)))
    assert "never on paper" not in repr(paper)
    assert "Priya" not in repr(paper) and "960101" not in repr(paper)


def test_words_as_written(template: Template) -> None:
    paper = _paper(template)
    assert (paper.title, paper.subtitle) == ("First days in prison", "What happens now")
    said = [block.text for block in paper.blocks]
    assert said == ["The prison will write.", "Same for all.", "Do this:", "", "£5 a week."]


def test_simple_words_where_there_are_some(template: Template) -> None:
    paper = _paper(template, simple=True)
    assert paper.blocks[0].text == "They will write."
    assert paper.blocks[1].text == "Same for all."
    assert (paper.blocks[2].text, paper.blocks[2].items) == ("Do this:", ("Ring", "Wait"))


def test_a_discreet_leaflet_does_not_say_prison_on_its_cover(template: Template) -> None:
    paper = _paper(template, discreet=True, simple=True)
    assert (paper.title, paper.subtitle) == ("Help for your family", "Some answers")
    assert paper.blocks[0].text == "We will write."  # discreet goes before simple
    assert paper.blocks[2].items == ("Ring", "Wait")
    assert "prison" not in repr([paper.title, paper.subtitle, paper.footer, paper.blocks]).casefold()


def test_a_size_the_template_is_not_made_for_falls_back_to_its_first(template: Template) -> None:
    assert _paper(template, size=Size.A4).size is Size.A4
    assert _paper(template, size=Size.A3).size is Size.FOLDED_A5


def test_the_champion_box_and_the_foot_are_the_service_s_own(template: Template) -> None:
    paper = _paper(template, large_print=True)
    champion = paper.champion
    assert (champion.name, champion.role, champion.service) == ("Sam Okafor", "Pastoral lead", "Hollin Bank Primary")
    assert (champion.where_found, champion.when_found) == ("Rainbow Room", "Tuesdays")
    assert (champion.phone, champion.email) == ("01632 960114", "s@example.org")
    assert (paper.footer, paper.edition, paper.language) == ("Hollin Bank Primary", "2026-11", "en")
    assert paper.large_print


def test_suggestions_and_facts_past_their_review(template: Template) -> None:
    assert template.suggested_listings == ("pact", "family-lives")
    assert [block.id for block in template.past_review(date(2026, 11, 22))] == ["money"]
    assert template.past_review(date(2026, 11, 21)) == ()


def test_composing_twice_gives_the_same_and_alters_nothing(template: Template) -> None:
    kept = replace(template)
    first = _paper(template, _listing(1, date(2026, 11, 1)), simple=True)
    assert first == _paper(template, _listing(1, date(2026, 11, 1)), simple=True)
    assert template == kept


@pytest.mark.parametrize(
    ("nations", "draft", "long", "short"),
    [
        (("England", "Wales"), True, "For England and Wales. Edition 1. Draft: check with your service.",
         "England and Wales. 1. Draft."),
        (("England",), False, "For England. Edition 1.", "England. 1."),
        (("England", "Wales", "Scotland"), False, "For England, Wales and Scotland. Edition 1.",
         "England, Wales and Scotland. 1."),
        ((), False, "Edition 1.", "1."),
    ],
)  # fmt: skip
def test_the_imprint_is_one_line(
    template: Template, nations: tuple[str, ...], draft: bool, long: str, short: str
) -> None:
    paper = replace(_paper(template), nations=nations, draft=draft, edition="1")
    assert (paper.imprint, paper.short_imprint) == (long, short)


@pytest.mark.parametrize(
    ("about", "kept"),
    [
        ("Someone to listen. Ring 0808 808 9999.", "Someone to listen."),
        ("Ring 116 123! Day and night.", "Day and night."),
        ("For ages 11 to 18, in 2026.", "For ages 11 to 18, in 2026."),
        ("Call 0117-496-0123 or (0117) 496 0123", ""),
    ],
)
def test_an_unchecked_number_does_not_get_in_through_the_description(template: Template, about: str, kept: str) -> None:
    for day, wanted in ((None, kept), (date(2026, 11, 1), about)):
        listing = _listing(1, day)
        listing = replace(listing, fields=replace(listing.fields, description=about))
        (contact,) = _paper(template, listing).contacts
        assert contact.about == wanted
