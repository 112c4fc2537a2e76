"""Draws on pages and says what each mark is. All on paper goes through here: text, rules, boxes, links, pictures.

Nothing is drawn outside ``tagged`` (content, for screen readers too) or ``furniture`` (decoration, page numbers).
Coordinates are points from the lower left corner of the page; ``top`` is where a thing's upper edge stands.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
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
        self.outlined = outlined
        self._next_key = page_count
        self._outline_level = -1
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

    def write(self, operators: str) -> None:
        """PDF operators as they are, into the open page: for ``shapes``."""
        self._canvas.addLiteral(operators)

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
        self.write(opening)
        yield
        self.write("EMC")
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
        self.write("\n".join(out))

    def _use(self, face: Face) -> FaceUse:
        if face not in self._uses:
            self._uses[face] = FaceUse(face, f"F{len(self._uses) + 1}")
        return self._uses[face]

    def picture(self, encoded: Encoded, x: float, y: float, width: float, height: float) -> None:
        """A picture. Drawn twice, it is stored once."""
        name = hashlib.sha256(encoded.data + encoded.palette).hexdigest()[:16]
        internal = self.document.getXObjectName(name)
        if internal not in self.document.idToObject:
            self.document.Reference(_image(encoded), internal)
        if name not in self._canvas._formsinuse:
            self._canvas._formsinuse.append(name)
        self.write(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{internal} Do Q")

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
        self._outline_level = min(level, self._outline_level + 1)
        self._canvas.addOutlineEntry(words, key, self._outline_level)


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
