"""The same words everywhere: on paper, in the text copy and in the HTML copy; and the few things copies share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pytest

from champion_app.domain.leaflets import FILLED_KINDS, LeafletChoices, Template
from champion_app.paper import addresses, blocks, copies
from champion_app.paper.blocks import Document, State
from champion_app.paper.html import html_of
from champion_app.paper.page import build
from champion_app.paper.plain_text import text_of
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, papers, sample
from tests.paper.read_copies import in_one_row, letters, whole_page, without, words

TEMPLATES = leaflets.templates()
URDU = "جب خاندان کا کوئی فرد گرفتار ہو جائے (مفت) 0808 808 2003"


@pytest.fixture(scope="module")
def binder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Binder]:
    made = sample.make_sample(tmp_path_factory.mktemp("copies") / "sample.champion")
    yield made
    made.close()


def read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def say_the_same(document: Document) -> None:
    """Paper and copies say the same words in the same order; in tables, the same words."""
    plain = in_one_row(document)
    page = whole_page(html_of(plain))
    assert letters(page.text) == letters(read(build(plain).pdf))
    assert words(page.text) == words(text_of(plain))
    tabled = in_one_row(document, tables=True)
    said = set(words(whole_page(html_of(tabled)).text))
    assert said == set(words(text_of(tabled))) == set(words(read(build(tabled).pdf)))
    assert set(words(whole_page(html_of(document)).text)) <= set(words(text_of(document)))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: f"{template.id}.{template.language}")
def test_every_template_says_the_same_words_on_paper_in_text_and_in_html(template: Template, binder: Binder) -> None:
    chosen = leaflets.chosen_contacts(binder, template)
    discreet = [LeafletChoices(size, discreet=True, qr="https://example.org") for size in template.sizes]
    for choices in (LeafletChoices(), LeafletChoices(simple=True), *discreet):
        paper = leaflets.compose_leaflet(binder, template, choices, chosen)
        document = papers.leaflet_document(paper)
        say_the_same(document)
        said = text_of(document)
        for block in paper.blocks:
            if block.kind not in FILLED_KINDS:
                for piece in (block.text, *block.items):
                    assert letters(piece) in letters(said)


def test_every_block_says_the_same_words(torture: Document) -> None:
    """One block at a time; texts that run from the right come out of a PDF in another order: see below."""
    for block in without(torture.blocks, blocks.Table, blocks.Bars, blocks.Radar, blocks.Picture, blocks.Contents):
        document = Document("Title", (block,), subtitle="A subtitle", band="A band")
        plain = in_one_row(document)
        page, text, pdf = whole_page(html_of(plain)).text, text_of(plain), build(plain)
        assert words(page) == words(text)
        printed = "".join(letter for letter in letters(page) if letter not in pdf.unprintable)
        if "خ" in printed or "ع" in printed:
            assert sorted(printed) == sorted(letters(read(pdf.pdf)))
        else:
            assert printed == letters(read(pdf.pdf))


def test_tables_and_charts_say_the_same_words(torture: Document) -> None:
    for block in torture.blocks:
        if isinstance(block, blocks.Bars | blocks.Radar | blocks.Table):
            document = Document("", (block,), page_words="")
            printed = set(words(read(build(document).pdf)))
            page, text = whole_page(html_of(document)), text_of(document)
            assert set(words(page.text)) == set(words(text))
            assert {word for word in words(page.text) if word.isascii() and len(word) < 40} <= printed


def test_texts_from_the_right_say_the_same_words() -> None:
    document = Document("عنوان", (blocks.Words(URDU), blocks.Bullets((URDU,))), language="ur", page_words="")
    page, text = whole_page(html_of(document)).text, text_of(document)
    assert letters(page) == letters(text.replace("=", "").replace("- ", ""))
    assert sorted(letters(page)) == sorted(letters(read(build(document).pdf)).replace("•", ""))


def test_brackets_among_letters_from_the_right_are_copied_as_they_were_typed() -> None:
    text = read(build(Document("", (blocks.Words(URDU, language="ur"),), page_words="")).pdf)
    assert "(مفت)" in text


# ---- what copies share


def test_blocks_kept_together_stand_free_and_neighbouring_contacts_are_one_list() -> None:
    a, b, c = (blocks.Contact(name) for name in "abc")
    given = (blocks.Together((blocks.Words("w"), a)), b, blocks.Words("x"), blocks.Contacts((c,)))
    assert copies.gathered(given) == [
        blocks.Words("w"), blocks.Contacts((a, b)), blocks.Words("x"), blocks.Contacts((c,)),
    ]  # fmt: skip


def test_headings_stand_at_the_level_they_have_on_paper() -> None:
    table = blocks.Table((blocks.Column("", 1),), (blocks.Row((blocks.Cell(blocks=(blocks.Heading("In", 3),)),)),))
    document = Document(
        "T", (blocks.Heading("a", 3), blocks.Heading(" "), blocks.Box((blocks.Heading("b", 3),)), table)
    )
    found = copies.planned(document)
    assert [(heading.words, heading.level, heading.listed) for heading in found] == [
        ("T", 1, True), ("a", 2, True), ("b", 3, True), ("In", 3, False),
    ]  # fmt: skip
    assert [heading.level for heading in copies.planned(replace(document, title=""))] == [1, 2, 3]


def test_a_chart_is_its_numbers_and_none_where_the_paper_has_none() -> None:
    bars = blocks.Bars("B", "", (blocks.Bar("One", ((State.NOT_YET, 2), (State.NOT_FOR_US, 0)), "2 of 3"),))
    table = copies.numbers_of(bars)
    assert table is not None
    assert [column.title for column in table.columns] == ["Statement", "Not yet", ""]
    assert table.rows[0].cells == ("One", "2", "2 of 3")
    assert copies.numbers_of(blocks.Bars("B", "", ())) is None
    assert copies.numbers_of(blocks.Radar("R", "", ("a", "b"), (blocks.Line("l", ()),))) is None


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("0808 808 2003", "tel:08088082003"),
        ("(020) 7946 0958", "tel:02079460958"),
        ("+44 (0)20 7946 0958", "tel:02079460958"),
        ("+353 1 496 0123", "tel:+35314960123"),
        ("116 123", "tel:116123"),
        ("116 123 or text 85258", ""),
        ("ask at the office", ""),
        ("+", ""),
        ("", ""),
    ],
)
def test_a_number_can_be_tapped_if_it_is_one_number(number: str, link: str) -> None:
    assert addresses.number_link(number) == link


@pytest.mark.parametrize(
    ("made", "given", "link"),
    [
        (addresses.web_link, " https://example.org/a ", "https://example.org/a"),
        (addresses.web_link, "example.org", ""),
        (addresses.web_link, "javascript:alert(1)", ""),
        (addresses.web_link, "https://example.org/a b", ""),
        (addresses.web_link, "file:///etc/passwd", ""),
        (addresses.email_link, "jo@example.org", "mailto:jo@example.org"),
        (addresses.email_link, "jo@example.org?cc=x@example.org", ""),
        (addresses.email_link, "jo", ""),
    ],
)
def test_only_web_and_e_mail_addresses_become_links(made: Callable[[str], str], given: str, link: str) -> None:
    assert made(given) == link


def test_the_same_document_gives_the_same_copies(torture: Document) -> None:
    assert html_of(torture) == html_of(torture)
    assert text_of(torture) == text_of(torture)
