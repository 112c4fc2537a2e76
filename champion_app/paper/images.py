"""Pictures from outside, made safe: decoded, turned upright, shrunk and encoded afresh. No metadata gets through."""

from __future__ import annotations

import io

from PIL import Image, ImageOps

from champion_app.faults import PaperFailed
from champion_app.paper.style import PAPER

LARGEST = 25_000_000  # pixels; more is refused before it is decoded
DOTS_PER_INCH = 220
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_QUALITY = 82
_FEW_COLOURS = 256


def afresh(data: bytes, width: float) -> tuple[bytes, float]:
    """A picture drawn again for ``width`` points: PNG for few colours (a logo), else JPEG. And its height in points.

    Raises PaperFailed if it is not a picture, or too large a one.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > LARGEST:
                raise PaperFailed(reason="a picture has more than 25 million dots")
            upright = ImageOps.exif_transpose(opened)
            solid = _on_white(upright)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PaperFailed(reason="a picture in it could not be read") from error
    dots = max(1, round(width / 72 * DOTS_PER_INCH))
    if solid.width > dots:
        solid = solid.resize((dots, max(1, round(solid.height * dots / solid.width))), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if solid.getcolors(_FEW_COLOURS) is None:
        solid.save(out, "JPEG", quality=_QUALITY)
    else:
        solid.save(out, "PNG")
    return out.getvalue(), width * solid.height / solid.width


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency, profile or metadata."""
    layered = picture.convert("RGBA")
    solid = Image.new("RGB", layered.size, PAPER)
    solid.paste(layered, mask=layered.getchannel("A"))
    return solid
