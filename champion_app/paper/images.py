"""Pictures from outside, made safe: decoded, turned upright, shrunk and encoded afresh. No metadata gets through."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from champion_app.faults import PaperFailed
from champion_app.paper.style import PAPER

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 25_000_000  # pixels; more is refused before it is decoded
DOTS_PER_INCH = 220
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_QUALITY = 82
_FEW_COLOURS = 256


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture as a PDF holds it: JPEG, or (``palette`` not empty) deflated indices into up to 256 colours."""

    width: int
    height: int
    data: bytes = field(repr=False)
    palette: bytes = field(repr=False, default=b"")


@lru_cache(maxsize=4)
def afresh(data: bytes, width: float) -> Encoded:
    """A picture drawn again for ``width`` points on paper. A logo keeps its colours exactly; a photograph becomes JPEG.

    The last few are kept: a leaflet with a logo is made again at every word that is typed.
    Raises PaperFailed if it is not a picture we read (PNG, JPEG, GIF, BMP, WebP), or one of over 25 million dots.
    """
    from PIL import Image, ImageOps  # late: few documents have a picture

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > LARGEST:
                raise PaperFailed(reason="a picture in it has more than 25 million dots")
            solid = _on_white(ImageOps.exif_transpose(opened))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PaperFailed(reason="a picture in it could not be read") from error
    dots = max(1, round(width / 72 * DOTS_PER_INCH))
    if solid.width > dots:
        solid = solid.resize((dots, max(1, round(solid.height * dots / solid.width))), Image.Resampling.LANCZOS)
    if solid.getcolors(_FEW_COLOURS) is None:
        out = io.BytesIO()
        solid.save(out, "JPEG", quality=_QUALITY)
        return Encoded(solid.width, solid.height, out.getvalue())
    few = solid.quantize(_FEW_COLOURS, dither=Image.Dither.NONE)
    return Encoded(few.width, few.height, zlib.compress(few.tobytes(), 9), bytes(few.getpalette("RGB") or b""))


def _on_white(picture: Image) -> Image:
    """The picture without transparency, profile or metadata."""
    from PIL.Image import new

    layered = picture.convert("RGBA")
    solid = new("RGB", layered.size, PAPER)
    solid.paste(layered, mask=layered.getchannel("A"))
    return solid
