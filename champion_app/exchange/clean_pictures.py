"""Pictures that come as attachments: decoded in a process of their own and drawn afresh, without place or author."""

from __future__ import annotations

import io
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from champion_app.exchange import file_kinds
from champion_app.exchange.child import in_child
from champion_app.faults import AttachmentRefused

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 25_000_000  # dots; more is refused before it is decoded
_TOO_LARGE = "it has more than 25 million dots"
_QUALITY = 88
_DECODED = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_KINDS = {"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp"}
_SUFFIXES = {
    *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp", ".webp"),
    *(".svg", ".svgz", ".tif", ".tiff", ".heic", ".heif", ".avif", ".ico"),
}
_JPEG_SUFFIXES = {".jpg", ".jpeg", ".jpe", ".jfif"}
_KEPT_MODES = {"1", "L", "I;16", "LA", "RGB", "RGBA"}
_WAY_OUT = "Open it in a picture program, save it as PNG or JPEG, and attach that."


def is_picture(name: str, content: bytes) -> bool:
    """Whether a file is a picture by its content or claims to be one by its name: then ``clean_picture`` decides.

    That includes kinds which are never used as they come, such as SVG, which may hold programs, and a telephone's HEIC,
    which tells where it was taken.
    """
    kind = file_kinds.kind_of(content)
    return kind.startswith("image/") or PurePath(name).suffix.lower() in _SUFFIXES


def clean_picture(name: str, content: bytes) -> tuple[str, bytes]:
    """The picture drawn afresh, upright and without anything hidden in it, and its name with the right ending.

    A JPEG stays one; PNG, GIF (its first frame), BMP and WebP become PNG. Raises AttachmentRefused for any other kind,
    a damaged one, and one of no or over 25 million dots (F53).
    """
    kind = file_kinds.kind_of(content)
    if kind not in _KINDS:
        what = "an SVG drawing may hold programs" if kind == file_kinds.SVG else "it is not a picture we can read"
        raise _refused(name, what)
    _, blobs = in_child("picture", Path(name or "picture"), {}, refuse=AttachmentRefused, content=content)
    if len(blobs) != 1:
        raise _refused(name, "it is damaged")
    return _named(name, blobs[0]), blobs[0]


def read_in_child(path: Path, options: dict[str, Any]) -> tuple[Any, list[bytes]]:
    """The child's half of ``clean_picture``, for a picture in ``options["content"]``."""
    return None, [drawn_afresh(path.name, options["content"])]


def drawn_afresh(name: str, content: bytes) -> bytes:
    """As ``clean_picture``, here and now: the new file's bytes. Raises AttachmentRefused."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=_DECODED) as opened:
            dots = opened.width * opened.height
            if not 0 < dots <= LARGEST:
                raise _refused(name, _TOO_LARGE if dots else "it has no dots at all")
            is_jpeg = opened.format in ("JPEG", "MPO")
            upright = ImageOps.exif_transpose(opened)
            return _encoded(_plain(upright, with_layers=not is_jpeg), is_jpeg=is_jpeg)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:  # the second where warnings fail
        raise _refused(name, _TOO_LARGE) from error
    # Its readers raise what they like over bad bytes, and say so in their documentation.
    except (OSError, ValueError, SyntaxError, LookupError, ArithmeticError, TypeError, RuntimeError) as error:
        raise _refused(name, "it is damaged") from error


def _plain(picture: Image, *, with_layers: bool) -> Image:
    """The picture's dots and nothing else, in a form that its new file can hold and in the colours of a screen."""
    picture = _screen_colours(picture)
    see_through = with_layers and picture.has_transparency_data
    if see_through and picture.mode not in ("LA", "RGBA"):
        picture = picture.convert("RGBA")
    elif picture.mode not in _KEPT_MODES or (not with_layers and picture.mode not in ("L", "RGB")):
        picture = picture.convert("RGB")
    else:
        picture = picture.copy()
    picture.info.clear()
    return picture


def _screen_colours(picture: Image) -> Image:
    """The same colours without a profile: a telephone's would look dull if its profile were just left out."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, screen, outputMode="RGB") or picture
    except (ImageCms.PyCMSError, OSError):
        return picture  # a profile that makes no sense is left out


def _encoded(picture: Image, *, is_jpeg: bool) -> bytes:
    out = io.BytesIO()
    if is_jpeg:
        picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(out, "PNG")
    return out.getvalue()


def _named(name: str, content: bytes) -> str:
    path = PurePath(name or "picture")
    right = _JPEG_SUFFIXES if content.startswith(b"\xff\xd8") else {".png"}
    if path.suffix.lower() in right:
        return path.name
    stem = path.stem if path.suffix.lower() in _SUFFIXES else path.name
    return f"{stem or 'picture'}{'.jpg' if right is _JPEG_SUFFIXES else '.png'}"


def _refused(name: str, reason: str) -> AttachmentRefused:
    return AttachmentRefused(name=name, reason=f"picture not used, because {reason}", way_out=_WAY_OUT)
