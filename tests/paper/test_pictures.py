"""Pictures of pages, and pictures on pages."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from champion_app.faults import PaperFailed
from champion_app.paper import blocks, images
from champion_app.paper.blocks import Document
from champion_app.paper.page import Printed, build
from champion_app.paper.pictures import page_count, page_picture, page_pictures


def test_a_page_as_dots(document: Callable[..., Document], tmp_path: Path) -> None:
    pdf = build(document(blocks.Words("a"))).pdf
    picture = page_picture(pdf, 0, 0.5)
    assert (picture.width, picture.height) == (298, 421)
    assert len(picture.bgrx) == picture.width * picture.height * 4
    assert picture.bgrx[:3] == bytes((0x66, 0x6A, 0x1B))  # the accent band, blue first
    picture.save_png(tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as saved:
        assert saved.getpixel((0, 0)) == (0x1B, 0x6A, 0x66)


def test_all_pages_from_a_file(printed: Printed, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed.pdf)
    assert len(page_pictures(tmp_path / "a.pdf", 0.1)) == printed.page_count == page_count(printed.pdf)
    assert len(page_pictures(printed.pdf, 0.1, [2, 1])) == 2


def test_what_is_not_a_pdf_is_told(tmp_path: Path) -> None:
    for given in (b"no", tmp_path / "gone.pdf"):
        with pytest.raises(PaperFailed):
            page_picture(given, 0, 1)


def test_nothing_hidden_in_a_photograph_reaches_the_paper(
    document: Callable[..., Document], opened: Callable[[bytes], pikepdf.Pdf]
) -> None:
    gradient = Image.radial_gradient("L")
    photograph = Image.merge("RGB", (gradient, gradient.rotate(90), Image.linear_gradient("L")))
    exif = Image.Exif()
    exif[0x013B] = "SECRET AUTHOR"
    out = io.BytesIO()
    photograph.save(out, "JPEG", exif=exif, comment=b"SECRET COMMENT")
    assert b"SECRET" in out.getvalue()
    pdf = build(document(blocks.Picture(out.getvalue(), "A circle", 200))).pdf
    inside = opened(pdf)
    (stored,) = inside.pages[0].Resources.XObject.values()
    assert str(stored.Filter) == "/DCTDecode"
    assert b"SECRET" not in stored.read_raw_bytes()


def test_a_logo_keeps_its_colours(document: Callable[..., Document]) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (30, 30), (155, 20, 200, 255)).save(out, "PNG")
    pdf = build(document(blocks.Picture(out.getvalue(), "Logo", 200))).pdf
    picture = page_picture(pdf, 0, 1)
    middle = ((150 * picture.width) + 100) * 4
    assert picture.bgrx[middle : middle + 3] == bytes((200, 20, 155))


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg onload='x'/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_not_a_picture_is_refused_in_words(data: bytes, document: Callable[..., Document]) -> None:
    with pytest.raises(PaperFailed, match="picture"):
        build(document(blocks.Picture(data, "x")))


def test_f53_a_bomb_is_refused_before_it_is_opened(document: Callable[..., Document]) -> None:
    out = io.BytesIO()
    Image.new("1", (6000, 6000)).save(out, "PNG")
    with pytest.raises(PaperFailed, match="25 million"):
        build(document(blocks.Picture(out.getvalue(), "x")))


def test_a_picture_is_no_finer_than_paper_needs() -> None:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((3000, 3000)).save(out, "PNG")
    assert images.afresh(out.getvalue(), 72).width == images.DOTS_PER_INCH
