"""Draws on pages and says what each mark is. All on paper goes through here: text, rules, boxes, links, pictures.

Nothing is drawn outside ``tagged`` (content, for screen readers too) or ``furniture`` (decoration, page numbers).
Coordinates are points from the lower left corner of the page; ``top`` is where a thing's upper edge stands.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from champion_app.paper.embed import FaceUse
from champion_app.paper.fonts import Face
from champion_app.paper.glyph_runs import shown
from champion_app.paper.images import Encoded
from champion_app.paper.lines import Line
from champion_app.paper.style import Align, Sheet, TextStyle, ink
from champion_app.paper.tags import Annotation, Mark, Node, text_string

Point = tuple[float, float]

_ROUND = 0.5523  # where a Bezier curve's handles stand for a quarter circle
_PAGE_ENTRIES = ("StructParents", "Tabs")


class _Canvas(Canvas):
    """A ReportLab canvas that starts each page with nothing: no font, no default colour."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Verbatim(pdfdoc.PDFObject):
    """A PDF object whose bytes we wrote ourselves."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, document: object) -> bytes:
        return self._content


class Pen:
    """Draws one document of ``page_count`` pages. ``document`` and ``uses`` are read by ``container`` at the end."""

    def __init__(self, sheet: Sheet, page_count: int, *, outlined: bool = False) -> None:
        size = (sheet.width, sheet.height)
        self._canvas: Any = _Canvas(io.BytesIO(), pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7))
        self._write = self._canvas.addLiteral
        self.outlined = outlined
        self._next_key = page_count
        self._next_mark = 0
        self._uses: dict[Face, FaceUse] = {}
        self._open = False
        self._furnishing = False
        self.page = 0

    @property
    def document(self) -> Any:
        """ReportLab's half-written document."""
        return self._canvas._doc

    def finish_outline(self) -> None:
        """Closes the outline, once all pages are drawn."""
        self.document.Outlines.prepare(self.document, self._canvas)

    @property
    def uses(self) -> list[FaceUse]:
        """The faces used so far, in order of first use."""
        return list(self._uses.values())

    # ---- what a mark is

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """Whatever is drawn inside belongs to ``node``. Inside ``furniture`` it stays furniture."""
        if self._furnishing:
            yield
            return
        node.children.append(Mark(self.page, self._next_mark))
        self._next_mark += 1
        yield from self._marked(f"/{node.kind} <</MCID {self._next_mark - 1}>> BDC")

    @contextmanager
    def furniture(self, kind: str = "") -> Iterator[None]:
        """Whatever is drawn inside is passed over by screen readers: lines, tints, repeated headings, page numbers."""
        if self._furnishing:
            yield
            return
        self._furnishing = True
        yield from self._marked(f"/Artifact <<{kind}>> BDC" if kind else "/Artifact BMC")
        self._furnishing = False

    def _marked(self, opening: str) -> Iterator[None]:
        if self._open:
            raise ValueError("nothing may be marked inside content")
        self._open = True
        self._write(opening)
        yield
        self._write("EMC")
        self._open = False

    def end_page(self) -> None:
        """Closes the page and starts the next."""
        self._canvas.showPage()
        page = self.document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_ENTRIES]
        page.Contents = pdfdoc.PDFStream(None, page.stream, [pdfdoc.PDFZCompress])
        page.StructParents = self.page
        page.Tabs = "/S"
        self.page += 1
        self._next_mark = 0

    # ---- text

    def text(
        self, lines: Sequence[Line], x: float, top: float, width: float, style: TextStyle, *, from_right: bool = False
    ) -> None:
        """Sets lines one under the other. The first hangs from ``top``; each takes ``style.leading``."""
        out = [f"BT {ink(style.colour)} rg"]
        current: FaceUse | None = None
        at_x = at_y = 0.0
        y = top - (style.leading + style.size * 0.68) / 2
        shift = {Align.START: float(from_right), Align.CENTRE: 0.5, Align.END: 1.0 - from_right}[style.align]
        last = len(lines) - 1
        for number, line in enumerate(lines):
            start = x + (width - line.width) * shift
            for fragment in line.fragments:
                use = self._use(fragment.face)
                if use is not current:
                    out.append(f"/{use.resource} {style.size:g} Tf")
                    current = use
                to_x = start + fragment.x
                out.append(f"{to_x - at_x:.2f} {y - at_y:.2f} Td")
                at_x, at_y = to_x, y
                spaced = number < last and not line.cut and fragment is line.fragments[-1]
                out.append(shown(fragment, use, style.size, " " if spaced else ""))
            y -= style.leading
        out.append("ET")
        self._write("\n".join(out))

    def _use(self, face: Face) -> FaceUse:
        if face not in self._uses:
            self._uses[face] = FaceUse(face, f"F{len(self._uses) + 1}")
        return self._uses[face]

    # ---- shapes

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._write(f"{ink(fill)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, start: Point, end: Point, colour: str, width: float = 0.75, dash: str = "") -> None:
        """A straight line. ``dash`` is lengths of strokes and gaps, such as ``3 2``."""
        self.strokes([start, end], colour, width, dash)

    def strokes(
        self, points: Iterable[Point], colour: str, width: float = 0.75, dash: str = "", *, closed: bool = False
    ) -> None:
        """A line through points."""
        self._write(f"{ink(colour)} RG {width:.2f} w [{dash}] 0 d 1 J 1 j {_path(points)} {'s' if closed else 'S'}")

    def card(
        self, x: float, y: float, width: float, height: float, radius: float, fill: str = "", outline: str = ""
    ) -> None:
        """A rectangle with rounded corners, filled, outlined or both."""
        colours = (f"{ink(fill)} rg " if fill else "") + (f"{ink(outline)} RG 0.75 w [] 0 d " if outline else "")
        paint = "B" if fill and outline else "f" if fill else "S"
        self._write(f"{colours}{_rounded(x, y, width, height, radius)} {paint}")

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self.card(x - radius, y - radius, 2 * radius, 2 * radius, radius, fill)

    def rectangles(self, places: Iterable[tuple[float, float, float, float]], fill: str) -> None:
        """Many filled rectangles as one shape: a QR code."""
        path = " ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in places)
        self._write(f"{ink(fill)} rg {path} f")

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Nothing drawn inside shows outside the rectangle."""
        self._write(f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
        yield
        self._write("Q")

    def picture(self, encoded: Encoded, x: float, y: float, width: float, height: float) -> None:
        """A picture. Drawn twice, it is stored once."""
        name = hashlib.sha256(encoded.data + encoded.palette).hexdigest()[:16]
        internal = self.document.getXObjectName(name)
        if internal not in self.document.idToObject:
            self.document.Reference(_image(encoded), internal)
        if name not in self._canvas._formsinuse:
            self._canvas._formsinuse.append(name)
        self._write(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{internal} Do Q")

    # ---- ways around

    def link(self, node: Node, area: tuple[float, float, float, float], address: str, words: str) -> None:
        """Makes an area of this page lead to an http(s) or mailto address."""
        if self._furnishing:
            return
        key, self._next_key = self._next_key, self._next_key + 1
        name = f"link{key}"
        rectangle = " ".join(f"{edge:.2f}" for edge in area)
        self._canvas._addAnnotation(
            _Verbatim(
                (
                    f"<</Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4 /StructParent {key} "
                    f"/Contents {text_string(words)} /A <</S /URI /URI <{address.encode('utf-8').hex()}>>>>>"
                ).encode("ascii")
            ),
            name,
        )
        node.children.append(Annotation(self.page, f"Annot.{name}", key))

    def bookmark(self, words: str, level: int, top: float) -> None:
        """An entry in the outline a PDF reader shows beside the pages."""
        if not self.outlined:
            return
        key = f"mark{self._next_key}"
        self._next_key += 1
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        self._canvas.addOutlineEntry(words, key, level)


def _image(encoded: Encoded) -> pdfdoc.PDFStream:
    colours = "/DeviceRGB"
    if encoded.palette:
        colours = f"[/Indexed /DeviceRGB {len(encoded.palette) // 3 - 1} <{encoded.palette.hex()}>]"
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": encoded.width,
        "Height": encoded.height,
        "BitsPerComponent": 8,
        "ColorSpace": colours,
        "Filter": "/FlateDecode" if encoded.palette else "/DCTDecode",
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), encoded.data)


def _path(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, top = x + width, y + height
    parts = (
        ("m", x + r, y), ("l", right - r, y), ("c", right - k, y, right, y + k, right, y + r),
        ("l", right, top - r), ("c", right, top - k, right - k, top, right - r, top),
        ("l", x + r, top), ("c", x + k, top, x, top - k, x, top - r),
        ("l", x, y + r), ("c", x, y + k, x + k, y, x + r, y),
    )  # fmt: skip
    return " ".join(" ".join(f"{value:.2f}" for value in part[1:]) + f" {part[0]}" for part in parts) + " h"
