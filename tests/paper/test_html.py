"""The HTML copy: one file that fetches nothing, sound in its structure, readable by day and night."""

from __future__ import annotations

import base64
import io
import re
import typing
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from champion_app.faults import PaperFailed
from champion_app.paper import blocks
from champion_app.paper.blocks import Document
from champion_app.paper.html import POLICY, _Writer, html_of
from champion_app.paper.html_style import COLOURS, style_sheet
from champion_app.paper.style import MUTED, PAPER, Align, Tone
from tests.paper.read_copies import Page, whole_page

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
ATTACK = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)> \' onload="x" </style></title><!-- ]]> {{x}} javascript:'
)


def story(*given: blocks.Block, **changes: object) -> str:
    """The HTML between the tags of main."""
    html = html_of(Document("T", given, **changes))  # type: ignore[arg-type]
    whole_page(html)
    return html.split("<main>\n")[1].split("</main>")[0].rstrip("\n")


def test_every_kind_of_block_is_written() -> None:
    opened = {blocks.Together, blocks.Contact}  # copies.gathered turns these into others
    assert set(_Writer([], 0)._makers) == set(typing.get_args(blocks.Block)) - opened


@pytest.mark.parametrize("language", ["en-GB", "ur", "not a language", ""])
def test_the_torture_document_is_sound(torture: Document, language: str) -> None:
    page = whole_page(html_of(replace(torture, language=language)))
    assert page.headings[:4] == [1, 2, 2, 3]
    assert (
        page.of("html") == [{"lang": language, "dir": "rtl"}] if language == "ur" else [{"lang": "en-GB", "dir": "ltr"}]
    )
    assert len(page.of("title")) == len(page.of("main")) == len(page.of("footer")) == 1


def test_nothing_can_be_fetched_or_run(torture: Document) -> None:
    page = whole_page(html_of(torture))
    policy = [meta["content"] for meta in page.of("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy == [POLICY]
    assert POLICY.startswith("default-src 'none'; ")
    assert "script" not in POLICY and "http" not in POLICY
    assert not re.search(r"url\(|@import|@font-face|expression", style_sheet())


def test_words_are_never_markup(document: Callable[..., Document]) -> None:
    contact = blocks.Contact(ATTACK, ATTACK, ATTACK, f"https://example.org/{ATTACK}", ATTACK, ATTACK, ATTACK, ATTACK)
    table = blocks.Table((blocks.Column(ATTACK, 1),), (blocks.Row((ATTACK,)), blocks.Row((ATTACK,), section=True)))
    given = (
        blocks.Heading(ATTACK, language=ATTACK),
        blocks.Words(ATTACK, lead=ATTACK, language=ATTACK),
        blocks.Bullets((ATTACK,), language=ATTACK),
        blocks.Ticks((ATTACK,)),
        contact,
        replace(table, summary=ATTACK),
        blocks.QrCode("https://example.org/?a=%22&b='<", ATTACK),
        blocks.Signatures((ATTACK,), ATTACK),
    )
    html = html_of(document(*given, title=ATTACK, subject=ATTACK, footer=ATTACK, band=ATTACK, language=ATTACK))
    page = whole_page(html)
    assert not page.of("script") and not page.of("img")
    assert page.text.count(ATTACK) == 21
    assert page.title == ATTACK


@given(st.lists(ANYTHING, min_size=6, max_size=6), st.sampled_from(["en-GB", "ur", "", "x"]))
@settings(max_examples=40, deadline=None, database=None)
def test_no_text_in_any_field_breaks_the_page(texts: list[str], language: str) -> None:
    a, b, c, d, e, f = texts
    whole_page(
        html_of(
            Document(
                a,
                (
                    blocks.Heading(b, 3, language=language),
                    blocks.Words(c, lead=d, language=language),
                    blocks.Steps((e, f)),
                    blocks.Ticks((e, f)),
                    blocks.Contents(f),
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
            )
        )
    )


# ---- what each block becomes


def test_paragraphs_lines_and_emphasis() -> None:
    block = blocks.Words("One\ntwo\n\nThree", blocks.Role.LARGE, lead="First:", align=Align.CENTRE, bold=True)
    assert story(block) == (
        '<p class="large centre bold"><strong>First:</strong> One<br>\ntwo</p>\n<p class="large centre bold">Three</p>'
    )


def test_a_list_says_its_language_and_direction_once() -> None:
    assert story(blocks.Bullets(("مدد",), language="ur")) == '<ul lang="ur" dir="rtl">\n<li>مدد</li>\n</ul>'
    assert story(blocks.Steps(("a\n\nb",), start=4)) == '<ol start="4">\n<li><p>a</p><p>b</p></li>\n</ol>'
    assert 'lang="cy"' in story(blocks.Words("Shwmae", language="cy"))
    assert "lang" not in story(blocks.Words("Hello", language="en-GB"))


def test_a_paragraph_that_runs_the_other_way_is_turned_round() -> None:
    assert story(blocks.Words("مدد")) == '<p dir="rtl">مدد</p>'
    assert story(blocks.Words("Help: مدد")) == "<p>Help: مدد</p>"
    assert story(blocks.Words("مدد"), language="ur") == "<p>مدد</p>"
    assert story(blocks.Words("Help", language="en"), language="ur") == '<p lang="en" dir="ltr">Help</p>'


def test_a_telephone_number_keeps_its_order_among_letters_from_the_right() -> None:
    number = '<bdi dir="ltr">0808\u00a0808\u00a02003</bdi>'
    assert number in story(blocks.Words("فون 0808 808 2003 پر", language="ur"))
    assert "bdi" not in story(blocks.Words("Ring 0808 808 2003"))


def test_contacts_are_one_list_of_cards_with_links() -> None:
    helpline = blocks.Contact(
        "Helpline", "0808 808 2003", "Free.", "https://example.org/", "a@example.org", "Any time", "C"
    )
    html = story(
        blocks.Together((blocks.Words("Ring"), helpline)), blocks.Contact("Odd", "ask", web="javascript:alert(1)")
    )
    assert html.count("<ul") == 1 and html.count('<li class="card">') == 2
    page = Page(f"<!doctype html>\n{html}")
    assert [link["href"] for link in page.of("a")] == [
        "tel:08088082003", "https://example.org/", "mailto:a@example.org",
    ]  # fmt: skip
    assert "javascript:alert(1)" in page.text
    assert ">example.org</a>" in html


def test_an_urgent_number_is_larger_and_a_date_says_its_own_language() -> None:
    card = blocks.Contact("Ring", "999", checked="Checked in May", language="cy", checked_language="en-GB", urgent=True)
    html = story(card)
    assert '<li class="card" lang="cy">' in html
    assert '<p class="number urgent"><a href="tel:999">999</a></p>' in html
    assert '<p class="checked" lang="en-GB">Checked in May</p>' in html


def test_a_table_names_its_headers() -> None:
    columns = (blocks.Column("Day", 1), blocks.Column("Who", 1), blocks.Column("", 1, Align.CENTRE))
    rows = (
        blocks.Row(("Mon", blocks.Cell("Sam", bold=True, tone=Tone.WARM, columns=2))),
        blocks.Row(("Later",), section=True),
        blocks.Row(("", "", blocks.Cell(ticked=True))),
    )
    html = story(blocks.Table(columns, rows, grid=True, summary="Days"))
    assert html.startswith('<div class="wide" tabindex="0" role="region" aria-label="Days">\n<table class="grid">')
    assert '<tr><th scope="col">Day</th><th scope="col">Who</th><td class="centre"></td></tr>' in html
    assert '<tr><th scope="row">Mon</th><td colspan="2" class="bold warm">Sam</td></tr>' in html
    assert '<tbody>\n<tr class="across"><th scope="rowgroup" colspan="3">Later</th></tr>' in html
    assert '<td class="blank"></td>' in html
    assert 'type="checkbox" autocomplete="off" checked' in html
    bare = story(blocks.Table(columns, (blocks.Row(("a", "b", "c")),), row_heads=False))
    assert 'scope="row"' not in bare


def test_a_list_of_contents_leads_to_its_headings() -> None:
    html = story(blocks.Contents(), blocks.Heading("One"), blocks.Heading("Sub", 3), blocks.Heading("Two <b>"))
    assert '<a href="#part-2">One</a>' in html and '<h2 id="part-2">One</h2>' in html
    assert '<a href="#part-4">Two &lt;b&gt;</a>' in html and '<h2 id="part-4">Two &lt;b&gt;</h2>' in html
    assert "Sub</a>" not in html


def test_a_picture_is_drawn_afresh_and_has_its_words() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    noise = [Image.effect_noise((400, 200), 80) for _ in "RGB"]
    Image.merge("RGB", noise).save(out, "JPEG", exif=exif)
    page = whole_page(html_of(Document("T", (blocks.Picture(out.getvalue(), 'A "door"', 100),))))
    (picture,) = page.of("img")
    assert (picture["alt"], picture["width"], picture["height"]) == ('A "door"', "133", "66")
    kind, _, data = picture["src"].partition(";base64,")
    assert kind == "data:image/jpeg"
    again = base64.b64decode(data)
    assert b"taken at home" in out.getvalue() and b"taken at home" not in again
    with Image.open(io.BytesIO(again)) as opened:
        assert opened.size == (306, 153)


def test_a_logo_keeps_its_colours(torture: Document) -> None:
    picture = whole_page(html_of(torture)).of("img")[0]
    data = base64.b64decode(picture["src"].removeprefix("data:image/png;base64,"))
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.convert("RGB").getpixel((3, 3)) == (0x1B, 0x6A, 0x66)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(PaperFailed):
        html_of(Document("T", (blocks.Picture(b"<svg onload=alert(1)>", "x"),)))


def test_a_qr_code_is_drawn_and_said() -> None:
    html = story(blocks.QrCode("https://www.example.org/a", "More"))
    assert 'role="img" aria-label="QR code that opens https://www.example.org/a"' in html
    assert ">www.example.org/a</a>" in html
    assert story(blocks.QrCode("file:///etc/passwd", "x")) == ""
    assert 'example.org/a" lang="en-GB" viewBox' in story(blocks.QrCode("https://example.org/a"), language="cy-GB")


def test_a_page_without_a_title_still_has_one_for_the_window() -> None:
    page = whole_page(html_of(Document("", (blocks.Heading("First"), blocks.Heading("Second", 3)))))
    assert page.title == "Champion"
    assert page.headings == [1, 2]
    assert whole_page(html_of(Document("\u00a0", ()))).title == "Champion"


def test_discreet_words_are_the_only_title(document: Callable[..., Document]) -> None:
    html = html_of(document(blocks.Words("w"), title="Help for your family", subject=""))
    assert html.count("Help for your family") == 2
    assert "description" not in html


# ---- looks


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("by_night", [0, 1])
def test_words_can_be_read_by_day_and_night(by_night: int) -> None:
    shown = {name: colours[by_night] for name, colours in COLOURS.items()}
    for ground in ("paper", "soft", "warm"):
        for ink in ("text", "muted", "accent"):
            assert _contrast(shown[ink], shown[ground]) >= 4.5, (ink, ground)
    assert _contrast(shown["on-accent"], shown["accent"]) >= 4.5
    assert _contrast(shown["strong"], shown["paper"]) >= 3


def test_by_day_it_has_the_colours_of_the_paper_and_printed_too() -> None:
    assert COLOURS["paper"][0] == PAPER and COLOURS["muted"][0] == MUTED
    assert "@media screen and (prefers-color-scheme:dark)" in style_sheet()
    assert style_sheet().count("{") == style_sheet().count("}")


def test_nothing_in_it_has_a_width_that_a_narrow_screen_cannot_give() -> None:
    widths = re.findall(r"(?<![-\w])(?:min-)?width:([\d.]+)(rem|em|px)", style_sheet())
    assert all(float(size) <= 16 and unit != "px" for size, unit in widths)
    assert not re.findall(r"[\d.]+px", re.sub(r"[123]px (solid|dashed)|outline-offset:2px", "", style_sheet()))
