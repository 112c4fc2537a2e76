"""Reading lists of none, one and 200: every word, links that work, the same foot on each page, no PDF/UA failure."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import page as validator
import pikepdf
import pypdfium2
import pytest

from champion_app.domain.resources import KINDS, Resource, ResourceFields
from champion_app.paper import reading_list
from champion_app.paper.page import Printed, build

TODAY = date(2026, 11, 22)
MUM = Resource(
    1,
    ResourceFields(
        "Danny's Mum",
        "A picture book about missing a mum.",
        author="A. N. Author",
        year="2004",
        kind="story for children",
        audience="Children",
        ages="3 to 6",
        criteria=("3.1", "7.2"),
        link="https://example.org/books?id=1&more=2#top",
        licence="Free.",
    ),
    checked_on=date(2026, 5, 3),
)
POLICY = Resource(2, ResourceFields("A policy", kind="policy", criteria=("1.7",)))
OWN = Resource(3, ResourceFields("Zine", "Ours", kind="comic strip", link="example.org/zine", language="Welsh"))
WORDING = {"1.7": "We name these children.", "3.1": "We tell children.", "7.2": "We work against stigma."}


def _printed(*resources: Resource, title: str = "Books for the staff room") -> Printed:
    return build(reading_list.document(reading_list.by_kind(resources), title, "Hollin Bank", TODAY))


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def _links(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        annotations = [note for page in opened.pages for note in page.get("/Annots", pikepdf.Array())]
        return [str(note.A.URI) for note in annotations if note.Subtype == "/Link"]


def _many(count: int) -> list[Resource]:
    return [
        Resource(
            number,
            ResourceFields(
                f"Title{number} of a resource",
                f"Description{number}, in a sentence of some length that goes on to a second line of the card.",
                author=f"Author{number}",
                kind=KINDS[number % len(KINDS)],
                link=f"https://example.org/{number}",
            ),
        )
        for number in range(count)
    ]


def test_one_resource_has_all_there_is_to_say() -> None:
    made = _printed(MUM)
    text = " ".join(_pages(made.pdf))
    for words in (
        "Books for the staff room",
        "Hollin Bank. 22 November 2026.",
        "1 resource.",
        "Stories for children",
        "Danny's Mum A. N. Author, 2004 A picture book about missing a mum.",
        "For: Children. Ages: 3 to 6. Price or licence: Free.",
        "example.org/books?id=1&more=2#top",
        "Looked at on 3 May 2026",
    ):
        assert words in text
    assert "Not yet checked" not in text and "Language" not in text
    assert _links(made.pdf) == ["https://example.org/books?id=1&more=2#top"]
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_what_is_not_known_leaves_no_gap_and_what_nobody_looked_at_says_so() -> None:
    made = _printed(POLICY)
    text = _pages(made.pdf)[0]
    assert "Policies and guidance A policy Author not known Not yet checked by us" in text
    assert "For:" not in text and "Ages" not in text and _links(made.pdf) == []
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_an_empty_list_says_so() -> None:
    made = _printed()
    assert made.page_count == 1
    assert "Nothing is on this list yet." in _pages(made.pdf)[0]
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_200_resources_lose_no_word_and_carry_the_same_foot_on_every_page() -> None:
    resources = _many(200)
    made = _printed(*resources)
    pages = _pages(made.pdf)
    assert made.page_count == len(pages) > 20
    text = " ".join(pages).replace("- ", "-")
    for item in resources:
        assert text.count(f"{item.fields.title} {item.fields.author} {item.fields.description}") == 1
    for number, page in enumerate(pages, 1):
        assert "Books for the staff room. Hollin Bank." in page and f"Page {number} of {len(pages)}" in page
    assert sorted(_links(made.pdf)) == sorted(item.fields.link for item in resources)
    report = validator.validate_pdf_bytes(made.pdf)
    assert report.is_compliant, report.failures
    assert made.pdf == _printed(*resources).pdf


def test_a_card_stays_on_the_page_of_its_title() -> None:
    pages = _pages(_printed(*_many(60)).pdf)
    for number in range(60):
        assert sum(f"Title{number} of" in page and f"Description{number}," in page for page in pages) == 1


def test_a_long_list_says_on_which_page_each_group_starts() -> None:
    pages = _pages(_printed(*_many(60)).pdf)
    place = next(number for number, page in enumerate(pages, 1) if "Research Title" in page)
    assert "On this list" in pages[0] and f"Research {place}" in pages[0]
    short = _pages(_printed(MUM, POLICY).pdf)[0]
    assert "On this list" not in short and "Stories for children: 1 • Policies and guidance: 1" in short


def test_groups_by_kind_come_in_the_order_of_the_pack_and_own_kinds_last() -> None:
    groups = reading_list.by_kind([OWN, POLICY, MUM, Resource(9, ResourceFields("No kind"))])
    assert [group.title for group in groups] == [
        "Stories for children",
        "Policies and guidance",
        "Comic strip",
        "Other",
    ]


def test_every_kind_of_the_pack_has_a_heading_of_its_own() -> None:
    titles = [reading_list.by_kind([replace(MUM, fields=ResourceFields("T", kind=kind))])[0].title for kind in KINDS]
    assert len(set(titles)) == len(KINDS) and all(title[0].isupper() for title in titles)


def test_groups_by_criterion_name_each_resource_once() -> None:
    groups = reading_list.by_criterion([OWN, MUM, POLICY], WORDING)
    assert [(group.title, [item.id for item in group.resources]) for group in groups] == [
        ("Criterion 1.7", [2]),
        ("Criterion 3.1", [1]),
        ("Other", [3]),
    ]
    made = build(reading_list.document(groups, "By criterion", "", TODAY))
    text = " ".join(_pages(made.pdf))
    assert "Criterion 1.7 We name these children. A policy" in text
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_another_language_is_said_and_an_address_without_its_beginning_is_a_link() -> None:
    made = _printed(OWN)
    assert "Language: Welsh." in _pages(made.pdf)[0]
    assert _links(made.pdf) == ["https://example.org/zine"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "see the green folder", "<b>", "a.b c"])
def test_what_is_not_a_web_address_is_words_and_no_link(link: str) -> None:
    made = _printed(replace(MUM, fields=replace(MUM.fields, link=link)))
    assert _links(made.pdf) == []
    assert link in _pages(made.pdf)[0]
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_what_cannot_be_printed_is_named() -> None:
    made = _printed(replace(MUM, fields=replace(MUM.fields, title="Danny 🎉", description="Ŵ <b> & →")))
    assert set(made.unprintable) == {"🎉", "→"}
    assert "Ŵ <b> &" in _pages(made.pdf)[0]


def test_a_very_long_description_goes_on_over_pages() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    made = _printed(replace(MUM, fields=replace(MUM.fields, description=words)))
    text = " ".join(_pages(made.pdf))
    assert made.page_count > 2 and "word0 " in text and "word2999" in text
