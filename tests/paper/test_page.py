"""Whole documents: what is on the page, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.paper import blocks, style
from champion_app.paper.blocks import Document
from champion_app.paper.glyphs import unprintable
from champion_app.paper.page import Printed, build
from champion_app.paper.text import safe

ROOT = Path(__file__).resolve().parents[2]
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=80)
PLAIN = st.text(
    st.one_of(st.sampled_from("<>&;\"'/ \n\x00ŵŷżłß😀→ЖіїґΩ"), st.characters(max_codepoint=0x17F, codec=None)),
    max_size=120,
)


def failures(pdf: bytes) -> list[str]:
    report = validator.validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


# ---- PDF/UA


@pytest.mark.parametrize(
    "sheet", [style.A4, style.A4.turned, style.A5, style.DL, style.A3], ids=lambda sheet: sheet.name
)
def test_every_block_passes_pdf_ua(torture: Document, sheet: style.Sheet) -> None:
    assert failures(build(replace(torture, sheet=sheet)).pdf) == []


@pytest.mark.parametrize("scale", [style.LARGE_PRINT, style.POSTER_A3], ids=lambda scale: scale.name)
@pytest.mark.parametrize("language", ["en-GB", "ur"])
def test_every_size_and_direction_passes_pdf_ua(torture: Document, scale: style.Scale, language: str) -> None:
    assert failures(build(replace(torture, scale=scale, language=language)).pdf) == []


def test_the_validator_can_fail(printed: Printed, opened: Callable[[bytes], pikepdf.Pdf], tmp_path: Path) -> None:
    pdf = opened(printed.pdf)
    del pdf.Root.MarkInfo
    pdf.save(tmp_path / "broken.pdf")
    assert failures((tmp_path / "broken.pdf").read_bytes())


def test_other_readers_find_nothing_wrong(printed: Printed, opened: Callable[[bytes], pikepdf.Pdf]) -> None:
    pdf = opened(printed.pdf)
    assert pdf.check_pdf_syntax() == []
    assert pdf.get_warnings() == []
    assert len(pdf.pages) == printed.page_count


def test_the_file_says_what_it_is(printed: Printed, opened: Callable[[bytes], pikepdf.Pdf]) -> None:
    pdf = opened(printed.pdf)
    assert str(pdf.docinfo["/Title"]) == "When someone in your family is arrested & <after>"
    assert str(pdf.docinfo["/Author"]) == "Champion"
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "When someone in your family is arrested & <after>"
        assert metadata["pdfuaid:part"] == "1"


def test_fonts_are_embedded_and_few(document: Callable[..., Document], opened: Callable[[bytes], pikepdf.Pdf]) -> None:
    pdf = opened(build(document(blocks.Heading("Heading"), blocks.Words("Words ŵ"))).pdf)
    fonts = pdf.pages[0].Resources.Font
    assert len(fonts.keys()) == 2
    for font in fonts.values():
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


# ---- what was written is what stands there


@pytest.mark.parametrize(
    "words",
    [
        "Gyda'n gilydd: ŵ ŷ Ŵ Ŷ",
        "Zażółć gęślą jaźń",
        "Contact <jo@example.org>",
        "a<b and <b>Jo</b> &amp; </para> &#xFFFFFF; <!--",
        '<img src="http://127.0.0.1:9/x.png"/><a href="file:///etc/passwd">x</a>',
        "Коли когось заарештували, їжак",
        "supercalifragilistic-https://example.org/a/very/long/address/that/does/not/fit/on/one/line/of/any/page/at/all",
        "ਜਦੋਂ ਤੁਹਾਡੇ ਪਰਿਵਾਰ ਵਿੱਚ",
        "আপনার পরিবারের কেউ",
    ],
)
def test_f66_words_come_out_as_they_went_in(
    words: str, document: Callable[..., Document], text_of: Callable[[bytes], str]
) -> None:
    table = blocks.Table((blocks.Column("Head", 1), blocks.Column("", 4)), (blocks.Row(("cell", words)),))
    text = text_of(build(document(blocks.Words(words), blocks.Bullets((words,)), table)).pdf)
    assert "".join(text.split()).count("".join(words.split())) == 3


def test_urdu_words_can_be_found(document: Callable[..., Document], text_of: Callable[[bytes], str]) -> None:
    text = text_of(build(document(blocks.Words("جب کوئی فرد گرفتار ہو جائے", language="ur"))).pdf)
    assert "گرفتار" in text and "جائے" in text


@given(PLAIN)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_printed_or_reported(text_of: Callable[[bytes], str], words: str) -> None:
    printed = build(Document("Title", (blocks.Words(words),), page_words=""))
    missing = set(unprintable(words))
    assert set(printed.unprintable) == missing
    expected = "".join(mark for mark in safe(words) if mark not in missing)
    assert "".join(text_of(printed.pdf).split()) == "".join(f"Title{expected}".split())


@given(st.lists(ANYTHING, min_size=6, max_size=6), st.sampled_from(["en-GB", "ur", "", "x"]))
@settings(max_examples=40, deadline=None)
def test_no_text_in_any_field_breaks_a_page(texts: list[str], language: str) -> None:
    a, b, c, d, e, f = texts
    printed = build(
        Document(
            a,
            (
                blocks.Heading(b, 3, language=language),
                blocks.Words(c, lead=d, language=language),
                blocks.Steps((e, f)),
                blocks.Contacts((blocks.Contact(a, b, c, f"https://{d}", e, f), blocks.Contact(f)), 2),
                blocks.Table((blocks.Column(a, 1), blocks.Column(b, 1)), (blocks.Row((c, d)), blocks.Row((e,)))),
                blocks.Bars(a, b, (blocks.Bar(c, ((blocks.State.NOT_YET, 2),), d),)),
                blocks.Signatures((a,), stamp=b),
                blocks.QrCode(f"https://example.org/{c}", d),
            ),
            subtitle=b,
            language=language,
            band=c,
            footer=d,
            subject=e,
            page_words=f,
        )
    )
    assert printed.page_count == len(pypdfium2.PdfDocument(printed.pdf))


def test_text_opens_no_picture_and_makes_no_link(
    document: Callable[..., Document], opened: Callable[[bytes], pikepdf.Pdf], tmp_path: Path
) -> None:
    (tmp_path / "x.png").write_bytes(b"not opened")
    hostile = f'<img src="{tmp_path / "x.png"}"/> <a href="javascript:alert(1)">x</a> http://example.org'
    contact = blocks.Contact(hostile, hostile, hostile, "javascript:alert(1)", hostile, hostile, hostile)
    pdf = opened(build(document(blocks.Words(hostile), contact, title=hostile, footer=hostile)).pdf)
    for page in pdf.pages:
        assert "/XObject" not in page.Resources
        assert "/Annots" not in page


def test_a_typed_web_address_and_e_mail_become_links(
    document: Callable[..., Document], opened: Callable[[bytes], pikepdf.Pdf]
) -> None:
    contact = blocks.Contact("Jo", web="https://www.example.org/help", email="jo@example.org")
    pdf = opened(build(document(contact)).pdf)
    assert [bytes(note.A.URI) for note in pdf.pages[0].Annots] == [
        b"https://www.example.org/help",
        b"mailto:jo@example.org",
    ]


# ---- same input, same bytes


def test_same_document_same_bytes(torture: Document, printed: Printed) -> None:
    assert build(torture).pdf == printed.pdf


def test_same_bytes_from_several_threads(torture: Document, printed: Printed) -> None:
    """The preview builds in a worker while something else prints."""
    with ThreadPoolExecutor(3) as pool:
        assert {made.pdf for made in pool.map(build, [torture] * 3)} == {printed.pdf}


def test_the_moment_it_was_made_is_in_the_file_if_given(
    document: Callable[..., Document], opened: Callable[[bytes], pikepdf.Pdf]
) -> None:
    pdf = opened(build(document(made=datetime(2026, 11, 22, 9, 5))).pdf)
    assert str(pdf.docinfo["/CreationDate"]) == "D:20261122090500"
    assert "/CreationDate" not in opened(build(document()).pdf).docinfo


def test_same_bytes_in_another_process() -> None:
    job = (
        "import hashlib; from champion_app.paper.blocks import *; from champion_app.paper.page import build;"
        "words = 'Ŵyn и سلام পর 😀';"
        "d = Document(words, (Words(words), Bullets((words,)), Contact(words, web='https://example.org')));"
        "print(hashlib.sha256(build(d).pdf).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", job], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


# ---- the page


def letters(pdf: bytes) -> list[tuple[int, str, tuple[float, float, float, float], float]]:
    """Page, letter, its box (left, bottom, right, top) and its size, for every visible letter."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf)):
        text = page.get_textpage()
        words = text.get_text_range()
        for place in range(text.count_chars()):
            letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, place))
            if not letter.isspace() and letter != "\u200b" and words:
                size = pypdfium2.raw.FPDFText_GetFontSize(text.raw, place)
                found.append((number, letter, text.get_charbox(place), size))
    return found


@pytest.mark.parametrize("sheet", [style.A4, style.A5, style.DL, style.A4.turned], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("language", ["en-GB", "ur"])
def test_nothing_stands_outside_the_frame(torture: Document, sheet: style.Sheet, language: str) -> None:
    pdf = build(replace(torture, sheet=sheet, language=language)).pdf
    outside = [
        (page, letter, box)
        for page, letter, box, _ in letters(pdf)
        if box[0] < sheet.margin - 2 or box[2] > sheet.width - sheet.margin + 2 or box[1] < 9 or box[3] > sheet.height
    ]
    assert outside == []


@pytest.mark.parametrize("scale", [style.STANDARD, style.LARGE_PRINT], ids=lambda scale: scale.name)
def test_no_letter_is_smaller_than_promised(torture: Document, scale: style.Scale) -> None:
    least = min(size for *_, size in letters(build(replace(torture, scale=scale)).pdf))
    assert least == pytest.approx(scale.body, abs=0.1)


def test_f73_every_page_says_which_of_how_many_it_is(printed: Printed) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed.pdf)]
    assert all(f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    assert all("Service planning: no family details." in text for text in pages)


def test_the_list_of_contents_names_the_right_pages(
    document: Callable[..., Document], text_of: Callable[[bytes], str]
) -> None:
    parts = [part for name in "ABC" for part in (blocks.PageBreak(), blocks.Heading(f"Part {name}"))]
    text = text_of(build(document(blocks.Contents(), *parts)).pdf)
    assert "Part A 2 Part B 3 Part C 4" in text


def test_a_heading_is_never_left_behind(document: Callable[..., Document]) -> None:
    for lines in range(30, 60):
        given = (
            blocks.Words("\n".join(["line"] * lines)),
            blocks.Heading("Stays"),
            blocks.Words("with\nthis\nand\nthat"),
        )
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(build(document(*given)).pdf)]
        assert all("with" in text for text in pages if "Stays" in text)


def test_an_empty_document_is_one_page() -> None:
    assert build(Document("", ())).page_count == 1
    assert build(Document("T", (blocks.Gap(50), blocks.PageBreak(), blocks.Gap(50)))).page_count == 1


def test_a_page_break_inside_a_box_does_nothing(document: Callable[..., Document]) -> None:
    inside = (blocks.Words("a"), blocks.PageBreak(), blocks.Words("b"))
    assert build(document(blocks.Box(inside), blocks.Together(inside))).page_count == 1


def test_a_page_break_starts_a_page(document: Callable[..., Document]) -> None:
    assert build(document(blocks.Words("a"), blocks.PageBreak(), blocks.Words("b"))).page_count == 2


# ---- size and time


def test_a_leaflet_is_small(document: Callable[..., Document]) -> None:
    sentence = "They can ask for someone to be told that they have been arrested and where they are. "
    part = (blocks.Heading("What happens now"), blocks.Words(sentence * 5), blocks.Bullets((sentence,) * 4))
    contact = blocks.Contact("Helpline", "0808 808 2003", web="https://www.prisonersfamilies.org")
    qr = blocks.QrCode("https://www.prisonersfamilies.org", "More")
    assert len(build(document(*part * 5, contact, qr, sheet=style.A5)).pdf) < 60_000


NOTE = "\n".join(f"We rang the family support worker again, number {number}." for number in range(10_000))


@pytest.mark.parametrize(
    "block",
    [
        blocks.Words(NOTE),
        blocks.Words(NOTE.replace("\n", "\n\n")),
        blocks.Words(NOTE.replace("\n", " ")),
        blocks.Words("x" * 500_000),
        blocks.Table((blocks.Column("No.", 1), blocks.Column("Note", 4)), (blocks.Row(("1", NOTE)),)),
    ],
    ids=["lines", "paragraphs", "one line", "one word", "table cell"],
)
def test_F65_a_very_long_note_is_printed(block: blocks.Block) -> None:
    assert build(Document("Long", (block,))).page_count > 50
