"""A document with every block in it, and eyes to look at a finished PDF with."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from champion_app.paper import blocks
from champion_app.paper.blocks import Document, Role, State
from champion_app.paper.page import Printed, build
from champion_app.paper.style import Align, Tone

NOTE = "\n".join(f"Line {number} of a long note about what was tried and what came of it." for number in range(90))
WELSH = "Gyda'n gilydd: ŵ ŷ Ŵ Ŷ â ê î ô û"
POLISH = "Zażółć gęślą jaźń"
HOSTILE = (
    'Contact <jo@example.org> or <b>Jo</b>: a<b && b>c &amp; "x" <img src="/etc/passwd"/> </para> <!-- & &#xFFFFFF;'
)
URDU = "جب خاندان کا کوئی فرد گرفتار ہو جائے (مفت) 0808 808 2003 پر فون کریں۔"
ARABIC = "عندما يتم القبض على أحد أفراد عائلتك، اتصل على الرقم +44 808 808 2003."
PUNJABI = "ਜਦੋਂ ਤੁਹਾਡੇ ਪਰਿਵਾਰ ਵਿੱਚ ਕਿਸੇ ਨੂੰ ਗ੍ਰਿਫ਼ਤਾਰ ਕੀਤਾ ਜਾਂਦਾ ਹੈ"
BENGALI = "আপনার পরিবারের কেউ গ্রেপ্তার হলে আপনি একা নন। ক্ষুদ্র প্রশ্ন।"
UKRAINIAN = "Коли когось із вашої родини заарештували. Ґанок, їжак."


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 20), kind: str = "PNG") -> bytes:
    """A small picture as a file's bytes."""
    out = io.BytesIO()
    Image.new(mode, size, "#1B6A66").save(out, kind)
    return out.getvalue()


def every_block() -> tuple[blocks.Block, ...]:
    """One of each, with texts that have broken other programs."""
    return (
        blocks.Contents(),
        blocks.Words(f"You are not alone.\n\n{POLISH}. {HOSTILE}", Role.LARGE, lead="First:"),
        blocks.Heading("What happens now"),
        blocks.Steps(("They can hold someone for 24 hours.", "One\n\nTwo", NOTE)),
        blocks.Heading("A level is skipped here", 3),
        blocks.Bullets(("It is not your fault.", "Ring 0808 808 2003 at any time of the day, free.")),
        blocks.Ticks(("Bring identification", "Leave telephones"), frozenset({1})),
        blocks.Contact("Samaritans", "116 123", web="samaritans.org", hours="Any time", email="jo@samaritans.org"),
        blocks.Contacts(
            (
                blocks.Contact("Helpline", "0808 808 2003", "Free.\nAnd kind.", "https://www.prisonersfamilies.org/"),
                blocks.Contact("Odd", web="javascript:alert(1)", checked="Checked in November 2026"),
                blocks.Contact("Third", about=NOTE),
            ),
            columns=2,
        ),
        blocks.Box((blocks.Heading("Our champion"), blocks.Words("Siân Ŵyn-Jones"), blocks.Words(NOTE)), Tone.SOFT),
        blocks.Together((blocks.Words("These two"), blocks.Words("stay together"))),
        blocks.QrCode("https://www.prisonersfamilies.org/", "More on the web"),
        blocks.Bars("Bars", "Numbers below.", tuple(_bar(number) for number in range(30))),
        blocks.Radar(
            "Radar",
            "Numbers below.",
            tuple(f"Axis {number} with a long name" for number in range(8)),
            (blocks.Line("Now", (0.2, 0.5, 1, 0, 0.3, 0.6, 0.1, 0.9)), blocks.Line("Then", (0.1, None, 0.5))),
        ),
        _table(),
        blocks.Words(URDU, language="ur"),
        blocks.Bullets((URDU, ARABIC), language="ur"),
        blocks.Words(ARABIC, language="ar"),
        blocks.Words(PUNJABI, language="pa"),
        blocks.Words(BENGALI, language="bn", bold=True),
        blocks.Words(UKRAINIAN, language="uk"),
        blocks.Words("A 😀 and an → are left out.\x00", align=Align.CENTRE),
        blocks.Picture(picture(kind="JPEG"), "A green square", 100),
        blocks.Picture(picture("RGBA"), ""),
        blocks.Signatures(("Signed", "Date"), stamp="Stamp"),
        blocks.Gap(20),
        blocks.PageBreak(),
        blocks.Words("The last page", Role.SMALL),
    )


def _bar(number: int) -> blocks.Bar:
    parts = ((State.IN_PLACE, number % 4), (State.IN_PROGRESS, 1), (State.NOT_YET, number % 3), (State.NOT_FOR_US, 1))
    return blocks.Bar(f"{number} Statement", parts, f"{number} of 30")


def _table() -> blocks.Table:
    columns = (
        blocks.Column("No.", 14),
        blocks.Column("Action", 60),
        blocks.Column("Evidence", 70),
        blocks.Column("Done", 16, Align.CENTRE),
    )
    rows = (
        blocks.Row(("1. Awareness",), section=True),
        blocks.Row(("1.1", "Order posters", "Office <office@school.uk>", blocks.Cell(ticked=True))),
        blocks.Row(("1.2", "Ask governors\nand the head", NOTE, blocks.Cell(ticked=False))),
        blocks.Row(("1.3", blocks.Cell("Two columns", bold=True, tone=Tone.WARM, columns=2))),
        blocks.Row(("1.4", blocks.Cell(blocks=(blocks.Words("In a cell"), blocks.Bullets(("a", "b")))), URDU)),
        *(blocks.Row((f"2.{number}", "Talk", "x" * 60)) for number in range(40)),
    )
    return blocks.Table(columns, rows, summary="Actions")


def whole(**changes: object) -> Document:
    """The torture document."""
    facts: dict[str, object] = {
        "title": "When someone in your family is arrested & <after>",
        "subtitle": WELSH,
        "blocks": every_block(),
        "band": "Hillside Primary School",
        "footer": "Hillside Primary School. Service planning: no family details.",
        "logo": blocks.Picture(picture("RGBA"), "Logo", 80),
        "subject": "Leaflet, edition 1",
    }
    return Document(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def torture() -> Document:
    return whole()


@pytest.fixture(scope="session")
def printed(torture: Document) -> Printed:
    return build(torture)


Maker = Callable[..., Document]


@pytest.fixture(scope="session")
def document() -> Maker:
    """Makes a document of some blocks."""

    def make(*given: blocks.Block, **changes: object) -> Document:
        facts: dict[str, object] = {"title": "Title", "blocks": given}
        return Document(**{**facts, **changes})  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def text_of() -> Callable[[bytes], str]:
    """All words of a PDF in reading order, as PDFium sees them, with single spaces."""

    def read(pdf: bytes) -> str:
        found = pypdfium2.PdfDocument(pdf)
        pages = [page.get_textpage().get_text_range() for page in found]
        found.close()
        return " ".join(" ".join(pages).replace("\ufffe", "-").split())  # PDFium's mark for a hyphen at a line's end

    return read


@pytest.fixture
def opened() -> Callable[[bytes], pikepdf.Pdf]:
    """A PDF's insides."""

    def read(pdf: bytes) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(pdf))

    return read
