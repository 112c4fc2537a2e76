"""What the program puts on a leaflet around its words, and what each size makes of them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import page as validator
import pikepdf
import pypdfium2
import pytest

from champion_app.domain.leaflet_paper import ContactOnPaper, LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size, Template
from champion_app.domain.listings import Listing, ListingFields
from champion_app.domain.services import Service
from champion_app.paper import blocks, leaflet
from champion_app.paper.page import build
from champion_app.tasks import leaflets, papers
from tests.paper.leaflet_samples import (
    ADDRESS,
    CONTACTS,
    PRISON,
    SERVICE,
    SPOKEN,
    TODAY,
    Looked,
    Spoken,
    brought,
    dots_outside,
    listing,
    looked_at,
    paper,
)

FIRST_DAYS = leaflets.template("family-first-days")
VISITING = leaflets.template("family-visiting")
CHILD_TELLS = leaflets.template(leaflets.CHILD_TELLS)
A4 = LeafletChoices(Size.A4)


def seen_of(wanted: LeafletPaper) -> Looked:
    return looked_at(papers.leaflet_pdf(wanted).reading)


def only(*given: Block, **changes: Any) -> LeafletPaper:
    """A leaflet of some blocks and nothing else."""
    bare = paper(FIRST_DAYS, A4, logo=b"", prison=None)
    return replace(bare, blocks=given, **{"title": "Help", "subtitle": "", "qr": "", **changes})


def said_in(pdf: bytes) -> dict[str, set[str]]:
    """The languages of a PDF's structure, and the kinds of element that name them."""
    found: dict[str, set[str]] = {}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        waiting = [opened.Root.StructTreeRoot.K]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting += list(node)
            elif isinstance(node, pikepdf.Dictionary):
                if "/Lang" in node:
                    found.setdefault(str(node.Lang), set()).add(str(node.get("/S", "")))
                if "/K" in node:
                    waiting.append(node.K)
    return found


def links_in(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {bytes(link.A.URI).decode() for page in opened.pages for link in page.get("/Annots", [])}


def alternatives_in(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(item.Alt) for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]


# ---- one side


@pytest.mark.parametrize("discreet", [False, True])
@pytest.mark.parametrize("contacts", [CONTACTS, ()])
def test_T13_the_sheet_for_a_child_who_tells_is_one_side(contacts: tuple[Listing, ...], discreet: bool) -> None:
    wanted = paper(CHILD_TELLS, LeafletChoices(Size.A4, discreet=discreet), contacts=contacts)
    assert len(seen_of(wanted).pages) == 1
    unknown = paper(CHILD_TELLS, LeafletChoices(Size.A4), service=Service(name="Hollin Bank"), contacts=contacts)
    assert len(seen_of(unknown).pages) == 1


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", ["charter", "poster-talk-to-our-champion", "poster-you-are-not-alone.cy"])
def test_what_hangs_on_a_wall_is_one_side_in_every_size(name: str, large: bool) -> None:
    template = leaflets.template(name)
    for size in template.sizes:
        seen = seen_of(paper(template, LeafletChoices(size, large_print=large)))
        assert len(seen.pages) == 1
        assert seen.smallest >= (18 if large else 12)


@pytest.mark.parametrize("name", ["poster-talk-to-our-champion", "poster-you-are-not-alone"])
def test_T04_who_where_and_when_are_read_at_two_metres(name: str) -> None:
    wanted = replace(paper(leaflets.template(name), LeafletChoices(Size.A3), logo=b""), qr="")
    seen = seen_of(wanted)
    said = [block.text for block in wanted.blocks if block.kind is BlockKind.LINE]
    for words in (*said, "Sam Okafor", "The Rainbow", "Tuesdays"):
        assert seen.set_in(words[:10]) >= 48


def test_the_sheet_to_sign_is_one_side_with_all_its_lines() -> None:
    wanted = paper(leaflets.template("charter-signing"), A4)
    assert len(seen_of(wanted).pages) == 1
    table = next(block for block in leaflet.document(wanted).blocks if isinstance(block, blocks.Table))
    assert len(table.rows) == next(block.empty_rows for block in wanted.blocks if block.kind is BlockKind.LINES)
    # Room for a hand: eight millimetres a line.
    assert min(row.least_height for row in table.rows) >= 8 * 72 / 25.4


def test_things_are_set_closer_only_if_that_saves_a_side() -> None:
    short = only(Block("a", BlockKind.TEXT, "Short."))
    assert papers.leaflet_pdf(short).reading == build(leaflet.document(short)).pdf
    long = paper(CHILD_TELLS, A4)
    assert build(leaflet.document(long)).page_count == 2
    assert papers.leaflet_pdf(long).pages == 1


# ---- who to tell


def test_T13_the_safeguarding_lead_stands_first_and_largest() -> None:
    seen = seen_of(paper(CHILD_TELLS, A4))
    text = seen.text()
    lead, number = text.index("Priya Nair"), text.index("01632 960101")
    first_block = next(block.text for block in CHILD_TELLS.blocks if block.kind is BlockKind.NOTE)
    assert lead < number < text.index(first_block)
    largest = max(one.size for one in seen.letters)
    assert seen.set_in("Priya Nair") == seen.set_in("960101") == largest


def test_a_lead_nobody_has_named_leaves_lines_to_write_on() -> None:
    for lead, phone in (("", ""), ("Priya Nair", ""), ("", "01632 960101")):
        service = replace(SERVICE, safeguarding_lead=lead, safeguarding_phone=phone)
        wanted = paper(CHILD_TELLS, A4, service=service)
        (box,) = [b for b in leaflet.document(wanted).blocks if isinstance(b, blocks.Box) and b.outlined]
        lines = [label for block in box.blocks if isinstance(block, blocks.Signatures) for label in block.labels]
        assert lines == [words for words, known in (("Safeguarding lead", lead), ("Telephone", phone)) if not known]
        assert "Safeguarding lead" in seen_of(wanted).text()


# ---- prison, QR code, lists and lines


def test_T11_a_prisons_facts_stand_under_what_a_family_calls_them() -> None:
    made = papers.leaflet_pdf(paper(VISITING, LeafletChoices()))
    text = looked_at(made.reading).text()
    for words in ("HMP Example", "How to book: Ring the visits line.", "What to wear: No hoodies or hats."):
        assert words in text
    assert "Checked in November 2026" in text
    assert PRISON.fields.visits_page in links_in(made.reading)


def test_no_prison_no_words_that_announce_one() -> None:
    announced = next(block.text for block in VISITING.blocks if block.kind is BlockKind.PRISON)
    assert announced in seen_of(paper(VISITING, LeafletChoices())).text()
    assert announced not in seen_of(paper(VISITING, LeafletChoices(), prison=None)).text()


def test_facts_nobody_has_looked_up_lately_are_not_printed_and_it_says_so() -> None:
    text = seen_of(paper(VISITING, LeafletChoices(), prison=replace(PRISON, checked_on=None))).text()
    assert "Nobody has checked these facts lately" in text
    assert "hoodies" not in text
    assert "www.example.org/visits" in text


def test_a_code_to_scan_has_its_address_beside_it_and_is_not_there_without_one() -> None:
    wanted = only(Block("qr", BlockKind.QR, "Point your camera here:"), qr=ADDRESS)
    made = papers.leaflet_pdf(wanted)
    assert "www.example.org/families" in looked_at(made.reading).text()
    assert ADDRESS in links_in(made.reading)
    assert f"QR code that opens {ADDRESS}" in alternatives_in(made.reading)
    assert "Point your camera here" not in seen_of(replace(wanted, qr="")).text()


@pytest.mark.parametrize("size", [Size.FOLDED_A5, Size.DL, Size.A4])
def test_a_code_is_read_by_a_camera_however_long_the_address(size: Size) -> None:
    address = "https://www.example.org/" + "a" * 200
    made = leaflet.document(only(Block("qr", BlockKind.QR, "Scan:"), qr=address, size=size))
    picture = pypdfium2.PdfDocument(build(made).pdf)[0].render(scale=4).to_pil().convert("L")
    page = picture.crop((0, picture.height // 4, picture.width, picture.height))
    dark = [x for x in range(page.width) if min(page.crop((x, 0, x + 1, page.height)).getextrema()) < 80]
    # Half the width at least, or a millimetre and a half a square: what a telephone needs.
    assert dark


def test_the_sheets_we_carry_are_a_table() -> None:
    wanted = paper(leaflets.template("sheets-we-carry"), A4)
    text = seen_of(wanted).text()
    for words in ("Leaflet or sheet", "Someone in my family has been arrested", "Families", "Cymraeg", "2026-11"):
        assert words in text
    table = next(block for block in leaflet.document(wanted).blocks if isinstance(block, blocks.Table))
    assert len(table.rows) == len(leaflets.templates())
    assert said_in(papers.leaflet_pdf(wanted).reading)["cy-GB"] == {"/TH", "/TD"}


def test_ticks_lines_and_signatures_are_drawn_for_a_pen() -> None:
    wanted = only(
        Block("t", BlockKind.TICKS, items=("The keys", "The cat")),
        Block("l", BlockKind.LINES, "Numbers", columns=("Who", "Number"), empty_rows=4),
        Block("s", BlockKind.SIGNATURES, items=("Signed", "Date")),
    )
    made = leaflet.document(wanted).blocks
    assert blocks.Ticks(("The keys", "The cat")) in made
    assert any(isinstance(block, blocks.Table) and block.grid and len(block.rows) == 4 for block in made)
    assert "The keys The cat Numbers Who Number Signed Date" in seen_of(wanted).text()


def test_our_logo_stands_on_every_kind_of_paper_and_says_whose_it_is() -> None:
    for name in ("family-arrest", "poster-you-are-not-alone", "charter"):
        template = leaflets.template(name)
        for choices in (LeafletChoices(template.sizes[0]), LeafletChoices(template.sizes[-1], discreet=True)):
            assert "Hollin Bank Primary School" in alternatives_in(papers.leaflet_pdf(paper(template, choices)).reading)
            bare = papers.leaflet_pdf(paper(template, choices, logo=b"")).reading
            assert "Hollin Bank Primary School" not in alternatives_in(bare)


# ---- contacts and the champion


def test_numbers_checked_in_one_month_say_so_once_and_in_several_on_each_card() -> None:
    def contact(number: int, month: str) -> ContactOnPaper:
        return ContactOnPaper(number, f"Service {number}", "", f"01632 96000{number}", "", "", month, TODAY)

    def text(*contacts: ContactOnPaper) -> str:
        return seen_of(only(Block("c", BlockKind.CONTACTS, "They can help."), contacts=contacts)).text()

    once = text(contact(1, "May 2026"), contact(2, "May 2026"))
    assert once.count("May 2026") == 1
    assert "They can help. Numbers checked in May 2026" in once
    each = text(contact(1, "May 2026"), contact(2, "June 2026"))
    assert each.count("Checked in May 2026") == each.count("Checked in June 2026") == 1


def test_a_service_without_any_number_is_not_said_to_have_one() -> None:
    known = Listing(1, ListingFields("By web only", website="https://example.org"))
    assert "not checked:" not in seen_of(paper(FIRST_DAYS, A4, contacts=(known,))).text()
    rung = replace(listing(1, "Rung once", "01632 960009"), checked_on=None)
    text = seen_of(paper(FIRST_DAYS, A4, contacts=(rung,), prison=None)).text()
    assert "Number not checked" in text
    assert "960009" not in text


@pytest.mark.parametrize("template", [t for t in leaflets.templates() if t.has(BlockKind.CHAMPION)], ids=lambda t: t.id)
@pytest.mark.parametrize("discreet", [False, pytest.param(True, marks=pytest.mark.heavy)])
def test_a_champion_box_with_nobody_in_it_is_left_out(template: Template, discreet: bool) -> None:
    words = " ".join(next(block.text for block in template.blocks if block.kind is BlockKind.CHAMPION).split())
    choices = LeafletChoices(discreet=discreet)
    assert words in seen_of(paper(template, choices)).text()
    nobody = Service(role="Pastoral lead")
    assert words not in seen_of(paper(template, choices, service=nobody)).text()


@pytest.mark.parametrize("size", [Size.FOLDED_A5, Size.DL])
def test_a_discreet_back_tells_nothing_even_without_a_champion(size: Size) -> None:
    wanted = paper(VISITING, LeafletChoices(size, discreet=True), service=Service(), contacts=CONTACTS)
    seen = seen_of(wanted)
    outside = f"{seen.text(0)} {seen.text(len(seen.pages) - 1)}"
    assert "prison" not in outside.casefold()
    assert not any(contact.fields.name in outside for contact in CONTACTS)
    assert "2026-11" in seen.text(len(seen.pages) - 1)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("discreet", [False, True])
def test_the_safety_steps_stay_on_the_page_of_their_heading(large: bool, discreet: bool) -> None:
    seen = seen_of(paper(FIRST_DAYS, LeafletChoices(large_print=large, discreet=discreet)))
    pages = [seen.text(number) for number in range(len(seen.pages))]
    assert [page for page in pages if "If you fear for their safety" in page and "say it all again" in page]


def test_words_that_end_in_a_colon_stay_with_their_list() -> None:
    for filling in range(20, 34):
        body = [Block(f"f{n}", BlockKind.TEXT, "A line.") for n in range(filling)]
        wanted = only(
            *body, Block("t", BlockKind.TEXT, "Three things:"), Block("l", BlockKind.LIST, items=tuple("abc"))
        )
        seen = looked_at(build(leaflet.document(wanted)).pdf)
        assert not any(seen.text(n).partition("Page")[0].endswith("Three things: ") for n in range(len(seen.pages)))


# ---- folds


@pytest.mark.parametrize("name", ["family-arrest", "family-coming-home", "children-12-16"])
def test_folded_in_three_there_is_a_cover_and_a_back(name: str) -> None:
    template = leaflets.template(name)
    wanted = paper(template, LeafletChoices(Size.DL), prison=None)
    made = papers.leaflet_pdf(wanted)
    assert made.pages <= 6
    seen = looked_at(made.print_copy)
    assert [(round(wide), round(tall)) for wide, tall in seen.pages] == [(842, 595), (842, 595)]
    wide = seen.pages[0][0]
    cover = "".join(one.letter for one in seen.letters if one.page == 0 and one.left > wide * 2 / 3)
    back = "".join(one.letter for one in seen.letters if one.page == 0 and wide / 3 < one.left < wide * 2 / 3)
    assert " ".join(cover.split()).find(wanted.title[:12]) >= 0
    assert "Sam Okafor" in back
    assert "Edition 2026-11" in " ".join(back.split())


def test_discreet_and_too_long_for_one_sheet_the_back_is_still_the_back() -> None:
    made = papers.leaflet_pdf(paper(VISITING, LeafletChoices(Size.DL, discreet=True, large_print=True)))
    assert made.pages > 6
    seen = looked_at(made.print_copy)
    wide = seen.pages[0][0]
    back = "".join(one.letter for one in seen.letters if one.page == 0 and wide / 3 < one.left < wide * 2 / 3)
    assert "Sam Okafor" in back
    assert "prison" not in back.casefold()


@pytest.mark.parametrize(("size", "columns"), [(Size.A5, 2), (Size.FOLDED_A5, 2), (Size.DL, 3)])
def test_the_printers_copy_is_a4_lying_and_says_how_to_turn_it(size: Size, columns: int) -> None:
    made = papers.leaflet_pdf(paper(FIRST_DAYS, LeafletChoices(size), prison=None))
    with pikepdf.open(io.BytesIO(made.print_copy)) as opened:
        assert str(opened.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
        assert float(opened.pages[0].mediabox[2]) == pytest.approx(842, abs=1)
        assert len(opened.pages) * columns >= made.pages
    with pikepdf.open(io.BytesIO(made.reading)) as opened:
        assert "/Duplex" not in opened.Root.ViewerPreferences


def test_a_flyer_is_the_short_form_twice_on_a_sheet() -> None:
    wanted = paper(FIRST_DAYS, LeafletChoices(Size.A5), prison=None)
    assert len(wanted.blocks) < len(FIRST_DAYS.blocks)
    made = papers.leaflet_pdf(wanted)
    assert looked_at(made.print_copy).text().count("Sam Okafor") == 2 * looked_at(made.reading).text().count(
        "Sam Okafor"
    )


# ---- words of our own, however many


LONG = " ".join(f"word{number}" for number in range(3000))


QUICK = {
    *((BlockKind.TEXT, size) for size in Size),
    (BlockKind.NOTE, Size.DL),
    (BlockKind.STEPS, Size.FOLDED_A5),
    (BlockKind.CHAMPION, Size.A5),
}


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        pytest.param(kind, size, marks=() if (kind, size) in QUICK else pytest.mark.heavy)
        for kind in BlockKind
        for size in Size
        if kind not in {BlockKind.CARRIED, BlockKind.LINES}
    ],
)
def test_three_thousand_words_in_any_block_are_all_there(kind: BlockKind, size: Size) -> None:
    template = FIRST_DAYS if size is not Size.A3 else leaflets.template("poster-you-are-not-alone")
    long = Block("long", kind, LONG, items=(LONG, "and more"))
    filled = paper(replace(template, sizes=(size,)), LeafletChoices(size))
    prison = paper(VISITING, LeafletChoices()).prison
    wanted = replace(filled, blocks=(long,), qr=ADDRESS, prison=prison)
    made = papers.leaflet_pdf(wanted)
    seen = looked_at(made.reading)
    said = set(seen.text().split())
    assert {"word0", "word1500", "word2999"} <= said
    assert len(said & set(LONG.split())) == 3000
    assert dots_outside(made.reading, 8 * 72 / 25.4) == []
    assert all(10 < one.bottom < one.top < seen.pages[one.page][1] - 10 for one in seen.letters if one.letter.strip())
    assert seen.smallest >= 11.99


def test_a_title_of_a_thousand_letters_goes_on_under_the_band() -> None:
    for size in (Size.FOLDED_A5, Size.DL, Size.A4):
        wanted = only(Block("t", BlockKind.TEXT, "Words."), size=size, title="A long title " * 80)
        seen = seen_of(wanted)
        assert seen.text().count("title") == 80


@pytest.mark.parametrize("name", ["poster-talk-to-our-champion", "charter"])
def test_a_wall_with_too_many_words_is_set_smaller_and_loses_none(name: str) -> None:
    template = leaflets.template(name)
    wanted = paper(template, LeafletChoices())
    longer = replace(wanted, blocks=(*wanted.blocks, Block("more", BlockKind.TEXT, "beside the library " * 30)))
    seen = seen_of(longer)
    assert len(seen.pages) == 1
    assert seen.text().count("library") == 30
    assert seen.smallest >= 12


def test_a_long_foot_is_shortened_and_never_takes_two_lines() -> None:
    wanted = only(Block("t", BlockKind.TEXT, "Words."), footer="Hollin Bank Primary School " * 50)
    text = seen_of(wanted).text()
    assert text.count("…") == 1
    assert "…Page 1 of 1" in text.replace("… ", "…")


# ---- other languages


def kinds() -> list[Any]:
    """Every language, kind and size; always run are two of each language."""
    every = [
        (spoken, kind, size)
        for spoken in SPOKEN
        for kind in ("leaflet", "poster", "certificate")
        for size in brought(spoken, kind).sizes
    ]
    return [
        pytest.param(
            spoken,
            kind,
            size,
            id=f"{spoken.language}-{kind}-{size}",
            marks=() if number % 5 == 0 else pytest.mark.heavy,
        )
        for number, (spoken, kind, size) in enumerate(every)
    ]


@pytest.mark.parametrize(("spoken", "kind", "size"), kinds())
def test_every_language_comes_out_in_every_size(spoken: Spoken, kind: str, size: Size) -> None:
    wanted = paper(brought(spoken, kind), LeafletChoices(size))
    made = papers.leaflet_pdf(wanted)
    assert made.unprintable == ()
    seen = looked_at(made.reading)
    there = "".join(seen.text().split())
    for words in (spoken.title, spoken.heading, *spoken.items):
        assert "".join(words.replace("“", "").replace("”", "").split())[:12] in there.replace("“", "").replace("”", "")
    assert "speakerofthislanguage" in there
    assert seen.smallest >= 11.99
    assert dots_outside(made.reading, 8 * 72 / 25.4) == []
    if size is brought(spoken, kind).sizes[0]:
        report = validator.validate_pdf_bytes(made.reading, profile="ua1")
        assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("spoken", [s for s in SPOKEN if s.language in {"ur", "ar"}], ids=lambda s: s.language)
@pytest.mark.parametrize("size", [Size.FOLDED_A5, Size.A4, Size.DL, Size.A5])
def test_right_to_left_stands_at_the_right_and_english_at_the_left(spoken: Spoken, size: Size) -> None:
    seen = seen_of(paper(brought(spoken, "leaflet"), LeafletChoices(size)))
    plain = "".join(one.letter for one in seen.letters)
    heading = [seen.letters[plain.index(spoken.heading[:3]) + step] for step in range(3)]
    wide = seen.pages[heading[0].page][0]
    assert heading[0].left > wide * 0.6
    assert heading[0].left > heading[2].left
    name = seen.letters[plain.index("Families' Helpline")]
    # The first of two cards side by side stands at the right.
    assert name.left < wide * (0.6 if size is Size.A4 else 0.25)
    assert size is not Size.A4 or name.left > wide / 2


def test_what_the_service_keeps_in_english_says_so_in_a_welsh_leaflet() -> None:
    template = leaflets.template("family-visiting.cy")
    made = papers.leaflet_pdf(paper(template, LeafletChoices(Size.A4)))
    tagged = said_in(made.reading)
    # Contact cards, the prison's name and facts, the champion; the alternative text of the code.
    assert {"/Div", "/P", "/Figure"} <= tagged["en-GB"]
    with pikepdf.open(io.BytesIO(made.reading)) as opened:
        assert str(opened.Root.Lang) == "cy-GB"
    text = looked_at(made.reading).text()
    for words in ("Tudalen 1 o", "Gwiriwyd y rhifau ym mis Tachwedd 2026", "Gwiriwyd ym mis Tachwedd 2026"):
        assert words in text
    assert "Checked" not in text
    assert "Page 1" not in text


def test_a_language_without_words_of_its_own_says_that_they_are_english() -> None:
    polish = next(spoken for spoken in SPOKEN if spoken.language == "pl")
    wanted = paper(brought(polish, "leaflet"), LeafletChoices(Size.A4))
    document = leaflet.document(wanted)
    last = document.blocks[-1]
    assert isinstance(last, blocks.Together)
    imprint = last.blocks[-1]
    assert isinstance(imprint, blocks.Words)
    assert imprint.language == "en-GB"
    assert document.language == "pl"
