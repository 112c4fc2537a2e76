"""Pictures are drawn afresh: upright, without place or author, or they are not used (F53)."""

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from champion_app.exchange.clean_pictures import clean_picture, drawn_afresh, is_picture
from champion_app.faults import AttachmentRefused

SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
SECRET = b"51.4545 N somewhere"


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, more.pop("colour", None) or 0).save(out, kind, **more)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    made = Image.open(io.BytesIO(content))
    made.load()
    return made


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [
        ("PNG", "RGB", "RGB"), ("PNG", "RGBA", "RGBA"), ("PNG", "L", "L"), ("PNG", "1", "1"), ("PNG", "LA", "LA"),
        ("PNG", "P", "RGB"), ("PNG", "I;16", "I;16"), ("JPEG", "RGB", "RGB"), ("JPEG", "L", "L"),
        ("JPEG", "CMYK", "RGB"), ("GIF", "P", "RGB"), ("GIF", "L", "L"), ("BMP", "RGB", "RGB"),
        ("WEBP", "RGBA", "RGBA"),
    ],
)  # fmt: skip
def test_F53_every_kind_is_drawn_afresh(kind: str, mode: str, becomes: str) -> None:
    made = opened(drawn_afresh("a", picture(kind, mode)))
    assert (made.format, made.size) == ("JPEG" if kind == "JPEG" else "PNG", (40, 20))
    assert made.mode in (becomes, "L", "RGB") if kind == "GIF" else made.mode == becomes


def test_F53_place_author_and_comments_are_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    words = PngInfo()
    words.add_text("Author", SECRET.decode())
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for content in (
        picture("JPEG", exif=exif, comment=SECRET, icc_profile=icc),
        picture("PNG", exif=exif, pnginfo=words, icc_profile=icc),
        picture("WEBP", exif=exif, xmp=SECRET, icc_profile=icc),
        picture("GIF", mode="P", comment=SECRET),
        picture("PNG", pnginfo=words) + SECRET,
        picture("JPEG") + SECRET,
    ):
        assert SECRET in content
        made = drawn_afresh("a", content)
        assert SECRET not in made
        assert not opened(made).getexif()
        assert set(opened(made).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_F53_the_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    assert opened(drawn_afresh("a", picture("JPEG", exif=exif))).size == (20, 40)


def test_F53_of_a_film_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue", "green")]
    for kind in ("GIF", "WEBP", "PNG"):
        out = io.BytesIO()
        frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100, lossless=True)
        made = opened(drawn_afresh("a", out.getvalue()))
        assert getattr(made, "n_frames", 1) == 1
        assert made.convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_F53_colours_of_another_profile_are_those_of_a_screen() -> None:
    gray = picture("JPEG", colour=(200, 50, 50), icc_profile=b"no profile at all", quality=95)
    near = opened(drawn_afresh("a", gray)).getpixel((5, 5))
    assert isinstance(near, tuple) and abs(near[0] - 200) < 6 and abs(near[1] - 50) < 6


def test_F53_see_through_places_stay_so() -> None:
    out = io.BytesIO()
    flat = Image.new("P", (4, 4))
    flat.putpalette([255, 0, 0, 0, 255, 0])
    flat.save(out, "GIF", transparency=0)
    made = opened(drawn_afresh("a", out.getvalue()))
    assert made.mode == "RGBA" and made.getpixel((0, 0))[3] == 0  # type: ignore[index]


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is very large, and holds next to nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    parts = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_F53_bombs_and_pictures_of_nothing(refused: Any) -> None:
    large = "picture not used, because it has more than 25 million dots"
    assert refused(AttachmentRefused, drawn_afresh, "a.png", bomb(100_000, 100_000)) == large
    assert refused(AttachmentRefused, drawn_afresh, "a.png", bomb(10_000, 10_000)) == large
    assert refused(AttachmentRefused, clean_picture, "a.png", bomb(25_000_001, 1)) == large
    for width, height in ((0, 0), (0, 5), (5, 0)):
        assert "picture not used" in refused(AttachmentRefused, drawn_afresh, "a.png", bomb(width, height))
    whole = picture("PNG", size=(200, 200), colour=(1, 2, 3))
    assert refused(AttachmentRefused, drawn_afresh, "a", whole[:100]) == "picture not used, because it is damaged"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SVG, "an SVG drawing may hold programs"), (b"<svg/>", "an SVG drawing may hold programs"),
        (b"II*\0" + bytes(50), "it is not a picture we can read"), (b"hello", "it is not a picture we can read"),
        (b"\0\0\0\x18ftypheic", "it is not a picture we can read"),
        (b"\x89PNG\r\n\x1a\n", "it is damaged"), (b"\xff\xd8\xff\xe0", "it is damaged"),
    ],
)  # fmt: skip
def test_F53_what_cannot_be_used_is_said(content: bytes, reason: str, refused: Any) -> None:
    assert is_picture("a.png", content)
    assert refused(AttachmentRefused, clean_picture, "a.png", content) == f"picture not used, because {reason}"


def test_F53_a_wrong_ending_is_put_right() -> None:
    for name, kind, becomes in (
        ("photo.png", "JPEG", "photo.jpg"), ("photo.JPEG", "JPEG", "photo.JPEG"), ("logo.gif", "GIF", "logo.png"),
        ("logo", "PNG", "logo.png"), ("Mr. Smith", "PNG", "Mr. Smith.png"), ("", "PNG", "picture.png"),
        ("drawing.svg", "PNG", "drawing.png"),
    ):  # fmt: skip
        made, content = clean_picture(name, picture(kind))
        assert made == becomes
        assert opened(content).size == (40, 20)


def test_is_picture_goes_by_content_and_by_name() -> None:
    assert is_picture("a.pdf", picture())
    assert is_picture("a.pdf", SVG)
    assert is_picture("a.HEIC", b"?") and is_picture("a.svg", b"") and is_picture("a.tiff", b"II*\0")
    assert not is_picture("a.pdf", b"%PDF-1.4") and not is_picture("a", b"hello") and not is_picture("", b"")


def only_the_named_fault(content: bytes, seed: int) -> None:
    chance = random.Random(seed)
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    try:
        fresh = drawn_afresh("a", bytes(made[: chance.choice([len(made), chance.randrange(len(made))])]))
    except AttachmentRefused:
        return
    assert opened(fresh).width * opened(fresh).height <= 25_000_000


SAMPLES = [
    picture("PNG", "P"), picture("JPEG", "CMYK"), picture("JPEG"), picture("GIF", "P"), picture("BMP"), picture("WEBP")
]  # fmt: skip
MANY = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.sampled_from(SAMPLES), st.integers(0, 2**32))
@settings(MANY, max_examples=150)
def test_F53_altered_pictures_raise_only_the_fault(content: bytes, seed: int) -> None:
    only_the_named_fault(content, seed)


@pytest.mark.heavy
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32))
@settings(MANY, max_examples=5_000)
def test_F53_many_altered_pictures_raise_only_the_fault(content: bytes, seed: int) -> None:
    only_the_named_fault(content, seed)
